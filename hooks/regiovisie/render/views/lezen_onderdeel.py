"""One onderdeel to be read: in the text that counts, the werkversie, or a frozen version.

Only the text that counts tells at a paragraph what changed there. What was asked and not done
stands in the text that counts and in the version that it was asked about; the text of a frozen
version is shown as it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from regiovisie.model import Onderdeel
from regiovisie.registers import WERKVERSIE
from regiovisie.render.renvooi import Fragment
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Link
from regiovisie.render.views.bewerken import TEKST, bewerk_mogelijk, bewerk_onderdeel
from regiovisie.render.views.citaat import Citaat, citaat
from regiovisie.render.views.druk import tekst_druk
from regiovisie.render.views.fase import FaseView, er_telt_een, fase_view
from regiovisie.render.views.gevraagd import GevraagdOpPagina, GevraagdTelling, GevraagdView
from regiovisie.render.views.index import Index
from regiovisie.render.views.kader import contact_link
from regiovisie.render.views.kantlijn import spans
from regiovisie.render.views.lezen import (
    InhoudRegel,
    Soort,
    basis_van,
    inhoud_van,
    kruimels_van,
    versie_van,
    volledig_link,
)
from regiovisie.render.views.lezen_begrippen import BegripView, uitgelegd
from regiovisie.render.views.lezen_veranderd import (
    VeranderingView,
    geschiedenis_adres,
    stappen_bij,
    veranderd_in,
    veranderingen_van,
)
from regiovisie.render.views.samenvatting import SamenvattingView, samenvatting


@dataclass(frozen=True, slots=True)
class LeesStuk:
    """One element of the text, with what belongs beside it."""

    html: Markup
    anker: str
    """The id of its first block, to link to."""
    veranderd_in: str
    """``versie 0.2 en 0.3``; empty where nothing changed."""
    veranderingen: tuple[VeranderingView, ...]
    geschiedenis: str
    """The address of this paragraph through all versions; empty where nothing changed."""
    gevraagd: GevraagdView | None
    span: int = 1
    """How many rows of text its notes may stand beside."""

    @property
    def heeft_kantlijn(self) -> bool:
        """Whether something stands beside it."""
        return bool(self.veranderingen or self.gevraagd)


@dataclass(frozen=True, slots=True)
class AndereVersie:
    """This onderdeel in another text."""

    naam: str
    link: Link | None
    """None for the text that the reader is in."""
    uitleg: str
    """Says so where that text lacks the onderdeel; the link then leads to its contents."""
    verwant: Link | None = None
    """Where much of these words stand there, in a text that lacks the onderdeel."""


@dataclass(frozen=True, slots=True)
class VoorstelView:
    """How a reader can still influence this text."""

    tekst: str
    link: Link | None


@dataclass(frozen=True, slots=True)
class OnderdeelView:
    """One onderdeel of one text."""

    soort: Soort
    nummer: str
    titel: str
    druk: str
    """Which text this is, for the head of each sheet of paper."""
    fase: FaseView
    inhoud: tuple[InhoudRegel, ...]
    versies: tuple[AndereVersie, ...]
    samenvatting: SamenvattingView | None
    gevraagd: GevraagdTelling | None
    stukken: tuple[LeesStuk, ...]
    begrippen: tuple[BegripView, ...]
    """The words of the glossary that stand in it."""
    vorige: Link | None
    volgende: Link | None
    permanent: Link | None
    geldend: Link | None
    """This onderdeel in the text that counts, where it still exists; None on that page itself."""
    vergelijk: Link | None
    """What changed since the version before; None when nothing did."""
    onveranderd: str
    """``Sinds versie 0.3 niet veranderd``; empty when something did, or nothing came before."""
    geschiedenis: Link
    volledig: Link
    """The whole text on one page."""
    voorstel: VoorstelView | None
    bewerken: Link | None
    """Where an editor changes this onderdeel in the werkversie; None where that cannot be done."""
    citaat: Citaat | None
    """The line by which others refer to it; None for the werkversie."""
    canoniek: str
    kruimels: tuple[Link, ...]
    kruimel: str


def onderdeel(index: Index, versie_id: str, soort: Soort, slug: str) -> OnderdeelView:
    """One onderdeel of a text. The slug must exist in it."""
    onderdelen = index.onderdelen(versie_id)
    plaats = [o.slug for o in onderdelen].index(slug)
    zelf = onderdelen[plaats]
    basis = basis_van(soort, versie_id)
    pagina = f"{basis}{slug}/"
    gevraagd = _gevraagd(index, versie_id, soort, pagina)
    fragmenten, begrippen = uitgelegd(index, index.opmaker.tekst(versie_id, slug, pagina, basis))
    stukken = _stukken(index, slug, fragmenten, soort, gevraagd)
    geldend = index.dossier.tekst(index.dossier.geldend.id).onderdeel(slug)
    vorige = _vorige(index, versie_id)
    vergelijk = _vergelijk_onderdeel(index, vorige, versie_id, slug)
    return OnderdeelView(
        soort=soort,
        nummer=zelf.nummer,
        titel=zelf.titel,
        druk=tekst_druk(versie_id),
        fase=fase_view(index, versie_van(index, versie_id), slug),
        inhoud=inhoud_van(index, versie_id, soort, slug),
        versies=_versies(index, versie_id, soort, zelf),
        samenvatting=samenvatting(index, slug, pagina) if soort == "geldend" else None,
        gevraagd=gevraagd.telling(),
        stukken=stukken,
        begrippen=begrippen,
        vorige=_buur(onderdelen, plaats - 1, basis),
        volgende=_buur(onderdelen, plaats + 1, basis),
        permanent=(
            Link(adres.versie(versie_id, slug), "Permanente link naar dit onderdeel in deze versie")
            if soort != "werkversie"
            else None
        ),
        geldend=_geldend_link(index, versie_id, soort, geldend),
        vergelijk=vergelijk,
        onveranderd=(
            f"Sinds {index.versie_naam(vorige)} niet veranderd" if vorige and not vergelijk else ""
        ),
        geschiedenis=Link(adres.geschiedenis(slug), "Geschiedenis van dit onderdeel"),
        volledig=volledig_link(index, versie_id, soort),
        voorstel=_voorstel(index, versie_id, soort),
        bewerken=_bewerken(index, soort, slug),
        citaat=citaat(index, index.versies[versie_id], zelf) if soort != "werkversie" else None,
        canoniek=adres.onderdeel(slug) if geldend else "",
        kruimels=kruimels_van(index, versie_id, soort),
        kruimel=f"{zelf.nummer} {zelf.titel}".strip(),
    )


# --- the text and its margin


def _gevraagd(index: Index, versie_id: str, soort: Soort, pagina: str) -> GevraagdOpPagina:
    match soort:
        case "geldend":
            punten = index.gevraagd.bij_geldend()
        case "versie":
            punten = index.gevraagd.bij_versie(versie_id)
        case _:
            punten = {}
    return GevraagdOpPagina(index, punten, pagina)


def _stukken(
    index: Index,
    slug: str,
    fragmenten: Sequence[Fragment],
    soort: Soort,
    gevraagd: GevraagdOpPagina,
) -> tuple[LeesStuk, ...]:
    stukken = []
    verteld = stappen_bij(index, fragmenten) if soort == "geldend" else [{} for _ in fragmenten]
    for fragment, stappen in zip(fragmenten, verteld, strict=True):
        stukken.append(
            LeesStuk(
                html=fragment.html,
                anker=next(iter(fragment.levenslijnen), ""),
                veranderd_in=veranderd_in(index, stappen),
                veranderingen=veranderingen_van(index, stappen),
                geschiedenis=geschiedenis_adres(index, slug, fragment) if stappen else "",
                gevraagd=gevraagd.bij(fragment.levenslijnen),
            )
        )
    naast = spans([stuk.heeft_kantlijn for stuk in stukken])
    return tuple(replace(stuk, span=span) for stuk, span in zip(stukken, naast, strict=True))


# --- the way to other texts


def _versies(
    index: Index, versie_id: str, soort: Soort, zelf: Onderdeel
) -> tuple[AndereVersie, ...]:
    """This onderdeel in every text, newest first."""
    ids = [*index.versies]
    if index.dossier.werkversie_verschilt or soort == "werkversie":
        ids.append(WERKVERSIE)
    return tuple(
        _andere(index, ander, versie_id, zelf, hier=ander == versie_id) for ander in reversed(ids)
    )


def _andere(
    index: Index, ander: str, versie_id: str, zelf: Onderdeel, *, hier: bool
) -> AndereVersie:
    versie = index.versies.get(ander)
    naam = f"Versie {versie.nummer}: {versie.titel}" if versie else "Werkversie, in bewerking"
    if hier:
        return AndereVersie(naam, None, "")
    basis = adres.versie(ander) if versie else adres.WERKVERSIE
    daar = index.dossier.tekst(ander).onderdeel(zelf.slug)
    if daar:
        genummerd = f"daar nummer {daar.nummer}" if daar.nummer != zelf.nummer else ""
        return AndereVersie(naam, Link(f"{basis}{zelf.slug}/", naam), genummerd)
    verwant = _verwant(index, ander, versie_id, zelf)
    link = Link(f"{basis}{verwant.slug}/", f"{verwant.nummer} {verwant.titel}") if verwant else None
    return AndereVersie(naam, Link(basis, naam), "heeft dit onderdeel niet", link)


def _verwant(index: Index, ander: str, versie_id: str, zelf: Onderdeel) -> Onderdeel | None:
    """The onderdeel of another text that has most of these paragraphs, if any has some."""
    lijnen = {placed.id for placed in index.dossier.blocks(versie_id, zelf)}
    blocks = index.dossier.history.blocks[index.dossier.index(ander)]
    daar = Counter(placed.onderdeel.slug for placed in blocks if placed.id in lijnen)
    meeste = daar.most_common(1)
    return index.dossier.tekst(ander).onderdeel(meeste[0][0]) if meeste else None


def _buur(onderdelen: Sequence[Onderdeel], plaats: int, basis: str) -> Link | None:
    if not 0 <= plaats < len(onderdelen):
        return None
    buur = onderdelen[plaats]
    return Link(f"{basis}{buur.slug}/", f"{buur.nummer} {buur.titel}".strip())


def _geldend_link(
    index: Index, versie_id: str, soort: Soort, geldend: Onderdeel | None
) -> Link | None:
    if soort == "geldend" or versie_id == index.dossier.geldend.id:
        return None
    naam = "de tekst die nu telt" if er_telt_een(index) else "de laatste tekst"
    if geldend is None:
        return Link(adres.REGIOVISIE, f"Dit onderdeel staat niet meer in {naam}")
    return Link(adres.onderdeel(geldend.slug), f"Dit onderdeel in {naam}")


def _vorige(index: Index, versie_id: str) -> str | None:
    """The version before; for the werkversie the text that counts."""
    if versie_id == WERKVERSIE:
        return index.dossier.geldend.id
    return index.versies[versie_id].voorganger


def _vergelijk_onderdeel(
    index: Index, vorige: str | None, versie_id: str, slug: str
) -> Link | None:
    """This onderdeel next to the version before, when something changed in it."""
    if vorige is None or (vorige, versie_id) not in index.dossier.paren:
        return None
    onderdeel = index.dossier.vergelijking(vorige, versie_id).onderdeel(slug)
    if onderdeel is None or onderdeel.status == "gelijk":
        return None
    naam = index.versie_naam(vorige)
    return Link(adres.vergelijking(vorige, versie_id, slug), f"Wat is veranderd sinds {naam}?")


# --- what one can still do


def _voorstel(index: Index, versie_id: str, soort: Soort) -> VoorstelView | None:
    """What a reader of this text can do; nothing about a text that no longer counts."""
    regio = index.regio
    loopt = [r for r in regio.rondes if r.status == "loopt" and r.versie == versie_id]
    if loopt:
        return VoorstelView(
            f"Op deze tekst kunt u nu reageren: {loopt[0].titel}, {loopt[0].periode}.",
            Link(adres.REAGEREN, "Hoe reageert u?"),
        )
    if soort == "versie":
        return None
    if _ligt_bij_raden(index):
        return VoorstelView(
            "De tekst ligt bij de raden en verandert niet meer. "
            "Een raad kan nog wel een motie aannemen. Dat is een wens bij de tekst.",
            Link(adres.RAADSBESLUITEN, "Bekijk de raadsbesluiten en moties"),
        )
    contact = contact_link(regio.contact)
    if contact and contact.href and not bewerk_mogelijk(index):
        return VoorstelView("Is er iets niet goed?", Link(contact.href, TEKST))
    return None


def _bewerken(index: Index, soort: Soort, slug: str) -> Link | None:
    """To the file in the werkversie, from every text that still lives."""
    if soort == "versie" or _ligt_bij_raden(index):
        return None
    return bewerk_onderdeel(index, slug)


def _ligt_bij_raden(index: Index) -> bool:
    """Whether the councils decide on the text that counts, so that nobody changes it."""
    fase = index.dossier.geldend.fase.fase
    return fase == "ter-vaststelling" and not index.regio.nieuwe_ronde
