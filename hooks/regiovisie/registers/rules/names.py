"""Ids are unique, stand where they belong, and what refers to one finds it."""

from __future__ import annotations

from collections.abc import Iterator

from regiovisie.errors import Problem
from regiovisie.registers.messages import suggest
from regiovisie.registers.names import Kind
from regiovisie.registers.project import Project
from regiovisie.registers.schema import Antwoord, Record, Zienswijze
from regiovisie.registers.source import Origin

_UNIQUE: tuple[Kind, ...] = ("zienswijze", "punt", "wijziging", "antwoord", "motie", "ronde")

_WHERE_MADE: dict[Kind, str] = {
    "punt": "Voeg het punt toe aan zijn zienswijze",
    "antwoord": "Schrijf het antwoord in docs/antwoorden/",
    "indiener": "Maak het bestand in docs/indieners/",
    "gemeente": "Maak het bestand in docs/gemeenten/",
    "ronde": "Voeg de ronde toe aan mkdocs.yml",
    "thema": "Voeg het thema toe aan mkdocs.yml",
    "versie": "Gebruik de naam van een map in versions/",
}


def unique_ids(project: Project) -> Iterator[Problem]:
    """An id is given once in the whole project, and never again: W-31 is W-031 as well."""
    for kind in _UNIQUE:
        for name, *places in project.names.duplicates(kind):
            first, *others = [place for place in places if not _is_told(kind, place)] or places
            for other in others if not _is_told(kind, first) else ():
                given = str(other.source.at((*other.loc, "id"))).strip()
                as_that = f' als "{name}"' if given != name else ""
                wat = f'Het id "{given}" is al gebruikt{as_that} in {first}.'
                doe = "Kies een nieuw id; een id wordt nooit opnieuw gebruikt."
                yield other.problem(wat, doe, "id")


def _is_told(kind: Kind, place: Origin) -> bool:
    """Whether another rule says already what is wrong with the id at this place."""
    own = str(place.source.at((*place.loc, "id"))).strip()
    of_file = str(place.source.at(("id",))).strip()
    if kind in ("zienswijze", "antwoord"):
        return not _fits(place.source.file, own)
    if kind == "punt":
        return not own.startswith(f"{of_file}.") or not _fits(place.source.file, of_file)
    if kind == "motie":
        return not own.startswith(f"M-{place.source.at(('code',))}-")
    return False


def _fits(file: str, name: str) -> bool:
    """Whether a file is named after an id."""
    return file.rpartition("/")[2] == f"{name.lower()}.md"


def file_names(project: Project) -> Iterator[Problem]:
    """A file is named after the id in it: ZW-12 stands in zw-12.md."""
    records: tuple[Zienswijze | Antwoord, ...] = (*project.zienswijzen, *project.antwoorden)
    for record in records:
        origin = project.origin(record)
        if origin and not _fits(origin.source.file, record.id):
            file = origin.source.file.rpartition("/")[2]
            wat = f'Het id is "{record.id}", maar het bestand heet "{file}".'
            doe = f'Noem het bestand "{record.id.lower()}.md", of verbeter het id.'
            yield project.problem(record, wat, doe, "id")


def ids_within(project: Project) -> Iterator[Problem]:
    """The id of a punt starts with that of its zienswijze, of a motie with its gemeente's code."""
    for zienswijze in project.zienswijzen:
        for punt in zienswijze.punten:
            if not punt.id.startswith(f"{zienswijze.id}."):
                wat = f'Het punt "{punt.id}" staat in de zienswijze {zienswijze.id}.'
                doe = f'Laat het id beginnen met "{zienswijze.id}.", of verplaats het punt.'
                yield project.problem(punt, wat, doe, "id")
    for gemeente in project.gemeenten:
        for motie in gemeente.moties:
            if not motie.id.startswith(f"M-{gemeente.code}-"):
                wat = f'De motie "{motie.id}" staat bij de gemeente met code {gemeente.code}.'
                doe = f'Laat het id beginnen met "M-{gemeente.code}-", of verplaats de motie.'
                yield project.problem(motie, wat, doe, "id")


def references(project: Project) -> Iterator[Problem]:
    """What a record refers to exists."""
    for record, path, kind, name in _references(project):
        if not project.names.has(kind, name):
            nearest = suggest(name, project.names.all(kind), otherwise="")
            doe = nearest or f"{_WHERE_MADE[kind]}, of verbeter de verwijzing."
            yield project.problem(record, f'Er is geen {kind} "{name}".', doe, *path)


def no_repeats(project: Project) -> Iterator[Problem]:
    """What is named in a list is named once; a gemeente that stands twice would count twice."""
    seen: set[tuple[int, object, str]] = set()
    for record, path, _, name in _references(project):
        where = (id(record), path[0], name)
        if len(path) > 1 and where in seen:
            yield project.problem(record, f'"{name}" staat er twee keer.', _ONE_OF_BOTH, *path)
        seen.add(where)


_ONE_OF_BOTH = "Haal een van de twee weg."


Reference = tuple[Record, tuple[str | int, ...], Kind, str]


def _references(project: Project) -> Iterator[Reference]:
    yield from _from_texts(project)
    yield from _from_zienswijzen(project)
    yield from _each(project.regio, "gemeenten", "gemeente", project.regio.gemeenten)
    for antwoord in project.antwoorden:
        yield from _each(antwoord, "thema", "thema", antwoord.thema)
    for samenvatting in project.samenvattingen:
        yield samenvatting, ("versie",), "versie", samenvatting.versie
    for gemeente in project.gemeenten:
        if gemeente.raadsbesluit.versie:
            yield gemeente, ("raadsbesluit", "versie"), "versie", gemeente.raadsbesluit.versie
        for index, besluit in enumerate(gemeente.eerdere_besluiten):
            if besluit.versie:
                yield gemeente, ("eerdere_besluiten", index, "versie"), "versie", besluit.versie
    for indiener in project.indieners:
        if indiener.gemeente:
            yield indiener, ("gemeente",), "gemeente", indiener.gemeente


def _from_texts(project: Project) -> Iterator[Reference]:
    for versie in project.versies:
        if versie.voorganger:
            yield versie, ("voorganger",), "versie", versie.voorganger
    for ronde in project.regio.rondes:
        yield ronde, ("versie",), "versie", ronde.versie
    for wijziging in project.alle_wijzigingen():
        yield from _each(wijziging, "punten", "punt", wijziging.punten)


def _from_zienswijzen(project: Project) -> Iterator[Reference]:
    for zienswijze in project.zienswijzen:
        yield zienswijze, ("ronde",), "ronde", zienswijze.ronde
        yield zienswijze, ("versie",), "versie", zienswijze.versie
        yield from _each(zienswijze, "indieners", "indiener", zienswijze.indieners)
        for punt in zienswijze.punten:
            yield from _each(punt, "thema", "thema", punt.thema)
            if punt.antwoord:
                yield punt, ("antwoord",), "antwoord", punt.antwoord


def _each(record: Record, key: str, kind: Kind, names: tuple[str, ...]) -> Iterator[Reference]:
    for index, name in enumerate(names):
        yield record, (key, index), kind, name
