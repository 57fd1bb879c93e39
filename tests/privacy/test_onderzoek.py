"""Everything that is published is searched, and what is meant is left alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from regiovisie.privacy import Onderzoek, onderzoek_privacy
from regiovisie.registers import load_project

from tests.support.project import (
    REGIO,
    VERSIE,
    VERSIE_FILE,
    ZIENSWIJZE,
    ZW_FILE,
    Content,
    changed,
    mkdocs,
    write_project,
)

NAAM = "burgemeester B. Proef"
AKKOORD = {"tekst": NAAM, "reden": "Bestuurder in functie."}
OVER = "docs/over.md"


def search(root: Path, files: dict[str, Content]) -> Onderzoek:
    """What is found in the small project with these files."""
    return onderzoek_privacy(load_project(write_project(root, files)))


def places(onderzoek: Onderzoek) -> list[str]:
    """The files with a finding."""
    return [problem.file for problem in onderzoek.vondsten]


def settings(*akkoorden: dict[str, str]) -> Content:
    """mkdocs.yml with these akkoorden."""
    return mkdocs(changed(REGIO, privacy_akkoord=list(akkoorden)))


@pytest.mark.parametrize(
    "file",
    [
        OVER,
        "docs/diep/er/pagina.md",
        "docs/data/lijst.csv",
        "docs/beeld.svg",
        "versions/2025-11-consultatieversie/bijlage.txt",
        "versions/2025-11-consultatieversie/notitie.yml",
    ],
)
def test_every_file_is_searched(file: str, tmp_path: Path) -> None:
    """In docs/ and in versions/, at any depth."""
    onderzoek = search(tmp_path, {file: f"\nDank aan {NAAM}.\n"})

    assert [(p.file, p.line) for p in onderzoek.vondsten] == [(file, 2)]


def test_hidden_files_are_left_alone(tmp_path: Path) -> None:
    """What is not published is not searched."""
    assert places(search(tmp_path, {"docs/.concept.md": NAAM})) == []


def test_address_for_questions_is_meant(tmp_path: Path) -> None:
    """The contact of the region is there to be published."""
    regio = changed(REGIO, contact={"naam": "De regio", "email": "vragen@regio.test"})

    assert places(search(tmp_path, {"mkdocs.yml": mkdocs(regio)})) == []


def test_message_tells_no_whole_number(tmp_path: Path) -> None:
    """It is masked, so that a log does not spread it."""
    (problem,) = search(tmp_path, {OVER: "# Over\n\n111222333\n"}).vondsten

    assert "111222333" not in f"{problem.wat}{problem.doe}"


@pytest.mark.parametrize("akkoord", [NAAM, "B. Proef", NAAM.upper(), "burgemeester  B.\nProef"])
def test_akkoord_holds_for_its_file(akkoord: str, tmp_path: Path) -> None:
    """Capitals and white space make no difference; the words round the name may stand with it."""
    said = {"tekst": akkoord, "reden": "Bestuurder."}
    files: dict[str, Content] = {
        ZW_FILE: changed(ZIENSWIJZE, privacy_akkoord=[said], inhoud=f"Dank aan {NAAM}."),
        OVER: f"Dank aan {NAAM}.",
    }
    onderzoek = search(tmp_path, files)

    assert places(onderzoek) == [OVER]
    assert onderzoek.overbodig == ()


@pytest.mark.parametrize("akkoord", ["B. Proefpersoon en anderen", "B", "C. Proef", "mevrouw"])
def test_akkoord_for_something_else(akkoord: str, tmp_path: Path) -> None:
    """Part of a word, or another name, is no akkoord, and of no use."""
    said = {"tekst": akkoord, "reden": "Bestuurder."}
    inhoud = "Dank aan mevrouw B. Proef de Toets."
    onderzoek = search(
        tmp_path, {ZW_FILE: changed(ZIENSWIJZE, privacy_akkoord=[said], inhoud=inhoud)}
    )

    assert [problem.key for problem in onderzoek.overbodig] == ["tekst"]
    assert ZW_FILE in places(onderzoek)


def test_akkoord_in_versie_yml_holds_for_its_folder(tmp_path: Path) -> None:
    """For every file of that version, and for no other version."""
    files: dict[str, Content] = {
        VERSIE_FILE: changed(VERSIE, privacy_akkoord=[AKKOORD]),
        "versions/2025-11-consultatieversie/bijlage.txt": NAAM,
        "versions/2025-07-inspraakversie/bijlage.txt": NAAM,
    }

    assert places(search(tmp_path, files)) == ["versions/2025-07-inspraakversie/bijlage.txt"]


@pytest.mark.parametrize(
    ("scope", "left"),
    [
        ({}, []),
        ({"bestand": OVER}, ["docs/map/pagina.md"]),
        ({"bestand": "docs/map/"}, [OVER]),
        ({"bestand": "docs"}, []),
    ],
)
def test_akkoord_in_mkdocs_yml(scope: dict[str, Any], left: list[str], tmp_path: Path) -> None:
    """For one file, for a folder, or for everything."""
    files: dict[str, Content] = {
        "mkdocs.yml": settings({**AKKOORD, **scope}),
        OVER: NAAM,
        "docs/map/pagina.md": NAAM,
    }

    assert places(search(tmp_path, files)) == left


def test_two_akkoorden_for_one_name_are_both_of_use(tmp_path: Path) -> None:
    """Neither is called needless because of the other."""
    files: dict[str, Content] = {
        "mkdocs.yml": settings(AKKOORD, {**AKKOORD, "bestand": OVER}),
        OVER: NAAM,
    }

    assert search(tmp_path, files).overbodig == ()


def test_project_of_this_site(root: Path) -> None:
    """The site of this project tells nothing about persons that is not meant."""
    assert onderzoek_privacy(load_project(root)) == Onderzoek((), ())
