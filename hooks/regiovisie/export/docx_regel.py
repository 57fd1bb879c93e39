"""Words of a block with their markup as runs of Word, inside the change that they are part of.

"Hulp is thuis", strong over "thuis"   →   <w:r>Hulp is </w:r><w:r><w:b/>thuis</w:r>
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from lxml.etree import _Element as Element

from regiovisie.export.docx_pakket import Pakket, el, empty_png
from regiovisie.model import ATOM, Block, Mark
from regiovisie.word.bladwijzers import noot_bladwijzer

Teken = Literal["=", "-", "+", "<", ">"]
"""Kept, gone, come; moved from here, moved to here."""
_TRACE = {"-": "del", "+": "ins", "<": "moveFrom", ">": "moveTo"}
_EMU_PER_PIXEL = 9525
_WIDEST = 5_760_000
"""The width of the text on a page, in the units of Word."""
_SVG_SIZE = re.compile(rb'viewBox="[\d.\-]+[ ,]+[\d.\-]+[ ,]+([\d.]+)[ ,]+([\d.]+)"')


@dataclass(frozen=True, slots=True)
class Deel:
    """A stretch of a block's text, and in which of the two texts it stands."""

    teken: Teken
    block: Block
    start: int
    end: int
    wijzigingen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Omgeving:
    """What runs need to know of the whole text."""

    pakket: Pakket
    auteur: str
    bladwijzer: Callable[[str, Block], str]
    """Address of a link → bookmark in the file; empty where it leads elsewhere."""
    noot: Callable[[str, Teken, Block], tuple[int, tuple[str, ...]]]
    """Label of a footnote → its number in the file, and the wijzigingen of its words.

    Every mark has a note of its own: LibreOffice deals out notes by counting marks.
    """
    beeld: Callable[[str], bytes | None]
    opmerking: Callable[[tuple[str, ...]], Sequence[str]]
    """Ids of wijzigingen → the lines of a comment."""
    gezegd: dict[tuple[str, ...], int] = field(default_factory=dict)

    def trace(self, teken: Teken, *inside: Element) -> Element:
        """An element for a tracked change, without the moment: nobody's clock is asked."""
        return el(_TRACE[teken], *inside, id=self.pakket.next_id(), author=self.auteur)


def regel(delen: Sequence[Deel], omgeving: Omgeving, *, opmerkingen: bool = True) -> list[Element]:
    """What a paragraph holds: runs, in tracked changes and with comments where it must be.

    ``opmerkingen`` is off in a footnote: there Word knows no comments, and LibreOffice does
    not open a file that has one.
    """
    found: list[Element] = []
    for run in _by_cause(delen):
        names = run[0].wijzigingen if opmerkingen and run[0].teken != "=" else ()
        runs = [element for deel in run for element in _changed(deel, omgeving)]
        found += _commented(runs, names, omgeving)
    return found


def _commented(
    runs: Sequence[Element], wijzigingen: tuple[str, ...], omgeving: Omgeving
) -> Iterator[Element]:
    comment = _comment(wijzigingen, omgeving)
    if comment is None:
        yield from runs
        return
    yield el("commentRangeStart", id=comment)
    yield from runs
    yield el("commentRangeEnd", id=comment)
    yield el("r", el("commentReference", id=comment))


def _by_cause(delen: Sequence[Deel]) -> Iterator[list[Deel]]:
    """Neighbours that changed for one reason."""
    run: list[Deel] = []
    for deel in delen:
        same = run and (run[0].teken == "=") == (deel.teken == "=")
        if run and not (same and run[0].wijzigingen == deel.wijzigingen):
            yield run
            run = []
        run.append(deel)
    if run:
        yield run


def _comment(wijzigingen: tuple[str, ...], omgeving: Omgeving) -> int | None:
    lines = omgeving.opmerking(wijzigingen) if wijzigingen else ()
    if not lines:
        return None
    number = len(omgeving.pakket.comments)
    paragraphs = [
        el("p", el("pPr", el("pStyle", val="CommentText")), el("r", el("t", line)))
        for line in lines
    ]
    made = el("comment", *paragraphs, id=number, author=omgeving.auteur, initials="RV")
    omgeving.pakket.comments.append(made)
    return number


def _changed(deel: Deel, omgeving: Omgeving) -> Iterator[Element]:
    for link, runs in _linked(deel, omgeving):
        inside = runs if deel.teken == "=" else [omgeving.trace(deel.teken, *runs)]
        if link is None:
            yield from inside
        else:
            for element in inside:
                link.append(element)
            yield link


def _linked(deel: Deel, omgeving: Omgeving) -> Iterator[tuple[Element | None, list[Element]]]:
    """The runs of each stretch under one link, or under none."""
    last: Mark | None = None
    runs: list[Element] = []
    for start, end, marks in _stretches(deel):
        link = next((mark for mark in marks if mark.tag == "a"), None)
        if link is not last and runs:
            yield _link(last, deel.block, omgeving), runs
            runs = []
        last = link
        runs += _runs(deel, start, end, marks, omgeving)
    if runs:
        yield _link(last, deel.block, omgeving), runs


def _stretches(deel: Deel) -> Iterator[tuple[int, int, tuple[Mark, ...]]]:
    """The text of a stretch in pieces with the same marks; atoms stand alone."""
    text, marks = deel.block.text, deel.block.marks
    cuts = {deel.start, deel.end}
    cuts |= {at for mark in marks for at in (mark.start, mark.end)}
    cuts |= {at + n for at, char in enumerate(text) if char == ATOM for n in (0, 1)}
    inside = sorted(at for at in cuts if deel.start <= at <= deel.end)
    for start, end in pairwise(inside):
        yield start, end, tuple(m for m in marks if m.start <= start and end <= m.end)


def _link(mark: Mark | None, block: Block, omgeving: Omgeving) -> Element | None:
    if mark is None:
        return None
    href = mark.attr("href")
    if bookmark := omgeving.bladwijzer(href, block):
        return el("hyperlink", anchor=bookmark)
    relation = omgeving.pakket.relation("hyperlink", href, external=True)
    return el("hyperlink", r_id=relation)


def _runs(
    deel: Deel, start: int, end: int, marks: Sequence[Mark], omgeving: Omgeving
) -> Iterator[Element]:
    text = deel.block.text[start:end]
    if text == ATOM:
        yield from _atom(deel, marks, omgeving)
        return
    tag = "delText" if deel.teken in "-<" else "t"
    looks = _looks({mark.tag for mark in marks})
    for number, line in enumerate(text.split("\n")):
        if number:
            yield el("r", el("br"))
        yield el("r", looks_copy(looks), el(tag, line))


def looks_copy(looks: Sequence[tuple[str, dict[str, str]]]) -> Element | None:
    """The properties of a run; None where it has none."""
    return el("rPr", *(el(name, **attrs) for name, attrs in looks)) if looks else None


def _looks(tags: set[str]) -> list[tuple[str, dict[str, str]]]:
    looks: list[tuple[str, dict[str, str]]] = []
    if "code" in tags:
        looks.append(("rStyle", {"val": "Bron"}))
    elif "a" in tags:
        looks.append(("rStyle", {"val": "Hyperlink"}))
    if tags & {"strong", "b"}:
        looks.append(("b", {}))
    if tags & {"em", "i"}:
        looks.append(("i", {}))
    raised = {"sup": "superscript", "sub": "subscript"}
    looks += [("vertAlign", {"val": value}) for tag, value in raised.items() if tag in tags]
    return looks


def _atom(deel: Deel, marks: Sequence[Mark], omgeving: Omgeving) -> Iterator[Element]:
    """A thing without words: a break, a footnote mark, an image."""
    mark = next((m for m in marks if m.tag in ("br", "footnote-ref", "img")), None)
    if mark is None:
        return
    if mark.tag == "br":
        yield el("r", el("br"))
    elif mark.tag == "footnote-ref":
        yield from _note(mark.attr("label"), deel, omgeving)
    else:
        yield el("r", _drawing(mark, omgeving))


def _note(label: str, deel: Deel, omgeving: Omgeving) -> Iterator[Element]:
    """The mark of a footnote, with why the words of the note changed."""
    number, names = omgeving.noot(label, deel.teken, deel.block)
    bookmark = omgeving.pakket.next_id()
    if name := noot_bladwijzer(label, bookmark):
        start = el("bookmarkStart", id=bookmark)
        start.set(start.tag.replace("bookmarkStart", "name"), name)
        yield from (start, el("bookmarkEnd", id=bookmark))
    style = el("rPr", el("rStyle", val="FootnoteReference"))
    run = el("r", style, el("footnoteReference", id=number))
    is_said = deel.teken != "=" and deel.wijzigingen == names
    yield from _commented([run], () if is_said else names, omgeving)


def _drawing(mark: Mark, omgeving: Omgeving) -> Element:
    src, pakket = mark.attr("src"), omgeving.pakket
    content = omgeving.beeld(src)
    name = src.rpartition("/")[2]
    width, height = _size(content or b"")
    if content is None:
        blip = el("a:blip", r_link=pakket.relation("image", src, external=True))
    elif name.lower().endswith(".svg"):
        svg = el("asvg:svgBlip", r_embed=pakket.image(name, content))
        extension = el("a:ext", svg, _uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}")
        blip = el(
            "a:blip", el("a:extLst", extension), r_embed=pakket.image("leeg.png", empty_png())
        )
    else:
        blip = el("a:blip", r_embed=pakket.image(name, content))
    picture = el(
        "pic:pic",
        el(
            "pic:nvPicPr",
            el("pic:cNvPr", _id=0, _name=name),
            el("pic:cNvPicPr"),
        ),
        el("pic:blipFill", blip, el("a:stretch", el("a:fillRect"))),
        el(
            "pic:spPr",
            el("a:xfrm", el("a:off", _x=0, _y=0), el("a:ext", _cx=width, _cy=height)),
            el("a:prstGeom", el("a:avLst"), _prst="rect"),
        ),
    )
    graphic = el(
        "a:graphic",
        el(
            "a:graphicData",
            picture,
            _uri="http://schemas.openxmlformats.org/drawingml/2006/picture",
        ),
    )
    inline = el(
        "wp:inline",
        el("wp:extent", _cx=width, _cy=height),
        el("wp:docPr", _id=pakket.next_id(), _name=name, _descr=mark.attr("alt")),
        graphic,
    )
    return el("drawing", inline)


def _size(content: bytes) -> tuple[int, int]:
    """Width and height on the page, no wider than the text."""
    width, height = 600.0, 400.0
    if content[:8] == b"\x89PNG\r\n\x1a\n":
        width, height = (float(int.from_bytes(content[n : n + 4], "big")) for n in (16, 20))
    elif match := _SVG_SIZE.search(content):
        width, height = float(match[1]), float(match[2])
    scale = min(_EMU_PER_PIXEL, _WIDEST / width) if width else _EMU_PER_PIXEL
    return int(width * scale), int(height * scale)
