"""Texts as git remembers them: the Markdown files of a folder, at any commit that has a name.

::

    read_markdown(root, "HEAD~2", "docs/regiovisie")  →  [("01-inleiding.md", b"# Inleiding…"), …]

Only this room knows git. It never touches the work tree: what it gives comes straight from
the commit, so nobody has to stash work to look at an older text. GitPython is imported when it
is used, because it refuses to be imported where there is no git.
"""

from __future__ import annotations

from regiovisie.repo.commits import Commit, commits_since
from regiovisie.repo.door import without_git_variables
from regiovisie.repo.files import content_with, export_files, read_markdown, uncommitted
from regiovisie.repo.refs import merge_base, resolve_ref

__all__ = [
    "Commit",
    "commits_since",
    "content_with",
    "export_files",
    "merge_base",
    "read_markdown",
    "resolve_ref",
    "uncommitted",
    "without_git_variables",
]
