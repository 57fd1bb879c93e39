"""The page with a whole text holds that text: all of it, once, with its links on the page."""

from __future__ import annotations

import pytest
from lxml.html import HtmlElement

from tests.support.html import HOST, Page

Pages = dict[str, Page]

TEXTS = ["regiovisie/", "werkversie/", "versies/2025-07-inspraakversie/"]


@pytest.mark.parametrize("basis", TEXTS)
def test_its_words_are_those_of_the_onderdelen(html_pages: Pages, basis: str) -> None:
    """In their order, with nothing between."""
    sections = html_pages[f"{basis}volledig/index.html"].tree.xpath(
        "//section[contains(@class, 'tekst-volledig__deel')]"
    )
    assert len(sections) > 8
    for section in sections:
        pagina = html_pages[f"{basis}{section.get('id')}/index.html"].tree
        (text,) = pagina.xpath("//div[contains(@class, 'proza--tekst')]")
        assert words(section) == words(text)


@pytest.mark.parametrize("basis", TEXTS)
def test_links_between_onderdelen_stay_on_the_page(html_pages: Pages, basis: str) -> None:
    """On paper or in a search within the page nobody has to go elsewhere."""
    page = html_pages[f"{basis}volledig/index.html"]
    slugs = {str(s) for s in page.tree.xpath("//section[@id]/@id")}
    away = {f"https://{HOST}/{basis}{slug}/" for slug in slugs}
    links = [link for link in page.links() if link.element.xpath("ancestor::section")]
    assert [link.url for link in links if link.url.partition("#")[0] in away] == []
    assert [link for link in links if "--" in link.fragment]


def test_every_text_leads_to_it(html_pages: Pages) -> None:
    """From its opening page and from each of its onderdelen."""
    texts = [
        uri for uri in html_pages if uri.endswith("/volledig/index.html") and "nota" not in uri
    ]
    assert len(texts) > 3
    for uri in texts:
        basis = uri.removesuffix("volledig/index.html")
        page = html_pages[uri]
        slugs = page.tree.xpath("//section[contains(@class, 'tekst-volledig__deel')]/@id")
        for name in ["", *(f"{slug}/" for slug in slugs)]:
            links = html_pages[f"{basis}{name}index.html"].links()
            assert any(link.path == f"{basis}volledig/" for link in links), f"{basis}{name}"


def words(root: HtmlElement) -> str:
    """The characters of a text: no spaces, labels, notes, summaries or ways to elsewhere."""
    skip = (
        "descendant-or-self::*[@data-bij or contains(@class, 'alinea__link')"
        " or contains(@class, 'bijschrift') or contains(@class, 'vooraf')"
        " or contains(@class, 'bovenkop') or contains(@class, 'tekst-volledig__terug')]"
    )
    left = {made for top in root.xpath(skip) for made in top.iter()}
    found = ""
    for made in root.iter():
        found += (made.text or "") if made not in left else ""
        if made is not root and made.getparent() not in left:
            found += made.tail or ""
    return "".join(found.split())
