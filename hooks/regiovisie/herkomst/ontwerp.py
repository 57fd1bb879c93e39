"""Drafts of wijzigingen: for words that changed, the shortest quotes that claim just those.

    De hulp is zo licht mogelijk.  →  De hulp is zo thuis mogelijk.

    was: licht        where "licht" went in one place only; else a word more on both sides:
    was: zo licht mogelijk

What one cause changed close together is one draft. Whether a quote is unique, and what it
claims, is not worked out here: the claims themselves are asked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from regiovisie.diff.compare import Entry, Op, Slice
from regiovisie.diff.history import PlacedBlock
from regiovisie.herkomst.changes import Gebeurtenis
from regiovisie.herkomst.claims import Claims, claim_step
from regiovisie.herkomst.hits import Step
from regiovisie.herkomst.trailers import Oorzaak
from regiovisie.registers import Plaats, Wijziging
from regiovisie.text.tokens import is_word, token_spans

JOINED_OVER = 3
"""Changes of one cause with at most so many kept words between them are one draft."""
WHOLE_BLOCK_WORDS = 6
"""Of a paragraph that came or went as a whole so many words are quoted at first."""

CauseOfWords = Callable[[PlacedBlock, int], Oorzaak | None]
"""Block and number of a word in it → why it came or went."""
CauseOfEvent = Callable[[Gebeurtenis], Oorzaak | None]


@dataclass(frozen=True, slots=True)
class Ontwerp:
    """A draft: the keys of a wijziging besides its cause, and the cause where it is known."""

    id: str
    wat: str
    plaats: str
    plaats_was: str
    was: str
    wordt: str
    oorzaak: Oorzaak | None


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Changed words of one block with one cause: token ranges in the old and the new block."""

    old: PlacedBlock | None
    old_range: tuple[int, int]
    new: PlacedBlock | None
    new_range: tuple[int, int]
    elements: frozenset[tuple[int, int]]
    oorzaak: Oorzaak | None
    whole: bool


def ontwerpen(
    step: Step,
    entries: Sequence[Entry],
    claimed: Claims,
    of_words: CauseOfWords,
    of_event: CauseOfEvent,
) -> list[Ontwerp]:
    """Drafts for everything in a step that ``claimed`` does not claim, in reading order."""
    of_text = [
        _quoted(step, stretch)
        for entry in entries
        for stretch in _joined(_stretches(entry, claimed, of_words))
    ]
    besides = [
        _event_draft(event, of_event(event))
        for event in step.gebeurtenissen
        if event.needs_cause and event.key not in claimed.gebeurtenissen
    ]
    return of_text + besides


# --- which words belong together


def _stretches(entry: Entry, claimed: Claims, of_words: CauseOfWords) -> Iterator[_Stretch]:
    """Each run of unclaimed changed words of one cause."""
    ops = entry.binnen if entry.verplaatsing else entry.ops
    if entry.verplaatsing and entry.new is None:
        return
    whole = all(op.sign == "-" for op in ops) or all(op.sign == "+" for op in ops)
    for op in ops:
        if op.sign != "=":
            yield from _of_op(entry, op, claimed, of_words, whole=whole)


def _of_op(
    entry: Entry, op: Op, claimed: Claims, of_words: CauseOfWords, *, whole: bool
) -> Iterator[_Stretch]:
    side = op.old if op.sign == "-" else op.new
    assert side is not None
    placed, first = side.placed, _first_token(side)
    spans = token_spans(placed.block.text)
    start: int | None = None
    cause: Oorzaak | None = None
    for number, element in enumerate((*op.elements, None)):
        at = first + number
        key = (entry.strand, element) if element is not None else None
        is_open = key is not None and key not in claimed.words
        here = of_words(placed, at) if is_open else None
        if start is not None and (not is_open or (here != cause and _is_word(placed, spans, at))):
            yield _stretch(entry, op, placed, (start, at), cause, first, whole=whole)
            start = None
        if is_open and start is None:
            start, cause = at, here


def _is_word(placed: PlacedBlock, spans: Sequence[tuple[int, int]], at: int) -> bool:
    begin, end = spans[at]
    return is_word(placed.block.text[begin:end])


def _first_token(side: Slice) -> int:
    spans = token_spans(side.placed.block.text)
    return sum(1 for _, end in spans if end <= side.start)


def _stretch(
    entry: Entry,
    op: Op,
    placed: PlacedBlock,
    tokens: tuple[int, int],
    cause: Oorzaak | None,
    first: int,
    *,
    whole: bool,
) -> _Stretch:
    start, stop = tokens
    elements = frozenset((entry.strand, e) for e in op.elements[start - first : stop - first])
    empty = (0, 0)
    if op.sign == "-":
        return _Stretch(placed, tokens, None, empty, elements, cause, whole)
    return _Stretch(None, empty, placed, tokens, elements, cause, whole)


def _joined(stretches: Iterator[_Stretch]) -> Iterator[_Stretch]:
    """Neighbours of one cause as one: old words with the new ones in their place, and
    changes with a few kept words between them."""
    last: _Stretch | None = None
    for stretch in stretches:
        union = _union(last, stretch) if last else None
        if last and union is None:
            yield last
        last = union or stretch
    if last:
        yield last


def _union(one: _Stretch, other: _Stretch) -> _Stretch | None:
    """Two stretches as one, where they have one cause and stand close together."""
    if one.oorzaak != other.oorzaak:
        return None
    old, new = one.old or other.old, one.new or other.new
    if (one.old and other.old and one.old is not other.old) or (
        one.new and other.new and one.new is not other.new
    ):
        return None
    if _gap(one.old_range, other.old_range, one.old and other.old) > JOINED_OVER:
        return None
    if _gap(one.new_range, other.new_range, one.new and other.new) > JOINED_OVER:
        return None
    return _Stretch(
        old,
        _spanned(one.old_range, other.old_range, one.old, other.old),
        new,
        _spanned(one.new_range, other.new_range, one.new, other.new),
        one.elements | other.elements,
        one.oorzaak,
        one.whole and other.whole,
    )


def _gap(one: tuple[int, int], other: tuple[int, int], both: object) -> int:
    return other[0] - one[1] if both else 0


def _spanned(
    one: tuple[int, int], other: tuple[int, int], has_one: object, has_other: object
) -> tuple[int, int]:
    if has_one and has_other:
        return min(one[0], other[0]), max(one[1], other[1])
    return one if has_one else other


# --- quotes


def _quoted(step: Step, stretch: _Stretch) -> Ontwerp:
    """The draft with the shortest quotes that claim these words, and as few others as can be."""
    best: tuple[int, Ontwerp] | None = None
    for margin in range(_most_margin(stretch) + 1):
        draft = _draft(stretch, margin)
        claimed = _claims(step, draft)
        if claimed >= stretch.elements:
            others = len(claimed - stretch.elements)
            if not others:
                return draft
            if best is None or others < best[0]:
                best = (others, draft)
    return best[1] if best else _draft(stretch, 0)


def _most_margin(stretch: _Stretch) -> int:
    blocks = (placed for placed in (stretch.old, stretch.new) if placed)
    return max(len(token_spans(placed.block.text)) for placed in blocks)


def _claims(step: Step, draft: Ontwerp) -> frozenset[tuple[int, int]]:
    """What the draft alone would claim; nothing where its quotes are not unique."""
    claims = claim_step(step, [as_wijziging(draft)])
    return frozenset() if claims.problems else frozenset(claims.words)


def as_wijziging(draft: Ontwerp) -> Wijziging:
    """The draft as a record of the register, whatever its cause."""
    keys = {"was": draft.was, "wordt": draft.wordt, "plaats_was": draft.plaats_was}
    return Wijziging.model_validate(
        {
            "id": draft.id,
            "wat": draft.wat,
            "plaats": draft.plaats,
            "herkomst": "redactioneel",
            **{key: value for key, value in keys.items() if value},
        }
    )


def _draft(stretch: _Stretch, margin: int) -> Ontwerp:
    was = _quote(stretch.old, stretch.old_range, margin, whole=stretch.whole)
    wordt = _quote(stretch.new, stretch.new_range, margin, whole=stretch.whole)
    plaats_was = plaats_of(stretch.old) if stretch.old else ""
    plaats = plaats_of(stretch.new) if stretch.new else plaats_was
    return Ontwerp(
        id=_draft_id(plaats, was, wordt),
        wat="tekst",
        plaats=plaats,
        plaats_was=plaats_was if plaats_was != plaats else "",
        was=was,
        wordt=wordt,
        oorzaak=stretch.oorzaak,
    )


def plaats_of(placed: PlacedBlock) -> str:
    """The onderdeel and the nearest heading of a block, as a register names them."""
    return Plaats("#".join((placed.onderdeel.slug, *placed.block.sections[-1:])))


def _quote(placed: PlacedBlock | None, tokens: tuple[int, int], margin: int, *, whole: bool) -> str:
    """The words of a range of tokens, with so many more on both sides."""
    if placed is None:
        return ""
    spans = token_spans(placed.block.text)
    start, stop = tokens
    if whole:
        stop = min(stop, start + WHOLE_BLOCK_WORDS + margin)
    else:
        start, stop = max(0, start - margin), min(len(spans), stop + margin)
    words = placed.block.text[spans[start][0] : spans[stop - 1][1]]
    return " ".join(words.split())


def _draft_id(*content: str) -> str:
    digest = hashlib.sha256("\n".join(content).encode()).hexdigest()
    return f"W-concept-{digest[:6]}"


def _event_draft(event: Gebeurtenis, oorzaak: Oorzaak | None) -> Ontwerp:
    old, new = event.olds[0], event.news[0]
    words = event.woorden or _quote(
        new, (0, len(token_spans(new.block.text))), WHOLE_BLOCK_WORDS, whole=True
    )
    plaats, plaats_was = plaats_of(new), plaats_of(old)
    return Ontwerp(
        id=_draft_id(event.soort, plaats, words),
        wat=event.soort,
        plaats=plaats,
        plaats_was=plaats_was if plaats_was != plaats else "",
        was="",
        wordt=words,
        oorzaak=oorzaak,
    )
