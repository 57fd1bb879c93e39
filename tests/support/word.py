"""Word files made by hand: the few lines of WordprocessingML that a test is about.

::

    write_docx(path, p("Inleiding", stijl="Heading1"), p("Hulp is ", weg("licht"), "."))

A text in an element is XML already where it begins with "<"; else it becomes a run.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = R + "/"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
NAMES = {
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "Heading3": "heading 3",
    "Kop1": "Kop 1",
    "Title": "Title",
    "Quote": "Quote",
    "ListParagraph": "List Paragraph",
    "TOC1": "toc 1",
    "Eigen": "Eigen stijl",
}
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="bullet"/></w:lvl>'
        for n in range(3)
    )
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl>'
        for n in range(3)
    )
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def run(words: str, props: str = "", tag: str = "t") -> str:
    """A run of words with properties."""
    looks = f"<w:rPr>{props}</w:rPr>" if props else ""
    return f'<w:r>{looks}<w:{tag} xml:space="preserve">{escape(words)}</w:{tag}></w:r>'


def _inner(parts: tuple[str, ...], tag: str = "t") -> str:
    return "".join(part if part.startswith("<") else run(part, tag=tag) for part in parts)


def spoor(tag: str, *parts: str, door: str = "Jansen") -> str:
    """Something inside a tracked change."""
    inner = _inner(parts, "delText" if tag in ("del", "moveFrom") else "t")
    return f'<w:{tag} w:id="1" w:author="{door}" w:date="2026-01-01T00:00:00Z">{inner}</w:{tag}>'


def bij(*parts: str, door: str = "Jansen") -> str:
    """What came."""
    return spoor("ins", *parts, door=door)


def weg(*parts: str, door: str = "Jansen") -> str:
    """What went."""
    return spoor("del", *parts, door=door)


def bij_opmerking(number: int, *parts: str) -> str:
    """Something with a comment on it."""
    return (
        f'<w:commentRangeStart w:id="{number}"/>{_inner(parts)}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def noot(number: int) -> str:
    """The mark of a footnote."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def p(*parts: str, stijl: str = "", einde: str = "", lijst: tuple[int, int] | None = None) -> str:
    """A paragraph; ``einde`` is "ins" or "del" where its mark came or went."""
    props = f'<w:pStyle w:val="{stijl}"/>' if stijl else ""
    if lijst:
        props += f'<w:numPr><w:ilvl w:val="{lijst[1]}"/><w:numId w:val="{lijst[0]}"/></w:numPr>'
    if einde:
        props += f'<w:rPr><w:{einde} w:id="2" w:author="Jansen"/></w:rPr>'
    return f"<w:p><w:pPr>{props}</w:pPr>{_inner(parts)}</w:p>"


def tr(*cells: str, spoor: str = "", kop: bool = False) -> str:
    """A row; each cell is a paragraph or words."""
    props = f'<w:{spoor} w:id="3" w:author="Jansen"/>' if spoor else ""
    props += "<w:tblHeader/>" if kop else ""
    inner = "".join(
        f"<w:tc>{c if c.startswith(('<w:p', '<w:tcPr')) else p(c)}</w:tc>" for c in cells
    )
    return f"<w:tr><w:trPr>{props}</w:trPr>{inner}</w:tr>"


def tbl(*rows: str) -> str:
    """A table."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def write_docx(
    path: Path,
    *blocks: str,
    noten: Mapping[int, str] | None = None,
    opmerkingen: Mapping[int, str | tuple[str, str]] | None = None,
    links: Mapping[str, str] | None = None,
    beelden: Mapping[str, tuple[str, bytes]] | None = None,
    stijlen: str = "",
) -> Path:
    """A Word file; ``links`` maps ids of relationships to addresses, ``beelden`` to images."""
    parts: dict[str, str | bytes] = {}
    rels = {
        "rIdS": ("styles", "styles.xml", False),
        "rIdN": ("numbering", "numbering.xml", False),
        "rIdF": ("footnotes", "footnotes.xml", False),
        "rIdC": ("comments", "comments.xml", False),
    }
    for name, target in (links or {}).items():
        rels[name] = ("hyperlink", target, True)
    for name, (file, content) in (beelden or {}).items():
        rels[name] = ("image", f"media/{file}", False)
        parts[f"word/media/{file}"] = content
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{value}"/></w:style>'
        for key, value in NAMES.items()
    )
    notes = "".join(
        f'<w:footnote w:id="{key}">{text if text.startswith("<") else p(text)}</w:footnote>'
        for key, text in (noten or {}).items()
    )
    comments = "".join(_comment(key, said) for key, said in (opmerkingen or {}).items())
    parts |= {
        "_rels/.rels": _rels({"rId1": ("officeDocument", "word/document.xml", False)}),
        "word/_rels/document.xml.rels": _rels(rels),
        "word/document.xml": _root("document", f"<w:body>{''.join(blocks)}</w:body>"),
        "word/styles.xml": _root("styles", styles + stijlen),
        "word/numbering.xml": _root("numbering", NUMBERING),
        "word/footnotes.xml": _root("footnotes", notes),
        "word/comments.xml": _root("comments", comments),
    }
    return write_zip(path, parts)


def write_zip(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """Parts as a file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def _comment(key: int, said: str | tuple[str, str]) -> str:
    author, words = said if isinstance(said, tuple) else ("Jansen", said)
    return f'<w:comment w:id="{key}" w:author="{author}" w:initials="J">{p(words)}</w:comment>'


def _root(tag: str, inner: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{tag} {_SPACES}>{inner}</w:{tag}>'


def _rels(rels: Mapping[str, tuple[str, str, bool]]) -> str:
    lines = "".join(
        f'<Relationship Id="{key}" Type="{_TYPE}{soort}" Target={quoteattr(target)}'
        + (' TargetMode="External"/>' if external else "/>")
        for key, (soort, target, external) in rels.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{lines}</Relationships>'
