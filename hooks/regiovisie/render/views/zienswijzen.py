"""The page of one zienswijze as a receipt, and its points as other pages show them.

A receipt counts first ("4 punten: 2 overgenomen, 1 gedeeltelijk overgenomen, 1 niet
overgenomen"), then gives per point what was asked, the answer, and the changed words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from regiovisie.registers.schema import Plaats, Punt, Zienswijze
from regiovisie.render.views import adres
from regiovisie.render.views.basis import (
    BronView,
    Deel,
    Label,
    Link,
    aantal,
    balk,
    opsomming,
)
from regiovisie.render.views.bewerken import bewerk_record
from regiovisie.render.views.index import Index, bron_view
from regiovisie.render.views.labels import BINNEN_TERMIJN, SOORTEN_ZIENSWIJZE, UITKOMSTEN
from regiovisie.render.views.melden import Melden, melden
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
    kern: str
    """Its first sentences, as plain text: all that paper and short lists show."""
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
    versie: Link
    ontvangen: str
    samenvatting: str
    balk: tuple[Deel, ...]
    voorbeeld: bool


@dataclass(frozen=True, slots=True)
class ZienswijzeView:
    """One zienswijze as a receipt."""

    id: str
    titel: str
    kruimel: str
    soort: str
    adres: str
    """The address of the page, from the root of the site: it never changes."""
    indieners: tuple[Link, ...]
    ronde: Link
    versie: Link
    ontvangen: str
    """When, and whether in time: ``15 december 2025, op tijd``."""
    kenmerk: str | None
    origineel: Link | None
    beantwoord_door: str
    """A role; empty where nobody answered in public."""
    gecontroleerd_door: str
    inhoud: Markup
    telling: str
    """In full: ``3 punten: 2 overgenomen, 1 niet overgenomen``."""
    aantal: str
    """``3 punten``."""
    geleid: str
    """How many points led to a change, in a sentence."""
    balk: tuple[Deel, ...]
    punten: tuple[PuntView, ...]
    melden: Melden
    bewerken: Link | None
    """Where an editor changes this record."""
    bron: BronView | None
    voorbeeld: bool
    kruimels: tuple[Link, ...]


def zienswijze(index: Index, record: Zienswijze) -> ZienswijzeView:
    """The receipt of one zienswijze."""
    origineel = record.origineel
    beantwoord = any(punt.reactie or punt.antwoord for punt in record.punten)
    voorbeeld = record.punten[0].id if record.punten else ""
    return ZienswijzeView(
        id=record.id,
        titel=zienswijze_titel(index, record),
        kruimel=record.id,
        soort=SOORTEN_ZIENSWIJZE[record.soort],
        adres=adres.zienswijze(record.id),
        indieners=index.indiener_links(record),
        ronde=_ronde_link(index, record.ronde),
        versie=versie_link(index, record.versie),
        ontvangen=f"{record.ontvangen}, {BINNEN_TERMIJN[record.binnen_termijn]}",
        kenmerk=record.kenmerk,
        origineel=Link(origineel.url or "", origineel.titel) if origineel else None,
        beantwoord_door=record.beantwoord_door or (index.regio.beantwoorder if beantwoord else ""),
        gecontroleerd_door=record.gecontroleerd_door or "",
        inhoud=index.to_html(record.inhoud, _bestand(record), adres.zienswijze(record.id)),
        telling=tel_punten(record.punten),
        aantal=aantal(len(record.punten), "punt", "punten"),
        geleid=geleid(index, record.punten),
        balk=uitkomst_balk(record.punten),
        punten=tuple(punt_view(index, record, punt) for punt in record.punten),
        melden=melden(index, index.indieners_van(record), record.id, voorbeeld),
        bewerken=bewerk_record(index, record),
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
    return ZienswijzeRij(
        id=record.id,
        href=adres.zienswijze(record.id),
        indieners=opsomming([indiener.naam for indiener in index.indieners_van(record)]),
        soort=Label(record.soort, SOORTEN_ZIENSWIJZE[record.soort]),
        versie=versie_link(index, record.versie),
        ontvangen=str(record.ontvangen),
        samenvatting=tel_punten(record.punten),
        balk=uitkomst_balk(record.punten),
        voorbeeld=record.voorbeeld,
    )


def punt_view(
    index: Index,
    zienswijze: Zienswijze,
    punt: Punt,
    pagina: str = "",
    *,
    met_plekken: bool = True,
    hele_alinea: bool = True,
) -> PuntView:
    """One point on the page ``pagina``; by default the page of its zienswijze.

    Its changes show their paragraphs; without ``hele_alinea`` their words only, and without
    ``met_plekken`` they are only named.
    """
    pagina = pagina or adres.zienswijze(zienswijze.id)
    bestand = _bestand(zienswijze)
    return PuntView(
        id=punt.id,
        anker=adres.anker(punt.id),
        href=adres.punt(punt.id),
        tekst=index.to_html(punt.tekst, bestand, pagina),
        plaats=_plaats(index, zienswijze.versie, punt.plaats) if punt.plaats else None,
        citaat=punt.citaat,
        themas=tuple(index.regio.themas.get(thema, thema) for thema in punt.thema),
        minderheid=punt.minderheid,
        uitkomst=UITKOMSTEN[punt.uitkomst],
        reactie=index.to_html(punt.reactie, bestand, pagina) if punt.reactie else None,
        antwoord=antwoord_view(index, punt.antwoord, pagina) if punt.antwoord else None,
        zie=index.plaats_link(index.dossier.geldend.id, punt.zie) if punt.zie else None,
        bron=bron_view(punt.bron),
        voorbeeld=punt.voorbeeld or zienswijze.voorbeeld,
        wijzigingen=tuple(
            wijziging_met_plekken(index, wijziging, pagina, hele_alinea=hele_alinea)
            if met_plekken
            else WijzigingMetPlekken(wijziging_kort(index, wijziging), ())
            for wijziging in index.wijzigingen_van_punt.get(punt.id, ())
        ),
    )


def _kern(inhoud: Markup) -> str:
    """What stands before the first bold heading, in at most two paragraphs."""
    alineas = [alinea for alinea in inhoud.split("</p>") if alinea.strip()][:2]
    kop = next((i for i, a in enumerate(alineas) if "<strong>" in a), len(alineas))
    return " ".join(Markup(alinea).striptags() for alinea in alineas[: kop or 1])


def antwoord_view(index: Index, antwoord_id: str, pagina: str) -> AntwoordView | None:
    """A thematic answer as it stands on the page ``pagina``."""
    antwoord = index.antwoorden.get(antwoord_id)
    if antwoord is None:
        return None
    inhoud = index.to_html(antwoord.inhoud, f"antwoorden/{antwoord.id.lower()}.md", pagina)
    return AntwoordView(
        id=antwoord.id,
        anker=adres.anker(antwoord.id),
        titel=antwoord.titel,
        href=adres.antwoord(antwoord.id),
        inhoud=inhoud,
        kern=_kern(inhoud),
        voorbeeld=antwoord.voorbeeld,
    )


def tel_punten(punten: Iterable[Punt]) -> str:
    """Points counted in words: ``3 punten: 2 overgenomen, 1 niet overgenomen``."""
    telling: Counter[str] = Counter(punt.uitkomst for punt in punten)
    if not telling:
        return "geen openbare punten"
    delen = [
        f"{getal} {label.geteld(getal)}"
        for code, label in UITKOMSTEN.items()
        if (getal := telling[code])
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


def _plaats(index: Index, versie_id: str, plaats: Plaats) -> Link:
    """A place in the version that a point is about, which it names where the number differs."""
    link = index.plaats_link(versie_id, plaats)
    if link.tekst.startswith(index.onderdeel_namen.get(plaats.onderdeel, "")):
        return link
    return Link(link.href, f"{link.tekst} ({index.versie_naam(versie_id)})")


def beantwoord(punten: Iterable[Punt]) -> bool:
    """Whether any of the points has an answer that is known."""
    return any(punt.uitkomst not in ("onbekend", "open") for punt in punten)


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


def _ronde_link(index: Index, ronde_id: str) -> Link:
    ronde = next((r for r in index.regio.rondes if r.id == ronde_id), None)
    tekst = f"{ronde.titel} ({ronde.periode})" if ronde else ronde_id
    return Link(adres.register("ronde", ronde_id), tekst)


def versie_link(index: Index, versie_id: str) -> Link:
    """A version in words, as a link to it."""
    return Link(adres.versie(versie_id), index.versie_naam(versie_id))


def _bestand(record: Zienswijze) -> str:
    return f"zienswijzen/{record.id.lower()}.md"
