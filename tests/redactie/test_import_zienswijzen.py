"""Overviews of reactions become drafts: one file per submission, and every row accounted for."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
import yaml
from click.testing import CliRunner

from regiovisie.errors import RegiovisieError
from regiovisie.redactie import staging
from regiovisie.redactie.cli import redactie
from regiovisie.redactie.overzicht import uitkomst_van
from regiovisie.redactie.zienswijzen import Vraag, importeer_zienswijzen
from regiovisie.registers import load_project
from regiovisie.tabel import lees_tabel

from tests.support.project import REGIO, TWEEDE, changed, mkdocs, write_sealed
from tests.support.stoppen import StoppedError, Stops
from tests.support.word import p, tbl, tr, write_docx

RONDE = changed(REGIO["rondes"][0], id="zienswijzen-2025", titel="Zienswijzen", versie=TWEEDE)
HEAD = (
    "Nr",
    "Indiener",
    "Datum ontvangst",
    "Hoofdstuk",
    "Samenvatting",
    "Voorstel tekst",
    "Reactie",
    "Conclusie",
)
VEENHOEK = "Voorbeeldadviesraad Veenhoek"
ROWS = (
    ("1", VEENHOEK, "29-1-2026", "2", "Noem de wijk.", "in de wijk", "Goed.", "Gedeeltelijk over"),
    ("2", "", "", "Inleiding", "Wie betaalt dit?", "", "De gemeente.", "Niet overgenomen"),
    ("3", "J. de Vries", "29-1-2026", "", "Ik ben het eens.", "", "", "ja"),
    ("4", VEENHOEK, "ooit", "", "Zonder datum.", "", "", "ja"),
    ("5", VEENHOEK, "29-1-2026", "Bijlage", "Wat vindt u?", "", "", "misschien wel"),
)
VRAAG = Vraag("zienswijzen-2025", "advies", voorbeeld=True)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a ronde that runs."""
    return made(tmp_path / "loopt", "loopt")


def made(root: Path, status: str) -> Path:
    """A project whose second ronde has this status."""
    rondes = [*REGIO["rondes"], changed(RONDE, status=status)]
    return write_sealed(root, {"mkdocs.yml": mkdocs(changed(REGIO, rondes=rondes))})


def csv_file(path: Path, *rows: tuple[str, ...], encoding: str = "cp1252") -> Path:
    """A file as a Dutch Excel writes it."""
    lines = (";".join(f'"{cell}"' if ";" in cell else cell for cell in row) for row in rows)
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


def front_matter(path: Path) -> dict[str, object]:
    """The keys of a file."""
    return dict(yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1]))


def test_rows_become_one_file_per_submission(project: Path, tmp_path: Path) -> None:
    """With what belongs together, and the rows that could not be placed by number."""
    overview = csv_file(tmp_path / "overzicht.csv", HEAD, *ROWS)

    report = importeer_zienswijzen(project, overview, VRAAG)

    assert front_matter(project / "docs/zienswijzen/zw-02.md") == {
        "id": "ZW-02",
        "soort": "advies",
        "indieners": ["voorbeeldadviesraad-veenhoek"],
        "ronde": "zienswijzen-2025",
        "versie": TWEEDE,
        "ontvangen": "2026-01-29",
        "voorbeeld": True,
        "punten": [
            {
                "id": "ZW-02.1",
                "plaats": "uitgangspunten",
                "tekst": "Noem de wijk.\nVoorstel voor de tekst: in de wijk",
                "uitkomst": "deels",
                "reactie": "Goed.",
            },
            {
                "id": "ZW-02.2",
                "plaats": "inleiding",
                "tekst": "Wie betaalt dit?",
                "uitkomst": "niet",
                "reactie": "De gemeente.",
            },
            {"id": "ZW-02.3", "tekst": "Wat vindt u?", "uitkomst": "open"},
        ],
    }
    for line in (
        "1 zienswijze met 3 punten: docs/zienswijzen/zw-02.md.",
        "  - rij 4: de indiener is niet bekend",
        "  - rij 5: ",
        "  - rij 6: uitkomst “misschien wel” is open geworden",
        "  - rij 6: onderdeel “Bijlage” is niet gevonden",
    ):
        assert line in report
    assert "Vries" not in report
    assert not [q for q in load_project(project).problems if q.file.endswith("zw-01.md")]


def test_a_closed_ronde_needs_an_outcome(tmp_path: Path) -> None:
    """What nobody can tell is not made up."""
    overview = csv_file(tmp_path / "o.csv", HEAD, *ROWS)

    report = importeer_zienswijzen(made(tmp_path / "dicht", "gesloten"), overview, VRAAG)

    assert "rij 6: bij de uitkomst staat “misschien wel”; de ronde is gesloten." in report


def test_the_same_from_excel_and_word(project: Path, tmp_path: Path) -> None:
    """A workbook with a title above the head and real dates; a table in a Word file."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (("Overzicht",), (), HEAD, *ROWS[:2]):
        sheet.append(row)
    book.save(tmp_path / "o.xlsx")
    word = write_docx(
        tmp_path / "o.docx",
        p("Overzicht", stijl="Heading1"),
        tbl(*(tr(*row) for row in (HEAD, *ROWS[:2]))),
    )
    texts = []
    for path in (csv_file(tmp_path / "o.csv", HEAD, *ROWS[:2]), tmp_path / "o.xlsx", word):
        report = importeer_zienswijzen(project, path, VRAAG)
        assert "1 zienswijze met 2 punten" in report
        written = project / "docs/zienswijzen/zw-02.md"
        texts.append(written.read_text(encoding="utf-8"))
        written.unlink()

    assert texts[0] == texts[1] == texts[2]


def test_what_is_there_is_not_made_twice(project: Path, tmp_path: Path) -> None:
    """The same submission in the same ronde."""
    overview = csv_file(tmp_path / "o.csv", HEAD, *ROWS[:2])
    importeer_zienswijzen(project, overview, VRAAG)

    report = importeer_zienswijzen(project, overview, VRAAG)

    assert "rij 2: deze reactie is er al: ZW-02." in report
    assert not (project / "docs/zienswijzen/zw-03.md").exists()


def test_a_trial_changes_nothing(project: Path, tmp_path: Path) -> None:
    """It says what would be made."""
    overview = csv_file(tmp_path / "o.csv", HEAD, *ROWS)

    report = importeer_zienswijzen(project, overview, VRAAG, dry_run=True)

    assert report.startswith("Proef: er is niets veranderd.\n1 zienswijze met 3 punten")
    assert not (project / "docs/zienswijzen/zw-02.md").exists()


def test_columns_and_names_can_be_said(project: Path, tmp_path: Path) -> None:
    """Where the head is another than usual, and a name is known under another."""
    overview = csv_file(
        tmp_path / "o.csv", ("Club", "Wat zij zeggen", "Uitkomst"), ("ASD", "Nee; niet zo.", "nee")
    )
    with pytest.raises(RegiovisieError, match="geen kolom gevonden voor: indiener, samenvatting"):
        importeer_zienswijzen(project, overview, VRAAG)

    vraag = Vraag(
        "zienswijzen-2025",
        ontvangen="medio 2025",
        voorbeeld=True,
        kolommen={"indiener": "Club", "samenvatting": "Wat zij zeggen"},
        indieners={"ASD": "voorbeeldadviesraad-veenhoek"},
    )
    importeer_zienswijzen(project, overview, vraag)

    keys = front_matter(project / "docs/zienswijzen/zw-02.md")
    assert (keys["ontvangen"], keys["soort"]) == ("medio 2025", "zienswijze")
    assert keys["punten"] == [{"id": "ZW-02.1", "tekst": "Nee; niet zo.", "uitkomst": "niet"}]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Overgenomen", "overgenomen"),
        ("Ja, tekst aangepast", "overgenomen"),
        ("gedeeltelijk overgenomen", "deels"),
        ("wordt niet overgenomen", "niet"),
        ("Ongegrond", "niet"),
        ("Ter kennisname", "kennisgeving"),
        ("Reeds verwerkt", "al-verwerkt"),
        ("Naar de uitvoeringsagenda", "uitvoering"),
        ("Lokaal beleid", "lokaal"),
        ("beantwoord", "beantwoord"),
        ("", "open"),
        ("n.n.b.", "open"),
        ("blauw", None),
    ],
)
def test_outcomes_in_words(words: str, code: str | None) -> None:
    """As they stand in overviews."""
    assert uitkomst_van(words) == code


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_encodings_and_separators(tmp_path: Path, encoding: str) -> None:
    """What programs write, with a line break in a cell."""
    path = tmp_path / "x.csv"
    for mark in ";,\t":
        path.write_bytes(f'a{mark}"één{mark}\ntwee"{mark}c\n\n'.encode(encoding))
        rows = lees_tabel(path)
        assert [row.cellen for row in rows] == [("a", f"één{mark}\ntwee".replace("\t", ""), "c")]


def test_what_is_no_table(tmp_path: Path) -> None:
    """A text called .xlsx, and a file that is not there."""
    (tmp_path / "x.xlsx").write_text("hallo", encoding="utf-8")
    for name in ("x.xlsx", "y.csv"):
        with pytest.raises(RegiovisieError, match="niet"):
            lees_tabel(tmp_path / name)


# --- stopped half-way


def letters(root: Path) -> dict[str, bytes]:
    """Every file in the folder of submissions, with what stands beside that folder."""
    folder = root / "docs/zienswijzen"
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("can_exchange", [True, False])
def test_stopped_at_any_write_it_is_as_before_or_as_after(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_exchange: bool
) -> None:
    """All submissions of an overview, or none, once the next command has begun."""
    overview = csv_file(tmp_path / "overzicht.csv", HEAD, *ROWS)
    stops = Stops(monkeypatch)
    stops.count(staging, "_exchange")
    stops.count(staging, "_remove")
    if not can_exchange:
        monkeypatch.setattr(staging, "_exchange", lambda one, other: False)

    whole = copied(project, tmp_path / "heel")
    before = letters(whole)
    stops.never()
    importeer_zienswijzen(whole, overview, VRAAG)
    writes, after = stops.writes, letters(whole)
    assert before != after
    for number in range(writes):
        root = copied(project, tmp_path / f"stop-{number}")
        stops.at(number)
        with pytest.raises(StoppedError):
            importeer_zienswijzen(root, overview, VRAAG)
        stops.never()
        CliRunner().invoke(redactie, ["verify", "--project", str(root)])
        assert letters(root) in (before, after), number
        shutil.rmtree(root)


def copied(project: Path, target: Path) -> Path:
    """A copy of a project, without counting."""
    subprocess.run(["cp", "-r", str(project), str(target)], check=True)
    return target
