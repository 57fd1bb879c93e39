"""The words of one block as HTML elements, with what came and went marked.

Elements are built, never pasted together, so nothing needs escaping and nothing can nest
wrongly. ``ins`` and ``del`` stand innermost, round text alone: a link in which one word
changed stays one link.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from lxml import html
from lxml.html import HtmlElement

from regiovisie.diff.compare import Op, Slice
from regiovisie.model import ATOM, Block, Mark
from regiovisie.render.verwijzingen import KLASSE, Verwijzer, reference_marks
from regiovisie.text.beeldmaat import Maat

Href = Callable[[str], str]
"""A link target as the text writes it → an address that works on the page."""
Maten = Callable[[str], Maat | None]
"""An image as the text names it → its width and height, where those are known."""
CELL_TAGS = ("td", "th")
SPOKEN = {"+": ("toegevoegd: ", " einde toegevoegd "), "-": ("vervallen: ", " einde vervallen ")}
_ELEMENTS: dict[str, Literal["ins", "del"]] = {"+": "ins", "-": "del"}


@dataclass(frozen=True, slots=True)
class Side:
    """How one version's links and footnotes read on the page."""

    href: Href
    footnotes: Mapping[str, int] = field(default_factory=dict)
    """Footnote label → number."""
    prefix: str = ""
    """Before ids of what only the old version has."""
    verwijzer: Verwijzer | None = None
    """Where references in its words lead; None where they are no links."""
    maten: Maten | None = None
    """How large its images are; None where pages are made without their files."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Both versions of a comparison."""

    old: Side
    new: Side

    def of(self, sign: str) -> Side:
        """The side that words with this sign are shown from."""
        return self.old if sign == "-" else self.new


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters of one block under one set of marks."""

    sign: str
    text: str
    marks: tuple[Mark, ...]
    """Those over the whole piece, outermost first, cells left out."""
    opens: bool
    """Whether it is the first piece of its op."""
    closes: bool
    """Whether it is the last piece of its op."""


def element(tag: str, /, **attrs: str) -> HtmlElement:
    """A new element; ``class_`` and ``data_bij`` stand for class and data-bij."""
    made = html.Element(tag)
    for name, value in attrs.items():
        made.set(name.rstrip("_").replace("_", "-"), value)
    return made


def bij(tag: str, text: str, /, **attrs: str) -> HtmlElement:
    """An element that is no part of the text: a label, a marker, a word for the ear."""
    made = element(tag, data_bij="", **attrs)
    made.text = text
    return made


def add_text(parent: HtmlElement, text: str) -> None:
    """Append text after everything that ``parent`` holds."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def op_pieces(op: Op, sides: Sides, *, is_first: bool) -> Iterator[Piece]:
    """Cut an op where its markup changes. ``is_first`` says that it opens its block."""
    shown = op.old if op.sign == "-" else op.new
    assert shown is not None
    block = shown.placed.block
    start = shown.start
    if op.sign == "=" and op.old and op.new:
        was, wordt = _leading(op.old), _leading(op.new)
        yield from _gap_pieces(was, wordt, op, is_first=is_first)
        if wordt and not was and op.old.start:
            start += len(wordt)
    elif op.sign == "-" and not start and not is_first:
        # The start of a block that was joined: there was more than a space before it.
        yield Piece("-", " ", (), opens=False, closes=False)
    links = reference_marks(op, sides.old.verwijzer, sides.new.verwijzer)
    edges = {start, shown.end}
    for mark in block.marks + links:
        edges |= {mark.start, mark.end}
    cuts = sorted(e for e in edges if start <= e <= shown.end)
    for a, b in pairwise(cuts):
        marks = marks_over(block, a, b)
        if links:
            marks += tuple(m for m in links if m.start <= a and m.end >= b)
        yield Piece(op.sign, block.text[a:b], marks, a == start, b == shown.end)


def _gap_pieces(was: str, wordt: str, op: Op, *, is_first: bool) -> Iterator[Piece]:
    """White space that only one version has before a kept run.

    Where a block began, in either version, there was white space of another kind: then a
    join gives none, and a split only where gone words stand before it.
    """
    if was and not wordt and not is_first:
        yield Piece("-", was, (), opens=False, closes=False)
    if wordt and not was and op.old and op.old.start:
        yield Piece("+", wordt, (), opens=False, closes=False)


def marks_over(block: Block, start: int, end: int) -> tuple[Mark, ...]:
    """The marks over a whole stretch, without those of cells."""
    return tuple(
        m for m in block.marks if m.tag not in CELL_TAGS and m.start <= start and m.end >= end
    )


def _leading(side: Slice) -> str:
    text = side.text
    return text[: len(text) - len(text.lstrip(" "))]


class InlineWriter:
    """Appends pieces to one element, keeping the markup round them open while it lasts."""

    def __init__(self, root: HtmlElement, sides: Sides) -> None:
        self._root = root
        self._sides = sides
        self._open: list[tuple[tuple[str, object], HtmlElement]] = []

    def goes_on(self, piece: Piece) -> bool:
        """Whether a piece continues the outermost markup that is open."""
        marks = [m for m in piece.marks if not _is_atom(m)]
        side = self._sides.of(piece.sign)
        return bool(self._open and marks) and self._open[0][0] == (
            marks[0].tag,
            _target(marks[0], side),
        )

    def close_marks(self) -> None:
        """Begin new elements for the markup of what comes next."""
        self._open = []

    def add(self, piece: Piece, *, anker: str = "", noot: int = 0) -> None:
        """Append one piece; ``anker`` becomes the id of its ins or del, ``noot`` its note."""
        side = self._sides.of(piece.sign)
        parent = self._parent([m for m in piece.marks if not _is_atom(m)], side)
        atom = next((m for m in piece.marks if _is_atom(m)), None)
        content: str | HtmlElement = _atom(atom, side) if atom else piece.text.replace(ATOM, "")
        if piece.sign == "=":
            _append(parent, content)
            return
        if isinstance(content, str) and content.startswith(" ") and content.strip():
            # The space came or went too, but is not underlined or struck through.
            space = element(_ELEMENTS[piece.sign], class_="spatie")
            space.text = " "
            parent.append(space)
            content = content[1:]
        parent.append(_changed(piece, content, anker, noot))

    def _parent(self, marks: Sequence[Mark], side: Side) -> HtmlElement:
        """The innermost element for these marks, opening and closing what is needed."""
        wanted = [(m.tag, _target(m, side)) for m in marks]
        keep = 0
        while keep < min(len(wanted), len(self._open)) and self._open[keep][0] == wanted[keep]:
            keep += 1
        del self._open[keep:]
        parent = self._open[-1][1] if self._open else self._root
        for key, mark in zip(wanted[keep:], marks[keep:], strict=True):
            made = _marked_element(mark, key[1])
            parent.append(made)
            self._open.append((key, made))
            parent = made
        return parent


def _changed(piece: Piece, content: str | HtmlElement, anker: str, noot: int) -> HtmlElement:
    marked = element(_ELEMENTS[piece.sign])
    if anker:
        marked.set("id", anker)
    if noot:
        marked.set("data-noot", str(noot))
    before, after = SPOKEN[piece.sign]
    if piece.opens:
        marked.append(bij("span", before, class_="vh"))
    _append(marked, content)
    if piece.closes:
        marked.append(bij("span", after, class_="vh"))
    return marked


def _append(parent: HtmlElement, content: str | HtmlElement) -> None:
    if isinstance(content, str):
        add_text(parent, content)
    else:
        parent.append(content)


def _target(mark: Mark, side: Side) -> object:
    """What tells two marks of one tag apart on the page; the address of a link."""
    if mark.tag != "a":
        return mark.attrs
    href = mark.attr("href")
    return href if mark.attr("class") == KLASSE else side.href(href)


def _marked_element(mark: Mark, target: object) -> HtmlElement:
    made = element(mark.tag)
    for name, value in mark.attrs:
        made.set(name, str(target) if name == "href" else value)
    return made


def _is_atom(mark: Mark) -> bool:
    return mark.tag in ("img", "br", "input", "hr", "footnote-ref")


def _atom(mark: Mark, side: Side) -> HtmlElement:
    if mark.tag == "footnote-ref":
        return _footnote_mark(mark.attr("label"), side)
    made = element(mark.tag)
    for name, value in mark.attrs:
        made.set(name, side.href(value) if name == "src" else value)
    if mark.tag == "img" and side.maten and not (mark.attr("width") or mark.attr("height")):
        for name, size in zip(
            ("width", "height"), side.maten(mark.attr("src")) or (), strict=False
        ):
            made.set(name, str(size))
    return made


def _size(img: HtmlElement, maat: Maat | None) -> None:
    """Keep room for an image that is not there yet."""
    if maat:
        img.set("width", str(maat[0]))
        img.set("height", str(maat[1]))


def _footnote_mark(label: str, side: Side) -> HtmlElement:
    sup = element("sup", data_bij="", class_="voetnoot-teken", id=f"{side.prefix}fnref-{label}")
    link = element("a", href=f"#{side.prefix}fn-{label}")
    link.append(bij("span", "voetnoot ", class_="vh"))
    add_text(link, str(side.footnotes.get(label, "?")))
    sup.append(link)
    return sup
