"""Markdown to an HTML tree, with one fixed set of extensions.

The set belongs to the text and not to the site: a version frozen today must read the
same when the site has other tastes.
"""

from __future__ import annotations

import unicodedata

from lxml import html
from lxml.html import HtmlElement
from markdown import Markdown

from regiovisie.text.slug import slugify

EXTENSIONS = (
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "fenced_code",
    "footnotes",
    "sane_lists",
    "tables",
    "toc",
)
_SETTINGS = {"toc": {"slugify": slugify, "permalink": False}}


def html_tree(source: str) -> HtmlElement:
    """The rendered Markdown as children of one ``div``, in Unicode normal form C."""
    converter = Markdown(extensions=EXTENSIONS, extension_configs=_SETTINGS, output_format="html")
    rendered = converter.convert(unicodedata.normalize("NFC", source.removeprefix("\ufeff")))
    tree = html.fragment_fromstring(rendered, create_parent="div")
    assert isinstance(tree, HtmlElement)
    return tree
