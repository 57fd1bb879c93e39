"""The smallest difference between two sequences, and where it may stand."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiovisie.diff.slide import settle, slide_reach, unslide
from regiovisie.diff.vocabulary import BLOCK_START
from regiovisie.diff.words import (
    Edit,
    common_length,
    increasing_run,
    joined_edits,
    kept_pairs,
    minimal_edits,
    unique_anchors,
)

from tests.support.hypothesis import cheap
from tests.support.strategies import tokens


def longest_common(old: Sequence[int], new: Sequence[int]) -> int:
    """The length of the longest common subsequence, by the textbook."""
    row = [0] * (len(new) + 1)
    for a in old:
        before = row
        row = [0]
        for j, b in enumerate(new):
            row.append(before[j] + 1 if a == b else max(before[j + 1], row[j]))
    return row[-1]


def assert_edits(old: Sequence[int], new: Sequence[int], edits: Sequence[Edit]) -> None:
    """The edits turn old into new, in order, none empty and none touching the next."""
    kept = list(kept_pairs(edits, len(old)))
    assert [old[i] for i, _ in kept] == [new[j] for _, j in kept]
    touched = [i for e in edits for i in range(e.i1, e.i2)]
    assert sorted(touched + [i for i, _ in kept]) == list(range(len(old)))
    touched = [j for e in edits for j in range(e.j1, e.j2)]
    assert sorted(touched + [j for _, j in kept]) == list(range(len(new)))
    assert all(e.i1 < e.i2 or e.j1 < e.j2 for e in edits)
    assert all(a.i2 < b.i1 and a.j2 < b.j1 for a, b in itertools.pairwise(edits))


@cheap
@given(tokens, tokens)
def test_minimal(old: list[int], new: list[int]) -> None:
    """No difference is smaller than the one found."""
    edits = minimal_edits(old, new)

    assert_edits(old, new, edits)
    changed = sum(e.i2 - e.i1 + e.j2 - e.j1 for e in edits)
    assert changed == len(old) + len(new) - 2 * longest_common(old, new)
    assert common_length(old, new) == longest_common(old, new)


@pytest.mark.parametrize("limit", [0, 4, 30])
def test_past_the_limit(limit: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Past the limit a difference is larger, and right still."""
    monkeypatch.setattr("regiovisie.diff.words.WORD_LIMIT", limit)

    @cheap
    @given(tokens, tokens)
    def holds(old: list[int], new: list[int]) -> None:
        assert_edits(old, new, minimal_edits(old, new))

    holds()


@cheap
@given(tokens, tokens)
def test_unique_anchors(old: list[int], new: list[int]) -> None:
    """Anchors are words that both sides hold once, in one order; as many as there can be."""
    anchors = unique_anchors(old, new)
    once = [w for w in old if old.count(w) == new.count(w) == 1]

    assert all(old[i] == new[j] and old[i] in once for i, j in anchors)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in itertools.pairwise(anchors))
    assert len(anchors) == longest_common(once, [w for w in new if w in once])


@cheap
@given(st.permutations(range(7)))
def test_increasing_run(values: list[int]) -> None:
    """The longest run of increasing values is found."""
    pairs = list(enumerate(values))
    run = increasing_run(pairs)

    assert set(run) <= set(pairs)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in itertools.pairwise(run))
    assert len(run) == longest_common(values, sorted(values))


def test_joined_edits() -> None:
    """Edits that touch become one."""
    edits = [Edit(0, 1, 0, 0), Edit(1, 1, 0, 2), Edit(3, 4, 4, 4)]

    assert joined_edits(edits) == [Edit(0, 1, 0, 2), Edit(3, 4, 4, 4)]


@cheap
@given(tokens.filter(bool), st.data())
def test_slide(words: list[int], data: st.DataObject) -> None:
    """A run can be slid exactly as far as leaves the same words when it is taken out."""
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    low = data.draw(st.integers(0, start))
    high = data.draw(st.integers(end, len(words)))

    def without(offset: int) -> list[int]:
        return words[: start + offset] + words[end + offset :]

    reach = slide_reach(words, start, end, low, high)

    assert 0 in reach
    assert all(without(offset) == without(0) for offset in reach)
    for offset in (reach.start - 1, reach.stop):
        if start + offset >= low and end + offset <= high:
            assert without(offset) != without(0)
    for offset in reach:
        slid = range(start + offset, end + offset)
        twins = [unslide(start, end, offset, index) for index in slid]
        assert sorted(twins) == list(range(start, end))
        assert [words[twin] for twin in twins] == [words[index] for index in slid]


COMMA, STOP = 101, 102


def boundary(word: int) -> int:
    """A comma ends a clause, a full stop a sentence."""
    return {COMMA: 1, STOP: 2, BLOCK_START: 3}.get(word, 0)


SLIDES = {
    "a block from its start": (
        [BLOCK_START, 7, 8],
        [BLOCK_START, 7, 7, BLOCK_START, 7, 8],
        [Edit(2, 2, 2, 5)],
        [Edit(0, 0, 0, 3)],
    ),
    "a sentence from its start": (
        [1, 2, STOP, 1, 3, STOP],
        [1, 2, STOP, 1, 4, STOP, 1, 3, STOP],
        [Edit(4, 4, 4, 7)],
        [Edit(3, 3, 3, 6)],
    ),
    "a clause from its start": (
        [1, COMMA, 2, 3],
        [1, COMMA, 2, 4, COMMA, 2, 3],
        [Edit(3, 3, 3, 6)],
        [Edit(2, 2, 2, 5)],
    ),
    "a replaced word not at all": ([1, 2, 2], [1, 3, 2], [Edit(1, 2, 1, 2)], [Edit(1, 2, 1, 2)]),
}


@pytest.mark.parametrize("name", SLIDES)
def test_settle(name: str) -> None:
    """What was inserted begins where a reader would say that it begins."""
    old, new, edits, settled = SLIDES[name]

    assert settle(old, new, edits, boundary) == settled


@cheap
@given(st.lists(st.integers(0, 3), max_size=12), st.lists(st.integers(0, 3), max_size=12))
def test_settle_keeps_the_words(old: list[int], new: list[int]) -> None:
    """Sliding never changes how many words went and came, nor what they leave."""
    edits = minimal_edits(old, new)
    settled = settle(old, new, edits, lambda word: word % 3)

    assert_edits(old, new, settled)
    assert sum(e.i2 - e.i1 for e in settled) == sum(e.i2 - e.i1 for e in edits)
    assert sum(e.j2 - e.j1 for e in settled) == sum(e.j2 - e.j1 for e in edits)
