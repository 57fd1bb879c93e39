"""Municipalities: what raad, college and adviesraad each asked, what came of it, the decision.

A raad and its college are two: what one asked says nothing of the other.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from regiovisie.registers.schema import Gemeente, Zienswijze
from regiovisie.render.views import adres
from regiovisie.render.views.basis import BronView, Link
from regiovisie.render.views.index import Index, bron_view
from regiovisie.render.views.labels import SOORT_INDIENER, ZIENSWIJZE_VAN_RAAD
from regiovisie.render.views.melden import Melden, melden
from regiovisie.render.views.partijen import BriefView, PuntenTelling, brief, tel
from regiovisie.render.views.raadsbesluiten import RaadView, raad
from regiovisie.render.views.stukken import Stukken, stukken


@dataclass(frozen=True, slots=True)
class GemeenteRij:
    """One municipality in a list."""

    raad: RaadView
    zienswijze: str
    reacties: str
    """What its bodies together submitted: ``3 zienswijzen met 14 punten``; may be empty."""


@dataclass(frozen=True, slots=True)
class GemeentenView:
    """All municipalities, the examples apart."""

    gemeenten: tuple[GemeenteRij, ...]
    voorbeelden: tuple[GemeenteRij, ...]
    kruimels: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Lichaam:
    """One body of a municipality with its zienswijzen."""

    anker: str
    titel: str
    zin: str
    """What is known: that it gave one, that it gave none, or that nobody knows."""
    bron: BronView | None
    telling: PuntenTelling
    brieven: tuple[BriefView, ...]


@dataclass(frozen=True, slots=True)
class GemeenteView:
    """One municipality."""

    naam: str
    adres: str
    raad: RaadView
    zienswijze: str
    telling: PuntenTelling
    lichamen: tuple[Lichaam, ...]
    melden: Melden
    stukken: Stukken
    raadsinformatie: Link | None
    raadsinformatie_bron: BronView | None
    inhoud: Markup
    voorbeeld: bool
    kruimels: tuple[Link, ...]


def gemeenten(index: Index) -> GemeentenView:
    """The municipalities of the region in their order, and the examples."""
    eigen = [index.gemeenten[slug] for slug in index.regio.gemeenten if slug in index.gemeenten]
    voorbeelden = [gemeente for gemeente in index.project.gemeenten if gemeente.voorbeeld]
    return GemeentenView(
        tuple(_gemeente_rij(index, gemeente) for gemeente in eigen if not gemeente.voorbeeld),
        tuple(_gemeente_rij(index, gemeente) for gemeente in voorbeelden),
    )


def gemeente(index: Index, record: Gemeente) -> GemeenteView:
    """One municipality: its zienswijzen per body, decision, moties, papers and notes."""
    zienswijzen = index.zienswijzen_uit.get(record.slug, ())
    raadsinformatie = record.raadsinformatie
    pagina = adres.gemeente(record.slug)
    leden = {i.slug: i for z in zienswijzen for i in index.indieners_van(z)}
    return GemeenteView(
        naam=record.naam,
        adres=pagina,
        raad=raad(record),
        zienswijze=ZIENSWIJZE_VAN_RAAD[record.zienswijze],
        telling=tel(index, zienswijzen),
        lichamen=_lichamen(index, record, zienswijzen),
        melden=melden(index, (i for i in leden.values() if i.gemeente == record.slug)),
        stukken=stukken(record),
        raadsinformatie=(
            Link(raadsinformatie.url or "", raadsinformatie.titel) if raadsinformatie else None
        ),
        raadsinformatie_bron=bron_view(raadsinformatie.bron) if raadsinformatie else None,
        inhoud=index.to_html(record.inhoud, f"gemeenten/{record.slug}.md", pagina),
        voorbeeld=record.voorbeeld,
        kruimels=(Link(adres.GEMEENTEN, "Gemeenten"),),
    )


_ALTIJD = ("gemeenteraad", "college", "adviesraad")
"""The bodies that a page names also when nothing came from them."""
_TITELS = SOORT_INDIENER | {"gemeenteraad": "De gemeenteraad"}
_GEEN = {
    "college": "Van het college staat geen reactie in het register.",
    "adviesraad": "Van een adviesraad uit deze gemeente staat geen reactie in het register.",
}
_RAAD = {
    "ingediend": "De raad diende een zienswijze in.",
    "geen": "De raad diende geen zienswijze in.",
    "nog-niet-bekend": (
        "Het is nog niet bekend of de raad een zienswijze indiende. "
        "Dat is iets anders dan geen zienswijze."
    ),
}


def _lichamen(
    index: Index, record: Gemeente, zienswijzen: tuple[Zienswijze, ...]
) -> tuple[Lichaam, ...]:
    lichamen = []
    for soort in SOORT_INDIENER:
        eigen = tuple(z for z in zienswijzen if _van(index, z, record.slug, soort))
        if not eigen and soort not in _ALTIJD:
            continue
        is_raad = soort == "gemeenteraad"
        pagina = adres.gemeente(record.slug)
        lichamen.append(
            Lichaam(
                anker=soort,
                titel=_TITELS[soort],
                zin=_raad_zin(record, eigen) if is_raad else "" if eigen else _GEEN[soort],
                bron=bron_view(*record.alle_zienswijze_bronnen) if is_raad else None,
                telling=tel(index, eigen),
                brieven=tuple(brief(index, z, pagina) for z in eigen),
            )
        )
    return tuple(lichamen)


def _van(index: Index, zienswijze: Zienswijze, slug: str, soort: str) -> bool:
    return any(i.gemeente == slug and i.soort == soort for i in index.indieners_van(zienswijze))


def _raad_zin(record: Gemeente, eigen: tuple[Zienswijze, ...]) -> str:
    if eigen:
        return _RAAD["ingediend"]
    if record.zienswijze == "ingediend":
        return f"{_RAAD['ingediend']} Zij staat niet in het register."
    return _RAAD[record.zienswijze]


def _gemeente_rij(index: Index, record: Gemeente) -> GemeenteRij:
    zienswijzen = index.zienswijzen_uit.get(record.slug, ())
    reacties = tel(index, zienswijzen).zin if zienswijzen else ""
    return GemeenteRij(raad(record), ZIENSWIJZE_VAN_RAAD[record.zienswijze], reacties)
