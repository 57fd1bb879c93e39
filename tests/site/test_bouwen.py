"""Building: the same input gives the same site, and a mistake leaves the old site alone."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from regiovisie.redactie.command import run

from tests.site.conftest import Gebouwd
from tests.support.project import WERKVERSIE_PROJECT
from tests.support.scripts import load_script

BUILD = """
import sys
from pathlib import Path
from regiovisie import site
site.build(Path(sys.argv[1]), Path(sys.argv[2]), False)
"""


def digests(site: Path) -> dict[str, str]:
    """Every file of a site with a digest of its bytes."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def built_elsewhere(root: Path, project: Path, target: Path, seed: str) -> dict[str, str]:
    """What another process builds of a project, with another order of sets."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root / "hooks")}
    command = [sys.executable, "-c", BUILD, str(project), str(target)]
    subprocess.run(command, env=environment, cwd=root, check=True, capture_output=True)
    return digests(target)


def test_small_project_is_built_byte_for_byte_the_same(
    root: Path, werkversie: Gebouwd, tmp_path: Path
) -> None:
    """Whatever the process, and wherever the project stands."""
    copy = tmp_path / "elders"
    shutil.copytree(WERKVERSIE_PROJECT, copy)
    here = built_elsewhere(root, WERKVERSIE_PROJECT, tmp_path / "een", "1")

    assert here == digests(werkversie.site)
    assert built_elsewhere(root, copy, tmp_path / "twee", "2") == here


def test_this_project_is_built_byte_for_byte_the_same(
    root: Path, drenthe: Gebouwd, tmp_path: Path
) -> None:
    """The real case."""
    assert built_elsewhere(root, root, tmp_path / "site", "3") == digests(drenthe.site)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the small project, with a site that was built before."""
    copy = tmp_path / "project"
    shutil.copytree(WERKVERSIE_PROJECT, copy)
    (copy / "site").mkdir()
    (copy / "site" / "index.html").write_text("de vorige site", encoding="utf-8")
    return copy


BROKEN = {
    "register": ("docs/zienswijzen/zw-04.md", "uitkomst: overgenomen", "uitkomst: overgenoomen"),
    "quote": ("versions/2025-10-na-zienswijzen/wijzigingen.yml", "De regio legt", "De raad legt"),
    "frozen text": ("versions/2025-01-inspraakversie/01-inleiding.md", "jeugdhulp", "zorg"),
    "link": ("docs/over.md", "verzonnen", "[verzonnen](weg.md)"),
    "broken yaml": (
        "versions/2025-06-consultatieversie/versie.yml",
        "titel: Consultatieversie",
        "titel: [Consultatieversie",
    ),
}


@pytest.mark.parametrize("mistake", BROKEN.values(), ids=BROKEN.keys())
def test_failing_build_leaves_the_previous_site(
    project: Path,
    mistake: tuple[str, str, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It ends with 1, tells in which file, shows no traceback, and leaves nothing behind."""
    file, old, new = mistake
    path = project / file
    source = path.read_text(encoding="utf-8")
    assert old in source
    path.write_text(source.replace(old, new, 1), encoding="utf-8")
    before = sorted(p.name for p in project.iterdir())

    code = run(load_script("build", monkeypatch).build, ["--project", str(project)], "build.py")

    told = capsys.readouterr().err
    assert code == 1
    assert file in told
    assert "→" in told
    assert "Traceback" not in told
    assert (project / "site" / "index.html").read_text(encoding="utf-8") == "de vorige site"
    assert sorted(p.name for p in project.iterdir()) == before


def test_broken_mkdocs_yml_is_a_problem_like_any_other(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file that an editor breaks most easily: exit 1, line and column, in Dutch."""
    path = project / "mkdocs.yml"
    source = path.read_text(encoding="utf-8")
    path.write_text(source.replace("periode: 2026", "periode: [2026", 1), encoding="utf-8")

    code = run(load_script("build", monkeypatch).build, ["--project", str(project)], "build.py")

    told = capsys.readouterr().err
    assert code == 1
    assert told.startswith("mkdocs.yml, regel ")
    assert "→" in told


def test_build_says_what_it_built(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In Dutch, in numbers; the new site takes the place of the old, and all else stays."""
    before = written_by_people(project)

    code = run(load_script("build", monkeypatch).build, ["--project", str(project)], "build.py")

    told = " ".join(capsys.readouterr().out.split())
    assert code == 0
    assert "4 versies, 10 vergelijkingen" in told
    assert re.search(r"8 wijzigingen op \d+ plekken", told)
    assert "2 nog zonder" in told
    assert "4 zienswijzen met 7 punten" in told
    assert "pagina's in" in told
    assert "seconden" in told
    assert (project / "site" / "vergelijk" / "index.html").is_file()
    assert written_by_people(project) == before


def written_by_people(project: Path) -> dict[str, str]:
    """Every file of a project but its site, with a digest of its bytes."""
    found = digests(project)
    return {file: digest for file, digest in found.items() if not file.startswith("site/")}


def test_project_without_versions_is_refused(project: Path, tmp_path: Path) -> None:
    """A new project that has no frozen version yet gives a problem, not a fault."""
    from regiovisie import site
    from regiovisie.errors import RegiovisieError

    shutil.rmtree(project / "versions")
    for folder in ("zienswijzen", "regiovisie"):
        for path in sorted((project / "docs" / folder).glob("*")):
            if folder == "zienswijzen" or path.name == "wijzigingen.yml":
                path.unlink()
    config = project / "mkdocs.yml"
    lines = config.read_text(encoding="utf-8").splitlines(keepends=True)
    rondes = [line for line in lines if "status:" not in line and "rondes:" not in line]
    config.write_text("".join(rondes), encoding="utf-8")

    with pytest.raises(RegiovisieError):
        site.build(project, tmp_path / "site", False)
