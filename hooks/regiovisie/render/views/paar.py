"""The overview of a pair: counts, onderdelen, and every changed word with its cause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from regiovisie.herkomst.vergelijking import Vergelijking
from regiovisie.render.beschrijving import beschrijving
from regiovisie.render.noten import Noot
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Link, aantal
from regiovisie.render.views.index import Index, Paar
from regiovisie.render.views.omgeving import Woorden, alle_woorden
from regiovisie.render.views.paar_keuze import (
    VRAGEN,
    Kenmerken,
    KeuzeView,
    Lijst,
    kenmerken,
    keuze_view,
    lijsten,
)
from regiovisie.render.views.paar_kort import (
    OnderdeelRij,
    VersieKort,
    kruimels,
    onderdeel_rijen,
    onvolledige_versies,
    paar_naam,
    versie_kort,
    wijzigingen_kort,
)
from regiovisie.render.views.wijziging_kort import WijzigingKort

ZONDER_SCRIPT = ("herkomst", "indiener", "thema")
"""The questions that are answered as lists of links too."""


@dataclass(frozen=True, slots=True)
class Cijfer:
    """A number at the head of a pair, with what it counts."""

    getal: str
    wat: str


@dataclass(frozen=True, slots=True)
class WasWordtRij:
    """One place in the was-wordt list: old and new words, causes, and where it stands."""

    href: str
    beschrijving: str
    was: tuple[Woorden, ...]
    wordt: tuple[Woorden, ...]
    """The words, one text for each block; both empty for a change besides words."""
    wijzigingen: tuple[WijzigingKort, ...]
    zonder_herkomst: bool
    herhaalt: bool
    """Whether its causes are those of the row before."""
    kenmerken: Kenmerken
    """What the choice is matched with; see `paar_keuze`."""


@dataclass(frozen=True, slots=True)
class WasWordtGroep:
    """The changes of one onderdeel."""

    slug: str
    titel: str
    href: str
    plekken: str
    rijen: tuple[WasWordtRij, ...]


@dataclass(frozen=True, slots=True)
class Lijsten:
    """The places by one question, such as by indiener."""

    naam: str
    titel: str
    lijsten: tuple[Lijst, ...]


@dataclass(frozen=True, slots=True)
class Weggevallen:
    """A change of a step between, of which this pair shows nothing."""

    kort: WijzigingKort
    stap: str
    beschrijvingen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PaarView:
    """The overview of a pair."""

    van: VersieKort
    naar: VersieKort
    cijfers: tuple[Cijfer, ...]
    keuze: KeuzeView
    onderdelen: tuple[OnderdeelRij, ...]
    was_wordt: tuple[WasWordtGroep, ...]
    lijsten: tuple[Lijsten, ...]
    weggevallen: tuple[Weggevallen, ...]
    herkomst_onvolledig: tuple[VersieKort, ...]
    andere: tuple[Link, ...]
    kruimels: tuple[Link, ...]
    kruimel: str


def paar(index: Index, van: str, naar: str) -> PaarView:
    """The overview of a pair."""
    vergelijking = index.dossier.vergelijking(van, naar)
    plekken = _plekken(index, vergelijking)
    noten = [noot for noot, _ in plekken]
    return PaarView(
        van=versie_kort(index, van),
        naar=versie_kort(index, naar),
        cijfers=_cijfers(vergelijking, noten),
        keuze=keuze_view(index, noten, adres.vergelijking(van, naar)),
        onderdelen=onderdeel_rijen(index, van, naar),
        was_wordt=tuple(_groepen(index, vergelijking)),
        lijsten=tuple(
            Lijsten(naam, VRAGEN[naam], gevonden)
            for naam in ZONDER_SCRIPT
            if (gevonden := lijsten(index, naam, plekken))
        ),
        weggevallen=tuple(
            _weggevallen(index, kort)
            for kort in wijzigingen_kort(index, vergelijking.weggevallen, (van, naar))
        ),
        herkomst_onvolledig=onvolledige_versies(index, van, naar),
        andere=tuple(
            Link(adres.vergelijking(*ander), paar_naam(index, ander))
            for ander in index.dossier.paren
            if ander != (van, naar)
        ),
        kruimels=kruimels(),
        kruimel=paar_naam(index, (van, naar)),
    )


def _plekken(index: Index, vergelijking: Vergelijking) -> list[tuple[Noot, Link]]:
    """Every numbered place of a pair with a link to it."""
    versies = (vergelijking.van, vergelijking.naar)
    return [
        (
            noot,
            Link(
                adres.vergelijking(*versies, onderdeel.slug, noot.anker),
                f"{onderdeel.nummer} {onderdeel.titel}: {noot.beschrijving}".strip(),
            ),
        )
        for onderdeel in vergelijking.onderdelen
        for noot in index.noten(*versies, onderdeel.slug)
    ]


def _cijfers(vergelijking: Vergelijking, noten: Sequence[Noot]) -> tuple[Cijfer, ...]:
    """The numbers at the head of a pair; what did not happen is left out."""
    telling = vergelijking.telling
    gewijzigd = sum(onderdeel.status != "gelijk" for onderdeel in vergelijking.onderdelen)
    onderdelen = f"{gewijzigd} van {len(vergelijking.onderdelen)}"
    zonder = sum(noot.zonder_herkomst for noot in noten)
    geteld = (
        (len(vergelijking.wijzigingen), "wijziging", "wijzigingen"),
        (len(noten), "plek in de tekst", "plekken in de tekst"),
        (telling.toegevoegd, "woord erbij", "woorden erbij"),
        (telling.vervallen, "woord weg", "woorden weg"),
        (telling.verplaatst, "alinea verplaatst", "alinea’s verplaatst"),
        (zonder, "plek nog zonder herkomst", "plekken nog zonder herkomst"),
    )
    cijfers = [Cijfer(str(n), een if n == 1 else meer) for n, een, meer in geteld if n]
    return (Cijfer(onderdelen, "onderdelen veranderd"), *cijfers)


def _groepen(index: Index, vergelijking: Vergelijking) -> list[WasWordtGroep]:
    versies = (vergelijking.van, vergelijking.naar)
    groepen = []
    for onderdeel in vergelijking.onderdelen:
        noten = index.noten(*versies, onderdeel.slug)
        if noten:
            pagina = adres.vergelijking(*versies, onderdeel.slug)
            groepen.append(
                WasWordtGroep(
                    slug=onderdeel.slug,
                    titel=f"{onderdeel.nummer} {onderdeel.titel}".strip(),
                    href=pagina,
                    plekken=aantal(len(noten), "plek", "plekken"),
                    rijen=tuple(
                        _rij(index, noot, vorige, pagina, versies)
                        for vorige, noot in pairwise((None, *noten))
                        if noot
                    ),
                )
            )
    return groepen


def _rij(index: Index, noot: Noot, vorige: Noot | None, pagina: str, versies: Paar) -> WasWordtRij:
    return WasWordtRij(
        href=f"{pagina}#{noot.anker}",
        beschrijving=noot.beschrijving,
        was=alle_woorden(noot.plekken, "was"),
        wordt=alle_woorden(noot.plekken, "wordt"),
        wijzigingen=wijzigingen_kort(index, noot.wijzigingen, versies),
        zonder_herkomst=noot.zonder_herkomst,
        herhaalt=vorige is not None and noot.wijzigingen == vorige.wijzigingen != (),
        kenmerken=kenmerken(index, noot),
    )


def _weggevallen(index: Index, kort: WijzigingKort) -> Weggevallen:
    van, naar = index.dossier.stap(kort.id)
    plekken = index.dossier.plekken(kort.id)
    return Weggevallen(
        kort,
        f"Van {index.versie_naam(van)} naar {index.versie_naam(naar)}",
        tuple(dict.fromkeys(beschrijving(plek.plek) for plek in plekken)),
    )
