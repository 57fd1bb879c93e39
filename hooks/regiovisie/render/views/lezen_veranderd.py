"""What changed at each element of the text that counts, and why.

Blocks that came in as one change, such as a new section, are told as one: at the first.

::

    ## Financiën          Paragraaf ‘Financiën’ toegevoegd, W-021
    Een alinea.           nothing: it came with its heading
    Nog een alinea.       ‘licht’ vervangen door ‘thuis’, W-001
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from regiovisie.herkomst.dossier import PlekInStap
from regiovisie.herkomst.groepen import Groep
from regiovisie.render.beschrijving import beschrijving, beschrijving_van_groep
from regiovisie.render.renvooi import Fragment
from regiovisie.render.views import adres
from regiovisie.render.views.basis import opsomming
from regiovisie.render.views.index import Index, Paar
from regiovisie.render.views.wijziging_kort import WijzigingKort, wijziging_kort

Stappen = dict[Paar, list[PlekInStap]]
"""What each step did to an element, oldest first."""


@dataclass(frozen=True, slots=True)
class VeranderingView:
    """What one step did to a paragraph, and why."""

    stap: str
    """``Van versie 0.2 naar versie 0.3``."""
    href: str
    beschrijvingen: tuple[str, ...]
    wijzigingen: tuple[WijzigingKort, ...]
    zonder_herkomst: bool


def stappen_bij(index: Index, fragmenten: Sequence[Fragment]) -> list[Stappen]:
    """What is told at each element, in the order of the text."""
    verteld: list[Stappen] = []
    vorige: Groep | None = None
    eerste: Stappen = {}
    for fragment in fragmenten:
        stappen = _per_stap(index, fragment)
        groep = _enige_groep(stappen)
        if groep is not None and groep is vorige:
            for stap, plekken in stappen.items():
                eerste[stap] += plekken
            verteld.append({})
        else:
            eerste = stappen
            verteld.append(stappen)
        vorige = groep
    return verteld


def veranderd_in(index: Index, stappen: Stappen) -> str:
    """``versie 0.2 en 0.3``; empty where nothing is told."""
    nummers = [index.versies[naar].nummer for _, naar in stappen]
    return f"versie {opsomming(nummers)}" if nummers else ""


def geschiedenis_adres(index: Index, slug: str, fragment: Fragment) -> str:
    """The history of the first block of an element that changed."""
    lijnen = (lijn for lijn in fragment.levenslijnen if lijn in index.plekken_bij)
    return adres.geschiedenis_alinea(slug, next(lijnen))


def veranderingen_van(index: Index, stappen: Stappen) -> tuple[VeranderingView, ...]:
    """What each step did, newest first."""
    return tuple(_verandering(index, plekken) for plekken in reversed(stappen.values()))


def _per_stap(index: Index, fragment: Fragment) -> Stappen:
    """What each step did to this element; only steps up to frozen versions."""
    found: Stappen = defaultdict(list)
    for lijn in fragment.levenslijnen:
        for plek in index.plekken_bij.get(lijn, ()):
            if plek.naar in index.versies:
                found[plek.van, plek.naar].append(plek)
    return {stap: found[stap] for stap in index.dossier.stappen if stap in found}


def _enige_groep(stappen: Stappen) -> Groep | None:
    """The group of places that all of this belongs to, where that is one."""
    if len(stappen) != 1:
        return None
    (plekken,) = stappen.values()
    hier = {plek.plek.anker for plek in plekken}
    groepen = (g for g in plekken[0].onderdeel.groepen if hier <= {plek.anker for plek in g})
    return next(groepen, None)


def _verandering(index: Index, plekken: Sequence[PlekInStap]) -> VeranderingView:
    eerste = plekken[0]
    onderdeel = eerste.onderdeel
    hier = {plek.plek.anker for plek in plekken}
    delen = (tuple(p for p in groep if p.anker in hier) for groep in onderdeel.groepen)
    gezegd = (zin for deel in delen if deel for zin in _beschrijvingen(deel))
    ids = dict.fromkeys(w for plek in plekken for w in plek.plek.wijzigingen)
    return VeranderingView(
        stap=f"Van {index.versie_naam(eerste.van)} naar {index.versie_naam(eerste.naar)}",
        href=adres.vergelijking(eerste.van, eerste.naar, onderdeel.slug, eerste.plek.anker),
        beschrijvingen=tuple(dict.fromkeys(gezegd)),
        wijzigingen=tuple(
            wijziging_kort(index, index.wijzigingen[w]) for w in ids if w in index.wijzigingen
        ),
        zonder_herkomst=any(plek.plek.zonder_herkomst for plek in plekken),
    )


def _beschrijvingen(groep: Groep) -> Sequence[str]:
    """A section by its heading; other blocks one by one, since a reader has no other list."""
    if groep[0].entry.placed.block.kind == "heading":
        return (beschrijving_van_groep(groep),)
    return [beschrijving(plek) for plek in groep]
