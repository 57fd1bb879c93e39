"""Where a leak is reported, for as long as somebody says so."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from regiovisie import site
from regiovisie.errors import RegiovisieError
from regiovisie.redactie.check import check

from tests.support.project import REGIO, changed, mkdocs, write_sealed

MELDEN = {"contact": "https://voorbeeld.test/lek", "verloopt": "2027-10-01"}


def project(root: Path, beveiliging: dict[str, Any] | None, **keys: Any) -> Path:
    """A project that says this of reporting leaks."""
    config = {**mkdocs(changed(REGIO, beveiliging=beveiliging)), **keys}
    return write_sealed(root, {"mkdocs.yml": config})


def test_says_all_that_is_known(tmp_path: Path) -> None:
    """Contact, end, languages and policy, and its own address."""
    known = {**MELDEN, "beleid": "https://voorbeeld.test/beleid", "taal": "nl, en"}
    root = project(tmp_path / "project", known, site_url="https://visie.test/")
    site.build(root, tmp_path / "site", False)

    text = (tmp_path / "site" / ".well-known" / "security.txt").read_text(encoding="utf-8")
    assert text.splitlines() == [
        "Contact: https://voorbeeld.test/lek",
        "Expires: 2027-10-01T00:00:00Z",
        "Preferred-Languages: nl, en",
        "Policy: https://voorbeeld.test/beleid",
        "Canonical: https://visie.test/.well-known/security.txt",
    ]


def test_absent_unless_configured(tmp_path: Path) -> None:
    """A site does not promise what nobody wrote down."""
    site.build(project(tmp_path / "project", None), tmp_path / "site", False)

    assert not (tmp_path / "site" / ".well-known").exists()


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2026-11-22", ""),
        ("2027-09-10", "security.txt verloopt over 21 dagen."),
        ("2026-01-01", "dat is meer dan een jaar vooruit."),
    ],
)
def test_end_in_sight_is_told(tmp_path: Path, day: str, told: str) -> None:
    """Thirty days ahead an editor hears of it, and of an end that is too far away."""
    report = check(project(tmp_path, MELDEN), productie=False, op=date.fromisoformat(day))

    assert (told in report) if told else ("security.txt" not in report)


@pytest.mark.parametrize("day", ["2027-10-01", "2028-01-01"])
def test_expired_is_a_problem(tmp_path: Path, day: str) -> None:
    """From that day on the check fails."""
    root = project(tmp_path, MELDEN)

    with pytest.raises(RegiovisieError, match=r"security\.txt is verlopen op 2027-10-01"):
        check(root, productie=False, op=date.fromisoformat(day))


def test_no_day_no_clock(tmp_path: Path) -> None:
    """Without a day nothing is said: a check gives the same tomorrow."""
    assert "security.txt" not in check(project(tmp_path, MELDEN), productie=False)
