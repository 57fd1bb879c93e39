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


Lines = list[Levenslijn | None]
"""The lifelines of one version as far as they are known."""


class _Tracer:
    """Walks the versions from old to new and remembers every lifeline that ever was."""

    def __init__(self, vocabulary: Vocabulary, settings: AlignSettings) -> None:
        self._vocabulary = vocabulary
        self._settings = settings
        self._previous: tuple[Levenslijn, ...] = ()
        self._previous_units: list[Unit] = []
        self._last_seen: dict[str, Unit] = {}
        self._orders: list[dict[str, int]] = []
        """For each version its lifelines in order, each with its place."""
        self._copies: Counter[tuple[str, str]] = Counter()

    def next(self, tekst: Tekst, recorded: Sequence[Levenslijn] | None) -> tuple[Levenslijn, ...]:
        blocks = [block for onderdeel in tekst.onderdelen for block in onderdeel.blocks]
        units = [Unit(block.kind, block.text, self._vocabulary) for block in blocks]
        lines = tuple(recorded) if recorded is not None else self._trace(blocks, units)
        self._previous, self._previous_units = lines, units
        ids = [line.id for line in lines]
        self._last_seen.update(zip(ids, units, strict=True))
        self._orders.append(dict(zip(ids, range(len(ids)), strict=True)))
        return lines

    def _trace(self, blocks: Sequence[Block], units: list[Unit]) -> tuple[Levenslijn, ...]:
        lines: Lines = [None] * len(units)
        parts: dict[int, str] = {}
        if self._previous:
            found = align(self._previous_units, units, self._settings)
            for j, i in enumerate(found.to_old):
                if i >= 0:
                    lines[j] = self._same(i)
            for group in sorted(found.groups):
                self._continue(group, units, lines, parts)
            self._restore(units, lines, parts)
        taken = self._last_seen.keys() | {line.id for line in lines if line}
        for index, block in enumerate(blocks):
            if lines[index] is None:
                uit = (parts[index],) if index in parts else ()
                line = lines[index] = Levenslijn(self._new_id(block, taken), uit)
                taken.add(line.id)
        return tuple(line for line in lines if line)

    def _new_id(self, block: Block, taken: Container[str]) -> str:
        """An id from the block's words; of equal blocks each gets the next one."""
        content = (block.kind, block.text)
        candidate = new_id(block, self._copies[content])
        while candidate in taken:
            self._copies[content] += 1
            candidate = new_id(block, self._copies[content])
        self._copies[content] += 1
        return candidate

    def _continue(
        self, group: Group, units: list[Unit], lines: Lines, parts: dict[int, str]
    ) -> None:
        """Carry ids over a group; ``parts`` are blocks split from a lifeline that get new ids."""
        if len(group.news) > 1:
            self._split(group, units, lines, parts)
            return
        (j,) = group.news
        shares = [(self._share(i, units[j]), -i) for i in group.olds]
        heir = -max(shares)[1]
        others = tuple(self._previous[i].id for i in group.olds if i != heir)
        lines[j] = Levenslijn(self._previous[heir].id, others)

    def _split(self, group: Group, units: list[Unit], lines: Lines, parts: dict[int, str]) -> None:
        """The part with the largest share keeps the id, the first at a tie."""
        (i,) = group.olds
        heir = -max((self._share(i, units[j]), -j) for j in group.news)[1]
        lines[heir] = self._same(i)
        parts.update((j, self._previous[i].id) for j in group.news if j != heir)

    def _share(self, i: int, unit: Unit) -> int:
        return common_length(self._previous_units[i].words, unit.words)

    def _same(self, i: int) -> Levenslijn:
        line = self._previous[i]
        return Levenslijn(line.id) if line.uit else line

    def _restore(self, units: list[Unit], lines: Lines, parts: Mapping[int, str]) -> None:
        """Give blocks that came back the id that they had when they went."""
        alive = {line.id for line in self._previous}
        gone = [line for line in self._last_seen if line not in alive]
        loose = [j for j, line in enumerate(lines) if line is None and j not in parts]
        if not gone or not loose:
            return
        gone_units = [self._last_seen[line] for line in gone]
        for group in match_apart(gone_units, units, range(len(gone)), loose, self._settings):
            lines[group.news[0]] = Levenslijn(gone[group.olds[0]])
        loose = [j for j in loose if lines[j] is None]
        taken = {line.id for line in lines if line}
        self._restore_between([line for line in gone if line not in taken], loose, units, lines)

    def _restore_between(
        self, gone: Sequence[str], loose: Sequence[int], units: list[Unit], lines: Lines
    ) -> None:
        """Short blocks are known again by a block that they stood next to."""
        waiting: dict[int, list[str]] = defaultdict(list)
        for line in gone:
            waiting[self._last_seen[line].key].append(line)
        for j in loose:
            twins = waiting.get(units[j].key, [])
            around = (*lines[max(0, j - 1) : j], *lines[j + 1 : j + 2])
            beside = {line.id for line in around if line}
            found = next((g for g in twins if beside & self._neighbours(g)), None)
            if found is not None:
                twins.remove(found)
                lines[j] = Levenslijn(found)

    def _neighbours(self, line: str) -> set[str]:
        """The lifelines that one last stood between."""
        order = next(order for order in reversed(self._orders) if line in order)
        at, ids = order[line], list(order)
        return {*ids[max(0, at - 1) : at], *ids[at + 1 : at + 2]}


def new_id(block: Block, copy: int) -> str:
    """An id made from the block's own words; ``copy`` counts equal blocks from 0.

    The words alone decide, so that a draft block keeps its id while others change.
    """
    seed = f"{block.kind}\n{block.text}\n{copy}".encode()
    number = int.from_bytes(hashlib.blake2b(seed, digest_size=4).digest(), "big")
    return f"l-{_PAIRS[number & 1023]}{_PAIRS[number >> 10 & 1023]}{_PAIRS[number >> 20 & 1023]}"
