"""What an image tells besides its picture: who made it, where, with which remarks.

::

    beeldgegevens(path)   → [Gegeven("maker", "A. Fotograaf"), Gegeven("plaats op de kaart", "")]

Cameras and programs write these by themselves; whoever places the image does not see them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from PIL import Image, ImageFile

PHOTOS = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".tif", ".tiff")
DRAWINGS = (".svg",)


@dataclass(frozen=True, slots=True)
class Gegeven:
    """Something that an image tells."""

    soort: str
    tekst: str
    """What it says; empty where that would say too much."""


_EXIF = {
    270: "opmerking",
    315: "maker",
    316: "naam van een computer",
    33432: "maker",
    37510: "opmerking",
    40091: "opmerking",
    40092: "opmerking",
    40093: "maker",
    42032: "eigenaar van de camera",
    42033: "nummer van de camera",
}
_EXIF_DETAILS, _EXIF_PLACE = 0x8769, 0x8825
_PNG = {
    "author": "maker",
    "artist": "maker",
    "creator": "maker",
    "copyright": "maker",
    "comment": "opmerking",
    "description": "opmerking",
}
_IPTC = {(2, 80): "maker", (2, 116): "maker", (2, 118): "maker", (2, 122): "maker"}
_XML = {
    "creator": "maker",
    "contributor": "maker",
    "publisher": "maker",
    "rights": "maker",
    "Owner": "maker",
    "Artist": "maker",
    "PersonInImage": "persoon op het beeld",
    "GPSLatitude": "plaats op de kaart",
}
_BY_PROGRAM = re.compile(
    r"\s*(?:created|made|generated|optimi[sz]ed|drawn|compressed)?\s*(?:with|by|using)?\s*:?\s*"
    r"(?:the\s)?(?:gimp|adobe|inkscape|paint|illustrator|sketch|figma|gd-jpeg|imagemagick|matplotlib)"
    r"|screenshot|generator:",
    re.IGNORECASE,
)


def beeldgegevens(path: Path) -> list[Gegeven]:
    """What an image tells of its maker, its place and the people on it, each once."""
    try:
        found = _drawing(path) if path.suffix.lower() in DRAWINGS else _photo(path)
        told = [g for g in found if (g.tekst or g.soort == _PLACE) and not _by_program(g)]
    except (OSError, SyntaxError, ValueError):  # not an image after all: a browser shows nothing
        return []
    return list(dict.fromkeys(told))


_PLACE = "plaats op de kaart"


def _by_program(gegeven: Gegeven) -> bool:
    return gegeven.soort == "opmerking" and _BY_PROGRAM.match(gegeven.tekst) is not None


def _photo(path: Path) -> Iterator[Gegeven]:
    from PIL import Image  # most projects have no photos, and it takes long to load

    with Image.open(path) as image:
        yield from _exif(image)
        yield from _iptc(image)
        for key, value in image.info.items():
            if str(key).lower() in ("xmp", "xml:com.adobe.xmp"):
                yield from _xmp(value)
            elif soort := _PNG.get(str(key).lower()):
                yield Gegeven(soort, _text(value))


def _exif(image: Image.Image) -> Iterator[Gegeven]:
    exif = image.getexif()
    for tag, value in {**exif, **exif.get_ifd(_EXIF_DETAILS)}.items():
        if soort := _EXIF.get(tag):
            yield Gegeven(soort, _text(value))
    if exif.get_ifd(_EXIF_PLACE):
        yield Gegeven(_PLACE, "")


def _iptc(image: ImageFile.ImageFile) -> Iterator[Gegeven]:
    from PIL import IptcImagePlugin

    known = IptcImagePlugin.getiptcinfo(image) or {}
    for key, soort in _IPTC.items():
        values = known.get(key, [])
        for value in values if isinstance(values, list) else [values]:
            yield Gegeven(soort, _text(value))


def _xmp(content: object) -> Iterator[Gegeven]:
    data = content if isinstance(content, bytes) else str(content).encode()
    yield from _xml(etree.fromstring(data.strip(b"\0 \n"), _parser()))


def _drawing(path: Path) -> Iterator[Gegeven]:
    root = etree.parse(path, _parser()).getroot()
    yield from _xml(root)
    for comment in root.iter(etree.Comment):
        yield Gegeven("opmerking", _text(comment.text or ""))


def _xml(root: etree._Element) -> Iterator[Gegeven]:
    for element in root.iter(etree.Element):
        if soort := _XML.get(etree.QName(element).localname):
            yield Gegeven(
                soort, "" if soort == _PLACE else _text("".join(map(str, element.itertext())))
            )
        for name, value in element.attrib.items():
            qname = etree.QName(name)
            if qname.namespace and (soort := _XML.get(qname.localname)):
                yield Gegeven(soort, "" if soort == _PLACE else _text(value))


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, recover=False)


def _text(value: object) -> str:
    """A value as text: EXIF of Windows is UTF-16, a user comment begins with its encoding."""
    if isinstance(value, bytes):
        plain = value.removeprefix(b"ASCII\0\0\0").removeprefix(b"UNICODE\0")
        encoding = "utf-16-le" if plain[1:2] == b"\0" else "utf-8"
        value = plain.decode(encoding, "replace")
    return " ".join(str(value).replace("\0", " ").split())
