"""What git remembers is read as it was, and what it does not know is told in Dutch."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from regiovisie.errors import RegiovisieError
from regiovisie.repo import read_markdown, resolve_ref, without_git_variables

from tests.support.gitrepo import GitRepo

TEKST = "docs/regiovisie"
EERST = f"{TEKST}/01-inleiding.md"


@pytest.fixture
def git(tmp_path: Path) -> GitRepo:
    """Two commits: "Hulp is licht." with the tag v0.1, then "Hulp is thuis."."""
    repository = GitRepo.make(tmp_path / "repo")
    repository.commit({EERST: "# Inleiding\n\nHulp is licht.\n"}, tag="v0.1")
    repository.commit(
        {
            EERST: "# Inleiding\n\nHulp is thuis.\n",
            f"{TEKST}/02-coördinatie.MD": "# Coördinatie\r\n\r\nEén plan.\r\n\r\n",
            f"{TEKST}/wijzigingen.yml": "[]\n",
            f"{TEKST}/.concept.md": "# Geheim\n",
            f"{TEKST}/bijlagen/03-later.md": "# Later\n",
        }
    )
    return repository


def problem_of(root: Path, ref: str, path: str = TEKST) -> str:
    """What an editor reads when this cannot be read."""
    with pytest.raises(RegiovisieError) as caught:
        read_markdown(root, ref, path)
    return str(caught.value)


def test_a_folder_is_read_as_it_was(git: GitRepo) -> None:
    """The text of a commit is read from the commit, whatever stands in the folder now."""
    (git.path / EERST).write_text("# Nog niet vastgelegd\n", encoding="utf-8")

    assert read_markdown(git.path, "v0.1", TEKST) == (
        ("01-inleiding.md", b"# Inleiding\n\nHulp is licht.\n"),
    )


def test_only_markdown_of_the_folder_itself_counts(git: GitRepo) -> None:
    """Hidden files, registers and folders below are no onderdelen; bytes stay as they are."""
    files = dict(read_markdown(git.path, "HEAD", f"{TEKST}/"))

    assert sorted(files) == ["01-inleiding.md", "02-coördinatie.MD"]
    assert files["02-coördinatie.MD"].endswith("Eén plan.\r\n\r\n".encode())


def test_a_link_is_no_text(git: GitRepo) -> None:
    """A symbolic link holds a path, which is not what it shows."""
    (git.path / TEKST / "09-link.md").symlink_to("01-inleiding.md")
    git.commit({})

    assert "09-link.md" not in dict(read_markdown(git.path, "HEAD", TEKST))


def test_one_file_is_read(git: GitRepo) -> None:
    """A path may name one file."""
    assert read_markdown(git.path, "HEAD", EERST) == (
        ("01-inleiding.md", b"# Inleiding\n\nHulp is thuis.\n"),
    )


def test_a_project_may_be_a_folder_of_a_repository(git: GitRepo) -> None:
    """Paths are seen from the project, not from the top of the repository."""
    assert len(read_markdown(git.path / "docs", "HEAD", "regiovisie")) == 2
    assert read_markdown(git.path / TEKST / "bijlagen", "HEAD", ".")[0][0] == "03-later.md"
    assert len(read_markdown(git.path / TEKST / "bijlagen", "HEAD", "..")) == 2
    assert "Bedoelt u regiovisie" in problem_of(git.path / "docs", "HEAD", "regiovisi")


@pytest.mark.parametrize("ref", ["HEAD", "main", "refs/heads/main", "@", "main@{0}"])
def test_names_of_a_commit(git: GitRepo, ref: str) -> None:
    """Every way in which git names a commit is understood."""
    assert resolve_ref(git.path, ref) == git("rev-parse", "HEAD")


def test_older_commits_and_annotated_tags(git: GitRepo) -> None:
    """A tag that is an object of its own leads to its commit; so do steps back and short ids."""
    first = git("rev-parse", "v0.1")
    git("tag", "--annotate", "--message", "Eerste", "eerste", "v0.1")

    assert {resolve_ref(git.path, ref) for ref in ("HEAD~1", "eerste", first[:8])} == {first}


def test_the_nearest_names_are_offered(git: GitRepo) -> None:
    """A mistyped name is told with the names that look like it."""
    problem = problem_of(git.path, "v0.2")

    assert 'Git kent hier geen tak, label of commit "v0.2".' in problem
    assert "Bedoelt u v0.1?" in problem


@pytest.mark.parametrize("ref", ["", "--all", "-h", "geen naam", "HEAD~9", "x..y", "*", "\u00e9"])
def test_odd_names_are_unknown(git: GitRepo, ref: str) -> None:
    """Nothing that is typed for a name is taken for an option or ends in a fault."""
    assert "Git kent hier geen" in problem_of(git.path, ref)


def test_a_path_that_was_not_there(git: GitRepo) -> None:
    """The problem names the commit that was looked at, and paths that look like it."""
    problem = problem_of(git.path, "v0.1", "docs/regiovisies")

    assert "bestond docs/regiovisies niet" in problem
    assert git("rev-parse", "v0.1")[:10] in problem
    assert "Bedoelt u docs/regiovisie" in problem


def test_a_path_outside(git: GitRepo) -> None:
    """A path cannot leave the repository."""
    assert "wijst buiten de repository" in problem_of(git.path, "HEAD", "../../etc")


def test_a_folder_without_markdown(git: GitRepo) -> None:
    """A folder that holds no text is no empty text."""
    git.commit({"img/kaart.svg": "<svg/>"})

    assert "stond bij HEAD geen Markdown-bestand" in problem_of(git.path, "HEAD", "img")


def test_no_repository(tmp_path: Path) -> None:
    """Outside git there are no refs."""
    assert "Deze map staat niet in een git-repository." in problem_of(tmp_path, "HEAD")


def test_a_repository_without_commits(tmp_path: Path) -> None:
    """A project that was just begun has no HEAD."""
    GitRepo.make(tmp_path)

    assert "Git kent hier geen" in problem_of(tmp_path, "HEAD")


def test_a_shallow_clone_says_how_to_get_the_rest(git: GitRepo, tmp_path: Path) -> None:
    """What a shallow clone lacks may exist; the problem says how to get it."""
    clone = git.shallow_clone(tmp_path / "clone")

    assert len(read_markdown(clone.path, "HEAD", TEKST)) == 2
    assert "git fetch --unshallow" in problem_of(clone.path, "v0.1")
    assert "git fetch --unshallow" not in problem_of(git.path, "v0.2")


def test_a_linked_work_tree(git: GitRepo, tmp_path: Path) -> None:
    """A second work tree of one repository is read like the first."""
    git("worktree", "add", "--quiet", "--detach", str(tmp_path / "tweede"), "v0.1")

    assert b"licht" in read_markdown(tmp_path / "tweede", "HEAD", TEKST)[0][1]


def test_a_bare_repository(git: GitRepo, tmp_path: Path) -> None:
    """A repository without a work tree has texts too."""
    git("clone", "--quiet", "--bare", str(git.path), str(tmp_path / "kaal.git"))

    assert b"thuis" in read_markdown(tmp_path / "kaal.git", "HEAD", EERST)[0][1]


def test_variables_of_git_do_not_lead_astray(
    git: GitRepo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a git hook GIT_DIR names another repository; the folder that was named wins."""
    other = GitRepo.make(tmp_path / "ander")
    other.commit({EERST: "# Anders\n"})
    monkeypatch.setenv("GIT_DIR", str(other.path / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.path))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(other.path / ".git/objects"))

    assert b"thuis" in dict(read_markdown(git.path, "HEAD", TEKST))["01-inleiding.md"]
    assert os.environ["GIT_DIR"] == str(other.path / ".git")


def test_which_variables_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where git is and how it is configured still counts."""
    for name in ("GIT_INDEX_FILE", "GIT_EXEC_PATH", "GIT_CONFIG_KEY_0", "GIT_PYTHON_TRACE"):
        monkeypatch.setenv(name, "x")

    with without_git_variables():
        left = {name for name in os.environ if name.startswith("GIT_")}

    assert left >= {"GIT_EXEC_PATH", "GIT_CONFIG_KEY_0", "GIT_PYTHON_TRACE"}
    assert "GIT_INDEX_FILE" not in left


def test_a_computer_without_git(git: GitRepo, monkeypatch: pytest.MonkeyPatch) -> None:
    """GitPython refuses to be imported there; the editor reads what to install."""
    monkeypatch.setitem(sys.modules, "git", None)

    assert "Op deze computer is git niet gevonden." in problem_of(git.path, "HEAD")


def test_git_that_went_away(git: GitRepo, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same where GitPython was imported before."""
    read_markdown(git.path, "HEAD", TEKST)
    monkeypatch.setenv("PATH", str(git.path))

    assert "Op deze computer is git niet gevonden." in problem_of(git.path, "HEAD")


def test_a_damaged_repository(git: GitRepo) -> None:
    """What git says against it is passed on."""
    blob = git("rev-parse", f"HEAD:{EERST}")
    stored = git.path / ".git" / "objects" / blob[:2] / blob[2:]
    stored.chmod(0o644)
    stored.write_bytes(b"stuk")

    assert "Git kan dit niet lezen:" in problem_of(git.path, "HEAD", EERST)
