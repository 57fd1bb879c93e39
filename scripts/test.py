"""Check everything, as CI does: `python3 scripts/test.py`.

Runs lint, formatting, types, all tests and a strict build, each to its end, and closes with
one line per step. With arguments it runs only pytest, and hands them on::

    python3 scripts/test.py tests/diff -k weave
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import environment

environment.enter(environment.TEST)

import chromium
import nginx
import nu


@dataclass(frozen=True, slots=True)
class Step:
    """One check: a name to show and the command, run in the folder of the project."""

    naam: str
    command: tuple[str, ...]


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
        steps = [pytest_step(arguments)] if arguments else all_steps(Path(folder) / "site")
        outcomes = [run_step(step) for step in steps]
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


def all_steps(site_dir: Path) -> list[Step]:
    """Every check, cheapest first."""
    python = sys.executable
    return [
        Step("ruff", (python, "-m", "ruff", "check", ".")),
        Step("ruff format", (python, "-m", "ruff", "format", "--check", ".")),
        Step("mypy", (python, "-m", "mypy")),
        pytest_step(["-q"]),
        Step("build", (python, "scripts/build.py", "--site-dir", str(site_dir))),
    ]


def pytest_step(arguments: list[str]) -> Step:
    """The tests, with these arguments for pytest."""
    return Step("pytest", (sys.executable, "-m", "pytest", *arguments))


def run_step(step: Step) -> Outcome:
    """Run one step and let its output through."""
    print(f"\n── {step.naam}", flush=True)
    start = time.perf_counter()
    result = subprocess.run(step.command, cwd=environment.ROOT, check=False)
    return Outcome(step.naam, result.returncode == 0, time.perf_counter() - start)


def is_ci() -> bool:
    """Whether this is a CI run, which may not pass with tests left out."""
    return os.environ.get("CI", "").lower() in {"true", "1"}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
