"""The workflows around a proposal: who may write runs no code of others."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from regiovisie.redactie.pr_markdown import MARK

PROPOSAL = ".github/workflows/voorstel.yml"
COMMENT = ".github/workflows/voorstel-opmerking.yml"
EXPIRY = ".github/workflows/verloop.yml"
GITLAB = ".gitlab-ci.yml"
CHECK_TODAY = 'python3 scripts/redactie.py check --op "$(date +%F)"'
PINNED = re.compile(r"uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def workflow(root: Path, name: str) -> dict[str, Any]:
    """A workflow as data."""
    content = yaml.safe_load((root / name).read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


def steps(root: Path, name: str) -> Iterator[dict[str, Any]]:
    """Every step of every job of a GitHub workflow."""
    for job in workflow(root, name)["jobs"].values():
        yield from job["steps"]


def test_foreign_code_may_only_read(root: Path) -> None:
    """The workflow that runs a proposal has no write token, no secrets and keeps no credentials."""
    text = (root / PROPOSAL).read_text(encoding="utf-8")

    assert workflow(root, PROPOSAL)["permissions"] == {"contents": "read"}
    assert "permissions" not in workflow(root, PROPOSAL)["jobs"]["rapport"]
    assert "${{ secrets" not in text
    assert "pull_request_target" not in text
    [checkout] = [s for s in steps(root, PROPOSAL) if "checkout" in s.get("uses", "")]
    assert checkout["with"]["persist-credentials"] is False


def test_actions_of_others_are_pinned(root: Path) -> None:
    """By commit, with its version beside it: a tag can be moved to other code."""
    used = [
        line.strip().removeprefix("- ")
        for path in sorted((root / ".github" / "workflows").glob("*.yml"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if "uses:" in line
    ]

    assert used
    assert [use for use in used if not PINNED.fullmatch(use)] == []


def test_who_may_write_runs_no_foreign_code(root: Path) -> None:
    """The workflow that comments checks out nothing and starts nothing of the project."""
    assert workflow(root, COMMENT)["permissions"] == {"actions": "read", "pull-requests": "write"}
    for step in steps(root, COMMENT):
        assert "uses" not in step
        assert "scripts/" not in step["run"]
        assert "${{" not in step["run"], "values go through the environment, never into the script"


def test_what_runs_out_is_looked_at_every_week(root: Path) -> None:
    """On both hosts, by a run that may only read."""
    # YAML reads the key "on" as true.
    scheduled = {str(key): value for key, value in workflow(root, EXPIRY).items()}["True"]
    on_gitlab = workflow(root, GITLAB)["verloop"]

    assert [entry["cron"].split()[2:4] for entry in scheduled["schedule"]] == [["*", "*"]]
    assert scheduled["schedule"][0]["cron"].split()[4] == "1"
    assert workflow(root, EXPIRY)["permissions"] == {"contents": "read"}
    assert CHECK_TODAY in [step.get("run") for step in steps(root, EXPIRY)]
    assert on_gitlab["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "schedule"'}]
    assert on_gitlab["script"] == [CHECK_TODAY]


@pytest.mark.parametrize("name", [COMMENT, GITLAB])
def test_the_comment_is_found_by_its_mark(root: Path, name: str) -> None:
    """The workflows look for the line that the report begins with."""
    assert MARK in (root / name).read_text(encoding="utf-8")


def test_the_shell_scripts_are_whole(root: Path) -> None:
    """Each of them can be read by a shell."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("er is hier geen bash")
    gitlab = workflow(root, GITLAB)["voorstel"]["script"]
    scripts = [*(s["run"] for name in (PROPOSAL, COMMENT) for s in steps(root, name) if "run" in s)]
    for script in (*scripts, *gitlab):
        subprocess.run([bash, "-n"], input=script, text=True, check=True)
