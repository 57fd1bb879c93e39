"""The formats of the register files as JSON Schema, for editors that complete and check.

    # yaml-language-server: $schema=../../documentation/schemas/wijzigingen.json

Made from `schema`, so that there is one definition of each key; what a key means to an editor
is in `json_uitleg`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, TypeAdapter

from regiovisie.registers.json_uitleg import uitleg
from regiovisie.registers.messages import from_file_keys
from regiovisie.registers.schema import (
    Antwoord,
    Gemeente,
    Indiener,
    Regio,
    Versie,
    Wijziging,
    Zienswijze,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_FILES: Mapping[str, tuple[type[BaseModel], str, bool]] = {
    "antwoord": (Antwoord, "docs/antwoorden/ta-….md, boven de tekst", False),
    "gemeente": (Gemeente, "docs/gemeenten/….md, boven de tekst", False),
    "indiener": (Indiener, "docs/indieners/….md, boven de tekst", False),
    "regiovisie": (Regio, "mkdocs.yml, onder extra: regiovisie:", False),
    "versie": (Versie, "versions/…/versie.yml", False),
    "wijzigingen": (Wijziging, "versions/…/wijzigingen.yml en docs/regiovisie/", True),
    "zienswijze": (Zienswijze, "docs/zienswijzen/zw-….md, boven de tekst", False),
}
"""File name of the schema → the record, where it is written, and whether as a list."""


def json_schemas() -> dict[str, dict[str, Any]]:
    """Every schema by its file name, without the ending."""
    return {name: _schema(*about) for name, about in _FILES.items()}


def _schema(model: type[BaseModel], where: str, is_list: bool) -> dict[str, Any]:
    adapter: TypeAdapter[Any] = TypeAdapter(tuple[model, ...] if is_list else model)  # type: ignore[valid-type]
    schema = adapter.json_schema(mode="validation")
    for part, record in _models(schema, model):
        _leave_out(part, from_file_keys(record))
    return {"$schema": DIALECT, "title": where, **_explained(_simplified(schema), model.__name__)}


def _models(
    schema: dict[str, Any], model: type[BaseModel]
) -> Iterator[tuple[dict[str, Any], type[BaseModel]]]:
    """The part of the schema that describes the record itself."""
    part = schema.get("$defs", {}).get(model.__name__, schema)
    yield part, model


def _leave_out(part: dict[str, Any], names: set[str]) -> None:
    """Take out what the loader fills from the file: nobody writes it."""
    for name in names:
        part["properties"].pop(name, None)
    part["required"] = [name for name in part.get("required", ()) if name not in names]


def _simplified(node: Any) -> Any:
    """The schema as an editor's tool needs it.

    YAML without quotes makes a number of 0.3, and the registers read it as text. A key that
    may be left out is not written without a value. What the code says of itself is English,
    and makes place for `json_uitleg`.
    """
    if isinstance(node, list):
        return [_simplified(value) for value in node]
    if not isinstance(node, dict):
        return node
    kept = {key: value for key, value in node.items() if key not in ("default", "description")}
    if isinstance(kept.get("title"), str):
        del kept["title"]
    choices = [choice for choice in kept.pop("anyOf", ()) if choice != {"type": "null"}]
    if len(choices) == 1:
        kept |= choices[0]
    elif choices:
        kept["anyOf"] = choices
    if kept.get("type") == "string" and "enum" not in kept:
        kept["type"] = ["string", "number"]
    return {key: _simplified(value) for key, value in kept.items()}


def _explained(schema: dict[str, Any], record: str) -> dict[str, Any]:
    """A schema with what each key means, in its records and those inside them."""
    defs = schema.get("$defs", {})
    explained = {name: _with_uitleg(part, name) for name, part in defs.items()}
    return {**_with_uitleg(schema, record), **({"$defs": explained} if defs else {})}


def _with_uitleg(part: dict[str, Any], record: str) -> dict[str, Any]:
    """One record; a source may be written in several forms, each with its keys."""
    made = dict(part)
    if "properties" in part:
        made["properties"] = {
            key: {"description": uitleg(record, key), **about}
            for key, about in part["properties"].items()
        }
    if "anyOf" in part:
        made["anyOf"] = [_with_uitleg(form, record) for form in part["anyOf"]]
    return made
