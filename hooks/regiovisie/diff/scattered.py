"""Blocks that were split or joined while the parts stand apart.

    A B        A        the parts of one block with a new block between them
               N
               B

    A B        C        split and moved at once
    C          A
               B

What was aligned before stays as it is; a part only joins what it came from. A part must take
most of its own words from words that the whole lost and no other part holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from regiovisie.diff.settings import ALIGN, AlignSettings
from regiovisie.diff.unit import Group, Units
from regiovisie.diff.words import common_length, kept_pairs, minimal_edits

_FAMILY = "prose"
_HOLDERS = 20
"""A word that more wholes hold than this leads to none of them."""


def match_scattered(
    wholes: Units,
    parts: Units,
    partner: Sequence[int],
    left_wholes: Sequence[int],
    left_parts: Sequence[int],
    settings: AlignSettings = ALIGN,
) -> list[Group]:
    """Wholes with their parts, as groups of one old block and several new ones.

    ``partner`` gives for each whole the part that it is already, or a negative number. For
    joins the caller turns both texts round and turns the groups back.
    """
    loose = [j for j in left_parts if _may_be_part(parts, j, settings)]
    if not loose:
        return []
    search = _Search(wholes, parts, partner, left_wholes, loose, settings)
    for j in loose:
        search.place(j)
    return sorted(search.groups())


def _may_be_part(parts: Units, j: int, settings: AlignSettings) -> bool:
    return parts[j].family == _FAMILY and len(parts[j].words) >= settings.move_words


class _Search:
    """What each whole lost, and the parts found for it."""

    def __init__(
        self,
        wholes: Units,
        parts: Units,
        partner: Sequence[int],
        left_wholes: Sequence[int],
        loose: Sequence[int],
        settings: AlignSettings,
    ) -> None:
        self._wholes, self._parts, self._partner = wholes, parts, partner
        self._settings = settings
        self._asked = frozenset[str]().union(*(parts[j].words for j in loose))
        self._least = settings.short_move_similarity * min(len(parts[j].words) for j in loose)
        self._rest = dict(self._lost_words(left_wholes))
        self._holders: dict[str, list[int]] = defaultdict(list)
        for i, rest in sorted(self._rest.items()):
            for word in sorted(self._asked.intersection(rest)):
                self._holders[word].append(i)
        self._found: dict[int, list[int]] = defaultdict(list)

    def place(self, j: int) -> None:
        """Give a loose part to the whole that lost most of its words, if there is one."""
        words = self._parts[j].words
        least = self._settings.short_move_similarity * len(words)
        shares = [(common_length(self._rest[i], words, least), -i) for i in self._candidates(words)]
        common, i = max(shares, default=(0, 0))
        if common >= least:
            self._rest[-i] = _without(self._rest[-i], words)
            self._found[-i].append(j)

    def groups(self) -> Iterator[Group]:
        """The wholes of which enough was found."""
        for i, found in self._found.items():
            j = self._partner[i]
            news = sorted([j, *found] if j >= 0 else found)
            gone = len(self._rest[i]) / len(self._wholes[i].words)
            if len(news) > 1 and (j >= 0 or gone <= 1 - self._settings.move_similarity):
                yield Group((i,), tuple(news))

    def _candidates(self, words: str) -> list[int]:
        known = sorted((len(self._holders[w]), w) for w in set(words) if w in self._holders)
        return sorted(
            {i for count, word in known[:8] if count <= _HOLDERS for i in self._holders[word]}
        )

    def _lost_words(self, left_wholes: Sequence[int]) -> Iterator[tuple[int, str]]:
        for i in left_wholes:
            if self._wholes[i].family == _FAMILY:
                yield i, self._wholes[i].words
        for i, j in enumerate(self._partner):
            if j >= 0 and self._is_part_itself(i, j):
                yield i, _without(self._wholes[i].words, self._parts[j].words)

    def _is_part_itself(self, i: int, j: int) -> bool:
        """Whether the block that a whole is already, holds little else than the whole's words."""
        whole, part = self._wholes[i], self._parts[j]
        if whole.family != _FAMILY or whole.key == part.key or len(whole.words) <= len(part.words):
            return False
        least = self._settings.split_share * len(part.words)
        # Cheap bounds first: most changed blocks lost too little to hold a part.
        if len(whole.words) - least < self._least:
            return False
        if len(self._asked.intersection(whole.words)) < self._settings.move_words:
            return False
        return common_length(whole.words, part.words, least) >= least


def _without(whole: str, part: str) -> str:
    """The words of a whole that a part does not hold."""
    edits = minimal_edits([*map(ord, whole)], [*map(ord, part)])
    kept = {i for i, _ in kept_pairs(edits, len(whole))}
    return "".join(word for i, word in enumerate(whole) if i not in kept)
