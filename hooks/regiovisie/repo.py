"""Texts as git remembers them: the Markdown files of a folder, at any commit that has a name.

::

    read_markdown(root, "HEAD~2", "docs/regiovisie")  →  [("01-inleiding.md", b"# Inleiding…"), …]

Only this module knows git. It never touches the work tree: what it gives comes straight from
the commit, so nobody has to stash work to look at an older text. GitPython is imported when it
is used, because it refuses to be imported where there is no git.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from regiovisie.errors import Problem, RegiovisieError

if TYPE_CHECKING:
    from git import Repo

_KEPT_PREFIXES = ("GIT_PYTHON_", "GIT_CONFIG_KEY_", "GIT_CONFIG_VALUE_")
_KEPT = frozenset({"GIT_EXEC_PATH", "GIT_CONFIG_COUNT", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_GLOBAL"})
_NEAREST = 3


def read_markdown(root: Path, ref: str, path: str) -> tuple[tuple[str, bytes], ...]:
    """The Markdown files at ``path`` as they stood at ``ref``, sorted by name.

    ``path`` is a folder or one file, seen from ``root``, with forward slashes; ``root`` may be
    a folder inside the repository. Files in folders below the folder are left out, as are
    hidden ones. Raises RegiovisieError when there is nothing to read.
    """
    with _opened(root, ref) as repository:
        commit = _commit(repository, root, ref)
        base = _base(repository, root)
        found = _entry(repository, commit, _full_path(base, ref, path))
        if found is None:
            raise _absent(repository, commit, base, ref, path)
        if found.soort == "blob":
            return ((found.name, _content(repository, found)),)
        entries = [e for e in _children(repository, found) if _is_markdown(e)]
        if not entries:
            wat = f"In de map {path or '.'} stond bij {ref} geen Markdown-bestand."
            raise _error(f"{ref}:{path}", wat, "Noem een map met bestanden die eindigen op .md.")
        return tuple((entry.name, _content(repository, entry)) for entry in entries)


def resolve_ref(root: Path, ref: str) -> str:
    """The full id of the commit that ``ref`` names: a branch, a tag, ``HEAD~2``, a short id.

    Raises RegiovisieError when it names none.
    """
    with _opened(root, ref) as repository:
        return _commit(repository, root, ref)


def content_with(root: Path, path: str, is_wanted: Callable[[bytes], bool]) -> bytes | None:
    """The newest content of a file in git that is wanted; None where no commit has such.

    Raises RegiovisieError where there is no git.
    """
    with _opened(root, "HEAD") as repository:
        full = _full_path(_base(repository, root), "HEAD", path)
        for commit in str(repository.git.log("--format=%H", "--", full)).split():
            entry = _entry(repository, commit, full)
            if entry and entry.soort == "blob" and is_wanted(found := _content(repository, entry)):
                return found
    return None


def uncommitted(root: Path, path: str) -> tuple[str, ...]:
    """The files below a folder that are not in git as they stand, new ones too; sorted.

    Raises RegiovisieError where there is no git.
    """
    with _opened(root, "HEAD") as repository:
        full = _full_path(_base(repository, root), "HEAD", path)
        status = repository.git.status("--porcelain", "-z", "--untracked-files=all", "--", full)
        return tuple(sorted(line[3:] for line in str(status).split("\0") if line[2:3] == " "))


def merge_base(root: Path, one: str, other: str) -> str:
    """The newest commit that both refs come from. Raises RegiovisieError when there is none."""
    from git.exc import GitCommandError

    with _opened(root, one) as repository:
        ids = [_commit(repository, root, ref) for ref in (one, other)]
        try:
            return str(repository.git.merge_base(*ids))
        except GitCommandError as error:
            wat = f"{one} en {other} hebben geen gezamenlijk begin."
            doe = _UNSHALLOW if _is_shallow(repository) else "Kijk of u de goede takken noemt."
            raise _error(root.as_posix(), wat, doe) from error


def export_files(root: Path, ref: str, target: Path, paths: Sequence[str]) -> None:
    """Write files and folders of a commit below the folder ``target``.

    ``paths`` are seen from ``root``; those that the commit does not have are left out, and so
    are links and other repositories, which could lead out of the folder.
    """
    with _opened(root, ref) as repository:
        commit = _commit(repository, root, ref)
        base = _base(repository, root)
        full = [_full_path(base, ref, path) for path in paths]
        prefix = f"{base}/" if base else ""
        for entry in _files_below(repository, commit, full):
            name = entry.name.removeprefix(prefix)
            file = target / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(_content(repository, entry))


def _files_below(repository: Repo, commit: str, paths: Sequence[str]) -> Iterator[_Entry]:
    """Every plain file below some paths of a commit, named by its whole path."""
    output = str(repository.git.ls_tree("-r", "-z", "--full-tree", commit, "--", *paths))
    for line in filter(None, output.split("\0")):
        about, _, name = line.partition("\t")
        mode, soort, object_id = about.split(" ")
        if soort == "blob" and mode != "120000":
            yield _Entry(mode, soort, object_id, name)


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


def commits_since(root: Path, mark: str, path: str) -> tuple[Commit, ...]:
    """The commits after the one that last touched the file ``mark``, parents before children.

    ``path`` is the folder that matters; both paths are seen from ``root``. Raises
    RegiovisieError when that commit cannot be found.
    """
    with _opened(root, "HEAD") as repository:
        base = _base(repository, root)
        start = _last_touched(repository, root, _full_path(base, "HEAD", mark), mark)
        folder = _full_path(base, "HEAD", path)
        log = repository.git.log(
            "-z", "--topo-order", "--reverse", "--format=%H%x01%P%x01%B", f"{start}..HEAD"
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


def _last_touched(repository: Repo, root: Path, full: str, mark: str) -> str:
    found = str(repository.git.log("-1", "--format=%H", "HEAD", "--", full))
    if _is_shallow(repository) and (not found or not _has_parents(repository, found)):
        wat = "Deze kopie van de repository heeft niet alle geschiedenis."
        raise _error(root.as_posix(), wat, "Haal de rest op met: git fetch --unshallow --tags.")
    if not found:
        wat = f"Het bestand {mark} staat nog niet in git."
        raise _error(mark, wat, "Leg de versie eerst vast in git, en probeer het opnieuw.")
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
        found = _entry(self._repository, commit, self._folder)
        self[commit] = found.id if found else ""
        return self[commit]


@dataclass(frozen=True, slots=True)
class _Entry:
    """What git holds under one name in a folder."""

    mode: str
    soort: str
    """``blob``: a file; ``tree``: a folder; ``commit``: another repository."""
    id: str
    name: str


# --- the door


@contextmanager
def _opened(root: Path, ref: str) -> Iterator[Repo]:
    """The repository around a folder; whatever git says against it becomes a problem."""
    with without_git_variables():
        try:
            from git import Repo
            from git.exc import GitCommandError, GitCommandNotFound, NoSuchPathError
            from git.exc import InvalidGitRepositoryError as NoRepositoryError
        except ImportError as error:
            raise _no_git() from error
        try:
            with Repo(root, search_parent_directories=True, expand_vars=False) as repository:
                yield repository
        except (NoRepositoryError, NoSuchPathError) as error:
            wat = "Deze map staat niet in een git-repository."
            doe = f'Zonder git bestaat "{ref}" niet: noem een versie, een map of een bestand.'
            raise _error(root.as_posix(), wat, doe) from error
        except GitCommandNotFound as error:
            raise _no_git() from error
        except GitCommandError as error:
            raise _refused(error.stderr, ref) from error


@contextmanager
def without_git_variables() -> Iterator[None]:
    """Take the variables of git out of the environment, for as long as this lasts.

    Git sets GIT_DIR, GIT_INDEX_FILE, GIT_WORK_TREE and more for its hooks, and in a linked
    work tree they say another thing than the folder that we name: a command that inherits them
    reads another repository, without a word. Kept is what only says where git itself is and
    how it is configured. GitPython reads the environment in many places, so that variables
    can't be left out for one command; they are put back afterwards.
    """
    taken = {name: os.environ.pop(name) for name in sorted(os.environ) if _is_unwanted(name)}
    try:
        yield
    finally:
        os.environ.update(taken)


def _is_unwanted(name: str) -> bool:
    return name.startswith("GIT_") and name not in _KEPT and not name.startswith(_KEPT_PREFIXES)


# --- refs


def _commit(repository: Repo, root: Path, ref: str) -> str:
    from git.exc import GitCommandError

    # A name that begins with a dash would be read as an option.
    if ref and not ref.startswith("-"):
        try:
            return str(repository.git.rev_parse("--verify", "--quiet", f"{ref}^{{commit}}"))
        except GitCommandError as error:
            # Status 1 is "no such name"; others say that git can't work here at all.
            if error.status != 1 and not _works(repository):
                raise
    raise _unknown(repository, root, ref)


def _works(repository: Repo) -> bool:
    from git.exc import GitCommandError

    try:
        repository.git.rev_parse("--git-dir")
    except GitCommandError:
        return False
    return True


def _unknown(repository: Repo, root: Path, ref: str) -> RegiovisieError:
    wat = f'Git kent hier geen tak, label of commit "{ref}".'
    doe = "Kijk met git log, git branch -a of git tag welke namen er zijn."
    if near := difflib.get_close_matches(ref, _names(repository), n=_NEAREST):
        doe = f"Bedoelt u {' of '.join(near)}?"
    if _is_shallow(repository):
        doe = f"{_UNSHALLOW} {doe}"
    return _error(root.as_posix(), wat, doe)


_UNSHALLOW = (
    "Deze kopie heeft maar een deel van de geschiedenis. "
    "Haal de rest op met: git fetch --unshallow --tags."
)


def _names(repository: Repo) -> list[str]:
    lines = repository.git.for_each_ref("--format=%(refname:short)", "refs/heads", "refs/tags")
    remote = repository.git.for_each_ref("--format=%(refname:short)", "refs/remotes")
    return [*str(lines).splitlines(), *str(remote).splitlines()]


def _is_shallow(repository: Repo) -> bool:
    return str(repository.git.rev_parse("--is-shallow-repository")) == "true"


# --- paths


def _base(repository: Repo, root: Path) -> str:
    """The folder of the project as seen from the top of the repository; empty where it is that."""
    top = repository.working_tree_dir
    if top is None or repository.bare:
        return ""
    base = root.resolve().relative_to(Path(top).resolve()).as_posix()
    return "" if base == "." else base


def _full_path(base: str, ref: str, path: str) -> str:
    """The path as seen from the top of the repository; empty for the top itself."""
    parts: list[str] = []
    for part in (*base.split("/"), *path.split("/")):
        if part == ".." and parts:
            parts.pop()
        elif part == "..":
            wat = f"Het pad {path} wijst buiten de repository."
            raise _error(f"{ref}:{path}", wat, "Noem een map of bestand in de repository.")
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def _entry(repository: Repo, commit: str, full: str) -> _Entry | None:
    """What stands at a path in a commit; None where nothing does."""
    if not full:
        tree = str(repository.git.rev_parse(f"{commit}^{{tree}}"))
        return _Entry("040000", "tree", tree, "")
    return next(_listed(repository, commit, "--", full), None)


def _children(repository: Repo, folder: _Entry) -> list[_Entry]:
    return sorted(_listed(repository, folder.id), key=lambda entry: entry.name)


def _listed(repository: Repo, *which: str) -> Iterator[_Entry]:
    """Lines of ls-tree; -z because git writes other names than plain ones in quotes."""
    output = str(repository.git.ls_tree("-z", "--full-tree", *which))
    for line in filter(None, output.split("\0")):
        about, _, name = line.partition("\t")
        mode, soort, object_id = about.split(" ")
        yield _Entry(mode, soort, object_id, name.rpartition("/")[2])


def _is_markdown(entry: _Entry) -> bool:
    is_file = entry.soort == "blob" and entry.mode != "120000"  # a link holds a path, not a text
    return is_file and entry.name.lower().endswith(".md") and not entry.name.startswith(".")


def _content(repository: Repo, entry: _Entry) -> bytes:
    content = repository.git.cat_file(
        "blob", entry.id, stdout_as_string=False, strip_newline_in_stdout=False
    )
    assert isinstance(content, bytes)
    return content


# --- problems


def _absent(repository: Repo, commit: str, base: str, ref: str, path: str) -> RegiovisieError:
    wat = f"Bij {ref} (commit {commit[:10]}) bestond {path} niet."
    doe = "Kijk of het pad klopt, gezien vanaf de map van het project."
    everything = str(repository.git.ls_tree("-r", "-z", "--full-tree", "--name-only", commit))
    prefix = f"{base}/" if base else ""
    inside = (n.removeprefix(prefix) for n in everything.split("\0") if n.startswith(prefix))
    texts = [name for name in inside if name.lower().endswith(".md")]
    near = difflib.get_close_matches(path, [*_folders(texts), *texts], n=_NEAREST)
    if near:
        doe = f"Bedoelt u {' of '.join(near)}?"
    return _error(f"{ref}:{path}", wat, doe)


def _folders(files: list[str]) -> list[str]:
    return sorted({name.rpartition("/")[0] for name in files} - {""})


def _refused(stderr: object, ref: str) -> RegiovisieError:
    said = str(stderr).strip().removeprefix("stderr:").strip(" '\n").replace("\n", " ")
    doe = "Los op wat git meldt. Ontbreekt er geschiedenis? Haal die op met: git fetch --unshallow."
    return _error(ref, f"Git kan dit niet lezen: {said}", doe)


def _no_git() -> RegiovisieError:
    wat = "Op deze computer is git niet gevonden."
    doe = "Installeer git (https://git-scm.com), of noem een versie, een map of een bestand."
    return _error("git", wat, doe)


def _error(file: str, wat: str, doe: str) -> RegiovisieError:
    return RegiovisieError([Problem(file=file, entry="", key="", wat=wat, doe=doe)])
