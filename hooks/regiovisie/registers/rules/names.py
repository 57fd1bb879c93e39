"""Ids are unique, stand where they belong, and what refers to one finds it."""

from __future__ import annotations

from collections.abc import Iterator

from regiovisie.errors import Problem
from regiovisie.registers.messages import suggest
from regiovisie.registers.names import Kind
from regiovisie.registers.project import Project
from regiovisie.registers.schema import Antwoord, Record, Zienswijze

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
    """An id is given once in the whole project, and never again."""
    for kind in _UNIQUE:
        for name, first, others in project.names.duplicates(kind):
            for other in others:
                wat = f'Het id "{name}" is al gebruikt in {first}.'
                doe = "Kies een nieuw id; een id wordt nooit opnieuw gebruikt."
                yield other.problem(wat, doe, "id")


def file_names(project: Project) -> Iterator[Problem]:
    """A file is named after the id in it: ZW-12 stands in zw-12.md."""
    records: tuple[Zienswijze | Antwoord, ...] = (*project.zienswijzen, *project.antwoorden)
    for record in records:
        origin = project.origin(record)
        file = origin.source.file.rpartition("/")[2] if origin else ""
        if file != f"{record.id.lower()}.md":
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


Reference = tuple[Record, tuple[str | int, ...], Kind, str]


def _references(project: Project) -> Iterator[Reference]:
    yield from _from_texts(project)
    yield from _from_zienswijzen(project)
    yield from _each(project.regio, "gemeenten", "gemeente", project.regio.gemeenten)
    for antwoord in project.antwoorden:
        yield from _each(antwoord, "thema", "thema", antwoord.thema)
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
