"""The page where a reader chooses two versions: every pair as a link."""

from __future__ import annotations

from dataclasses import dataclass

from regiovisie.registers import WERKVERSIE
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Link, hoofdletter
from regiovisie.render.views.index import Index
from regiovisie.render.views.paar_kort import VersieKort, versie_kort


@dataclass(frozen=True, slots=True)
class KeuzeRij:
    """A newer version and the older ones it can be compared with, nearest first."""

    naar: VersieKort
    van: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class KiesView:
    """The page where a reader chooses two versions."""

    versies: tuple[VersieKort, ...]
    rijen: tuple[KeuzeRij, ...]
    snel: tuple[Link, ...]
    kruimels: tuple[Link, ...] = ()


def kies(index: Index) -> KiesView:
    """All pairs, by the newer version."""
    paren = index.dossier.paren
    rijen = tuple(
        KeuzeRij(
            versie_kort(index, naar),
            tuple(
                Link(adres.vergelijking(van, naar), hoofdletter(index.versie_naam(van)))
                for van, ander in reversed(paren)
                if ander == naar
            ),
        )
        for naar in reversed([*index.versies, WERKVERSIE])
        if any(ander == naar for _, ander in paren)
    )
    ids = [*index.versies] + ([WERKVERSIE] if any(WERKVERSIE in paar for paar in paren) else [])
    return KiesView(tuple(versie_kort(index, i) for i in ids), rijen, _snel(index))


def _snel(index: Index) -> tuple[Link, ...]:
    """The pairs that most readers want: the last step, and from first to newest."""
    geldend = index.dossier.geldend
    ids = list(index.versies)
    paren = [(geldend.voorganger or "", geldend.id), (ids[0], ids[-1])]
    uniek = [paar for paar in dict.fromkeys(paren) if paar in index.dossier.paren]
    woorden = ("De laatste stap", "Van de eerste naar de nieuwste versie")
    return tuple(
        Link(
            adres.vergelijking(*paar),
            f"{woord}: {index.versie_naam(paar[0])} en {index.versie_naam(paar[1])}",
        )
        for paar, woord in zip(uniek, woorden, strict=False)
    )
