"""Walking one strand for a pair of versions: every word with its sign.

For neighbours the signs are in the weave. For versions further apart a word may have gone
and another, equal one come in its stead; inside each changed stretch such words cancel, so
that the result is about as small as a direct comparison.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from regiovisie.diff.history import History, PlacedBlock
from regiovisie.diff.vocabulary import BLOCK_START, CELL_START
from regiovisie.diff.weave import Strand
from regiovisie.diff.words import kept_pairs, minimal_edits

Sign = Literal["=", "-", "+"]
"""Whether a word is in both versions, only in the old one, or only in the new one."""


@dataclass(frozen=True, slots=True)
class Step:
    """One word on the way from the old to the new version.

    ``old_block`` and ``old_token`` say where it stands among the old blocks of the unit
    (for an inserted word: where the walk has got to), ``new_block`` and ``new_token``
    likewise. The start of a block is a step with token -1.
    """

    sign: Sign
    element: int
    old_block: int
    old_token: int
    new_block: int
    new_token: int
    is_block_start: bool
    is_cell_start: bool = False

    @property
    def is_kept_word(self) -> bool:
        """Whether it is a word of both versions."""
        return self.sign == "=" and not self.is_block_start


Signed = tuple[Sign, int]
"""A sign and an element."""


def walk_strand(
    history: History, number: int, olds: Sequence[PlacedBlock], news: Sequence[PlacedBlock]
) -> list[Step]:
    """The steps of some blocks of one strand from one version to another."""
    strand = history.strands[number]
    if [p.block.text for p in olds] == [p.block.text for p in news] or strand is None:
        return list(_plain_steps(history, olds, news))
    old, new = _elements(history, number, olds), _elements(history, number, news)
    signed: list[Signed] = [
        ("=" if e in old and e in new else "-" if e in old else "+", e)
        for e in strand.order
        if e in old or e in new
    ]
    if olds and news and abs(news[0].version - olds[0].version) > 1:
        signed = _cancelled(strand, signed)
    return list(_located(strand, _settled(strand, signed)))


def _plain_steps(
    history: History, olds: Sequence[PlacedBlock], news: Sequence[PlacedBlock]
) -> Iterator[Step]:
    """Blocks that are the same, or stand on one side only: no weave is needed.

    Elements are numbered as the words stand.
    """
    sign: Sign = "=" if olds and news else "-" if olds else "+"
    element = 0
    for index, placed in enumerate(olds or news):
        for token in range(-1, history.vocabulary.length(placed.block.text)):
            yield Step(sign, element, index, token, index, token, token < 0)
            element += 1


def _elements(history: History, number: int, blocks: Sequence[PlacedBlock]) -> set[int]:
    """The elements of some blocks of one version: those between their starts."""
    strand = history.strands[number]
    if not blocks or strand is None:
        return set()
    wanted = {placed.index for placed in blocks}
    version = blocks[0].version
    members = history.members(version)[number]
    mine: set[int] = set()
    block = -1
    for element in strand.elements(version):
        block += strand.words[element] == BLOCK_START
        if members[block].index in wanted:
            mine.add(element)
    return mine


def _stretches(signed: Sequence[Signed]) -> Iterator[tuple[bool, list[Signed]]]:
    """Runs of kept and of changed words in turn, with whether they are changed."""
    run: list[Signed] = []
    for item in signed:
        if run and (run[-1][0] == "=") != (item[0] == "="):
            yield run[0][0] != "=", run
            run = []
        run.append(item)
    if run:
        yield run[0][0] != "=", run


def _cancelled(strand: Strand, signed: Sequence[Signed]) -> list[Signed]:
    """Let equal words that went and came inside one stretch be kept words."""
    result: list[Signed] = []
    for changed, run in _stretches(signed):
        result += _cancel(strand, run) if changed else run
    return result


def _cancel(strand: Strand, run: Sequence[Signed]) -> list[Signed]:
    gone = [e for sign, e in run if sign == "-"]
    come = [e for sign, e in run if sign == "+"]
    words = strand.words
    edits = minimal_edits([words[e] for e in gone], [words[e] for e in come])
    result: list[Signed] = []
    i = j = 0
    for kept_i, kept_j in [*kept_pairs(edits, len(gone)), (len(gone), len(come))]:
        result += [("-", e) for e in gone[i:kept_i]] + [("+", e) for e in come[j:kept_j]]
        if kept_i < len(gone):
            result.append(("=", come[kept_j]))
        i, j = kept_i + 1, kept_j + 1
    return result


def _settled(strand: Strand, signed: Sequence[Signed]) -> list[Signed]:
    """Put what went before what came, within the bounds of a block and of a cell."""
    result: list[Signed] = []
    for changed, run in _stretches(signed):
        result += _gone_first(strand, run) if changed else run
    return result


def _gone_first(strand: Strand, run: Sequence[Signed]) -> Iterable[Signed]:
    part: list[Signed] = []
    for item in run:
        if strand.words[item[1]] in (BLOCK_START, CELL_START):
            yield from sorted(part, key=_gone_before_come)
            part = []
            yield item
        else:
            part.append(item)
    yield from sorted(part, key=_gone_before_come)


def _gone_before_come(item: Signed) -> bool:
    return item[0] == "+"


def _located(strand: Strand, signed: Sequence[Signed]) -> Iterator[Step]:
    """Count along, so that every step knows where it is in both versions."""
    old_block = new_block = -1
    old_token = new_token = -1
    for sign, element in signed:
        starts = strand.words[element] == BLOCK_START
        if sign != "+":
            old_block, old_token = (old_block + 1, -1) if starts else (old_block, old_token + 1)
        if sign != "-":
            new_block, new_token = (new_block + 1, -1) if starts else (new_block, new_token + 1)
        opens_cell = strand.words[element] == CELL_START
        yield Step(sign, element, old_block, old_token, new_block, new_token, starts, opens_cell)
