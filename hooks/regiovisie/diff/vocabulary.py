"""Words as numbers, so that comparing them costs nothing.

A number stands for one word for as long as the vocabulary lives; texts are cut once.
"""

from __future__ import annotations

from itertools import islice

from regiovisie.model import CELL
from regiovisie.text.tokens import token_spans, tokenise

BLOCK_START = 0
"""Stands before the first word of each block, so that splits and joins are words too."""

CELL_START = 1
"""The number of the character that opens a table cell."""


class Vocabulary:
    """Every word seen so far, each with its number from 1 up."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {CELL: CELL_START}
        self._texts: dict[str, tuple[int, ...]] = {}
        self._boundaries: list[int] = []

    def words(self, text: str) -> tuple[int, ...]:
        """The tokens of ``text`` as numbers."""
        known = self._texts.get(text)
        if known is None:
            numbers = self._numbers
            known = tuple(numbers.setdefault(t, len(numbers) + 1) for t in tokenise(text))
            self._texts[text] = known
        return known

    def boundary(self, number: int) -> int:
        """How strongly a word ends a phrase: 3 the start of a block, 2 a sentence, 1 a clause."""
        if number == BLOCK_START:
            return 3
        while len(self._boundaries) < len(self._numbers):
            self._boundaries += map(_boundary, islice(self._numbers, len(self._boundaries), None))
        return self._boundaries[number - 1]

    def length(self, text: str) -> int:
        """How many tokens ``text`` has."""
        return len(token_spans(text))


def _boundary(token: str) -> int:
    if token in (".", "!", "?"):
        return 2
    return 1 if token in (",", ";", ":") else 0
