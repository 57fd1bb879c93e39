"""The words on a comparison page, read as a reader of the old or the new text would.

Nothing here knows how the page was made: marked elements are dropped, what is left is read.
"""

from __future__ import annotations

import copy

from lxml.html import HtmlElement

from regiovisie.text.blocks import parse_blocks

_STYLES = ("b", "cite", "code", "em", "i", "kbd", "mark", "q", "s", "small", "strong", "sub", "sup")
INLINE = frozenset(["a", "abbr", "del", "ins", "span", "u", *_STYLES])
"""Elements that do not part words; all others do."""


def words_without(renvooi: HtmlElement, marked: str) -> list[str]:
    """The words in a `[data-renvooi]` element when all `ins` or all `del` are dropped."""
    root = copy.deepcopy(renvooi)
    for element in root.xpath(f".//*[@data-bij] | .//{marked}"):
        if element.getparent() is not None:
            element.drop_tree()
    return _visible(root).split()


def words_of(source: str) -> list[str]:
    """The words of a Markdown file, block after block."""
    return [word for block in parse_blocks(source) for word in block.words.split()]


def _visible(element: HtmlElement) -> str:
    """The text of an element; elements of their own line part words."""
    edge = "" if element.tag in INLINE else " "
    inside = "".join(_visible(child) + (child.tail or "") for child in element)
    return f"{edge}{element.text or ''}{inside}{edge}"
