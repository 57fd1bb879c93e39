"""The page on accessibility claims what is configured, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from regiovisie.herkomst.dossier import make_dossier
from regiovisie.registers import load_project
from regiovisie.render.opmaker import RenvooiOpmaker
from regiovisie.render.views.index import Index
from regiovisie.render.views.toegankelijkheid import ToegankelijkheidView, toegankelijkheid

from tests.site.conftest import Gebouwd
from tests.support.project import REGIO, changed, check, mkdocs, write_sealed

VERKLARING = "https://www.toegankelijkheidsverklaring.nl/register/1"
RAPPORT = "https://voorbeeld.nl/onderzoek"


def files(**keys: Any) -> dict[str, Any]:
    """The configuration with this about accessibility."""
    return {"mkdocs.yml": mkdocs(changed(REGIO, toegankelijkheid=keys or None))}


def view(root: Path, **keys: Any) -> ToegankelijkheidView:
    """The page of the small project."""
    dossier = make_dossier(load_project(write_sealed(root, files(**keys))))
    return toegankelijkheid(Index(dossier, RenvooiOpmaker(dossier)))


def test_without_configuration_no_status_is_named(drenthe: Gebouwd) -> None:
    """The page says that there is no statement, and that it therefore names no status."""
    words = drenthe.main("toegankelijkheid/")

    assert "Deze site heeft nog geen toegankelijkheidsverklaring." in words
    assert "Daarom noemen wij hier geen status." in words
    assert "De status van deze site is" not in words
    assert "Waar wij op letten" in words


def test_the_configured_status_is_told_with_its_statement(tmp_path: Path) -> None:
    """Letter, meaning, statement, its date and the report."""
    made = view(tmp_path, status="B", verklaring=VERKLARING, onderzoek=RAPPORT, datum="2026-05-12")

    assert made.status == "B (voldoet gedeeltelijk)"
    assert (made.verklaring, made.onderzoek, made.datum) == (VERKLARING, RAPPORT, "12 mei 2026")


def test_status_e_is_no_statement(tmp_path: Path) -> None:
    """Who has no statement may say so."""
    assert view(tmp_path, status="E").verklaring == ""


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"status": "C"}, "Status C staat hier zonder verklaring."),
        ({"status": "A", "verklaring": VERKLARING}, "Status A staat hier zonder onderzoek."),
        ({"status": "F", "verklaring": VERKLARING}, '"F" kan hier niet staan.'),
    ],
)
def test_a_claim_without_its_ground_is_refused(
    tmp_path: Path, keys: dict[str, Any], message: str
) -> None:
    """A status needs its statement, and A and B need an audit."""
    assert message in check(tmp_path, files(**keys))
