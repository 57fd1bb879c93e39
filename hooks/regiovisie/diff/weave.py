"""The words of all versions in one structure, from which any version can be drawn.

A weave as in SCCS (Rochkind, 1975): every word that ever stood in a place is kept once,
in one order, with the set of versions in which it stands. Words that came together and
share their versions are one segment.

    version 0:  zo licht mogelijk          zo        0 1 2
    version 1:  zo thuis mogelijk          licht     0
    version 2:  zo thuis als mogelijk      thuis       1 2
                                           als           2
                                           mogelijk  0 1 2

Any two versions are then compared by walking the segments once; nothing is compared again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from regiovisie.diff.vocabulary import BLOCK_START, CELL_START
from regiovisie.diff.words import Edit, Words, kept_pairs, minimal_edits

STARTS = (BLOCK_START, CELL_START)
Compare = Callable[[Words, Words], list[Edit]]


class Segment(NamedTuple):
    """The elements ``first`` up to ``stop``, and the bitmask of the versions that hold them."""

    first: int
    stop: int
    mask: int


@dataclass(slots=True)
class Strand:
    """The weave of one lifeline, or of lifelines that were split from or joined into one another.

    Only a version that reads differently from the one before it is woven in; it stands for
    those after it that read the same.

    Representation:

    - element ``e`` is one word, with number ``words[e]``. Elements are numbered as they came;
      a number is never reused.
    - ``order`` is the one order in which all elements stand, as segments. None is empty, and the
      start of a block or of a cell is a segment of its own.

    Invariants, proven by `check`:

    - the elements of version ``v``, taken in ``order``, are exactly the words given to
      ``add(v, …)``;
    - ``order`` holds every element once;
    - a word that goes and comes back in the same place is one element (it is revived).
    """

    words: list[int] = field(default_factory=list)
    order: list[Segment] = field(default_factory=list)
    given: dict[int, Sequence[int]] = field(default_factory=dict)
    """What was given for each version, oldest first: the witness for `check`."""
    _masks: list[int] = field(default_factory=list)

    def add(self, version: int, words: Sequence[int], *, compare: Compare = minimal_edits) -> None:
        """Weave in the next version. Versions come in order; one may be skipped.

        ``compare`` finds the edits from the latest version that the strand holds.
        """
        if self.given:
            latest = next(reversed(self.given))
            self._weave(version, words, latest, compare(self.given[latest], words))
        elif words:
            self.order += self._new(words, version)
        self.given[version] = words
        self._masks = []

    def mask(self, element: int) -> int:
        """The bitmask of the versions that hold an element."""
        if not self._masks:
            self._masks = [0] * len(self.words)
            for first, stop, mask in self.order:
                self._masks[first:stop] = [mask] * (stop - first)
        return self._masks[element]

    def elements(self, version: int) -> list[int]:
        """The elements of one version, in order."""
        bit = 1 << version
        return [e for first, stop, mask in self.order if mask & bit for e in range(first, stop)]

    def extract(self, version: int) -> tuple[int, ...]:
        """The words of one version, drawn from the weave."""
        return tuple(self.words[e] for e in self.elements(version))

    def check(self) -> None:
        """Raise `AssertionError` when an invariant does not hold."""
        every = [e for first, stop, _ in self.order for e in range(first, stop)]
        if sorted(every) != list(range(len(self.words))):
            raise AssertionError("the order does not hold every element once")
        joined = [self.words[first:stop] for first, stop, _ in self.order if stop - first > 1]
        if any(word in STARTS for words in joined for word in words):
            raise AssertionError("the start of a block or of a cell is no segment of its own")
        for version, words in self.given.items():
            if self.extract(version) != tuple(words):
                raise AssertionError(f"version {version} cannot be drawn from the weave")

    def _weave(
        self, version: int, words: Sequence[int], latest: int, edits: Sequence[Edit]
    ) -> None:
        waiting = self.order[::-1]
        woven: list[Segment] = []
        done = 0
        for edit in edits:
            _keep(waiting, woven, edit.i1 - done, version, latest)
            # From the last kept word to the next: what goes now, and what went before.
            stretch = _take(waiting, edit.i2 - edit.i1, latest)
            woven += self._fill(stretch, words[edit.j1 : edit.j2], version, latest)
            done = edit.i2
        held, bit = 1 << latest, 1 << version
        woven += [
            Segment(first, stop, mask | bit) if mask & held else Segment(first, stop, mask)
            for first, stop, mask in reversed(waiting)
        ]
        self.order = woven

    def _fill(
        self, stretch: list[Segment], inserted: Sequence[int], version: int, latest: int
    ) -> list[Segment]:
        """Weave new words into a stretch that holds no kept word.

        Words that stood here before ``latest`` and come back are revived; words that go
        now are not, since comparing just found that they are no match.
        """
        if not inserted:
            return stretch
        held, words = 1 << latest, self.words
        gone = [e for first, stop, mask in stretch if not mask & held for e in range(first, stop)]
        edits = minimal_edits([words[e] for e in gone], inserted) if gone else []
        returns = {gone[i]: j for i, j in kept_pairs(edits, len(gone))}
        if not returns:
            return [*stretch, *self._new(inserted, version)]
        filled: list[Segment] = []
        done = 0
        for first, stop, mask in stretch:
            for element in range(first, stop):
                if element not in returns:
                    self._append(filled, Segment(element, element + 1, mask))
                    continue
                filled += self._new(inserted[done : returns[element]], version)
                self._append(filled, Segment(element, element + 1, mask | 1 << version))
                done = returns[element] + 1
        return [*filled, *self._new(inserted[done:], version)]

    def _new(self, words: Sequence[int], version: int) -> Iterator[Segment]:
        """Number new words, and give their segments."""
        first, stop = len(self.words), len(self.words) + len(words)
        self.words += words
        cuts = {n + after for n, w in enumerate(words, first) if w in STARTS for after in (0, 1)}
        return (Segment(*ends, 1 << version) for ends in pairwise(sorted({first, stop, *cuts})))

    def _append(self, segments: list[Segment], segment: Segment) -> None:
        """Put a segment behind the others, as part of the last one where it belongs to it."""
        if segments and self._belong_together(segments[-1], segment):
            segment = Segment(segments.pop().first, segment.stop, segment.mask)
        segments.append(segment)

    def _belong_together(self, one: Segment, other: Segment) -> bool:
        if one.stop != other.first or one.mask != other.mask:
            return False
        return self.words[one.first] not in STARTS and self.words[other.first] not in STARTS


def _keep(
    waiting: list[Segment], woven: list[Segment], count: int, version: int, latest: int
) -> None:
    """Move ``count`` words of the latest version, and what went before among them."""
    held, bit = 1 << latest, 1 << version
    while count > 0:
        segment = waiting.pop()
        if segment.mask & held:
            segment = _cut(waiting, segment, count)
            count -= segment.stop - segment.first
            segment = Segment(segment.first, segment.stop, segment.mask | bit)
        woven.append(segment)


def _take(waiting: list[Segment], count: int, latest: int) -> list[Segment]:
    """Take ``count`` words of the latest version out, and all up to the next one."""
    held = 1 << latest
    stretch: list[Segment] = []
    while waiting:
        segment = waiting[-1]
        if segment.mask & held:
            if not count:
                break
            segment = _cut(waiting, waiting.pop(), count)
            count -= segment.stop - segment.first
        else:
            waiting.pop()
        stretch.append(segment)
    return stretch


def _cut(waiting: list[Segment], segment: Segment, count: int) -> Segment:
    """The first ``count`` words of a segment; the others wait again."""
    first, stop, mask = segment
    if stop - first <= count:
        return segment
    waiting.append(Segment(first + count, stop, mask))
    return Segment(first, first + count, mask)
