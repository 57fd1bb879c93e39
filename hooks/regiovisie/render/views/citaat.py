"""The line by which a letter or a decision refers to a text: which, of when, where, and its seal.

::

    Regiovisie …, versie 0.4 (vastgesteld, 12 mei 2026), onderdeel 6 Pijlers.
    Vingerafdruk 8b05-9f8a-9fd2-a8f7. https://…/versies/2026-04-…/pijlers/

The address stands last, so that no full stop is taken for a part of it. It is always the one
that stays, also on the page of the text that counts.
"""

from __future__ import annotations

from dataclasses import dataclass

from regiovisie.model import Onderdeel
from regiovisie.registers.checksums import fingerprint
from regiovisie.registers.schema import Versie
from regiovisie.render.views import adres
from regiovisie.render.views.index import Index
from regiovisie.render.views.labels import FASEN


@dataclass(frozen=True, slots=True)
class Citaat:
    """The parts of the line; the address of the site is put before ``href``."""

    titel: str
    """Opens the line out: ``Verwijs naar dit onderdeel``."""
    tekst: str
    href: str
    vingerafdruk: str
    """Empty for a version that is not sealed."""


def citaat(index: Index, versie: Versie, onderdeel: Onderdeel | None = None) -> Citaat:
    """The line for a version, or for one onderdeel of it."""
    fase = f"{FASEN[versie.fase.fase].tekst}, {versie.fase.datum}"
    delen = [f"{index.regio.naam}, versie {versie.nummer} ({fase})"]
    if onderdeel:
        delen.append(f"onderdeel {onderdeel.nummer} {onderdeel.titel}".replace("  ", " "))
    if versie.voorbeeld:
        delen.append("voorbeeldtekst")
    return Citaat(
        titel="Verwijs naar dit onderdeel" if onderdeel else "Verwijs naar deze versie",
        tekst=", ".join(delen),
        href=adres.versie(versie.id, onderdeel.slug if onderdeel else ""),
        vingerafdruk=fingerprint(versie.checksums) if versie.checksums else "",
    )
