"""Names of commits: a branch, a tag, ``HEAD~2``, a short id."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

from regiovisie.errors import RegiovisieError
from regiovisie.repo.door import opened, refusal

if TYPE_CHECKING:
    from git import Repo

NEAREST = 3
"""So many names that look alike are told."""
_UNSHALLOW = (
    "Deze kopie heeft maar een deel van de geschiedenis. "
    "Haal de rest op met: git fetch --unshallow --tags."
)


def resolve_ref(root: Path, ref: str) -> str:
    """The full id of the commit that ``ref`` names: a branch, a tag, ``HEAD~2``, a short id.

    Raises RegiovisieError when it names none.
    """
    with opened(root, ref) as repository:
        return commit_id(repository, root, ref)


def merge_base(root: Path, one: str, other: str) -> str:
    """The newest commit that both refs come from. Raises RegiovisieError when there is none."""
    from git.exc import GitCommandError

    with opened(root, one) as repository:
        ids = [commit_id(repository, root, ref) for ref in (one, other)]
        try:
            return str(repository.git.merge_base(*ids))
        except GitCommandError as error:
            wat = f"{one} en {other} hebben geen gezamenlijk begin."
            doe = _UNSHALLOW if is_shallow(repository) else "Kijk of u de goede takken noemt."
            raise refusal(root.as_posix(), wat, doe) from error


def commit_id(repository: Repo, root: Path, ref: str) -> str:
    """The full id of the commit that a ref names. Raises RegiovisieError when it names none."""
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
    if near := difflib.get_close_matches(ref, _names(repository), n=NEAREST):
        doe = f"Bedoelt u {' of '.join(near)}?"
    if is_shallow(repository):
        doe = f"{_UNSHALLOW} {doe}"
    return refusal(root.as_posix(), wat, doe)


def _names(repository: Repo) -> list[str]:
    lines = repository.git.for_each_ref("--format=%(refname:short)", "refs/heads", "refs/tags")
    remote = repository.git.for_each_ref("--format=%(refname:short)", "refs/remotes")
    return [*str(lines).splitlines(), *str(remote).splitlines()]


def is_shallow(repository: Repo) -> bool:
    """Whether the older commits are left out of this copy, as in many a CI."""
    return str(repository.git.rev_parse("--is-shallow-repository")) == "true"
