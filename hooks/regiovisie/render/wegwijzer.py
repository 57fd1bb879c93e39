"""Where the things that words name stand in the site.

::

    wijzer = Wegwijzer(project)
    punt = verwijzingen("Zie ZW-12.3.")[0]
    wijzer.vanaf("nota/", wijzer.omgeving("docs/antwoorden/ta-04.md")).href(punt)
    → "../zienswijzen/zw-12/#zw-12-3"
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cached_property

from regiovisie.registers import WERKVERSIE, Project
from regiovisie.registers.doelen import Doelen, Omgeving
from regiovisie.render.views import adres
from regiovisie.text.verwijzingen import Verwijzing


class Wegwijzer:
    """The addresses of everything that words can refer to, in one project."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self.doelen = Doelen(project)

    def omgeving(self, bestand: str) -> Omgeving:
        """What the text in a file of the project is about."""
        return self.doelen.omgeving(bestand)

    def vanaf(self, pagina: str, omgeving: Omgeving, basis: str = "") -> VerwijzerOpPagina:
        """Leads from a page; onderdelen stand under ``basis``, if not where their text is."""
        return VerwijzerOpPagina(self, pagina, omgeving, basis or self.basis(omgeving.tekst))

    def basis(self, tekst: str) -> str:
        """The address under which the onderdelen of a text stand."""
        if tekst == self.doelen.geldend:
            return adres.REGIOVISIE
        return adres.WERKVERSIE if tekst == WERKVERSIE else adres.versie(tekst)

    @cached_property
    def _gemeente_van_motie(self) -> dict[str, str]:
        return {m.id: g.slug for g in self._project.gemeenten for m in g.moties}

    def adres(self, verwijzing: Verwijzing, omgeving: Omgeving, basis: str) -> str:
        """The address in the site of what is named; empty where there is none."""
        naam = verwijzing.naam
        if not self.doelen.bestaat(verwijzing, omgeving):
            return ""
        match verwijzing.soort:
            case "zienswijze":
                return adres.zienswijze(naam)
            case "punt":
                return adres.punt(naam)
            case "antwoord":
                return adres.antwoord(naam)
            case "wijziging":
                return adres.wijziging(naam)
            case "motie":
                gemeente = self._gemeente_van_motie.get(naam)
                return adres.motie(gemeente, naam) if gemeente else ""
            case "versie":
                return adres.versie(self.doelen.versies[naam])
        if slug := self.doelen.onderdeel(omgeving.tekst, verwijzing):
            return f"{basis}{slug}/"
        stuk = self.doelen.stuk(omgeving, naam)
        return adres.bijlage(stuk[0], naam) if stuk else ""


@dataclass(frozen=True, slots=True)
class VerwijzerOpPagina:
    """Where the references in one text lead, from one page. See `Verwijzer`."""

    wegwijzer: Wegwijzer
    pagina: str
    omgeving: Omgeving
    basis: str

    def doel(self, verwijzing: Verwijzing) -> str:
        """The thing that is named, whichever version names it."""
        slug = self.wegwijzer.doelen.onderdeel(self.omgeving.tekst, verwijzing)
        return slug or self.wegwijzer.adres(verwijzing, self.omgeving, self.basis)

    def href(self, verwijzing: Verwijzing, onderdeel: str = "") -> str:
        """The address as seen from the page; empty for what is not there, or is right here."""
        target = self.wegwijzer.adres(verwijzing, self.omgeving, self.basis)
        page, _, fragment = target.partition("#")
        if not target or (page == self.pagina and not fragment):
            return ""
        if onderdeel and page == f"{self.basis}{onderdeel}/":
            return ""
        if page == self.pagina:
            return f"#{fragment}"
        href = posixpath.relpath(page, self.pagina or ".") + "/"
        return f"{href}#{fragment}" if fragment else href
