"""Versions form one line, each with its own number; changes and steps stand where they belong."""

from __future__ import annotations

from collections.abc import Iterator

from regiovisie.errors import Problem
from regiovisie.registers.project import WERKVERSIE, Project
from regiovisie.registers.schema import Planningsstap, Versie


def own_numbers(project: Project) -> Iterator[Problem]:
    """No two versions have one number."""
    seen: dict[str, str] = {}
    for versie in sorted(project.versies, key=lambda versie: versie.id):
        first = seen.setdefault(versie.nummer, versie.id)
        if first != versie.id:
            wat = f'Het nummer "{versie.nummer}" is al van de versie {first}.'
            yield project.problem(versie, wat, "Geef een van beide een ander nummer.", "nummer")


def one_line(project: Project) -> Iterator[Problem]:
    """There is one first version, and no version has two successors."""
    seen: dict[str | None, str] = {}
    all_read = len(project.versies) == len(project.names.all("versie"))
    for versie in sorted(project.versies, key=lambda versie: versie.id):
        first = seen.setdefault(versie.voorganger, versie.id)
        if first == versie.id or (versie.voorganger is None and not all_read):
            continue
        if versie.voorganger is None:
            wat = (
                f"Deze versie heeft geen voorganger, net als {first}; er is maar één eerste versie."
            )
        else:
            wat = f'De versie "{versie.voorganger}" is ook al de voorganger van {first}.'
        doe = "Noem de versie die hier direct aan voorafging; de versies vormen één lijn."
        yield project.problem(versie, wat, doe, "voorganger")


def no_loops(project: Project) -> Iterator[Problem]:
    """No version is its own predecessor, by whatever detour."""
    by_id = {versie.id: versie for versie in project.versies}
    for versie in project.versies:
        loop = _loop(versie, by_id)
        if loop and versie.id == min(loop):
            trail = " → ".join([*loop, versie.id])
            wat = f"De voorgangers lopen in een kring: {trail}."
            doe = "Haal bij de oudste versie de voorganger weg."
            yield project.problem(versie, wat, doe, "voorganger")


def _loop(versie: Versie, by_id: dict[str, Versie]) -> list[str]:
    """The ids from this version back to itself; empty when it does not lead there."""
    trail = [versie.id]
    while (previous := by_id[trail[-1]].voorganger) in by_id and previous not in trail:
        trail.append(str(previous))
    return trail if previous == versie.id else []


def changes_where_they_belong(project: Project) -> Iterator[Problem]:
    """The first version has no changes, and those of a frozen version have their number."""
    first = {versie.id for versie in project.versies if versie.voorganger is None}
    for tekst_id, wijzigingen in project.wijzigingen.items():
        for wijziging in wijzigingen:
            if tekst_id in first:
                wat = "De eerste versie heeft geen voorganger en dus ook geen wijzigingen."
                doe = "Haal de wijziging weg, of noem in versie.yml de voorganger."
                yield project.problem(wijziging, wat, doe)
            elif tekst_id != WERKVERSIE and wijziging.id.startswith("W-concept-"):
                wat = f'Het id "{wijziging.id}" is van een concept, maar deze versie ligt vast.'
                doe = "Geef de wijziging het eerste vrije nummer."
                yield project.problem(wijziging, wat, doe, "id")


def planning_in_order(project: Project) -> Iterator[Problem]:
    """The steps of the planning stand in order of time, as far as their dates tell."""
    latest: Planningsstap | None = None
    for index, stap in enumerate(project.regio.planning):
        if latest and stap.datum.is_before(latest.datum):
            wat = f'"{stap.datum}" ligt voor "{latest.datum}", de stap erboven.'
            doe = "Zet de stappen van de planning op volgorde van tijd."
            yield project.problem(project.regio, wat, doe, "planning", index, "datum")
        else:
            latest = stap
