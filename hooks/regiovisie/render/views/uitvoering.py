"""What follows on the text: the points that were sent to the uitvoeringsagenda, by onderdeel."""

from __future__ import annotations

from dataclasses import dataclass

from regiovisie.render.views import adres
from regiovisie.render.views.basis import Link, aantal
from regiovisie.render.views.index import Index
from regiovisie.render.views.wijziging_kort import PuntKort, punt_kort

TITEL = "Uitvoeringsagenda: wat komt hierna?"
CODE = "uitvoering"
"""The uitkomst of a point that is about carrying out the text."""


@dataclass(frozen=True, slots=True)
class UitvoeringGroep:
    """The points about one onderdeel."""

    titel: str
    punten: tuple[PuntKort, ...]


@dataclass(frozen=True, slots=True)
class UitvoeringView:
    """All points that were sent on."""

    telling: str
    groepen: tuple[UitvoeringGroep, ...]
    kruimels: tuple[Link, ...] = (Link(adres.PLANNING, "Planning"),)


def naar_uitvoering(index: Index) -> tuple[str, ...]:
    """The ids of the points that were sent to the uitvoeringsagenda, in register order."""
    return tuple(punt.id for punt, _ in index.punten.values() if punt.uitkomst == CODE)


def uitvoering(index: Index) -> UitvoeringView:
    """The page about what follows."""
    namen = {**index.onderdeel_namen, "": "De tekst als geheel"}
    groepen = (
        UitvoeringGroep(
            naam,
            tuple(
                punt_kort(index, punt.id)
                for punt, _ in index.punten_van_onderdeel.get(slug, ())
                if punt.uitkomst == CODE
            ),
        )
        for slug, naam in namen.items()
    )
    return UitvoeringView(
        telling=aantal(len(naar_uitvoering(index)), "punt", "punten"),
        groepen=tuple(groep for groep in groepen if groep.punten),
    )
