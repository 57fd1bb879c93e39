"""Markdown from the registers as safe HTML for one page.

Links to files of the project become addresses of the site, seen from the page::

    to_html("Zie [ZW-19](../zienswijzen/zw-19.md).", "gemeenten/meppel.md", "gemeenten/meppel/")
    → <p>Zie <a href="../../zienswijzen/zw-19/">ZW-19</a>.</p>

What people send in may hold anything, so only what `text.veilig` lists passes; other
elements lose their tags and keep their words.
"""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from urllib.parse import urlsplit

from lxml import etree, html
from lxml.html.builder import P
from markupsafe import Markup, escape

from regiovisie.render.verwijzingen import Verwijzer, linked
from regiovisie.text.markdown import html_tree
from regiovisie.text.slug import split_file_name
from regiovisie.text.veilig import clean

_PLAIN = re.compile(r"\w[\w .,;:!?()'’‘“”\"–%€/-]*")
"""A line of words without any markup: most answers are; they need no converter."""


def to_html(source: str, bron: str, pagina: str, verwijzer: Verwijzer | None = None) -> Markup:
    """The Markdown of register file ``bron`` as HTML on the page at ``pagina``.

    ``bron`` is a path in docs/ and ``pagina`` an address that ends in a slash; both serve
    to resolve links. With a ``verwijzer`` what its words refer to becomes links too; see
    `Index.to_html`. The result may be empty.
    """
    made = _converted(source, bron, pagina)
    return linked(made, verwijzer) if verwijzer else made


def to_line(source: str, verwijzer: Verwijzer) -> Markup:
    """Words without markup as HTML, with what they refer to as links."""
    return linked(escape(source), verwijzer)


@lru_cache(maxsize=8192)
def _converted(source: str, bron: str, pagina: str) -> Markup:
    text = " ".join(source.split("\n")).strip()
    if "\n\n" not in source.strip() and _PLAIN.fullmatch(text) and not text[0].isdigit():
        return Markup(etree.tostring(P(text), encoding="unicode", method="html"))
    tree = html.fragment_fromstring(clean(_inner(html_tree(source))), create_parent="div")
    for element in tree.iterdescendants("a"):
        if href := element.get("href"):
            element.set("href", address(href, bron, pagina))
    return Markup(_inner(tree))


def _inner(tree: etree._Element) -> str:
    """What an element holds, as HTML."""
    inner = [etree.tostring(child, encoding="unicode", method="html") for child in tree]
    return "\n".join(part.strip() for part in [escape(tree.text or ""), *inner]).strip()


def address(doel: str, bron: str, pagina: str) -> str:
    """The link target ``doel``, written in file ``bron``, as seen from page ``pagina``."""
    parts = urlsplit(doel)
    if parts.scheme or parts.netloc or not parts.path:
        return doel
    path = posixpath.normpath(posixpath.join(posixpath.dirname(bron), parts.path))
    href = posixpath.relpath(_page_of(path), pagina) + ("/" if path.endswith(".md") else "")
    return f"{href}#{parts.fragment}" if parts.fragment else href


def _page_of(path: str) -> str:
    """Where a file of docs/ is published."""
    if not path.endswith(".md"):
        return path
    folder, name = posixpath.split(path)
    if folder == "regiovisie":
        return f"regiovisie/{split_file_name(name)[1]}"
    stem = name.removesuffix(".md")
    return (folder or ".") if stem == "index" else posixpath.join(folder, stem)
