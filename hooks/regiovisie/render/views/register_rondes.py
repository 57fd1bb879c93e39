"""The register of zienswijzen itself: every reaction per ronde, with its points, and the filter.

Up to `VOL` points they stand on the page; past that it holds the reactions only, and the
points stand on the pages of the rondes, from which the filter reads them at its first use.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from regiovisie.registers.schema import Ronde, Zienswijze
from regiovisie.render.views import adres
from regiovisie.render.views.basis import BronView, Deel, Link, aantal, zienswijzen_met_punten
from regiovisie.render.views.index import Index, bron_view
from regiovisie.render.views.register import (
    Kenmerk,
    PuntRij,
    gemeenten_van,
    punt_rij,
    soorten_van,
    vouw,
)
from regiovisie.render.views.zienswijzen import (
    ZienswijzeRij,
    geleid,
    uitkomst_balk,
    versie_link,
    zienswijze_rij,
)

VOL = 180
"""How many points the register holds before it leaves them to the pages of the rondes: about what
a first view of 110 kB has room for."""


@dataclass(frozen=True, slots=True)
class Reactie:
    """One reaction with its points."""

    rij: ZienswijzeRij
    anker: str
    zoek: str
    """Words that are not in its row, folded."""
    indieners: tuple[str, ...]
    soorten: tuple[str, ...]
    gemeenten: tuple[str, ...]
    aantal: str
    punten: tuple[PuntRij, ...]


@dataclass(frozen=True, slots=True)
class RondeGroep:
    """The reactions of one ronde."""

    id: str
    anker: str
    titel: str
    href: str
    periode: str
    loopt: bool
    toelichting: str | None
    versie: Link
    bron: BronView | None
    voorbeeld: bool
    telling: str
    balk: tuple[Deel, ...]
    reacties: tuple[Reactie, ...]


@dataclass(frozen=True, slots=True)
class RegisterView:
    """The register of zienswijzen."""

    telling: str
    geleid: str
    balk: tuple[Deel, ...]
    kenmerken: tuple[Kenmerk, ...]
    """The choices of the filter and the pages of groups: only what occurs."""
    rondes: tuple[RondeGroep, ...]
    bron: str
    """Pages that hold the points, where this one does not, as seen from here."""
    kruimels: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class RondeView:
    """One ronde with all its reactions and points."""

    ronde: RondeGroep
    filter: str
    kruimel: str
    kruimels: tuple[Link, ...]


def register(index: Index, kenmerken: tuple[Kenmerk, ...]) -> RegisterView:
    """The whole register, per ronde."""
    alle = index.project.zienswijzen
    punten = [punt for punt, _ in index.punten.values()]
    rondes = tuple(ronde_groep(index, ronde) for ronde in index.regio.rondes)
    vol = len(punten) <= VOL
    return RegisterView(
        telling=zienswijzen_met_punten(len(alle), len(punten)),
        geleid=geleid(index, punten),
        balk=uitkomst_balk(punten),
        kenmerken=kenmerken,
        rondes=rondes if vol else tuple(_zonder_punten(ronde) for ronde in rondes),
        bron="" if vol else " ".join(r.href.removeprefix(adres.ZIENSWIJZEN) for r in rondes),
    )


def ronde_view(index: Index, ronde: Ronde) -> RondeView:
    """The page of one ronde."""
    return RondeView(
        ronde=ronde_groep(index, ronde),
        filter=f"{adres.ZIENSWIJZEN}?ronde={ronde.id}",
        kruimel=ronde.titel,
        kruimels=(
            Link(adres.ZIENSWIJZEN, "Zienswijzen"),
            Link(adres.register("ronde"), "Per ronde"),
        ),
    )


def ronde_groep(index: Index, ronde: Ronde) -> RondeGroep:
    """One ronde with its reactions."""
    zienswijzen = [z for z in index.project.zienswijzen if z.ronde == ronde.id]
    punten = [punt for z in zienswijzen for punt in z.punten]
    reacties = aantal(len(zienswijzen), "reactie", "reacties") if zienswijzen else "geen reacties"
    met = f" met {aantal(len(punten), 'punt', 'punten')}" if punten else ""
    return RondeGroep(
        id=ronde.id,
        anker=f"ronde-{ronde.id}",
        titel=ronde.titel,
        href=adres.register("ronde", ronde.id),
        periode=ronde.periode,
        loopt=ronde.status == "loopt",
        toelichting=ronde.toelichting,
        versie=versie_link(index, ronde.versie),
        bron=bron_view(*ronde.alle_bronnen),
        voorbeeld=ronde.voorbeeld,
        telling=f"{reacties}{met}",
        balk=uitkomst_balk(punten),
        reacties=tuple(_reactie(index, z) for z in zienswijzen),
    )


def _reactie(index: Index, zienswijze: Zienswijze) -> Reactie:
    rij = zienswijze_rij(index, zienswijze)
    gemeenten = gemeenten_van(index, None, zienswijze)
    return Reactie(
        rij=rij,
        anker=adres.anker(zienswijze.id),
        zoek=vouw(" ".join([rij.indieners, *(index.gemeenten[slug].naam for slug in gemeenten)])),
        indieners=zienswijze.indieners,
        soorten=soorten_van(index, None, zienswijze),
        gemeenten=gemeenten,
        aantal=aantal(len(zienswijze.punten), "punt", "punten"),
        punten=tuple(punt_rij(index, punt, zienswijze) for punt in zienswijze.punten),
    )


def _zonder_punten(ronde: RondeGroep) -> RondeGroep:
    return replace(ronde, reacties=tuple(replace(r, punten=()) for r in ronde.reacties))
