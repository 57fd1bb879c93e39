"""The addresses of the site: one function per kind of page, all relative to its root.

::

    zienswijze("ZW-12")                       → "zienswijzen/zw-12/"
    punt("ZW-12.3")                           → "zienswijzen/zw-12/#zw-12-3"
    vergelijking("0-1", "0-2", "pijlers")     → "vergelijk/0-1/0-2/pijlers/"
"""

from __future__ import annotations

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
PLANNING = "planning/"


def anker(record_id: str) -> str:
    """The id of a record as the id of an element: ``ZW-12.3`` becomes ``zw-12-3``."""
    return record_id.lower().replace(".", "-")


def onderdeel(slug: str, kop: str = "") -> str:
    """An onderdeel of the text that counts."""
    return _met_anker(f"{REGIOVISIE}{slug}/", kop)


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


def zienswijze(zienswijze_id: str) -> str:
    """One zienswijze."""
    return f"{ZIENSWIJZEN}{zienswijze_id.lower()}/"


def punt(punt_id: str) -> str:
    """One point, on the page of its zienswijze."""
    return f"{zienswijze(punt_id.partition('.')[0])}#{anker(punt_id)}"


def gemeente(slug: str) -> str:
    """One municipality."""
    return f"{GEMEENTEN}{slug}/"


def indiener(slug: str) -> str:
    """One indiener."""
    return f"{INDIENERS}{slug}/"


def antwoord(antwoord_id: str) -> str:
    """A thematic answer, where the nota prints it in full."""
    return f"{NOTA}#{anker(antwoord_id)}"


def _met_anker(href: str, kop: str) -> str:
    return f"{href}#{kop}" if kop else href
