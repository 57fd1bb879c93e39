"""The notes of a page: each change, or group of changes made as one, with a number.

A section that moved is one note and not nine; so are paragraphs that came in together for
the same reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from regiovisie.diff.compare import Entry
from regiovisie.herkomst.groepen import Groep, groepen_van
from regiovisie.herkomst.plekken import Plek
from regiovisie.render.beschrijving import beschrijving_van_groep


@dataclass(frozen=True, slots=True)
class Noot:
    """One or more places that are told as one change."""

    nummer: int
    """Counted from 1 on the page."""
    plekken: tuple[Plek, ...]

    @property
    def anker(self) -> str:
        """The stable address of its first place."""
        return self.plekken[0].anker

    @property
    def beschrijving(self) -> str:
        """What changed, in one line."""
        return beschrijving_van_groep(self.plekken)

    @property
    def wijzigingen(self) -> tuple[str, ...]:
        """The ids of the wijzigingen that it comes from."""
        return tuple(dict.fromkeys(name for plek in self.plekken for name in plek.wijzigingen))

    @property
    def zonder_herkomst(self) -> bool:
        """Whether a change in it has no cause yet."""
        return any(plek.zonder_herkomst for plek in self.plekken)


def make_noten(entries: Sequence[Entry], plekken: Iterable[Plek]) -> tuple[Noot, ...]:
    """Number the places of a page, given its entries in reading order."""
    return noten_van(groepen_van(entries, plekken))


def noten_van(groepen: Iterable[Groep]) -> tuple[Noot, ...]:
    """Number the groups of places of a page."""
    return tuple(Noot(number, groep) for number, groep in enumerate(groepen, 1))
