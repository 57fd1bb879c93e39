"""What a commit holds: folders and files, by their path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from regiovisie.repo.door import refusal

if TYPE_CHECKING:
    from git import Repo


@dataclass(frozen=True, slots=True)
class Entry:
    """What git holds at one path."""

    mode: str
    soort: str
    """``blob``: a file; ``tree``: a folder; ``commit``: another repository."""
    id: str
    path: str
    """Seen from where was listed: the top of the repository, or a folder."""

    @property
    def name(self) -> str:
        """The last part of its path."""
        return self.path.rpartition("/")[2]

    @property
    def is_file(self) -> bool:
        """Whether it holds content of its own: a link holds a path, not a text."""
        return self.soort == "blob" and self.mode != "120000"


# --- paths


def base_of(repository: Repo, root: Path) -> str:
    """The folder of the project as seen from the top of the repository; empty where it is that."""
    top = repository.working_tree_dir
    if top is None or repository.bare:
        return ""
    base = root.resolve().relative_to(Path(top).resolve()).as_posix()
    return "" if base == "." else base


def full_path(base: str, ref: str, path: str) -> str:
    """The path as seen from the top of the repository; empty for the top itself."""
    parts: list[str] = []
    for part in (*base.split("/"), *path.split("/")):
        if part == ".." and parts:
            parts.pop()
        elif part == "..":
            wat = f"Het pad {path} wijst buiten de repository."
            raise refusal(f"{ref}:{path}", wat, "Noem een map of bestand in de repository.")
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


# --- content


def entry_at(repository: Repo, commit: str, full: str) -> Entry | None:
    """What stands at a path in a commit; None where nothing does."""
    if not full:
        tree = str(repository.git.rev_parse(f"{commit}^{{tree}}"))
        return Entry("040000", "tree", tree, "")
    return next(listed(repository, commit, "--", full), None)


def children(repository: Repo, folder: Entry) -> list[Entry]:
    """What a folder holds, sorted by name."""
    return sorted(listed(repository, folder.id), key=lambda entry: entry.name)


def listed(repository: Repo, *which: str) -> Iterator[Entry]:
    """Lines of ls-tree; -z because git writes other names than plain ones in quotes."""
    output = str(repository.git.ls_tree("-z", "--full-tree", *which))
    for line in filter(None, output.split("\0")):
        about, _, path = line.partition("\t")
        mode, soort, object_id = about.split(" ")
        yield Entry(mode, soort, object_id, path)


def content_of(repository: Repo, entry: Entry) -> bytes:
    """What a file holds."""
    content = repository.git.cat_file(
        "blob", entry.id, stdout_as_string=False, strip_newline_in_stdout=False
    )
    assert isinstance(content, bytes)
    return content
