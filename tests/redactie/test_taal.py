"""What `check` says about reading: it tells, and never fails."""

from __future__ import annotations

from pathlib import Path

from regiovisie.redactie.check import check

from tests.support.project import EERSTE, INLEIDING, TWEEDE, write_sealed

HARD = f"{INLEIDING}\nDe hulp wordt door de POH gemeten.\n"
FILES = {
    f"{folder}/01-inleiding.md": HARD for folder in (f"versions/{EERSTE}", f"versions/{TWEEDE}")
}


def test_it_counts_and_says_where(tmp_path: Path) -> None:
    """A line that counts; with --taal each place."""
    project = write_sealed(tmp_path, {**FILES, "docs/regiovisie/01-inleiding.md": HARD})
    counted = "Lezen: 1 afkorting zonder uitleg, 1 lijdende vorm. Zie waar met: check --taal"

    assert check(project, productie=False).splitlines()[-1] == counted
    assert check(project, productie=False, met_taal=True).splitlines()[-4:] == [
        "",
        "1 Inleiding",
        "  inleiding, afkorting: POH",
        "  inleiding, lijdende vorm: wordt … gemeten",
    ]


def test_the_glossary_explains(tmp_path: Path) -> None:
    """What stands on the page with terms is known."""
    glossary = {"docs/begrippen.md": "# Begrippen\n\nPOH: praktijkondersteuner huisarts.\n"}
    project = write_sealed(tmp_path, {**FILES, "docs/regiovisie/01-inleiding.md": HARD, **glossary})

    assert "afkorting" not in check(project, productie=False)
