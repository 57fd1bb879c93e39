"""The places that readers count: changes that were made as one are one place.

::

    a section of nine paragraphs moved for one reason     9 places of blocks, 1 group
    two new paragraphs after each other, W-030            2 places of blocks, 1 group
    two words changed in one sentence                     2 places, 2 groups

Every page, `check` and the build count groups. So a number of places means the same
everywhere, and is the number of notes beside the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from regiovisie.diff.compare import Entry
from regiovisie.herkomst.plekken import Plek

Groep = tuple[Plek, ...]
"""One or more places that are told as one change; never empty."""


def groepen_van(entries: Sequence[Entry], plekken: Iterable[Plek]) -> tuple[Groep, ...]:
    """The places of an onderdeel, grouped, given its entries in reading order."""
    order = {id(entry): place for place, entry in enumerate(entries)}
    groups: list[list[Plek]] = []
    for plek in plekken:
        home = next((g for g in reversed(groups) if _told_together(g[-1], plek, order)), None)
        if home is None:
            groups.append([plek])
        else:
            home.append(plek)
    return tuple(tuple(group) for group in groups)


def _told_together(one: Plek, other: Plek, order: dict[int, int]) -> bool:
    """Whether two places are one change to a reader: whole blocks, alike in what happened
    and why, that follow one another or moved from one place."""
    alike = (one.soort, one.entry.status, one.wijzigingen, one.zonder_herkomst) == (
        other.soort,
        other.entry.status,
        other.wijzigingen,
        other.zonder_herkomst,
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
