"""One paragraph through all versions: a strip of what happened, and each step with its causes.

::

    0.1 eerste stand · 0.2 gewijzigd · 0.3 en 0.4 gelijk

Paragraphs that stand together and came, went or moved together are told as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from regiovisie.diff.history import PlacedBlock
from regiovisie.herkomst.dossier import LevenslijnGeschiedenis, LevenslijnStap, PlekInStap
from regiovisie.herkomst.plekken import visible_words
from regiovisie.render.beschrijving import beschrijving, plaatsnaam, shortened
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Link, aantal, hoofdletter
from regiovisie.render.views.index import Index
from regiovisie.render.views.wijziging_kort import WijzigingKort, wijziging_kort

TITEL = 90
"""How many characters of a paragraph serve as its title."""
STANDEN = {
    "eerste": "eerste stand",
    "nieuw": "nieuw",
    "gelijk": "gelijk",
    "gewijzigd": "gewijzigd",
    "opmaak": "opmaak gewijzigd",
    "verplaatst": "verplaatst",
    "gesplitst": "gesplitst",
    "afgesplitst": "afgesplitst",
    "samengevoegd": "samengevoegd",
    "opgegaan": "opgegaan in een andere",
    "hersteld": "teruggekomen",
    "vervallen": "vervallen",
    "weg": "weg",
    "nog-niet": "nog niet",
}
"""What can be said of a paragraph in one version."""
VERWANT = {
    "gesplitst": "Hieruit kwam ook",
    "afgesplitst": "Dit kwam uit",
    "samengevoegd": "Hierin ging op",
    "opgegaan": "Dit ging op in",
}
"""What other paragraphs have to do with such a step."""
_RUSTIG = ("gelijk", "weg", "nog-niet")
"""In these nothing happened; versions in a row share one cell of the strip."""
_IN_ZIJN_GEHEEL = frozenset((*_RUSTIG, "eerste", "nieuw", "verplaatst", "hersteld", "vervallen"))
"""In these no words changed inside the paragraph."""


@dataclass(frozen=True, slots=True)
class LoopStand:
    """What a paragraph was in one version, or in some in a row."""

    code: str
    versies: str
    """``0.3``, ``0.3 en 0.4`` or ``0.3 t/m 0.7``."""
    tekst: str


@dataclass(frozen=True, slots=True)
class LoopStap:
    """What one version did to a paragraph."""

    versie: str
    href: str
    """The paragraph in that version; where it was dropped, the version."""
    code: str
    tekst: str
    """What happened, in a word."""
    html: Markup | None
    """The paragraph in that version, with renvooi where words changed; None where the text
    is shown once for all steps."""
    beschrijvingen: tuple[str, ...]
    wijzigingen: tuple[WijzigingKort, ...]
    verwant: tuple[Link, ...]
    """Paragraphs that it was joined with, or split from."""
    verwant_als: str
    """``Dit kwam uit``, and so on; empty where there are none."""


@dataclass(frozen=True, slots=True)
class LoopView:
    """One paragraph through time, or several that went through the same together."""

    anker: str
    ook: tuple[str, ...]
    """Ids of the other paragraphs told with it."""
    titel: str
    """Its first words."""
    samen: str
    """``en 8 andere``; empty for one paragraph."""
    elders: Link | None
    """Its history in the onderdeel where it stands now, when that is another."""
    strook: tuple[LoopStand, ...]
    tekst: Markup | None
    """The text, where no step changed a word of it."""
    weg: bool
    """Whether the newest text no longer has it."""
    stappen: tuple[LoopStap, ...]
    """Newest first."""


Standen = tuple[tuple[str, str], ...]
"""Version and code, for every version, oldest first."""


def titel(loop: LevenslijnGeschiedenis) -> str:
    """The first words of a paragraph, as the newest version that has it has them."""
    return shortened(visible_words(loop.laatste.block.text), TITEL) or "Zonder woorden"


def standen(index: Index, loop: LevenslijnGeschiedenis) -> Standen:
    """What the paragraph was in every version."""
    by_version = {stap.versie: stap for stap in loop.stappen}
    found: list[tuple[str, str]] = []
    rust = "nog-niet"
    for versie_id in index.dossier.ids:
        stap = by_version.get(versie_id)
        if stap:
            rust = "gelijk" if stap.placed else "weg"
        found.append((versie_id, _code(index, loop, stap) if stap else rust))
    return tuple(found)


def _code(index: Index, loop: LevenslijnGeschiedenis, stap: LevenslijnStap) -> str:
    if stap.entry is None:
        return "eerste" if stap.versie == index.dossier.ids[0] else "nieuw"
    if stap.entry.status == "gesplitst" and stap is loop.stappen[0]:
        return "afgesplitst"
    if stap.entry.status == "samengevoegd" and stap.placed is None:
        return "opgegaan"
    return stap.entry.status


def lopen(index: Index, reeks: Iterable[LevenslijnGeschiedenis], slug: str) -> tuple[LoopView, ...]:
    """These paragraphs in their order; those that did the same together as one."""
    views: list[LoopView] = []
    for _, groep in groupby(enumerate(reeks), lambda item: _together(index, *item)):
        views.append(_loop(index, [loop for _, loop in groep], slug))
    return tuple(views)


def _together(index: Index, nummer: int, loop: LevenslijnGeschiedenis) -> object:
    """What paragraphs share that are told as one; unique where words changed inside it."""
    codes = standen(index, loop)
    if any(code not in _IN_ZIJN_GEHEEL for _, code in codes):
        return nummer
    nu = loop.stappen[-1].placed
    return codes, tuple(stap.wijzigingen for stap in loop.stappen), nu and nu.onderdeel.slug


def _loop(index: Index, groep: Sequence[LevenslijnGeschiedenis], slug: str) -> LoopView:
    eerste = groep[0]
    codes = standen(index, eerste)
    per_versie = dict(codes)
    pagina = adres.geschiedenis(slug)
    heel = all(code in _IN_ZIJN_GEHEEL for _, code in codes)
    return LoopView(
        anker=adres.loop_anker(eerste.levenslijn),
        ook=tuple(adres.loop_anker(loop.levenslijn) for loop in groep[1:]),
        titel=titel(eerste),
        samen=f"en {aantal(len(groep) - 1, 'ander blok', 'andere blokken')} erna"
        if len(groep) > 1
        else "",
        elders=_elders(eerste, slug),
        strook=_strook(index, codes),
        tekst=_tekst(index, groep, pagina) if heel else None,
        weg=eerste.stappen[-1].placed is None,
        stappen=tuple(
            _stap(index, eerste, stap, per_versie[stap.versie], None if heel else pagina)
            for stap in reversed(eerste.stappen)
        ),
    )


def _elders(loop: LevenslijnGeschiedenis, slug: str) -> Link | None:
    nu = loop.stappen[-1].placed
    if nu is None or nu.onderdeel.slug == slug:
        return None
    return Link(adres.geschiedenis_alinea(nu.onderdeel.slug, loop.levenslijn), plaatsnaam(nu))


def _strook(index: Index, codes: Standen) -> tuple[LoopStand, ...]:
    """The strip; versions in a row in which nothing happened share a cell."""
    cellen: list[tuple[str, list[str]]] = []
    for versie_id, code in codes:
        if cellen and code in _RUSTIG and cellen[-1][0] == code:
            cellen[-1][1].append(nummer(index, versie_id))
        else:
            cellen.append((code, [nummer(index, versie_id)]))
    return tuple(LoopStand(code, _reeks(versies), STANDEN[code]) for code, versies in cellen)


def nummer(index: Index, versie_id: str) -> str:
    """The number of a version; the werkversie has none."""
    return index.versies[versie_id].nummer if versie_id in index.versies else versie_id


def _reeks(versies: Sequence[str]) -> str:
    if len(versies) < 3:
        return " en ".join(versies)
    return f"{versies[0]} t/m {versies[-1]}"


def _tekst(index: Index, groep: Sequence[LevenslijnGeschiedenis], pagina: str) -> Markup:
    """The text of paragraphs in which no word ever changed."""
    stap = next(stap for stap in reversed(groep[0].stappen) if stap.placed)
    blokken = [
        placed
        for loop in groep
        for placed in [next((s.placed for s in loop.stappen if s.versie == stap.versie), None)]
        if placed
    ]
    return index.opmaker.blokken(stap.versie, blokken, pagina)


def _stap(
    index: Index,
    loop: LevenslijnGeschiedenis,
    stap: LevenslijnStap,
    code: str,
    pagina: str | None,
) -> LoopStap:
    """One step; on ``pagina`` with its text: the first version as it was, others with renvooi."""
    plekken = [
        plek
        for plek in index.plekken_bij.get(loop.levenslijn, ())
        if plek.naar == stap.versie and stap.entry is not None
    ]
    return LoopStap(
        versie=hoofdletter(index.versie_naam(stap.versie)),
        href=_href(index, loop, stap),
        code=code,
        tekst=STANDEN[code],
        html=_html(index, stap, plekken, pagina) if pagina else None,
        beschrijvingen=tuple(dict.fromkeys(beschrijving(plek.plek) for plek in plekken)),
        wijzigingen=tuple(
            wijziging_kort(index, index.wijzigingen[w])
            for w in stap.wijzigingen
            if w in index.wijzigingen
        ),
        verwant=_verwant(index, loop, stap, code),
        verwant_als=VERWANT.get(code, ""),
    )


def _href(index: Index, loop: LevenslijnGeschiedenis, stap: LevenslijnStap) -> str:
    if stap.versie not in index.versies:
        if stap.placed is None:
            return adres.WERKVERSIE
        return f"{adres.werkversie(stap.placed.onderdeel.slug)}#{loop.levenslijn}"
    if stap.placed is None:
        return adres.versie(stap.versie)
    return adres.versie(stap.versie, stap.placed.onderdeel.slug, loop.levenslijn)


def _html(
    index: Index, stap: LevenslijnStap, plekken: Sequence[PlekInStap], pagina: str
) -> Markup | None:
    if plekken:
        return index.opmaker.plek(plekken, pagina)
    return index.opmaker.blokken(stap.versie, [stap.placed], pagina) if stap.placed else None


def _verwant(
    index: Index, loop: LevenslijnGeschiedenis, stap: LevenslijnStap, code: str
) -> tuple[Link, ...]:
    if stap.entry is None or code not in VERWANT:
        return ()
    blokken = (*stap.entry.old, stap.entry.placed, *_afgesplitst(index, loop, stap, code))
    placed = {p.id: p for p in blokken if p.id != loop.levenslijn}
    return tuple(
        Link(
            adres.geschiedenis_alinea(p.onderdeel.slug, line),
            shortened(p.block.words, TITEL),
        )
        for line, p in placed.items()
    )


def _afgesplitst(
    index: Index, loop: LevenslijnGeschiedenis, stap: LevenslijnStap, code: str
) -> tuple[PlacedBlock, ...]:
    """What was split from a paragraph in a step."""
    if code != "gesplitst":
        return ()
    blokken = index.dossier.history.blocks[index.dossier.index(stap.versie)]
    return tuple(placed for placed in blokken if loop.levenslijn in placed.uit)
