"""A whole day of an editor, on a real repository: from a Word file to a page with causes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from regiovisie import site
from regiovisie.herkomst.controle import read_checked
from regiovisie.redactie.check import check
from regiovisie.redactie.freeze import Opdracht, freeze
from regiovisie.redactie.herkomst import herkomst
from regiovisie.redactie.importeren import importeer
from regiovisie.redactie.pr_report import pr_report
from regiovisie.redactie.verify import verify

from tests.support.gitrepo import GitRepo
from tests.support.html import Page, load_pages
from tests.support.project import (
    PUNT,
    TWEEDE,
    ZIENSWIJZE,
    ZW_FILE,
    as_bytes,
    changed,
    write_file,
    write_sealed,
)
from tests.support.word import bij, bij_opmerking, p, weg, write_docx

DERDE = "2026-09-nieuwe-ronde"
INLEIDING = "docs/regiovisie/01-inleiding.md"
UITGANGSPUNTEN = "docs/regiovisie/02-uitgangspunten.md"
REGISTER = "docs/regiovisie/wijzigingen.yml"
LETTER = ZW_FILE.replace("01", "02")
POINT = changed(PUNT, id="ZW-02.1", plaats=None, citaat=None, uitkomst="niet")
SECOND_POINT = changed(POINT, id="ZW-02.2")
OPDRACHT = Opdracht(DERDE, "0.3", "Derde versie", "consultatie", "september 2026", "Hulp is nabij.")


def letter(*punten: dict[str, object]) -> bytes:
    """The advice that the day is about."""
    return as_bytes(LETTER, changed(ZIENSWIJZE, id="ZW-02", punten=list(punten)))


@pytest.fixture
def git(tmp_path: Path) -> GitRepo:
    """A project in git with an advice that nothing was done with yet."""
    root = write_sealed(tmp_path / "project", {LETTER: letter(POINT, SECOND_POINT)})
    made = GitRepo.make(root)
    made.commit({})
    return made


def test_from_word_file_to_a_page_with_causes(git: GitRepo, tmp_path: Path) -> None:
    """Import, propose, report, merge, herkomst, fill in, check, freeze, verify, build."""
    colleague_sends_a_word_file(git, tmp_path)
    editor_proposes_with_a_trailer(git)
    editor_proposes_without_saying_why(git)
    causes_are_drafted_and_the_blank_is_filled(git)
    points_are_answered(git)

    told = check(git.path, productie=False)
    assert "Elke verandering heeft een herkomst." in told

    freeze(git.path, OPDRACHT)
    assert DERDE in verify(git.path)
    git.commit({})
    site.build(git.path, tmp_path / "site", False)
    every_change_shows_its_cause(git.path, load_pages(tmp_path / "site"))


def colleague_sends_a_word_file(git: GitRepo, tmp_path: Path) -> None:
    """One tracked change, with the point that asked for it as a comment."""
    word = write_docx(
        tmp_path / "tekst.docx",
        p("Inleiding", stijl="Heading1"),
        p("Dit is de regiovisie voor de jeugdhulp."),
        p("Uitgangspunten", stijl="Heading1"),
        p("Nabij", stijl="Heading2"),
        p("Hulp is zo ", bij_opmerking(1, weg("thuis"), bij("nabij")), " mogelijk."),
        opmerkingen={1: "ZW-02.1"},
    )
    importeer(git.path, word)
    git.commit({})


def editor_proposes_with_a_trailer(git: GitRepo) -> None:
    """On a branch; the report names the paragraph, and the point that its commit names."""
    git("checkout", "--quiet", "-b", "inleiding")
    commit(git, INLEIDING, "voor de jeugdhulp", "voor alle jeugdhulp", "Zienswijze: ZW-02.2")
    report = pr_report(git.path, "main", "inleiding", form="markdown")
    assert "### 1 Inleiding" in report
    assert "- aan het begin: ‘de’ vervangen door ‘alle’. Herkomst uit de commits: " in report
    assert "(ZW-02.2)." in report
    assert "Nog zonder herkomst" not in report
    merge(git, "inleiding")


def editor_proposes_without_saying_why(git: GitRepo) -> None:
    """The report says that a cause is missing."""
    git("checkout", "--quiet", "-b", "slot")
    commit(git, UITGANGSPUNTEN, "nabij mogelijk.", "nabij mogelijk.\nDat geldt altijd.")
    report = pr_report(git.path, "main", "slot", form="markdown")
    assert "Van 1 alinea is nog niet opgeschreven waarom." in report
    merge(git, "slot")


def commit(git: GitRepo, file: str, old: str, new: str, trailer: str = "") -> None:
    """Change words in a file and commit that."""
    path = git.path / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    write_file(path, text.replace(old, new))
    git("add", "--all")
    git("commit", "--quiet", "--message", f"Andere woorden\n\n{trailer}")


def merge(git: GitRepo, branch: str) -> None:
    """As a web page would merge a proposal."""
    git("checkout", "--quiet", "main")
    git("merge", "--quiet", "--no-ff", "--no-edit", branch)


def causes_are_drafted_and_the_blank_is_filled(git: GitRepo) -> None:
    """What the trailer said stands in the register; the rest is filled in by hand."""
    report = herkomst(git.path)
    assert "Van 1 plek is niet gezegd waarom" in report
    path = git.path / REGISTER
    text = path.read_text(encoding="utf-8")
    [blank] = re.findall(r"(?:^# [- ] .*\n)+", text, re.MULTILINE)
    filled = re.sub(r"^# ", "", blank, flags=re.MULTILINE)
    filled = filled.replace("herkomst:", "herkomst: ambtshalve\n  toelichting: Zo is het bedoeld.")
    filled = filled.replace("  punten: []\n", "  voorbeeld: true\n")
    write_file(path, text.replace(blank, filled))


def points_are_answered(git: GitRepo) -> None:
    """What led to a change is taken over."""
    taken = [changed(punt, uitkomst="overgenomen") for punt in (POINT, SECOND_POINT)]
    write_file(git.path / LETTER, letter(*taken))


def every_change_shows_its_cause(root: Path, pages: dict[str, Page]) -> None:
    """On the pages of the new pair each changed place leads to its wijziging and its point."""
    dossier = read_checked(root).dossier
    register = dossier.project.wijzigingen[DERDE]
    assert [w.herkomst for w in register] == ["advies", "advies", "ambtshalve"]
    for wijziging in register:
        for plek in dossier.plekken(wijziging.id):
            page = pages[f"vergelijk/{TWEEDE}/{DERDE}/{plek.onderdeel.slug}/index.html"]
            links = {link.path for link in page.links() if link.is_internal}
            assert page.tree.xpath(f'//*[@id="{plek.plek.anker}"]')
            assert f"wijzigingen/{wijziging.id.lower()}/" in links
            assert not wijziging.punten or any("zienswijzen/zw-02/" in path for path in links)
