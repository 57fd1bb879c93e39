"""The decisions of the councils: n of twelve, and never "no" where nothing is known."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from regiovisie.registers.schema import Gemeente, Motie, Raadsbesluit
from regiovisie.render.views import adres
from regiovisie.render.views.basis import BronView, Label, Link, aantal, opsomming
from regiovisie.render.views.fase import FaseView, fase_view
from regiovisie.render.views.index import Index, bron_view
from regiovisie.render.views.labels import RAADSBESLUITEN, UITSLAGEN, ZIENSWIJZE_VAN_RAAD
from regiovisie.render.views.mogelijk import Mogelijk, voor_raad
from regiovisie.render.views.raadskaart import Raadskaart, raadskaart


@dataclass(frozen=True, slots=True)
class MotieView:
    """A motie and what came of it."""

    anker: str
    id: str
    titel: str
    raad: Link
    datum: str
    uitslag: Label
    tekst: str | None
    vervolg: str | None
    bron: BronView | None
    voorbeeld: bool


@dataclass(frozen=True, slots=True)
class RaadView:
    """The decision of one council."""

    href: str
    naam: str
    besluit: Label
    datum: str
    gepland: str
    bron: BronView | None
    moties: tuple[MotieView, ...]
    voorbeeld: bool

    @property
    def kort(self) -> str:
        """The decision in a few words, with its date where there is one."""
        if self.datum:
            return f"{self.besluit.tekst}, {self.datum}"
        return self.besluit.tekst


@dataclass(frozen=True, slots=True)
class RaadRij:
    """One council in the table of all."""

    raad: RaadView
    zienswijze: str
    """Given, none given, or not yet known: three different things."""
    zienswijze_bekend: bool
    zienswijzen: tuple[Link, ...]
    """What the council submitted, where the register has it."""
    eerder: tuple[str, ...]
    """What it decided in earlier rounds."""
    stukken: str
    """How many papers of it are listed; empty for none."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where the decision stands, over the councils that count."""

    raden: tuple[RaadView, ...]
    vastgesteld: int
    niet: int
    onbekend: int

    @property
    def totaal(self) -> int:
        """How many councils decide."""
        return len(self.raden)

    @property
    def tellingen(self) -> tuple[tuple[Label, int], ...]:
        """Every kind of decision with how many councils took it, also for none."""
        getallen = (self.vastgesteld, self.niet, self.onbekend)
        return tuple(zip(RAADSBESLUITEN.values(), getallen, strict=True))

    @property
    def zin(self) -> str:
        """The main line: how many have adopted."""
        if not self.totaal:
            return "Welke raden besluiten, staat hier nog niet"
        werkwoord = "heeft" if 1 in (self.vastgesteld, self.totaal) else "hebben"
        if self.totaal > 1 and self.vastgesteld == self.totaal:
            return f"Alle {self.totaal} raden hebben vastgesteld"
        return (
            f"{self.vastgesteld} van {aantal(self.totaal, 'raad', 'raden')} {werkwoord} vastgesteld"
        )

    @property
    def toelichting(self) -> tuple[str, ...]:
        """What is not known yet, and what a refusal means, in sentences."""
        zinnen = []
        if self.onbekend:
            zinnen.append(
                f"Van {aantal(self.onbekend, 'raad', 'raden')} is het besluit nog niet bekend. "
                "Dat is niet hetzelfde als nee."
            )
        if self.niet:
            werkwoord = "heeft" if self.niet == 1 else "hebben"
            zinnen.append(
                f"{aantal(self.niet, 'raad', 'raden')} {werkwoord} niet vastgesteld. "
                "Dan begint een nieuw proces."
            )
        return tuple(zinnen)


@dataclass(frozen=True, slots=True)
class Weigering:
    """That councils said no, and what came of it."""

    wie: str
    meervoud: bool
    versie: Link
    """The text that they refused."""
    reden: str | None
    """Why a new round began, where one did."""
    vervolg: Link | None
    """The newer text, where there is one."""


@dataclass(frozen=True, slots=True)
class RaadsbesluitenView:
    """The page with all councils."""

    stand: Stand
    fase: FaseView
    kaart: Raadskaart
    rijen: tuple[RaadRij, ...]
    weigering: Weigering | None
    mogelijk: tuple[Mogelijk, ...]
    """What a council can do, per phase."""
    moties: tuple[MotieView, ...]
    voorbeelden: tuple[RaadRij, ...]
    """Invented councils: not counted."""
    kruimels: tuple[()] = ()

    @property
    def nu(self) -> Mogelijk | None:
        """What a council can do now."""
        return next((mogelijk for mogelijk in self.mogelijk if mogelijk.nu), None)


def besluitende(index: Index) -> tuple[Gemeente, ...]:
    """The gemeenten named in the region's facts, in that order."""
    return tuple(
        index.gemeenten[slug]
        for slug in index.regio.gemeenten
        if slug in index.gemeenten and not index.gemeenten[slug].voorbeeld
    )


def stand(index: Index) -> Stand:
    """The councils that decide, and their count."""
    raden = tuple(raad(gemeente) for gemeente in besluitende(index))
    telling = Counter(view.besluit.code for view in raden)
    return Stand(
        raden=raden,
        vastgesteld=telling["vastgesteld"],
        niet=telling["niet-vastgesteld"],
        onbekend=telling["nog-niet-bekend"],
    )


def raadsbesluiten(index: Index) -> RaadsbesluitenView:
    """All councils, the examples apart."""
    gemeenten = besluitende(index)
    rijen = tuple(_rij(index, gemeente) for gemeente in gemeenten)
    return RaadsbesluitenView(
        stand=stand(index),
        fase=fase_view(index, index.dossier.geldend),
        kaart=raadskaart(gemeenten),
        rijen=rijen,
        weigering=_weigering(index, gemeenten),
        mogelijk=voor_raad(index),
        moties=tuple(m for rij in rijen for m in rij.raad.moties),
        voorbeelden=tuple(_rij(index, g) for g in index.project.gemeenten if g.voorbeeld),
    )


def raad(gemeente: Gemeente) -> RaadView:
    """The decision of one council."""
    besluit = gemeente.raadsbesluit
    return RaadView(
        href=adres.gemeente(gemeente.slug),
        naam=gemeente.naam,
        besluit=RAADSBESLUITEN[besluit.status],
        datum=str(besluit.datum) if besluit.datum else "",
        gepland=str(besluit.gepland) if besluit.gepland else "",
        bron=bron_view(*besluit.alle_bronnen),
        moties=tuple(motie(m, gemeente) for m in gemeente.moties),
        voorbeeld=gemeente.voorbeeld,
    )


def motie(record: Motie, gemeente: Gemeente) -> MotieView:
    """One motie; a motie of an example is an example."""
    return MotieView(
        anker=adres.anker(record.id),
        id=record.id,
        titel=record.titel,
        raad=Link(adres.gemeente(gemeente.slug), gemeente.naam),
        datum=str(record.datum) if record.datum else "",
        uitslag=UITSLAGEN[record.uitslag],
        tekst=record.tekst,
        vervolg=record.vervolg,
        bron=bron_view(record.bron),
        voorbeeld=record.voorbeeld or gemeente.voorbeeld,
    )


def _rij(index: Index, gemeente: Gemeente) -> RaadRij:
    indieners = index.raad_als_indiener.get(gemeente.slug, ())
    stukken = len(gemeente.documenten)
    return RaadRij(
        raad=raad(gemeente),
        zienswijze=ZIENSWIJZE_VAN_RAAD[gemeente.zienswijze],
        zienswijze_bekend=gemeente.zienswijze != "nog-niet-bekend",
        zienswijzen=tuple(
            Link(adres.zienswijze(zienswijze.id), zienswijze.id)
            for slug in indieners
            for zienswijze in index.zienswijzen_van.get(slug, ())
        ),
        eerder=tuple(_eerder(index, besluit) for besluit in gemeente.eerdere_besluiten),
        stukken=aantal(stukken, "stuk", "stukken") if stukken else "",
    )


def _eerder(index: Index, besluit: Raadsbesluit) -> str:
    """``niet vastgesteld, 12 mei 2026 (versie 0.4)``."""
    wat = RAADSBESLUITEN[besluit.status].tekst
    wanneer = f", {besluit.datum}" if besluit.datum else ""
    welke = f" ({index.versie_naam(besluit.versie)})" if besluit.versie else ""
    return f"{wat}{wanneer}{welke}"


def _weigering(index: Index, gemeenten: tuple[Gemeente, ...]) -> Weigering | None:
    """What a refusal of the text that lay before the councils led to; None without one."""
    nee = [g for g in gemeenten if g.raadsbesluit.status == "niet-vastgesteld"]
    if not nee:
        return None
    voorgelegd = [
        versie.id
        for versie in index.dossier.versies
        if any(fase.fase == "ter-vaststelling" for fase in versie.fasen)
    ]
    versie_id = nee[0].raadsbesluit.versie or (voorgelegd or [index.dossier.geldend.id])[-1]
    return Weigering(
        wie=opsomming([gemeente.naam for gemeente in nee]),
        meervoud=len(nee) > 1,
        versie=Link(adres.versie(versie_id), index.versie_naam(versie_id)),
        reden=index.regio.nieuwe_ronde,
        vervolg=_nieuwer(index, versie_id),
    )


def _nieuwer(index: Index, versie_id: str) -> Link | None:
    """The newest text that came after a version."""
    if index.dossier.werkversie_verschilt:
        return Link(adres.WERKVERSIE, "de werkversie")
    nieuwste = index.dossier.versies[-1]
    if nieuwste.id == versie_id:
        return None
    return Link(adres.versie(nieuwste.id), index.versie_naam(nieuwste.id))
