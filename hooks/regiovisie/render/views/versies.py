"""The list of all versions, newest first, each as it was."""

from __future__ import annotations

from dataclasses import dataclass

from regiovisie.registers.schema import Versie
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Link, aantal
from regiovisie.render.views.fase import FaseRegel, FaseView, fase_regels, fase_view
from regiovisie.render.views.index import Index
from regiovisie.render.views.zegel import Zegel, zegel


@dataclass(frozen=True, slots=True)
class VersieRij:
    """One version in the list."""

    fase: FaseView
    fasen: tuple[FaseRegel, ...]
    verzonden_aan: tuple[str, ...]
    zegel: Zegel
    wijzigingen: str
    vergelijk: Link | None


@dataclass(frozen=True, slots=True)
class VersiesView:
    """All versions."""

    versies: tuple[VersieRij, ...]
    kruimels: tuple[Link, ...] = ()


def versies(index: Index) -> VersiesView:
    """All versions, newest first."""
    rijen = tuple(_rij(index, versie) for versie in reversed(index.dossier.versies))
    return VersiesView(rijen)


def _rij(index: Index, versie: Versie) -> VersieRij:
    wijzigingen = [w for w in index.project.wijzigingen.get(versie.id, ()) if not w.ingetrokken]
    vorige = versie.voorganger if versie.voorganger in index.versies else None
    return VersieRij(
        fase=fase_view(index, versie),
        fasen=fase_regels(versie),
        verzonden_aan=versie.verzonden_aan,
        zegel=zegel(versie),
        wijzigingen=aantal(len(wijzigingen), "wijziging", "wijzigingen") if wijzigingen else "",
        vergelijk=(
            Link(
                adres.vergelijking(vorige, versie.id),
                f"Wat is veranderd sinds {index.versie_naam(vorige)}?",
            )
            if vorige
            else None
        ),
    )
