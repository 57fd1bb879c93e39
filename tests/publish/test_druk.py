"""The words at the head of every sheet of paper."""

from __future__ import annotations

from pathlib import Path

from regiovisie.publish.druk import URI, css_string

from tests.support.html import Page


def test_a_string_of_a_style_sheet_cannot_be_left() -> None:
    """Whatever editors write in a name, it stays a name."""
    assert css_string('Regiovisie "1"') == '"Regiovisie \\22 1\\22 "'
    assert css_string("a\\b\n</style>") == '"a\\5c b\\a \\3c /style>"'


def test_every_page_of_a_text_or_a_pair_finds_its_words(
    built_site: Path, html_pages: dict[str, Page]
) -> None:
    """The name in the page is the name in the style sheet."""
    sheet = (built_site / URI).read_text(encoding="utf-8")
    names = {str(n) for p in html_pages.values() for n in p.tree.xpath("//@data-druk")}
    assert any(name.startswith("tekst-") for name in names)
    assert any(name.startswith("paar-") for name in names)
    assert [
        name for name in sorted(names) if f'[data-druk="{name}"]) {{ page: {name}; }}' not in sheet
    ] == []


def test_every_text_has_its_name_and_date_on_paper(
    built_site: Path, html_pages: dict[str, Page]
) -> None:
    """All pages with words of a text say which text that is, once."""
    folders = ("regiovisie/", "werkversie/", "versies/2")
    texts = [page for uri, page in html_pages.items() if uri.startswith(folders)]
    assert len(texts) > 20
    wrong = [page.uri for page in texts if len(page.tree.xpath("//@data-druk")) != 1]
    assert wrong == []
