"""Paragraphs that were split or joined, as Word tracks it: the mark between two of them.

    old   De hulp is thuis. Zij is licht.¶          De hulp is thuis. [¶ came]
    new   De hulp is thuis.¶ Zij is licht.¶         Zij is licht. ¶

Both texts are read along together; where a block of one of them ends, a paragraph ends, and
its mark went, came, or stayed where both end. A mark that is not in a text joins what is before
it with what comes after (ISO/IEC 29500-1, 17.13.5.15 and 17.13.5.20).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from regiovisie.diff.compare import Entry, Op, Slice
from regiovisie.diff.history import PlacedBlock
from regiovisie.export.docx_delen import delen_of, vorm
from regiovisie.export.docx_leden import Leden, Lid, frame_key
from regiovisie.export.docx_regel import Deel, Teken

Reden = tuple[Entry, tuple[str, ...]]
"""An entry, with the wijzigingen that it is about."""
_ALINEAS = ("paragraph", "item", "term", "definition")
"""The kinds of blocks that can be split and joined and stay what they are."""


def groepen(entries: Sequence[Reden]) -> Iterator[Sequence[Reden]]:
    """The entries in order, those together that share old blocks and what stands between them."""
    start = 0
    for first, last in _vensters(entries):
        yield from ((pair,) for pair in entries[start:first])
        yield entries[first : last + 1]
        start = last + 1
    yield from ((pair,) for pair in entries[start:])


def _vensters(entries: Sequence[Reden]) -> Iterator[tuple[int, int]]:
    """The first and the last place of each such group, none within another."""
    places: dict[int, list[int]] = defaultdict(list)
    for at, (entry, _) in enumerate(entries):
        if entry.new is not None and not entry.verplaatsing:
            for placed in entry.old:
                places[id(placed)].append(at)
        elif not entry.verplaatsing:
            places[id(entry.old[0])].append(at)
    spans = [(ats[0], ats[-1]) for ats in places.values() if ats[0] < ats[-1]]
    spans += [(at, at) for at, (e, _) in enumerate(entries) if len(e.old) > 1 and e.new]
    merged: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(last, merged[-1][1])
        else:
            merged.append((first, last))
    yield from merged


def samen(groep: Sequence[Reden], leden: Leden) -> list[Lid] | None:
    """A group as paragraphs with tracked marks; None where it cannot be told in that way."""
    olds = _eenmaal([placed for entry, _ in groep for placed in entry.old])
    news = [entry.new for entry, _ in groep if entry.new is not None]
    if any(entry.verplaatsing for entry, _ in groep) or not _alike([*olds, *news], leden):
        return None
    ops = [(op, names) for entry, names in groep for op in entry.ops]
    if not (_reads(olds, [op.old for op, _ in ops]) and _reads(news, [op.new for op, _ in ops])):
        return None
    if len({_lists(placed) for placed in olds}) > 1 or len({_lists(placed) for placed in news}) > 1:
        return None
    return _Samenloop(leden).leden_of(ops)


def _eenmaal(placed: Sequence[PlacedBlock]) -> list[PlacedBlock]:
    return list({id(one): one for one in placed}.values())


def _alike(placed: Sequence[PlacedBlock], leden: Leden) -> bool:
    """Whether all are the same in Word but for their words: then any mark may go or come."""
    shapes = [vorm(one, leden) for one in placed]
    kinds = {one.block.kind for one in placed}
    return kinds <= {*_ALINEAS} and all(shape == shapes[0] for shape in shapes)


def _lists(placed: PlacedBlock) -> tuple[object, ...]:
    """The lists that a block stands in: items of two lists count apart."""
    return tuple(frame_key(placed, f) for f in placed.block.path if f.tag in ("ul", "ol", "dl"))


def _reads(placed: Sequence[PlacedBlock], slices: Sequence[Slice | None]) -> bool:
    """Whether the slices are these blocks from the first character to the last, in order."""
    told = [(id(s.placed), at) for s in slices if s for at in range(s.start, s.end)]
    return told == [(id(one), at) for one in placed for at in range(len(one.block.text))]


def _parts(op: Op, names: tuple[str, ...]) -> Iterator[Op]:
    """Kept words apart from the white space before them that only one of the texts has.

    It comes after the mark: LibreOffice can lose a mark that a comment stands before.
    """
    old, new = op.old, op.new
    if op.sign != "=" or old is None or new is None or old.text == new.text:
        yield op
        return
    spaces = [len(part.text) - len(part.text.lstrip()) for part in (old, new)]
    gone, come = (
        replace(part, end=part.start + n) for part, n in zip((old, new), spaces, strict=True)
    )
    if spaces[0]:
        yield Op("-", gone, None, wijzigingen=names)
    if spaces[1]:
        yield Op("+", None, come, wijzigingen=names)
    yield replace(op, old=replace(old, start=gone.end), new=replace(new, start=come.end))


@dataclass
class _Samenloop:
    """Two texts read along together, as far as they have come."""

    leden: Leden
    found: list[Lid] = field(default_factory=list)
    delen: list[Deel] = field(default_factory=list)
    oud: PlacedBlock | None = None
    """The old block that has ended while its mark has not been written."""
    nieuw: PlacedBlock | None = None

    def leden_of(self, ops: Sequence[tuple[Op, tuple[str, ...]]]) -> list[Lid]:
        """The paragraphs."""
        for op, names in ops:
            if op.old and self.oud:
                self._end("-", self.oud)
            if op.new and self.nieuw:
                self._end("+", self.nieuw)
            self.delen += delen_of([*_parts(op, names)], self.leden, names)
            self.oud = _ended(op.old) or self.oud
            self.nieuw = _ended(op.new) or self.nieuw
            if self.oud and self.nieuw:
                self._end("=", self.oud, self.nieuw)
        if self.oud:
            self._end("-", self.oud)
        if self.nieuw:
            self._end("+", self.nieuw)
        return self.found

    def _end(self, teken: Teken, *placed: PlacedBlock) -> None:
        self.found.append(Lid(tuple(self.delen), placed, teken))
        self.delen = []
        self.oud = None if teken in "-=" else self.oud
        self.nieuw = None if teken in "+=" else self.nieuw


def _ended(part: Slice | None) -> PlacedBlock | None:
    return part.placed if part and part.end == len(part.placed.block.text) else None
