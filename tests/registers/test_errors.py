"""One mistake never hides another, nor sets off a row of them.

What an editor reads about each mistake is in tests/cases/regels.
"""

from __future__ import annotations

from pathlib import Path

from regiovisie.registers import load_project

from tests.support.project import (
    INDIENER,
    INDIENER_FILE,
    PUNT,
    PUNT_NIET,
    REGIO,
    VERSIE_FILE,
    WIJZIGING,
    WIJZIGINGEN_FILE,
    ZIENSWIJZE,
    ZW_FILE,
    Content,
    as_bytes,
    changed,
    check,
    mkdocs,
    write_project,
)

WERKVERSIE_FILE = "docs/regiovisie/02-uitgangspunten.md"


def test_valid_project(tmp_path: Path) -> None:
    """A valid project has no problems."""
    assert check(tmp_path) == ""


def test_key_that_the_file_gives(tmp_path: Path) -> None:
    """What follows from the file may not stand in its front matter as well."""
    text = as_bytes("zw-01.md", ZIENSWIJZE).replace(b"soort:", b"inhoud: tekst\nsoort:", 1)

    assert 'De sleutel "inhoud" bestaat hier niet.' in check(tmp_path, {ZW_FILE: text})


def test_optional_key_without_value(tmp_path: Path) -> None:
    """An optional key that was left empty counts as absent."""
    text = as_bytes("zw-01.md", ZIENSWIJZE).replace(b"soort:", b"kenmerk:\nsoort:", 1)

    assert check(tmp_path, {ZW_FILE: text}) == ""


def test_twisted_no(tmp_path: Path) -> None:
    """``no`` is text: refused where ja or nee is meant, kept where text is meant."""
    text = as_bytes("zw-01.md", ZIENSWIJZE).replace(b"voorbeeld: 'true'", b"voorbeeld: no")

    assert check(tmp_path, {ZW_FILE: text}) == (
        "docs/zienswijzen/zw-01.md, regel 10\n"
        "  ZW-01 › voorbeeld\n"
        '  "no" is geen ja of nee.\n'
        "  → Schrijf ja of nee (true of false mag ook)."
    )


def test_twisted_number(tmp_path: Path) -> None:
    """``1.250`` is text: refused as a date, kept as a version number."""
    assert check(tmp_path, {ZW_FILE: changed(ZIENSWIJZE, ontvangen="1.250")}) == (
        "docs/zienswijzen/zw-01.md, regel 8\n"
        "  ZW-01 › ontvangen\n"
        '  "1.250" is geen datum.\n'
        "  → Schrijf bijvoorbeeld 2026-03-26, 26 maart 2026, maart 2026, Q2 2026 of medio 2025."
    )


def test_twisted_time(tmp_path: Path) -> None:
    """``12:30`` is text: refused where a fixed word is meant, with the words that fit."""
    text = as_bytes("zw-01.md", ZIENSWIJZE).replace(b"termijn: ja", b"termijn: 12:30")

    assert check(tmp_path, {ZW_FILE: text}) == (
        "docs/zienswijzen/zw-01.md, regel 9\n"
        "  ZW-01 › binnen_termijn\n"
        '  "12:30" kan hier niet staan.\n'
        "  → Kies uit: ja, nee, uitstel, onbekend."
    )


def test_folder_without_versie_yml(tmp_path: Path) -> None:
    """A folder in versions/ without versie.yml is an error of the folder, and of nothing else."""
    assert check(tmp_path, {VERSIE_FILE: None}) == (
        "versions/2025-11-consultatieversie\n"
        "  In deze map ontbreekt het bestand versie.yml.\n"
        "  → Maak versie.yml met nummer, titel en fasen, of haal de map weg."
    )


def test_all_problems_at_once(tmp_path: Path) -> None:
    """A mistake in one file never hides those in another, and sets off no others."""
    files: dict[str, Content] = {
        "mkdocs.yml": "site_name: [",
        VERSIE_FILE: b"\xff",
        WIJZIGINGEN_FILE: [changed(WIJZIGING, herkomst="adviez")],
        ZW_FILE: changed(ZIENSWIJZE, punten=[changed(PUNT, uitkomst="ja"), PUNT_NIET]),
        INDIENER_FILE: changed(INDIENER, soort="raad"),
        WERKVERSIE_FILE: "",
    }
    write_project(tmp_path, files)

    assert [problem.file for problem in load_project(tmp_path).problems] == sorted([*files.keys()])


def test_mistakes_in_one_file(tmp_path: Path) -> None:
    """An entry with a mistake does not hide what is wrong with the others in its file."""
    wrong = changed(PUNT, uitkomst="overgenoomen")
    unanswered = changed(PUNT_NIET, antwoord=None)
    text = check(tmp_path, {ZW_FILE: changed(ZIENSWIJZE, punten=[wrong, unanswered])})

    assert '→ Bedoelt u "overgenomen"?' in text
    assert 'De uitkomst is "niet", maar de reden ontbreekt.' in text


def test_rest_of_mkdocs_yml_is_free(tmp_path: Path) -> None:
    """The rest of mkdocs.yml may use all of YAML."""
    text = as_bytes("mkdocs.yml", mkdocs(REGIO)) + b"a: &a !!python/name:x.y z\nb: *a\n"

    assert check(tmp_path, {"mkdocs.yml": text}) == ""
