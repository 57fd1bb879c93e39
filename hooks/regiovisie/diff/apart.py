"""Blocks that stand in different places and are the same block: moved, or restored.

    A "Hulp is nabij …"      B
    B                   →    A "Hulp is dichtbij …"

Likeness alone decides here, so it asks for more evidence than aligning in place does: most
words in common, and enough among them that say something. Two sentences of one form share
"Wie een … heeft, … de … bij het …" and are two sentences.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from math import log2

from regiovisie.diff.settings import ALIGN, AlignSettings
from regiovisie.diff.unit import Group, Unit, Units
from regiovisie.diff.words import common_length, kept_pairs, minimal_edits
from regiovisie.text.tokens import tokenise


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


def match_alike(
    old: Units,
    new: Units,
    left_old: Iterable[int],
    left_new: Iterable[int],
    settings: AlignSettings = ALIGN,
) -> list[tuple[int, int]]:
    """Only the pairs that are beyond doubt: long, and nearly the same."""
    sure = replace(
        settings,
        move_similarity=settings.sure_similarity,
        move_evidence=settings.sure_similarity,
        move_words=2 * settings.move_words,
    )
    apart = _Apart(old, new, set(left_old), set(left_new), sure)
    apart.pair_similar()
    return sorted(apart.pairs.items())


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
        self._holders: dict[str, list[int]] = {}
        """Word of a new block left over → the old blocks left over that hold it."""
        self._counts: tuple[Counter[int], ...] | None = None
        """How often each block stands in the old and in the new text."""

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
        if self._counts is None:
            self._counts = tuple(Counter(u.key for u in units) for units in (self.old, self.new))
        return all(counts[unit.key] == 1 for counts in self._counts)

    def _identical(self) -> list[tuple[list[int], list[int]]]:
        olds: dict[int, list[int]] = defaultdict(list)
        for i in sorted(self.left_old):
            olds[self.old[i].key].append(i)
        news: dict[int, list[int]] = defaultdict(list)
        for j in sorted(self.left_new):
            news[self.new[j].key].append(j)
        return [(olds[key], news[key]) for key in olds if key in news]

    def _similar_pairs(self) -> Iterable[tuple[float, int, int]]:
        holders, least = self._holders, self.settings.move_words
        long_enough = [j for j in sorted(self.left_new) if len(self.new[j].words) >= least]
        asked = set().union(*(self.new[j].words for j in long_enough))
        for i in sorted(self.left_old):
            for word in asked.intersection(self.old[i].words):
                holders.setdefault(word, []).append(i)
        for j in long_enough:
            words = self.new[j].words
            known = sorted((len(holders[w]), w) for w in set(words) if w in holders)
            candidates = {i for _, word in known[:8] for i in holders[word][:20]}
            for i in sorted(candidates):
                if likeness := self._likeness(i, j):
                    yield -likeness, i, j

    def _likeness(self, i: int, j: int) -> float:
        """How alike two blocks are; 0 where that is not enough. Short ones must be more so."""
        a, b = self.old[i], self.new[j]
        if a.family != b.family:
            return 0.0
        settings = self.settings
        total, shortest = len(a.words) + len(b.words), min(len(a.words), len(b.words))
        if 2 * shortest < settings.move_similarity * total:
            return 0.0
        short = shortest < 2 * settings.move_words
        enough = settings.short_move_similarity if short else settings.move_similarity
        likeness = 2 * common_length(a.words, b.words, enough * total / 2) / total
        proven = likeness >= enough and self._evidence(a, b) >= settings.move_evidence
        return likeness if proven else 0.0

    def _evidence(self, old: Unit, new: Unit) -> float:
        """Which share the common words have in what both blocks say."""
        was, wordt = self._weights(old), self._weights(new)
        edits = minimal_edits([*map(ord, old.words)], [*map(ord, new.words)])
        common = sum(was[i] for i, _ in kept_pairs(edits, len(was)))
        return 2 * common / (sum(was) + sum(wordt) or 1)

    def _weights(self, unit: Unit) -> list[float]:
        """How much each word of a block says: more when it is long, less when many others of
        the blocks left over hold it."""
        return [
            _length(token) / (1 + log2(len(self._holders.get(word, ())) or 1))
            for token, word in zip(tokenise(unit.text), unit.words, strict=True)
        ]


def _length(token: str) -> int:
    """The length of a number, or by how much a word is longer than "de" and "in"."""
    return len(token) if any(map(str.isdecimal, token)) else max(0, len(token) - 2)
