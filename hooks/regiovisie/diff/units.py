"""What became of each block of one version in another.

Most blocks are the same in both, and are paired without looking at a word. The others are
units: blocks of one strand that are shown together.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, repeat

from regiovisie.diff.compare import (
    Entry,
    EntryBuilder,
    Status,
    cut_runs,
    entry_edits,
    op_of,
    same_entry,
)
from regiovisie.diff.history import History, PlacedBlock
from regiovisie.diff.meldingen import meldingen_of
from regiovisie.diff.pages import starts
from regiovisie.diff.reunite import reunite
from regiovisie.diff.walk import walk_strand
from regiovisie.diff.words import EntryEdits, WordEdit
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
    def is_block(self) -> bool:
        """Whether it is one block in both versions, and nothing was split from it or joined."""
        if not len(self.olds) == len(self.news) == 1:
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
        """The words of its blocks as runs."""
        return tuple(edit for words in self.by_entry for edit in words.edits)

    @property
    def by_entry(self) -> tuple[EntryEdits, ...]:
        """The words of each of its entries.

        Remembered: two wordings of a block meet in many pairs of versions.
        """
        readings = self._history.readings
        was = readings[self.olds[0].version].since.get(self.strand, -1) if self.olds else -1
        wordt = readings[self.news[0].version].since.get(self.strand, -1) if self.news else -1
        lines: tuple[str, ...] = ()
        if self.strand in self._history.families:
            lines = (*(p.id for p in self.olds), "", *(p.id for p in self.news))
        key = (self.strand, was, wordt, self._is_far, lines)
        known = self._history.edits.get(key)
        if known is None:
            known = self._history.edits[key] = tuple(self._found())
        return known

    @property
    def sides(self) -> Iterator[tuple[tuple[PlacedBlock, ...], PlacedBlock | None]]:
        """The old blocks and the new block of each of its entries."""
        for words in self.by_entry:
            olds = tuple(self.olds[n] for n in words.olds)
            yield olds, None if words.new is None else self.news[words.new]

    @property
    def _is_far(self) -> bool:
        both = self.olds and self.news
        return bool(both) and self.news[0].version - self.olds[0].version > 1

    def _found(self) -> Iterator[EntryEdits]:
        runs = walk_strand(self._history, self.strand, self.olds, self.news)
        for mine in [runs] if self.is_block else cut_runs(runs):
            yield entry_edits(mine, self.olds, self.news)

    def _made(self) -> Iterator[Entry]:
        if not self.is_block:
            builder = EntryBuilder(
                self._history, self._van, self.strand, self.olds, self.news, self.by_entry
            )
            yield from builder.entries()
            return
        old, new = self.olds[0], self.news[0]
        if old.block.text == new.block.text:
            yield same_entry(old, new, self.strand)
        else:
            yield self._single(old, new)

    def _single(self, old: PlacedBlock, new: PlacedBlock) -> Entry:
        ops = tuple(op_of(edit, self.olds, self.news) for edit in self.edits)
        kept = [(op.old, op.new) for op in ops if op.sign == "="]
        meldingen = meldingen_of((old,), new, kept)
        status: Status = "opmaak" if meldingen else "gelijk"
        if len(kept) < len(ops):
            status = "gewijzigd"
        return Entry(status, (old,), new, ops, self.strand, meldingen=meldingen)


@dataclass(slots=True)
class Changes:
    """What became of the blocks of one version in another, in indices of blocks.

    Every old block is in ``same``, in a unit or in ``gone``, and in one of them only; every new
    block in ``same``, in a unit or in ``come``.
    """

    same: list[int]
    """For each old block the new block that it is, word for word, or -1."""
    units: list[Unit] = field(default_factory=list)
    """What changed and stands in both; and of strands with several lifelines, blocks that only
    one version has."""
    gone: list[int] = field(default_factory=list)
    """The other old blocks, in order."""
    come: list[int] = field(default_factory=list)
    """The other new blocks, in order."""


def compare_units(history: History, van: int, naar: int) -> Changes:
    """What became of the blocks of one version in another."""
    was, wordt = history.readings[van], history.readings[naar]
    changes = Changes(list(map(wordt.places.get, was.contents, repeat(-1))))
    far = naar - van > 1
    if far:
        _settle_pages(history, van, naar, changes.same)
    taken = set(changes.same)
    left_old = [i for i, j in enumerate(changes.same) if j < 0]
    left_new = [j for j in range(len(wordt.strands)) if j not in taken]
    _add_single(history, (van, naar), (left_old, left_new), changes)
    if history.families:
        _add_families(history, (van, naar), (left_old, left_new), changes)
    if far:
        _reunite(history, van, naar, changes)
    return changes


Left = tuple[Sequence[int], Sequence[int]]
"""The old and the new blocks that are not the same as any."""


def _add_single(history: History, versions: tuple[int, int], left: Left, changes: Changes) -> None:
    """Add the blocks of strands that never have more than one in a version."""
    was, wordt = (history.readings[version].strands for version in versions)
    there, here = (history.blocks[version] for version in versions)
    families = history.families
    come_of = {wordt[j]: j for j in left[1] if wordt[j] not in families}
    for i in left[0]:
        strand = was[i]
        if strand in come_of:
            pair = [there[i]], [here[come_of.pop(strand)]]
            changes.units.append(Unit(history, versions[0], strand, *pair))
        elif strand not in families:
            changes.gone.append(i)
    changes.come += come_of.values()


def _add_families(
    history: History, versions: tuple[int, int], left: Left, changes: Changes
) -> None:
    """Add the blocks of strands with several lifelines, by strand."""
    there, here = (history.blocks[version] for version in versions)
    olds, news = (_by_family(history, *side) for side in zip(versions, left, strict=True))
    fresh = _fresh(history, versions, left)
    for strand in sorted(olds.keys() | news.keys()):
        some_olds = [there[i] for i in olds.get(strand, ())]
        some_news = [here[j] for j in news.get(strand, ())]
        for one, other in _together(history, strand, some_olds, some_news, fresh):
            if _texts(one) == _texts(other):
                for old, new in zip(one, other, strict=True):
                    changes.same[old.index] = new.index
            elif len(one) + len(other) > 1:
                changes.units.append(Unit(history, versions[0], strand, one, other))
            else:
                changes.gone += [placed.index for placed in one]
                changes.come += [placed.index for placed in other]
    changes.gone.sort()
    changes.come.sort()


def _by_family(history: History, version: int, left: Sequence[int]) -> dict[int, list[int]]:
    """Strand with several lifelines → those of its blocks that are left."""
    strands = history.readings[version].strands
    found: dict[int, list[int]] = {}
    for index in left:
        if strands[index] in history.families:
            found.setdefault(strands[index], []).append(index)
    return found


def _settle_pages(history: History, van: int, naar: int, same: list[int]) -> None:
    """Pair the blocks of each onderdeel that reads the same in both versions, one by one.

    Whatever happened between, nothing in it changed; by their lifelines alone, blocks that
    stand in it twice might have changed places.
    """
    was, wordt = history.wordings(van), history.wordings(naar)
    new_pages = dict(_pages(history.teksten[naar]))
    for slug, olds in _pages(history.teksten[van]):
        news = new_pages.get(slug, range(0))
        if was[olds.start : olds.stop] != wordt[news.start : news.stop]:
            continue
        if same[olds.start : olds.stop] != list(news):
            same[:] = [-1 if j in news else j for j in same]
            same[olds.start : olds.stop] = news


def _pages(tekst: Tekst) -> Iterator[tuple[str, range]]:
    """Each onderdeel with the indices of its blocks."""
    for start, onderdeel in zip(starts(tekst), tekst.onderdelen, strict=True):
        yield onderdeel.slug, range(start, start + len(onderdeel.blocks))


def _reunite(history: History, van: int, naar: int, changes: Changes) -> None:
    """Find among the blocks that only one version has those that are one, though their
    lifelines differ: these are the same."""
    was, wordt = history.wordings(van), history.wordings(naar)
    both = {was[i] for i in changes.gone}.intersection([wordt[j] for j in changes.come])
    if not both:
        return
    there, here = history.blocks[van], history.blocks[naar]
    partner = {-1: -1, len(was): len(wordt)}
    partner |= {i: j for i, j in enumerate(changes.same) if j >= 0}
    partner |= {u.olds[0].index: u.news[0].index for u in changes.units if u.olds and u.news}
    old_strand, new_strand = (history.readings[v].strands.__getitem__ for v in (van, naar))
    gone = sorted((i for i in changes.gone if was[i] in both), key=old_strand)
    come = sorted((j for j in changes.come if wordt[j] in both), key=new_strand)
    for old, new in reunite(partner, [there[i] for i in gone], [here[j] for j in come]):
        changes.same[old.index] = new.index
        changes.gone.remove(old.index)
        changes.come.remove(new.index)


def _texts(blocks: Sequence[PlacedBlock]) -> list[str]:
    return [placed.block.text for placed in blocks]


def _fresh(history: History, versions: tuple[int, int], left: Left) -> frozenset[int]:
    """The indices of new blocks that nothing of the old version can be."""
    was, wordt = (history.wordings(version) for version in versions)
    van, naar = (history.readings[version].strands for version in versions)
    gone = {was[i] for i in left[0]}
    strands = {van[i] for i in left[0]}
    return frozenset(j for j in left[1] if naar[j] not in strands and wordt[j] not in gone)


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
