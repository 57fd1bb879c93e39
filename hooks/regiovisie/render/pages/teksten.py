"""The pages on which a text is read: whole versions, their onderdelen, and their history.

::

    versies/2025-11-consultatieversie/index.md        what is in the version
    versies/2025-11-consultatieversie/wachttijden.md  one onderdeel of it
    versies/2025-11-consultatieversie/volledig.md     all its onderdelen
    geschiedenis/wachttijden.md                       its paragraphs through all versions
"""

from __future__ import annotations

from collections.abc import Iterator

from regiovisie.registers import WERKVERSIE
from regiovisie.render.pages.spec import PageSpec, leaf, uri_of
from regiovisie.render.views import (
    adres,
    geschiedenis,
    lezen,
    lezen_onderdeel,
    lezen_volledig,
    versies,
)
from regiovisie.render.views.index import Index


def teksten(index: Index) -> Iterator[PageSpec]:
    """The text that counts, the werkversie, every frozen version, and each onderdeel's history."""
    geldend = index.dossier.geldend
    yield from _tekst(index, geldend.id, "geldend", adres.REGIOVISIE)
    yield from _tekst(index, WERKVERSIE, "werkversie", adres.WERKVERSIE)
    for versie_id in index.versies:
        yield from _tekst(index, versie_id, "versie", adres.versie(versie_id))
    yield PageSpec(
        uri_of(adres.VERSIES),
        "Alle versies",
        "versies.html",
        versies.versies(index),
        "Alle versies van de tekst, elk zoals die was.",
    )
    yield from _geschiedenissen(index)


def _tekst(index: Index, versie_id: str, soort: lezen.Soort, basis: str) -> Iterator[PageSpec]:
    opening = lezen.tekst(index, versie_id, soort)
    naam = index.regio.korte_naam
    waar = "" if soort == "geldend" else f" ({index.versie_naam(versie_id)})"
    yield PageSpec(
        uri_of(basis),
        f"Lees de {naam}" if soort == "geldend" else opening.naam,
        "tekst.html",
        opening,
        f"Samenvatting en inhoud van de {naam}{waar}.",
    )
    yield PageSpec(
        leaf(lezen.volledig_adres(index, versie_id, soort)),
        f"Hele tekst{waar}",
        "tekst-volledig.html",
        lezen_volledig.volledig(index, versie_id, soort),
        f"De hele tekst van de {naam}{waar} op één pagina, ook om te printen.",
    )
    for onderdeel in index.onderdelen(versie_id):
        yield PageSpec(
            leaf(f"{basis}{onderdeel.slug}/"),
            f"{onderdeel.nummer} {onderdeel.titel}{waar}".strip(),
            "onderdeel.html",
            lezen_onderdeel.onderdeel(index, versie_id, soort, onderdeel.slug),
            f"Onderdeel {onderdeel.nummer} van de {naam}{waar}: {onderdeel.titel}.",
        )


def _geschiedenissen(index: Index) -> Iterator[PageSpec]:
    yield PageSpec(
        uri_of(adres.GESCHIEDENIS),
        "Geschiedenis per onderdeel",
        "geschiedenis-index.html",
        geschiedenis.geschiedenis_index(index),
        "Hoeveel er in elke stap in elk onderdeel veranderde.",
    )
    for slug in index.onderdeel_namen:
        view = geschiedenis.geschiedenis(index, slug)
        yield PageSpec(
            leaf(adres.geschiedenis(slug)),
            f"Geschiedenis van {view.titel}",
            "geschiedenis.html",
            view,
            f"Elke alinea van {view.titel} door alle versies heen.",
        )
