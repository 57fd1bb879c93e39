"""A page that stands by itself: its links hold in a folder on a disk, and it needs no script.

::

    <a href="../../zienswijzen/zw-12/">  in the bundle      →  ../../zienswijzen/zw-12/index.html
    <a href="../../planning/">           not in the bundle  →  https://…/planning/
                                         no address known   →  the words alone
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import cast
from urllib.parse import quote, unquote, urljoin, urlsplit

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

_ERGENS = "site.invalid"
"""Where the site is imagined to stand: what leads elsewhere leaves it."""
_PAGINA = "index.html"
_ADRESSEN = ("href", "src", "action")
_GEHOUDEN = frozenset({"stylesheet", "icon", "canonical"})
"""The kinds of <link> that a page on a disk has use for."""
_CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")


@dataclass(frozen=True, slots=True)
class Verhuizing:
    """Moves pages of a site into a bundle that holds these files."""

    paginas: Collection[str]
    """The pages in the bundle: ``versies/x/index.html``."""
    site_url: str

    def losgemaakt(self, boom: HtmlElement, uit: str, naar: str = "") -> set[str]:
        """Change a page that stood at the file ``uit`` so that it holds at ``naar``.

        Returns the files that it shows or is laid out with, images and style sheets.
        """
        _without_scripts(boom)
        nodig: set[str] = set()
        for attribuut in _ADRESSEN:
            for element in cast("list[HtmlElement]", boom.xpath(f"//*[@{attribuut}]")):
                nodig |= self._verhuisd(element, attribuut, uit, naar or uit)
        return nodig

    def _verhuisd(self, element: HtmlElement, attribuut: str, uit: str, naar: str) -> set[str]:
        """Change one address; returns the file that the page needs for it, if it does."""
        waarde = element.get(attribuut) or ""
        if waarde.startswith(("#", "https:", "mailto:")):
            return set()
        adres = urlsplit(urljoin(f"https://{_ERGENS}/{uit}", waarde))
        if adres.netloc != _ERGENS:
            return set()
        pad = unquote(adres.path).lstrip("/")
        bestand = f"{pad}{_PAGINA}" if not pad or pad.endswith("/") else pad
        fragment = f"#{adres.fragment}" if adres.fragment else ""
        middel = element.tag in ("img", "source", "link") and element.get("rel") != "canonical"
        if middel or bestand in self.paginas:
            element.set(attribuut, relatief(bestand, naar) + fragment)
            return {bestand} if middel else set()
        if self.site_url:
            vraag = f"?{adres.query}" if adres.query else ""
            element.set(attribuut, f"{self.site_url}{quote(pad)}{vraag}{fragment}")
        elif element.tag == "form":
            element.drop_tree()
        else:
            del element.attrib[attribuut]
        return set()


def relatief(bestand: str, naar: str) -> str:
    """The way to a file of the bundle from another."""
    return quote(posixpath.relpath(bestand, posixpath.dirname(naar) or "."))


def _without_scripts(boom: HtmlElement) -> None:
    """Take out what only works on a web server, or fetches ahead."""
    scripts = boom.xpath("//script[@src]")
    links = [link for link in boom.iter("link") if link.get("rel") not in _GEHOUDEN]
    for element in [*cast("list[HtmlElement]", scripts), *links]:
        element.drop_tree()


def gelezen(inhoud: bytes) -> HtmlElement:
    """A page as a tree."""
    parser = lxml.html.HTMLParser(encoding="utf-8")
    return lxml.html.document_fromstring(inhoud, parser=parser)


def geschreven(boom: HtmlElement) -> bytes:
    """A tree as a page."""
    return etree.tostring(boom, encoding="utf-8", method="html", doctype="<!doctype html>") + b"\n"


def css_middelen(bestand: str, inhoud: str) -> Iterator[str]:
    """The files that a style sheet names: fonts and pictures."""
    for naam in _CSS_URL.findall(inhoud):
        if not naam.startswith(("data:", "#")):
            yield posixpath.normpath(posixpath.join(posixpath.dirname(bestand), naam))
