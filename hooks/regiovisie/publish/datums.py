"""When a page last changed, as far as the facts on it tell: never the day of a build.

::

    Paginadata(index).datum("versies/2025-11-consultatieversie/pijlers/")   "2025-11"
    Paginadata(index).datum("werkversie/pijlers/")                          ""

A date is told as exactly as it is known and no further: a day, a month or a year, as W3C-DTF
(https://www.w3.org/TR/NOTE-datetime) writes them. "Na 26 maart 2026" is none of these, so a page
whose last fact is that has no date: a date before it would say that nothing came after.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from regiovisie.registers import WERKVERSIE
from regiovisie.registers.datum import Datum
from regiovisie.registers.schema import Gemeente, Wijziging, Zienswijze
from regiovisie.render.views import adres
from regiovisie.render.views.index import Index


def laatste(datums: Iterable[Datum | None]) -> Datum | None:
    """The date that nothing else can come after; dates of which nothing is known do not count.

    What counts is the last day that a date can be: the true last change lies within that date.
    """
    bekend = [datum for datum in datums if datum and (datum.vanaf or datum.tot)]
    return max(bekend, key=_grenzen, default=None)


def _grenzen(datum: Datum) -> tuple[date, date]:
    """Its last possible day and its first; without an end it may be later than any other."""
    return (datum.tot or date.max, datum.vanaf or date.min)


@dataclass(frozen=True)
class Paginadata:
    """The dates of all pages of a site."""

    index: Index

    def datum(self, href: str) -> str:
        """When the page at an address last changed, as W3C-DTF; empty where that is not known."""
        if href in self._per_adres:
            return self._per_adres[href]
        delen = href.rstrip("/").split("/")
        boven = ("/".join(delen[:n]) + "/" for n in range(len(delen) - 1, 0, -1))
        return next((self._per_adres[b] for b in boven if b in self._per_adres), "")

    @cached_property
    def _per_adres(self) -> dict[str, str]:
        """Address → date. A page that is not here changes with the nearest one above it."""
        laatste_van = {href: laatste(datums) for href, datums in self._feiten()}
        found = {href: datum.w3c if datum else "" for href, datum in laatste_van.items()}
        return {"": found.pop(adres.HOME), **found}

    def _feiten(self) -> Iterator[tuple[str, Iterable[Datum | None]]]:
        """Address → the dates of the facts on its page."""
        yield from self._teksten()
        yield from self._registers()
        alles = [*self._alle_versies, *self._alle_zienswijzen, *self._alle_gemeenten]
        yield adres.HOME, alles
        yield adres.NOTA, [*self._alle_versies, *self._alle_zienswijzen]
        yield adres.IN_BEELD, [*self._alle_versies, *self._alle_zienswijzen]
        yield adres.PLANNING, self._geweest()
        yield adres.BRONNEN, self._gelezen()

    # --- texts and what changed in them

    def _teksten(self) -> Iterator[tuple[str, Iterable[Datum | None]]]:
        dossier = self.index.dossier
        yield adres.REGIOVISIE, self._fasen(dossier.geldend.id)
        yield adres.WERKVERSIE, ()
        for href in (adres.VERSIES, adres.VERGELIJK, adres.WIJZIGINGEN, adres.GESCHIEDENIS):
            yield href, self._alle_versies
        for versie_id in self.index.versies:
            yield adres.versie(versie_id), self._fasen(versie_id)
        for van, naar in dossier.paren:
            ids = (van, naar)
            datums = () if WERKVERSIE in ids else [d for i in ids for d in self._fasen(i)]
            yield adres.vergelijking(van, naar), datums
        for _, naar in dossier.stappen:
            yield adres.nota_staat(naar), self._fasen(naar)
        for wijziging in self.index.wijzigingen.values():
            yield adres.wijziging(wijziging.id), self._van_wijziging(wijziging)

    def _fasen(self, versie_id: str) -> list[Datum | None]:
        versie = self.index.versies.get(versie_id)
        return [fase.datum for fase in versie.fasen] if versie else []

    @cached_property
    def _alle_versies(self) -> list[Datum | None]:
        return [datum for versie_id in self.index.versies for datum in self._fasen(versie_id)]

    def _van_wijziging(self, wijziging: Wijziging) -> list[Datum | None]:
        """Its own step, and each later one that changed its words again."""
        dossier = self.index.dossier
        eigen = self._fasen(dossier.stap(wijziging.id)[1])
        return eigen + [d for v in dossier.vervolg(wijziging.id) for d in self._fasen(v.naar)]

    # --- registers

    def _registers(self) -> Iterator[tuple[str, Iterable[Datum | None]]]:
        index = self.index
        yield adres.ZIENSWIJZEN, self._alle_zienswijzen
        yield adres.INDIENERS, self._alle_zienswijzen
        yield adres.GEMEENTEN, [*self._alle_gemeenten, *self._alle_zienswijzen]
        yield adres.RAADSBESLUITEN, self._alle_gemeenten
        for zienswijze in index.project.zienswijzen:
            yield adres.zienswijze(zienswijze.id), self._van_zienswijze(zienswijze)
        for slug in index.indieners:
            eigen = index.zienswijzen_van.get(slug, ())
            yield adres.indiener(slug), [d for z in eigen for d in self._van_zienswijze(z)]
        for gemeente in index.project.gemeenten:
            eigen = index.zienswijzen_uit.get(gemeente.slug, ())
            datums = [d for z in eigen for d in self._van_zienswijze(z)]
            yield adres.gemeente(gemeente.slug), [*self._van_gemeente(gemeente), *datums]

    def _van_zienswijze(self, zienswijze: Zienswijze) -> list[Datum | None]:
        """Its receipt, and each version that it changed."""
        naar = {
            self.index.dossier.stap(wijziging.id)[1]: None
            for punt in zienswijze.punten
            for wijziging in self.index.wijzigingen_van_punt.get(punt.id, ())
        }
        return [zienswijze.ontvangen, *(d for v in naar for d in self._fasen(v))]

    @cached_property
    def _alle_zienswijzen(self) -> list[Datum | None]:
        return [d for z in self.index.project.zienswijzen for d in self._van_zienswijze(z)]

    def _van_gemeente(self, gemeente: Gemeente) -> list[Datum | None]:
        """What was decided and which papers there are; not what is only planned."""
        besluiten = (gemeente.raadsbesluit, *gemeente.eerdere_besluiten)
        return [
            *(besluit.datum for besluit in besluiten),
            *(motie.datum for motie in gemeente.moties),
            *(document.datum for document in gemeente.documenten),
        ]

    @cached_property
    def _alle_gemeenten(self) -> list[Datum | None]:
        return [
            d for gemeente in self.index.project.gemeenten for d in self._van_gemeente(gemeente)
        ]

    # --- what is planned, and what all rests on

    def _geweest(self) -> list[Datum | None]:
        return [stap.datum for stap in self.index.regio.planning if stap.status == "geweest"]

    def _gelezen(self) -> list[Datum | None]:
        """When each source was read, which is after it was written."""
        return [stuk.gelezen or stuk.datum for stuk in self.index.regio.bronnen.values()]
