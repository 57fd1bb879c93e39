"""What may stand in a text besides words: one allow-list, for cleaning and for telling.

People write Markdown, and Markdown may hold any HTML::

    clean('<b onclick="x()">dik</b>')        → "<b>dik</b>"
    onveilig('<b onclick="x()">dik</b>')     → [Vondst(1, "het attribuut onclick")]

`clean` reads HTML as a browser does (nh3), so that what it lets through is what a reader
gets. `onveilig` tells an editor what would be taken out, with its line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import nh3
from lxml import etree

from regiovisie.text.markdown import html_tree

TAGS = frozenset(
    [
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "caption",
        "code",
        "dd",
        "del",
        "dl",
        "dt",
        "em",
        "h2",
        "h3",
        "h4",
        "hr",
        "i",
        "ins",
        "li",
        "ol",
        "p",
        "pre",
        "q",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
"""What a text in a register may hold."""
PAGE_TAGS = TAGS | frozenset(
    [
        "cite",
        "details",
        "div",
        "figcaption",
        "figure",
        "h1",
        "h5",
        "h6",
        "img",
        "kbd",
        "mark",
        "section",
        "small",
        "span",
        "summary",
        "tfoot",
        "var",
    ]
)
"""What a page of editors and a text of the regiovisie may hold."""
DROPPED = frozenset(
    ["script", "style", "iframe", "object", "embed", "template", "svg", "math", "form", "noscript"]
)
"""Elements whose content goes with them."""
ATTRIBUTES = {"a": {"href", "title"}, "abbr": {"title"}, "ol": {"start"}, "th": {"scope"}}
_EVERYWHERE = frozenset(["class", "dir", "id", "lang", "title"])
PAGE_ATTRIBUTES = {
    "*": {*_EVERYWHERE},
    "a": {"href", "rel"},
    "blockquote": {"cite"},
    "details": {"open"},
    "img": {"alt", "height", "loading", "src", "width"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
SCHEMES = frozenset(("http", "https", "mailto", "tel"))
"""How a link may begin; one without a scheme leads to this site."""
_MADE = frozenset({("td", "style"), ("th", "style")})
"""What the converter itself writes, for columns that are lined up; no reader misses it."""
_SUSPECT = re.compile(r"<[a-z!/?]|&#|&\w+;|script\s*:|data\s*:|\{[^}\n]*=", re.IGNORECASE)
"""Without any of these a text holds nothing but words and Markdown."""
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_IN_YAML = re.compile(
    r"<\s*(?P<tag>script|style|iframe|object|embed|form|svg|math|link|meta|base)\b"
    r"|<[a-z][^>]*\s(?P<attribute>on[a-z]+|style)\s*="
    r"""|(?:\]\(\s*<?|href\s*=\s*["']?)\s*(?P<scheme>javascript|vbscript|data)\s*:""",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Vondst:
    """Something that a text may not hold."""

    line: int
    """Counted from 1."""
    wat: str
    """What it is, in Dutch: ``het attribuut onclick``."""


def clean(html: str) -> str:
    """HTML of a text in a register, with what may stand there and nothing else.

    Elements that are not on the list lose their tags and keep their words.
    """
    return _clean(html, TAGS, ATTRIBUTES)


def clean_page(html: str) -> str:
    """As `clean`, for a page of editors."""
    return _clean(html, PAGE_TAGS, PAGE_ATTRIBUTES)


def may_link(scheme: str) -> bool:
    """Whether a link may begin like this; in words of the site it begins with nothing."""
    return not scheme or scheme.lower() in SCHEMES


def onveilig(source: str) -> list[Vondst]:
    """What in this Markdown would be taken out, by line."""
    if not _SUSPECT.search(source):
        return []
    found = Counter(_in_tree(source))
    return sorted(
        (
            Vondst(line, wat)
            for (wat, needle), count in found.items()
            for line in _lines(source, needle, count)
        ),
        key=lambda vondst: (vondst.line, vondst.wat),
    )


def onveilig_in_yaml(source: str) -> list[Vondst]:
    """What in the texts of a register looks as if it should run."""
    return [
        Vondst(source.count("\n", 0, match.start()) + 1, _named(match))
        for match in _IN_YAML.finditer(source)
    ]


def _clean(html: str, tags: frozenset[str], attributes: dict[str, set[str]]) -> str:
    return nh3.clean(
        html,
        tags={*tags},
        clean_content_tags={*DROPPED},
        attributes=attributes,
        url_schemes={*SCHEMES},
        link_rel=None,
    )


def _named(match: re.Match[str]) -> str:
    if tag := match["tag"]:
        return _element(tag.lower())
    if attribute := match["attribute"]:
        return _attribute(attribute.lower())
    return _link(match["scheme"].lower())


def _element(tag: str) -> str:
    return f"het element <{tag}>"


def _attribute(name: str) -> str:
    return f"het attribuut {name}"


def _link(scheme: str) -> str:
    return f"een link van de soort {scheme}"


def _in_tree(source: str) -> Iterator[tuple[str, str]]:
    """What is found, with the pattern that finds its line."""
    for element in html_tree(source).iterdescendants(etree.Element):
        tag = str(element.tag)
        if tag not in PAGE_TAGS:
            yield _element(tag), rf"<\s*{re.escape(tag)}\b"
            continue
        for key, value in element.attrib.items():
            name = str(key)
            if name in ("href", "src", "cite"):
                scheme = _scheme(str(value))
                if not may_link(scheme):
                    yield _link(scheme), rf"{re.escape(scheme)}\s*:|&#|&\w+;"
            elif (name.startswith("on") or name == "style") and (tag, name) not in _MADE:
                yield _attribute(name), rf"\b{re.escape(name)}\s*="


def _scheme(address: str) -> str:
    # A browser leaves out white space and control characters before and inside a scheme.
    match = _SCHEME.match(re.sub(r"[\x00-\x20]", "", address))
    return match[1].lower() if match else ""


def _lines(source: str, needle: str, count: int) -> list[int]:
    """The first lines, at most ``count``, where it stands; 1 where it is written otherwise."""
    found = (
        number
        for number, line in enumerate(source.split("\n"), 1)
        if re.search(needle, line, re.IGNORECASE)
    )
    return [number for number, _ in zip(found, range(count), strict=False)] or [1]
