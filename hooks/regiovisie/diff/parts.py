"""What a comparison shows in one place; its entries are made when somebody asks.

A B C          a span of equal blocks
D D'           a unit: a block that changed, or blocks that were split or joined
  E F          blocks that only one version has
G   G          the two ends of what moved
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from regiovisie.diff.compare import Entry, Op, Slice, same_entry
from regiovisie.diff.history import History, PlacedBlock
from regiovisie.diff.meldingen import same_markup
from regiovisie.diff.units import Unit
from regiovisie.diff.words import WordEdit


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


class OneSided:
    """Blocks that follow one another in one of the versions and are not in the other."""

    __slots__ = ("_history", "_van", "blocks", "is_new")

    def __init__(
        self, history: History, van: int, blocks: Sequence[PlacedBlock], *, is_new: bool
    ) -> None:
        self._history = history
        self._van = van
        self.blocks = blocks
        self.is_new = is_new

    @property
    def entries(self) -> tuple[Entry, ...]:
        """One entry for each block."""
        return tuple(entry for placed in self.blocks for entry in self._unit(placed).entries)

    def _unit(self, placed: PlacedBlock) -> Unit:
        strand = self._history.strand_of[placed.id]
        olds, news = ([], [placed]) if self.is_new else ([placed], [])
        return Unit(self._history, self._van, strand, olds, news)


class Away:
    """Blocks that moved, where they stood."""

    __slots__ = ("_history", "blocks", "move")

    def __init__(self, history: History, blocks: Sequence[PlacedBlock], move: str = "") -> None:
        self._history = history
        self.blocks = blocks
        self.move = move
        """What both ends have in common; empty where each block moved by itself."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """One entry for each block."""
        strand_of = self._history.strand_of
        return tuple(
            Entry(
                "verplaatst",
                (placed,),
                None,
                (Op("-", _whole(placed), None),),
                strand_of[placed.id],
                self.move or move_id(placed),
            )
            for placed in self.blocks
        )


class Here:
    """Equal blocks that moved, where they stand now."""

    __slots__ = ("span",)

    def __init__(self, span: Span) -> None:
        self.span = span

    @property
    def entries(self) -> tuple[Entry, ...]:
        """One entry for each block."""
        return tuple(_moved(entry, move_id(entry.old[0])) for entry in self.span.entries)


class Told:
    """One entry of a unit, where it stands now: of a unit that moved, or of which the entries do
    not stand together."""

    __slots__ = ("move", "number", "unit")

    def __init__(self, unit: Unit, number: int, move: str = "") -> None:
        self.unit = unit
        self.number = number
        self.move = move
        """What it has in common with the place where it stood; empty where it did not move."""

    @property
    def edits(self) -> tuple[WordEdit, ...]:
        """Its words as runs."""
        return self.unit.by_entry[self.number].edits

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The one entry."""
        entry = self.unit.entries[self.number]
        return (_moved(entry, self.move) if self.move else entry,)


Part = Span | Unit | OneSided | Away | Here | Told


def move_id(placed: PlacedBlock) -> str:
    """What both ends of a move of this block have in common."""
    return "v-" + placed.id.removeprefix("l-")


def _moved(entry: Entry, move: str) -> Entry:
    assert entry.new is not None
    return replace(
        entry,
        status="verplaatst",
        ops=(Op("+", None, _whole(entry.new)),),
        verplaatsing=move,
        binnen=entry.ops,
    )


def _whole(placed: PlacedBlock) -> Slice:
    return Slice(placed, 0, len(placed.block.text))
