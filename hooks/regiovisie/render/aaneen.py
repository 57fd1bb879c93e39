"""Onderdelen one after another on one page, each with ids of its own.

What stands once on the page of an onderdeel (a heading, a footnote) may stand more often on a
page with all of them. So every id gets the slug of its onderdeel before it, and every link to
an onderdeel of this text becomes a link on the page::

    <h1 id="a1">…  in ``pijlers``          →  <h2 id="pijlers--a1">
    <a href="#fn-1">…  in ``pijlers``      →  <a href="#pijlers--fn-1">
    <a href="../pijlers/#wonen">           →  <a href="#pijlers--wonen">
    aria-label="Voetnoten"               →  aria-label="Voetnoten bij Onze pijlers"
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml import html
from lxml.html import HtmlElement
from markupsafe import Markup

_LOWER = {"h1": "h2", "h2": "h3", "h3": "h4", "h4": "h5", "h5": "h6"}


def anker(slug: str, name: str = "") -> str:
    """The id of an onderdeel on the page, or of something in it."""
    return f"{slug}--{name}" if name else slug


@dataclass(frozen=True, slots=True)
class Pagina:
    """The page that holds a whole text."""

    adres: str
    basis: str
    """The address under which the onderdelen of the text have pages of their own."""
    titels: Mapping[str, str]
    """The titles of the onderdelen that stand on the page, by slug."""

    def passend(self, markup: Markup, slug: str) -> Markup:
        """An element of the onderdeel ``slug``, made for this address, as it may stand here.

        Its headings are one level lower: the page has a heading of its own.
        """
        return self._passend(html.fragment_fromstring(str(markup)), slug)

    def _passend(self, root: HtmlElement, slug: str) -> Markup:
        for made in _elements(root):
            if (name := made.get("id")) is not None:
                made.set("id", anker(slug, name))
            if (href := made.get("href")) is not None:
                made.set("href", self._href(href, slug))
            if (label := made.get("aria-label")) is not None:
                made.set("aria-label", f"{label} bij {self.titels[slug]}")
            made.tag = _LOWER.get(str(made.tag), made.tag)
        return Markup(html.tostring(root, encoding="unicode", with_tail=False))

    def _href(self, href: str, slug: str) -> str:
        parts = urlsplit(href)
        if parts.scheme or parts.netloc:
            return href
        if not parts.path:
            return f"#{anker(slug, parts.fragment)}"
        target = posixpath.normpath(posixpath.join(self.adres, parts.path))
        folder, name = posixpath.split(target)
        if f"{folder}/" != self.basis or name not in self.titels:
            return href
        return f"#{anker(name, parts.fragment)}"


def _elements(root: HtmlElement) -> Iterable[HtmlElement]:
    return (made for made in root.iter() if isinstance(made.tag, str))
