"""The text that counts in plain Dutch: per onderdeel, and as a whole.

::

    samenvatting(index, "pijlers", adres.onderdeel("pijlers"))   on top of one onderdeel
    in_het_kort(index)                                           all of them on one page
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from regiovisie.render.views import adres
from regiovisie.render.views.basis import Link
from regiovisie.render.views.fase import FaseView, fase_view
from regiovisie.render.views.index import Index

TITEL = "De regiovisie in het kort"


@dataclass(frozen=True, slots=True)
class SamenvattingView:
    """One onderdeel in plain Dutch."""

    anker: str
    """Its id on the page with all summaries."""
    onderdeel: Link
    nummer: str
    titel: str
    inhoud: Markup
    versie: str
    """The version that it summarises: ``versie 0.4``."""
    verouderd: bool
    """Whether that is another version than the text that counts."""
    voorbeeld: bool


@dataclass(frozen=True, slots=True)
class InHetKortView:
    """All summaries, in the order of the text that counts."""

    fase: FaseView
    samenvattingen: tuple[SamenvattingView, ...]
    kruimels: tuple[Link, ...] = (Link(adres.REGIOVISIE, "Lezen"),)


def samenvatting(index: Index, slug: str, pagina: str) -> SamenvattingView | None:
    """The summary of an onderdeel of the text that counts, as it stands on ``pagina``.

    None where nobody wrote one, or where the text that counts lacks the onderdeel.
    """
    record = index.samenvattingen.get(slug)
    geldend = index.dossier.geldend
    onderdeel = index.dossier.tekst(geldend.id).onderdeel(slug)
    if record is None or onderdeel is None:
        return None
    return SamenvattingView(
        anker=f"kort-{slug}",
        onderdeel=Link(adres.onderdeel(slug), f"{onderdeel.nummer} {onderdeel.titel}".strip()),
        nummer=onderdeel.nummer,
        titel=onderdeel.titel,
        inhoud=index.to_html(record.inhoud, f"samenvattingen/{slug}.md", pagina),
        versie=index.versie_naam(record.versie),
        verouderd=record.versie != geldend.id,
        voorbeeld=record.voorbeeld or index.is_voorbeeld(record.versie),
    )


def in_het_kort(index: Index) -> InHetKortView:
    """The page with all summaries."""
    alle = (
        samenvatting(index, onderdeel.slug, adres.IN_HET_KORT)
        for onderdeel in index.onderdelen(index.dossier.geldend.id)
    )
    return InHetKortView(
        fase=fase_view(index, index.dossier.geldend),
        samenvattingen=tuple(view for view in alle if view),
    )
