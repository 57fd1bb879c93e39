"""A change as other pages show it: its number, cause, askers, its words in context, and what
later versions did to those words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from regiovisie.herkomst.dossier import PlekInStap
from regiovisie.herkomst.plekken import Plek
from regiovisie.registers.schema import Wijziging
from regiovisie.render.beschrijving import beschrijving
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Label, Link
from regiovisie.render.views.index import Index
from regiovisie.render.views.labels import HERKOMSTEN, UITKOMSTEN, WAT
from regiovisie.render.views.omgeving import Kant, Woorden, woorden_van

LANG = 40
"""How many words of a change show where there is no room for its whole paragraph."""


@dataclass(frozen=True, slots=True)
class PuntKort:
    """A point named as a cause: what was asked, by whom, with what outcome."""

    id: str
    href: str
    tekst: str
    uitkomst: Label
    indieners: tuple[Link, ...]
    voorbeeld: bool


@dataclass(frozen=True, slots=True)
class PlekWoorden:
    """The words of one place with a few words round them, or what happened there in words."""

    was: Woorden | None
    wordt: Woorden | None
    beschrijving: str


@dataclass(frozen=True, slots=True)
class PlekKort:
    """The changed words in their paragraph, with a link to them in the whole text."""

    href: str
    plaats: str
    beschrijving: str
    woorden: tuple[PlekWoorden, ...]
    """The words of this change alone."""
    andere: tuple[Link, ...]
    """Other changes that the same paragraph shows."""
    fragment: Markup
    """The whole paragraph; empty where a page shows the words only."""


@dataclass(frozen=True, slots=True)
class WijzigingKort:
    """A change with its cause."""

    id: str
    href: str
    wat: str
    herkomst: Label
    punten: tuple[PuntKort, ...]
    toelichting: str | None
    voorbeeld: bool
    hele_paragraaf: bool = False
    """Whether it claims by place alone: all that changed there, without a quote."""
    stap: str = ""
    """``in versie 0.3``, on pages about several steps; else empty."""


@dataclass(frozen=True, slots=True)
class VervolgView:
    """What a later version did to the words of a change."""

    tekst: str
    """``Later weer aangepast in versie 0.4``."""
    wijzigingen: tuple[Link, ...]
    """Which changes did it; empty where it has no herkomst."""


@dataclass(frozen=True, slots=True)
class WijzigingMetPlekken:
    """A change with its cause, every place that it touches, and what became of its words."""

    kort: WijzigingKort
    plekken: tuple[PlekKort, ...]
    vervolg: tuple[VervolgView, ...] = ()
    ongewijzigd: str = ""
    """Said instead, where no later version touched its words."""


def wijziging_kort(index: Index, wijziging: Wijziging) -> WijzigingKort:
    """One change with its cause."""
    return WijzigingKort(
        id=wijziging.id,
        href=adres.wijziging(wijziging.id),
        wat=WAT[wijziging.wat],
        herkomst=HERKOMSTEN[wijziging.herkomst],
        punten=tuple(punt_kort(index, p) for p in wijziging.punten if p in index.punten),
        toelichting=wijziging.toelichting,
        voorbeeld=wijziging.voorbeeld,
        hele_paragraaf=index.dossier.is_whole_section(wijziging.id),
    )


def punt_kort(index: Index, punt_id: str) -> PuntKort:
    """One point as a cause."""
    punt, zienswijze = index.punten[punt_id]
    return PuntKort(
        id=punt.id,
        href=adres.punt(punt.id),
        tekst=punt.tekst,
        uitkomst=UITKOMSTEN[punt.uitkomst],
        indieners=index.indiener_links(zienswijze),
        voorbeeld=punt.voorbeeld or zienswijze.voorbeeld,
    )


def wijziging_met_plekken(
    index: Index, wijziging: Wijziging, pagina: str, *, hele_alinea: bool = True
) -> WijzigingMetPlekken:
    """One change with its cause and its places, as they stand on the page ``pagina``.

    Several places in one paragraph show that paragraph once; without ``hele_alinea`` only
    their words, with a few words round them.
    """
    per_alinea: dict[tuple[str, str], list[PlekInStap]] = defaultdict(list)
    for plek in index.dossier.plekken(wijziging.id):
        per_alinea[plek.onderdeel.slug, plek.plek.levenslijn].append(plek)
    vervolg = _vervolg(index, wijziging)
    return WijzigingMetPlekken(
        kort=wijziging_kort(index, wijziging),
        plekken=tuple(
            _plek_kort(index, wijziging, plekken, pagina, hele_alinea=hele_alinea)
            for plekken in per_alinea.values()
        ),
        vervolg=vervolg,
        ongewijzigd="" if vervolg else _ongewijzigd(index, wijziging),
    )


def _plek_kort(
    index: Index,
    wijziging: Wijziging,
    plekken: Sequence[PlekInStap],
    pagina: str,
    *,
    hele_alinea: bool,
) -> PlekKort:
    """The places of a change in one paragraph, as they stand on the page ``pagina``."""
    eerste = plekken[0]
    onderdeel = eerste.onderdeel
    return PlekKort(
        href=adres.vergelijking(eerste.van, eerste.naar, onderdeel.slug, eerste.plek.anker),
        plaats=f"{onderdeel.nummer} {onderdeel.titel}".strip(),
        beschrijving=beschrijving(eerste.plek),
        woorden=tuple(
            PlekWoorden(_kort(p, "was"), _kort(p, "wordt"), beschrijving(p))
            for p in (plek.plek for plek in plekken)
        ),
        andere=_andere(index, wijziging, eerste),
        fragment=index.opmaker.plek(plekken, pagina) if hele_alinea else Markup(""),
    )


def _kort(plek: Plek, kant: Kant) -> Woorden | None:
    """The words of one side; of a long stretch the first, and how many follow."""
    woorden = woorden_van(plek, kant)
    if woorden is None:
        return None
    delen = woorden.tekst.split()
    rest = len(delen) - LANG
    if rest <= 0:
        return woorden
    return replace(woorden, tekst=f"{' '.join(delen[:LANG])} … (nog {rest} woorden)")


def _andere(index: Index, wijziging: Wijziging, plek: PlekInStap) -> tuple[Link, ...]:
    namen = (
        naam
        for ander in index.plekken_bij.get(plek.plek.levenslijn, ())
        if (ander.van, ander.naar) == (plek.van, plek.naar)
        for naam in ander.plek.wijzigingen
        if naam != wijziging.id
    )
    return tuple(Link(adres.wijziging(naam), naam) for naam in dict.fromkeys(namen))


_VERVOLG = {
    "teruggekomen": "Later kwamen oude woorden terug in {}",
    "aangepast": "Later weer aangepast in {}",
    "vervallen": "Later vielen er woorden van weg in {}",
}
"""What says most first: words that came back also went in place of others."""


def _vervolg(index: Index, wijziging: Wijziging) -> tuple[VervolgView, ...]:
    """What each later version did to the words: one line for what one cause did."""
    soorten: dict[tuple[str, tuple[str, ...]], set[str]] = defaultdict(set)
    for vervolg in index.dossier.vervolg(wijziging.id):
        soorten[vervolg.naar, vervolg.wijzigingen].add(vervolg.wat)
    namen: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for (naar, door), gezien in soorten.items():
        wat = next(soort for soort in _VERVOLG if soort in gezien)
        namen[naar, wat] |= dict.fromkeys(door)
    return tuple(
        VervolgView(
            _VERVOLG[wat].format(index.versie_in_zin(naar)),
            tuple(Link(adres.wijziging(naam), naam) for naam in door),
        )
        for (naar, wat), door in namen.items()
    )


def _ongewijzigd(index: Index, wijziging: Wijziging) -> str:
    nieuwste = index.dossier.ids[-1]
    if index.dossier.stap(wijziging.id)[1] == nieuwste:
        return f"Zo staat het in {index.versie_in_zin(nieuwste)}, de nieuwste tekst."
    return f"Daarna ongewijzigd (tot en met {index.versie_in_zin(nieuwste)})."
