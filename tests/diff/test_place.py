"""Which blocks stay in place, and which columns are which."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from regiovisie.diff.columns import align_columns
from regiovisie.diff.place import heaviest_increasing, out_of_order, runs

from tests.support.hypothesis import cheap

Row = list[list[int]]
cells = st.lists(st.integers(1, 3), max_size=3)


@cheap
@given(st.permutations(range(7)), st.lists(st.integers(1, 9), min_size=7, max_size=7))
def test_heaviest_increasing(values: list[int], weights: list[int]) -> None:
    """No run of increasing values is heavier than the one found."""
    items = list(zip(range(100, 107), values, weights, strict=True))
    of = {name: (value, weight) for name, value, weight in items}

    run = [of[name] for name in heaviest_increasing(items)]

    best = max(
        sum(weight for _, _, weight in some)
        for size in range(8)
        for some in itertools.combinations(items, size)
        if all(a[1] < b[1] for a, b in itertools.pairwise(some))
    )
    assert all(a[0] < b[0] for a, b in itertools.pairwise(run))
    assert sum(weight for _, weight in run) == best


def test_heaviest_increasing_of_nothing() -> None:
    """Nothing in, nothing out."""
    assert heaviest_increasing([]) == []


@cheap
@given(st.permutations(range(7)))
def test_what_is_in_order_is_in_every_longest_run(values: list[int]) -> None:
    """So it need not be weighed: no run without it is as long as those with it."""
    in_order = set(range(7)).difference(out_of_order(values))
    increasing = [
        set(some)
        for size in range(8)
        for some in itertools.combinations(range(7), size)
        if all(values[a] < values[b] for a, b in itertools.pairwise(some))
    ]
    longest = max(map(len, increasing))

    assert all(in_order <= run for run in increasing if len(run) == longest)
    assert bool(out_of_order(values)) == (values != sorted(values))


def test_runs_end_at_gaps_and_at_borders() -> None:
    """Blocks of two onderdelen are never one run."""
    assert list(runs([2, 3, 4, 7, 8], [0, 4])) == [(2, 4), (4, 5), (7, 9)]
    assert list(runs([], [0])) == []


@cheap
@given(st.lists(st.lists(cells, min_size=1, max_size=4), min_size=1, max_size=3))
def test_same_columns(rows: list[Row]) -> None:
    """A table that kept its columns pairs each with itself."""
    width = max(map(len, rows))

    assert align_columns([(row, row) for row in rows]) == tuple((n, n) for n in range(width))


@cheap
@given(st.integers(1, 4), st.integers(1, 4), st.integers(1, 3), st.data())
def test_columns_are_paired_in_order(old: int, new: int, count: int, data: st.DataObject) -> None:
    """Pairs run up on both sides, and no column is in two of them."""
    sizes = st.tuples(
        st.lists(cells, min_size=old, max_size=old), st.lists(cells, min_size=new, max_size=new)
    )
    rows = data.draw(st.lists(sizes, min_size=count, max_size=count))

    pairs = align_columns(rows)

    assert all(a < c and b < d for (a, b), (c, d) in itertools.pairwise(pairs))
    assert all(0 <= i < old and 0 <= j < new for i, j in pairs)
    assert len(pairs) <= min(old, new)


def test_added_column() -> None:
    """All rows together tell which of two equal columns is the new one."""
    ja, nee, doel, norm, jaar = range(5)
    rows = [([[doel], [jaar]], [[doel], [norm], [jaar]]), ([[9], [nee]], [[9], [ja], [nee]])]

    assert align_columns([*rows, ([[8], [ja]], [[8], [ja], [ja]])]) == ((0, 0), (1, 2))


def test_dropped_column() -> None:
    """A column that went is in no pair."""
    assert align_columns([([[1], [2], [3]], [[1], [3]])]) == ((0, 0), (2, 1))


def test_no_rows() -> None:
    """A table without paired rows has no paired columns."""
    assert align_columns([]) == ()
