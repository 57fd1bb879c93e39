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

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from regiovisie.diff.apart import match_apart
from regiovisie.diff.settings import ALIGN, AlignSettings
from regiovisie.diff.unit import Group, Unit, Units
from regiovisie.diff.words import (
    common_length,
    increasing_run,
    minimal_edits,
    unique_anchors,
    unique_matches,
)


def align(old: Units, new: Units, settings: AlignSettings = ALIGN) -> list[Group]:
    """All groups of blocks that belong together; blocks in none are gone or new.

    Every index is in at most one group.
    """
    moved = _moved_whole(old, new, settings)
    groups = settle_blocks(old, new, [*moved, *_align_others(old, new, moved, settings)])
    groups += match_apart(old, new, *_left(old, new, groups), settings, moved)
    return sorted([*groups, *_pair_between_neighbours(old, new, groups, settings)])


def _left(old: Units, new: Units, groups: Iterable[Group]) -> tuple[list[int], list[int]]:
    """The indices in no group, old and new."""
    used_old, used_new = _used(groups)
    return (
        [i for i in range(len(old)) if i not in used_old],
        [j for j in range(len(new)) if j not in used_new],
    )


def _used(groups: Iterable[Group]) -> tuple[set[int], set[int]]:
    olds: set[int] = set()
    news: set[int] = set()
    for group in groups:
        olds.update(group.olds)
        news.update(group.news)
    return olds, news


def _pair_between_neighbours(
    old: Units, new: Units, groups: Iterable[Group], settings: AlignSettings
) -> Iterator[Group]:
    """A heading or term in other words, or a paragraph mostly rewritten, that stands alone
    between the same neighbours."""
    partner = {
        i: j for group in groups for i, j in zip(group.olds[-1:], group.news[-1:], strict=True)
    }
    first = {i: j for group in groups for i, j in zip(group.olds[:1], group.news[:1], strict=True)}
    left_old, left_new = map(set, _left(old, new, groups))
    ends = {-1: -1, len(old): len(new)}
    for i in sorted(left_old):
        j = (partner | ends).get(i - 1, -2) + 1
        alone = j in left_new and (first | ends).get(i + 1) == j + 1
        if alone and _may_be_rewritten(old[i], new[j], settings):
            yield Group((i,), (j,))


def _may_be_rewritten(old: Unit, new: Unit, settings: AlignSettings) -> bool:
    if old.family != new.family:
        return False
    if old.family in ("heading", "term"):
        return True
    common = common_length(old.words, new.words)
    total = len(old.words) + len(new.words)
    enough = 2 * common >= settings.rewritten_similarity * total
    return common >= settings.move_words and enough


def settle_blocks(old: Units, new: Units, groups: Sequence[Group]) -> list[Group]:
    """Slide runs of gone or new blocks so that they begin with their own heading.

    Where a text holds one heading twice, dropping the first section and dropping the end of
    the first with the heading of the second leave the same blocks; readers mean the first.
    """
    pairs = {g.olds[0]: g.news[0] for g in groups if len(g.olds) == len(g.news) == 1}
    others = [g for g in groups if not len(g.olds) == len(g.news) == 1]
    used_old, used_new = _used(groups)
    pairs = _slid(old, pairs, used_old)
    back = _slid(new, {j: i for i, j in pairs.items()}, used_new)
    return sorted([*others, *(Group((i,), (j,)) for j, i in back.items())])


def _slid(units: Units, pairs: dict[int, int], used: set[int]) -> dict[int, int]:
    """The pairs, with each run of unused units moved back over an equal heading."""
    pairs = dict(pairs)
    runs = [
        (start, stop)
        for start, stop in _runs([i for i in range(len(units)) if i not in used])
        if start > 0 and units[start].family != "heading"
    ]
    for start, stop in runs:
        heading = units[start - 1]
        if (
            start - 1 in pairs
            and heading.family == "heading"
            and heading.key == units[stop - 1].key
        ):
            pairs[stop - 1] = pairs.pop(start - 1)
    return pairs


def _runs(indices: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Maximal runs of consecutive numbers, as start and stop."""
    for _, group in groupby(enumerate(indices), key=lambda item: item[1] - item[0]):
        run = [index for _, index in group]
        yield run[0], run[-1] + 1


def _moved_whole(old: Units, new: Units, settings: AlignSettings) -> list[Group]:
    """Blocks that both texts hold exactly once, word for word, but not in one order.

    They are taken first, so that a block which is only just alike never takes their place.
    """
    keys = _Keys()
    matches = unique_matches(keys.of(old), keys.of(new))
    in_order = set(increasing_run(matches))
    return [
        Group((i,), (j,))
        for i, j in matches
        if (i, j) not in in_order and len(old[i].words) >= settings.move_words
    ]


def _align_others(
    old: Units, new: Units, moved: Sequence[Group], settings: AlignSettings
) -> Iterator[Group]:
    """Align in place what did not move whole."""
    olds, news = _left(old, new, moved)
    groups = _align_in_place([old[i] for i in olds], [new[j] for j in news], settings)
    for group in groups:
        yield Group(tuple(olds[i] for i in group.olds), tuple(news[j] for j in group.news))


def _align_in_place(old: Units, new: Units, settings: AlignSettings) -> Iterable[Group]:
    keys = _Keys()
    old_keys, new_keys = keys.of(old), keys.of(new)
    i = j = 0
    for anchor_i, anchor_j in [*unique_anchors(old_keys, new_keys), (len(old), len(new))]:
        yield from _align_gap(old, new, (i, anchor_i), (j, anchor_j), settings)
        if anchor_i < len(old):
            yield Group((anchor_i,), (anchor_j,))
        i, j = anchor_i + 1, anchor_j + 1


class _Keys:
    """Numbers for whole blocks: equal numbers, equal family and words."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}

    def of(self, units: Units) -> list[int]:
        numbers = self._numbers
        return [numbers.setdefault((unit.family, unit.text), len(numbers)) for unit in units]


def _align_gap(
    old: Units, new: Units, olds: tuple[int, int], news: tuple[int, int], settings: AlignSettings
) -> Iterable[Group]:
    """The groups between two anchors: old blocks ``olds[0]:olds[1]``, new likewise."""
    size = (olds[1] - olds[0]) * (news[1] - news[0])
    if size == 0:
        return
    if size <= settings.gap_limit:
        yield from _BestPairing(old[slice(*olds)], new[slice(*news)], settings).groups(
            olds[0], news[0]
        )
        return
    # Too large to weigh every pair: split it at identical blocks, and leave the rest.
    keys = _Keys()
    gap_old, gap_new = keys.of(old[slice(*olds)]), keys.of(new[slice(*news)])
    i = j = 0
    edits = minimal_edits(gap_old, gap_new)
    for edit in [*edits, None]:
        stop = edit.i1 if edit else len(gap_old)
        for step in range(stop - i):
            yield Group((olds[0] + i + step,), (news[0] + j + step,))
        if edit is None:
            return
        inner_old = (olds[0] + edit.i1, olds[0] + edit.i2)
        inner_new = (news[0] + edit.j1, news[0] + edit.j2)
        if (edit.i2 - edit.i1) * (edit.j2 - edit.j1) <= settings.gap_limit:
            yield from _align_gap(old, new, inner_old, inner_new, settings)
        i, j = edit.i2, edit.j2


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
        self.common = [[self._common(i, j) for j in range(len(new))] for i in range(len(old))]

    def groups(self, offset_old: int, offset_new: int) -> Iterable[Group]:
        """The chosen groups, with the offsets added to their indices."""
        choice = self._solve()
        i = j = 0
        while i < len(self.old) and j < len(self.new):
            take_old, take_new = choice[i][j]
            if take_old and take_new:
                yield Group(
                    tuple(range(offset_old + i, offset_old + i + take_old)),
                    tuple(range(offset_new + j, offset_new + j + take_new)),
                )
            i, j = i + take_old, j + take_new

    def _common(self, i: int, j: int) -> int:
        """How many words two blocks share in order; 0 for blocks that can never be one."""
        if self.old[i].family != self.new[j].family:
            return 0
        return common_length(self.old_words[i], self.new_words[j])

    def _solve(self) -> list[list[tuple[int, int]]]:
        """For each place, how many old and new blocks the best next step takes."""
        rows, columns = len(self.old), len(self.new)
        score = [[0.0] * (columns + 1) for _ in range(rows + 1)]
        choice = [[(0, 0)] * columns for _ in range(rows)]
        for i in range(rows - 1, -1, -1):
            for j in range(columns - 1, -1, -1):
                best, taken = score[i + 1][j], (1, 0)
                if score[i][j + 1] > best:
                    best, taken = score[i][j + 1], (0, 1)
                for gain, step in self._options(i, j):
                    total = gain + score[i + step[0]][j + step[1]]
                    if total >= best:
                        best, taken = total, step
                score[i][j], choice[i][j] = best, taken
        return choice

    def _options(self, i: int, j: int) -> Iterable[tuple[float, tuple[int, int]]]:
        """What can begin at old block ``i`` and new block ``j``: gain, and blocks taken."""
        if not self.common[i][j]:
            return
        if self._are_one(i, j):
            bonus = 0.5 if self.old[i].text == self.new[j].text else 0.0
            yield self.common[i][j] + bonus, (1, 1)
        if self.old[i].family == "prose":
            yield from self._splits(i, j)
            yield from self._joins(i, j)

    def _splits(self, i: int, j: int) -> Iterable[tuple[float, tuple[int, int]]]:
        parts: list[int] = []
        for count in range(1, self.settings.most_parts + 1):
            n = j + count - 1
            if n >= len(self.new) or not self._is_part(self.common[i][n], self.new_words[n]):
                return
            parts += self.new_words[n]
            if count > 1:
                yield common_length(self.old_words[i], parts) - 1.0, (1, count)

    def _joins(self, i: int, j: int) -> Iterable[tuple[float, tuple[int, int]]]:
        parts: list[int] = []
        for count in range(1, self.settings.most_parts + 1):
            n = i + count - 1
            if n >= len(self.old) or not self._is_part(self.common[n][j], self.old_words[n]):
                return
            parts += self.old_words[n]
            if count > 1:
                yield common_length(parts, self.new_words[j]) - 1.0, (count, 1)

    def _is_part(self, common: int, words: Sequence[int]) -> bool:
        """Whether a block takes enough of its words from the whole."""
        return common > 0 and common >= self.settings.split_share * len(words)

    def _are_one(self, i: int, j: int) -> bool:
        a, b = self.old_words[i], self.new_words[j]
        likeness = 2 * self.common[i][j] / (len(a) + len(b))
        is_row = self.old[i].family == "row"
        if is_row and likeness < 1 and a[:2] == b[:2]:
            return True
        return likeness >= (
            self.settings.row_similarity if is_row else self.settings.pair_similarity
        )
