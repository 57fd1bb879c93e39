"""All versions of a text, followed block by block and woven word by word.

Build it once; every pair of versions, every lifeline and every earlier wording is then
read out of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby
from operator import itemgetter

from regiovisie.diff.columns import Columns, RowCompare, align_columns, split_cells
from regiovisie.diff.lifelines import Levenslijn, Recorded, trace_lifelines
from regiovisie.diff.settings import ALIGN, AlignSettings
from regiovisie.diff.slide import settle
from regiovisie.diff.vocabulary import BLOCK_START, Vocabulary
from regiovisie.diff.weave import Compare, Strand
from regiovisie.diff.words import Edit, EntryEdits, Words, joined_edits, minimal_edits, shifted
from regiovisie.model import CELL, Block, Onderdeel, Tekst


@dataclass(slots=True, eq=False)
class PlacedBlock:
    """A block where it stands in one version. Equal only to itself; nobody changes it.

    Not frozen, since every version makes one for each of its blocks, and freezing doubles that.
    """

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


EditsKey = tuple[int, int, int, bool, tuple[str, ...]]
"""A strand, the versions in which two of its wordings began, whether versions lie between, and
where it has several lifelines those that are compared."""


@dataclass(slots=True)
class Reading:
    """How one version reads, in numbers: one for each block, in reading order."""

    strands: list[int]
    """The strand of each block."""
    contents: list[int]
    """Blocks of two versions with one number are one lifeline with the same words.

    Blocks of a strand with several lifelines have a number of their own.
    """
    places: dict[int, int]
    """Content → index of the block."""
    since: dict[int, int]
    """Strand → the version in which it began to read as it does here."""


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
    families: frozenset[int]
    """Strands with more than one lifeline."""
    strands: list[Strand | None] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    edits: dict[EditsKey, tuple[EntryEdits, ...]] = field(default_factory=dict)
    """What comparing found of some blocks in two wordings, for they meet in many pairs."""
    _lengths: dict[int, list[int]] = field(default_factory=dict)
    _wordings: dict[int, list[int]] = field(default_factory=dict)
    _members: dict[int, dict[int, list[PlacedBlock]]] = field(default_factory=dict)
    _by_line: dict[str, list[PlacedBlock]] = field(default_factory=dict)
    _by_wording: dict[tuple[int, int], dict[str, frozenset[int]]] = field(default_factory=dict)

    def length(self, version: int, start: int, stop: int) -> int:
        """How many characters some blocks of a version have that follow one another."""
        if version not in self._lengths:
            lengths = (len(placed.block.text) + 1 for placed in self.blocks[version])
            self._lengths[version] = list(accumulate(lengths, initial=0))
        upto = self._lengths[version]
        return upto[stop] - upto[start]

    def wordings(self, version: int) -> list[int]:
        """A number for each block of a version; blocks of one kind with the same words, also of
        two versions, have one number."""
        if version not in self._wordings:
            contents = ((placed.block.kind, placed.block.text) for placed in self.blocks[version])
            self._wordings[version] = list(map(self.vocabulary.key, contents))
        return self._wordings[version]

    def members(self, version: int) -> Mapping[int, list[PlacedBlock]]:
        """Strand index → the blocks of one version in it, in reading order."""
        if version not in self._members:
            members: dict[int, list[PlacedBlock]] = defaultdict(list)
            strands = self.readings[version].strands
            for number, placed in zip(strands, self.blocks[version], strict=True):
                members[number].append(placed)
            self._members[version] = dict(members)
        return self._members[version]

    def versions_of(self, levenslijn: str) -> list[PlacedBlock]:
        """One lifeline in every version that has it, oldest first."""
        if not self._by_line:
            for placed in (p for blocks in self.blocks for p in blocks):
                self._by_line.setdefault(placed.id, []).append(placed)
        return self._by_line.get(levenslijn, [])

    def holds(self, version: int, number: int, element: int) -> bool:
        """Whether an element of a strand stands in a version."""
        since = self.readings[version].since.get(number)
        strand = self.strands[number]
        return since is not None and (strand is None or bool(strand.mask(element) >> since & 1))

    def elements(self, version: int, number: int) -> list[int]:
        """The elements of a strand with words that stand in a version, in order."""
        strand = self.strands[number]
        return strand.elements(self.readings[version].since[number]) if strand else []

    def elements_by_line(self, version: int, number: int) -> Mapping[str, frozenset[int]]:
        """Lifeline → the elements of its words, for a strand with words in one version."""
        key = (number, self.readings[version].since[number])
        if key not in self._by_wording:
            strand, found = self.strands[number], self.elements(version, number)
            starts = [at for at, e in enumerate(found) if strand and strand.words[e] == BLOCK_START]
            stops = [*starts[1:], len(found)]
            self._by_wording[key] = {
                placed.id: frozenset(found[start + 1 : stop])
                for placed, start, stop in zip(
                    self.members(version)[number], starts, stops, strict=False
                )
            }
        return self._by_wording[key]

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
    strand_of, families = _strands_of(blocks)
    history = History(tuple(teksten), vocabulary, blocks, strand_of, families)
    _weave_all(history)
    return history


def _placed(version: int, tekst: Tekst, lines: Sequence[Levenslijn]) -> Iterator[PlacedBlock]:
    index = 0
    for onderdeel in tekst.onderdelen:
        for block in onderdeel.blocks:
            line = lines[index]
            yield PlacedBlock(version, index, onderdeel, block, line.id, line.uit)
            index += 1


def _strands_of(
    blocks: Sequence[Sequence[PlacedBlock]],
) -> tuple[dict[str, int], frozenset[int]]:
    """Join lifelines that were split or joined, and number the sets as they appear.

    Gives the number of each lifeline, and the numbers that several have.
    """
    parent: dict[str, str] = {}

    def root(line: str) -> str:
        while (above := parent.get(line, line)) != line:
            line = above
        return line

    lines: dict[str, None] = {}
    for version in blocks:
        for placed in version:
            lines[placed.id] = None
            for other in placed.uit:
                lines[other] = None
                parent[root(other)] = root(placed.id)
    if not parent:
        return {line: number for number, line in enumerate(lines)}, frozenset()
    numbers: dict[str, int] = {}
    strand_of = {line: numbers.setdefault(root(line), len(numbers)) for line in lines}
    return strand_of, frozenset(strand_of[line] for line in parent)


def _weave_all(history: History) -> None:
    history.strands = [None] * (max(history.strand_of.values(), default=-1) + 1)
    weaver = _Weaver(history)
    for blocks in history.blocks:
        weaver.add(blocks)


class _Weaver:
    """Adds one version after another to the strands of a history."""

    def __init__(self, history: History) -> None:
        self._history = history
        self._columns = _TableColumns(history.vocabulary)
        self._before: dict[int, list[PlacedBlock]] = {}
        """Strand → its blocks in the latest version that has it."""
        self._since: dict[int, int] = {}
        self._contents: dict[tuple[int, str], int] = {}
        self._content: dict[int, int] = {}
        """Strand → its latest content."""

    def add(self, blocks: Sequence[PlacedBlock]) -> None:
        """Weave in what reads differently, and note how this version reads."""
        history, before = self._history, self._before
        version = len(history.readings)
        strands = [history.strand_of[placed.id] for placed in blocks]
        members: dict[int, list[PlacedBlock]] = {}
        for number, placed in zip(strands, blocks, strict=True):
            if number in members:
                members[number].append(placed)
            else:
                members[number] = [placed]
        changed = [n for n, some in members.items() if not _read_alike(before.get(n), some)]
        rows = [n for n in changed if n in before and members[n][0].block.kind == "row"]
        if rows:
            pairs = ((before[n][0], some[0]) for n, some in members.items() if n in before)
            self._columns.learn(pairs)
        for number in changed:
            if number in before:
                self._weave(number, version, members[number])
            self._since[number] = version
            content = (number, members[number][0].block.text)
            self._content[number] = self._contents.setdefault(content, len(self._contents))
        before.update(members)
        contents = [self._content[n] for n in strands]
        if history.families:
            # Every block apart, and unlike any of another version.
            own = -1 - sum(map(len, history.blocks[:version]))
            contents = [
                own - at if n in history.families else contents[at] for at, n in enumerate(strands)
            ]
        places = dict(zip(contents, range(len(contents)), strict=True))
        since = {number: self._since[number] for number in members}
        history.readings.append(Reading(strands, contents, places, since))

    def _weave(self, number: int, version: int, blocks: list[PlacedBlock]) -> None:
        """Add one version of a strand; begin its weave at the first change."""
        history, latest = self._history, self._before[number]
        vocabulary = history.vocabulary
        strand = history.strands[number]
        if strand is None:
            strand = history.strands[number] = Strand()
            strand.add(self._since[number], strand_words(vocabulary, latest))
        words = strand_words(vocabulary, blocks)
        if len(latest) == len(blocks) == 1 and blocks[0].block.kind == "row":
            strand.add(version, words, compare=self._columns.compare(latest[0], blocks[0]))
        else:
            strand.add(version, words, compare=_group_compare(vocabulary, latest, blocks))


def _read_alike(olds: Sequence[PlacedBlock] | None, news: Sequence[PlacedBlock]) -> bool:
    if olds is None or len(olds) != len(news):
        return False
    return all(a.block.text == b.block.text for a, b in zip(olds, news, strict=True))


def _group_compare(
    vocabulary: Vocabulary, olds: Sequence[PlacedBlock], news: Sequence[PlacedBlock]
) -> Compare:
    """Minimal edits that begin where phrases do, between blocks that this step ties together.

    A strand may hold lifelines that only another step splits or joins. They are compared
    apart, so that a later version never changes how an earlier step reads.
    """

    def compare(old: Words, new: Words) -> list[Edit]:
        if len(olds) == len(news) == 1 and olds[0].id == news[0].id:
            return settle(old, new, minimal_edits(old, new), vocabulary.boundary)
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
        (number, sum(len(vocabulary.code(p.block.text)) + 1 for _, p in run))
        for number, run in groupby(numbered, key=itemgetter(0))
    ]


def strand_words(vocabulary: Vocabulary, blocks: Sequence[PlacedBlock]) -> list[int]:
    """The words of some blocks as they stand in a strand, each block opened by its start."""
    words: list[int] = []
    for placed in blocks:
        words += (BLOCK_START, *vocabulary.words(placed.block.text))
    return words


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

    def compare(self, old: PlacedBlock, new: PlacedBlock) -> RowCompare:
        """A comparing of these two rows, cell by cell."""
        unchanged = tuple((n, n) for n in range(old.block.text.count(CELL)))
        return RowCompare(self._columns.get(_table_key(old, new), unchanged))

    def _cells(self, block: Block) -> list[list[int]]:
        return [words for _, words in split_cells(self._vocabulary.words(block.text))]


def _table_key(old: PlacedBlock, new: PlacedBlock) -> object:
    return (old.onderdeel.slug, old.block.path[:1], new.onderdeel.slug, new.block.path[:1])
