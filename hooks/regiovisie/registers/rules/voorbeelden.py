"""Honesty: what is invented says so and keeps to invented bodies; all else names its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regiovisie.errors import Problem
from regiovisie.registers.project import Project
from regiovisie.registers.regio import Ronde
from regiovisie.registers.schema import (
    Antwoord,
    Gemeente,
    Indiener,
    Raadsbesluit,
    Record,
    Versie,
    Wijziging,
    Zienswijze,
)

_NAME_BRON = "Noem de bron met titel en datum, of zet voorbeeld: true als het verzonnen is."


def sources(project: Project) -> Iterator[Problem]:
    """What is no example names its bron.

    A wijziging needs none: the frozen text shows it, and its points or its toelichting say why.
    """
    records: tuple[Zienswijze | Antwoord | Indiener | Ronde, ...] = (
        *project.zienswijzen,
        *project.antwoorden,
        *project.indieners,
        *project.regio.rondes,
    )
    for record in records:
        bron = record.alle_bronnen if isinstance(record, Ronde) else record.bron
        if not record.voorbeeld and not bron:
            name = type(record).__name__.lower()
            this = "Dit" if isinstance(record, Antwoord) else "Deze"
            wat = f"{this} {name} is geen voorbeeld, maar noemt geen bron."
            yield project.problem(record, wat, _NAME_BRON, "bron")


def phase_sources(project: Project) -> Iterator[Problem]:
    """Each phase of a version that is no example has a bron, its own or the version's."""
    for versie in project.versies:
        for index, fase in enumerate(versie.fasen):
            if not (versie.voorbeeld or versie.bron or fase.alle_bronnen):
                wat = f'De fase "{fase.fase}" is geen voorbeeld, maar noemt geen bron.'
                yield project.problem(versie, wat, _NAME_BRON, "fasen", index, "bron")


def council_sources(project: Project) -> Iterator[Problem]:
    """What a real council decided, submitted or asked has a bron; nothing of it is invented."""
    for gemeente in project.gemeenten:
        if not gemeente.voorbeeld:
            yield from _council_sources(project, gemeente)


def _council_sources(project: Project, gemeente: Gemeente) -> Iterator[Problem]:
    doe = "Noem de bron met titel en datum, of schrijf nog-niet-bekend."
    for path, besluit in _decisions(gemeente):
        if besluit.status != "nog-niet-bekend" and not besluit.alle_bronnen:
            wat = f'Het raadsbesluit "{besluit.status}" noemt geen bron.'
            yield project.problem(gemeente, wat, doe, *path, "bron")
    if gemeente.zienswijze != "nog-niet-bekend" and not gemeente.alle_zienswijze_bronnen:
        wat = f'De zienswijze "{gemeente.zienswijze}" noemt geen bron.'
        yield project.problem(gemeente, wat, doe, "zienswijze_bron")
    for motie in gemeente.moties:
        if motie.voorbeeld:
            wat = f"Deze motie is een voorbeeld, maar {gemeente.naam} is een bestaande gemeente."
            doe = "Zet een verzonnen motie bij een voorbeeldgemeente."
            yield project.problem(motie, wat, doe, "voorbeeld")
        elif not motie.bron:
            yield project.problem(
                motie, "Deze motie noemt geen bron.", "Noem de bron met titel en datum.", "bron"
            )


def _decisions(gemeente: Gemeente) -> Iterator[tuple[tuple[str | int, ...], Raadsbesluit]]:
    """The decision of a council and its earlier ones, each with where it stands."""
    yield ("raadsbesluit",), gemeente.raadsbesluit
    for index, besluit in enumerate(gemeente.eerdere_besluiten):
        yield ("eerdere_besluiten", index), besluit


def examples_apart(project: Project) -> Iterator[Problem]:
    """An invented zienswijze has invented indieners only, and a real one real indieners."""
    indieners = {indiener.slug: indiener for indiener in project.indieners}
    gemeenten = {gemeente.slug: gemeente for gemeente in project.gemeenten}
    for zienswijze in project.zienswijzen:
        for index, slug in enumerate(zienswijze.indieners):
            indiener = indieners.get(slug)
            if indiener and indiener.voorbeeld != zienswijze.voorbeeld:
                wat = _mixed("zienswijze", zienswijze.voorbeeld, indiener.naam)
                yield project.problem(zienswijze, wat, _KEEP_APART, "indieners", index)
    for indiener in project.indieners:
        gemeente = gemeenten.get(indiener.gemeente or "")
        if gemeente and gemeente.voorbeeld != indiener.voorbeeld:
            wat = _mixed("indiener", indiener.voorbeeld, gemeente.naam)
            yield project.problem(indiener, wat, _KEEP_APART, "gemeente")


def answers_apart(project: Project) -> Iterator[Problem]:
    """An invented point has an invented answer, and stands in an invented zienswijze."""
    antwoorden = {antwoord.id: antwoord for antwoord in project.antwoorden}
    for zienswijze in project.zienswijzen:
        yield from _answerers(project, zienswijze)
        for punt in zienswijze.punten:
            if punt.voorbeeld and not zienswijze.voorbeeld:
                wat = f"Dit punt is een voorbeeld, maar {zienswijze.id} is geen voorbeeld."
                yield project.problem(punt, wat, _KEEP_APART, "voorbeeld")
            antwoord = antwoorden.get(punt.antwoord or "")
            if antwoord and antwoord.voorbeeld != zienswijze.voorbeeld:
                wat = _mixed("zienswijze", zienswijze.voorbeeld, antwoord.id)
                yield project.problem(punt, wat, _KEEP_APART, "antwoord")


def _answerers(project: Project, zienswijze: Zienswijze) -> Iterator[Problem]:
    """No real body answers or checks an example, and no invented one what is real."""
    beantwoorder = zienswijze.beantwoord_door or project.regio.beantwoorder
    if not any(punt.reactie for punt in zienswijze.punten):
        return
    for key, name in (
        ("beantwoord_door", beantwoorder),
        ("gecontroleerd_door", zienswijze.gecontroleerd_door),
    ):
        if name and _says_so(name) != zienswijze.voorbeeld:
            wat = _mixed("zienswijze", zienswijze.voorbeeld, name)
            yield project.problem(zienswijze, wat, _KEEP_APART, key)


def changes_apart(project: Project) -> Iterator[Problem]:
    """An invented wijziging stands in an invented version and names invented points only."""
    versies = {versie.id: versie for versie in project.versies}
    parents = {
        punt.id: zienswijze for zienswijze in project.zienswijzen for punt in zienswijze.punten
    }
    for versie_id, wijzigingen in project.wijzigingen.items():
        versie = versies.get(versie_id)
        for wijziging in wijzigingen:
            if wijziging.voorbeeld and versie and not versie.voorbeeld:
                yield _change_of_real_version(project, wijziging, versie)
            for index, punt_id in enumerate(wijziging.punten):
                parent = parents.get(punt_id)
                if parent and parent.voorbeeld != wijziging.voorbeeld:
                    yield _change_of_point(project, wijziging, versie, index)


def _change_of_real_version(project: Project, wijziging: Wijziging, versie: Versie) -> Problem:
    name = f"versie {versie.nummer}"
    wat = f"Deze wijziging is een voorbeeld, maar {name} is dat niet."
    doe = (
        "Haal voorbeeld: true weg als de wijziging echt is. "
        f"Is heel {name} verzonnen? Zet dan daar voorbeeld: true."
    )
    return project.problem(wijziging, wat, doe, "voorbeeld")


def _change_of_point(
    project: Project, wijziging: Wijziging, versie: Versie | None, index: int
) -> Problem:
    """A wijziging and its point of which only one is invented."""
    punt_id = wijziging.punten[index]
    which = f"Deze wijziging van {f'versie {versie.nummer}' if versie else 'de werkversie'}"
    drop = f"aal {punt_id} weg bij punten"
    if wijziging.voorbeeld:
        wat = f"{which} is een voorbeeld, maar {punt_id} is echt."
        doe = f"H{drop}, of haal voorbeeld: true weg als de wijziging echt is."
    else:
        wat = f"{which} is geen voorbeeld, maar {punt_id} wel."
        # What stands in a real version cannot become an example.
        may_be = not versie or versie.voorbeeld
        doe = f"Zet voorbeeld: true bij de wijziging, of h{drop}." if may_be else f"H{drop}."
    return project.problem(wijziging, wat, doe, "punten", index)


_KEEP_APART = "Laat voorbeelden alleen naar voorbeelden verwijzen, en het echte naar het echte."


def _mixed(kind: str, is_example: bool, other: str) -> str:
    if is_example:
        return f'Deze {kind} is een voorbeeld, maar "{other}" is geen voorbeeld.'
    return f'Deze {kind} is geen voorbeeld, maar "{other}" is wel een voorbeeld.'


def examples_say_so(project: Project) -> Iterator[Problem]:
    """An invented body is called "Voorbeeld…", and an invented gemeente has no real code."""
    bodies: tuple[Indiener | Gemeente, ...] = (*project.indieners, *project.gemeenten)
    for body in bodies:
        if body.voorbeeld and not _says_so(body.naam):
            wat = f'"{body.naam}" is een voorbeeld, maar de naam zegt dat niet.'
            yield project.problem(body, wat, 'Zet "Voorbeeld" in de naam.', "naam")
    for gemeente in project.gemeenten:
        if gemeente.voorbeeld != gemeente.code.startswith("voorbeeld-"):
            wat = f'De code "{gemeente.code}" past niet bij voorbeeld: {_word(gemeente.voorbeeld)}.'
            doe = "Een voorbeeldgemeente heeft een code als voorbeeld-1, een echte een als gm0106."
            yield project.problem(gemeente, wat, doe, "code")


def examples_do_not_decide(project: Project) -> Iterator[Problem]:
    """An invented gemeente is not among those that decide."""
    examples = {gemeente.slug for gemeente in project.gemeenten if gemeente.voorbeeld}
    for index, slug in enumerate(project.regio.gemeenten):
        if slug in examples:
            wat = f'De voorbeeldgemeente "{slug}" staat tussen de gemeenten die besluiten.'
            doe = "Haal haar uit deze lijst; een voorbeeld telt niet mee."
            yield project.problem(project.regio, wat, doe, "gemeenten", index)


_RESIDENT = re.compile(r"(?:voorbeeld)?inwoners?(?: [0-9]+)?(?: \(voorbeeld\))?", re.IGNORECASE)


def residents_without_name(project: Project) -> Iterator[Problem]:
    """An inwoner is a role and a number, never a name."""
    for indiener in project.indieners:
        if indiener.soort == "inwoner" and not _RESIDENT.fullmatch(indiener.naam):
            wat = "Een inwoner staat nooit met een naam op de site."
            doe = 'Schrijf "Inwoner" met een nummer, zoals "Inwoner 3", ook in de bestandsnaam.'
            yield project.problem(indiener, wat, doe, "naam")


def productie_problems(project: Project) -> tuple[Problem, ...]:
    """What may not be published as the official site: examples, and a text that is not official."""
    found = [
        project.problem(record, "Dit is een voorbeeld.", _FOR_REAL, "voorbeeld")
        for record in _examples(project)
    ]
    if not project.regio.officieel:
        wat = "De tekst is niet de officiële tekst van de regio."
        doe = "Zet officieel: true zodra de regio de tekst heeft vrijgegeven."
        found.append(project.problem(project.regio, wat, doe, "officieel"))
    found.extend(_example_address(project))
    return tuple(sorted(found, key=lambda problem: problem.sort_key))


def _example_address(project: Project) -> Iterator[Problem]:
    """An address under .example (RFC 2606) belongs to nobody, so no reader could find the site."""
    origin = project.origin(project.regio)
    address = origin.source.at(("site_url",)) if origin else None
    if origin and isinstance(address, str) and _EXAMPLE_HOST.match(address):
        wat = f'Het adres "{address}" is een voorbeeldadres.'
        yield origin.source.problem(("site_url",), wat, "Zet hier het adres van uw site.")


_EXAMPLE_HOST = re.compile(r"https?://[^/]*\.example(?:[:/]|$)", re.IGNORECASE)
_FOR_REAL = "Vervang het voorbeeld door wat echt is, of bouw zonder --productie."


def _examples(project: Project) -> Iterator[Record]:
    """Every record that says that it is invented, also those inside another record."""
    for record in (
        *project.versies,
        *project.alle_wijzigingen(),
        *project.regio.rondes,
        *project.zienswijzen,
        *(punt for zienswijze in project.zienswijzen for punt in zienswijze.punten),
        *project.antwoorden,
        *project.samenvattingen,
        *project.indieners,
        *project.gemeenten,
        *(motie for gemeente in project.gemeenten for motie in gemeente.moties),
    ):
        if getattr(record, "voorbeeld", False):
            yield record


def _says_so(name: str) -> bool:
    """Whether a name says that it is invented."""
    return "voorbeeld" in name.lower()


def _word(value: bool) -> str:
    return "ja" if value else "nee"
