"""Check everything, as CI does: `python3 scripts/test.py`.

Runs lint, formatting, types, a strict build and all tests, each to its end, and closes with one
line per step. Two run at a time: the build beside lint and types, and then the tests in a browser
beside the others. All tests read the site that was built; they build it themselves where it
failed, and where they run alone. With arguments it runs only pytest, and hands them on::

    python3 scripts/test.py tests/diff -k weave
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import environment

environment.enter(environment.TEST)

import chromium
import nginx
import nu

BUILT = "REGIOVISIE_SITE"
"""The variable that tells the tests where the site stands."""


@dataclass(frozen=True, slots=True)
class Step:
    """One check: a name to show and the command, run in the folder of the project."""

    naam: str
    command: tuple[str, ...]
    site: Path | None = None
    """The built site, for tests that read it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a step ended."""

    naam: str
    passed: bool
    seconds: float

    def __str__(self) -> str:
        return f"{'goed' if self.passed else 'FOUT'}  {self.naam:<12} {self.seconds:6.1f} s"


def main(arguments: list[str]) -> int:
    """Run the steps; 0 when all is well, else 1."""
    missing = list(left_out())
    with tempfile.TemporaryDirectory() as folder:
        if arguments:
            outcomes = [run_step(pytest_step(arguments))]
        else:
            outcomes = run_all(Path(folder) / "site")
    print("", *outcomes, sep="\n")
    for text in missing:
        print(f"\nNIET GEDRAAID: {text}, en kon niet worden geïnstalleerd.")
    return 0 if all(o.passed for o in outcomes) and not (missing and is_ci()) else 1


def left_out() -> Iterator[str]:
    """Which tests this machine cannot run, after what they need was asked for."""
    if chromium.ensure_chromium() is None:
        yield (
            "de tests in een echte browser (tests/browser). Er is geen Chromium, Chrome of Edge "
            "op deze computer"
        )
    if nginx.ensure_nginx() is None:
        yield "de tests met een echte webserver. Er is geen nginx op deze computer"
    if nu.ensure_nu() is None:
        yield "de controle van alle HTML. Er is geen Java of npm op deze computer"


def run_all(site: Path) -> list[Outcome]:
    """Run every step, in two turns of two at a time; the site is built at `site`."""
    first = run_beside(build_step(site), static_steps())
    built = site if first[-1].passed else None
    return [*first, *run_beside(browser_step(built), [other_tests_step(built)])]


def static_steps() -> list[Step]:
    """What reads the sources and runs nothing, cheapest first."""
    python = sys.executable
    return [
        Step("ruff", (python, "-m", "ruff", "check", ".")),
        Step("ruff format", (python, "-m", "ruff", "format", "--check", ".")),
        Step("mypy", (python, "-m", "mypy")),
    ]


def build_step(site: Path) -> Step:
    """The strict build."""
    return Step("build", (sys.executable, "scripts/build.py", "--site-dir", str(site)))


def browser_step(site: Path | None) -> Step:
    """The tests in a browser."""
    return pytest_step(["-q", "-m", "browser"], "browser", site)


def other_tests_step(site: Path | None) -> Step:
    """All other tests."""
    return pytest_step(["-q", "-m", "not browser"], "pytest", site)


def pytest_step(arguments: list[str], naam: str = "pytest", site: Path | None = None) -> Step:
    """The tests, with these arguments for pytest."""
    return Step(naam, (sys.executable, "-m", "pytest", *arguments), site)


def run_beside(beside: Step, steps: list[Step]) -> list[Outcome]:
    """Run the steps in turn and one beside them, whose output comes when all others are done."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        waiting = pool.submit(run_quietly, beside)
        outcomes = [run_step(step) for step in steps]
        last, output = waiting.result()
    print(f"\n── {beside.naam}", output, sep="\n", flush=True)
    return [*outcomes, last]


def run_step(step: Step) -> Outcome:
    """Run one step and let its output through."""
    print(f"\n── {step.naam}", flush=True)
    return _run(step, None)[0]


def run_quietly(step: Step) -> tuple[Outcome, str]:
    """Run one step and keep its output, with that of errors among it."""
    return _run(step, subprocess.PIPE)


def _run(step: Step, stdout: int | None) -> tuple[Outcome, str]:
    start = time.perf_counter()
    result = subprocess.run(
        step.command,
        cwd=environment.ROOT,
        env={**os.environ, **({BUILT: str(step.site)} if step.site else {})},
        check=False,
        stdout=stdout,
        stderr=subprocess.STDOUT if stdout else None,
        encoding="utf-8",
        errors="replace",
    )
    outcome = Outcome(step.naam, result.returncode == 0, time.perf_counter() - start)
    return outcome, result.stdout or ""


def is_ci() -> bool:
    """Whether this is a CI run, which may not pass with tests left out."""
    return os.environ.get("CI", "").lower() in {"true", "1"}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
