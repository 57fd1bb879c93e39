"""Versions form one line, each with its own number."""

from __future__ import annotations

from collections.abc import Iterator

from regiovisie.errors import Problem
from regiovisie.registers.project import Project
from regiovisie.registers.schema import Versie


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
