"""Changed words with a few words round them, so that a reader knows where they stood.

::

    in de kant die wij [-op-] [+bewegen+] willen gaan
    old   → voor "… de kant die wij ", tekst "op", na " willen gaan"
    new   → voor "… de kant die wij ", tekst "bewegen", na " willen gaan"
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from regiovisie.diff.compare import Op
from regiovisie.herkomst.plekken import CELL_BORDER, Plek
from regiovisie.model import ATOM, CELL

AANTAL = 4
"""How many words stand on each side."""
Kant = Literal["was", "wordt"]


@dataclass(frozen=True, slots=True)
class Woorden:
    """The words of one side of a change, and the text of the same block round them."""

    voor: str
    tekst: str
    na: str


def woorden_van(plek: Plek, kant: Kant) -> Woorden | None:
    """The words of a place on one side; None when it has none there."""
    tekst = plek.was if kant == "was" else plek.wordt
    if plek.soort != "tekst" or not tekst:
        return None
    ops = plek.entry.binnen if plek.entry.verplaatsing else plek.entry.ops
    delen = op_kant(ops, kant)
    voor, na = omgeving(delen[: plek.first], delen[plek.first : plek.last], delen[plek.last :])
    return Woorden(voor, tekst, na)


def alle_woorden(plekken: Sequence[Plek], kant: Kant) -> tuple[Woorden, ...]:
    """The words of places on one side, one text for each that has them there."""
    return tuple(woorden for plek in plekken if (woorden := woorden_van(plek, kant)))


def op_kant(ops: Sequence[Op], kant: Kant) -> list[str]:
    """What each op says on one side; nothing where it is not in that text."""
    slices = [op.old if kant == "was" else op.new for op in ops]
    # Blocks that were joined each begin without white space.
    return [f"{' ' * (not s.start)}{s.text}" if s else "" for s in slices]


def omgeving(voor: Sequence[str], zelf: Sequence[str], na: Sequence[str]) -> tuple[str, str]:
    """The last words of ``voor`` and the first of ``na``, with the space that parts them from
    the words between; what is left out shows as an ellipsis. Cells are parted by a bar."""
    midden = _leesbaar(zelf)
    begin, eind = _kaal(midden)
    links = _leesbaar(voor) + midden[:begin]
    rechts = midden[eind:] + _leesbaar(na)
    return _laatste(links), _eerste(rechts)


def _leesbaar(delen: Sequence[str]) -> str:
    return "".join(delen).replace(ATOM, "").replace(CELL, CELL_BORDER)


def _kaal(tekst: str) -> tuple[int, int]:
    """Where the words begin and end, without the space and bars round them."""
    rand = " |\n\t"
    return len(tekst) - len(tekst.lstrip(rand)), len(tekst.rstrip(rand))


def _laatste(tekst: str) -> str:
    begin, _ = _kaal(tekst)
    woorden = tekst[begin:].split()
    if not woorden:
        return ""
    meer = "… " if len(woorden) > AANTAL else ""
    spatie = " " if tekst[-1].isspace() else ""
    return f"{meer}{' '.join(woorden[-AANTAL:])}{spatie}"


def _eerste(tekst: str) -> str:
    _, eind = _kaal(tekst)
    woorden = tekst[:eind].split()
    if not woorden:
        return ""
    meer = " …" if len(woorden) > AANTAL else ""
    spatie = " " if tekst[0].isspace() else ""
    return f"{spatie}{' '.join(woorden[:AANTAL])}{meer}"
