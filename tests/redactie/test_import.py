"""Bringing a Word file along: a text, its drafts, and all of it or nothing."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from regiovisie.errors import RegiovisieError
from regiovisie.herkomst.controle import read_checked
from regiovisie.herkomst.opmerkingen import oorzaak_van
from regiovisie.redactie import staging
from regiovisie.redactie.freeze import Opdracht
from regiovisie.redactie.importeren import importeer
from regiovisie.registers import load_project

from tests.support.gitrepo import GitRepo
from tests.support.project import (
    EERSTE,
    INDIENER_FILE,
    PUNT,
    ZIENSWIJZE,
    ZW_FILE,
    changed,
    write_file,
    write_sealed,
)
from tests.support.stoppen import StoppedError, Stops
from tests.support.word import bij, bij_opmerking, p, weg, write_docx

DERDE = "2026-09-nieuwe-ronde"
REGISTER = "docs/regiovisie/wijzigingen.yml"
ZW_02 = changed(
    ZIENSWIJZE,
    id="ZW-02",
    punten=[
        changed(PUNT, id="ZW-02.1", uitkomst="niet", plaats=None, citaat=None),
        changed(PUNT, id="ZW-02.2", uitkomst="niet", plaats=None, citaat=None),
    ],
    indieners=["voorbeeldraad-assen"],
)
ASSEN = {
    "naam": "Voorbeeldraad Assen",
    "soort": "gemeenteraad",
    "voorbeeld": "true",
}
FILES = {
    ZW_FILE.replace("01", "02"): ZW_02,
    INDIENER_FILE.replace("voorbeeldadviesraad-veenhoek", "voorbeeldraad-assen"): ASSEN,
}
BEGIN = (p("Inleiding", stijl="Heading1"), p("Dit is de regiovisie voor de jeugdhulp."))
KOPPEN = (p("Uitgangspunten", stijl="Heading1"), p("Nabij", stijl="Heading2"))
OPMERKINGEN = {
    1: "zienswijze Assen punt 2",
    2: "Is dit wel zo?",
    3: "redactioneel",
    4: "Klaas Klaassen: ZW-09.9",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in git, all of it committed."""
    root = write_sealed(tmp_path / "project", FILES)
    GitRepo.make(root).commit({})
    return root


@pytest.fixture
def word(tmp_path: Path) -> Path:
    """A Word file of the newest version with four tracked changes."""
    return write_docx(
        tmp_path / "tekst.docx",
        p("Inleiding", stijl="Heading1"),
        p("Dit is ", bij_opmerking(2, bij("altijd ")), "de regiovisie voor de jeugdhulp."),
        *KOPPEN,
        p("Hulp is zo ", bij_opmerking(1, weg("thuis"), bij("nabij")), " mogelijk."),
        p(bij_opmerking(3, bij("Dat geldt voor elk gezin.")), einde="ins"),
        p(bij("Wij zeggen wat wij doen.")),
        opmerkingen=OPMERKINGEN,
    )


def everything(root: Path) -> dict[str, bytes]:
    """Every visible file of a project but those of git."""
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    named = {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
    return {name: content for name, content in named.items() if "/." not in f"/{name}"}


def test_tracked_changes_become_drafts(project: Path, word: Path) -> None:
    """With points where a comment names them, and blanks with its words where it does not."""
    report = importeer(project, word)

    text = (project / "docs/regiovisie/02-uitgangspunten.md").read_text(encoding="utf-8")
    assert text == (
        "# Uitgangspunten\n\n## Nabij\n\nHulp is zo nabij mogelijk.\n\n"
        "Dat geldt voor elk gezin.\n\nWij zeggen wat wij doen.\n"
    )
    register = (project / REGISTER).read_text(encoding="utf-8")
    drafts = yaml.safe_load(register)
    assert [(d.get("was"), d["wordt"], d["herkomst"], d.get("punten")) for d in drafts] == [
        ("thuis", "nabij", "advies", ["ZW-02.2"]),
        (None, "Dat geldt voor elk gezin.", "redactioneel", None),
    ]
    assert "# Opmerking: Is dit wel zo?\n# - id: W-concept-" in register
    assert "#   wordt: Wij zeggen wat wij doen." in register
    assert report.startswith(
        "tekst.docx: 2 onderdelen, 4 bijgehouden wijzigingen, 4 opmerkingen.\n"
        "De tekst vóór de bijgehouden wijzigingen is gelijk aan versie 0.2.\n"
        "2 concept-wijzigingen met een herkomst.\n"
        "Van 2 plekken is niet gezegd waarom"
    )
    assert "Jansen" not in report + register
    problems = load_project(project).problems
    assert [p.entry for p in problems] == ["ZW-02 › punten › ZW-02.2"], "its outcome is not so yet"


def test_a_second_import_changes_nothing_more(project: Path, word: Path) -> None:
    """Drafts that are there claim their words."""
    importeer(project, word)
    before = everything(project)

    importeer(project, word, overschrijf=True)

    assert everything(project) == before


def test_an_original_that_differs_is_told(project: Path, tmp_path: Path) -> None:
    """And what nobody tracked has no cause."""
    other = write_docx(
        tmp_path / "t.docx",
        *BEGIN,
        *KOPPEN,
        p("Hulp is altijd zo ", bij_opmerking(3, weg("licht"), bij("nabij")), " mogelijk."),
        opmerkingen=OPMERKINGEN,
    )

    report = importeer(project, other)

    assert "verschilt van versie 0.2: 1 alinea, in Uitgangspunten (1)" in report
    drafts = yaml.safe_load((project / REGISTER).read_text(encoding="utf-8"))
    assert [d["herkomst"] for d in drafts] == ["redactioneel"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ZW-02.1", ("ZW-02.1",)),
        ("zw 2.1 en ZW-02 punt 2", ("ZW-02.1", "ZW-02.2")),
        ("Zienswijze van de gemeente Assen, punt 2", ("ZW-02.2",)),
        ("zienswijze Voorbeeldraad Assen punt 1", ("ZW-02.1",)),
        ("advies Veenhoek pt. 1", ("ZW-01.1",)),
        ("ZW-09.1", ()),
        ("zienswijze Emmen punt 1", ()),
        ("zienswijze Assen punt 7", ()),
        ("ZW-02.1 of anders redactioneel? ZW-77.1", ()),
        ("mooi", ()),
    ],
)
def test_comments_that_name_points(project: Path, words: str, expected: tuple[str, ...]) -> None:
    """By id, or by who sent it and a number; what is not certain names none."""
    cause = oorzaak_van(load_project(project), [words])

    assert cause.punten == expected
    assert cause.bekend is bool(expected)
    assert bool(cause.opmerking) is not bool(expected)


def test_two_from_one_place_are_not_guessed(project: Path) -> None:
    """A name that fits two submissions names neither."""
    third = changed(ZW_02, id="ZW-03", punten=[changed(PUNT, id="ZW-03.1", uitkomst="niet")])
    write_file(project / ZW_FILE.replace("01", "03"), third)

    assert not oorzaak_van(load_project(project), ["zienswijze Assen punt 1"]).bekend


def test_ambtshalve_takes_its_reason_along(project: Path) -> None:
    """What follows the word is the toelichting."""
    cause = oorzaak_van(load_project(project), ["Ambtshalve: de wet is gewijzigd."])

    assert (cause.herkomst, cause.toelichting) == ("ambtshalve", "de wet is gewijzigd.")


def test_a_file_becomes_a_version(project: Path, word: Path) -> None:
    """Numbered, sealed and checked; the werkversie stays as it is."""
    before = everything(project)
    opdracht = Opdracht(
        DERDE, "0.3", "Derde", "consultatie", "2026", "Anders.", herkomst_volledig=False
    )
    # A point that a wijziging names was taken over.
    text = (project / ZW_FILE.replace("01", "02")).read_text(encoding="utf-8")
    write_file(
        project / ZW_FILE.replace("01", "02"),
        "uitkomst: overgenomen".join(text.rsplit("uitkomst: niet", 1)),
    )
    before = everything(project)

    importeer(project, word, opdracht=opdracht)

    dossier = read_checked(project).dossier
    assert dossier.versies[-1].id == DERDE
    assert [w.id for w in dossier.project.wijzigingen[DERDE]] == ["W-002", "W-003"]
    after = everything(project)
    assert {n: c for n, c in after.items() if not n.startswith(f"versions/{DERDE}")} == before


# --- nothing is overwritten without telling


def test_what_is_not_in_git_is_not_overwritten(project: Path, word: Path) -> None:
    """Changed files and new ones are named."""
    write_file(project / "docs/regiovisie/02-uitgangspunten.md", "# Uitgangspunten\n\nAnders.\n")
    write_file(project / "docs/regiovisie/nieuw.svg", "<svg/>")
    before = everything(project)

    with pytest.raises(RegiovisieError) as refused:
        importeer(project, word)

    assert "docs/regiovisie/02-uitgangspunten.md\n  Hier staan wijzigingen" in str(refused.value)
    assert "docs/regiovisie/nieuw.svg" in str(refused.value)
    assert everything(project) == before
    importeer(project, word, overschrijf=True)
    assert (project / "docs/regiovisie/nieuw.svg").exists()


def test_without_git_it_must_be_said(tmp_path: Path, word: Path) -> None:
    """What would be replaced could not be found back."""
    root = write_sealed(tmp_path / "los", FILES)

    with pytest.raises(RegiovisieError, match="niet in git te vinden"):
        importeer(root, word)


def test_a_trial_changes_nothing(project: Path, word: Path) -> None:
    """It says what would be made."""
    before = everything(project)

    assert importeer(project, word, dry_run=True).startswith("Proef: er is niets veranderd.\n")
    assert everything(project) == before


# --- stopped half-way


@pytest.fixture
def stops(monkeypatch: pytest.MonkeyPatch) -> Stops:
    """Stops the program at a write, and counts all of them."""
    stops = Stops(monkeypatch)
    stops.count(staging, "_exchange")
    stops.count(staging, "_remove")
    return stops


@pytest.mark.parametrize(
    ("als", "can_exchange"), [("werkversie", True), ("werkversie", False), ("versie", True)]
)
def test_stopped_at_any_write_it_is_as_before_or_as_after(
    project: Path,
    word: Path,
    tmp_path: Path,
    stops: Stops,
    monkeypatch: pytest.MonkeyPatch,
    als: str,
    can_exchange: bool,
) -> None:
    """Never between, also where a system cannot exchange two folders at once."""
    if not can_exchange:
        monkeypatch.setattr(staging, "_exchange", lambda one, other: False)
    opdracht = None
    if als == "versie":
        clean = write_docx(
            tmp_path / "w.docx",
            *BEGIN,
            *KOPPEN,
            p("Hulp is zo ", bij_opmerking(3, weg("thuis"), bij("nabij")), " mogelijk."),
            opmerkingen=OPMERKINGEN,
        )
        word.write_bytes(clean.read_bytes())
        opdracht = Opdracht(DERDE, "0.3", "Derde", "consultatie", "2026", "Anders.")

    def act(root: Path) -> None:
        importeer(root, word, opdracht=opdracht, overschrijf=True)

    whole = copied(project, tmp_path / "heel")
    before = everything(whole)
    stops.never()
    act(whole)
    writes, after = stops.writes, everything(whole)
    assert before != after
    for number in range(writes):
        root = copied(project, tmp_path / f"stop-{number}")
        stops.at(number)
        with pytest.raises(StoppedError):
            act(root)
        stops.never()
        staging.put_back(root / "docs/regiovisie")
        assert everything(root) in (before, after), number
        shutil.rmtree(root)


def copied(project: Path, target: Path) -> Path:
    """A copy of a project, without counting."""
    subprocess.run(["cp", "-r", str(project), str(target)], check=True)
    return target


def test_a_folder_set_aside_comes_back(project: Path) -> None:
    """A run that was stopped between two renames is mended by the next command."""
    folder = project / "docs/regiovisie"
    before = everything(project)
    folder.rename(folder.with_name(".regiovisie-oud-123"))

    staging.put_back(folder)

    assert everything(project) == before


def test_the_versions_stay(project: Path, word: Path) -> None:
    """What is frozen is never touched."""
    before = {n: c for n, c in everything(project).items() if n.startswith(f"versions/{EERSTE}")}
    importeer(project, word)

    after = {n: c for n, c in everything(project).items() if n.startswith(f"versions/{EERSTE}")}
    assert after == before
