"""A feed as Atom: RFC 4287, https://www.rfc-editor.org/rfc/rfc4287."""

from __future__ import annotations

from datetime import date

from lxml import etree

from regiovisie.publish.feeds.berichten import Bericht, Stroom

ATOM_NS = "http://www.w3.org/2005/Atom"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def als_atom(stroom: Stroom) -> bytes:
    """The feed as XML."""
    feed = etree.Element("feed", {"xmlns": ATOM_NS, _LANG: "nl"})
    _add(feed, "id", stroom.adres)
    _add(feed, "title", stroom.titel)
    _add(feed, "subtitle", stroom.uitleg)
    _add(feed, "updated", moment(stroom.dag))
    _add(_add(feed, "author"), "name", stroom.auteur)
    _add(feed, "link", rel="self", type="application/atom+xml", href=stroom.adres)
    _add(feed, "link", rel="alternate", type="text/html", hreflang="nl", href=stroom.pagina)
    for bericht in stroom.berichten:
        _entry(feed, bericht)
    return etree.tostring(feed, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _entry(feed: etree._Element, bericht: Bericht) -> None:
    entry = _add(feed, "entry")
    _add(entry, "id", bericht.adres)
    _add(entry, "title", bericht.titel)
    _add(entry, "updated", moment(bericht.dag))
    _add(entry, "link", rel="alternate", type="text/html", hreflang="nl", href=bericht.adres)
    for term in (bericht.soort, *(["voorbeeld"] if bericht.voorbeeld else [])):
        _add(entry, "category", term=term)
    _add(entry, "content", bericht.inhoud.html, type="html")


def _add(parent: etree._Element, tag: str, text: str | None = None, **attrs: str) -> etree._Element:
    element = etree.SubElement(parent, tag, attrs)
    element.text = text
    return element


def moment(dag: date) -> str:
    """A day as RFC 3339 asks: its first moment."""
    return f"{dag.isoformat()}T00:00:00Z"
