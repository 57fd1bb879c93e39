"""Home: where the text stands, what changed last, and what a reader can do now."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from regiovisie.render.views import adres
from regiovisie.render.views.basis import Deel, Link, aantal, balk, zienswijzen_met_punten
from regiovisie.render.views.fase import FaseView, fase_view
from regiovisie.render.views.index import Index
from regiovisie.render.views.labels import HERKOMSTEN
from regiovisie.render.views.mogelijk import Rol, rollen
from regiovisie.render.views.planning import PlanningStap, komend
from regiovisie.render.views.raadsbesluiten import Stand, besluitende, stand
from regiovisie.render.views.raadskaart import Raadskaart, raadskaart


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
class HomeView:
    """The home page."""

    naam: str
    periode: str
    fase: FaseView
    stand: Stand
    kaart: Raadskaart
    laatste: LaatsteStap | None
    nu: tuple[Rol, ...]
    straks: tuple[PlanningStap, ...]
    """The next steps of the planning."""
    onderdelen: str
    versies: str
    zienswijzen: str
    monster: Monster | None
    kruimels: tuple[Link, ...] = ()


def home(index: Index) -> HomeView:
    """The home page of a project."""
    return HomeView(
        naam=index.regio.naam,
        periode=index.regio.periode,
        fase=fase_view(index, index.dossier.geldend),
        stand=stand(index),
        kaart=raadskaart(besluitende(index)),
        laatste=_laatste(index),
        nu=rollen(index),
        straks=komend(index)[:2],
        onderdelen=aantal(
            len(index.onderdelen(index.dossier.geldend.id)), "onderdeel", "onderdelen"
        ),
        versies=aantal(len(index.versies), "versie", "versies"),
        zienswijzen=zienswijzen_met_punten(len(index.project.zienswijzen), len(index.punten)),
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
        telling=(
            aantal(len(wijzigingen), "wijziging", "wijzigingen")
            if wijzigingen
            else "geen wijzigingen in het register"
        ),
        herkomsten=balk((label, telling[code]) for code, label in HERKOMSTEN.items()),
        samenvatting=index.to_html(versie.samenvatting, f"versies/{versie.id}/index.md", ""),
        voorbeeld=versie.voorbeeld,
    )
