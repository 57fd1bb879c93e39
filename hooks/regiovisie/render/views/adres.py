"""The addresses of the site: one function per kind of page, all relative to its root.

::

    zienswijze("ZW-12")                       → "zienswijzen/zw-12/"
    punt("ZW-12.3")                           → "zienswijzen/zw-12/#zw-12-3"
    vergelijking("0-1", "0-2", "pijlers")     → "vergelijk/0-1/0-2/pijlers/"
"""

from __future__ import annotations

from collections.abc import Iterable

HOME = "."
REGIOVISIE = "regiovisie/"
WERKVERSIE = "werkversie/"
VERSIES = "versies/"
VERGELIJK = "vergelijk/"
WIJZIGINGEN = "wijzigingen/"
GESCHIEDENIS = "geschiedenis/"
ZIENSWIJZEN = "zienswijzen/"
GEMEENTEN = "gemeenten/"
INDIENERS = "indieners/"
RAADSBESLUITEN = "raadsbesluiten/"
NOTA = "nota/"
NOTA_ANTWOORDEN = "nota/antwoorden/"
NOTA_AMBTSHALVE = "nota/ambtshalve/"
NOTA_STAAT = "nota/staat-van-wijzigingen/"
NOTA_INLICHTINGEN = "nota/inlichtingen/"
NOTA_VOLLEDIG = "nota/volledig/"
IN_BEELD = "in-beeld/"
PLANNING = "planning/"
BRONNEN = "bronnen/"
IN_HET_KORT = "in-het-kort/"
REAGEREN = "reageren/"
UITVOERING = "uitvoeringsagenda/"
TOEGANKELIJKHEID = "toegankelijkheid/"
ZOEKEN = "zoeken/"
TREFWOORDEN = "trefwoorden/"
BEGRIPPEN = "begrippen/"


def anker(record_id: str) -> str:
    """The id of a record as the id of an element: ``ZW-12.3`` becomes ``zw-12-3``."""
    return record_id.lower().replace(".", "-")


def onderdeel(slug: str, kop: str = "") -> str:
    """An onderdeel of the text that counts."""
    return _met_anker(f"{REGIOVISIE}{slug}/", kop)


def volledig(basis: str, slugs: Iterable[str]) -> str:
    """All onderdelen of the text under ``basis`` on one page, given their slugs."""
    # An onderdeel may be called what this page is called.
    return f"{basis}{'hele-tekst' if 'volledig' in slugs else 'volledig'}/"


def werkversie(slug: str = "") -> str:
    """The werkversie, or an onderdeel of it."""
    return f"{WERKVERSIE}{slug}/" if slug else WERKVERSIE


def versie(versie_id: str, slug: str = "", kop: str = "") -> str:
    """A version, or an onderdeel of it."""
    return _met_anker(f"{VERSIES}{versie_id}/{f'{slug}/' if slug else ''}", kop)


def vergelijking(van: str, naar: str, slug: str = "", kop: str = "") -> str:
    """Two versions next to each other, or one onderdeel of them."""
    return _met_anker(f"{VERGELIJK}{van}/{naar}/{f'{slug}/' if slug else ''}", kop)


def wijziging(wijziging_id: str) -> str:
    """One change."""
    return f"{WIJZIGINGEN}{wijziging_id.lower()}/"


def geschiedenis(slug: str, kop: str = "") -> str:
    """An onderdeel through all versions."""
    return _met_anker(f"{GESCHIEDENIS}{slug}/", kop)


def geschiedenis_alinea(slug: str, levenslijn: str) -> str:
    """One paragraph through all versions, on the page of an onderdeel that it ever stood in."""
    return geschiedenis(slug, loop_anker(levenslijn))


def loop_anker(levenslijn: str) -> str:
    """The id of a paragraph on the pages about its history."""
    return f"loop-{levenslijn}"


def zienswijze(zienswijze_id: str) -> str:
    """One zienswijze."""
    return f"{ZIENSWIJZEN}{zienswijze_id.lower()}/"


def punt(punt_id: str) -> str:
    """One point, on the page of its zienswijze."""
    return f"{zienswijze(punt_id.partition('.')[0])}#{anker(punt_id)}"


def register(kenmerk: str, code: str = "") -> str:
    """The points of all zienswijzen by thema, uitkomst, …: all its groups, or one of them."""
    return f"{ZIENSWIJZEN}per/{kenmerk}/{f'{code}/' if code else ''}"


def gemeente(slug: str) -> str:
    """One municipality."""
    return f"{GEMEENTEN}{slug}/"


def motie(gemeente_slug: str, motie_id: str) -> str:
    """A motie, on the page of its municipality."""
    return f"{gemeente(gemeente_slug)}#{anker(motie_id)}"


def bijlage(gemeente_slug: str, nummer: str) -> str:
    """An annex, in the list of papers of a municipality."""
    return f"{gemeente(gemeente_slug)}#bijlage-{nummer}"


def bron(anker_id: str) -> str:
    """A source, in the list of all sources."""
    return f"{BRONNEN}#{anker_id}"


def indiener(slug: str) -> str:
    """One indiener."""
    return f"{INDIENERS}{slug}/"


def antwoord(antwoord_id: str) -> str:
    """A thematic answer, where the nota prints it in full."""
    return f"{NOTA_ANTWOORDEN}#{anker(antwoord_id)}"


def nota_onderdeel(slug: str, punt_id: str = "", blad: int = 1) -> str:
    """The answers about an onderdeel in the nota, or about no place in particular; or one of
    them, on the page of that onderdeel that holds it."""
    pagina = f"{NOTA}{slug or 'het-geheel'}/"
    # An onderdeel may be called what a page of the nota itself is called.
    eigen = (NOTA_ANTWOORDEN, NOTA_AMBTSHALVE, NOTA_STAAT, NOTA_INLICHTINGEN, NOTA_VOLLEDIG)
    if pagina in eigen or slug == "het-geheel":
        pagina = f"{NOTA}onderdeel-{slug}/"
    if blad > 1:
        pagina = f"{pagina}{blad}/"
    return _met_anker(pagina, anker(punt_id))


def nota_staat(naar: str) -> str:
    """All changes of the text in the step to a version, in the order of the text."""
    return f"{NOTA_STAAT}{naar}/"


def wijzigingen_van(soort: str, code: str) -> str:
    """The changes of one kind: ``("herkomst", "ambtshalve")``, ``("onderdeel", "pijlers")``."""
    return f"{WIJZIGINGEN}{soort}/{code}/"


def begrip(anker_id: str) -> str:
    """A word in the glossary of the site."""
    return f"{BEGRIPPEN}#{anker_id}"


def _met_anker(href: str, kop: str) -> str:
    return f"{href}#{kop}" if kop else href
