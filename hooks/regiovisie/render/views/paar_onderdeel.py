"""One onderdeel of a pair: the text with renvooi, and beside it why, and what was not done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from lxml import html
from markupsafe import Markup

from regiovisie.registers import WERKVERSIE
from regiovisie.render.noten import Noot
from regiovisie.render.renvooi import Fragment
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Label, Link, aantal
from regiovisie.render.views.gevraagd import GevraagdOpPagina, GevraagdTelling, GevraagdView
from regiovisie.render.views.index import Index, Paar
from regiovisie.render.views.kantlijn import spans
from regiovisie.render.views.paar_keuze import Kenmerken, KeuzeView, kenmerken, keuze_view
from regiovisie.render.views.paar_kort import (
    OnderdeelRij,
    TellingView,
    VersieKort,
    kruimels,
    onderdeel_rijen,
    onvolledige_versies,
    paar_naam,
    versie_kort,
    wijzigingen_kort,
)
from regiovisie.render.views.wijziging_kort import WijzigingKort

Kant = Literal["beide", "oud", "nieuw"]
"""Which side of the pair has the words of an element."""


@dataclass(frozen=True, slots=True)
class NootView:
    """The note at one place: what changed there, and why."""

    nummer: int
    beschrijving: str
    wijzigingen: tuple[WijzigingKort, ...]
    zonder_herkomst: bool
    """Whether something in it needs a cause and has none."""
    kenmerken: Kenmerken
    """What the choice is matched with; see `paar_keuze`."""
    vorige: int
    """Number of the note before; 0 at the first."""
    volgende: int
    """Number of the note after; 0 at the last."""


@dataclass(frozen=True, slots=True)
class PaarStuk:
    """One element of the text with its notes."""

    html: Markup
    oud: Markup | None
    """The old side, to stand beside it; None where it has no words of its own."""
    status: str
    kant: Kant
    noten: tuple[NootView, ...]
    gevraagd: GevraagdView | None
    span: int = 1
    """How many rows of text its notes may stand beside."""

    @property
    def heeft_kantlijn(self) -> bool:
        """Whether something stands beside it."""
        return bool(self.noten or self.gevraagd)


@dataclass(frozen=True, slots=True)
class Vouw:
    """A run of elements that may all fold away, or that all stay."""

    gelijk: bool
    stukken: tuple[PaarStuk, ...]
    telling: str
    """How much folds away, in words; empty where nothing does."""


@dataclass(frozen=True, slots=True)
class PaarOnderdeelView:
    """One onderdeel of a pair: the text with renvooi."""

    van: VersieKort
    naar: VersieKort
    nummer: str
    titel: str
    status: Label
    telling: TellingView
    gevraagd: GevraagdTelling | None
    keuze: KeuzeView
    vouwen: tuple[Vouw, ...]
    onderdelen: tuple[OnderdeelRij, ...]
    vorige: Link | None
    volgende: Link | None
    """Neighbouring onderdelen with changes."""
    overzicht: str
    permanent_van: Link | None
    permanent_naar: Link | None
    herkomst_onvolledig: tuple[VersieKort, ...]
    canoniek: str
    kruimels: tuple[Link, ...]
    kruimel: str

    @property
    def heeft_plekken(self) -> bool:
        """Whether there is a place to go to; what was only asked about has none."""
        return any(stuk.noten for vouw in self.vouwen for stuk in vouw.stukken)


def paar_onderdeel(index: Index, van: str, naar: str, slug: str) -> PaarOnderdeelView:
    """One changed onderdeel of a pair. Raises `KeyError` when the pair has no such onderdeel."""
    alle = {rij.slug: rij for rij in onderdeel_rijen(index, van, naar)}
    zelf = alle[slug]
    rijen = tuple(rij for rij in alle.values() if rij.href)
    plaats = next((i for i, rij in enumerate(rijen) if rij.slug == slug), -1)
    overzicht = adres.vergelijking(van, naar)
    gevraagd = GevraagdOpPagina(index, index.gevraagd.bij_paar(van, naar), f"{overzicht}{slug}/")
    stukken = _stukken(index, (van, naar), slug, gevraagd)
    return PaarOnderdeelView(
        van=versie_kort(index, van),
        naar=versie_kort(index, naar),
        nummer=zelf.nummer,
        titel=zelf.titel,
        status=zelf.status,
        telling=zelf.telling,
        gevraagd=gevraagd.telling(),
        keuze=keuze_view(index, index.noten(van, naar, slug), overzicht),
        vouwen=_vouwen(stukken),
        onderdelen=rijen,
        vorige=_rij_link(rijen, plaats - 1) if plaats > 0 else None,
        volgende=_rij_link(rijen, plaats + 1) if plaats >= 0 else None,
        overzicht=overzicht,
        permanent_van=_tekst_link(index, van, slug),
        permanent_naar=_tekst_link(index, naar, slug),
        herkomst_onvolledig=onvolledige_versies(index, van, naar),
        canoniek="",
        kruimels=kruimels(Link(overzicht, paar_naam(index, (van, naar)))),
        kruimel=f"{zelf.nummer} {zelf.titel}".strip(),
    )


def _stukken(
    index: Index, versies: Paar, slug: str, gevraagd: GevraagdOpPagina
) -> tuple[PaarStuk, ...]:
    pagina = adres.vergelijking(*versies, slug)
    fragmenten = index.opmaker.paar(*versies, slug, pagina)
    laatste = sum(len(fragment.noten) for fragment in fragmenten)
    stukken = []
    for fragment in fragmenten:
        noten = tuple(_noot(index, noot, laatste, versies) for noot in fragment.noten)
        stukken.append(_stuk(fragment, noten, gevraagd))
    naast = spans([stuk.heeft_kantlijn for stuk in stukken])
    return tuple(replace(stuk, span=span) for stuk, span in zip(stukken, naast, strict=True))


def _stuk(fragment: Fragment, noten: tuple[NootView, ...], gevraagd: GevraagdOpPagina) -> PaarStuk:
    oud = fragment.oud if fragment.oud and fragment.oud.striptags().strip() else None
    if fragment.oud is None:
        kant: Kant = "beide"
    elif oud is None:
        kant = "nieuw"
    else:
        kant = "beide" if _has_new_words(fragment.html) else "oud"
    # What moved is told where it stands now.
    went = fragment.status == "verplaatst" and kant == "oud"
    vraag = None if went else gevraagd.bij(fragment.levenslijnen)
    return PaarStuk(fragment.html, oud, fragment.status, kant, noten, vraag)


def _has_new_words(markup: Markup) -> bool:
    """Whether anything of the new version stands in it."""
    own = "not(ancestor::del) and not(ancestor::*[@data-bij])"
    tree = html.fragment_fromstring(str(markup))
    return bool(tree.xpath(f"boolean(.//text()[normalize-space() and {own}])"))


def _noot(index: Index, noot: Noot, laatste: int, versies: Paar) -> NootView:
    return NootView(
        nummer=noot.nummer,
        beschrijving=noot.beschrijving,
        wijzigingen=wijzigingen_kort(index, noot.wijzigingen, versies),
        zonder_herkomst=noot.zonder_herkomst,
        kenmerken=kenmerken(index, noot),
        vorige=noot.nummer - 1,
        volgende=noot.nummer + 1 if noot.nummer < laatste else 0,
    )


def _vouwen(stukken: Sequence[PaarStuk]) -> tuple[Vouw, ...]:
    """Runs of elements that may fold away, and the runs between them.

    Headings stay, changed or not, so that a reader knows where a change stands.
    """
    vouwen = []
    for gelijk, groep in groupby(stukken, key=_may_fold):
        leden = tuple(groep)
        telling = f"{aantal(len(leden), 'alinea', 'alinea’s')} zonder wijziging"
        vouwen.append(Vouw(gelijk, leden, telling if gelijk else ""))
    return tuple(vouwen)


def _may_fold(stuk: PaarStuk) -> bool:
    unchanged = stuk.status == "gelijk" and not stuk.gevraagd
    return unchanged and not stuk.html.startswith("<h")


def _rij_link(rijen: Sequence[OnderdeelRij], plaats: int) -> Link | None:
    if not 0 <= plaats < len(rijen):
        return None
    return Link(rijen[plaats].href, f"{rijen[plaats].nummer} {rijen[plaats].titel}".strip())


def _tekst_link(index: Index, versie_id: str, slug: str) -> Link | None:
    """This onderdeel in one of the two texts, where that has it."""
    if index.dossier.tekst(versie_id).onderdeel(slug) is None:
        return None
    if versie_id == WERKVERSIE:
        return Link(adres.werkversie(slug), "Dit onderdeel in de werkversie")
    return Link(adres.versie(versie_id, slug), f"Dit onderdeel in {index.versie_naam(versie_id)}")
