"""What a paragraph is by the name of its style.

    Heading 1, Kop 1     kop1: begins an onderdeel
    List Paragraph       lijst
    MijnKop, gebaseerd op Kop 2     kop2

A project can say more of its own styles in mkdocs.yml, under extra.regiovisie.word.stijlen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from regiovisie.word.inhoud import STREEP
from regiovisie.word.pakket import attr, child, children

_KOPPEN = {f"{name} {level}": f"kop{level}" for name in ("heading", "kop") for level in range(1, 7)}
_INHOUD = {
    f"{name} {level}": "inhoud" for name in ("toc", "inhopg", "contents") for level in range(1, 10)
}
STANDAARD: Mapping[str, str] = {
    **_KOPPEN,
    **_INHOUD,
    "title": "titel",
    "titel": "titel",
    "subtitle": "ondertitel",
    "ondertitel": "ondertitel",
    "normal": "alinea",
    "standaard": "alinea",
    "body text": "alinea",
    "plattetekst": "alinea",
    "text body": "alinea",
    "quote": "citaat",
    "citaat": "citaat",
    "intense quote": "citaat",
    "duidelijk citaat": "citaat",
    "quotations": "citaat",
    "list paragraph": "vervolg",
    "lijstalinea": "vervolg",
    "list continue": "vervolg",
    "lijstvoortzetting": "vervolg",
    "toc heading": "inhoud",
    "kop van inhoudsopgave": "inhoud",
    "contents heading": "inhoud",
    "html preformatted": "code",
    "preformatted text": "code",
    "code": "code",
    "begrip": "begrip",
    "uitleg": "uitleg",
    "kader": "kader",
    "horizontal line": STREEP,
    "horizontale lijn": STREEP,
}
"""Names of styles, in small letters, of Word in English and Dutch and of LibreOffice."""
_VET = frozenset({"strong", "zwaar", "strong emphasis"})
_CURSIEF = frozenset({"emphasis", "nadruk"})
_KADER = "kader "
_DEEP = re.compile(
    r"(?:list (?:bullet|number)|lijstopsom\w*|lijstnummer\w*|opsomming|nummering) ([2-9])"
)


@dataclass(slots=True)
class Stijl:
    """One style of the file."""

    naam: str
    basis: str = ""
    ppr: Element | None = None
    rpr: Element | None = None


@dataclass(slots=True)
class Stijlen:
    """The styles of the file, with what the project says of them."""

    eigen: Mapping[str, str]
    stijlen: dict[str, Stijl] = field(default_factory=dict)
    standaard: str = ""

    @classmethod
    def of(cls, root: Element | None, eigen: Mapping[str, str]) -> Stijlen:
        """The styles in styles.xml; ``eigen`` maps names of styles to roles."""
        made = cls({name.strip().lower(): rol for name, rol in eigen.items()})
        for element in children(root, "style"):
            stijl = Stijl(
                attr(child(element, "name"), "val").strip().lower(),
                attr(child(element, "basedOn"), "val"),
                child(element, "pPr"),
                child(element, "rPr"),
            )
            made.stijlen[attr(element, "styleId")] = stijl
            is_default = attr(element, "default") in ("1", "true", "on")
            if attr(element, "type") == "paragraph" and is_default:
                made.standaard = attr(element, "styleId")
        return made

    def keten(self, stijl_id: str) -> list[Stijl]:
        """A style and those that it is based on."""
        found: list[Stijl] = []
        seen: set[str] = set()
        while stijl_id in self.stijlen and stijl_id not in seen:
            seen.add(stijl_id)
            found.append(self.stijlen[stijl_id])
            stijl_id = self.stijlen[stijl_id].basis
        return found

    def rol(self, ppr: Element | None) -> str:
        """What a paragraph with these properties is."""
        stijl_id = attr(child(ppr, "pStyle"), "val")
        keten = self.keten(stijl_id or self.standaard)
        names = [stijl.naam for stijl in keten] or [stijl_id.lower()]
        for naam in names:
            if rol := self.eigen.get(naam) or self._standaard(naam):
                return rol if rol != "alinea" else self._by_level(ppr, keten)
        return self._by_level(ppr, keten)

    @staticmethod
    def _standaard(naam: str) -> str:
        if naam.startswith(_KADER):
            return naam
        return STANDAARD.get(naam, "")

    @staticmethod
    def _by_level(ppr: Element | None, keten: list[Stijl]) -> str:
        """The level in the outline makes a heading of what has no heading's style."""
        for properties in (ppr, *(stijl.ppr for stijl in keten)):
            level = attr(child(properties, "outlineLvl"), "val")
            if level.isdigit():
                return f"kop{int(level) + 1}" if int(level) < 6 else "alinea"
        return "alinea"

    def numpr(self, ppr: Element | None) -> tuple[str, int]:
        """The list of a paragraph and its level in it; empty where it is in none."""
        keten = self.keten(attr(child(ppr, "pStyle"), "val") or self.standaard)
        lijst, niveau = "", ""
        for properties in (ppr, *(stijl.ppr for stijl in keten)):
            numpr = child(properties, "numPr")
            lijst = lijst or attr(child(numpr, "numId"), "val")
            niveau = niveau or attr(child(numpr, "ilvl"), "val")
        return ("", 0) if lijst in ("", "0") else (lijst, int(niveau) if niveau.isdigit() else 0)

    def diepte(self, ppr: Element | None) -> int:
        """How deep a list is by its style alone: 1 for ``List Bullet 2``, which is its own list."""
        keten = self.keten(attr(child(ppr, "pStyle"), "val"))
        match = _DEEP.fullmatch(keten[0].naam) if keten else None
        return int(match[1]) - 1 if match else 0

    def aan(self, rpr: Element | None, name: str) -> bool:
        """Whether bold or italic is on, by the run itself or by its style for characters."""
        element = child(rpr, name)
        if element is not None:
            return is_on(element)
        keten = self.keten(attr(child(rpr, "rStyle"), "val"))
        names = {stijl.naam for stijl in keten}
        if names & (_VET if name == "b" else _CURSIEF):
            return True
        styled = (child(stijl.rpr, name) for stijl in keten)
        return any(is_on(element) for element in styled if element is not None)

    def is_code(self, rpr: Element | None) -> bool:
        """Whether a run is code by its style for characters."""
        keten = self.keten(attr(child(rpr, "rStyle"), "val"))
        return any(stijl.naam in ("code", "source text", "html code") for stijl in keten)


def is_on(element: Element) -> bool:
    """Whether a property that can be on or off is on."""
    return attr(element, "val") not in ("0", "false", "off")
