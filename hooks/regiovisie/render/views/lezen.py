"""The text to be read: the opening page of the text that counts, of the werkversie, and of
every frozen version; and what these share with the pages of their onderdelen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from regiovisie.model import Onderdeel
from regiovisie.registers.schema import Versie
from regiovisie.render.views import adres, gegevens_adres
from regiovisie.render.views.basis import BronView, Link
from regiovisie.render.views.citaat import Citaat, citaat
from regiovisie.render.views.druk import tekst_druk
from regiovisie.render.views.fase import FaseRegel, FaseView, er_telt_een, fase_regels, fase_view
from regiovisie.render.views.index import Index, bron_view
from regiovisie.render.views.zegel import Zegel, zegel

Soort = Literal["geldend", "werkversie", "versie"]
VOLLEDIG = "Hele tekst op één pagina, ook om te printen"


@dataclass(frozen=True, slots=True)
class InhoudRegel:
    """One onderdeel in the table of contents."""

    href: str
    nummer: str
    titel: str
    hier: bool
    koppen: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TekstView:
    """The opening page of one text: summary and contents."""

    soort: Soort
    bovenkop: str
    """What this text is beside the others, above its title."""
    titel: str
    naam: str
    druk: str
    """Which text this is, for the head of each sheet of paper."""
    fase: FaseView
    samenvatting: Markup | None
    inhoud: tuple[InhoudRegel, ...]
    volledig: Link
    """The whole text on one page."""
    nieuw: str
    """Heading of the summary, which tells what this version brought."""
    fasen: tuple[FaseRegel, ...]
    verzonden_aan: tuple[str, ...]
    bron: BronView | None
    zegel: Zegel | None
    """What proves the text unchanged; None for the werkversie."""
    citaat: Citaat | None
    """The line by which others refer to it; None for the werkversie."""
    permanent: Link | None
    archief: Link | None
    """Everything about this version in one file; None for the werkversie."""
    vergelijk: tuple[Link, ...]
    gelijk: bool
    """For the werkversie: whether nothing differs from the text that counts."""
    kruimels: tuple[Link, ...]
    kruimel: str


def tekst(index: Index, versie_id: str, soort: Soort) -> TekstView:
    """The opening page of a text."""
    versie = versie_van(index, versie_id)
    basis = basis_van(soort, versie_id)
    naam = "Werkversie" if soort == "werkversie" else f"Versie {versie.nummer}: {versie.titel}"
    return TekstView(
        soort=soort,
        bovenkop=_bovenkop(index, soort),
        titel=index.regio.naam if soort == "geldend" else naam,
        naam=naam,
        druk=tekst_druk(versie_id),
        fase=fase_view(index, versie),
        citaat=citaat(index, versie) if soort != "werkversie" else None,
        samenvatting=(
            None
            if soort == "werkversie"
            else index.to_html(versie.samenvatting, f"versies/{versie_id}/index.md", basis)
        ),
        inhoud=inhoud_van(index, versie_id, soort, ""),
        volledig=volledig_link(index, versie_id, soort),
        nieuw=(
            f"Wat is er nieuw in versie {versie.nummer}?"
            if versie.voorganger
            else f"Over versie {versie.nummer}"
        ),
        fasen=fase_regels(versie),
        verzonden_aan=versie.verzonden_aan,
        bron=bron_view(versie.bron),
        zegel=zegel(versie) if soort != "werkversie" else None,
        permanent=Link(adres.versie(versie_id), "Permanente link naar deze versie")
        if soort != "werkversie"
        else None,
        archief=Link(gegevens_adres.archief(versie_id), "Bewaar deze versie (zip-bestand)")
        if soort != "werkversie"
        else None,
        vergelijk=_vergelijkingen(index, versie_id),
        gelijk=soort == "werkversie" and not index.dossier.werkversie_verschilt,
        kruimels=kruimels_van(index, versie_id, soort)[:-1],
        kruimel={"geldend": "Lezen", "werkversie": "Werkversie"}.get(
            soort, f"Versie {versie.nummer}"
        ),
    )


def _bovenkop(index: Index, soort: Soort) -> str:
    if soort == "geldend":
        return "De tekst die nu telt" if er_telt_een(index) else "De laatste tekst, nu vervallen"
    return "In bewerking" if soort == "werkversie" else "Een bewaarde versie"


def versie_van(index: Index, versie_id: str) -> Versie:
    """The version; for the werkversie the text that counts, whose phase it lives in."""
    return index.versies.get(versie_id, index.dossier.geldend)


def basis_van(soort: Soort, versie_id: str) -> str:
    """The address under which the onderdelen of a text stand."""
    if soort == "versie":
        return adres.versie(versie_id)
    return adres.REGIOVISIE if soort == "geldend" else adres.WERKVERSIE


def volledig_adres(index: Index, versie_id: str, soort: Soort) -> str:
    """The address of the page with the whole of a text."""
    return adres.volledig(
        basis_van(soort, versie_id), (o.slug for o in index.onderdelen(versie_id))
    )


def volledig_link(index: Index, versie_id: str, soort: Soort) -> Link:
    """The way to the whole of a text."""
    return Link(volledig_adres(index, versie_id, soort), VOLLEDIG)


def inhoud_van(index: Index, versie_id: str, soort: Soort, hier: str) -> tuple[InhoudRegel, ...]:
    """The table of contents, seen from the onderdeel ``hier``; from the opening page without."""
    basis = basis_van(soort, versie_id)
    return tuple(
        InhoudRegel(
            href=f"{basis}{o.slug}/",
            nummer=o.nummer,
            titel=o.titel,
            hier=o.slug == hier,
            koppen=_koppen(o, basis) if o.slug == hier or not hier else (),
        )
        for o in index.onderdelen(versie_id)
    )


def _koppen(onderdeel: Onderdeel, basis: str) -> tuple[Link, ...]:
    return tuple(
        Link(f"{basis}{onderdeel.slug}/#{block.slug}", block.words)
        for block in onderdeel.blocks
        if block.kind == "heading" and block.tag == "h2" and block.slug
    )


def kruimels_van(index: Index, versie_id: str, soort: Soort) -> tuple[Link, ...]:
    """The way to a page of a text."""
    if soort == "geldend":
        return (Link(adres.REGIOVISIE, "Lezen"),)
    if soort == "werkversie":
        return (Link(adres.WERKVERSIE, "Werkversie"),)
    naam = f"Versie {index.versies[versie_id].nummer}"
    return (Link(adres.VERSIES, "Versies"), Link(adres.versie(versie_id), naam))


def _vergelijkingen(index: Index, versie_id: str) -> tuple[Link, ...]:
    """All pairs that lead to this text, the nearest first."""
    return tuple(
        Link(adres.vergelijking(van, naar), f"Vergelijk met {index.versie_naam(van)}")
        for van, naar in reversed(index.dossier.paren)
        if naar == versie_id
    )
