"""The nota van beantwoording, made from the registers.

Two orders of the same points: by indiener (an index) and by onderdeel (the answers), then
the thematic answers in full and the changes that nobody asked for.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from regiovisie.registers.schema import Punt, Zienswijze
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Deel, Link, aantal
from regiovisie.render.views.index import Index
from regiovisie.render.views.wijziging_kort import WijzigingKort, wijziging_kort
from regiovisie.render.views.zienswijzen import (
    AntwoordView,
    PuntView,
    ZienswijzeRij,
    antwoord_view,
    geleid,
    punt_view,
    uitkomst_balk,
    zienswijze_rij,
)

ZONDER_VRAAG = ("ambtshalve", "wetswijziging", "redactioneel")


@dataclass(frozen=True, slots=True)
class NotaPunt:
    """A point with those who made it."""

    punt: PuntView
    indieners: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class NotaOnderdeel:
    """The points about one onderdeel."""

    anker: str
    titel: str
    punten: tuple[NotaPunt, ...]


@dataclass(frozen=True, slots=True)
class NotaView:
    """The whole nota."""

    beantwoorder: str
    telling: str
    geleid: str
    balk: tuple[Deel, ...]
    zienswijzen: tuple[ZienswijzeRij, ...]
    onderdelen: tuple[NotaOnderdeel, ...]
    antwoorden: tuple[AntwoordView, ...]
    zonder_vraag: tuple[WijzigingKort, ...]
    zonder_vraag_telling: str
    kruimels: tuple[Link, ...] = ()


def nota(index: Index) -> NotaView:
    """The nota over all zienswijzen."""
    punten = [punt for z in index.project.zienswijzen for punt in z.punten]
    zonder_vraag = tuple(
        wijziging_kort(index, w)
        for soort in ZONDER_VRAAG
        for w in index.wijzigingen.values()
        if w.herkomst == soort
    )
    antwoorden = (antwoord_view(index, a.id, adres.NOTA) for a in index.project.antwoorden)
    return NotaView(
        beantwoorder=index.regio.beantwoorder,
        telling=aantal(len(punten), "punt", "punten"),
        geleid=geleid(index, punten),
        balk=uitkomst_balk(punten),
        zienswijzen=tuple(zienswijze_rij(index, z) for z in index.project.zienswijzen),
        onderdelen=_per_onderdeel(index),
        antwoorden=tuple(view for view in antwoorden if view),
        zonder_vraag=zonder_vraag,
        zonder_vraag_telling=aantal(len(zonder_vraag), "wijziging", "wijzigingen"),
    )


def _per_onderdeel(index: Index) -> tuple[NotaOnderdeel, ...]:
    """Points by onderdeel, in the order of the newest text; what has no place comes last."""
    groepen: dict[str, list[tuple[Punt, Zienswijze]]] = defaultdict(list)
    for punt, zienswijze in index.punten.values():
        groepen[punt.plaats.onderdeel if punt.plaats else ""].append((punt, zienswijze))
    titels = _titels(index)
    return tuple(
        NotaOnderdeel(
            anker=f"over-{slug or 'het-geheel'}",
            titel=titels.get(slug, slug),
            punten=tuple(
                NotaPunt(
                    punt_view(index, z, punt, adres.NOTA, met_plekken=False),
                    index.indiener_links(z),
                )
                for punt, z in groepen[slug]
            ),
        )
        for slug in titels
        if slug in groepen
    )


def _titels(index: Index) -> dict[str, str]:
    """Titles by slug: the text that counts first, then what only older texts have."""
    titels: dict[str, str] = {}
    volgorde = [index.dossier.geldend.id, *reversed(index.versies)]
    for versie_id in volgorde:
        for onderdeel in index.onderdelen(versie_id):
            naam = f"{onderdeel.nummer} {onderdeel.titel}".strip()
            titels.setdefault(onderdeel.slug, naam)
    return titels | {"": "Over het geheel"}
