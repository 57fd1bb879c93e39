"""The notes of a page: each change, or group of changes made as one, with a number.

A section that moved is one note and not nine; so are paragraphs that came in together for
the same reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from regiovisie.diff.compare import Entry
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
    order = {id(entry): place for place, entry in enumerate(entries)}
    groups: list[list[Plek]] = []
    for plek in plekken:
        home = next((g for g in reversed(groups) if _told_together(g[-1], plek, order)), None)
        if home is None:
            groups.append([plek])
        else:
            home.append(plek)
    return tuple(Noot(number, tuple(group)) for number, group in enumerate(groups, 1))


def _told_together(one: Plek, other: Plek, order: dict[int, int]) -> bool:
    """Whether two places are one change to a reader: whole blocks, alike in what happened
    and why, that follow one another or moved from one place."""
    alike = (one.soort, one.entry.status, one.wijzigingen) == (
        other.soort,
        other.entry.status,
        other.wijzigingen,
    )
    if not (alike and _whole_block(one) and _whole_block(other)):
        return False
    if one.soort == "verplaatst" and one.wijzigingen:
        return one.entry.old[0].onderdeel is other.entry.old[0].onderdeel
    return order[id(other.entry)] == order[id(one.entry)] + 1


def _whole_block(plek: Plek) -> bool:
    if plek.soort == "verplaatst":
        return all(op.sign == "=" for op in plek.entry.binnen)
    return plek.soort == "tekst" and plek.entry.status in ("nieuw", "hersteld", "vervallen")
