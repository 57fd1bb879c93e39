"""The page to search on, and the register of keywords for who has no script or likes to browse."""

from __future__ import annotations

from collections.abc import Iterator

from regiovisie.render.pages.spec import PageSpec, leaf
from regiovisie.render.views import adres, trefwoorden, zoeken
from regiovisie.render.views.index import Index


def vinden(index: Index) -> Iterator[PageSpec]:
    """Both pages."""
    yield PageSpec(
        leaf(adres.ZOEKEN),
        zoeken.TITEL,
        "zoeken.html",
        zoeken.zoeken(index),
        "Zoek in de tekst, de zienswijzen en de wijzigingen.",
    )
    yield PageSpec(
        leaf(adres.TREFWOORDEN),
        trefwoorden.TITEL,
        "trefwoorden.html",
        trefwoorden.trefwoorden(index),
        "Een lijst van woorden van A tot Z, met de plekken waar u ze vindt.",
    )
