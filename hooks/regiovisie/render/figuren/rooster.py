"""A grid of shares: rows by columns, darker where more changed, each cell with its number.

::

                       0.2   0.3   0.4
    1 Inleiding          4%   12%    0%
    2 Uitgangspunten    31%    8%    0%
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from regiovisie.render.figuren.tekst import passend

TRAPPEN = (0, 5, 15, 40)
"""Above each of these percentages a cell gets one shade darker."""


@dataclass(frozen=True, slots=True)
class Rij:
    """What one row holds."""

    label: str
    waarden: tuple[int | None, ...]
    """A percentage per column; None where there was nothing to change."""


@dataclass(frozen=True, slots=True)
class Maten:
    """The size of the picture, in units of its own."""

    breedte: int
    label: int
    """The width of the labels; 0 sets each above its row."""
    cel: int = 34
    """How high a cell is."""
    smalst: int = 44
    """How wide a cell is at least: with many columns the picture grows."""


@dataclass(frozen=True, slots=True)
class Cel:
    """One cell."""

    x: int
    trap: int
    """0 for no change, up to 4."""
    tekst: str


@dataclass(frozen=True, slots=True)
class Strook:
    """One row of cells with its label."""

    label: str
    label_y: int
    y: int
    cellen: tuple[Cel, ...]


@dataclass(frozen=True, slots=True)
class Kolom:
    """The head of a column."""

    label: str
    x: int


@dataclass(frozen=True, slots=True)
class Rooster:
    """The whole picture."""

    breedte: int
    hoogte: int
    kolom: int
    """How wide a cell is."""
    cel: int
    """How high a cell is."""
    kolommen: tuple[Kolom, ...]
    stroken: tuple[Strook, ...]


KOP = 26
TUSSEN = 3


def maak_rooster(kolommen: Sequence[str], rijen: Sequence[Rij], maten: Maten) -> Rooster:
    """Lay out the grid."""
    aantal = max(len(kolommen), 1)
    kolom = max((maten.breedte - maten.label) // aantal, maten.smalst)
    lijn = 0 if maten.label else 20
    stap = lijn + maten.cel + (TUSSEN if maten.label else 10)
    plaatsen = [maten.label + nummer * kolom for nummer in range(len(kolommen))]
    return Rooster(
        breedte=maten.label + aantal * kolom,
        hoogte=KOP + len(rijen) * stap,
        kolom=kolom - TUSSEN,
        cel=maten.cel,
        kolommen=tuple(
            Kolom(passend(label, kolom), x + (kolom - TUSSEN) // 2)
            for label, x in zip(kolommen, plaatsen, strict=True)
        ),
        stroken=tuple(
            _strook(rij, plaatsen, maten, KOP + nummer * stap + lijn)
            for nummer, rij in enumerate(rijen)
        ),
    )


def _strook(rij: Rij, plaatsen: Sequence[int], maten: Maten, y: int) -> Strook:
    return Strook(
        label=passend(rij.label, (maten.label or maten.breedte) - 8),
        label_y=y + maten.cel // 2 + 5 if maten.label else y - 6,
        y=y,
        cellen=tuple(
            Cel(x, trap(waarde), "–" if waarde is None else f"{waarde}%")
            for x, waarde in zip(plaatsen, rij.waarden, strict=True)
        ),
    )


def trap(waarde: int | None) -> int:
    """The shade of a percentage: 0 for none, up to 4."""
    return sum((waarde or 0) > grens for grens in TRAPPEN)
