"""One block as HTML: its words, its cells, its markers.

A cell character in the text opens the next cell of a row; in any other block there is
none, and one writer serves both.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml.html import HtmlElement

from regiovisie.diff.compare import Op
from regiovisie.model import CELL, Block
from regiovisie.render.inline import (
    CELL_TAGS,
    InlineWriter,
    Piece,
    Sides,
    bij,
    element,
    op_pieces,
)
from regiovisie.render.noten import Noot

_CELL_CLASSES = {"+": "nieuw", "-": "vervallen"}
_MOVED = {"ins": "hierheen verplaatst: ", "del": "van hier verplaatst: "}


class BlockWriter:
    """Writes the ops of one block into its element.

    With a ``wrapper`` (``ins`` or ``del``) everything stands inside one such element: the
    end of a move, where the block came or went as a whole and its inner changes show inside.
    What is ``leading`` stands before the first words, outside the wrapper.
    """

    def __init__(
        self,
        host: HtmlElement,
        sides: Sides,
        wrapper: str = "",
        leading: Iterable[HtmlElement] = (),
    ) -> None:
        self._host = host
        self._leading = list(leading)
        self._sides = sides
        self._wrapper = wrapper
        self._outside = host
        self._is_first = True
        self._waiting: list[HtmlElement] = []
        self._writer: InlineWriter | None = None if host.tag == "tr" else self._open(host)

    def op(self, op: Op, anker: str = "", noot: int = 0) -> None:
        """Write one op; ``anker`` becomes the id of its first mark, ``noot`` the note of all."""
        for piece in op_pieces(op, self._sides, is_first=self._is_first):
            for opens_cell, text in _split_cells(piece.text):
                if opens_cell:
                    self._next_cell(op)
                part = Piece(piece.sign, text, piece.marks, piece.opens, piece.closes)
                if text:
                    if self._waiting and not self._inline.goes_on(part):
                        self.finish()
                    self._inline.add(part, anker=anker if piece.sign != "=" else "", noot=noot)
                    anker = "" if piece.sign != "=" else anker
        self._is_first = False

    def append(self, made: HtmlElement) -> None:
        """Append a label or marker after what is written, outside the wrapper.

        Inside a link or emphasis it waits until that ends.
        """
        self._waiting.append(made)

    def finish(self) -> None:
        """Append what waits still. Call it after the last op of a block."""
        self._inline.close_marks()
        for made in self._waiting:
            self._outside.append(made)
        self._waiting = []

    @property
    def _inline(self) -> InlineWriter:
        if self._writer is None:
            self._writer = self._open(self._new_cell("td"))
        return self._writer

    def _open(self, parent: HtmlElement) -> InlineWriter:
        self._outside = parent
        for made in self._leading:
            parent.append(made)
        self._leading = []
        if not self._wrapper:
            return InlineWriter(parent, self._sides)
        wrapper = element(self._wrapper, class_="verplaatst-blok")
        wrapper.append(bij("span", _MOVED[self._wrapper], class_="vh"))
        parent.append(wrapper)
        return InlineWriter(wrapper, self._sides)

    def _next_cell(self, op: Op) -> None:
        if self._waiting:
            self.finish()
        shown = op.old if op.sign == "-" else op.new
        assert shown is not None
        tag = "th" if _is_header_row(shown.placed.block) else "td"
        cell = self._new_cell(tag)
        if op.sign != "=":
            cell.set("class", _CELL_CLASSES[op.sign])
        self._writer = self._open(cell)

    def _new_cell(self, tag: str) -> HtmlElement:
        cell = element(tag)
        if tag == "th":
            cell.set("scope", "col")
        self._host.append(cell)
        return cell


def marker(noot: Noot) -> HtmlElement:
    """The number in the text that leads to a note."""
    link = bij("a", str(noot.nummer), href=f"#noot-{noot.nummer}", class_="plek")
    link.set("id", f"plek-{noot.nummer}")
    link.set("aria-label", f"Wijziging {noot.nummer}: {noot.beschrijving}")
    return link


def _is_header_row(block: Block) -> bool:
    return any(mark.tag == "th" for mark in block.marks if mark.tag in CELL_TAGS)


def _split_cells(text: str) -> list[tuple[bool, str]]:
    """The parts of a piece: whether a cell opens, and the text that follows."""
    first, *rest = text.split(CELL)
    return [*([(False, first)] if first else []), *((True, part) for part in rest)]
