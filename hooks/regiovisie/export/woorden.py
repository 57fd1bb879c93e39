"""The words of a change as plain text that can be joined again.

The text of a block holds characters that stand for structure (the start of a table cell, an
image). Here they become white space or nothing, and white space goes before each run::

    Hulp is licht.  →  Hulp is thuis.       ("=", "\\nHulp is") ("-", " licht") ("+", " thuis") …

So texts of runs can be put one behind the other as they are, over all blocks of a document:
a line end stands before the first word of each block.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from regiovisie.diff.compare import Entry, Op
from regiovisie.herkomst.vergelijking import OnderdeelVergelijking
from regiovisie.model import ATOM, CELL


def runs(ops: Iterable[Op]) -> Iterator[tuple[str, str]]:
    """The sign and the text of each op. A run without text is a thing that has no words."""
    for op in ops:
        yield op.sign, _joinable(op)


def _joinable(op: Op) -> str:
    shown = op.new or op.old
    assert shown is not None
    if shown.start == 0:
        return "\n" + without_structure(shown.text.removeprefix(CELL))
    text = without_structure(shown.text)
    return text if text[:1].isspace() or not begins_apart(op) else f" {text}"


def begins_apart(op: Op) -> bool:
    """Whether either version has white space, or the start of a block, before a run."""
    sides = [side for side in (op.old, op.new) if side]
    return any(side.start == 0 or side.text[:1].isspace() for side in sides)


def without_structure(text: str) -> str:
    """Text of a block without the characters that are no words."""
    return text.replace(CELL, " ").replace(ATOM, "")


def wijzigingen_of(onderdeel: OnderdeelVergelijking, entry: Entry) -> tuple[str, ...]:
    """The ids of the wijzigingen that an entry comes from: of its words, then of what else
    happened to it."""
    of_words = [name for op in (*entry.ops, *entry.binnen) for name in op.wijzigingen]
    of_places = [n for plek in onderdeel.plekken if plek.entry is entry for n in plek.wijzigingen]
    return tuple(dict.fromkeys([*of_words, *of_places]))
