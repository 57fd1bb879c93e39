"""What was asked of the text and not (wholly) done, at the paragraph that it is about.

A point quotes a paragraph of the version that was sent out. Later versions may have moved,
split, joined or dropped that paragraph; its lifeline says where the point stands now::

    Gevraagd(dossier).bij_versie("0-2")        "l-7f3k2q" → [ZW-12.3]
    Gevraagd(dossier).bij_paar("0-2", "0-4")   what 0.2 was asked and 0.4 does not have
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from regiovisie.diff.history import PlacedBlock
from regiovisie.herkomst.dossier import Dossier
from regiovisie.registers import Punt

NIET_GEDAAN = ("niet", "deels", "uitvoering", "lokaal")
"""The uitkomsten of a point that the text does not (wholly) follow."""

ByLine = Mapping[str, tuple[Punt, ...]]
"""Lifeline → the points about it, in register order."""


@dataclass(frozen=True, slots=True)
class _Vraag:
    """A point with the version that it is about, and its paragraph there."""

    versie: str
    placed: PlacedBlock
    punt: Punt


class Gevraagd:
    """The points of a dossier that the text does not (wholly) follow. Each answer is worked
    out once."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._vragen = tuple(_vragen(dossier))
        self._opvolger = cache(dossier.opvolger)
        self.bij_geldend = cache(self._bij_geldend)
        self.bij_versie = cache(self._bij_versie)
        self.bij_paar = cache(self._bij_paar)

    def _bij_geldend(self) -> ByLine:
        """All of them, at the paragraphs of the text that counts."""
        return self._by_line(self._vragen, self._dossier.geldend.id)

    def _bij_versie(self, versie_id: str) -> ByLine:
        """Those about this version itself."""
        return self._by_line((v for v in self._vragen if v.versie == versie_id), versie_id)

    def _bij_paar(self, van: str, naar: str) -> ByLine:
        """Those about the old version or one between: they asked what the new one lacks."""
        ids = self._dossier.ids
        first, last = self._dossier.index(van), self._dossier.index(naar)
        between = ids[first:last]
        return self._by_line((v for v in self._vragen if v.versie in between), naar, van)

    def _by_line(self, vragen: Iterable[_Vraag], naar: str, van: str = "") -> ByLine:
        found: dict[str, list[Punt]] = defaultdict(list)
        for vraag in vragen:
            if line := self._line(vraag.placed, naar, van):
                found[line].append(vraag.punt)
        return {line: tuple(punten) for line, punten in found.items()}

    def _line(self, placed: PlacedBlock, naar: str, van: str) -> str:
        """Where a block stands in a version, or, when that dropped it, in the comparison with
        an older one: there it still shows."""
        heir = self._opvolger(placed, naar)
        strands = self._dossier.history.strand_of
        lives_on = heir is not None and strands[heir.id] == strands[placed.id]
        if van and not lives_on and placed.version == self._dossier.index(van):
            return placed.id
        return heir.id if heir else ""


def _vragen(dossier: Dossier) -> Iterable[_Vraag]:
    for zienswijze in dossier.project.zienswijzen:
        for punt in zienswijze.punten:
            placed = dossier.blok_van_punt(punt.id) if punt.uitkomst in NIET_GEDAAN else None
            if placed is not None:
                yield _Vraag(zienswijze.versie, placed, punt)
