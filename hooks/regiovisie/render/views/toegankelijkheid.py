"""The page on accessibility: what the statement says, where there is one, and nothing more.

A status is never claimed by a generator. The compulsory statement is made at
toegankelijkheidsverklaring.nl by the body that publishes; this page leads to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from regiovisie.render.views.basis import Link
from regiovisie.render.views.index import Index

TITEL = "Toegankelijkheid"
STATUSSEN: Mapping[str, str] = {
    "A": "voldoet volledig",
    "B": "voldoet gedeeltelijk",
    "C": "eerste maatregelen genomen",
    "D": "voldoet niet",
    "E": "geen toegankelijkheidsverklaring",
}
"""What each status in the register at toegankelijkheidsverklaring.nl means."""


@dataclass(frozen=True, slots=True)
class ToegankelijkheidView:
    """What is configured about accessibility."""

    status: str
    """``B (voldoet gedeeltelijk)``; empty where nothing is configured."""
    verklaring: str
    """The address of the statement; empty where there is none."""
    datum: str
    onderzoek: str
    """The address of the report of the audit; empty where there is none."""
    kruimels: tuple[Link, ...] = ()


def toegankelijkheid(index: Index) -> ToegankelijkheidView:
    """The page on accessibility."""
    bekend = index.regio.toegankelijkheid
    if bekend is None:
        return ToegankelijkheidView("", "", "", "")
    return ToegankelijkheidView(
        status=f"{bekend.status} ({STATUSSEN[bekend.status]})",
        verklaring=bekend.verklaring or "",
        datum=str(bekend.datum or ""),
        onderzoek=bekend.onderzoek or "",
    )
