"""What became of each block of one version in another.

Most blocks are the same in both, and are paired without looking at a word. The others are
units: blocks of one strand that are shown together.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise, repeat

from regiovisie.diff.compare import Entry, EntryBuilder, Status, op_of, same_entry
from regiovisie.diff.edits import edits_of, whole_edits
from regiovisie.diff.history import History, PlacedBlock
from regiovisie.diff.meldingen import meldingen_of
from regiovisie.diff.pages import starts
from regiovisie.diff.reunite import content, reunite
from regiovisie.diff.walk import walk_strand
from regiovisie.diff.words import WordEdit
from regiovisie.model import Tekst


class Unit:
    """Blocks of one strand that are shown together, before their place is decided.

    What became of their words is looked up when somebody asks.
    """

    __slots__ = ("_entries", "_history", "_van", "news", "olds", "strand")

    def __init__(
        self,
        history: History,
        van: int,
        strand: int,
        olds: Sequence[PlacedBlock],
        news: Sequence[PlacedBlock],
    ) -> None:
        self.strand = strand
        self.olds = olds
        self.news = news
        self._history = history
        self._van = van
        self._entries: tuple[Entry, ...] | None = None

    @property
    def is_single(self) -> bool:
        """Whether it is one block that stands in both versions."""
        return len(self.olds) == len(self.news) == 1

    @property
    def is_block(self) -> bool:
        """Whether it is one block in both versions, and nothing was split from it or joined."""
        if not self.is_single:
            return False
        alone = self.strand not in self._history.families
        return alone or self.olds[0].block.text == self.news[0].block.text

    @property
    def is_compact(self) -> bool:
        """Whether no other block stands between its own in the new version."""
        return not self.news or self.news[-1].index - self.news[0].index < len(self.news)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """One entry for each new block, and one for each old block that went whole."""
        if self._entries is None:
            self._entries = tuple(self._made())
        return self._entries

    @property
    def edits(self) -> tuple[WordEdit, ...]:
        """The words of its blocks as runs.

        Remembered: two wordings of a block meet in many pairs of versions.
        """
        olds, news = self.olds, self.news
        if not (olds and news):
            return tuple(whole_edits(olds, news))
        readings = self._history.readings
        was = readings[olds[0].version].since.get(self.strand, -1)
        wordt = readings[news[0].version].since.get(self.strand, -1)
        lines: tuple[str, ...] = ()
        if self.strand in self._history.families:
            lines = (*(p.id for p in olds), "", *(p.id for p in news))
        key = (self.strand, was, wordt, news[0].version - olds[0].version > 1, lines)
        edits = self._history.edits.get(key)
        if edits is None:
            edits = self._history.edits[key] = tuple(self._found())
        return edits

    def _found(self) -> Iterable[WordEdit]:
        if _texts(self.olds) == _texts(self.news):
            return whole_edits(self.olds, self.news)
        runs = walk_strand(self._history, self.strand, self.olds, self.news)
        return edits_of(runs, self.olds, self.news)

    def _made(self) -> Iterator[Entry]:
        if self.is_block:
            old, new = self.olds[0], self.news[0]
            if old.block.text == new.block.text:
                yield same_entry(old, new, self.strand)
            else:
                yield self._single(old, new)
            return
        runs = walk_strand(self._history, self.strand, self.olds, self.news)
        builder = EntryBuilder(self._history, self._van, self.strand, self.olds, self.news, runs)
        yield from builder.entries()

    def _single(self, old: PlacedBlock, new: PlacedBlock) -> Entry:
        ops = tuple(op_of(edit, self.olds, self.news) for edit in self.edits)
        kept = [(op.old, op.new) for op in ops if op.sign == "="]
        meldingen = meldingen_of((old,), new, kept)
        status: Status = "opmaak" if meldingen else "gelijk"
        if len(kept) < len(ops):
            status = "gewijzigd"
        return Entry(status, (old,), new, ops, self.strand, meldingen=meldingen)


def compare_units(history: History, van: int, naar: int) -> tuple[list[int], list[Unit]]:
    """What became of the blocks of one version in another.

    First, for each old block, the index of the new block that it is, word for word, or -1.
    Then all others as units, ordered by strand.
    """
    was, wordt = history.readings[van], history.readings[naar]
    same = list(map(wordt.places.get, was.contents, repeat(-1)))
    come = [j for j, own in enumerate(wordt.contents) if own not in was.places]
    if naar - van > 1 and _settle_pages(history, van, naar, same):
        come = sorted(set(range(len(wordt.contents))).difference(same))
    olds: dict[int, list[PlacedBlock]] = {}
    news: dict[int, list[PlacedBlock]] = {}
    there, here = history.blocks[van], history.blocks[naar]
    for index in [i for i, j in enumerate(same) if j < 0]:
        olds.setdefault(was.strands[index], []).append(there[index])
    for index in come:
        news.setdefault(wordt.strands[index], []).append(here[index])
    fresh = _fresh(olds, news)
    units: list[Unit] = []
    for strand in sorted(olds.keys() | news.keys()):
        some = olds.get(strand, []), news.get(strand, [])
        if strand not in history.families:
            units.append(Unit(history, van, strand, *some))
            continue
        for some_olds, some_news in _together(history, strand, *some, fresh):
            if _texts(some_olds) == _texts(some_news):
                for old, new in zip(some_olds, some_news, strict=True):
                    same[old.index] = new.index
            else:
                units.append(Unit(history, van, strand, some_olds, some_news))
    if naar - van > 1:
        units = _reunited(history, naar, same, units)
    return same, units


def _settle_pages(history: History, van: int, naar: int, same: list[int]) -> bool:
    """Pair the blocks of each onderdeel that reads the same in both versions, one by one.

    Whatever happened between, nothing in it changed; by their lifelines alone, blocks that
    stand in it twice might have changed places. Tells whether a pair was made.
    """
    settled = False
    there, here = history.blocks[van], history.blocks[naar]
    new_pages = dict(_pages(history.teksten[naar]))
    for slug, olds in _pages(history.teksten[van]):
        news = new_pages.get(slug, range(0))
        if len(olds) != len(news) or same[olds.start : olds.stop] == list(news):
            continue
        if all(content(there[i]) == content(here[j]) for i, j in zip(olds, news, strict=True)):
            same[:] = [-1 if j in news else j for j in same]
            same[olds.start : olds.stop] = news
            settled = True
    return settled


def _pages(tekst: Tekst) -> Iterator[tuple[str, range]]:
    """Each onderdeel with the indices of its blocks."""
    for start, onderdeel in zip(starts(tekst), tekst.onderdelen, strict=True):
        yield onderdeel.slug, range(start, start + len(onderdeel.blocks))


def _reunited(history: History, naar: int, same: list[int], units: list[Unit]) -> list[Unit]:
    """The units, without blocks that are one though their lifelines differ: these are the same."""
    gone = [u.olds[0] for u in units if len(u.olds) == 1 and not u.news]
    come = [u.news[0] for u in units if len(u.news) == 1 and not u.olds]
    if not {content(placed) for placed in gone}.intersection(map(content, come)):
        return units
    partner = {-1: -1, len(same): len(history.blocks[naar])}
    partner |= {i: j for i, j in enumerate(same) if j >= 0}
    partner |= {u.olds[0].index: u.news[0].index for u in units if u.olds and u.news}
    pairs = reunite(partner, gone, come)
    for old, new in pairs:
        same[old.index] = new.index
    joined = {placed for pair in pairs for placed in pair}
    return [u for u in units if u.is_single or not joined.intersection((*u.olds, *u.news))]


def _texts(blocks: Sequence[PlacedBlock]) -> list[str]:
    return [placed.block.text for placed in blocks]


def _fresh(
    olds: Mapping[int, list[PlacedBlock]], news: Mapping[int, list[PlacedBlock]]
) -> frozenset[int]:
    """The indices of new blocks that nothing of the old version can be."""
    gone = {content(placed) for placed in chain.from_iterable(olds.values())}
    return frozenset(
        placed.index
        for strand, come in news.items()
        if strand not in olds
        for placed in come
        if content(placed) not in gone
    )


def _together(
    history: History,
    strand: int,
    olds: list[PlacedBlock],
    news: list[PlacedBlock],
    fresh: frozenset[int],
) -> Iterator[tuple[list[PlacedBlock], list[PlacedBlock]]]:
    """The blocks of a strand in wholes that stand together in both versions.

    A strand may hold lifelines that only another step split or joined; these go their own
    way. Parts of a split block may have gone different ways; then each lifeline goes alone.
    Between the parts of a split block ``fresh`` ones may stand: the old text has none of them,
    so it still reads in order.
    """
    if _contiguous(olds) and _contiguous(news, fresh):
        yield olds, news
        return
    for some_olds, some_news in _tied(history, strand, olds, news):
        if _contiguous(some_olds) and _contiguous(some_news, fresh):
            yield some_olds, some_news
        else:
            yield from _alone(some_olds, some_news)


def _alone(
    olds: list[PlacedBlock], news: list[PlacedBlock]
) -> Iterator[tuple[list[PlacedBlock], list[PlacedBlock]]]:
    """Each lifeline by itself."""
    by_id = {placed.id: placed for placed in news}
    for placed in olds:
        match = by_id.pop(placed.id, None)
        yield [placed], [match] if match else []
    for placed in by_id.values():
        yield [], [placed]


def _tied(
    history: History, strand: int, olds: list[PlacedBlock], news: list[PlacedBlock]
) -> Iterator[tuple[list[PlacedBlock], list[PlacedBlock]]]:
    """The blocks of a strand in sets that share a lifeline or a word with no other set."""
    was = history.elements_by_line(olds[0].version, strand) if olds else {}
    wordt = history.elements_by_line(news[0].version, strand) if news else {}

    def are_tied(old: PlacedBlock, new: PlacedBlock) -> bool:
        known = old.id in was and new.id in wordt
        return old.id == new.id or (known and not was[old.id].isdisjoint(wordt[new.id]))

    sets: list[tuple[list[PlacedBlock], list[PlacedBlock]]] = [([old], []) for old in olds]
    for new in news:
        mine = [some for some in sets if any(are_tied(old, new) for old in some[0])]
        sets = [some for some in sets if some not in mine]
        joined = [old for some in mine for old in some[0]], [p for some in mine for p in some[1]]
        sets.append((sorted(joined[0], key=_index), sorted([*joined[1], new], key=_index)))
    yield from sets


def _index(placed: PlacedBlock) -> int:
    return placed.index


def _contiguous(blocks: Sequence[PlacedBlock], between: Container[int] = ()) -> bool:
    """Whether blocks of one onderdeel follow one another, but for what may stand between."""
    return all(
        b.onderdeel is a.onderdeel and all(n in between for n in range(a.index + 1, b.index))
        for a, b in pairwise(blocks)
    )
