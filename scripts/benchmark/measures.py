"""How good a comparison is, whoever made it.

    old   zo licht mogelijk en nabij
    new   zo thuis mogelijk en ver
    runs  = zo   - licht   + thuis   = mogelijk en   - nabij   + ver

Every result is cut into the same small tokens: a word or one punctuation mark. The bar
between two cells is none. Nothing here takes a result's word for anything: the two texts
are known, and so is what was done to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import groupby
from typing import Literal

from rapidfuzz.distance import LCSseq

from benchmark.document import Document, Piece
from benchmark.language import FREQUENT

Sign = Literal["=", "-", "+"]
Run = tuple[Sign, str]
"""A sign and a text: kept, only old, only new."""

_TOKEN = re.compile(r"\w+|[^\w\s|]")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a tool made of a pair: its runs, and which new pieces it calls moved."""

    runs: Sequence[Run]
    moved: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Truth:
    """What is known of a pair beforehand."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    minimum: int
    """The fewest tokens that can be marked."""
    old_cells: frozenset[int]
    """Tokens of table cells in which nothing was changed."""
    new_cells: frozenset[int]
    moved: frozenset[int]
    """Indices of new pieces that moved."""


@dataclass(frozen=True, slots=True)
class Quality:
    """Counts of one comparison, or of several together."""

    pairs: int = 1
    exact: int = 0
    minimum: int = 0
    marked: int = 0
    runs: int = 0
    confetti: int = 0
    moves: int = 0
    found: int = 0
    in_tables: int = 0
    """Words marked in cells where nothing was changed; counted for exact results only."""

    def __add__(self, other: Quality) -> Quality:
        return Quality(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


def tokens(text: str) -> list[str]:
    """The small tokens in which every result is measured."""
    return _TOKEN.findall(text)


def truth_of(old: Document, new: Document, moved: frozenset[int] = frozenset()) -> Truth:
    """What is known of two documents; ``moved`` are the keys of pieces that moved."""
    old_tokens = tuple(token for piece in old for token in tokens(piece.text))
    new_tokens = tuple(token for piece in new for token in tokens(piece.text))
    same = _cells(old) & _cells(new)
    return Truth(
        old_tokens,
        new_tokens,
        minimum(old_tokens, new_tokens),
        frozenset(_tokens_of_cells(old, same)),
        frozenset(_tokens_of_cells(new, same)),
        frozenset(index for index, piece in enumerate(new) if piece.key in moved),
    )


def minimum(old: Sequence[str], new: Sequence[str]) -> int:
    """The number of tokens outside a longest common subsequence."""
    return len(old) + len(new) - 2 * int(LCSseq.similarity(old, new))


Cell = tuple[int, int, str]
"""Key of the row, identity of the column, text."""


def _cells(document: Document) -> frozenset[Cell]:
    return frozenset(cell for piece in document for cell in _cells_of(piece))


def _cells_of(piece: Piece) -> Iterator[Cell]:
    for column, text in zip(piece.columns, piece.parts if piece.columns else (), strict=True):
        yield piece.key, column, text


def _tokens_of_cells(document: Document, cells: frozenset[Cell]) -> Iterator[int]:
    """The places of the tokens of some cells."""
    at = 0
    for piece in document:
        for cell in _cells_of(piece):
            count = len(tokens(cell[2]))
            if cell in cells:
                yield from range(at, at + count)
            at += count
        if not piece.columns:
            at += len(tokens(piece.text))


def quality_of(truth: Truth, outcome: Outcome) -> Quality:
    """Hold a result against what is known."""
    signed = [(sign, token) for sign, text in outcome.runs for token in tokens(text)]
    exact = _side(signed, "-") == truth.old and _side(signed, "+") == truth.new
    return Quality(
        exact=int(exact),
        minimum=truth.minimum,
        marked=sum(sign != "=" for sign, _ in signed),
        runs=_run_count(signed),
        confetti=_confetti(signed),
        moves=len(truth.moved),
        found=len(truth.moved & outcome.moved),
        in_tables=_marked_in(signed, truth) if exact else 0,
    )


Signed = Sequence[tuple[Sign, str]]


def _side(signed: Signed, own: Sign) -> tuple[str, ...]:
    return tuple(token for sign, token in signed if sign in ("=", own))


def _stretches(signed: Signed) -> list[tuple[bool, list[tuple[Sign, str]]]]:
    """Kept and changed stretches in turn, with whether they are changed."""
    return [(changed, list(run)) for changed, run in groupby(signed, lambda s: s[0] != "=")]


def _run_count(signed: Signed) -> int:
    """A changed stretch is one run for what went and one for what came."""
    return sum(len({s for s, _ in run}) for changed, run in _stretches(signed) if changed)


def _confetti(signed: Signed) -> int:
    """Kept stretches between two changes that are one frequent word and nothing else."""
    stretches = _stretches(signed)
    return sum(
        not changed and _is_lone(token for _, token in run) for changed, run in stretches[1:-1]
    )


def _is_lone(kept: Iterable[str]) -> bool:
    words = [token.lower() for token in kept if token[0].isalnum()]
    return len(words) == 1 and words[0] in FREQUENT


def _marked_in(signed: Signed, truth: Truth) -> int:
    old = [sign for sign, _ in signed if sign != "+"]
    new = [sign for sign, _ in signed if sign != "-"]
    return sum(old[n] != "=" for n in truth.old_cells) + sum(new[n] != "=" for n in truth.new_cells)
