"""What each module of the project imports, read from its source without running it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGE = "regiovisie"


@dataclass(frozen=True, slots=True)
class Import:
    """One import of one module, inside a function or under TYPE_CHECKING or not."""

    file: str
    """Path of the importing file in the project, with forward slashes."""
    line: int
    target: str
    """The full name of what is imported: `regiovisie.text.blocks`, `lxml.html`."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line} imports {self.target}"

    @property
    def top(self) -> str:
        """The first part of the name: the library."""
        return self.target.partition(".")[0]


def python_files(root: Path) -> list[Path]:
    """The hooks, the package and the scripts; not the tests."""
    return [
        *sorted((root / "hooks").glob("*.py")),
        *sorted((root / "hooks" / PACKAGE).rglob("*.py")),
        *sorted((root / "scripts").glob("*.py")),
    ]


def imports_of(path: Path, root: Path) -> list[Import]:
    """Every import in one file, relative ones made whole."""
    file = path.relative_to(root).as_posix()
    tree = ast.parse(path.read_text(encoding="utf-8"), filename=file)
    return [
        Import(file, node.lineno, target)
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for target in _targets(node, file)
    ]


def module_name(file: str) -> str:
    """The name under which a file of the package is imported, else its path."""
    prefix = f"hooks/{PACKAGE}/"
    if not file.startswith(prefix):
        return file
    inner = file.removeprefix("hooks/").removesuffix(".py").removesuffix("/__init__")
    return inner.replace("/", ".")


def _targets(node: ast.Import | ast.ImportFrom, file: str) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
        return
    base = node.module or ""
    if node.level:
        package = module_name(file).split(".")
        # In __init__.py one dot is the package itself; elsewhere it is the one around it.
        up = node.level - 1 if file.endswith("/__init__.py") else node.level
        base = ".".join([*package[: len(package) - up], *([base] if base else [])])
    # `from regiovisie import site` imports a module, so the names count as well.
    yield from (f"{base}.{alias.name}" for alias in node.names)
