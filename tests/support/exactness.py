"""The law of every comparison: without what came the old words stand there, and the reverse.

Onderdelen come in their new order, so old words are held in order within each onderdeel."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from regiovisie.diff.compare import Entry, Op, Slice
from regiovisie.diff.history import History, PlacedBlock
from regiovisie.diff.parts import OneSided, Part, Span
from regiovisie.diff.passes import readable
from regiovisie.diff.place import OnderdeelDiff, compare
from regiovisie.diff.units import Unit
from regiovisie.text.tokens import tokenise

Pass = Callable[[Sequence[Op]], Sequence[Op]]


def assert_exact(history: History, van: int, naar: int) -> tuple[OnderdeelDiff, ...]:
    """Compare the two versions and hold the result against both texts; returns it."""
    diffs = compare(history, van, naar)
    assert_edits(history, van, naar, diffs)
    entries = [entry for diff in diffs for entry in diff.entries]
    passes: tuple[Pass, ...] = (tuple, readable)
    for shown in passes:
        assert_sides(history, van, naar, [(e, shown(e.ops)) for e in entries])
        for entry in entries:
            assert_entry(entry, shown(entry.ops))
            if entry.binnen:
                assert_entry(entry, shown(entry.binnen))
    return diffs


def assert_edits(history: History, van: int, naar: int, diffs: Sequence[OnderdeelDiff]) -> None:
    """The same law for the parts of a comparison, of which no entry was made yet."""
    texts: dict[PlacedBlock, str] = defaultdict(str)
    for diff in diffs:
        for part in diff.parts:
            for placed, text in _pieces(part):
                texts[placed] += text
    blocks = (*history.blocks[van], *history.blocks[naar])
    assert texts == {placed: placed.block.text for placed in blocks}


def _pieces(part: Part) -> Iterator[tuple[PlacedBlock, str]]:
    """The words of a part on both sides, each with its block."""
    if isinstance(part, Span):
        for old, new in part.pairs:
            assert old.block.text == new.block.text
            yield from ((placed, placed.block.text) for placed in (old, new))
    elif isinstance(part, OneSided):
        yield from ((placed, placed.block.text) for placed in part.blocks)
    elif isinstance(part, Unit):
        for edit in part.edits:
            if edit.old_block >= 0:
                old = part.olds[edit.old_block]
                yield old, old.block.text[edit.old_start : edit.old_end]
            if edit.new_block >= 0:
                new = part.news[edit.new_block]
                yield new, new.block.text[edit.new_start : edit.new_end]
    else:
        ops = (op for entry in part.entries for op in entry.ops)
        yield from ((s.placed, s.text) for op in ops for s in (op.old, op.new) if s)


def assert_entry(entry: Entry, ops: Sequence[Op]) -> None:
    """The kept and new words of an entry are its new block; kept words are alike."""
    new = [op.new for op in ops if op.new]
    assert text_of(new) == (entry.new.block.text if entry.new else "")
    for op in ops:
        assert (op.old is not None, op.new is not None) == (op.sign != "+", op.sign != "-")
        if op.old and op.new:
            assert tokenise(op.old.text) == tokenise(op.new.text)


def assert_sides(
    history: History, van: int, naar: int, shown: Sequence[tuple[Entry, Sequence[Op]]]
) -> None:
    """All old slices together are the old text, block for block; the new ones the new text."""
    sides = (
        (history.blocks[van], [op.old for _, ops in shown for op in ops if op.old]),
        (history.blocks[naar], [op.new for _, ops in shown for op in ops if op.new]),
    )
    for blocks, slices in sides:
        order = in_order(slices)
        assert sorted(order) == [placed.index for placed in blocks]
        for slug in {placed.onderdeel.slug for placed in blocks}:
            here = [index for index in order if blocks[index].onderdeel.slug == slug]
            assert here == sorted(here)
        gathered: dict[int, list[Slice]] = defaultdict(list)
        for piece in slices:
            gathered[piece.placed.index].append(piece)
        for placed in blocks:
            assert text_of(gathered[placed.index]) == placed.block.text


def in_order(slices: Iterable[Slice]) -> list[int]:
    """The blocks that these slices belong to, as they follow one another."""
    indices: list[int] = []
    for piece in slices:
        if not indices or indices[-1] != piece.placed.index:
            indices.append(piece.placed.index)
    return indices


def text_of(slices: Iterable[Slice]) -> str:
    """The characters of slices that follow one another."""
    return "".join(piece.text for piece in slices)


def moves(entries: Iterable[Entry]) -> dict[str, tuple[list[PlacedBlock], list[PlacedBlock]]]:
    """For each verplaatsing, the blocks where it left and where it came."""
    ends: dict[str, tuple[list[PlacedBlock], list[PlacedBlock]]] = defaultdict(lambda: ([], []))
    for entry in entries:
        if entry.verplaatsing:
            ends[entry.verplaatsing][entry.new is not None].append(entry.placed)
    return dict(ends)
