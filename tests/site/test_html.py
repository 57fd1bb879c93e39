"""Rules that every page of the built site keeps, read from its HTML.

Each test names all pages that break its rule, so that one run shows the whole extent.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lxml.html import HtmlElement

from tests.support.html import Link, Page

Pages = dict[str, Page]

REFERRING = ("for", "aria-controls", "aria-describedby", "aria-labelledby", "headers", "list")
"""Attributes whose words are ids on the same page."""

DATA_TYPES = ("application/json", "application/ld+json")
"""Types of <script> that hold data and are never run."""


def test_there_are_pages(html_pages: Pages) -> None:
    """The build gives a start page and the pages that everything hangs on."""
    expected = {
        f"{folder}index.html"
        for folder in ("", "regiovisie/", "versies/", "vergelijk/", "wijzigingen/", "zienswijzen/")
    }

    assert expected - set(html_pages) == set()


def test_every_internal_link_resolves(html_pages: Pages, built_site: Path) -> None:
    """A link within the site leads to a file that exists, and names a folder with its slash."""
    broken = [
        f"{page.uri}: {link.url}"
        for page in html_pages.values()
        for link in page.links()
        if link.is_internal and not _is_file(_target(built_site, link))
    ]

    assert broken == []


def test_every_fragment_resolves(html_pages: Pages, built_site: Path) -> None:
    """The part of a link after # is an id on the page that it leads to."""
    ids = {uri: {*page.ids, "", "top"} for uri, page in html_pages.items()}
    broken = [
        f"{page.uri}: {link.url}"
        for page in html_pages.values()
        for link in page.links()
        if link.is_internal and (target := _file(link)) in ids and link.fragment not in ids[target]
    ]

    assert broken == []


def test_every_id_is_unique(html_pages: Pages) -> None:
    """An id occurs once on its page."""
    double = [
        f"{page.uri}: {name} ({count}×)"
        for page in html_pages.values()
        for name, count in Counter(page.ids).items()
        if count > 1
    ]

    assert double == []


def test_every_reference_to_an_id_resolves(html_pages: Pages) -> None:
    """Labels and descriptions name an id on the same page."""
    dangling = [
        f"{page.uri}: {attribute}={word}"
        for page in html_pages.values()
        for attribute in REFERRING
        for value in page.tree.xpath(f"//@{attribute}")
        for word in str(value).split()
        if word not in set(page.ids)
    ]

    assert dangling == []


def test_every_page_has_one_main_heading(html_pages: Pages) -> None:
    """There is exactly one h1, with words in it."""
    wrong = [
        page.uri
        for page in html_pages.values()
        if [bool(heading.text_content().strip()) for heading in page.tree.iter("h1")] != [True]
    ]

    assert wrong == []


def test_every_page_is_dutch(html_pages: Pages) -> None:
    """The language is named, so that a screen reader speaks Dutch."""
    wrong = [page.uri for page in html_pages.values() if page.tree.get("lang") != "nl"]

    assert wrong == []


def test_every_title_is_unique(html_pages: Pages) -> None:
    """Browser tabs and search results can be told apart."""
    by_title: dict[str, list[str]] = defaultdict(list)
    for page in html_pages.values():
        by_title[page.title].append(page.uri)
    wrong = {title: uris for title, uris in by_title.items() if len(uris) > 1 or not title}

    assert wrong == {}


def test_regions_of_one_page_have_names_of_their_own(html_pages: Pages) -> None:
    """Who goes from region to region hears which one: two tables are not both called Tabel."""
    region = "//main//*[(self::section or self::nav or self::aside) and not(@role)]/@aria-label"
    region += " | //main//*[@role='region']/@aria-label"
    wrong = {
        page.uri: twice
        for page in html_pages.values()
        if (twice := [name for name, n in Counter(page.tree.xpath(region)).items() if n > 1])
    }

    assert wrong == {}


def test_no_page_asks_another_host(html_pages: Pages) -> None:
    """Only a link in the text leads elsewhere, over http or https; nothing is loaded from there."""
    wrong = [
        f"{page.uri}: <{link.element.tag} {link.attribute}={link.url}>"
        for page in html_pages.values()
        for link in page.links()
        if not link.is_internal and not _may_leave(link)
    ]

    assert wrong == []


def test_nothing_is_inline(html_pages: Pages) -> None:
    """Scripts and styles are files, so that a strict content security policy can be set."""
    wrong = [
        f"{page.uri}: {what}"
        for page in html_pages.values()
        for element in page.tree.iter("*")
        for what in _inline(element)
    ]

    assert wrong == []


@cache
def _is_file(path: Path) -> bool:
    """Whether a file is there; many links lead to one page."""
    return path.is_file()


def _target(site: Path, link: Link) -> Path:
    return site / _file(link)


def _file(link: Link) -> str:
    """The file that a link within the site leads to; for a folder its index page."""
    path = link.path
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def _may_leave(link: Link) -> bool:
    """Whether this element may name an address elsewhere."""
    if link.element.tag == "link":
        # Without rel nothing is loaded: a statement about the page, such as dcterms:replaces.
        return link.element.get("rel") in (None, "canonical")
    return link.element.tag == "a" and link.url.startswith(("http://", "https://"))


def _inline(element: HtmlElement) -> Iterator[str]:
    """What an element holds that a strict policy would refuse."""
    tag = element.tag
    if tag == "style":
        yield "<style>"
    if tag == "script" and element.get("src") is None and element.get("type") not in DATA_TYPES:
        yield "<script>"
    for name, value in element.attrib.items():
        if name == "style" or name.startswith("on") or value.startswith("javascript:"):
            yield f"<{tag} {name}>"
