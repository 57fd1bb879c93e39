"""The smallest difference between two sequences of words.

    zo licht mogelijk
    zo thuis mogelijk
       -licht +thuis

The longest common subsequence comes from rapidfuzz (Hyyrö's bit-parallel algorithm);
here stand its bounds and its taste: an insertion that could stand in several places with
the same result stands where a reader would put it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel, LCSseq

from regiovisie.diff.settings import WORD_LIMIT

Words = Sequence[int]


class Edit(NamedTuple):
    """``old[i1:i2]`` became ``new[j1:j2]``; one of the two may be empty."""

    i1: int
    i2: int
    j1: int
    j2: int


class WordEdit(NamedTuple):
    """A run of whole tokens, with the white space before it, as places in both texts.

    A run that went has no place in the new text (block -1), one that came none in the old.
    """

    sign: str
    old_block: int
    """Which of the old blocks that are compared together."""
    old_start: int
    old_end: int
    new_block: int
    new_start: int
    new_end: int
    elements: Sequence[int]
    """For changed words, their elements in the strand, one for each token."""


class EntryEdits(NamedTuple):
    """Words of some blocks in two versions that are shown as one entry. Blocks are numbered as
    they follow one another in the strand."""

    olds: tuple[int, ...]
    """The old blocks whose words it takes."""
    new: int | None
    """The new block that they became."""
    edits: tuple[WordEdit, ...]
    kept: frozenset[int]
    """The old blocks of which words were kept."""


def minimal_edits(old: Words, new: Words) -> list[Edit]:
    """The edits that turn ``old`` into ``new``, in order, none touching another.

    Minimal up to `WORD_LIMIT`; past it exact still, but only as small as the words that
    both sides hold once allow.
    """
    start, end = _common_ends(old, new)
    old_middle, new_middle = old[start : len(old) - end], new[start : len(new) - end]
    if not old_middle or not new_middle:
        edits = [Edit(0, len(old_middle), 0, len(new_middle))] if old_middle or new_middle else []
    elif len(old_middle) * len(new_middle) > WORD_LIMIT:
        edits = _edits_between_anchors(old_middle, new_middle)
    else:
        edits = _indel_edits(old_middle, new_middle)
    return shifted(edits, start, start)


def kept_pairs(edits: Sequence[Edit], old_length: int) -> Iterator[tuple[int, int]]:
    """The places of the words that no edit touches, as pairs of old and new index."""
    i = j = 0
    for edit in [*edits, Edit(old_length, old_length, -1, -1)]:
        yield from zip(range(i, edit.i1), range(j, j + edit.i1 - i), strict=True)
        i, j = edit.i2, edit.j2


def common_length(old: Words | str, new: Words | str, least: float = 0) -> int:
    """How many words the longest common subsequence has; 0 where that is less than ``least``."""
    return int(LCSseq.similarity(old, new, score_cutoff=int(least)))


def unique_anchors(old: Words, new: Words) -> list[tuple[int, int]]:
    """Places of words that each side holds exactly once, in an order common to both.

    Patience diff's first step: a longest increasing run over the unique matches.
    """
    return increasing_run(unique_matches(old, new))


def unique_matches(old: Words, new: Words) -> list[tuple[int, int]]:
    """Places of words that each side holds exactly once, in the order of ``old``."""
    old_counts, new_counts = Counter(old), Counter(new)
    place = {word: j for j, word in enumerate(new) if new_counts[word] == 1}
    return [(i, place[w]) for i, w in enumerate(old) if old_counts[w] == 1 and w in place]


def increasing_run(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """A longest subsequence of ``pairs`` (sorted by first) whose seconds increase."""
    seconds = [second for _, second in pairs]
    if seconds == sorted(seconds):
        return list(pairs)
    tails: list[int] = []
    tail_index: list[int] = []
    previous: list[int] = []
    for index, (_, second) in enumerate(pairs):
        at = bisect_left(tails, second)
        previous.append(tail_index[at - 1] if at else -1)
        if at == len(tails):
            tails.append(second)
            tail_index.append(index)
        else:
            tails[at], tail_index[at] = second, index
    run: list[tuple[int, int]] = []
    index = tail_index[-1] if tail_index else -1
    while index >= 0:
        run.append(pairs[index])
        index = previous[index]
    return run[::-1]


def _common_ends(old: Words, new: Words) -> tuple[int, int]:
    shortest = min(len(old), len(new))
    start = 0
    while start < shortest and old[start] == new[start]:
        start += 1
    end = 0
    while end < shortest - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, end


def _indel_edits(old: Words, new: Words) -> list[Edit]:
    return joined_edits(
        [
            Edit(op.src_start, op.src_end, op.dest_start, op.dest_end)
            for op in Indel.opcodes(old, new)
            if op.tag != "equal"
        ]
    )


def _edits_between_anchors(old: Words, new: Words) -> list[Edit]:
    """Past the limit: compare only between words that both sides hold exactly once."""
    edits: list[Edit] = []
    i = j = 0
    for anchor_i, anchor_j in [*unique_anchors(old, new), (len(old), len(new))]:
        gap_old, gap_new = old[i:anchor_i], new[j:anchor_j]
        if 0 < len(gap_old) * len(gap_new) <= WORD_LIMIT:
            edits += shifted(minimal_edits(gap_old, gap_new), i, j)
        elif gap_old or gap_new:
            edits.append(Edit(i, anchor_i, j, anchor_j))
        i, j = anchor_i + 1, anchor_j + 1
    return joined_edits(edits)


def shifted(edits: Sequence[Edit], old: int, new: int) -> list[Edit]:
    """The same edits, in sequences that begin ``old`` and ``new`` words earlier."""
    return [Edit(e.i1 + old, e.i2 + old, e.j1 + new, e.j2 + new) for e in edits]


def joined_edits(edits: Sequence[Edit]) -> list[Edit]:
    """The same edits, those that touch each other made one."""
    joined: list[Edit] = []
    for edit in edits:
        if joined and (joined[-1].i2, joined[-1].j2) == (edit.i1, edit.j1):
            joined[-1] = Edit(joined[-1].i1, edit.i2, joined[-1].j1, edit.j2)
        else:
            joined.append(edit)
    return joined
