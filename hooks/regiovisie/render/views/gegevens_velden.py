"""What the open data of the site holds: each set, each field, and what it means.

The one description of the formats. The page that explains them, the columns of the CSV, the keys
of the JSON, their order, and the JSON Schemas are all made from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SoortVeld = Literal["tekst", "getal", "ja of nee", "lijst", "datum", "adres", "reeks"]


@dataclass(frozen=True, slots=True)
class Veld:
    """One field of a record."""

    naam: str
    """The key in JSON and the column in CSV."""
    soort: SoortVeld
    uitleg: str
    """What it means, in plain Dutch."""
    deel: tuple[Veld, ...] = ()
    """The fields of each member of a ``reeks``; such a field is in the JSON only."""

    @property
    def sleutels(self) -> tuple[str, ...]:
        """The keys that it takes: a date also has the first and the last day that it can be."""
        if self.soort == "datum":
            return (self.naam, f"{self.naam}_vanaf", f"{self.naam}_tot")
        return (self.naam,)


@dataclass(frozen=True, slots=True)
class Gegevensset:
    """One set of records, published as files of the same name."""

    naam: str
    titel: str
    uitleg: str
    velden: tuple[Veld, ...]
    sleutel: str = "id"
    """The field that tells its records apart; empty where several together do."""
    json: bool = True
    per_stuk: bool = False
    """Whether each record has a file of its own besides."""
    csv: bool = True

    @property
    def kolommen(self) -> tuple[str, ...]:
        """The columns of the CSV."""
        platte = (veld for veld in self.velden if veld.soort != "reeks")
        return tuple(sleutel for veld in platte for sleutel in veld.sleutels)

    @property
    def vormen(self) -> tuple[str, ...]:
        """In which formats it is published."""
        return (*(["json"] if self.json else []), *(["csv"] if self.csv else []))

    def bestand(self, vorm: str) -> str:
        """Where its file stands in the site."""
        return f"data/{self.naam}.{vorm}"


_VOORBEELD = Veld("voorbeeld", "ja of nee", "Ja: dit is verzonnen, om te laten zien hoe het werkt.")
_ADRES = Veld("adres", "adres", "De pagina op deze site.")
_BRONNEN = Veld(
    "bronnen",
    "reeks",
    "Waar dit staat. Zeggen bronnen niet hetzelfde, dan staan ze er allebei.",
    (
        Veld("id", "tekst", "De naam van de bron in de bronnenlijst."),
        Veld("titel", "tekst", "De titel van het stuk of de pagina."),
        Veld("datum", "datum", "De datum van het stuk."),
        Veld("url", "tekst", "Waar het online staat."),
        Veld("vindplaats", "tekst", "Waar in het stuk."),
        Veld("zegt", "tekst", "Wat deze bron zegt, als een andere iets anders zegt."),
        Veld("gelezen", "datum", "Wanneer het is gelezen."),
    ),
)
_PLEKKEN = (
    Veld("onderdeel", "tekst", "De naam van het onderdeel in het adres."),
    Veld("soort", "tekst", "Wat er gebeurde: tekst, verplaatst, gesplitst, …"),
    Veld("was", "tekst", "De woorden die weggingen."),
    Veld("wordt", "tekst", "De woorden die erbij kwamen."),
    Veld("uitleg", "tekst", "Wat er gebeurde, als dat niet in woorden van de tekst te zien is."),
    Veld("adres", "adres", "De plek in de vergelijking van de twee versies."),
)
_PUNTEN = (
    Veld("id", "tekst", "Het nummer van het punt. Het verandert nooit."),
    Veld("zienswijze", "tekst", "Het nummer van de zienswijze waar het in staat."),
    Veld("indieners", "lijst", "Wie het vroeg."),
    Veld("versie", "tekst", "De versie waar het over gaat."),
    Veld("plaats", "tekst", "De plaats in die versie: onderdeel, en na # de kop."),
    Veld("citaat", "tekst", "De woorden waar het over gaat."),
    Veld("themas", "lijst", "Waar het over gaat, in trefwoorden."),
    Veld("tekst", "tekst", "Wat er is gevraagd, in een paar zinnen."),
    Veld("minderheid", "tekst", "De fractie die dit vroeg, als de raad het niet als geheel vroeg."),
    Veld("uitkomst", "tekst", "Wat ermee is gedaan, als vaste code."),
    Veld("uitkomst_in_woorden", "tekst", "Hetzelfde in woorden."),
    Veld("reactie", "tekst", "Het antwoord op dit punt."),
    Veld("antwoord", "tekst", "Het nummer van een antwoord dat voor meer punten geldt."),
    Veld("antwoord_tekst", "tekst", "De tekst van dat antwoord, in Markdown."),
    Veld("zie", "tekst", "Waar de nieuwste tekst dit al zegt."),
    Veld("wijzigingen", "lijst", "De wijzigingen waar dit punt toe leidde."),
    _VOORBEELD,
    _ADRES,
)

VERSIES = Gegevensset(
    "versies",
    "Versies",
    "Elke bewaarde versie van de tekst, met haar fasen en onderdelen.",
    (
        Veld("id", "tekst", "De naam van de versie in adressen."),
        Veld("nummer", "tekst", "Het nummer, zoals 0.3."),
        Veld("titel", "tekst", "De titel."),
        Veld("voorganger", "tekst", "De versie ervoor."),
        Veld("fase", "tekst", "De fase waarin de versie nu is."),
        Veld("datum", "datum", "Sinds wanneer."),
        Veld(
            "fasen",
            "reeks",
            "Alle fasen, de oudste eerst.",
            (
                Veld("fase", "tekst", "De naam van de fase."),
                Veld("datum", "datum", "Wanneer zij begon."),
                _BRONNEN,
            ),
        ),
        Veld("verzonden_aan", "lijst", "Aan wie de versie is gestuurd."),
        Veld("samenvatting", "tekst", "Wat er veranderde en waarom, in Markdown."),
        Veld("telt", "ja of nee", "Ja: dit is de tekst die nu telt."),
        Veld("herkomst_volledig", "ja of nee", "Nee: niet alle redenen zijn bekend."),
        Veld("vingerafdruk", "tekst", "Verandert er één teken, dan is zij anders."),
        Veld("aantal_wijzigingen", "getal", "Hoeveel wijzigingen er in deze versie kwamen."),
        Veld(
            "onderdelen",
            "reeks",
            "De onderdelen, in leesvolgorde.",
            (
                Veld("slug", "tekst", "De naam in adressen. Die blijft als het nummer verandert."),
                Veld("nummer", "tekst", "Het nummer in deze versie."),
                Veld("titel", "tekst", "De titel."),
                Veld("markdown", "adres", "De tekst zelf, in Markdown."),
                _ADRES,
            ),
        ),
        Veld("archief", "adres", "De hele versie in één zip-bestand."),
        _VOORBEELD,
        _BRONNEN,
        _ADRES,
    ),
    per_stuk=True,
)
ZIENSWIJZEN = Gegevensset(
    "zienswijzen",
    "Zienswijzen",
    "Elke reactie op een versie. In de JSON staan ook de punten.",
    (
        Veld("id", "tekst", "Het nummer. Het verandert nooit."),
        Veld("soort", "tekst", "zienswijze, advies, inspraakreactie of brief."),
        Veld("indieners", "lijst", "Wie de reactie gaf. Inwoners staan er nooit met naam."),
        Veld("indiener_ids", "lijst", "Hun namen in adressen."),
        Veld("ronde", "tekst", "De ronde waarin de reactie kwam."),
        Veld("versie", "tekst", "De versie waar zij over gaat."),
        Veld("ontvangen", "datum", "Wanneer zij binnenkwam."),
        Veld("binnen_termijn", "tekst", "Of zij op tijd was: ja, nee, uitstel of onbekend."),
        Veld("kenmerk", "tekst", "Het kenmerk van de indiener zelf."),
        Veld("origineel_titel", "tekst", "De naam van de reactie zelf."),
        Veld("origineel_url", "tekst", "Waar de reactie zelf staat."),
        Veld("samenvatting", "tekst", "Een samenvatting, in Markdown. Zij vervangt de brief niet."),
        Veld("beantwoord_door", "tekst", "Wie het antwoord gaf: een rol, geen naam."),
        Veld("gecontroleerd_door", "tekst", "Wie het nakeek: een rol, geen naam."),
        Veld("aantal_punten", "getal", "Hoeveel punten erin staan. 0: niet openbaar."),
        _VOORBEELD,
        _BRONNEN,
        _ADRES,
        Veld("punten", "reeks", "De punten, met hun antwoord.", _PUNTEN),
    ),
    per_stuk=True,
)
PUNTEN = Gegevensset(
    "punten",
    "Punten",
    "Elk punt uit elke zienswijze, met wat ermee is gedaan. Eén regel per punt.",
    _PUNTEN,
    json=False,
)
WIJZIGINGEN = Gegevensset(
    "wijzigingen",
    "Wijzigingen",
    "Elke wijziging, met de woorden en de reden. In de JSON staan ook alle plekken.",
    (
        Veld("id", "tekst", "Het nummer. Het verandert nooit, behalve in de werkversie."),
        Veld("van", "tekst", "De versie ervoor."),
        Veld("versie", "tekst", "De versie waarin de wijziging kwam."),
        Veld("wat", "tekst", "Wat voor wijziging het is, als vaste code."),
        Veld("plaats", "tekst", "De plaats in de nieuwe tekst: onderdeel, en na # de kop."),
        Veld("plaats_in_woorden", "tekst", "Hetzelfde in woorden."),
        Veld("plaats_was", "tekst", "De plaats in de oude tekst, als die anders was."),
        Veld("was", "tekst", "De oude woorden, op de eerste plek."),
        Veld("wordt", "tekst", "De nieuwe woorden, op de eerste plek."),
        Veld("herkomst", "tekst", "Waar de wijziging vandaan komt, als vaste code."),
        Veld("punten", "lijst", "De punten die ertoe leidden."),
        Veld("toelichting", "tekst", "De reden, in woorden."),
        Veld("hele_paragraaf", "ja of nee", "Ja: zij noemt een paragraaf, en geen woorden."),
        Veld("aantal_plekken", "getal", "Op hoeveel plekken er iets veranderde."),
        _VOORBEELD,
        _ADRES,
        Veld("plekken", "reeks", "Elke plek, in leesvolgorde.", _PLEKKEN),
        Veld(
            "daarna",
            "reeks",
            "Wat latere versies met deze woorden deden.",
            (
                Veld("versie", "tekst", "In welke versie."),
                Veld("wat", "tekst", "aangepast, vervallen of teruggekomen."),
                Veld("wijzigingen", "lijst", "Door welke wijzigingen."),
            ),
        ),
    ),
    per_stuk=True,
)
PLEKKEN = Gegevensset(
    "plekken",
    "Plekken",
    "Elke plek die een wijziging raakt. Eén regel per plek.",
    (Veld("wijziging", "tekst", "Het nummer van de wijziging."), *_PLEKKEN, _VOORBEELD),
    sleutel="",
    json=False,
)
RAADSBESLUITEN = Gegevensset(
    "raadsbesluiten",
    "Raadsbesluiten",
    "Wat elke gemeenteraad besloot. ‘Nog niet bekend’ is niet hetzelfde als nee.",
    (
        Veld("gemeente", "tekst", "De naam in adressen."),
        Veld("naam", "tekst", "De naam van de gemeente."),
        Veld("code", "tekst", "De gemeentecode."),
        Veld("versie", "tekst", "De versie waar het besluit over gaat, als die is genoemd."),
        Veld("status", "tekst", "vastgesteld, niet-vastgesteld of nog-niet-bekend."),
        Veld("gepland", "datum", "Wanneer het besluit is gepland."),
        Veld("datum", "datum", "Wanneer het besluit is genomen."),
        Veld("eerder", "ja of nee", "Ja: een besluit over een eerdere versie."),
        Veld("zienswijze", "tekst", "Of de raad een zienswijze gaf."),
        _VOORBEELD,
        _BRONNEN,
        _ADRES,
    ),
    sleutel="",
)
MOTIES = Gegevensset(
    "moties",
    "Moties",
    "Wensen van gemeenteraden. Een motie verandert de tekst niet.",
    (
        Veld("id", "tekst", "Het nummer."),
        Veld("gemeente", "tekst", "De gemeente."),
        Veld("titel", "tekst", "De titel."),
        Veld("datum", "datum", "Wanneer erover is gestemd."),
        Veld("uitslag", "tekst", "aangenomen, verworpen, ingetrokken, aangehouden of overig."),
        Veld("tekst", "tekst", "Wat de raad vroeg."),
        Veld("vervolg", "tekst", "Wat er daarna gebeurde."),
        _VOORBEELD,
        _BRONNEN,
        _ADRES,
    ),
)

SETS = (VERSIES, ZIENSWIJZEN, PUNTEN, WIJZIGINGEN, PLEKKEN, RAADSBESLUITEN, MOTIES)
"""Every set, in the order of the page."""
