"""Speed and quality against the peers, side by side: `python3 scripts/bench.py`.

Makes its documents from a seed and knows therefore what was done to them. Prints one table
with a row per tool, then what a weave of many versions costs, then each bound with what was
measured. With `--quick` it takes small documents and about a minute.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import environment

environment.enter(environment.BENCH)

import click

from benchmark import report, weaving
from benchmark.measures import Outcome, Quality, quality_of
from benchmark.pairs import Afstand, Cut, Interner, Pair, cut_words, make_pair, simple_words
from benchmark.timing import take_turns
from benchmark.tools import ENGINE, INDEL, NOT_RUN, TOOLS, Task, Tool
from regiovisie.redactie.command import Command, Mistyped, debug_option, run

BASIS = "knippen en nummeren"
"""The task against which every time is told."""
SIMPLE = "eenvoudig knippen en nummeren"
"""The same with the plainest rule for what a word is."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured."""

    sizes: tuple[int, ...]
    rounds: int
    versions: int
    version_words: int
    pair_step: int
    """Of all pairs of versions, every so many-th is measured."""
    growth: tuple[int, ...]
    memory_words: int
    """Words of the documents of which memory is measured; 0 leaves it out."""


FULL = Plan(
    sizes=(3_000, 10_000, 30_000, 60_000, 110_000),
    rounds=7,
    versions=30,
    version_words=10_000,
    pair_step=9,
    growth=(1_000, 5_000, 20_000, 80_000, 300_000),
    memory_words=52_000,
)
QUICK = Plan(
    sizes=(3_000, 12_000, 30_000),
    rounds=3,
    versions=30,
    version_words=3_000,
    pair_step=15,
    growth=(1_000, 4_000, 16_000),
    memory_words=0,
)
SHARES: tuple[tuple[Afstand, float], ...] = (
    ("buur", 0.025),
    ("buur", 0.045),
    ("ver", 0.3),
    ("ver", 0.6),
)
"""How much of a document is edited. Edits overlap, and what moves counts double; so the share
of words that must be marked comes out somewhat lower."""


@click.command("bench.py", cls=Command)
@click.option("--quick", is_flag=True, help="Kleine teksten: klaar in ongeveer een minuut.")
@click.option("--seed", metavar="N", type=int, default=1, help="Waaruit de teksten ontstaan.")
@click.option("--peers", metavar="NAAM,…", help="Alleen deze, naast deze motor en rapidfuzz.")
@debug_option
def bench(quick: bool, seed: int, peers: str | None) -> None:
    """Vergelijk deze motor met andere: snelheid en kwaliteit, naast elkaar gemeten."""
    plan = QUICK if quick else FULL
    tools = present(chosen(peers))
    with tempfile.TemporaryDirectory() as folder:
        results = measure(tools, plan, seed, Path(folder))
        tell_table(results, tools)
        has_git = any(tool.program == "git" for tool in tools)
        tell_bounds(results, plan, seed, Path(folder), has_git=has_git)


def chosen(peers: str | None) -> list[Tool]:
    """The tools that were asked for; the engine and what it is held against always."""
    if peers is None:
        return list(TOOLS)
    names = {name.strip() for name in peers.split(",")} - {""}
    if unknown := names - {tool.naam for tool in TOOLS}:
        known = ", ".join(tool.naam for tool in TOOLS)
        raise Mistyped(f"{', '.join(sorted(unknown))} is niet bekend. Kies uit: {known}.")
    return [tool for tool in TOOLS if tool.naam in names | {ENGINE, INDEL}]


def present(tools: Iterable[Tool]) -> list[Tool]:
    """The tools that are there; says of the others why not."""
    there: list[Tool] = []
    for tool in tools:
        if reason := tool.absence():
            click.echo(f"overgeslagen: {tool.naam}: {reason}")
        else:
            there.append(tool)
    for naam, reason in NOT_RUN.items():
        click.echo(f"overgeslagen: {naam}: {reason}")
    return there


def measure(
    tools: Sequence[Tool], plan: Plan, seed: int, folder: Path
) -> dict[str, list[report.Measured]]:
    """Every tool on every pair that it is asked for."""
    results: dict[str, list[report.Measured]] = {tool.naam: [] for tool in tools}
    for number, words in enumerate(plan.sizes):
        for part, (afstand, share) in enumerate(SHARES):
            pair = make_pair(seed + 10 * number + part, words, afstand, share)
            click.echo(f"meten: {pair.naam} woorden, {pair.changed:.1%} gewijzigd", err=True)
            for naam, measured in measure_pair(tools, pair, plan.rounds, folder).items():
                results[naam].append(measured)
    return results


def measure_pair(
    tools: Sequence[Tool], pair: Pair, rounds: int, folder: Path
) -> dict[str, report.Measured]:
    """Every tool on one pair, in turns."""
    words = len(pair.numbers[0])
    asked = [tool for tool in tools if words <= tool.most_words]
    tasks = {tool.naam: tool.prepare(pair, folder) for tool in asked}
    basis = {BASIS: cutting_task(pair, cut_words), SIMPLE: cutting_task(pair, simple_words)}
    times = take_turns({**basis, **tasks}, rounds)
    measured: dict[str, report.Measured] = {}
    for tool in asked:
        mine, is_program = times[tool.naam], bool(tool.program)
        measured[tool.naam] = report.Measured(
            paar=f"{pair.naam}, {pair.changed:.1%}".replace(".", ","),
            afstand=pair.afstand,
            seconds=mine.seconds(is_program=is_program),
            basis=times[BASIS].seconds(is_program=is_program),
            simple=times[SIMPLE].seconds(is_program=is_program),
            quality=judged(pair, tasks[tool.naam], mine.result),
        )
    return measured


def cutting_task(pair: Pair, cut: Cut) -> Task:
    """Cutting both texts into words and giving each word its number."""
    old, new = pair.lines

    def run_it() -> tuple[list[int], list[int]]:
        interner = Interner(cut)
        return interner.numbers(old), interner.numbers(new)

    return Task(run_it, lambda _result: Outcome(()))


def judged(pair: Pair, task: Task, result: object) -> Quality:
    """The quality of a result."""
    return quality_of(pair.truth, task.read(result))


def tell_table(results: report.Results, tools: Sequence[Tool]) -> None:
    """The one table, and the engine pair by pair."""
    programs = frozenset(tool.naam for tool in tools if tool.program)
    parts = (
        report.peer_table(results, programs),
        [report.UITLEG],
        [report.ranks(results)],
        report.pair_table(results),
        report.likeness_lines(results),
    )
    for part in parts:
        click.echo("\n" + "\n".join(part))


def tell_bounds(
    results: report.Results, plan: Plan, seed: int, folder: Path, *, has_git: bool
) -> None:
    """The weave, and every bound with what was measured."""
    click.echo("meten: weefsel, groei, geheugen", err=True)
    woven = weaving.measure_weaving(
        seed,
        plan.version_words,
        plan.versions,
        step=plan.pair_step,
        folder=folder,
        with_git=has_git,
    )
    bounds = [
        *report.pair_bounds(results),
        *report.weave_bounds(woven),
        *report.growth_bounds(*weaving.growth(seed, plan.growth)),
        *report.memory_bounds(*memories(plan, seed)),
        *report.quality_bounds(results),
    ]
    click.echo("\n" + "\n".join(report.weave_lines(woven)))
    click.echo("\n" + "\n".join(bound.line() for bound in bounds))


def memories(plan: Plan, seed: int) -> tuple[float | None, float | None]:
    """Memory of one pair and of a chain, where the plan has it measured."""
    if not plan.memory_words:
        return None, None
    return (
        weaving.pair_memory(seed, plan.memory_words),
        weaving.chain_memory(seed, plan.memory_words, plan.versions),
    )


if __name__ == "__main__":
    sys.exit(run(bench, sys.argv[1:], "python3 scripts/bench.py"))
