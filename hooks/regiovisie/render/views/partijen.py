"""Who takes part: indieners, and municipalities with their decision, moties and papers."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from regiovisie.registers.schema import Document, Gemeente, Indiener
from regiovisie.render.markdown import to_html
from regiovisie.render.views import adres
from regiovisie.render.views.basis import BronView, Deel, Link, aantal
from regiovisie.render.views.index import Index, bron_view
from regiovisie.render.views.labels import SOORT_INDIENER, SOORTEN_INDIENER, ZIENSWIJZE_VAN_RAAD
from regiovisie.render.views.raadsbesluiten import RaadView, raad
from regiovisie.render.views.zienswijzen import (
    ZienswijzeRij,
    geleid,
    uitkomst_balk,
    zienswijze_rij,
)


@dataclass(frozen=True, slots=True)
class IndienerRij:
    """One indiener in a list."""

    href: str
    naam: str
    gemeente: str
    zienswijzen: str
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
    kruimels: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class IndienerView:
    """One indiener and what was done with its zienswijzen."""

    naam: str
    soort: str
    gemeente: Link | None
    inhoud: Markup
    telling: str
    geleid: str
    balk: tuple[Deel, ...]
    zienswijzen: tuple[ZienswijzeRij, ...]
    bron: BronView | None
    voorbeeld: bool
    kruimels: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A paper of a council."""

    titel: str
    url: str | None
    feiten: str


@dataclass(frozen=True, slots=True)
class GemeenteRij:
    """One municipality in a list."""

    raad: RaadView
    zienswijze: str


@dataclass(frozen=True, slots=True)
class GemeentenView:
    """All municipalities, the examples apart."""

    gemeenten: tuple[GemeenteRij, ...]
    voorbeelden: tuple[GemeenteRij, ...]
    kruimels: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class GemeenteView:
    """One municipality."""

    naam: str
    raad: RaadView
    zienswijze: str
    zienswijze_bron: BronView | None
    telling: str
    geleid: str
    balk: tuple[Deel, ...]
    zienswijzen: tuple[ZienswijzeRij, ...]
    documenten: tuple[DocumentView, ...]
    raadsinformatie: Link | None
    inhoud: Markup
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
    punten = [punt for zienswijze in zienswijzen for punt in zienswijze.punten]
    pagina = adres.indiener(record.slug)
    return IndienerView(
        naam=record.naam,
        soort=SOORT_INDIENER[record.soort],
        gemeente=_gemeente_link(index, record.gemeente),
        inhoud=to_html(record.inhoud, f"indieners/{record.slug}.md", pagina),
        telling=aantal(len(punten), "punt", "punten"),
        geleid=geleid(index, punten),
        balk=uitkomst_balk(punten),
        zienswijzen=tuple(zienswijze_rij(index, z) for z in zienswijzen),
        bron=bron_view(record.bron),
        voorbeeld=record.voorbeeld,
        kruimels=(Link(adres.INDIENERS, "Indieners"),),
    )


def gemeenten(index: Index) -> GemeentenView:
    """The municipalities of the region in their order, and the examples."""
    eigen = [index.gemeenten[slug] for slug in index.regio.gemeenten if slug in index.gemeenten]
    voorbeelden = [gemeente for gemeente in index.project.gemeenten if gemeente.voorbeeld]
    return GemeentenView(
        tuple(_gemeente_rij(gemeente) for gemeente in eigen if not gemeente.voorbeeld),
        tuple(_gemeente_rij(gemeente) for gemeente in voorbeelden),
    )


def gemeente(index: Index, record: Gemeente) -> GemeenteView:
    """One municipality: its zienswijzen, decision, moties, papers and notes."""
    zienswijzen = tuple(
        zienswijze
        for zienswijze in index.project.zienswijzen
        if any(
            index.indieners[slug].gemeente == record.slug
            for slug in zienswijze.indieners
            if slug in index.indieners
        )
    )
    punten = [punt for zienswijze in zienswijzen for punt in zienswijze.punten]
    raadsinformatie = record.raadsinformatie
    pagina = adres.gemeente(record.slug)
    return GemeenteView(
        naam=record.naam,
        raad=raad(record),
        zienswijze=ZIENSWIJZE_VAN_RAAD[record.zienswijze],
        zienswijze_bron=bron_view(record.zienswijze_bron),
        telling=aantal(len(punten), "punt", "punten"),
        geleid=geleid(index, punten),
        balk=uitkomst_balk(punten),
        zienswijzen=tuple(zienswijze_rij(index, z) for z in zienswijzen),
        documenten=tuple(_document(document) for document in record.documenten),
        raadsinformatie=(
            Link(raadsinformatie.url or "", raadsinformatie.titel) if raadsinformatie else None
        ),
        inhoud=to_html(record.inhoud, f"gemeenten/{record.slug}.md", pagina),
        voorbeeld=record.voorbeeld,
        kruimels=(Link(adres.GEMEENTEN, "Gemeenten"),),
    )


def _indiener_rij(index: Index, record: Indiener) -> IndienerRij:
    eigen = index.zienswijzen_van.get(record.slug, ())
    gemeente_link = _gemeente_link(index, record.gemeente)
    return IndienerRij(
        href=adres.indiener(record.slug),
        naam=record.naam,
        gemeente=gemeente_link.tekst if gemeente_link else "",
        zienswijzen=aantal(len(eigen), "zienswijze", "zienswijzen"),
        voorbeeld=record.voorbeeld,
    )


def _gemeente_rij(record: Gemeente) -> GemeenteRij:
    return GemeenteRij(raad(record), ZIENSWIJZE_VAN_RAAD[record.zienswijze])


def _gemeente_link(index: Index, slug: str | None) -> Link | None:
    if slug is None or slug not in index.gemeenten:
        return None
    return Link(adres.gemeente(slug), index.gemeenten[slug].naam)


def _document(document: Document) -> DocumentView:
    feiten = [str(part) for part in (document.soort, document.datum) if part]
    return DocumentView(document.titel, document.url, ", ".join(feiten))
