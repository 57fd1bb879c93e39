"""One block followed through all versions, under an id that never changes.

    version 1        version 2        version 3
    l-4kq2 A         l-4kq2 A'        l-4kq2 A'
    l-9x0m B         l-9x0m B1        l-9x0m B1 B2     joined again
                     l-c31f B2        (l-c31f leads to l-9x0m)

A block that moves, is edited, is renumbered or comes back keeps its id. When a block is
split the part with the largest share keeps it (the first at a tie); joining works the
same way round. Ids of a frozen version are recorded beside it and read back, so that they
outlive the engine that made them.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from regiovisie.diff.align import align
from regiovisie.diff.apart import match_apart
from regiovisie.diff.settings import ALIGN, AlignSettings
from regiovisie.diff.unit import Group, Unit
from regiovisie.diff.vocabulary import Vocabulary
from regiovisie.diff.words import common_length
from regiovisie.model import Block, Tekst

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: no i, l, o or u, so that an id can be read aloud."""
_PAIRS = tuple(a + b for a in _ALPHABET for b in _ALPHABET)
"""Two digits for every ten bits."""


@dataclass(frozen=True, slots=True)
class Levenslijn:
    """Which lifeline a block of one version is.

    ``uit`` are the other lifelines of the version before whose words came into this block:
    the whole that it was split from, or the blocks that were joined into it.
    """

    id: str
    uit: tuple[str, ...] = ()


Recorded = Mapping[str, Sequence[Levenslijn]]
"""Version id → one `Levenslijn` for each of its blocks, in reading order."""


def trace_lifelines(
    teksten: Sequence[Tekst],
    vocabulary: Vocabulary,
    recorded: Recorded | None = None,
    settings: AlignSettings = ALIGN,
) -> tuple[tuple[Levenslijn, ...], ...]:
    """For each version, oldest first, the lifeline of each of its blocks.

    Versions that ``recorded`` names are taken as they stand there; the number of entries
    must be the number of blocks (the caller checks it).
    """
    tracer = _Tracer(vocabulary, settings)
    return tuple(tracer.next(tekst, (recorded or {}).get(tekst.id)) for tekst in teksten)


class _Tracer:
    """Walks the versions from old to new and remembers every lifeline that ever was."""

    def __init__(self, vocabulary: Vocabulary, settings: AlignSettings) -> None:
        self._vocabulary = vocabulary
        self._settings = settings
        self._previous: tuple[Levenslijn, ...] = ()
        self._previous_units: list[Unit] = []
        self._last_seen: dict[str, Unit] = {}
        self._neighbours: dict[str, tuple[str, str]] = {}
        """Lifeline → the lifelines that it last stood between."""
        self._copies: Counter[tuple[str, str]] = Counter()

    def next(self, tekst: Tekst, recorded: Sequence[Levenslijn] | None) -> tuple[Levenslijn, ...]:
        blocks = [block for _, block in tekst.placed_blocks()]
        units = [Unit(block.kind, block.text, self._vocabulary) for block in blocks]
        lines = tuple(recorded) if recorded is not None else self._trace(blocks, units)
        self._previous, self._previous_units = lines, units
        self._last_seen.update((line.id, unit) for line, unit in zip(lines, units, strict=True))
        ids = ["", *(line.id for line in lines), ""]
        self._neighbours.update(
            (own, (before, after))
            for before, own, after in zip(ids, ids[1:], ids[2:], strict=False)
        )
        return lines

    def _trace(self, blocks: Sequence[Block], units: list[Unit]) -> tuple[Levenslijn, ...]:
        lines: dict[int, Levenslijn] = {}
        if self._previous:
            for group in align(self._previous_units, units, self._settings):
                self._continue(group, units, lines)
            self._restore(units, lines)
        taken = set(self._last_seen) | {line.id for line in lines.values()}
        for index, block in enumerate(blocks):
            if index not in lines:
                lines[index] = Levenslijn(self._new_id(block, taken), lines.pop(~index, _NONE).uit)
                taken.add(lines[index].id)
        return tuple(lines[index] for index in range(len(units)))

    def _new_id(self, block: Block, taken: Container[str]) -> str:
        """An id from the block's words; of equal blocks each gets the next one."""
        content = (block.kind, block.text)
        candidate = new_id(block, self._copies[content])
        while candidate in taken:
            self._copies[content] += 1
            candidate = new_id(block, self._copies[content])
        self._copies[content] += 1
        return candidate

    def _continue(self, group: Group, units: list[Unit], lines: dict[int, Levenslijn]) -> None:
        """Carry ids over a group. A part that needs a new id waits under ``~index``."""
        if len(group.news) > 1:
            self._split(group, units, lines)
            return
        (j,) = group.news
        heir = group.olds[0]
        if len(group.olds) > 1:
            shares = [(self._share(i, units[j]), -i) for i in group.olds]
            heir = -max(shares)[1]
        others = tuple(self._previous[i].id for i in group.olds if i != heir)
        lines[j] = Levenslijn(self._previous[heir].id, others) if others else self._same(heir)

    def _split(self, group: Group, units: list[Unit], lines: dict[int, Levenslijn]) -> None:
        """The part with the largest share keeps the id, the first at a tie."""
        (i,) = group.olds
        heir = -max((self._share(i, units[j]), -j) for j in group.news)[1]
        for j in group.news:
            if j == heir:
                lines[j] = self._same(i)
            else:
                lines[~j] = Levenslijn("", (self._previous[i].id,))

    def _share(self, i: int, unit: Unit) -> int:
        return common_length(self._previous_units[i].words, unit.words)

    def _same(self, i: int) -> Levenslijn:
        line = self._previous[i]
        return Levenslijn(line.id) if line.uit else line

    def _restore(self, units: list[Unit], lines: dict[int, Levenslijn]) -> None:
        """Give blocks that came back the id that they had when they went."""
        alive = {line.id for line in self._previous}
        gone = [line for line in self._last_seen if line not in alive]
        loose = [j for j in range(len(units)) if j not in lines and ~j not in lines]
        gone_units = [self._last_seen[line] for line in gone]
        for group in match_apart(gone_units, units, range(len(gone)), loose, self._settings):
            lines[group.news[0]] = Levenslijn(gone[group.olds[0]])
        self._restore_between(gone, units, lines)

    def _restore_between(
        self, gone: Sequence[str], units: list[Unit], lines: dict[int, Levenslijn]
    ) -> None:
        """Short blocks are known again by a block that they stood next to."""
        waiting: dict[tuple[str, str], list[str]] = defaultdict(list)
        taken = {line.id for line in lines.values()}
        for line in gone:
            if line not in taken:
                waiting[self._last_seen[line].key].append(line)
        for j, unit in enumerate(units):
            if j in lines or ~j in lines or unit.key not in waiting:
                continue
            beside = {lines[n].id for n in (j - 1, j + 1) if n in lines}
            found = [g for g in waiting[unit.key] if beside.intersection(self._neighbours[g])]
            if found:
                waiting[unit.key].remove(found[0])
                lines[j] = Levenslijn(found[0])


_NONE = Levenslijn("")


def new_id(block: Block, copy: int) -> str:
    """An id made from the block's own words; ``copy`` counts equal blocks from 0.

    The words alone decide, so that a draft block keeps its id while others change.
    """
    seed = f"{block.kind}\n{block.text}\n{copy}".encode()
    number = int.from_bytes(hashlib.blake2b(seed, digest_size=4).digest(), "big")
    return f"l-{_PAIRS[number & 1023]}{_PAIRS[number >> 10 & 1023]}{_PAIRS[number >> 20 & 1023]}"
