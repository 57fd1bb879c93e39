"""Records as JSON and as CSV, by the description of their fields.

::

    {"ontvangen": parse_datum("medio 2025")}
    → {"ontvangen": "medio 2025", "ontvangen_vanaf": "2025-05-01", "ontvangen_tot": "2025-08-31"}

A date stands as it was written, with the first and the last day that it can be beside it. What is
not known is null in JSON and empty in CSV.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from regiovisie.registers.datum import Datum
from regiovisie.registers.schema import Bron
from regiovisie.render.views.gegevens_velden import Gegevensset, Veld
from regiovisie.tabel import schrijf_csv

Json = str | int | bool | None | Sequence["Json"] | Mapping[str, "Json"]
Waarde = str | int | bool | Datum | None | Sequence[str] | Sequence["Record"]
Record = Mapping[str, Waarde]
"""The values of one record by the names of its fields."""


def als_tree(velden: Iterable[Veld], record: Record) -> dict[str, Json]:
    """One record as JSON knows it, its keys in the order of the description."""
    tree: dict[str, Json] = {}
    for veld in velden:
        tree |= _sleutels(veld, record[veld.naam])
    return tree


def _sleutels(veld: Veld, waarde: Waarde) -> dict[str, Json]:
    if veld.soort == "datum":
        assert waarde is None or isinstance(waarde, Datum)
        delen = (str(waarde), _dag(waarde.vanaf), _dag(waarde.tot)) if waarde else (None,) * 3
        return dict(zip(veld.sleutels, delen, strict=True))
    if veld.soort in ("reeks", "lijst"):
        assert isinstance(waarde, Sequence)
        return {veld.naam: [_lid(veld, lid) for lid in waarde]}
    assert waarde is None or isinstance(waarde, str | int)
    return {veld.naam: waarde}


def _lid(veld: Veld, lid: str | Record) -> Json:
    return lid if isinstance(lid, str) else als_tree(veld.deel, lid)


def _dag(dag: object) -> str | None:
    return str(dag) if dag else None


def als_json(tree: Mapping[str, Json]) -> str:
    """JSON as text: readable, and the same for the same values."""
    return json.dumps(tree, ensure_ascii=False, indent=1) + "\n"


def als_csv(gegevens: Gegevensset, trees: Iterable[Mapping[str, Json]]) -> bytes:
    """Records as CSV: a row of names, then one row for each."""
    kolommen = gegevens.kolommen
    return schrijf_csv([kolommen, *([_cel(tree[k]) for k in kolommen] for tree in trees)])


def _cel(waarde: Json) -> str:
    """A value as a cell; several stand behind one another with a comma."""
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, str | int):
        return str(waarde)
    return ", ".join(str(deel) for deel in waarde)


def bron_records(bronnen: Iterable[Bron | None]) -> list[Record]:
    """Sources as records."""
    return [
        {
            "id": bron.id,
            "titel": bron.titel,
            "datum": bron.datum,
            "url": bron.url,
            "vindplaats": bron.vindplaats,
            "zegt": bron.zegt,
            "gelezen": bron.gelezen,
        }
        for bron in bronnen
        if bron
    ]
