"""The search index: what it holds, and that it is the same each time."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from regiovisie.publish.pagefind import make_index
from regiovisie.publish.zoeken import END, SIGN, filter_word
from regiovisie.render.views.zoeken import SOORTEN

from tests.support.html import Page

RECORDS = [
    {
        "url": f"zienswijzen/zw-{number}/",
        "content": f"Zienswijze {number} over de coördinatie van hulp",
        "meta": {"title": f"Zienswijze {number}", "soort": "Zienswijze", "versie": str(number % 3)},
    }
    for number in range(60)
]


@pytest.fixture(scope="session")
def fragments(built_site: Path) -> list[dict[str, Any]]:
    """What the index of the built site says of each place."""
    return [
        json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        for path in sorted((built_site / "pagefind" / "fragment").iterdir())
    ]


def test_two_indexes_are_equal_to_the_byte() -> None:
    """Names of files and what is in them hang on the records alone."""
    assert make_index(RECORDS) == make_index(RECORDS)


def test_a_refused_record_is_told_and_leaves_no_program() -> None:
    """What Pagefind cannot read stops the build with Pagefind's own words."""
    with pytest.raises(RuntimeError, match="pagefind: "):
        make_index([{"url": 3}])


def test_only_what_a_search_reads_is_published(built_site: Path) -> None:
    """No interface, no worker, no language besides the one that is used."""
    folder = built_site / "pagefind"
    names = {path.name for path in folder.iterdir() if path.is_file()}
    meta = {name for name in names if name.endswith(".pf_meta")}

    assert len(meta) == 1
    assert names - meta == {"pagefind.js", "pagefind-entry.json", "wasm.unknown.pagefind"}
    assert {path.name for path in folder.iterdir() if path.is_dir()} == {"fragment", "index"}


def test_every_find_leads_to_its_place(
    fragments: list[dict[str, Any]], html_pages: dict[str, Page]
) -> None:
    """Each address is a page of the site, and each anchor an element on it."""
    wrong = []
    for fragment in fragments:
        page, _, anchor = fragment["url"].partition("#")
        found = html_pages.get(f"{page}index.html")
        if found is None or (anchor and anchor not in found.ids):
            wrong.append(fragment["url"])

    assert wrong == []


def test_every_kind_is_found(fragments: list[dict[str, Any]]) -> None:
    """Text, zienswijzen, answers, changes, terms, municipalities, pages; each has a name."""
    assert {f["meta"]["soort"] for f in fragments} == set(SOORTEN.values())
    assert [s for s in SOORTEN if not any(has(f, "soort", s) for f in fragments)] == []


def test_other_versions_are_apart(fragments: list[dict[str, Any]]) -> None:
    """Only the text of other versions is marked so, and all of it."""
    apart = {f["url"].partition("/")[0] for f in fragments if has(f, "tekst", "ander")}
    current = {f["url"].partition("/")[0] for f in fragments if has(f, "tekst", "nu")}

    assert apart <= {"versies", "werkversie"}
    assert "versies" in apart
    assert current.isdisjoint({"versies", "werkversie"})


def test_what_is_invented_says_so(fragments: list[dict[str, Any]]) -> None:
    """A find in an example carries the label."""
    examples = [f for f in fragments if "voorbeeldadviesraad" in f["url"]]
    reactions = [f for f in fragments if "(voorbeeld)" in f["meta"]["pagina"]]

    assert reactions
    assert all(f["meta"].get("voorbeeld") == "ja" for f in (*examples, *reactions))


def test_labels_are_no_words_of_a_title(fragments: list[dict[str, Any]]) -> None:
    """A label beside a heading is not part of it."""
    motions = [f["meta"]["title"] for f in fragments if "#m-" in f["url"]]

    assert motions
    assert [title for title in motions if "voorbeeld" in title.lower()] == []


def test_what_is_shown_stands_before_the_sign(fragments: list[dict[str, Any]]) -> None:
    """The stems stand behind one sign, which no text holds."""
    assert {fragment["content"].count(SIGN) for fragment in fragments} == {1}


def test_every_page_leads_to_the_search(html_pages: dict[str, Page]) -> None:
    """A plain link in the header, without script; the keywords stand in the footer."""
    without = [
        path
        for path, page in html_pages.items()
        if page.tree.find(".//header//a[@class='kop__zoek']") is None
        or page.tree.xpath("not(//footer//a[. = 'Trefwoorden'])")
    ]

    assert without == []


def test_keywords_lead_to_their_places(html_pages: dict[str, Page]) -> None:
    """Letters in order with words in order, each word with a link, each word once."""
    page = html_pages["trefwoorden/index.html"].tree
    letters = [kop.text_content() for kop in page.iterfind(".//main/section/h2")]
    words = page.findall(".//div[@class='trefwoord']")
    names = [word.get("id") for word in words]

    assert letters == sorted(letters)
    assert names == sorted(names)
    assert len(set(names)) == len(names)
    assert all(word.find(".//a") is not None for word in words)
    assert {"woord-experttafel", "woord-zo-thuis-mogelijk"} <= set(names)


def test_keywords_hold_the_words_of_the_glossary(html_pages: dict[str, Page]) -> None:
    """With where the text has them, and a link to the word itself in the glossary."""
    page = html_pages["trefwoorden/index.html"].tree
    [word] = page.xpath(".//div[@id='woord-jeugdige']")
    [uitleg, *places] = [str(href) for href in word.xpath(".//a/@href")]

    assert uitleg == "../begrippen/#begrip--jeugdige"
    assert html_pages["begrippen/index.html"].tree.xpath("//dt[@id='begrip--jeugdige']")
    assert any("regiovisie/ambitie-en-waarden/" in place for place in places)
    assert not page.xpath(".//div[@id='woord-motie']")
    assert not page.xpath(".//div[@id='woord-pijler']")
    [pijlers] = page.xpath(".//div[@id='woord-pijlers']")
    assert "../begrippen/#begrip--pijler" in pijlers.xpath(".//a/@href")


def has(fragment: dict[str, Any], name: str, value: str) -> bool:
    """Whether a search that is narrowed so finds it."""
    return filter_word(name, value) + END in str(fragment["content"]).split()
