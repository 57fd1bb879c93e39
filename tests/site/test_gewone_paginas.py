"""Pages for citizens as they are built: editors' words and what the site adds to them."""

from __future__ import annotations

import re

import pytest

from tests.site.conftest import Gebouwd

FORMS = {"in-het-kort.md": "Waar gaat het over?", "uitvoeringsagenda.md": "Twee namen"}


@pytest.mark.parametrize("file", FORMS)
def test_words_of_editors_open_a_generated_page(drenthe: Gebouwd, file: str) -> None:
    """What stands in docs/ at the address of a generated page is shown on it."""
    href = f"{file.removesuffix('.md')}/"

    assert FORMS[file] in (drenthe.root / "docs" / file).read_text(encoding="utf-8")
    assert FORMS[file] in drenthe.main(href)
    assert len(drenthe.page(href).tree.xpath("//h1")) == 1


def test_text_in_short_has_every_summary(drenthe: Gebouwd) -> None:
    """In the order of the text, each in its own words."""
    words = drenthe.main("in-het-kort/")
    geldend = drenthe.dossier.tekst(drenthe.dossier.geldend.id)
    summaries = {s.slug: s.inhoud for s in drenthe.dossier.project.samenvattingen}
    openings = [
        re.sub(r"\W+", " ", summaries[onderdeel.slug].strip().split("\n")[0])
        for onderdeel in geldend.onderdelen
    ]
    plain = re.sub(r"\W+", " ", words)
    places = [plain.find(opening) for opening in openings]

    assert -1 not in places
    assert places == sorted(places)


def test_summaries_are_no_pages(drenthe: Gebouwd) -> None:
    """They stand on the page of their onderdeel and on one page together."""
    assert not [uri for uri in drenthe.pages if uri.startswith("samenvattingen/")]


def test_home_and_councils_lead_to_how_to_react(drenthe: Gebouwd) -> None:
    """In the main part, not only in the footer."""
    for href in ("", "raadsbesluiten/"):
        (main,) = drenthe.page(href).tree.iter("main")
        assert any(str(link).rstrip("/").endswith("reageren") for link in main.xpath(".//a/@href"))


def test_wrong_summary_has_a_route(gebouwd: Gebouwd) -> None:
    """In every project, whatever editors wrote."""
    page = gebouwd.page("reageren/")

    assert page.tree.xpath("//main//h2[@id='verkeerd-samengevat']")
    assert "nummer" in gebouwd.main("reageren/")


def test_points_for_later_stand_on_the_page_of_what_follows(drenthe: Gebouwd) -> None:
    """Every one of them, with a link to its answer."""
    links = drenthe.links("uitvoeringsagenda/")
    sent = [
        punt.id.lower().replace(".", "-")
        for zienswijze in drenthe.dossier.project.zienswijzen
        for punt in zienswijze.punten
        if punt.uitkomst == "uitvoering"
    ]

    assert sent
    assert {f"#{name}" for name in sent} <= {f"#{link.partition('#')[2]}" for link in links}


def test_map_of_councils_is_words_too(drenthe: Gebouwd) -> None:
    """Every tile is a link that says name and decision; a table says the same."""
    (kaart,) = drenthe.page("raadsbesluiten/").tree.xpath("//main//figure/svg")
    tiles = [" ".join(a.text_content().split()) for a in kaart.iter("a")]

    assert len(tiles) == 12
    assert all("nog niet bekend" in tile or "vastgesteld" in tile for tile in tiles)
    assert len(drenthe.page("raadsbesluiten/").tree.xpath("//main//table[1]/tbody/tr")) >= 12


def test_history_has_a_page_for_every_onderdeel_of_any_version(gebouwd: Gebouwd) -> None:
    """Also of what only older versions have; the index leads to each."""
    slugs = {
        onderdeel.slug
        for versie_id in gebouwd.dossier.ids
        for onderdeel in gebouwd.dossier.tekst(versie_id).onderdelen
    }
    links = gebouwd.links("geschiedenis/")

    for slug in slugs:
        assert f"geschiedenis/{slug}/index.html" in gebouwd.pages
        assert any(f"{slug}" in link for link in links)


def test_guide_pages_say_where_they_hang(drenthe: Gebouwd) -> None:
    """The crumbs lead to the front page of the guide; the footer marks it."""
    page = drenthe.page("meedoen/controleren/")
    crumbs = page.tree.xpath("//nav[@aria-label='Kruimelpad']//li")

    assert [" ".join(crumb.text_content().split()) for crumb in crumbs] == [
        "Home",
        "Meedoen als redacteur",
        "Controleren of alles klopt",
    ]
    assert crumbs[1].xpath("a/@href") == ["../"]
    assert page.tree.xpath("//footer//a[@aria-current]/text()") == ["Meedoen als redacteur"]
    assert drenthe.page("meedoen/").tree.xpath("//footer//a[@aria-current='page']/text()") == [
        "Meedoen als redacteur"
    ]


def test_steps_in_the_guide_are_numbered_through(drenthe: Gebouwd) -> None:
    """What stands between two steps belongs to the first; a block of code is one."""
    folder = drenthe.root / "docs" / "meedoen"
    for path in sorted(folder.glob("*.md")):
        (article,) = drenthe.page(f"meedoen/{path.stem}/").tree.iter("article")
        steps = re.findall(r"^[0-9]+\. ", path.read_text(encoding="utf-8"), re.MULTILINE)

        assert len(article.xpath(".//ol")) == steps.count("1. "), path.name
        assert len(article.xpath(".//ol/li")) == len(steps), path.name
        assert "```" not in article.text_content(), path.name
        assert not article.xpath(".//p[starts-with(normalize-space(), '- ')]"), path.name
