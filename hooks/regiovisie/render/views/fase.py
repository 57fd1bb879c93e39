"""The phase of a version, and the banner that says what the reader looks at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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

Stand = Literal["geldt", "telt", "nieuwer", "vervangen", "vervallen"]
"""What a version is beside the others: in force; the newest, not adopted yet; newer than the
adopted one; overtaken by a newer one; or lapsed."""
STANDEN: dict[Stand, str] = {
    "geldt": "Deze tekst geldt nu.",
    "telt": "",
    "nieuwer": "Deze versie is nieuwer dan de vastgestelde tekst, en geldt nog niet.",
    "vervangen": "Deze versie is vervangen door een andere.",
    "vervallen": "",
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
    stand: Stand
    toon: str
    """The tone of the banner: that of the phase, unless another version says more."""
    telt: bool
    """Whether it is the text that counts."""
    geldend: Link
    """The text that counts, or the last one where all have lapsed; this onderdeel of it where
    it has it."""
    geldend_is: str
    """What stands before that link: ``De tekst die nu telt, is``; empty for a version that
    lapsed last, which has no other to lead to."""
    voorbeeld: bool
    herkomst_volledig: bool
    """Whether the causes of all changes in it are known."""


def fase_view(index: Index, versie: Versie, slug: str = "") -> FaseView:
    """The banner of a version, on the page of an onderdeel of it or elsewhere."""
    geldend = index.dossier.geldend
    stand = stand_van(index, versie)
    label = FASEN[versie.fase.fase]
    zelfde = slug if slug and index.dossier.tekst(geldend.id).onderdeel(slug) else ""
    return FaseView(
        versie=f"Versie {versie.nummer}",
        titel=versie.titel,
        href=adres.versie(versie.id),
        label=label,
        datum=str(versie.fase.datum),
        uitleg=f"{UITLEG[versie.fase.fase]} {STANDEN[stand]}{_geen(index, versie)}".strip(),
        stand=stand,
        toon=stand if stand in ("nieuwer", "vervangen") else label.toon,
        telt=stand in ("geldt", "telt"),
        geldend=Link(
            adres.onderdeel(zelfde) if zelfde else adres.REGIOVISIE, f"versie {geldend.nummer}"
        ),
        geldend_is=_geldend_is(index, stand, laatste=versie.id == geldend.id),
        voorbeeld=versie.voorbeeld,
        herkomst_volledig=versie.herkomst_volledig,
    )


def stand_van(index: Index, versie: Versie) -> Stand:
    """What a version is beside the others."""
    geldend = index.dossier.geldend
    if versie.fase.fase == "vervallen":
        return "vervallen"
    if versie.id == geldend.id:
        return "geldt" if versie.fase.fase == "vastgesteld" else "telt"
    ids = list(index.versies)
    return "nieuwer" if ids.index(versie.id) > ids.index(geldend.id) else "vervangen"


def _geen(index: Index, versie: Versie) -> str:
    """Said of the last version where every one has lapsed."""
    is_laatste = versie.id == index.dossier.geldend.id and not er_telt_een(index)
    return "Dit was de laatste: er is nu geen tekst die telt." if is_laatste else ""


def er_telt_een(index: Index) -> bool:
    """Whether there is a text that counts; there is none where every version has lapsed."""
    return index.dossier.geldend.fase.fase != "vervallen"


def _geldend_is(index: Index, stand: Stand, laatste: bool) -> str:
    if not er_telt_een(index):
        return "" if laatste else "Er is nu geen tekst die telt. De laatste was"
    return "Vastgesteld is" if stand == "nieuwer" else "De tekst die nu telt, is"


def fase_regels(versie: Versie) -> tuple[FaseRegel, ...]:
    """All phases that a version went through, oldest first."""
    return tuple(
        FaseRegel(FASEN[fase.fase], str(fase.datum), bron_view(*fase.alle_bronnen))
        for fase in versie.fasen
    )
