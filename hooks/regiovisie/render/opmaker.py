"""Texts as HTML on a page: which blocks, and where the links in them lead.

A link in a text names a file (``04-uitgangspunten.md#wachten``). On a page of version 0.2
it leads to that onderdeel in version 0.2, seen from that page::

    TextLinks(…).href("04-uitgangspunten.md#wachten")  →  "../uitgangspunten/#wachten"
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from lxml import html
from lxml.html import HtmlElement
from markupsafe import Markup

from regiovisie.diff.history import PlacedBlock
from regiovisie.herkomst.dossier import Dossier, PlekInStap
from regiovisie.registers import WERKVERSIE
from regiovisie.registers.doelen import Omgeving
from regiovisie.render import renvooi
from regiovisie.render.renvooi import Fragment, Links
from regiovisie.render.verplaatsingen import Ends, move_ends
from regiovisie.render.views import adres
from regiovisie.render.wegwijzer import Wegwijzer
from regiovisie.text.beeldmaat import Maat, beeldmaat
from regiovisie.text.slug import split_file_name
from regiovisie.text.veilig import may_link


class Opmaker(Protocol):
    """Makes HTML of parts of a text for the page at an address."""

    def tekst(self, versie_id: str, slug: str, pagina: str, basis: str) -> tuple[Fragment, ...]:
        """An onderdeel of a version, nothing marked; its links stay under ``basis``."""

    def paar(self, van: str, naar: str, slug: str, pagina: str) -> tuple[Fragment, ...]:
        """An onderdeel of a pair, with renvooi."""

    def plek(self, plekken: Sequence[PlekInStap], pagina: str) -> Markup:
        """The words of one change in their paragraph: its places there, at least one."""

    def blokken(self, versie_id: str, blokken: Sequence[PlacedBlock], pagina: str) -> Markup:
        """Some blocks of a version, nothing marked."""


@dataclass(frozen=True, slots=True)
class TextLinks:
    """Where the links of a text lead, from one page."""

    pagina: str
    basis: str
    """The address under which the onderdelen of this text stand: ``versies/…/``."""
    bestanden: str
    """The address of the folder that holds the images of this text."""

    def href(self, target: str) -> str:
        """The link target as seen from the page; addresses elsewhere stay as they are."""
        parts = urlsplit(target)
        if not may_link(parts.scheme):
            return ""
        if parts.scheme or parts.netloc or not parts.path:
            return target
        if not parts.path.endswith(".md"):
            return posixpath.relpath(posixpath.join(self.bestanden, parts.path), self.pagina)
        slug = split_file_name(posixpath.basename(parts.path))[1]
        href = posixpath.relpath(posixpath.join(self.basis, slug), self.pagina) + "/"
        return f"{href}#{parts.fragment}" if parts.fragment else href


@dataclass(frozen=True)
class RenvooiOpmaker:
    """The opmaker of a real dossier."""

    dossier: Dossier
    _ends: dict[tuple[str, str], Ends] = field(default_factory=dict)
    """The ends of the moves in a pair, found once for all its pages."""
    _beeldmaten: dict[Path, Maat | None] = field(default_factory=dict)
    """How large each image is, read once."""

    def tekst(self, versie_id: str, slug: str, pagina: str, basis: str) -> tuple[Fragment, ...]:
        """See `Opmaker`."""
        onderdeel = self.dossier.tekst(versie_id).onderdeel(slug)
        if onderdeel is None:
            return ()
        href = TextLinks(pagina, basis, map_van(versie_id)).href
        verwijzer = self.wegwijzer.vanaf(pagina, Omgeving(versie_id), basis)
        links = Links(href, href, verwijzer_new=verwijzer, maten_new=self._maten(versie_id))
        return renvooi.render_tekst(self.dossier.blocks(versie_id, onderdeel), links)

    def paar(self, van: str, naar: str, slug: str, pagina: str) -> tuple[Fragment, ...]:
        """See `Opmaker`."""
        vergelijking = self.dossier.vergelijking(van, naar)
        onderdeel = vergelijking.onderdeel(slug)
        if onderdeel is None:
            return ()
        if (van, naar) not in self._ends:
            self._ends[van, naar] = move_ends(vergelijking.onderdelen)
        links = self._links(van, naar, pagina)
        return renvooi.render_vergelijking(onderdeel, links, self._ends[van, naar])

    def plek(self, plekken: Sequence[PlekInStap], pagina: str) -> Markup:
        """See `Opmaker`."""
        links = self._links(plekken[0].van, plekken[0].naar, pagina)
        return _quoted(renvooi.render_plek([plek.plek for plek in plekken], links))

    def blokken(self, versie_id: str, blokken: Sequence[PlacedBlock], pagina: str) -> Markup:
        """See `Opmaker`."""
        fragments = renvooi.render_tekst(blokken, self._links(versie_id, versie_id, pagina))
        return _quoted(Markup("").join(fragment.html for fragment in fragments))

    @cached_property
    def wegwijzer(self) -> Wegwijzer:
        """Where the things stand that words refer to."""
        return Wegwijzer(self.dossier.project)

    def _links(self, van: str, naar: str, pagina: str) -> Links:
        """Links of the new text lead into the new version, those of the old into the old."""
        return Links(
            new=TextLinks(pagina, map_van(naar), map_van(naar)).href,
            old=TextLinks(pagina, map_van(van), map_van(van)).href,
            verwijzer_new=self.wegwijzer.vanaf(pagina, Omgeving(naar), map_van(naar)),
            verwijzer_old=self.wegwijzer.vanaf(pagina, Omgeving(van), map_van(van)),
            maten_new=self._maten(naar),
            maten_old=self._maten(van),
        )

    def _maten(self, versie_id: str) -> Callable[[str], Maat | None]:
        """How large the images of a text are, by the name that the text gives them."""
        root = self.dossier.project.root
        is_work = versie_id == WERKVERSIE
        folder = root / "docs" / "regiovisie" if is_work else root / "versions" / versie_id
        return lambda src: self._maat(folder / urlsplit(src).path)

    def _maat(self, path: Path) -> Maat | None:
        if path not in self._beeldmaten:
            self._beeldmaten[path] = beeldmaat(path.read_bytes()) if path.is_file() else None
        return self._beeldmaten[path]


def _quoted(markup: Markup) -> Markup:
    """A piece of text on another page, where its headings and ids are not that page's own."""
    pieces = html.fragments_fromstring(str(markup))
    for element in (e for piece in pieces if isinstance(piece, HtmlElement) for e in piece.iter()):
        element.attrib.pop("id", None)
        if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            element.tag = "p"
            element.set("class", f"{element.get('class', '')} kop-tekst".strip())
        if element.tag == "dl":
            _only_in_pairs(element)
    return Markup("").join(
        Markup(html.tostring(piece, encoding="unicode"))
        for piece in pieces
        if isinstance(piece, HtmlElement)
    )


def _only_in_pairs(dl: HtmlElement) -> None:
    """A term without its explanation, or the other way round, is no list of terms."""
    if dl.find("dt") is None or dl.find("dd") is None:
        for element in (dl, *dl.iterchildren("dt", "dd")):
            element.set("class", f"{element.get('class', '')} los-{element.tag}".strip())
            element.tag = "div"


def map_van(versie_id: str) -> str:
    """The address of a text, where its onderdelen and images stand."""
    return adres.WERKVERSIE if versie_id == WERKVERSIE else adres.versie(versie_id)
