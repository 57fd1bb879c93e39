"""How one can react now: what still can, what no longer can, and whom to turn to."""

from __future__ import annotations

from dataclasses import dataclass

from regiovisie.render.views.basis import Link
from regiovisie.render.views.fase import FaseView, fase_view
from regiovisie.render.views.index import Index
from regiovisie.render.views.mogelijk import Mogelijk, lopende_rondes, voor_lezer

TITEL = "Hoe kunt u nog reageren?"


@dataclass(frozen=True, slots=True)
class ReagerenView:
    """The phase of the text that counts, and what a reader can do in it."""

    fase: FaseView
    mogelijk: Mogelijk
    ronde_loopt: bool
    """Whether reactions are asked for now."""
    kruimels: tuple[Link, ...] = ()


def reageren(index: Index) -> ReagerenView:
    """The page that says how to react."""
    return ReagerenView(
        fase=fase_view(index, index.dossier.geldend),
        mogelijk=voor_lezer(index),
        ronde_loopt=bool(lopende_rondes(index)),
    )
