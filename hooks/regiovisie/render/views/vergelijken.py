"""Two versions next to each other: choosing, the overview, and one onderdeel with renvooi."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from lxml import html
from markupsafe import Markup

from regiovisie.herkomst.vergelijking import OnderdeelVergelijking, Telling, Vergelijking
from regiovisie.registers import WERKVERSIE
from regiovisie.render.beschrijving import beschrijving
from regiovisie.render.noten import Noot, make_noten
from regiovisie.render.renvooi import Fragment
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Deel, Label, Link, aantal, balk, hoofdletter
from regiovisie.render.views.index import Index, Paar
from regiovisie.render.views.labels import FASEN, STATUS_ONDERDEEL
from regiovisie.render.views.omgeving import Woorden, woorden_van
from regiovisie.render.views.wijziging_kort import WijzigingKort, wijziging_kort

Kant = Literal["beide", "oud", "nieuw"]
"""Which side of the pair has the words of an element."""
MAX_SPAN = 8
"""Notes beside the text may run on past this many elements without notes of their own."""


@dataclass(frozen=True, slots=True)
class VersieKort:
    """One side of a pair."""

    id: str
    naam: str
    """``Versie 0.2``, or ``Werkversie``."""
    titel: str
    fase: Label
    datum: str
    href: str
    voorbeeld: bool


@dataclass(frozen=True, slots=True)
class KeuzeRij:
    """A newer version and the older ones it can be compared with, nearest first."""

    naar: VersieKort
    van: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class KiesView:
    """The page where a reader chooses two versions."""

    versies: tuple[VersieKort, ...]
    rijen: tuple[KeuzeRij, ...]
    snel: tuple[Link, ...]
    kruimels: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Cijfer:
    """A number at the head of a pair, with what it counts."""

    getal: str
    wat: str


@dataclass(frozen=True, slots=True)
class TellingView:
    """Changes counted in words."""

    plekken: str
    woorden: str
    """``7 woorden erbij, 4 woorden weg``; says so when no word changed."""
    zonder_herkomst: str
    """Empty when every change has a cause."""
    balk: tuple[Deel, ...]


@dataclass(frozen=True, slots=True)
class OnderdeelRij:
    """One onderdeel in the overview of a pair."""

    nummer: str
    titel: str
    href: str
    """Empty when nothing changed in it."""
    status: Label
    telling: TellingView


@dataclass(frozen=True, slots=True)
class WasWordtRij:
    """One change in the was-wordt list: old and new words, causes, and where it stands."""

    href: str
    beschrijving: str
    was: tuple[Woorden, ...]
    wordt: tuple[Woorden, ...]
    """The words, one text for each block; both empty for a change besides words."""
    wijzigingen: tuple[WijzigingKort, ...]
    zonder_herkomst: bool


@dataclass(frozen=True, slots=True)
class WasWordtGroep:
    """The changes of one onderdeel."""

    titel: str
    rijen: tuple[WasWordtRij, ...]


@dataclass(frozen=True, slots=True)
class PaarView:
    """The overview of a pair."""

    van: VersieKort
    naar: VersieKort
    cijfers: tuple[Cijfer, ...]
    onderdelen: tuple[OnderdeelRij, ...]
    was_wordt: tuple[WasWordtGroep, ...]
    weggevallen: tuple[Weggevallen, ...]
    herkomst_onvolledig: tuple[VersieKort, ...]
    andere: tuple[Link, ...]
    kruimels: tuple[Link, ...]
    kruimel: str


@dataclass(frozen=True, slots=True)
class Weggevallen:
    """A change of a step between, of which this pair shows nothing."""

    kort: WijzigingKort
    stap: str
    beschrijvingen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NootView:
    """The note at one change: what changed there, and why."""

    nummer: int
    beschrijving: str
    wijzigingen: tuple[WijzigingKort, ...]
    zonder_herkomst: bool
    """Whether something in it needs a cause and has none."""
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
    span: int
    """How many rows of text its notes may stand beside."""


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
    vouwen: tuple[Vouw, ...]
    noten: int
    """How many numbered changes the page has."""
    onderdelen: tuple[OnderdeelRij, ...]
    slug: str
    vorige: Link | None
    volgende: Link | None
    """Neighbouring onderdelen with changes."""
    overzicht: str
    permanent_van: Link | None
    permanent_naar: Link | None
    canoniek: str
    kruimels: tuple[Link, ...]
    kruimel: str


def kies(index: Index) -> KiesView:
    """All pairs, by the newer version."""
    paren = index.dossier.paren
    rijen = tuple(
        KeuzeRij(
            versie_kort(index, naar),
            tuple(
                Link(adres.vergelijking(van, naar), hoofdletter(index.versie_naam(van)))
                for van, ander in reversed(paren)
                if ander == naar
            ),
        )
        for naar in reversed([*index.versies, WERKVERSIE])
        if any(ander == naar for _, ander in paren)
    )
    ids = [*index.versies] + ([WERKVERSIE] if any(WERKVERSIE in paar for paar in paren) else [])
    return KiesView(tuple(versie_kort(index, i) for i in ids), rijen, _snel(index))


def paar(index: Index, van: str, naar: str) -> PaarView:
    """The overview of a pair."""
    vergelijking = index.dossier.vergelijking(van, naar)
    rijen = _onderdeel_rijen(vergelijking)
    return PaarView(
        van=versie_kort(index, van),
        naar=versie_kort(index, naar),
        cijfers=_cijfers(vergelijking),
        onderdelen=rijen,
        was_wordt=_was_wordt(index, vergelijking),
        weggevallen=tuple(
            _weggevallen(index, kort)
            for kort in _kort(index, vergelijking.weggevallen, (van, naar))
        ),
        herkomst_onvolledig=_onvolledig(index, van, naar),
        andere=tuple(
            Link(
                adres.vergelijking(v, n),
                f"{hoofdletter(index.versie_naam(v))} en {index.versie_naam(n)}",
            )
            for v, n in index.dossier.paren
            if (v, n) != (van, naar)
        ),
        kruimels=(Link(adres.VERGELIJK, "Vergelijken"),),
        kruimel=f"{hoofdletter(index.versie_naam(van))} en {index.versie_naam(naar)}",
    )


def paar_onderdeel(index: Index, van: str, naar: str, slug: str) -> PaarOnderdeelView:
    """One changed onderdeel of a pair. Raises `KeyError` when the pair has no such onderdeel."""
    vergelijking = index.dossier.vergelijking(van, naar)
    onderdeel = {o.slug: o for o in vergelijking.onderdelen}[slug]
    hier = adres.vergelijking(van, naar, slug)
    fragmenten = index.opmaker.paar(van, naar, slug, hier)
    noten = [noot for fragment in fragmenten for noot in fragment.noten]
    rijen = tuple(rij for rij in _onderdeel_rijen(vergelijking) if rij.href)
    plaats = next((i for i, rij in enumerate(rijen) if rij.href == hier), -1)
    tekst_van, tekst_naar = index.dossier.tekst(van), index.dossier.tekst(naar)
    naam = f"{hoofdletter(index.versie_naam(van))} en {index.versie_naam(naar)}"
    return PaarOnderdeelView(
        van=versie_kort(index, van),
        naar=versie_kort(index, naar),
        nummer=onderdeel.nummer,
        titel=onderdeel.titel,
        status=STATUS_ONDERDEEL[onderdeel.status],
        telling=telling_view(onderdeel.telling),
        vouwen=_vouwen(_stukken(index, fragmenten, len(noten), (van, naar))),
        noten=len(noten),
        onderdelen=rijen,
        slug=slug,
        vorige=_rij_link(rijen, plaats - 1) if plaats > 0 else None,
        volgende=_rij_link(rijen, plaats + 1) if plaats >= 0 else None,
        overzicht=adres.vergelijking(van, naar),
        permanent_van=_tekst_link(index, van, slug) if tekst_van.onderdeel(slug) else None,
        permanent_naar=_tekst_link(index, naar, slug) if tekst_naar.onderdeel(slug) else None,
        canoniek="",
        kruimels=(
            Link(adres.VERGELIJK, "Vergelijken"),
            Link(adres.vergelijking(van, naar), naam),
        ),
        kruimel=f"{onderdeel.nummer} {onderdeel.titel}".strip(),
    )


def versie_kort(index: Index, versie_id: str) -> VersieKort:
    """One side of a pair; the werkversie is in the phase of the text that counts."""
    versie = index.versies.get(versie_id)
    if versie is None:
        return VersieKort(
            id=WERKVERSIE,
            naam="Werkversie",
            titel="in bewerking",
            fase=Label("werkversie", "in bewerking", "concept"),
            datum="",
            href=adres.WERKVERSIE,
            voorbeeld=index.dossier.geldend.voorbeeld,
        )
    return VersieKort(
        id=versie.id,
        naam=f"Versie {versie.nummer}",
        titel=versie.titel,
        fase=FASEN[versie.fase.fase],
        datum=str(versie.fase.datum),
        href=adres.versie(versie.id),
        voorbeeld=versie.voorbeeld,
    )


def telling_view(telling: Telling) -> TellingView:
    """Changes counted in words, and as a bar of new against dropped words."""
    erbij, weg = telling.toegevoegd, telling.vervallen
    zonder = telling.zonder_herkomst
    geteld = (
        (erbij, "woord", "woorden", "erbij"),
        (weg, "woord", "woorden", "weg"),
        (telling.verplaatst, "alinea", "alinea’s", "verplaatst"),
    )
    delen = [f"{aantal(getal, een, meer)} {wat}" for getal, een, meer, wat in geteld if getal]
    return TellingView(
        plekken=aantal(telling.plekken, "plek", "plekken"),
        woorden=", ".join(delen) or "geen woorden, wel opmaak of verwijzingen",
        zonder_herkomst=(
            f"{aantal(zonder, 'plek', 'plekken')} nog zonder herkomst" if zonder else ""
        ),
        balk=balk(((Label("ins", "erbij", "ins"), erbij), (Label("del", "weg", "del"), weg))),
    )


def _cijfers(vergelijking: Vergelijking) -> tuple[Cijfer, ...]:
    """The numbers at the head of a pair; what did not happen is left out."""
    telling = vergelijking.telling
    gewijzigd = sum(onderdeel.status != "gelijk" for onderdeel in vergelijking.onderdelen)
    onderdelen = f"{gewijzigd} van {len(vergelijking.onderdelen)}"
    geteld = (
        (len(vergelijking.wijzigingen), "wijziging", "wijzigingen"),
        (telling.plekken, "plek in de tekst", "plekken in de tekst"),
        (telling.toegevoegd, "woord erbij", "woorden erbij"),
        (telling.vervallen, "woord weg", "woorden weg"),
        (telling.verplaatst, "alinea verplaatst", "alinea’s verplaatst"),
        (telling.zonder_herkomst, "plek nog zonder herkomst", "plekken nog zonder herkomst"),
    )
    cijfers = [Cijfer(str(n), een if n == 1 else meer) for n, een, meer in geteld if n]
    return (Cijfer(onderdelen, "onderdelen veranderd"), *cijfers)


def _snel(index: Index) -> tuple[Link, ...]:
    """The pairs that most readers want: the last step, and from first to newest."""
    geldend = index.dossier.geldend
    ids = list(index.versies)
    paren = [(geldend.voorganger or "", geldend.id), (ids[0], ids[-1])]
    uniek = [paar for paar in dict.fromkeys(paren) if paar in index.dossier.paren]
    woorden = ("De laatste stap", "Van de eerste naar de nieuwste versie")
    return tuple(
        Link(
            adres.vergelijking(*paar),
            f"{woord}: {index.versie_naam(paar[0])} en {index.versie_naam(paar[1])}",
        )
        for paar, woord in zip(uniek, woorden, strict=False)
    )


def _onderdeel_rijen(vergelijking: Vergelijking) -> tuple[OnderdeelRij, ...]:
    return tuple(_onderdeel_rij(vergelijking, o) for o in vergelijking.onderdelen)


def _onderdeel_rij(vergelijking: Vergelijking, onderdeel: OnderdeelVergelijking) -> OnderdeelRij:
    href = adres.vergelijking(vergelijking.van, vergelijking.naar, onderdeel.slug)
    return OnderdeelRij(
        nummer=onderdeel.nummer,
        titel=onderdeel.titel,
        href="" if onderdeel.status == "gelijk" else href,
        status=STATUS_ONDERDEEL[onderdeel.status],
        telling=telling_view(onderdeel.telling),
    )


def _was_wordt(index: Index, vergelijking: Vergelijking) -> tuple[WasWordtGroep, ...]:
    groepen = []
    versies = (vergelijking.van, vergelijking.naar)
    for onderdeel in vergelijking.onderdelen:
        if onderdeel.status == "gelijk":
            continue
        pagina = adres.vergelijking(*versies, onderdeel.slug)
        rijen = tuple(
            WasWordtRij(
                href=f"{pagina}#{noot.anker}",
                beschrijving=noot.beschrijving,
                was=tuple(w for plek in noot.plekken if (w := woorden_van(plek, "was"))),
                wordt=tuple(w for plek in noot.plekken if (w := woorden_van(plek, "wordt"))),
                wijzigingen=_kort(index, noot.wijzigingen, versies),
                zonder_herkomst=noot.zonder_herkomst,
            )
            for noot in make_noten(onderdeel.entries, onderdeel.plekken)
        )
        groepen.append(WasWordtGroep(f"{onderdeel.nummer} {onderdeel.titel}".strip(), rijen))
    return tuple(groepen)


def _stukken(
    index: Index, fragmenten: Sequence[Fragment], laatste: int, versies: Paar
) -> list[PaarStuk]:
    stukken = [
        _stuk(fragment, tuple(_noot(index, noot, laatste, versies) for noot in fragment.noten))
        for fragment in fragmenten
    ]
    return _met_spans(stukken)


def _stuk(fragment: Fragment, noten: tuple[NootView, ...]) -> PaarStuk:
    oud = fragment.oud if fragment.oud and fragment.oud.striptags().strip() else None
    if fragment.oud is None:
        kant: Kant = "beide"
    elif oud is None:
        kant = "nieuw"
    else:
        kant = "beide" if _has_new_words(fragment.html) else "oud"
    return PaarStuk(fragment.html, oud, fragment.status, kant, noten, span=1)


def _has_new_words(markup: Markup) -> bool:
    """Whether anything of the new version stands in it."""
    own = "not(ancestor::del) and not(ancestor::*[@data-bij])"
    tree = html.fragment_fromstring(str(markup))
    return bool(tree.xpath(f"boolean(.//text()[normalize-space() and {own}])"))


def _met_spans(stukken: Sequence[PaarStuk]) -> list[PaarStuk]:
    """Let notes run on beside the following elements that have none, so that no gap arises."""
    klaar: list[PaarStuk] = []
    vrij = 1
    for stuk in reversed(stukken):
        span = min(vrij, MAX_SPAN) if stuk.noten else 1
        vrij = 1 if stuk.noten else vrij + 1
        klaar.append(replace(stuk, span=span))
    return klaar[::-1]


def _noot(index: Index, noot: Noot, laatste: int, versies: Paar) -> NootView:
    return NootView(
        nummer=noot.nummer,
        beschrijving=noot.beschrijving,
        wijzigingen=_kort(index, noot.wijzigingen, versies),
        zonder_herkomst=noot.zonder_herkomst,
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
        telling = f"{aantal(len(leden), 'stuk', 'stukken')} tekst zonder wijziging"
        vouwen.append(Vouw(gelijk, leden, telling if gelijk else ""))
    return tuple(vouwen)


def _may_fold(stuk: PaarStuk) -> bool:
    return stuk.status == "gelijk" and not stuk.html.startswith("<h")


def _kort(index: Index, ids: Iterable[str], versies: Paar) -> tuple[WijzigingKort, ...]:
    """The changes of a pair; where it spans several steps, each says in which it came."""
    gevonden = [wijziging_kort(index, index.wijzigingen[i]) for i in ids if i in index.wijzigingen]
    if versies in index.dossier.stappen:
        return tuple(gevonden)
    return tuple(replace(kort, stap=_stap_naam(index, kort.id)) for kort in gevonden)


def _stap_naam(index: Index, wijziging_id: str) -> str:
    _, naar = index.dossier.stap(wijziging_id)
    return "in de werkversie" if naar == WERKVERSIE else f"in {index.versie_naam(naar)}"


def _weggevallen(index: Index, kort: WijzigingKort) -> Weggevallen:
    van, naar = index.dossier.stap(kort.id)
    plekken = index.dossier.plekken(kort.id)
    return Weggevallen(
        kort,
        f"Van {index.versie_naam(van)} naar {index.versie_naam(naar)}",
        tuple(dict.fromkeys(beschrijving(plek.plek) for plek in plekken)),
    )


def _onvolledig(index: Index, van: str, naar: str) -> tuple[VersieKort, ...]:
    """The versions after ``van`` up to ``naar`` whose causes are not all known."""
    ids = list(index.versies)
    begin = ids.index(van) + 1
    eind = ids.index(naar) + 1 if naar in index.versies else len(ids)
    return tuple(
        versie_kort(index, i) for i in ids[begin:eind] if not index.versies[i].herkomst_volledig
    )


def _rij_link(rijen: Sequence[OnderdeelRij], plaats: int) -> Link | None:
    if not 0 <= plaats < len(rijen):
        return None
    return Link(rijen[plaats].href, f"{rijen[plaats].nummer} {rijen[plaats].titel}".strip())


def _tekst_link(index: Index, versie_id: str, slug: str) -> Link:
    if versie_id == WERKVERSIE:
        return Link(adres.werkversie(slug), "Dit onderdeel in de werkversie")
    return Link(adres.versie(versie_id, slug), f"Dit onderdeel in {index.versie_naam(versie_id)}")
