"""The nota van inlichtingen: the answers on main lines, counted from the registers.

Nothing here is written for this page: it counts points, names the subjects and places that
most of them were about, opens the thematic answers with their own first sentences, and
names the changes that most points asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from regiovisie.registers.schema import Punt
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Deel, Link, zienswijzen_met_punten
from regiovisie.render.views.beeld import UitkomstFiguur, uitkomsten
from regiovisie.render.views.index import Index
from regiovisie.render.views.nota import KRUIMEL
from regiovisie.render.views.nota_punten import naam, slugs, tel
from regiovisie.render.views.wijziging_regel import WijzigingRegel, wijziging_regel
from regiovisie.render.views.zienswijzen import (
    antwoord_view,
    beantwoord,
    geleid,
    tel_punten,
    uitkomst_balk,
)

MEEST = 3
"""How many subjects, places and changes an onderdeel names."""


@dataclass(frozen=True, slots=True)
class AntwoordLijn:
    """A thematic answer by its title and first sentences."""

    link: Link
    begin: str
    telling: str
    samenvatting: str
    voorbeeld: bool


@dataclass(frozen=True, slots=True)
class Hoofdlijn:
    """One onderdeel on main lines."""

    link: Link
    telling: str
    samenvatting: str
    themas: tuple[str, ...]
    """What it was mostly about, with counts: ``Wachttijden en overbrugging (5)``."""
    koppen: tuple[str, ...]
    antwoorden: tuple[Link, ...]
    wijzigingen: tuple[WijzigingRegel, ...]


@dataclass(frozen=True, slots=True)
class InlichtingenView:
    """The whole nota van inlichtingen."""

    beantwoorder: str
    """Who gave the answers; empty while there are none."""
    telling: str
    geleid: str
    balk: tuple[Deel, ...]
    antwoorden: tuple[AntwoordLijn, ...]
    hoofdlijnen: tuple[Hoofdlijn, ...]
    figuur: UitkomstFiguur | None
    voorbeeld: bool
    kruimel: str = "Nota van inlichtingen"
    kruimels: tuple[Link, ...] = (KRUIMEL,)


def inlichtingen(index: Index) -> InlichtingenView:
    """The answers on main lines."""
    punten = [punt for punt, _ in index.punten.values()]
    zienswijzen = index.project.zienswijzen
    return InlichtingenView(
        beantwoorder=index.regio.beantwoorder if beantwoord(punten) else "",
        telling=zienswijzen_met_punten(len(zienswijzen), len(punten)),
        geleid=geleid(index, punten),
        balk=uitkomst_balk(punten),
        antwoorden=tuple(_antwoord(index, antwoord_id) for antwoord_id in index.antwoorden),
        hoofdlijnen=tuple(_hoofdlijn(index, slug) for slug in slugs(index)),
        figuur=uitkomsten(index),
        voorbeeld=any(z.voorbeeld for z in zienswijzen),
    )


def _antwoord(index: Index, antwoord_id: str) -> AntwoordLijn:
    view = antwoord_view(index, antwoord_id, adres.NOTA_INLICHTINGEN)
    assert view is not None
    paren = index.punten_van_antwoord.get(antwoord_id, ())
    return AntwoordLijn(
        link=Link(view.href, f"{view.id}: {view.titel}"),
        begin=view.kern,
        telling=tel(paren),
        samenvatting=_uitkomsten(punt for punt, _ in paren),
        voorbeeld=view.voorbeeld,
    )


def _uitkomsten(punten: Iterable[Punt]) -> str:
    """Points by uitkomst: ``5 overgenomen, 1 niet overgenomen``."""
    return tel_punten(punten).partition(": ")[2]


def _hoofdlijn(index: Index, slug: str) -> Hoofdlijn:
    paren = index.punten_van_onderdeel[slug]
    punten = [punt for punt, _ in paren]
    antwoorden = dict.fromkeys(punt.antwoord for punt in punten if punt.antwoord)
    return Hoofdlijn(
        link=Link(adres.nota_onderdeel(slug), naam(index, slug)),
        telling=tel(paren),
        samenvatting=_uitkomsten(punten),
        themas=_themas(index, punten),
        koppen=_koppen(index, slug, punten),
        antwoorden=tuple(
            Link(adres.antwoord(i), f"{i}, {index.antwoorden[i].titel}")
            for i in antwoorden
            if i in index.antwoorden
        ),
        wijzigingen=_wijzigingen(index, punten),
    )


def _themas(index: Index, punten: Sequence[Punt]) -> tuple[str, ...]:
    telling = Counter(thema for punt in punten for thema in punt.thema)
    return tuple(
        f"{index.regio.themas.get(thema, thema)} ({getal})" for thema, getal in meest(telling)
    )


def _koppen(index: Index, slug: str, punten: Sequence[Punt]) -> tuple[str, ...]:
    """The headings that most points were about; with one heading there is nothing to choose."""
    namen = index.kop_namen.get(slug, {})
    koppen = [punt.plaats.kop for punt in punten if punt.plaats and punt.plaats.kop]
    telling = Counter(namen.get(kop, kop) for kop in koppen)
    if len(telling) < 2:
        return ()
    return tuple(f"{kop} ({getal})" for kop, getal in meest(telling))


def _wijzigingen(index: Index, punten: Sequence[Punt]) -> tuple[WijzigingRegel, ...]:
    """The changes that most of these points asked for."""
    telling = Counter(
        wijziging.id for punt in punten for wijziging in index.wijzigingen_van_punt.get(punt.id, ())
    )
    return tuple(wijziging_regel(index, index.wijzigingen[i]) for i, _ in meest(telling))


def meest(telling: Counter[str]) -> list[tuple[str, int]]:
    """The most frequent, most first; equals in the order in which they were counted."""
    return sorted(telling.items(), key=lambda paar: -paar[1])[:MEEST]
