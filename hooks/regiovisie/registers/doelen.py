"""What references in words can lead to: the ids, numbered parts, annexes and versions that exist.

A number means nothing by itself: "onderdeel 8" is onderdeel 8 of the text that is spoken of, and
"bijlage 4" stands in the list of papers of a gemeente. So each text has its `Omgeving`::

    doelen.omgeving("docs/zienswijzen/zw-12.md")     → about version 2025-11, no gemeente
    doelen.onderdeel("2025-11-consultatieversie", "8")   → "afstemming-gemeente-en-regio"
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from regiovisie.registers.chain import geldende
from regiovisie.registers.names import Kind
from regiovisie.registers.project import WERKVERSIE, Project
from regiovisie.registers.schema import Document, Tekstbron
from regiovisie.text.slug import split_file_name
from regiovisie.text.verwijzingen import Soort, Verwijzing

IDS: Mapping[Soort, Kind] = {
    "zienswijze": "zienswijze",
    "punt": "punt",
    "wijziging": "wijziging",
    "antwoord": "antwoord",
    "motie": "motie",
}
"""Kinds of reference that are ids, and the register that gives them."""
_BIJLAGE = re.compile(r"bijlage-(\d+[a-z]?)(?:-|$)")


@dataclass(frozen=True, slots=True)
class Omgeving:
    """What a text is about, so that a number in it has a meaning."""

    tekst: str
    """The id of the version, or ``werkversie``, whose onderdelen it speaks of."""
    gemeenten: tuple[str, ...] = ()
    """The gemeenten whose papers it speaks of."""


class Doelen:
    """Everything in a project that words can refer to."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._parts: dict[str, dict[str, str]] = {}
        for tekst in (*(v.tekst for v in project.versies), project.werkversie):
            if tekst is not None:
                self._parts[tekst.id] = _parts_of(tekst)
        # A werkversie that was not begun is the newest version.
        newest = project.versies[-1].id if project.versies else ""
        self._parts.setdefault(WERKVERSIE, self._parts.get(newest, {}))
        geldend = geldende(project.versies)
        self.geldend = geldend.id if geldend else WERKVERSIE
        """The id of the text that counts."""

    @cached_property
    def versies(self) -> dict[str, str]:
        """Version numbers → ids."""
        return {versie.nummer: versie.id for versie in self._project.versies}

    @cached_property
    def wijzigingen(self) -> dict[str, bool]:
        """Ids of changes → whether they are withdrawn."""
        return {w.id: w.ingetrokken for w in self._project.alle_wijzigingen()}

    @cached_property
    def bijlagen(self) -> dict[str, dict[str, Document]]:
        """Slug of a gemeente → number of an annex → the paper; without lists that number none."""
        found = {
            gemeente.slug: {d.bijlage: d for d in gemeente.documenten if d.bijlage}
            for gemeente in self._project.gemeenten
        }
        return {slug: papers for slug, papers in found.items() if papers}

    @cached_property
    def _omgevingen(self) -> dict[str, Omgeving]:
        project = self._project
        gemeente_van = {i.slug: i.gemeente for i in project.indieners if i.gemeente}
        found = {
            f"docs/zienswijzen/{z.id.lower()}.md": Omgeving(
                z.versie,
                tuple(dict.fromkeys(gemeente_van[i] for i in z.indieners if i in gemeente_van)),
            )
            for z in project.zienswijzen
        }
        for slug, gemeente in gemeente_van.items():
            found[f"docs/indieners/{slug}.md"] = Omgeving(self.geldend, (gemeente,))
        for record in project.gemeenten:
            found[f"docs/gemeenten/{record.slug}.md"] = Omgeving(self.geldend, (record.slug,))
        return found

    def omgeving(self, bestand: str) -> Omgeving:
        """What the text in a file of the project is about."""
        folder, _, rest = bestand.partition("/")
        if folder == "versions":
            return Omgeving(rest.partition("/")[0])
        if bestand.startswith("docs/versies/"):
            return Omgeving(bestand.split("/")[2])
        if bestand.startswith("docs/regiovisie/"):
            return Omgeving(WERKVERSIE)
        return self._omgevingen.get(bestand) or Omgeving(self.geldend)

    def omgeving_van(self, record_id: str) -> Omgeving:
        """What a record is about: a wijziging, a zienswijze or a point in it."""
        if record_id.startswith("ZW-"):
            return self.omgeving(f"docs/zienswijzen/{record_id.partition('.')[0].lower()}.md")
        return Omgeving(self._tekst_van_wijziging.get(record_id, self.geldend))

    @cached_property
    def _tekst_van_wijziging(self) -> dict[str, str]:
        registers = self._project.wijzigingen.items()
        return {w.id: tekst for tekst, wijzigingen in registers for w in wijzigingen}

    def onderdelen(self, tekst: str) -> Mapping[str, str]:
        """Number → slug of the onderdelen of a text; annexes of the text as ``bijlage 2``."""
        return self._parts.get(tekst, {})

    def onderdeel(self, tekst: str, verwijzing: Verwijzing) -> str:
        """The slug of the part of a text that is meant; empty where there is none."""
        match verwijzing.soort:
            case "onderdeel":
                return self.onderdelen(tekst).get(verwijzing.naam, "")
            case "hoofdstuk" if self._project.regio.hoofdstukken:
                return self.onderdelen(tekst).get(verwijzing.naam, "")
            case "bijlage":
                return self.onderdelen(tekst).get(f"bijlage {verwijzing.naam}", "")
        return ""

    def stuk(self, omgeving: Omgeving, nummer: str) -> tuple[str, Document] | None:
        """The paper with that number, and the gemeente that has it."""
        for gemeente in omgeving.gemeenten:
            if paper := self.bijlagen.get(gemeente, {}).get(nummer):
                return gemeente, paper
        return None

    def bestaat(self, verwijzing: Verwijzing, omgeving: Omgeving) -> bool:
        """Whether the thing that is named is there to lead to."""
        naam = verwijzing.naam
        match verwijzing.soort:
            case "versie":
                return naam in self.versies
            case "bijlage":
                paper = self.stuk(omgeving, naam)
                return bool(self.onderdeel(omgeving.tekst, verwijzing) or paper)
            case "onderdeel" | "hoofdstuk":
                return bool(self.onderdeel(omgeving.tekst, verwijzing))
            case "wijziging":
                return self.wijzigingen.get(naam) is False
        return self._project.names.has(IDS[verwijzing.soort], naam)


def _parts_of(tekst: Tekstbron) -> dict[str, str]:
    """Number → slug; a file ``12-bijlage-2-kosten.md`` also counts as ``bijlage 2``."""
    parts: dict[str, str] = {}
    for name, _ in tekst.bestanden:
        nummer, slug = split_file_name(name)
        if nummer:
            parts.setdefault(nummer, slug)
        if bijlage := _BIJLAGE.match(slug):
            parts.setdefault(f"bijlage {bijlage[1]}", slug)
    return parts
