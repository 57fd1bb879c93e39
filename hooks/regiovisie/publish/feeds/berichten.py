"""What the feeds tell: one entry for each change, version or point, whatever the format.

The moment of an entry is that of the version that brought it, never that of a build. Of a vague
date it is the first day that is known; the date in words stands in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from regiovisie.publish.feeds.inhoud import Inhoud
from regiovisie.publish.uitgave import Uitgave
from regiovisie.registers.datum import Datum
from regiovisie.registers.schema import Punt, Versie, Wijziging, Zienswijze
from regiovisie.render.beschrijving import beschrijving
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Link, aantal, hoofdletter, opsomming
from regiovisie.render.views.bij_pagina import BijPagina
from regiovisie.render.views.labels import (
    FASEN,
    HERKOMSTEN,
    SOORTEN_ZIENSWIJZE,
    UITKOMSTEN,
    UITLEG_HERKOMSTEN,
)

ONBEKEND = date(1970, 1, 1)
"""The day of what has no known date: a feed must give one."""
LANGST = 60
"""How many words of a change stand in an entry; all of them are on its page."""


@dataclass(frozen=True, slots=True)
class Bericht:
    """One entry."""

    adres: str
    """Its page, in full: also its id, for it never changes."""
    titel: str
    dag: date
    inhoud: Inhoud
    soort: str
    """A word to filter on: the herkomst of a change, the uitkomst of a point."""
    voorbeeld: bool


@dataclass(frozen=True, slots=True)
class Stroom:
    """One feed."""

    href: str
    """Where it stands in the site."""
    adres: str
    pagina: str
    """The page that it belongs to, in full."""
    titel: str
    uitleg: str
    auteur: str
    dag: date
    """The day of the newest entry; without entries that of the text that counts."""
    berichten: tuple[Bericht, ...]
    """The newest first."""


def alle_stromen(uitgave: Uitgave) -> Iterator[Stroom]:
    """Every feed of the site."""
    bij = BijPagina(uitgave.index)
    per_wijziging = {
        w.id: _van_wijziging(uitgave, w)
        for w in uitgave.index.wijzigingen.values()
        if uitgave.dossier.stap(w.id)[1] in uitgave.index.versies
    }
    alle = per_wijziging.values()
    uitleg = "Elke wijziging, met de reden."
    yield _stroom(uitgave, bij.wijzigingen, adres.WIJZIGINGEN, uitleg, alle)
    versies = [_van_versie(uitgave, versie) for versie in uitgave.dossier.versies]
    yield _stroom(uitgave, bij.versies, adres.VERSIES, "Elke versie van de tekst.", versies)
    for slug in uitgave.index.onderdeel_namen:
        namen = uitgave.index.wijzigingen_van_onderdeel.get(slug, ())
        eigen = [per_wijziging[naam] for naam in namen if naam in per_wijziging]
        uitleg = "Elke wijziging in dit onderdeel, met de reden."
        yield _stroom(uitgave, bij.onderdeel(slug), adres.geschiedenis(slug), uitleg, eigen)
    for slug in uitgave.index.indieners:
        zienswijzen = uitgave.index.zienswijzen_van.get(slug, ())
        punten = [_van_punt(uitgave, z, punt) for z in zienswijzen for punt in z.punten]
        uitleg = "Wat er met elk punt is gedaan."
        yield _stroom(uitgave, bij.indiener(slug), adres.indiener(slug), uitleg, punten)


def _stroom(
    uitgave: Uitgave, link: Link, pagina: str, uitleg: str, berichten: Iterable[Bericht]
) -> Stroom:
    regio = uitgave.index.regio
    nieuwste_eerst = sorted(berichten, key=lambda bericht: bericht.dag)[::-1]
    gezag = "" if regio.officieel else " Een reconstructie in eigen woorden, zonder gezag."
    return Stroom(
        href=link.href,
        adres=uitgave.adres(link.href),
        pagina=uitgave.adres(pagina),
        titel=f"{link.tekst} – {regio.korte_naam}",
        uitleg=f"{uitleg}{gezag}",
        auteur=regio.contact.naam if regio.contact else regio.naam,
        dag=max((b.dag for b in nieuwste_eerst), default=_dag(uitgave.dossier.geldend.fase.datum)),
        berichten=tuple(nieuwste_eerst),
    )


def _dag(datum: Datum | None) -> date:
    return (datum and (datum.vanaf or datum.tot)) or ONBEKEND


def _titel(kop: str, *, voorbeeld: bool) -> str:
    return f"Voorbeeld: {kop}" if voorbeeld else kop


# --- changes


def _van_wijziging(uitgave: Uitgave, wijziging: Wijziging) -> Bericht:
    index = uitgave.index
    versie = index.versies[uitgave.dossier.stap(wijziging.id)[1]]
    plaats = index.plaats_tekst(versie.id, wijziging.plaats)
    inhoud = Inhoud()
    inhoud.alinea(f"Versie {versie.nummer} ({versie.fasen[0].datum}): {plaats}.")
    _woorden(inhoud, uitgave, wijziging)
    _redenen(inhoud, uitgave, wijziging)
    return Bericht(
        adres=uitgave.adres(adres.wijziging(wijziging.id)),
        titel=_titel(f"{wijziging.id} in {plaats}", voorbeeld=wijziging.voorbeeld),
        dag=_dag(versie.fasen[0].datum),
        inhoud=inhoud,
        soort=wijziging.herkomst,
        voorbeeld=wijziging.voorbeeld,
    )


def _woorden(inhoud: Inhoud, uitgave: Uitgave, wijziging: Wijziging) -> None:
    """The words of each place that it quotes; where it quotes none, what happened there."""
    for _, doel in wijziging.doelen:
        if doel.was or doel.wordt:
            inhoud.verschil(_kort(doel.was), _kort(doel.wordt))
    if not (wijziging.was or wijziging.wordt):
        for plek in uitgave.dossier.plekken(wijziging.id)[:3]:
            inhoud.alinea(f"{beschrijving(plek.plek)}.")


def _kort(tekst: str | None) -> str:
    woorden = (tekst or "").split()
    rest = len(woorden) - LANGST
    return " ".join(woorden[:LANGST]) + (f" … (nog {rest} woorden)" if rest > 0 else "")


def _redenen(inhoud: Inhoud, uitgave: Uitgave, wijziging: Wijziging) -> None:
    """The cause in words, with who asked for it."""
    index = uitgave.index
    label = HERKOMSTEN[wijziging.herkomst].tekst
    inhoud.alinea(f"Herkomst: {label}. {UITLEG_HERKOMSTEN[wijziging.herkomst]}")
    if wijziging.toelichting:
        inhoud.alinea(wijziging.toelichting)
    for punt_id in wijziging.punten:
        if punt_id in index.punten:
            punt, zienswijze = index.punten[punt_id]
            wie = opsomming([indiener.naam for indiener in index.indieners_van(zienswijze)])
            inhoud.link(
                "Gevraagd door ",
                f"{wie} ({punt_id})",
                uitgave.adres(adres.punt(punt_id)),
                f": {punt.tekst}",
            )


# --- versions


def _van_versie(uitgave: Uitgave, versie: Versie) -> Bericht:
    inhoud = Inhoud()
    for fase in versie.fasen:
        inhoud.alinea(f"{hoofdletter(FASEN[fase.fase].tekst)}: {fase.datum}.")
    inhoud.alinea(" ".join(versie.samenvatting.split()))
    if versie.voorganger:
        naam = uitgave.index.versie_naam(versie.voorganger)
        href = adres.vergelijking(versie.voorganger, versie.id)
        inhoud.link("", f"Alle verschillen met {naam}", uitgave.adres(href), ".")
    kop = f"Versie {versie.nummer}: {versie.titel}"
    return Bericht(
        adres=uitgave.adres(adres.versie(versie.id)),
        titel=_titel(kop, voorbeeld=versie.voorbeeld),
        dag=max(_dag(fase.datum) for fase in versie.fasen),
        inhoud=inhoud,
        soort=versie.fase.fase,
        voorbeeld=versie.voorbeeld,
    )


# --- points


def _van_punt(uitgave: Uitgave, zienswijze: Zienswijze, punt: Punt) -> Bericht:
    index = uitgave.index
    uitkomst = UITKOMSTEN[punt.uitkomst]
    soort = SOORTEN_ZIENSWIJZE[zienswijze.soort]
    voorbeeld = punt.voorbeeld or zienswijze.voorbeeld
    inhoud = Inhoud()
    inhoud.alinea(f"{soort} {zienswijze.id}, ontvangen: {zienswijze.ontvangen}.")
    inhoud.alinea(f"Gevraagd: {punt.tekst}")
    inhoud.alinea(f"Wat ermee is gedaan: {uitkomst.tekst}.")
    if punt.reactie:
        inhoud.alinea(f"Antwoord: {punt.reactie}")
    antwoord = index.antwoorden.get(punt.antwoord) if punt.antwoord else None
    if antwoord:
        inhoud.link("Antwoord: ", antwoord.titel, uitgave.adres(adres.antwoord(antwoord.id)), ".")
    wijzigingen = index.wijzigingen_van_punt.get(punt.id, ())
    if wijzigingen:
        telling = aantal(len(wijzigingen), "wijziging", "wijzigingen")
        inhoud.alinea(f"Dit punt leidde tot {telling}: {opsomming([w.id for w in wijzigingen])}.")
    for wijziging in wijzigingen:
        inhoud.link("", wijziging.id, uitgave.adres(adres.wijziging(wijziging.id)), ":")
        _woorden(inhoud, uitgave, wijziging)
    return Bericht(
        adres=uitgave.adres(adres.punt(punt.id)),
        titel=_titel(f"{punt.id}: {uitkomst.tekst}", voorbeeld=voorbeeld),
        dag=_antwoorddag(uitgave, zienswijze, wijzigingen),
        inhoud=inhoud,
        soort=punt.uitkomst,
        voorbeeld=voorbeeld,
    )


def _antwoorddag(
    uitgave: Uitgave, zienswijze: Zienswijze, wijzigingen: Iterable[Wijziging]
) -> date:
    """The day of the last version that the point changed, else of its receipt."""
    stappen = (uitgave.dossier.stap(wijziging.id)[1] for wijziging in wijzigingen)
    versies = (uitgave.index.versies[naar] for naar in stappen if naar in uitgave.index.versies)
    return max([_dag(zienswijze.ontvangen), *(_dag(versie.fasen[0].datum) for versie in versies)])
