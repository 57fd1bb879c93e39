"""The commits since a moment, as far as one folder is concerned."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from regiovisie.repo.door import opened, refusal
from regiovisie.repo.objects import base_of, entry_at, full_path
from regiovisie.repo.refs import commit_id, is_shallow

if TYPE_CHECKING:
    from git import Repo


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit, as far as a folder is concerned."""

    id: str
    parents: tuple[str, ...]
    """Ids, that of the branch it was made on first."""
    message: str
    folder: str
    """What git calls the content of the folder: equal where nothing in it differs."""
    parent_folders: tuple[str, ...]
    """The same of each parent."""


def commits_since(root: Path, mark: str, path: str, ref: str = "HEAD") -> tuple[Commit, ...]:
    """The commits up to ``ref`` after the one that last touched the file ``mark``.

    Parents stand before children. ``path`` is the folder that matters; both paths are seen
    from ``root``. Raises RegiovisieError when that commit cannot be found.
    """
    with opened(root, ref) as repository:
        base = base_of(repository, root)
        end = commit_id(repository, root, ref)
        start = _last_touched(repository, root, end, full_path(base, ref, mark), mark)
        folder = full_path(base, ref, path)
        log = repository.git.log(
            "-z", "--topo-order", "--reverse", "--format=%H%x01%P%x01%B", f"{start}..{end}"
        )
        lines = [line.split("\x01", 2) for line in filter(None, str(log).split("\0"))]
        folders = _Folders(repository, folder)
        return tuple(
            Commit(
                id=commit,
                parents=tuple(parents.split()),
                message=message,
                folder=folders[commit],
                parent_folders=tuple(folders[parent] for parent in parents.split()),
            )
            for commit, parents, message in lines
        )


def _last_touched(repository: Repo, root: Path, end: str, full: str, mark: str) -> str:
    found = str(repository.git.log("-1", "--format=%H", end, "--", full))
    if is_shallow(repository) and (not found or not _has_parents(repository, found)):
        wat = "Deze kopie van de repository heeft niet alle geschiedenis."
        raise refusal(root.as_posix(), wat, "Haal de rest op met: git fetch --unshallow --tags.")
    if not found:
        wat = f"Het bestand {mark} staat nog niet in git."
        raise refusal(mark, wat, "Leg de versie eerst vast in git, en probeer het opnieuw.")
    return found


def _has_parents(repository: Repo, commit: str) -> bool:
    """Whether git knows the parents of a commit; at the edge of a shallow copy it does not."""
    return bool(str(repository.git.log("-1", "--format=%P", commit)))


class _Folders(dict[str, str]):
    """Commit → what git calls the content of one folder in it; empty where it is not there."""

    def __init__(self, repository: Repo, folder: str) -> None:
        super().__init__()
        self._repository = repository
        self._folder = folder

    def __missing__(self, commit: str) -> str:
        found = entry_at(self._repository, commit, self._folder)
        self[commit] = found.id if found else ""
        return self[commit]
