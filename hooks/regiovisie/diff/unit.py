"""A block as aligning sees it, and blocks that are one another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from regiovisie.diff.vocabulary import Vocabulary
from regiovisie.model import Kind

_FAMILIES: dict[Kind, str] = {"paragraph": "prose", "item": "prose", "definition": "prose"}


class Unit:
    """What aligning needs to know of a block: its family, its text, and its words as numbers.

    Units are equal when family and text are. Most blocks of two versions are; so words are
    cut only when somebody asks for them.
    """

    __slots__ = ("_vocabulary", "_words", "family", "text")

    def __init__(self, kind: Kind, text: str, vocabulary: Vocabulary) -> None:
        self.family = _FAMILIES.get(kind, kind)
        self.text = text
        self._vocabulary = vocabulary
        self._words: tuple[int, ...] | None = None

    @property
    def words(self) -> tuple[int, ...]:
        """The words of the block as numbers."""
        if self._words is None:
            self._words = self._vocabulary.words(self.text)
        return self._words

    @property
    def key(self) -> tuple[str, str]:
        """What equal units have in common."""
        return (self.family, self.text)


class Group(NamedTuple):
    """Blocks that are one another: indices in the old and the new text.

    One to one, one to many (split), or many to one (joined).
    """

    olds: tuple[int, ...]
    news: tuple[int, ...]


Units = Sequence[Unit]
