"""The register of zienswijzen, and the page of one zienswijze as a receipt.

A receipt counts first ("4 punten: 2 overgenomen, 1 gedeeltelijk overgenomen, 1 niet
overgenomen"), then gives per point what was asked, the answer, and the changed words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from regiovisie.registers.schema import Punt, Ronde, Zienswijze
from regiovisie.render.markdown import to_html
from regiovisie.render.views import adres
from regiovisie.render.views.basis import (
    BronView,
    Deel,
    Label,
    Link,
    aantal,
    balk,
    hoofdletter,
    opsomming,
)
from regiovisie.render.views.index import Index, bron_view
from regiovisie.render.views.kader import contact_link
from regiovisie.render.views.labels import BINNEN_TERMIJN, SOORTEN_ZIENSWIJZE, UITKOMSTEN
from regiovisie.render.views.wijziging_kort import (
    WijzigingMetPlekken,
    wijziging_kort,
    wijziging_met_plekken,
)


@dataclass(frozen=True, slots=True)
class AntwoordView:
    """A thematic answer, in full."""

    id: str
    anker: str
    titel: str
    href: str
    inhoud: Markup
    voorbeeld: bool


@dataclass(frozen=True, slots=True)
class PuntView:
    """One point: asked, answered, changed."""

    id: str
    anker: str
    href: str
    tekst: Markup
    plaats: Link | None
    citaat: str | None
    themas: tuple[str, ...]
    minderheid: str | None
    uitkomst: Label
    reactie: Markup | None
    antwoord: AntwoordView | None
    zie: Link | None
    bron: BronView | None
    voorbeeld: bool
    wijzigingen: tuple[WijzigingMetPlekken, ...]


@dataclass(frozen=True, slots=True)
class ZienswijzeRij:
    """One zienswijze in a list."""

    id: str
    href: str
    indieners: str
    soort: Label
    versie_id: str
    versie: Link
    ontvangen: str
    samenvatting: str
    balk: tuple[Deel, ...]
    gemeenten: tuple[str, ...]
    uitkomsten: tuple[str, ...]
    voorbeeld: bool


@dataclass(frozen=True, slots=True)
class RondeGroep:
    """The zienswijzen of one ronde."""

    anker: str
    titel: str
    periode: str
    loopt: bool
    toelichting: str | None
    versie: Link
    bron: BronView | None
    voorbeeld: bool
    zienswijzen: tuple[ZienswijzeRij, ...]


@dataclass(frozen=True, slots=True)
class ZienswijzenView:
    """The register of zienswijzen."""

    telling: str
    geleid: str
    balk: tuple[Deel, ...]
    rondes: tuple[RondeGroep, ...]
    soorten: tuple[Label, ...]
    versies: tuple[Label, ...]
    gemeenten: tuple[Label, ...]
    uitkomsten: tuple[Label, ...]
    """The choices of the filters: only what occurs."""
    kruimels: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class ZienswijzeView:
    """One zienswijze as a receipt."""

    id: str
    titel: str
    kruimel: str
    soort: str
    indieners: tuple[Link, ...]
    ronde: str
    versie: Link
    ontvangen: str
    termijn: str
    kenmerk: str | None
    origineel: Link | None
    beantwoord_door: str | None
    gecontroleerd_door: str | None
    inhoud: Markup
    telling: str
    """In full: ``3 punten: 2 overgenomen, 1 niet overgenomen``."""
    aantal: str
    """``3 punten``."""
    geleid: str
    """How many points led to a change, in a sentence."""
    balk: tuple[Deel, ...]
    punten: tuple[PuntView, ...]
    contact: Link | None
    bron: BronView | None
    voorbeeld: bool
    kruimels: tuple[Link, ...]


def zienswijzen(index: Index) -> ZienswijzenView:
    """The whole register, per ronde."""
    alle = index.project.zienswijzen
    punten = [punt for zienswijze in alle for punt in zienswijze.punten]
    rijen = [zienswijze_rij(index, zienswijze) for zienswijze in alle]
    gemeenten = {g for rij in rijen for g in rij.gemeenten}
    return ZienswijzenView(
        telling=(
            f"{aantal(len(alle), 'zienswijze', 'zienswijzen')} met "
            f"{aantal(len(punten), 'punt', 'punten')}"
        ),
        geleid=geleid(index, punten),
        balk=uitkomst_balk(punten),
        rondes=tuple(_ronde_groep(index, ronde) for ronde in index.regio.rondes),
        soorten=tuple(
            Label(code, tekst)
            for code, tekst in SOORTEN_ZIENSWIJZE.items()
            if any(rij.soort.code == code for rij in rijen)
        ),
        versies=tuple(
            Label(v.id, hoofdletter(index.versie_naam(v.id)))
            for v in index.versies.values()
            if any(zienswijze.versie == v.id for zienswijze in alle)
        ),
        gemeenten=tuple(Label(g, index.gemeenten[g].naam) for g in sorted(gemeenten)),
        uitkomsten=tuple(
            label for label in UITKOMSTEN.values() if any(p.uitkomst == label.code for p in punten)
        ),
    )


def zienswijze(index: Index, record: Zienswijze) -> ZienswijzeView:
    """The receipt of one zienswijze."""
    indieners = index.indiener_links(record)
    ronde = next((r for r in index.regio.rondes if r.id == record.ronde), None)
    soort = SOORTEN_ZIENSWIJZE[record.soort]
    origineel = record.origineel
    return ZienswijzeView(
        id=record.id,
        titel=zienswijze_titel(index, record),
        kruimel=record.id,
        soort=soort,
        indieners=indieners,
        ronde=f"{ronde.titel} ({ronde.periode})" if ronde else record.ronde,
        versie=_versie_link(index, record.versie),
        ontvangen=str(record.ontvangen),
        termijn=BINNEN_TERMIJN.get(record.binnen_termijn, ""),
        kenmerk=record.kenmerk,
        origineel=Link(origineel.url or "", origineel.titel) if origineel else None,
        beantwoord_door=record.beantwoord_door,
        gecontroleerd_door=record.gecontroleerd_door,
        inhoud=to_html(record.inhoud, _bestand(record), adres.zienswijze(record.id)),
        telling=tel_punten(record.punten),
        aantal=aantal(len(record.punten), "punt", "punten"),
        geleid=geleid(index, record.punten),
        balk=uitkomst_balk(record.punten),
        punten=tuple(punt_view(index, record, punt) for punt in record.punten),
        contact=contact_link(index.regio.contact),
        bron=bron_view(record.bron),
        voorbeeld=record.voorbeeld,
        kruimels=(Link(adres.ZIENSWIJZEN, "Zienswijzen"),),
    )


def zienswijze_titel(index: Index, record: Zienswijze) -> str:
    """The title of its page: ``Advies van Voorbeeldadviesraad Veenhoek``, with its id."""
    namen = opsomming([link.tekst for link in index.indiener_links(record)])
    return f"{SOORTEN_ZIENSWIJZE[record.soort]} van {namen} ({record.id})"


def zienswijze_rij(index: Index, record: Zienswijze) -> ZienswijzeRij:
    """One zienswijze as a row."""
    indieners = [index.indieners[slug] for slug in record.indieners if slug in index.indieners]
    gemeenten = {i.gemeente for i in indieners if i.gemeente and i.gemeente in index.gemeenten}
    return ZienswijzeRij(
        id=record.id,
        href=adres.zienswijze(record.id),
        indieners=opsomming([indiener.naam for indiener in indieners]),
        soort=Label(record.soort, SOORTEN_ZIENSWIJZE[record.soort]),
        versie_id=record.versie,
        versie=_versie_link(index, record.versie),
        ontvangen=str(record.ontvangen),
        samenvatting=tel_punten(record.punten),
        balk=uitkomst_balk(record.punten),
        gemeenten=tuple(sorted(gemeenten)),
        uitkomsten=tuple(u for u in UITKOMSTEN if any(p.uitkomst == u for p in record.punten)),
        voorbeeld=record.voorbeeld,
    )


def punt_view(
    index: Index,
    zienswijze: Zienswijze,
    punt: Punt,
    pagina: str = "",
    *,
    met_plekken: bool = True,
) -> PuntView:
    """One point on the page ``pagina``; by default the page of its zienswijze.

    Without ``met_plekken`` its changes are named, but their words are left out.
    """
    pagina = pagina or adres.zienswijze(zienswijze.id)
    bestand = _bestand(zienswijze)
    return PuntView(
        id=punt.id,
        anker=adres.anker(punt.id),
        href=adres.punt(punt.id),
        tekst=to_html(punt.tekst, bestand, pagina),
        plaats=index.plaats_link(zienswijze.versie, punt.plaats) if punt.plaats else None,
        citaat=punt.citaat,
        themas=tuple(index.regio.themas.get(thema, thema) for thema in punt.thema),
        minderheid=punt.minderheid,
        uitkomst=UITKOMSTEN[punt.uitkomst],
        reactie=to_html(punt.reactie, bestand, pagina) if punt.reactie else None,
        antwoord=antwoord_view(index, punt.antwoord, pagina) if punt.antwoord else None,
        zie=index.plaats_link(index.dossier.geldend.id, punt.zie) if punt.zie else None,
        bron=bron_view(punt.bron),
        voorbeeld=punt.voorbeeld or zienswijze.voorbeeld,
        wijzigingen=tuple(
            wijziging_met_plekken(index, wijziging, pagina)
            if met_plekken
            else WijzigingMetPlekken(wijziging_kort(index, wijziging), ())
            for wijziging in index.wijzigingen_van_punt.get(punt.id, ())
        ),
    )


def antwoord_view(index: Index, antwoord_id: str, pagina: str) -> AntwoordView | None:
    """A thematic answer as it stands on the page ``pagina``."""
    antwoord = index.antwoorden.get(antwoord_id)
    if antwoord is None:
        return None
    return AntwoordView(
        id=antwoord.id,
        anker=adres.anker(antwoord.id),
        titel=antwoord.titel,
        href=adres.antwoord(antwoord.id),
        inhoud=to_html(antwoord.inhoud, f"antwoorden/{antwoord.id.lower()}.md", pagina),
        voorbeeld=antwoord.voorbeeld,
    )


def tel_punten(punten: Iterable[Punt]) -> str:
    """Points counted in words: ``3 punten: 2 overgenomen, 1 niet overgenomen``."""
    telling: Counter[str] = Counter(punt.uitkomst for punt in punten)
    if not telling:
        return "geen openbare punten"
    delen = [
        f"{telling[code]} {label.tekst}" for code, label in UITKOMSTEN.items() if telling[code]
    ]
    return f"{aantal(telling.total(), 'punt', 'punten')}: {', '.join(delen)}"


def geleid(index: Index, punten: Sequence[Punt]) -> str:
    """How many of the points led to a change in the text, in a sentence; empty without points.

    Of a point whose answer is not public, or not there yet, nothing is claimed.
    """
    telling = Counter(punt.uitkomst for punt in punten)
    zinnen = []
    beantwoord = telling.total() - telling["onbekend"] - telling["open"]
    if beantwoord:
        leidend = sum(punt.id in index.wijzigingen_van_punt for punt in punten)
        zinnen.append(_leidend(leidend, beantwoord, len(punten)))
    if telling["onbekend"]:
        van = aantal(telling["onbekend"], "punt", "punten")
        zinnen.append(f"Van {van} is het antwoord niet openbaar.")
    if telling["open"]:
        van = aantal(telling["open"], "punt", "punten")
        zinnen.append(f"Van {van} is er nog geen antwoord.")
    return " ".join(zinnen)


def _leidend(leidend: int, beantwoord: int, alle: int) -> str:
    if alle == 1:
        return f"Het punt leidde {'' if leidend else 'niet '}tot een wijziging in de tekst."
    if not leidend:
        welke = "punten" if beantwoord == alle else "punten met een antwoord"
        return f"Geen van de {welke} leidde tot een wijziging in de tekst."
    werkwoord = "leidde" if leidend == 1 else "leidden"
    return f"{leidend} van de {alle} punten {werkwoord} tot een wijziging in de tekst."


def uitkomst_balk(punten: Iterable[Punt]) -> tuple[Deel, ...]:
    """Points by outcome, as a bar."""
    telling: Counter[str] = Counter(punt.uitkomst for punt in punten)
    return balk((label, telling[code]) for code, label in UITKOMSTEN.items())


def _ronde_groep(index: Index, ronde: Ronde) -> RondeGroep:
    return RondeGroep(
        anker=f"ronde-{ronde.id}",
        titel=ronde.titel,
        periode=ronde.periode,
        loopt=ronde.status == "loopt",
        toelichting=ronde.toelichting,
        versie=_versie_link(index, ronde.versie),
        bron=bron_view(ronde.bron),
        voorbeeld=ronde.voorbeeld,
        zienswijzen=tuple(
            zienswijze_rij(index, z) for z in index.project.zienswijzen if z.ronde == ronde.id
        ),
    )


def _versie_link(index: Index, versie_id: str) -> Link:
    return Link(adres.versie(versie_id), index.versie_naam(versie_id))


def _bestand(record: Zienswijze) -> str:
    return f"zienswijzen/{record.id.lower()}.md"
