"""Honesty: what is invented says so and keeps to invented bodies; all else names its source."""

from __future__ import annotations

from collections.abc import Iterator

from regiovisie.errors import Problem
from regiovisie.registers.project import Project
from regiovisie.registers.schema import Gemeente, Indiener, Record, Zienswijze

_NAME_BRON = "Noem de bron met titel en datum, of zet voorbeeld: true als het verzonnen is."


def sources(project: Project) -> Iterator[Problem]:
    """What is no example names its bron."""
    records: tuple[Zienswijze | Indiener, ...] = (*project.zienswijzen, *project.indieners)
    for record in records:
        if not record.voorbeeld and not record.bron:
            wat = f"Deze {type(record).__name__.lower()} is geen voorbeeld, maar noemt geen bron."
            yield project.problem(record, wat, _NAME_BRON, "bron")
    for gemeente in project.gemeenten:
        if not gemeente.voorbeeld:
            yield from _council_sources(project, gemeente)


def phase_sources(project: Project) -> Iterator[Problem]:
    """Each phase of a version that is no example has a bron, its own or the version's."""
    for versie in project.versies:
        for index, fase in enumerate(versie.fasen):
            if not (versie.voorbeeld or versie.bron or fase.bron):
                wat = f'De fase "{fase.fase}" is geen voorbeeld, maar noemt geen bron.'
                yield project.problem(versie, wat, _NAME_BRON, "fasen", index, "bron")


def _council_sources(project: Project, gemeente: Gemeente) -> Iterator[Problem]:
    doe = "Noem de bron met titel en datum, of schrijf nog-niet-bekend."
    besluit = gemeente.raadsbesluit
    if besluit.status != "nog-niet-bekend" and not besluit.bron:
        wat = f'Het raadsbesluit "{besluit.status}" noemt geen bron.'
        yield project.problem(gemeente, wat, doe, "raadsbesluit", "bron")
    if gemeente.zienswijze != "nog-niet-bekend" and not gemeente.zienswijze_bron:
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


_KEEP_APART = "Laat voorbeelden alleen naar voorbeelden verwijzen, en het echte naar het echte."


def _mixed(kind: str, is_example: bool, other: str) -> str:
    if is_example:
        return f'Deze {kind} is een voorbeeld, maar "{other}" is geen voorbeeld.'
    return f'Deze {kind} is geen voorbeeld, maar "{other}" is wel een voorbeeld.'


def examples_say_so(project: Project) -> Iterator[Problem]:
    """An invented body is called "Voorbeeld…", and an invented gemeente has no real code."""
    bodies: tuple[Indiener | Gemeente, ...] = (*project.indieners, *project.gemeenten)
    for body in bodies:
        if body.voorbeeld and "voorbeeld" not in body.naam.lower():
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
    return tuple(sorted(found, key=lambda problem: problem.sort_key))


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
        *project.indieners,
        *project.gemeenten,
        *(motie for gemeente in project.gemeenten for motie in gemeente.moties),
    ):
        if getattr(record, "voorbeeld", False):
            yield record


def _word(value: bool) -> str:
    return "ja" if value else "nee"
