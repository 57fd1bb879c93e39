"""The points of all zienswijzen in groups: who asked, about what, and what came of it.

    kenmerken(index)  → thema: "Wachttijden" 12 punten, "Onderwijs" 7 punten, …
                        uitkomst: "overgenomen" 41 punten, …

The same groups are the choices of the filter and, without JavaScript, pages of their own.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from regiovisie.registers.schema import Punt, Zienswijze
from regiovisie.render.markdown import to_html
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Deel, Label, Link, aantal, hoofdletter
from regiovisie.render.views.index import Index
from regiovisie.render.views.labels import SOORTEN_INDIENER, UITKOMSTEN
from regiovisie.render.views.zienswijzen import tel_punten, uitkomst_balk

GEHEEL = "het-geheel"
"""The group of points about no onderdeel in particular."""
EERSTE_WOORDEN = 150
"""How many characters of a question a list shows."""
_WOORD = re.compile(r"[^\s.,;:!?()\"“”‘’…]+")

Asked = tuple[Punt, Zienswijze]


@dataclass(frozen=True, slots=True)
class PuntRij:
    """One point in a list."""

    id: str
    href: str
    tekst: str
    """The first words of what was asked."""
    zoek: str
    """The other words by which a search finds it: each once, folded, most of them not shown."""
    uitkomst: Label
    onderdeel: str
    plaats: str
    themas: tuple[str, ...]
    indieners: tuple[Link, ...]
    voorbeeld: bool
    antwoord: str = ""
    """The first words of the answer, where the text does not (wholly) follow the point."""


@dataclass(frozen=True, slots=True)
class Groep:
    """The points that share something."""

    code: str
    naam: str
    titel: str
    """The title of its page: ``Punten met uitkomst: niet overgenomen``."""
    href: str
    aantal: int
    """How many points."""
    samenvatting: str
    balk: tuple[Deel, ...]
    punten: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Kenmerk:
    """Something by which points are grouped, with its groups."""

    code: str
    naam: str
    href: str
    groepen: tuple[Groep, ...]


@dataclass(frozen=True, slots=True)
class KenmerkView:
    """All groups of one kind."""

    kenmerk: Kenmerk
    titel: str
    groepen: tuple[Groep, ...]
    andere: tuple[Link, ...]
    """The other ways to group."""
    opmerking: str
    kruimels: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class GroepView:
    """The points of one group."""

    kenmerk: Kenmerk
    titel: str
    telling: str
    balk: tuple[Deel, ...]
    punten: tuple[PuntRij, ...]
    filter: str
    """The same points in the register with its filter: the address after ``zienswijzen/``."""
    kruimel: str
    kruimels: tuple[Link, ...]


def kenmerken(index: Index) -> tuple[Kenmerk, ...]:
    """Every way to group the points, with the groups that occur. Made once per build."""
    themas = index.regio.themas
    rondes = {ronde.id: ronde.titel for ronde in index.regio.rondes}
    soorten = {code: naam[:1].lower() + naam[1:] for code, naam in SOORTEN_INDIENER.items()}
    uitkomsten = {code: label.tekst for code, label in UITKOMSTEN.items()}
    onderdelen = index.onderdeel_namen | {GEHEEL: "Over het geheel"}
    indieners = {slug: i.naam for slug, i in index.indieners.items()}
    gemeenten = {slug: g.naam for slug, g in index.gemeenten.items()}
    zelf = index
    return (
        _kenmerk(zelf, "soort", "Soort indiener", "Punten van {}", soorten, soorten_van),
        _kenmerk(zelf, "uitkomst", "Uitkomst", "Punten met uitkomst: {}", uitkomsten, _uitkomst),
        _kenmerk(zelf, "onderdeel", "Onderdeel", "Punten bij {}", onderdelen, _onderdeel),
        _kenmerk(zelf, "thema", "Thema", "Punten over thema: {}", themas, _themas),
        _kenmerk(zelf, "indiener", "Indiener", "{}", indieners, _indieners, adres.indiener),
        _kenmerk(zelf, "gemeente", "Gemeente", "{}", gemeenten, gemeenten_van, adres.gemeente),
        _kenmerk(zelf, "ronde", "Ronde", "Punten uit de ronde: {}", rondes, _ronde),
    )


def met_pagina(alle: Iterable[Kenmerk]) -> tuple[Kenmerk, ...]:
    """Those whose overview is a page of the register, and not that of indieners or gemeenten."""
    return tuple(kenmerk for kenmerk in alle if kenmerk.href == adres.register(kenmerk.code))


def kenmerk_view(kenmerk: Kenmerk, alle: Iterable[Kenmerk]) -> KenmerkView:
    """The page with all groups of one kind."""
    meer = {"thema": "Een punt kan over meer thema’s gaan.", "soort": _SAMEN}
    return KenmerkView(
        kenmerk=kenmerk,
        titel=f"Punten per {kenmerk.naam.lower()}",
        groepen=kenmerk.groepen,
        andere=tuple(Link(k.href, k.naam) for k in alle if k is not kenmerk and k.groepen),
        opmerking=meer.get(kenmerk.code, ""),
        kruimels=(Link(adres.ZIENSWIJZEN, "Zienswijzen"),),
    )


def groep_view(index: Index, kenmerk: Kenmerk, groep: Groep) -> GroepView:
    """The page of one group."""
    return GroepView(
        kenmerk=kenmerk,
        titel=groep.titel,
        telling=aantal(groep.aantal, "punt", "punten"),
        balk=groep.balk,
        punten=tuple(punt_rij(index, punt, z) for punt, z in groep.punten),
        filter=f"{adres.ZIENSWIJZEN}?{kenmerk.code}={groep.code}",
        kruimel=groep.naam,
        kruimels=(
            Link(adres.ZIENSWIJZEN, "Zienswijzen"),
            Link(kenmerk.href, f"Per {kenmerk.naam.lower()}"),
        ),
    )


def punt_rij(index: Index, punt: Punt, zienswijze: Zienswijze) -> PuntRij:
    """One point in a list."""
    onderdeel = _onderdeel(index, punt, zienswijze)[0]
    vraag = _kale_tekst(punt.tekst)
    begin = eerste_woorden(vraag)
    plaats = index.onderdeel_namen.get(onderdeel, "Over het geheel")
    return PuntRij(
        id=punt.id,
        href=adres.punt(punt.id),
        tekst=begin,
        zoek=_zoekwoorden(index, punt, vraag, begin),
        uitkomst=UITKOMSTEN[punt.uitkomst],
        onderdeel=onderdeel,
        plaats=plaats,
        themas=punt.thema,
        indieners=index.indiener_links(zienswijze),
        voorbeeld=punt.voorbeeld or zienswijze.voorbeeld,
        antwoord=_antwoord(index, punt),
    )


def _antwoord(index: Index, punt: Punt) -> str:
    if punt.uitkomst not in ("niet", "deels"):
        return ""
    if punt.reactie:
        return eerste_woorden(_kale_tekst(punt.reactie))
    antwoord = index.antwoorden.get(punt.antwoord or "")
    return eerste_woorden(_kale_tekst(antwoord.inhoud)) if antwoord else ""


def soorten_van(index: Index, _: Punt | None, zienswijze: Zienswijze) -> tuple[str, ...]:
    """What kinds of indieners submitted it, each once."""
    return tuple(dict.fromkeys(i.soort for i in index.indieners_van(zienswijze)))


def gemeenten_van(index: Index, _: Punt | None, zienswijze: Zienswijze) -> tuple[str, ...]:
    """From which municipalities its indieners come, each once."""
    eigen = (i.gemeente for i in index.indieners_van(zienswijze) if i.gemeente)
    return tuple(slug for slug in dict.fromkeys(eigen) if slug in index.gemeenten)


def eerste_woorden(tekst: str) -> str:
    """The first words of a text, with an ellipsis where more follow."""
    if len(tekst) <= EERSTE_WOORDEN:
        return tekst
    return f"{tekst[:EERSTE_WOORDEN].rpartition(' ')[0].rstrip(' ,;:.')} …"


def vouw(tekst: str) -> str:
    """The text in small letters without accents, as `js/filter.js` folds what is searched for."""
    if tekst.isascii():
        return tekst.lower()
    plat = unicodedata.normalize("NFD", tekst)
    # Below this character there are no accents of their own.
    return "".join(
        teken
        for teken in plat
        if teken < "\u0300" or not unicodedata.category(teken).startswith("M")
    ).lower()


# --- groups

_SAMEN = "Een reactie van meer indieners samen telt bij elk van hen."
Codes = Callable[[Index, Punt, Zienswijze], tuple[str, ...]]


def _kenmerk(
    index: Index,
    code: str,
    naam: str,
    kop: str,
    namen: Mapping[str, str],
    codes: Codes,
    pagina: Callable[[str], str] | None = None,
) -> Kenmerk:
    """Groups in the order of ``namen``. Groups with a page elsewhere name it by ``pagina``."""
    found: dict[str, list[Asked]] = defaultdict(list)
    for punt, zienswijze in index.punten.values():
        for groep in codes(index, punt, zienswijze):
            found[groep].append((punt, zienswijze))
    overzichten = {"indiener": adres.INDIENERS, "gemeente": adres.GEMEENTEN}
    return Kenmerk(
        code=code,
        naam=naam,
        href=overzichten.get(code) or adres.register(code),
        groepen=tuple(
            Groep(
                code=groep,
                naam=hoofdletter(namen[groep]),
                titel=kop.format(namen[groep]),
                href=pagina(groep) if pagina else adres.register(code, groep),
                aantal=len(found[groep]),
                samenvatting=tel_punten(punt for punt, _ in found[groep]),
                balk=uitkomst_balk(punt for punt, _ in found[groep]),
                punten=tuple(found[groep]),
            )
            for groep in namen
            if groep in found
        ),
    )


def _indieners(_: Index, __: Punt, zienswijze: Zienswijze) -> tuple[str, ...]:
    return zienswijze.indieners


def _uitkomst(_: Index, punt: Punt, __: Zienswijze) -> tuple[str, ...]:
    return (punt.uitkomst,)


def _onderdeel(index: Index, punt: Punt, _: Zienswijze) -> tuple[str, ...]:
    slug = punt.plaats.onderdeel if punt.plaats else GEHEEL
    return (slug if slug in index.onderdeel_namen else GEHEEL,)


def _themas(_: Index, punt: Punt, __: Zienswijze) -> tuple[str, ...]:
    return punt.thema


def _ronde(_: Index, __: Punt, zienswijze: Zienswijze) -> tuple[str, ...]:
    return (zienswijze.ronde,)


# --- words


def _kale_tekst(markdown: str) -> str:
    return to_html(markdown, "", adres.ZIENSWIJZEN).striptags()


def _zoekwoorden(index: Index, punt: Punt, vraag: str, getoond: str) -> str:
    """All words of question and answer that the row does not show, folded, each once.

    A search finds parts of words, so that what is part of another word here is left out.
    """
    antwoord = index.antwoorden.get(punt.antwoord or "")
    delen = [
        vraag,
        punt.citaat or "",
        punt.minderheid or "",
        _kale_tekst(punt.reactie or ""),
        f"{antwoord.id} {antwoord.titel} {_kale_tekst(antwoord.inhoud)}" if antwoord else "",
        *(index.regio.themas.get(thema, thema) for thema in punt.thema),
    ]
    vindbaar = vouw(getoond)
    woorden = []
    for woord in sorted(set(_WOORD.findall(vouw(" ".join(delen)))), key=lambda w: (-len(w), w)):
        if woord not in vindbaar:
            woorden.append(woord)
            vindbaar += f" {woord}"
    return " ".join(sorted(woorden))
