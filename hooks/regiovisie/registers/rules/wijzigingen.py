"""Each wijziging stands where it belongs, says what was changed, and says why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from regiovisie.errors import Problem
from regiovisie.registers.project import WERKVERSIE, Project
from regiovisie.registers.schema import Wijziging

CONCEPT = "W-concept-"
_FROM_PUNTEN = ("zienswijze", "advies", "inspraak")
_HERKOMST_OF = {
    "zienswijze": "zienswijze",
    "advies": "advies",
    "inspraakreactie": "inspraak",
    "brief": "inspraak",
}


def where_they_belong(project: Project) -> Iterator[Problem]:
    """The first version has no changes; those of a frozen version have a number, drafts none."""
    first = {versie.id for versie in project.versies if versie.voorganger is None}
    for tekst_id, wijzigingen in project.wijzigingen.items():
        for wijziging in wijzigingen:
            name, is_concept = wijziging.id, wijziging.id.startswith(CONCEPT)
            if tekst_id in first:
                wat = "De eerste versie heeft geen voorganger en dus ook geen wijzigingen."
                doe = "Haal de wijziging weg, of noem in versie.yml de voorganger."
                yield project.problem(wijziging, wat, doe)
            elif tekst_id != WERKVERSIE and is_concept:
                wat = f'Het id "{name}" is van een concept, maar deze versie ligt vast.'
                doe = "Geef de wijziging het eerste vrije nummer."
                yield project.problem(wijziging, wat, doe, "id")
            elif tekst_id == WERKVERSIE and not is_concept and not _is_told(project, name):
                wat = f'Het id "{name}" is een vast nummer, maar deze tekst ligt nog niet vast.'
                number = name.removeprefix("W-")
                doe = f"Noem haar {CONCEPT}{number}; haar nummer krijgt zij als de versie vastligt."
                yield project.problem(wijziging, wat, doe, "id")


def _is_told(project: Project, name: str) -> bool:
    """Whether the id is wrong for another reason: a frozen version has it already."""
    return any(name == given for given, *_ in project.names.duplicates("wijziging"))


def everywhere_of_what(project: Project) -> Iterator[Problem]:
    """`overal` speaks of words, so there must be words."""
    for wijziging in project.alle_wijzigingen():
        for path, target in wijziging.doelen:
            if target.overal and not (target.was or target.wordt):
                wat = "Hier staat overal, maar niet welke woorden overal zijn veranderd."
                doe = "Noem die bij was of wordt, of haal overal weg."
                yield project.problem(wijziging, wat, doe, *path, "overal")


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
