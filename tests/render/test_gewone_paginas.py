"""Pages for citizens: the text in short, how to react, what follows, and the errands at home."""

from __future__ import annotations

from typing import Any

import pytest

from regiovisie.render.pages import all_pages
from regiovisie.render.views import adres, kader
from regiovisie.render.views.home import home
from regiovisie.render.views.index import Index
from regiovisie.render.views.mogelijk import rollen, voor_lezer
from regiovisie.render.views.planning import komend, planning
from regiovisie.render.views.reageren import reageren
from regiovisie.render.views.samenvatting import in_het_kort, samenvatting
from regiovisie.render.views.uitvoering import uitvoering

from tests.render.conftest import MakeIndex
from tests.support.project import (
    BRON,
    EERSTE,
    GEMEENTE,
    GEMEENTE_FILE,
    PUNT,
    PUNT_NIET,
    REGIO,
    TWEEDE,
    VERSIE,
    VERSIE_FILE,
    ZIENSWIJZE,
    ZW_FILE,
    Content,
    changed,
    mkdocs,
)

SAMENVATTING: dict[str, Any] = {
    "versie": TWEEDE,
    "inhoud": "Hulp is *dichtbij*. Zie [Inleiding](../regiovisie/01-inleiding.md).",
}


def summaries(**keys: Any) -> dict[str, Content]:
    """A summary of each onderdeel of the small project."""
    record = changed(SAMENVATTING, **keys)
    return {
        "docs/samenvattingen/inleiding.md": record,
        "docs/samenvattingen/uitgangspunten.md": record,
    }


def in_fase(fase: str) -> dict[str, Content]:
    """The small project with its newest version in this phase."""
    ja = {"status": "vastgesteld", "datum": "april 2026", "bron": BRON}
    fasen = [{"fase": fase, "datum": "april 2026"}]
    return {
        VERSIE_FILE: changed(VERSIE, fasen=fasen),
        GEMEENTE_FILE: changed(GEMEENTE, raadsbesluit=ja if fase == "vastgesteld" else None),
    }


def uris(index: Index) -> set[str]:
    """The sources of all pages."""
    return {spec.uri for spec in all_pages(index.dossier)}


# --- summaries


def test_summary_stands_on_top_of_its_onderdeel(make_index: MakeIndex) -> None:
    """As HTML whose links are seen from that page, marked as an example of an example."""
    index = make_index(summaries())
    view = samenvatting(index, "uitgangspunten", adres.onderdeel("uitgangspunten"))

    assert view is not None
    assert "<em>dichtbij</em>" in view.inhoud
    assert 'href="../inleiding/"' in view.inhoud
    assert (view.versie, view.verouderd, view.voorbeeld) == ("versie 0.2", False, True)


def test_onderdeel_without_summary_has_none(index: Index) -> None:
    """And an onderdeel that does not exist neither."""
    assert samenvatting(index, "uitgangspunten", "regiovisie/uitgangspunten/") is None
    assert samenvatting(index, "pijlers", "regiovisie/pijlers/") is None


def test_summary_of_another_version_says_so(make_index: MakeIndex) -> None:
    """The text may have changed since."""
    index = make_index(summaries(versie=EERSTE))

    assert all(view.verouderd for view in in_het_kort(index).samenvattingen)


def test_text_in_short_is_in_the_order_of_the_text(make_index: MakeIndex) -> None:
    """One summary per onderdeel, each leading to it."""
    view = in_het_kort(make_index(summaries()))

    assert [s.onderdeel.href for s in view.samenvattingen] == [
        "regiovisie/inleiding/",
        "regiovisie/uitgangspunten/",
    ]


def test_text_in_short_says_what_came_of_the_reactions(make_index: MakeIndex) -> None:
    """Who asks whether anyone listened reads it there, and home leads to it."""
    index = make_index(summaries())
    view = in_het_kort(index).reacties
    hrefs = [link.href for link in rollen(index)[0].links]

    assert view
    assert f"{len(index.punten)} punt" in view.zinnen[0]
    assert adres.vergelijking(EERSTE, TWEEDE) in [link.href for link in view.links]
    assert f"{adres.IN_HET_KORT}#reacties" in hrefs


def test_project_without_summaries_has_no_such_page(make_index: MakeIndex, index: Index) -> None:
    """Then a page that editors wrote themselves may stand there."""
    assert "in-het-kort.md" not in uris(index)
    assert "in-het-kort.md" in uris(make_index(summaries()))


# --- what one can do


@pytest.mark.parametrize(
    ("fase", "kan", "kan_niet"),
    [
        ("consultatie", "Lezen", "Er loopt nu geen ronde"),
        ("ter-vaststelling", "gemeenteraad", "amendement"),
        ("vastgesteld", "uitvoering", "nieuwe ronde"),
    ],
)
def test_page_says_what_a_reader_can_do_now(
    make_index: MakeIndex, fase: str, kan: str, kan_niet: str
) -> None:
    """And what no longer can be done."""
    mogelijk = reageren(make_index(in_fase(fase))).mogelijk

    assert any(kan in zin for zin in mogelijk.kan)
    assert any(kan_niet in zin for zin in mogelijk.kan_niet)


def test_open_round_comes_first(make_index: MakeIndex) -> None:
    """As long as reactions are asked, that is what one can do."""
    ronde = changed(REGIO["rondes"][0], status="loopt")
    index = make_index({"mkdocs.yml": mkdocs(changed(REGIO, rondes=[ronde]))})

    assert reageren(index).ronde_loopt
    assert voor_lezer(index).kan == ("Reageren op de tekst: Inspraak 2025, medio 2025.",)
    assert "U kunt nog reageren" in rollen(index)[0].tekst


@pytest.mark.parametrize("fase", ["inspraak", "consultatie", "na-zienswijzen", "ter-vaststelling"])
def test_home_has_an_errand_for_each_reader(make_index: MakeIndex, fase: str) -> None:
    """Who reads, who decides, who asked; each with somewhere to go."""
    view = home(make_index(in_fase(fase)))

    assert len(view.nu) == 3
    assert all(rol.tekst and rol.links for rol in view.nu)


def test_errands_lead_to_pages_that_exist(make_index: MakeIndex) -> None:
    """Also in a project without summaries."""
    for files in ({}, summaries()):
        index = make_index(files)
        pages = {uri.removesuffix("index.md").removesuffix(".md") for uri in uris(index)}
        for link in (link for rol in rollen(index) for link in rol.links):
            assert link.href.partition("#")[0].rstrip("/") in {p.rstrip("/") for p in pages}


def test_how_to_react_stands_in_every_footer(index: Index) -> None:
    """Whatever editors wrote."""
    links = [link.href for groep in kader.kader(index, ()).voet for link in groep.links]

    assert adres.REAGEREN in links
    assert adres.GESCHIEDENIS in links


# --- what follows


def test_points_for_the_uitvoeringsagenda_stand_together(make_index: MakeIndex) -> None:
    """By onderdeel; what is about no place comes last."""
    verder = changed(PUNT_NIET, uitkomst="uitvoering", antwoord=None, reactie="Dat komt later.")
    elders = changed(verder, id="ZW-01.3", plaats="uitgangspunten#nabij")
    index = make_index({ZW_FILE: changed(ZIENSWIJZE, punten=[PUNT, verder, elders])})
    view = uitvoering(index)

    assert view.telling == "2 punten"
    assert [(groep.titel, [punt.id for punt in groep.punten]) for groep in view.groepen] == [
        ("2 Uitgangspunten", ["ZW-01.3"]),
        ("De tekst als geheel", ["ZW-01.2"]),
    ]
    assert all(punt.voorbeeld for groep in view.groepen for punt in groep.punten)


def test_no_such_points_no_such_page(index: Index) -> None:
    """A page by editors may stand there."""
    assert "uitvoeringsagenda.md" not in uris(index)


def test_next_steps_are_those_still_to_come(index: Index) -> None:
    """In order of time, and the planning leads to the first of them."""
    assert [stap.titel for stap in komend(index)] == ["Besluiten"]
    assert planning(index).straks == 1
