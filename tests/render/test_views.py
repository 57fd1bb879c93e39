"""What the pages say: counts, plurals, what is not known, and what is an example."""

from __future__ import annotations

import pytest

from regiovisie.registers import Project
from regiovisie.render.views import kader, raadsbesluiten
from regiovisie.render.views.index import Index
from regiovisie.render.views.lezen import tekst
from regiovisie.render.views.wijzigingen import wijziging

from tests.render.conftest import MakeIndex
from tests.support.project import (
    BRON,
    EERSTE,
    GEMEENTE,
    GEMEENTE_FILE,
    REGIO,
    TWEEDE,
    WIJZIGING,
    WIJZIGINGEN_FILE,
    changed,
    mkdocs,
)

# --- councils


def test_unknown_decision_is_not_a_no(index: Index) -> None:
    """A council of which nothing is known counts apart."""
    stand = raadsbesluiten.stand(index)
    assert (stand.vastgesteld, stand.niet, stand.onbekend) == (0, 0, 1)
    assert stand.zin == "0 van 1 raad heeft vastgesteld"
    assert "niet hetzelfde als nee" in stand.toelichting[0]


def test_example_council_stands_outside_the_count(index: Index) -> None:
    """Voorbeeldgemeente Veenhoek adopted, and nobody counts it."""
    view = raadsbesluiten.raadsbesluiten(index)
    assert [raad.naam for raad in view.stand.raden] == ["Assen"]
    assert [(rij.raad.naam, rij.raad.voorbeeld) for rij in view.voorbeelden] == [
        ("Voorbeeldgemeente Veenhoek", True)
    ]
    assert view.voorbeelden[0].raad.moties[0].voorbeeld


@pytest.mark.parametrize(
    ("status", "zin"),
    [
        ("vastgesteld", "1 van 1 raad heeft vastgesteld"),
        ("niet-vastgesteld", "0 van 1 raad heeft vastgesteld"),
    ],
)
def test_decided_councils_are_counted(make_index: MakeIndex, status: str, zin: str) -> None:
    """A decision with a source counts, for or against."""
    besluit = {"status": status, "datum": "2026-05-12", "bron": BRON}
    stand = raadsbesluiten.stand(
        make_index({GEMEENTE_FILE: changed(GEMEENTE, raadsbesluit=besluit)})
    )
    assert stand.zin == zin
    assert stand.raden[0].kort.endswith("12 mei 2026")
    assert bool(stand.toelichting) == (status == "niet-vastgesteld")


# --- changes


def test_change_leads_to_every_pair_that_shows_it(index: Index) -> None:
    """And to the points behind it."""
    view = wijziging(index, index.wijzigingen["W-001"])
    assert [link.href for link in view.paren] == [f"vergelijk/{EERSTE}/{TWEEDE}/"]
    assert [punt.id for punt, _ in view.punten] == ["ZW-01.1"]
    assert view.weggevallen == ()


def test_change_names_all_its_places(make_index: MakeIndex) -> None:
    """Those of ook_op too, each once."""
    inleiding = "# Inleiding\n\nDit is de visie voor de jeugdhulp in de regio.\n"
    ook_op = [
        {"plaats": "inleiding", "was": "regiovisie", "wordt": "visie"},
        {"plaats": "inleiding", "wordt": "in de regio"},
    ]
    files = {
        f"versions/{TWEEDE}/01-inleiding.md": inleiding,
        "docs/regiovisie/01-inleiding.md": inleiding,
        WIJZIGINGEN_FILE: [changed(WIJZIGING, ook_op=ook_op)],
    }
    index = make_index(files)
    view = wijziging(index, index.wijzigingen["W-001"])
    assert view.plaatsen == ("2 Uitgangspunten › Nabij", "1 Inleiding")


# --- frame


def test_footer_names_only_pages_that_exist(index: Index) -> None:
    """A project may lack the pages that editors write."""
    hrefs = [link.href for groep in kader.kader(index, {"over.md"}).voet for link in groep.links]
    assert "over/" in hrefs
    assert "privacy/" not in hrefs


def test_reconstruction_is_said_until_the_text_is_official(make_index: MakeIndex) -> None:
    """The frame of every page carries it."""
    official = make_index({"mkdocs.yml": mkdocs(changed(REGIO, officieel="true"))})
    assert kader.kader(official, ()).officieel


def test_newest_adopted_text_counts(make_index: MakeIndex) -> None:
    """The banner of an older text leads to it."""
    index = make_index({})
    assert isinstance(index.project, Project)
    assert tekst(index, EERSTE, "versie").fase.telt is False
    assert tekst(index, TWEEDE, "geldend").fase.telt


def test_summary_of_the_plan_is_offered_where_there_is_one(index: Index) -> None:
    """In the footer, and by name for the pages that lead to it."""
    met = kader.kader(index, {"in-het-kort.md", "begrippen.md"})
    assert met.kort is not None
    assert met.kort in met.voet[-1].links
    assert met.begrippen is not None
    zonder = kader.kader(index, ())
    assert (zonder.kort, zonder.begrippen, zonder.over) == (None, None, None)
