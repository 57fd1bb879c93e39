"""What is wrong with the input, said so that an editor can mend it.

A problem carries the trail that leads to it and the way out::

    docs/zienswijzen/zw-12.md, regel 9
      ZW-12 › punten › ZW-12.3 › uitkomst
      "overgenoomen" is geen uitkomst.
      → Bedoelt u "overgenomen"?

Nothing in the core stops at the first problem: problems are collected, and one
`RegiovisieError` carries them all to the command or hook that prints them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing an editor must mend."""

    file: str
    """Path in the project, with forward slashes; a folder where the problem is the folder's."""
    entry: str
    """The entry in that file, outermost first: ``ZW-12 › punten › ZW-12.3``; may be empty."""
    key: str
    """The key in that entry; may be empty."""
    wat: str
    """What is wrong: a Dutch sentence."""
    doe: str
    """What to do about it: a Dutch sentence."""
    line: int | None = None
    """Line in the file, counted from 1, where it is known."""

    @property
    def sort_key(self) -> tuple[str, int, str, str, str]:
        """The order in which problems are listed: by file, then by place in it."""
        return (self.file, self.line or 0, self.entry, self.key, self.wat)


class RegiovisieError(Exception):
    """The input cannot be published as it is. The message lists every problem."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems), key=lambda problem: problem.sort_key))
        super().__init__(format_problems(self.problems))


def format_problems(problems: Iterable[Problem]) -> str:
    """The problems as text for a terminal, each on three or four lines."""
    return "\n\n".join(_format_problem(problem) for problem in problems)


def _format_problem(problem: Problem) -> str:
    where = problem.file if problem.line is None else f"{problem.file}, regel {problem.line}"
    trail = " › ".join(part for part in (problem.entry, problem.key) if part)
    lines = [where, *([f"  {trail}"] if trail else []), f"  {problem.wat}", f"  → {problem.doe}"]
    return "\n".join(lines)
