"""The points of the nota in the order of the text: per onderdeel, and in it per heading.

A point stands once, where its submitter pointed. Where it changed words in another
onderdeel too, that onderdeel refers to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from regiovisie.registers.schema import Punt, Zienswijze
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Deel, Link, aantal
from regiovisie.render.views.index import Index
from regiovisie.render.views.labels import BINNEN_TERMIJN
from regiovisie.render.views.wijziging_regel import WijzigingRegel, wijziging_regel
from regiovisie.render.views.zienswijzen import PuntView, geleid, punt_view, uitkomst_balk

HET_GEHEEL = "Over het geheel"
HELE_ONDERDEEL = "Over het hele onderdeel"
PER_BLAD = 60
"""So many points stand on one page of the nota at most."""
Paren = Sequence[tuple[Punt, Zienswijze]]
"""Points, each with its zienswijze."""


@dataclass(frozen=True, slots=True)
class NotaPunt:
    """A point with those who made it."""

    punt: PuntView
    indieners: tuple[Link, ...]
    termijn: str
    """``te laat, wel behandeld``; empty for what came in time or nobody knows of."""


@dataclass(frozen=True, slots=True)
class KopGroep:
    """The points about one heading."""

    anker: str
    titel: str
    punten: tuple[NotaPunt, ...]


@dataclass(frozen=True, slots=True)
class Elders:
    """A point answered at another onderdeel that changed words here too."""

    punt: Link
    bij: str
    wijzigingen: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class NotaOnderdeel:
    """The points about one onderdeel."""

    slug: str
    titel: str
    href: str
    tekst: Link | None
    """The onderdeel in the text that counts, where that has it."""
    telling: str
    geleid: str
    balk: tuple[Deel, ...]
    groepen: tuple[KopGroep, ...]
    elders: tuple[Elders, ...]
    wijzigingen: tuple[WijzigingRegel, ...]
    """Every change with a place here, whatever its cause, oldest first."""


def slugs(index: Index) -> tuple[str, ...]:
    """The onderdelen with points, in the order of the text; what has no place comes last."""
    return tuple(
        slug for slug in (*index.onderdeel_namen, "") if slug in index.punten_van_onderdeel
    )


def naam(index: Index, slug: str) -> str:
    """An onderdeel of the nota by name."""
    return index.onderdeel_namen.get(slug, slug) if slug else HET_GEHEEL


def bladen(index: Index, slug: str) -> int:
    """How many pages the answers about an onderdeel take."""
    return -(-len(index.punten_van_onderdeel[slug]) // PER_BLAD)


def punt_adres(index: Index, punt_id: str) -> str:
    """The row of a point in the nota."""
    punt, _ = index.punten[punt_id]
    blad = index.plaats_in_onderdeel[punt_id] // PER_BLAD + 1
    return adres.nota_onderdeel(punt.plaats.onderdeel if punt.plaats else "", punt_id, blad)


def nota_onderdeel(index: Index, slug: str, pagina: str, blad: int = 0) -> NotaOnderdeel:
    """The points about one onderdeel, as they stand on the page ``pagina``; of many points
    only those on page ``blad``, where one is given."""
    paren = index.punten_van_onderdeel[slug]
    hier = paren[(blad - 1) * PER_BLAD : blad * PER_BLAD] if blad else paren
    punten = [punt for punt, _ in paren]
    return NotaOnderdeel(
        slug=slug,
        titel=naam(index, slug),
        href=adres.nota_onderdeel(slug),
        tekst=_tekst_link(index, slug),
        telling=tel(paren),
        geleid=geleid(index, punten),
        balk=uitkomst_balk(punten),
        groepen=_per_kop(index, slug, hier, pagina),
        elders=_elders(index, slug),
        wijzigingen=tuple(
            wijziging_regel(index, index.wijzigingen[i])
            for i in index.wijzigingen_van_onderdeel.get(slug, ())
            if i in index.wijzigingen
        ),
    )


def tel(paren: Paren) -> str:
    """Points and those who made them: ``12 punten van 7 indieners``.

    More who made them than points are together behind one letter, and that is said.
    """
    indieners = {slug for _, zienswijze in paren for slug in zienswijze.indieners}
    van = "samen van" if len(indieners) > len(paren) else "van"
    wie = aantal(len(indieners), "indiener", "indieners")
    return f"{aantal(len(paren), 'punt', 'punten')} {van} {wie}"


def nota_punt(index: Index, punt: Punt, zienswijze: Zienswijze, pagina: str) -> NotaPunt:
    """One point with those who made it, as it stands on the page ``pagina``."""
    laat = zienswijze.binnen_termijn in ("nee", "uitstel")
    return NotaPunt(
        punt=punt_view(index, zienswijze, punt, pagina, met_plekken=False),
        indieners=index.indiener_links(zienswijze),
        termijn=BINNEN_TERMIJN[zienswijze.binnen_termijn] if laat else "",
    )


def _per_kop(index: Index, slug: str, paren: Paren, pagina: str) -> tuple[KopGroep, ...]:
    groepen: dict[str, list[NotaPunt]] = defaultdict(list)
    for punt, zienswijze in paren:
        kop = punt.plaats.kop if punt.plaats else ""
        groepen[kop].append(nota_punt(index, punt, zienswijze, pagina))
    namen = index.kop_namen.get(slug, {})
    leeg = HELE_ONDERDEEL if slug else HET_GEHEEL
    return tuple(
        KopGroep(
            f"{slug or 'het-geheel'}-{kop or 'geheel'}",
            namen.get(kop, kop) or leeg,
            tuple(punten),
        )
        for kop, punten in groepen.items()
    )


def _elders(index: Index, slug: str) -> tuple[Elders, ...]:
    """Points about another place whose changes touch this onderdeel."""
    if not slug:
        return ()
    gevonden: dict[str, list[str]] = defaultdict(list)
    for wijziging_id in index.wijzigingen_van_onderdeel.get(slug, ()):
        for punt_id in _punten_van(index, wijziging_id):
            plaats = index.punten[punt_id][0].plaats
            if plaats is None or plaats.onderdeel != slug:
                gevonden[punt_id].append(wijziging_id)
    return tuple(_elders_punt(index, punt_id, gevonden[punt_id]) for punt_id in gevonden)


def _punten_van(index: Index, wijziging_id: str) -> Iterable[str]:
    record = index.wijzigingen.get(wijziging_id)
    return (p for p in record.punten if p in index.punten) if record else ()


def _elders_punt(index: Index, punt_id: str, wijzigingen: Iterable[str]) -> Elders:
    plaats = index.punten[punt_id][0].plaats
    bij = plaats.onderdeel if plaats else ""
    return Elders(
        punt=Link(punt_adres(index, punt_id), punt_id),
        bij=naam(index, bij),
        wijzigingen=tuple(Link(adres.wijziging(i), i) for i in wijzigingen),
    )


def _tekst_link(index: Index, slug: str) -> Link | None:
    geldend = index.dossier.geldend.id
    if index.dossier.tekst(geldend).onderdeel(slug) is None:
        return None
    return Link(adres.onderdeel(slug), f"{naam(index, slug)} in {index.versie_naam(geldend)}")
