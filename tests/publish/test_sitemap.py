"""The list of pages: every page and nothing else, with dates that are true or not there."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from regiovisie import site
from regiovisie.publish.datums import laatste
from regiovisie.registers.datum import parse_datum

from tests.support.project import REGIO, VERSIE, VERSIE_FILE, changed, mkdocs, write_sealed

ADRES = "https://regiovisie.example/"
NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def lastmods(folder: Path, site_url: str = ADRES) -> dict[str, str]:
    """Date by address below that of the site; empty where the list gives none."""
    tree = etree.parse(folder / "sitemap.xml")
    return {
        url.findtext("s:loc", namespaces=NS).removeprefix(site_url): url.findtext(
            "s:lastmod", default="", namespaces=NS
        )
        for url in tree.iterfind("s:url", NS)
    }


def built(root: Path, **keys: object) -> Path:
    """The small project with these settings of MkDocs, as a site."""
    write_sealed(root, {"mkdocs.yml": {**mkdocs(REGIO), **keys}})
    site.build(root, root / "uit", False)
    return root / "uit"


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("2026-03-26", "2026-03-26"),
        ("26 maart 2026", "2026-03-26"),
        ("november 2025", "2025-11"),
        ("medio 2025", "2025"),
        ("Q2 2026", "2026"),
        ("na 26 maart 2026", ""),
        ("november 2025 tot en met februari 2026", ""),
        ("nog niet bekend", ""),
    ],
)
def test_a_date_is_told_as_exactly_as_it_is_known(tekst: str, verwacht: str) -> None:
    """No day is made up for a month, and no year for "na 26 maart"."""
    assert parse_datum(tekst).w3c == verwacht


@pytest.mark.parametrize(
    ("datums", "verwacht"),
    [
        (["2025-07-01", "2026-03-26", "medio 2025"], "2026-03-26"),
        (["2025-07-01", "2025"], "2025"),
        (["2026-07-02", "na 26 maart 2026"], ""),
        (["nog niet bekend", "2025-07-01"], "2025-07-01"),
        ([], ""),
    ],
)
def test_the_last_of_vague_dates(datums: list[str], verwacht: str) -> None:
    """A date is only given when no other fact can be later than it says."""
    datum = laatste(map(parse_datum, datums))

    assert (datum.w3c if datum else "") == verwacht


def test_every_page_and_nothing_else(built_site: Path) -> None:
    """The list holds each page once, sorted, and not the page for what was not found."""
    pages = sorted(
        path.relative_to(built_site).as_posix().removesuffix("index.html")
        for path in built_site.rglob("index.html")
    )
    tree = etree.parse(built_site / "sitemap.xml")
    found = [loc.text for loc in tree.iterfind("s:url/s:loc", NS)]

    assert found == [f"{ADRES}{page}" for page in pages]


def test_the_dates_of_this_repository(built_site: Path) -> None:
    """A page has the date of what it tells: of its version, or of when a reaction came."""
    found = lastmods(built_site)

    assert found["versies/2025-07-inspraakversie/pijlers/"] == "2025"
    assert found["versies/2026-04-ter-vaststelling/pijlers/"] == ""
    assert found["werkversie/pijlers/"] == ""
    assert found["bronnen/"] == "2026-11-22"


def test_a_page_has_the_date_of_its_facts(tmp_path: Path) -> None:
    """Version, comparison, change and zienswijze carry the date on which the text changed."""
    fasen = [{"fase": "consultatie", "datum": "2025-11-20"}]
    write_sealed(
        tmp_path,
        {
            "mkdocs.yml": {**mkdocs(REGIO), "site_url": ADRES},
            VERSIE_FILE: changed(VERSIE, fasen=fasen),
        },
    )
    site.build(tmp_path, tmp_path / "uit", False)
    found = lastmods(tmp_path / "uit")

    assert found["versies/2025-07-inspraakversie/"] == "2025"
    assert found["zienswijzen/zw-01/"] == "2025-11-20"
    assert found["wijzigingen/w-001/"] == "2025-11-20"
    assert found["regiovisie/uitgangspunten/"] == "2025-11-20"
    assert found["vergelijk/2025-07-inspraakversie/2025-11-consultatieversie/"] == "2025-11-20"
    assert found["gemeenten/veenhoek/"] == "2026-05-12"
    assert found["planning/"] == "2025"


def test_robots_name_the_lists(built_site: Path, tmp_path: Path) -> None:
    """All may be read; the lists are named by their full address, and only those there are."""
    assert (built_site / "robots.txt").read_text() == (
        "User-agent: *\nAllow: /\n\n"
        f"Sitemap: {ADRES}sitemap.xml\nSitemap: {ADRES}diwoo-sitemap.xml\n"
    )
    kaal = built(tmp_path)
    assert (kaal / "robots.txt").read_text() == "User-agent: *\nAllow: /\n"
    assert not list(kaal.glob("*sitemap*"))
