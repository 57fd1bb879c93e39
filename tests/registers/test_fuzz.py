"""Whatever stands in the files: problems, never a traceback."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from regiovisie.errors import format_problems
from regiovisie.registers import load_project

from tests.support.project import FILES, Content, write_file, write_project

FILE_NAMES = [*FILES, "versions/2025-07-inspraakversie/SHA256SUMS"]
WORDS = sorted(
    {"id", "W-001", "ZW-01.1", "ja", "werkversie", "", "versie", "[key]", "2026-02-30"}
    | {key for content in FILES.values() if isinstance(content, Mapping) for key in content}
)
YAML_LIKE = st.text(st.sampled_from(list(":-#&*!|>'\"{}[],?%@` \n\tabc0é\x00\ufeff")), max_size=60)
TREES: st.SearchStrategy[Any] = st.recursive(
    st.sampled_from(WORDS) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(WORDS) | st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)
FRONT_MATTER = st.builds("---\n{}\n---\n{}".format, YAML_LIKE, YAML_LIKE)
CONTENT: st.SearchStrategy[Any] = st.binary(max_size=80) | YAML_LIKE | FRONT_MATTER | TREES


def load(files: Mapping[str, Content]) -> None:
    """Read the valid project with these files; whatever is wrong can be printed."""
    with tempfile.TemporaryDirectory() as folder:
        root = write_project(Path(folder), files)
        problems = load_project(root).problems

    format_problems(problems).encode("utf-8")
    for problem in problems:
        assert problem.file
        assert problem.wat.endswith((".", "?")), problem
        assert problem.doe


@given(st.dictionaries(st.sampled_from(FILE_NAMES), CONTENT, min_size=1, max_size=3))
def test_any_content(files: dict[str, Content]) -> None:
    """Any bytes, text or tree in any file gives problems that can be printed."""
    load(files)


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, Content]:
    """A file of the valid project in which one value, anywhere, is another."""
    file = draw(st.sampled_from([name for name in FILES if not name.endswith(".tsv")]))
    return file, _damage(draw, FILES[file])


def _damage(draw: st.DrawFn, node: Any) -> Any:
    if isinstance(node, Mapping) and node and draw(st.integers(0, 3)):
        key = draw(st.sampled_from(sorted(node)))
        return {**node, key: _damage(draw, node[key])}
    if isinstance(node, list) and node and draw(st.integers(0, 3)):
        index = draw(st.integers(0, len(node) - 1))
        return [*node[:index], _damage(draw, node[index]), *node[index + 1 :]]
    return draw(TREES)


@given(damaged())
def test_any_damage(damage: tuple[str, Content]) -> None:
    """Any one value of a valid project may be anything."""
    load(dict([damage]))


def test_odd_names(tmp_path: Path) -> None:
    """Folders for files, and files for folders, are problems too."""
    (tmp_path / "docs" / "zienswijzen" / "zw-01.md").mkdir(parents=True)
    (tmp_path / "versions" / "a" / "versie.yml").mkdir(parents=True)
    (tmp_path / "versions" / "a" / "SHA256SUMS").mkdir()
    write_file(tmp_path / "docs" / "regiovisie", "geen map")
    write_file(tmp_path / "docs" / "gemeenten", "geen map")
    files = {problem.file for problem in load_project(tmp_path).problems}

    assert "docs/zienswijzen/zw-01.md" in files
    assert "versions/a/versie.yml" in files
