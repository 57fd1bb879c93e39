"""The values that every layer speaks of: blocks, onderdelen, a text.

A text is a list of onderdelen; an onderdeel is a list of blocks; a block is the
smallest thing with an address. The Markdown ::

    ## Nabij
    Hulp is *nabij* en [passend](05-principes.md).

is two blocks: a heading ``Nabij`` and a paragraph whose text is
``Hulp is nabij en passend.``, with an ``em`` mark over characters 8-13 and an
``a`` mark over 17-24. Words stand in the text; all markup stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "heading",
    "paragraph",
    "item",
    "row",
    "term",
    "definition",
    "footnote",
    "figure",
    "code",
    "rule",
]

CELL = "\x1f"
"""Opens each cell in the text of a table row; not a word."""
ATOM = "\ufffc"
"""Stands in the text for a thing without words: an image, a line break, a footnote mark."""

Attrs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Inline markup over ``text[start:end]`` of a block.

    ``tag`` is the HTML element; a footnote mark is ``footnote-ref`` with its label in
    ``attrs``; the cells of a row are ``td`` and ``th`` marks.
    """

    start: int
    end: int
    tag: str
    attrs: Attrs = ()

    def attr(self, name: str) -> str:
        """The value of an attribute, or an empty string."""
        return dict(self.attrs).get(name, "")


@dataclass(frozen=True, slots=True)
class Frame:
    """A container element round a block: a list, a list item, a table, a quotation.

    ``key`` tells elements of one onderdeel apart: two blocks share a container exactly
    when their frames are equal.
    """

    tag: str
    attrs: Attrs
    key: int


@dataclass(frozen=True, slots=True)
class Block:
    """The smallest addressable piece of text.

    Invariants:

    - ``text`` is in Unicode normal form C; outside code every run of white space is one
      space, and there is none at either end.
    - ``marks`` are properly nested, outer before inner, and lie within the text.
    - ``path`` runs from the outermost container inwards.
    - ``tag`` is the element that holds the text, or empty where the innermost frame does
      (a tight list item).
    - ``sections`` are the ids of the headings that the block stands under, outermost first;
      a heading counts as standing under itself. The title of the onderdeel is left out.
    - ``slug`` is the id of a heading; empty for any other block.
    - ``label`` is an ordinal typed before a heading ("3.2"), which is not part of its words.
    """

    kind: Kind
    tag: str
    text: str
    marks: tuple[Mark, ...] = ()
    path: tuple[Frame, ...] = ()
    sections: tuple[str, ...] = ()
    slug: str = ""
    label: str = ""

    @property
    def words(self) -> str:
        """The visible text, without cell and atom characters."""
        return " ".join(self.text.replace(CELL, " ").replace(ATOM, "").split())


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """A numbered part of the text: one Markdown file."""

    slug: str
    """The file name without number and ending; the address, which renumbering keeps."""
    nummer: str
    """The number in the file name without leading zeros: ``4``; empty where there is none."""
    titel: str
    bestand: str
    """The file name: ``04-uitgangspunten.md``."""
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Tekst:
    """The whole text of one version: its onderdelen in reading order."""

    id: str
    onderdelen: tuple[Onderdeel, ...]

    def onderdeel(self, slug: str) -> Onderdeel | None:
        """The onderdeel with this slug, if the text has it."""
        return next((o for o in self.onderdelen if o.slug == slug), None)

    def placed_blocks(self) -> Iterator[tuple[Onderdeel, Block]]:
        """All blocks in reading order, each with the onderdeel it stands in."""
        for onderdeel in self.onderdelen:
            for block in onderdeel.blocks:
                yield onderdeel, block
