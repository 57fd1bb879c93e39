"""A Word file as what it is: a zip with XML in it, which may come from anyone.

::

    with opened(Path("tekst.docx")) as pakket:
        pakket.xml("word/document.xml")      the tree of a part
        pakket.target("rId7")                where a relationship of the document leads

Nothing is unpacked to disk, no entity is resolved, and a part that swells when it is
unpacked is refused.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from regiovisie.errors import Problem, RegiovisieError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LARGEST_PART = 64 * 2**20
"""Bytes that one part may hold when unpacked."""
LARGEST_WHOLE = 256 * 2**20
"""Bytes that all parts together may say to hold."""
MOST_PARTS = 10_000

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a:",
    "http://purl.oclc.org/ooxml/drawingml/main": "a:",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp:",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp:",
    "http://schemas.microsoft.com/office/drawing/2016/SVG/main": "asvg:",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
    "urn:schemas-microsoft-com:vml": "v:",
    "urn:schemas-microsoft-com:office:office": "o:",
}
_OTHER = "?:"


def name_of(element: Element) -> str:
    """The name of an element, bare for WordprocessingML: ``p``, ``a:blip``, ``m:oMath``."""
    tag: object = element.tag  # comments and instructions have a function for a tag
    return _name(tag) if isinstance(tag, str) else ""


@cache
def _name(tag: str) -> str:
    name = etree.QName(tag)
    return _PREFIXES.get(name.namespace or "", _OTHER) + name.localname


def attr(element: Element | None, wanted: str) -> str:
    """An attribute by the same names; empty where it is not there."""
    if element is None:
        return ""
    values = (str(value) for key, value in element.attrib.items() if _name(str(key)) == wanted)
    return next(values, str(element.get(wanted) or ""))


def child(element: Element | None, *names: str) -> Element | None:
    """The element that a path of names leads to."""
    for name in names:
        if element is None:
            return None
        element = next((e for e in element if name_of(e) == name), None)
    return element


def children(element: Element | None, name: str) -> list[Element]:
    """The children with a name."""
    return [e for e in element if name_of(e) == name] if element is not None else []


def descendants(element: Element, name: str) -> Iterator[Element]:
    """The elements with a name inside an element, in order."""
    return (e for e in element.iter() if name_of(e) == name)


def refused(file: str, wat: str, doe: str) -> RegiovisieError:
    """The error of a file that cannot be taken."""
    return RegiovisieError([Problem(file, "", "", wat, doe)])


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a relationship of a part leads."""

    target: str
    """The name of a part, or an address outside the file."""
    external: bool
    soort: str
    """The last word of its type: ``hyperlink``, ``image``."""


@dataclass(frozen=True)
class Pakket:
    """An open Word file."""

    file: str
    archive: zipfile.ZipFile
    names: frozenset[str]

    def content(self, part: str) -> bytes:
        """The bytes of a part; raises RegiovisieError when it is too large or broken."""
        try:
            with self.archive.open(part) as stream:
                content = stream.read(LARGEST_PART + 1)
        except (KeyError, OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
            raise self._broken(part) from error
        except Exception as error:  # zlib.error and its kin have no common name
            if type(error).__name__ != "error":
                raise
            raise self._broken(part) from error
        if len(content) > LARGEST_PART:
            raise self._too_large()
        return content

    def xml(self, part: str) -> Element:
        """The tree of a part."""
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        try:
            root = etree.fromstring(self.content(part), parser)
        except etree.XMLSyntaxError as error:
            raise self._broken(part) from error
        if root.getroottree().docinfo.internalDTD is not None:
            wat = f"In dit bestand staat iets dat er niet hoort: een DOCTYPE in {part}."
            raise refused(self.file, wat, "Open het in Word, sla het opnieuw op en probeer dat.")
        return root

    def optional(self, part: str) -> Element | None:
        """The tree of a part that need not be there."""
        return self.xml(part) if part in self.names else None

    def relations(self, part: str) -> dict[str, Relation]:
        """The relationships of a part by id."""
        folder, name = posixpath.split(part)
        root = self.optional(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
        found: dict[str, Relation] = {}
        for element in root if root is not None else ():
            external = element.get("TargetMode") == "External"
            target = element.get("Target") or ""
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            soort = (element.get("Type") or "").rpartition("/")[2]
            found[element.get("Id") or ""] = Relation(target, external, soort)
        return found

    def main_part(self) -> str:
        """The name of the part that holds the text."""
        for relation in self.relations("").values():
            if relation.soort == "officeDocument" and relation.target in self.names:
                return relation.target
        wat = "Dit is geen Word-bestand: de tekst zit er niet in."
        raise refused(self.file, wat, "Kies een bestand dat Word als .docx heeft opgeslagen.")

    def _broken(self, part: str) -> RegiovisieError:
        wat = f"Dit Word-bestand is beschadigd: {part} is niet te lezen."
        return refused(self.file, wat, "Open het in Word, sla het opnieuw op en probeer dat.")

    def _too_large(self) -> RegiovisieError:
        wat = "Dit bestand wordt bij het uitpakken groter dan een tekst kan zijn."
        return refused(self.file, wat, "Haal grote afbeeldingen eruit, of vraag wie het maakte.")


@contextmanager
def opened(path: Path) -> Iterator[Pakket]:
    """A Word file, for as long as this lasts; raises RegiovisieError when it is none."""
    try:
        archive = zipfile.ZipFile(path)
    except FileNotFoundError as error:
        raise refused(path.name, "Dit bestand is er niet.", "Controleer de naam.") from error
    except (OSError, zipfile.BadZipFile) as error:
        wat = "Dit is geen Word-bestand (.docx)."
        doe = "Open het in Word en kies Opslaan als, type Word-document (.docx)."
        raise refused(path.name, wat, doe) from error
    with archive:
        infos = archive.infolist()
        pakket = Pakket(path.name, archive, frozenset(info.filename for info in infos))
        if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > LARGEST_WHOLE:
            raise pakket._too_large()
        yield pakket
