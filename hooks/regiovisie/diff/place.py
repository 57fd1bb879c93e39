"""Where each unit of a comparison is shown, and what has moved.

    old: A B C D        new: A C B D

The heaviest run of blocks that both versions hold in one order stays in place (A C D or
A B D, whichever has more words); the rest has moved, and is shown twice: as gone where it
stood and as come where it stands, the two ends linked.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from operator import itemgetter

from regiovisie.diff.compare import Entry, Status
from regiovisie.diff.history import History, PlacedBlock
from regiovisie.diff.pages import Pages, starts
from regiovisie.diff.parts import Away, Here, OneSided, Part, Span, Told, move_id
from regiovisie.diff.units import Unit, compare_units
from regiovisie.model import Frame, Onderdeel


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
    """Lays the parts of a pair out over pages."""

    def __init__(self, history: History, van: int, naar: int) -> None:
        self._history = history
        self._versions = (van, naar)
        self._changes = compare_units(history, van, naar)
        self._pages = Pages(history.teksten[van], history.teksten[naar], self._heads())
        pages = range(len(self._pages.sides))
        self._gone: list[list[tuple[int, Part]]] = [[] for _ in pages]
        """For each page what stood there only, with its old index."""
        self._rest: list[list[tuple[int, int, Part]]] = [[] for _ in pages]
        """For each page what stands there: new index, and old index, -1 where it did not stay."""

    def diffs(self) -> tuple[OnderdeelDiff, ...]:
        """The onderdelen of the comparison."""
        self._place_both()
        self._place_one_sided()
        return tuple(
            OnderdeelDiff(old, new, _merged(gone, rest))
            for (old, new), gone, rest in zip(
                self._pages.sides, self._gone, self._rest, strict=True
            )
        )

    def _heads(self) -> Iterator[tuple[PlacedBlock, PlacedBlock]]:
        """The pairs that may tell that an onderdeel was renamed, ordered by strand."""
        olds, news = (self._history.blocks[version] for version in self._versions)
        pairs = [(olds[i], news[j]) for i, j in enumerate(self._changes.same) if j >= 0]
        pairs += [(u.olds[0], u.news[0]) for u in self._changes.units if u.olds and u.news]
        yield from sorted(pairs, key=lambda pair: self._history.strand_of[pair[0].id])

    def _place_both(self) -> None:
        """Place what both versions have, page by page."""
        of_old, of_new = self._pages.of_old, self._pages.of_new
        stayed: list[list[Item]] = [[] for _ in self._gone]
        for item in self._items():
            page = of_new[item[1]]
            if page == of_old[item[0]]:
                stayed[page].append(item)
            else:
                self._move(item)
        for page, items in enumerate(stayed):
            self._stay(page, items)

    def _items(self) -> Iterator[Item]:
        for start, stop in self._spans():
            new = self._changes.same[start]
            yield start, new, Span(self._history, self._versions, start, new, stop - start)
        for unit in self._changes.units:
            if unit.olds and unit.news:
                yield unit.olds[0].index, unit.news[0].index, unit

    def _spans(self) -> Iterator[tuple[int, int]]:
        """Maximal runs of equal blocks that cross no border of an onderdeel, as old indices."""
        same = self._changes.same
        van, naar = (self._history.teksten[version] for version in self._versions)
        cuts = [i for i, (a, b) in enumerate(pairwise(same), 1) if b != a + 1 or a < 0]
        places = dict(zip(same, range(len(same)), strict=True))
        borders = (places[j] for j in starts(naar) if j in places)
        ends = sorted({0, len(same), *starts(van), *cuts, *borders})
        return ((start, stop) for start, stop in pairwise(ends) if same[start] >= 0)

    def _stay(self, page: int, items: list[Item]) -> None:
        """Keep the heaviest run of items in place; the others moved."""
        items.sort(key=itemgetter(0))
        moved = self._moved(items)
        rest = self._rest[page]
        for number, (old, new, part) in enumerate(items):
            if number in moved:
                self._move((old, new, part))
            elif isinstance(part, Span) or part.is_compact:
                rest.append((new, old, part))
            else:
                rest.extend(_scattered(old, new, part))

    def _moved(self, items: Sequence[Item]) -> Container[int]:
        """Which of these items, in their old order, moved."""
        loose = out_of_order([new for _, new, _ in items])
        if not loose:
            return ()
        weighed = [(n, items[n][1], self._weight(items[n])) for n in loose]
        return set(loose).difference(heaviest_increasing(weighed))

    def _weight(self, item: Item) -> int:
        _, start, part = item
        count = len(part.news) if isinstance(part, Unit) else part.count
        return self._history.length(self._versions[1], start, start + count)

    def _move(self, item: Item) -> None:
        old, new, part = item
        if isinstance(part, Unit):
            self._place_entries(part)
            return
        blocks = self._history.blocks[self._versions[0]][old : old + part.count]
        self._put_gone(old, Away(self._history, blocks))
        self._put_come(new, Here(part))

    def _place_entries(self, unit: Unit) -> None:
        """Place each entry of a unit by itself: where it stands now, and where it stood if it was
        anywhere."""
        sides = list(unit.sides)
        moves = _moves(sides)
        for placed in unit.olds:
            if placed in moves:
                self._put_gone(placed.index, Away(self._history, [placed], moves[placed]))
        for number, (olds, new) in enumerate(sides):
            if new is None:
                self._put_gone(olds[0].index, Told(unit, number))
            else:
                self._put_come(new.index, Told(unit, number, moves[olds[0]] if olds else ""))

    def _place_one_sided(self) -> None:
        """Place what only one of the versions has."""
        history, (van, naar) = self._history, self._versions
        for start, stop in runs(self._changes.gone, starts(history.teksten[van])):
            blocks = history.blocks[van][start:stop]
            self._put_gone(start, OneSided(history, van, blocks, is_new=False))
        for start, stop in runs(self._changes.come, starts(history.teksten[naar])):
            blocks = history.blocks[naar][start:stop]
            self._put_come(start, OneSided(history, van, blocks, is_new=True))
        for unit in self._changes.units:
            if not (unit.olds and unit.news):
                self._place_entries(unit)

    def _put_gone(self, index: int, part: Part) -> None:
        self._gone[self._pages.of_old[index]].append((index, part))

    def _put_come(self, index: int, part: Part) -> None:
        self._rest[self._pages.of_new[index]].append((index, -1, part))


def _scattered(old: int, new: int, unit: Unit) -> Iterator[tuple[int, int, Part]]:
    """A split block between whose parts new blocks may stand, so each goes to its own place: new
    index, old index, and what is shown."""
    for number, (_, placed) in enumerate(unit.sides):
        if placed is not None:
            new = placed.index
        yield new, old, Told(unit, number)


def runs(indices: Iterable[int], borders: Collection[int]) -> Iterator[tuple[int, int]]:
    """Maximal runs of indices that follow one another and cross no border."""
    start = stop = -1
    for index in indices:
        if index != stop or index in borders:
            if start >= 0:
                yield start, stop
            start = index
        stop = index + 1
    if start >= 0:
        yield start, stop


def _merged(gone: list[tuple[int, Part]], rest: list[tuple[int, int, Part]]) -> tuple[Part, ...]:
    """Put what is gone before the first kept block that it stood in front of."""
    gone.sort(key=itemgetter(0))
    rest.sort(key=itemgetter(0))
    merged: list[Part] = []
    pending: list[Part] = []
    waiting = gone[::-1]
    for _, old_index, part in rest:
        if old_index < 0:
            pending.append(part)
            continue
        while waiting and waiting[-1][0] < old_index:
            merged.append(waiting.pop()[1])
        merged += pending
        merged.append(part)
        pending.clear()
    merged += [part for _, part in reversed(waiting)]
    return (*merged, *pending)


def out_of_order(values: Sequence[int]) -> list[int]:
    """The indices of all but those values, all different, that are larger than every one before
    and smaller than every one behind: these are part of every longest or heaviest run."""
    largest = accumulate(values, max)
    smallest = [*accumulate(reversed(values), min)][::-1]
    return [n for n, (a, b) in enumerate(zip(largest, smallest, strict=True)) if a != b]


def heaviest_increasing(items: Sequence[tuple[int, int, int]]) -> list[int]:
    """The names of a heaviest run of items whose second values increase.

    ``items`` are (name, value, weight) in order, values all different and weights positive.
    Kept is, for each value that a run may end in, the heaviest such run, as long as no run
    ending lower is as heavy: so both ends and weights increase, and bisection finds the run
    to go on from.
    """
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
    index = last[-1] if last else -1
    while index >= 0:
        run.append(items[index][0])
        index = came_from[index]
    return run[::-1]


def _moves(
    sides: Iterable[tuple[Sequence[PlacedBlock], PlacedBlock | None]],
) -> dict[PlacedBlock, str]:
    """For each old block that lives on, the id of its move.

    One id for a block that moved, also when it was split or joined on the way: all that its
    words came into and all that came into these share it.
    """
    moves: dict[PlacedBlock, str] = {}
    for olds in (olds for olds, new in sides if olds and new is not None):
        known = [moves[placed] for placed in olds if placed in moves]
        move = known[0] if known else move_id(olds[0])
        moves.update((placed, move) for placed, other in list(moves.items()) if other in known)
        moves.update((placed, move) for placed in olds)
    return moves
