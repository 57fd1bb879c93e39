"""The registers as records of the open data: one function for each set.

Everything that a page shows of a record is in it, with the address of that page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from regiovisie.herkomst.dossier import PlekInStap
from regiovisie.publish.gegevens.vorm import Record, bron_records
from regiovisie.publish.uitgave import Uitgave
from regiovisie.registers.checksums import fingerprint
from regiovisie.registers.schema import (
    Gemeente,
    Plaats,
    Punt,
    Raadsbesluit,
    Versie,
    Wijziging,
    Zienswijze,
)
from regiovisie.render.beschrijving import beschrijving
from regiovisie.render.views import adres
from regiovisie.render.views.gegevens_adres import archief, tekstbestand
from regiovisie.render.views.labels import UITKOMSTEN


def versies(uitgave: Uitgave) -> Iterator[Record]:
    """Every frozen version, oldest first."""
    for versie in uitgave.dossier.versies:
        yield {
            "id": versie.id,
            "nummer": versie.nummer,
            "titel": versie.titel,
            "voorganger": versie.voorganger,
            "fase": versie.fase.fase,
            "datum": versie.fase.datum,
            "fasen": [
                {"fase": f.fase, "datum": f.datum, "bronnen": bron_records(f.alle_bronnen)}
                for f in versie.fasen
            ],
            "verzonden_aan": versie.verzonden_aan,
            "samenvatting": versie.samenvatting,
            "telt": versie.id == uitgave.dossier.geldend.id,
            "herkomst_volledig": versie.herkomst_volledig,
            "vingerafdruk": fingerprint(versie.checksums) if versie.checksums else None,
            "aantal_wijzigingen": _standing(uitgave, versie.id),
            "onderdelen": list(_onderdelen(uitgave, versie)),
            "archief": uitgave.adres(archief(versie.id)),
            "voorbeeld": versie.voorbeeld,
            "bronnen": bron_records([versie.bron]),
            "adres": uitgave.adres(adres.versie(versie.id)),
        }


def _standing(uitgave: Uitgave, versie_id: str) -> int:
    wijzigingen = uitgave.dossier.project.wijzigingen.get(versie_id, ())
    return sum(not wijziging.ingetrokken for wijziging in wijzigingen)


def _onderdelen(uitgave: Uitgave, versie: Versie) -> Iterator[Record]:
    for onderdeel in uitgave.index.onderdelen(versie.id):
        yield {
            "slug": onderdeel.slug,
            "nummer": onderdeel.nummer,
            "titel": onderdeel.titel,
            "markdown": uitgave.adres(tekstbestand(versie.id, onderdeel.bestand)),
            "adres": uitgave.adres(adres.versie(versie.id, onderdeel.slug)),
        }


def zienswijzen(uitgave: Uitgave) -> Iterator[Record]:
    """Every zienswijze with its points."""
    for zienswijze in uitgave.dossier.project.zienswijzen:
        origineel = zienswijze.origineel
        yield {
            "id": zienswijze.id,
            "soort": zienswijze.soort,
            "indieners": _namen(uitgave, zienswijze),
            "indiener_ids": zienswijze.indieners,
            "ronde": zienswijze.ronde,
            "versie": zienswijze.versie,
            "ontvangen": zienswijze.ontvangen,
            "binnen_termijn": zienswijze.binnen_termijn,
            "kenmerk": zienswijze.kenmerk,
            "origineel_titel": origineel.titel if origineel else None,
            "origineel_url": origineel.url if origineel else None,
            "samenvatting": zienswijze.inhoud or None,
            "beantwoord_door": zienswijze.beantwoord_door,
            "gecontroleerd_door": zienswijze.gecontroleerd_door,
            "aantal_punten": len(zienswijze.punten),
            "voorbeeld": zienswijze.voorbeeld,
            "bronnen": bron_records([zienswijze.bron]),
            "adres": uitgave.adres(adres.zienswijze(zienswijze.id)),
            "punten": [_punt(uitgave, zienswijze, punt) for punt in zienswijze.punten],
        }


def _namen(uitgave: Uitgave, zienswijze: Zienswijze) -> list[str]:
    return [indiener.naam for indiener in uitgave.index.indieners_van(zienswijze)]


def punten(uitgave: Uitgave) -> Iterator[Record]:
    """Every point of every zienswijze."""
    for zienswijze in uitgave.dossier.project.zienswijzen:
        for punt in zienswijze.punten:
            yield _punt(uitgave, zienswijze, punt)


def _punt(uitgave: Uitgave, zienswijze: Zienswijze, punt: Punt) -> Record:
    index = uitgave.index
    antwoord = index.antwoorden.get(punt.antwoord) if punt.antwoord else None
    return {
        "id": punt.id,
        "zienswijze": zienswijze.id,
        "indieners": _namen(uitgave, zienswijze),
        "versie": zienswijze.versie,
        "plaats": punt.plaats,
        "citaat": punt.citaat,
        "themas": punt.thema,
        "tekst": punt.tekst,
        "minderheid": punt.minderheid,
        "uitkomst": punt.uitkomst,
        "uitkomst_in_woorden": UITKOMSTEN[punt.uitkomst].tekst,
        "reactie": punt.reactie,
        "antwoord": punt.antwoord,
        "antwoord_tekst": antwoord.inhoud if antwoord else None,
        "zie": punt.zie,
        "wijzigingen": [w.id for w in index.wijzigingen_van_punt.get(punt.id, ())],
        "voorbeeld": punt.voorbeeld or zienswijze.voorbeeld,
        "adres": uitgave.adres(adres.punt(punt.id)),
    }


def wijzigingen(uitgave: Uitgave) -> Iterator[Record]:
    """Every change that stands, in the order of versions and register."""
    for wijziging in uitgave.index.wijzigingen.values():
        yield _wijziging(uitgave, wijziging)


def _wijziging(uitgave: Uitgave, wijziging: Wijziging) -> Record:
    dossier = uitgave.dossier
    van, naar = dossier.stap(wijziging.id)
    plekken = dossier.plekken(wijziging.id)
    return {
        "id": wijziging.id,
        "van": van,
        "versie": naar,
        "wat": wijziging.wat,
        "plaats": wijziging.plaats,
        "plaats_in_woorden": uitgave.index.plaats_tekst(naar, Plaats(wijziging.plaats)),
        "plaats_was": wijziging.plaats_was,
        "was": wijziging.was,
        "wordt": wijziging.wordt,
        "herkomst": wijziging.herkomst,
        "punten": wijziging.punten,
        "toelichting": wijziging.toelichting,
        "hele_paragraaf": dossier.is_whole_section(wijziging.id),
        "aantal_plekken": len(plekken),
        "voorbeeld": wijziging.voorbeeld,
        "adres": uitgave.adres(adres.wijziging(wijziging.id)),
        "plekken": [_plek(uitgave, plek) for plek in plekken],
        "daarna": [
            {"versie": v.naar, "wat": v.wat, "wijzigingen": v.wijzigingen}
            for v in dossier.vervolg(wijziging.id)
        ],
    }


def plekken(uitgave: Uitgave) -> Iterator[Record]:
    """Every place of every change."""
    for wijziging in uitgave.index.wijzigingen.values():
        for plek in uitgave.dossier.plekken(wijziging.id):
            record = dict(_plek(uitgave, plek))
            record |= {"wijziging": wijziging.id, "voorbeeld": wijziging.voorbeeld}
            yield record


def _plek(uitgave: Uitgave, gevonden: PlekInStap) -> Record:
    plek = gevonden.plek
    slug = gevonden.onderdeel.slug
    href = adres.vergelijking(gevonden.van, gevonden.naar, slug, plek.anker)
    return {
        "onderdeel": slug,
        "soort": plek.soort,
        "was": plek.was or None,
        "wordt": plek.wordt or None,
        "uitleg": beschrijving(plek) if plek.soort != "tekst" else None,
        "adres": uitgave.adres(href),
    }


def raadsbesluiten(uitgave: Uitgave) -> Iterator[Record]:
    """What each council decided: on earlier versions, then on the one that lies before it."""
    for gemeente in uitgave.dossier.project.gemeenten:
        for besluit in gemeente.eerdere_besluiten:
            yield _besluit(uitgave, gemeente, besluit, eerder=True)
        yield _besluit(uitgave, gemeente, gemeente.raadsbesluit, eerder=False)


def _besluit(
    uitgave: Uitgave, gemeente: Gemeente, besluit: Raadsbesluit, *, eerder: bool
) -> Record:
    return {
        "gemeente": gemeente.slug,
        "naam": gemeente.naam,
        "code": gemeente.code,
        "versie": besluit.versie,
        "status": besluit.status,
        "gepland": besluit.gepland,
        "datum": besluit.datum,
        "eerder": eerder,
        "zienswijze": gemeente.zienswijze,
        "voorbeeld": gemeente.voorbeeld,
        "bronnen": bron_records(besluit.alle_bronnen),
        "adres": uitgave.adres(adres.gemeente(gemeente.slug)),
    }


def moties(uitgave: Uitgave) -> Iterator[Record]:
    """Every motie of every council."""
    for gemeente in uitgave.dossier.project.gemeenten:
        for motie in gemeente.moties:
            yield {
                "id": motie.id,
                "gemeente": gemeente.slug,
                "titel": motie.titel,
                "datum": motie.datum,
                "uitslag": motie.uitslag,
                "tekst": motie.tekst,
                "vervolg": motie.vervolg,
                "voorbeeld": motie.voorbeeld or gemeente.voorbeeld,
                "bronnen": bron_records([motie.bron]),
                "adres": uitgave.adres(adres.motie(gemeente.slug, motie.id)),
            }


RECORDS: Mapping[str, Callable[[Uitgave], Iterator[Record]]] = {
    "versies": versies,
    "zienswijzen": zienswijzen,
    "punten": punten,
    "wijzigingen": wijzigingen,
    "plekken": plekken,
    "raadsbesluiten": raadsbesluiten,
    "moties": moties,
}
"""The records of each set by its name."""
