"""Every generated page of the site: its file, title, template and view.

::

    PageSpec("zienswijzen/zw-12.md", "Zienswijze van … (ZW-12)", "zienswijze.html", view, …)

Views are made one at a time as the iterator runs, so that a large site never holds all
of them at once unless the caller does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from regiovisie.herkomst.dossier import Dossier
from regiovisie.registers import WERKVERSIE
from regiovisie.render.opmaker import Opmaker, RenvooiOpmaker
from regiovisie.render.views import (
    adres,
    geschiedenis,
    home,
    lezen,
    nota,
    partijen,
    planning,
    raadsbesluiten,
    vergelijken,
    versies,
    wijzigingen,
    zienswijzen,
)
from regiovisie.render.views.index import Index
from regiovisie.render.views.kader import kader


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One generated page."""

    uri: str
    """Path of the page's source, as if it stood in docs/: ``zienswijzen/zw-12.md``."""
    title: str
    template: str
    view: object
    description: str


def site_context(dossier: Dossier, paginas: Collection[str]) -> dict[str, object]:
    """What every template needs besides its view; ``paginas`` are the editors' own pages."""
    return {"kader": kader(Index(dossier, RenvooiOpmaker(dossier)), paginas)}


def all_pages(dossier: Dossier, opmaker: Opmaker | None = None) -> Iterator[PageSpec]:
    """All generated pages of a project."""
    index = Index(dossier, opmaker or RenvooiOpmaker(dossier))
    yield from _overzichten(index)
    yield from _teksten(index)
    yield from _paren(index)
    yield from _wijzigingen(index)
    yield from _zienswijzen(index)
    yield from _partijen(index)


def uri_of(href: str) -> str:
    """The source of the page at an address: ``nota/`` gives ``nota/index.md``."""
    return "index.md" if href == adres.HOME else f"{href}index.md"


def _leaf(href: str) -> str:
    return f"{href.rstrip('/')}.md"


def _overzichten(index: Index) -> Iterator[PageSpec]:
    """Home and the pages of which there is one."""
    naam = index.regio.korte_naam
    yield PageSpec(
        uri_of(adres.HOME),
        index.regio.naam,
        "home.html",
        home.home(index),
        f"Lees de {naam}, vergelijk de versies en zie wat er met elke zienswijze is gedaan.",
    )
    yield PageSpec(
        uri_of(adres.VERSIES),
        "Alle versies",
        "versies.html",
        versies.versies(index),
        "Alle versies van de tekst, elk zoals die was.",
    )
    yield PageSpec(
        uri_of(adres.VERGELIJK),
        "Vergelijk twee versies",
        "vergelijk.html",
        vergelijken.kies(index),
        "Kies twee versies en zie elk veranderd woord, met de reden.",
    )
    yield PageSpec(
        uri_of(adres.WIJZIGINGEN),
        "Alle wijzigingen",
        "wijzigingen.html",
        wijzigingen.wijzigingen(index),
        "Elke wijziging in de tekst, met waar zij vandaan komt.",
    )
    yield PageSpec(
        uri_of(adres.ZIENSWIJZEN),
        "Zienswijzen",
        "zienswijzen.html",
        zienswijzen.zienswijzen(index),
        "Alle reacties op de tekst, met per punt het antwoord.",
    )
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
        partijen.gemeenten(index),
        "De gemeenten, hun zienswijze en hun besluit.",
    )
    yield PageSpec(
        uri_of(adres.RAADSBESLUITEN),
        "Raadsbesluiten",
        "raadsbesluiten.html",
        raadsbesluiten.raadsbesluiten(index),
        "Wat elke gemeenteraad heeft besloten, en wat nog niet bekend is.",
    )
    yield PageSpec(
        uri_of(adres.NOTA),
        "Nota van beantwoording",
        "nota.html",
        nota.nota(index),
        "Alle punten met hun antwoord, per indiener en per onderdeel.",
    )
    yield PageSpec(
        uri_of(adres.PLANNING),
        "Planning",
        "planning.html",
        planning.planning(index),
        "Wat is geweest en wat nog komt.",
    )


def _teksten(index: Index) -> Iterator[PageSpec]:
    """The text that counts, the werkversie, every frozen version, and each onderdeel's history."""
    geldend = index.dossier.geldend
    yield from _tekst(index, geldend.id, "geldend", adres.REGIOVISIE)
    yield from _tekst(index, WERKVERSIE, "werkversie", adres.WERKVERSIE)
    for versie_id in index.versies:
        yield from _tekst(index, versie_id, "versie", adres.versie(versie_id))
    for onderdeel in index.onderdelen(geldend.id):
        yield PageSpec(
            _leaf(adres.geschiedenis(onderdeel.slug)),
            f"Geschiedenis van {onderdeel.titel}",
            "geschiedenis.html",
            geschiedenis.geschiedenis(index, onderdeel.slug),
            f"Elke alinea van {onderdeel.titel} door alle versies heen.",
        )


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
    for onderdeel in index.onderdelen(versie_id):
        yield PageSpec(
            _leaf(f"{basis}{onderdeel.slug}/"),
            f"{onderdeel.nummer} {onderdeel.titel}{waar}".strip(),
            "onderdeel.html",
            lezen.onderdeel(index, versie_id, soort, onderdeel.slug),
            f"Onderdeel {onderdeel.nummer} van de {naam}{waar}: {onderdeel.titel}.",
        )


def _paren(index: Index) -> Iterator[PageSpec]:
    """Every pair of versions, and each onderdeel that changed in it."""
    for van, naar in index.dossier.paren:
        namen = f"{index.versie_naam(van)} en {index.versie_naam(naar)}"
        yield PageSpec(
            uri_of(adres.vergelijking(van, naar)),
            f"Verschil tussen {namen}",
            "paar.html",
            vergelijken.paar(index, van, naar),
            f"Alle verschillen tussen {namen}, met hun herkomst.",
        )
        for onderdeel in index.dossier.vergelijking(van, naar).onderdelen:
            if onderdeel.status == "gelijk":
                continue
            yield PageSpec(
                _leaf(adres.vergelijking(van, naar, onderdeel.slug)),
                f"{onderdeel.titel}: verschil tussen {namen}",
                "paar-onderdeel.html",
                vergelijken.paar_onderdeel(index, van, naar, onderdeel.slug),
                f"Elk veranderd woord in {onderdeel.titel} tussen {namen}.",
            )


def _wijzigingen(index: Index) -> Iterator[PageSpec]:
    for record in index.wijzigingen.values():
        view = wijzigingen.wijziging(index, record)
        yield PageSpec(
            _leaf(adres.wijziging(record.id)),
            f"Wijziging {record.id}",
            "wijziging.html",
            view,
            f"Wijziging {record.id} in {view.plaatsen[0]}: {view.wijziging.kort.herkomst.tekst}.",
        )


def _zienswijzen(index: Index) -> Iterator[PageSpec]:
    for record in index.project.zienswijzen:
        view = zienswijzen.zienswijze(index, record)
        yield PageSpec(
            _leaf(adres.zienswijze(record.id)),
            view.titel,
            "zienswijze.html",
            view,
            f"{view.titel}: {view.telling}.",
        )


def _partijen(index: Index) -> Iterator[PageSpec]:
    for indiener in index.project.indieners:
        yield PageSpec(
            _leaf(adres.indiener(indiener.slug)),
            indiener.naam,
            "indiener.html",
            partijen.indiener(index, indiener),
            f"Wat er is gedaan met de reacties van {indiener.naam}.",
        )
    for gemeente in index.project.gemeenten:
        yield PageSpec(
            _leaf(adres.gemeente(gemeente.slug)),
            gemeente.naam,
            "gemeente.html",
            partijen.gemeente(index, gemeente),
            f"Zienswijze, raadsbesluit, moties en stukken van {gemeente.naam}.",
        )
