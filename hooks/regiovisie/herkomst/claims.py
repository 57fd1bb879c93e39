"""From quotes to causes: which wijziging claims which changed words.

    - was: zo licht mogelijk      claims "licht", where that word went
      wordt: zo thuis mogelijk    claims "thuis", where that word came

A claim is made on the minimal edits between a version and its predecessor, before anything
decides how a change is shown. A quote may be as wide as it takes to be unique; it claims
only the changed words inside it. Where a run of words could stand in several places with
the same result, it stands where the quotes cover it best.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from regiovisie.diff.history import PlacedBlock
from regiovisie.herkomst.changes import Gebeurtenis, Run
from regiovisie.herkomst.citaten import find_citaat
from regiovisie.herkomst.hits import ClaimProblem, Finder, Hit, Scope, Step, covered, scope_of
from regiovisie.model import Attrs
from regiovisie.registers import Wijziging
from regiovisie.registers.order import natural
from regiovisie.registers.schema import OokOp
from regiovisie.text.tokens import is_word, token_spans

Element = tuple[int, int]
"""A changed word: its strand and its element in it."""


@dataclass(frozen=True, slots=True)
class Claims:
    """Who claims what in one step."""

    words: Mapping[Element, tuple[str, ...]]
    """Changed word → ids of wijzigingen."""
    gebeurtenissen: Mapping[tuple[str, str], tuple[str, ...]]
    """Key of a `Gebeurtenis` → ids of wijzigingen."""
    whole_section: frozenset[str]
    """Ids of wijzigingen that claim by place alone, without a quote."""
    idle: tuple[str, ...]
    """Ids of wijzigingen that claim nothing."""
    problems: tuple[ClaimProblem, ...]


def claim_step(step: Step, wijzigingen: Iterable[Wijziging]) -> Claims:
    """All claims of one step. Order does not matter; quoted claims come before unquoted."""
    claiming = _Claiming(step)
    active = [w for w in wijzigingen if not w.ingetrokken]
    targets = [(w, path, target) for w in active for path, target in w.doelen]
    for wijziging, path, target in targets:
        claiming.by_quotes(wijziging, path, target)
    claiming.whole_blocks()
    claiming.footnote_marks()
    claiming.punctuation()
    claiming.close_quotes()
    for wijziging, path, target in targets:
        if not (target.was or target.wordt):
            claiming.by_place(wijziging, path, target)
    claiming.footnote_marks()
    claiming.punctuation()
    return claiming.result(active)


@dataclass
class _Claiming:
    """The claims so far."""

    step: Step
    words: dict[Element, list[str]] = field(default_factory=lambda: defaultdict(list))
    events: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    whole_section: set[str] = field(default_factory=set)
    problems: list[ClaimProblem] = field(default_factory=list)
    quoted_words: set[Element] = field(default_factory=set)
    quoted_events: set[tuple[str, str]] = field(default_factory=set)
    blocks: dict[PlacedBlock, list[str]] = field(default_factory=lambda: defaultdict(list))
    """New or dropped blocks → who quoted from them."""

    def by_quotes(
        self, wijziging: Wijziging, path: tuple[str | int, ...], target: Wijziging | OokOp
    ) -> None:
        """Claim the changed words inside the quotes of one target."""
        finder = Finder(self.step, wijziging, path, target)
        olds, news = finder.hits()
        self.problems += finder.problems
        for sign, hits in (("-", olds), ("+", news)):
            self._claim_words(wijziging.id, sign, hits)
        if wijziging.wat != "tekst" and (target.was or target.wordt):
            self._claim_events(wijziging, scope_of(target), olds, news)

    def _claim_words(self, name: str, sign: str, hits: Sequence[Hit]) -> None:
        for run in self.step.runs:
            mine = [h for h in hits if h.placed is run.placed and run.sign == sign]
            if not mine:
                continue
            for index in covered(run, mine):
                self._add(self.words[run.strand, run.elements[index]], name)
            if run.whole:
                self._add(self.blocks[run.placed], name)

    def _claim_events(
        self, wijziging: Wijziging, scope: Scope, olds: Sequence[Hit], news: Sequence[Hit]
    ) -> None:
        quoted = {h.placed for h in (*olds, *news)}
        for event in self.step.gebeurtenissen:
            if event.soort != wijziging.wat or not scope.holds(event):
                continue
            blocks = quoted & {*event.olds, *event.news}
            if blocks and (not event.woorden or _quotes(event, (*olds, *news))):
                self._add(self.events[event.key], wijziging.id)

    def whole_blocks(self) -> None:
        """Who quotes from a new or dropped block claims all of it.

        Where several quote, each claims what lies nearest to its quote.
        """
        for run in self.step.runs:
            if self.blocks.get(run.placed):
                self._lend([(at, (run.strand, e), False) for at, e in enumerate(run.elements)])

    def close_quotes(self) -> None:
        """From here on only what no quote claims is open to claims by place."""
        self.quoted_words = {element for element, names in self.words.items() if names}
        self.quoted_events = {key for key, names in self.events.items() if names}

    def by_place(
        self, wijziging: Wijziging, path: tuple[str | int, ...], target: Wijziging | OokOp
    ) -> None:
        """Claim everything of the kind in the place that has no cause yet."""
        finder = Finder(self.step, wijziging, path, target)
        if not finder.place_exists():
            self.problems += finder.problems
            return
        scope = scope_of(target)
        claimed = 0
        if wijziging.wat == "tekst":
            claimed += self._claim_open_words(wijziging.id, scope)
        for event in self.step.gebeurtenissen:
            same = event.soort == wijziging.wat or wijziging.wat == "tekst"
            if same and scope.holds(event) and event.key not in self.quoted_events:
                self._add(self.events[event.key], wijziging.id)
                claimed += 1
        if claimed:
            self.whole_section.add(wijziging.id)

    def _claim_open_words(self, name: str, scope: Scope) -> int:
        claimed = 0
        for run in self.step.runs:
            if scope.holds_block(run.placed, is_new=run.sign == "+"):
                for element in ((run.strand, e) for e in run.elements):
                    if element not in self.quoted_words:
                        self._add(self.words[element], name)
                        claimed += 1
        return claimed

    def footnote_marks(self) -> None:
        """A footnote mark goes with its footnote: who claims the note claims the mark."""
        notes: dict[tuple[str, str, str], list[str]] = {}
        for run in self.step.runs:
            if run.placed.block.kind == "footnote":
                names = [n for e in run.elements for n in self.words.get((run.strand, e), ())]
                label = run.placed.block.path[-1].attrs
                notes[run.sign, run.placed.onderdeel.slug, str(label)] = names
        for run in self.step.runs:
            for index, label in _footnote_labels(run):
                element = (run.strand, run.elements[index])
                names = notes.get((run.sign, run.placed.onderdeel.slug, str(label)), [])
                if names and not self.words.get(element):
                    self.words[element] = list(dict.fromkeys(names))

    def punctuation(self) -> None:
        """Punctuation goes with its neighbour: the nearest claimed word of the same block."""
        by_block: dict[PlacedBlock, list[tuple[int, Element, bool]]] = defaultdict(list)
        for run in self.step.runs:
            for index, token in enumerate(run.tokens):
                element = (run.strand, run.elements[index])
                by_block[run.placed].append((run.first + index, element, is_word(token)))
        for tokens in by_block.values():
            self._lend(tokens)

    def _lend(self, tokens: Sequence[tuple[int, Element, bool]]) -> None:
        """Give unclaimed tokens, words excepted that stand for themselves, the causes of the
        nearest claimed one."""
        claimed = [(at, self.words[e]) for at, e, _ in tokens if self.words.get(e)]
        for at, element, stands_alone in tokens:
            if stands_alone or self.words.get(element) or not claimed:
                continue
            _, names = min(claimed, key=lambda near: (abs(near[0] - at), near[0]))
            self.words[element] = list(names)

    def result(self, wijzigingen: Sequence[Wijziging]) -> Claims:
        """The claims as they stand."""
        words = {e: tuple(sorted(names, key=natural)) for e, names in self.words.items() if names}
        events = {k: tuple(sorted(names, key=natural)) for k, names in self.events.items() if names}
        busy = {name for names in (*words.values(), *events.values()) for name in names}
        known = {problem.wijziging.id for problem in self.problems}
        idle = tuple(w.id for w in wijzigingen if w.id not in busy | known)
        return Claims(words, events, frozenset(self.whole_section), idle, tuple(self.problems))

    @staticmethod
    def _add(names: list[str], name: str) -> None:
        if name not in names:
            names.append(name)


def _footnote_labels(run: Run) -> Iterator[tuple[int, Attrs]]:
    """Which tokens of a run are footnote marks, with the label of the note."""
    spans = token_spans(run.placed.block.text)[run.first : run.last]
    labels = {m.start: m.attrs for m in run.placed.block.marks if m.tag == "footnote-ref"}
    return ((i, labels[start]) for i, (start, _) in enumerate(spans) if start in labels)


def _quotes(event: Gebeurtenis, hits: Iterable[Hit]) -> bool:
    """Whether a hit and the words of an event share text."""
    return any(
        h.start < end and start < h.end
        for h in hits
        for start, end in find_citaat(event.woorden, h.placed.block.text)
    )
