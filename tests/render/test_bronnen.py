"""Sources on pages: each with its address and the date it was read; two that disagree, both."""

from __future__ import annotations

from regiovisie.registers.bron import Bron
from regiovisie.render.views.bronnen import bronnen
from regiovisie.render.views.index import Index, bron_view
from regiovisie.render.views.planning import planning
from regiovisie.render.views.stukken import stukken

from tests.render.conftest import MakeIndex
from tests.support.project import BRON, GEMEENTE, GEMEENTE_FILE, REGIO, changed, mkdocs

NOTA = {
    "titel": "Adviesnota",
    "datum": "na 26 maart 2026",
    "url": "https://www.voorbeeld.nl/nota",
    "gelezen": "2026-11-22",
}


def test_a_source_tells_title_date_place_and_when_read() -> None:
    """What a reader needs to find it again; without web address its entry in the list."""
    view = bron_view(Bron.model_validate(BRON))

    assert view is not None
    (regel,) = view.regels
    assert regel.titel == "Brief van het college"
    assert regel.feiten == "3 november 2025, blz. 2, gelezen 5 november 2025"
    assert regel.href == "bronnen/#brief-van-het-college-3-november-2025"


def test_a_source_with_a_web_address_leads_there() -> None:
    """Straight to the document."""
    view = bron_view(Bron.model_validate(NOTA))
    assert view is not None
    assert [regel.href for regel in view.regels] == ["https://www.voorbeeld.nl/nota"]


def test_no_source_is_no_line() -> None:
    """Where nothing is known, nothing is claimed."""
    assert bron_view(None) is None
    assert bron_view() is None


def with_planning(make_index: MakeIndex, *zegt: str) -> Index:
    """The small project with one step whose sources say these things."""
    stap = {"datum": "18 september 2025", "titel": "Zienswijze", "status": "geweest"}
    bronnen_ = [{"id": "nota", "zegt": words} for words in zegt]
    regio = changed(REGIO, planning=[{**stap, "bronnen": bronnen_}], bronnen={"nota": NOTA})
    return make_index({"mkdocs.yml": mkdocs(regio)})


def test_sources_that_disagree_stand_there_both(make_index: MakeIndex) -> None:
    """Each with what it says."""
    index = with_planning(make_index, "Het was 18 september.", "Het was 25 september.")
    (stap,) = planning(index).stappen

    assert stap.bron is not None
    assert stap.bron.verschillen
    assert [r.zegt for r in stap.bron.regels] == ["Het was 18 september.", "Het was 25 september."]


def test_the_list_tells_what_uses_a_source(make_index: MakeIndex) -> None:
    """Per page once, with the places in the source."""
    found = {"id": "nota", "vindplaats": "argument 1.3"}
    regio = changed(REGIO, bronnen={"nota": NOTA})
    gemeente = changed(GEMEENTE, zienswijze="geen", zienswijze_bron=found)
    index = make_index({"mkdocs.yml": mkdocs(regio), GEMEENTE_FILE: gemeente})
    nota, brief = bronnen(index).bronnen

    assert (nota.anker, nota.url, nota.gelezen) == ("nota", NOTA["url"], "22 november 2026")
    assert [(g.pagina.href, g.vindplaatsen) for g in nota.gebruik] == [
        ("gemeenten/assen/", "argument 1.3")
    ]
    assert [g.pagina.tekst for g in brief.gebruik] == ["Zienswijzen", "Planning"]
    assert bronnen(index).telling == "2 bronnen"


def test_a_cited_annex_that_the_list_lacks_is_said(make_index: MakeIndex) -> None:
    """Known or not yet known: the reader sees it."""
    papers = [
        {"titel": "Raadsvoorstel", "bijlage": "5"},
        {"titel": "Genoemd bij de zienswijze.", "bijlage": "6", "ontbreekt": "ja", "bron": BRON},
    ]
    record = changed(GEMEENTE, documenten=papers, inhoud="Zie bijlage 5, bijlage 6 en bijlage 7.")
    view = stukken(make_index({GEMEENTE_FILE: record}).gemeenten["assen"])

    assert [(d.anker, d.nummer, d.titel) for d in view.lijst] == [
        ("bijlage-5", "Bijlage 5", "Raadsvoorstel")
    ]
    assert [(o.anker, o.zin) for o in view.ontbreekt] == [
        ("bijlage-6", "Bijlage 6 wordt genoemd, maar staat niet in de lijst van stukken."),
        ("bijlage-7", "Bijlage 7 wordt genoemd, maar staat niet in de lijst van stukken."),
    ]
