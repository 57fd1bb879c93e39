"""The registers with an index: every record by its id, and what refers to what.

Made once per build, so that no view walks through a register to find one record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from markupsafe import Markup

from regiovisie.herkomst.dossier import Dossier, PlekInStap
from regiovisie.herkomst.gevraagd import Gevraagd
from regiovisie.herkomst.vergelijking import Vergelijking
from regiovisie.model import Onderdeel
from regiovisie.registers import WERKVERSIE, Project
from regiovisie.registers.begrippen import Begrip, load_begrippen
from regiovisie.registers.bron import verschillen
from regiovisie.registers.schema import (
    Antwoord,
    Bron,
    Gemeente,
    Indiener,
    Plaats,
    Punt,
    Regio,
    Samenvatting,
    Versie,
    Wijziging,
    Zienswijze,
)
from regiovisie.render.markdown import to_html
from regiovisie.render.noten import Noot, noten_van
from regiovisie.render.opmaker import Opmaker
from regiovisie.render.views import adres
from regiovisie.render.views.basis import BronRegel, BronView, Link
from regiovisie.render.wegwijzer import Wegwijzer
from regiovisie.text.slug import slugify

Paar = tuple[str, str]
"""Ids of two versions, old and new."""


@dataclass(frozen=True)
class Index:
    """A dossier with its records by id."""

    dossier: Dossier
    opmaker: Opmaker
    _noten: dict[tuple[str, str, str], tuple[Noot, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

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
    def begrippen(self) -> tuple[Begrip, ...]:
        """The words that are explained where they stand in the text."""
        return load_begrippen(self.project.root)

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
    def samenvattingen(self) -> dict[str, Samenvatting]:
        """Summaries in plain Dutch by slug of their onderdeel."""
        return {samenvatting.slug: samenvatting for samenvatting in self.project.samenvattingen}

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
    def raad_als_indiener(self) -> dict[str, tuple[str, ...]]:
        """By slug of a gemeente, the slugs of the indieners that are its council."""
        found: dict[str, list[str]] = defaultdict(list)
        for indiener in self.project.indieners:
            if indiener.soort == "gemeenteraad" and indiener.gemeente:
                found[indiener.gemeente].append(indiener.slug)
        return {gemeente: tuple(slugs) for gemeente, slugs in found.items()}

    @cached_property
    def wijzigingen_van_punt(self) -> dict[str, tuple[Wijziging, ...]]:
        """By id of a point, the changes that name it."""
        found: dict[str, list[Wijziging]] = defaultdict(list)
        for wijziging in self.wijzigingen.values():
            for punt_id in wijziging.punten:
                found[punt_id].append(wijziging)
        return {punt_id: tuple(wijzigingen) for punt_id, wijzigingen in found.items()}

    @cached_property
    def punten_van_onderdeel(self) -> dict[str, tuple[tuple[Punt, Zienswijze], ...]]:
        """By slug of an onderdeel, the points about it, in the order of its headings; those
        without a place under ""."""
        found: dict[str, list[tuple[Punt, Zienswijze]]] = defaultdict(list)
        for punt, zienswijze in self.punten.values():
            found[punt.plaats.onderdeel if punt.plaats else ""].append((punt, zienswijze))
        return {slug: self._by_heading(slug, punten) for slug, punten in found.items()}

    def _by_heading(
        self, slug: str, punten: list[tuple[Punt, Zienswijze]]
    ) -> tuple[tuple[Punt, Zienswijze], ...]:
        order = {kop: n for n, kop in enumerate(["", *self.kop_namen.get(slug, ())])}

        def place(paar: tuple[Punt, Zienswijze]) -> int:
            plaats = paar[0].plaats
            return order.get(plaats.kop if plaats else "", len(order))

        return tuple(sorted(punten, key=place))

    @cached_property
    def plaats_in_onderdeel(self) -> dict[str, int]:
        """By id of a point, how many points about the same onderdeel stand before it."""
        return {
            punt.id: plaats
            for punten in self.punten_van_onderdeel.values()
            for plaats, (punt, _) in enumerate(punten)
        }

    @cached_property
    def punten_van_antwoord(self) -> dict[str, tuple[tuple[Punt, Zienswijze], ...]]:
        """By id of a thematic answer, the points that it serves."""
        found: dict[str, list[tuple[Punt, Zienswijze]]] = defaultdict(list)
        for punt, zienswijze in self.punten.values():
            if punt.antwoord:
                found[punt.antwoord].append((punt, zienswijze))
        return {antwoord_id: tuple(punten) for antwoord_id, punten in found.items()}

    @cached_property
    def wijzigingen_van_onderdeel(self) -> dict[str, tuple[str, ...]]:
        """By slug of an onderdeel, the ids of the changes with a place in it, oldest first."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for van, naar in self.dossier.stappen:
            for onderdeel in self.dossier.vergelijking(van, naar).onderdelen:
                found[onderdeel.slug] |= dict.fromkeys(onderdeel.wijzigingen)
        return {slug: tuple(ids) for slug, ids in found.items() if ids}

    @cached_property
    def wijziging_buren(self) -> dict[str, tuple[str, str]]:
        """By id of a change, the ids before and after it in the register; "" at the ends."""
        ids = ["", *self.wijzigingen, ""]
        return {ids[n]: (ids[n - 1], ids[n + 1]) for n in range(1, len(ids) - 1)}

    @cached_property
    def onderdeel_namen(self) -> dict[str, str]:
        """Number and title by slug, in the order of the text that counts; then what only
        other texts have, the newest first."""
        namen: dict[str, str] = {}
        for versie_id in (self.dossier.geldend.id, *reversed(self.dossier.ids)):
            for onderdeel in self.onderdelen(versie_id):
                namen.setdefault(onderdeel.slug, f"{onderdeel.nummer} {onderdeel.titel}".strip())
        return namen

    @cached_property
    def kop_namen(self) -> dict[str, dict[str, str]]:
        """By slug of an onderdeel, the words of each heading by its id, in the same order."""
        namen: dict[str, dict[str, str]] = defaultdict(dict)
        for versie_id in (self.dossier.geldend.id, *reversed(self.dossier.ids)):
            for onderdeel, block in self.dossier.tekst(versie_id).placed_blocks():
                if block.slug:
                    namen[onderdeel.slug].setdefault(block.slug, block.words)
        return namen

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

    @cached_property
    def zienswijzen_uit(self) -> dict[str, tuple[Zienswijze, ...]]:
        """Zienswijzen by slug of the municipality of one of their indieners."""
        found: dict[str, list[Zienswijze]] = defaultdict(list)
        for zienswijze in self.project.zienswijzen:
            eigen = (i.gemeente for i in self.indieners_van(zienswijze) if i.gemeente)
            for slug in dict.fromkeys(eigen):
                found[slug].append(zienswijze)
        return {slug: tuple(zienswijzen) for slug, zienswijzen in found.items()}

    def indieners_van(self, zienswijze: Zienswijze) -> tuple[Indiener, ...]:
        """Who submitted."""
        return tuple(self.indieners[s] for s in zienswijze.indieners if s in self.indieners)

    @cached_property
    def gevraagd(self) -> Gevraagd:
        """What was asked of the text and not (wholly) done, by paragraph."""
        return Gevraagd(self.dossier)

    def noten(self, van: str, naar: str, slug: str) -> tuple[Noot, ...]:
        """The numbered places of one onderdeel of a pair, in reading order."""
        key = (van, naar, slug)
        if key not in self._noten:
            onderdeel = self.dossier.vergelijking(van, naar).onderdeel(slug)
            noten = noten_van(onderdeel.groepen) if onderdeel else ()
            self._noten[key] = noten
        return self._noten[key]

    def indiener_links(self, zienswijze: Zienswijze) -> tuple[Link, ...]:
        """Who submitted, each as a link to its page."""
        return tuple(
            Link(adres.indiener(indiener.slug), indiener.naam)
            for indiener in self.indieners_van(zienswijze)
        )

    def versie_naam(self, versie_id: str) -> str:
        """A version in words: ``versie 0.2``."""
        versie = self.versies.get(versie_id)
        return f"versie {versie.nummer}" if versie else versie_id

    def versie_in_zin(self, versie_id: str) -> str:
        """A version with its article, where it takes one: ``de werkversie``, ``versie 0.2``."""
        return "de werkversie" if versie_id == WERKVERSIE else self.versie_naam(versie_id)

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

    @cached_property
    def gemeente_van_motie(self) -> dict[str, str]:
        """Slugs of municipalities by id of a motie of their council."""
        return {motie.id: g.slug for g in self.project.gemeenten for motie in g.moties}

    @cached_property
    def wegwijzer(self) -> Wegwijzer:
        """Where the things stand that words refer to."""
        return Wegwijzer(self.project)

    def to_html(self, source: str, bestand: str, pagina: str) -> Markup:
        """The Markdown of register file ``bestand`` (a path in docs/) as HTML on a page.

        What its words refer to are links: "onderdeel 8" in a zienswijze leads to that part of
        the version that the zienswijze is about.
        """
        verwijzer = self.wegwijzer.vanaf(pagina, self.wegwijzer.omgeving(f"docs/{bestand}"))
        return to_html(source, bestand, pagina, verwijzer)

    def plaats_link(self, versie_id: str, plaats: Plaats) -> Link:
        """A place in a version, as a link to it."""
        tekst = self.plaats_tekst(versie_id, plaats)
        if versie_id == WERKVERSIE:
            return Link(adres.werkversie(plaats.onderdeel), tekst)
        return Link(adres.versie(versie_id, plaats.onderdeel, plaats.kop), tekst)


def bron_view(*bronnen: Bron | None) -> BronView | None:
    """The sources of one fact, each as one line: title, date, place in it, and when it was read."""
    bekend = tuple(bron for bron in bronnen if bron)
    if not bekend:
        return None
    return BronView(tuple(_bron_regel(bron) for bron in bekend), verschillen(bekend))


def bron_anker(bron: Bron) -> str:
    """The id of a source in the list of all sources."""
    return bron.id or slugify(f"{bron.titel} {bron.datum}")


def _bron_regel(bron: Bron) -> BronRegel:
    delen = [str(bron.datum)]
    if bron.vindplaats:
        delen.append(bron.vindplaats)
    if bron.gelezen:
        delen.append(f"gelezen {bron.gelezen}")
    href = bron.url or adres.bron(bron_anker(bron))
    return BronRegel(bron.titel, href, ", ".join(delen), bron.zegt or "")
