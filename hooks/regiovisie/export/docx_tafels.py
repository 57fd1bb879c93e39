"""Tables of which the rows stand together in each text, and not in the two laid over one another.

old   | a | b |            a gone, a paragraph come, b kept: the old table would fall apart
new   a paragraph, | b |   into two; it goes as a whole, and the new one comes as a whole
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from regiovisie.export.docx_leden import FrameKey, Leden, Lid, frame_key
from regiovisie.export.docx_regel import Teken


def met_hele_tabellen(lids: Sequence[Lid], leden: Leden) -> list[Lid]:
    """The same paragraphs and rows, with each table in one place."""
    tables = [_tables(lid) for lid in lids]
    broken = _broken(lids, tables, leden)
    if not broken:
        return list(lids)
    found: list[Lid] = []
    told: set[FrameKey] = set()
    for lid, mine in zip(lids, tables, strict=True):
        if not broken.intersection(mine.values()):
            found.append(lid)
            continue
        for teken, key in mine.items():
            if key not in told:
                told.add(key)
                found += _whole(teken, key, lids, tables)
    return found


def _tables(lid: Lid) -> dict[Teken, FrameKey]:
    """The table that a row is in, in the old text and in the new as far as it is there."""
    found: dict[Teken, FrameKey] = {}
    sides: tuple[Teken, ...] = ("-", "+")
    for teken in sides if lid.block.kind == "row" else ():
        one = lid.only(teken)
        frame = next((f for f in one.block.path if f.tag == "table"), None) if one else None
        if one and frame:
            found[teken] = frame_key(one.eerste, frame)
    return found


def _broken(
    lids: Sequence[Lid], tables: Sequence[dict[Teken, FrameKey]], leden: Leden
) -> set[FrameKey]:
    """The tables that would fall apart, and those that share a row with one of them."""
    places: dict[FrameKey, list[int]] = defaultdict(list)
    for at, mine in enumerate(tables):
        for key in mine.values():
            places[key].append(at)
    shown = [_shown(lid, leden) for lid in lids]
    broken = {key for key, ats in places.items() if len(set(shown[ats[0] : ats[-1] + 1])) > 1}
    size = -1
    while size != len(broken):
        size = len(broken)
        for mine in tables:
            if broken.intersection(mine.values()):
                broken.update(mine.values())
    return broken


def _shown(lid: Lid, leden: Leden) -> object:
    """The table of Word that a row is written in; of what is no row itself."""
    frame = next((f for f in lid.block.path if f.tag == "table"), None)
    return leden.key_of(lid.eerste, frame) if frame and lid.block.kind == "row" else id(lid)


def _whole(
    teken: Teken, key: FrameKey, lids: Sequence[Lid], tables: Sequence[dict[Teken, FrameKey]]
) -> Iterator[Lid]:
    for lid, mine in zip(lids, tables, strict=True):
        if mine.get(teken) == key and (one := lid.only(teken)):
            yield one
