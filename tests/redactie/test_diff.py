"""The verb diff: what a name may mean, and that each form holds both texts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from lxml import html
from lxml.html import HtmlElement

from regiovisie.errors import RegiovisieError
from regiovisie.redactie.cli import redactie
from regiovisie.redactie.diff import diff

from tests.support.gitrepo import GitRepo
from tests.support.project import (
    EERSTE,
    INLEIDING,
    TWEEDE,
    UITGANGSPUNTEN,
    UITGANGSPUNTEN_EERST,
    VERSIE_FILE,
    write_project,
)
from tests.support.tekstparen import pairs
from tests.support.vergelijking import Files, words, words_of

TEKST = "docs/regiovisie"
LINE = "Hulp is zo [-licht-] {+thuis+} mogelijk."
APART = {
    "h1",
    "h2",
    "p",
    "li",
    "td",
    "th",
    "tr",
    "pre",
    "dt",
    "dd",
    "blockquote",
    "table",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The valid project: 0.1 says "licht", 0.2 and the werkversie say "thuis" (W-001)."""
    return write_project(tmp_path / "project")


@pytest.fixture
def git(project: Path) -> GitRepo:
    """The project in git: v1 said "licht" in its werkversie, main says "thuis"."""
    git = GitRepo.make(project)
    git.commit({f"{TEKST}/02-uitgangspunten.md": UITGANGSPUNTEN_EERST}, tag="v1")
    git.commit({f"{TEKST}/02-uitgangspunten.md": UITGANGSPUNTEN})
    return git


def told(project: Path, oud: str, nieuw: str) -> str:
    """What an editor reads who compares these."""
    try:
        return diff(project, oud, nieuw, form="text")
    except RegiovisieError as error:
        return str(error)


def typed(*arguments: str) -> str:
    """What the command prints."""
    result = CliRunner().invoke(redactie, ["diff", *arguments], catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


# --- what a name may mean


@pytest.mark.parametrize("oud", [EERSTE, "0.1"])
@pytest.mark.parametrize("nieuw", [TWEEDE, "0.2", "werkversie"])
def test_versions_come_with_their_causes(project: Path, oud: str, nieuw: str) -> None:
    """A version goes by its id or its number; its changes say why."""
    assert LINE.replace(" mogelijk", " (W-001) mogelijk") in told(project, oud, nieuw)


def test_versions_from_new_to_old(project: Path) -> None:
    """The other way round is compared that way; causes run from old to new only."""
    text = told(project, "0.2", "0.1")

    assert "Hulp is zo [-thuis-] {+licht+} mogelijk." in text
    assert text.startswith(f"Van:  {TWEEDE}\nNaar: {EERSTE}")


def test_a_version_and_itself(project: Path) -> None:
    """A text does not differ from itself, and neither does its untouched werkversie."""
    assert told(project, "0.2", TWEEDE) == "Geen verschil."
    assert told(project, "0.2", "werkversie") == "Geen verschil."
    assert told(project, "werkversie", "werkversie") == "Geen verschil."


def test_folders_and_files(project: Path) -> None:
    """Any folder with Markdown is a text, and so is one file; a version may be one side."""
    folder = project / "versions" / EERSTE

    assert LINE in told(project, folder.as_posix(), "0.2")
    assert LINE in told(
        project,
        f"{folder.as_posix()}/02-uitgangspunten.md",
        f"{project.as_posix()}/{TEKST}/02-uitgangspunten.md",
    )


def test_two_files_are_one_onderdeel(project: Path, tmp_path: Path) -> None:
    """Two files are compared whatever they are called, with or without a title."""
    (tmp_path / "Mijn concept.md").write_text("Hulp is zo licht mogelijk.\n", encoding="utf-8")
    (tmp_path / "b.MD").write_bytes(b"\xef\xbb\xbfHulp is zo thuis\r\nmogelijk.\r\n")

    text = told(project, str(tmp_path / "Mijn concept.md"), str(tmp_path / "b.MD"))

    assert LINE in text
    assert "1 onderdeel met verschillen, 1 plek:" in text


def test_files_of_a_folder_that_would_share_an_address(project: Path, tmp_path: Path) -> None:
    """In a folder that is no project two names may give one slug; no word is lost."""
    for name in ("01-deel.md", "02-deel.md", "Deel.md"):
        (tmp_path / "los").mkdir(exist_ok=True)
        (tmp_path / "los" / name).write_text(f"# Deel\n\nTekst van {name[:2]}.\n", encoding="utf-8")

    tree = json.loads(diff(project, str(tmp_path / "los"), "0.2", form="json"))

    old = "".join(text for b in tree["blocks"] for sign, text in b["ops"] if sign in "=-")
    assert words(old) == words("Deel Tekst van 01. Deel Tekst van 02. Deel Tekst van De.")


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        ("v1", "main"),
        ("HEAD~1", "werkversie"),
        (f"v1:{TEKST}", "0.2"),
        (f"v1:{TEKST}/02-uitgangspunten.md", f"HEAD:{TEKST}/02-uitgangspunten.md"),
        (f"HEAD:versions/{EERSTE}", "HEAD"),
    ],
)
def test_names_in_git(git: GitRepo, oud: str, nieuw: str) -> None:
    """A ref is the werkversie of that moment; with a path any folder or file of it."""
    assert LINE in told(git.path, oud, nieuw)


def test_a_version_wins_from_a_folder_and_a_folder_from_git(
    git: GitRepo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One name for several things means the first in the order that the help gives."""
    git("tag", "0.1", "main")
    git("branch", "map")
    (git.path / "map").mkdir()
    (git.path / "map" / "01-inleiding.md").write_text("# Uit de map\n", encoding="utf-8")
    monkeypatch.chdir(git.path)

    assert "[-licht-] {+thuis+} (W-001)" in told(git.path, "0.1", "0.2")
    assert told(git.path, "refs/tags/0.1", "0.2") == "Geen verschil."
    assert "Uit de map" in told(git.path, "0.2", "map")


# --- what cannot be read


def test_an_unknown_name_says_what_it_could_have_been(git: GitRepo) -> None:
    """Near versions, all versions, and what git says."""
    text = told(git.path, "0.3", "werkversi")

    assert '"0.3" is geen versie, geen map of Markdown-bestand en geen naam in git.' in text
    assert "Bedoelt u 0.2 of 0.1?" in text
    assert f"De versies zijn: 0.1 ({EERSTE}), 0.2 ({TWEEDE})." in text
    assert "Git kent hier geen" in text
    assert "Bedoelt u werkversie?" in text  # both sides are told at once


@pytest.mark.parametrize("naam", ["", ":", ":pad", "a\nb", "--help", "\udce9", "x" * 300])
def test_odd_names_are_no_fault(git: GitRepo, naam: str) -> None:
    """Whatever is typed, the editor reads a sentence."""
    assert "geen versie" in told(git.path, naam, "0.2")


def test_outside_git(project: Path) -> None:
    """A project without git has versions and folders, and says that it has no git."""
    assert "Deze map staat niet in een git-repository." in told(project, "HEAD", "0.2")


def test_a_path_that_git_does_not_have(git: GitRepo) -> None:
    """The ref is right and the path is not."""
    assert "bestond docs/niets niet" in told(git.path, "HEAD:docs/niets", "0.2")


def test_what_is_no_utf8(project: Path, git: GitRepo, tmp_path: Path) -> None:
    """The problem names the file and the line, on disk and in git."""
    (tmp_path / "a.md").write_bytes("# Eén\n".encode("latin-1"))
    git.commit({"oud/01-a.md": "# A\n\nEén\n".encode("latin-1")})

    assert "a.md, regel 1\n  Het bestand is geen UTF-8" in told(
        project, str(tmp_path / "a.md"), "0.2"
    )
    assert "HEAD:oud/01-a.md, regel 3" in told(project, "HEAD:oud", "0.2")


def test_a_version_that_cannot_be_read_whole(project: Path) -> None:
    """A version of which a file is damaged is not compared without that file."""
    (project / "versions" / EERSTE / "01-inleiding.md").write_bytes(b"# E\xe9n\n")

    assert f"versions/{EERSTE}/01-inleiding.md" in told(project, "0.1", "0.2")
    assert "geen UTF-8" in told(project, "0.1", "0.2")


def test_a_version_without_a_record(tmp_path: Path) -> None:
    """A folder in versions/ whose versie.yml is missing says that."""
    root = write_project(tmp_path, {VERSIE_FILE: None})

    assert "ontbreekt het bestand versie.yml" in told(root, "0.1", TWEEDE)


def test_a_project_without_werkversie(tmp_path: Path) -> None:
    """There is nothing to compare with."""
    files = {f"{TEKST}/{n}": None for n in ("01-inleiding.md", "02-uitgangspunten.md")}
    root = write_project(tmp_path, {**files, f"{TEKST}/wijzigingen.yml": None})

    assert "Dit project heeft geen werkversie" in told(root, "0.1", "werkversie")


def test_a_folder_without_markdown(project: Path) -> None:
    """A folder that is a project is pointed to its text."""
    text = told(project, str(project), "0.2")

    assert "In deze map staat geen Markdown-bestand." in text
    assert f"Bedoelt u {project}/docs/regiovisie?" in text


def test_a_word_document(project: Path, tmp_path: Path) -> None:
    """What is no Markdown is not read as if it were."""
    (tmp_path / "visie.docx").write_bytes(b"PK\x03\x04")

    assert "Dit is geen Markdown-bestand." in told(project, str(tmp_path / "visie.docx"), "0.2")


# --- what comes out


def test_json_has_causes(project: Path) -> None:
    """Blocks of versions name their wijzigingen."""
    tree = json.loads(typed("0.1", "0.2", "--format", "json", "--project", str(project)))

    assert (tree["old"], tree["new"]) == (EERSTE, TWEEDE)
    assert [b["wijzigingen"] for b in tree["blocks"] if b["status"] == "gewijzigd"] == [["W-001"]]


def test_html_is_one_page(project: Path) -> None:
    """The page holds both texts, the note with its cause, and nothing from elsewhere."""
    source = typed("0.1", "0.2", "--format", "html", "--project", str(project))

    page = html.document_fromstring(source)
    assert page.xpath("//script | //link | //@src") == []
    assert page.xpath("string(//ol/li)") == "‘licht’ vervangen door ‘thuis’ (W-001)"
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.xpath("//@href")} <= set(ids)


def test_links_and_notes_of_several_onderdelen(tmp_path: Path, project: Path) -> None:
    """Two onderdelen may each have a footnote 1 and a heading of one name."""
    body = "\n\n## Nabij\n\nZie [daar](02-b.md#nabij).[^1]\n\n[^1]: Noot.\n"
    for name in ("01-a.md", "02-b.md"):
        (tmp_path / name).write_text(f"# Deel {name}{body}", encoding="utf-8")

    page = html.document_fromstring(diff(project, str(tmp_path), "0.2", form="html"))

    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.xpath("//@href") if href.startswith("#")} <= set(ids)


def test_the_order_of_trying_is_in_the_explanation() -> None:
    """What a name may mean is explained in the order in which it is tried."""
    uitleg = CliRunner().invoke(redactie, ["diff", "--help"]).output
    places = [uitleg.index(word) for word in ("werkversie", "een map", "in git:", "een tak")]

    assert places == sorted(places)


@settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(pairs())
def test_html_holds_both_texts(
    tmp_path_factory: pytest.TempPathFactory, pair: tuple[Files, Files]
) -> None:
    """Inside data-renvooi, without data-bij: dropping ins leaves the old words, del the new."""
    root = write_project(tmp_path_factory.mktemp("html"))
    for name, files in zip(("oud", "nieuw"), pair, strict=True):
        (root / name).mkdir()
        for file, text in files:
            (root / name / file).write_text(text, encoding="utf-8")

    source = diff(root, str(root / "oud"), str(root / "nieuw"), form="html")

    assert words(_read(source, "ins")) == words_of(pair[0])
    assert words(_read(source, "del")) == words_of(pair[1])


def _read(source: str, dropped: str) -> str:
    """The text that is left when what is dropped, and what is no text, is taken away."""
    page = html.document_fromstring(source)
    for made in page.xpath(f"//*[@data-bij] | //{dropped}"):
        if made.getparent() is not None:
            made.drop_tree()
    return "\n".join(_text(article) for article in page.xpath("//*[@data-renvooi]"))


def _text(article: HtmlElement) -> str:
    for made in article.iter():
        if made.tag in APART:
            made.text = f"\n{made.text or ''}"
            made.tail = f"\n{made.tail or ''}"
    return str(article.text_content())


def test_typed_at_a_shell(project: Path, root: Path) -> None:
    """The command in a process of its own."""
    code = (
        "import sys; from regiovisie.redactie.cli import redactie;"
        "from regiovisie.redactie.command import run; sys.exit(run(redactie, sys.argv[1:], 'x'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "diff", "0.1", "0.2", "--project", str(project)],
        env={**os.environ, "PYTHONPATH": str(root / "hooks"), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert "[-licht-] {+thuis+} (W-001)" in done.stdout


def test_the_text_of_the_project_is_what_it_was(project: Path) -> None:
    """Comparing writes nothing."""
    before = {p: p.read_bytes() for p in sorted(project.rglob("*")) if p.is_file()}

    told(project, "0.1", "werkversie")

    assert {p: p.read_bytes() for p in sorted(project.rglob("*")) if p.is_file()} == before
    assert INLEIDING.encode() in before.values()
