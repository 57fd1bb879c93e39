"""A JSON Schema of each set of the open data, made from the description of its fields.

See https://json-schema.org/draft/2020-12/.
"""

from __future__ import annotations

from collections.abc import Iterable

from regiovisie.publish.gegevens.vorm import Json
from regiovisie.render.views.gegevens_velden import Gegevensset, Veld

_OF_NIETS: dict[str, Json] = {"type": ["string", "null"]}
_DAG: dict[str, Json] = {**_OF_NIETS, "format": "date"}


def schema_of(gegevens: Gegevensset, adres: str) -> dict[str, Json]:
    """The schema of the JSON of a set, published at an address."""
    kop: dict[str, Json] = {
        "$schema": {"type": "string"},
        "gegevens": {"const": gegevens.naam},
        "titel": {"type": "string"},
        "officieel": {"type": "boolean", "description": "Nee: een reconstructie, zonder gezag."},
        "licentie": {**_OF_NIETS, "format": "uri-reference"},
        "aantal": {"type": "integer", "minimum": 0},
        "records": {"type": "array", "items": _object(gegevens.velden)},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": adres,
        "title": gegevens.titel,
        "description": gegevens.uitleg,
        **_exactly(kop),
    }


def _exactly(properties: dict[str, Json]) -> dict[str, Json]:
    """An object with these keys, all of them, and no other."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _object(velden: Iterable[Veld]) -> dict[str, Json]:
    properties: dict[str, Json] = {}
    for veld in velden:
        properties |= _properties(veld)
    return _exactly(properties)


def _properties(veld: Veld) -> dict[str, Json]:
    if veld.soort == "datum":
        zoals, vanaf, tot = veld.sleutels
        return {
            zoals: {**_OF_NIETS, "description": f"{veld.uitleg} Zoals het is opgeschreven."},
            vanaf: {**_DAG, "description": f"{veld.uitleg} De eerste dag die het kan zijn."},
            tot: {**_DAG, "description": f"{veld.uitleg} De laatste dag die het kan zijn."},
        }
    return {veld.naam: {**_type(veld), "description": veld.uitleg}}


def _type(veld: Veld) -> dict[str, Json]:
    match veld.soort:
        case "getal":
            return {"type": "integer", "minimum": 0}
        case "ja of nee":
            return {"type": "boolean"}
        case "lijst":
            return {"type": "array", "items": {"type": "string"}}
        case "reeks":
            return {"type": "array", "items": _object(veld.deel)}
        case "adres":
            return {"type": "string", "format": "uri-reference"}
        case _:
            return dict(_OF_NIETS)
