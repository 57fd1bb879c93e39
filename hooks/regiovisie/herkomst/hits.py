"""Which passages the quotes of a wijziging mean.

A quote counts only within its place, and of its occurrences there only those that touch a
change. One must be left; `Finder` notes what is wrong where that is not so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from regiovisie.diff.history import PlacedBlock
from regiovisie.diff.slide import unslide
from regiovisie.herkomst.changes import Gebeurtenis, Run
from regiovisie.herkomst.citaten import find_citaat
from regiovisie.model import ATOM, CELL
from regiovisie.registers import Plaats, Wijziging
from regiovisie.registers.schema import OokOp
from regiovisie.text.tokens import token_spans

Probleem = Literal["plaats", "niet-gevonden", "geen-wijziging", "meerdere"]


@dataclass(frozen=True, slots=True)
class ClaimProblem:
    """A quote that does not lead to one change."""

    wijziging: Wijziging
    path: tuple[str | int, ...]
    """Where in the entry: ``("was",)`` or ``("ook_op", 0, "wordt")``."""
    probleem: Probleem
    value: str
    candidates: tuple[str, ...] = ()
    """For ``meerdere``: the passages that it fits; else passages that come near."""


@dataclass(frozen=True, slots=True)
class Step:
    """What a claim is made on: both texts and the changes between them."""

    olds: Sequence[PlacedBlock]
    news: Sequence[PlacedBlock]
    runs: Sequence[Run]
    gebeurtenissen: Sequence[Gebeurtenis]


@dataclass(frozen=True, slots=True)
class Hit:
    """An occurrence of a quote: characters ``start`` to ``end`` of a block."""

    placed: PlacedBlock
    start: int
    end: int

    @property
    def passage(self) -> str:
        """Where it stands, and the words round it, for a message."""
        text = self.placed.block.text
        before, after = text[: self.start], text[self.end :]
        if len(words := before.split(" ")) > _AROUND:
            before = " ".join(["…", *words[-_AROUND:]])
        if len(words := after.split(" ")) > _AROUND:
            after = " ".join([*words[:_AROUND], "…"])
        shown = f"{before}[{text[self.start : self.end]}]{after}"
        place = "#".join((self.placed.onderdeel.slug, *self.placed.block.sections[-1:]))
        return f"{place}: {' '.join(shown.replace(CELL, ' | ').replace(ATOM, '').split())}"


_AROUND = 7
"""How many words are shown on either side of a quote."""


def covered(run: Run, hits: Sequence[Hit]) -> list[int]:
    """Which words of a run the hits cover, as indices into its elements.

    The run is first slid to where they cover most of it; a word of the slid run stands for
    its twin in the run as it came out.
    """
    spans = token_spans(run.placed.block.text)
    best: list[int] = []
    for offset in sorted(run.reach, key=lambda o: (abs(o), o)):
        found = [
            unslide(run.first, run.last, offset, at) - run.first
            for at in range(run.first + offset, run.last + offset)
            if any(h.start < spans[at][1] and spans[at][0] < h.end for h in hits)
        ]
        if len(found) > len(best):
            best = found
    return sorted(best)


@dataclass(frozen=True, slots=True)
class Scope:
    """The places of a target in the old and in the new text."""

    was: Plaats
    wordt: Plaats

    def holds_block(self, placed: PlacedBlock, *, is_new: bool) -> bool:
        """Whether a block stands in the place of its own text."""
        return in_plaats(placed, self.wordt if is_new else self.was)

    def holds(self, event: Gebeurtenis) -> bool:
        """Whether an event happened here: a move at both ends, anything else at either."""
        old = any(in_plaats(placed, self.was) for placed in event.olds)
        new = any(in_plaats(placed, self.wordt) for placed in event.news)
        return old and new if event.soort == "verplaatst" else old or new


def scope_of(target: Wijziging | OokOp) -> Scope:
    """The places that a target names; the old one is the new one unless it says otherwise."""
    return Scope(target.plaats_was or target.plaats, target.plaats)


def in_plaats(placed: PlacedBlock, plaats: Plaats) -> bool:
    """Whether a block stands in a place: an onderdeel, or the section under a heading."""
    if placed.onderdeel.slug != plaats.onderdeel:
        return False
    return not plaats.kop or plaats.kop in placed.block.sections or placed.block.slug == plaats.kop


@dataclass
class Finder:
    """Looks up the quotes of one target, and notes what is wrong with them."""

    step: Step
    wijziging: Wijziging
    path: tuple[str | int, ...]
    target: Wijziging | OokOp
    problems: list[ClaimProblem] = field(default_factory=list)

    def hits(self) -> tuple[list[Hit], list[Hit]]:
        """The occurrences of ``was`` and of ``wordt`` that the target means."""
        if not (self.target.was or self.target.wordt) or not self.place_exists():
            return [], []
        scope = scope_of(self.target)
        olds = self._occurrences(self.target.was, self.step.olds, scope.was, "was")
        news = self._occurrences(self.target.wordt, self.step.news, scope.wordt, "wordt")
        if olds is None or news is None:
            return [], []
        return self._choose(olds, news)

    def place_exists(self) -> bool:
        """Whether the places stand in the texts; reports those that do not."""
        scope, step = scope_of(self.target), self.step
        in_new = any(in_plaats(p, scope.wordt) for p in step.news)
        in_old = any(in_plaats(p, scope.was) for p in step.olds)
        if self.target.plaats_was is None:
            if in_new or in_old:
                return True
            self._report("plaats", "plaats", self.target.plaats)
            return False
        if not in_new:
            self._report("plaats", "plaats", self.target.plaats)
        if not in_old:
            self._report("plaats", "plaats_was", self.target.plaats_was)
        return in_new and in_old

    def _occurrences(
        self, citaat: str | None, blocks: Sequence[PlacedBlock], plaats: Plaats, key: str
    ) -> list[Hit] | None:
        """All occurrences in the place; None, and a report, where there are none."""
        if not citaat:
            return []
        hits = [
            Hit(placed, start, end)
            for placed in blocks
            if in_plaats(placed, plaats)
            for start, end in find_citaat(citaat, placed.block.text)
        ]
        if not hits:
            self._report("niet-gevonden", key, citaat)
            return None
        return hits

    def _choose(self, olds: list[Hit], news: list[Hit]) -> tuple[list[Hit], list[Hit]]:
        """Keep the occurrences that touch a change; more than one is one too many."""
        old_hits = [h for h in olds if self._touches(h, "-")]
        new_hits = [h for h in news if self._touches(h, "+")]
        if self.target.overal:
            return old_hits, new_hits
        old_hits, new_hits = self._apart(old_hits, "-"), self._apart(new_hits, "+")
        if olds and news:
            old_hits, new_hits = _in_one_block(old_hits, new_hits, olds, news)
        for key, hits in (("was", old_hits), ("wordt", new_hits)):
            if len(hits) > 1:
                passages = tuple(h.passage for h in hits)
                value = (self.target.was if key == "was" else self.target.wordt) or ""
                self._report("meerdere", key, value, passages)
                return [], []
        if not old_hits and not new_hits and self.wijziging.wat == "tekst":
            key = "wordt" if self.target.wordt else "was"
            value = (self.target.wordt or self.target.was) or ""
            self._report("geen-wijziging", key, value)
        return old_hits, new_hits

    def _apart(self, hits: list[Hit], sign: str) -> list[Hit]:
        """Of occurrences that overlap the one that covers most; the first where two do."""
        kept: list[Hit] = []
        for hit in hits:
            last = kept[-1] if kept else None
            if last is None or last.placed is not hit.placed or last.end <= hit.start:
                kept.append(hit)
            elif self._covers(hit, sign) > self._covers(last, sign):
                kept[-1] = hit
        return kept

    def _covers(self, hit: Hit, sign: str) -> int:
        """How many changed words an occurrence covers."""
        runs = (r for r in self.step.runs if r.placed is hit.placed and r.sign == sign)
        return sum(len(covered(run, [hit])) for run in runs)

    def _touches(self, hit: Hit, sign: str) -> bool:
        if self.wijziging.wat in ("tekst", "koppeling", "opmaak"):
            runs = (r for r in self.step.runs if r.placed is hit.placed)
            if any(run.sign == sign and covered(run, [hit]) for run in runs):
                return True
        if self.wijziging.wat == "tekst":
            return False
        events = (e for e in self.step.gebeurtenissen if e.soort == self.wijziging.wat)
        blocks = {p for event in events for p in (*event.olds, *event.news)}
        return hit.placed in blocks

    def _report(
        self, probleem: Probleem, key: str, value: str, candidates: tuple[str, ...] = ()
    ) -> None:
        problem = ClaimProblem(self.wijziging, (*self.path, key), probleem, value, candidates)
        self.problems.append(problem)


def _in_one_block(
    old_hits: list[Hit], new_hits: list[Hit], olds: list[Hit], news: list[Hit]
) -> tuple[list[Hit], list[Hit]]:
    """Of a replacement, keep the occurrences whose block also holds the other quote.

    Only where there is a choice: with one occurrence on each side there is nothing to narrow.
    """
    new_ids = {h.placed.id for h in (new_hits or news)}
    old_ids = {h.placed.id for h in (old_hits or olds)}
    near_old = [h for h in old_hits if h.placed.id in new_ids]
    near_new = [h for h in new_hits if h.placed.id in old_ids]
    return near_old or old_hits, near_new or new_hits
