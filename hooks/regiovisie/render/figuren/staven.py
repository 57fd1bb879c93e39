"""Stacked bars: one row per label, one part per kind, all rows on one scale.

::

    4 Uitgangspunten  ██████▒▒▒░░  23
    5 Principes       ██▒           5
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from regiovisie.render.figuren.tekst import passend, past


@dataclass(frozen=True, slots=True)
class Rij:
    """What one bar counts."""

    label: str
    aantallen: tuple[tuple[str, int], ...]
    """Kind and count, in the order of the parts."""

    @property
    def totaal(self) -> int:
        """All kinds together."""
        return sum(aantal for _, aantal in self.aantallen)


@dataclass(frozen=True, slots=True)
class Maten:
    """The size of the picture, in units of its own."""

    breedte: int
    label: int
    """The width of the labels; 0 sets each above its bar."""
    staaf: int = 22
    ruimte: int = 12
    getal: int = 40
    """The width for the total behind each bar."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of a bar."""

    soort: str
    aantal: int
    x: float
    breedte: float
    toont_getal: bool

    @property
    def midden(self) -> float:
        """Where its number stands."""
        return round(self.x + self.breedte / 2, 1)


@dataclass(frozen=True, slots=True)
class Staaf:
    """One bar with its label."""

    label: str
    label_y: int
    y: int
    segmenten: tuple[Segment, ...]
    totaal: int
    totaal_x: float


@dataclass(frozen=True, slots=True)
class Staven:
    """The whole picture."""

    breedte: int
    hoogte: int
    staaf: int
    """How high each bar is."""
    staven: tuple[Staaf, ...]


def maak_staven(rijen: Sequence[Rij], maten: Maten) -> Staven:
    """Lay out the bars; the longest takes all the room there is."""
    langste = max((rij.totaal for rij in rijen), default=0) or 1
    ruimte = maten.breedte - maten.label - maten.getal
    kop = 0 if maten.label else 20
    stap = kop + maten.staaf + maten.ruimte
    staven = tuple(
        _staaf(rij, maten, nummer * stap + kop, ruimte / langste)
        for nummer, rij in enumerate(rijen)
    )
    return Staven(maten.breedte, max(len(rijen) * stap - maten.ruimte, 0), maten.staaf, staven)


def _staaf(rij: Rij, maten: Maten, y: int, schaal: float) -> Staaf:
    segmenten = []
    teller = 0
    for soort, aantal in rij.aantallen:
        if aantal:
            breedte = aantal * schaal
            segmenten.append(
                Segment(
                    soort,
                    aantal,
                    round(maten.label + teller * schaal, 1),
                    round(breedte, 1),
                    past(str(aantal), breedte),
                )
            )
            teller += aantal
    return Staaf(
        label=passend(rij.label, (maten.label or maten.breedte) - 8),
        label_y=y + maten.staaf // 2 + 5 if maten.label else y - 6,
        y=y,
        segmenten=tuple(segmenten),
        totaal=rij.totaal,
        totaal_x=round(maten.label + teller * schaal + 8, 1),
    )
