"""What an editor is told about the summaries in plain Dutch."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from regiovisie.errors import format_problems
from regiovisie.registers import load_project

from tests.support.project import (
    BRON,
    EERSTE,
    GEMEENTE,
    GEMEENTE_FILE,
    TWEEDE,
    VERSIE,
    VERSIE_FILE,
    Content,
    changed,
    check,
    write_project,
)

SAMENVATTING: dict[str, Any] = {
    "versie": TWEEDE,
    "voorbeeld": "true",
    "inhoud": "Hulp is zo dicht mogelijk bij huis.",
}
INLEIDING_FILE = "docs/samenvattingen/inleiding.md"
UITGANGSPUNTEN_FILE = "docs/samenvattingen/uitgangspunten.md"
BEIDE: dict[str, Content] = {INLEIDING_FILE: SAMENVATTING, UITGANGSPUNTEN_FILE: SAMENVATTING}


def warnings(root: Path, files: dict[str, Content]) -> str:
    """What an editor should look at in the small project with these files."""
    project = load_project(write_project(root, files))
    assert not project.problems
    return format_problems(project.waarschuwingen)


def test_summary_of_each_onderdeel_is_all_that_is_asked(tmp_path: Path) -> None:
    """Then nobody hears anything."""
    assert warnings(tmp_path, BEIDE) == ""


def test_project_without_summaries_does_not_use_them(tmp_path: Path) -> None:
    """A choice, not a gap."""
    assert warnings(tmp_path, {}) == ""


def test_onderdeel_without_summary(tmp_path: Path) -> None:
    """Named by the file that is to be made."""
    assert warnings(tmp_path, {INLEIDING_FILE: SAMENVATTING}) == (
        "docs/samenvattingen/uitgangspunten.md\n"
        "  Onderdeel uitgangspunten van versie 0.2 heeft geen samenvatting.\n"
        "  → Maak dit bestand en schrijf in gewone taal wat er in het onderdeel staat."
    )


def test_summary_of_another_version(tmp_path: Path) -> None:
    """The text went on, and nobody read the summary again."""
    files = {**BEIDE, INLEIDING_FILE: changed(SAMENVATTING, versie=EERSTE)}

    assert warnings(tmp_path, files) == (
        "docs/samenvattingen/inleiding.md, regel 2\n"
        "  versie\n"
        f'  Deze samenvatting gaat over "{EERSTE}", maar "{TWEEDE}" telt.\n'
        "  → Lees het onderdeel na, pas de samenvatting aan en verander daarna versie."
    )


@pytest.mark.parametrize("fase", ["consultatie", "vervallen"])
def test_the_text_that_counts_decides(tmp_path: Path, fase: str) -> None:
    """A lapsed version no longer needs a summary; the one before it counts."""
    fasen = [{"fase": fase, "datum": "november 2025"}]
    told = warnings(tmp_path, {**BEIDE, VERSIE_FILE: changed(VERSIE, fasen=fasen)})

    assert ("gaat over" in told) == (fase == "vervallen")


def test_summary_of_nothing(tmp_path: Path) -> None:
    """A file that is named after no onderdeel of the text that counts."""
    told = warnings(tmp_path, {**BEIDE, "docs/samenvattingen/pijlers.md": SAMENVATTING})

    assert told.startswith("docs/samenvattingen/pijlers.md")
    assert "heeft geen onderdeel met deze naam" in told


def test_long_summary(tmp_path: Path) -> None:
    """What is longer than 150 words is not in short."""
    files = {**BEIDE, INLEIDING_FILE: changed(SAMENVATTING, inhoud="woord " * 151)}

    assert "heeft 151 woorden" in warnings(tmp_path, files)


def test_summary_names_a_version(tmp_path: Path) -> None:
    """One that exists."""
    told = check(tmp_path, {INLEIDING_FILE: changed(SAMENVATTING, versie="2025-11")})

    assert 'Er is geen versie "2025-11".' in told


# --- decisions of an earlier round


def test_earlier_decision_names_its_source_and_version(tmp_path: Path) -> None:
    """As the present one does: it is a fact about a real council."""
    besluit = {"status": "niet-vastgesteld", "versie": "2025-00"}
    told = check(tmp_path, {GEMEENTE_FILE: changed(GEMEENTE, eerdere_besluiten=[besluit])})

    assert 'Er is geen versie "2025-00".' in told
    assert "eerdere_besluiten › nummer 1 › bron" in told
    assert 'Het raadsbesluit "niet-vastgesteld" noemt geen bron.' in told


def test_earlier_decision_with_source_is_fine(tmp_path: Path) -> None:
    """A new round leaves the decision of the last one standing."""
    besluit = {"status": "niet-vastgesteld", "versie": EERSTE, "bron": BRON}

    assert check(tmp_path, {GEMEENTE_FILE: changed(GEMEENTE, eerdere_besluiten=[besluit])}) == ""
