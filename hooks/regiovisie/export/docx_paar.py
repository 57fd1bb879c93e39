"""Two versions as the paragraphs of one Word file with tracked changes.

A block that cannot be shown as one paragraph with changes in it (it became a heading, or moved
and was split) is shown as an old paragraph that went and a new one that came.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regiovisie.diff.compare import Entry
from regiovisie.diff.history import PlacedBlock
from regiovisie.export.docx_delen import delen_of, is_one
from regiovisie.export.docx_grenzen import Reden, groepen, samen
from regiovisie.export.docx_leden import Leden, Lid, frame_key, geheel
from regiovisie.export.docx_tafels import met_hele_tabellen
from regiovisie.herkomst.dossier import Dossier
from regiovisie.herkomst.vergelijking import OnderdeelVergelijking

_GROUPS = ("ul", "ol", "table", "div")
_UNMOVED = ("row", "footnote", "rule")
"""The kinds of blocks of which Word knows no move."""


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
    noted = False
    for groep in groepen(pairs):
        first_note = not noted and _has_note(groep)
        noted = noted or first_note
        # LibreOffice keeps no tracked mark of the paragraph with the first note of a file.
        together = None if first_note or not _regrouped(groep) else samen(groep, leden)
        if together:
            _same_lists(groep, leden)
        apart = (lid for entry, names in groep for lid in _of_entry(entry, names, leden, shown))
        for lid in together or apart:
            leden.add(lid)
    leden.tekst = met_hele_tabellen(leden.tekst, leden)
    return leden


def _regrouped(groep: Sequence[Reden]) -> bool:
    return len(groep) > 1 or (len(groep[0][0].old) > 1 and groep[0][0].new is not None)


def _has_note(groep: Sequence[Reden]) -> bool:
    blocks = (p.block for e, _ in groep for p in (*e.old, *filter(None, [e.new])))
    return any(mark.tag == "footnote-ref" for block in blocks for mark in block.marks)


def _same_lists(groep: Sequence[Reden], leden: Leden) -> None:
    for entry, _ in groep:
        for old in entry.old if entry.new else ():
            assert entry.new is not None
            _same_groups(old, entry.new, leden)


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
    if is_one(entry, leden):
        assert entry.new is not None
        delen = tuple(delen_of(entry.ops, leden, names))
        yield Lid(delen, (entry.old[0], entry.new))
        return
    moved = entry.verplaatsing and entry.placed.block.kind not in _UNMOVED
    for placed in entry.old if not (entry.verplaatsing and entry.new) else ():
        if id(placed) not in shown:
            shown.add(id(placed))
            yield geheel(placed, "<" if moved else "-", names, entry.verplaatsing)
    if entry.new is not None:
        yield geheel(entry.new, ">" if moved else "+", names, entry.verplaatsing)
