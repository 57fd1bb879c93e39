"""Any two versions side by side: a list of entries in reading order, exact and minimal.

    = De hulp is            the words of both
    - licht                 only in the old version
    + thuis                 only in the new version

Every entry obeys: its ``=`` and ``-`` parts are the words of the old text, its ``=`` and
``+`` parts those of the new. So does the list as a whole. Nothing here knows how a
difference is shown, or why it was made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from regiovisie.diff.history import History, PlacedBlock
from regiovisie.diff.meldingen import Melding, meldingen_of, same_markup
from regiovisie.diff.reunite import reunite
from regiovisie.diff.walk import Sign, Step, walk_strand
from regiovisie.text.tokens import token_spans

Status = Literal[
    "gelijk",
    "gewijzigd",
    "nieuw",
    "vervallen",
    "verplaatst",
    "gesplitst",
    "samengevoegd",
    "hersteld",
    "opmaak",
]


@dataclass(frozen=True, slots=True)
class Slice:
    """A run of whole tokens of one block, with the white space before it.

    Slices of a block that follow one another give its text without a gap.
    """

    placed: PlacedBlock
    start: int
    end: int

    @property
    def text(self) -> str:
        """The characters of the slice."""
        return self.placed.block.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Op:
    """One run of words: kept (both slices), gone (only ``old``) or come (only ``new``)."""

    sign: Sign
    old: Slice | None
    new: Slice | None
    elements: tuple[int, ...] = ()
    """For changed words, their elements in the strand, one for each token."""
    wijzigingen: tuple[str, ...] = ()
    """Why: the ids of the wijzigingen that claim these words. Filled by herkomst."""
    zonder_herkomst: bool = False
    """Whether it holds changed words that nobody claims. Filled by herkomst."""

    @property
    def text(self) -> str:
        """The words as the newest of the two versions that has them writes them."""
        shown = self.new or self.old
        return shown.text if shown else ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One block in the comparison.

    ``old`` are the blocks whose words it takes (several where blocks were joined), ``new``
    the block that it became. A moved block gives two entries with one ``verplaatsing``:
    only ``-`` where it stood, only ``+`` where it stands, and in ``binnen`` what changed in
    it on the way.
    """

    status: Status
    old: tuple[PlacedBlock, ...]
    new: PlacedBlock | None
    ops: tuple[Op, ...]
    strand: int
    verplaatsing: str = ""
    binnen: tuple[Op, ...] = ()
    meldingen: tuple[Melding, ...] = ()
    """What changed besides words: a link target, emphasis, a level."""

    @property
    def placed(self) -> PlacedBlock:
        """The block as it stands in the newest of the two versions that has it."""
        return self.new or self.old[0]

    @property
    def levenslijn(self) -> str:
        """The lifeline that this entry is about."""
        return self.placed.id

    @property
    def changed_ops(self) -> tuple[Op, ...]:
        """The ops in which words came or went; for a moved block those inside it."""
        ops = self.binnen if self.verplaatsing else self.ops
        return tuple(op for op in ops if op.sign != "=")


@dataclass(frozen=True, slots=True)
class Unit:
    """Blocks of one strand that are shown together, before their place is decided."""

    strand: int
    olds: tuple[PlacedBlock, ...]
    news: tuple[PlacedBlock, ...]
    entries: tuple[Entry, ...]


def compare_units(history: History, van: int, naar: int) -> list[Unit]:
    """The units of a pair of versions, in no particular order."""
    olds, news = history.members(van), history.members(naar)
    units: list[Unit] = []
    for strand in sorted(olds.keys() | news.keys()):
        units += _strand_units(history, van, strand, olds.get(strand, []), news.get(strand, []))
    if naar - van == 1:
        return units
    return _reunited(units, history.blocks[van], history.blocks[naar])


def _strand_units(
    history: History,
    van: int,
    strand: int,
    olds: list[PlacedBlock],
    news: list[PlacedBlock],
) -> Iterator[Unit]:
    for some_olds, some_news in _together(olds, news):
        if len(some_olds) == len(some_news) == 1 and _same_words(some_olds[0], some_news[0]):
            yield _same_unit(some_olds[0], some_news[0], strand)
            continue
        steps = walk_strand(history, strand, some_olds, some_news)
        builder = _EntryBuilder(history, van, strand, some_olds, some_news, steps)
        yield Unit(strand, tuple(some_olds), tuple(some_news), tuple(builder.entries()))


def _reunited(
    units: list[Unit], olds: Sequence[PlacedBlock], news: Sequence[PlacedBlock]
) -> list[Unit]:
    """The units, with blocks that are one though their lifelines differ made one."""
    gone = {u.olds[0]: u for u in units if len(u.olds) == 1 and not u.news}
    come = {u.news[0]: u for u in units if len(u.news) == 1 and not u.olds}
    if not gone or not come:
        return units
    kept = [(u.olds[0], u.news[0]) for u in units if u.olds and u.news]
    pairs = reunite(olds, news, kept, list(gone), list(come))
    joined = {id(gone[old]) for old, _ in pairs} | {id(come[new]) for _, new in pairs}
    same = [_same_unit(old, new, gone[old].strand) for old, new in pairs]
    return [unit for unit in units if id(unit) not in joined] + same


def _same_words(old: PlacedBlock, new: PlacedBlock) -> bool:
    return old.block.text == new.block.text


def _same_unit(old: PlacedBlock, new: PlacedBlock, strand: int) -> Unit:
    """A block with the same words in both versions: most blocks of most pairs."""
    was = Slice(old, 0, len(old.block.text))
    wordt = Slice(new, 0, len(new.block.text))
    same = same_markup(old.block, new.block)
    meldingen = () if same else meldingen_of((old,), new, ((was, wordt),))
    status: Status = "opmaak" if meldingen else "gelijk"
    entry = Entry(status, (old,), new, (Op("=", was, wordt),), strand, meldingen=meldingen)
    return Unit(strand, (old,), (new,), (entry,))


def _together(
    olds: list[PlacedBlock], news: list[PlacedBlock]
) -> Iterator[tuple[list[PlacedBlock], list[PlacedBlock]]]:
    """The blocks of a strand as one whole where they stand together in both versions.

    Parts of a split block may have gone different ways; then each lifeline goes alone.
    """
    if _contiguous(olds) and _contiguous(news):
        yield olds, news
        return
    by_id = {placed.id: placed for placed in news}
    for placed in olds:
        match = by_id.pop(placed.id, None)
        yield [placed], [match] if match else []
    for placed in by_id.values():
        yield [], [placed]


def _contiguous(blocks: Sequence[PlacedBlock]) -> bool:
    return all(b.index == a.index + 1 and b.onderdeel is a.onderdeel for a, b in pairwise(blocks))


@dataclass(frozen=True, slots=True)
class _EntryBuilder:
    """Turns the steps of one unit into entries."""

    history: History
    van: int
    strand: int
    olds: Sequence[PlacedBlock]
    news: Sequence[PlacedBlock]
    steps: Sequence[Step]

    def entries(self) -> Iterator[Entry]:
        """One entry for each new block, and one for each old block that went whole."""
        for group in _cut(self.steps):
            ops = tuple(_ops(group, self.olds, self.news))
            new = next((self.news[s.new_block] for s in group if s.sign != "-"), None)
            used = sorted({s.old_block for s in group if s.sign != "+"})
            old = tuple(self.olds[o] for o in used)
            yield self._with_status(Entry("gelijk", old, new, ops, self.strand), group)

    def _with_status(self, entry: Entry, group: Sequence[Step]) -> Entry:
        if entry.new is None:
            return replace(entry, status="vervallen")
        if not entry.old or all(op.sign == "+" for op in entry.ops):
            return replace(entry, status=self._new_status(entry.new))
        kept = [(op.old, op.new) for op in entry.ops if op.sign == "="]
        status = self._kept_status(entry, group)
        whole = status not in ("gesplitst", "samengevoegd")
        meldingen = meldingen_of(entry.old, entry.new, kept, whole=whole)
        if status == "gelijk" and meldingen:
            status = "opmaak"
        return replace(entry, status=status, meldingen=meldingen)

    def _new_status(self, placed: PlacedBlock) -> Status:
        before = any(p.version < self.van for p in self.history.versions_of(placed.id))
        return "hersteld" if before else "nieuw"

    def _kept_status(self, entry: Entry, group: Sequence[Step]) -> Status:
        sources = {s.old_block for s in group if s.is_kept_word}
        if len(sources) > 1:
            return "samengevoegd"
        if any(s.is_kept_word and s.old_block in sources for s in self._elsewhere(group)):
            return "gesplitst"
        return "gewijzigd" if any(op.sign != "=" for op in entry.ops) else "gelijk"

    def _elsewhere(self, group: Sequence[Step]) -> Iterator[Step]:
        """The steps that went into other new blocks."""
        mine = {s.new_block for s in group if s.sign != "-"}
        return (s for s in self.steps if s.sign != "-" and s.new_block not in mine)


def _cut(steps: Sequence[Step]) -> list[list[Step]]:
    """Share the steps out over entries: one for each new block, and one for each old block
    that went as a whole between two of them."""
    extent = _extents(steps)
    dead = _dead_blocks(steps)
    groups: list[list[Step]] = []
    owner: tuple[str, int] | None = None
    waiting: list[Step] = []
    for index, step in enumerate(steps):
        inside = owner and owner[0] == "new" and index <= extent[owner[1]]
        if step.sign != "-":
            mine = ("new", step.new_block)
        elif step.old_block in dead and not inside:
            mine = ("old", step.old_block)
        elif owner and owner[0] == "new":
            mine = owner
        else:
            # Words of a block that lives on under a new block which has yet to begin.
            waiting.append(step)
            continue
        if mine != owner or not groups:
            groups.append([])
            owner = mine
        groups[-1] += waiting
        waiting = []
        groups[-1].append(step)
    if waiting:
        groups.append(waiting)
    return groups


def _extents(steps: Sequence[Step]) -> dict[int, int]:
    """New block → index of the last step with a word that it holds."""
    return {s.new_block: index for index, s in enumerate(steps) if s.sign != "-"}


def _dead_blocks(steps: Sequence[Step]) -> set[int]:
    """Old blocks of which no word is left."""
    all_old = {s.old_block for s in steps if s.sign != "+"}
    return all_old - {s.old_block for s in steps if s.sign == "="}


def _ops(
    steps: Sequence[Step], olds: Sequence[PlacedBlock], news: Sequence[PlacedBlock]
) -> Iterator[Op]:
    """Join steps that follow one another with one sign into ops."""
    run: list[Step] = []
    for step in steps:
        if step.is_block_start:
            continue
        if run and not _continues(run[-1], step, olds, news):
            yield _op(run, olds, news)
            run = []
        run.append(step)
    if run:
        yield _op(run, olds, news)


def _continues(
    last: Step, step: Step, olds: Sequence[PlacedBlock], news: Sequence[PlacedBlock]
) -> bool:
    if last.sign != step.sign or step.is_cell_start:
        return False
    if step.sign != "+" and last.old_block != step.old_block:
        return False
    if step.sign != "-" and last.new_block != step.new_block:
        return False
    return step.sign != "=" or _gap(olds[step.old_block], step.old_token) == _gap(
        news[step.new_block], step.new_token
    )


def _gap(placed: PlacedBlock, token: int) -> str:
    """The white space before a token."""
    spans = token_spans(placed.block.text)
    return placed.block.text[spans[token - 1][1] if token else 0 : spans[token][0]]


def _op(run: Sequence[Step], olds: Sequence[PlacedBlock], news: Sequence[PlacedBlock]) -> Op:
    first, last = run[0], run[-1]
    old = new = None
    if first.sign != "+":
        old = _slice(olds[first.old_block], first.old_token, last.old_token)
    if first.sign != "-":
        new = _slice(news[first.new_block], first.new_token, last.new_token)
    elements = tuple(step.element for step in run) if first.sign != "=" else ()
    return Op(first.sign, old, new, elements)


def _slice(placed: PlacedBlock, first: int, last: int) -> Slice:
    spans = token_spans(placed.block.text)
    return Slice(placed, spans[first - 1][1] if first else 0, spans[last][1])
