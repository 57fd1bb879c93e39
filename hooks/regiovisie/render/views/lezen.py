"""The text to be read: the opening page of the text that counts, of the werkversie, and of
every frozen version; and what these share with the pages of their onderdelen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from regiovisie.model import Onderdeel
from regiovisie.registers.schema import Versie
from regiovisie.render.views import adres
from regiovisie.render.views.basis import BronView, Link
from regiovisie.render.views.fase import FaseRegel, FaseView, fase_regels, fase_view
from regiovisie.render.views.index import Index, bron_view
from regiovisie.render.views.zegel import Zegel, zegel

Soort = Literal["geldend", "werkversie", "versie"]


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
    titel: str
    naam: str
    fase: FaseView
    samenvatting: Markup | None
    inhoud: tuple[InhoudRegel, ...]
    nieuw: str
    """Heading of the summary, which tells what this version brought."""
    fasen: tuple[FaseRegel, ...]
    verzonden_aan: tuple[str, ...]
    bron: BronView | None
    zegel: Zegel | None
    """What proves the text unchanged; None for the werkversie."""
    permanent: Link | None
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
        titel=index.regio.naam if soort == "geldend" else naam,
        naam=naam,
        fase=fase_view(index, versie),
        samenvatting=(
            None
            if soort == "werkversie"
            else index.to_html(versie.samenvatting, f"versies/{versie_id}/index.md", basis)
        ),
        inhoud=inhoud_van(index, versie_id, soort, ""),
        nieuw=(
            f"Wat is er nieuw in versie {versie.nummer}?"
            if versie.voorganger
            else f"Over versie {versie.nummer}"
        ),
        fasen=fase_regels(versie),
        verzonden_aan=versie.verzonden_aan,
        bron=bron_view(versie.bron),
        zegel=zegel(index, versie) if soort != "werkversie" else None,
        permanent=Link(adres.versie(versie_id), "Permanente link naar deze versie")
        if soort != "werkversie"
        else None,
        vergelijk=_vergelijkingen(index, versie_id),
        gelijk=soort == "werkversie" and not index.dossier.werkversie_verschilt,
        kruimels=kruimels_van(index, versie_id, soort)[:-1],
        kruimel={"geldend": "Lezen", "werkversie": "Werkversie"}.get(
            soort, f"Versie {versie.nummer}"
        ),
    )


def versie_van(index: Index, versie_id: str) -> Versie:
    """The version; for the werkversie the text that counts, whose phase it lives in."""
    return index.versies.get(versie_id, index.dossier.geldend)


def basis_van(soort: Soort, versie_id: str) -> str:
    """The address under which the onderdelen of a text stand."""
    if soort == "versie":
        return adres.versie(versie_id)
    return adres.REGIOVISIE if soort == "geldend" else adres.WERKVERSIE


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
