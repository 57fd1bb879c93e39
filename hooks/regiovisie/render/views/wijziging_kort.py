"""A change as other pages show it: its number, cause, askers, and its words in context."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from regiovisie.herkomst.dossier import PlekInStap
from regiovisie.registers.schema import Wijziging
from regiovisie.render.beschrijving import beschrijving
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Label, Link
from regiovisie.render.views.index import Index
from regiovisie.render.views.labels import HERKOMSTEN, UITKOMSTEN, WAT


@dataclass(frozen=True, slots=True)
class PuntKort:
    """A point named as a cause: what was asked, by whom, with what outcome."""

    id: str
    href: str
    tekst: str
    uitkomst: Label
    indieners: tuple[Link, ...]
    voorbeeld: bool


@dataclass(frozen=True, slots=True)
class PlekKort:
    """The changed words in their paragraph, with a link to them in the whole text."""

    href: str
    plaats: str
    beschrijving: str
    fragment: Markup


@dataclass(frozen=True, slots=True)
class WijzigingKort:
    """A change with its cause."""

    id: str
    href: str
    wat: str
    herkomst: Label
    punten: tuple[PuntKort, ...]
    toelichting: str | None
    voorbeeld: bool
    hele_paragraaf: bool = False
    """Whether it claims by place alone: all that changed there, without a quote."""
    stap: str = ""
    """``in versie 0.3``, on pages about several steps; else empty."""


@dataclass(frozen=True, slots=True)
class WijzigingMetPlekken:
    """A change with its cause and every place that it touches."""

    kort: WijzigingKort
    plekken: tuple[PlekKort, ...]


def wijziging_kort(index: Index, wijziging: Wijziging) -> WijzigingKort:
    """One change with its cause."""
    return WijzigingKort(
        id=wijziging.id,
        href=adres.wijziging(wijziging.id),
        wat=WAT[wijziging.wat],
        herkomst=HERKOMSTEN[wijziging.herkomst],
        punten=tuple(punt_kort(index, p) for p in wijziging.punten if p in index.punten),
        toelichting=wijziging.toelichting,
        voorbeeld=wijziging.voorbeeld,
        hele_paragraaf=index.dossier.is_whole_section(wijziging.id),
    )


def punt_kort(index: Index, punt_id: str) -> PuntKort:
    """One point as a cause."""
    punt, zienswijze = index.punten[punt_id]
    return PuntKort(
        id=punt.id,
        href=adres.punt(punt.id),
        tekst=punt.tekst,
        uitkomst=UITKOMSTEN[punt.uitkomst],
        indieners=index.indiener_links(zienswijze),
        voorbeeld=punt.voorbeeld or zienswijze.voorbeeld,
    )


def wijziging_met_plekken(index: Index, wijziging: Wijziging, pagina: str) -> WijzigingMetPlekken:
    """One change with its cause and its places, as they stand on the page ``pagina``.

    Several places in one paragraph show that paragraph once.
    """
    plekken: dict[tuple[str, str], PlekKort] = {}
    for plek in index.dossier.plekken(wijziging.id):
        key = (plek.onderdeel.slug, plek.plek.levenslijn)
        if key not in plekken:
            plekken[key] = plek_kort(index, plek, pagina)
    return WijzigingMetPlekken(wijziging_kort(index, wijziging), tuple(plekken.values()))


def plek_kort(index: Index, plek: PlekInStap, pagina: str) -> PlekKort:
    """One place, as it stands on the page ``pagina``."""
    onderdeel = plek.onderdeel
    return PlekKort(
        href=adres.vergelijking(plek.van, plek.naar, onderdeel.slug, plek.plek.anker),
        plaats=f"{onderdeel.nummer} {onderdeel.titel}".strip(),
        beschrijving=beschrijving(plek.plek),
        fragment=index.opmaker.plek(plek, pagina),
    )
