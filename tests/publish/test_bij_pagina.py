"""Every page leads to its data, and pages that change lead to a feed."""

from __future__ import annotations

from pathlib import Path

import pytest

from regiovisie.render.views.bij_pagina import BijPagina

from tests.support.html import Page, load_pages
from tests.support.uitgave import make_uitgave

DATA = "//head/link[@rel='alternate'][@title='De gegevens van deze pagina']/@href"
FEEDS = "//head/link[@rel='alternate'][@type='application/atom+xml']/@href"
VISIBLE = "//footer//a[normalize-space()='De gegevens van deze pagina']/@href"


@pytest.fixture(scope="module")
def zonder_adres(small_build: tuple[Path, str]) -> Path:
    """A site that does not know its address."""
    return small_build[0]


@pytest.fixture(scope="module")
def bij_pagina(root: Path) -> BijPagina:
    """What the pages of this project lead to."""
    return BijPagina(make_uitgave(root).index)


def leads_to(folder: Path, page: Page, href: str) -> Path:
    """The file of the site that an address on a page leads to."""
    return (folder / page.uri).parent / href


def test_every_page_leads_to_its_data(built_site: Path, html_pages: dict[str, Page]) -> None:
    """For programs and for people, to a file that is there; but for the page of what is not."""
    for uri, page in html_pages.items():
        if uri == "404.html":
            continue
        found = [str(href) for href in page.tree.xpath(DATA)]
        assert len(found) == 1, uri
        assert leads_to(built_site, page, found[0]).is_file(), uri
        assert page.tree.xpath(VISIBLE) == found, uri


def test_also_without_an_address(zonder_adres: Path) -> None:
    """The data does not hang on it; the feeds do."""
    for uri, page in load_pages(zonder_adres).items():
        if uri == "404.html":
            continue
        (href,) = page.tree.xpath(DATA)
        assert leads_to(zonder_adres, page, str(href)).is_file(), uri
        assert page.tree.xpath(FEEDS) == [], uri
    assert not (zonder_adres / "feeds").exists()


def test_feeds_that_a_page_names_are_there(built_site: Path, html_pages: dict[str, Page]) -> None:
    """Whichever page names them."""
    named = {
        leads_to(built_site, page, str(href)).resolve()
        for page in html_pages.values()
        for href in page.tree.xpath(FEEDS)
    }
    made = {path.resolve() for path in (built_site / "feeds").rglob("*.atom")}

    assert named == made


@pytest.mark.parametrize(
    ("pagina", "bestand"),
    [
        ("", "data/catalogus.json"),
        ("zienswijzen/zw-01/", "data/zienswijzen/zw-01.json"),
        ("zienswijzen/per/thema/", "data/zienswijzen.json"),
        ("wijzigingen/w-001/", "data/wijzigingen/w-001.json"),
        ("wijzigingen/herkomst/advies/", "data/wijzigingen.json"),
        ("versies/", "data/versies.json"),
        ("nota/", "data/zienswijzen.json"),
        ("nota/ambtshalve/", "data/wijzigingen.json"),
        ("gemeenten/assen/", "data/raadsbesluiten.json"),
        ("planning/", "data/catalogus.json"),
        (
            "versies/2025-07-inspraakversie/pijlers/",
            "data/teksten/2025-07-inspraakversie/05-pijlers.md",
        ),
        ("regiovisie/pijlers/", "data/teksten/2026-04-ter-vaststelling/06-pijlers.md"),
        ("werkversie/pijlers/", "data/teksten/werkversie/06-pijlers.md"),
        (
            "vergelijk/2025-07-inspraakversie/2026-03-na-zienswijzen/pijlers/",
            "data/vergelijk/2025-07-inspraakversie--2026-03-na-zienswijzen.json",
        ),
    ],
)
def test_a_page_leads_to_what_it_is_made_from(
    bij_pagina: BijPagina, pagina: str, bestand: str
) -> None:
    """The nearest file: of its record, its text, its pair, or its register."""
    assert bij_pagina.gegevens(pagina).href == bestand
