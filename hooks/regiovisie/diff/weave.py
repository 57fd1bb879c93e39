"""The words of all versions in one structure, from which any version can be drawn.

A weave as in SCCS (Rochkind, 1975): every word that ever stood in a place is kept once,
in one order, with the set of versions in which it stands.

    version 0:  zo licht mogelijk          zo      0 1 2
    version 1:  zo thuis mogelijk          licht   0
    version 2:  zo thuis als mogelijk      thuis     1 2
                                           als         2
                                           mogelijk 0 1 2

Any two versions are then compared by walking the words once; nothing is compared again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from regiovisie.diff.words import Edit, Words, kept_pairs, minimal_edits

Compare = Callable[[Words, Words], list[Edit]]


@dataclass(slots=True)
class Strand:
    """The weave of one lifeline, or of lifelines that were split from or joined into one another.

    Representation:

    - element ``e`` is one word: its number ``words[e]`` and the bitmask ``masks[e]`` of the
      versions that hold it. Elements are numbered as they came; a number is never reused.
    - ``order`` is the one order in which all elements stand.

    Invariants, proven by `check`:

    - the elements of version ``v``, taken in ``order``, are exactly the words given to
      ``add(v, …)``;
    - ``order`` holds every element once;
    - a word that goes and comes back in the same place is one element (it is revived).
    """

    words: list[int] = field(default_factory=list)
    masks: list[int] = field(default_factory=list)
    order: list[int] = field(default_factory=list)
    given: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """What was given for each version: the witness for `check`."""

    def add(self, version: int, words: Sequence[int], *, compare: Compare = minimal_edits) -> None:
        """Weave in the next version. Versions come in order; one may be skipped.

        ``compare`` finds the edits from the latest version that the strand holds.
        """
        before = max(self.given, default=-1)
        previous = self.elements(before) if self.given else []
        old = [self.words[e] for e in previous]
        self._weave(version, words, previous, compare(old, words))
        self.given[version] = tuple(words)

    def elements(self, version: int) -> list[int]:
        """The elements of one version, in order."""
        bit = 1 << version
        masks = self.masks
        return [e for e in self.order if masks[e] & bit]

    def extract(self, version: int) -> tuple[int, ...]:
        """The words of one version, drawn from the weave."""
        return tuple(self.words[e] for e in self.elements(version))

    def check(self) -> None:
        """Raise `AssertionError` when an invariant does not hold."""
        if sorted(self.order) != list(range(len(self.words))):
            raise AssertionError("the order does not hold every element once")
        for version, words in self.given.items():
            if self.extract(version) != words:
                raise AssertionError(f"version {version} cannot be drawn from the weave")

    def _weave(
        self, version: int, words: Sequence[int], previous: Sequence[int], edits: Sequence[Edit]
    ) -> None:
        place = {element: index for index, element in enumerate(self.order)}
        latest = max(self.given, default=0)
        woven: list[int] = []
        taken = 0
        for edit in edits:
            # From the last kept word to the next: what goes now, and what went before.
            start = max(taken, place[previous[edit.i1 - 1]] + 1) if edit.i1 else 0
            stop = place[previous[edit.i2]] if edit.i2 < len(previous) else len(self.order)
            woven += self.order[taken:start]
            woven += self._fill(
                self.order[start:stop], words[edit.j1 : edit.j2], version=version, latest=latest
            )
            taken = stop
        woven += self.order[taken:]
        for i, _ in kept_pairs(edits, len(previous)):
            self.masks[previous[i]] |= 1 << version
        self.order = woven

    def _fill(
        self, stretch: Sequence[int], inserted: Sequence[int], *, version: int, latest: int
    ) -> list[int]:
        """Weave new words into a stretch that holds no kept word.

        Words that stood here before ``latest`` and come back are revived; words that go
        now are not, since comparing just found that they are no match.
        """
        gone = [e for e in stretch if not self.masks[e] >> latest & 1]
        edits = minimal_edits([self.words[e] for e in gone], inserted)
        returns = {gone[i]: j for i, j in kept_pairs(edits, len(gone))}
        filled: list[int] = []
        done = 0
        for element in stretch:
            if element in returns:
                filled += self._new(inserted[done : returns[element]], version)
                self.masks[element] |= 1 << version
                done = returns[element] + 1
            filled.append(element)
        return filled + self._new(inserted[done:], version)

    def _new(self, words: Sequence[int], version: int) -> list[int]:
        first = len(self.words)
        self.words += words
        self.masks += [1 << version] * len(words)
        return list(range(first, len(self.words)))
