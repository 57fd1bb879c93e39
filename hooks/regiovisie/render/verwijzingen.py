"""References in words as links: in HTML that is made already, and in the blocks of a text.

Links are put round words that stand there; no word is added or lost::

    <p>Zie ZW-12.3.</p>  →  <p>Zie <a href="../zw-12/#zw-12-3">ZW-12.3</a>.</p>

In a comparison a reference is a link only where it stands whole in one run of kept, new or
gone words, and words that both versions have only where they lead to the same part in both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from lxml import etree, html
from lxml.html import HtmlElement
from markupsafe import Markup

from regiovisie.diff.compare import Op
from regiovisie.model import Attrs, Block, Mark
from regiovisie.text.verwijzingen import Verwijzing, verwijzingen

KLASSE = "verwijzing"
"""The class of the links that are made here."""
_CLOSED = frozenset(
    [
        *("a", "abbr", "button", "code", "kbd", "label", "pre", "samp", "script", "select"),
        *("style", "summary", "svg", "textarea", "h1", "h2", "h3", "h4", "h5", "h6"),
    ]
)
"""Elements whose words are never made links."""
_CLOSED_MARKS = frozenset(["a", "abbr", "code", "img", "input"])
_PROMISING = re.compile(r"[ATWM]-|\d")


class Verwijzer(Protocol):
    """Knows where the references in one text lead, from one page."""

    def doel(self, verwijzing: Verwijzing) -> str:
        """The thing that is named, the same on every page; empty where there is none."""

    def href(self, verwijzing: Verwijzing, onderdeel: str = "") -> str:
        """The address, as seen from the page; empty where no link should be.

        ``onderdeel`` is the slug of the part that the words stand in: to itself nothing leads.
        """


def linked(markup: Markup, verwijzer: Verwijzer) -> Markup:
    """HTML with its references as links; the same HTML when it has none."""
    if not _PROMISING.search(markup) or not verwijzingen(markup.striptags()):
        return markup
    root = html.fragment_fromstring(str(markup), create_parent="div")
    if not link_tree(root, verwijzer.href):
        return markup
    inner = (etree.tostring(child, encoding="unicode", method="html") for child in root)
    return Markup.escape(root.text or "") + Markup("".join(inner))


def link_tree(root: HtmlElement, href: Callable[[Verwijzing], str]) -> int:
    """Make links of the references in the words of an element; gives how many."""
    if root.tag in _CLOSED or not isinstance(root.tag, str):
        return 0
    count = 0
    for child in list(root):
        count += link_tree(child, href)
        if child.tail:
            child.tail, links = _cut(child.tail, href)
            _insert(root, root.index(child) + 1, links)
            count += len(links)
    if root.text:
        root.text, links = _cut(root.text, href)
        _insert(root, 0, links)
        count += len(links)
    return count


@dataclass(frozen=True, slots=True)
class _Link:
    """A link that is to be made, with the words that follow it."""

    words: str
    attrs: Attrs
    after: str


def _attrs(verwijzing: Verwijzing, words: str, href: str) -> Attrs:
    """A bare number out of a list says by itself too little to who hears links only."""
    spoken = (("aria-label", f"{verwijzing.soort} {words}"),) if words == verwijzing.naam else ()
    return (("class", KLASSE), ("href", href), *(spoken if words[0].isdigit() else ()))


def _cut(text: str, href: Callable[[Verwijzing], str]) -> tuple[str, list[_Link]]:
    """The text cut at its links: what stands before the first one, then the links."""
    found = [(v, to) for v in verwijzingen(text) if (to := href(v))]
    starts = [v.start for v, _ in found] + [len(text)]
    links = []
    for (v, to), end in zip(found, starts[1:], strict=True):
        words = text[v.start : v.end]
        links.append(_Link(words, _attrs(v, words, to), text[v.end : end]))
    return text[: starts[0]], links


def _insert(parent: HtmlElement, position: int, links: list[_Link]) -> None:
    for offset, link in enumerate(links):
        made = html.Element("a")
        for name, value in link.attrs:
            made.set(name, value)
        made.text = link.words
        made.tail = link.after
        parent.insert(position + offset, made)


def reference_marks(op: Op, old: Verwijzer | None, new: Verwijzer | None) -> tuple[Mark, ...]:
    """The links over references that stand whole in the words that an op shows."""
    shown = op.old if op.sign == "-" else op.new
    mine, other = (old, new) if op.sign == "-" else (new, old)
    if shown is None or mine is None or not verwijzingen(shown.placed.block.text):
        return ()
    if shown.placed.block.kind in ("heading", "code"):
        return ()
    both = other if op.sign == "=" and op.old is not None else None
    return tuple(
        Mark(v.start, v.end, "a", _attrs(v, shown.placed.block.text[v.start : v.end], to))
        for v in _free(shown.placed.block)
        if shown.start <= v.start and v.end <= shown.end
        if both is None or both.doel(v) == mine.doel(v)
        if (to := mine.href(v, shown.placed.onderdeel.slug))
    )


def _free(block: Block) -> Iterator[Verwijzing]:
    """The references that no other markup cuts, and that are no link already."""
    for v in verwijzingen(block.text):
        over = [m for m in block.marks if m.start < v.end and m.end > v.start]
        if all(m.start <= v.start and m.end >= v.end and m.tag not in _CLOSED_MARKS for m in over):
            yield v
