"""Words of the glossary, made links to their explanation on the same page.

No word is added or lost, and nothing inside a link, a heading or a label is touched::

    <p>Elke jeugdige telt.</p>
    →  <p>Elke <a class="begrip" id="bij--jeugdige" href="#begrip--jeugdige">jeugdige</a> telt.</p>
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from lxml import html
from lxml.html import HtmlElement
from markupsafe import Markup, escape

from regiovisie.registers.begrippen import Begrip, slug_of

_CLOSED = frozenset(
    [
        *("a", "abbr", "button", "code", "dt", "pre", "script", "style", "sup", "svg"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "th"),
    ]
)
_ENDING = r"(?:en|n|s|['’]s)?"
"""Of a plural; other forms are not looked for."""


class Woordenlijst:
    """Finds the words of a glossary in the elements of one page, in their order.

    A word is made a link where it stands first in a part of the text; `next_part` begins one.
    """

    def __init__(self, begrippen: Sequence[Begrip]) -> None:
        self._begrippen = {begrip.slug: begrip for begrip in begrippen}
        self._seen: set[str] = set()
        self._used: dict[str, Begrip] = {}

    @property
    def used(self) -> tuple[Begrip, ...]:
        """The words that were found, by alphabet."""
        return tuple(sorted(self._used.values(), key=lambda begrip: begrip.naam.casefold()))

    def next_part(self) -> None:
        """Explain every word anew: the text goes on under another heading."""
        self._seen = set()

    def linked(self, markup: Markup) -> Markup:
        """An element of the text with its words as links."""
        if not self._begrippen or not self._pattern.search(markup):
            return markup
        root = html.fragment_fromstring(str(markup))
        if not self._link(root):
            return markup
        return Markup(html.tostring(root, encoding="unicode", with_tail=False))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Every form of every word, the longest first, each in a group of its own."""
        forms = sorted(self._forms(), key=lambda form: (-len(form[0]), form))
        self._slugs = [slug for _, slug in forms]
        return re.compile(rf"(?<![\w-])(?:{'|'.join(f'({form})' for form, _ in forms)})(?![\w-])")

    def _forms(self) -> Iterator[tuple[str, str]]:
        for slug, begrip in self._begrippen.items():
            for name in filter(None, (begrip.naam, begrip.kort)):
                if name.isupper():
                    yield re.escape(name), slug
                else:
                    *first, last = (_either_case(word) for word in name.split())
                    yield r"\s+".join([*(f"{word}e?" for word in first), last]) + _ENDING, slug

    def _link(self, root: HtmlElement) -> int:
        """Make links in an element and what is in it, in reading order; gives how many."""
        if root.tag in _CLOSED or not isinstance(root.tag, str) or "data-bij" in root.attrib:
            return 0
        children = list(root)
        count = 0
        if root.text:
            before, links = self._cut(root.text)
            root.text = before
            for offset, link in enumerate(links):
                root.insert(offset, link)
            count += len(links)
        for child in children:
            count += self._link(child)
            if child.tail:
                before, links = self._cut(child.tail)
                child.tail = before
                place = root.index(child) + 1
                for offset, link in enumerate(links):
                    root.insert(place + offset, link)
                count += len(links)
        return count

    def _cut(self, text: str) -> tuple[str, list[HtmlElement]]:
        """The text before the first word that becomes a link, and the links with what follows."""
        before, links, end = "", list[HtmlElement](), 0
        for found in self._pattern.finditer(text):
            slug = self._slugs[(found.lastindex or 1) - 1]
            if slug in self._seen:
                continue
            if links:
                links[-1].tail = text[end : found.start()]
            else:
                before = text[: found.start()]
            links.append(self._make(slug, found[0]))
            end = found.end()
        if not links:
            return text, []
        links[-1].tail = text[end:]
        return before, links

    def _make(self, slug: str, words: str) -> HtmlElement:
        link = html.Element("a")
        link.set("class", "begrip")
        if slug not in self._used:
            link.set("id", bij_anker(slug))
        link.set("href", f"#{anker(slug)}")
        link.text = words
        self._seen.add(slug)
        self._used[slug] = self._begrippen[slug]
        return link


def with_ankers(page: str) -> str:
    """The HTML of the glossary itself, with an id on each of its words for links to lead to."""
    root = html.fragment_fromstring(page, create_parent="div")
    seen: set[str] = set()
    for term in root.iter("dt"):
        name = anker(slug_of(term.text_content()))
        if name not in seen and "id" not in term.attrib:
            term.set("id", name)
        seen.add(name)
    parts = (html.tostring(child, encoding="unicode") for child in root)
    return escape(root.text or "") + Markup("").join(map(Markup, parts))


def anker(slug: str) -> str:
    """The id of an explanation."""
    return f"begrip--{slug}"


def bij_anker(slug: str) -> str:
    """The id of the first place where a word stands on the page."""
    return f"bij--{slug}"


def _either_case(word: str) -> str:
    """A word that may begin a sentence."""
    first, rest = re.escape(word[0]), re.escape(word[1:])
    return f"[{word[0].lower()}{word[0].upper()}]{rest}" if word[0].isalpha() else first + rest
