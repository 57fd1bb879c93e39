"""Blocks that stand in different places and are the same block: moved, or restored.

    A "Hulp is nabij …"      B
    B                   →    A "Hulp is dichtbij …"

Likeness alone decides here, so it asks for more evidence than aligning in place does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from regiovisie.diff.settings import ALIGN, AlignSettings
from regiovisie.diff.unit import Group, Unit, Units
from regiovisie.diff.words import common_length


def match_apart(
    old: Units,
    new: Units,
    left_old: Iterable[int],
    left_new: Iterable[int],
    settings: AlignSettings = ALIGN,
    known: Iterable[Group] = (),
) -> list[Group]:
    """Pairs among blocks that stand in different places: moved, or restored.

    Identical blocks first, if they are long enough or the only ones of their kind: one
    "Vervallen." of many is no evidence. Then similar ones, through the rare words that they
    share; and at last short ones beside another pair, or one that is ``known`` already.
    """
    moved = {group.olds[0]: group.news[0] for group in known}
    apart = _Apart(old, new, set(left_old), set(left_new), settings)
    apart.pairs.update(moved)
    if not apart.left_old or not apart.left_new:
        return []
    apart.pair_identical()
    apart.pair_similar()
    apart.pair_short_neighbours()
    return [Group((i,), (j,)) for i, j in sorted(apart.pairs.items()) if i not in moved]


class _Apart:
    """The search for blocks that stand elsewhere; ``pairs`` maps old index to new."""

    def __init__(
        self,
        old: Units,
        new: Units,
        left_old: set[int],
        left_new: set[int],
        settings: AlignSettings,
    ) -> None:
        self.old, self.new, self.settings = old, new, settings
        self.left_old, self.left_new = left_old, left_new
        self.pairs: dict[int, int] = {}

    def pair_identical(self) -> None:
        """Blocks with the same words, as often left on one side as on the other."""
        for olds, news in self._identical():
            unit = self.old[olds[0]]
            long_enough = len(unit.words) >= self.settings.move_words
            if len(olds) == len(news) and (long_enough or self._is_only_one(unit)):
                for i, j in zip(olds, news, strict=True):
                    self._pair(i, j)

    def pair_similar(self) -> None:
        """The most similar pairs first, among those that share a rare word."""
        for _, i, j in sorted(self._similar_pairs()):
            if i in self.left_old and j in self.left_new:
                self._pair(i, j)

    def pair_short_neighbours(self) -> None:
        """Short identical blocks that stand next to a pair on both sides: a heading that
        moved along with its section."""
        changed = True
        while changed:
            changed = False
            for olds, news in self._identical():
                for i, j in ((i, j) for i in olds for j in news):
                    beside = self.pairs.get(i + 1) == j + 1 or self.pairs.get(i - 1) == j - 1
                    if beside and i in self.left_old and j in self.left_new:
                        self._pair(i, j)
                        changed = True

    def _pair(self, i: int, j: int) -> None:
        self.pairs[i] = j
        self.left_old.discard(i)
        self.left_new.discard(j)

    def _is_only_one(self, unit: Unit) -> bool:
        """Whether no other block of either text reads the same; headings repeat by nature."""
        if unit.family == "heading":
            return False
        return all(
            sum(other.key == unit.key for other in units) == 1 for units in (self.old, self.new)
        )

    def _identical(self) -> list[tuple[list[int], list[int]]]:
        olds: dict[tuple[str, str], list[int]] = defaultdict(list)
        for i in sorted(self.left_old):
            olds[self.old[i].key].append(i)
        news: dict[tuple[str, str], list[int]] = defaultdict(list)
        for j in sorted(self.left_new):
            news[self.new[j].key].append(j)
        return [(olds[key], news[key]) for key in olds if key in news]

    def _similar_pairs(self) -> Iterable[tuple[float, int, int]]:
        holders: dict[int, list[int]] = defaultdict(list)
        for i in sorted(self.left_old):
            for word in set(self.old[i].words):
                holders[word].append(i)
        for j in sorted(self.left_new):
            words = self.new[j].words
            if len(words) < self.settings.move_words:
                continue
            known = sorted((len(holders[w]), w) for w in set(words) if w in holders)
            candidates = {i for _, word in known[:8] for i in holders[word][:20]}
            for i in sorted(candidates):
                likeness = self._likeness(i, j)
                if likeness >= self._enough(i, j):
                    yield -likeness, i, j

    def _enough(self, i: int, j: int) -> float:
        """Short blocks must be more alike than long ones."""
        shortest = min(len(self.old[i].words), len(self.new[j].words))
        short = shortest < 2 * self.settings.move_words
        return self.settings.short_move_similarity if short else self.settings.move_similarity

    def _likeness(self, i: int, j: int) -> float:
        a, b = self.old[i], self.new[j]
        if a.family != b.family:
            return 0.0
        total = len(a.words) + len(b.words)
        if 2 * min(len(a.words), len(b.words)) < self.settings.move_similarity * total:
            return 0.0
        return 2 * common_length(a.words, b.words) / total
