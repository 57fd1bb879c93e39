"""The papers of the project say what is so, and the project speaks of itself only."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml

from tests.support.imports import PACKAGE, imports_of, python_files

PAPERS = ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md")
LONGEST_HOOK = 60

LEFT_OUT = {".git", ".hypothesis", ".venv", ".venv-bench", ".venv-test", "__pycache__"}
"""Folders that are made, not written, besides the caches of tools and site/."""

TEXT = {"", ".cfg", ".css", ".html", ".js", ".md", ".py", ".toml", ".tsv", ".txt", ".yaml", ".yml"}
"""Endings of files that hold text."""

MACHINE_PATHS = re.compile(
    # A path on somebody's machine: a root folder of Unix, a home folder, a drive of Windows.
    r"(?<![\w.}~-])/(?:work|tmp|root|mnt|srv|home/\w+|Users/\w+)(?:/|\b(?![\w-]))"
    r"|\b[A-Z]:\\\w|\.\./shared\b"
)

PIN = re.compile(r"(?P<name>[\w.-]+)==[\w.]+(?: *; .+)?")


def test_no_paths_of_a_machine(root: Path) -> None:
    """Nothing names a folder that is only on the machine of whoever wrote it."""
    this_file = Path(__file__).name
    found = [
        f"{path.relative_to(root).as_posix()}:{number}: {line.strip()[:80]}"
        for path in written_files(root)
        if path.name != this_file
        for number, line in enumerate(loosely(path).splitlines(), 1)
        if MACHINE_PATHS.search(line)
    ]

    assert found == []


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("see /tmp/x", True),
        ("/home/jan/regiovisie", True),
        ("C:\\Users", True),
        ("../" + "shared/design.md", True),
        ("https://example.org/tmp/1", False),
        ("/werkversie/", False),
        ("/usr/bin/env bash", False),
        ("<a href='/rooted/'>", False),
    ],
)
def test_what_counts_as_a_path_of_a_machine(line: str, is_one: bool) -> None:
    """Addresses on the site and names of programs are no such paths."""
    assert bool(MACHINE_PATHS.search(line)) is is_one


@pytest.mark.parametrize(
    "name", ["requirements.txt", "requirements-test.txt", "requirements-bench.txt"]
)
def test_every_dependency_is_pinned(root: Path, name: str) -> None:
    """Every line names one version exactly."""
    lines = [line for section in requirement_sections(root / name).values() for line in section]

    assert [line for line in lines if not PIN.fullmatch(line)] == []


def test_every_direct_dependency_is_explained(root: Path) -> None:
    """CONTRIBUTING.md says why each is there, and of no other."""
    explained = set(re.findall(r"^\| `([\w.-]+)` \|", read(root / "CONTRIBUTING.md"), re.MULTILINE))

    assert explained == direct_dependencies(root)


def test_every_imported_library_is_direct(root: Path) -> None:
    """What the hooks and the package import is asked for by name, not had by chance."""
    direct = {normal(name) for name in direct_dependencies(root)}
    distributions = packages_distributions()
    imported = {
        (found.file, normal(distributions[found.top][0]))
        for path in python_files(root)
        if path.is_relative_to(root / "hooks")
        for found in imports_of(path, root)
        if found.top in distributions and found.top != PACKAGE
    }

    assert {(file, name) for file, name in imported if name not in direct} == set()


def test_hooks_are_thin(root: Path) -> None:
    """A hook is an event, one call, return; the work is in the package."""
    lengths = {
        path.name: len(read(path).splitlines()) for path in sorted((root / "hooks").glob("*.py"))
    }

    assert {name: n for name, n in lengths.items() if n > LONGEST_HOOK} == {}


@pytest.mark.parametrize("name", PAPERS)
def test_links_in_papers_resolve(root: Path, name: str) -> None:
    """A link or picture within the project leads to something."""
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", read(root / name))
    broken = [target for target in targets if "://" not in target and not (root / target).exists()]

    assert broken == []


def test_architecture_names_every_room(root: Path) -> None:
    """The one picture shows every room of the package and none that is gone."""
    rooms = {
        path.stem
        for path in (root / "hooks" / PACKAGE).iterdir()
        if not path.name.startswith("_") and (path.suffix == ".py" or any(path.glob("*.py")))
    }
    named = set(re.findall(r"^\| `(\w+)` \|", read(root / "ARCHITECTURE.md"), re.MULTILINE))

    assert named == rooms


def test_every_ci_runs_the_same_commands(root: Path) -> None:
    """What CI does, a developer can do."""
    for name in (".github/workflows/ci.yml", ".gitlab-ci.yml"):
        text = read(root / name)
        assert "python3 scripts/build.py" in text, name
        assert "python3 scripts/test.py" in text, name
    assert "python3 scripts/test.py" in read(root / ".ci" / "run")


def test_publiccode_is_valid(root: Path) -> None:
    """The keys that publiccode.yml 0.7.0 asks for are there, within their limits."""
    data = yaml.safe_load(read(root / "publiccode.yml"))
    mandatory = {
        *("publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus"),
        *("softwareType", "description", "legal", "maintenance", "localisation"),
    }

    assert data["publiccodeYmlVersion"] == "0.7.0"
    assert mandatory <= set(data)
    assert data["legal"]["license"] == "EUPL-1.2"
    for language, description in data["description"].items():
        assert len(description["shortDescription"].strip()) <= 150, language
        assert 150 <= len(description["longDescription"].strip()) <= 10_000, language
        for picture in description.get("screenshots", []):
            assert (root / picture).is_file(), picture


def test_licences_are_whole(root: Path) -> None:
    """The text of both licences is in the project."""
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in read(root / "LICENSE")
    assert "CC0 1.0 Universal" in read(root / "LICENSES" / "CC0-1.0.txt")


def test_configuration_is_in_one_file(root: Path) -> None:
    """The tools are configured in pyproject.toml and nowhere else."""
    tools = set(tomllib.loads(read(root / "pyproject.toml"))["tool"])
    others = ("pytest.ini", "mypy.ini", "ruff.toml", ".ruff.toml", "setup.cfg", "tox.ini")

    assert {"mypy", "pytest", "ruff"} <= tools
    assert [name for name in others if (root / name).exists()] == []


def read(path: Path) -> str:
    """The text of a file."""
    return path.read_text(encoding="utf-8")


def loosely(path: Path) -> str:
    """The text of a file that may be broken on purpose, as some cases of the tests are."""
    return path.read_text(encoding="utf-8", errors="replace")


def written_files(root: Path) -> Iterator[Path]:
    """Every text file that people write."""
    for folder, folders, names in os.walk(root):
        made = {"site"} if Path(folder) == root else set()
        folders[:] = sorted(name for name in folders if name not in made and not is_made(name))
        yield from (Path(folder, name) for name in sorted(names) if Path(name).suffix in TEXT)


def is_made(folder: str) -> bool:
    """Whether a folder of this name is made by a program."""
    return folder in LEFT_OUT or folder.endswith("_cache")


def requirement_sections(path: Path) -> dict[str, list[str]]:
    """The lines of a requirements file by the comment above them: `direct`, `needed by …`."""
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for line in read(path).splitlines():
        if line.startswith("# "):
            current = sections.setdefault(line.removeprefix("# "), [])
        elif line:
            current.append(line)
    return sections


def direct_dependencies(root: Path) -> set[str]:
    """The names under `# direct` in requirements.txt."""
    lines = requirement_sections(root / "requirements.txt")["direct"]
    return {match["name"] for line in lines if (match := PIN.fullmatch(line))}


def normal(name: str) -> str:
    """A name as package indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()
