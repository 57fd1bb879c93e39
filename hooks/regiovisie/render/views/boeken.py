"""The books on screen: every changed place counted once, by what it comes from.

The numbers are those of `herkomst.boekhouding`, which `check` and the build tell as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from regiovisie.herkomst.boekhouding import Boekhouding, Puntenboek, Stapboek, boekhouding
from regiovisie.render.beschrijving import beschrijving_van_groep
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Link, aantal, hoofdletter, opsomming
from regiovisie.render.views.index import Index, Paar

OP_VERZOEK = ("zienswijze", "advies", "inspraak")
EIGEN = (
    ("wetswijziging", "Door de wet"),
    ("ambtshalve", "Ambtshalve"),
    ("redactioneel", "Redactioneel"),
)


@dataclass(frozen=True, slots=True)
class BoekRij:
    """One step, or all of them."""

    stap: Link
    cellen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenPlek:
    """A place without a cause yet."""

    link: Link
    waar: str
    """``7 Instrumenten, van versie 0.2 naar versie 0.3``."""


@dataclass(frozen=True, slots=True)
class Boeken:
    """The books of the project."""

    sluit: str
    """Whether every change has a cause, in a sentence."""
    koppen: tuple[str, ...]
    rijen: tuple[BoekRij, ...]
    """The newest step first; the sum of all last, where there are several."""
    open_plekken: tuple[OpenPlek, ...]
    hele_paragrafen: tuple[Link, ...]
    hele_paragrafen_zin: str
    punten: str


def boeken(index: Index) -> Boeken:
    """The books of the project."""
    geteld = boekhouding(index.dossier)
    return Boeken(
        sluit=_sluit(geteld.totaal),
        koppen=(
            "Stap",
            "Op verzoek",
            *(kop for _, kop in EIGEN),
            "Nog zonder herkomst",
            "Alleen opmaak",
            "Alle plekken",
        ),
        rijen=_rijen(index, geteld),
        open_plekken=tuple(_open_plekken(index)),
        hele_paragrafen=tuple(Link(adres.wijziging(i), i) for i in geteld.totaal.hele_paragrafen),
        hele_paragrafen_zin=_hele_paragrafen(geteld.totaal),
        punten=_punten(geteld.punten),
    )


def stap_naam(index: Index, stap: Paar) -> str:
    """A step in words: ``Van versie 0.2 naar versie 0.3``."""
    van, naar = stap
    doel = index.versie_in_zin(naar)
    return f"Van {index.versie_naam(van)} naar {doel}"


def _sluit(totaal: Stapboek) -> str:
    plekken = aantal(totaal.plekken, "plek", "plekken")
    if not totaal.plekken:
        return "Er is nog niets veranderd."
    if totaal.zonder_herkomst:
        zonder = aantal(totaal.zonder_herkomst, "plek", "plekken")
        heeft = "heeft" if totaal.zonder_herkomst == 1 else "hebben"
        return f"De tekst veranderde op {plekken}. {zonder} {heeft} nog geen herkomst."
    return f"De tekst veranderde op {plekken}. Van elke plek staat vast waar zij vandaan komt."


def _rijen(index: Index, geteld: Boekhouding) -> tuple[BoekRij, ...]:
    stappen = reversed(list(geteld.stappen.items()))
    rijen = [
        BoekRij(Link(adres.vergelijking(*stap), stap_naam(index, stap)), _cellen(boek))
        for stap, boek in stappen
    ]
    if len(rijen) > 1:
        rijen.append(BoekRij(Link("", "Alle stappen samen"), _cellen(geteld.totaal)))
    return tuple(rijen)


def _cellen(boek: Stapboek) -> tuple[str, ...]:
    per = boek.plekken_per_herkomst
    getallen = (
        sum(per.get(code, 0) for code in OP_VERZOEK),
        *(per.get(code, 0) for code, _ in EIGEN),
        boek.zonder_herkomst,
        boek.alleen_opmaak,
        boek.plekken,
    )
    return tuple(str(getal) for getal in getallen)


def _open_plekken(index: Index) -> Iterator[OpenPlek]:
    for stap in index.dossier.stappen:
        for onderdeel in index.dossier.vergelijking(*stap).onderdelen:
            if not onderdeel.telling.zonder_herkomst:
                continue
            waar = f"{onderdeel.nummer} {onderdeel.titel}".strip()
            for groep in onderdeel.groepen:
                if groep[0].zonder_herkomst:
                    href = adres.vergelijking(*stap, onderdeel.slug, groep[0].anker)
                    naam = stap_naam(index, stap)
                    yield OpenPlek(
                        Link(href, hoofdletter(beschrijving_van_groep(groep))),
                        f"{waar}, {naam[:1].lower()}{naam[1:]}",
                    )


def _hele_paragrafen(totaal: Stapboek) -> str:
    """Changes that claim by place alone, so that they cannot hide work."""
    heel = len(totaal.hele_paragrafen)
    if not heel:
        return ""
    wijzigingen = aantal(heel, "wijziging", "wijzigingen")
    noemt = "noemt" if heel == 1 else "noemen"
    plekken = aantal(totaal.alleen_hele_paragraaf, "plek", "plekken")
    heeft = "heeft" if totaal.alleen_hele_paragraaf == 1 else "hebben"
    return (
        f"{wijzigingen} {noemt} een hele paragraaf, zonder woorden te noemen. "
        f"{plekken} {heeft} alleen daardoor een herkomst."
    )


def _punten(boek: Puntenboek) -> str:
    if not boek.punten:
        return ""
    delen: Sequence[str] = [
        f"{boek.beantwoord} beantwoord",
        *([f"{boek.onbekend} met een antwoord dat niet openbaar is"] if boek.onbekend else []),
        f"{boek.open} nog open" if boek.open else "geen enkel punt nog open",
    ]
    leidt = boek.leidt_tot_wijziging
    daarvan = f"{leidt} daarvan {'leidde' if leidt == 1 else 'leidden'}"
    return (
        f"{aantal(boek.punten, 'punt', 'punten')} uit de zienswijzen: {opsomming(delen)}. "
        f"{daarvan if leidt else 'Geen daarvan leidde'} tot een wijziging."
    )
