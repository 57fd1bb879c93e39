"""Files as they stood in a commit; the work tree is never touched."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from regiovisie.errors import RegiovisieError
from regiovisie.repo.door import opened, refusal
from regiovisie.repo.objects import (
    Entry,
    base_of,
    children,
    content_of,
    entry_at,
    full_path,
    listed,
)
from regiovisie.repo.refs import NEAREST, commit_id

if TYPE_CHECKING:
    from git import Repo


def read_markdown(root: Path, ref: str, path: str) -> tuple[tuple[str, bytes], ...]:
    """The Markdown files at ``path`` as they stood at ``ref``, sorted by name.

    ``path`` is a folder or one file, seen from ``root``, with forward slashes; ``root`` may be
    a folder inside the repository. Files in folders below the folder are left out, as are
    hidden ones. Raises RegiovisieError when there is nothing to read.
    """
    with opened(root, ref) as repository:
        commit = commit_id(repository, root, ref)
        base = base_of(repository, root)
        found = entry_at(repository, commit, full_path(base, ref, path))
        if found is None:
            raise _absent(repository, commit, base, ref, path)
        if found.soort == "blob":
            return ((found.name, content_of(repository, found)),)
        entries = [e for e in children(repository, found) if _is_markdown(e)]
        if not entries:
            wat = f"In de map {path or '.'} stond bij {ref} geen Markdown-bestand."
            raise refusal(f"{ref}:{path}", wat, "Noem een map met bestanden die eindigen op .md.")
        return tuple((entry.name, content_of(repository, entry)) for entry in entries)


def content_with(root: Path, path: str, is_wanted: Callable[[bytes], bool]) -> bytes | None:
    """The newest content of a file in git that is wanted; None where no commit has such.

    Raises RegiovisieError where there is no git.
    """
    with opened(root, "HEAD") as repository:
        full = full_path(base_of(repository, root), "HEAD", path)
        for commit in str(repository.git.log("--format=%H", "--", full)).split():
            entry = entry_at(repository, commit, full)
            if entry is None or entry.soort != "blob":
                continue
            if is_wanted(found := content_of(repository, entry)):
                return found
    return None


def uncommitted(root: Path, path: str) -> tuple[str, ...]:
    """The files below a folder that are not in git as they stand, new ones too; sorted.

    Raises RegiovisieError where there is no git.
    """
    with opened(root, "HEAD") as repository:
        full = full_path(base_of(repository, root), "HEAD", path)
        status = repository.git.status("--porcelain", "-z", "--untracked-files=all", "--", full)
        return tuple(sorted(line[3:] for line in str(status).split("\0") if line[2:3] == " "))


def export_files(root: Path, ref: str, target: Path, paths: Sequence[str]) -> None:
    """Write files and folders of a commit below the folder ``target``.

    ``paths`` are seen from ``root``; those that the commit does not have are left out, and so
    are links and other repositories, which could lead out of the folder.
    """
    with opened(root, ref) as repository:
        commit = commit_id(repository, root, ref)
        base = base_of(repository, root)
        full = [full_path(base, ref, path) for path in paths]
        prefix = f"{base}/" if base else ""
        for entry in listed(repository, "-r", commit, "--", *full):
            if not entry.is_file:
                continue
            file = target / entry.path.removeprefix(prefix)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content_of(repository, entry))


def _is_markdown(entry: Entry) -> bool:
    return entry.is_file and entry.name.lower().endswith(".md") and not entry.name.startswith(".")


def _absent(repository: Repo, commit: str, base: str, ref: str, path: str) -> RegiovisieError:
    wat = f"Bij {ref} (commit {commit[:10]}) bestond {path} niet."
    doe = "Kijk of het pad klopt, gezien vanaf de map van het project."
    everything = str(repository.git.ls_tree("-r", "-z", "--full-tree", "--name-only", commit))
    prefix = f"{base}/" if base else ""
    inside = (n.removeprefix(prefix) for n in everything.split("\0") if n.startswith(prefix))
    texts = [name for name in inside if name.lower().endswith(".md")]
    near = difflib.get_close_matches(path, [*_folders(texts), *texts], n=NEAREST)
    if near:
        doe = f"Bedoelt u {' of '.join(near)}?"
    return refusal(f"{ref}:{path}", wat, doe)


def _folders(files: list[str]) -> list[str]:
    return sorted({name.rpartition("/")[0] for name in files} - {""})
