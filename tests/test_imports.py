"""Imports run one way, and each outside thing is known to one room only.

The rules are data with their reason; a breach is shown with the reason of the rule.
"""

from __future__ import annotations

import ast
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.imports import PACKAGE, Import, imports_of, module_name, python_files

LAYERS: tuple[tuple[str, ...], ...] = (
    ("errors",),
    ("model",),
    ("text",),
    ("diff",),
    ("registers", "repo", "tabel", "word"),
    ("privacy",),
    ("herkomst",),
    ("export", "render"),
    ("publish",),
    ("redactie", "site"),
)
"""The rooms of the package from the bottom up. A room may use every room below its own; rooms
on one layer do not know each other. Hooks and scripts stand on top and may use all."""

PURE = ("errors", "model", "text", "diff")
"""The rooms that work on values only."""


@dataclass(frozen=True, slots=True)
class OnlyIn:
    """A library that only some rooms may know; hooks and scripts are rooms here too."""

    library: str
    rooms: tuple[str, ...]
    because: str


ONLY_IN = (
    OnlyIn("openpyxl", ("tabel",), "workbooks are read in one place, with a limit on their size"),
    OnlyIn("csv", ("tabel",), "what Excel writes as CSV differs per country"),
    OnlyIn("mkdocs", ("site", "hooks"), "MkDocs 1.x is no longer developed; the core outlives it"),
    OnlyIn("nh3", ("text",), "there is one list of what a text may hold"),
    OnlyIn("git", ("repo",), "git is one outside thing, behind one door"),
    OnlyIn("yaml", ("registers",), "plain YAML twists values, so it is read in one careful place"),
    OnlyIn("pydantic", ("registers",), "what editors write is checked at the door, and only there"),
    OnlyIn("pydantic_core", ("registers",), "it belongs to pydantic"),
    OnlyIn(
        "PIL",
        ("privacy", "publish"),
        "images are shown as they are; what they tell is read, and one for links is drawn",
    ),
    OnlyIn("stdnum", ("privacy",), "only who looks for such numbers needs to know them"),
    OnlyIn("click", ("redactie", "scripts"), "only commands speak to a terminal"),
    OnlyIn("argparse", (), "commands are made with click"),
    OnlyIn("jinja2", ("render", "site"), "HTML comes from templates that escape"),
    OnlyIn("playwright", ("scripts",), "a site is built without a browser"),
    OnlyIn(
        "subprocess",
        ("repo", "scripts", "publish"),
        "git, the environment and the maker of the search index are the only programs run",
    ),
    OnlyIn("pagefind_bin", ("publish",), "only who makes the search index knows what makes it"),
    OnlyIn("random", (), "two builds of one input are equal to the byte"),
    OnlyIn("locale", (), "a build reads alike on every machine"),
    OnlyIn("socket", ("scripts",), "a build needs no network"),
    OnlyIn("urllib.request", (), "a build needs no network"),
    OnlyIn("http", ("scripts",), "a build needs no network"),
)

NOT_IN_PURE = frozenset({"io", "logging", "os", "pathlib", "shutil", "sys", "tempfile", "time"})
"""What touches files, clocks or logs."""

CLOCKS = frozenset({"now", "today", "utcnow"})
"""Calls that ask the time; a build of the same input gives the same site tomorrow."""

BEFORE_ENTER = ("chromium", "debian", "environment", "nginx", "webserver")
"""Scripts that also run where no library is installed yet, or that tests import by themselves."""


@pytest.fixture(scope="module")
def files(root: Path) -> list[Path]:
    """Every Python file of the project but the tests."""
    return python_files(root)


@pytest.fixture(scope="module")
def imports(root: Path, files: list[Path]) -> list[Import]:
    """Every import in them."""
    return [found for path in files for found in imports_of(path, root)]


def test_every_room_has_a_layer(files: list[Path], root: Path) -> None:
    """A new room must be given its place."""
    known = {name for layer in LAYERS for name in layer} | {"", "hooks", "scripts"}

    assert {room_of(path.relative_to(root).as_posix()) for path in files} - known == set()


def test_imports_run_one_way(imports: list[Import]) -> None:
    """A room uses rooms below it, never its neighbours or what stands above."""
    wrong = [
        str(found)
        for found in imports
        if found.top == PACKAGE and not may_use(room_of(found.file), target_room(found.target))
    ]

    assert wrong == []


def test_libraries_stay_in_their_room(imports: list[Import]) -> None:
    """What is outside is known to one room, so that it can be replaced there."""
    wrong = [
        f"{found}, but {rule.because}"
        for found in imports
        for rule in ONLY_IN
        if is_or_is_in(found.target, rule.library) and room_of(found.file) not in rule.rooms
    ]

    assert wrong == []


def test_pure_rooms_touch_nothing(imports: list[Import]) -> None:
    """Text and comparison work on values: no files, no clock, no logs."""
    wrong = [
        str(found) for found in imports if room_of(found.file) in PURE and found.top in NOT_IN_PURE
    ]

    assert wrong == []


def test_nothing_asks_the_time(files: list[Path], root: Path) -> None:
    """No date on the site comes from the clock of the machine that built it."""
    wrong = [
        f"{path.relative_to(root).as_posix()}:{node.lineno}"
        for path in files
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCKS
    ]

    assert wrong == []


@pytest.mark.parametrize("name", BEFORE_ENTER)
def test_scripts_start_without_libraries(root: Path, name: str) -> None:
    """What runs before the environment is there needs Python only."""
    path = root / "scripts" / f"{name}.py"
    later = {"playwright"} | {*BEFORE_ENTER}  # the first inside a function and under TYPE_CHECKING
    libraries = {found.top for found in imports_of(path, root)} - later

    assert libraries <= sys.stdlib_module_names


@pytest.mark.parametrize(
    ("room", "target", "allowed"),
    [
        ("render", "herkomst", True),
        ("render", "render", True),
        ("text", "errors", True),
        ("scripts", "site", True),
        ("diff", "registers", False),
        ("registers", "repo", False),
        ("redactie", "site", False),
        ("errors", "model", False),
        ("site", "hooks", False),
    ],
)
def test_the_rule_itself(room: str, target: str, allowed: bool) -> None:
    """The rule says what ARCHITECTURE.md says."""
    assert may_use(room, target) is allowed


def may_use(room: str, target: str) -> bool:
    """Whether a room may import from another."""
    if room == target or target == "":
        return True
    levels = {name: level for level, layer in enumerate(LAYERS) for name in layer}
    return levels.get(target, len(LAYERS)) < levels.get(room, len(LAYERS))


def room_of(file: str) -> str:
    """The room that a file is in: `text`, `hooks`, `scripts`; empty for the package itself."""
    if not file.startswith(f"hooks/{PACKAGE}/"):
        return file.partition("/")[0]
    return target_room(module_name(file))


def target_room(target: str) -> str:
    """The room of a module: `regiovisie.text.blocks` is in `text`."""
    return target.partition(".")[2].partition(".")[0]


def is_or_is_in(target: str, library: str) -> bool:
    """Whether what is imported is the library or a part of it."""
    return target == library or target.startswith(f"{library}.")
