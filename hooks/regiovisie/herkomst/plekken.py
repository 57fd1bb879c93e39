"""The places of a comparison: each change as a reader points at it.

A place is a stretch of changed words in one block, or something that happened to the block
besides words. It has an address made from its content alone, so that a link to it holds
when the site is rebuilt, a version is added, or the paragraph next to it changes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from regiovisie.diff.compare import Entry, Op
from regiovisie.herkomst.changes import entry_gebeurtenissen
from regiovisie.model import ATOM, CELL

CELL_BORDER = " | "
"""What stands between the cells of a table row in words about it."""

Plaatssoort = Literal["tekst", "verplaatst", "gesplitst", "samengevoegd", "koppeling", "opmaak"]


CauseOfEvent = Callable[[tuple[str, str]], tuple[str, ...]]
"""Key of a change besides words → ids of the wijzigingen that claim it."""


@dataclass(frozen=True, slots=True)
class Plek:
    """One place where something changed."""

    anker: str
    soort: Plaatssoort
    entry: Entry
    first: int
    last: int
    """Which ops of the entry (of its ``binnen`` when it moved) it spans; both 0 without words."""
    was: str
    wordt: str
    wijzigingen: tuple[str, ...]
    zonder_herkomst: bool
    """Whether a change that needs a cause has none."""
    toelichting: str = ""
    """For a change besides words: what happened, in a sentence."""

    @property
    def levenslijn(self) -> str:
        """The lifeline of the block that it stands in."""
        return self.entry.levenslijn


def plekken_of(entry: Entry, causes: CauseOfEvent) -> tuple[Plek, ...]:
    """The places of one entry, in reading order: what happened to it, then its words.

    The old end of a move has none: everything is told at the new end.
    """
    if entry.verplaatsing and entry.new is None:
        return ()
    found = [*_event_plekken(entry, causes), *_word_plekken(entry)]
    return tuple(_with_ankers(found))


def _event_plekken(entry: Entry, causes: CauseOfEvent) -> Iterator[Plek]:
    for event in entry_gebeurtenissen(entry):
        names = causes(event.key)
        yield Plek(
            anker="",
            soort=event.soort,
            entry=entry,
            first=0,
            last=0,
            was="",
            wordt=event.woorden,
            wijzigingen=names,
            zonder_herkomst=event.needs_cause and not names,
            toelichting=event.tekst,
        )


def _word_plekken(entry: Entry) -> Iterator[Plek]:
    ops = entry.binnen if entry.verplaatsing else entry.ops
    for first, last in stretches(ops):
        run = ops[first:last]
        yield Plek(
            anker="",
            soort="tekst",
            entry=entry,
            first=first,
            last=last,
            was=_visible(op for op in run if op.sign == "-"),
            wordt=_visible(op for op in run if op.sign == "+"),
            wijzigingen=_in_order(name for op in run for name in op.wijzigingen),
            zonder_herkomst=any(op.zonder_herkomst for op in run),
        )


def stretches(ops: Sequence[Op]) -> Iterator[tuple[int, int]]:
    """Maximal runs of changed ops, as index pairs."""
    start = 0
    for index, op in enumerate([*ops, None]):
        if op is None or op.sign == "=":
            if index > start:
                yield start, index
            start = index + 1


def _with_ankers(plekken: Iterable[Plek]) -> Iterator[Plek]:
    seen: dict[str, int] = {}
    for plek in plekken:
        content = f"{plek.levenslijn}\n{plek.soort}\n{plek.was}\n{plek.wordt}"
        seen[content] = seen.get(content, 0) + 1
        digest = hashlib.sha256(f"{content}\n{seen[content]}".encode()).hexdigest()[:6]
        yield replace(plek, anker=f"p-{plek.levenslijn.removeprefix('l-')}-{digest}")


def _visible(ops: Iterable[Op]) -> str:
    return visible_words(" ".join(op.text for op in ops))


def visible_words(text: str) -> str:
    """The words of a block on one line; the cells of a table row parted by a bar, for run together
    they make no sense."""
    cells = (" ".join(part.replace(ATOM, "").split()) for part in text.split(CELL))
    return CELL_BORDER.join(cell for cell in cells if cell)


def _in_order(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
