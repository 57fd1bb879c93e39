"""Where each unit of a comparison is shown, and what has moved.

    old: A B C D        new: A C B D

The heaviest run of blocks that both versions hold in one order stays in place (A C D or
A B D, whichever has more words); the rest has moved, and is shown twice: as gone where it
stood and as come where it stands, the two ends linked.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from regiovisie.diff.compare import Entry, Op, Slice, Status, Unit, compare_units
from regiovisie.diff.history import History, PlacedBlock
from regiovisie.model import Frame, Onderdeel, Tekst


@dataclass(frozen=True, slots=True)
class OnderdeelDiff:
    """One onderdeel in a comparison: its two sides and its entries in reading order.

    Entries of kind ``-`` follow the old order, all others the new.
    """

    old: Onderdeel | None
    new: Onderdeel | None
    entries: tuple[Entry, ...]

    @property
    def onderdeel(self) -> Onderdeel:
        """The onderdeel in the newest of the two versions that has it."""
        side = self.new or self.old
        assert side is not None
        return side

    @property
    def changed(self) -> bool:
        """Whether anything in it is not as it was."""
        return any(entry.status != "gelijk" for entry in self.entries)


def compare(history: History, van: int, naar: int) -> tuple[OnderdeelDiff, ...]:
    """Two versions of a history (indices, old to new) as onderdelen with entries.

    Within an onderdeel, joining the ``=`` and ``-`` words of its entries gives the old text of
    it, the ``=`` and ``+`` words the new. Onderdelen come in the new order.
    """
    units = compare_units(history, van, naar)
    pages = _Pages(history.teksten[van], history.teksten[naar], units)
    in_place = {id(unit) for run in pages.in_place(units) for unit in run}
    entries: dict[int, list[Entry]] = defaultdict(list)
    for page, entry in _ordered(units, in_place, pages):
        entries[page].append(entry)
    return tuple(
        OnderdeelDiff(old, new, tuple(_said_once(entries[number])))
        for number, (old, new) in enumerate(pages.sides)
    )


def _said_once(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Tell what happened to a list as a whole at its first item only."""
    told: set[tuple[Frame, str]] = set()
    for entry in entries:
        if not entry.meldingen:
            yield entry
            continue
        frames = [f for f in entry.placed.block.path if f.tag in ("ul", "ol")]
        kept = []
        for melding in entry.meldingen:
            about_list = melding.tekst.startswith("De lijst ") and frames
            if not about_list or (frames[-1], melding.tekst) not in told:
                kept.append(melding)
            if about_list:
                told.add((frames[-1], melding.tekst))
        if len(kept) == len(entry.meldingen):
            yield entry
        else:
            silent = not kept and entry.status == "opmaak"
            status: Status = "gelijk" if silent else entry.status
            yield replace(entry, meldingen=tuple(kept), status=status)


class _Pages:
    """Which old onderdeel and which new onderdeel are shown as one, and in which order."""

    def __init__(self, old: Tekst, new: Tekst, units: Sequence[Unit]) -> None:
        renamed = _renamed(old, new, units)
        self.sides: list[tuple[Onderdeel | None, Onderdeel | None]] = []
        waiting = {o.slug: o for o in old.onderdelen}
        partner = {renamed.get(o.slug, o.slug): o for o in old.onderdelen}
        for onderdeel in new.onderdelen:
            match = partner.get(onderdeel.slug)
            self.sides.append((match, onderdeel))
            if match:
                waiting.pop(match.slug)
        for onderdeel in waiting.values():
            self.sides.insert(self._after(old, onderdeel), (onderdeel, None))
        self.of_old = {o.slug: n for n, (o, _) in enumerate(self.sides) if o}
        self.of_new = {o.slug: n for n, (_, o) in enumerate(self.sides) if o}

    def _after(self, old: Tekst, gone: Onderdeel) -> int:
        """A dropped onderdeel comes right after the one that it stood behind."""
        earlier = [o.slug for o in old.onderdelen[: old.onderdelen.index(gone)]]
        places = [n for n, (o, _) in enumerate(self.sides) if o and o.slug in earlier]
        return max(places, default=-1) + 1

    def page_of(self, placed: PlacedBlock, *, is_new: bool) -> int:
        slug = placed.onderdeel.slug
        return self.of_new[slug] if is_new else self.of_old[slug]

    def in_place(self, units: Sequence[Unit]) -> Iterator[list[Unit]]:
        """For each page, the units that stayed in place on it.

        An onderdeel is compared with itself wherever it stands: renumbering is no change.
        """
        stayed: dict[int, list[Unit]] = defaultdict(list)
        for unit in units:
            if unit.olds and unit.news:
                page = self.page_of(unit.news[0], is_new=True)
                if page == self.page_of(unit.olds[0], is_new=False):
                    stayed[page].append(unit)
        for page in sorted(stayed):
            yield _heaviest_units(sorted(stayed[page], key=lambda unit: unit.olds[0].index))


def _renamed(old: Tekst, new: Tekst, units: Sequence[Unit]) -> dict[str, str]:
    """Old slug → new slug of onderdelen that kept their title's lifeline under another name."""
    gone = {o.slug for o in old.onderdelen} - {o.slug for o in new.onderdelen}
    come = {o.slug for o in new.onderdelen} - {o.slug for o in old.onderdelen}
    renamed: dict[str, str] = {}
    for unit in units:
        if unit.olds and unit.news and unit.news[0].block.tag == "h1":
            was, wordt = unit.olds[0].onderdeel.slug, unit.news[0].onderdeel.slug
            if was in gone and wordt in come:
                renamed[was] = wordt
    return renamed


def _weight(units: Iterable[Unit]) -> int:
    return sum(len(placed.block.text) + 1 for unit in units for placed in unit.news)


def _heaviest_units(run: Sequence[Unit]) -> list[Unit]:
    items = [(n, unit.news[0].index, _weight([unit])) for n, unit in enumerate(run)]
    return [run[n] for n in heaviest_increasing(items)]


def heaviest_increasing(items: Sequence[tuple[int, int, int]]) -> list[int]:
    """The names of a heaviest run of items whose second values increase.

    ``items`` are (name, value, weight) in order, values all different and weights positive.
    Kept is, for each value that a run may end in, the heaviest such run, as long as no run
    ending lower is as heavy: so both ends and weights increase, and bisection finds the run
    to go on from.
    """
    if all(a[1] < b[1] for a, b in pairwise(items)):
        return [name for name, _, _ in items]
    ends: list[int] = []
    weights: list[int] = []
    last: list[int] = []
    came_from: list[int] = []
    for index, (_, value, weight) in enumerate(items):
        at = bisect_left(ends, value)
        came_from.append(last[at - 1] if at else -1)
        total = weight + (weights[at - 1] if at else 0)
        beaten = at
        while beaten < len(ends) and weights[beaten] <= total:
            beaten += 1
        ends[at:beaten], weights[at:beaten], last[at:beaten] = [value], [total], [index]
    run: list[int] = []
    index = last[-1]
    while index >= 0:
        run.append(items[index][0])
        index = came_from[index]
    return run[::-1]


Placed = tuple[int, Entry]
"""A page and an entry on it."""


def _ordered(units: Sequence[Unit], in_place: set[int], pages: _Pages) -> Iterator[Placed]:
    """All entries with their page, so that both sides read in their own order."""
    gone: dict[int, list[tuple[int, Entry]]] = defaultdict(list)
    rest: dict[int, list[tuple[int, list[Entry], int]]] = defaultdict(list)
    for unit in units:
        stays = id(unit) in in_place
        if stays:
            page = pages.page_of(unit.news[0], is_new=True)
            rest[page].append((unit.news[0].index, list(unit.entries), unit.olds[0].index))
            continue
        was, wordt = _sides(unit)
        for placed, entry in was:
            gone[pages.page_of(placed, is_new=False)].append((placed.index, entry))
        for placed, entry in wordt:
            page = pages.page_of(placed, is_new=True)
            rest[page].append((placed.index, [entry], -1))
    for page in sorted(gone.keys() | rest.keys()):
        yield from ((page, entry) for entry in _merged(gone[page], rest[page]))


def _merged(
    gone: list[tuple[int, Entry]], rest: list[tuple[int, list[Entry], int]]
) -> Iterator[Entry]:
    """Put what is gone before the first kept block that it stood in front of."""
    waiting = sorted(gone, key=lambda item: item[0])
    pending: list[Entry] = []
    for _, entries, old_index in sorted(rest, key=lambda item: item[0]):
        if old_index < 0:
            pending += entries
            continue
        while waiting and waiting[0][0] < old_index:
            yield waiting.pop(0)[1]
        yield from pending
        pending = []
        yield from entries
    yield from (entry for _, entry in waiting)
    yield from pending


def _sides(
    unit: Unit,
) -> tuple[list[tuple[PlacedBlock, Entry]], list[tuple[PlacedBlock, Entry]]]:
    """The entries of a unit that did not stay: what is gone, and what has come."""
    if not unit.olds or not unit.news:
        entries = [(entry.placed, entry) for entry in unit.entries]
        return ([], entries) if unit.news else (entries, [])
    was = [(placed, _moved_away(unit, placed)) for placed in unit.olds if _lives_on(unit, placed)]
    wordt: list[tuple[PlacedBlock, Entry]] = []
    for entry in unit.entries:
        if entry.new is None:
            was.append((entry.placed, entry))
        elif not entry.old:
            wordt.append((entry.new, entry))
        else:
            wordt.append((entry.new, _moved_here(entry)))
    return was, wordt


def _lives_on(unit: Unit, placed: PlacedBlock) -> bool:
    return any(entry.new is not None and placed in entry.old for entry in unit.entries)


def _moved_away(unit: Unit, placed: PlacedBlock) -> Entry:
    op = _whole(placed, "-")
    heir = next(e for e in unit.entries if e.new is not None and placed in e.old)
    return Entry("verplaatst", (placed,), None, op, unit.strand, _move_id(heir))


def _moved_here(entry: Entry) -> Entry:
    assert entry.new is not None
    return replace(
        entry,
        status="verplaatst",
        ops=_whole(entry.new, "+"),
        verplaatsing=_move_id(entry),
        binnen=entry.ops,
    )


def _move_id(entry: Entry) -> str:
    """One id for a block that moved, also when it was split on the way: all parts share it."""
    return "v-" + entry.old[0].id.removeprefix("l-")


def _whole(placed: PlacedBlock, sign: str) -> tuple[Op, ...]:
    whole = Slice(placed, 0, len(placed.block.text))
    return (Op("-", whole, None),) if sign == "-" else (Op("+", None, whole),)
