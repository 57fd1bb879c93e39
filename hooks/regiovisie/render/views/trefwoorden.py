"""The register of keywords: where a word stands, from A to Z, as at the back of a book.

::

    Experttafel
        Onderdelen    7 Instrumenten · 8 Afstemming tussen gemeente en regio
        Zienswijzen   ZW-02, ZW-11
        Wijzigingen   W-014, W-031

Keywords are the terms that the text explains, the words that the glossary of the site explains,
headings, the themes of the points, and who takes part. A term stands wherever its words stand, in
whatever form; a heading and a theme stand where the registers place points and changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from regiovisie.registers.schema import Plaats, Punt
from regiovisie.render.begrippen import anker
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Link, aantal, hoofdletter
from regiovisie.render.views.index import Index
from regiovisie.text.slug import slugify
from regiovisie.text.stam import stammen

TITEL = "Trefwoorden"
_ARTICLES = ("een aantal ", "de ", "het ", "een ")


@dataclass(frozen=True, slots=True)
class Trefwoord:
    """One keyword with its places; any of the three may be empty."""

    naam: str
    anker: str
    pagina: Link | None
    """What tells about it as a whole."""
    onderdelen: tuple[Link, ...]
    zienswijzen: tuple[Link, ...]
    wijzigingen: tuple[Link, ...]
    voorbeeld: bool


@dataclass(frozen=True, slots=True)
class Letter:
    """The keywords under one letter."""

    letter: str
    woorden: tuple[Trefwoord, ...]

    @property
    def anker(self) -> str:
        """The id of its heading."""
        return f"letter-{self.letter.lower()}"


@dataclass(frozen=True, slots=True)
class TrefwoordenView:
    """The whole register."""

    telling: str
    letters: tuple[Letter, ...]
    kruimels: tuple[Link, ...] = (Link(adres.ZOEKEN, "Zoeken"),)


@dataclass(slots=True)
class _Gevonden:
    """What is known of a keyword while it is gathered."""

    naam: str
    pagina: Link | None = None
    onderdelen: set[Link] = field(default_factory=set)
    punten: set[str] = field(default_factory=set)
    zienswijzen: set[str] = field(default_factory=set)
    wijzigingen: set[str] = field(default_factory=set)
    voorbeeld: bool = False


def trefwoorden(index: Index) -> TrefwoordenView:
    """Every keyword with a place, in the order of the alphabet."""
    gevonden: dict[str, _Gevonden] = {}
    passages = _passages(index)
    for een in (
        *_begrippen(index, passages),
        *_koppen(index),
        *_themas(index),
        *_indieners(index),
        *_gemeenten(index),
    ):
        _bij(gevonden.setdefault(_sleutel(een.naam), een), een)
    _bij_elkaar(gevonden, _woordenlijst(index, passages))
    order = {link: place for place, link in enumerate(_alle_koppen(index))}
    klaar = (_trefwoord(index, order, gevonden[sleutel]) for sleutel in sorted(gevonden))
    woorden = tuple(t for t in klaar if t.onderdelen or t.zienswijzen or t.wijzigingen or t.pagina)
    letters = tuple(
        Letter(letter, tuple(groep))
        for letter, groep in groupby(woorden, lambda t: _sleutel(t.naam)[:1].upper())
    )
    return TrefwoordenView(aantal(len(woorden), "trefwoord", "trefwoorden"), letters)


def _sleutel(naam: str) -> str:
    """What a keyword is sorted by: without accents, without an article in front."""
    for article in _ARTICLES:
        if naam.lower().startswith(article):
            naam = naam[len(article) :]
    return slugify(naam)


def _bij_elkaar(gevonden: dict[str, _Gevonden], begrippen: Iterable[_Gevonden]) -> None:
    """Add words of the glossary, each to the keyword that is another form of it: "pijler" to
    the heading "Pijlers"."""
    by_stems = {_stems(een.naam): een for een in gevonden.values()}
    for begrip in begrippen:
        home = by_stems.get(_stems(begrip.naam))
        if home is None:
            gevonden[_sleutel(begrip.naam)] = begrip
        else:
            _bij(home, begrip)


def _bij(gevonden: _Gevonden, meer: _Gevonden) -> None:
    gevonden.pagina = gevonden.pagina or meer.pagina
    gevonden.onderdelen |= meer.onderdelen
    gevonden.punten |= meer.punten
    gevonden.zienswijzen |= meer.zienswijzen
    gevonden.wijzigingen |= meer.wijzigingen
    gevonden.voorbeeld = gevonden.voorbeeld and meer.voorbeeld


def _trefwoord(index: Index, order: dict[Link, int], gevonden: _Gevonden) -> Trefwoord:
    asked = {punt_id.partition(".")[0] for punt_id in gevonden.punten}
    ids = gevonden.zienswijzen | asked
    return Trefwoord(
        naam=gevonden.naam,
        anker=f"woord-{_sleutel(gevonden.naam)}",
        pagina=gevonden.pagina,
        onderdelen=tuple(sorted(gevonden.onderdelen, key=lambda link: order[link])),
        zienswijzen=tuple(Link(adres.zienswijze(i), i) for i in index.zienswijzen if i in ids),
        wijzigingen=tuple(
            Link(adres.wijziging(i), i) for i in index.wijzigingen if i in gevonden.wijzigingen
        ),
        voorbeeld=gevonden.voorbeeld,
    )


# --- the text ---


def _onderdeel_link(index: Index, slug: str, kop: str = "") -> Link:
    """A place of the current text: its onderdeel, or a heading in it."""
    naam = index.onderdeel_namen[slug]
    if kop:
        naam = f"{naam}, {index.kop_namen[slug][kop]}"
    return Link(adres.onderdeel(slug, kop), naam)


def _alle_koppen(index: Index) -> Iterator[Link]:
    """Every place that a keyword may stand, in reading order."""
    for onderdeel in index.onderdelen(index.dossier.geldend.id):
        yield _onderdeel_link(index, onderdeel.slug)
        for block in onderdeel.blocks:
            if block.slug and block.sections:
                yield _onderdeel_link(index, onderdeel.slug, block.slug)


_Passages = Sequence[tuple[str, str]]
"""Slug of an onderdeel and the stems of its words."""


def _passages(index: Index) -> _Passages:
    return [
        (o.slug, _stems(" ".join(b.words for b in o.blocks if b.kind != "term")))
        for o in index.onderdelen(index.dossier.geldend.id)
    ]


def _begrippen(index: Index, passages: _Passages) -> Iterator[_Gevonden]:
    """The terms that the text explains, wherever their words stand."""
    tekst = index.dossier.tekst(index.dossier.geldend.id)
    punten = [(p.id, _stems(f"{p.tekst} {p.reactie or ''}")) for p, _ in index.punten.values()]
    inhoud = [(z.id, _stems(z.inhoud)) for z in index.project.zienswijzen]
    wijzigingen = [(i, _stems(" ".join(_woorden_van(index, i)))) for i in index.wijzigingen]
    for onderdeel, block in tekst.placed_blocks():
        if block.kind != "term":
            continue
        has = _has(block.words)
        here = _onderdeel_link(index, onderdeel.slug)
        yield _Gevonden(
            block.words,
            pagina=Link(here.href, "uitleg"),
            onderdelen={_onderdeel_link(index, slug) for slug, stems in passages if has(stems)},
            punten={punt_id for punt_id, stems in punten if has(stems)},
            zienswijzen={zienswijze_id for zienswijze_id, stems in inhoud if has(stems)},
            wijzigingen={wijziging_id for wijziging_id, stems in wijzigingen if has(stems)},
        )


def _woordenlijst(index: Index, passages: _Passages) -> Iterator[_Gevonden]:
    """The words of the policy that the glossary explains, with where the text has them.

    Words such as "jeugdige" stand in nearly every zienswijze: those are not listed.
    """
    for begrip in index.begrippen:
        has = [_has(naam) for naam in (begrip.naam, begrip.kort) if naam]
        yield _Gevonden(
            hoofdletter(begrip.naam),
            pagina=Link(adres.begrip(anker(begrip.slug)), "uitleg"),
            onderdelen={
                _onderdeel_link(index, slug)
                for slug, stems in passages
                if any(is_in(stems) for is_in in has)
            },
        )


def _woorden_van(index: Index, wijziging_id: str) -> Iterator[str]:
    for place in index.dossier.plekken(wijziging_id):
        yield from (place.plek.was, place.plek.wordt)


def _stems(text: str) -> str:
    return f" {' '.join(stammen(text))} "


def _has(term: str) -> Callable[[str], bool]:
    """Whether stems hold those of a term, one behind the other."""
    wanted = _stems(term)
    return lambda stems: wanted in stems


def _koppen(index: Index) -> Iterator[_Gevonden]:
    """The headings of the current text, with the points and changes placed there."""
    for onderdeel in index.onderdelen(index.dossier.geldend.id):
        for block in onderdeel.blocks:
            if not block.slug:
                continue
            kop = block.slug if block.sections else ""
            link = _onderdeel_link(index, onderdeel.slug, kop)
            is_here = _op(onderdeel.slug, kop)
            yield _Gevonden(
                block.words,
                onderdelen={link},
                punten={p.id for p, _ in index.punten.values() if p.plaats and is_here(p.plaats)},
                wijzigingen={w.id for w in index.wijzigingen.values() if is_here(w.plaats)},
            )


def _op(slug: str, kop: str) -> Callable[[Plaats], bool]:
    """Whether a place is a heading, or stands in an onderdeel where no heading is named."""
    return lambda plaats: plaats.onderdeel == slug and (not kop or plaats.kop == kop)


# --- the registers ---


def _themas(index: Index) -> Iterator[_Gevonden]:
    for code, naam in index.regio.themas.items():
        punten = [punt for punt, _ in index.punten.values() if code in punt.thema]
        if punten:
            yield _van_punten(
                index, naam, Link(adres.register("thema", code), "alle punten"), punten
            )


def _indieners(index: Index) -> Iterator[_Gevonden]:
    for indiener in index.project.indieners:
        eigen = index.zienswijzen_van.get(indiener.slug, ())
        punten = [punt for zienswijze in eigen for punt in zienswijze.punten]
        pagina = Link(adres.indiener(indiener.slug), "indiener")
        een = _van_punten(index, indiener.naam, pagina, punten)
        een.zienswijzen |= {zienswijze.id for zienswijze in eigen}
        een.voorbeeld = indiener.voorbeeld
        yield een


def _gemeenten(index: Index) -> Iterator[_Gevonden]:
    for gemeente in index.project.gemeenten:
        eigen = index.zienswijzen_uit.get(gemeente.slug, ())
        yield _Gevonden(
            gemeente.naam,
            pagina=Link(adres.gemeente(gemeente.slug), "gemeente"),
            zienswijzen={zienswijze.id for zienswijze in eigen},
            voorbeeld=gemeente.voorbeeld,
        )


def _van_punten(index: Index, naam: str, pagina: Link, punten: Sequence[Punt]) -> _Gevonden:
    """A keyword with the places of its points, as far as the current text has them."""
    return _Gevonden(
        naam,
        pagina=pagina,
        onderdelen=set(_nu(index, (punt.plaats for punt in punten if punt.plaats))),
        punten={punt.id for punt in punten},
        wijzigingen={w.id for p in punten for w in index.wijzigingen_van_punt.get(p.id, ())},
    )


def _nu(index: Index, plaatsen: Iterable[Plaats]) -> Iterator[Link]:
    current = {onderdeel.slug for onderdeel in index.onderdelen(index.dossier.geldend.id)}
    for plaats in plaatsen:
        if plaats.onderdeel in current:
            yield _onderdeel_link(index, plaats.onderdeel)
