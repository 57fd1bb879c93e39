"""What a build costs as a project grows: `python3 scripts/bench_site.py`.

Makes projects of 1, 36 and 300 zienswijzen (3, 250 and 2,000 points) from a seed, builds each
site in this process, and prints the time per page against that of the smallest.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

import environment

environment.enter(environment.SITE)

import click

from benchmark.dossier import Omvang, write_project
from regiovisie import site
from regiovisie.redactie.command import Command, debug_option, run

SIZES = (Omvang(1, 3, 2), Omvang(36, 250, 4), Omvang(300, 2000, 6))
HEADINGS = ("zienswijzen", "punten", "versies", "pagina's", "seconden", "ms/pagina", "verhouding")


@click.command("bench_site.py", cls=Command)
@click.option("--seed", default=1, metavar="GETAL", help="Het begin van het toeval. Standaard: 1.")
@click.option("--rondes", default=3, metavar="GETAL", help="Hoe vaak elke site wordt gebouwd.")
@debug_option
def bench_site(seed: int, rondes: int) -> None:
    """Meet hoe de bouwtijd per pagina groeit met het aantal zienswijzen."""
    with tempfile.TemporaryDirectory() as folder:
        projects = [Path(folder) / str(omvang.zienswijzen) for omvang in SIZES]
        for project, omvang in zip(projects, SIZES, strict=True):
            write_project(project, omvang, seed)
        measured = _in_turns(projects, rondes)
    click.echo(_row(HEADINGS))
    smallest = measured[0][1] / measured[0][0]
    for omvang, (pages, seconds) in zip(SIZES, measured, strict=True):
        click.echo(_row(_figures(omvang, pages, seconds, smallest)))


def _in_turns(projects: Sequence[Path], rounds: int) -> list[tuple[int, float]]:
    """Pages and the shortest time of each project; a round builds all of them once."""
    found = [[_build(project) for project in projects] for _ in range(rounds)]
    return [min(tries, key=lambda one: one[1]) for tries in zip(*found, strict=True)]


def _build(project: Path) -> tuple[int, float]:
    with tempfile.TemporaryDirectory() as folder:
        started = perf_counter()
        summary = site.build(project, Path(folder) / "site", productie=False)
        return summary.paginas, perf_counter() - started


def _figures(omvang: Omvang, pages: int, seconds: float, smallest: float) -> tuple[str, ...]:
    per_page = seconds / pages
    counts = (omvang.zienswijzen, omvang.punten, omvang.versies, pages)
    times = (f"{seconds:.1f}", f"{per_page * 1000:.1f}", f"{per_page / smallest:.2f}")
    return (*map(str, counts), *times)


def _row(cells: Sequence[str]) -> str:
    return "  ".join(
        cell.rjust(len(heading)) for cell, heading in zip(cells, HEADINGS, strict=True)
    )


if __name__ == "__main__":
    sys.exit(run(bench_site, sys.argv[1:], "python3 scripts/bench_site.py"))
