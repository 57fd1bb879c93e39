"""The pages of who takes part: indieners and gemeenten, and what the councils decided.

::

    indieners/gemeenteraad-meppel.md   what was done with their reactions
    gemeenten/meppel.md                zienswijze, raadsbesluit and moties of one gemeente
"""

from __future__ import annotations

from collections.abc import Iterator

from regiovisie.render.pages.spec import PageSpec, leaf, uri_of
from regiovisie.render.views import adres, gemeenten, partijen, raadsbesluiten
from regiovisie.render.views.index import Index


def alle_partijen(index: Index) -> Iterator[PageSpec]:
    """The overviews, then each indiener and each gemeente."""
    yield PageSpec(
        uri_of(adres.INDIENERS),
        "Indieners",
        "indieners.html",
        partijen.indieners(index),
        "Wie een reactie gaf, en wat daarmee is gedaan.",
    )
    yield PageSpec(
        uri_of(adres.GEMEENTEN),
        "Gemeenten",
        "gemeenten.html",
        gemeenten.gemeenten(index),
        "De gemeenten, hun zienswijze en hun besluit.",
    )
    yield PageSpec(
        uri_of(adres.RAADSBESLUITEN),
        "Raadsbesluiten",
        "raadsbesluiten.html",
        raadsbesluiten.raadsbesluiten(index),
        "Wat elke gemeenteraad heeft besloten, en wat nog niet bekend is.",
    )
    for indiener in index.project.indieners:
        yield PageSpec(
            leaf(adres.indiener(indiener.slug)),
            indiener.naam,
            "indiener.html",
            partijen.indiener(index, indiener),
            f"Wat er is gedaan met de reacties van {indiener.naam}.",
        )
    for gemeente in index.project.gemeenten:
        yield PageSpec(
            leaf(adres.gemeente(gemeente.slug)),
            gemeente.naam,
            "gemeente.html",
            gemeenten.gemeente(index, gemeente),
            f"Zienswijze, raadsbesluit, moties en stukken van {gemeente.naam}.",
        )
