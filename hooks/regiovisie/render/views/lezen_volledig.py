"""A whole text on one page, to be read in one go, searched in and printed.

The words are those of the onderdelen, nothing more: what changed, and why, stands on their own
pages.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from regiovisie.model import Onderdeel
from regiovisie.render.aaneen import Pagina, anker
from regiovisie.render.views.basis import Link
from regiovisie.render.views.druk import tekst_druk
from regiovisie.render.views.fase import FaseView, fase_view
from regiovisie.render.views.index import Index
from regiovisie.render.views.lezen import (
    InhoudRegel,
    Soort,
    basis_van,
    kruimels_van,
    versie_van,
    volledig_adres,
)


@dataclass(frozen=True, slots=True)
class DeelView:
    """One onderdeel on the page."""

    anker: str
    nummer: str
    titel: str
    stukken: tuple[Markup, ...]
    """Its elements, with ids and links for this page."""


@dataclass(frozen=True, slots=True)
class VolledigView:
    """All onderdelen of one text."""

    soort: Soort
    titel: str
    naam: str
    """Which text this is: ``Versie 0.4: Ter vaststelling``."""
    druk: str
    """Which text this is, for the head of each sheet of paper."""
    fase: FaseView
    inhoud: tuple[InhoudRegel, ...]
    delen: tuple[DeelView, ...]
    in_delen: Link
    """The same text with a page for each onderdeel."""
    canoniek: str
    kruimels: tuple[Link, ...]
    kruimel: str = "Hele tekst"


def volledig(index: Index, versie_id: str, soort: Soort) -> VolledigView:
    """All onderdelen of a text, in their order."""
    onderdelen = index.onderdelen(versie_id)
    basis = basis_van(soort, versie_id)
    pagina = Pagina(
        volledig_adres(index, versie_id, soort),
        basis,
        {o.slug: o.titel for o in onderdelen},
    )
    versie = versie_van(index, versie_id)
    naam = "Werkversie" if soort == "werkversie" else f"Versie {versie.nummer}: {versie.titel}"
    return VolledigView(
        soort=soort,
        titel=index.regio.naam,
        naam=naam,
        druk=tekst_druk(versie_id),
        fase=fase_view(index, versie),
        inhoud=tuple(_inhoud(o) for o in onderdelen),
        delen=tuple(_deel(index, versie_id, o, pagina) for o in onderdelen),
        in_delen=Link(basis, "tekst in delen"),
        canoniek=volledig_adres(index, index.dossier.geldend.id, "geldend"),
        kruimels=kruimels_van(index, versie_id, soort),
    )


def _inhoud(onderdeel: Onderdeel) -> InhoudRegel:
    koppen = tuple(
        Link(f"#{anker(onderdeel.slug, block.slug)}", block.words)
        for block in onderdeel.blocks
        if block.kind == "heading" and block.tag == "h2" and block.slug
    )
    return InhoudRegel(
        f"#{anker(onderdeel.slug)}", onderdeel.nummer, onderdeel.titel, hier=False, koppen=koppen
    )


def _deel(index: Index, versie_id: str, onderdeel: Onderdeel, pagina: Pagina) -> DeelView:
    slug = onderdeel.slug
    fragmenten = index.opmaker.tekst(versie_id, slug, pagina.adres, pagina.basis)
    return DeelView(
        anker=anker(slug),
        nummer=onderdeel.nummer,
        titel=onderdeel.titel,
        stukken=tuple(pagina.passend(fragment.html, slug) for fragment in fragmenten),
    )
