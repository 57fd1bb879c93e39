"""The words of some blocks in two versions, as places in both texts.

A run of the walk counts tokens; here it becomes characters ``start`` to ``end`` of a block,
white space before the words included, so that runs that follow one another leave no gap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from regiovisie.diff.history import PlacedBlock
from regiovisie.diff.walk import Run
from regiovisie.diff.words import WordEdit
from regiovisie.text.tokens import token_spans

_NOWHERE = (-1, -1, -1)


def edits_of(
    runs: Iterable[Run], olds: Sequence[PlacedBlock], news: Sequence[PlacedBlock]
) -> Iterator[WordEdit]:
    """The runs as places in both texts; those that follow one another with one sign joined."""
    last: WordEdit | None = None
    for run in runs:
        if run.is_block_start:
            continue
        for edit in _placed(run, olds, news):
            if last and not run.opens_cell and _follows(last, edit, olds, news):
                last = _joined(last, edit)
                continue
            if last:
                yield last
            last = edit
    if last:
        yield last


def _placed(
    run: Run, olds: Sequence[PlacedBlock], news: Sequence[PlacedBlock]
) -> Iterator[WordEdit]:
    """A run as places in both texts: several where the white space in kept words changed."""
    count = len(run.elements)
    old = _place(olds, run.old_block, run.old_token, count) if run.sign != "+" else _NOWHERE
    new = _place(news, run.new_block, run.new_token, count) if run.sign != "-" else _NOWHERE
    if run.sign != "=":
        yield WordEdit(run.sign, *old, *new, run.elements)
    elif count == 1 or _inner(olds, old) == _inner(news, new):
        yield WordEdit("=", *old, *new, ())
    else:
        for token in range(count):
            was = _place(olds, run.old_block, run.old_token + token, 1)
            wordt = _place(news, run.new_block, run.new_token + token, 1)
            yield WordEdit("=", *was, *wordt, ())


Place = tuple[int, int, int]
"""A block, and where a run of its tokens begins and ends, with the white space before it."""


def _place(blocks: Sequence[PlacedBlock], block: int, token: int, count: int) -> Place:
    spans = token_spans(blocks[block].block.text)
    return block, spans[token - 1][1] if token else 0, spans[token + count - 1][1]


def _inner(blocks: Sequence[PlacedBlock], place: Place) -> str:
    """The words of a place without the white space before them."""
    block, start, end = place
    return blocks[block].block.text[start:end].lstrip()


def _follows(
    last: WordEdit, edit: WordEdit, olds: Sequence[PlacedBlock], news: Sequence[PlacedBlock]
) -> bool:
    """Whether two runs can be one: of one sign and block, with the same white space between."""
    same = last.sign == edit.sign and last.old_block == edit.old_block
    if not same or last.new_block != edit.new_block:
        return False
    return edit.sign != "=" or _space(olds, edit[1:4]) == _space(news, edit[4:7])


def _space(blocks: Sequence[PlacedBlock], place: Place) -> str:
    """The white space before the words of a place."""
    block, start, end = place
    text = blocks[block].block.text[start:end]
    return text[: len(text) - len(text.lstrip())]


def _joined(one: WordEdit, other: WordEdit) -> WordEdit:
    return one._replace(
        old_end=other.old_end,
        new_end=other.new_end,
        elements=(*one.elements, *other.elements),
    )
