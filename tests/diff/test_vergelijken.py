"""What a reader sees of a difference: golden cases, written by hand.

They stand in tests/cases/vergelijken/, with a LEESMIJ.md that tells how to read them.
"""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.notatie import compared

FOLDER = Path(__file__).parent.parent / "cases" / "vergelijken"


def _cases() -> list[Any]:
    params = []
    for path in sorted(FOLDER.glob("*.yml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            known = [pytest.mark.xfail(reason=case["bekend"])] if "bekend" in case else []
            params.append(pytest.param(case, id=f"{path.stem}: {case['titel']}", marks=known))
    return params


@pytest.mark.parametrize("case", _cases())
def test_case(case: dict[str, Any]) -> None:
    """The comparison reads as written in the case."""
    eerder, tussen = case.get("eerder", []), case.get("tussen", [])
    bronnen = [*eerder, case["oud"], *tussen, case["nieuw"]]

    shown = compared(bronnen, len(eerder), len(bronnen) - 1).splitlines()
    ideal = case["verwacht"].strip().splitlines()

    assert shown == ideal, "\n" + "\n".join(difflib.ndiff(ideal, shown))
