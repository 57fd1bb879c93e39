"""From the HTML tree of a text to its blocks.

Reading the rendered tree instead of the source means that a change in Markdown spelling
(``*`` or ``-`` for a bullet, a rewrapped line, a reference link) is no change at all::

    <ul><li>Eén <em>kind</em></li><li>Eén plan</li></ul>

gives two blocks of kind ``item``, with texts ``Eén kind`` and ``Eén plan``, in one ``ul``.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from lxml.html import HtmlElement

from regiovisie.model import ATOM, CELL, Attrs, Block, Frame, Kind, Mark, Onderdeel, Tekst
from regiovisie.text.markdown import html_tree
from regiovisie.text.slug import slugify, split_file_name

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LEAVES: dict[str, Kind] = {
    "p": "paragraph",
    "pre": "code",
    "dt": "term",
    "figcaption": "paragraph",
    "caption": "paragraph",
    "summary": "paragraph",
    **dict.fromkeys(_HEADINGS, "heading"),
}
_CONTAINERS = frozenset(
    [
        "ul",
        "ol",
        "li",
        "dl",
        "dd",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "blockquote",
        "div",
        "section",
        "details",
        "figure",
    ]
)
_INLINE_TAGS = frozenset(
    [
        "a",
        "abbr",
        "b",
        "cite",
        "code",
        "del",
        "em",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
    ]
)
_FIRST_IN_FRAME: dict[str, Kind] = {"li": "item", "dd": "definition"}
_KEPT_ATTRS = frozenset(
    ["href", "title", "alt", "src", "width", "height", "class", "start", "type", "open", "colspan"]
)
# "3. ", "3.2 ", "B. ": an ordinal. A bare "2026 " may be a year and stays a word.
_ORDINAL = re.compile(r"(?:\d{1,2}\.|\d{1,2}(?:\.\d{1,2})+\.?|[A-Z]\.)\s+(?=\S)")
_NOTES: Attrs = (("class", "voetnoten"),)
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Soft hyphens and other characters that nobody sees: they are no part of a word."""
_ALIGNMENT = re.compile(r"text-align:\s*(left|center|right)")
_ALIGNMENT_CLASS = {"left": "links", "center": "midden", "right": "rechts"}


def parse_tekst(version_id: str, bestanden: Iterable[tuple[str, str]]) -> Tekst:
    """A whole version from its files: pairs of file name and Markdown, in reading order."""
    return Tekst(version_id, tuple(parse_onderdeel(name, source) for name, source in bestanden))


def parse_onderdeel(bestand: str, source: str) -> Onderdeel:
    """One Markdown file as an onderdeel."""
    nummer, slug = split_file_name(bestand)
    blocks = parse_blocks(source)
    titel = next((b.words for b in blocks if b.kind == "heading" and b.tag == "h1"), "")
    return Onderdeel(slug, nummer, titel or slug, bestand, blocks)


def parse_blocks(source: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text, in reading order."""
    walk = _Walk()
    return tuple(walk.blocks(html_tree(source), ()))


@dataclass
class _Walk:
    """One pass over a tree: numbers the frames and knows under which headings it is."""

    keys: Iterator[int] = field(default_factory=itertools.count)
    sections: list[tuple[int, str]] = field(default_factory=list)

    def blocks(self, parent: HtmlElement, path: tuple[Frame, ...]) -> Iterator[Block]:
        """The blocks inside ``parent``; loose inline content becomes a block of its own."""
        loose = _Inline()
        loose.add_text(parent.text)
        for child in parent:
            if _is_block(child):
                yield from self._loose(loose, path)
                loose = _Inline()
                yield from self._block(child, path)
            else:
                loose.add_node(child)
            loose.add_text(child.tail)
        yield from self._loose(loose, path)

    def _loose(self, inline: _Inline, path: tuple[Frame, ...]) -> Iterator[Block]:
        text, marks = inline.finish()
        if text:
            in_frame = bool(path) and path[-1].tag in _FIRST_IN_FRAME
            kind = _FIRST_IN_FRAME[path[-1].tag] if in_frame else "paragraph"
            yield self._make(kind, "" if in_frame else "p", text, marks, path)

    def _block(self, element: HtmlElement, path: tuple[Frame, ...]) -> Iterator[Block]:
        tag = str(element.tag)
        if tag == "tr":
            yield self._row(element, path)
        elif tag == "hr":
            if not (path and path[-1].tag == "section"):
                mark = Mark(0, 1, "hr")
                yield self._make("rule", "", ATOM, (mark,), path)
        elif tag in _LEAVES:
            yield from self._leaf(element, _LEAVES[tag], path)
        else:
            yield from self._container(element, path)

    def _container(self, element: HtmlElement, path: tuple[Frame, ...]) -> Iterator[Block]:
        frame = self._frame(element)
        first = True
        for block in self.blocks(element, (*path, frame)):
            kind = _kind_in(frame, block, first=first)
            yield block if kind == block.kind else replace(block, kind=kind)
            first = False

    def _frame(self, element: HtmlElement) -> Frame:
        tag = str(element.tag)
        if "footnote" in element.get("class", "").split():
            return Frame("section", _NOTES, next(self.keys))
        label = element.get("id", "")
        if tag == "li" and label.startswith("fn:"):
            return Frame("li", (("label", label[3:]),), next(self.keys))
        return Frame(tag, _attrs(element), next(self.keys))

    def _leaf(self, element: HtmlElement, kind: Kind, path: tuple[Frame, ...]) -> Iterator[Block]:
        inline = _Inline(keep_space=kind == "code")
        inline.add_children(element)
        text, marks = inline.finish()
        label = ""
        if kind == "heading" and (ordinal := _ORDINAL.match(text)):
            label = ordinal[0].strip()
            text, marks = _without_start(text, marks, ordinal.end())
        if not text:
            return
        if kind == "paragraph" and text.strip(ATOM + " ") == "" and "img" in {m.tag for m in marks}:
            kind = "figure"
        slug = element.get("id", "") if kind == "heading" else ""
        if label:
            slug = slugify(text) or slug
        if slug:
            self._enter_section(_HEADINGS.index(str(element.tag)), slug)
        yield self._make(kind, str(element.tag), text, marks, path, slug=slug, label=label)

    def _row(self, element: HtmlElement, path: tuple[Frame, ...]) -> Block:
        inline = _Inline()
        for cell in element:
            inline.add_cell(cell)
        text, marks = inline.finish()
        return self._make("row", "tr", text, marks, path)

    def _enter_section(self, level: int, slug: str) -> None:
        self.sections = [(lv, s) for lv, s in self.sections if lv < level]
        self.sections.append((level, slug))

    def _make(
        self,
        kind: Kind,
        tag: str,
        text: str,
        marks: tuple[Mark, ...],
        path: tuple[Frame, ...],
        *,
        slug: str = "",
        label: str = "",
    ) -> Block:
        # Footnotes are gathered at the end of the file: they belong to the whole onderdeel.
        in_notes = any(frame.attrs == _NOTES for frame in path)
        sections = () if in_notes else tuple(slug for level, slug in self.sections if level > 0)
        return Block(kind, tag, text, marks, path, sections, slug, label)


def _is_block(element: HtmlElement) -> bool:
    tag = element.tag
    return isinstance(tag, str) and (tag in _LEAVES or tag in _CONTAINERS or tag in ("tr", "hr"))


def _kind_in(frame: Frame, block: Block, *, first: bool) -> Kind:
    """What a block is called by the container that it is the first block of."""
    if frame.tag == "section" and block.kind in ("item", "paragraph"):
        return "footnote"
    if first and block.kind == "paragraph" and frame.tag in _FIRST_IN_FRAME:
        return _FIRST_IN_FRAME[frame.tag]
    return block.kind


def _without_start(text: str, marks: tuple[Mark, ...], length: int) -> tuple[str, tuple[Mark, ...]]:
    kept = (
        Mark(max(0, m.start - length), m.end - length, m.tag, m.attrs)
        for m in marks
        if m.end > length
    )
    return text[length:], tuple(kept)


def _attrs(element: HtmlElement) -> Attrs:
    """The attributes that mean something to a reader; alignment becomes a class."""
    attrs = {name: value for name, value in element.attrib.items() if name in _KEPT_ATTRS}
    if alignment := _ALIGNMENT.search(element.get("style", "")):
        attrs["class"] = _ALIGNMENT_CLASS[alignment[1]]
    return tuple(sorted(attrs.items()))


class _Inline:
    """Gathers inline content into one text with marks.

    White space is folded while text comes in, so that the offsets of marks are final.
    """

    def __init__(self, *, keep_space: bool = False) -> None:
        self.text = ""
        self.marks: list[Mark] = []
        self._keep_space = keep_space
        self._pending_space = False

    def add_text(self, text: str | None) -> None:
        """Append text; runs of white space become one space, none at the start."""
        if not text:
            return
        text = text.translate(_INVISIBLE)
        if self._keep_space:
            self.text += text
            return
        # Characters of ours that a writer typed by accident would pass for structure.
        words = text.replace(CELL, " ").replace(ATOM, " ").split()
        if text[:1].isspace() or not words:
            self._pending_space = True
        if words:
            self._flush_space()
            self.text += " ".join(words)
            self._pending_space = text[-1].isspace()

    def add_children(self, element: HtmlElement) -> None:
        """Append the content of an element, without the element itself."""
        self.add_text(element.text)
        for child in element:
            self.add_node(child)
            self.add_text(child.tail)

    def add_node(self, element: HtmlElement) -> None:
        """Append one inline element (its tail is the caller's)."""
        tag = element.tag
        if not isinstance(tag, str) or "footnote-backref" in element.get("class", ""):
            return
        if tag == "sup" and element.get("id", "").startswith("fnref"):
            label = element.get("id", "").partition(":")[2]
            self._add_atom("footnote-ref", (("label", label),))
        elif tag in ("img", "br", "input"):
            self._add_atom(tag, _attrs(element))
        elif tag in _INLINE_TAGS:
            self._add_marked(element, tag, _attrs(element))
        else:
            self.add_children(element)

    def add_cell(self, element: HtmlElement) -> None:
        """Append one table cell, opened by a cell character."""
        self._pending_space = False
        place = self._open()
        self.text += CELL
        self.add_children(element)
        self._pending_space = False
        self._close(place, str(element.tag), _attrs(element))

    def finish(self) -> tuple[str, tuple[Mark, ...]]:
        """The text and its marks, outer before inner."""
        text = self.text.rstrip("\n") if self._keep_space else self.text
        return text, tuple(m for m in self.marks if m.end <= len(text))

    def _add_marked(self, element: HtmlElement, tag: str, attrs: Attrs) -> None:
        # A space before the element stays outside the mark.
        if (element.text or "")[:1].isspace():
            self._pending_space = True
        if element.text_content().strip() or len(element):
            self._flush_space()
        place = self._open()
        self.add_children(element)
        self._close(place, tag, attrs)

    def _add_atom(self, tag: str, attrs: Attrs) -> None:
        self._flush_space()
        place = self._open()
        self.text += ATOM
        self._close(place, tag, attrs)

    def _flush_space(self) -> None:
        if self._pending_space and self.text and not self.text.endswith(CELL):
            self.text += " "
        self._pending_space = False

    def _open(self) -> tuple[int, int]:
        return len(self.text), len(self.marks)

    def _close(self, place: tuple[int, int], tag: str, attrs: Attrs) -> None:
        start, index = place
        if len(self.text) > start:
            self.marks.insert(index, Mark(start, len(self.text), tag, attrs))
