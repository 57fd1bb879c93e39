"""Each paragraph of an onderdeel through all versions, with the causes of its changes."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten

from markupsafe import Markup

from regiovisie.herkomst.dossier import LevenslijnGeschiedenis, LevenslijnStap
from regiovisie.render.beschrijving import beschrijving, plaatsnaam
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Link, hoofdletter
from regiovisie.render.views.index import Index
from regiovisie.render.views.wijziging_kort import WijzigingKort, wijziging_kort

TITEL = 70
"""How many characters of a paragraph serve as its title."""


@dataclass(frozen=True, slots=True)
class StapView:
    """What a paragraph was in its first version, or what one step did to it."""

    versie: str
    href: str
    """The paragraph in that version, or the step in which it was dropped."""
    html: Markup
    vervallen: bool
    beschrijvingen: tuple[str, ...]
    wijzigingen: tuple[WijzigingKort, ...]


@dataclass(frozen=True, slots=True)
class LoopView:
    """One paragraph through time, newest first."""

    anker: str
    titel: str
    """Its first words."""
    elders: str
    """The onderdeel where it stands now, when that is another."""
    stappen: tuple[StapView, ...]


@dataclass(frozen=True, slots=True)
class GeschiedenisView:
    """One onderdeel through time."""

    titel: str
    nummer: str
    terug: Link
    lopen: tuple[LoopView, ...]
    """Only paragraphs that ever changed."""
    ongewijzigd: int
    kruimels: tuple[Link, ...]
    kruimel: str


def geschiedenis(index: Index, slug: str) -> GeschiedenisView:
    """The history of an onderdeel of the text that counts."""
    onderdeel = index.dossier.tekst(index.dossier.geldend.id).onderdeel(slug)
    nummer, titel = (onderdeel.nummer, onderdeel.titel) if onderdeel else ("", slug)
    terug = Link(adres.onderdeel(slug), f"{nummer} {titel}".strip())
    lopen = index.dossier.geschiedenis(slug)
    veranderd = [loop for loop in lopen if len(loop.stappen) > 1]
    return GeschiedenisView(
        titel=titel,
        nummer=nummer,
        terug=terug,
        lopen=tuple(_loop(index, loop, slug) for loop in veranderd),
        ongewijzigd=len(lopen) - len(veranderd),
        kruimels=(Link(adres.REGIOVISIE, "Lezen"), terug),
        kruimel="Geschiedenis",
    )


def _loop(index: Index, loop: LevenslijnGeschiedenis, slug: str) -> LoopView:
    stappen = (_stap(index, loop, stap, slug) for stap in reversed(loop.stappen))
    return LoopView(
        anker=f"loop-{loop.levenslijn}",
        titel=shorten(loop.laatste.block.words, TITEL, placeholder=" …"),
        elders=_elders(loop, slug),
        stappen=tuple(stap for stap in stappen if stap),
    )


def _elders(loop: LevenslijnGeschiedenis, slug: str) -> str:
    nu = loop.stappen[-1].placed
    return plaatsnaam(nu) if nu and nu.onderdeel.slug != slug else ""


def _stap(
    index: Index, loop: LevenslijnGeschiedenis, stap: LevenslijnStap, slug: str
) -> StapView | None:
    """The first version as it was, each later step with renvooi; None where nothing shows."""
    html = _html(index, loop.levenslijn, stap, adres.geschiedenis(slug))
    if html is None:
        return None
    if stap.placed:
        plaats = adres.versie(stap.versie, stap.placed.onderdeel.slug, loop.levenslijn)
    else:
        plaats = adres.versie(stap.versie)
    return StapView(
        versie=hoofdletter(index.versie_naam(stap.versie)),
        href=plaats if stap.versie in index.versies else adres.WERKVERSIE,
        html=html,
        vervallen=stap.placed is None,
        beschrijvingen=tuple(
            dict.fromkeys(
                beschrijving(plek.plek)
                for plek in index.plekken_bij.get(loop.levenslijn, ())
                if plek.naar == stap.versie and stap.entry is not None
            )
        ),
        wijzigingen=tuple(
            wijziging_kort(index, index.wijzigingen[w])
            for w in stap.wijzigingen
            if w in index.wijzigingen
        ),
    )


def _html(index: Index, lijn: str, stap: LevenslijnStap, pagina: str) -> Markup | None:
    for plek in index.plekken_bij.get(lijn, ()):
        if stap.entry is not None and plek.naar == stap.versie:
            return index.opmaker.plek(plek, pagina)
    return index.opmaker.blok(stap.versie, stap.placed, pagina) if stap.placed else None
