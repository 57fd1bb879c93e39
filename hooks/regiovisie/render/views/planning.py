"""The timeline: past and coming steps, with dates as vague as the sources give them."""

from __future__ import annotations

from dataclasses import dataclass

from regiovisie.render.views.basis import BronView, Label, Link
from regiovisie.render.views.index import Index, bron_view
from regiovisie.render.views.labels import STATUS_PLANNING


@dataclass(frozen=True, slots=True)
class StapView:
    """One step."""

    datum: str
    titel: str
    wie: str | None
    toelichting: str | None
    status: Label
    url: str | None
    bronnen: tuple[BronView, ...]


@dataclass(frozen=True, slots=True)
class PlanningView:
    """The whole timeline."""

    stappen: tuple[StapView, ...]
    kruimels: tuple[Link, ...] = ()


def planning(index: Index) -> PlanningView:
    """All steps in the order of the register."""
    return PlanningView(
        tuple(
            StapView(
                datum=str(stap.datum),
                titel=stap.titel,
                wie=stap.wie,
                toelichting=stap.toelichting,
                status=STATUS_PLANNING[stap.status],
                url=stap.url,
                bronnen=tuple(view for bron in stap.bronnen if (view := bron_view(bron))),
            )
            for stap in index.regio.planning
        )
    )
