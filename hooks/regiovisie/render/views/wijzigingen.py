"""The register of changes with its books, its groups, and the permanent page of one change."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from regiovisie.registers.schema import Wijziging
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Deel, Link, aantal, balk, hoofdletter
from regiovisie.render.views.boeken import Boeken, boeken, stap_naam
from regiovisie.render.views.index import Index
from regiovisie.render.views.labels import HERKOMSTEN, UITLEG_HERKOMSTEN
from regiovisie.render.views.wijziging_kort import WijzigingMetPlekken, wijziging_met_plekken
from regiovisie.render.views.wijziging_regel import WijzigingRegel, wijziging_regel
from regiovisie.render.views.zienswijzen import PuntView, punt_view

OP_EEN_PAGINA = 300
"""With more changes than this the register refers to a page per step."""
KRUIMEL = Link(adres.WIJZIGINGEN, "Wijzigingen")


@dataclass(frozen=True, slots=True)
class Groep:
    """The changes of one step, herkomst or onderdeel."""

    code: str
    naam: str
    href: str
    telling: str
    aantal: int


@dataclass(frozen=True, slots=True)
class Kenmerk:
    """What changes can be grouped by."""

    code: str
    naam: str
    groepen: tuple[Groep, ...]


@dataclass(frozen=True, slots=True)
class StapGroep:
    """The changes of one step."""

    code: str
    titel: str
    vergelijking: str
    pagina: str
    telling: str
    balk: tuple[Deel, ...]
    regels: tuple[WijzigingRegel, ...]
    """Empty where they stand on the page of the step."""
    herkomst_volledig: bool
    ingetrokken: tuple[str, ...]
    """Numbers that were given out and are not used again."""


@dataclass(frozen=True, slots=True)
class WijzigingenView:
    """The whole register."""

    telling: str
    boeken: Boeken
    kenmerken: tuple[Kenmerk, ...]
    stappen: tuple[StapGroep, ...]
    bron: tuple[str, ...]
    """The pages that hold the rows, where this one does not."""
    kruimels: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class GroepView:
    """The page of one group."""

    titel: str
    code: str
    uitleg: str
    telling: str
    regels: tuple[WijzigingRegel, ...]
    vergelijking: str
    """Of a step: the address where its differences show."""
    herkomst_volledig: bool
    andere: tuple[Groep, ...]
    kruimel: str
    kruimels: tuple[Link, ...] = (KRUIMEL,)


@dataclass(frozen=True, slots=True)
class WijzigingView:
    """One change."""

    id: str
    kruimel: str
    adres: str
    """The address of the page, from the root of the site: it never changes."""
    wijziging: WijzigingMetPlekken
    stap: Link
    plaatsen: tuple[str, ...]
    """Every place that its entry names, each once."""
    uitleg: str
    """What its herkomst means."""
    herkomst_volledig: bool
    """Whether all causes of its step are known."""
    punten: tuple[tuple[PuntView, tuple[Link, ...]], ...]
    """Each point that asked for it, with who did."""
    paren: tuple[Link, ...]
    """Every pair in which it shows, its own step first."""
    weggevallen: tuple[Link, ...]
    """Pairs over whose steps nothing of it is left."""
    vorige: Link | None
    volgende: Link | None
    kruimels: tuple[Link, ...] = (KRUIMEL,)


def wijzigingen(index: Index) -> WijzigingenView:
    """All changes, the newest step first."""
    alle = index.wijzigingen
    heel = len(alle) <= OP_EEN_PAGINA
    stappen = tuple(_stap_groep(index, naar, heel=heel) for naar in _stappen(index))
    return WijzigingenView(
        telling=aantal(len(alle), "wijziging", "wijzigingen"),
        boeken=boeken(index),
        kenmerken=kenmerken(index),
        stappen=stappen,
        bron=() if heel else tuple(stap.pagina for stap in stappen),
    )


def kenmerken(index: Index) -> tuple[Kenmerk, ...]:
    """What changes can be grouped by, with the groups that hold any."""
    herkomsten: Counter[str] = Counter(w.herkomst for w in index.wijzigingen.values())
    return (
        Kenmerk(
            "stap",
            "Stap",
            tuple(
                _groep("stap", naar, stap_naam(index, index.dossier.stap(ids[0])), len(ids))
                for naar, ids in _stappen(index).items()
            ),
        ),
        Kenmerk(
            "herkomst",
            "Herkomst",
            tuple(
                _groep("herkomst", code, hoofdletter(label.tekst), herkomsten[code])
                for code, label in HERKOMSTEN.items()
                if herkomsten[code]
            ),
        ),
        Kenmerk(
            "onderdeel",
            "Onderdeel",
            tuple(
                _groep("onderdeel", slug, naam, len(index.wijzigingen_van_onderdeel[slug]))
                for slug, naam in index.onderdeel_namen.items()
                if slug in index.wijzigingen_van_onderdeel
            ),
        ),
    )


def groep_view(index: Index, kenmerk: Kenmerk, groep: Groep) -> GroepView:
    """The page of one group."""
    ids = _ids(index, kenmerk.code, groep.code)
    is_stap = kenmerk.code == "stap"
    stap = index.dossier.stap(ids[0]) if is_stap else None
    versie = index.versies.get(groep.code) if is_stap else None
    return GroepView(
        titel=_groep_titel(kenmerk.code, groep.naam),
        code=groep.code,
        uitleg=UITLEG_HERKOMSTEN.get(groep.code, "") if kenmerk.code == "herkomst" else "",
        telling=groep.telling,
        regels=tuple(wijziging_regel(index, index.wijzigingen[i]) for i in ids),
        vergelijking=adres.vergelijking(*stap) if stap else "",
        herkomst_volledig=versie.herkomst_volledig if versie else True,
        andere=tuple(ander for ander in kenmerk.groepen if ander != groep),
        kruimel=groep.naam,
    )


def wijziging(index: Index, record: Wijziging) -> WijzigingView:
    """One change with its places, its cause, and the pairs in which it shows."""
    van, naar = index.dossier.stap(record.id)
    pagina = adres.wijziging(record.id)
    plaatsen = [record.plaats, *(ook.plaats for ook in record.ook_op)]
    punten = [index.punten[punt_id] for punt_id in record.punten if punt_id in index.punten]
    versie = index.versies.get(naar)
    vorige, volgende = index.wijziging_buren[record.id]
    return WijzigingView(
        id=record.id,
        kruimel=record.id,
        adres=pagina,
        wijziging=wijziging_met_plekken(index, record, pagina),
        stap=Link(adres.vergelijking(van, naar), stap_naam(index, (van, naar))),
        plaatsen=tuple(dict.fromkeys(index.plaats_tekst(naar, plaats) for plaats in plaatsen)),
        uitleg=UITLEG_HERKOMSTEN[record.herkomst],
        herkomst_volledig=versie.herkomst_volledig if versie else True,
        punten=tuple(
            (punt_view(index, z, p, pagina, met_plekken=False), index.indiener_links(z))
            for p, z in punten
        ),
        paren=_paar_links(index, index.paren_met.get(record.id, ())),
        weggevallen=_paar_links(index, index.paren_zonder.get(record.id, ())),
        vorige=Link(adres.wijziging(vorige), vorige) if vorige else None,
        volgende=Link(adres.wijziging(volgende), volgende) if volgende else None,
    )


def _stappen(index: Index) -> dict[str, list[str]]:
    """The ids of the changes by the version that they belong to, the newest first."""
    per_stap: dict[str, list[str]] = defaultdict(list)
    for wijziging_id in index.wijzigingen:
        per_stap[index.dossier.stap(wijziging_id)[1]].append(wijziging_id)
    return {naar: per_stap[naar] for naar in reversed(index.dossier.ids) if naar in per_stap}


def _groep(kenmerk: str, code: str, naam: str, getal: int) -> Groep:
    telling = aantal(getal, "wijziging", "wijzigingen")
    return Groep(code, naam, adres.wijzigingen_van(kenmerk, code), telling, getal)


def _groep_titel(kenmerk: str, naam: str) -> str:
    if kenmerk == "stap":
        return f"Wijzigingen {naam[:1].lower()}{naam[1:]}"
    return f"Wijzigingen in {naam}" if kenmerk == "onderdeel" else f"Wijzigingen: {naam.lower()}"


def _ids(index: Index, kenmerk: str, code: str) -> Sequence[str]:
    if kenmerk == "onderdeel":
        return index.wijzigingen_van_onderdeel[code]
    if kenmerk == "stap":
        return _stappen(index)[code]
    return [w.id for w in index.wijzigingen.values() if w.herkomst == code]


def _stap_groep(index: Index, naar: str, *, heel: bool) -> StapGroep:
    records = [index.wijzigingen[i] for i in _stappen(index)[naar]]
    stap = index.dossier.stap(records[0].id)
    telling: Counter[str] = Counter(record.herkomst for record in records)
    versie = index.versies.get(naar)
    return StapGroep(
        code=naar,
        titel=stap_naam(index, stap),
        vergelijking=adres.vergelijking(*stap),
        pagina=adres.wijzigingen_van("stap", naar),
        telling=aantal(len(records), "wijziging", "wijzigingen"),
        balk=balk((label, telling[code]) for code, label in HERKOMSTEN.items()),
        regels=tuple(wijziging_regel(index, record) for record in records) if heel else (),
        herkomst_volledig=versie.herkomst_volledig if versie else True,
        ingetrokken=tuple(w.id for w in index.project.wijzigingen.get(naar, ()) if w.ingetrokken),
    )


def _paar_links(index: Index, paren: Iterable[tuple[str, str]]) -> tuple[Link, ...]:
    return tuple(
        Link(
            adres.vergelijking(van, naar),
            f"{hoofdletter(index.versie_naam(van))} en {index.versie_naam(naar)}",
        )
        for van, naar in paren
    )
