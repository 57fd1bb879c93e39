"""The changes of one step, as things that a wijziging can claim.

A step is a version with its predecessor. Each changed run of words and each move, split,
join or link target becomes one value here, with the places that it has in both texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from regiovisie.diff.compare import Entry, Op
from regiovisie.diff.history import PlacedBlock
from regiovisie.diff.place import OnderdeelDiff
from regiovisie.diff.slide import slide_reach
from regiovisie.text.tokens import token_spans

Gebeurtenissoort = Literal["verplaatst", "gesplitst", "samengevoegd", "koppeling", "opmaak"]
_STAYS = range(1)
"""The reach of a run that cannot slide."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that came into, or went from, one place in one block.

    ``first`` and ``last`` are token indices in the block (``last`` excluded); ``reach`` says
    by how many tokens the run can slide with the same result. ``whole`` says that the block
    itself came or went.
    """

    sign: Literal["-", "+"]
    strand: int
    placed: PlacedBlock
    first: int
    last: int
    elements: tuple[int, ...]
    reach: range
    whole: bool

    @property
    def tokens(self) -> list[str]:
        """The changed tokens."""
        text = self.placed.block.text
        return [text[a:b] for a, b in token_spans(text)[self.first : self.last]]


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """A change that is no change of words: a move, a split, a join, a link, emphasis.

    ``key`` names it within the step: its soort with a lifeline, or for a split its strand.
    """

    soort: Gebeurtenissoort
    key: tuple[str, str]
    olds: tuple[PlacedBlock, ...]
    news: tuple[PlacedBlock, ...]
    woorden: str = ""
    """The visible words concerned, of a link or of emphasis."""
    tekst: str = ""
    """What happened in a sentence, where the comparison says so."""

    @property
    def needs_cause(self) -> bool:
        """Emphasis and levels may go without; all else may not."""
        return self.soort != "opmaak"


def entries_of(diff: Sequence[OnderdeelDiff]) -> Iterator[Entry]:
    """All entries of a comparison in reading order."""
    for onderdeel in diff:
        yield from onderdeel.entries


def runs_of(diff: Sequence[OnderdeelDiff]) -> list[Run]:
    """Every changed run of words, in reading order. The two ends of a move give none."""
    return [run for entry in entries_of(diff) for run in _entry_runs(entry)]


def _entry_runs(entry: Entry) -> Iterator[Run]:
    ops = entry.binnen if entry.verplaatsing else entry.ops
    if entry.verplaatsing and entry.new is None:
        return
    whole = all(op.sign == "-" for op in ops) or all(op.sign == "+" for op in ops)
    for index, op in enumerate(ops):
        if op.sign != "=":
            yield _run(ops, index, entry.strand, whole=whole)


def _run(ops: Sequence[Op], index: int, strand: int, *, whole: bool) -> Run:
    op = ops[index]
    side = op.old if op.sign == "-" else op.new
    assert side is not None
    spans = token_spans(side.placed.block.text)
    first = sum(1 for _, end in spans if end <= side.start)
    last = sum(1 for _, end in spans if end <= side.end)
    reach = _STAYS if whole else _reach(ops, index, side.placed, first, last)
    sign: Literal["-", "+"] = "-" if op.sign == "-" else "+"
    return Run(sign, strand, side.placed, first, last, op.elements, reach, whole)


def _reach(ops: Sequence[Op], index: int, placed: PlacedBlock, first: int, last: int) -> range:
    """A run slides only over kept words; beside another change it stays where it is."""
    before = ops[index - 1] if index else None
    after = ops[index + 1] if index + 1 < len(ops) else None
    if (before and before.sign != "=") or (after and after.sign != "="):
        return _STAYS
    text = placed.block.text
    words = [text[a:b] for a, b in token_spans(text)]
    low = first - (_kept_tokens(before, placed) if before else 0)
    high = last + (_kept_tokens(after, placed) if after else 0)
    return slide_reach(words, first, last, low, high)


def _kept_tokens(op: Op, placed: PlacedBlock) -> int:
    """How many tokens of ``placed`` a kept op holds."""
    side = next((s for s in (op.old, op.new) if s and s.placed is placed), None)
    if side is None:
        return 0
    return sum(1 for a, b in token_spans(placed.block.text) if side.start <= a and b <= side.end)


def gebeurtenissen_of(diff: Sequence[OnderdeelDiff]) -> list[Gebeurtenis]:
    """Every change besides words, in reading order, each once."""
    found: dict[tuple[str, str], Gebeurtenis] = {}
    for entry in entries_of(diff):
        for gebeurtenis in entry_gebeurtenissen(entry):
            known = found.get(gebeurtenis.key)
            found[gebeurtenis.key] = _united(known, gebeurtenis) if known else gebeurtenis
    return list(found.values())


def entry_gebeurtenissen(entry: Entry) -> Iterator[Gebeurtenis]:
    """What happened to one entry besides words."""
    if entry.new is None:
        return
    news = (entry.new,)
    if entry.verplaatsing:
        yield Gebeurtenis("verplaatst", ("verplaatst", entry.new.id), entry.old, news)
    if entry.status == "gesplitst":
        yield Gebeurtenis("gesplitst", ("gesplitst", f"s{entry.strand}"), entry.old, news)
    if len({placed.id for placed in entry.old}) > 1:
        yield Gebeurtenis("samengevoegd", ("samengevoegd", entry.new.id), entry.old, news)
    for melding in entry.meldingen:
        key = (melding.soort, f"{entry.new.id} {melding.woorden}")
        yield Gebeurtenis(melding.soort, key, entry.old, news, melding.woorden, melding.tekst)


def _united(one: Gebeurtenis, other: Gebeurtenis) -> Gebeurtenis:
    olds = tuple(dict.fromkeys((*one.olds, *other.olds)))
    news = tuple(dict.fromkeys((*one.news, *other.news)))
    return replace(one, olds=olds, news=news)
