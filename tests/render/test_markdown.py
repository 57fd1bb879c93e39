"""Markdown of the registers as HTML: links that resolve, and nothing unsafe."""

from __future__ import annotations

import pytest

from regiovisie.render.markdown import address, to_html

BRON = "gemeenten/meppel.md"
PAGINA = "gemeenten/meppel/"


def html(source: str) -> str:
    """The Markdown as HTML on the page of Meppel."""
    return str(to_html(source, BRON, PAGINA))


@pytest.mark.parametrize(
    ("doel", "href"),
    [
        ("../zienswijzen/zw-19.md", "../../zienswijzen/zw-19/"),
        ("../zienswijzen/zw-19.md#zw-19-1", "../../zienswijzen/zw-19/#zw-19-1"),
        ("../regiovisie/04-uitgangspunten.md#nabij", "../../regiovisie/uitgangspunten/#nabij"),
        ("../zienswijzen/index.md", "../../zienswijzen/"),
        ("../index.md", "../../"),
        ("assen.md", "../assen/"),
        ("https://voorbeeld.nl/x.md", "https://voorbeeld.nl/x.md"),
        ("#kop", "#kop"),
    ],
)
def test_file_links_become_addresses(doel: str, href: str) -> None:
    """As seen from the page, whose address ends in a slash."""
    assert address(doel, BRON, PAGINA) == href


def test_plain_line_is_one_paragraph() -> None:
    """The common case needs no converter, and gives the same as one."""
    assert html("Gewone tekst, niets bijzonders.") == "<p>Gewone tekst, niets bijzonders.</p>"


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "<b onclick='x()'>dik</b>",
        "[x](javascript:alert(1))",
        "<iframe src='https://voorbeeld.nl'></iframe>",
        "<p style='color:red'>x</p>",
        "<img src='x' onerror='y()'>",
    ],
)
def test_nothing_active_gets_through(source: str) -> None:
    """What people send in may hold anything."""
    made = html(source)
    for forbidden in ("script", "onclick", "onerror", "javascript", "iframe", "style"):
        assert forbidden not in made


def test_unknown_elements_keep_their_words() -> None:
    """Only the tags go."""
    assert html("Een <marquee>bewegend</marquee> woord.") == "<p>Een bewegend woord.</p>"


def test_less_than_sign_is_text() -> None:
    """A sign in a sentence is no element."""
    assert "5 &lt; 6" in html("Het is 5 < 6.")
