"""Every page through its template: whole, safe, Dutch, and honest about examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
import pytest
from lxml import html
from lxml.html import HtmlElement

from regiovisie.herkomst.dossier import Dossier
from regiovisie.publish import druk
from regiovisie.render.filters import add_filters, kaal
from regiovisie.render.pages import PageSpec, all_pages, site_context

THEME = Path(__file__).resolve().parents[2] / "hooks" / "theme"
PAGINAS = {"over.md", "privacy.md", "in-het-kort.md", "begrippen.md"}


@jinja2.pass_context
def url(context: jinja2.runtime.Context, value: str) -> str:
    """As MkDocs' own filter: an address seen from the page."""
    return value if re.match(r"[a-z]+:|#", value) else context["base_url"] + value


def environment() -> jinja2.Environment:
    """The templates, strict about names that do not exist."""
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(THEME),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["url"] = url
    add_filters(env)
    return env


@pytest.fixture(scope="module")
def rendered(dossier: Dossier) -> dict[str, tuple[PageSpec, HtmlElement]]:
    """Every page of the small project, parsed, by its source."""
    return {spec.uri: (spec, page) for spec, page in render_all(dossier)}


def render_all(dossier: Dossier) -> Iterator[tuple[PageSpec, HtmlElement]]:
    """Each page with its tree."""
    env = environment()
    frame = site_context(dossier, PAGINAS)
    for spec in all_pages(dossier):
        address = spec.uri.removesuffix("index.md").removesuffix(".md")
        page = SimpleNamespace(
            title=spec.title,
            url=address,
            is_homepage=spec.uri == "index.md",
            meta=SimpleNamespace(description=spec.description),
            canonical_url="",
            content="",
        )
        theme = SimpleNamespace(static_templates={"404.html"})
        config = SimpleNamespace(site_url="", site_description="", theme=theme)
        context: dict[str, Any] = {"page": page, "config": config, "base_url": "/", **frame}
        source = env.get_template(spec.template).render(context, view=spec.view)
        yield spec, html.document_fromstring(source)


def test_every_page_has_one_title(rendered: dict[str, tuple[PageSpec, HtmlElement]]) -> None:
    """One h1, and the language of the page is said."""
    for uri, (_, page) in rendered.items():
        assert len(page.xpath("//h1")) == 1, uri
        assert page.get("lang") == "nl"


def test_nothing_is_inline(rendered: dict[str, tuple[PageSpec, HtmlElement]]) -> None:
    """A strict policy of content forbids inline styles, scripts and event attributes."""
    for uri, (_, page) in rendered.items():
        assert not page.xpath("//@style | //style | //script[not(@src)]"), uri
        assert not page.xpath("//@*[starts-with(name(), 'on')]"), uri


def test_nothing_comes_from_elsewhere(rendered: dict[str, tuple[PageSpec, HtmlElement]]) -> None:
    """No request leaves the site."""
    for uri, (_, page) in rendered.items():
        sources = page.xpath("//link/@href | //script/@src | //img/@src")
        assert all(str(source).startswith("/") for source in sources), uri


def test_style_sheets_and_scripts_exist(
    rendered: dict[str, tuple[PageSpec, HtmlElement]],
) -> None:
    """A name mistyped in a template is found here."""
    named = {
        str(source)
        for _, page in rendered.values()
        for source in page.xpath("//link/@href | //script/@src")
        if re.match(r"/(css|js|fonts|img)/", str(source))
    }
    in_theme = {source for source in named if (THEME / source.removeprefix("/")).is_file()}
    assert named - in_theme == {f"/{druk.URI}"}  # made by the build


def test_one_style_sheet_holds_them_all() -> None:
    """Those for paper and for forced colours are asked for apart."""
    made = environment().get_template("css/alles.css").render()
    apart = {"alles", "contrast", "druk"}
    for path in sorted((THEME / "css").glob("*.css")):
        if path.stem not in apart:
            assert kaal(path.read_text(encoding="utf-8")) in made, path.name


def test_landmarks_of_one_kind_are_told_apart(
    rendered: dict[str, tuple[PageSpec, HtmlElement]],
) -> None:
    """Every nav and aside has a name."""
    for uri, (_, page) in rendered.items():
        unnamed = page.xpath("//*[self::nav or self::aside][not(@aria-label or @aria-labelledby)]")
        assert not unnamed, uri


@pytest.mark.parametrize(
    "uri",
    [
        "index.md",
        "regiovisie/uitgangspunten.md",
        "versies/index.md",
        "versies/2025-07-inspraakversie/uitgangspunten.md",
        "vergelijk/2025-07-inspraakversie/2025-11-consultatieversie/index.md",
        "vergelijk/2025-07-inspraakversie/2025-11-consultatieversie/uitgangspunten.md",
        "wijzigingen/index.md",
        "wijzigingen/w-001.md",
        "zienswijzen/index.md",
        "zienswijzen/zw-01.md",
        "indieners/index.md",
        "indieners/voorbeeldadviesraad-veenhoek.md",
        "gemeenten/veenhoek.md",
        "raadsbesluiten/index.md",
        "nota/index.md",
    ],
)
def test_examples_say_that_they_are(
    rendered: dict[str, tuple[PageSpec, HtmlElement]], uri: str
) -> None:
    """Wherever something invented shows."""
    _, page = rendered[uri]
    assert page.xpath("//main//*[contains(@class, 'label--voorbeeld')]")


def test_reconstruction_is_said_on_every_page(
    rendered: dict[str, tuple[PageSpec, HtmlElement]],
) -> None:
    """As long as the text is not official."""
    for uri, (_, page) in rendered.items():
        assert "niet de officiële tekst" in page.text_content(), uri


def test_renvooi_gives_back_both_texts(
    rendered: dict[str, tuple[PageSpec, HtmlElement]],
) -> None:
    """Whatever stands round it: without labels and ins the old words, without del the new."""
    uri = "vergelijk/2025-07-inspraakversie/2025-11-consultatieversie/uitgangspunten.md"
    _, page = rendered[uri]
    (text,) = page.xpath("//*[@data-renvooi]")
    assert words_without(text, "ins") == "Uitgangspunten Nabij Hulp is zo licht mogelijk."
    assert words_without(text, "del") == "Uitgangspunten Nabij Hulp is zo thuis mogelijk."


def test_notes_and_markers_lead_to_each_other(
    rendered: dict[str, tuple[PageSpec, HtmlElement]],
) -> None:
    """By number, both ways."""
    uri = "vergelijk/2025-07-inspraakversie/2025-11-consultatieversie/uitgangspunten.md"
    _, page = rendered[uri]
    assert page.xpath("//*[@id='plek-1']/@href") == ["#noot-1"]
    assert "#plek-1" in page.xpath("//*[@id='noot-1']//@href")


def words_without(text: HtmlElement, tag: str) -> str:
    """The words of the text after dropping labels and one kind of mark."""
    pieces = text.xpath(f".//text()[not(ancestor::{tag}) and not(ancestor::*[@data-bij])]")
    return " ".join("".join(str(piece) for piece in pieces).split())
