"""The decisions of the councils: n of twelve, and never "no" where nothing is known."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from regiovisie.registers.schema import Gemeente, Motie
from regiovisie.render.views import adres
from regiovisie.render.views.basis import BronView, Label, aantal
from regiovisie.render.views.index import Index, bron_view
from regiovisie.render.views.labels import RAADSBESLUITEN, UITSLAGEN


@dataclass(frozen=True, slots=True)
class MotieView:
    """A motie and what came of it."""

    anker: str
    id: str
    titel: str
    datum: str
    uitslag: Label
    tekst: str | None
    vervolg: str | None
    bron: BronView | None
    voorbeeld: bool


@dataclass(frozen=True, slots=True)
class RaadView:
    """The decision of one council."""

    href: str
    naam: str
    besluit: Label
    datum: str
    gepland: str
    bron: BronView | None
    moties: tuple[MotieView, ...]
    voorbeeld: bool

    @property
    def kort(self) -> str:
        """The decision in a few words, with its date where there is one."""
        if self.datum:
            return f"{self.besluit.tekst}, {self.datum}"
        return self.besluit.tekst


@dataclass(frozen=True, slots=True)
class Stand:
    """Where the decision stands, over the councils that count."""

    raden: tuple[RaadView, ...]
    vastgesteld: int
    niet: int
    onbekend: int

    @property
    def totaal(self) -> int:
        """How many councils decide."""
        return len(self.raden)

    @property
    def zin(self) -> str:
        """The main line: how many have adopted."""
        werkwoord = "heeft" if 1 in (self.vastgesteld, self.totaal) else "hebben"
        if self.totaal > 1 and self.vastgesteld == self.totaal:
            return f"Alle {self.totaal} raden hebben vastgesteld"
        return (
            f"{self.vastgesteld} van {aantal(self.totaal, 'raad', 'raden')} {werkwoord} vastgesteld"
        )

    @property
    def toelichting(self) -> tuple[str, ...]:
        """What is not known yet, and what a refusal means, in sentences."""
        zinnen = []
        if self.onbekend:
            zinnen.append(
                f"Van {aantal(self.onbekend, 'raad', 'raden')} is het besluit nog niet bekend. "
                "Dat is niet hetzelfde als nee."
            )
        if self.niet:
            werkwoord = "heeft" if self.niet == 1 else "hebben"
            zinnen.append(
                f"{aantal(self.niet, 'raad', 'raden')} {werkwoord} niet vastgesteld. "
                "Dan begint een nieuw proces."
            )
        return tuple(zinnen)


@dataclass(frozen=True, slots=True)
class RaadsbesluitenView:
    """The page with all councils."""

    stand: Stand
    voorbeelden: tuple[RaadView, ...]
    kruimels: tuple[()] = ()


def stand(index: Index) -> Stand:
    """The councils named in the region's facts, in that order, and their count."""
    raden = tuple(
        raad(index.gemeenten[slug])
        for slug in index.regio.gemeenten
        if slug in index.gemeenten and not index.gemeenten[slug].voorbeeld
    )
    telling = Counter(view.besluit.code for view in raden)
    return Stand(
        raden=raden,
        vastgesteld=telling["vastgesteld"],
        niet=telling["niet-vastgesteld"],
        onbekend=telling["nog-niet-bekend"],
    )


def raadsbesluiten(index: Index) -> RaadsbesluitenView:
    """All councils, the examples apart."""
    voorbeelden = tuple(raad(g) for g in index.project.gemeenten if g.voorbeeld)
    return RaadsbesluitenView(stand(index), voorbeelden)


def raad(gemeente: Gemeente) -> RaadView:
    """The decision of one council."""
    besluit = gemeente.raadsbesluit
    return RaadView(
        href=adres.gemeente(gemeente.slug),
        naam=gemeente.naam,
        besluit=RAADSBESLUITEN[besluit.status],
        datum=str(besluit.datum) if besluit.datum else "",
        gepland=str(besluit.gepland) if besluit.gepland else "",
        bron=bron_view(besluit.bron),
        moties=tuple(motie(m, gemeente) for m in gemeente.moties),
        voorbeeld=gemeente.voorbeeld,
    )


def motie(record: Motie, gemeente: Gemeente) -> MotieView:
    """One motie; a motie of an example is an example."""
    return MotieView(
        anker=adres.anker(record.id),
        id=record.id,
        titel=record.titel,
        datum=str(record.datum) if record.datum else "",
        uitslag=UITSLAGEN[record.uitslag],
        tekst=record.tekst,
        vervolg=record.vervolg,
        bron=bron_view(record.bron),
        voorbeeld=record.voorbeeld or gemeente.voorbeeld,
    )
