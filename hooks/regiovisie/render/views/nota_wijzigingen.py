"""The changes in the nota: those that nobody asked for, and the staat van wijzigingen.

The staat is the was-wordt table: every changed place of a step, in the order of the text.
"""

from __future__ import annotations

from dataclasses import dataclass

from regiovisie.herkomst.plekken import Plek
from regiovisie.herkomst.vergelijking import OnderdeelVergelijking
from regiovisie.render.noten import Noot, make_noten
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Label, Link, aantal
from regiovisie.render.views.boeken import stap_naam
from regiovisie.render.views.index import Index, Paar
from regiovisie.render.views.labels import HERKOMSTEN, UITLEG_HERKOMSTEN, ZONDER_VERZOEK
from regiovisie.render.views.nota import KRUIMEL
from regiovisie.render.views.omgeving import Woorden, alle_woorden
from regiovisie.render.views.samen import samen
from regiovisie.render.views.wijziging_kort import WijzigingKort, wijziging_kort
from regiovisie.render.views.wijziging_regel import WijzigingRegel, wijziging_regel


@dataclass(frozen=True, slots=True)
class VerzoekGroep:
    """The changes of one kind that nobody asked for."""

    anker: str
    herkomst: Label
    uitleg: str
    telling: str
    rijen: tuple[WijzigingRegel, ...]
    """In the order of the register, the oldest step first."""


@dataclass(frozen=True, slots=True)
class ZonderVerzoekView:
    """All changes that nobody asked for."""

    telling: str
    groepen: tuple[VerzoekGroep, ...]
    kruimel: str = "Wijzigingen zonder verzoek"
    kruimels: tuple[Link, ...] = (KRUIMEL,)


@dataclass(frozen=True, slots=True)
class StaatRij:
    """One change: where, the old and the new words, and where it comes from."""

    nummer: int
    """Counted through the whole staat."""
    plaats: str
    """The heading that it stands under; empty before the first one."""
    href: str
    beschrijving: str
    was: tuple[Woorden, ...]
    wordt: tuple[Woorden, ...]
    """One text for each block; both empty for a change besides words."""
    wijzigingen: tuple[WijzigingKort, ...]
    zonder_herkomst: bool


@dataclass(frozen=True, slots=True)
class StaatOnderdeel:
    """The changes in one onderdeel."""

    anker: str
    titel: str
    rijen: tuple[StaatRij, ...]


@dataclass(frozen=True, slots=True)
class StaatStap:
    """The staat of one step."""

    anker: str
    titel: str
    """``Van versie 0.2 naar versie 0.3``."""
    href: str
    vergelijking: str
    telling: str
    herkomst_volledig: bool
    onderdelen: tuple[StaatOnderdeel, ...]
    ingetrokken: tuple[str, ...]
    """Numbers that were given out and are not used again."""


@dataclass(frozen=True, slots=True)
class StaatStapView:
    """The page of one step."""

    stap: StaatStap
    andere: tuple[Link, ...]
    kruimel: str
    kruimels: tuple[Link, ...] = (KRUIMEL, Link(adres.NOTA_STAAT, "Staat van wijzigingen"))


@dataclass(frozen=True, slots=True)
class StaatView:
    """The steps to choose from, the newest first."""

    stappen: tuple[tuple[Link, str], ...]
    """Each with how much it changed."""
    kruimel: str = "Staat van wijzigingen"
    kruimels: tuple[Link, ...] = (KRUIMEL,)


def zonder_verzoek(index: Index) -> ZonderVerzoekView:
    """All changes that nobody asked for, by kind."""
    groepen = []
    for code in ZONDER_VERZOEK:
        records = [w for w in index.wijzigingen.values() if w.herkomst == code]
        if records:
            groepen.append(
                VerzoekGroep(
                    anker=code,
                    herkomst=HERKOMSTEN[code],
                    uitleg=UITLEG_HERKOMSTEN[code],
                    telling=_tel_wijzigingen(len(records)),
                    rijen=tuple(wijziging_regel(index, record) for record in records),
                )
            )
    telling = _tel_wijzigingen(sum(len(groep.rijen) for groep in groepen))
    return ZonderVerzoekView(telling, tuple(groepen))


def staat(index: Index) -> StaatView:
    """The steps to choose from."""
    return StaatView(
        tuple((_stap_link(index, stap), _telling(index, stap)) for stap in _stappen(index))
    )


def staat_stap(index: Index, stap: Paar) -> StaatStapView:
    """The page of one step."""
    view = make_staat(index, stap)
    andere = tuple(_stap_link(index, ander) for ander in _stappen(index) if ander != stap)
    return StaatStapView(view, andere, view.titel)


def make_staat(index: Index, stap: Paar) -> StaatStap:
    """Every change of one step, in the order of the text."""
    van, naar = stap
    onderdelen = []
    nummer = 0
    for onderdeel in index.dossier.vergelijking(van, naar).onderdelen:
        noten = make_noten(onderdeel.entries, samen(onderdeel.plekken))
        if noten:
            onderdelen.append(_staat_onderdeel(index, stap, onderdeel, noten, nummer))
            nummer += len(noten)
    versie = index.versies.get(naar)
    return StaatStap(
        anker=f"staat-{naar}",
        titel=_stap_link(index, stap).tekst,
        href=adres.nota_staat(naar),
        vergelijking=adres.vergelijking(van, naar),
        telling=_telling(index, stap),
        herkomst_volledig=versie.herkomst_volledig if versie else True,
        onderdelen=tuple(onderdelen),
        ingetrokken=tuple(w.id for w in index.project.wijzigingen.get(naar, ()) if w.ingetrokken),
    )


def _staat_onderdeel(
    index: Index, stap: Paar, onderdeel: OnderdeelVergelijking, noten: tuple[Noot, ...], na: int
) -> StaatOnderdeel:
    pagina = adres.vergelijking(*stap, onderdeel.slug)
    return StaatOnderdeel(
        anker=f"{stap[1]}-{onderdeel.slug}",
        titel=f"{onderdeel.nummer} {onderdeel.titel}".strip(),
        rijen=tuple(
            StaatRij(
                nummer=na + noot.nummer,
                plaats=_kop(index, noot.plekken[0]),
                href=f"{pagina}#{noot.anker}",
                beschrijving=noot.beschrijving,
                was=alle_woorden(noot.plekken, "was"),
                wordt=alle_woorden(noot.plekken, "wordt"),
                wijzigingen=tuple(
                    wijziging_kort(index, index.wijzigingen[i])
                    for i in noot.wijzigingen
                    if i in index.wijzigingen
                ),
                zonder_herkomst=noot.zonder_herkomst,
            )
            for noot in noten
        ),
    )


def _kop(index: Index, plek: Plek) -> str:
    placed = plek.entry.placed
    slug = next(iter(placed.block.sections[-1:]), "")
    return index.kop_namen.get(placed.onderdeel.slug, {}).get(slug, "")


def _stappen(index: Index) -> tuple[Paar, ...]:
    return tuple(reversed(index.dossier.stappen))


def _stap_link(index: Index, stap: Paar) -> Link:
    return Link(adres.nota_staat(stap[1]), stap_naam(index, stap))


def _telling(index: Index, stap: Paar) -> str:
    vergelijking = index.dossier.vergelijking(*stap)
    if not vergelijking.telling.plekken:
        return "De tekst bleef gelijk"
    plekken = f"{aantal(vergelijking.telling.plekken, 'plek', 'plekken')} in de tekst"
    if not vergelijking.wijzigingen:
        return f"{plekken}, en nog geen wijziging in het register"
    return f"{_tel_wijzigingen(len(vergelijking.wijzigingen))} op {plekken}"


def _tel_wijzigingen(getal: int) -> str:
    return aantal(getal, "wijziging", "wijzigingen")
