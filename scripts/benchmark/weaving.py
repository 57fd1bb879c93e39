"""Many versions in one weave: what it costs, and whether its pairs are as small as can be."""

from __future__ import annotations

import math
import time
import tracemalloc
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import combinations, pairwise
from pathlib import Path
from statistics import median
from typing import Any

from rapidfuzz.distance import Indel

from benchmark.document import Document, plain_lines
from benchmark.measures import tokens
from benchmark.pairs import Interner, forget_words, make_chain, make_pair, tekst_of
from benchmark.timing import clocked
from benchmark.tools import GIT, compare_teksten, pair_edits, program_output
from regiovisie.diff.history import History, build_history
from regiovisie.diff.place import OnderdeelDiff, compare
from regiovisie.model import Tekst

ROUNDS = 3
MEBIBYTE = 1 << 20


@dataclass(slots=True)
class PairTimes:
    """Of each pair of versions: seconds by each tool, and marked words both ways."""

    weave: list[float] = field(default_factory=list)
    """Of every pair, one after another: two wordings that met before are known."""
    cold: list[float] = field(default_factory=list)
    """Of a pair that is the first one asked for."""
    indel: list[float] = field(default_factory=list)
    git: list[float] = field(default_factory=list)
    cut: list[float] = field(default_factory=list)
    """To cut and number both texts of the pair."""
    composed: list[int] = field(default_factory=list)
    direct: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Weaving:
    """The measures of one chain. Times are seconds of the processor, of git by the clock."""

    versions: int
    words: int
    cut: float
    """To cut and number all versions."""
    build: float
    pairs: PairTimes
    memory: float
    """Of the weave with all that belongs to it, in MiB."""


def measure_weaving(
    seed: int, words: int, versions: int, *, step: int, folder: Path, with_git: bool
) -> Weaving:
    """Build a chain, weave it and draw pairs from it: every ``step``-th of all."""
    chain = make_chain(seed, words, versions, 0.03)
    teksten = [tekst_of(f"versie {n}", document) for n, document in enumerate(chain)]
    cut, build, history = _built(chain, teksten)
    chosen = list(combinations(range(versions), 2))[::step]
    pairs = PairTimes()
    _time_words(chain, chosen, pairs)
    _time_weave(history, teksten, chosen, pairs)
    if with_git:
        _time_git(chain, chosen, pairs, folder)
    return Weaving(
        versions,
        words,
        cut,
        build,
        pairs,
        peak_memory(lambda: build_history(teksten)),
    )


def _built(chain: Sequence[Document], teksten: Sequence[Tekst]) -> tuple[float, float, History]:
    cut: list[float] = []
    build: list[float] = []
    history = None
    for _ in range(ROUNDS):
        cut.append(clocked(lambda: _numbers(chain))[0])
        forget_words()
        seconds, _, history = clocked(lambda: build_history(teksten))
        build.append(seconds)
    assert history is not None
    return median(cut), median(build), history


def _numbers(documents: Iterable[Document]) -> list[list[int]]:
    interner = Interner()
    return [interner.numbers(plain_lines(document)) for document in documents]


Chosen = Sequence[tuple[int, int]]


def _time_words(chain: Sequence[Document], chosen: Chosen, pairs: PairTimes) -> None:
    """The peer gets words that were cut and numbered once, for all pairs."""
    numbers = _numbers(chain)
    for van, naar in chosen:
        opcodes = partial(Indel.opcodes, numbers[van], numbers[naar])
        pairs.indel.append(clocked(opcodes)[0])
        pairs.cut.append(clocked(partial(_numbers, (chain[van], chain[naar])))[0])


def _time_weave(
    history: History, teksten: Sequence[Tekst], chosen: Chosen, pairs: PairTimes
) -> None:
    for van, naar in combinations(range(len(teksten)), 2):
        start = time.process_time()
        pair_edits(compare(history, van, naar))
        pairs.weave.append(time.process_time() - start)
    for van, naar in chosen:
        history.edits.clear()
        drawn = partial(_drawn, history, van, naar)
        pairs.cold.append(clocked(drawn)[0])
        pairs.composed.append(marked(compare(history, van, naar)))
        direct = build_history([teksten[van], teksten[naar]])
        pairs.direct.append(marked(compare(direct, 0, 1)))


def _drawn(history: History, van: int, naar: int) -> object:
    return pair_edits(compare(history, van, naar))


def _time_git(chain: Sequence[Document], chosen: Chosen, pairs: PairTimes, folder: Path) -> None:
    paths = [folder / f"versie {n}.txt" for n in range(len(chain))]
    for path, document in zip(paths, chain, strict=True):
        path.write_text("\n".join(plain_lines(document)) + "\n", encoding="utf-8", newline="\n")
    for van, naar in chosen:
        command = (*GIT, str(paths[van]), str(paths[naar]))
        pairs.git.append(clocked(partial(program_output, command))[1])


def marked(diffs: Iterable[OnderdeelDiff]) -> int:
    """How many words a comparison marks, before any pass."""
    return sum(
        len(tokens(op.text))
        for diff in diffs
        for entry in diff.entries
        for op in entry.ops
        if op.sign != "="
    )


def peak_memory(run: Callable[[], Any]) -> float:
    """By how many MiB memory grows at most while this runs."""
    forget_words()
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        result = run()
        peak = tracemalloc.get_traced_memory()[1]
        del result
    finally:
        tracemalloc.stop()
    return (peak - before) / MEBIBYTE


def pair_memory(seed: int, words: int) -> float:
    """What comparing two neighbouring versions takes, in MiB."""
    teksten = make_pair(seed, words, "buur", 0.02).teksten
    return peak_memory(lambda: compare_teksten(teksten))


def chain_memory(seed: int, words: int, versions: int) -> float:
    """What the weave of many versions takes, in MiB."""
    chain = make_chain(seed, words, versions, 0.02)
    teksten = [tekst_of(f"versie {n}", document) for n, document in enumerate(chain)]
    return peak_memory(lambda: build_history(teksten))


def growth(seed: int, sizes: Sequence[int]) -> tuple[float, list[tuple[int, float]]]:
    """The exponent with which time grows with length, and seconds by number of words."""
    measured: list[tuple[int, float]] = []
    for words in sizes:
        teksten = make_pair(seed, words, "buur", 0.02).teksten
        seconds: list[float] = []
        for _ in range(ROUNDS):
            forget_words()
            seconds.append(clocked(partial(compare_teksten, teksten))[0])
        measured.append((words, median(seconds)))
    return slope([(math.log(words), math.log(time)) for words, time in measured]), measured


def steepest(measured: Sequence[tuple[int, float]]) -> float:
    """The largest exponent between two sizes that follow one another."""
    return max(math.log(t2 / t1) / math.log(w2 / w1) for (w1, t1), (w2, t2) in pairwise(measured))


def slope(points: Sequence[tuple[float, float]]) -> float:
    """Of the straight line closest to some points."""
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    over = sum((x - mean_x) * (y - mean_y) for x, y in points)
    return over / sum((x - mean_x) ** 2 for x, _ in points)
