"""The phase of a version, and the banner that says what the reader looks at."""

from __future__ import annotations

from dataclasses import dataclass

from regiovisie.registers.schema import Versie
from regiovisie.render.views import adres
from regiovisie.render.views.basis import BronView, Label, Link
from regiovisie.render.views.index import Index, bron_view
from regiovisie.render.views.labels import FASEN

UITLEG = {
    "inspraak": "Dit is een concept. De regio vroeg er reacties op.",
    "consultatie": "Dit is een concept. Raden, colleges en adviesraden konden reageren.",
    "na-zienswijzen": "Dit is een concept. De reacties zijn verwerkt.",
    "ter-vaststelling": "De raden besluiten over deze tekst. De tekst verandert niet meer.",
    "vastgesteld": "Alle raden hebben deze tekst vastgesteld.",
    "vervallen": "Deze tekst geldt niet meer.",
}


@dataclass(frozen=True, slots=True)
class FaseRegel:
    """One phase of a version with its date."""

    label: Label
    datum: str
    bron: BronView | None


@dataclass(frozen=True, slots=True)
class FaseView:
    """What a reader of a version must know about it."""

    versie: str
    """``Versie 0.4``."""
    titel: str
    href: str
    label: Label
    datum: str
    uitleg: str
    telt: bool
    """Whether it is the text that counts."""
    geldend: Link
    """The text that counts."""
    voorbeeld: bool
    herkomst_volledig: bool
    """Whether the causes of all changes in it are known."""


def fase_view(index: Index, versie: Versie) -> FaseView:
    """The banner of a version."""
    geldend = index.dossier.geldend
    return FaseView(
        versie=f"Versie {versie.nummer}",
        titel=versie.titel,
        href=adres.versie(versie.id),
        label=FASEN[versie.fase.fase],
        datum=str(versie.fase.datum),
        uitleg=UITLEG[versie.fase.fase],
        telt=versie.id == geldend.id,
        geldend=Link(adres.REGIOVISIE, f"versie {geldend.nummer}"),
        voorbeeld=versie.voorbeeld,
        herkomst_volledig=versie.herkomst_volledig,
    )


def fase_regels(versie: Versie) -> tuple[FaseRegel, ...]:
    """All phases that a version went through, oldest first."""
    return tuple(
        FaseRegel(FASEN[fase.fase], str(fase.datum), bron_view(*fase.alle_bronnen))
        for fase in versie.fasen
    )
