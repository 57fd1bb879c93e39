"""What runs out with time, seen from a day that somebody names: a build knows no clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from regiovisie.errors import Problem
from regiovisie.registers import Project

SOON = timedelta(days=30)
YEAR = timedelta(days=366)
_DOE = "Kijk of het adres nog klopt en zet er een dag van hooguit een jaar later."


def verloop(project: Project, op: date) -> Iterator[tuple[bool, Problem]]:
    """What has run out or soon will on that day, and whether it must be mended first."""
    known = project.regio.beveiliging
    if known is None:
        return
    left = date.fromisoformat(known.verloopt) - op
    if left <= timedelta(0):
        yield True, _problem(project, f"security.txt is verlopen op {known.verloopt}.")
    elif left <= SOON:
        yield False, _problem(project, f"security.txt verloopt over {left.days} dagen.")
    elif left > YEAR:
        wat = f"security.txt verloopt op {known.verloopt}: dat is meer dan een jaar vooruit."
        yield False, _problem(project, wat)


def _problem(project: Project, wat: str) -> Problem:
    return project.problem(project.regio, wat, _DOE, "beveiliging", "verloopt")
