"""Made documents: pieces with an identity, written as Markdown and as what peers read.

A piece is what becomes one block: a heading, a paragraph, a list item, a table row. Its key
stays the same through all edits, so that it is known afterwards what became of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, groupby
from random import Random
from typing import Literal

from benchmark.language import BOILERPLATE, Language

Soort = Literal["kop", "alinea", "punt", "rij"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of a document."""

    soort: Soort
    key: int
    parts: tuple[str, ...]
    """The sentences of a paragraph or item, the cells of a row, the words of a heading."""
    level: int = 0
    """Of a heading 1 to 3; of an item how deep it stands."""
    group: int = 0
    """Pieces that follow one another in one list or table share it; 0 is none."""
    start: int = 0
    """The first number of an ordered list; 0 for bullets."""
    columns: tuple[int, ...] = ()
    """Identities of the columns of a row."""

    @property
    def text(self) -> str:
        """The words, with a bar between two cells: what a peer reads."""
        return (" | " if self.soort == "rij" else " ").join(self.parts)


Document = tuple[Piece, ...]


def word_count(document: Sequence[Piece]) -> int:
    """How many words stand in the text."""
    return sum(len(piece.text.replace("|", " ").split()) for piece in document)


def plain_lines(document: Document) -> list[str]:
    """The document as peers read it: one block a line."""
    return [piece.text for piece in document]


class Writer:
    """Makes new pieces; numbers their keys."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.language = Language()
        self._numbers = count(1)

    def number(self) -> int:
        """A number never given before."""
        return next(self._numbers)

    def document(self, words: int) -> Document:
        """A document of about ``words`` words."""
        pieces: list[Piece] = []
        written = 0
        while written < words:
            chapter = not pieces or self.rng.random() < 0.02
            added = [*([self.heading(1)] if chapter else []), *self._passage()]
            pieces += added
            written += word_count(added)
        return tuple(pieces)

    def heading(self, level: int) -> Piece:
        """A heading; that of a chapter begins a file."""
        key = self.number()
        title = self.language.title(self.rng)
        parts = (f"{title} ({key})",) if level == 1 else (title,)
        return Piece("kop", key, parts, level)

    def paragraph(self, least: int = 1, most: int = 6) -> Piece:
        """A paragraph of new sentences."""
        return Piece("alinea", self.number(), self.sentences(self.rng.randint(least, most)))

    def sentences(self, number: int) -> tuple[str, ...]:
        """New sentences."""
        return tuple(self.language.sentence(self.rng) for _ in range(number))

    def item(self, group: int, level: int, start: int) -> Piece:
        """A new list item."""
        return Piece("punt", self.number(), self.sentences(1), level, group, start)

    def row(self, group: int, columns: tuple[int, ...]) -> Piece:
        """A new table row."""
        cells = tuple(self.language.phrase(self.rng) for _ in columns)
        return Piece("rij", self.number(), cells, 0, group, 0, columns)

    def _passage(self) -> Iterator[Piece]:
        chance = self.rng.random()
        if chance < 0.12:
            yield self.heading(self.rng.choice((2, 2, 3)))
        elif chance < 0.18:
            yield Piece("alinea", self.number(), (self.rng.choice(BOILERPLATE),))
        elif chance < 0.30:
            yield self.paragraph()
            yield from self._list()
        elif chance < 0.36:
            yield self.paragraph()
            yield from self._table()
        yield self.paragraph()

    def _list(self) -> Iterator[Piece]:
        group, start = self.number(), self.rng.choice((0, 0, 1))
        level = 0
        for _ in range(self.rng.randint(3, 8)):
            yield self.item(group, level, start)
            level = self.rng.choice((0, 0, min(level + 1, 1)))

    def _table(self) -> Iterator[Piece]:
        group = self.number()
        columns = tuple(self.number() for _ in range(self.rng.randint(3, 5)))
        for _ in range(self.rng.randint(5, 12)):
            yield self.row(group, columns)


def markdown_files(document: Document) -> list[tuple[str, str]]:
    """The document as files of Markdown, one a chapter."""
    chapters: list[list[Piece]] = []
    for piece in document:
        if piece.soort == "kop" and piece.level == 1:
            chapters.append([])
        chapters[-1].append(piece)
    return [
        (f"{number:02}-hoofdstuk-{chapter[0].key}.md", _markdown(chapter))
        for number, chapter in enumerate(chapters, 1)
    ]


def _markdown(pieces: Sequence[Piece]) -> str:
    runs = groupby(pieces, key=lambda piece: piece.group or -piece.key)
    return "\n".join(_run_markdown(list(run)) for _, run in runs)


def _run_markdown(run: Sequence[Piece]) -> str:
    if run[0].soort == "rij":
        return "\n".join(_table_lines(run)) + "\n"
    if run[0].soort == "punt":
        return "\n".join(_list_lines(run)) + "\n"
    prefix = "#" * run[0].level + " " if run[0].soort == "kop" else ""
    return f"{prefix}{run[0].text}\n"


def _table_lines(rows: Sequence[Piece]) -> Iterator[str]:
    for number, row in enumerate(rows):
        yield "| " + " | ".join(row.parts) + " |"
        if number == 0:
            yield "|" + " --- |" * len(row.parts)


def _list_lines(items: Sequence[Piece]) -> Iterator[str]:
    level = -1
    for number, item in enumerate(items):
        # An item cannot stand deeper than one below the item before it.
        level = min(item.level, level + 1)
        bullet = f"{item.start + number}." if item.start else "-"
        yield "    " * level + f"{bullet} {item.text}"


_TAGS = {"alinea": "p", "punt": "li", "rij": "tr"}
_LISTS = {"punt": "ul", "rij": "table"}


def html_text(document: Document) -> str:
    """The document as plain HTML, for peers that read no other."""
    runs = groupby(document, key=lambda piece: (piece.soort, piece.group))
    return "\n".join(
        "\n".join(_html(soort, [_piece_html(p) for p in run])) for (soort, _), run in runs
    )


def _html(soort: str, pieces: list[str]) -> list[str]:
    tag = _LISTS.get(soort)
    return [f"<{tag}>", *pieces, f"</{tag}>"] if tag else pieces


def _piece_html(piece: Piece) -> str:
    tag = f"h{piece.level}" if piece.soort == "kop" else _TAGS[piece.soort]
    if piece.soort == "rij":
        inner = "".join(f"<td>{cell}</td>" for cell in piece.parts)
    else:
        inner = piece.text
    return f"<{tag}>{inner}</{tag}>"
