"""Walking one strand for a pair of versions: runs of words, each with its sign.

    zo licht mogelijk  →  zo thuis mogelijk
    = zo    - licht    + thuis    = mogelijk

For neighbours the signs are in the weave. For versions further apart a word may have gone
and another, equal one come in its stead; inside each changed stretch such words cancel, so
that the result is about as small as a direct comparison.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Literal, NamedTuple

from regiovisie.diff.history import History, PlacedBlock
from regiovisie.diff.vocabulary import BLOCK_START, CELL_START
from regiovisie.diff.weave import Strand
from regiovisie.diff.words import kept_pairs, minimal_edits

Sign = Literal["=", "-", "+"]
"""Whether words are in both versions, only in the old one, or only in the new one."""


class Run(NamedTuple):
    """Words that follow one another on the way from the old to the new version.

    ``old_block`` and ``old_token`` say where the first one stands among the old blocks of the
    unit (for inserted words: where the walk has got to), ``new_block`` and ``new_token``
    likewise. The start of a block is a run of its own, with token -1.
    """

    sign: Sign
    elements: Sequence[int]
    old_block: int
    old_token: int
    new_block: int
    new_token: int
    is_block_start: bool
    opens_cell: bool = False

    @property
    def is_kept_words(self) -> bool:
        """Whether it holds words of both versions."""
        return self.sign == "=" and not self.is_block_start


Piece = tuple[Sign, Sequence[int]]
"""A sign and elements; the start of a block or cell is a piece of its own."""


def walk_strand(
    history: History, number: int, olds: Sequence[PlacedBlock], news: Sequence[PlacedBlock]
) -> list[Run]:
    """The runs of some blocks of one strand from one version to another."""
    strand = history.strands[number]
    if [p.block.text for p in olds] == [p.block.text for p in news] or strand is None:
        return list(_plain_runs(history, olds, news))
    pieces = _pieces(history, strand, number, olds, news)
    if olds and news and abs(news[0].version - olds[0].version) > 1:
        pieces = _cancelled(strand, pieces)
    return _located(strand, _settled(strand, pieces))


def _plain_runs(
    history: History, olds: Sequence[PlacedBlock], news: Sequence[PlacedBlock]
) -> Iterator[Run]:
    """Blocks that are the same, or stand on one side only: no weave is needed.

    Elements are numbered as the words stand.
    """
    sign: Sign = "=" if olds and news else "-" if olds else "+"
    at = 0
    for index, placed in enumerate(olds or news):
        stop = at + 1 + len(history.vocabulary.code(placed.block.text))
        yield Run(sign, (at,), index, -1, index, -1, True)
        yield Run(sign, range(at + 1, stop), index, 0, index, 0, False)
        at = stop


def _pieces(
    history: History,
    strand: Strand,
    number: int,
    olds: Sequence[PlacedBlock],
    news: Sequence[PlacedBlock],
) -> list[Piece]:
    """The words of some blocks of two versions, in the order of the weave."""
    was, wanted_old = _wanted(history, number, olds)
    wordt, wanted_new = _wanted(history, number, news)
    old = new = -1
    pieces: list[Piece] = []
    for first, stop, mask in strand.order:
        in_old, in_new = mask & was, mask & wordt
        if not (in_old or in_new):
            continue
        if strand.words[first] == BLOCK_START:
            old += bool(in_old)
            new += bool(in_new)
        gone, come = in_old and wanted_old[old], in_new and wanted_new[new]
        if gone or come:
            sign: Sign = "=" if gone and come else "-" if gone else "+"
            pieces.append((sign, range(first, stop)))
    return pieces


def _wanted(history: History, number: int, blocks: Sequence[PlacedBlock]) -> tuple[int, list[bool]]:
    """The mask of a version, and which blocks of the strand in it are among ``blocks``."""
    if not blocks:
        return 0, []
    version = blocks[0].version
    since = history.readings[version].since[number]
    if number not in history.families:
        return 1 << since, [True]
    wanted = {placed.index for placed in blocks}
    return 1 << since, [p.index in wanted for p in history.members(version)[number]]


def _stretches(pieces: Iterable[Piece]) -> Iterator[tuple[bool, list[Piece]]]:
    """Runs of kept and of changed words in turn, with whether they are changed."""
    stretch: list[Piece] = []
    changed = False
    for piece in pieces:
        if stretch and changed != (piece[0] != "="):
            yield changed, stretch
            stretch = []
        changed = piece[0] != "="
        stretch.append(piece)
    if stretch:
        yield changed, stretch


def _cancelled(strand: Strand, pieces: Iterable[Piece]) -> list[Piece]:
    """Let equal words that went and came inside one stretch be kept words."""
    result: list[Piece] = []
    for changed, stretch in _stretches(pieces):
        result += _cancel(strand, stretch) if changed and len(stretch) > 1 else stretch
    return result


def _cancel(strand: Strand, stretch: list[Piece]) -> list[Piece]:
    words = strand.words
    gone = [e for sign, elements in stretch if sign == "-" for e in elements]
    come = [e for sign, elements in stretch if sign == "+" for e in elements]
    olds, news = [words[e] for e in gone], [words[e] for e in come]
    if set(olds).isdisjoint(news):
        return sorted(stretch, key=_came)
    result: list[Piece] = []
    i = j = 0
    kept = kept_pairs(minimal_edits(olds, news), len(gone))
    for kept_i, kept_j in [*kept, (len(gone), len(come))]:
        result += [("-", (e,)) for e in gone[i:kept_i]]
        result += [("+", (e,)) for e in come[j:kept_j]]
        if kept_i < len(gone):
            result.append(("=", (come[kept_j],)))
        i, j = kept_i + 1, kept_j + 1
    return result


def _settled(strand: Strand, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Put what went before what came, within the bounds of a block and of a cell."""
    part: list[Piece] = []
    for piece in pieces:
        if piece[0] != "=" and strand.words[piece[1][0]] > CELL_START:
            part.append(piece)
            continue
        if part:
            yield from sorted(part, key=_came)
            part = []
        yield piece
    yield from sorted(part, key=_came)


def _came(piece: Piece) -> bool:
    return piece[0] == "+"


def _located(strand: Strand, pieces: Iterable[Piece]) -> list[Run]:
    """Count along, so that every run knows where it is in both versions."""
    runs: list[Run] = []
    old_block = new_block = -1
    old_token = new_token = -1
    for sign, joined in _joined(strand, pieces):
        elements = joined[0] if len(joined) == 1 else tuple(chain.from_iterable(joined))
        count = len(elements)
        first = strand.words[elements[0]]
        if first == BLOCK_START:
            if sign != "+":
                old_block, old_token = old_block + 1, -1
            if sign != "-":
                new_block, new_token = new_block + 1, -1
            runs.append(Run(sign, elements, old_block, -1, new_block, -1, True))
            continue
        place = (old_block, old_token + 1, new_block, new_token + 1)
        runs.append(Run(sign, elements, *place, False, first == CELL_START))
        old_token += count if sign != "+" else 0
        new_token += count if sign != "-" else 0
    return runs


def _joined(strand: Strand, pieces: Iterable[Piece]) -> Iterator[tuple[Sign, list[Sequence[int]]]]:
    """Pieces of one sign that follow one another; each start begins anew."""
    run: list[Sequence[int]] = []
    last: Sign = "="
    starts = False
    for sign, elements in pieces:
        opens = strand.words[elements[0]]
        if run and (sign != last or opens <= CELL_START or starts):
            yield last, run
            run = []
        run.append(elements)
        last, starts = sign, opens == BLOCK_START
    if run:
        yield last, run
