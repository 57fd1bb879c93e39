"""What programs can read instead of a page, or to follow it: its data and its feeds.

::

    wijzer.gegevens("zienswijzen/zw-12/")   → data/zienswijzen/zw-12.json
    wijzer.gegevens("regiovisie/pijlers/")  → data/teksten/2026-04-ter-vaststelling/06-pijlers.md
    wijzer.stromen("indieners/raad-x/")     → feeds/indiener/raad-x.atom

Every page leads to the file that says most of what it says; a page that editors wrote leads to
the catalogue of all files.
"""

from __future__ import annotations

from dataclasses import dataclass

from regiovisie.registers import WERKVERSIE
from regiovisie.render.views import adres, gegevens_adres
from regiovisie.render.views.basis import Link
from regiovisie.render.views.gegevens_velden import (
    RAADSBESLUITEN,
    VERSIES,
    WIJZIGINGEN,
    ZIENSWIJZEN,
    Gegevensset,
)
from regiovisie.render.views.index import Index

_PER_HOOFDSTUK: dict[str, Gegevensset] = {
    adres.VERSIES: VERSIES,
    adres.REGIOVISIE: VERSIES,
    adres.WERKVERSIE: WIJZIGINGEN,
    adres.VERGELIJK: WIJZIGINGEN,
    adres.WIJZIGINGEN: WIJZIGINGEN,
    adres.GESCHIEDENIS: WIJZIGINGEN,
    adres.NOTA_STAAT: WIJZIGINGEN,
    adres.NOTA_AMBTSHALVE: WIJZIGINGEN,
    adres.NOTA: ZIENSWIJZEN,
    adres.IN_BEELD: ZIENSWIJZEN,
    adres.ZIENSWIJZEN: ZIENSWIJZEN,
    adres.INDIENERS: ZIENSWIJZEN,
    adres.UITVOERING: ZIENSWIJZEN,
    adres.GEMEENTEN: RAADSBESLUITEN,
    adres.RAADSBESLUITEN: RAADSBESLUITEN,
}
"""The set that a part of the site is made from; the longest address that fits counts."""
_TYPEN = {"json": "application/json", "md": "text/markdown"}


@dataclass(frozen=True, slots=True)
class PaginaGegevens:
    """The data of one page."""

    href: str
    soort: str
    """Its media type: ``application/json``."""


class BijPagina:
    """What belongs to each page, by its address."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._dossier = index.dossier
        self._wijzigingen = {wijziging_id.lower() for wijziging_id in index.wijzigingen}

    def gegevens(self, pagina: str) -> PaginaGegevens:
        """The file that says most of what a page says."""
        href = self._bestand(pagina)
        return PaginaGegevens(href, _TYPEN[href.rpartition(".")[2]])

    def _bestand(self, pagina: str) -> str:
        match pagina.split("/")[:-1]:
            case ["zienswijzen", naam] if naam.upper() in self._index.zienswijzen:
                return gegevens_adres.record("zienswijzen", naam)
            case ["wijzigingen", naam] if naam in self._wijzigingen:
                return gegevens_adres.record("wijzigingen", naam)
            case ["vergelijk", van, naar, *_] if (van, naar) in self._dossier.paren:
                return gegevens_adres.vergelijking(van, naar)
            case ["versies", versie_id, *slug] if versie_id in self._index.versies:
                return self._tekst(versie_id, versie_id, slug)
            case ["regiovisie", *slug]:
                geldend = self._dossier.geldend.id
                return self._tekst(geldend, geldend, slug)
            case ["werkversie", slug]:
                return self._tekst(WERKVERSIE, "", [slug])
        return self._van_hoofdstuk(pagina)

    def _tekst(self, tekst_id: str, versie_id: str, slug: list[str]) -> str:
        """The Markdown of an onderdeel, else what is known of the version."""
        onderdeel = self._dossier.tekst(tekst_id).onderdeel(slug[0]) if slug else None
        if onderdeel:
            return gegevens_adres.tekstbestand(tekst_id, onderdeel.bestand)
        if versie_id:
            return gegevens_adres.record("versies", versie_id)
        return WIJZIGINGEN.bestand("json")

    def _van_hoofdstuk(self, pagina: str) -> str:
        passend = [hoofd for hoofd in _PER_HOOFDSTUK if pagina.startswith(hoofd)]
        if not passend:
            return gegevens_adres.CATALOGUS
        return _PER_HOOFDSTUK[max(passend, key=len)].bestand("json")

    def stromen(self, pagina: str) -> tuple[Link, ...]:
        """The feeds that tell when something on a page changes."""
        match pagina.split("/")[:-1]:
            case [] | ["versies"] | ["data"]:
                return (self.versies, self.wijzigingen)
            case ["regiovisie" | "werkversie" | "geschiedenis", slug]:
                return self._van_onderdeel(slug)
            case ["versies", _, slug] | ["wijzigingen", "onderdeel", slug]:
                return self._van_onderdeel(slug)
            case ["vergelijk", _, _, slug]:
                return self._van_onderdeel(slug)
            case ["indieners", slug] if slug in self._index.indieners:
                return (self.indiener(slug),)
            case ["zienswijzen", naam] if naam.upper() in self._index.zienswijzen:
                zienswijze = self._index.zienswijzen[naam.upper()]
                return tuple(self.indiener(slug) for slug in zienswijze.indieners)
            case ["wijzigingen" | "vergelijk" | "geschiedenis", *_]:
                return (self.wijzigingen,)
            case ["regiovisie" | "versies", *_]:
                return (self.versies,)
        return ()

    def _van_onderdeel(self, slug: str) -> tuple[Link, ...]:
        return (self.onderdeel(slug),) if slug in self._index.onderdeel_namen else ()

    @property
    def wijzigingen(self) -> Link:
        """All changes."""
        return Link(gegevens_adres.STROOM_WIJZIGINGEN, "Alle wijzigingen")

    @property
    def versies(self) -> Link:
        """New versions."""
        return Link(gegevens_adres.STROOM_VERSIES, "Nieuwe versies")

    def onderdeel(self, slug: str) -> Link:
        """The changes in one onderdeel."""
        naam = self._index.onderdeel_namen[slug]
        return Link(gegevens_adres.stroom_onderdeel(slug), f"Wijzigingen in {naam}")

    def indiener(self, slug: str) -> Link:
        """What was done with the points of one indiener."""
        indiener = self._index.indieners[slug]
        label = " (voorbeeld)" if indiener.voorbeeld else ""
        href = gegevens_adres.stroom_indiener(slug)
        return Link(href, f"Reacties van {indiener.naam}{label}")
