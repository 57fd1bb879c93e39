"""References in words that lead nowhere are told, with the way out; those that lead are not."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from regiovisie.errors import format_problems
from regiovisie.registers import load_project

from tests.support.project import (
    GEMEENTE,
    GEMEENTE_FILE,
    PUNT,
    PUNT_NIET,
    TWEEDE,
    WIJZIGING,
    WIJZIGINGEN_FILE,
    ZIENSWIJZE,
    ZW_FILE,
    Content,
    changed,
    write_project,
)


def warned(root: Path, files: dict[str, Content]) -> str:
    """The warnings about the small project with these files."""
    return format_problems(load_project(write_project(root, files)).waarschuwingen)


def asked(tekst: str) -> dict[str, Content]:
    """The zienswijze with a point that says this."""
    return {ZW_FILE: changed(ZIENSWIJZE, punten=[PUNT, changed(PUNT_NIET, tekst=tekst)])}


def council(inhoud: str, *documenten: dict[str, Any]) -> dict[str, Content]:
    """The page of Assen with this text and these papers."""
    return {GEMEENTE_FILE: changed(GEMEENTE, inhoud=inhoud, documenten=list(documenten))}


@pytest.mark.parametrize(
    "tekst",
    [
        "Zie ZW-01, ZW-01.1, W-001, TA-01 en M-voorbeeld-1-1.",
        "Zie onderdeel 2 en versie 0.2.",
        "Zie artikel 2.18, onderdeel 9.",
        "Zie bijlage 9 van onze brief.",
    ],
)
def test_what_exists_or_may_exist_is_not_told(tmp_path: Path, tekst: str) -> None:
    """Nobody knows the annexes of a letter that is not here."""
    assert warned(tmp_path, asked(tekst)) == ""


@pytest.mark.parametrize(
    ("tekst", "wat", "doe"),
    [
        ("Als ZW-40.", 'Er is geen zienswijze "ZW-40".', "Bedoelt u ZW-01?"),
        ("Als ZW-1.", 'Er is geen zienswijze "ZW-1".', "Bedoelt u ZW-01?"),
        ("Als ZW-01.9.", 'Er is geen punt "ZW-01.9".', "Bedoelt u ZW-01.2?"),
        ("Als W-031.", 'Er is geen wijziging "W-031".', "Bedoelt u W-001?"),
        ("Als TA-04.", 'Er is geen antwoord "TA-04".', "Bedoelt u TA-01?"),
        ("Zie onderdeel 12.", "Er is geen onderdeel 12 in versie 0.1.", "Het laatste is"),
        ("Zie versie 0.9.", "Er is geen versie 0.9.", "De versies zijn 0.1, 0.2."),
    ],
)
def test_what_is_not_there_is_told(tmp_path: Path, tekst: str, wat: str, doe: str) -> None:
    """With the nearest that is."""
    said = warned(tmp_path, asked(tekst))
    assert f"{wat}\n  → {doe}" in said
    assert f"{ZW_FILE}, regel " in said
    assert "ZW-01 › punten › ZW-01.2 › tekst" in said


def test_the_line_in_markdown_is_told(tmp_path: Path) -> None:
    """Counted in the file, front matter included."""
    files: dict[str, Content] = {ZW_FILE: changed(ZIENSWIJZE, inhoud="Een.\n\nTwee.\nZie ZW-40.\n")}
    lines = (write_project(tmp_path, files) / ZW_FILE).read_text(encoding="utf-8").split("\n")
    assert f"{ZW_FILE}, regel {lines.index('Zie ZW-40.') + 1}\n" in warned(tmp_path, files)


def test_a_text_speaks_of_its_own_numbering(tmp_path: Path) -> None:
    """Each version by itself, and the pages of the editors of the text that counts."""
    name = f"versions/{TWEEDE}/01-inleiding.md"
    text = "# Inleiding\n\nDit is de regiovisie voor de jeugdhulp. Zie onderdeel 3.\n"
    said = warned(tmp_path, {name: text, "docs/over.md": "# Over\n\nZie onderdeel 2.\n"})

    assert said.startswith(f"{name}, regel 3\n  Er is geen onderdeel 3 in versie 0.2.")
    assert "over.md" not in said


@pytest.mark.parametrize("inhoud", ["Typ `ZW-40`.", "```\nZW-40\n```", "Zie [ZW-40](zw-01.md)."])
def test_code_and_links_are_the_editors_own(tmp_path: Path, inhoud: str) -> None:
    """An example of an id is no reference; where a link leads is checked as a link."""
    assert warned(tmp_path, {"docs/meedoen.md": f"# Meedoen\n\n{inhoud}\n"}) == ""


def test_a_withdrawn_change_is_told(tmp_path: Path) -> None:
    """It has an id still, but no page."""
    withdrawn = changed(WIJZIGING, id="W-002", ingetrokken="ja")
    files = {WIJZIGINGEN_FILE: [WIJZIGING, withdrawn], **asked("Als W-002.")}
    assert "De wijziging W-002 is ingetrokken." in warned(tmp_path, files)


def test_a_missing_annex_is_told(tmp_path: Path) -> None:
    """Where the papers of a gemeente are numbered, what its page cites is among them."""
    paper = {"titel": "Raadsvoorstel", "bijlage": "5"}
    said = warned(tmp_path, council("Zie bijlage 5 en bijlage 6.", paper))

    assert "Bijlage 6 staat niet in de lijst van stukken van Assen." in said
    assert "De lijst met bijlagen stopt bij bijlage 5." in said
    assert "Bijlage 5 staat" not in said


def test_an_annex_that_the_source_lacks_can_be_said(tmp_path: Path) -> None:
    """Then it is known, and no longer told."""
    papers = [
        {"titel": "Raadsvoorstel", "bijlage": "5"},
        {"titel": "Genoemd bij de zienswijze.", "bijlage": "6", "ontbreekt": "ja"},
    ]
    assert warned(tmp_path, council("Zie bijlage 6.", *papers)) == ""


def test_unnumbered_papers_promise_nothing(tmp_path: Path) -> None:
    """Where nobody numbered the papers, nobody can say that one is missing."""
    assert warned(tmp_path, council("Zie bijlage 6.", {"titel": "Raadsvoorstel"})) == ""


def test_the_same_reference_is_told_once_a_text(tmp_path: Path) -> None:
    """Mending it once is easy enough."""
    assert warned(tmp_path, asked("ZW-40, en nog eens ZW-40.")).count("ZW-40") == 1


ROOT = Path(__file__).resolve().parents[2]
MEPPEL = "docs/gemeenten/meppel.md"


def test_the_annex_that_a_real_adviesnota_lacks(tmp_path: Path) -> None:
    """The adviesnota of Meppel cites a bijlage 6 that its list of annexes does not have.

    The page says so, hence no warning; without that it is one.
    """
    for name in ("docs", "versions"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    told = [w for w in load_project(tmp_path).waarschuwingen if w.file == MEPPEL]
    page = tmp_path / MEPPEL
    said = r'  - titel: .*\n    bijlage: "6"\n    ontbreekt: ja\n    bron: .*\n'
    text, count = re.subn(said, "", page.read_text(encoding="utf-8"))
    page.write_text(text, encoding="utf-8")
    then = [w.wat for w in load_project(tmp_path).waarschuwingen if w.file == MEPPEL]

    assert (count, told) == (1, [])
    assert then == ["Bijlage 6 staat niet in de lijst van stukken van Meppel."]
