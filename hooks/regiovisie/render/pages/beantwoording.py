"""The nota van beantwoording in its parts, on main lines, and whole.

::

    nota/index.md                  what it holds
    nota/onderdeel/wachttijden.md  every point on one onderdeel, with its answer
    nota/staat.md                  every change, in the order of the text
"""

from __future__ import annotations

from collections.abc import Iterator

from regiovisie.render.pages.spec import PageSpec, leaf, uri_of
from regiovisie.render.views import (
    adres,
    beeld,
    nota,
    nota_inlichtingen,
    nota_punten,
    nota_volledig,
    nota_wijzigingen,
)
from regiovisie.render.views.index import Index


def beantwoording(index: Index) -> Iterator[PageSpec]:
    """The nota, from its first page to all of it on one."""
    yield PageSpec(
        uri_of(adres.NOTA),
        "Nota van beantwoording",
        "nota.html",
        nota.nota(index),
        "Alle punten met hun antwoord, per indiener en per onderdeel.",
    )
    yield from _antwoorden(index)
    yield from _veranderingen(index)
    yield PageSpec(
        uri_of(adres.NOTA_INLICHTINGEN),
        "Nota van inlichtingen",
        "nota-inlichtingen.html",
        nota_inlichtingen.inlichtingen(index),
        "Het antwoord op alle reacties, op hoofdlijnen.",
    )
    yield PageSpec(
        uri_of(adres.NOTA_VOLLEDIG),
        "De hele nota van beantwoording",
        "nota-volledig.html",
        nota_volledig.volledig(index),
        "De nota van beantwoording op één pagina, om te printen.",
    )
    yield PageSpec(
        uri_of(adres.IN_BEELD),
        "In beeld",
        "in-beeld.html",
        beeld.beeld(index),
        "Wat er met de reacties is gedaan en hoeveel er veranderde, in figuren met cijfers.",
    )


def _antwoorden(index: Index) -> Iterator[PageSpec]:
    """The points with their answers: by onderdeel, and the answers that serve several."""
    for slug in nota_punten.slugs(index):
        naam = nota_punten.naam(index, slug)
        titel = f"Antwoorden bij {naam}" if slug else "Antwoorden over het geheel"
        for blad in range(1, nota_punten.bladen(index, slug) + 1):
            yield PageSpec(
                leaf(adres.nota_onderdeel(slug, blad=blad)),
                titel if blad == 1 else f"{titel}, deel {blad}",
                "nota-onderdeel.html",
                nota.onderdeel(index, slug, blad),
                f"Alle punten met hun antwoord: {naam}.",
            )
    yield PageSpec(
        uri_of(adres.NOTA_ANTWOORDEN),
        "Antwoorden die voor meer punten gelden",
        "nota-antwoorden.html",
        nota.antwoorden(index),
        "Elk antwoord één keer, met alle punten waarvoor het geldt.",
    )


def _veranderingen(index: Index) -> Iterator[PageSpec]:
    """What changed: without anyone asking, and all of it step by step."""
    yield PageSpec(
        uri_of(adres.NOTA_AMBTSHALVE),
        "Wijzigingen zonder verzoek",
        "nota-ambtshalve.html",
        nota_wijzigingen.zonder_verzoek(index),
        "Wat de regio zelf veranderde, met de reden.",
    )
    yield PageSpec(
        uri_of(adres.NOTA_STAAT),
        "Staat van wijzigingen",
        "nota-staat.html",
        nota_wijzigingen.staat(index),
        "Alle veranderingen in de volgorde van de tekst.",
    )
    for stap in index.dossier.stappen:
        staat = nota_wijzigingen.staat_stap(index, stap)
        yield PageSpec(
            leaf(adres.nota_staat(stap[1])),
            f"Staat van wijzigingen: {staat.stap.titel.lower()}",
            "nota-staat-stap.html",
            staat,
            f"{staat.stap.titel}: {staat.stap.telling}.",
        )
