"""A Word file as it is packed: its parts, its styles, and the zip round them.

The same text gives the same bytes: nothing in it comes from a clock.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element as Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
ASVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
NAMESPACES = {"w": W, "r": R, "wp": WP, "a": A, "pic": PIC, "asvg": ASVG}
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can name."""
_IMAGES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "svg": "image/svg+xml",
    "webp": "image/webp",
}
_PARTS = ("styles", "numbering", "footnotes", "comments", "settings")
"""The parts besides the document itself."""
LEVELS = 9
"""How deep a list goes in Word."""


def el(name: str, *inside: Element | str | None, **attributes: str | int) -> Element:
    """An element ``w:name``, or of another namespace ``a:name``; attributes of the same.

    ``_`` in the name of an attribute stands for ``:``, and one without it is of ``w``.
    """
    prefix, _, local = name.rpartition(":")
    made = etree.Element(_tag(prefix or "w", local), nsmap=NAMESPACES if not prefix else None)
    for key, value in attributes.items():
        space, _, bare = key.rpartition("_")
        plain = space == "" and prefix not in ("", "w")
        made.set(bare if plain else _tag(space or "w", bare), str(value))
    for part in inside:
        if isinstance(part, str):
            made.text = _clean(part)
            made.set(_SPACE, "preserve")
        elif part is not None:
            made.append(part)
    return made


def _tag(prefix: str, local: str) -> str:
    return f"{{{NAMESPACES[prefix]}}}{local}"


def _clean(text: str) -> str:
    """Text without characters that XML cannot hold."""
    return "".join(c for c in text if c in "\t\n\r" or c >= " ")


@dataclass
class Pakket:
    """The parts of a Word file that come about while its text is written."""

    relations: list[tuple[str, str, bool]] = field(default_factory=list)
    """Type, target, and whether it leads outside the file."""
    images: dict[str, bytes] = field(default_factory=dict)
    """Name in the file → content."""
    notes: list[Element] = field(default_factory=list)
    comments: list[Element] = field(default_factory=list)
    lists: list[tuple[bool, int]] = field(default_factory=list)
    """Per list whether it is numbered, and where it begins."""
    kaders: dict[str, None] = field(default_factory=dict)
    """The kinds of boxes with text."""
    ids: int = 100
    """The last id of a tracked change or a bookmark."""

    def relation(self, soort: str, target: str, *, external: bool) -> str:
        """The id of a relationship, the same for the same target."""
        found = (soort, target, external)
        if found not in self.relations:
            self.relations.append(found)
        return f"rIdX{self.relations.index(found) + 1}"

    def next_id(self) -> int:
        """An id that nothing else has."""
        self.ids += 1
        return self.ids

    def image(self, name: str, content: bytes) -> str:
        """The id of the relationship to an image."""
        self.images[name] = content
        return self.relation("image", f"media/{name}", external=False)

    def new_list(self, *, numbered: bool, start: int) -> int:
        """The number of a list that counts by itself."""
        self.lists.append((numbered, start))
        return len(self.lists)

    def packed(self, body: Sequence[Element]) -> bytes:
        """The whole file."""
        page = el(
            "sectPr",
            el("pgSz", w_w=11906, w_h=16838),
            el("pgMar", top=1418, right=1418, bottom=1418, left=1418, header=709, footer=709),
        )
        parts = {
            "[Content_Types].xml": self._content_types(),
            "_rels/.rels": _rels([("officeDocument", "word/document.xml", False)], "rId"),
            "word/document.xml": _part(el("document", el("body", *body, page))),
            "word/_rels/document.xml.rels": self._document_rels(),
            "word/styles.xml": _part(_styles(list(self.kaders))),
            "word/numbering.xml": _part(self._numbering()),
            "word/footnotes.xml": _part(el("footnotes", *_separators(), *self.notes)),
            "word/_rels/footnotes.xml.rels": _rels(self.relations, "rIdX"),
            "word/comments.xml": _part(el("comments", *self.comments)),
            "word/settings.xml": _part(el("settings", el("defaultTabStop", val=709))),
            **{f"word/media/{name}": content for name, content in sorted(self.images.items())},
        }
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for name, content in parts.items():
                info = zipfile.ZipInfo(name, _EPOCH)
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, content)
        return stream.getvalue()

    def _document_rels(self) -> bytes:
        fixed = [(name, f"{name}.xml", False) for name in _PARTS]
        root = etree.fromstring(_rels(self.relations, "rIdX"))
        for relation in etree.fromstring(_rels(fixed, "rIdF")):
            root.append(relation)
        return _written(root)

    def _content_types(self) -> bytes:
        space = f"{_PACKAGE}/content-types"
        root = etree.fromstring(f'<Types xmlns="{space}"/>'.encode())
        defaults = {
            "rels": "application/vnd.openxmlformats-package.relationships+xml",
            "xml": "application/xml",
            **_IMAGES,
        }
        for ending, soort in defaults.items():
            default = etree.SubElement(root, f"{{{space}}}Default")
            default.set("Extension", ending)
            default.set("ContentType", soort)
        for name in ("document", *_PARTS):
            override = etree.SubElement(root, f"{{{space}}}Override")
            override.set("PartName", f"/word/{name}.xml")
            kind = "document.main" if name == "document" else name
            override.set("ContentType", f"{_WORD}.{kind}+xml")
        return _written(root)

    def _numbering(self) -> Element:
        abstract = [
            el(
                "abstractNum",
                *(_level(n, numbered=numbered) for n in range(LEVELS)),
                abstractNumId=i,
            )
            for i, numbered in enumerate((False, True))
        ]
        nums = []
        for number, (numbered, start) in enumerate(self.lists, 1):
            overrides = (
                el("lvlOverride", el("startOverride", val=start), ilvl=level)
                for level in range(LEVELS)
            )
            nums.append(el("num", el("abstractNumId", val=int(numbered)), *overrides, numId=number))
        return el("numbering", *abstract, *nums)


def _level(number: int, *, numbered: bool) -> Element:
    left = 425 * (number + 1)
    return el(
        "lvl",
        el("start", val=1),
        el("numFmt", val="decimal" if numbered else "bullet"),
        el("lvlText", val=f"%{number + 1}." if numbered else "•"),
        el("lvlJc", val="left"),
        el("pPr", el("ind", left=left, hanging=425)),
        ilvl=number,
    )


def _written(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _part(root: Element) -> bytes:
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])
    return _written(root)


def _rels(relations: Sequence[tuple[str, str, bool]], prefix: str) -> bytes:
    space = f"{_PACKAGE}/relationships"
    root = etree.fromstring(f'<Relationships xmlns="{space}"/>'.encode())
    for number, (soort, target, external) in enumerate(relations, 1):
        made = etree.SubElement(root, f"{{{space}}}Relationship")
        made.set("Id", f"{prefix}{number}")
        made.set("Type", f"{R}/{soort}")
        made.set("Target", target)
        if external:
            made.set("TargetMode", "External")
    return _written(root)


def _separators() -> list[Element]:
    kinds = (("separator", 0), ("continuationSeparator", 1))
    return [
        el("footnote", el("p", el("r", el(kind))), type=kind, id=number) for kind, number in kinds
    ]


# --- styles

_DARK = "1F3864"


def _styles(kaders: Sequence[str]) -> Element:
    defaults = el(
        "docDefaults",
        el(
            "rPrDefault",
            el("rPr", _fonts("Calibri"), el("sz", val=22), el("lang", val="nl-NL")),
        ),
        el("pPrDefault", el("pPr", el("spacing", after=120, line=276, lineRule="auto"))),
    )
    made = [_style("Normal", "Normal", basis="", default=True)]
    for level, size in enumerate((36, 28, 24, 22, 22, 22), 1):
        outline = el(
            "pPr", el("keepNext"), el("spacing", before=240), el("outlineLvl", val=level - 1)
        )
        looks = el("rPr", el("b"), el("color", val=_DARK), el("sz", val=size))
        made.append(_style(f"Heading{level}", f"heading {level}", outline, looks))
    indent = el("pPr", el("ind", left=425, right=425))
    made += [
        _style("ListParagraph", "List Paragraph", el("pPr", el("contextualSpacing"))),
        _style("ListContinue", "List Continue", el("pPr", el("ind", left=425))),
        _style("Quote", "Quote", indent, el("rPr", el("i"))),
        _style("Begrip", "Begrip", el("pPr", el("keepNext")), el("rPr", el("b"))),
        _style("Uitleg", "Uitleg", el("pPr", el("ind", left=425))),
        _style("Code", "Code", None, el("rPr", _fonts("Consolas"), el("sz", val=20))),
        _style("FootnoteText", "footnote text", None, el("rPr", el("sz", val=18))),
        _style("CommentText", "annotation text", None, el("rPr", el("sz", val=20))),
        _style("HorizontalLine", "Horizontal Line", _line()),
        _style("Tabelkop", "Tabelkop", None, el("rPr", el("b"))),
    ]
    for kader in kaders:
        made.append(_style(f"Kader-{kader}", f"Kader {kader}", _box()))
        made.append(
            _style(f"Kader-{kader}-titel", f"Kader {kader} titel", _box(), el("rPr", el("b")))
        )
    made += [
        _character("Hyperlink", el("color", val="0563C1"), el("u", val="single")),
        _character("FootnoteReference", el("vertAlign", val="superscript")),
        _character("Bron", _fonts("Consolas"), name="Source Text"),
        _table_style(),
    ]
    return el("styles", defaults, *made)


def _fonts(name: str) -> Element:
    return el("rFonts", ascii=name, hAnsi=name, cs=name)


def _line() -> Element:
    side = {"val": "single", "sz": 6, "space": 1, "color": _DARK}
    return el("pPr", el("pBdr", el("bottom", **side)))  # type: ignore[arg-type]


def _box() -> Element:
    side = {"val": "single", "sz": 8, "space": 8, "color": _DARK}
    return el("pPr", el("pBdr", el("left", **side)), el("ind", left=283))  # type: ignore[arg-type]


def _style(
    style_id: str,
    name: str,
    ppr: Element | None = None,
    rpr: Element | None = None,
    *,
    basis: str = "Normal",
    default: bool = False,
) -> Element:
    made = el("style", el("name", val=name), type="paragraph", styleId=style_id)
    if default:
        made.set(_tag("w", "default"), "1")
    if basis:
        made.append(el("basedOn", val=basis))
    made.append(el("qFormat"))
    for part in (ppr, rpr):
        if part is not None:
            made.append(part)
    return made


def _character(style_id: str, *looks: Element, name: str = "") -> Element:
    inside = (el("name", val=name or style_id), el("rPr", *looks))
    return el("style", *inside, type="character", styleId=style_id)


def _table_style() -> Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = (el(side, val="single", sz=4, space=0, color="808080") for side in sides)
    return el(
        "style",
        el("name", val="Table Grid"),
        el("tblPr", el("tblBorders", *borders)),
        type="table",
        styleId="TableGrid",
    )


# --- images


def empty_png() -> bytes:
    """A picture of one invisible dot, for programs that show no drawings (.svg)."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checksum = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)

    header = struct.pack(">IIBBBBB", 1, 1, 8, 6, 0, 0, 0)
    dot = zlib.compress(b"\x00\x00\x00\x00\x00")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", dot) + chunk(b"IEND", b"")
