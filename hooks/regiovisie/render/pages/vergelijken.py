"""The pages of the differences: between every two versions, and the register of changes.

::

    vergelijk/2025-11-consultatieversie/werkversie/index.md         the pair
    vergelijk/2025-11-consultatieversie/werkversie/wachttijden.md   one onderdeel of it
    wijzigingen/w-012.md                                            one change
"""

from __future__ import annotations

from collections.abc import Iterator

from regiovisie.render.beschrijving import shortened
from regiovisie.render.pages.spec import PageSpec, leaf, uri_of
from regiovisie.render.views import adres, kies, paar, paar_onderdeel, wijzigingen
from regiovisie.render.views.basis import aantal, hoofdletter
from regiovisie.render.views.index import Index

_LONGEST_TITLE = 60
"""Signs of what changed that a tab or a list of bookmarks shows."""


def paren(index: Index) -> Iterator[PageSpec]:
    """Every pair of versions, and each onderdeel that changed in it."""
    yield PageSpec(
        uri_of(adres.VERGELIJK),
        "Vergelijk twee versies",
        "vergelijk.html",
        kies.kies(index),
        "Kies twee versies en zie elk veranderd woord, met de reden.",
    )
    for van, naar in index.dossier.paren:
        namen = f"{index.versie_naam(van)} en {index.versie_naam(naar)}"
        yield PageSpec(
            uri_of(adres.vergelijking(van, naar)),
            f"Verschil tussen {namen}",
            "paar.html",
            paar.paar(index, van, naar),
            f"Alle verschillen tussen {namen}, met hun herkomst.",
        )
        for onderdeel in index.dossier.vergelijking(van, naar).onderdelen:
            if onderdeel.status == "gelijk":
                continue
            yield PageSpec(
                leaf(adres.vergelijking(van, naar, onderdeel.slug)),
                f"{onderdeel.titel}: verschil tussen {namen}",
                "paar-onderdeel.html",
                paar_onderdeel.paar_onderdeel(index, van, naar, onderdeel.slug),
                f"Elk veranderd woord in {onderdeel.titel} tussen {namen}.",
            )


def alle_wijzigingen(index: Index) -> Iterator[PageSpec]:
    """The register of changes: whole, by group, and one by one."""
    yield PageSpec(
        uri_of(adres.WIJZIGINGEN),
        "Alle wijzigingen",
        "wijzigingen.html",
        wijzigingen.wijzigingen(index),
        "Elke wijziging in de tekst, met waar zij vandaan komt.",
    )
    for kenmerk in wijzigingen.kenmerken(index):
        for groep in kenmerk.groepen:
            groep_view = wijzigingen.groep_view(index, kenmerk, groep)
            yield PageSpec(
                leaf(groep.href),
                groep_view.titel,
                "wijzigingen-groep.html",
                groep_view,
                f"{groep_view.titel}: {groep.telling}.",
            )
    for record in index.wijzigingen.values():
        view = wijzigingen.wijziging(index, record)
        yield PageSpec(
            leaf(adres.wijziging(record.id)),
            f"Wijziging {record.id}: {shortened(_wat(view), _LONGEST_TITLE)}",
            "wijziging.html",
            view,
            _in_een_regel(view),
        )


def _wat(view: wijzigingen.WijzigingView) -> str:
    """What changed in the first of the places of a change."""
    plekken = view.wijziging.plekken
    return plekken[0].beschrijving if plekken else hoofdletter(view.wijziging.kort.wat)


def _in_een_regel(view: wijzigingen.WijzigingView) -> str:
    """A change for who sees only a link to it: what changed, how often, where and why."""
    plekken = view.wijziging.plekken
    meer = aantal(len(plekken) - 1, "andere alinea", "andere alinea’s")
    ook = f", en in {meer}" if len(plekken) > 1 else ""
    herkomst = view.wijziging.kort.herkomst.tekst
    return f"{_wat(view)}{ook}. In {view.plaatsen[0]}. Herkomst: {herkomst}."
