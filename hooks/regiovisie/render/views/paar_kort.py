"""What all pages about a pair share: its two versions, its onderdelen, and their counts.

A place is what carries a number in the text: a section that moved is one place and not nine.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from regiovisie.herkomst.vergelijking import OnderdeelVergelijking, Telling
from regiovisie.registers import WERKVERSIE
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Deel, Label, Link, aantal, balk, hoofdletter
from regiovisie.render.views.index import Index, Paar
from regiovisie.render.views.labels import FASEN, STATUS_ONDERDEEL
from regiovisie.render.views.wijziging_kort import WijzigingKort, wijziging_kort


@dataclass(frozen=True, slots=True)
class VersieKort:
    """One side of a pair."""

    id: str
    naam: str
    """``Versie 0.2``, or ``Werkversie``."""
    titel: str
    fase: Label
    datum: str
    href: str
    voorbeeld: bool


@dataclass(frozen=True, slots=True)
class TellingView:
    """Changes counted in places and in words."""

    plekken: str
    woorden: str
    """``7 woorden erbij, 4 woorden weg``; says so when no word changed."""
    zonder_herkomst: str
    """Empty when every change has a cause."""
    balk: tuple[Deel, ...]


@dataclass(frozen=True, slots=True)
class OnderdeelRij:
    """One onderdeel in the overview of a pair."""

    slug: str
    nummer: str
    titel: str
    href: str
    """Empty when nothing changed in it."""
    status: Label
    telling: TellingView


def versie_kort(index: Index, versie_id: str) -> VersieKort:
    """One side of a pair; the werkversie is in the phase of the text that counts."""
    versie = index.versies.get(versie_id)
    if versie is None:
        return VersieKort(
            id=WERKVERSIE,
            naam="Werkversie",
            titel="in bewerking",
            fase=Label("werkversie", "in bewerking", "concept"),
            datum="",
            href=adres.WERKVERSIE,
            voorbeeld=index.dossier.geldend.voorbeeld,
        )
    return VersieKort(
        id=versie.id,
        naam=f"Versie {versie.nummer}",
        titel=versie.titel,
        fase=FASEN[versie.fase.fase],
        datum=str(versie.fase.datum),
        href=adres.versie(versie.id),
        voorbeeld=versie.voorbeeld,
    )


def paar_naam(index: Index, versies: Paar) -> str:
    """A pair in words: ``Versie 0.2 en versie 0.4``."""
    van, naar = versies
    return f"{hoofdletter(index.versie_naam(van))} en {index.versie_naam(naar)}"


def telling_view(telling: Telling, plekken: int, zonder_herkomst: int) -> TellingView:
    """Changes counted in places and words, and as a bar of new against dropped words."""
    erbij, weg = telling.toegevoegd, telling.vervallen
    geteld = (
        (erbij, "woord", "woorden", "erbij"),
        (weg, "woord", "woorden", "weg"),
        (telling.verplaatst, "alinea", "alinea’s", "verplaatst"),
    )
    delen = [f"{aantal(getal, een, meer)} {wat}" for getal, een, meer, wat in geteld if getal]
    zonder = f"{aantal(zonder_herkomst, 'plek', 'plekken')} nog zonder herkomst"
    return TellingView(
        plekken=aantal(plekken, "plek", "plekken"),
        woorden=", ".join(delen) or "geen woorden, wel opmaak of verwijzingen",
        zonder_herkomst=zonder if zonder_herkomst else "",
        balk=balk(((Label("ins", "erbij", "ins"), erbij), (Label("del", "weg", "del"), weg))),
    )


def onderdeel_rijen(index: Index, van: str, naar: str) -> tuple[OnderdeelRij, ...]:
    """Every onderdeel of a pair, in reading order."""
    onderdelen = index.dossier.vergelijking(van, naar).onderdelen
    return tuple(_rij(index, (van, naar), onderdeel) for onderdeel in onderdelen)


def _rij(index: Index, versies: Paar, onderdeel: OnderdeelVergelijking) -> OnderdeelRij:
    noten = index.noten(*versies, onderdeel.slug)
    href = adres.vergelijking(*versies, onderdeel.slug)
    zonder = sum(noot.zonder_herkomst for noot in noten)
    return OnderdeelRij(
        slug=onderdeel.slug,
        nummer=onderdeel.nummer,
        titel=onderdeel.titel,
        href="" if onderdeel.status == "gelijk" else href,
        status=STATUS_ONDERDEEL[onderdeel.status],
        telling=telling_view(onderdeel.telling, len(noten), zonder),
    )


def wijzigingen_kort(index: Index, ids: Iterable[str], versies: Paar) -> tuple[WijzigingKort, ...]:
    """The changes of a pair; where it spans several steps, each says in which it came."""
    gevonden = [wijziging_kort(index, index.wijzigingen[i]) for i in ids if i in index.wijzigingen]
    if versies in index.dossier.stappen:
        return tuple(gevonden)
    return tuple(replace(kort, stap=_stap_naam(index, kort.id)) for kort in gevonden)


def _stap_naam(index: Index, wijziging_id: str) -> str:
    _, naar = index.dossier.stap(wijziging_id)
    return "in de werkversie" if naar == WERKVERSIE else f"in {index.versie_naam(naar)}"


def onvolledige_versies(index: Index, van: str, naar: str) -> tuple[VersieKort, ...]:
    """The versions after ``van`` up to ``naar`` whose causes are not all known."""
    ids = list(index.versies)
    begin = ids.index(van) + 1
    eind = ids.index(naar) + 1 if naar in index.versies else len(ids)
    return tuple(
        versie_kort(index, i) for i in ids[begin:eind] if not index.versies[i].herkomst_volledig
    )


def kruimels(*links: Link) -> tuple[Link, ...]:
    """The way to a page about a pair."""
    return (Link(adres.VERGELIJK, "Vergelijken"), *links)
