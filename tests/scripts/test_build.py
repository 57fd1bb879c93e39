"""The command that builds the site, with a build of a few lines in place of the real one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

import regiovisie
from regiovisie.errors import Problem, RegiovisieError
from regiovisie.redactie.command import run

from tests.support.scripts import load_script

Builder = Callable[[Path, Path, bool], object]
Build = Callable[..., int]


@dataclass(frozen=True)
class Summary:
    """What a build tells."""

    text: str


def good(project: Path, site_dir: Path, productie: bool) -> Summary:
    """Build a site of one page."""
    (site_dir / "index.html").write_text("nieuw", encoding="utf-8")
    return Summary(f"4 versies, productie: {productie}")


def with_problem(project: Path, site_dir: Path, productie: bool) -> Summary:
    """Get half way and find a problem in the input."""
    good(project, site_dir, productie)
    raise RegiovisieError([Problem("docs/a.md", "ZW-1", "uitkomst", "Klopt niet.", "Herstel.")])


def with_fault(project: Path, site_dir: Path, productie: bool) -> Summary:
    """Fail as only a mistake in the program does."""
    raise ValueError("boem")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that was built before."""
    (tmp_path / "mkdocs.yml").write_text("site_name: Proef\n", encoding="utf-8")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("oud", encoding="utf-8")
    return tmp_path


@pytest.fixture
def build(project: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Runs the command with the given builder; gives its exit code."""

    def run_build(builder: Builder, *arguments: str) -> int:
        stub = SimpleNamespace(build=builder)
        monkeypatch.setattr(regiovisie, "site", stub, raising=False)
        script = load_script("build", monkeypatch)
        return run(script.build, ["--project", str(project), *arguments], "build.py")

    return run_build


def test_new_site_takes_the_place_of_the_old(
    build: Build, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A build that succeeds tells what it built and where it is."""
    assert build(good) == 0

    assert (project / "site" / "index.html").read_text(encoding="utf-8") == "nieuw"
    assert "4 versies, productie: False" in capsys.readouterr().out


def test_options_arrive(build: Build, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The site goes where --site-dir says, and --productie reaches the build."""
    assert build(good, "--site-dir", str(project / "elders"), "--productie") == 0

    assert (project / "elders" / "index.html").is_file()
    assert (project / "site" / "index.html").read_text(encoding="utf-8") == "oud"
    assert "productie: True" in capsys.readouterr().out


@pytest.mark.parametrize(("builder", "code"), [(with_problem, 1), (with_fault, 3)])
def test_failing_build_leaves_the_old_site(
    build: Build, project: Path, builder: Builder, code: int
) -> None:
    """Whatever goes wrong, the previous site stays and nothing is left beside it."""
    assert build(builder) == code

    assert (project / "site" / "index.html").read_text(encoding="utf-8") == "oud"
    assert sorted(path.name for path in project.iterdir()) == ["mkdocs.yml", "site"]


def test_problems_are_listed_without_traceback(
    build: Build, capsys: pytest.CaptureFixture[str]
) -> None:
    """An editor reads file, entry, key, what is wrong and what to do."""
    build(with_problem)

    assert capsys.readouterr().err.splitlines() == [
        "docs/a.md",
        "  ZW-1 › uitkomst",
        "  Klopt niet.",
        "  → Herstel.",
    ]


def test_fault_shows_its_traceback_only_with_debug(
    build: Build, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistake in the program is said in Dutch; --debug shows where it is."""
    build(with_fault)
    short = capsys.readouterr().err
    build(with_fault, "--debug")
    long = capsys.readouterr().err

    assert "Traceback" not in short
    assert "boem" in short
    assert "Traceback" in long


def test_folder_without_project_is_refused(
    build: Build, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """--project names a folder with mkdocs.yml in it."""
    assert build(good, "--project", str(tmp_path / "nergens")) == 1

    assert "geen mkdocs.yml" in capsys.readouterr().err
