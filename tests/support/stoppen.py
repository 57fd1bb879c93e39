"""A machine that stops at a write of choice, to see what is left then.

::

    stops = Stops(monkeypatch)
    act(); stops.writes          how many writes it takes
    stops.at(3); act()           raises StoppedError at the fourth
    stops.never()
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

WRITES = ("rename", "replace", "write_text", "write_bytes", "unlink", "mkdir")
"""The methods of a path that change something on disk."""
_NEVER = 1_000_000


class StoppedError(Exception):
    """The moment at which the machine stops."""


class Stops:
    """Counts the writes of a program, and stops it at one of them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.writes = 0
        self._limit = _NEVER
        self._monkeypatch = monkeypatch
        for name in WRITES:
            self.count(Path, name)
        self.count(shutil, "copy2")

    def count(self, owner: Any, name: str) -> None:
        """Count the calls of a function as writes."""
        original = getattr(owner, name)

        def counted(*args: Any, **keys: Any) -> Any:
            self.writes += 1
            if self.writes > self._limit:
                raise StoppedError
            return original(*args, **keys)

        self._monkeypatch.setattr(owner, name, counted)

    def at(self, number: int) -> None:
        """Stop after so many more writes."""
        self.writes, self._limit = 0, number

    def never(self) -> None:
        """Count from nought, and stop no more."""
        self.writes, self._limit = 0, _NEVER
