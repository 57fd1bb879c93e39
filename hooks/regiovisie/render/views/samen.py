"""Changes close together in one sentence, told as one row of a was-wordt table.

::

    voor [+kinderen in een+] kwetsbare [-kinderen-] [+positie+]
    two places by one wijziging  →  was   "kwetsbare kinderen"
                                    wordt "kinderen in een kwetsbare positie"
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from regiovisie.herkomst.plekken import Plek
from regiovisie.model import ATOM, CELL
from regiovisie.render.views.omgeving import Kant, op_kant

TUSSEN = 6
"""So many kept words at most may stand between two changes that are told as one."""


def samen(plekken: Iterable[Plek]) -> tuple[Plek, ...]:
    """The places, with those joined that stand close together for the same reasons."""
    rij: list[Plek] = []
    for plek in plekken:
        if rij and _hoort_bij(rij[-1], plek):
            rij[-1] = _gevoegd(rij[-1], plek)
        else:
            rij.append(plek)
    return tuple(rij)


def _hoort_bij(eerste: Plek, tweede: Plek) -> bool:
    """Whether two places are one change to a reader; never across the cells of a table."""
    if eerste.entry is not tweede.entry or eerste.soort != "tekst" or tweede.soort != "tekst":
        return False
    if not eerste.wijzigingen or eerste.wijzigingen != tweede.wijzigingen:
        return False
    tussen = "".join(_delen(eerste, "wordt", eerste.last, tweede.first))
    return CELL not in tussen and len(tussen.split()) <= TUSSEN


def _gevoegd(eerste: Plek, tweede: Plek) -> Plek:
    begin, eind = eerste.first, tweede.last
    return replace(
        eerste,
        last=eind,
        was=_woorden(eerste, "was", begin, eind),
        wordt=_woorden(eerste, "wordt", begin, eind),
        zonder_herkomst=eerste.zonder_herkomst or tweede.zonder_herkomst,
    )


def _woorden(plek: Plek, kant: Kant, begin: int, eind: int) -> str:
    return " ".join("".join(_delen(plek, kant, begin, eind)).replace(ATOM, "").split())


def _delen(plek: Plek, kant: Kant, begin: int, eind: int) -> list[str]:
    ops = plek.entry.binnen if plek.entry.verplaatsing else plek.entry.ops
    return op_kant(ops, kant)[begin:eind]
