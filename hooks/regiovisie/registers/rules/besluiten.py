"""What councils decided agrees with the phase of the text and with the register.

The regiovisie is adopted only when every council has adopted it; one that says no begins a
new round.
"""

from __future__ import annotations

from collections.abc import Iterator

from regiovisie.errors import Problem
from regiovisie.registers.chain import are_line
from regiovisie.registers.project import Project


def adopted_by_all(project: Project) -> Iterator[Problem]:
    """The newest version is `vastgesteld` only when all councils that decide have adopted it."""
    newest = project.versies[-1] if are_line(project.versies) and project.versies else None
    if newest is None or newest.fase.fase != "vastgesteld":
        return
    besluiten = {gemeente.slug: gemeente.raadsbesluit.status for gemeente in project.gemeenten}
    read = [slug for slug in project.regio.gemeenten if slug in besluiten]
    missing = [slug for slug in read if besluiten[slug] != "vastgesteld"]
    if missing:
        wat = (
            f"De fase is vastgesteld, maar dat geldt niet voor elke gemeenteraad: "
            f"{', '.join(missing)}."
        )
        doe = "Schrijf bij die gemeenten het raadsbesluit, of haal deze fase weg."
        yield project.problem(newest, wat, doe, "fasen", len(newest.fasen) - 1, "fase")


def registers_agree(project: Project) -> Iterator[Problem]:
    """A gemeente does not deny a zienswijze of its council that the register has."""
    raden = {i.slug: i.gemeente for i in project.indieners if i.soort == "gemeenteraad"}
    submitted: dict[str, str] = {}
    for zienswijze in project.zienswijzen:
        for slug in zienswijze.indieners if zienswijze.soort == "zienswijze" else ():
            submitted.setdefault(raden.get(slug) or "", zienswijze.id)
    for gemeente in project.gemeenten:
        if gemeente.zienswijze != "ingediend" and gemeente.slug in submitted:
            wat = (
                f'Hier staat "{gemeente.zienswijze}", maar {submitted[gemeente.slug]} '
                "is een zienswijze van deze raad."
            )
            yield project.problem(gemeente, wat, "Schrijf zienswijze: ingediend.", "zienswijze")
