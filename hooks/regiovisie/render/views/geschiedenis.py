"""Each onderdeel through all versions: its paragraphs with the causes of their changes, and an
index of all of them with how much changed in each step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from regiovisie.herkomst.dossier import LevenslijnGeschiedenis
from regiovisie.herkomst.vergelijking import OnderdeelVergelijking
from regiovisie.model import Onderdeel
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Link, aantal, hoofdletter
from regiovisie.render.views.geschiedenis_loop import LoopView, lopen, nummer, titel
from regiovisie.render.views.index import Index, Paar


@dataclass(frozen=True, slots=True)
class VersieRegel:
    """What one version did to an onderdeel as a whole."""

    versie: Link
    anker: str
    """``stap-0-3``: to see only what changed there."""
    naam: str
    """Its number and title in that version; empty where the version lacks it."""
    anders: bool
    """Whether it had another number or title in the version before."""
    wat: str
    """``eerste stand``, ``niet gewijzigd``, ``6 plekken gewijzigd``."""
    verschil: Link | None
    """The comparison with the version before, where something changed."""
    lopen: tuple[Link, ...]
    """The paragraphs that changed in it."""


@dataclass(frozen=True, slots=True)
class LoopGroep:
    """The paragraphs under one heading that ever changed."""

    titel: str
    lopen: tuple[LoopView, ...]


@dataclass(frozen=True, slots=True)
class Gelijk:
    """A paragraph that never changed."""

    anker: str
    titel: str
    href: str


@dataclass(frozen=True, slots=True)
class GeschiedenisView:
    """One onderdeel through time."""

    titel: str
    nummer: str
    terug: Link | None
    """The onderdeel in the text that counts; None where that no longer has it."""
    verhuisd: Link | None
    """The onderdeel that took its place, under another address."""
    regels: tuple[VersieRegel, ...]
    """Newest first."""
    groepen: tuple[LoopGroep, ...]
    gelijk: tuple[Gelijk, ...]
    voorbeeld: bool
    kruimels: tuple[Link, ...]
    kruimel: str

    @property
    def telling(self) -> str:
        """How many paragraphs never changed, in words."""
        return aantal(len(self.gelijk), "alinea of kop bleef", "alinea’s en koppen bleven")


@dataclass(frozen=True, slots=True)
class StapCel:
    """What one step did to one onderdeel."""

    tekst: str
    href: str
    """The comparison of the onderdeel in that step; empty where nothing changed."""


@dataclass(frozen=True, slots=True)
class IndexRij:
    """One onderdeel in the index."""

    link: Link
    eerder: tuple[str, ...]
    """Other numbers and titles that it had: ``4 Pijlers (0.1 en 0.2)``."""
    vervallen: bool
    """Whether the text that counts no longer has it."""
    cellen: tuple[StapCel, ...]


@dataclass(frozen=True, slots=True)
class GeschiedenisIndex:
    """All onderdelen that any version has, and how much changed in each step."""

    stappen: tuple[Link, ...]
    rijen: tuple[IndexRij, ...]
    kruimels: tuple[Link, ...] = ()


def geschiedenis(index: Index, slug: str) -> GeschiedenisView:
    """The history of an onderdeel that any version has."""
    onderdeel = _nieuwste(index, slug)
    naam = _naam(onderdeel)
    telt = index.dossier.tekst(index.dossier.geldend.id).onderdeel(slug) is not None
    reeks = index.dossier.geschiedenis(slug)
    return GeschiedenisView(
        titel=onderdeel.titel,
        nummer=onderdeel.nummer,
        terug=Link(adres.onderdeel(slug), naam) if telt else None,
        verhuisd=None if telt else _verhuisd(reeks, slug),
        regels=tuple(reversed(_regels(index, reeks, slug))),
        groepen=_groepen(index, reeks, slug),
        gelijk=tuple(_gelijk(index, loop) for loop in reeks if not _veranderde(loop)),
        voorbeeld=index.is_voorbeeld(index.dossier.geldend.id),
        kruimels=(Link(adres.GESCHIEDENIS, "Geschiedenis"),),
        kruimel=naam,
    )


def _nieuwste(index: Index, slug: str) -> Onderdeel:
    """The onderdeel in the text that counts, else in the newest text that has it."""
    teksten = (index.dossier.tekst(i) for i in (index.dossier.geldend.id, *index.dossier.ids[::-1]))
    return next(o for tekst in teksten if (o := tekst.onderdeel(slug)))


def _naam(onderdeel: Onderdeel | None) -> str:
    return f"{onderdeel.nummer} {onderdeel.titel}".strip() if onderdeel else ""


def _verhuisd(reeks: Sequence[LevenslijnGeschiedenis], slug: str) -> Link | None:
    """Where the title of an onderdeel went, when its address changed."""
    for loop in reeks:
        if loop.laatste.block.tag == "h1" and loop.laatste.onderdeel.slug != slug:
            onderdeel = loop.laatste.onderdeel
            return Link(adres.geschiedenis(onderdeel.slug), _naam(onderdeel))
    return None


# --- paragraphs


def _groepen(
    index: Index, reeks: Iterable[LevenslijnGeschiedenis], slug: str
) -> tuple[LoopGroep, ...]:
    """The paragraphs that changed, under the heading that they stand under."""
    groepen = []
    kop = ""
    gemerkt = []
    for loop in reeks:
        if loop.laatste.block.kind == "heading":
            kop = loop.levenslijn
        gemerkt.append((kop, loop))
    for _, items in groupby(gemerkt, lambda item: item[0]):
        groep = [loop for _, loop in items]
        veranderd = lopen(index, filter(_veranderde, groep), slug)
        if veranderd:
            groepen.append(LoopGroep(titel(groep[0]), veranderd))
    return tuple(groepen)


def _veranderde(loop: LevenslijnGeschiedenis) -> bool:
    """Whether a version changed it, or brought it."""
    return any(stap.entry for stap in loop.stappen)


def _gelijk(index: Index, loop: LevenslijnGeschiedenis) -> Gelijk:
    placed = loop.laatste
    versie_id = index.dossier.ids[placed.version]
    slug = placed.onderdeel.slug
    telt = index.dossier.tekst(index.dossier.geldend.id) is index.dossier.tekst(versie_id)
    href = adres.onderdeel(slug, loop.levenslijn)
    if not telt and versie_id in index.versies:
        href = adres.versie(versie_id, slug, loop.levenslijn)
    elif not telt:
        href = f"{adres.werkversie(slug)}#{loop.levenslijn}"
    return Gelijk(adres.loop_anker(loop.levenslijn), titel(loop), href)


# --- versions


def _regels(index: Index, reeks: Sequence[LevenslijnGeschiedenis], slug: str) -> list[VersieRegel]:
    """One line per version, from the first that has the onderdeel to where it went."""
    regels: list[VersieRegel] = []
    vorige = ""
    for paar in [("", index.dossier.ids[0]), *index.dossier.stappen]:
        naam = _naam(index.dossier.tekst(paar[1]).onderdeel(slug))
        if naam or vorige:
            regels.append(_regel(index, reeks, slug, paar, naam, vorige))
        vorige = naam
    return regels


def _regel(
    index: Index,
    reeks: Sequence[LevenslijnGeschiedenis],
    slug: str,
    paar: Paar,
    naam: str,
    vorige: str,
) -> VersieRegel:
    van, naar = paar
    diff = index.dossier.vergelijking(van, naar).onderdeel(slug) if van else None
    geraakt = [
        Link(f"#{adres.loop_anker(loop.levenslijn)}", titel(loop))
        for loop in reeks
        if any(stap.versie == naar and stap.entry for stap in loop.stappen)
    ]
    return VersieRegel(
        versie=Link(_href(index, naar, slug if naam else ""), hoofdletter(index.versie_naam(naar))),
        anker=f"stap-{nummer(index, naar).replace('.', '-')}",
        naam=naam,
        anders=bool(naam and vorige and naam != vorige),
        wat=_wat(diff) if van else "eerste stand",
        verschil=(
            Link(adres.vergelijking(van, naar, slug), "verschillen")
            if diff and diff.status != "gelijk"
            else None
        ),
        lopen=tuple(geraakt) if van else (),
    )


def _href(index: Index, versie_id: str, slug: str) -> str:
    if versie_id in index.versies:
        return adres.versie(versie_id, slug)
    return adres.werkversie(slug)


def _wat(diff: OnderdeelVergelijking | None) -> str:
    """What a step did to an onderdeel, in a few words."""
    if diff is None or diff.status == "gelijk":
        return "niet gewijzigd"
    if diff.status != "gewijzigd":
        return "nieuw onderdeel" if diff.status == "nieuw" else "vervallen"
    return f"{aantal(diff.telling.plekken, 'plek', 'plekken')} gewijzigd"


# --- the index


def geschiedenis_index(index: Index) -> GeschiedenisIndex:
    """All onderdelen by slug, in the order of the text that counts, dropped ones last."""
    stappen = index.dossier.stappen
    return GeschiedenisIndex(
        stappen=tuple(
            Link(adres.vergelijking(van, naar), f"{nummer(index, van)} → {nummer(index, naar)}")
            for van, naar in stappen
        ),
        rijen=tuple(_index_rij(index, slug, naam) for slug, naam in index.onderdeel_namen.items()),
    )


def _index_rij(index: Index, slug: str, naam: str) -> IndexRij:
    return IndexRij(
        link=Link(adres.geschiedenis(slug), naam),
        eerder=_eerder(index, slug, naam),
        vervallen=index.dossier.tekst(index.dossier.geldend.id).onderdeel(slug) is None,
        cellen=tuple(_cel(index, paar, slug) for paar in index.dossier.stappen),
    )


def _cel(index: Index, paar: Paar, slug: str) -> StapCel:
    diff = index.dossier.vergelijking(*paar).onderdeel(slug)
    if diff is None:
        return StapCel("bestond niet", "")
    gelijk = diff.status == "gelijk"
    return StapCel(_wat(diff), "" if gelijk else adres.vergelijking(*paar, slug))


def _eerder(index: Index, slug: str, naam: str) -> tuple[str, ...]:
    """Each other number or title with the versions that had it."""
    versies: dict[str, list[str]] = {}
    for versie_id in index.dossier.ids:
        eerder = _naam(index.dossier.tekst(versie_id).onderdeel(slug))
        if eerder and eerder != naam:
            versies.setdefault(eerder, []).append(nummer(index, versie_id))
    return tuple(f"{eerder} ({', '.join(nummers)})" for eerder, nummers in versies.items())
