"""What was asked at a paragraph and not (wholly) done: by whom, and why not.

Points that share a thematic answer are told together, with that answer once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from regiovisie.registers.schema import Punt
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Link, aantal
from regiovisie.render.views.index import Index
from regiovisie.render.views.paar_keuze import Kenmerken, punten_kenmerken
from regiovisie.render.views.wijziging_kort import PuntKort, punt_kort

KOPPEN = {
    frozenset(("niet",)): "Hier gevraagd, niet overgenomen",
    frozenset(("deels",)): "Hier gevraagd, gedeeltelijk overgenomen",
    frozenset(("uitvoering",)): "Hier gevraagd, gaat naar de uitvoering",
    frozenset(("lokaal",)): "Hier gevraagd, is aan de gemeente zelf",
}
GEMENGD = "Hier gevraagd, niet of gedeeltelijk overgenomen"


@dataclass(frozen=True, slots=True)
class GevraagdPunt:
    """One point, with what did change because of it."""

    kort: PuntKort
    wijzigingen: tuple[Link, ...]
    """Of a point that was taken over in part."""


@dataclass(frozen=True, slots=True)
class NietOvergenomen:
    """Points that were not (wholly) taken over for one reason."""

    punten: tuple[GevraagdPunt, ...]
    reden: Markup | None


@dataclass(frozen=True, slots=True)
class GevraagdView:
    """All such points at one element of the text."""

    nummer: int
    """Counted from 1 on the page."""
    kop: str
    telling: str
    antwoorden: tuple[NietOvergenomen, ...]
    kenmerken: Kenmerken
    """What a choice of indieners or themes is matched with."""


@dataclass(frozen=True, slots=True)
class GevraagdTelling:
    """The count at the top of a page, leading to the first."""

    tekst: str
    eerste: Link


class GevraagdOpPagina:
    """Numbers what was asked while a page is made from top to bottom; a point stands once."""

    def __init__(self, index: Index, punten: Mapping[str, tuple[Punt, ...]], pagina: str) -> None:
        self._index = index
        self._punten = punten
        self._pagina = pagina
        self._getoond: set[str] = set()
        self._views: list[GevraagdView] = []

    def bij(self, levenslijnen: Iterable[str]) -> GevraagdView | None:
        """What was asked at an element with these lifelines, and was not told before."""
        punten = [
            punt
            for lijn in levenslijnen
            for punt in self._punten.get(lijn, ())
            if punt.id not in self._getoond
        ]
        if not punten:
            return None
        self._getoond |= {punt.id for punt in punten}
        view = _view(self._index, punten, self._pagina, len(self._views) + 1)
        self._views.append(view)
        return view

    def telling(self) -> GevraagdTelling | None:
        """The count over the page; None where everything asked was done, or nothing asked."""
        if not self._getoond:
            return None
        zijn = "punt over dit onderdeel is", "punten over dit onderdeel zijn"
        tekst = f"{aantal(len(self._getoond), *zijn)} niet of niet helemaal overgenomen."
        eerste = Link(f"#gevraagd-{self._views[0].nummer}", "Bekijk bij de tekst")
        return GevraagdTelling(tekst, eerste)


def _view(index: Index, punten: Sequence[Punt], pagina: str, nummer: int) -> GevraagdView:
    uitkomsten = frozenset(punt.uitkomst for punt in punten)
    return GevraagdView(
        nummer=nummer,
        kop=KOPPEN.get(uitkomsten, GEMENGD),
        telling=aantal(len(punten), "punt", "punten"),
        antwoorden=tuple(_antwoorden(index, punten, pagina)),
        kenmerken=punten_kenmerken(index, [punt.id for punt in punten]),
    )


def _antwoorden(index: Index, punten: Iterable[Punt], pagina: str) -> Iterator[NietOvergenomen]:
    per_antwoord: dict[str, list[Punt]] = defaultdict(list)
    for punt in punten:
        eigen = punt.reactie or not punt.antwoord
        per_antwoord[punt.id if eigen else punt.antwoord or ""].append(punt)
    for groep in per_antwoord.values():
        yield NietOvergenomen(
            tuple(_punt(index, punt) for punt in groep), _reden(index, groep[0], pagina)
        )


def _punt(index: Index, punt: Punt) -> GevraagdPunt:
    wijzigingen = index.wijzigingen_van_punt.get(punt.id, ())
    return GevraagdPunt(
        punt_kort(index, punt.id), tuple(Link(adres.wijziging(w.id), w.id) for w in wijzigingen)
    )


def _reden(index: Index, punt: Punt, pagina: str) -> Markup | None:
    bestand = f"zienswijzen/{punt.id.partition('.')[0].lower()}.md"
    if punt.reactie:
        return index.to_html(punt.reactie, bestand, pagina)
    antwoord = index.antwoorden.get(punt.antwoord or "")
    if antwoord is None:
        return None
    return index.to_html(antwoord.inhoud, f"antwoorden/{antwoord.id.lower()}.md", pagina)
