"""Two documents to compare, in every shape that a tool may ask for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import Literal

from benchmark.document import Document, Writer, html_text, markdown_files, plain_lines
from benchmark.edits import Edit, edited, moved_keys
from benchmark.measures import Truth, truth_of
from regiovisie.model import Tekst
from regiovisie.text.blocks import parse_tekst
from regiovisie.text.tokens import forget, plain_spans

Afstand = Literal["buur", "ver"]
"""Neighbouring versions, or versions far apart."""
Cut = Callable[[str], list[str]]
"""A rule for what a word is."""


def cut_words(text: str) -> list[str]:
    """The words of a text by the project's own rules, cut one by one and never out of a memory."""
    return [text[start:end] for start, end in plain_spans(text)]


_SIMPLE = re.compile(r"\w+|[^\w\s]")


def simple_words(text: str) -> list[str]:
    """The words of a text by the plainest rule: letters and digits, or one other sign."""
    return _SIMPLE.findall(text)


def forget_words() -> None:
    """Let no run profit from words that an earlier one cut."""
    forget()


class Interner:
    """Words as numbers, the same number for the same word."""

    def __init__(self, cut: Cut = cut_words) -> None:
        self._numbers: dict[str, int] = {}
        self._cut = cut

    def numbers(self, lines: Sequence[str]) -> list[int]:
        """The words of some lines, one after another."""
        numbers, cut = self._numbers, self._cut
        return [numbers.setdefault(word, len(numbers)) for line in lines for word in cut(line)]


def tekst_of(naam: str, document: Document) -> Tekst:
    """The document as the engine reads it."""
    return parse_tekst(naam, markdown_files(document))


@dataclass(frozen=True)
class Pair:
    """Two versions and what lies between them. The shapes are made when they are asked for."""

    naam: str
    afstand: Afstand
    old: Document
    new: Document
    edits: tuple[Edit, ...]

    @cached_property
    def teksten(self) -> tuple[Tekst, Tekst]:
        """Both as blocks."""
        return tekst_of("oud", self.old), tekst_of("nieuw", self.new)

    @cached_property
    def lines(self) -> tuple[list[str], list[str]]:
        """Both as lines, one a block."""
        return plain_lines(self.old), plain_lines(self.new)

    @cached_property
    def words(self) -> tuple[list[str], list[str]]:
        """Both as words."""
        old, new = ([word for line in lines for word in cut_words(line)] for lines in self.lines)
        return old, new

    @cached_property
    def numbers(self) -> tuple[list[int], list[int]]:
        """Both as words that are numbers."""
        interner = Interner()
        old, new = (interner.numbers(lines) for lines in self.lines)
        return old, new

    @cached_property
    def texts(self) -> tuple[str, str]:
        """Both as plain text."""
        old, new = ("\n".join(lines) + "\n" for lines in self.lines)
        return old, new

    @cached_property
    def html(self) -> tuple[str, str]:
        """Both as HTML."""
        return html_text(self.old), html_text(self.new)

    @cached_property
    def truth(self) -> Truth:
        """What is known of it."""
        return truth_of(self.old, self.new, moved_keys(self.edits, self.old, self.new))

    @property
    def changed(self) -> float:
        """Which share of all tokens must be marked."""
        return self.truth.minimum / (len(self.truth.old) + len(self.truth.new))


def make_pair(seed: int, words: int, afstand: Afstand, share: float) -> Pair:
    """A document of a seed and its edited form."""
    writer = Writer(Random(f"{seed} {words} {afstand}"))
    old = writer.document(words)
    new, edits = edited(old, writer, share)
    return Pair(f"{afstand} {words}", afstand, old, new, edits)


def make_chain(seed: int, words: int, versions: int, share: float) -> list[Document]:
    """Versions of one document, each made from the one before."""
    writer = Writer(Random(f"{seed} {words} keten"))
    chain = [writer.document(words)]
    while len(chain) < versions:
        chain.append(edited(chain[-1], writer, share)[0])
    return chain
