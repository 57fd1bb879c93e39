"""The registers with an index: every record by its id, and what refers to what.

Made once per build, so that no view walks through a register to find one record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from regiovisie.herkomst.dossier import Dossier, PlekInStap
from regiovisie.herkomst.vergelijking import Vergelijking
from regiovisie.model import Onderdeel
from regiovisie.registers import WERKVERSIE, Project
from regiovisie.registers.schema import (
    Antwoord,
    Bron,
    Gemeente,
    Indiener,
    Plaats,
    Punt,
    Regio,
    Versie,
    Wijziging,
    Zienswijze,
)
from regiovisie.render.opmaker import Opmaker
from regiovisie.render.views import adres
from regiovisie.render.views.basis import BronView, Link

Paar = tuple[str, str]
"""Ids of two versions, old and new."""


@dataclass(frozen=True)
class Index:
    """A dossier with its records by id."""

    dossier: Dossier
    opmaker: Opmaker

    @property
    def project(self) -> Project:
        """The registers as they were read."""
        return self.dossier.project

    @property
    def regio(self) -> Regio:
        """The region's own facts."""
        return self.project.regio

    @cached_property
    def versies(self) -> dict[str, Versie]:
        """Versions by id, oldest first."""
        return {versie.id: versie for versie in self.dossier.versies}

    @cached_property
    def zienswijzen(self) -> dict[str, Zienswijze]:
        """Zienswijzen by id."""
        return {zienswijze.id: zienswijze for zienswijze in self.project.zienswijzen}

    @cached_property
    def punten(self) -> dict[str, tuple[Punt, Zienswijze]]:
        """Points by id, each with its zienswijze."""
        return {punt.id: (punt, z) for z in self.project.zienswijzen for punt in z.punten}

    @cached_property
    def indieners(self) -> dict[str, Indiener]:
        """Indieners by slug."""
        return {indiener.slug: indiener for indiener in self.project.indieners}

    @cached_property
    def gemeenten(self) -> dict[str, Gemeente]:
        """Municipalities by slug, examples included."""
        return {gemeente.slug: gemeente for gemeente in self.project.gemeenten}

    @cached_property
    def antwoorden(self) -> dict[str, Antwoord]:
        """Thematic answers by id."""
        return {antwoord.id: antwoord for antwoord in self.project.antwoorden}

    @cached_property
    def wijzigingen(self) -> dict[str, Wijziging]:
        """Changes by id, in order, without the withdrawn ones."""
        return {w.id: w for w in self.dossier.wijzigingen if not w.ingetrokken}

    @cached_property
    def zienswijzen_van(self) -> dict[str, tuple[Zienswijze, ...]]:
        """Zienswijzen by slug of an indiener."""
        found: dict[str, list[Zienswijze]] = defaultdict(list)
        for zienswijze in self.project.zienswijzen:
            for slug in zienswijze.indieners:
                found[slug].append(zienswijze)
        return {slug: tuple(zienswijzen) for slug, zienswijzen in found.items()}

    @cached_property
    def wijzigingen_van_punt(self) -> dict[str, tuple[Wijziging, ...]]:
        """By id of a point, the changes that name it."""
        found: dict[str, list[Wijziging]] = defaultdict(list)
        for wijziging in self.wijzigingen.values():
            for punt_id in wijziging.punten:
                found[punt_id].append(wijziging)
        return {punt_id: tuple(wijzigingen) for punt_id, wijzigingen in found.items()}

    @cached_property
    def paren_met(self) -> dict[str, tuple[Paar, ...]]:
        """By id of a change, the pairs in which something of it is left to see."""
        return self._by_wijziging(lambda vergelijking: vergelijking.wijzigingen)

    @cached_property
    def paren_zonder(self) -> dict[str, tuple[Paar, ...]]:
        """By id of a change, the pairs over its step in which nothing of it is left."""
        return self._by_wijziging(lambda vergelijking: vergelijking.weggevallen)

    def _by_wijziging(
        self, ids_of: Callable[[Vergelijking], tuple[str, ...]]
    ) -> dict[str, tuple[Paar, ...]]:
        found: dict[str, list[Paar]] = defaultdict(list)
        for paar in self.dossier.paren:
            for wijziging_id in ids_of(self.dossier.vergelijking(*paar)):
                found[wijziging_id].append(paar)
        return {wijziging_id: tuple(paren) for wijziging_id, paren in found.items()}

    @cached_property
    def plekken_bij(self) -> dict[str, tuple[PlekInStap, ...]]:
        """By lifeline, every place where a step changed it, oldest first."""
        found: dict[str, list[PlekInStap]] = defaultdict(list)
        for van, naar in self.dossier.stappen:
            for onderdeel in self.dossier.vergelijking(van, naar).onderdelen:
                for plek in onderdeel.plekken:
                    found[plek.levenslijn].append(PlekInStap(van, naar, onderdeel, plek))
        return {lijn: tuple(plekken) for lijn, plekken in found.items()}

    def indiener_links(self, zienswijze: Zienswijze) -> tuple[Link, ...]:
        """Who submitted, each as a link to its page."""
        return tuple(
            Link(adres.indiener(slug), self.indieners[slug].naam)
            for slug in zienswijze.indieners
            if slug in self.indieners
        )

    def versie_naam(self, versie_id: str) -> str:
        """A version in words: ``versie 0.2``."""
        versie = self.versies.get(versie_id)
        return f"versie {versie.nummer}" if versie else versie_id

    def onderdelen(self, versie_id: str) -> tuple[Onderdeel, ...]:
        """The onderdelen of a version in reading order."""
        return self.dossier.tekst(versie_id).onderdelen

    def is_voorbeeld(self, versie_id: str) -> bool:
        """Whether a version is an example; the werkversie is what its predecessor is."""
        versie = self.versies.get(versie_id)
        return (versie or self.dossier.geldend).voorbeeld

    def plaats_tekst(self, versie_id: str, plaats: Plaats) -> str:
        """A place in words: ``4 Uitgangspunten › Zo thuis mogelijk``."""
        onderdeel = self.dossier.tekst(versie_id).onderdeel(plaats.onderdeel)
        if onderdeel is None:
            return plaats.onderdeel
        naam = f"{onderdeel.nummer} {onderdeel.titel}".strip()
        kop = next((b.words for b in onderdeel.blocks if plaats.kop and b.slug == plaats.kop), "")
        return f"{naam} › {kop}" if kop else naam

    def plaats_link(self, versie_id: str, plaats: Plaats) -> Link:
        """A place in a version, as a link to it."""
        tekst = self.plaats_tekst(versie_id, plaats)
        if versie_id == WERKVERSIE:
            return Link(adres.werkversie(plaats.onderdeel), tekst)
        return Link(adres.versie(versie_id, plaats.onderdeel, plaats.kop), tekst)


def bron_view(bron: Bron | None) -> BronView | None:
    """A source as one line: title, date, place in it, and when it was read."""
    if bron is None:
        return None
    delen = [f"{bron.titel} ({bron.datum})"]
    if bron.vindplaats:
        delen.append(bron.vindplaats)
    if bron.gelezen:
        delen.append(f"gelezen {bron.gelezen}")
    return BronView(", ".join(delen), bron.url)
