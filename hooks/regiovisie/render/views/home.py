"""Home: where the text stands, what changed last, and what a reader can do now."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from regiovisie.render.markdown import to_html
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Deel, Link, aantal, balk
from regiovisie.render.views.fase import FaseView, fase_view
from regiovisie.render.views.index import Index
from regiovisie.render.views.labels import HERKOMSTEN
from regiovisie.render.views.raadsbesluiten import Stand, stand


@dataclass(frozen=True, slots=True)
class LaatsteStap:
    """The newest step between two versions."""

    van: str
    naar: str
    href: str
    telling: str
    herkomsten: tuple[Deel, ...]
    samenvatting: Markup
    voorbeeld: bool


@dataclass(frozen=True, slots=True)
class Monster:
    """A few words that changed: a taste of comparing."""

    was: str
    wordt: str
    voorbeeld: bool


@dataclass(frozen=True, slots=True)
class Handeling:
    """Something that a reader can do now."""

    tekst: str
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page."""

    naam: str
    periode: str
    fase: FaseView
    stand: Stand
    laatste: LaatsteStap | None
    nu: tuple[Handeling, ...]
    onderdelen: str
    versies: str
    zienswijzen: str
    monster: Monster | None
    kruimels: tuple[Link, ...] = ()


def home(index: Index) -> HomeView:
    """The home page of a project."""
    punten = len(index.punten)
    zienswijzen = len(index.project.zienswijzen)
    return HomeView(
        naam=index.regio.naam,
        periode=index.regio.periode,
        fase=fase_view(index, index.dossier.geldend),
        stand=stand(index),
        laatste=_laatste(index),
        nu=_nu(index),
        onderdelen=aantal(
            len(index.onderdelen(index.dossier.geldend.id)), "onderdeel", "onderdelen"
        ),
        versies=aantal(len(index.versies), "versie", "versies"),
        zienswijzen=(
            f"{aantal(zienswijzen, 'zienswijze', 'zienswijzen')} met "
            f"{aantal(punten, 'punt', 'punten')}"
        ),
        monster=_monster(index),
    )


def _monster(index: Index) -> Monster | None:
    """The shortest replacement in the registers, the newest step first."""
    kort = [
        Monster(w.was, w.wordt, w.voorbeeld or index.is_voorbeeld(versie_id))
        for versie_id in reversed(index.versies)
        for w in index.project.wijzigingen.get(versie_id, ())
        if w.was and w.wordt and not w.ingetrokken and w.wat == "tekst"
    ]
    return min(kort, key=lambda m: max(len(m.was), len(m.wordt)), default=None)


def _laatste(index: Index) -> LaatsteStap | None:
    """The step that led to the text that counts, when there is one."""
    versie = index.dossier.geldend
    if versie.voorganger not in index.versies:
        return None
    vorige = index.versies[versie.voorganger]
    wijzigingen = [w for w in index.project.wijzigingen.get(versie.id, ()) if not w.ingetrokken]
    telling: Counter[str] = Counter(wijziging.herkomst for wijziging in wijzigingen)
    return LaatsteStap(
        van=f"versie {vorige.nummer}",
        naar=f"versie {versie.nummer}",
        href=adres.vergelijking(vorige.id, versie.id),
        telling=aantal(len(wijzigingen), "wijziging", "wijzigingen"),
        herkomsten=balk((label, telling[code]) for code, label in HERKOMSTEN.items()),
        samenvatting=to_html(versie.samenvatting, f"versies/{versie.id}/index.md", ""),
        voorbeeld=versie.voorbeeld,
    )


def _nu(index: Index) -> tuple[Handeling, ...]:
    """What a reader can do in this phase; lezen and vergelijken are doors of their own."""
    fase = index.dossier.geldend.fase.fase
    besluiten = Link(adres.RAADSBESLUITEN, "Bekijk de raadsbesluiten")
    lopend = [ronde for ronde in index.regio.rondes if ronde.status == "loopt"]
    if lopend:
        return tuple(
            Handeling(f"U kunt nog reageren: {r.titel}, {r.periode}.", _reageren(index))
            for r in lopend
        )
    if fase == "ter-vaststelling":
        return (
            Handeling(
                "De raden besluiten over deze tekst. De tekst verandert niet meer.", besluiten
            ),
            Handeling("Zit u in een raad? Een motie kan nog. Een amendement niet."),
            Handeling(
                "Gaf u een zienswijze? Zoek op wat ermee is gedaan.",
                Link(adres.INDIENERS, "Zoek uw organisatie"),
            ),
        )
    if fase == "vastgesteld":
        return (Handeling("De regiovisie is vastgesteld.", besluiten),)
    return (
        Handeling("Er loopt nu geen ronde. Reageren kan weer als er een nieuwe ronde is."),
        Handeling("Bekijk wat er wanneer gebeurt.", Link(adres.PLANNING, "Bekijk de planning")),
    )


def _reageren(index: Index) -> Link | None:
    contact = index.regio.contact
    if contact is None:
        return None
    return Link(f"mailto:{contact.email}" if contact.email else contact.url or "", "Reageer")
