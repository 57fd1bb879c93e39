"""Which commit brought or took which word of the werkversie.

The texts of all commits are woven in one line, parents before children. A history that
forks is laid out flat, with the text of a parent put again before its child::

    version   begin   A: hulp thuis   begin   B: elk jaar   A   merge of A and B
    by        –       commit A        –       commit B      –   the merge

A word that stands in the end but not in the beginning was brought by the last commit that
put it in its own step from parent to child. Words of a fork that come back in a merge are
the same words of the weave, so the merge brings only what none of its parents had.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from regiovisie.diff.history import History, PlacedBlock, build_history
from regiovisie.diff.place import compare
from regiovisie.diff.vocabulary import BLOCK_START
from regiovisie.herkomst.changes import Gebeurtenissoort, gebeurtenissen_of
from regiovisie.model import Tekst

Door = TypeVar("Door")
"""Who made a step: whatever the caller knows a commit by."""


@dataclass(frozen=True, slots=True)
class Stand(Generic[Door]):
    """One text in the flat line of a history."""

    tekst: Tekst
    door: Door | None = None
    """Who made it out of the text before it; None where it only stands there again."""
    is_merge: bool = False
    """Whether it has more parents than the text before it."""


@dataclass(frozen=True)
class Toeschrijving(Generic[Door]):
    """Who changed what between the first and the last of a line of texts."""

    standen: Sequence[Stand[Door]]
    history: History

    def door_words(self, version: int, index: int) -> list[Door | None]:
        """Per word of a block of the first (0) or the last version: who took or brought it.

        ``index`` is the place of the block in its text. None where nobody did.
        """
        placed = self.history.blocks[version][index]
        wanted = version != 0
        return [self._door(held, wanted) for held in self._held_by(placed)]

    def door_event(self, soort: Gebeurtenissoort, index: int) -> Door | None:
        """Who did something besides words to a block of the last version."""
        line = self.history.blocks[-1][index].id
        for version in reversed(range(1, len(self.standen))):
            if self.standen[version].door is not None and (soort, line) in self._events[version]:
                return self.standen[version].door
        return None

    def _door(self, held: Callable[[int], bool], wanted: bool) -> Door | None:
        """The last step by somebody in which a word came (``wanted``) or went."""
        merged: Door | None = None
        for version in reversed(range(1, len(self.standen))):
            stand = self.standen[version]
            if stand.door is None or held(version) != wanted or held(version - 1) == wanted:
                continue
            if not stand.is_merge:
                return stand.door
            merged = merged or stand.door
        return merged

    def _held_by(self, placed: PlacedBlock) -> Iterator[Callable[[int], bool]]:
        """For each word of a block, which versions hold it."""
        number = self.history.strand_of[placed.id]
        strand = self.history.strands[number]
        words = self.history.vocabulary.words(placed.block.text)
        if strand is None:
            for _ in words:
                yield lambda version: number in self.history.members(version)
            return
        for element in _elements(self.history, placed, number):
            yield lambda version, element=element: self.history.holds(  # type: ignore[misc]
                version, number, element
            )

    @cached_property
    def _events(self) -> list[frozenset[tuple[Gebeurtenissoort, str]]]:
        """Per version what happened besides words to which lifelines."""
        steps = (
            gebeurtenissen_of(compare(self.history, version - 1, version)) if version else []
            for version in range(len(self.standen))
        )
        return [frozenset((e.soort, p.id) for e in events for p in e.news) for events in steps]


def _elements(history: History, placed: PlacedBlock, number: int) -> list[int]:
    """The elements of one block in its strand, without the mark that opens it."""
    strand = history.strands[number]
    assert strand is not None
    blocks = history.members(placed.version)[number]
    elements = history.elements(placed.version, number)
    starts = [at for at, e in enumerate(elements) if strand.words[e] == BLOCK_START]
    mine = next(at for at, block in enumerate(blocks) if block is placed)
    stops = [*starts[1:], len(elements)]
    return elements[starts[mine] + 1 : stops[mine]]


def schrijf_toe(standen: Sequence[Stand[Door]]) -> Toeschrijving[Door]:
    """Weave a line of texts; the first is the version, the last the werkversie."""
    return Toeschrijving(standen, build_history([stand.tekst for stand in standen]))
