"""What stands round every page: menu, footer, whether the text is official."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from regiovisie.registers.schema import Contact
from regiovisie.render.views import adres, gegevens_adres
from regiovisie.render.views.basis import Link
from regiovisie.render.views.fase import er_telt_een
from regiovisie.render.views.index import Index

_PLANNING = Link(adres.PLANNING, "Planning")
MENU = (
    Link(adres.REGIOVISIE, "Lezen"),
    Link(adres.VERGELIJK, "Vergelijken"),
    Link(adres.WIJZIGINGEN, "Wijzigingen"),
    Link(adres.ZIENSWIJZEN, "Zienswijzen"),
    Link(adres.RAADSBESLUITEN, "Raadsbesluiten"),
    _PLANNING,
)
_TEKST = (
    Link(adres.REGIOVISIE, "De regiovisie"),
    Link(adres.VERSIES, "Alle versies"),
    Link(adres.WERKVERSIE, "Werkversie"),
    Link(adres.VERGELIJK, "Vergelijk twee versies"),
    Link(adres.WIJZIGINGEN, "Alle wijzigingen"),
    Link(adres.GESCHIEDENIS, "Geschiedenis per onderdeel"),
)
_REACTIES = (
    Link(adres.ZIENSWIJZEN, "Zienswijzen"),
    Link(adres.INDIENERS, "Indieners"),
    Link(adres.NOTA, "Nota van beantwoording"),
    Link(adres.IN_BEELD, "In beeld"),
    Link(adres.GEMEENTEN, "Gemeenten"),
    Link(adres.REAGEREN, "Hoe kunt u nog reageren?"),
    Link(adres.RAADSBESLUITEN, "Raadsbesluiten"),
)
_MEER = (Link(adres.BRONNEN, "Bronnen"), Link(gegevens_adres.DATA, "Open gegevens"))
_VINDEN = (Link(adres.ZOEKEN, "Zoeken"), Link(adres.TREFWOORDEN, "Trefwoorden"))
_PAGINAS = (
    Link("in-het-kort/", "De regiovisie in het kort"),
    Link("uitvoeringsagenda/", "Uitvoeringsagenda"),
    Link(adres.BEGRIPPEN, "Begrippen"),
    Link("over/", "Over deze site"),
    Link("meedoen/", "Meedoen als redacteur"),
    Link("toegankelijkheid/", "Toegankelijkheid"),
    Link("privacy/", "Privacy"),
)
"""Pages that hang on what editors write; a project may lack some."""


@dataclass(frozen=True, slots=True)
class VoetKolom:
    """A column of the footer."""

    titel: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Kader:
    """The frame of every page."""

    naam: str
    korte_naam: str
    periode: str
    officieel: bool
    menu: tuple[Link, ...]
    voet: tuple[VoetKolom, ...]
    contact: Link | None
    over: Link | None
    """The page that says what is real and what is an example, where there is one."""
    kort: Link | None
    """The summary of the plan in plain Dutch, where there is one."""
    begrippen: Link | None
    """The glossary, where there is one."""
    geldende_tekst: str
    """How the text under ``regiovisie/`` is called: it no longer counts where all have lapsed."""


def kader(index: Index, paginas: Collection[str]) -> Kader:
    """The frame for a site that has these pages: ``{"over.md", …}``."""
    regio = index.regio
    eigen = tuple(link for link in _PAGINAS if f"{link.href.rstrip('/')}.md" in paginas)
    per_adres = {link.href: link for link in eigen}
    return Kader(
        naam=regio.naam,
        korte_naam=regio.korte_naam,
        periode=regio.periode,
        officieel=regio.officieel,
        menu=MENU,
        voet=(
            VoetKolom("De tekst", _TEKST),
            VoetKolom("Reacties en besluiten", _REACTIES),
            VoetKolom("Meer", (*_VINDEN, _PLANNING, *eigen, *_MEER)),
        ),
        contact=contact_link(regio.contact),
        over=per_adres.get("over/"),
        kort=per_adres.get("in-het-kort/"),
        begrippen=per_adres.get(adres.BEGRIPPEN),
        geldende_tekst="de tekst die nu telt" if er_telt_een(index) else "de laatste tekst",
    )


def contact_link(contact: Contact | None) -> Link | None:
    """Whom to ask, as a link; without an address only the name."""
    if contact is None:
        return None
    return Link(f"mailto:{contact.email}" if contact.email else contact.url or "", contact.naam)
