"""A version as a Word file, or two versions as one with tracked changes.

    docx_of_version(dossier, "2026-04-ter-vaststelling", beelden)
    docx_of_pair(dossier, "2025-11-…", "2026-04-…", beelden)

In a pair, refusing every change gives the old text and accepting every one the new; each
change carries a comment with the wijziging, its points and the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from lxml.etree import _Element as Element

from regiovisie.diff.history import PlacedBlock
from regiovisie.export.docx_leden import Leden, Lid, leden_of_version
from regiovisie.export.docx_noten import opmerkingen_na_noten
from regiovisie.export.docx_paar import leden_of_pair
from regiovisie.export.docx_pakket import LEVELS, Pakket, el
from regiovisie.export.docx_regel import Deel, Omgeving, Teken, regel
from regiovisie.herkomst.dossier import Dossier
from regiovisie.model import CELL, Block, Frame
from regiovisie.text.slug import split_file_name
from regiovisie.word.bladwijzers import LANGSTE
from regiovisie.word.markdown import ONDERDEEL_BLADWIJZER

Beelden = Callable[[str], bytes | None]
"""Name of an image → its content; None where it is not there."""
_LISTS = ("ul", "ol")
_JC = {"rechts": "right", "midden": "center"}
_FIRST_NOTE = 2
"""Word keeps the first two numbers for lines between text and notes."""


def docx_of_version(dossier: Dossier, versie: str, beelden: Beelden) -> bytes:
    """One version."""
    return _Schrijver(dossier, leden_of_version(dossier, versie), beelden).packed()


def docx_of_pair(dossier: Dossier, van: str, naar: str, beelden: Beelden) -> bytes:
    """Two versions, with what changed between them as tracked changes."""
    return _Schrijver(dossier, leden_of_pair(dossier, van, naar), beelden).packed()


class _Schrijver:
    """One file being written."""

    def __init__(self, dossier: Dossier, leden: Leden, beelden: Beelden) -> None:
        self.dossier, self.leden = dossier, leden
        self.pakket = Pakket()
        self.omgeving = Omgeving(
            self.pakket,
            dossier.project.regio.korte_naam,
            self._bookmark,
            self._note,
            beelden,
            self._comment,
        )
        self.bookmarks: dict[tuple[str, str], str] = {}
        self.lists: dict[tuple[str, str, int], int] = {}
        self.notes: dict[tuple[str, str, str], list[Lid]] = {}
        self.marks: list[list[Lid]] = []
        self._name_headings()
        self._know_notes()

    def packed(self) -> bytes:
        """The whole file."""
        body = list(self._body())
        opmerkingen_na_noten(body)
        self._write_notes()
        return self.pakket.packed(body)

    # --- names and numbers

    def _name_headings(self) -> None:
        for lid in self.leden.tekst:
            for placed in lid.placed:
                if placed.block.kind == "heading":
                    key = _heading(placed)
                    self.bookmarks.setdefault(key, _named(key, len(self.bookmarks) + 1))

    def _bookmark(self, href: str, block: Block) -> str:
        if "://" in href or href.startswith("mailto:"):
            return ""
        file, _, anchor = href.partition("#")
        here = self.leden.plek[id(block)]
        if file and file not in self.leden.bestanden[here.version]:
            return ""
        slug = split_file_name(file)[1] if file else here.onderdeel.slug
        return self.bookmarks.get((slug, anchor), "")

    def _know_notes(self) -> None:
        """The paragraphs of each note, the same for one that both texts have under one label."""
        for lid in self.leden.noten:
            keys = [_note_key(placed, self.leden) for placed in lid.placed]
            known = (self.notes[key] for key in keys if key in self.notes)
            members: list[Lid] = next(known, [])
            members.append(lid)
            self.notes |= dict.fromkeys(keys, members)

    def _note(self, label: str, teken: Teken, block: Block) -> tuple[int, tuple[str, ...]]:
        side = "oud" if teken in "-<" else "nieuw"
        slug = self.leden.plek[id(block)].onderdeel.slug
        other = "nieuw" if side == "oud" else "oud"
        members = self.notes.get((side, slug, label)) or self.notes.get((other, slug, label), [])
        self.marks.append(members)
        names = (n for lid in members for d in lid.delen if d.teken != "=" for n in d.wijzigingen)
        return len(self.marks) + _FIRST_NOTE - 1, tuple(dict.fromkeys(names))

    def _comment(self, wijzigingen: tuple[str, ...]) -> Sequence[str]:
        lines: list[str] = []
        for name in wijzigingen:
            wijziging = self.dossier.wijziging(name)
            if wijziging.punten:
                lines.append(f"{', '.join(wijziging.punten)} ({name})")
                reasons = (self.dossier.punt(punt).reactie for punt in wijziging.punten)
                lines += [r for r in (wijziging.toelichting, *reasons) if r]
            else:
                reason = f": {wijziging.toelichting}" if wijziging.toelichting else ""
                lines.append(f"{wijziging.herkomst.capitalize()}{reason} ({name})")
        return list(dict.fromkeys(lines))

    # --- the text

    def _body(self) -> Iterator[Element]:
        rows: list[Lid] = []
        key: object = None
        for lid in (*self.leden.tekst, None):
            here = self._table_key(lid) if lid and lid.block.kind == "row" else None
            if rows and here != key:
                yield from self._tables(rows)
                rows = []
            key = here
            if lid and here is not None:
                rows.append(lid)
            elif lid:
                yield self._paragraph(lid)

    def _table_key(self, lid: Lid) -> object:
        table = next((f for f in lid.block.path if f.tag == "table"), None)
        return self.leden.key_of(lid.eerste, table) if table else id(lid)

    def _paragraph(self, lid: Lid) -> Element:
        inside = regel(lid.delen, self.omgeving)
        if lid.block.kind == "heading" and lid.block.label:
            inside.insert(0, el("r", el("t", f"{lid.block.label} ")))
        for name in dict.fromkeys(
            self.bookmarks[_heading(p)] for p in lid.placed if p.block.kind == "heading"
        ):
            number = self.pakket.next_id()
            start = el("bookmarkStart", id=number)
            start.set(start.tag.replace("bookmarkStart", "name"), name)
            inside = [start, el("bookmarkEnd", id=number), *inside]
        if lid.einde in "<>":
            inside = self._moved(lid, inside)
        return el("p", self._properties(lid), *inside)

    def _moved(self, lid: Lid, inside: list[Element]) -> list[Element]:
        kind = "moveFrom" if lid.einde == "<" else "moveTo"
        number = self.pakket.next_id()
        start = el(f"{kind}RangeStart", id=number, author=self.omgeving.auteur)
        start.set(start.tag.replace(f"{kind}RangeStart", "name"), f"verplaatst {lid.verplaatsing}")
        return [start, *inside, el(f"{kind}RangeEnd", id=number)]

    def _properties(self, lid: Lid) -> Element | None:
        style = self._style(lid)
        parts = [el("pStyle", val=style)] if style else []
        lists = [f for f in lid.block.path if f.tag in _LISTS]
        if lid.block.kind == "item" and lists:
            level = min(len(lists), LEVELS) - 1
            number = self._list(lid, lists[-1])
            parts.append(el("numPr", el("ilvl", val=level), el("numId", val=number)))
        if lid.einde != "=":
            parts.append(el("rPr", self.omgeving.trace(lid.einde)))
        return el("pPr", *parts) if parts else None

    def _list(self, lid: Lid, frame: Frame) -> int:
        key = self.leden.key_of(lid.eerste, frame)
        if key not in self.lists:
            start = dict(frame.attrs).get("start", "1")
            self.lists[key] = self.pakket.new_list(
                numbered=frame.tag == "ol", start=int(start) if start.isdigit() else 1
            )
        return self.lists[key]

    def _style(self, lid: Lid) -> str:
        block = lid.block
        tags = {frame.tag for frame in block.path}
        by_kind = {"term": "Begrip", "definition": "Uitleg", "code": "Code"}
        if block.kind == "heading":
            return f"Heading{block.tag[1]}"
        if block.kind == "rule" and not block.path:
            return "HorizontalLine"
        if kader := kader_of(block):
            self.pakket.kaders[kader] = None
            return f"Kader-{kader}" + ("-titel" if id(block) in self.leden.titels else "")
        if block.kind in by_kind:
            return by_kind[block.kind]
        if block.kind == "item":
            return "ListParagraph"
        if "li" in tags:
            return "ListContinue"
        return "Quote" if "blockquote" in tags else "Uitleg" if "dd" in tags else ""

    # --- tables

    def _tables(self, rows: Sequence[Lid]) -> Iterator[Element]:
        """A table; where the number of columns changed, the old one and the new one apart."""
        widths = {placed.block.text.count(CELL) for lid in rows for placed in lid.placed}
        if len(widths) <= 1:
            yield self._table(rows)
            yield el("p")
            return
        for teken in "-+":
            side: Teken = "-" if teken == "-" else "+"
            mine = [lid.only(side) for lid in rows]
            kept = [lid for lid in mine if lid is not None]
            if kept:
                yield self._table(kept)
                yield el("p")

    def _table(self, rows: Sequence[Lid]) -> Element:
        width = max(lid.block.text.count(CELL) for lid in rows)
        column = 9072 // max(width, 1)
        return el(
            "tbl",
            el("tblPr", el("tblStyle", val="TableGrid"), el("tblW", w_w=0, type="auto")),
            el("tblGrid", *(el("gridCol", w_w=column) for _ in range(width))),
            *(self._row(lid, column) for lid in rows),
        )

    def _row(self, lid: Lid, column: int) -> Element:
        is_head = any(frame.tag == "thead" for frame in lid.block.path)
        parts = [el("tblHeader")] if is_head else []
        if lid.einde != "=":
            parts.append(self.omgeving.trace("-" if lid.einde in "-<" else "+"))
        cells = [
            self._cell(delen, _jc(lid.block, number), column, is_head=is_head)
            for number, delen in enumerate(_cells(lid.delen))
        ]
        return el("tr", el("trPr", *parts) if parts else None, *cells)

    def _cell(self, delen: Sequence[Deel], side: str, column: int, *, is_head: bool) -> Element:
        looks = [el("pStyle", val="Tabelkop")] if is_head else []
        looks += [el("jc", val=side)] if side else []
        inside = regel(delen, self.omgeving)
        paragraph = el("p", el("pPr", *looks) if looks else None, *inside)
        return el("tc", el("tcPr", el("tcW", w_w=column, type="dxa")), paragraph)

    # --- notes

    def _write_notes(self) -> None:
        for number, members in enumerate(self.marks, _FIRST_NOTE):
            paragraphs = [self._note_paragraph(lid, first=not at) for at, lid in enumerate(members)]
            self.pakket.notes.append(el("footnote", *paragraphs, id=number))

    def _note_paragraph(self, lid: Lid, *, first: bool) -> Element:
        inside = regel(lid.delen, self.omgeving, opmerkingen=False)
        if first:
            mark = el("r", el("rPr", el("rStyle", val="FootnoteReference")), el("footnoteRef"))
            inside = [mark, *inside]
        return el("p", el("pPr", el("pStyle", val="FootnoteText")), *inside)


def kader_of(block: Block) -> str:
    """The kind of box that a block stands in: ``note``; empty where it is in none."""
    for frame in block.path:
        classes = dict(frame.attrs).get("class", "").split()
        if frame.tag == "div" and classes[:1] == ["admonition"]:
            return (classes[1:] or ["note"])[0]
    return ""


def _heading(placed: PlacedBlock) -> tuple[str, str]:
    """What a link to a heading names: onderdeel and heading; its title is the onderdeel."""
    slug = "" if placed.block.tag == "h1" else placed.block.slug
    return placed.onderdeel.slug, slug


def _named(heading: tuple[str, str], number: int) -> str:
    """The bookmark at a heading; that at a title keeps the address of the onderdeel."""
    slug, anchor = heading
    name = ONDERDEEL_BLADWIJZER + slug.replace("-", "_")
    return f"_Kop{number}" if anchor or len(name) > LANGSTE else name


def _note_key(placed: PlacedBlock, leden: Leden) -> tuple[str, str, str]:
    label = dict(placed.block.path[-1].attrs).get("label", "")
    side = "oud" if leden.van is not None and placed.version == leden.van else "nieuw"
    return side, placed.onderdeel.slug, label


def _cells(delen: Sequence[Deel]) -> list[list[Deel]]:
    """The stretches of a row, cell by cell."""
    cells: list[list[Deel]] = []
    for deel in delen:
        start = deel.start
        for at in range(deel.start, deel.end):
            if deel.block.text[at] == CELL:
                _add(cells, deel, start, at)
                cells.append([])
                start = at + 1
        _add(cells, deel, start, deel.end)
    return cells


def _add(cells: list[list[Deel]], deel: Deel, start: int, end: int) -> None:
    if start < end and cells:
        cells[-1].append(Deel(deel.teken, deel.block, start, end, deel.wijzigingen))


def _jc(block: Block, number: int) -> str:
    cells = [mark for mark in block.marks if mark.tag in ("td", "th")]
    return _JC.get(cells[number].attr("class"), "") if number < len(cells) else ""
