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

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import OSA


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


_WORD = re.compile(r"[^\W\d_]{4}")


def nearest(value: str, known: Iterable[str]) -> str:
    """The known value that was probably meant; empty where none is near.

    One slip in four characters is a typing mistake, and so is leaving out a part of a name::

        nearest("overgenoomen", ["overgenomen", "open"])   → "overgenomen"
        nearest("winter", ["2025-11-consultatieversie"])   → ""
        nearest("TA-99", ["TA-01"])                        → "": a number is no slip of another
    """
    ranked = sorted((OSA.distance(value, name), name) for name in known)
    typed = (name for distance, name in ranked if _is_slip(value, name, distance))
    begun = (name for _, name in ranked if len(value) > 3 and name.startswith(value))
    return next(typed, None) or next(begun, "")


def _is_slip(value: str, name: str, distance: int) -> bool:
    shortest = min(len(value), len(name))
    # Of a long name people leave out a part: voorbeeldraad for voorbeeldadviesraad.
    left_out = shortest > 7 and distance == abs(len(value) - len(name))
    if shortest < 3 or distance > (shortest // 2 if left_out else max(1, shortest // 4)):
        return False
    same_form = len(value) == len(name) and re.sub(r"\d", "0", value) == re.sub(r"\d", "0", name)
    # In an id only the digits tell; two that differ in them are two things, unless they swapped.
    if same_form and not _WORD.search(value):
        return sorted(value) == sorted(name)
    return True
