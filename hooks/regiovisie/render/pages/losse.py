"""Home and the other pages of which there is one.

::

    PageSpec("planning/index.md", "Planning", "planning.html", view, "Wat is geweest …")
"""

from __future__ import annotations

from collections.abc import Iterator

from regiovisie.render.pages.spec import PageSpec, leaf, uri_of
from regiovisie.render.views import (
    adres,
    bronnen,
    gegevens,
    gegevens_adres,
    home,
    planning,
    reageren,
    samenvatting,
    toegankelijkheid,
    uitvoering,
)
from regiovisie.render.views.index import Index


def losse_paginas(index: Index) -> Iterator[PageSpec]:
    """The opening page, what is planned, and what all of it rests on."""
    naam = index.regio.korte_naam
    yield PageSpec(
        uri_of(adres.HOME),
        index.regio.naam,
        "home.html",
        home.home(index),
        f"Lees de {naam}, vergelijk de versies en zie wat er met elke zienswijze is gedaan.",
    )
    yield PageSpec(
        uri_of(adres.PLANNING),
        "Planning",
        "planning.html",
        planning.planning(index),
        "Wat is geweest en wat nog komt.",
    )
    yield PageSpec(
        uri_of(adres.BRONNEN),
        "Bronnen",
        "bronnen.html",
        bronnen.bronnen(index),
        "Alle bronnen van deze site, met adres en de datum waarop ze zijn gelezen.",
    )
    yield PageSpec(
        uri_of(gegevens_adres.DATA),
        gegevens.TITEL,
        "data.html",
        gegevens.gegevens(index),
        "Alle registers, teksten en vergelijkingen als bestand: CSV, JSON, Markdown en feeds.",
    )
    yield from _met_eigen_woorden(index)


def _met_eigen_woorden(index: Index) -> Iterator[PageSpec]:
    """Pages whose opening words editors write, where they do."""
    yield PageSpec(
        leaf(adres.REAGEREN),
        reageren.TITEL,
        "reageren.html",
        reageren.reageren(index),
        "Wat kunt u nu nog doen, wat kan niet meer, en bij wie moet u zijn?",
    )
    yield PageSpec(
        leaf(adres.TOEGANKELIJKHEID),
        toegankelijkheid.TITEL,
        "toegankelijkheid.html",
        toegankelijkheid.toegankelijkheid(index),
        "Of de site een toegankelijkheidsverklaring heeft, en wat wij voor iedereen doen.",
    )
    if index.samenvattingen:
        yield PageSpec(
            leaf(adres.IN_HET_KORT),
            samenvatting.TITEL,
            "in-het-kort.html",
            samenvatting.in_het_kort(index),
            "Wat staat er in de regiovisie? Een samenvatting in gewone taal, per onderdeel.",
        )
    if uitvoering.naar_uitvoering(index):
        yield PageSpec(
            leaf(adres.UITVOERING),
            uitvoering.TITEL,
            "uitvoering.html",
            uitvoering.uitvoering(index),
            "Wat na de regiovisie komt, en welke reacties daarheen gaan.",
        )
