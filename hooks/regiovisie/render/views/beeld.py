"""Pictures of the registers, each with its numbers as a table.

Three of them: what came of the points about each onderdeel, how much of each onderdeel
changed in each version, and how points flow from those who made them to the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from regiovisie.registers.schema import Punt
from regiovisie.render.figuren import rooster, staven, stromen
from regiovisie.render.figuren.rooster import Rooster
from regiovisie.render.figuren.staven import Staven
from regiovisie.render.figuren.stromen import Stromen
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Link, hoofdletter
from regiovisie.render.views.index import Index
from regiovisie.render.views.labels import SOORTEN_INDIENER, UITKOMSTEN
from regiovisie.render.views.nota_punten import naam, slugs
from regiovisie.text.tokens import count_words

BREED = 920
SMAL = 340
"""Each picture comes in two widths, drawn at its own size: letters neither shrink nor grow."""


@dataclass(frozen=True, slots=True)
class Klasse:
    """Uitkomsten that pictures show as one, told apart by pattern as well as by colour."""

    code: str
    label: str
    kort: str
    """The label where there is little room."""
    uitkomsten: tuple[str, ...]


KLASSEN = (
    Klasse("ja", "overgenomen", "overgenomen", ("overgenomen",)),
    Klasse("deels", "gedeeltelijk overgenomen", "gedeeltelijk", ("deels",)),
    Klasse("nee", "niet overgenomen", "niet overgenomen", ("niet",)),
    Klasse("al", "stond al in de tekst", "stond er al", ("al-verwerkt",)),
    Klasse(
        "anders",
        "anders beantwoord",
        "anders beantwoord",
        ("uitvoering", "lokaal", "beantwoord", "kennisgeving"),
    ),
    Klasse("geen", "geen (openbaar) antwoord", "geen antwoord", ("onbekend", "open")),
)
_KLASSE_VAN = {uitkomst: k.code for k in KLASSEN for uitkomst in k.uitkomsten}


@dataclass(frozen=True, slots=True)
class TabelRij:
    """A row of the table beside a picture."""

    kop: Link
    """Without an address where the row leads nowhere."""
    cellen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tabel:
    """The numbers of a picture."""

    koppen: tuple[str, ...]
    rijen: tuple[TabelRij, ...]


@dataclass(frozen=True, slots=True)
class UitkomstFiguur:
    """What came of the points about each onderdeel."""

    breed: Staven
    smal: Staven
    legenda: tuple[Klasse, ...]
    in_woorden: str
    tabel: Tabel


@dataclass(frozen=True, slots=True)
class AandeelFiguur:
    """How much of each onderdeel changed in each version."""

    breed: Rooster
    smal: Rooster
    in_woorden: str
    tabel: Tabel


@dataclass(frozen=True, slots=True)
class StroomFiguur:
    """How points flow from those who made them, by what came of them, to the text."""

    breed: Stromen
    smal: tuple[Stromen, ...]
    """In two: to the uitkomst, and from there to the onderdeel."""
    legenda: tuple[Klasse, ...]
    in_woorden: str
    tabel: Tabel


@dataclass(frozen=True, slots=True)
class BeeldView:
    """All pictures; each is absent where there is nothing to draw."""

    uitkomsten: UitkomstFiguur | None
    aandelen: AandeelFiguur | None
    stromen: StroomFiguur | None
    voorbeeld: bool
    kruimels: tuple[Link, ...] = ()


def beeld(index: Index) -> BeeldView:
    """The page with every picture."""
    return BeeldView(
        uitkomsten=uitkomsten(index),
        aandelen=aandelen(index),
        stromen=stroom(index),
        voorbeeld=any(z.voorbeeld for z in index.project.zienswijzen),
    )


# --- what came of the points


def uitkomsten(index: Index) -> UitkomstFiguur | None:
    """Stacked bars per onderdeel; None without points."""
    namen = [naam(index, slug) for slug in slugs(index)]
    punten = [[p for p, _ in index.punten_van_onderdeel[slug]] for slug in slugs(index)]
    if not namen:
        return None
    rijen = [staven.Rij(n, per_klasse(p)) for n, p in zip(namen, punten, strict=True)]
    meeste = max(rijen, key=lambda rij: rij.totaal)
    leidend = sum(n for rij in rijen for code, n in rij.aantallen if code in ("ja", "deels"))
    return UitkomstFiguur(
        breed=staven.maak_staven(rijen, staven.Maten(BREED, label=290)),
        smal=staven.maak_staven(rijen, staven.Maten(SMAL, label=0)),
        legenda=_legenda(index),
        in_woorden=_waarover(meeste, sum(rij.totaal for rij in rijen), leidend),
        tabel=_uitkomst_tabel(index, punten),
    )


def _waarover(meeste: staven.Rij, alle: int, overgenomen: int) -> str:
    """What most points are about, and how many were taken over."""
    over = (
        f"De meeste punten gaan over {meeste.label} ({meeste.totaal})."
        if meeste.totaal < alle
        else f"{'Het enige punt gaat' if alle == 1 else 'Alle punten gaan'} over {meeste.label}."
    )
    if alle == 1:
        return f"{over} Het is geheel of gedeeltelijk overgenomen." if overgenomen else over
    return f"{over} Van alle {alle} punten {_overgenomen(overgenomen)}"


def _overgenomen(getal: int) -> str:
    if not getal:
        return "is er geen overgenomen."
    return f"{'is' if getal == 1 else 'zijn'} er {getal} geheel of gedeeltelijk overgenomen."


def per_klasse(punten: Iterable[Punt]) -> tuple[tuple[str, int], ...]:
    """Points counted by class, in the order of the classes, without empty ones."""
    telling = Counter(_KLASSE_VAN[punt.uitkomst] for punt in punten)
    return tuple((k.code, telling[k.code]) for k in KLASSEN if telling[k.code])


def _legenda(index: Index) -> tuple[Klasse, ...]:
    gezien = {_KLASSE_VAN[punt.uitkomst] for punt, _ in index.punten.values()}
    return tuple(klasse for klasse in KLASSEN if klasse.code in gezien)


def _uitkomst_tabel(index: Index, punten: Sequence[Sequence[Punt]]) -> Tabel:
    """Every uitkomst by itself, also those that the picture takes together."""
    gezien = {punt.uitkomst for rij in punten for punt in rij}
    codes = [code for code in UITKOMSTEN if code in gezien]
    rijen = []
    for slug, rij in zip(slugs(index), punten, strict=True):
        telling = Counter(punt.uitkomst for punt in rij)
        cellen = (str(len(rij)), *(str(telling[code]) for code in codes))
        rijen.append(TabelRij(Link(adres.nota_onderdeel(slug), naam(index, slug)), cellen))
    koppen = ("Onderdeel", "Punten", *(hoofdletter(UITKOMSTEN[c].tekst) for c in codes))
    return Tabel(koppen, tuple(rijen))


# --- how much of the text changed


def aandelen(index: Index) -> AandeelFiguur | None:
    """A grid of onderdelen by versions; None with a single version."""
    stappen = index.dossier.stappen
    if not stappen:
        return None
    per_stap = [_aandelen_van(index, van, naar) for van, naar in stappen]
    kolommen = [_kolom(index, naar) for _, naar in stappen]
    rijen = [
        rooster.Rij(index.onderdeel_namen[slug], tuple(stap.get(slug) for stap in per_stap))
        for slug in index.onderdeel_namen
    ]
    return AandeelFiguur(
        breed=rooster.maak_rooster(kolommen, rijen, rooster.Maten(BREED, label=290)),
        smal=rooster.maak_rooster(kolommen, rijen, rooster.Maten(SMAL, label=0)),
        in_woorden=_meest_veranderd(index, rijen),
        tabel=Tabel(
            (
                "Onderdeel",
                *(f"Van {index.versie_naam(v)} naar {index.versie_in_zin(n)}" for v, n in stappen),
            ),
            tuple(
                TabelRij(
                    Link(adres.geschiedenis(slug), index.onderdeel_namen[slug]),
                    tuple(map(_procent, rij.waarden)),
                )
                for slug, rij in zip(index.onderdeel_namen, rijen, strict=True)
            ),
        ),
    )


def _aandelen_van(index: Index, van: str, naar: str) -> dict[str, int]:
    """By slug, which share of the words of both texts came or went, in percent."""
    oud, nieuw = _woorden(index, van), _woorden(index, naar)
    aandeel = {}
    for onderdeel in index.dossier.vergelijking(van, naar).onderdelen:
        alle = oud.get(onderdeel.slug, 0) + nieuw.get(onderdeel.slug, 0)
        anders = onderdeel.telling.toegevoegd + onderdeel.telling.vervallen
        if alle:
            aandeel[onderdeel.slug] = _afgerond(anders, alle)
    return aandeel


def _afgerond(deel: int, geheel: int) -> int:
    """A percentage; what is not nothing never shows as nothing, nor what is not all as all."""
    if not 0 < deel < geheel:
        return 100 * min(deel, geheel) // geheel
    return min(max(round(100 * deel / geheel), 1), 99)


def _woorden(index: Index, versie_id: str) -> dict[str, int]:
    return {
        onderdeel.slug: sum(count_words(block.text) for block in onderdeel.blocks)
        for onderdeel in index.onderdelen(versie_id)
    }


def _meest_veranderd(index: Index, rijen: Sequence[rooster.Rij]) -> str:
    waarde, label, stap = max(
        (
            (waarde, rij.label, stap)
            for rij in rijen
            for stap, waarde in zip(index.dossier.stappen, rij.waarden, strict=True)
            if waarde is not None
        ),
        key=lambda gevonden: gevonden[0],
    )
    doel = index.versie_in_zin(stap[1])
    return f"Het meest veranderde {label} in de stap naar {doel}: {waarde} procent van de woorden."


def _kolom(index: Index, versie_id: str) -> str:
    versie = index.versies.get(versie_id)
    return f"naar {versie.nummer}" if versie else "werkversie"


def _procent(waarde: int | None) -> str:
    return "stond er niet" if waarde is None else f"{waarde}%"


# --- from who asked to the text


def stroom(index: Index) -> StroomFiguur | None:
    """Flows from kinds of indieners through uitkomsten to onderdelen; None without points."""
    paden: Counter[tuple[str, ...]] = Counter()
    for punt, zienswijze in index.punten.values():
        eerste = next((i for i in zienswijze.indieners if i in index.indieners), "")
        soort = index.indieners[eerste].soort if eerste else ""
        plaats = punt.plaats.onderdeel if punt.plaats else ""
        paden[soort, _KLASSE_VAN[punt.uitkomst], plaats] += 1
    if not paden:
        return None
    soorten = [
        stromen.Knoop(code, titel.partition(" van ")[0]) for code, titel in SOORTEN_INDIENER.items()
    ]
    klassen = [stromen.Knoop(k.code, k.kort, k.code) for k in KLASSEN]
    delen = [stromen.Knoop(slug, naam(index, slug)) for slug in slugs(index)]
    breed = stromen.Maten(
        BREED,
        (
            stromen.Kolom(180, 172, "end", 170),
            stromen.Kolom(420, 438, "start", 160),
            stromen.Kolom(640, 658, "start", BREED - 658),
        ),
    )
    smal = stromen.Maten(
        SMAL,
        (stromen.Kolom(0, 16, "start", 165), stromen.Kolom(SMAL - 10, SMAL - 16, "end", 175)),
        hoogte=320,
    )
    return StroomFiguur(
        breed=stromen.maak_stromen((soorten, klassen, delen), paden, breed),
        smal=(
            stromen.maak_stromen((soorten, klassen), _twee(paden, 0), smal),
            stromen.maak_stromen((klassen, delen), _twee(paden, 1), smal),
        ),
        legenda=_legenda(index),
        in_woorden=_meeste_stroom(paden),
        tabel=_stroom_tabel(paden),
    )


def _twee(paden: Counter[tuple[str, ...]], begin: int) -> Counter[tuple[str, ...]]:
    """The paths between two neighbouring columns."""
    telling: Counter[tuple[str, ...]] = Counter()
    for pad, getal in paden.items():
        telling[pad[begin : begin + 2]] += getal
    return telling


def _meeste_stroom(paden: Counter[tuple[str, ...]]) -> str:
    """Who made most points, and how many of theirs were taken over."""
    per_soort: Counter[str] = Counter()
    overgenomen: Counter[str] = Counter()
    for (soort, klasse, _), getal in paden.items():
        per_soort[soort] += getal
        overgenomen[soort] += getal if klasse in ("ja", "deels") else 0
    soort, getal = max(per_soort.items(), key=lambda paar: paar[1])
    wie = SOORTEN_INDIENER.get(soort, "Anderen").partition(" van ")[0]
    van = f"{wie[:1].lower()}{wie[1:]}"
    if len(per_soort) == 1:
        return f"Alle punten kwamen van: {van}."
    daarvan = _overgenomen(overgenomen[soort])
    return f"De meeste punten kwamen van: {van} ({getal}). Daarvan {daarvan}"


def _stroom_tabel(paden: Counter[tuple[str, ...]]) -> Tabel:
    """Kinds of indieners by class of uitkomst; what goes on to which onderdeel stands in the
    table of uitkomsten."""
    telling = _twee(paden, 0)
    klassen = [k for k in KLASSEN if any(pad[1] == k.code for pad in telling)]
    rijen = []
    for soort, titel in SOORTEN_INDIENER.items():
        getallen = [telling[soort, k.code] for k in klassen]
        if sum(getallen):
            cellen = (str(sum(getallen)), *map(str, getallen))
            rijen.append(TabelRij(Link("", titel), cellen))
    koppen = ("Indieners", "Punten", *(hoofdletter(k.label) for k in klassen))
    return Tabel(koppen, tuple(rijen))
