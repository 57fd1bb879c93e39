"""Tracked changes that belong together: what is said of one is said of its neighbours.

A word that is deleted and the word that is put in its place are two changes to Word. A
reviewer comments on one of them and means both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from regiovisie.word.inhoud import Alinea, Bestaan, Spoor, Stuk


def deel_opmerkingen(alineas: Sequence[Alinea]) -> None:
    """Give changes of one person that touch, and both ends of a move, each other's comments."""
    for alinea in alineas:
        for run in _runs(alinea.stukken):
            _share(alinea, run)
    for alinea, after in pairwise(alineas):
        _share_mark(alinea, after)
    moved: dict[str, frozenset[str]] = {}
    for alinea in alineas:
        for stuk in alinea.stukken:
            if (spoor := stuk.bestaan.spoor) and spoor.verplaatsing:
                earlier = moved.get(spoor.verplaatsing, frozenset())
                moved[spoor.verplaatsing] = earlier | spoor.opmerkingen
    for alinea in alineas:
        alinea.stukken = [
            _with(stuk, moved.get(stuk.bestaan.spoor.verplaatsing, frozenset()))
            if stuk.bestaan.spoor
            else stuk
            for stuk in alinea.stukken
        ]


def aantal_sporen(alineas: Sequence[Alinea]) -> int:
    """How many changes there are: those of one person that touch are one."""
    alone = (a for a in alineas if a.einde.spoor and not any(s.bestaan.spoor for s in a.stukken))
    return sum(1 for a in alineas for _ in _runs(a.stukken)) + sum(1 for _ in alone)


def _runs(stukken: Sequence[Stuk]) -> Iterator[list[int]]:
    """The places of pieces that touch and were changed by one person."""
    run: list[int] = []
    for at, stuk in enumerate(stukken):
        spoor = stuk.bestaan.spoor
        before = stukken[run[-1]].bestaan.spoor if run else None
        if run and (spoor is None or before is None or spoor.door != before.door):
            yield run
            run = []
        if spoor:
            run.append(at)
    if run:
        yield run


def _share(alinea: Alinea, run: Sequence[int]) -> None:
    """Comments on some of these changes are on those without one too."""
    said = [alinea.stukken[at].bestaan.spoor for at in run]
    distinct = {spoor.opmerkingen for spoor in said if spoor and spoor.opmerkingen}
    if len(distinct) != 1:
        return
    opmerkingen = distinct.pop()
    for at in run:
        alinea.stukken[at] = _with(alinea.stukken[at], opmerkingen)
    if (mark := alinea.einde.spoor) and run[-1] == len(alinea.stukken) - 1:
        last = alinea.stukken[-1].bestaan.spoor
        if last and last.door == mark.door and not mark.opmerkingen:
            alinea.einde = _met(alinea.einde, mark, opmerkingen)


def _share_mark(alinea: Alinea, after: Alinea) -> None:
    """What is said of a change that a paragraph begins with is said of the mark before it."""
    mark = alinea.einde.spoor
    first = after.stukken[0].bestaan.spoor if after.stukken else None
    if mark and first and mark.door == first.door and not mark.opmerkingen:
        alinea.einde = _met(alinea.einde, mark, first.opmerkingen)


def _with(stuk: Stuk, opmerkingen: frozenset[str]) -> Stuk:
    spoor = stuk.bestaan.spoor
    if spoor is None or spoor.opmerkingen >= opmerkingen:
        return stuk
    return replace(stuk, bestaan=_met(stuk.bestaan, spoor, spoor.opmerkingen | opmerkingen))


def _met(bestaan: Bestaan, spoor: Spoor, opmerkingen: frozenset[str]) -> Bestaan:
    return replace(bestaan, spoor=replace(spoor, opmerkingen=opmerkingen))
