"""The files under ``data/``: each set, each record, each pair, a schema of each, a catalogue.

::

    data/zienswijzen.json         all zienswijzen, with their points
    data/zienswijzen/zw-12.json   one of them
    data/punten.csv               a row for each point
    data/catalogus.json           what there is, for programs
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from regiovisie.export.vergelijking_json import vergelijking_json
from regiovisie.publish.gegevens.json_schema import schema_of
from regiovisie.publish.gegevens.records import RECORDS
from regiovisie.publish.gegevens.vorm import Json, als_csv, als_json, als_tree
from regiovisie.publish.uitgave import Bestand, Uitgave
from regiovisie.render.views import gegevens_adres
from regiovisie.render.views.gegevens_velden import SETS, Gegevensset


def gegevens(uitgave: Uitgave) -> Iterator[Bestand]:
    """Every file of the open data that hangs on the registers."""
    aantallen: dict[str, int] = {}
    for gegevensset in SETS:
        records = RECORDS[gegevensset.naam](uitgave)
        trees = [als_tree(gegevensset.velden, record) for record in records]
        aantallen[gegevensset.naam] = len(trees)
        yield from _van_set(uitgave, gegevensset, trees)
    for van, naar in uitgave.dossier.paren:
        content = vergelijking_json(uitgave.dossier.vergelijking(van, naar)) + "\n"
        yield Bestand(gegevens_adres.vergelijking(van, naar), content)
    catalogus = als_json(_catalogus(uitgave, aantallen))
    yield Bestand(gegevens_adres.CATALOGUS, catalogus)


def _van_set(
    uitgave: Uitgave, gegevensset: Gegevensset, trees: Sequence[Mapping[str, Json]]
) -> Iterator[Bestand]:
    if gegevensset.csv:
        yield Bestand(gegevensset.bestand("csv"), als_csv(gegevensset, trees))
    if not gegevensset.json:
        return
    kop = _kop(uitgave, gegevensset)
    yield Bestand(
        gegevensset.bestand("json"), als_json({**kop, "aantal": len(trees), "records": trees})
    )
    schema = als_json(schema_of(gegevensset, uitgave.adres(_schema(gegevensset))))
    yield Bestand(_schema(gegevensset), schema)
    if gegevensset.per_stuk:
        for tree in trees:
            uri = gegevens_adres.record(gegevensset.naam, str(tree[gegevensset.sleutel]))
            yield Bestand(uri, als_json({**kop, "aantal": 1, "records": [tree]}))


def _kop(uitgave: Uitgave, gegevensset: Gegevensset) -> dict[str, Json]:
    """What stands above the records: what it is, and whether it may be taken for official."""
    regio = uitgave.index.regio
    return {
        "$schema": uitgave.adres(_schema(gegevensset)),
        "gegevens": gegevensset.naam,
        "titel": f"{gegevensset.titel}: {regio.naam}",
        "officieel": regio.officieel,
        "licentie": regio.licentie.url if regio.licentie else None,
    }


def _schema(gegevensset: Gegevensset) -> str:
    return gegevens_adres.schema(gegevensset.naam)


def _catalogus(uitgave: Uitgave, aantallen: Mapping[str, int]) -> dict[str, Json]:
    """What there is, and where."""
    regio = uitgave.index.regio
    dossier = uitgave.dossier
    return {
        "titel": f"Open gegevens: {regio.naam}",
        "pagina": uitgave.adres(gegevens_adres.DATA),
        "officieel": regio.officieel,
        "licentie": regio.licentie.url if regio.licentie else None,
        "gegevens": [
            {
                "naam": s.naam,
                "titel": s.titel,
                "uitleg": s.uitleg,
                "aantal": aantallen[s.naam],
                "schema": uitgave.adres(_schema(s)) if s.json else None,
                "bestanden": [uitgave.adres(s.bestand(vorm)) for vorm in s.vormen],
            }
            for s in SETS
        ],
        "vergelijkingen": [
            {
                "van": van,
                "naar": naar,
                "json": uitgave.adres(gegevens_adres.vergelijking(van, naar)),
            }
            for van, naar in dossier.paren
        ],
        "archieven": [
            {"versie": v.id, "zip": uitgave.adres(gegevens_adres.archief(v.id))}
            for v in dossier.versies
        ],
    }
