"""What machines read in the head of each page: relations between versions, and links elsewhere."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from regiovisie.render.views.metadata import as_jsonld

from tests.site.conftest import Gebouwd
from tests.support.html import Page

ADRES = "https://regiovisie.example/"
OUD = "versies/2025-11-consultatieversie/"


def head(page: Page, attribute: str, name: str, value: str) -> list[str]:
    """The values of the elements in the head that carry this name."""
    return [str(v) for v in page.tree.xpath(f"/html/head/*[@{attribute}='{name}']/@{value}")]


def jsonld(page: Page) -> dict[str, Any] | None:
    """The JSON-LD of a page."""
    found = page.tree.xpath("//script[@type='application/ld+json']")
    assert len(found) <= 1
    return json.loads(found[0].text) if found else None


def test_every_page_can_be_shared(drenthe: Gebouwd) -> None:
    """Title, description, kind, address, language and a picture that is there, with its words."""
    for path, page in drenthe.pages.items():
        if path == "404.html":
            continue
        for name in ("og:title", "og:description", "og:type", "og:url", "og:image:alt"):
            assert len(head(page, "property", name, "content")) == 1, (path, name)
        assert head(page, "property", "og:locale", "content") == ["nl_NL"]
        assert head(page, "property", "og:url", "content") == [
            f"{ADRES}{path.removesuffix('index.html')}"
        ]
        (beeld,) = head(page, "property", "og:image", "content")
        assert (drenthe.site / beeld.removeprefix(ADRES)).is_file()


def test_a_change_is_known_by_its_words(drenthe: Gebouwd) -> None:
    """In a tab or a list of links, where a number alone says nothing; cut, and never empty."""
    titles = [
        page.title for path, page in drenthe.pages.items() if path.startswith("wijzigingen/w-")
    ]

    assert titles
    assert all(re.match(r"Wijziging W-\d{3}: [^ –][^–]{4,} – ", title) for title in titles)
    assert max(map(len, titles)) < 120


def test_the_canonical_address_is_that_of_the_text_that_counts(drenthe: Gebouwd) -> None:
    """An onderdeel of any text points to the same onderdeel now; every other page to itself."""
    for path, page in drenthe.pages.items():
        href = path.removesuffix("index.html")
        delen = href.strip("/").split("/")
        slug = delen[-1] if (delen[0], len(delen)) in {("versies", 3), ("werkversie", 2)} else ""
        nu = f"regiovisie/{slug}/"
        verwacht = nu if slug and f"{nu}index.html" in drenthe.pages else href
        if path != "404.html":
            assert head(page, "rel", "canonical", "href") == [f"{ADRES}{verwacht}"], path


def test_a_version_knows_its_neighbours(drenthe: Gebouwd) -> None:
    """Dublin Core: of what it is a version, what it replaces, and what replaced it."""
    page = drenthe.page(OUD)

    assert head(page, "property", "dcterms:isVersionOf", "href") == [f"{ADRES}regiovisie/"]
    assert head(page, "property", "dcterms:replaces", "href") == [
        f"{ADRES}versies/2025-07-inspraakversie/"
    ]
    assert head(page, "property", "dcterms:isReplacedBy", "href") == [
        f"{ADRES}versies/2026-03-na-zienswijzen/"
    ]


def test_an_onderdeel_replaces_only_what_was_there(drenthe: Gebouwd) -> None:
    """An onderdeel that a version brought has no predecessor."""
    nieuw = "versies/2026-03-na-zienswijzen/leidende-principes/"

    assert head(drenthe.page(nieuw), "property", "dcterms:replaces", "href") == []


def test_dates_are_told_as_known(drenthe: Gebouwd) -> None:
    """ "Medio 2025" is a year; "vóór 20 november 2025" is no date."""
    issued = {
        href: head(drenthe.page(href), "property", "dcterms:issued", "content")
        for href in ("versies/2025-07-inspraakversie/", OUD)
    }

    assert list(issued.values()) == [["2025"], []]


def test_a_version_as_schema_org(drenthe: Gebouwd) -> None:
    """A version is a document: number, phase, parts, predecessor and that it is an example."""
    found = jsonld(drenthe.page(OUD))

    assert found is not None
    assert found["@type"] == "DigitalDocument"
    assert found["version"] == "0.2"
    assert found["creativeWorkStatus"] == "concept in consultatie"
    assert found["isBasedOn"] == {"@id": f"{ADRES}versies/2025-07-inspraakversie/"}
    assert found["exampleOfWork"] == {"@id": f"{ADRES}regiovisie/"}
    assert found["disambiguatingDescription"].startswith("Verzonnen voorbeeld.")
    parts = [part["@id"] for part in found["hasPart"]]
    assert f"{ADRES}{OUD}pijlers/" in parts
    assert all(f"{part.removeprefix(ADRES)}index.html" in drenthe.pages for part in parts)


def test_the_current_text_is_the_work_of_all_versions(drenthe: Gebouwd) -> None:
    """The address that stays names every version of it."""
    found = jsonld(drenthe.page("regiovisie/"))

    assert found is not None
    assert found["@type"] == "CreativeWork"
    assert [part["version"] for part in found["workExample"]] == ["0.1", "0.2", "0.3", "0.4"]


def test_only_texts_say_what_they_are_a_version_of(drenthe: Gebouwd) -> None:
    """The werkversie is no version yet, and a comparison is none."""
    for href in ("", "werkversie/pijlers/", "planning/", f"vergelijk/{OUD.split('/')[1]}"):
        page = drenthe.pages.get(f"{href}index.html")
        assert page is None or jsonld(page) is None


def test_a_site_without_an_address_has_no_relations(werkversie: Gebouwd) -> None:
    """Relations and pictures need full addresses; without one the rest still stands."""
    site_url = "site_url" in (werkversie.root / "mkdocs.yml").read_text()
    page = werkversie.page("regiovisie/")

    assert not site_url
    assert jsonld(page) is None
    assert head(page, "property", "og:image", "content") == []
    assert head(page, "property", "og:type", "content") == ["article"]
    assert not list(Path(werkversie.site / "img").glob("deel/*"))


@pytest.mark.parametrize("tekst", ["</script><script>alert(1)</script>", "<!-- <script>", "a & b"])
def test_json_cannot_end_its_script(tekst: str) -> None:
    """Whatever editors write, the element ends where the template ends it."""
    found = as_jsonld({"name": tekst})

    assert "<" not in found
    assert json.loads(found) == {"name": tekst}
