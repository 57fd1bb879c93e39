"""The register of zienswijzen: its overviews, and each zienswijze.

::

    zienswijzen/index.md             all of them, by ronde
    zienswijzen/uitkomst/deels.md    the points that were taken over in part
    zienswijzen/zw-12.md             one zienswijze with its points
"""

from __future__ import annotations

from collections.abc import Iterator

from regiovisie.render.pages.spec import PageSpec, leaf, uri_of
from regiovisie.render.views import adres, register, register_rondes, zienswijzen
from regiovisie.render.views.index import Index


def zienswijzenregister(index: Index) -> Iterator[PageSpec]:
    """The register of zienswijzen, and its points by soort, uitkomst, onderdeel, …"""
    kenmerken = register.kenmerken(index)
    yield PageSpec(
        uri_of(adres.ZIENSWIJZEN),
        "Zienswijzen",
        "zienswijzen.html",
        register_rondes.register(index, kenmerken),
        "Alle reacties op de tekst, met per punt het antwoord.",
    )
    yield from _kenmerken(index, kenmerken)
    for ronde in index.regio.rondes:
        yield PageSpec(
            leaf(adres.register("ronde", ronde.id)),
            f"Reacties uit de ronde: {ronde.titel}",
            "register-ronde.html",
            register_rondes.ronde_view(index, ronde),
            f"Alle reacties uit de ronde {ronde.titel}, met hun punten.",
        )
    for record in index.project.zienswijzen:
        view = zienswijzen.zienswijze(index, record)
        yield PageSpec(
            leaf(adres.zienswijze(record.id)),
            view.titel,
            "zienswijze.html",
            view,
            f"{view.titel}: {view.telling}.",
        )


def _kenmerken(index: Index, kenmerken: tuple[register.Kenmerk, ...]) -> Iterator[PageSpec]:
    """The points by soort, uitkomst, onderdeel, …"""
    for kenmerk in register.met_pagina(kenmerken):
        view = register.kenmerk_view(kenmerk, kenmerken)
        yield PageSpec(
            uri_of(kenmerk.href),
            view.titel,
            "register-kenmerk.html",
            view,
            f"Alle punten uit de zienswijzen per {kenmerk.naam.lower()}, met wat ermee is gedaan.",
        )
        for groep in kenmerk.groepen if kenmerk.code != "ronde" else ():
            punten = register.groep_view(index, kenmerk, groep)
            yield PageSpec(
                leaf(groep.href),
                punten.titel,
                "register-groep.html",
                punten,
                f"{punten.titel}: {groep.samenvatting}.",
            )
