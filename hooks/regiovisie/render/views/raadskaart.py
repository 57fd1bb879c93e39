"""A map of tiles, one per council: where it lies, and what it decided, without colour.

The twelve gemeenten of Drenthe lie roughly where they lie; any others stand in rows, in the
order of the register. Places count in half tiles, so that rows can interlock like bricks::

    LIGGING["gm0106"] = (2, 1)      Assen: one tile from the left, second row
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from regiovisie.registers.schema import Gemeente
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Label
from regiovisie.render.views.labels import RAADSBESLUITEN

LIGGING = {
    "gm1699": (1, 0),  # Noordenveld
    "gm1730": (3, 0),  # Tynaarlo
    "gm0106": (2, 1),  # Assen
    "gm1680": (4, 1),  # Aa en Hunze
    "gm1701": (1, 2),  # Westerveld
    "gm1731": (3, 2),  # Midden-Drenthe
    "gm1681": (5, 2),  # Borger-Odoorn
    "gm0119": (0, 3),  # Meppel
    "gm1690": (2, 3),  # De Wolden
    "gm0118": (4, 3),  # Hoogeveen
    "gm0114": (6, 3),  # Emmen
    "gm0109": (5, 4),  # Coevorden
}
"""Half tiles from the left, and rows from the top, by code of the gemeente."""
HALF, HOOG, TUSSEN = 50, 79, 5
"""Half the width of a tile, its height, and the space between tiles."""
REGEL = 11
"""How many characters of a name fit on a line."""
KOLOMMEN = 4


@dataclass(frozen=True, slots=True)
class Tegel:
    """One council on the map, with its corner in units of the drawing."""

    href: str
    naam: tuple[str, ...]
    """On one line or two."""
    besluit: Label
    woorden: tuple[str, ...]
    """The decision on one line or two."""
    x: int
    y: int
    breedte: int


@dataclass(frozen=True, slots=True)
class Raadskaart:
    """All councils that decide."""

    tegels: tuple[Tegel, ...]
    breedte: int
    hoogte: int
    tegel_hoogte: int
    ligt: bool
    """Whether tiles lie where the gemeenten lie; else they stand in rows."""


def raadskaart(gemeenten: Sequence[Gemeente]) -> Raadskaart:
    """The map of these gemeenten."""
    ligt = {gemeente.code for gemeente in gemeenten} == LIGGING.keys()
    half = HALF if ligt else max(HALF, max(map(_half_width, gemeenten), default=HALF))
    kolommen = max(1, KOLOMMEN * HALF // half)
    tegels = []
    for nummer, gemeente in enumerate(gemeenten):
        kolom, rij = LIGGING[gemeente.code] if ligt else _in_rows(nummer, kolommen)
        tegels.append(_tegel(gemeente, kolom * half, rij * (HOOG + TUSSEN), 2 * half - TUSSEN))
    return Raadskaart(
        tegels=tuple(tegels),
        breedte=2 * KOLOMMEN * HALF,
        hoogte=max((tegel.y for tegel in tegels), default=0) + HOOG,
        tegel_hoogte=HOOG,
        ligt=ligt,
    )


def _in_rows(nummer: int, kolommen: int) -> tuple[int, int]:
    return 2 * (nummer % kolommen), nummer // kolommen


def _half_width(gemeente: Gemeente) -> int:
    """Half the width of a tile that holds the name: a third or the whole of the map."""
    longest = max(map(len, naam_op_regels(gemeente.naam)))
    return HALF if longest <= REGEL else 2 * HALF if longest <= 2 * REGEL else 4 * HALF


def _tegel(gemeente: Gemeente, x: int, y: int, breedte: int) -> Tegel:
    label = RAADSBESLUITEN[gemeente.raadsbesluit.status]
    return Tegel(
        href=adres.gemeente(gemeente.slug),
        naam=naam_op_regels(gemeente.naam),
        besluit=label,
        woorden=_halves(label.tekst),
        x=x,
        y=y,
        breedte=breedte,
    )


def naam_op_regels(naam: str) -> tuple[str, ...]:
    """A name as it stands on a tile: on two lines when one is too short.

    ::

        "Aa en Hunze"       → ("Aa en Hunze",)
        "Midden-Drenthe"    → ("Midden-", "Drenthe")
    """
    return (naam,) if len(naam) <= REGEL else _halves(naam)


def _halves(tekst: str) -> tuple[str, ...]:
    """The text on two lines of about one length, cut at a space or after a hyphen."""
    cuts = [match.end() for match in re.finditer(r"[ -]", tekst)]
    if not cuts:
        return (tekst,)
    cut = min(cuts, key=lambda place: abs(2 * place - len(tekst)))
    return tekst[:cut].strip(), tekst[cut:].strip()
