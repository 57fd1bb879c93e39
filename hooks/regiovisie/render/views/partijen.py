"""Who gave a reaction: each indiener with its zienswijzen, and what was done with each point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from regiovisie.registers.schema import Indiener, Zienswijze
from regiovisie.render.views import adres
from regiovisie.render.views.basis import BronView, Deel, Link, aantal, zienswijzen_met_punten
from regiovisie.render.views.index import Index, bron_view
from regiovisie.render.views.labels import SOORT_INDIENER, SOORTEN_INDIENER
from regiovisie.render.views.melden import Melden, melden
from regiovisie.render.views.zienswijzen import (
    PuntView,
    ZienswijzeRij,
    geleid,
    punt_view,
    tel_punten,
    uitkomst_balk,
    zienswijze_rij,
)


@dataclass(frozen=True, slots=True)
class IndienerRij:
    """One indiener in a list, however many zienswijzen it gave."""

    href: str
    naam: str
    gemeente: str
    zienswijzen: str
    samenvatting: str
    balk: tuple[Deel, ...]
    voorbeeld: bool


@dataclass(frozen=True, slots=True)
class IndienerGroep:
    """Indieners of one soort."""

    titel: str
    indieners: tuple[IndienerRij, ...]


@dataclass(frozen=True, slots=True)
class IndienersView:
    """All indieners, per soort."""

    groepen: tuple[IndienerGroep, ...]
    kruimels: tuple[Link, ...] = (Link(adres.ZIENSWIJZEN, "Zienswijzen"),)


@dataclass(frozen=True, slots=True)
class BriefView:
    """One zienswijze with its points in short, on a page about more than one."""

    rij: ZienswijzeRij
    punten: tuple[PuntView, ...]


@dataclass(frozen=True, slots=True)
class PuntenTelling:
    """What came of all points of some zienswijzen together."""

    zin: str
    """``2 zienswijzen met 9 punten``."""
    geleid: str
    balk: tuple[Deel, ...]


@dataclass(frozen=True, slots=True)
class IndienerView:
    """One indiener and what was done with its zienswijzen."""

    naam: str
    soort: str
    adres: str
    gemeente: Link | None
    inhoud: Markup
    telling: PuntenTelling
    brieven: tuple[BriefView, ...]
    melden: Melden
    bron: BronView | None
    voorbeeld: bool
    kruimels: tuple[Link, ...]


def indieners(index: Index) -> IndienersView:
    """All indieners, per soort in the order of the labels."""
    groepen = []
    for soort, titel in SOORTEN_INDIENER.items():
        rijen = tuple(
            _indiener_rij(index, indiener)
            for indiener in index.project.indieners
            if indiener.soort == soort
        )
        if rijen:
            groepen.append(IndienerGroep(titel, rijen))
    return IndienersView(tuple(groepen))


def indiener(index: Index, record: Indiener) -> IndienerView:
    """One indiener."""
    zienswijzen = index.zienswijzen_van.get(record.slug, ())
    pagina = adres.indiener(record.slug)
    return IndienerView(
        naam=record.naam,
        soort=SOORT_INDIENER[record.soort],
        adres=pagina,
        gemeente=_gemeente_link(index, record.gemeente),
        inhoud=index.to_html(record.inhoud, f"indieners/{record.slug}.md", pagina),
        telling=tel(index, zienswijzen),
        brieven=tuple(brief(index, z, pagina) for z in zienswijzen),
        melden=melden(index, [record]),
        bron=bron_view(record.bron),
        voorbeeld=record.voorbeeld,
        kruimels=(
            Link(adres.ZIENSWIJZEN, "Zienswijzen"),
            Link(adres.INDIENERS, "Indieners"),
        ),
    )


def brief(index: Index, zienswijze: Zienswijze, pagina: str) -> BriefView:
    """One zienswijze with its points, as they stand on the page ``pagina``."""
    return BriefView(
        rij=zienswijze_rij(index, zienswijze),
        punten=tuple(
            punt_view(index, zienswijze, punt, pagina, hele_alinea=False)
            for punt in zienswijze.punten
        ),
    )


def tel(index: Index, zienswijzen: Sequence[Zienswijze]) -> PuntenTelling:
    """All points of some zienswijzen, counted."""
    punten = [punt for zienswijze in zienswijzen for punt in zienswijze.punten]
    zin = zienswijzen_met_punten(len(zienswijzen), len(punten))
    return PuntenTelling(zin, geleid(index, punten), uitkomst_balk(punten))


def _indiener_rij(index: Index, record: Indiener) -> IndienerRij:
    eigen = index.zienswijzen_van.get(record.slug, ())
    punten = [punt for zienswijze in eigen for punt in zienswijze.punten]
    gemeente_link = _gemeente_link(index, record.gemeente)
    return IndienerRij(
        href=adres.indiener(record.slug),
        naam=record.naam,
        gemeente=gemeente_link.tekst if gemeente_link else "",
        zienswijzen=aantal(len(eigen), "zienswijze", "zienswijzen"),
        samenvatting=tel_punten(punten),
        balk=uitkomst_balk(punten),
        voorbeeld=record.voorbeeld,
    )


def _gemeente_link(index: Index, slug: str | None) -> Link | None:
    if slug is None or slug not in index.gemeenten:
        return None
    return Link(adres.gemeente(slug), index.gemeenten[slug].naam)
