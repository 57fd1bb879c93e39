"""Files beside the texts: images that are what they say, and nothing that runs.

A drawing (SVG) is a small web page: it can hold scripts, call other hosts and grow without end.
Whoever opens it by its own address lets it do so in the name of the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from lxml import etree

from regiovisie.errors import Problem
from regiovisie.registers.project import Project
from regiovisie.registers.rules.veilig import files_of

MAX_BYTES = 3_000_000
"""What a phone still loads at once."""
_PHOTOS: Mapping[str, re.Pattern[bytes]] = {
    ".png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    ".jpg": re.compile(rb"\xff\xd8\xff"),
    ".jpeg": re.compile(rb"\xff\xd8\xff"),
    ".webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
    ".gif": re.compile(rb"GIF8[79]a"),
}
"""How a file of each kind begins."""
_OF_TEXTS = (".md", ".yml", ".svg", ".tsv", ".txt", *_PHOTOS)
"""What may stand beside the text of the regiovisie."""
_RUNNING = frozenset(
    [
        ".css",
        ".exe",
        ".hta",
        ".htm",
        ".html",
        ".jar",
        ".js",
        ".mjs",
        ".php",
        ".ps1",
        ".shtml",
        ".swf",
        ".wasm",
        ".xht",
        ".xhtml",
        ".xsl",
    ]
)
"""What a browser or a computer runs: no page of an editor needs it."""
_ELEMENTS = frozenset(
    [
        "audio",
        "embed",
        "foreignObject",
        "handler",
        "iframe",
        "listener",
        "object",
        "script",
        "video",
    ]
)
_MOVING = frozenset(["animate", "animateMotion", "animateTransform", "set"])
_ELSEWHERE = re.compile(r"""url\(\s*["']?\s*(?!#)[^\s"')]|@import""", re.IGNORECASE)
_EMBEDDED = re.compile(r"data:image/(?:png|jpeg|webp|gif);base64,")

_SVG = "Bewaar de tekening opnieuw als gewone SVG, zonder dit, of als PNG."
_KIND = "Bewaar het beeld opnieuw in de soort van de naam, of geef het de juiste naam."


def safe_files(project: Project) -> Iterator[Problem]:
    """Images are what their names say, not too large, and drawings only draw."""
    for file in files_of(project.root):
        for wat, doe in _wrong_with(project.root, file):
            yield Problem(file, "", "", wat, doe)


def _wrong_with(root: Path, file: str) -> Iterator[tuple[str, str]]:
    suffix = PurePosixPath(file).suffix.lower()
    in_text = file.startswith(("docs/regiovisie/", "versions/"))
    if suffix in _RUNNING or (in_text and suffix and suffix not in _OF_TEXTS):
        yield f"Een bestand van de soort {suffix} hoort hier niet.", "Haal het bestand weg."
    if suffix not in (*_PHOTOS, ".svg"):
        return
    try:
        content = (root / file).read_bytes()
    except OSError:
        wat = "Het bestand is er niet, of is niet te lezen."
        yield wat, "Zet het bestand terug, of controleer de rechten erop."
        return
    if len(content) > MAX_BYTES:
        size = f"{len(content) / 1_000_000:.1f}".replace(".", ",")
        yield (
            f"Dit beeld is {size} MB: te groot voor wie met een telefoon leest.",
            f"Maak het kleiner dan {MAX_BYTES // 1_000_000} MB.",
        )
    elif suffix == ".svg":
        yield from ((wat, _SVG) for wat in _in_drawing(content))
    elif not _PHOTOS[suffix].match(content):
        yield f"Dit is geen beeld van de soort {suffix}, al heet het zo.", _KIND


def _in_drawing(content: bytes) -> Iterator[str]:
    """What in a drawing does more than draw, each once."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        yield "Dit is geen leesbare SVG."
        return
    if etree.QName(root).localname != "svg":
        yield "Dit is geen leesbare SVG."
    found = [
        *_around(root),
        *(what for element in root.iter(etree.Element) for what in _does(element)),
    ]
    for what in dict.fromkeys(found):
        yield f"In deze tekening staat {what}: dat doet meer dan tekenen."


def _around(root: etree._Element) -> Iterator[str]:
    if root.getroottree().docinfo.internalDTD is not None:
        yield "een DOCTYPE"
    before = root.itersiblings(preceding=True)
    if any(isinstance(node, etree._ProcessingInstruction) for node in before):
        yield "een verwijzing naar een opmaakblad"


def _does(element: etree._Element) -> Iterator[str]:
    name = etree.QName(element).localname
    if name in _ELEMENTS:
        yield f"het element <{name}>"
    if name in _MOVING and element.get("attributeName", "").endswith("href"):
        yield f"het element <{name}> op een link"
    if name == "style" and _ELSEWHERE.search("".join(map(str, element.itertext()))):
        yield "een stijl die iets van elders haalt"
    for key, value in element.attrib.items():
        yield from _attribute(name, etree.QName(key).localname, str(value))


def _attribute(element: str, name: str, value: str) -> Iterator[str]:
    if name.lower().startswith("on"):
        yield f"het attribuut {name}"
    elif name in ("href", "src") and not _stays_here(element, value):
        yield "een link naar iets buiten de tekening"
    elif name not in ("href", "src") and _ELSEWHERE.search(value):
        yield "een stijl die iets van elders haalt"


def _stays_here(element: str, value: str) -> bool:
    address = re.sub(r"[\x00-\x20]", "", value).lower()
    if element == "a":
        return address.startswith(("#", "https://", "http://"))
    return address.startswith("#") or (
        element in ("image", "feImage") and _EMBEDDED.match(address) is not None
    )
