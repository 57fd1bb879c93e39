"""An insertion or deletion that could stand in several places with the same result.

    nabij
    nabij en de hulp is nabij

What was inserted may be ``en de hulp is nabij`` after the word that stood there, or
``nabij en de hulp is`` before it. Both are right and equally small. The weave takes the
one that begins where a phrase begins; a claim may take any of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from regiovisie.diff.vocabulary import BLOCK_START
from regiovisie.diff.words import Edit, Words, joined_edits

Boundary = Callable[[int], int]
"""How strongly a word ends a phrase; 0 not at all."""


def slide_reach(words: Sequence[object], start: int, end: int, low: int, high: int) -> range:
    """By how many words the run ``words[start:end]`` can slide, as a range round 0.

    ``low`` and ``high`` bound the unchanged words on both sides that it may pass.
    """
    left = 0
    while start - left > low and words[start - left - 1] == words[end - left - 1]:
        left += 1
    right = 0
    while end + right < high and words[start + right] == words[end + right]:
        right += 1
    return range(-left, right + 1)


def unslide(start: int, end: int, offset: int, index: int) -> int:
    """Which word of the run ``start:end`` stands for ``index`` of the run slid by ``offset``.

    A slid run holds the same words rotated, so each of its words has a twin in the run as
    it stood.
    """
    return start + (index - start) % (end - start) if offset else index


def settle(old: Words, new: Words, edits: Sequence[Edit], boundary: Boundary) -> list[Edit]:
    """Slide lone insertions and deletions to where a block, a sentence or a clause begins.

    The number of words stays the same; only which of several equal words is taken for the
    new one is chosen.
    """
    settled: list[Edit] = []
    for index, edit in enumerate(edits):
        before = settled[-1] if settled else Edit(0, 0, 0, 0)
        after = edits[index + 1] if index + 1 < len(edits) else None
        offset = 0
        if edit.i1 == edit.i2:
            high = after.j1 if after else len(new)
            offset = _best_offset(new, (edit.j1, edit.j2), (before.j2, high), boundary)
        elif edit.j1 == edit.j2:
            high = after.i1 if after else len(old)
            offset = _best_offset(old, (edit.i1, edit.i2), (before.i2, high), boundary)
        settled.append(Edit(*(place + offset for place in edit)))
    return joined_edits(settled)


def _best_offset(
    words: Words, run: tuple[int, int], bounds: tuple[int, int], boundary: Boundary
) -> int:
    """The slide that lets the run begin where a phrase does; the smallest of equal ones."""
    reach = slide_reach(words, *run, *bounds)
    if len(reach) == 1:
        return 0

    def merit(offset: int) -> tuple[int, int]:
        start = run[0] + offset
        begins_block = words[start] == BLOCK_START
        return (4 if begins_block else boundary(words[start - 1]) if start else 3, -abs(offset))

    return max(reach, key=merit)
