"""Blocks that are the same in two versions far apart, though their lifelines differ.

    version 0   A B        version 1   A B A'       version 2   B A'

Over several steps a text may be copied and the original dropped, or go and come back among
others that read the same. What is gone between the two versions and what is new are then
one block: for long blocks the words prove it, for short ones a neighbour that stayed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from regiovisie.diff.history import PlacedBlock
from regiovisie.diff.settings import ALIGN
from regiovisie.text.tokens import token_spans

Pair = tuple[PlacedBlock, PlacedBlock]
_Content = tuple[str, str]


def reunite(
    partner: Mapping[int, int], gone: Sequence[PlacedBlock], come: Sequence[PlacedBlock]
) -> list[Pair]:
    """Pairs of equal blocks among those ``gone`` and those ``come``, in reading order.

    ``partner`` leads from the index of an old block to that of the new block that it is, and
    from the places before the first and behind the last block to each other.
    """
    search = _Search(partner, gone, come)
    search.pair_long()
    search.pair_neighbours()
    return sorted(search.found, key=lambda pair: pair[1].index)


class _Search:
    """What is left to pair, and what was found."""

    def __init__(
        self,
        partner: Mapping[int, int],
        gone: Sequence[PlacedBlock],
        come: Sequence[PlacedBlock],
    ) -> None:
        self.found: list[Pair] = []
        self._partner = dict(partner)
        self._gone: dict[_Content, list[PlacedBlock]] = defaultdict(list)
        for old in gone:
            self._gone[content(old)].append(old)
        self._come = [new for new in come if content(new) in self._gone]

    def pair_long(self) -> None:
        """Blocks with enough words to be known by; one in the same onderdeel goes first."""
        for new in list(self._come):
            twins = self._gone[content(new)]
            if twins and len(token_spans(new.block.text)) >= ALIGN.move_words:
                here = [old for old in twins if old.onderdeel.slug == new.onderdeel.slug]
                self._pair((here or twins)[0], new)

    def pair_neighbours(self) -> None:
        """Short blocks next to a pair on either side, until there are no more."""
        changed = True
        while changed:
            changed = False
            for new in list(self._come):
                old = next((o for o in self._gone[content(new)] if self._beside(o, new)), None)
                if old is not None:
                    self._pair(old, new)
                    changed = True

    def _beside(self, old: PlacedBlock, new: PlacedBlock) -> bool:
        return any(self._partner.get(old.index + d) == new.index + d for d in (-1, 1))

    def _pair(self, old: PlacedBlock, new: PlacedBlock) -> None:
        self.found.append((old, new))
        self._partner[old.index] = new.index
        self._gone[content(old)].remove(old)
        self._come.remove(new)


def content(placed: PlacedBlock) -> _Content:
    """What equal blocks have in common."""
    return placed.block.kind, placed.block.text
