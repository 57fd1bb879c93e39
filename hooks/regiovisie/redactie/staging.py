"""A folder or a file that takes the place of another only when it is whole.

::

    with staged_folder(Path("site")) as folder:   # .site-nieuw-4711, empty
        (folder / "index.html").write_text(...)
    # site/ is the new folder now; had the block failed, it would be the old one still

The new folder stands beside the old one, on the same disk, so that taking its place is a
rename. Should the machine stop between the two renames, the old folder is put back by the
next run. One run at a time for one folder.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from regiovisie.errors import Problem, RegiovisieError

RENAME_ATTEMPTS = 10
"""On Windows a virus scanner may hold a new file for a moment; then a rename is refused."""
SECONDS_BETWEEN_ATTEMPTS = 0.2


def replace_text(path: Path, text: str) -> None:
    """Write a file at once or not at all."""
    staged = path.with_name(f".{path.name}-nieuw")
    staged.write_text(text, encoding="utf-8", newline="\n")
    staged.replace(path)


@contextmanager
def staged_folder(target: Path) -> Iterator[Path]:
    """An empty folder that becomes `target` when the block ends, and vanishes when it fails.

    Raises RegiovisieError when `target` is something that a site must not replace, or when
    the system refuses to replace it.
    """
    target = target.resolve()  # where a link leads, the folder is replaced and not the link
    _refuse_foreign(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    _restore_and_clean(target)
    staged = _beside(target, "nieuw")
    staged.mkdir()
    try:
        yield staged
        _swap(staged, target)
    finally:
        _remove(staged)


def _refuse_foreign(target: Path) -> None:
    """Refuse to replace anything but an empty folder or one with a site in it."""
    if not target.exists() or (target / "index.html").is_file():
        return
    if target.is_dir() and not any(target.iterdir()):
        return
    raise RegiovisieError(
        [
            Problem(
                file=target.as_posix(),
                entry="",
                key="",
                wat="Hier staat al iets dat geen eerder gebouwde site is.",
                doe="Kies een lege map, een map die nog niet bestaat, of die van een vorige site.",
            )
        ]
    )


def _restore_and_clean(target: Path) -> None:
    """Put back what an interrupted run set aside, and remove what it left."""
    for old in _leftovers(target, "oud"):
        if not target.exists():
            _rename(old, target)
    for kind in ("nieuw", "oud"):
        for folder in _leftovers(target, kind):
            _remove(folder)


def _leftovers(target: Path, kind: str) -> list[Path]:
    return sorted(target.parent.glob(f".{target.name}-{kind}-*"))


def _beside(target: Path, kind: str) -> Path:
    return target.with_name(f".{target.name}-{kind}-{os.getpid()}")


def _swap(staged: Path, target: Path) -> None:
    """Set the old folder aside, put the new one in its place, remove the old one."""
    old = _beside(target, "oud")
    try:
        if target.exists():
            _rename(target, old)
        try:
            _rename(staged, target)
        except OSError:
            if old.exists():
                _rename(old, target)
            raise
    except OSError as error:
        raise RegiovisieError([_not_replaced(target, error)]) from error
    _remove(old)


def replace_folder(made: Path, target: Path) -> None:
    """Put a copy of a folder in the place of another: before it is all old, after it all new.

    Where the system can exchange two names at once, that is one step. Where it cannot, a run
    that is stopped between two renames is mended by `put_back`.
    """
    _restore_and_clean(target)
    staged = _beside(target, "nieuw")
    try:
        shutil.copytree(made, staged)
        if not target.exists():
            _rename(staged, target)
        elif not _exchange(staged, target):
            _swap(staged, target)
    finally:
        _remove(staged)


def put_back(target: Path) -> None:
    """Put back a folder that a stopped run had set aside."""
    if not target.exists() and target.parent.is_dir():
        _restore_and_clean(target)


def _exchange(one: Path, other: Path) -> bool:
    """Give two folders each other's name in one step; False where the system cannot.

    Python has no such call. Linux has renameat2 and macOS renamex_np.
    """
    try:
        library = ctypes.CDLL(None, use_errno=True)
        names = os.fsencode(one), os.fsencode(other)
        if hasattr(library, "renameat2"):
            code = library.renameat2(_HERE, names[0], _HERE, names[1], ctypes.c_uint(_EXCHANGE))
        else:
            code = library.renamex_np(*names, ctypes.c_uint(_EXCHANGE))
    except (AttributeError, OSError, TypeError):
        return False
    return bool(code == 0)


_HERE = -100
"""AT_FDCWD: names are seen from the folder that the program is in."""
_EXCHANGE = 2
"""RENAME_EXCHANGE on Linux, RENAME_SWAP on macOS."""


def _not_replaced(target: Path, error: OSError) -> Problem:
    return Problem(
        file=target.as_posix(),
        entry="",
        key="",
        wat=f"De map kon niet worden vervangen ({error.strerror}).",
        doe="Sluit programma's die bestanden in deze map open hebben, en probeer het opnieuw.",
    )


def _rename(source: Path, destination: Path) -> None:
    """Rename, with patience."""
    for _ in range(RENAME_ATTEMPTS - 1):
        try:
            source.rename(destination)
        except PermissionError:
            time.sleep(SECONDS_BETWEEN_ATTEMPTS)
        else:
            return
    source.rename(destination)


def _remove(folder: Path) -> None:
    """Remove a folder; what is held by another program is left for the next run."""
    shutil.rmtree(folder, ignore_errors=True)
