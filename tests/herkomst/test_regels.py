"""When registers and texts fit each other, and what one mistake must not set off.

What an editor reads about each mistake is in tests/cases/regels.
"""

from __future__ import annotations

from pathlib import Path

from regiovisie.errors import format_problems
from regiovisie.herkomst.dossier import make_dossier
from regiovisie.herkomst.regels import all_problems
from regiovisie.registers import load_project

from tests.support.project import (
    EERSTE,
    TWEEDE,
    UITGANGSPUNTEN,
    VERSIE,
    VERSIE_FILE,
    WIJZIGING,
    Content,
    changed,
    write_sealed,
)

OUD = f"versions/{EERSTE}/02-uitgangspunten.md"
NIEUW = f"versions/{TWEEDE}/02-uitgangspunten.md"
WERK = "docs/regiovisie/02-uitgangspunten.md"


def told(root: Path, files: dict[str, Content] | None = None) -> str:
    """What an editor reads about the small project with these files."""
    dossier = make_dossier(load_project(write_sealed(root, files)))
    return format_problems(sorted(all_problems(dossier), key=lambda p: p.sort_key))


def test_small_project_is_well(tmp_path: Path) -> None:
    """Nothing to mend."""
    assert told(tmp_path) == ""


def test_werkversie_need_not_be_complete(tmp_path: Path) -> None:
    """Whoever works in it may write down the causes later."""
    assert told(tmp_path, {WERK: UITGANGSPUNTEN.replace("thuis", "nabij")}) == ""


BIJ_DE_RADEN = changed(VERSIE, fasen=[{"fase": "ter-vaststelling", "datum": "april 2026"}])


def test_edited_frozen_text_sets_off_nothing_else(tmp_path: Path) -> None:
    """Of a frozen text that was edited only that is told, not every quote that it breaks."""
    root = write_sealed(tmp_path)
    (root / NIEUW).write_text("# Uitgangspunten\n\nAlles is anders.\n", encoding="utf-8")

    problems = all_problems(make_dossier(load_project(root)))

    assert {p.file for p in problems} <= {
        NIEUW,
        f"versions/{TWEEDE}/levenslijnen.tsv",
        *(p.file for p in problems if p.file.startswith("docs/regiovisie/")),
    }
    assert NIEUW in {p.file for p in problems}


def test_text_that_did_not_move_is_well(tmp_path: Path) -> None:
    """The werkversie equals the version that lies before the councils."""
    assert told(tmp_path, {VERSIE_FILE: BIJ_DE_RADEN}) == ""


def test_draft_for_a_werkversie_that_differs_is_checked(tmp_path: Path) -> None:
    """A cause without a change, in the draft register."""
    draft = changed(
        WIJZIGING,
        id="W-concept-a1",
        plaats="inleiding",
        was=None,
        wordt=None,
        herkomst="redactioneel",
        punten=None,
    )
    files: dict[str, Content] = {
        "docs/regiovisie/wijzigingen.yml": [draft],
        WERK: UITGANGSPUNTEN.replace("thuis", "nabij"),
    }

    assert "W-concept-a1 hoort bij geen enkele verandering" in told(tmp_path, files)
