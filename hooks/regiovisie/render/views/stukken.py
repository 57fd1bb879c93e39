"""The papers of a municipality, and those that are cited but that its list does not have."""

from __future__ import annotations

from dataclasses import dataclass

from regiovisie.registers.schema import Document, Gemeente
from regiovisie.registers.teksten import prose
from regiovisie.render.views.basis import BronView, hoofdletter
from regiovisie.render.views.index import bron_view
from regiovisie.text.verwijzingen import verwijzingen


@dataclass(frozen=True, slots=True)
class StukView:
    """One paper."""

    anker: str
    """The id that "bijlage 4" leads to; empty for a paper that is no annex."""
    nummer: str
    """``Bijlage 4``, or empty."""
    titel: str
    url: str | None
    feiten: str
    bron: BronView | None


@dataclass(frozen=True, slots=True)
class Ontbrekend:
    """A paper that is cited while the list does not have it."""

    anker: str
    zin: str
    toelichting: str
    bron: BronView | None


@dataclass(frozen=True, slots=True)
class Stukken:
    """The list of papers, and what it lacks."""

    lijst: tuple[StukView, ...]
    ontbreekt: tuple[Ontbrekend, ...]


def stukken(gemeente: Gemeente) -> Stukken:
    """The papers of a municipality; what its page cites and its list lacks is told too."""
    return Stukken(
        tuple(_stuk(paper) for paper in gemeente.documenten if not paper.ontbreekt),
        (
            *(_ontbrekend(paper) for paper in gemeente.documenten if paper.ontbreekt),
            *(_niet_vermeld(nummer) for nummer in _dangling(gemeente)),
        ),
    )


def _stuk(paper: Document) -> StukView:
    feiten = [str(part) for part in (paper.soort, paper.datum) if part]
    return StukView(
        anker=_anker(paper.bijlage),
        nummer=f"Bijlage {paper.bijlage}" if paper.bijlage else "",
        titel=paper.titel,
        url=paper.url,
        feiten=", ".join(feiten),
        bron=bron_view(paper.bron),
    )


def _ontbrekend(paper: Document) -> Ontbrekend:
    naam = f"bijlage {paper.bijlage}" if paper.bijlage else f"“{paper.titel}”"
    toelichting = paper.titel if paper.bijlage else ""
    return Ontbrekend(_anker(paper.bijlage), _zin(naam), toelichting, bron_view(paper.bron))


def _niet_vermeld(nummer: str) -> Ontbrekend:
    return Ontbrekend(_anker(nummer), _zin(f"bijlage {nummer}"), "", None)


def _dangling(gemeente: Gemeente) -> list[str]:
    """The numbers of annexes that the page cites and the list does not know."""
    known = {paper.bijlage for paper in gemeente.documenten if paper.bijlage}
    cited = (v.naam for v in verwijzingen(prose(gemeente.inhoud)) if v.soort == "bijlage")
    return [nummer for nummer in dict.fromkeys(cited) if known and nummer not in known]


def _zin(naam: str) -> str:
    return f"{hoofdletter(naam)} wordt genoemd, maar staat niet in de lijst van stukken."


def _anker(nummer: str | None) -> str:
    return f"bijlage-{nummer}" if nummer else ""
