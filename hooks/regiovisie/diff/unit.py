"""A block as aligning sees it, and blocks that are one another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from regiovisie.diff.vocabulary import Vocabulary
from regiovisie.model import Kind

_FAMILIES: dict[Kind, str] = {"paragraph": "prose", "item": "prose", "definition": "prose"}


class Unit:
    """What aligning needs to know of a block: its family, its text, and its words as numbers.

    Units are equal when family and text are; then their ``key`` is one number. Most blocks of
    two versions are; so words are cut only when somebody asks for them.
    """

    __slots__ = ("_vocabulary", "_words", "family", "key", "text")

    def __init__(self, kind: Kind, text: str, vocabulary: Vocabulary) -> None:
        self.family = _FAMILIES.get(kind, kind)
        self.text = text
        self.key = vocabulary.key((self.family, text))
        self._vocabulary = vocabulary
        self._words: str | None = None

    @property
    def words(self) -> str:
        """The words of the block, one character each."""
        if self._words is None:
            self._words = self._vocabulary.code(self.text)
        return self._words


class Group(NamedTuple):
    """Blocks that are one another: indices in the old and the new text.

    One to one, one to many (split), or many to one (joined).
    """

    olds: tuple[int, ...]
    news: tuple[int, ...]

    def later(self, old: int, new: int) -> Group:
        """The same blocks, where texts begin ``old`` and ``new`` blocks earlier."""
        return Group(tuple(i + old for i in self.olds), tuple(j + new for j in self.news))


Units = Sequence[Unit]
