"""The way into git: a repository around a folder, with nothing of who calls in between."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from regiovisie.errors import Problem, RegiovisieError

if TYPE_CHECKING:
    from git import Repo

_KEPT_PREFIXES = ("GIT_PYTHON_", "GIT_CONFIG_KEY_", "GIT_CONFIG_VALUE_")
_KEPT = frozenset({"GIT_EXEC_PATH", "GIT_CONFIG_COUNT", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_GLOBAL"})


@contextmanager
def opened(root: Path, ref: str) -> Iterator[Repo]:
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
            raise refusal(root.as_posix(), wat, doe) from error
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


def _refused(stderr: object, ref: str) -> RegiovisieError:
    said = str(stderr).strip().removeprefix("stderr:").strip(" '\n").replace("\n", " ")
    doe = "Los op wat git meldt. Ontbreekt er geschiedenis? Haal die op met: git fetch --unshallow."
    return refusal(ref, f"Git kan dit niet lezen: {said}", doe)


def _no_git() -> RegiovisieError:
    wat = "Op deze computer is git niet gevonden."
    doe = "Installeer git (https://git-scm.com), of noem een versie, een map of een bestand."
    return refusal("git", wat, doe)


def refusal(file: str, wat: str, doe: str) -> RegiovisieError:
    """What goes wrong with git, as one problem to mend."""
    return RegiovisieError([Problem(file=file, entry="", key="", wat=wat, doe=doe)])
