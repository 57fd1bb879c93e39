"""The text that counts in plain Dutch: per onderdeel, and as a whole.

::

    samenvatting(index, "pijlers", adres.onderdeel("pijlers"))   on top of one onderdeel
    in_het_kort(index)                                           all of them on one page
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from regiovisie.render.views import adres
from regiovisie.render.views.basis import Link, aantal
from regiovisie.render.views.fase import FaseView, fase_view
from regiovisie.render.views.index import Index
from regiovisie.render.views.zienswijzen import geleid

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
class ReactiesKort:
    """What came of the reactions, for who wonders whether anyone listened."""

    zinnen: tuple[str, ...]
    links: tuple[Link, ...]
    """Where to read on: the answers, the changes since the first version, one's own reaction."""
    voorbeeld: bool


@dataclass(frozen=True, slots=True)
class InHetKortView:
    """All summaries, in the order of the text that counts."""

    fase: FaseView
    reacties: ReactiesKort | None
    """None where no reaction has a point yet."""
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
        reacties=_reacties(index),
        samenvattingen=tuple(view for view in alle if view),
    )


def _reacties(index: Index) -> ReactiesKort | None:
    punten = tuple(punt for punt, _ in index.punten.values())
    if not punten:
        return None
    reacties = aantal(len(index.project.zienswijzen), "reactie", "reacties")
    gaven = "Er kwam" if len(index.project.zienswijzen) == 1 else "Er kwamen"
    zinnen = [
        f"{gaven} {reacties}, met samen {aantal(len(punten), 'punt', 'punten')}.",
        geleid(index, punten),
    ]
    if niet := sum(punt.uitkomst == "niet" for punt in punten):
        zin = aantal(niet, "punt is niet overgenomen", "punten zijn niet overgenomen")
        zinnen.append(f"{zin}. Bij elk punt staat waarom.")
    return ReactiesKort(
        zinnen=tuple(zinnen),
        links=_verder(index),
        voorbeeld=any(zienswijze.voorbeeld for zienswijze in index.project.zienswijzen),
    )


def _verder(index: Index) -> tuple[Link, ...]:
    eerste, geldend = index.dossier.ids[0], index.dossier.geldend.id
    verschil = (
        (Link(adres.vergelijking(eerste, geldend), "Wat veranderde er sinds de eerste versie?"),)
        if eerste != geldend
        else ()
    )
    return (
        Link(adres.NOTA_INLICHTINGEN, "Lees de antwoorden op hoofdlijnen"),
        *verschil,
        Link(adres.ZIENSWIJZEN, "Zoek een reactie op"),
    )
