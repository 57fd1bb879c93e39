"""Flows between columns, as an alluvial diagram: who asked → what came of it → about what.

::

    Adviesraden ▌▒▒▒▒▒▒▐ overgenomen ▌▒▒▒▒▒▐ 4 Uitgangspunten
    Inwoners    ▌▒▒▒▒▒▒▐ niet        ▌▒▒▒▒▒▐ 6 Pijlers

Every node is as high as its count, but never lower than its label, so that a column can be
read however few points stand beside however many. A band takes its share of either end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from regiovisie.render.figuren.tekst import TEKEN, passend


@dataclass(frozen=True, slots=True)
class Knoop:
    """What a node stands for."""

    sleutel: str
    label: str
    soort: str = ""
    """How its bands are drawn, where it decides that."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """Where a column of nodes stands, and its labels."""

    x: int
    label_x: int
    anker: str
    """``start`` or ``end``: on which side of ``label_x`` the label stands."""
    label: int
    """How wide a label may be."""


@dataclass(frozen=True, slots=True)
class Maten:
    """The size of the picture, in units of its own."""

    breedte: int
    kolommen: tuple[Kolom, ...]
    hoogte: int = 420
    """How high all nodes of a column are together, but for what the lowest need."""
    knoop: int = 10
    """How wide a node is."""
    laagst: int = 20
    tussen: int = 6


@dataclass(frozen=True, slots=True)
class Vak:
    """A node."""

    label: str
    aantal: int
    x: int
    y: float
    hoogte: float
    label_x: int
    label_y: float
    anker: str
    soort: str


@dataclass(frozen=True, slots=True)
class Band:
    """A flow between two nodes."""

    van: str
    naar: str
    aantal: int
    soort: str
    pad: str
    """Its outline, as the d of an SVG path."""


@dataclass(frozen=True, slots=True)
class Stromen:
    """The whole picture."""

    breedte: int
    hoogte: int
    knoop: int
    vakken: tuple[Vak, ...]
    banden: tuple[Band, ...]


def maak_stromen(
    kolommen: Sequence[Sequence[Knoop]], paden: Mapping[tuple[str, ...], int], maten: Maten
) -> Stromen:
    """Lay out the flows. A path names one node of each column, and how many took it."""
    tellingen = [_per_knoop(paden, nummer) for nummer in range(len(kolommen))]
    gevuld = [
        [knoop for knoop in kolom if telling[knoop.sleutel]]
        for kolom, telling in zip(kolommen, tellingen, strict=True)
    ]
    schaal = maten.hoogte / (sum(paden.values()) or 1)
    hoogten = [
        {k.sleutel: max(telling[k.sleutel] * schaal, maten.laagst) for k in kolom}
        for kolom, telling in zip(gevuld, tellingen, strict=True)
    ]
    lengten = [sum(h.values()) + maten.tussen * max(len(h) - 1, 0) for h in hoogten]
    hoogste = max(lengten, default=0)
    vakken: list[dict[str, Vak]] = []
    for nummer, kolom in enumerate(gevuld):
        y = (hoogste - lengten[nummer]) / 2
        vakken.append(_vakken(kolom, tellingen[nummer], hoogten[nummer], maten, nummer, y))
    banden = [
        band
        for nummer in range(len(kolommen) - 1)
        for band in _banden(gevuld, vakken, paden, nummer, maten)
    ]
    return Stromen(
        maten.breedte,
        round(hoogste),
        maten.knoop,
        tuple(vak for kolom in vakken for vak in kolom.values()),
        tuple(banden),
    )


def _per_knoop(paden: Mapping[tuple[str, ...], int], nummer: int) -> Counter[str]:
    telling: Counter[str] = Counter()
    for pad, aantal in paden.items():
        telling[pad[nummer]] += aantal
    return telling


def _vakken(
    knopen: Sequence[Knoop],
    telling: Mapping[str, int],
    hoogten: Mapping[str, float],
    maten: Maten,
    nummer: int,
    y: float,
) -> dict[str, Vak]:
    kolom = maten.kolommen[nummer]
    vakken = {}
    for knoop in knopen:
        hoogte = hoogten[knoop.sleutel]
        aantal = telling[knoop.sleutel]
        getal = f" ({aantal})"
        vakken[knoop.sleutel] = Vak(
            label=passend(knoop.label, kolom.label - len(getal) * TEKEN) + getal,
            aantal=aantal,
            x=kolom.x,
            y=round(y, 1),
            hoogte=round(hoogte, 1),
            label_x=kolom.label_x,
            label_y=round(y + hoogte / 2 + 5, 1),
            anker=kolom.anker,
            soort=knoop.soort,
        )
        y += hoogte + maten.tussen
    return vakken


def _banden(
    kolommen: Sequence[Sequence[Knoop]],
    vakken: Sequence[Mapping[str, Vak]],
    paden: Mapping[tuple[str, ...], int],
    nummer: int,
    maten: Maten,
) -> list[Band]:
    """The flows between a column and the next, in the order of both."""
    telling: Counter[tuple[str, str]] = Counter()
    for pad, aantal in paden.items():
        telling[pad[nummer], pad[nummer + 1]] += aantal
    links = {k.sleutel: vakken[nummer][k.sleutel].y for k in kolommen[nummer]}
    rechts = {k.sleutel: vakken[nummer + 1][k.sleutel].y for k in kolommen[nummer + 1]}
    banden = []
    for van in kolommen[nummer]:
        for naar in kolommen[nummer + 1]:
            aantal = telling[van.sleutel, naar.sleutel]
            if not aantal:
                continue
            begin, eind = vakken[nummer][van.sleutel], vakken[nummer + 1][naar.sleutel]
            dik_links = begin.hoogte * aantal / begin.aantal
            dik_rechts = eind.hoogte * aantal / eind.aantal
            y_links, y_rechts = links[van.sleutel], rechts[naar.sleutel]
            links[van.sleutel] += dik_links
            rechts[naar.sleutel] += dik_rechts
            pad_d = _pad(
                (begin.x + maten.knoop, y_links, dik_links), (eind.x, y_rechts, dik_rechts)
            )
            soort = van.soort or naar.soort
            banden.append(Band(van.label, naar.label, aantal, soort, pad_d))
    return banden


def _pad(links: tuple[float, float, float], rechts: tuple[float, float, float]) -> str:
    """The outline of a band between two ends, each as x, top and thickness."""
    (x0, y0, d0), (x1, y1, d1) = links, rechts
    m = (x0 + x1) / 2
    heen = f"M{_n(x0)} {_n(y0)}C{_n(m)} {_n(y0)} {_n(m)} {_n(y1)} {_n(x1)} {_n(y1)}"
    onder0, onder1 = y0 + d0, y1 + d1
    terug = f"C{_n(m)} {_n(onder1)} {_n(m)} {_n(onder0)} {_n(x0)} {_n(onder0)}Z"
    return f"{heen}V{_n(onder1)}{terug}"


def _n(getal: float) -> str:
    return f"{round(getal, 1):g}"
