"""Readability passes: from the smallest difference to one that reads well.

    minimal   zo -licht +thuis als -het +dat kan
    readable  zo -licht als het +thuis als dat kan

Each pass takes the ops of one block and gives ops with the same old and the same new
words. A word that a pass draws into a change takes over the causes of that change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from regiovisie.diff.compare import Op
from regiovisie.diff.settings import DISPLAY, DisplaySettings
from regiovisie.model import CELL
from regiovisie.text.tokens import count_words, is_word, tokenise

COMMON_WORDS = frozenset(
    """
    aan al als bij daar dan dat de deze die dit door een en er het hun ik in is kan maar mee met
    moet na naar niet nog of om ons onze ook op over te tegen ten ter tot uit van voor was wat
    we wel wij wordt worden zal ze zich zij zijn zo zodat
    """.split()  # noqa: SIM905 - a list of words reads as words
)
"""Dutch words that carry no meaning of their own."""


SENTENCE_ENDS = frozenset(".!?:;")


def readable(ops: Sequence[Op], settings: DisplaySettings = DISPLAY) -> tuple[Op, ...]:
    """The ops of one block after all passes, in the order in which they are shown."""
    if len(ops) < 2:
        return tuple(ops)
    if any(CELL in op.text for op in ops):
        return tuple(gather(whole_cells(ops)))
    passed = merge_islands(ops, settings)
    passed = as_blocks_when_dense(passed, settings)
    passed = merge_scraps(passed, settings)
    return tuple(gather(passed))


def merge_islands(ops: Sequence[Op], settings: DisplaySettings = DISPLAY) -> list[Op]:
    """Draw short runs of common words between two changes into the change."""
    result: list[Op] = []
    for index, op in enumerate(ops):
        between = 0 < index < len(ops) - 1 and ops[index + 1].sign != "=" and result[-1].sign != "="
        if op.sign == "=" and between and _is_island(op, settings) and _is_replaced(ops, index):
            result += _as_change(op, result[-1].wijzigingen or ops[index + 1].wijzigingen)
        else:
            result.append(op)
    return result


def merge_scraps(ops: Sequence[Op], settings: DisplaySettings = DISPLAY) -> list[Op]:
    """Draw kept words into a replacement where more changed on either side than they are.

    What is left of a rewritten phrase stands there by chance more than that it was kept. From
    the fewest kept words to the most, as drawing some in makes the change round them larger.
    The measure is that of ``diff_cleanupSemantic`` in diff-match-patch, in words; but words
    between others that only came, or between some that came and some that went, stay. So do
    words between changes of which the causes differ.
    """
    stretches = [list(group) for _, group in groupby(ops, key=_is_kept)]
    while (at := _scrap(stretches, settings)) is not None:
        around = stretches[at - 1 : at + 2]
        near = [op for stretch in around for op in stretch]
        start = len(around[0])
        drawn = [
            change
            for index, op in enumerate(around[1], start)
            for change in _as_change(op, _nearest_cause(near, index))
        ]
        stretches[at - 1 : at + 2] = [[*around[0], *drawn, *around[2]]]
    return [op for stretch in stretches for op in stretch]


def _is_kept(op: Op) -> bool:
    return op.sign == "="


def _scrap(stretches: Sequence[Sequence[Op]], settings: DisplaySettings) -> int | None:
    """Index of the smallest kept stretch that is to be drawn in."""
    scraps = [
        (length, at)
        for at in range(1, len(stretches) - 1)
        if (length := _scrap_length(stretches[at - 1 : at + 2], settings))
    ]
    return min(scraps)[1] if scraps else None


def _scrap_length(around: Sequence[Sequence[Op]], settings: DisplaySettings) -> int:
    """How many words the middle one of three stretches keeps; 0 where they are to stay."""
    before, kept, after = around
    if not _is_kept(kept[0]) or not (_replaces(before) or _replaces(after)):
        return 0
    if {op.wijzigingen for op in before} != {op.wijzigingen for op in after}:
        return 0
    words = [token for op in kept for token in tokenise(op.text)]
    if any(token in SENTENCE_ENDS for token in words):
        return 0
    length = sum(map(is_word, words))
    most = settings.scrap_share * min(_size(before), _size(after))
    return length if length <= most else 0


def _replaces(changed: Sequence[Op]) -> bool:
    return len({op.sign for op in changed}) == 2


def _size(changed: Sequence[Op]) -> int:
    """Words of the larger side of a changed stretch."""
    return max(sum(count_words(op.text) for op in changed if op.sign == s) for s in "+-")


def as_blocks_when_dense(ops: Sequence[Op], settings: DisplaySettings = DISPLAY) -> list[Op]:
    """Show a block of which most words changed as its old words and then its new words."""
    # Counting characters is cheap, and few blocks need more.
    if _changed_share(ops, len) <= settings.density / 3:
        return list(ops)
    if _changed_share(ops, count_words) <= settings.density:
        return list(ops)
    result: list[Op] = []
    for index, op in enumerate(ops):
        result += _as_change(op, _nearest_cause(ops, index)) if op.sign == "=" else [op]
    return result


def gather(ops: Sequence[Op]) -> Iterator[Op]:
    """Put what went before what came in each changed stretch, and join what belongs together.

    The cells of a row are stretches of their own.
    """
    stretch: list[Op] = []
    for op in ops:
        if op.sign == "=" or op.text.startswith(CELL):
            yield from _joined(sorted(stretch, key=_came))
            stretch = []
        if op.sign == "=":
            yield op
        else:
            stretch.append(op)
    yield from _joined(sorted(stretch, key=_came))


def _came(op: Op) -> bool:
    return op.sign == "+"


def _joined(ops: Sequence[Op]) -> Iterator[Op]:
    last: Op | None = None
    for op in ops:
        if last and _belong_together(last, op):
            last = _join(last, op)
            continue
        if last:
            yield last
        last = op
    if last:
        yield last


def _belong_together(one: Op, other: Op) -> bool:
    a, b = one.old or one.new, other.old or other.new
    assert a is not None
    assert b is not None
    follow = a.placed is b.placed and a.end == b.start
    return one.sign == other.sign and one.wijzigingen == other.wijzigingen and follow


def _join(one: Op, other: Op) -> Op:
    old = replace(one.old, end=other.old.end) if one.old and other.old else None
    new = replace(one.new, end=other.new.end) if one.new and other.new else None
    return replace(
        one,
        old=old,
        new=new,
        elements=one.elements + other.elements,
        zonder_herkomst=one.zonder_herkomst or other.zonder_herkomst,
    )


def _is_island(op: Op, settings: DisplaySettings) -> bool:
    tokens = tokenise(op.text)
    words = [token for token in tokens if is_word(token)]
    if any(token in SENTENCE_ENDS for token in tokens):
        return False
    return len(words) <= settings.island_words and all(
        word.lower() in COMMON_WORDS for word in words
    )


def _is_replaced(ops: Sequence[Op], index: int) -> bool:
    """Whether words both went and came round an island: else it splits nothing."""
    signs = set()
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(ops) and ops[at].sign != "=":
            signs.add(ops[at].sign)
            at += step
    return len(signs) == 2


def _as_change(op: Op, wijzigingen: tuple[str, ...]) -> list[Op]:
    return [
        Op("-", op.old, None, (), wijzigingen),
        Op("+", None, op.new, (), wijzigingen),
    ]


def _nearest_cause(ops: Sequence[Op], index: int) -> tuple[str, ...]:
    for distance in range(1, len(ops)):
        for at in (index - distance, index + distance):
            if 0 <= at < len(ops) and ops[at].wijzigingen:
                return ops[at].wijzigingen
    return ()


def _changed_share(ops: Sequence[Op], measure: Callable[[str], int]) -> float:
    """Which part of both sides together is not kept; 0 where one side has nothing."""
    old = sum(measure(op.text) for op in ops if op.sign != "+")
    new = sum(measure(op.text) for op in ops if op.sign != "-")
    kept = sum(measure(op.text) for op in ops if op.sign == "=")
    return 1 - 2 * kept / (old + new) if old and new and kept else 0.0


def whole_cells(ops: Sequence[Op]) -> list[Op]:
    """Keep the ops of a table row as they are when every word stands in a cell of its own
    kind; else show the row as its old cells and then its new ones.

    Between versions far apart equal words of different cells may have cancelled.
    """
    if _cells_are_sound(ops):
        return list(ops)
    result: list[Op] = []
    for index, op in enumerate(ops):
        result += _as_change(op, _nearest_cause(ops, index)) if op.sign == "=" else [op]
    return sorted(result, key=_came)


def _cells_are_sound(ops: Sequence[Op]) -> bool:
    cell = "="
    for op in ops:
        has_cell = CELL in op.text
        lead = op.text.partition(CELL)[0] if has_cell else op.text
        if lead.strip() and cell not in ("=", op.sign):
            return False
        if has_cell:
            cell = op.sign
    return True
