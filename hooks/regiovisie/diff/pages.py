"""Which old onderdeel and which new onderdeel are shown as one, and in which order.

An onderdeel is compared with itself wherever it stands, also under another name when its
title stayed the same block.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from regiovisie.diff.history import PlacedBlock
from regiovisie.model import Onderdeel, Tekst

Heads = Iterable[tuple[PlacedBlock, PlacedBlock]]
"""Blocks that are one another, the old and the new one."""


class Pages:
    """The onderdelen of two versions side by side; ``of_old[i]`` is the page of old block i."""

    def __init__(self, old: Tekst, new: Tekst, pairs: Heads) -> None:
        renamed = _renamed(old, new, pairs)
        self.sides: list[tuple[Onderdeel | None, Onderdeel | None]] = []
        waiting = {o.slug: o for o in old.onderdelen}
        partner = {renamed.get(o.slug, o.slug): o for o in old.onderdelen}
        for onderdeel in new.onderdelen:
            match = partner.get(onderdeel.slug)
            self.sides.append((match, onderdeel))
            if match:
                waiting.pop(match.slug)
        for onderdeel in waiting.values():
            self.sides.insert(self._after(old, onderdeel), (onderdeel, None))
        pages_old = {o.slug: n for n, (o, _) in enumerate(self.sides) if o}
        pages_new = {o.slug: n for n, (_, o) in enumerate(self.sides) if o}
        self.of_old = _of_blocks(old, pages_old)
        self.of_new = _of_blocks(new, pages_new)

    def _after(self, old: Tekst, gone: Onderdeel) -> int:
        """A dropped onderdeel comes right after the one that it stood behind."""
        earlier = [o.slug for o in old.onderdelen[: old.onderdelen.index(gone)]]
        places = [n for n, (o, _) in enumerate(self.sides) if o and o.slug in earlier]
        return max(places, default=-1) + 1


def _of_blocks(tekst: Tekst, pages: dict[str, int]) -> list[int]:
    """For each block of a text the page that it stands on."""
    runs = ([pages[o.slug]] * len(o.blocks) for o in tekst.onderdelen)
    return list(chain.from_iterable(runs))


def starts(tekst: Tekst) -> list[int]:
    """The index of the first block of each onderdeel."""
    found: list[int] = []
    at = 0
    for onderdeel in tekst.onderdelen:
        found.append(at)
        at += len(onderdeel.blocks)
    return found


def _renamed(old: Tekst, new: Tekst, pairs: Heads) -> dict[str, str]:
    """Old slug → new slug of onderdelen that kept their title's lifeline under another name."""
    gone = {o.slug for o in old.onderdelen} - {o.slug for o in new.onderdelen}
    come = {o.slug for o in new.onderdelen} - {o.slug for o in old.onderdelen}
    renamed: dict[str, str] = {}
    for was, wordt in pairs if gone and come else ():
        if wordt.block.tag == "h1" and was.onderdeel.slug in gone and wordt.onderdeel.slug in come:
            renamed[was.onderdeel.slug] = wordt.onderdeel.slug
    return renamed
