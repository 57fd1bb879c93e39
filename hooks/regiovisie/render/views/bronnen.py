"""All sources: what each is, where it can be read, when it was read, and which pages use it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from regiovisie.registers.bron import Bron, Bronstuk
from regiovisie.registers.schema import (
    Antwoord,
    Gemeente,
    Indiener,
    Motie,
    Punt,
    Record,
    Regio,
    Ronde,
    Samenvatting,
    Versie,
    Zienswijze,
)
from regiovisie.registers.vermeldingen import Vermelding, vermeldingen
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Link, aantal, hoofdletter
from regiovisie.render.views.index import Index, bron_anker


@dataclass(frozen=True, slots=True)
class Gebruik:
    """A page that uses a source."""

    pagina: Link
    vindplaatsen: str
    """Where in the source: ``Aanleiding; argument 1.3``; may be empty."""


@dataclass(frozen=True, slots=True)
class BronStuk:
    """One source."""

    anker: str
    titel: str
    datum: str
    uitgever: str
    url: str | None
    adres: str
    gelezen: str
    toelichting: str
    gebruik: tuple[Gebruik, ...]
    voorbeeld: bool
    """Whether only examples use it."""


@dataclass(frozen=True, slots=True)
class BronnenView:
    """The list of all sources."""

    telling: str
    bronnen: tuple[BronStuk, ...]
    kruimels: tuple[Link, ...] = ()


def bronnen(index: Index) -> BronnenView:
    """The sources of the list in their order, then those that stand alone."""
    gebruikt: dict[str, list[Vermelding]] = defaultdict(list)
    for vermelding in vermeldingen(index.project):
        gebruikt[bron_anker(vermelding.bron)].append(vermelding)
    stukken: dict[str, Bronstuk] = dict(index.regio.bronnen)
    for anker, genoemd in gebruikt.items():
        stukken.setdefault(anker, genoemd[0].bron)
    lijst = tuple(_stuk(index, a, stuk, gebruikt.get(a, [])) for a, stuk in stukken.items())
    return BronnenView(aantal(len(lijst), "bron", "bronnen"), lijst)


def _stuk(index: Index, anker: str, stuk: Bronstuk, genoemd: list[Vermelding]) -> BronStuk:
    return BronStuk(
        anker=anker,
        titel=stuk.titel,
        datum=str(stuk.datum),
        uitgever=stuk.uitgever or "",
        url=stuk.url,
        adres=stuk.adres or "",
        gelezen=str(stuk.gelezen) if stuk.gelezen else "",
        toelichting=stuk.toelichting or "",
        gebruik=_gebruik(index, genoemd),
        voorbeeld=anker not in index.regio.bronnen and all(v.voorbeeld for v in genoemd),
    )


def _gebruik(index: Index, genoemd: list[Vermelding]) -> tuple[Gebruik, ...]:
    """Per page, in the order of the registers, the places in the source that it draws on."""
    bronnen_van: dict[Link, list[Bron]] = defaultdict(list)
    for vermelding in genoemd:
        if link := _pagina(index, vermelding.record):
            bronnen_van[link].append(vermelding.bron)
    return tuple(
        Gebruik(link, "; ".join(dict.fromkeys(b.vindplaats for b in uit if b.vindplaats)))
        for link, uit in bronnen_van.items()
    )


def _pagina(index: Index, record: Record) -> Link | None:
    """The page that shows a record."""
    match record:
        case Ronde():
            return Link(adres.ZIENSWIJZEN, "Zienswijzen")
        case Regio():
            return Link(adres.PLANNING, "Planning")
        case Versie():
            return Link(adres.versie(record.id), hoofdletter(index.versie_naam(record.id)))
        case Samenvatting():
            naam = index.onderdeel_namen.get(record.slug, record.slug)
            return Link(adres.onderdeel(record.slug), f"Samenvatting van {naam}")
        case Indiener():
            return Link(adres.indiener(record.slug), record.naam)
        case Gemeente():
            return Link(adres.gemeente(record.slug), f"Gemeente {record.naam}")
    return _met_id(index, record)


def _met_id(index: Index, record: Record) -> Link | None:
    match record:
        case Zienswijze():
            return Link(adres.zienswijze(record.id), f"Zienswijze {record.id}")
        case Punt():
            return Link(adres.punt(record.id), f"Punt {record.id}")
        case Antwoord():
            return Link(adres.antwoord(record.id), f"Antwoord {record.id}")
        case Motie() if gemeente := index.gemeente_van_motie.get(record.id):
            return Link(adres.motie(gemeente, record.id), f"Motie {record.id}")
    return None
