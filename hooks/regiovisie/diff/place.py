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
from dataclasses import replace
from itertools import pairwise
from operator import itemgetter

from regiovisie.diff.compare import Entry, Op, Slice, Status, same_entry
from regiovisie.diff.history import History, PlacedBlock
from regiovisie.diff.meldingen import same_markup
from regiovisie.diff.pages import Pages, starts
from regiovisie.diff.units import Unit, compare_units
from regiovisie.model import Frame, Onderdeel


class Span:
    """Blocks that follow one another and read the same in both versions: most of most pairs."""

    __slots__ = ("_history", "_versions", "count", "new", "old")

    def __init__(
        self, history: History, versions: tuple[int, int], old: int, new: int, count: int
    ) -> None:
        self._history = history
        self._versions = versions
        self.old = old
        """Index of the first block in the old version."""
        self.new = new
        self.count = count

    @property
    def pairs(self) -> Iterator[tuple[PlacedBlock, PlacedBlock]]:
        """Each block as it stands in both versions."""
        olds, news = (self._history.blocks[version] for version in self._versions)
        return zip(
            olds[self.old : self.old + self.count],
            news[self.new : self.new + self.count],
            strict=True,
        )

    @property
    def entries(self) -> tuple[Entry, ...]:
        """One entry for each block."""
        strand_of = self._history.strand_of
        return tuple(same_entry(old, new, strand_of[old.id]) for old, new in self.pairs)

    @property
    def changed(self) -> bool:
        """Whether anything but words changed in it."""
        return any(
            not same_markup(old.block, new.block) and same_entry(old, new, 0).status != "gelijk"
            for old, new in self.pairs
        )


class End:
    """One end of a block that moved: where it stood, or where it stands now."""

    __slots__ = ("is_new", "unit")

    def __init__(self, unit: Unit, *, is_new: bool) -> None:
        self.unit = unit
        self.is_new = is_new

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The one entry."""
        move = _move_id(self.unit.olds[0])
        if self.is_new:
            return (_moved_here(self.unit.entries[0], move),)
        return (_moved_away(self.unit, self.unit.olds[0], move),)


class Told:
    """An entry of a unit of which the entries do not stand together."""

    __slots__ = ("entries",)

    def __init__(self, entry: Entry) -> None:
        self.entries = (entry,)


Part = Span | Unit | End | Told
"""What is shown in one place; its entries are made when somebody asks."""


class OnderdeelDiff:
    """One onderdeel in a comparison: its two sides and its parts in reading order."""

    __slots__ = ("_entries", "new", "old", "parts")

    def __init__(
        self, old: Onderdeel | None, new: Onderdeel | None, parts: tuple[Part, ...]
    ) -> None:
        self.old = old
        self.new = new
        self.parts = parts
        self._entries: tuple[Entry, ...] | None = None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries. Those with only ``-`` follow the old order, all others the new."""
        if self._entries is None:
            self._entries = tuple(_said_once(e for part in self.parts for e in part.entries))
        return self._entries

    @property
    def onderdeel(self) -> Onderdeel:
        """The onderdeel in the newest of the two versions that has it."""
        side = self.new or self.old
        assert side is not None
        return side

    @property
    def changed(self) -> bool:
        """Whether anything in it is not as it was."""
        return any(
            part.changed
            if isinstance(part, Span)
            else any(entry.status != "gelijk" for entry in part.entries)
            for part in self.parts
        )


def compare(history: History, van: int, naar: int) -> tuple[OnderdeelDiff, ...]:
    """Two versions of a history (indices, old to new) as onderdelen with entries.

    Within an onderdeel, joining the ``=`` and ``-`` words of its entries gives the old text of
    it, the ``=`` and ``+`` words the new. Onderdelen come in the new order.
    """
    return _Placing(history, van, naar).diffs()


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


Item = tuple[int, int, Span | Unit]
"""Something that both versions have: index of its first block in both, and what it is."""


class _Placing:
    """Lays the units of a pair out over pages."""

    def __init__(self, history: History, van: int, naar: int) -> None:
        self._history = history
        self._versions = (van, naar)
        self._same, self._units = compare_units(history, van, naar)
        self._pages = Pages(history.teksten[van], history.teksten[naar], self._heads())
        self._gone: dict[int, list[tuple[int, Part]]] = defaultdict(list)
        """Page → what stood there only, with its old index."""
        self._rest: dict[int, list[tuple[int, int, Part]]] = defaultdict(list)
        """Page → what stands there: new index, and old index, -1 where it did not stay."""

    def diffs(self) -> tuple[OnderdeelDiff, ...]:
        """The onderdelen of the comparison."""
        stayed: dict[int, list[Item]] = defaultdict(list)
        for item in self._items():
            page = self._pages.of_new[item[1]]
            if page == self._pages.of_old[item[0]]:
                stayed[page].append(item)
            else:
                self._move(item)
        for page, items in stayed.items():
            self._stay(page, items)
        for unit in self._units:
            if not (unit.olds and unit.news):
                self._lone(unit)
        return tuple(
            OnderdeelDiff(old, new, tuple(_merged(self._gone[page], self._rest[page])))
            for page, (old, new) in enumerate(self._pages.sides)
        )

    def _heads(self) -> Iterator[tuple[PlacedBlock, PlacedBlock]]:
        """The pairs that may tell that an onderdeel was renamed, ordered by strand."""
        olds, news = (self._history.blocks[version] for version in self._versions)
        pairs = [(olds[i], news[j]) for i, j in enumerate(self._same) if j >= 0]
        pairs += [(u.olds[0], u.news[0]) for u in self._units if u.olds and u.news]
        yield from sorted(pairs, key=lambda pair: self._history.strand_of[pair[0].id])

    def _items(self) -> Iterator[Item]:
        for span in self._spans():
            yield span.old, span.new, span
        for unit in self._units:
            if unit.olds and unit.news:
                yield unit.olds[0].index, unit.news[0].index, unit

    def _spans(self) -> Iterator[Span]:
        """Maximal runs of equal blocks that cross no border of an onderdeel."""
        same = self._same
        van, naar = (self._history.teksten[version] for version in self._versions)
        borders = set(starts(naar))
        cuts = {i for i, (a, b) in enumerate(pairwise(same), 1) if b != a + 1 or a < 0}
        cuts |= {i for i, j in enumerate(same) if j in borders}
        ends = sorted({0, len(same), *starts(van), *cuts})
        for start, stop in pairwise(ends):
            if same[start] >= 0:
                yield Span(self._history, self._versions, start, same[start], stop - start)

    def _stay(self, page: int, items: list[Item]) -> None:
        """Keep the heaviest run of items in place; the others moved."""
        items.sort(key=itemgetter(0))
        staying = set(range(len(items)))
        if any(a[1] > b[1] for a, b in pairwise(items)):
            weighed = [(n, item[1], self._weight(item)) for n, item in enumerate(items)]
            staying = set(heaviest_increasing(weighed))
        for number, item in enumerate(items):
            if number in staying:
                self._rest[page].extend(_in_place(item))
            else:
                self._move(item)

    def _weight(self, item: Item) -> int:
        _, start, part = item
        count = len(part.news) if isinstance(part, Unit) else part.count
        return self._history.length(self._versions[1], start, start + count)

    def _move(self, item: Item) -> None:
        part = item[2]
        if isinstance(part, Unit):
            self._move_unit(part)
            return
        strand_of = self._history.strand_of
        for old, new in part.pairs:
            strand = strand_of[old.id]
            self._move_unit(Unit(self._history, self._versions[0], strand, [old], [new]))

    def _move_unit(self, unit: Unit) -> None:
        if unit.is_block:
            self._put_gone(unit.olds[0], End(unit, is_new=False))
            self._put_come(unit.news[0], End(unit, is_new=True))
            return
        moves = _moves(unit.entries)
        for placed in unit.olds:
            if placed in moves:
                self._put_gone(placed, Told(_moved_away(unit, placed, moves[placed])))
        for entry in unit.entries:
            if entry.new is None:
                self._put_gone(entry.placed, Told(entry))
            else:
                here = _moved_here(entry, moves[entry.old[0]]) if entry.old else entry
                self._put_come(entry.new, Told(here))

    def _lone(self, unit: Unit) -> None:
        """Blocks that only one of the versions has."""
        if len(unit.olds) + len(unit.news) == 1:
            if unit.olds:
                self._put_gone(unit.olds[0], unit)
            else:
                self._put_come(unit.news[0], unit)
            return
        for entry in unit.entries:
            put = self._put_come if entry.new else self._put_gone
            put(entry.placed, Told(entry))

    def _put_gone(self, placed: PlacedBlock, part: Part) -> None:
        self._gone[self._pages.of_old[placed.index]].append((placed.index, part))

    def _put_come(self, placed: PlacedBlock, part: Part) -> None:
        self._rest[self._pages.of_new[placed.index]].append((placed.index, -1, part))


def _in_place(item: Item) -> Iterator[tuple[int, int, Part]]:
    """What stays where it is: new index, old index, and what is shown.

    Between the parts of a split block new blocks may stand, so each goes to its own place.
    """
    old, new, part = item
    if isinstance(part, Span) or part.is_compact:
        yield new, old, part
        return
    for entry in part.entries:
        if entry.new is not None:
            new = entry.new.index
        yield new, old, Told(entry)


def _merged(gone: list[tuple[int, Part]], rest: list[tuple[int, int, Part]]) -> Iterator[Part]:
    """Put what is gone before the first kept block that it stood in front of."""
    gone.sort(key=itemgetter(0))
    rest.sort(key=itemgetter(0))
    pending: list[Part] = []
    done = 0
    for _, old_index, part in rest:
        if old_index < 0:
            pending.append(part)
            continue
        while done < len(gone) and gone[done][0] < old_index:
            yield gone[done][1]
            done += 1
        yield from pending
        pending = []
        yield part
    yield from (part for _, part in gone[done:])
    yield from pending


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


def _moves(entries: Iterable[Entry]) -> dict[PlacedBlock, str]:
    """For each old block that lives on, the id of its move.

    One id for a block that moved, also when it was split or joined on the way: all that its
    words came into and all that came into these share it.
    """
    moves: dict[PlacedBlock, str] = {}
    for entry in (entry for entry in entries if entry.new is not None and entry.old):
        known = [moves[placed] for placed in entry.old if placed in moves]
        move = known[0] if known else _move_id(entry.old[0])
        moves.update((placed, move) for placed, other in list(moves.items()) if other in known)
        moves.update((placed, move) for placed in entry.old)
    return moves


def _move_id(placed: PlacedBlock) -> str:
    return "v-" + placed.id.removeprefix("l-")


def _moved_away(unit: Unit, placed: PlacedBlock, move: str) -> Entry:
    return Entry("verplaatst", (placed,), None, _whole(placed, "-"), unit.strand, move)


def _moved_here(entry: Entry, move: str) -> Entry:
    assert entry.new is not None
    return replace(
        entry,
        status="verplaatst",
        ops=_whole(entry.new, "+"),
        verplaatsing=move,
        binnen=entry.ops,
    )


def _whole(placed: PlacedBlock, sign: str) -> tuple[Op, ...]:
    whole = Slice(placed, 0, len(placed.block.text))
    return (Op("-", whole, None),) if sign == "-" else (Op("+", None, whole),)
