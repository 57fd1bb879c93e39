"""Everything that can be found, each with the address of the very place.

A heading of the text, a zienswijze, each of its points, a thematic answer, a change, a term, a
heading of an editors' page. Texts of other versions are there too, marked `anders`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree, html

from regiovisie.model import ATOM, CELL, Onderdeel
from regiovisie.registers import WERKVERSIE
from regiovisie.registers.schema import Punt, Wijziging, Zienswijze
from regiovisie.render.views import adres
from regiovisie.render.views.basis import hoofdletter
from regiovisie.render.views.index import Index
from regiovisie.render.views.zienswijzen import zienswijze_titel

GENERATED = frozenset(
    href.partition("/")[0]
    for href in (
        adres.REGIOVISIE,
        adres.WERKVERSIE,
        adres.VERSIES,
        adres.VERGELIJK,
        adres.WIJZIGINGEN,
        adres.GESCHIEDENIS,
        adres.ZIENSWIJZEN,
        adres.INDIENERS,
        adres.NOTA,
        adres.IN_BEELD,
        adres.BRONNEN,
        adres.ZOEKEN,
        adres.TREFWOORDEN,
    )
)
"""Folders of the site whose words are found by their records, or stand elsewhere already."""

_PASSED_OVER = frozenset(("nav", "script", "style", "form", "svg", "button", "noscript"))
_INLINE = frozenset(
    ("a", "abbr", "b", "code", "em", "i", "ins", "del", "q", "small", "strong", "sub", "sup")
)


@dataclass(frozen=True, slots=True)
class Vindplaats:
    """One place that a search may find."""

    href: str
    titel: str
    tekst: str
    soort: str
    """A code of `views.zoeken.SOORTEN`."""
    pagina: str
    """Title of the page that it stands on."""
    versie: str = ""
    """Id of the version that it is, is about, or led to; empty where it has none."""
    gemeenten: tuple[str, ...] = ()
    """Slugs of the municipalities that it comes from."""
    indieners: tuple[str, ...] = ()
    """Kinds of those who submitted it."""
    voorbeeld: bool = False
    anders: bool = False
    """Whether it stands in a text that is not the current one."""


def vindplaatsen(index: Index, site_dir: Path) -> Iterator[Vindplaats]:
    """Every place, in the order of the site; the editors' pages are read as they were written."""
    geldend = index.dossier.geldend.id
    for versie_id in (geldend, *(other for other in index.dossier.ids if other != geldend)):
        yield from _tekst(index, versie_id, anders=versie_id != geldend)
    for zienswijze in index.project.zienswijzen:
        yield from _zienswijze(index, zienswijze)
    yield from _antwoorden(index)
    for wijziging in index.wijzigingen.values():
        yield _wijziging(index, wijziging)
    yield from _paginas(index, site_dir)


def _plain(text: str) -> str:
    return " ".join(text.replace(CELL, " ").replace(ATOM, "").split())


# --- the text ---


def _tekst(index: Index, versie_id: str, *, anders: bool) -> Iterator[Vindplaats]:
    for onderdeel in index.onderdelen(versie_id):
        naam = f"{onderdeel.nummer} {onderdeel.titel}".strip()
        pagina = f"{naam}, {index.versie_naam(versie_id)}" if anders else naam
        for kop, titel, tekst in _koppen(onderdeel):
            yield Vindplaats(
                href=_adres_in_tekst(versie_id, onderdeel.slug, kop, anders=anders),
                titel=titel or naam,
                tekst=tekst,
                soort="tekst",
                pagina=hoofdletter(pagina),
                versie=versie_id,
                voorbeeld=index.is_voorbeeld(versie_id),
                anders=anders,
            )


def _koppen(onderdeel: Onderdeel) -> Iterator[tuple[str, str, str]]:
    """The id and words of each heading with the text under it; what stands above has none."""
    under: dict[str, list[str]] = defaultdict(list)
    titles: dict[str, str] = {}
    for block in onderdeel.blocks:
        kop = block.sections[-1] if block.sections else ""
        if block.slug:
            if kop:
                titles[kop] = block.words
            under.setdefault(kop, [])
        elif block.words:
            under[kop].append(block.words)
    for kop, words in under.items():
        yield kop, titles.get(kop, ""), _plain(" ".join(words))


def _adres_in_tekst(versie_id: str, slug: str, kop: str, *, anders: bool) -> str:
    if versie_id == WERKVERSIE:
        return f"{adres.werkversie(slug)}{f'#{kop}' if kop else ''}"
    return adres.versie(versie_id, slug, kop) if anders else adres.onderdeel(slug, kop)


# --- what was said about it, and what was done ---


def _zienswijze(index: Index, zienswijze: Zienswijze) -> Iterator[Vindplaats]:
    titel = zienswijze_titel(index, zienswijze)
    indieners = index.indieners_van(zienswijze)
    gemeenten = tuple(dict.fromkeys(i.gemeente for i in indieners if i.gemeente))
    soorten = tuple(dict.fromkeys(i.soort for i in indieners))
    page = adres.zienswijze(zienswijze.id)
    html_text = index.to_html(zienswijze.inhoud, f"zienswijzen/{zienswijze.id.lower()}.md", page)
    namen = " ".join((zienswijze.id, *(i.naam for i in indieners)))
    places = [(page, titel, f"{html_text.striptags()} {namen}", zienswijze.voorbeeld)]
    for punt in zienswijze.punten:
        voorbeeld = punt.voorbeeld or zienswijze.voorbeeld
        places.append((adres.punt(punt.id), f"Punt {punt.id}", _van_punt(index, punt), voorbeeld))
    for href, naam, tekst, voorbeeld in places:
        yield Vindplaats(
            href, naam, _plain(tekst), "zienswijze", titel, zienswijze.versie, gemeenten, soorten,
            voorbeeld,
        )  # fmt: skip


def _van_punt(index: Index, punt: Punt) -> str:
    themas = " ".join(index.regio.themas.get(thema, thema) for thema in punt.thema)
    return " ".join(filter(None, (punt.tekst, punt.citaat, punt.reactie, themas)))


def _antwoorden(index: Index) -> Iterator[Vindplaats]:
    for antwoord in index.project.antwoorden:
        source = f"antwoorden/{antwoord.id.lower()}.md"
        tekst = index.to_html(antwoord.inhoud, source, adres.NOTA_ANTWOORDEN).striptags()
        yield Vindplaats(
            href=adres.antwoord(antwoord.id),
            titel=antwoord.titel,
            tekst=_plain(tekst),
            soort="antwoord",
            pagina=f"Antwoord {antwoord.id}: {antwoord.titel}",
            voorbeeld=antwoord.voorbeeld,
        )


def _wijziging(index: Index, wijziging: Wijziging) -> Vindplaats:
    versie_id = index.dossier.stap(wijziging.id)[1]
    places = index.dossier.plekken(wijziging.id)
    words = (f"{place.plek.was} {place.plek.wordt}" for place in places)
    askers = tuple(
        dict.fromkeys(
            indiener
            for punt_id in wijziging.punten
            if punt_id in index.punten
            for indiener in index.indieners_van(index.punten[punt_id][1])
        )
    )
    titel = f"Wijziging {wijziging.id}"
    return Vindplaats(
        href=adres.wijziging(wijziging.id),
        titel=f"{titel}: {index.plaats_tekst(versie_id, wijziging.plaats)}",
        tekst=_plain(" ".join((wijziging.toelichting or "", *words))),
        soort="wijziging",
        pagina=titel,
        versie=versie_id,
        gemeenten=tuple(dict.fromkeys(i.gemeente for i in askers if i.gemeente)),
        indieners=tuple(dict.fromkeys(i.soort for i in askers)),
        voorbeeld=wijziging.voorbeeld,
    )


# --- other pages ---


def _paginas(index: Index, site_dir: Path) -> Iterator[Vindplaats]:
    for path in sorted(site_dir.rglob("index.html")):
        href = f"{path.parent.relative_to(site_dir).as_posix()}/"
        if href == "./" or href.partition("/")[0] in GENERATED:
            continue
        gemeente = index.gemeenten.get(href.removeprefix(adres.GEMEENTEN).rstrip("/"))
        for anker, titel, tekst, is_term in _stukken(path, glossary=href == adres.BEGRIPPEN):
            yield Vindplaats(
                href=f"{href}{f'#{anker}' if anker else ''}",
                titel=titel,
                tekst=tekst,
                soort="begrip" if is_term else "gemeente" if gemeente else "pagina",
                pagina="Begrippen" if is_term else _h1(path),
                gemeenten=(gemeente.slug,) if gemeente else (),
                voorbeeld=bool(gemeente and gemeente.voorbeeld),
            )


def _main(path: Path) -> html.HtmlElement | None:
    tree = html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot()
    return next(iter(tree.iter("main")), None)


def _h1(path: Path) -> str:
    main = _main(path)
    kop = main.find(".//h1") if main is not None else None
    return _title(kop) if kop is not None else ""


def _title(kop: html.HtmlElement) -> str:
    """The words of a heading without the labels that stand in it."""
    return _plain(
        "".join(kop.xpath(".//text()[not(ancestor::span[starts-with(@class, 'label')])]"))
    )


def _stukken(path: Path, *, glossary: bool) -> Iterator[tuple[str, str, str, bool]]:
    """The id, title and text of each piece of a page: under a heading, or of a term."""
    main = _main(path)
    if main is None:
        return
    openers = ("h1", "h2", "h3", "dt") if glossary else ("h1", "h2", "h3")
    pieces: list[tuple[str, str, list[str], bool]] = []
    anker = ""
    walker = etree.iterwalk(main, events=("start", "end"))
    for event, element in walker:
        tag = element.tag
        if event == "end":
            text = (element.tail or "") if element is not main else ""
            if pieces:
                pieces[-1][2].append(text if tag in _INLINE else f" {text}")
            continue
        if _is_passed_over(element):
            walker.skip_subtree()
        elif tag in openers:
            anker = _id_of(element) or (anker if tag == "dt" else "")
            pieces.append((anker, _title(element), [], tag == "dt"))
            walker.skip_subtree()
        elif pieces:
            pieces[-1][2].append(element.text or "")
    for anker, titel, words, is_term in pieces:
        yield anker, titel, _plain("".join(words)), is_term


def _is_passed_over(element: html.HtmlElement) -> bool:
    """Whether an element holds no words of its page: controls, words for a screen reader only,
    zienswijzen that are found by themselves."""
    names = (element.get("class") or "").split()
    return (
        element.tag in _PASSED_OVER
        or not isinstance(element.tag, str)
        or any(name in ("vh", "kwitantie") for name in names)
    )


def _id_of(kop: html.HtmlElement) -> str:
    """The id of a heading, or of the section that it opens; the title of a page needs none."""
    if kop.tag == "h1":
        return ""
    parent = kop.getparent()
    return kop.get("id") or (parent.get("id") if parent is not None else "") or ""
