"""Which blocks of two texts are the same block.

    A        A          identical
    B        B'         similar, in the same place
    C        N          new
    D        C1 C2      C was split
    E        E D        D moved

First the blocks that both sides hold exactly once and in one order (patience), then
between them the pairing that keeps most words together, splits and joins included; what
is left may have moved. Repeated boilerplate weighs no more than its few words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from regiovisie.diff.apart import match_alike, match_apart
from regiovisie.diff.scattered import match_scattered
from regiovisie.diff.settings import ALIGN, AlignSettings
from regiovisie.diff.unit import Group, Unit, Units
from regiovisie.diff.vocabulary import CELL_START
from regiovisie.diff.words import (
    common_length,
    increasing_run,
    kept_pairs,
    minimal_edits,
    unique_matches,
)

_CELL = chr(CELL_START)


@dataclass(slots=True)
class Alignment:
    """Which blocks belong together, by index. Every block has at most one place in it."""

    to_new: list[int]
    """For each old block the new block that it is, alone; else `FREE` or `TAKEN`."""
    to_old: list[int]
    """The reverse."""
    groups: list[Group]
    """Blocks that were split or joined."""

    @property
    def left(self) -> tuple[list[int], list[int]]:
        """The blocks in no pair and no group, old and new."""
        return (
            [i for i, j in enumerate(self.to_new) if j == FREE],
            [j for j, i in enumerate(self.to_old) if i == FREE],
        )

    def add(self, groups: Iterable[Group]) -> None:
        """Note which blocks belong together."""
        for group in groups:
            if len(group.olds) == len(group.news) == 1:
                self.pair(group.olds[0], group.news[0])
                continue
            self.groups.append(group)
            for i in group.olds:
                self.to_new[i] = TAKEN
            for j in group.news:
                self.to_old[j] = TAKEN

    def release(self, old: int, new: int) -> None:
        """Take two blocks out of the pairs that they are in."""
        for mine, back, index in ((self.to_new, self.to_old, old), (self.to_old, self.to_new, new)):
            if mine[index] >= 0:
                back[mine[index]] = FREE
                mine[index] = FREE

    def pair(self, old: int, new: int) -> None:
        """Note that two blocks are one."""
        self.to_new[old] = new
        self.to_old[new] = old


FREE = -1
"""Of a block that is in no pair and no group."""
TAKEN = -2
"""Of a block in a group."""


def align(old: Units, new: Units, settings: AlignSettings = ALIGN) -> Alignment:
    """All blocks that belong together; those in no pair or group are gone or new."""
    found = Alignment([FREE] * len(old), [FREE] * len(new), [])
    matches = unique_matches([unit.key for unit in old], [unit.key for unit in new])
    moved = _moved_whole(old, matches, settings)
    for i, j in moved:
        found.pair(i, j)
    _align_in_place(old, new, [match for match in matches if match not in moved], found, settings)
    for i, j in _stronger_elsewhere(old, new, found, settings):
        found.release(i, j)
        found.pair(i, j)
    _settle_blocks(old, new, found)
    known = [Group((i,), (j,)) for i, j in moved]
    found.add(match_apart(old, new, *found.left, settings, known))
    for i, j in list(_between_neighbours(old, new, found, settings)):
        found.pair(i, j)
    _join_scattered(old, new, found, settings)
    return found


def _join_scattered(old: Units, new: Units, found: Alignment, settings: AlignSettings) -> None:
    """Add parts that stand apart to the block that was split, or joined from them."""
    left_old, left_new = found.left
    found.add(match_scattered(old, new, found.to_new, left_old, left_new, settings))
    left_old, left_new = found.left
    joined = match_scattered(new, old, found.to_old, left_new, left_old, settings)
    found.add(Group(group.news, group.olds) for group in joined)


def _stronger_elsewhere(
    old: Units, new: Units, found: Alignment, settings: AlignSettings
) -> list[tuple[int, int]]:
    """Blocks that moved and changed a little, while a block that is only just alike took their
    place: pairs that are far stronger than those that they break."""
    olds, news = found.left
    if not olds and not news:
        return []
    weak = [
        (i, j)
        for i, j in enumerate(found.to_new)
        if j >= 0 and _is_weak(old[i], new[j], settings.weak_similarity)
    ]
    olds += [i for i, _ in weak]
    news += [j for _, j in weak]
    return match_alike(old, new, olds, news, settings)


def _is_weak(old: Unit, new: Unit, least: float) -> bool:
    if old.key == new.key or old.family != "prose":
        return False
    total = len(old.words) + len(new.words)
    return 2 * common_length(old.words, new.words, least * total / 2) < least * total


def _between_neighbours(
    old: Units, new: Units, found: Alignment, settings: AlignSettings
) -> Iterator[tuple[int, int]]:
    """A heading or term in other words, or a paragraph mostly rewritten, that stands alone
    between the same neighbours."""
    last = {group.olds[-1]: group.news[-1] for group in found.groups}
    first = {group.olds[0]: group.news[0] for group in found.groups}

    def partner(i: int, ends: Mapping[int, int]) -> int:
        if not 0 <= i < len(old):
            return -1 if i < 0 else len(new)
        return found.to_new[i] if found.to_new[i] >= 0 else ends.get(i, len(new) + 1)

    left_old, _ = found.left
    for i in left_old:
        j = partner(i - 1, last) + 1
        alone = j < len(new) and found.to_old[j] == FREE and partner(i + 1, first) == j + 1
        if alone and _may_be_rewritten(old[i], new[j], settings):
            yield i, j


def _may_be_rewritten(old: Unit, new: Unit, settings: AlignSettings) -> bool:
    if old.family != new.family:
        return False
    if old.family in ("heading", "term"):
        return True
    common = common_length(old.words, new.words)
    total = len(old.words) + len(new.words)
    enough = 2 * common >= settings.rewritten_similarity * total
    return common >= settings.move_words and enough


def _settle_blocks(old: Units, new: Units, found: Alignment) -> None:
    """Slide runs of gone or new blocks so that they begin with their own heading.

    Where a text holds one heading twice, dropping the first section and dropping the end of
    the first with the heading of the second leave the same blocks; readers mean the first.
    """
    left_old, left_new = found.left
    _slide(old, left_old, found.to_new, found.to_old)
    _slide(new, left_new, found.to_old, found.to_new)


def _slide(units: Units, left: Sequence[int], there: list[int], back: list[int]) -> None:
    """Move each run of unused units back over an equal heading."""
    for start, stop in _runs(left):
        heading = units[start - 1] if start else None
        if heading is None or heading.family != "heading" or units[start].family == "heading":
            continue
        if there[start - 1] >= 0 and heading.key == units[stop - 1].key:
            there[stop - 1] = there[start - 1]
            there[start - 1] = FREE
            back[there[stop - 1]] = stop - 1


def _runs(indices: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Maximal runs of consecutive numbers, as start and stop."""
    for _, group in groupby(enumerate(indices), key=lambda item: item[1] - item[0]):
        run = [index for _, index in group]
        yield run[0], run[-1] + 1


Match = tuple[int, int]


def _moved_whole(old: Units, matches: Sequence[Match], settings: AlignSettings) -> set[Match]:
    """Blocks that both texts hold exactly once, word for word, but not in one order.

    They are taken first, so that a block which is only just alike never takes their place.
    """
    apart = set(matches).difference(increasing_run(matches))
    return {(i, j) for i, j in apart if len(old[i].words) >= settings.move_words}


def _align_in_place(
    old: Units, new: Units, matches: Sequence[Match], found: Alignment, settings: AlignSettings
) -> None:
    """Align what did not move whole: first ``matches``, blocks that both sides hold once."""
    i = j = 0
    for anchor_i, anchor_j in [*increasing_run(matches), (len(old), len(new))]:
        if i < anchor_i and j < anchor_j:
            olds = [n for n in range(i, anchor_i) if found.to_new[n] == FREE]
            news = [n for n in range(j, anchor_j) if found.to_old[n] == FREE]
            gap = _align_gap([old[n] for n in olds], [new[n] for n in news], settings)
            found.add(
                Group(tuple(olds[n] for n in group.olds), tuple(news[n] for n in group.news))
                for group in gap
            )
        if anchor_i < len(old):
            found.pair(anchor_i, anchor_j)
        i, j = anchor_i + 1, anchor_j + 1


def _align_gap(old: Units, new: Units, settings: AlignSettings) -> Iterable[Group]:
    """The groups among the blocks between two anchors."""
    if len(old) * len(new) <= settings.gap_limit:
        if old and new:
            yield from _BestPairing(old, new, settings).groups()
        return
    # Too large to weigh every pair: split it at identical blocks, and leave the rest.
    edits = minimal_edits([unit.key for unit in old], [unit.key for unit in new])
    for i, j in kept_pairs(edits, len(old)):
        yield Group((i,), (j,))
    for edit in edits:
        if (edit.i2 - edit.i1) * (edit.j2 - edit.j1) <= settings.gap_limit:
            inner = _align_gap(old[edit.i1 : edit.i2], new[edit.j1 : edit.j2], settings)
            yield from (group.later(edit.i1, edit.j1) for group in inner)


class _BestPairing:
    """The pairing of two short runs of blocks, in order, that keeps most words together.

    Needleman and Wunsch with two more moves: one old block with several new ones, and
    several old ones with one new. The score of a group is the length of its longest common
    subsequence of words.
    """

    def __init__(self, old: Units, new: Units, settings: AlignSettings) -> None:
        self.old, self.new, self.settings = old, new, settings
        self.old_words = [unit.words for unit in old]
        self.new_words = [unit.words for unit in new]
        families = [unit.family for unit in new]
        self.common = [
            [
                self._common(i, j) if unit.family == family else 0
                for j, family in enumerate(families)
            ]
            for i, unit in enumerate(old)
        ]

    def groups(self) -> Iterable[Group]:
        """The chosen groups."""
        choice = self._solve()
        i = j = 0
        while i < len(self.old) and j < len(self.new):
            take_old, take_new = choice[i][j]
            if take_old and take_new:
                yield Group(tuple(range(i, i + take_old)), tuple(range(j, j + take_new)))
            i, j = i + take_old, j + take_new

    def _common(self, i: int, j: int) -> int:
        """How many words two blocks share in order; 0 where that is too few for anything."""
        a, b = self.old_words[i], self.new_words[j]
        if self._is_row(i) and a[:2] == b[:2]:
            return common_length(a, b)
        least = self._enough(i) * (len(a) + len(b)) / 2
        if self.old[i].family == "prose":
            least = min(least, self.settings.split_share * min(len(a), len(b)))
        return common_length(a, b, least)

    def _solve(self) -> list[list[tuple[int, int]]]:
        """For each place, how many old and new blocks the best next step takes."""
        rows, columns = len(self.old), len(self.new)
        score = [[0.0] * (columns + 1) for _ in range(rows + 1)]
        choice = [[(0, 0)] * columns for _ in range(rows)]
        for i in range(rows - 1, -1, -1):
            common, here, below = self.common[i], score[i], score[i + 1]
            for j in range(columns - 1, -1, -1):
                best, taken = below[j], (1, 0)
                if here[j + 1] > best:
                    best, taken = here[j + 1], (0, 1)
                for gain, step in self._options(i, j) if common[j] else ():
                    total = gain + score[i + step[0]][j + step[1]]
                    if total >= best:
                        best, taken = total, step
                here[j], choice[i][j] = best, taken
        return choice

    def _options(self, i: int, j: int) -> Iterable[tuple[float, tuple[int, int]]]:
        """What can begin at old block ``i`` and new block ``j``: gain, and blocks taken."""
        if self._are_one(i, j):
            bonus = 0.5 if self.old[i].text == self.new[j].text else 0.0
            yield self._kept(i, j) + bonus, (1, 1)
        if self.old[i].family == "prose":
            yield from self._splits(i, j)
            yield from self._joins(i, j)

    def _kept(self, i: int, j: int) -> int:
        """How many words stay when the two are one. The borders of cells are no words: else two
        pairs of rows with nothing in common would outweigh one row that kept its words."""
        if not self._is_row(i):
            return self.common[i][j]
        cells = min(words.count(_CELL) for words in (self.old_words[i], self.new_words[j]))
        return self.common[i][j] - cells

    def _splits(self, i: int, j: int) -> Iterable[tuple[float, tuple[int, int]]]:
        parts = ""
        for count in range(1, self.settings.most_parts + 1):
            n = j + count - 1
            if n >= len(self.new) or not self._is_part(self.common[i][n], self.new_words[n]):
                return
            parts += self.new_words[n]
            if count > 1:
                yield common_length(self.old_words[i], parts) - 1.0, (1, count)

    def _joins(self, i: int, j: int) -> Iterable[tuple[float, tuple[int, int]]]:
        parts = ""
        for count in range(1, self.settings.most_parts + 1):
            n = i + count - 1
            if n >= len(self.old) or not self._is_part(self.common[n][j], self.old_words[n]):
                return
            parts += self.old_words[n]
            if count > 1:
                yield common_length(parts, self.new_words[j]) - 1.0, (count, 1)

    def _is_part(self, common: int, words: str) -> bool:
        """Whether a block takes enough of its words from the whole."""
        return common > 0 and common >= self.settings.split_share * len(words)

    def _are_one(self, i: int, j: int) -> bool:
        a, b = self.old_words[i], self.new_words[j]
        likeness = 2 * self.common[i][j] / (len(a) + len(b))
        if self._is_row(i) and likeness < 1 and a[:2] == b[:2]:
            return True
        return likeness >= self._enough(i)

    def _is_row(self, i: int) -> bool:
        return self.old[i].family == "row"

    def _enough(self, i: int) -> float:
        is_row = self._is_row(i)
        return self.settings.row_similarity if is_row else self.settings.pair_similarity
