"""A comparison to read in a terminal: what changed, block by block, and nothing else.

::

    2 Uitgangspunten
    ================

    ## Nabij

    Hulp is zo [-licht-] {+thuis+} mogelijk. (W-001)

    1 onderdeel met verschillen, 1 plek: 1 woord erbij, 1 woord eraf.

Of the blocks that are shown, dropping what stands in ``{+…+}`` leaves the old words, dropping
``[-…-]`` the new. What is told in words stands on lines of its own that begin with an arrow.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from regiovisie.diff.compare import Entry, Op
from regiovisie.diff.history import PlacedBlock
from regiovisie.export.woorden import begins_apart
from regiovisie.herkomst.plekken import Plek, stretches
from regiovisie.herkomst.vergelijking import OnderdeelVergelijking, Vergelijking
from regiovisie.model import ATOM, CELL, Block

GEEN_VERSCHIL = "Geen verschil."
_MARKS = {"-": ("[-", "-]"), "+": ("{+", "+}")}
_THINGS = {"img": "(afbeelding)", "hr": "———", "input": "(vakje)"}
_TOLD = {
    "gesplitst": "Gesplitst: in de oude tekst hoort dit bij één blok.",
    "samengevoegd": "Samengevoegd uit meer blokken van de oude tekst.",
    "hersteld": "Teruggekomen: dit was eerder vervallen.",
}


def vergelijking_tekst(vergelijking: Vergelijking) -> str:
    """The comparison as text; one sentence where nothing differs."""
    changed = [o for o in vergelijking.onderdelen if o.status != "gelijk"]
    if not changed:
        return GEEN_VERSCHIL
    head = f"Van:  {vergelijking.van}\nNaar: {vergelijking.naar}"
    ends = _move_ends(vergelijking.onderdelen)
    parts = [head, *(_onderdeel(o, ends) for o in changed), summary(vergelijking)]
    return "\n\n".join(parts)


@dataclass(frozen=True, slots=True)
class _Ends:
    """Where a moved block stood and stands."""

    was: PlacedBlock
    wordt: PlacedBlock


def _move_ends(onderdelen: Iterable[OnderdeelVergelijking]) -> Mapping[str, _Ends]:
    return {
        entry.verplaatsing: _Ends(entry.old[0], entry.new)
        for onderdeel in onderdelen
        for entry in onderdeel.entries
        if entry.verplaatsing and entry.new
    }


# --- one onderdeel


def _onderdeel(onderdeel: OnderdeelVergelijking, ends: Mapping[str, _Ends]) -> str:
    title = " ".join(filter(None, (onderdeel.nummer, onderdeel.titel, _what_happened(onderdeel))))
    parts = [f"{title}\n{'=' * len(title)}"]
    heading: Entry | None = None
    for entry in onderdeel.entries:
        if entry.placed.block.kind == "heading" and entry.placed.block.tag != "h1":
            heading = entry
        if entry.status == "gelijk":
            continue
        # Footnotes stand at the end of the file: they are under no heading.
        is_note = entry.placed.block.kind == "footnote"
        if heading is not None and heading.status == "gelijk" and not is_note:
            parts.append(_line(heading.placed.block, heading.ops))
        heading = None
        parts.append(_block(entry, onderdeel.plekken, ends))
    return "\n\n".join(parts)


def _what_happened(onderdeel: OnderdeelVergelijking) -> str:
    if onderdeel.status in ("nieuw", "vervallen"):
        return f"({onderdeel.status})"
    renumbered = onderdeel.nummer_was != onderdeel.nummer and onderdeel.nummer_was
    return f"(eerst {onderdeel.nummer_was})" if renumbered else ""


def _block(entry: Entry, plekken: Sequence[Plek], ends: Mapping[str, _Ends]) -> str:
    mine = [plek for plek in plekken if plek.entry is entry]
    told = [*_told_of_block(entry, mine, ends), *_told_of_markup(entry, mine)]
    return "\n".join([_line(entry.placed.block, entry.ops), *(f"  → {line}" for line in told)])


def _told_of_block(
    entry: Entry, plekken: Sequence[Plek], ends: Mapping[str, _Ends]
) -> Iterator[str]:
    """What happened to the block as a whole."""
    if entry.verplaatsing in ends:
        move = ends[entry.verplaatsing]
        if entry.new is None:
            yield f"Verplaatst naar {_place(move.wordt, move.was)}."
        else:
            yield f"Verplaatst vanuit {_place(move.was, move.wordt)}."
            if entry.changed_ops:
                yield f"Daarin gewijzigd: {_marked(entry.binnen)}"
    if entry.status in _TOLD:
        causes = [name for p in plekken if p.soort == entry.status for name in p.wijzigingen]
        yield _TOLD[entry.status] + _because(causes)


def _told_of_markup(entry: Entry, plekken: Sequence[Plek]) -> Iterator[str]:
    """A link that leads elsewhere, emphasis, another level."""
    for melding in entry.meldingen:
        about = (melding.soort, melding.woorden)
        causes = [n for p in plekken if (p.soort, p.wordt) == about for n in p.wijzigingen]
        yield melding.tekst + _because(causes)


def _place(there: PlacedBlock, here: PlacedBlock) -> str:
    if there.onderdeel.slug == here.onderdeel.slug:
        return "een andere plek in dit onderdeel"
    return f"‘{' '.join(filter(None, (there.onderdeel.nummer, there.onderdeel.titel)))}’"


def _because(wijzigingen: Iterable[str]) -> str:
    names = tuple(dict.fromkeys(wijzigingen))
    return f" ({', '.join(names)})" if names else ""


# --- words


def _line(block: Block, ops: Sequence[Op]) -> str:
    """The words of a block behind the mark that Markdown has for its kind."""
    return _prefix(block) + _marked(ops)


def _prefix(block: Block) -> str:
    match block.kind:
        case "heading":
            return f"{'#' * int(block.tag[1])} "
        case "item":
            return "- "
        case "definition":
            return ": "
        case "footnote":
            return "Voetnoot: "
    return ""


def _marked(ops: Sequence[Op]) -> str:
    """The words of a block with the changed ones marked, and after each change its causes."""
    ends = {last: first for first, last in stretches(ops)}
    parts: list[str] = []
    for index in range(len(ops) + 1):
        if index in ends:
            changed = ops[ends[index] : index]
            parts.append(_because(name for op in changed for name in op.wijzigingen))
        if index < len(ops):
            parts.append(_marked_op(ops[index]))
    return "".join(parts).strip()


def _marked_op(op: Op) -> str:
    text = _visible(op)
    if op.sign == "=":
        return text if text[:1].isspace() or not begins_apart(op) else f" {text}"
    core = text.strip()
    before, after = _MARKS[op.sign]
    return f" {before}{core}{after}" if text[:1].isspace() else f"{before}{core}{after}"


def _visible(op: Op) -> str:
    """The text of an op; cells open with a bar, things without words have a name."""
    shown = op.old if op.sign == "-" else op.new
    assert shown is not None
    block, start = shown.placed.block, shown.start
    named = re.sub(ATOM, lambda found: _thing(block, start + found.start()), shown.text)
    return named.replace(CELL, " | ").replace("  ", " ")


def _thing(block: Block, at: int) -> str:
    for mark in block.marks:
        if mark.start == at and mark.end == at + 1 and block.text[at] == ATOM:
            if mark.tag == "footnote-ref":
                return f"[^{mark.attr('label')}]"
            if mark.tag in _THINGS:
                return _THINGS[mark.tag]
    return ""


# --- the last line


def summary(vergelijking: Vergelijking) -> str:
    """What changed, counted, in one sentence; and which wijzigingen left nothing."""
    changed = sum(o.status != "gelijk" for o in vergelijking.onderdelen)
    if not changed:
        return GEEN_VERSCHIL
    telling = vergelijking.telling
    where = _count(changed, "onderdeel met verschillen", "onderdelen met verschillen")
    places = _count(telling.plekken, "plek", "plekken")
    counted = f"{where}, {places}: {', '.join(_counts(vergelijking))}."
    if not vergelijking.weggevallen:
        return counted
    gone = ", ".join(vergelijking.weggevallen)
    return f"Hiervan is tussen deze twee niets meer te zien: {gone}.\n{counted}"


def _counts(vergelijking: Vergelijking) -> Iterator[str]:
    telling = vergelijking.telling
    yield _count(telling.toegevoegd, "woord erbij", "woorden erbij")
    yield _count(telling.vervallen, "woord eraf", "woorden eraf")
    if telling.verplaatst:
        yield _count(telling.verplaatst, "blok verplaatst", "blokken verplaatst")
    if vergelijking.wijzigingen and telling.zonder_herkomst:
        yield _count(telling.zonder_herkomst, "plek zonder herkomst", "plekken zonder herkomst")


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
