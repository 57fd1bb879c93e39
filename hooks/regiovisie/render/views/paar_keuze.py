"""What a reader can choose to see of a pair: whose changes, why, and about what.

Each place carries the answers of all its causes, for js/filter.js to match the choice with::

    data-herkomst="advies" data-aard="inhoudelijk" data-indiener="raad-x" data-thema="wachten"
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from regiovisie.registers.schema import Wijziging
from regiovisie.render.noten import Noot
from regiovisie.render.views.basis import Link
from regiovisie.render.views.index import Index
from regiovisie.render.views.labels import HERKOMSTEN, SOORT_INDIENER

VRAGEN = {
    "herkomst": "Herkomst",
    "aard": "Aard",
    "indiener": "Indiener",
    "soort": "Soort indiener",
    "gemeente": "Gemeente",
    "thema": "Thema",
}
"""The questions in their order; each name stands in the address."""
AARD = {"inhoudelijk": "inhoudelijk", "redactioneel": "redactioneel"}
ZONDER = "geen"
"""The code of a change that needs a cause and has none yet."""

Antwoord = tuple[str, str]
"""Name of a question, and a code that answers it."""
Kenmerken = tuple[tuple[str, str], ...]
"""Name of a question, and all codes that answer it, parted by spaces."""


@dataclass(frozen=True, slots=True)
class Keuze:
    """One thing that can be chosen, with the number of places that it shows."""

    code: str
    tekst: str
    aantal: int


@dataclass(frozen=True, slots=True)
class Vraag:
    """One question with its choices."""

    naam: str
    titel: str
    keuzes: tuple[Keuze, ...]


@dataclass(frozen=True, slots=True)
class KeuzeView:
    """The choice that a page of a pair offers; no questions where nothing can be parted."""

    vragen: tuple[Vraag, ...]
    basis: str
    """The address that all pages of the pair begin with: the choice goes along there."""


@dataclass(frozen=True, slots=True)
class Lijst:
    """The places of one choice as links: the same without script."""

    keuze: Keuze
    plekken: tuple[Link, ...]


def keuze_view(index: Index, noten: Sequence[Noot], basis: str) -> KeuzeView:
    """The choice for these places."""
    aantallen = Counter(antwoord for noot in noten for antwoord in _antwoorden(index, noot))
    vragen = (Vraag(naam, titel, _keuzes(index, naam, aantallen)) for naam, titel in VRAGEN.items())
    return KeuzeView(tuple(v for v in vragen if _parts(v.keuzes, len(noten))), basis)


def lijsten(index: Index, naam: str, plekken: Sequence[tuple[Noot, Link]]) -> tuple[Lijst, ...]:
    """For one question, per choice the places with links to them."""
    links: dict[Antwoord, list[Link]] = defaultdict(list)
    for noot, link in plekken:
        for antwoord in _antwoorden(index, noot):
            links[antwoord].append(link)
    aantallen = {antwoord: len(gevonden) for antwoord, gevonden in links.items()}
    return tuple(
        Lijst(keuze, tuple(links[naam, keuze.code])) for keuze in _keuzes(index, naam, aantallen)
    )


def kenmerken(index: Index, noot: Noot) -> Kenmerken:
    """What the causes of a place answer to each question."""
    return _per_vraag(_antwoorden(index, noot))


def punten_kenmerken(index: Index, punten: Iterable[str]) -> Kenmerken:
    """What points answer to the questions about who asked, and about what."""
    found = (antwoord for punt_id in punten for antwoord in _van_punt(index, punt_id))
    return _per_vraag(dict.fromkeys(found))


def _antwoorden(index: Index, noot: Noot) -> tuple[Antwoord, ...]:
    """All answers of a place, each once."""
    found: dict[Antwoord, None] = {}
    for wijziging_id in noot.wijzigingen:
        if wijziging_id in index.wijzigingen:
            found |= dict.fromkeys(_van_wijziging(index, index.wijzigingen[wijziging_id]))
    if noot.zonder_herkomst:
        found["herkomst", ZONDER] = None
    return tuple(found)


def _van_wijziging(index: Index, wijziging: Wijziging) -> list[Antwoord]:
    aard = "redactioneel" if wijziging.herkomst == "redactioneel" else "inhoudelijk"
    punten = (punt_id for punt_id in wijziging.punten if punt_id in index.punten)
    return [
        ("herkomst", wijziging.herkomst),
        ("aard", aard),
        *(antwoord for punt_id in punten for antwoord in _van_punt(index, punt_id)),
    ]


def _van_punt(index: Index, punt_id: str) -> list[Antwoord]:
    punt, zienswijze = index.punten[punt_id]
    found = [("thema", thema) for thema in punt.thema]
    for slug in zienswijze.indieners:
        if indiener := index.indieners.get(slug):
            found += [("indiener", slug), ("soort", indiener.soort)]
            found += [("gemeente", indiener.gemeente)] if indiener.gemeente else []
    return found


def _per_vraag(antwoorden: Iterable[Antwoord]) -> Kenmerken:
    found: dict[str, list[str]] = defaultdict(list)
    for naam, code in antwoorden:
        found[naam].append(code)
    return tuple((naam, " ".join(found[naam])) for naam in VRAGEN if naam in found)


def _keuzes(index: Index, naam: str, aantallen: Mapping[Antwoord, int]) -> tuple[Keuze, ...]:
    """The choices of a question that occur: in the order of its table, else by name."""
    woorden = _woorden(index, naam)
    codes = [code for vraag, code in aantallen if vraag == naam]
    if naam in ("indiener", "gemeente", "thema"):
        codes.sort(key=lambda code: woorden.get(code, code).casefold())
    else:
        codes.sort(key=[*woorden].index)
    return tuple(Keuze(code, woorden.get(code, code), aantallen[naam, code]) for code in codes)


def _woorden(index: Index, naam: str) -> Mapping[str, str]:
    """Code → words on screen, for one question."""
    match naam:
        case "herkomst":
            woorden = {code: label.tekst for code, label in HERKOMSTEN.items()}
            return {**woorden, ZONDER: "nog zonder herkomst"}
        case "aard":
            return AARD
        case "soort":
            return SOORT_INDIENER
        case "thema":
            return index.regio.themas
        case "indiener":
            return {slug: indiener.naam for slug, indiener in index.indieners.items()}
        case _:
            return {slug: gemeente.naam for slug, gemeente in index.gemeenten.items()}


def _parts(keuzes: Sequence[Keuze], plekken: int) -> bool:
    """Whether these choices tell places apart."""
    return any(keuze.aantal < plekken for keuze in keuzes)
