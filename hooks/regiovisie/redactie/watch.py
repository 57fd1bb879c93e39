"""`check --watch`: the same check again each time a file is saved.

Files are looked at once a second; that works on every system and on network drives.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from regiovisie.errors import RegiovisieError

SECONDS_BETWEEN_LOOKS = 1.0
WATCHED = ("docs", "versions", "mkdocs.yml")


def reports(check: Callable[[], str], changes: Iterator[None]) -> Iterator[str]:
    """What ``check`` says now, and after each of the changes; problems are a report too."""
    while True:
        try:
            yield check()
        except RegiovisieError as error:
            yield str(error)
        if next(changes, "stop") == "stop":
            return


def changes_in(project: Path) -> Iterator[None]:
    """One item for each moment at which something in the project was saved; never ends."""
    before = _state(project)
    while True:
        time.sleep(SECONDS_BETWEEN_LOOKS)
        now = _state(project)
        if now != before:
            before = now
            yield None


def _state(project: Path) -> dict[str, tuple[int, int]]:
    """Every file with its time and size."""
    return {str(path): stamp for path in _files(project) if (stamp := _stamp(path))}


def _files(project: Path) -> Iterator[Path]:
    for name in WATCHED:
        yield project / name
        yield from (project / name).rglob("*")


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None  # an editor replaces a file by removing it first
    return found.st_mtime_ns, found.st_size
