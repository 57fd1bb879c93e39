"""The text to be read: the text that counts, the werkversie, and every frozen version.

Three kinds of page with one shape. Only the text that counts tells at a paragraph what
changed there and what was not taken over; a frozen version is shown as it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from regiovisie.herkomst.dossier import PlekInStap
from regiovisie.model import Onderdeel
from regiovisie.registers import WERKVERSIE
from regiovisie.registers.schema import Punt, Versie
from regiovisie.render.beschrijving import beschrijving
from regiovisie.render.markdown import to_html
from regiovisie.render.renvooi import Fragment
from regiovisie.render.views import adres
from regiovisie.render.views.basis import BronView, Link
from regiovisie.render.views.fase import FaseRegel, FaseView, fase_regels, fase_view
from regiovisie.render.views.index import Index, Paar, bron_view
from regiovisie.render.views.wijziging_kort import (
    PuntKort,
    WijzigingKort,
    punt_kort,
    wijziging_kort,
)

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
class VeranderingView:
    """What one step did to a paragraph, and why."""

    stap: str
    """``van versie 0.2 naar versie 0.3``."""
    href: str
    beschrijvingen: tuple[str, ...]
    wijzigingen: tuple[WijzigingKort, ...]
    zonder_herkomst: bool


@dataclass(frozen=True, slots=True)
class NietOvergenomen:
    """Points about a paragraph that were not (wholly) taken over for one reason."""

    punten: tuple[PuntKort, ...]
    """Several where one thematic answer serves them."""
    reden: Markup | None

    @property
    def deels(self) -> bool:
        """Whether a part of it was taken over."""
        return any(punt.uitkomst.code == "deels" for punt in self.punten)


@dataclass(frozen=True, slots=True)
class StukView:
    """One element of the text, with what belongs beside it."""

    html: Markup
    anker: str
    """The id of its first block, to link to."""
    veranderingen: tuple[VeranderingView, ...]
    niet_overgenomen: tuple[NietOvergenomen, ...]


@dataclass(frozen=True, slots=True)
class Voorstel:
    """How a reader can still influence this text."""

    tekst: str
    link: Link | None


@dataclass(frozen=True, slots=True)
class OnderdeelView:
    """One onderdeel of one text."""

    soort: Soort
    nummer: str
    titel: str
    fase: FaseView
    inhoud: tuple[InhoudRegel, ...]
    stukken: tuple[StukView, ...]
    vorige: Link | None
    volgende: Link | None
    permanent: Link | None
    geldend: Link | None
    """This onderdeel in the text that counts, where it still exists; None on that page itself."""
    vergelijk: Link | None
    """What changed since the version before; None when nothing did."""
    onveranderd: str
    """``Sinds versie 0.3 niet veranderd``; empty when something did, or nothing came before."""
    geschiedenis: Link | None
    voorstel: Voorstel | None
    canoniek: str
    kruimels: tuple[Link, ...]
    kruimel: str


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
    herkomst_volledig: bool
    permanent: Link | None
    vergelijk: tuple[Link, ...]
    gelijk: bool
    """For the werkversie: whether nothing differs from the text that counts."""
    kruimels: tuple[Link, ...]
    kruimel: str


def tekst(index: Index, versie_id: str, soort: Soort) -> TekstView:
    """The opening page of a text."""
    versie = _versie(index, versie_id)
    basis = _basis(soort, versie_id)
    naam = "Werkversie" if soort == "werkversie" else f"Versie {versie.nummer}: {versie.titel}"
    return TekstView(
        soort=soort,
        titel=index.regio.naam if soort == "geldend" else naam,
        naam=naam,
        fase=fase_view(index, versie),
        samenvatting=(
            None
            if soort == "werkversie"
            else to_html(versie.samenvatting, f"versies/{versie_id}/index.md", basis)
        ),
        inhoud=_inhoud(index, versie_id, soort, ""),
        nieuw=(
            f"Wat is er nieuw in versie {versie.nummer}?"
            if versie.voorganger
            else f"Over versie {versie.nummer}"
        ),
        fasen=fase_regels(versie),
        verzonden_aan=versie.verzonden_aan,
        bron=bron_view(versie.bron),
        herkomst_volledig=versie.herkomst_volledig,
        permanent=Link(adres.versie(versie_id), "Permanente link naar deze versie")
        if soort != "werkversie"
        else None,
        vergelijk=_vergelijkingen(index, versie_id),
        gelijk=soort == "werkversie" and not index.dossier.werkversie_verschilt,
        kruimels=_kruimels(index, versie_id, soort)[:-1],
        kruimel={"geldend": "Lezen", "werkversie": "Werkversie"}.get(
            soort, f"Versie {versie.nummer}"
        ),
    )


def onderdeel(index: Index, versie_id: str, soort: Soort, slug: str) -> OnderdeelView:
    """One onderdeel of a text. The slug must exist in it."""
    onderdelen = index.onderdelen(versie_id)
    plaats = [o.slug for o in onderdelen].index(slug)
    zelf = onderdelen[plaats]
    basis = _basis(soort, versie_id)
    pagina = f"{basis}{slug}/"
    fragmenten = index.opmaker.tekst(versie_id, slug, pagina, basis)
    geldend = index.dossier.tekst(index.dossier.geldend.id).onderdeel(slug)
    vorige = _vorige(index, versie_id)
    vergelijk = _vergelijk_onderdeel(index, vorige, versie_id, slug)
    return OnderdeelView(
        soort=soort,
        nummer=zelf.nummer,
        titel=zelf.titel,
        fase=fase_view(index, _versie(index, versie_id)),
        inhoud=_inhoud(index, versie_id, soort, slug),
        stukken=tuple(_stuk(index, fragment, soort, pagina) for fragment in fragmenten),
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
        geschiedenis=(
            Link(adres.geschiedenis(slug), "Geschiedenis van dit onderdeel") if geldend else None
        ),
        voorstel=_voorstel(index) if soort == "geldend" else None,
        canoniek=adres.onderdeel(slug) if geldend else "",
        kruimels=_kruimels(index, versie_id, soort),
        kruimel=f"{zelf.nummer} {zelf.titel}".strip(),
    )


def _versie(index: Index, versie_id: str) -> Versie:
    """The version; for the werkversie the text that counts, whose phase it lives in."""
    return index.versies.get(versie_id, index.dossier.geldend)


def _basis(soort: Soort, versie_id: str) -> str:
    if soort == "versie":
        return adres.versie(versie_id)
    return adres.REGIOVISIE if soort == "geldend" else adres.WERKVERSIE


def _inhoud(index: Index, versie_id: str, soort: Soort, hier: str) -> tuple[InhoudRegel, ...]:
    basis = _basis(soort, versie_id)
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


def _buur(onderdelen: Sequence[Onderdeel], plaats: int, basis: str) -> Link | None:
    if not 0 <= plaats < len(onderdelen):
        return None
    buur = onderdelen[plaats]
    return Link(f"{basis}{buur.slug}/", f"{buur.nummer} {buur.titel}".strip())


def _kruimels(index: Index, versie_id: str, soort: Soort) -> tuple[Link, ...]:
    if soort == "geldend":
        return (Link(adres.REGIOVISIE, "Lezen"),)
    if soort == "werkversie":
        return (Link(adres.WERKVERSIE, "Werkversie"),)
    naam = f"Versie {index.versies[versie_id].nummer}"
    return (Link(adres.VERSIES, "Versies"), Link(adres.versie(versie_id), naam))


def _geldend_link(
    index: Index, versie_id: str, soort: Soort, geldend: Onderdeel | None
) -> Link | None:
    if soort == "geldend" or versie_id == index.dossier.geldend.id:
        return None
    if geldend is None:
        return Link(adres.REGIOVISIE, "Dit onderdeel staat niet meer in de tekst die nu telt")
    return Link(adres.onderdeel(geldend.slug), "Dit onderdeel in de tekst die nu telt")


def _vergelijkingen(index: Index, versie_id: str) -> tuple[Link, ...]:
    """All pairs that lead to this text, the nearest first."""
    return tuple(
        Link(adres.vergelijking(van, naar), f"Vergelijk met {index.versie_naam(van)}")
        for van, naar in reversed(index.dossier.paren)
        if naar == versie_id
    )


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
    vergelijking = index.dossier.vergelijking(vorige, versie_id)
    gewijzigd = any(o.slug == slug and o.status != "gelijk" for o in vergelijking.onderdelen)
    if not gewijzigd:
        return None
    naam = index.versie_naam(vorige)
    return Link(adres.vergelijking(vorige, versie_id, slug), f"Wat is veranderd sinds {naam}?")


def _stuk(index: Index, fragment: Fragment, soort: Soort, pagina: str) -> StukView:
    anker = next(iter(fragment.levenslijnen), "")
    if soort != "geldend":
        return StukView(fragment.html, anker, (), ())
    return StukView(
        fragment.html,
        anker,
        _veranderingen(index, fragment),
        _niet_overgenomen(index, fragment, pagina),
    )


def _niet_overgenomen(index: Index, fragment: Fragment, pagina: str) -> tuple[NietOvergenomen, ...]:
    """The points about this element that were not (wholly) taken over, by their answer."""
    per_antwoord: dict[str, list[Punt]] = defaultdict(list)
    for lijn in fragment.levenslijnen:
        for punt in index.dossier.punten_bij(lijn):
            if punt.uitkomst in ("niet", "deels"):
                eigen = punt.reactie or not punt.antwoord
                per_antwoord[punt.id if eigen else punt.antwoord or ""].append(punt)
    return tuple(
        NietOvergenomen(
            tuple(punt_kort(index, punt.id) for punt in punten), _reden(index, punten[0], pagina)
        )
        for punten in per_antwoord.values()
    )


def _veranderingen(index: Index, fragment: Fragment) -> tuple[VeranderingView, ...]:
    """Per step what it did to this element, newest first; only steps up to the text that counts."""
    per_stap: dict[Paar, list[PlekInStap]] = defaultdict(list)
    for lijn in fragment.levenslijnen:
        for plek in index.plekken_bij.get(lijn, ()):
            if plek.naar in index.versies:
                per_stap[plek.van, plek.naar].append(plek)
    return tuple(
        _verandering(index, per_stap[stap])
        for stap in reversed(index.dossier.stappen)
        if stap in per_stap
    )


def _verandering(index: Index, plekken: Sequence[PlekInStap]) -> VeranderingView:
    eerste = plekken[0]
    ids = dict.fromkeys(w for plek in plekken for w in plek.plek.wijzigingen)
    return VeranderingView(
        stap=f"Van {index.versie_naam(eerste.van)} naar {index.versie_naam(eerste.naar)}",
        href=adres.vergelijking(eerste.van, eerste.naar, eerste.onderdeel.slug, eerste.plek.anker),
        beschrijvingen=tuple(dict.fromkeys(beschrijving(plek.plek) for plek in plekken)),
        wijzigingen=tuple(
            wijziging_kort(index, index.wijzigingen[w]) for w in ids if w in index.wijzigingen
        ),
        zonder_herkomst=any(plek.plek.zonder_herkomst for plek in plekken),
    )


def _reden(index: Index, punt: Punt, pagina: str) -> Markup | None:
    bestand = f"zienswijzen/{punt.id.partition('.')[0].lower()}.md"
    if punt.reactie:
        return to_html(punt.reactie, bestand, pagina)
    antwoord = index.antwoorden.get(punt.antwoord or "")
    if antwoord is None:
        return None
    return to_html(antwoord.inhoud, f"antwoorden/{antwoord.id.lower()}.md", pagina)


def _voorstel(index: Index) -> Voorstel | None:
    regio = index.regio
    if index.dossier.geldend.fase.fase == "ter-vaststelling" and not regio.nieuwe_ronde:
        return Voorstel(
            "De tekst ligt bij de raden en verandert niet meer. "
            "Een raad kan nog wel een motie aannemen. Dat is een wens bij de tekst.",
            Link(adres.RAADSBESLUITEN, "Bekijk de raadsbesluiten en moties"),
        )
    if regio.bewerken and regio.bewerken.url:
        return Voorstel(
            "Is er iets niet goed? Redacteuren kunnen een wijziging voorstellen.",
            Link(regio.bewerken.url, "Stel een wijziging voor"),
        )
    if regio.contact and (regio.contact.email or regio.contact.url):
        href = f"mailto:{regio.contact.email}" if regio.contact.email else regio.contact.url or ""
        return Voorstel("Is er iets niet goed?", Link(href, "Stel een wijziging voor"))
    return None
