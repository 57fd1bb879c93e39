"""Each onderdeel of the text that counts has a summary in plain Dutch, of that very version."""

from __future__ import annotations

from collections.abc import Iterator

from regiovisie.errors import Problem
from regiovisie.registers.chain import geldende
from regiovisie.registers.files import ONDERDEEL_NAME
from regiovisie.registers.project import Project
from regiovisie.registers.schema import Versie

MAP = "docs/samenvattingen"
LANGST = 150
"""How many words a summary may have."""


def summaries(project: Project) -> Iterator[Problem]:
    """Warns where a summary is missing, is about another version, or is about nothing.

    A project without any summary does not use them, and hears nothing.
    """
    geldend = geldende(project.versies)
    if geldend is None or not project.names.all("samenvatting"):
        return
    slugs = _slugs(geldend)
    yield from _missing(project, geldend, slugs)
    for samenvatting in project.samenvattingen:
        if samenvatting.slug not in slugs:
            wat = f"Versie {geldend.nummer}, die nu telt, heeft geen onderdeel met deze naam."
            doe = "Geef het bestand de naam van een onderdeel, of haal het weg."
            yield project.problem(samenvatting, wat, doe)
        elif samenvatting.versie != geldend.id:
            wat = f'Deze samenvatting gaat over "{samenvatting.versie}", maar "{geldend.id}" telt.'
            doe = "Lees het onderdeel na, pas de samenvatting aan en verander daarna versie."
            yield project.problem(samenvatting, wat, doe, "versie")
        if (woorden := len(samenvatting.inhoud.split())) > LANGST:
            wat = f"Deze samenvatting heeft {woorden} woorden."
            yield project.problem(samenvatting, wat, f"Maak er hoogstens {LANGST} woorden van.")


def _missing(project: Project, geldend: Versie, slugs: list[str]) -> Iterator[Problem]:
    for slug in slugs:
        if not project.names.has("samenvatting", slug):
            wat = f"Onderdeel {slug} van versie {geldend.nummer} heeft geen samenvatting."
            doe = "Maak dit bestand en schrijf in gewone taal wat er in het onderdeel staat."
            yield Problem(f"{MAP}/{slug}.md", "", "", wat, doe)


def _slugs(versie: Versie) -> list[str]:
    """The slugs of the onderdelen of a version."""
    found = (ONDERDEEL_NAME.fullmatch(name) for name, _ in versie.tekst.bestanden)
    return [match[1] for match in found if match]
