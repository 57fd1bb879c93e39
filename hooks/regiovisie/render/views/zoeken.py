"""The page to search on: what a search can be narrowed to."""

from __future__ import annotations

from dataclasses import dataclass

from regiovisie.render.views.basis import Link, hoofdletter
from regiovisie.render.views.index import Index
from regiovisie.render.views.labels import SOORT_INDIENER

TITEL = "Zoeken"

SOORTEN = {
    "tekst": "Tekst van de regiovisie",
    "zienswijze": "Zienswijze of andere reactie",
    "antwoord": "Antwoord op meer punten",
    "wijziging": "Wijziging",
    "begrip": "Begrip",
    "gemeente": "Gemeente",
    "pagina": "Andere pagina",
}
"""What can be found, in the order in which a reader chooses from it."""

_GROEPEN = {"tekst": "a", "begrip": "a", "gemeente": "c", "pagina": "c"}


@dataclass(frozen=True, slots=True)
class Keuze:
    """One thing to choose."""

    code: str
    naam: str


@dataclass(frozen=True, slots=True)
class Filter:
    """What a search can be narrowed by."""

    code: str
    naam: str
    alles: str
    """What the choice of nothing is called."""
    keuzes: tuple[Keuze, ...]


@dataclass(frozen=True, slots=True)
class ZoekenView:
    """The page to search on."""

    filters: tuple[Filter, ...]
    andere_versies: bool
    """Whether there are texts besides the current one."""
    kruimels: tuple[Link, ...] = ()


def soort_naam(soort: str) -> str:
    """A kind of find in words."""
    return SOORTEN[soort]


def groep(soort: str) -> str:
    """Which finds come first: the text itself (a), what is said and done (b), other pages (c)."""
    return _GROEPEN.get(soort, "b")


def zoeken(index: Index) -> ZoekenView:
    """The filters with what the registers hold; one with a single choice is left out."""
    soorten = {indiener.soort for indiener in index.project.indieners}
    filters = (
        Filter("soort", "Soort", "Alles", _keuzes(SOORTEN)),
        Filter(
            "versie",
            "Versie",
            "Alle versies",
            tuple(
                Keuze(versie_id, hoofdletter(index.versie_naam(versie_id)))
                for versie_id in reversed(index.dossier.ids)
            ),
        ),
        Filter(
            "gemeente",
            "Gemeente",
            "Alle gemeenten",
            tuple(
                sorted(
                    (Keuze(g.slug, g.naam) for g in index.project.gemeenten),
                    key=lambda keuze: keuze.naam,
                )
            ),
        ),
        Filter(
            "indiener",
            "Indiener",
            "Alle indieners",
            _keuzes({code: naam for code, naam in SOORT_INDIENER.items() if code in soorten}),
        ),
    )
    return ZoekenView(
        tuple(filter_ for filter_ in filters if len(filter_.keuzes) > 1),
        andere_versies=len(index.dossier.ids) > 1,
    )


def _keuzes(namen: dict[str, str]) -> tuple[Keuze, ...]:
    return tuple(Keuze(code, naam) for code, naam in namen.items())
