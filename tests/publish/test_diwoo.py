"""The list of documents for the Woo index, held to DiWoo metadata 0.9.8.

The schema itself is not part of this project; what it asks is written out here. Elements may
stand in any order, so nothing here looks at order.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from regiovisie import site
from regiovisie.errors import RegiovisieError
from regiovisie.publish import diwoo_codes
from regiovisie.publish.diwoo_codes import Code

from tests.support.project import (
    BRON,
    GEMEENTE,
    GEMEENTE_FILE,
    REGIO,
    VERSIE,
    VERSIE_FILE,
    changed,
    mkdocs,
    write_sealed,
)

DIWOO = "{https://standaarden.overheid.nl/diwoo/metadata/}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ADRES = "https://regiovisie.example/"
VERPLICHT = ("publisher", "titelcollectie", "classificatiecollectie", "documenthandelingen")
BEKEND = {
    *VERPLICHT,
    "identifiers",
    "verantwoordelijke",
    "medeverantwoordelijken",
    "opsteller",
    "naamOpsteller",
    "omschrijvingen",
    "creatiedatum",
    "geldigheid",
    "language",
    "format",
    "aggregatiekenmerk",
    "isPartOf",
    "hasParts",
    "documentrelaties",
    "redenVerwijderingVervanging",
}
"""Every element that ``DiWooType`` knows, each at most once."""
MET_CODE = ("informatiecategorie", "documentsoort", "soortHandeling", "role", "language", "format")


def read(folder: Path) -> list[etree._Element]:
    """The entries of the list in a site."""
    root = etree.parse(folder / "diwoo-sitemap.xml").getroot()
    assert root.tag == f"{SITEMAP}urlset"
    return list(root.iterfind(f"{SITEMAP}url"))


def one(folder: Path, href: str) -> etree._Element:
    """The metadata of the document at an address."""
    (url,) = [u for u in read(folder) if u.findtext(f"{SITEMAP}loc") == f"{ADRES}{href}"]
    return url.find(f"{DIWOO}Document/{DIWOO}DiWoo")


def texts(element: etree._Element, name: str) -> list[str | None]:
    """The words of all elements of this name."""
    return [found.text for found in element.iter(f"{DIWOO}{name}")]


def built(root: Path, diwoo: dict[str, Any] | None, **files: Any) -> Path:
    """The small project, with an adopted text of which the days are known, as a site."""
    fasen = [
        {"fase": "consultatie", "datum": "2025-11-20"},
        {"fase": "vastgesteld", "datum": "2026-05-12", "bron": BRON},
    ]
    besluit = {"status": "vastgesteld", "datum": "2026-05-12", "bron": BRON}
    write_sealed(
        root,
        {
            "mkdocs.yml": {**mkdocs(changed(REGIO, diwoo=diwoo)), "site_url": ADRES},
            VERSIE_FILE: changed(VERSIE, fasen=fasen),
            GEMEENTE_FILE: changed(GEMEENTE, raadsbesluit=besluit),
            **files,
        },
    )
    site.build(root, root / "uit", False)
    return root / "uit"


def test_each_document_has_what_the_schema_asks(built_site: Path) -> None:
    """Required elements are there, unknown ones are not, and none stands twice."""
    urls = read(built_site)
    assert urls
    for url in urls:
        (document,) = url.iterfind(f"{DIWOO}Document")
        (diwoo,) = document
        namen = [etree.QName(child).localname for child in diwoo]
        assert set(VERPLICHT) <= set(namen) <= BEKEND
        assert len(namen) == len(set(namen))
        assert all(texts(diwoo, "officieleTitel"))
        assert all(texts(diwoo, "publisher"))
        assert texts(diwoo, "informatiecategorie")
        assert texts(diwoo, "soortHandeling")


def test_dates_have_the_form_of_their_type(built_site: Path) -> None:
    """An act has a time to the second, an entry of a sitemap a day."""
    for url in read(built_site):
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", url.findtext(f"{SITEMAP}lastmod") or "")
        for moment in texts(url, "atTime"):
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00", moment or "")


def test_codes_come_from_the_list(built_site: Path) -> None:
    """Every code and its label is one that the module of codes has; a thema is from its list."""
    known = {(code.label, code.uri) for code in _codes()}
    for url in read(built_site):
        for name in MET_CODE:
            for found in url.iter(f"{DIWOO}{name}"):
                assert (found.text, found.get("resource")) in known
        for thema in url.iter(f"{DIWOO}thema"):
            assert (thema.get("resource") or "").startswith(
                "https://identifier.overheid.nl/tooi/def/thes/top/"
            )


def _codes() -> list[Code]:
    values = list(vars(diwoo_codes).values())
    nested = [code for value in values if isinstance(value, dict) for code in value.values()]
    return [value for value in values + nested if isinstance(value, Code)]


def test_what_is_invented_says_so(built_site: Path) -> None:
    """An example is called one in its title and its description."""
    diwoo = one(built_site, "gemeenten/voorbeeldgemeente-brinkeind/")

    assert (texts(diwoo, "officieleTitel")[0] or "").startswith("Voorbeeld: ")
    assert texts(diwoo, "omschrijving") == ["Verzonnen voorbeeld, geen echt document."]


def test_a_document_without_a_day_is_left_out_and_named(built_site: Path) -> None:
    """No day is made up: a version of "medio 2025" is a comment and no entry."""
    adressen = {url.findtext(f"{SITEMAP}loc") for url in read(built_site)}
    comments = [
        str(c.text) for c in etree.parse(built_site / "diwoo-sitemap.xml").iter(etree.Comment)
    ]

    assert f"{ADRES}versies/2025-07-inspraakversie/" not in adressen
    assert any("versies/2025-07-inspraakversie/" in comment for comment in comments)


def test_an_adopted_text_and_a_decision(tmp_path: Path) -> None:
    """Adoption is told as such, a draft as received; a real council is named by its code."""
    site_dir = built(tmp_path, {"uitgever": "Voorbeeldregio"})
    versie = one(site_dir, "versies/2025-11-consultatieversie/")
    besluit = one(site_dir, "gemeenten/assen/")

    assert texts(versie, "soortHandeling") == ["ontvangst", "vaststelling"]
    assert texts(versie, "atTime") == ["2025-11-20T00:00:00", "2026-05-12T00:00:00"]
    assert texts(versie, "informatiecategorie") == ["overige besluiten van algemene strekking"]
    assert versie.find(f"{DIWOO}publisher").attrib == {}
    assert not texts(besluit, "omschrijving")
    verantwoordelijke = besluit.find(f"{DIWOO}verantwoordelijke")
    assert verantwoordelijke.get("resource").endswith("/gemeente/gm0106")


def test_a_zienswijze_is_a_reaction_to_its_version(tmp_path: Path) -> None:
    """The relation names the version and leads to it."""
    advies = one(built(tmp_path, {"uitgever": "Voorbeeldregio"}), "zienswijzen/zw-01/")
    relatie = advies.find(f".//{DIWOO}relation")

    assert texts(advies, "role") == ["is reactie op"]
    assert relatie.get("resource") == f"{ADRES}versies/2025-07-inspraakversie/"
    assert texts(advies, "informatiecategorie") == ["adviezen"]


def test_the_body_chooses_its_categories_and_code(tmp_path: Path) -> None:
    """A category or a code in the configuration stands in the list."""
    code = "https://identifier.overheid.nl/tooi/id/gemeente/gm0106"
    diwoo = {
        "uitgever": "Voorbeeldregio",
        "resource": code,
        "informatiecategorieen": {"advies": "ingekomen-stukken"},
    }
    advies = one(built(tmp_path, diwoo), "zienswijzen/zw-01/")

    assert advies.find(f"{DIWOO}publisher").get("resource") == code
    assert texts(advies, "informatiecategorie") == [
        "bij vertegenwoordigende organen ingekomen stukken"
    ]


def test_nothing_is_offered_without_configuration(tmp_path: Path) -> None:
    """Who publishes is not for a generator to say."""
    site_dir = built(tmp_path, None)

    assert not (site_dir / "diwoo-sitemap.xml").exists()
    assert "diwoo" not in (site_dir / "robots.txt").read_text()


def test_a_code_that_is_no_tooi_code_is_refused(tmp_path: Path) -> None:
    """The message names the key and shows a good one."""
    with pytest.raises(RegiovisieError) as error:
        built(tmp_path, {"uitgever": "Voorbeeldregio", "resource": "https://voorbeeld.nl/gm0106"})

    assert "diwoo › resource" in str(error.value)
    assert "identifier.overheid.nl" in str(error.value)
