"""Taking personal data out of a frozen version, on record and without a trace of what it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from regiovisie.errors import RegiovisieError
from regiovisie.herkomst.controle import read_checked
from regiovisie.redactie.correct import Besluit, correct
from regiovisie.redactie.verify import verify
from regiovisie.registers import load_project

from tests.support.gitrepo import GitRepo
from tests.support.project import EERSTE, INLEIDING, TWEEDE, write_file, write_sealed

PERSON = "Bel voorbeeldpersoon Pietersen op 0592 123456."
WITH_PERSON = f"{INLEIDING}\n{PERSON}\n\nWij horen graag van u.\n"
WITHOUT_WORDS = WITH_PERSON.replace("voorbeeldpersoon Pietersen op 0592 123456", "ons")
WITHOUT_PARAGRAPH = WITH_PERSON.replace(f"{PERSON}\n\n", "")
FILE = f"versions/{TWEEDE}/01-inleiding.md"
BESLUIT = Besluit("privacy", "functionaris gegevensbescherming", "3 maart 2026")
EVERYWHERE = {
    f"{folder}/01-inleiding.md": WITH_PERSON
    for folder in (f"versions/{EERSTE}", f"versions/{TWEEDE}", "docs/regiovisie")
}


@pytest.fixture
def git(tmp_path: Path) -> GitRepo:
    """A project in git with a name in every version of its text."""
    made = GitRepo.make(write_sealed(tmp_path / "project", EVERYWHERE))
    made.commit({})
    return made


def lines_of(root: Path) -> dict[str, str]:
    """Lifeline by the words of its block, in the second version."""
    dossier = read_checked(root).dossier
    return {p.block.words: p.id for p in dossier.history.blocks[1]}


def clean(root: Path, text: str) -> None:
    """Take the words out of every text but the frozen first version."""
    write_file(root / FILE, text)
    write_file(root / "docs/regiovisie/01-inleiding.md", text)


@pytest.mark.parametrize("text", [WITHOUT_WORDS, WITHOUT_PARAGRAPH], ids=["words", "paragraph"])
def test_the_version_is_right_again(git: GitRepo, text: str) -> None:
    """Checksums agree, addresses stay, and nothing of the version names the person."""
    before = lines_of(git.path)
    for file in EVERYWHERE:
        write_file(git.path / file, text)

    for versie in (EERSTE, TWEEDE):
        correct(git.path, versie, BESLUIT)

    assert verify(git.path).endswith("2 versies zijn ongewijzigd.")
    after = lines_of(git.path)
    kept = before.keys() & after.keys()
    assert len(kept) >= 5
    assert all(before[words] == after[words] for words in kept)
    assert set(after.values()) <= set(before.values())
    for path in (git.path / "versions").rglob("*.*"):
        assert "Pietersen" not in path.read_text(encoding="utf-8")


def test_the_correction_is_on_record(git: GitRepo) -> None:
    """When, why in general, by whom, and the fingerprint that it had."""
    fingerprint = dict(line.split("  ") for line in verify(git.path).splitlines()[:2])[TWEEDE]
    clean(git.path, WITHOUT_WORDS)

    report = correct(git.path, TWEEDE, BESLUIT)

    [correctie] = load_project(git.path).versies[1].correcties
    assert (str(correctie.datum), correctie.reden) == ("3 maart 2026", "privacy")
    assert correctie.door == "functionaris gegevensbescherming"
    assert correctie.vingerafdruk_was == fingerprint
    assert f"De vingerafdruk was {fingerprint} en is nu " in report


def test_it_says_where_the_words_still_stand(git: GitRepo) -> None:
    """By file and line, without the words."""
    clean(git.path, WITHOUT_WORDS)

    report = correct(git.path, TWEEDE, BESLUIT)

    assert f"  versions/{EERSTE}/01-inleiding.md, regel 5" in report
    assert "Pietersen" not in report


def test_a_second_correction_comes_behind_the_first(git: GitRepo) -> None:
    """Both stay on record."""
    clean(git.path, WITHOUT_WORDS)
    correct(git.path, TWEEDE, BESLUIT)
    git.commit({})
    clean(git.path, WITHOUT_PARAGRAPH)

    correct(git.path, TWEEDE, Besluit("procedure", "redactie", "4 maart 2026"))

    redenen = [c.reden for c in load_project(git.path).versies[1].correcties]
    assert redenen == ["privacy", "procedure"]


def test_without_git_the_blocks_must_stay(tmp_path: Path) -> None:
    """Words can be taken out; a paragraph only where its place stays filled."""
    root = write_sealed(tmp_path, EVERYWHERE)
    clean(root, WITHOUT_PARAGRAPH)

    with pytest.raises(RegiovisieError) as refused:
        correct(root, TWEEDE, BESLUIT)

    assert "de oude tekst staat niet in git" in str(refused.value)
    clean(root, WITHOUT_WORDS)
    correct(root, TWEEDE, BESLUIT)
    assert verify(root).endswith("2 versies zijn ongewijzigd.")


@pytest.mark.parametrize(
    ("versie", "message"),
    [(TWEEDE, "In deze versie is niets veranderd."), ("2030-nooit", "Deze versie is er niet")],
)
def test_nothing_to_record(git: GitRepo, versie: str, message: str) -> None:
    """Said before anything is written."""
    with pytest.raises(RegiovisieError) as refused:
        correct(git.path, versie, BESLUIT)

    assert message in str(refused.value)
