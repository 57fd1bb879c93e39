"""Every point has an answer, and its uitkomst agrees with the changes that name it.

::

    overgenomen    a wijziging names the point, and there is an answer
    deels          the same; the answer says why not all of it
    niet           no wijziging names it; the answer says why
    onbekend       a real submission whose answer is not public: a bron, and no answer
    open           only while its ronde runs
    the others     no wijziging names it, and there is an answer
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from regiovisie.errors import Problem
from regiovisie.registers.project import Project
from regiovisie.registers.schema import Punt, Wijziging, Zienswijze

_CHANGES_THE_TEXT = ("overgenomen", "deels")
_FROM_PUNTEN = ("zienswijze", "advies", "inspraak")
_HERKOMST_OF = {
    "zienswijze": "zienswijze",
    "advies": "advies",
    "inspraakreactie": "inspraak",
    "brief": "inspraak",
}


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
        return _unknown_message(answered, has_bron=bool(punt.bron or zienswijze.bron))
    if answered:
        return None
    if punt.uitkomst in ("niet", "deels"):
        wat = f'De uitkomst is "{punt.uitkomst}", maar de reden ontbreekt.'
        doe = "Schrijf bij reactie waarom, of verwijs met antwoord naar een thematisch antwoord."
    else:
        wat = f'De uitkomst is "{punt.uitkomst}", maar een reactie ontbreekt.'
        doe = "Schrijf een reactie, of verwijs met antwoord naar een thematisch antwoord."
    return wat, doe, "uitkomst"


def _unknown_message(answered: bool, has_bron: bool) -> tuple[str, str, str] | None:
    if answered:
        wat = 'De uitkomst is "onbekend", maar er staat wel een antwoord.'
        doe = "Kies de uitkomst die bij het antwoord hoort, of haal het antwoord weg."
        return wat, doe, "uitkomst"
    if not has_bron:
        wat = 'De uitkomst is "onbekend", maar een bron ontbreekt.'
        return wat, "Noem bij bron waar staat dat dit punt is ingediend.", "uitkomst"
    return None


def changes_of_punten(project: Project) -> Iterator[Problem]:
    """A wijziging names the points that were taken over, and no others."""
    naming = _wijzigingen_by_punt(project)
    all_read = not project.names.is_open("wijziging")
    for zienswijze in project.zienswijzen:
        for punt in zienswijze.punten:
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


def herkomst(project: Project) -> Iterator[Problem]:
    """A wijziging says what its herkomst asks for: points, or why."""
    soorten = {zienswijze.id: zienswijze.soort for zienswijze in project.zienswijzen}
    for wijziging in project.alle_wijzigingen():
        if message := _herkomst_message(wijziging, soorten):
            yield project.problem(wijziging, *message)


def _herkomst_message(
    wijziging: Wijziging, soorten: Mapping[str, str]
) -> tuple[str, str, str] | None:
    cause = wijziging.herkomst
    if cause in _FROM_PUNTEN:
        return _punten_message(wijziging, soorten)
    if wijziging.punten:
        wat = f'De herkomst is "{cause}", maar er staan punten bij.'
        return wat, "Kies zienswijze, advies of inspraak, of haal de punten weg.", "punten"
    if cause in ("ambtshalve", "wetswijziging") and not wijziging.toelichting:
        wat = f'De herkomst is "{cause}", maar de toelichting ontbreekt.'
        return wat, "Schrijf bij toelichting waarom de tekst is gewijzigd.", "toelichting"
    return None


def _punten_message(
    wijziging: Wijziging, soorten: Mapping[str, str]
) -> tuple[str, str, str] | None:
    cause = wijziging.herkomst
    if not wijziging.punten:
        wat = f'De herkomst is "{cause}", maar er staan geen punten bij.'
        return wat, "Noem bij punten welk punt de wijziging gaf, zoals [ZW-12.3].", "punten"
    parents = [punt_id.partition(".")[0] for punt_id in wijziging.punten]
    if any(parent not in soorten for parent in parents):
        return None
    causes = sorted({_HERKOMST_OF[soorten[parent]] for parent in parents})
    if cause in causes:
        return None
    wat = f'De herkomst is "{cause}", maar geen van de punten komt uit een {_SUBMISSION[cause]}.'
    return wat, f"Kies de herkomst {' of '.join(causes)}, of verbeter de punten.", "herkomst"


_SUBMISSION = {
    "zienswijze": "zienswijze",
    "advies": "advies",
    "inspraak": "inspraakreactie of brief",
}
