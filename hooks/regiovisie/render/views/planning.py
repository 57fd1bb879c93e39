"""The timeline: past and coming steps, with dates as vague as the sources give them."""

from __future__ import annotations

from dataclasses import dataclass

from regiovisie.registers.schema import Planningsstap
from regiovisie.render.views.basis import BronView, Label, Link
from regiovisie.render.views.index import Index, bron_view
from regiovisie.render.views.labels import STATUS_PLANNING


@dataclass(frozen=True, slots=True)
class PlanningStap:
    """One step."""

    datum: str
    titel: str
    wie: str | None
    toelichting: str | None
    status: Label
    url: str | None
    bron: BronView | None


@dataclass(frozen=True, slots=True)
class PlanningView:
    """The whole timeline."""

    stappen: tuple[PlanningStap, ...]
    kruimels: tuple[Link, ...] = ()

    @property
    def straks(self) -> int | None:
        """The place of the first step that is still to come; None where none is."""
        komend = (i for i, stap in enumerate(self.stappen) if stap.status.code == "komend")
        return next(komend, None)


def planning(index: Index) -> PlanningView:
    """All steps in the order of the register."""
    return PlanningView(tuple(map(_stap, index.regio.planning)))


def komend(index: Index) -> tuple[PlanningStap, ...]:
    """The steps that are still to come, the first of them first."""
    return tuple(_stap(stap) for stap in index.regio.planning if stap.status == "komend")


def _stap(stap: Planningsstap) -> PlanningStap:
    return PlanningStap(
        datum=str(stap.datum),
        titel=stap.titel,
        wie=stap.wie,
        toelichting=stap.toelichting,
        status=STATUS_PLANNING[stap.status],
        url=stap.url,
        bron=bron_view(*stap.bronnen),
    )
