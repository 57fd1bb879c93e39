"""The words of a paragraph that two texts share, in stretches that were kept, went or came."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from regiovisie.diff.compare import Entry, Op, Slice
from regiovisie.diff.history import PlacedBlock
from regiovisie.export.docx_leden import Leden
from regiovisie.export.docx_regel import Deel, Teken
from regiovisie.model import CELL
from regiovisie.text.slug import split_file_name


def is_one(entry: Entry, leden: Leden) -> bool:
    """Whether a block is the same paragraph in both texts."""
    if entry.verplaatsing or len(entry.old) != 1 or entry.new is None:
        return False
    old, new = entry.old[0], entry.new
    whole = _covers(old, [op.old for op in entry.ops]) and _covers(
        new, [op.new for op in entry.ops]
    )
    return whole and vorm(old, leden) == vorm(new, leden) and _cells_stay(entry)


def _covers(placed: PlacedBlock, slices: Sequence[Slice | None]) -> bool:
    at = 0
    for part in slices:
        if part is None:
            continue
        if part.placed is not placed or part.start != at:
            return False
        at = part.end
    return at == len(placed.block.text)


def vorm(placed: PlacedBlock, leden: Leden) -> object:
    """What a paragraph is in Word: its style, its list, its place in a box."""
    block = placed.block
    frames = [(f.tag, dict(f.attrs).get("class", "")) for f in block.path]
    label = dict(block.path[-1].attrs).get("label", "") if block.kind == "footnote" else ""
    level = block.tag if block.kind == "heading" else ""
    level += placed.onderdeel.slug if level == "h1" else ""
    starts = [dict(f.attrs).get("start", "") for f in block.path if f.tag == "ol"]
    return block.kind, level, block.label, frames, label, starts, id(block) in leden.titels


def _cells_stay(entry: Entry) -> bool:
    return all(CELL not in op.text for op in entry.ops if op.sign != "=")


def delen_of(ops: Sequence[Op], leden: Leden, names: tuple[str, ...]) -> Iterator[Deel]:
    """The stretches of a paragraph; ``names`` are why its markup changed."""
    for op in ops:
        if op.sign == "=" and op.old and op.new and _same_look(op.old, op.new, leden):
            yield _deel("=", op.new, ())
            continue
        if op.sign == "=" and op.new and CELL in op.text:
            # Cells are no words: they stay, and the words round them change.
            yield from _by_cell(op.old, op.new, names)
            continue
        why = names if op.sign == "=" else op.wijzigingen
        if op.sign in "-=" and op.old:
            yield _deel("-", op.old, why)
        if op.sign in "+=" and op.new:
            yield _deel("+", op.new, why)


def _deel(teken: Teken, part: Slice, names: tuple[str, ...]) -> Deel:
    return Deel(teken, part.placed.block, part.start, part.end, names)


def _by_cell(old: Slice | None, new: Slice, names: tuple[str, ...]) -> Iterator[Deel]:
    """Kept words with another look over several cells: per cell the old and the new."""
    olds = list(_cut(old)) if old else []
    for number, (start, end) in enumerate(_cut(new)):
        block = new.placed.block
        if old and number < len(olds):
            first, last = olds[number]
            skip = int(old.placed.block.text[first:last][:1] == CELL)
            if first + skip < last:
                yield Deel("-", old.placed.block, first + skip, last, names)
        first = start + int(block.text[start] == CELL)
        if first > start:
            yield Deel("=", block, start, first)
        if first < end:
            yield Deel("+", block, first, end, names)


def _cut(part: Slice) -> Iterator[tuple[int, int]]:
    """A slice in pieces that each begin with a cell, but the first perhaps."""
    text = part.placed.block.text
    cuts = [at for at in range(part.start, part.end) if text[at] == CELL and at > part.start]
    yield from zip([part.start, *cuts], [*cuts, part.end], strict=True)


def _same_look(old: Slice, new: Slice, leden: Leden) -> bool:
    """Whether kept words have the same markup, links that lead to the same place included."""
    return old.text == new.text and _marks(old, leden) == _marks(new, leden)


def _marks(part: Slice, leden: Leden) -> list[object]:
    block = part.placed.block
    found: list[object] = []
    for mark in block.marks:
        start, end = max(mark.start, part.start), min(mark.end, part.end)
        if start < end and mark.tag not in ("td", "th"):
            about: object = mark.attrs
            if mark.tag == "a":
                about = _target(mark.attr("href"), part.placed, leden.bestanden)
            found.append((start - part.start, end - part.start, mark.tag, about))
    return found


def _target(href: str, placed: PlacedBlock, files: Mapping[int, frozenset[str]]) -> object:
    file, _, anchor = href.partition("#")
    if file and file not in files.get(placed.version, frozenset()):
        return href
    return (split_file_name(file)[1] if file else placed.onderdeel.slug), anchor
