"""Projects that lack what most have: pages then say so, without empty tables or counts of 0."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml.html import HtmlElement

from regiovisie import site

from tests.support.html import Page, load_pages
from tests.support.project import (
    ANTWOORD_FILE,
    BRON,
    FILES,
    GEMEENTE,
    GEMEENTE_FILE,
    INDIENER_FILE,
    PUNT,
    PUNT_NIET,
    REGIO,
    TWEEDE,
    UITGANGSPUNTEN_EERST,
    VERSIE,
    VERSIE_FILE,
    VOORBEELDGEMEENTE_FILE,
    WIJZIGING,
    WIJZIGINGEN_FILE,
    ZIENSWIJZE,
    ZW_FILE,
    Content,
    changed,
    mkdocs,
    write_sealed,
)

Files = Mapping[str, Content]

NONSENSE = re.compile(
    r"\b0 van (de )?0\b"
    r"|\b0 (punten|zienswijzen|wijzigingen|raden|gemeenten|versies|plekken|onderdelen)\b"
    r"|\b1 (punten|zienswijzen|wijzigingen|plekken|raden|indieners|versies|onderdelen|reacties)\b"
    r"|\bNone\b|\(\)|: ?\.(?!\w)"
)
"""Sentences that only a program writes."""


def regio(**keys: Any) -> dict[str, Content]:
    """The configuration with other facts of the region."""
    return {"mkdocs.yml": mkdocs(changed(REGIO, **keys))}


def raad(naam: str, code: str, status: str) -> dict[str, Any]:
    """A council that decided."""
    besluit = {"status": status, "datum": "2026-05-12", "bron": BRON}
    return changed(GEMEENTE, naam=naam, code=code, raadsbesluit=besluit)


RONDE = REGIO["rondes"][0]
ZONDER_ZIENSWIJZEN: Files = {
    ZW_FILE: None,
    ANTWOORD_FILE: None,
    INDIENER_FILE: None,
    VOORBEELDGEMEENTE_FILE: None,
    WIJZIGINGEN_FILE: [changed(WIJZIGING, herkomst="redactioneel", punten=None)],
}
EEN_VERSIE: Files = {
    **{file: None for file in FILES if file.startswith(f"versions/{TWEEDE}")},
    "docs/regiovisie/02-uitgangspunten.md": UITGANGSPUNTEN_EERST,
    ZW_FILE: changed(ZIENSWIJZE, punten=[changed(PUNT, uitkomst="niet"), PUNT_NIET]),
}
PROJECTEN: Mapping[str, Files] = {
    "niets veranderde, niets gevraagd": {
        **regio(gemeenten=None, rondes=None, planning=None, themas=None),
        **EEN_VERSIE,
        **ZONDER_ZIENSWIJZEN,
        WIJZIGINGEN_FILE: None,
        GEMEENTE_FILE: None,
    },
    "geen zienswijzen": ZONDER_ZIENSWIJZEN,
    "geen gemeenten": {**regio(gemeenten=None), GEMEENTE_FILE: None},
    "één versie": EEN_VERSIE,
    "geen thema's": {
        **regio(themas=None),
        ZW_FILE: changed(ZIENSWIJZE, punten=[changed(PUNT, thema=None), PUNT_NIET]),
        ANTWOORD_FILE: changed(FILES[ANTWOORD_FILE] or {}, thema=None),  # type: ignore[arg-type]
    },
    "een ronde die loopt": {
        **regio(rondes=[{**RONDE, "status": "loopt"}]),
        ZW_FILE: changed(
            ZIENSWIJZE, punten=[PUNT, changed(PUNT_NIET, uitkomst="open", antwoord=None)]
        ),
        ANTWOORD_FILE: None,
    },
    "oorzaken niet bekend": {
        VERSIE_FILE: changed(VERSIE, herkomst_volledig="false"),
        WIJZIGINGEN_FILE: [],
        ZW_FILE: changed(ZIENSWIJZE, punten=[PUNT_NIET]),
    },
    "twee raden zeiden nee": {
        **regio(gemeenten=["assen", "meppel", "emmen"]),
        VERSIE_FILE: changed(VERSIE, fasen=[{"fase": "ter-vaststelling", "datum": "mei 2026"}]),
        GEMEENTE_FILE: raad("Assen", "gm0106", "niet-vastgesteld"),
        "docs/gemeenten/meppel.md": raad("Meppel", "gm0119", "niet-vastgesteld"),
        "docs/gemeenten/emmen.md": raad("Emmen", "gm0114", "vastgesteld"),
    },
}


@pytest.fixture(scope="module", params=PROJECTEN)
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    """The pages of one of the projects."""
    root: Path = tmp_path_factory.mktemp("randgeval")
    write_sealed(root / "project", PROJECTEN[request.param])
    site.build(root / "project", root / "site", False)
    return [*load_pages(root / "site").values()]


def test_no_count_of_nothing(pages: list[Page]) -> None:
    """What is not there is told in words, and one of a kind is singular."""
    found = [
        f"{page.uri}: {line}"
        for page in pages
        for line in page.tree.xpath("//main//text()")
        if NONSENSE.search(line)
    ]

    assert found == []


def test_nothing_stands_empty(pages: list[Page]) -> None:
    """No list, table or heading without anything in it."""
    assert [f"{page.uri}: {name}" for page in pages for name in _empty(page.tree)] == []


def _empty(tree: HtmlElement) -> Iterator[str]:
    for element in tree.iter("ul", "ol", "dl", "select"):
        if len(element) == 0:
            yield f"{element.tag} {element.get('class', '')}"
    for table in tree.iter("table"):
        if not table.xpath(".//tbody/tr"):
            yield f"table {table.get('class', '')}"
    for element in tree.iter("h1", "h2", "h3", "h4", "caption", "summary", "legend"):
        if not element.text_content().strip():
            yield str(element.tag)
