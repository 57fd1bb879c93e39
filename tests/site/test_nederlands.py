"""No English is left in the interface: not in a label, not in what only a screen reader says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import lxml.html
import pytest
from lxml.html import HtmlElement

from tests.support.html import Page

Pages = dict[str, Page]

ENGLISH = (
    "about|above|across|added|all|and|are|author|back|because|before|below"
    "|between|by|caption|caution|change|changed|changes|chapter|choose|click|close"
    "|collapse|comment|comments|contents|copied|copy|danger|delete|deleted"
    "|description|edit|error|example|expand|external|failed|figure|first|footnote"
    "|footnotes|for|found|from|heading|here|hide|important|inserted|jump|language"
    "|less|loading|main|more|moved|navigation|new|next|no|none|not|note|null"
    "|page|pages|please|previous|read|reference|references|related|removed|result"
    "|results|save|search|section|select|share|show|skip|source|submit|summary"
    "|table|the|theme|this|title|to|toggle|true|undefined|unknown|untitled|updated"
    "|version|versions|view|warning|with|yes|you|your"
)
"""Words that an interface says in English, and Dutch hardly ever: not ``menu``, not ``last``."""

WORD = re.compile(rf"(?<![\w.@/#-])(?:{ENGLISH})(?![\w/-])", re.IGNORECASE)

SAID = ("title", "aria-label", "aria-description", "aria-roledescription", "placeholder", "alt")
"""The attributes that are shown or said."""

NO_WORDS = {"code", "kbd", "pre", "samp", "script", "style"}
"""Elements with what is typed or run: a command is no sentence."""


def test_no_english_is_left(html_pages: Pages) -> None:
    """On every page; what is English on purpose says so with ``lang``."""
    wrong = sorted(
        {
            f"{page.uri}: {word!r} in {' '.join(said.split())[:80]!r}"
            for page in html_pages.values()
            for said in sayings(page.tree)
            for word in english(said)
        }
    )

    assert wrong == []


@pytest.mark.parametrize(
    "markup",
    [
        "<p><b>Inhoud</b> of contents</p>",
        '<a href="/" aria-label="Next page">›</a>',
        '<input placeholder="Search">',
        '<img alt="Figure 1">',
        '<sup title="Jump back to footnote 1">1</sup>',
        '<head><meta name="description" content="Not found"></head>',
        '<p lang="nl">Skip to main content</p>',
    ],
)
def test_english_is_found(markup: str) -> None:
    """Wherever it stands on a page."""
    tree = lxml.html.document_fromstring(f'<html lang="nl">{markup}</html>')

    assert [word for said in sayings(tree) for word in english(said)] != []


@pytest.mark.parametrize(
    "markup",
    [
        '<p>Klik op <em lang="en">Commit changes</em>.</p>',
        "<p>Draai <code>redactie.py new wijziging</code> en lees het menu.</p>",
        "<p>Adres: https://regiovisie.example/data/ of post@regiovisie.example</p>",
        "<p>De titel van de pagina staat in de details van de brief.</p>",
    ],
)
def test_dutch_and_marked_english_pass(markup: str) -> None:
    """Commands, addresses, Dutch words, and English that says that it is."""
    tree = lxml.html.document_fromstring(f'<html lang="nl">{markup}</html>')

    assert [word for said in sayings(tree) for word in english(said)] == []


@cache
def english(said: str) -> tuple[str, ...]:
    """The English words in it; most pages say much of the same."""
    return tuple(WORD.findall(said))


def sayings(tree: HtmlElement) -> Iterator[str]:
    """Each piece of Dutch that a page shows or says, its title and description too."""
    dutch: dict[HtmlElement, bool] = {}
    for element in tree.iter("*"):
        around = dutch.get(element.getparent(), True)
        lang = element.get("lang")
        is_dutch = element.tag not in NO_WORDS and (
            around if lang is None else lang.startswith("nl")
        )
        dutch[element] = is_dutch
        if element.tail and around:
            yield element.tail
        if is_dutch:
            yield from _own(element)


def _own(element: HtmlElement) -> Iterator[str]:
    if element.text:
        yield element.text
    yield from (value for name in SAID if (value := element.get(name)))
    if element.tag == "meta" and element.get("name") == "description":
        yield element.get("content", "")
