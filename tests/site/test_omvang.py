"""Projects of any size: one letter, as many as a region expects, and as many as a province had."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from regiovisie import site
from regiovisie.herkomst.controle import read_checked
from regiovisie.herkomst.dossier import Dossier

from tests.support.scripts import load_script

SIZES = [(1, 3, 2), (36, 250, 4), (300, 2000, 6)]
"""How many zienswijzen, points and versions."""


@pytest.fixture(params=SIZES, ids=[f"{letters} zienswijzen" for letters, *_ in SIZES])
def omvang(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A size, as the generator takes it."""
    load_script("bench_site", monkeypatch)
    return sys.modules["benchmark.dossier"].Omvang(*request.param)


@pytest.fixture
def project(omvang: Any, tmp_path: Path) -> Path:
    """A made project of that size."""
    sys.modules["benchmark.dossier"].write_project(tmp_path / "project", omvang, 1)
    return tmp_path / "project"


def test_a_project_of_any_size_is_built(project: Path, omvang: Any, tmp_path: Path) -> None:
    """Every change has its cause, and every point stands on the receipt of its zienswijze."""
    summary = site.build(project, tmp_path / "site", False)

    assert (summary.zienswijzen, summary.punten) == (omvang.zienswijzen, omvang.punten)
    assert (summary.plekken > 0, summary.zonder_herkomst) == (True, 0)
    missing = [name for name in _punt_ids(project) if not _on_receipt(tmp_path / "site", name)]
    assert missing == []


def _punt_ids(project: Path) -> list[str]:
    dossier: Dossier = read_checked(project).dossier
    return [punt.id for z in dossier.project.zienswijzen for punt in z.punten]


def _on_receipt(folder: Path, punt_id: str) -> bool:
    zienswijze, _, number = punt_id.lower().partition(".")
    receipt = (folder / "zienswijzen" / zienswijze / "index.html").read_text(encoding="utf-8")
    return f'id="{zienswijze}-{number}"' in receipt
