"""All versions of a text, followed block by block and woven word by word.

Build it once; every pair of versions, every lifeline and every earlier wording is then
read out of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

from regiovisie.diff.columns import Columns, align_columns
from regiovisie.diff.lifelines import Levenslijn, Recorded, trace_lifelines
from regiovisie.diff.settings import ALIGN, AlignSettings
from regiovisie.diff.slide import settle
from regiovisie.diff.vocabulary import BLOCK_START, CELL_START, Vocabulary
from regiovisie.diff.weave import Compare, Strand
from regiovisie.diff.words import Edit, Words, joined_edits, minimal_edits, shifted
from regiovisie.model import CELL, Block, Onderdeel, Tekst


@dataclass(frozen=True, slots=True, eq=False)
class PlacedBlock:
    """A block where it stands in one version. Equal only to itself."""

    version: int
    """Index of the version in the history."""
    index: int
    """Place in the reading order of that version."""
    onderdeel: Onderdeel
    block: Block
    id: str
    """The id of its lifeline."""
    uit: tuple[str, ...] = ()
    """Other lifelines of the version before whose words came into it; see `Levenslijn`."""


@dataclass(slots=True)
class History:
    """Versions from old to new, their blocks with lifelines, and a strand per lifeline.

    Invariants:

    - ``blocks[v]`` are the blocks of ``teksten[v]`` in reading order;
    - lifelines that were ever split from or joined into one another share a strand;
    - a strand whose lifeline never changed a word holds no words (``strands[s]`` is None).
    """

    teksten: tuple[Tekst, ...]
    vocabulary: Vocabulary
    blocks: list[tuple[PlacedBlock, ...]]
    strand_of: dict[str, int]
    """Lifeline id → index of its strand."""
    strands: list[Strand | None] = field(default_factory=list)
    _members: dict[int, dict[int, list[PlacedBlock]]] = field(default_factory=dict)
    _by_line: dict[str, list[PlacedBlock]] = field(default_factory=dict)

    def members(self, version: int) -> Mapping[int, list[PlacedBlock]]:
        """Strand index → the blocks of one version in it, in reading order."""
        if version not in self._members:
            members: dict[int, list[PlacedBlock]] = defaultdict(list)
            for placed in self.blocks[version]:
                members[self.strand_of[placed.id]].append(placed)
            self._members[version] = dict(members)
        return self._members[version]

    def versions_of(self, levenslijn: str) -> list[PlacedBlock]:
        """One lifeline in every version that has it, oldest first."""
        if not self._by_line:
            for placed in (p for blocks in self.blocks for p in blocks):
                self._by_line.setdefault(placed.id, []).append(placed)
        return self._by_line.get(levenslijn, [])

    def check(self) -> None:
        """Raise `AssertionError` when a version cannot be drawn from the weave."""
        for strand in self.strands:
            if strand is not None:
                strand.check()


def build_history(
    teksten: Sequence[Tekst],
    recorded: Recorded | None = None,
    settings: AlignSettings = ALIGN,
) -> History:
    """Follow and weave ``teksten``, oldest first. ``recorded`` as in `trace_lifelines`."""
    vocabulary = Vocabulary()
    lines = trace_lifelines(teksten, vocabulary, recorded, settings)
    blocks = [
        tuple(_placed(version, tekst, lines[version])) for version, tekst in enumerate(teksten)
    ]
    history = History(tuple(teksten), vocabulary, blocks, _strands_of(blocks))
    _weave_all(history)
    return history


def _placed(version: int, tekst: Tekst, lines: Sequence[Levenslijn]) -> Iterator[PlacedBlock]:
    for index, (onderdeel, block) in enumerate(tekst.placed_blocks()):
        line = lines[index]
        yield PlacedBlock(version, index, onderdeel, block, line.id, line.uit)


def _strands_of(blocks: Sequence[Sequence[PlacedBlock]]) -> dict[str, int]:
    """Join lifelines that were split or joined, and number the sets as they appear."""
    parent: dict[str, str] = {}

    def root(line: str) -> str:
        while (above := parent.get(line, line)) != line:
            line = above
        return line

    every = [placed for version in blocks for placed in version]
    for placed in every:
        for other in placed.uit:
            parent[root(other)] = root(placed.id)
    lines = dict.fromkeys(line for placed in every for line in (placed.id, *placed.uit))
    numbers: dict[str, int] = {}
    return {line: numbers.setdefault(root(line), len(numbers)) for line in lines}


def _weave_all(history: History) -> None:
    history.strands = [None] * (max(history.strand_of.values(), default=-1) + 1)
    before: dict[int, list[PlacedBlock]] = {}
    columns = _TableColumns(history.vocabulary)
    for version in range(len(history.teksten)):
        members = history.members(version)
        columns.learn((before[s][0], blocks[0]) for s, blocks in members.items() if s in before)
        for number, blocks in members.items():
            latest = before.get(number)
            _weave_blocks(history, number, latest, blocks, columns)
        before.update(members)


def _weave_blocks(
    history: History,
    number: int,
    latest: list[PlacedBlock] | None,
    blocks: list[PlacedBlock],
    columns: _TableColumns,
) -> None:
    """Add one version of a strand; begin its weave at the first change."""
    strand = history.strands[number]
    if strand is None:
        if latest is None or _texts(latest) == _texts(blocks):
            return
        strand = history.strands[number] = _begun(history, number, blocks[0].version)
    words = strand_words(history.vocabulary, blocks)
    if latest and len(latest) == len(blocks) == 1 and blocks[0].block.kind == "row":
        strand.add(blocks[0].version, words, compare=columns.compare(latest[0], blocks[0]))
    else:
        compare = _group_compare(history.vocabulary, latest or [], blocks)
        strand.add(blocks[0].version, words, compare=compare)


def _group_compare(
    vocabulary: Vocabulary, olds: Sequence[PlacedBlock], news: Sequence[PlacedBlock]
) -> Compare:
    """Minimal edits that begin where phrases do, between blocks that this step ties together.

    A strand may hold lifelines that only another step splits or joins. They are compared
    apart, so that a later version never changes how an earlier step reads.
    """

    def compare(old: Words, new: Words) -> list[Edit]:
        edits: list[Edit] = []
        i = j = 0
        for old_length, new_length in _tied_lengths(vocabulary, olds, news, (len(old), len(new))):
            gap_old, gap_new = old[i : i + old_length], new[j : j + new_length]
            found = settle(gap_old, gap_new, minimal_edits(gap_old, gap_new), vocabulary.boundary)
            edits += shifted(found, i, j)
            i, j = i + old_length, j + new_length
        return joined_edits(edits)

    return compare


def _tied_lengths(
    vocabulary: Vocabulary,
    olds: Sequence[PlacedBlock],
    news: Sequence[PlacedBlock],
    whole: tuple[int, int],
) -> list[tuple[int, int]]:
    """How many words each run of tied blocks has on both sides, in order.

    One run for everything where blocks that are tied do not stand in one order.
    """
    number = _tie_numbers(olds, news)
    old_runs = _run_lengths(vocabulary, [(number[p.id], p) for p in olds])
    new_runs = _run_lengths(vocabulary, [(number[p.id], p) for p in news])
    both = [n for n, _ in old_runs if n in dict(new_runs)]
    if both != [n for n, _ in new_runs if n in dict(old_runs)] or len(set(both)) < len(both):
        return [whole]
    lengths: list[tuple[int, int]] = []
    gone, come = list(old_runs), list(new_runs)
    for n in [*both, -1]:
        while gone and gone[0][0] != n:
            lengths.append((gone.pop(0)[1], 0))
        while come and come[0][0] != n:
            lengths.append((0, come.pop(0)[1]))
        if n >= 0:
            lengths.append((gone.pop(0)[1], come.pop(0)[1]))
    return lengths


def _tie_numbers(olds: Sequence[PlacedBlock], news: Sequence[PlacedBlock]) -> dict[str, int]:
    """Lifeline → number of the set that this step ties it to."""
    known = {placed.id for placed in olds}
    ties = [{p.id, *(line for line in p.uit if line in known)} for p in news]
    ties += [{p.id} for p in olds]
    sets: list[set[str]] = []
    for tie in ties:
        apart = [s for s in sets if not s & tie]
        sets = [*apart, tie.union(*(s for s in sets if s & tie))]
    return {line: number for number, tied in enumerate(sets) for line in tied}


def _run_lengths(
    vocabulary: Vocabulary, numbered: Sequence[tuple[int, PlacedBlock]]
) -> list[tuple[int, int]]:
    """Runs of blocks with one number: the number, and how many words they have."""
    return [
        (number, sum(len(vocabulary.words(p.block.text)) + 1 for _, p in run))
        for number, run in groupby(numbered, key=itemgetter(0))
    ]


def _begun(history: History, number: int, before: int) -> Strand:
    """A strand with all versions so far, which hold the same words."""
    strand = Strand()
    for version in range(before):
        if blocks := history.members(version).get(number):
            strand.add(version, strand_words(history.vocabulary, blocks))
    return strand


def strand_words(vocabulary: Vocabulary, blocks: Sequence[PlacedBlock]) -> list[int]:
    """The words of some blocks as they stand in a strand, each block opened by its start."""
    words: list[int] = []
    for placed in blocks:
        words += (BLOCK_START, *vocabulary.words(placed.block.text))
    return words


def _texts(blocks: Sequence[PlacedBlock]) -> list[str]:
    return [placed.block.text for placed in blocks]


class _TableColumns:
    """Which columns of two neighbouring versions of a table belong together."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._columns: dict[object, Columns] = {}

    def learn(self, pairs: Iterable[tuple[PlacedBlock, PlacedBlock]]) -> None:
        """Align the columns of the tables in which a row changed, given all pairs of blocks."""
        rows = [(o, n) for o, n in pairs if o.block.kind == n.block.kind == "row"]
        changed = {_table_key(o, n) for o, n in rows if o.block.text != n.block.text}
        tables: dict[object, list[tuple[list[list[int]], list[list[int]]]]] = defaultdict(list)
        for old, new in rows:
            if (key := _table_key(old, new)) in changed:
                tables[key].append((self._cells(old.block), self._cells(new.block)))
        self._columns = {key: align_columns(rows) for key, rows in tables.items()}

    def compare(self, old: PlacedBlock, new: PlacedBlock) -> _RowCompare:
        """A comparing of these two rows, cell by cell."""
        unchanged = tuple((n, n) for n in range(old.block.text.count(CELL)))
        return _RowCompare(self._columns.get(_table_key(old, new), unchanged))

    def _cells(self, block: Block) -> list[list[int]]:
        return [words for _, words in split_cells(self._vocabulary.words(block.text))]


def _table_key(old: PlacedBlock, new: PlacedBlock) -> object:
    return (old.onderdeel.slug, old.block.path[:1], new.onderdeel.slug, new.block.path[:1])


def split_cells(words: Words) -> list[tuple[int, list[int]]]:
    """The cells of a row: where each begins (its cell mark), and the words in it."""
    starts = [index for index, word in enumerate(words) if word == CELL_START]
    return [
        (start, list(words[start + 1 : stop]))
        for start, stop in zip(starts, [*starts[1:], len(words)], strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _RowCompare:
    """Edits between two rows that never run across a cell."""

    columns: Columns

    def __call__(self, old: Words, new: Words) -> list[Edit]:
        old_cells, new_cells = split_cells(old), split_cells(new)
        edits: list[Edit] = []
        i = j = 0
        pairs = [(a, b) for a, b in self.columns if a < len(old_cells) and b < len(new_cells)]
        for a, b in [*pairs, (len(old_cells), len(new_cells))]:
            old_start, new_start = _start(old_cells, a, len(old)), _start(new_cells, b, len(new))
            gone = _start(old_cells, i, len(old)), old_start
            come = _start(new_cells, j, len(new)), new_start
            edits.append(Edit(*gone, *come))
            if a < len(old_cells) and b < len(new_cells):
                edits += shifted(
                    minimal_edits(old_cells[a][1], new_cells[b][1]), old_start + 1, new_start + 1
                )
            i, j = a + 1, b + 1
        # Edits of two cells may touch; they stay two, so that words keep to their cell.
        return [e for e in edits if e.i1 < e.i2 or e.j1 < e.j2]


def _start(cells: Sequence[tuple[int, list[int]]], index: int, end: int) -> int:
    return cells[index][0] if index < len(cells) else end
