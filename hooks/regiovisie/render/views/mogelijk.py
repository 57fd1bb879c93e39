"""What can still be done with the text, and what no longer can: per phase, for whom.

::

    voor_raad(index)      what a council can do in the phase of the text that counts
    voor_lezer(index)     the same for anyone else
    rollen(index)         one sentence per kind of reader, for the home page
"""

from __future__ import annotations

from dataclasses import dataclass

from regiovisie.registers.schema import Fasenaam, Ronde
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Label, Link
from regiovisie.render.views.index import Index
from regiovisie.render.views.labels import FASEN

KanNu = tuple[tuple[str, ...], tuple[str, ...]]
"""What can be done, and what cannot (any more), in sentences."""

_RAAD: dict[Fasenaam, KanNu] = {
    "inspraak": (
        (
            "Vragen stellen aan het college.",
            "Alvast bespreken wat de raad straks wil meegeven.",
        ),
        ("Besluiten over de tekst. Dat komt later.",),
    ),
    "consultatie": (
        (
            "Wensen en ideeën meegeven. Het college stuurt ze naar de regio.",
            "Geen zienswijze geven. Ook dat komt hier te staan.",
        ),
        (
            "Zelf de tekst veranderen. De regio weegt alle reacties en past de tekst aan.",
            "De regiovisie vaststellen. Dat komt later.",
        ),
    ),
    "na-zienswijzen": (
        (
            "Nakijken wat er met de eigen zienswijze is gedaan.",
            "Vragen stellen aan het college.",
        ),
        ("Besluiten over de tekst. Dat komt later.",),
    ),
    "ter-vaststelling": (
        (
            "Ja zeggen: de regiovisie vaststellen.",
            "Nee zeggen: de regiovisie niet vaststellen.",
            "Een motie aannemen. Dat is een wens. De tekst verandert er niet door.",
        ),
        (
            "De tekst veranderen met een amendement.",
            "Nog een zienswijze geven op deze tekst.",
        ),
    ),
    "vastgesteld": (
        (
            "Een motie aannemen over de uitvoering.",
            "Het college vragen hoe het gaat met de uitvoering.",
        ),
        ("De tekst veranderen. Daarvoor is een nieuwe tekst nodig, en een besluit van elke raad.",),
    ),
    "vervallen": ((), ("Iets doen met deze tekst: zij geldt niet meer.",)),
}
_RAAD_NA_NEE: KanNu = (
    (
        "Het college vragen hoe het nu verder gaat.",
        "Een motie aannemen. Dat is een wens. De tekst verandert er niet door.",
    ),
    (
        "Deze tekst de regiovisie laten worden. Eén raad zei nee: dan begint een nieuw proces.",
        "De tekst veranderen met een amendement.",
    ),
)
_LEZER_NA_NEE: KanNu = (
    (
        "Uw mening over het vervolg geven aan uw eigen gemeenteraad.",
        "Laten weten dat wij uw reactie verkeerd hebben samengevat.",
    ),
    ("Een reactie sturen op deze tekst. Eén raad zei nee: dan begint een nieuw proces.",),
)
_LEZER: dict[Fasenaam, KanNu] = {
    "ter-vaststelling": (
        (
            "Uw mening geven aan uw eigen gemeenteraad, voordat die besluit.",
            "Een raadslid vragen om een motie in te dienen.",
            "Laten weten dat wij uw reactie verkeerd hebben samengevat.",
        ),
        (
            "De tekst van de regiovisie laten veranderen.",
            "Een raad vragen om een amendement. Dat kan in deze fase niet meer.",
        ),
    ),
    "vastgesteld": (
        (
            "Uw gemeenteraad vragen hoe het gaat met de uitvoering.",
            "Een raadslid vragen om een motie over de uitvoering.",
            "Laten weten dat wij uw reactie verkeerd hebben samengevat.",
        ),
        ("De tekst laten veranderen. Dat kan pas als er een nieuwe ronde komt.",),
    ),
    "vervallen": (
        ("Lezen wat er stond, en wat er met elke reactie is gedaan.",),
        ("Een reactie op deze tekst sturen: zij geldt niet meer.",),
    ),
}
_GEEN_RONDE: KanNu = (
    (
        "Lezen wat er nu staat, en wat er met eerdere reacties is gedaan.",
        "Uw mening geven aan uw eigen gemeenteraad. Die beslist later over de tekst.",
    ),
    ("Een reactie op de tekst sturen. Er loopt nu geen ronde.",),
)
_VOLGORDE: tuple[Fasenaam, ...] = (
    "inspraak",
    "consultatie",
    "na-zienswijzen",
    "ter-vaststelling",
    "vastgesteld",
)


@dataclass(frozen=True, slots=True)
class Mogelijk:
    """What can be done in a phase, and what cannot."""

    fase: Label
    nu: bool
    """Whether the text that counts is in it."""
    kan: tuple[str, ...]
    kan_niet: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rol:
    """What one kind of reader can do now, in a few words."""

    wie: str
    tekst: str
    links: tuple[Link, ...]


def voor_raad(index: Index) -> tuple[Mogelijk, ...]:
    """Per phase, in order, what a council can do; exactly one of them is now, unless the
    text that counts has lapsed."""
    nu = index.dossier.geldend.fase.fase
    kan_nu = {**_RAAD, nu: _RAAD_NA_NEE} if geweigerd(index) else _RAAD
    return tuple(Mogelijk(FASEN[fase], fase == nu, *kan_nu[fase]) for fase in _VOLGORDE)


def geweigerd(index: Index) -> bool:
    """Whether a council that decides said no to the text that lies before them: with one
    refusal the process starts again, whatever the others decide."""
    geldend = index.dossier.geldend
    return geldend.fase.fase == "ter-vaststelling" and any(
        gemeente.raadsbesluit.status == "niet-vastgesteld"
        and gemeente.raadsbesluit.versie in (None, geldend.id)
        for gemeente in map(index.gemeenten.get, index.regio.gemeenten)
        if gemeente and not gemeente.voorbeeld
    )


def voor_lezer(index: Index) -> Mogelijk:
    """What anyone can do in the phase of the text that counts."""
    fase = index.dossier.geldend.fase.fase
    if rondes := lopende_rondes(index):
        kan = tuple(f"Reageren op de tekst: {r.titel}, {r.periode}." for r in rondes)
        return Mogelijk(FASEN[fase], True, kan, ())
    if geweigerd(index):
        return Mogelijk(FASEN[fase], True, *_LEZER_NA_NEE)
    return Mogelijk(FASEN[fase], True, *_LEZER.get(fase, _GEEN_RONDE))


def lopende_rondes(index: Index) -> tuple[Ronde, ...]:
    """The rounds in which one can react now."""
    return tuple(ronde for ronde in index.regio.rondes if ronde.status == "loopt")


def rollen(index: Index) -> tuple[Rol, ...]:
    """What each kind of reader can do now, in the order of who come most."""
    return (_inwoner(index), _raadslid(index), _indiener())


def _inwoner(index: Index) -> Rol:
    wie = "U bent inwoner, of u werkt met kinderen en gezinnen"
    lezen = Link(adres.IN_HET_KORT, "Lees het plan in het kort")
    reageren = Link(adres.REAGEREN, "Hoe kunt u reageren?")
    gedaan = Link(f"{adres.IN_HET_KORT}#reacties", "Wat is er met de reacties gedaan?")
    kort = (lezen, gedaan) if index.punten else (lezen,)
    links = (*kort, reageren) if index.samenvattingen else (reageren,)
    if rondes := lopende_rondes(index):
        return Rol(wie, f"U kunt nog reageren: {rondes[0].titel}, {rondes[0].periode}.", links)
    if geweigerd(index):
        return Rol(wie, "Een raad zei nee tegen deze tekst. Dan begint een nieuw proces.", links)
    tekst = {
        "ter-vaststelling": "De tekst verandert niet meer. "
        "Uw mening geven aan uw gemeenteraad kan nog wel.",
        "vastgesteld": "Het plan is vastgesteld. Uw raad kan nog letten op de uitvoering.",
    }.get(index.dossier.geldend.fase.fase, "Er loopt nu geen ronde. U kunt wel meelezen.")
    return Rol(wie, tekst, links)


def _raadslid(index: Index) -> Rol:
    tekst = {
        "consultatie": "Uw raad kan wensen meegeven. Besluiten komt later.",
        "ter-vaststelling": "Uw raad zegt ja of nee. Een motie kan, een amendement niet meer.",
        "vastgesteld": "De tekst staat vast. Een motie over de uitvoering kan nog.",
    }.get(index.dossier.geldend.fase.fase, "De raden besluiten later.")
    if geweigerd(index):
        tekst = "Een raad zei nee tegen deze tekst. Dan begint een nieuw proces."
    links = [
        Link(f"{adres.RAADSBESLUITEN}#nu", "Wat kan uw raad nu?"),
        Link(adres.VERGELIJK, "Wat is er anders dan in de versie die u zag?"),
    ]
    return Rol("U zit in een gemeenteraad", tekst, tuple(links))


def _indiener() -> Rol:
    return Rol(
        "U gaf een zienswijze",
        "Zoek op wat er met elk punt is gedaan. Klopt onze samenvatting niet? Meld het.",
        (
            Link(adres.INDIENERS, "Zoek uw organisatie"),
            Link(f"{adres.REAGEREN}#verkeerd-samengevat", "Samenvatting klopt niet"),
        ),
    )
