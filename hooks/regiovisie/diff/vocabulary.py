"""Words as numbers, so that comparing them costs nothing.

A number stands for one word for as long as the vocabulary lives; texts are cut once.
"""

from __future__ import annotations

from itertools import islice

from regiovisie.model import CELL
from regiovisie.text.tokens import chunk_tokens, tokenise

BLOCK_START = 0
"""Stands before the first word of each block, so that splits and joins are words too."""

CELL_START = 1
"""The number of the character that opens a table cell."""


class Vocabulary:
    """Every word seen so far, each with its number from 1 up."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {CELL: CELL_START}
        self._codes: dict[str, str] = {}
        self._chunks: dict[str, str] = {}
        """What stands between two spaces → its code, where nothing else has a say in it."""
        self._keys: dict[tuple[str, str], int] = {}
        self._boundaries: list[int] = []

    def words(self, text: str) -> list[int]:
        """The tokens of ``text`` as numbers."""
        return list(map(ord, self.code(text)))

    def code(self, text: str) -> str:
        """The tokens of ``text`` as one character each: what native comparers read fastest.

        Raises ValueError past 1.1 million different words: there are no more characters.
        """
        known = self._codes.get(text)
        if known is None:
            known = self._codes[text] = self._coded(text)
        return known

    def _coded(self, text: str) -> str:
        chunks = self._chunks
        found: list[str] = []
        for chunk in text.split(" "):
            known = chunks.get(chunk)
            if known is None:
                tokens = chunk_tokens(chunk)
                if tokens is None:
                    return "".join(map(self._character, tokenise(text)))
                known = chunks[chunk] = "".join(map(self._character, tokens))
            found.append(known)
        return "".join(found)

    def _character(self, token: str) -> str:
        return chr(self._numbers.setdefault(token, len(self._numbers) + 1))

    def key(self, content: tuple[str, str]) -> int:
        """A number for a whole block: equal numbers, equal content."""
        return self._keys.setdefault(content, len(self._keys))

    def boundary(self, number: int) -> int:
        """How strongly a word ends a phrase: 3 the start of a block, 2 a sentence, 1 a clause."""
        if number == BLOCK_START:
            return 3
        while len(self._boundaries) < len(self._numbers):
            self._boundaries += map(_boundary, islice(self._numbers, len(self._boundaries), None))
        return self._boundaries[number - 1]


def _boundary(token: str) -> int:
    if token in (".", "!", "?"):
        return 2
    return 1 if token in (",", ";", ":") else 0
