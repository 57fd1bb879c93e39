"""The pictures that stand by a link to this site elsewhere: which there are, and what is on them.

One for the site, one for each version, and one for each step between two versions. They are
drawn in the room that publishes; here is only what they say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from regiovisie.registers.schema import Versie
from regiovisie.render.views.index import Index
from regiovisie.render.views.labels import FASEN

BREEDTE, HOOGTE = 1200, 630
"""The size that Open Graph readers ask for."""
_MAP = "img/deel/"


@dataclass(frozen=True, slots=True)
class Deelbeeld:
    """One picture and the words on it."""

    href: str
    boven: str
    """Small, above the title: whose text it is."""
    titel: str
    stand: str
    """In which phase the text is; empty where the picture is not of a text."""
    toon: str
    """The tone of that phase, as in `FASEN`."""
    voorbeeld: bool

    @property
    def alt(self) -> str:
        """What is on the picture, for who does not see it."""
        delen = (self.boven, self.titel, self.stand, "voorbeeldtekst" if self.voorbeeld else "")
        return " · ".join(deel for deel in delen if deel)


def deelbeelden(index: Index) -> Iterator[Deelbeeld]:
    """Every picture of a site."""
    yield _van_site(index)
    for versie in index.versies.values():
        yield _van_versie(index, versie)
    for van, naar in index.dossier.stappen:
        if naar in index.versies:
            yield _van_stap(index, van, naar)


def beeld_van(index: Index, href: str) -> Deelbeeld:
    """The picture of the page at an address: of its version or step, else that of the site."""
    delen = href.strip("/").split("/")
    match delen:
        case ["regiovisie", *_]:
            return _van_versie(index, index.dossier.geldend)
        case ["versies", versie_id, *_] if versie_id in index.versies:
            return _van_versie(index, index.versies[versie_id])
        case ["vergelijk", van, naar, *_] if (
            van,
            naar,
        ) in index.dossier.stappen and naar in index.versies:
            return _van_stap(index, van, naar)
        case _:
            return _van_site(index)


def _van_site(index: Index) -> Deelbeeld:
    geldend = index.dossier.geldend
    return Deelbeeld(
        f"{_MAP}site.png",
        "Lees, vergelijk en zie waarom iets veranderde",
        index.regio.naam,
        "",
        FASEN[geldend.fase.fase].toon,
        geldend.voorbeeld,
    )


def _van_versie(index: Index, versie: Versie) -> Deelbeeld:
    label = FASEN[versie.fase.fase]
    return Deelbeeld(
        f"{_MAP}{versie.id}.png",
        index.regio.korte_naam,
        f"Versie {versie.nummer}: {versie.titel}",
        f"{label.tekst} ({versie.fase.datum})",
        label.toon,
        versie.voorbeeld,
    )


def _van_stap(index: Index, van: str, naar: str) -> Deelbeeld:
    versie = index.versies[naar]
    return Deelbeeld(
        f"{_MAP}{van}--{naar}.png",
        index.regio.korte_naam,
        f"Wat veranderde tussen {index.versie_naam(van)} en {index.versie_naam(naar)}?",
        "",
        FASEN[versie.fase.fase].toon,
        versie.voorbeeld,
    )
