"""The register of changes, and the permanent page of one change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from regiovisie.registers import WERKVERSIE
from regiovisie.registers.schema import Plaats, Wijziging
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Deel, Label, Link, aantal, balk, hoofdletter
from regiovisie.render.views.index import Index
from regiovisie.render.views.labels import HERKOMSTEN, UITLEG_HERKOMSTEN
from regiovisie.render.views.wijziging_kort import (
    WijzigingKort,
    WijzigingMetPlekken,
    wijziging_kort,
    wijziging_met_plekken,
)
from regiovisie.render.views.zienswijzen import PuntView, punt_view


@dataclass(frozen=True, slots=True)
class WijzigingRij:
    """One change in the register, in the words of its entry."""

    kort: WijzigingKort
    plaats: str
    was: str | None
    wordt: str | None
    meer: str
    """``en op 2 andere plekken``, or empty."""


@dataclass(frozen=True, slots=True)
class StapGroep:
    """The changes of one step."""

    anker: str
    titel: str
    href: str
    telling: str
    balk: tuple[Deel, ...]
    rijen: tuple[WijzigingRij, ...]
    herkomst_volledig: bool
    hele_paragrafen: str
    zonder_herkomst: str
    """Both empty when there are none."""


@dataclass(frozen=True, slots=True)
class WijzigingenView:
    """The whole register."""

    telling: str
    herkomsten: tuple[Label, ...]
    stappen: tuple[StapGroep, ...]
    kruimels: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class WijzigingView:
    """One change."""

    id: str
    kruimel: str
    wijziging: WijzigingMetPlekken
    stap: Link
    plaatsen: tuple[str, ...]
    """Every place that its entry names, each once."""
    uitleg: str
    """What its herkomst means."""
    punten: tuple[tuple[PuntView, tuple[Link, ...]], ...]
    """Each point that asked for it, with who did."""
    paren: tuple[Link, ...]
    """Every pair in which it shows, its own step first."""
    weggevallen: tuple[Link, ...]
    """Pairs over whose steps nothing of it is left."""
    kruimels: tuple[Link, ...]


def wijzigingen(index: Index) -> WijzigingenView:
    """All changes, the newest step first."""
    stappen = tuple(
        groep
        for sleutel in reversed([*index.versies, WERKVERSIE])
        if (groep := _stap_groep(index, sleutel))
    )
    alle = index.wijzigingen
    telling: Counter[str] = Counter(w.herkomst for w in alle.values())
    return WijzigingenView(
        telling=aantal(len(alle), "wijziging", "wijzigingen"),
        herkomsten=tuple(label for code, label in HERKOMSTEN.items() if telling[code]),
        stappen=stappen,
    )


def wijziging(index: Index, record: Wijziging) -> WijzigingView:
    """One change with its places, its cause, and the pairs in which it shows."""
    van, naar = index.dossier.stap(record.id)
    pagina = adres.wijziging(record.id)
    plaatsen = [record.plaats, *(ook.plaats for ook in record.ook_op)]
    punten = [index.punten[punt_id] for punt_id in record.punten if punt_id in index.punten]
    return WijzigingView(
        id=record.id,
        kruimel=record.id,
        wijziging=wijziging_met_plekken(index, record, pagina),
        stap=_paar_link(index, van, naar),
        plaatsen=tuple(dict.fromkeys(index.plaats_tekst(naar, plaats) for plaats in plaatsen)),
        uitleg=UITLEG_HERKOMSTEN[record.herkomst],
        punten=tuple(
            (punt_view(index, z, p, pagina, met_plekken=False), index.indiener_links(z))
            for p, z in punten
        ),
        paren=tuple(_paar_link(index, *paar) for paar in index.paren_met.get(record.id, ())),
        weggevallen=tuple(
            _paar_link(index, *paar) for paar in index.paren_zonder.get(record.id, ())
        ),
        kruimels=(Link(adres.WIJZIGINGEN, "Wijzigingen"),),
    )


def _stap_groep(index: Index, sleutel: str) -> StapGroep | None:
    records = [w for w in index.project.wijzigingen.get(sleutel, ()) if w.id in index.wijzigingen]
    if not records:
        return None
    van, naar = index.dossier.stap(records[0].id)
    telling: Counter[str] = Counter(record.herkomst for record in records)
    versie = index.versies.get(sleutel)
    return StapGroep(
        anker=f"stap-{sleutel}",
        titel=f"Van {index.versie_naam(van)} naar {index.versie_naam(naar)}",
        href=adres.vergelijking(van, naar),
        telling=aantal(len(records), "wijziging", "wijzigingen"),
        balk=balk((label, telling[code]) for code, label in HERKOMSTEN.items()),
        rijen=tuple(_rij(index, record, naar) for record in records),
        herkomst_volledig=versie.herkomst_volledig if versie else True,
        hele_paragrafen=_hele_paragrafen(index, records),
        zonder_herkomst=_zonder_herkomst(index, van, naar),
    )


def _hele_paragrafen(index: Index, records: Sequence[Wijziging]) -> str:
    """How many changes name a whole paragraph: told apart, so that they hide nothing."""
    count = sum(index.dossier.is_whole_section(record.id) for record in records)
    noemt = "noemt" if count == 1 else "noemen"
    return f"{count} daarvan {noemt} een hele paragraaf, zonder citaat" if count else ""


def _zonder_herkomst(index: Index, van: str, naar: str) -> str:
    count = index.dossier.vergelijking(van, naar).telling.zonder_herkomst
    return f"{aantal(count, 'plek', 'plekken')} nog zonder herkomst" if count else ""


def _rij(index: Index, record: Wijziging, naar: str) -> WijzigingRij:
    plekken = len(record.ook_op)
    return WijzigingRij(
        kort=wijziging_kort(index, record),
        plaats=index.plaats_tekst(naar, Plaats(record.plaats)),
        was=record.was,
        wordt=record.wordt,
        meer=f"en op {aantal(plekken, 'andere plek', 'andere plekken')}" if plekken else "",
    )


def _paar_link(index: Index, van: str, naar: str) -> Link:
    tekst = f"{hoofdletter(index.versie_naam(van))} en {index.versie_naam(naar)}"
    return Link(adres.vergelijking(van, naar), tekst)
