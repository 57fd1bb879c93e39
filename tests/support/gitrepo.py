"""Real git repositories for tests, alike on every machine.

::

    git = GitRepo.make(tmp_path)
    git.commit({"docs/regiovisie/01-inleiding.md": "# Inleiding\n"}, tag="begin")
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_AUTHOR_NAME": "Redactie",
    "GIT_AUTHOR_EMAIL": "redactie@example.org",
    "GIT_AUTHOR_DATE": "2026-01-05T12:00:00Z",
    "GIT_COMMITTER_NAME": "Redactie",
    "GIT_COMMITTER_EMAIL": "redactie@example.org",
    "GIT_COMMITTER_DATE": "2026-01-05T12:00:00Z",
}
"""Nothing of the person or the machine that runs the tests."""


@dataclass(frozen=True, slots=True)
class GitRepo:
    """A repository in a folder."""

    path: Path

    @classmethod
    def make(cls, path: Path) -> GitRepo:
        """An empty repository with the branch main."""
        path.mkdir(parents=True, exist_ok=True)
        repository = cls(path)
        repository("init", "--quiet", "--initial-branch=main")
        return repository

    def __call__(self, *arguments: str) -> str:
        """Run git in it; what it printed."""
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.path,
            env=ENVIRONMENT,
            check=True,
            capture_output=True,
            encoding="utf-8",
        )
        return done.stdout.strip()

    def commit(
        self,
        files: Mapping[str, str | bytes | None],
        *,
        tag: str = "",
        message: str = "Wijziging",
    ) -> str:
        """Write files (None: remove), commit everything, and give the id of the commit."""
        for name, content in files.items():
            file = self.path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                file.unlink()
            else:
                file.write_bytes(content.encode() if isinstance(content, str) else content)
        self("add", "--all")
        self("commit", "--quiet", "--allow-empty", "--message", message)
        if tag:
            self("tag", tag)
        return self("rev-parse", "HEAD")

    def shallow_clone(self, path: Path) -> GitRepo:
        """A clone with the newest commit only, as many a CI makes."""
        self("clone", "--quiet", "--depth=1", self.path.as_uri(), str(path))
        return GitRepo(path)
