"""The page ``/data/``: what there is to download, what every field means, and what one may do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from regiovisie.registers import WERKVERSIE
from regiovisie.render.views import gegevens_adres
from regiovisie.render.views.basis import Link, aantal, hoofdletter
from regiovisie.render.views.bij_pagina import BijPagina
from regiovisie.render.views.gegevens_velden import SETS, Gegevensset, Veld
from regiovisie.render.views.index import Index

TITEL = "Open gegevens"


@dataclass(frozen=True, slots=True)
class SetView:
    """One set: what it holds, its files, its fields."""

    anker: str
    titel: str
    aantal: str
    voorbeelden: str
    """How many of its records are invented, in words; empty where none is."""
    uitleg: str
    bestanden: tuple[Link, ...]
    velden: tuple[Veld, ...]


@dataclass(frozen=True, slots=True)
class VersieBestanden:
    """What there is of one text besides its pages."""

    titel: str
    voorbeeld: bool
    archief: Link | None
    """None for the werkversie, which is not finished."""
    teksten: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class GegevensView:
    """All open data."""

    sets: tuple[SetView, ...]
    paren: tuple[Link, ...]
    versies: tuple[VersieBestanden, ...]
    stromen: tuple[Link, ...]
    """The feeds that stand by themselves; each also as JSON Feed."""
    stromen_onderdeel: tuple[Link, ...]
    stromen_indiener: tuple[Link, ...]
    licentie: Link | None
    catalogus: str
    voorbeeld: bool
    kruimels: tuple[Link, ...] = ()


def gegevens(index: Index) -> GegevensView:
    """The page with all open data."""
    bij = BijPagina(index)
    licentie = index.regio.licentie
    tellingen = _tellingen(index)
    return GegevensView(
        sets=tuple(_set(s, *tellingen[s.naam]) for s in SETS),
        paren=tuple(
            Link(
                gegevens_adres.vergelijking(van, naar),
                f"Van {index.versie_naam(van)} naar {index.versie_in_zin(naar)}",
            )
            for van, naar in index.dossier.paren
        ),
        versies=tuple(_versie_bestanden(index)),
        stromen=(bij.wijzigingen, bij.versies),
        stromen_onderdeel=tuple(bij.onderdeel(slug) for slug in index.onderdeel_namen),
        stromen_indiener=tuple(bij.indiener(slug) for slug in index.indieners),
        licentie=Link(licentie.url, licentie.naam) if licentie else None,
        catalogus=gegevens_adres.CATALOGUS,
        voorbeeld=any(voorbeelden for _, voorbeelden in tellingen.values()),
    )


def _tellingen(index: Index) -> dict[str, tuple[int, int]]:
    """By name of a set: how many records it has, and how many of them are invented."""
    wijzigingen = tuple(index.wijzigingen.values())
    plekken = [(len(index.dossier.plekken(w.id)), w.voorbeeld) for w in wijzigingen]
    gemeenten = [(1 + len(g.eerdere_besluiten), g) for g in index.project.gemeenten]
    return {
        "versies": _telling(v.voorbeeld for v in index.versies.values()),
        "zienswijzen": _telling(z.voorbeeld for z in index.zienswijzen.values()),
        "punten": _telling(p.voorbeeld or z.voorbeeld for p, z in index.punten.values()),
        "wijzigingen": _telling(w.voorbeeld for w in wijzigingen),
        "plekken": (sum(n for n, _ in plekken), sum(n for n, v in plekken if v)),
        "raadsbesluiten": (
            sum(n for n, _ in gemeenten),
            sum(n for n, g in gemeenten if g.voorbeeld),
        ),
        "moties": _telling(m.voorbeeld or g.voorbeeld for _, g in gemeenten for m in g.moties),
    }


def _telling(voorbeelden: Iterable[bool]) -> tuple[int, int]:
    alle = list(voorbeelden)
    return len(alle), sum(alle)


def _set(gegevensset: Gegevensset, records: int, voorbeelden: int) -> SetView:
    namen = {"json": "JSON", "csv": "CSV"}
    bestanden = [
        Link(gegevensset.bestand(vorm), f"{gegevensset.titel} als {namen[vorm]}")
        for vorm in gegevensset.vormen
    ]
    if gegevensset.json:
        schema = gegevens_adres.schema(gegevensset.naam)
        bestanden.append(Link(schema, f"JSON Schema van {gegevensset.titel.lower()}"))
    return SetView(
        anker=gegevensset.naam,
        titel=gegevensset.titel,
        aantal=aantal(records, "regel", "regels"),
        voorbeelden=_voorbeelden(records, voorbeelden),
        uitleg=gegevensset.uitleg,
        bestanden=tuple(bestanden),
        velden=gegevensset.velden,
    )


def _voorbeelden(records: int, voorbeelden: int) -> str:
    if not voorbeelden:
        return ""
    if voorbeelden == records:
        return "alles is voorbeeld"
    return f"waarvan {voorbeelden} voorbeeld"


def _versie_bestanden(index: Index) -> Iterator[VersieBestanden]:
    for versie in reversed(index.dossier.versies):
        yield VersieBestanden(
            f"Versie {versie.nummer}: {versie.titel}",
            versie.voorbeeld,
            Link(gegevens_adres.archief(versie.id), f"Versie {versie.nummer} als zip-bestand"),
            _teksten(index, versie.id),
        )
    yield VersieBestanden(
        hoofdletter(WERKVERSIE), index.is_voorbeeld(WERKVERSIE), None, _teksten(index, WERKVERSIE)
    )


def _teksten(index: Index, versie_id: str) -> tuple[Link, ...]:
    return tuple(
        Link(gegevens_adres.tekstbestand(versie_id, o.bestand), o.bestand)
        for o in index.onderdelen(versie_id)
    )
