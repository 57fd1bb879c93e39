"""Every point has an answer, and its uitkomst agrees with the changes that name it.

::

    overgenomen    a wijziging names the point, and there is an answer
    deels          the same; the answer says why not all of it
    niet           no wijziging names it; the answer says why
    al-verwerkt    the same as the others; zie says where the text says it
    onbekend       a real submission whose answer is not public: a bron, and no answer
    open           only while its ronde runs
    the others     no wijziging names it, and there is an answer
"""

from __future__ import annotations

from collections.abc import Iterator

from regiovisie.errors import Problem
from regiovisie.registers.project import Project
from regiovisie.registers.schema import Punt, Zienswijze

_CHANGES_THE_TEXT = ("overgenomen", "deels")


def answers(project: Project) -> Iterator[Problem]:
    """Each uitkomst has the answer that belongs to it."""
    closed = {ronde.id for ronde in project.regio.rondes if ronde.status == "gesloten"}
    for zienswijze in project.zienswijzen:
        for punt in zienswijze.punten:
            if message := _answer_message(punt, zienswijze, runs=zienswijze.ronde not in closed):
                yield project.problem(punt, *message)


def _answer_message(
    punt: Punt, zienswijze: Zienswijze, *, runs: bool
) -> tuple[str, str, str] | None:
    """What is wrong with the answer, what to do, and at which key."""
    answered = bool(punt.reactie or punt.antwoord)
    if punt.uitkomst == "open":
        wat = f'Het punt staat nog open, maar de ronde "{zienswijze.ronde}" is gesloten.'
        doe = "Kies een uitkomst en schrijf een reactie."
        return None if runs else (wat, doe, "uitkomst")
    if punt.uitkomst == "onbekend":
        return _unknown_message(punt, zienswijze, answered=answered)
    if answered:
        return None
    if punt.uitkomst in ("niet", "deels"):
        wat = f'De uitkomst is "{punt.uitkomst}", maar de reden ontbreekt.'
        doe = "Schrijf bij reactie waarom, of verwijs met antwoord naar een thematisch antwoord."
    else:
        wat = f'De uitkomst is "{punt.uitkomst}", maar een reactie ontbreekt.'
        doe = "Schrijf een reactie, of verwijs met antwoord naar een thematisch antwoord."
    return wat, doe, "uitkomst"


def _unknown_message(
    punt: Punt, zienswijze: Zienswijze, *, answered: bool
) -> tuple[str, str, str] | None:
    if answered:
        wat = 'De uitkomst is "onbekend", maar er staat wel een antwoord.'
        doe = "Kies de uitkomst die bij het antwoord hoort, of haal het antwoord weg."
        return wat, doe, "uitkomst"
    if punt.voorbeeld or zienswijze.voorbeeld:
        wat = 'De uitkomst is "onbekend", maar dit is een voorbeeld.'
        doe = "Schrijf een voorbeeld van een uitkomst en een reactie."
        return wat, doe, "uitkomst"
    return None  # that it was submitted, the bron of the zienswijze says


def places_that_say_it(project: Project) -> Iterator[Problem]:
    """What the text says already is pointed at; what has no answer points at nothing."""
    for zienswijze in project.zienswijzen:
        for punt in zienswijze.punten:
            if punt.uitkomst == "al-verwerkt" and not punt.zie:
                wat = 'De uitkomst is "al-verwerkt", maar er staat niet bij waar.'
                doe = "Noem bij zie de plaats in de nieuwste versie, zoals inleiding#doel."
                yield project.problem(punt, wat, doe, "uitkomst")
            elif punt.uitkomst in ("open", "onbekend") and punt.zie:
                wat = f'De uitkomst is "{punt.uitkomst}", maar zie noemt een plaats als antwoord.'
                yield project.problem(punt, wat, "Haal zie weg, of kies een uitkomst.", "zie")


def changes_of_punten(project: Project) -> Iterator[Problem]:
    """A wijziging names the points that were taken over, and no others."""
    naming = _wijzigingen_by_punt(project)
    all_read = not project.names.is_open("wijziging")
    told: set[str] = set()
    for zienswijze in project.zienswijzen:
        for punt in zienswijze.punten:
            if punt.id in told:  # a second point with this id: the id is what is wrong
                continue
            told.add(punt.id)
            uitkomst, named_by = punt.uitkomst, naming.get(punt.id)
            if uitkomst in _CHANGES_THE_TEXT and all_read and not named_by:
                wat = f'De uitkomst is "{uitkomst}", maar geen enkele wijziging noemt dit punt.'
                doe = f"Zet {punt.id} bij punten van de wijziging, of kies een andere uitkomst."
                yield project.problem(punt, wat, doe, "uitkomst")
            elif uitkomst not in _CHANGES_THE_TEXT and named_by:
                wat = f'De uitkomst is "{uitkomst}", maar {named_by} noemt dit punt.'
                doe = "Kies overgenomen of deels, of haal het punt weg bij de wijziging."
                yield project.problem(punt, wat, doe, "uitkomst")


def _wijzigingen_by_punt(project: Project) -> dict[str, str]:
    """Per point the first wijziging that names it; withdrawn ones name nothing."""
    naming: dict[str, str] = {}
    for wijziging in project.alle_wijzigingen():
        for punt_id in () if wijziging.ingetrokken else wijziging.punten:
            naming.setdefault(punt_id, wijziging.id)
    return naming
