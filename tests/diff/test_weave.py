"""The weave: every version that went in comes out, and a word that returns is the same word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiovisie.diff.weave import Segment, Strand

from tests.support.hypothesis import cheap
from tests.support.strategies import tokens


def woven(*versions: list[int]) -> Strand:
    """A strand of these versions."""
    strand = Strand()
    for number, words in enumerate(versions):
        strand.add(number, words)
    return strand


@cheap
@given(st.lists(tokens, min_size=1, max_size=6))
def test_extract(versions: list[list[int]]) -> None:
    """Each version is drawn from the weave as it was given."""
    strand = woven(*versions)

    strand.check()
    assert [list(strand.extract(number)) for number in range(len(versions))] == versions


@cheap
@given(st.lists(st.one_of(st.none(), tokens), min_size=1, max_size=6))
def test_skipped_versions(versions: list[list[int] | None]) -> None:
    """A version in which the text was not there may be skipped."""
    strand = Strand()
    for number, words in enumerate(versions):
        if words is not None:
            strand.add(number, words)

    strand.check()
    for number, words in enumerate(versions):
        assert list(strand.extract(number)) == (words or [])


@cheap
@given(st.sets(st.integers(0, 11)), st.sets(st.integers(0, 11)))
def test_revival(dropped: set[int], added: set[int]) -> None:
    """Words that go and come back in their place are no new words."""
    first = list(range(1, 13))
    second = [
        word
        for place, old in enumerate(first)
        for word in ([100 + place] * (place in added) + [old] * (place not in dropped))
    ]

    back_and_forth = woven(first, second, first, second)

    assert len(back_and_forth.words) == len(set(first) | set(second))


def test_check() -> None:
    """A weave that lost a word says so."""
    strand = woven([1, 2], [1, 3])
    strand.order[0] = Segment(*strand.order[0][:2], 0)

    with pytest.raises(AssertionError, match="version 0"):
        strand.check()


def test_check_order() -> None:
    """A weave that holds a word twice says so."""
    strand = woven([1, 2])
    strand.order.append(strand.order[0])

    with pytest.raises(AssertionError, match="once"):
        strand.check()
