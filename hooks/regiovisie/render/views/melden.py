"""The route for who finds a reaction wrongly summarised: to whom, naming which number.

Without an address of the region's own, the griffie of the municipality is where one goes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from regiovisie.registers.schema import Indiener
from regiovisie.render.views.basis import Link
from regiovisie.render.views.index import Index
from regiovisie.render.views.kader import contact_link


@dataclass(frozen=True, slots=True)
class Melden:
    """To whom one reports a wrong summary, and what to name."""

    nummer: str
    """``ZW-12``; empty on a page about several zienswijzen."""
    voorbeeld: str
    """The number of one point; empty when there are none."""
    contact: Link | None
    griffies: tuple[str, ...]
    """Names of the municipalities whose griffie is near; may be empty."""


def melden(
    index: Index, indieners: Iterable[Indiener], nummer: str = "", voorbeeld: str = ""
) -> Melden:
    """The route for these indieners."""
    slugs = dict.fromkeys(indiener.gemeente for indiener in indieners)
    return Melden(
        nummer=nummer,
        voorbeeld=voorbeeld,
        contact=contact_link(index.regio.contact),
        griffies=tuple(index.gemeenten[slug].naam for slug in slugs if slug in index.gemeenten),
    )
