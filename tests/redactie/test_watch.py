"""Checking again each time a file is saved."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from regiovisie.redactie import watch
from regiovisie.redactie.check import check

from tests.support.project import UITGANGSPUNTEN, write_file, write_sealed


def test_each_save_gives_a_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Right, wrong, and right again."""
    project = write_sealed(tmp_path)
    file = project / "docs/regiovisie/02-uitgangspunten.md"
    saves = iter(("# Kop\n\n# Nog een kop\n", UITGANGSPUNTEN))

    monkeypatch.setattr("time.sleep", lambda _seconds: write_file(file, next(saves)))

    told = watch.reports(lambda: check(project, productie=False), watch.changes_in(project))

    first, second, third = islice(told, 3)
    assert first == third
    assert first.startswith("Alles klopt.")
    assert second.startswith("docs/regiovisie/02-uitgangspunten.md")


def test_looking_on_ends_with_the_changes(tmp_path: Path) -> None:
    """One report more than there are changes."""
    assert list(watch.reports(lambda: "goed", iter([None, None]))) == ["goed"] * 3
