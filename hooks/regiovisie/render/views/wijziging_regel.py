"""A change in one line: its number, the words of its entry, its place and its cause.

Lists that hold many changes show this; the page of the change shows the whole.
"""

from __future__ import annotations

from dataclasses import dataclass

from regiovisie.registers.schema import Plaats, Wijziging
from regiovisie.render.beschrijving import shortened
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Label, Link, aantal, hoofdletter
from regiovisie.render.views.index import Index
from regiovisie.render.views.labels import HERKOMSTEN, WAT

LANGST = 70
"""How many characters of each side fit on the line."""


@dataclass(frozen=True, slots=True)
class WijzigingRegel:
    """One change in one line."""

    id: str
    href: str
    plaats: str
    onderdelen: tuple[str, ...]
    """The slugs of the onderdelen in which it touches words."""
    stap: str
    """Id of the version that it belongs to."""
    stap_naam: str
    """``versie 0.3``, or ``de werkversie``."""
    was: str
    wordt: str
    """The words of its entry, cut where they are long; both empty where it names none."""
    wat: str
    """What happened, where it names no words: ``Tekst verplaatst``."""
    meer: str
    """``en op 2 andere plekken``, or empty."""
    herkomst: Label
    punten: tuple[Link, ...]
    toelichting: str
    hele_paragraaf: bool
    voorbeeld: bool
    zoek: str
    """What a search finds besides what the line shows: its words in full, and the reason."""


def wijziging_regel(index: Index, record: Wijziging) -> WijzigingRegel:
    """One change in one line."""
    _, naar = index.dossier.stap(record.id)
    meer = len(record.ook_op)
    plekken = index.dossier.plekken(record.id)
    return WijzigingRegel(
        id=record.id,
        href=adres.wijziging(record.id),
        plaats=index.plaats_tekst(naar, Plaats(record.plaats)),
        onderdelen=tuple(dict.fromkeys(plek.onderdeel.slug for plek in plekken)),
        stap=naar,
        stap_naam=index.versie_in_zin(naar),
        was=shortened(record.was or "", LANGST),
        wordt=shortened(record.wordt or "", LANGST),
        wat="" if record.was or record.wordt else hoofdletter(WAT[record.wat]),
        meer=f"en op {aantal(meer, 'andere plek', 'andere plekken')}" if meer else "",
        herkomst=HERKOMSTEN[record.herkomst],
        punten=tuple(Link(adres.punt(p), p) for p in record.punten if p in index.punten),
        toelichting=record.toelichting or "",
        hele_paragraaf=index.dossier.is_whole_section(record.id),
        voorbeeld=record.voorbeeld,
        zoek=" ".join(filter(None, (record.was, record.wordt, record.toelichting))),
    )
