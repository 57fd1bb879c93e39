"""A comparison as one HTML page that needs nothing else: to mail, to print, to keep.

The marked text comes in as elements that are whole; here they get a page around them. All
onderdelen stand on one page, so every id gets its onderdeel before it. Images are named in
words, because the page holds no other file. There is no script.

Inside ``data-renvooi``, and without what has ``data-bij``, dropping all ``ins`` leaves the old
words and dropping all ``del`` the new.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml import html
from lxml.html import HtmlElement

STIJL = """
:root { color-scheme: light dark; --inkt: #17212b; --vlak: #fff; --lijn: #6f7d8a;
  --ins: #e4f1d4; --ins-inkt: #1f3d0c; --del: #f5d8dc; --del-inkt: #5f1722; --plek: #33649c; }
@media (prefers-color-scheme: dark) { :root { --inkt: #e7ecf0; --vlak: #12181e; --lijn: #8794a1;
  --ins: #24401a; --ins-inkt: #def3cb; --del: #52232a; --del-inkt: #fbdade; --plek: #8db6e6; } }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; background: var(--vlak);
  color: var(--inkt); font: 1.0625rem/1.6 Georgia, serif; overflow-wrap: break-word; }
article, .inhoud { border-top: 1px solid var(--lijn); margin-top: 2rem; padding-top: 1rem; }
ins { background: var(--ins); color: var(--ins-inkt); text-decoration: underline; }
del { background: var(--del); color: var(--del-inkt); text-decoration: line-through; }
a { color: inherit; }
.verplaatst { border-left: 0.25rem solid var(--plek); padding-left: 0.75rem; }
.plek, .bord, .status, .noten { font: 0.875rem/1.5 Arial, sans-serif; }
.plek { border: 1px solid var(--plek); border-radius: 0.8rem; padding: 0 0.35rem;
  margin: 0 0.1rem; color: var(--plek); text-decoration: none; }
.noten { border: 1px solid var(--lijn); padding: 0.5rem 1rem 0.5rem 2.5rem; }
table { border-collapse: collapse; }
th, td { border: 1px solid var(--lijn); padding: 0.2rem 0.5rem; text-align: left; }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
"""
_SAFE_SCHEMES = ("", "http", "https", "mailto", "tel")


@dataclass(frozen=True, slots=True)
class Noot:
    """What one marker in the text says."""

    nummer: int
    tekst: str
    wijzigingen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deel:
    """One onderdeel with its marked text."""

    slug: str
    titel: str
    status: str
    elementen: tuple[str, ...]
    """Its top-level elements as HTML."""
    noten: tuple[Noot, ...]


@dataclass(frozen=True, slots=True)
class Blad:
    """Everything on the page."""

    van: str
    naar: str
    telling: str
    """What changed, in one sentence."""
    delen: tuple[Deel, ...]


def adres(slug: str, anker: str = "") -> str:
    """The address on the page of an id in an onderdeel, or of the onderdeel."""
    return f"#{_id(slug, anker)}"


def vergelijking_html(blad: Blad) -> str:
    """The page as text."""
    titel = f"Verschillen tussen {blad.van} en {blad.naar}"
    page = _element("html", lang="nl")
    page.append(_head(titel))
    body = _element("body")
    page.append(body)
    body.append(_element("h1", titel))
    body.append(_element("p", blad.telling, class_="telling"))
    body.append(_contents(blad.delen))
    for deel in blad.delen:
        body.extend(_section(deel))
    _mend_addresses(body)
    return str(html.tostring(page, encoding="unicode", doctype="<!DOCTYPE html>"))


def _mend_addresses(body: HtmlElement) -> None:
    """Lead links to what the page does not show to the onderdeel that it would be in.

    A heading that is gone has no address of its own, and a text may name one that never was.
    """
    ids = {made.get("id") for made in body.iter()}
    for made in body.iter("a"):
        target = made.get("href", "").removeprefix("#")
        if made.get("href", "").startswith("#") and target not in ids:
            onderdeel = target.partition("--")[0]
            if onderdeel in ids:
                made.set("href", f"#{onderdeel}")
            else:
                del made.attrib["href"]


def _head(titel: str) -> HtmlElement:
    head = _element("head")
    head.append(_element("meta", charset="utf-8"))
    head.append(_element("meta", name="viewport", content="width=device-width, initial-scale=1"))
    head.append(_element("title", titel))
    head.append(_element("style", STIJL))
    return head


def _contents(delen: Iterable[Deel]) -> HtmlElement:
    contents = _element("nav", class_="inhoud")
    contents.set("aria-label", "Onderdelen")
    lines = _element("ul")
    contents.append(lines)
    for deel in delen:
        line = _element("li")
        line.append(_element("a", deel.titel, href=adres(deel.slug)))
        line[-1].tail = f" ({deel.status})"
        lines.append(line)
    return contents


def _section(deel: Deel) -> Iterator[HtmlElement]:
    """The marked text of an onderdeel, and the notes that go with it."""
    article = _element("article", id=_id(deel.slug, ""))
    article.set("data-renvooi", "")
    for source in deel.elementen:
        article.append(html.fragment_fromstring(source))
    for made in list(article.iterdescendants("img")):
        _name_image(made)
    for made in article.iterdescendants():
        _adapt(made, deel.slug)
    yield article
    if deel.noten:
        yield _notes(deel)


def _notes(deel: Deel) -> HtmlElement:
    notes = _element("ol", class_="noten")
    notes.set("aria-label", f"Wijzigingen in {deel.titel}")
    for noot in deel.noten:
        item = _element("li", id=_id(deel.slug, f"noot-{noot.nummer}"), value=str(noot.nummer))
        causes = f" ({', '.join(noot.wijzigingen)})" if noot.wijzigingen else ""
        item.append(
            _element("a", noot.tekst + causes, href=adres(deel.slug, f"plek-{noot.nummer}"))
        )
        notes.append(item)
    return notes


def _adapt(made: HtmlElement, slug: str) -> None:
    """Put the onderdeel before ids and before addresses on its own page."""
    if "id" in made.attrib:
        made.set("id", _id(slug, made.get("id", "")))
    href = made.get("href", "")
    if href.startswith("#") and not href.startswith(f"#{_BEFORE}"):
        made.set("href", adres(slug, href[1:]))
    elif not _is_safe(href):
        del made.attrib["href"]


def _is_safe(href: str) -> bool:
    """Whether an address opens a page or a message, and runs nothing."""
    try:
        return urlsplit(href.strip()).scheme in _SAFE_SCHEMES
    except ValueError:
        return False


def _name_image(image: HtmlElement) -> None:
    named = _element("span", f"[afbeelding: {image.get('alt') or 'zonder beschrijving'}]")
    named.set("data-bij", "")
    named.tail = image.tail
    parent = image.getparent()
    assert parent is not None
    parent.replace(image, named)


_BEFORE = "o-"


def _id(slug: str, anker: str) -> str:
    return f"{_BEFORE}{slug}--{anker}" if anker else f"{_BEFORE}{slug}"


def _element(tag: str, text: str = "", /, **attrs: str) -> HtmlElement:
    made = html.Element(tag)
    made.text = text or None
    for name, value in attrs.items():
        made.set(name.rstrip("_"), value)
    return made
