"""A comparison as JSON: every block of both texts in reading order, one a line.

::

    {"old": "0.1", "new": "0.2", "blocks": [
      {"kind": "paragraph", "status": "gewijzigd",
       "onderdeel_old": "uitgangspunten", "onderdeel_new": "uitgangspunten",
       "levenslijn": "l-4kq2ab",
       "ops": [["=", "\\nHulp is zo"], ["-", " licht"], ["+", " thuis"], ["=", " mogelijk."]],
       "wijzigingen": ["W-001"], "meldingen": []}]}

Joining the texts of ``=`` and ``-`` over all blocks gives the words of the old text, of ``=``
and ``+`` those of the new. ``onderdeel_old`` and ``onderdeel_new`` are null for a block that
the version does not have there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TypedDict

from regiovisie.diff.compare import Entry, Op, Status
from regiovisie.export.woorden import runs, wijzigingen_of
from regiovisie.herkomst.vergelijking import Vergelijking
from regiovisie.model import Kind


class MeldingJson(TypedDict):
    """A change besides words."""

    soort: str
    woorden: str
    tekst: str


class MoveJson(TypedDict, total=False):
    """What only the two ends of a move have."""

    verplaatsing: str
    """The same at both ends of one move."""
    binnen: list[list[str]]
    """What changed inside the block on the way; the same at both ends."""


class BlockJson(MoveJson):
    """One block."""

    kind: Kind
    status: Status
    onderdeel_old: str | None
    onderdeel_new: str | None
    levenslijn: str
    ops: list[list[str]]
    wijzigingen: list[str]
    meldingen: list[MeldingJson]


class VergelijkingJson(TypedDict):
    """A pair of texts."""

    old: str
    new: str
    blocks: list[BlockJson]


def vergelijking_json(vergelijking: Vergelijking) -> str:
    """The comparison as JSON text, with each block on a line of its own."""
    tree = vergelijking_tree(vergelijking)
    blocks = ",\n".join(f"  {_dumped(block)}" for block in tree["blocks"])
    listed = f"[\n{blocks}\n]" if blocks else "[]"
    return f'{{"old": {_dumped(tree["old"])}, "new": {_dumped(tree["new"])}, "blocks": {listed}}}'


def vergelijking_tree(vergelijking: Vergelijking) -> VergelijkingJson:
    """The comparison as values that JSON knows."""
    return {
        "old": vergelijking.van,
        "new": vergelijking.naar,
        "blocks": list(_blocks(vergelijking)),
    }


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _blocks(vergelijking: Vergelijking) -> Iterator[BlockJson]:
    inside = {
        entry.verplaatsing: entry.binnen
        for onderdeel in vergelijking.onderdelen
        for entry in onderdeel.entries
        if entry.verplaatsing and entry.new
    }
    for onderdeel in vergelijking.onderdelen:
        for entry in onderdeel.entries:
            block = _block(entry, wijzigingen_of(onderdeel, entry))
            if entry.verplaatsing:
                block["verplaatsing"] = entry.verplaatsing
                block["binnen"] = _ops(inside.get(entry.verplaatsing, ()))
            yield block


def _block(entry: Entry, wijzigingen: Iterable[str]) -> BlockJson:
    # The new end of a move knows where its words came from; its own words are only there.
    is_new_end = bool(entry.verplaatsing) and entry.new is not None
    old = entry.old[0].onderdeel.slug if entry.old and not is_new_end else None
    return {
        "kind": entry.placed.block.kind,
        "status": entry.status,
        "onderdeel_old": old,
        "onderdeel_new": entry.new.onderdeel.slug if entry.new else None,
        "levenslijn": entry.levenslijn,
        "ops": _ops(entry.ops),
        "wijzigingen": list(wijzigingen),
        "meldingen": [
            {"soort": m.soort, "woorden": m.woorden, "tekst": m.tekst} for m in entry.meldingen
        ],
    }


def _ops(ops: Iterable[Op]) -> list[list[str]]:
    return [list(run) for run in runs(ops)]
