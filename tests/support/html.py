"""A built site as parsed pages, to be asked about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

import lxml.html
from lxml.html import HtmlElement

HOST = "site.invalid"
"""Where the pages are imagined to stand: links that leave it leave the site."""

LINKS = ("href", "src", "action", "formaction", "poster", "data")
"""The attributes that hold one address."""

NO_ADDRESS = ("mailto:", "tel:", "data:")
"""How an address starts that leads to no page."""


@dataclass(frozen=True)
class Link:
    """One address as it stands in a page."""

    element: HtmlElement
    attribute: str
    url: str
    """The whole address, from the page that holds it."""

    @cached_property
    def _parts(self) -> SplitResult:
        return urlsplit(self.url)

    @property
    def is_internal(self) -> bool:
        """Whether it stays within the site."""
        return self._parts.netloc == HOST

    @property
    def path(self) -> str:
        """The path without its leading slash, decoded: `vergelijk/`."""
        return unquote(self._parts.path).lstrip("/")

    @property
    def fragment(self) -> str:
        """The part after #, decoded."""
        return unquote(self._parts.fragment)


@dataclass(frozen=True)
class Page:
    """One HTML file of a built site."""

    uri: str
    """Path in the site, with forward slashes: `vergelijk/index.html`."""
    tree: HtmlElement

    @cached_property
    def ids(self) -> list[str]:
        """Every id, in the order of the page."""
        return [str(value) for value in self.tree.xpath("//@id")]

    @cached_property
    def title(self) -> str:
        """The text of <title>."""
        return " ".join(self.tree.xpath("string(//head/title)").split())

    def links(self) -> tuple[Link, ...]:
        """Every address in the page, `srcset` excepted."""
        return self._links

    @cached_property
    def _links(self) -> tuple[Link, ...]:
        return tuple(self._find_links())

    def _find_links(self) -> Iterator[Link]:
        base = f"https://{HOST}/{self.uri.removesuffix('index.html')}"
        for element in self.tree.iter("*"):
            for attribute in LINKS:
                value = element.get(attribute)
                if value is not None and not value.startswith(NO_ADDRESS):
                    yield Link(element, attribute, urljoin(base, value))


def load_pages(site: Path) -> dict[str, Page]:
    """The pages of a built site by their path."""
    files = sorted(site.rglob("*.html"))
    return {uri: Page(uri, _parse(path)) for path, uri in ((p, _uri(site, p)) for p in files)}


def _uri(site: Path, path: Path) -> str:
    return path.relative_to(site).as_posix()


def _parse(path: Path) -> HtmlElement:
    parser = lxml.html.HTMLParser(encoding="utf-8")
    return lxml.html.document_fromstring(path.read_bytes(), parser=parser)
