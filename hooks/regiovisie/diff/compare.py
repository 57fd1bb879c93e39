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
from typing import Literal, cast

from regiovisie.diff.edits import edits_of
from regiovisie.diff.history import History, PlacedBlock
from regiovisie.diff.meldingen import Melding, meldingen_of, same_markup
from regiovisie.diff.walk import Run, Sign
from regiovisie.diff.words import EntryEdits, WordEdit

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


def op_of(edit: WordEdit, olds: Sequence[PlacedBlock], news: Sequence[PlacedBlock]) -> Op:
    """A run of words as readers meet it."""
    sign, old_block, old_start, old_end, new_block, new_start, new_end, elements = edit
    return Op(
        cast("Sign", sign),
        Slice(olds[old_block], old_start, old_end) if old_block >= 0 else None,
        Slice(news[new_block], new_start, new_end) if new_block >= 0 else None,
        tuple(elements),
    )


def same_entry(old: PlacedBlock, new: PlacedBlock, strand: int) -> Entry:
    """The entry of a block with the same words in both versions."""
    was = Slice(old, 0, len(old.block.text))
    wordt = Slice(new, 0, len(new.block.text))
    same = same_markup(old.block, new.block)
    meldingen = () if same else meldingen_of((old,), new, ((was, wordt),))
    status: Status = "opmaak" if meldingen else "gelijk"
    return Entry(status, (old,), new, (Op("=", was, wordt),), strand, meldingen=meldingen)


def entry_edits(
    runs: Sequence[Run], olds: Sequence[PlacedBlock], news: Sequence[PlacedBlock]
) -> EntryEdits:
    """The words of one entry, from its runs."""
    return EntryEdits(
        tuple(sorted({run.old_block for run in runs if run.sign != "+"})),
        next((run.new_block for run in runs if run.sign != "-"), None),
        tuple(edits_of(runs, olds, news)),
        frozenset(run.old_block for run in runs if run.is_kept_words),
    )


@dataclass(frozen=True, slots=True)
class EntryBuilder:
    """Turns the words of one unit into entries."""

    history: History
    van: int
    strand: int
    olds: Sequence[PlacedBlock]
    news: Sequence[PlacedBlock]
    by_entry: Sequence[EntryEdits]

    def entries(self) -> Iterator[Entry]:
        """One entry for each new block, and one for each old block that went whole."""
        for words in self.by_entry:
            ops = tuple(op_of(edit, self.olds, self.news) for edit in words.edits)
            new = None if words.new is None else self.news[words.new]
            old = tuple(self.olds[o] for o in words.olds)
            yield self._with_status(Entry("gelijk", old, new, ops, self.strand), words)

    def _with_status(self, entry: Entry, words: EntryEdits) -> Entry:
        if entry.new is None:
            return replace(entry, status="vervallen")
        if not entry.old or all(op.sign == "+" for op in entry.ops):
            return replace(entry, status=self._new_status(entry.new))
        kept = [(op.old, op.new) for op in entry.ops if op.sign == "="]
        status = self._kept_status(entry, words)
        whole = status not in ("gesplitst", "samengevoegd")
        meldingen = meldingen_of(entry.old, entry.new, kept, whole=whole)
        if status == "gelijk" and meldingen:
            status = "opmaak"
        return replace(entry, status=status, meldingen=meldingen)

    def _new_status(self, placed: PlacedBlock) -> Status:
        before = any(p.version < self.van for p in self.history.versions_of(placed.id))
        return "hersteld" if before else "nieuw"

    def _kept_status(self, entry: Entry, words: EntryEdits) -> Status:
        if len(words.kept) > 1:
            return "samengevoegd"
        if any(words.kept & other.kept for other in self.by_entry if other.new != words.new):
            return "gesplitst"
        return "gewijzigd" if any(op.sign != "=" for op in entry.ops) else "gelijk"


def cut_runs(runs: Sequence[Run]) -> list[list[Run]]:
    """Share the runs out over entries: one for each new block, and one for each old block
    that went as a whole between two of them."""
    extent = _extents(runs)
    dead = _dead_blocks(runs)
    groups: list[list[Run]] = []
    owner: tuple[str, int] | None = None
    waiting: list[Run] = []
    for index, run in enumerate(runs):
        inside = owner and owner[0] == "new" and index <= extent[owner[1]]
        if run.sign != "-":
            mine = ("new", run.new_block)
        elif run.old_block in dead and not inside:
            mine = ("old", run.old_block)
        elif owner and owner[0] == "new":
            mine = owner
        else:
            # Words of a block that lives on under a new block which has yet to begin.
            waiting.append(run)
            continue
        if mine != owner or not groups:
            groups.append([])
            owner = mine
        groups[-1] += waiting
        waiting = []
        groups[-1].append(run)
    if waiting:
        groups.append(waiting)
    return groups


def _extents(runs: Sequence[Run]) -> dict[int, int]:
    """New block → index of the last step with a word that it holds."""
    return {s.new_block: index for index, s in enumerate(runs) if s.sign != "-"}


def _dead_blocks(runs: Sequence[Run]) -> set[int]:
    """Old blocks of which no word is left."""
    all_old = {s.old_block for s in runs if s.sign != "+"}
    return all_old - {s.old_block for s in runs if s.sign == "="}
