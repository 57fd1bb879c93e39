"""What a Word file is made of, in order: each paragraph or row with its changed stretches.

    De hulp is licht → thuis.   one `Lid`: "=" De hulp is, "-" licht, "+" thuis, "=" .

A block that cannot be shown as one paragraph with changes in it (it was split, joined, or
became a heading) is shown as an old paragraph that went and a new one that came.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from regiovisie.diff.compare import Entry, Op, Slice
from regiovisie.diff.history import PlacedBlock
from regiovisie.export.docx_regel import Deel, Teken
from regiovisie.herkomst.dossier import Dossier
from regiovisie.herkomst.vergelijking import OnderdeelVergelijking
from regiovisie.model import CELL, Block, Frame
from regiovisie.text.slug import split_file_name

FrameKey = tuple[str, str, int]
_GROUPS = ("ul", "ol", "table", "div")


@dataclass(frozen=True, slots=True)
class Lid:
    """One paragraph or row."""

    delen: tuple[Deel, ...]
    placed: tuple[PlacedBlock, ...]
    """The block in the old text, then that in the new, as far as it is there."""
    einde: Teken = "="
    """Whether the paragraph itself came or went."""
    verplaatsing: str = ""

    @property
    def eerste(self) -> PlacedBlock:
        """The block that says what kind of paragraph it is: the newest."""
        return self.placed[-1]

    @property
    def block(self) -> Block:
        """The same without its place."""
        return self.eerste.block

    def only(self, teken: Teken) -> Lid | None:
        """The old (``-``) or the new (``+``) block as a whole; None where there is none."""
        wanted = [p for p in self.placed if any(d.block is p.block for d in self.delen)]
        if self.einde in "-<":
            wanted = wanted if teken == "-" else []
        elif self.einde in "+>":
            wanted = wanted if teken == "+" else []
        elif len(self.placed) == 2:
            wanted = [self.placed[0 if teken == "-" else 1]]
        names = tuple(dict.fromkeys(n for d in self.delen for n in d.wijzigingen))
        return _whole(wanted[0], teken, names) if wanted else None


@dataclass
class Leden:
    """All of a file."""

    tekst: list[Lid] = field(default_factory=list)
    noten: list[Lid] = field(default_factory=list)
    plek: dict[int, PlacedBlock] = field(default_factory=dict)
    """Identity of a block → where it stands."""
    bestanden: dict[int, frozenset[str]] = field(default_factory=dict)
    """Version → its file names."""
    titels: set[int] = field(default_factory=set)
    """Identities of the blocks that are the title of a box."""
    van: int | None = None
    """The old version of a pair."""
    same: dict[FrameKey, FrameKey] = field(default_factory=dict)
    """List or table of the old text → the same one in the new."""

    def key_of(self, placed: PlacedBlock, frame: Frame) -> FrameKey:
        """What tells a list or a table apart from others, in both texts."""
        key = frame_key(placed, frame)
        return self.same.get(key, key)

    def know(self, blocks: Sequence[PlacedBlock]) -> None:
        """Take note of the blocks of a version."""
        seen: set[FrameKey] = set()
        names: set[str] = set()
        for placed in blocks:
            self.plek[id(placed.block)] = placed
            names.add(placed.onderdeel.bestand)
            for frame in placed.block.path:
                classes = dict(frame.attrs).get("class", "").split()
                key = frame_key(placed, frame)
                if frame.tag == "div" and classes[:1] == ["admonition"] and key not in seen:
                    self.titels.add(id(placed.block))
                seen.add(key)
        if blocks:
            self.bestanden[blocks[0].version] = frozenset(names)

    def add(self, lid: Lid) -> None:
        """One more paragraph, in the text or among the notes."""
        (self.noten if lid.block.kind == "footnote" else self.tekst).append(lid)


def frame_key(placed: PlacedBlock, frame: Frame) -> FrameKey:
    """What tells a container apart from all others."""
    return str(placed.version), placed.onderdeel.slug, frame.key


def leden_of_version(dossier: Dossier, versie: str) -> Leden:
    """One version: nothing changed."""
    leden = Leden()
    blocks = dossier.history.blocks[dossier.index(versie)]
    leden.know(blocks)
    for placed in blocks:
        leden.add(Lid((Deel("=", placed.block, 0, len(placed.block.text)),), (placed,)))
    return leden


def leden_of_pair(dossier: Dossier, van: str, naar: str) -> Leden:
    """Two versions: what changed between them."""
    leden = Leden(van=dossier.index(van))
    for version in (dossier.index(van), dossier.index(naar)):
        leden.know(dossier.history.blocks[version])
    shown: set[int] = set()
    pairs = [
        (entry, names)
        for onderdeel in dossier.vergelijking(van, naar).onderdelen
        for entry, names in _with_names(onderdeel)
    ]
    for entry, _ in pairs:
        if len(entry.old) == 1 and entry.new is not None and not entry.verplaatsing:
            _same_groups(entry.old[0], entry.new, leden)
    for entry, names in pairs:
        for lid in _of_entry(entry, names, leden, shown):
            leden.add(lid)
    return leden


def _with_names(onderdeel: OnderdeelVergelijking) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    """Each entry with the wijzigingen that have a place in it."""
    names: dict[int, list[str]] = {}
    for plek in onderdeel.plekken:
        names.setdefault(id(plek.entry), []).extend(plek.wijzigingen)
    for entry in onderdeel.entries:
        ops = (name for op in (*entry.ops, *entry.binnen) for name in op.wijzigingen)
        yield entry, tuple(dict.fromkeys([*names.get(id(entry), []), *ops]))


def _same_groups(old: PlacedBlock, new: PlacedBlock, leden: Leden) -> None:
    """The lists and tables of a block in both texts are the same ones."""
    olds = [frame for frame in old.block.path if frame.tag in _GROUPS]
    news = [frame for frame in new.block.path if frame.tag in _GROUPS]
    if [frame.tag for frame in olds] != [frame.tag for frame in news]:
        return
    for one, other in zip(olds, news, strict=True):
        leden.same.setdefault(frame_key(old, one), frame_key(new, other))


def _of_entry(entry: Entry, names: tuple[str, ...], leden: Leden, shown: set[int]) -> Iterator[Lid]:
    if _is_one(entry, leden):
        assert entry.new is not None
        delen = tuple(_delen(entry.ops, leden, names))
        yield Lid(delen, (entry.old[0], entry.new))
        return
    moved = entry.verplaatsing and entry.placed.block.kind not in ("row", "footnote")
    for placed in entry.old if not (entry.verplaatsing and entry.new) else ():
        if id(placed) not in shown:
            shown.add(id(placed))
            yield _whole(placed, "<" if moved else "-", names, entry.verplaatsing)
    if entry.new is not None:
        yield _whole(entry.new, ">" if moved else "+", names, entry.verplaatsing)


def _whole(
    placed: PlacedBlock, teken: Teken, names: tuple[str, ...], verplaatsing: str = ""
) -> Lid:
    deel = Deel(teken, placed.block, 0, len(placed.block.text), names)
    return Lid((deel,), (placed,), teken, verplaatsing)


# --- one paragraph with changes in it


def _is_one(entry: Entry, leden: Leden) -> bool:
    """Whether a block is the same paragraph in both texts."""
    if entry.verplaatsing or len(entry.old) != 1 or entry.new is None:
        return False
    old, new = entry.old[0], entry.new
    whole = _covers(old, [op.old for op in entry.ops]) and _covers(
        new, [op.new for op in entry.ops]
    )
    return whole and _shape(old, leden) == _shape(new, leden) and _cells_stay(entry)


def _covers(placed: PlacedBlock, slices: Sequence[Slice | None]) -> bool:
    at = 0
    for part in slices:
        if part is None:
            continue
        if part.placed is not placed or part.start != at:
            return False
        at = part.end
    return at == len(placed.block.text)


def _shape(placed: PlacedBlock, leden: Leden) -> object:
    block = placed.block
    frames = [(f.tag, dict(f.attrs).get("class", "")) for f in block.path]
    label = dict(block.path[-1].attrs).get("label", "") if block.kind == "footnote" else ""
    level = block.tag if block.kind == "heading" else ""
    level += placed.onderdeel.slug if level == "h1" else ""
    starts = [dict(f.attrs).get("start", "") for f in block.path if f.tag == "ol"]
    return block.kind, level, block.label, frames, label, starts, id(block) in leden.titels


def _cells_stay(entry: Entry) -> bool:
    return all(CELL not in op.text for op in entry.ops if op.sign != "=")


def _delen(ops: Sequence[Op], leden: Leden, names: tuple[str, ...]) -> Iterator[Deel]:
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
