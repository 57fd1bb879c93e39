"""Lists as Word has them: each paragraph names a list and a level, and Word counts.

numId 3, level 0, decimal     1. 2. 3.

Lists of one kind count on together. A list with a beginning of its own (``startOverride``)
begins anew once: LibreOffice gives the first paragraph such a list and the next ones another.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from regiovisie.word.inhoud import Lijstplek
from regiovisie.word.pakket import attr, child, children

_BULLETS = ("bullet", "none", "")
CIJFERS = ("decimal", "decimalZero", "ordinal")
"""What Markdown can write as it is."""


@dataclass(slots=True)
class Lijsten:
    """The lists of a file."""

    nums: dict[str, Element] = field(default_factory=dict)
    soorten: dict[str, Element] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Element | None) -> Lijsten:
        """The lists in numbering.xml."""
        return cls(
            {attr(e, "numId"): e for e in children(root, "num")},
            {attr(e, "abstractNumId"): e for e in children(root, "abstractNum")},
        )

    def plek(self, lijst: str, niveau: int) -> Lijstplek | None:
        """The place in a list; None where the file has no such list."""
        num = self.nums.get(lijst)
        if num is None:
            return None
        soort = attr(child(num, "abstractNumId"), "val")
        level = self._level(num, soort, niveau)
        begin = attr(child(level, "start"), "val")
        override = self._override(num, niveau)
        own = attr(child(override, "startOverride"), "val")
        start = own or begin
        return Lijstplek(
            lijst=soort,
            niveau=niveau,
            genummerd=self.opmaak(lijst, niveau) not in _BULLETS,
            begin=int(start) if start.isdigit() else 1,
            herstart=lijst if own else "",
        )

    def opmaak(self, lijst: str, niveau: int) -> str:
        """How a level is numbered: ``bullet``, ``decimal``, ``lowerLetter``."""
        num = self.nums.get(lijst)
        level = self._level(num, attr(child(num, "abstractNumId"), "val"), niveau)
        return attr(child(level, "numFmt"), "val") or "bullet"

    def _level(self, num: Element | None, soort: str, niveau: int) -> Element | None:
        own = child(self._override(num, niveau), "lvl")
        levels = children(self.soorten.get(soort), "lvl")
        return own if own is not None else _of_level(levels, niveau)

    @staticmethod
    def _override(num: Element | None, niveau: int) -> Element | None:
        return _of_level(children(num, "lvlOverride"), niveau)


def _of_level(elements: list[Element], niveau: int) -> Element | None:
    return next((e for e in elements if attr(e, "ilvl") == str(niveau)), None)
