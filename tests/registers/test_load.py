"""From a folder to a project."""

from __future__ import annotations

from pathlib import Path

from regiovisie.errors import format_problems
from regiovisie.registers import WERKVERSIE, load_project, productie_problems

from tests.support.project import (
    EERSTE,
    FILES,
    REGIO,
    TWEEDE,
    VERSIE,
    WIJZIGINGEN_FILE,
    Content,
    as_bytes,
    changed,
    check,
    mkdocs,
    write_project,
)


def test_project(tmp_path: Path) -> None:
    """Everything in the folder is read, sorted."""
    project = load_project(write_project(tmp_path))

    assert [versie.id for versie in project.versies] == [EERSTE, TWEEDE]
    assert [name for name, _ in project.versies[0].tekst.bestanden] == [
        "01-inleiding.md",
        "02-uitgangspunten.md",
    ]
    assert project.werkversie is not None
    assert project.werkversie.bestanden == project.versies[1].tekst.bestanden
    assert {key: len(value) for key, value in project.wijzigingen.items()} == {
        EERSTE: 0,
        TWEEDE: 1,
        WERKVERSIE: 0,
    }
    assert [gemeente.slug for gemeente in project.gemeenten] == ["assen", "veenhoek"]
    assert project.zienswijzen[0].inhoud == "De adviesraad wil hulp dicht bij huis."
    assert project.versies[0].levenslijnen == ""
    assert project.versies[0].checksums


def test_order_of_versions(tmp_path: Path) -> None:
    """Versions stand in the order of their predecessors, whatever their names."""
    files: dict[str, Content] = {
        "versions/2024-laat/versie.yml": changed(VERSIE, nummer="0.3", voorganger=TWEEDE),
        "versions/2024-laat/01-slot.md": "# Slot\n\nDank.\n",
        "versions/2024-laat/levenslijnen.tsv": "",
    }
    project = load_project(write_project(tmp_path, files))

    assert project.problems == ()
    assert [versie.id for versie in project.versies] == [EERSTE, TWEEDE, "2024-laat"]


def test_empty_folder(tmp_path: Path) -> None:
    """An empty folder is a project with one problem."""
    project = load_project(tmp_path)

    assert [problem.file for problem in project.problems] == ["mkdocs.yml"]
    assert project.werkversie is None
    assert project.versies == ()


def test_introducing_pages(tmp_path: Path) -> None:
    """index.md in a folder of registers is a page, not a record."""
    assert check(tmp_path, {"docs/zienswijzen/index.md": "# Zienswijzen\n"}) == ""


def test_no_changes(tmp_path: Path) -> None:
    """A register of changes may be empty, or not be there."""
    files: dict[str, Content] = {
        "docs/regiovisie/wijzigingen.yml": "# nog niets\n",
        f"versions/{EERSTE}/wijzigingen.yml": None,
    }

    assert check(tmp_path, files) == ""


def test_windows_files(tmp_path: Path) -> None:
    """A project with CRLF and byte order marks reads the same."""
    files: dict[str, Content] = {
        file: b"\xef\xbb\xbf" + as_bytes(file, content).replace(b"\n", b"\r\n")
        for file, content in FILES.items()
        if content is not None and not file.endswith(".tsv")
    }
    project = load_project(write_project(tmp_path, files))

    assert project.problems == ()
    assert project.werkversie is not None
    assert "\r" not in project.werkversie.bestanden[0][1]


def test_problem_of_a_record(tmp_path: Path) -> None:
    """A later layer can name a problem at the line of any record, also one inside another."""
    project = load_project(write_project(tmp_path))
    (wijziging,) = project.alle_wijzigingen()
    punt = project.zienswijzen[0].punten[1]
    problems = [
        project.problem(wijziging, "Niet gevonden.", "Verbeter het citaat.", "wordt"),
        project.problem(punt, "Niet gevonden.", "Verbeter het citaat.", "citaat"),
    ]

    assert format_problems(problems) == (
        f"{WIJZIGINGEN_FILE}, regel 4\n"
        "  W-001 › wordt\n"
        "  Niet gevonden.\n"
        "  → Verbeter het citaat.\n\n"
        "docs/zienswijzen/zw-01.md, regel 21\n"
        "  ZW-01 › punten › ZW-01.2 › citaat\n"
        "  Niet gevonden.\n"
        "  → Verbeter het citaat."
    )


def test_productie(tmp_path: Path) -> None:
    """The official site has no examples, and says that it is official."""
    project = load_project(write_project(tmp_path))
    found = [(problem.file, problem.key, problem.wat) for problem in productie_problems(project)]

    assert ("mkdocs.yml", "officieel", "De tekst is niet de officiële tekst van de regio.") in found
    assert (WIJZIGINGEN_FILE, "voorbeeld", "Dit is een voorbeeld.") in found
    assert len(found) == 8


def test_officieel(tmp_path: Path) -> None:
    """A text that is official may be published."""
    files: dict[str, Content] = {"mkdocs.yml": mkdocs(changed(REGIO, officieel="ja"))}
    project = load_project(write_project(tmp_path, files))

    assert "officieel" not in {problem.key for problem in productie_problems(project)}
