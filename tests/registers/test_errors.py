"""What an editor reads when something is wrong: file, line, trail, what, and what to do."""

from __future__ import annotations

from pathlib import Path

from regiovisie.errors import format_problems
from regiovisie.registers import load_project

from tests.support.project import (
    EERSTE,
    EERSTE_VERSIE,
    GEMEENTE,
    GEMEENTE_FILE,
    INDIENER,
    INDIENER_FILE,
    PUNT,
    PUNT_NIET,
    REGIO,
    TWEEDE,
    VERSIE,
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


def test_unknown_key(tmp_path: Path) -> None:
    """An unknown key is an error that names the nearest known key, and hides no missing one."""
    punt = changed(PUNT, reactie=None, reacite="Dank.")

    assert check(tmp_path, {ZW_FILE: changed(ZIENSWIJZE, punten=[punt, PUNT_NIET])}) == (
        "docs/zienswijzen/zw-01.md, regel 20\n"
        "  ZW-01 › punten › ZW-01.1 › reacite\n"
        '  De sleutel "reacite" bestaat hier niet.\n'
        '  → Bedoelt u "reactie"?'
    )


def test_unknown_key_far_from_any(tmp_path: Path) -> None:
    """Where no known key is near, all of them are named."""
    assert check(tmp_path, {GEMEENTE_FILE: changed(GEMEENTE, xyzzy="1")}) == (
        "docs/gemeenten/assen.md, regel 4\n"
        "  xyzzy\n"
        '  De sleutel "xyzzy" bestaat hier niet.\n'
        "  → Kies uit: naam, code, voorbeeld, zienswijze, zienswijze_bron, raadsbesluit, moties, "
        "documenten, raadsinformatie."
    )


def test_misspelt_compulsory_key(tmp_path: Path) -> None:
    """A misspelt compulsory key is one problem, not a strange one and a missing one."""
    versie = changed(VERSIE, nummer=None, numer="0.2")

    assert check(tmp_path, {VERSIE_FILE: versie}) == (
        "versions/2025-11-consultatieversie/versie.yml, regel 10\n"
        "  numer\n"
        '  De sleutel "numer" bestaat hier niet.\n'
        '  → Bedoelt u "nummer"?'
    )


def test_key_that_the_file_gives(tmp_path: Path) -> None:
    """What follows from the file may not stand in its front matter as well."""
    text = as_bytes("zw-01.md", ZIENSWIJZE).replace(b"soort:", b"inhoud: tekst\nsoort:", 1)

    assert 'De sleutel "inhoud" bestaat hier niet.' in check(tmp_path, {ZW_FILE: text})


def test_missing_key(tmp_path: Path) -> None:
    """A missing key is named."""
    assert check(tmp_path, {ZW_FILE: changed(ZIENSWIJZE, ronde=None)}) == (
        "docs/zienswijzen/zw-01.md, regel 2\n"
        "  ZW-01 › ronde\n"
        '  De sleutel "ronde" ontbreekt.\n'
        '  → Voeg een regel "ronde: …" toe.'
    )


def test_key_without_value(tmp_path: Path) -> None:
    """A compulsory key without a value is told from one that is not there."""
    text = as_bytes("zw-01.md", ZIENSWIJZE).replace(b"ronde: inspraak-2025", b"ronde:")

    assert check(tmp_path, {ZW_FILE: text}) == (
        "docs/zienswijzen/zw-01.md, regel 6\n"
        "  ZW-01 › ronde\n"
        '  De sleutel "ronde" heeft geen waarde.\n'
        '  → Vul achter "ronde:" een waarde in.'
    )


def test_optional_key_without_value(tmp_path: Path) -> None:
    """An optional key that was left empty counts as absent."""
    text = as_bytes("zw-01.md", ZIENSWIJZE).replace(b"soort:", b"kenmerk:\nsoort:", 1)

    assert check(tmp_path, {ZW_FILE: text}) == ""


def test_duplicate_id_in_two_files(tmp_path: Path) -> None:
    """An id that was given before names the place where."""
    files = {"docs/regiovisie/wijzigingen.yml": [WIJZIGING]}

    assert check(tmp_path, files) == (
        "docs/regiovisie/wijzigingen.yml, regel 1\n"
        "  W-001 › id\n"
        '  Het id "W-001" is al gebruikt in '
        "versions/2025-11-consultatieversie/wijzigingen.yml, regel 1.\n"
        "  → Kies een nieuw id; een id wordt nooit opnieuw gebruikt."
    )


def test_duplicate_punt(tmp_path: Path) -> None:
    """Two points with one id are seen within a file as well."""
    files = {ZW_FILE: changed(ZIENSWIJZE, punten=[PUNT, changed(PUNT_NIET, id="ZW-01.1")])}

    assert ('Het id "ZW-01.1" is al gebruikt in docs/zienswijzen/zw-01.md, regel 13.') in check(
        tmp_path, files
    )


def test_dangling_reference(tmp_path: Path) -> None:
    """A reference that finds nothing names the nearest thing that exists."""
    files = {WIJZIGINGEN_FILE: [changed(WIJZIGING, punten=["ZW-01.1", "ZW-01.22"])]}

    assert check(tmp_path, files) == (
        "versions/2025-11-consultatieversie/wijzigingen.yml, regel 8\n"
        "  W-001 › punten › nummer 2\n"
        '  Er is geen punt "ZW-01.22".\n'
        '  → Bedoelt u "ZW-01.2"?'
    )


def test_dangling_reference_far_from_any(tmp_path: Path) -> None:
    """Where nothing is near, the way to make it is named."""
    files = {ZW_FILE: changed(ZIENSWIJZE, indieners=["raad-van-verweg"])}

    assert check(tmp_path, files) == (
        "docs/zienswijzen/zw-01.md, regel 5\n"
        "  ZW-01 › indieners › nummer 1\n"
        '  Er is geen indiener "raad-van-verweg".\n'
        "  → Maak het bestand in docs/indieners/, of verbeter de verwijzing."
    )


def test_broken_yaml(tmp_path: Path) -> None:
    """Broken YAML is an error with line and column of the file, and the likely cause."""
    assert check(tmp_path, {ZW_FILE: "---\nid: ZW-01\nsoort: advies: nee\n---\n"}) == (
        "docs/zienswijzen/zw-01.md, regel 3\n"
        "  De YAML is niet te lezen op regel 3, kolom 14: er staat een dubbele punt in een tekst.\n"
        "  → Zet de tekst tussen aanhalingstekens."
    )


def test_open_quote(tmp_path: Path) -> None:
    """A quote that is not closed is pointed at where it opens, not at the end of the file."""
    assert check(tmp_path, {VERSIE_FILE: "nummer: '0.2\ntitel: x\n"}) == (
        "versions/2025-11-consultatieversie/versie.yml, regel 1\n"
        "  De YAML is niet te lezen op regel 1, kolom 9: "
        "een aanhalingsteken wordt niet gesloten.\n"
        "  → Zet het tweede aanhalingsteken achter de tekst."
    )


def test_duplicate_yaml_key(tmp_path: Path) -> None:
    """A key that stands twice in one entry is an error that names both lines."""
    text = as_bytes("versie.yml", VERSIE) + b"nummer: '0.3'\n"

    assert check(tmp_path, {VERSIE_FILE: text}) == (
        "versions/2025-11-consultatieversie/versie.yml, regel 1\n"
        "  nummer\n"
        '  De sleutel "nummer" staat er twee keer: op regel 1 en 11.\n'
        "  → Haal een van de twee weg."
    )


def test_front_matter_missing(tmp_path: Path) -> None:
    """A register file without the lines --- says where they belong."""
    assert check(tmp_path, {ZW_FILE: "id: ZW-01\n"}) == (
        "docs/zienswijzen/zw-01.md, regel 1\n"
        "  De regel --- bovenaan de gegevens ontbreekt.\n"
        "  → Zet de gegevens boven in het bestand tussen twee regels met alleen ---."
    )


def test_wrong_date(tmp_path: Path) -> None:
    """A day that is not in the calendar is an error, also where plain YAML would take it."""
    assert check(tmp_path, {ZW_FILE: changed(ZIENSWIJZE, ontvangen="2026-02-30")}) == (
        "docs/zienswijzen/zw-01.md, regel 8\n"
        "  ZW-01 › ontvangen\n"
        '  De dag "2026-02-30" bestaat niet.\n'
        "  → Verbeter de datum; weet u de dag niet, schrijf dan alleen de maand en het jaar."
    )


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


def test_frozen_version_edited(tmp_path: Path) -> None:
    """An edit in a frozen text names the file and the place where edits belong."""
    write_project(tmp_path)
    (tmp_path / "versions" / TWEEDE / "01-inleiding.md").write_text("# Inleiding\n\nAnders.\n")

    assert format_problems(load_project(tmp_path).problems) == (
        "versions/2025-11-consultatieversie/01-inleiding.md\n"
        '  Het bestand "01-inleiding.md" is gewijzigd, maar de tekst van deze versie ligt vast.\n'
        "  → Zet het bestand terug zoals het in git stond; wijzig de tekst in docs/regiovisie/."
    )


def test_version_not_sealed(tmp_path: Path) -> None:
    """A version without its seals names the command that makes them."""
    write_project(tmp_path)
    (tmp_path / "versions" / EERSTE / "SHA256SUMS").unlink()

    assert format_problems(load_project(tmp_path).problems) == (
        "versions/2025-07-inspraakversie/SHA256SUMS\n"
        "  Het bestand SHA256SUMS ontbreekt.\n"
        "  → Voer uit: python3 scripts/redactie.py seal 2025-07-inspraakversie"
    )


def test_folder_without_versie_yml(tmp_path: Path) -> None:
    """A folder in versions/ without versie.yml is an error of the folder, and of nothing else."""
    assert check(tmp_path, {VERSIE_FILE: None}) == (
        "versions/2025-11-consultatieversie\n"
        "  In deze map ontbreekt het bestand versie.yml.\n"
        "  → Maak versie.yml met nummer, titel en fasen, of haal de map weg."
    )


def test_empty_onderdeel(tmp_path: Path) -> None:
    """An onderdeel without text is an error."""
    assert check(tmp_path, {WERKVERSIE_FILE: "\n"}) == (
        "docs/regiovisie/02-uitgangspunten.md\n"
        "  Het onderdeel is leeg.\n"
        "  → Schrijf de tekst, of haal het bestand weg."
    )


def test_not_utf8(tmp_path: Path) -> None:
    """A file in another encoding names the line of the first odd character."""
    assert check(tmp_path, {WERKVERSIE_FILE: b"# Samen\n\nco\xf6rdinatie\n"}) == (
        "docs/regiovisie/02-uitgangspunten.md, regel 3\n"
        "  Het bestand is geen UTF-8: op regel 3 staat een teken in een andere codering.\n"
        "  → Open het bestand in uw teksteditor en sla het op met de codering UTF-8."
    )


def test_two_versions_with_one_number(tmp_path: Path) -> None:
    """Two versions with one number are an error."""
    assert check(tmp_path, {VERSIE_FILE: changed(VERSIE, nummer="0.1")}) == (
        "versions/2025-11-consultatieversie/versie.yml, regel 1\n"
        "  nummer\n"
        '  Het nummer "0.1" is al van de versie 2025-07-inspraakversie.\n'
        "  → Geef een van beide een ander nummer."
    )


def test_predecessor_loop(tmp_path: Path) -> None:
    """A loop of predecessors is shown as it runs."""
    files = {f"versions/{EERSTE}/versie.yml": changed(EERSTE_VERSIE, voorganger=TWEEDE)}

    assert check(tmp_path, files) == (
        "versions/2025-07-inspraakversie/versie.yml, regel 8\n"
        "  voorganger\n"
        "  De voorgangers lopen in een kring: 2025-07-inspraakversie → "
        "2025-11-consultatieversie → 2025-07-inspraakversie.\n"
        "  → Haal bij de oudste versie de voorganger weg."
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


def test_regio_missing(tmp_path: Path) -> None:
    """Without facts of the region the other files are still checked against each other."""
    assert check(tmp_path, {"mkdocs.yml": {"site_name": "x"}}) == (
        "mkdocs.yml\n"
        '  De gegevens van de regio ontbreken: er is geen groep "regiovisie" onder "extra".\n'
        "  → Zet in mkdocs.yml onder extra: de groep regiovisie: met naam, gemeenten en rondes."
    )


def test_rest_of_mkdocs_yml_is_free(tmp_path: Path) -> None:
    """The rest of mkdocs.yml may use all of YAML."""
    text = as_bytes("mkdocs.yml", mkdocs(REGIO)) + b"a: &a !!python/name:x.y z\nb: *a\n"

    assert check(tmp_path, {"mkdocs.yml": text}) == ""
