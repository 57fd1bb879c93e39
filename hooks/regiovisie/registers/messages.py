"""Pydantic's findings as problems that an editor understands.

::

    loc ("punten", 2, "uitkomst"), type "literal_error", input "overgenoomen"
    → ZW-12 › punten › ZW-12.3 › uitkomst
      "overgenoomen" kan hier niet staan.
      → Bedoelt u "overgenomen"?
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from regiovisie.errors import Problem, nearest
from regiovisie.registers.source import Loc, Source

Message = tuple[str, str]
"""What is wrong, and what to do."""


def describe(
    errors: Iterable[ErrorDetails], model: type[BaseModel], source: Source, loc: Loc
) -> list[Problem]:
    """One problem per finding, in Dutch, at its place in the source."""
    return [_describe(error, model, source, loc) for error in _without_echoes(errors, model)]


def _without_echoes(errors: Iterable[ErrorDetails], model: type[BaseModel]) -> list[ErrorDetails]:
    """The findings less those that only follow from another one.

    A misspelt key is also a missing key, and a list whose only entry is wrong is also empty.
    """
    found = list(errors)
    around = {error["loc"][:end] for error in found for end in range(len(error["loc"]))}
    meant = {_meant(error, model) for error in found if error["type"] == "extra_forbidden"}
    return [
        error
        for error in found
        if not (error["type"] == "too_short" and error["loc"] in around)
        and not (error["type"] == "missing" and error["loc"] in meant)
    ]


def _meant(error: ErrorDetails, model: type[BaseModel]) -> Loc:
    """The known key that an unknown key was probably meant to be."""
    *outer, key = error["loc"]
    return (*outer, nearest(str(key), known_keys(model, tuple(outer))))


def _describe(error: ErrorDetails, model: type[BaseModel], source: Source, loc: Loc) -> Problem:
    inner = error["loc"]
    if inner[-1:] == ("[key]",) and error["type"] != "extra_forbidden":
        inner = inner[:-1]  # pydantic's sign for the key of a mapping itself
    here = (*loc, *inner)
    if inner and inner[0] in from_file_keys(model):
        wat, doe = _value(error)
        return source.problem(loc, f"De naam van dit bestand of deze map klopt niet: {wat}", doe)
    if error["type"] == "extra_forbidden":
        wat, doe = unknown_key(str(inner[-1]), known_keys(model, inner[:-1]))
    elif error["type"] == "missing":
        wat, doe = _missing(str(inner[-1]), written=here in source.lines)
    else:
        wat, doe = _value(error)
    return source.problem(here, wat, doe)


def from_file_keys(model: type[BaseModel]) -> set[str]:
    """The fields that the loader takes from the file; they may not stand in the YAML."""
    return model.model_fields.keys() - set(known_keys(model))


def known_keys(model: type[BaseModel], loc: Loc = ()) -> list[str]:
    """The keys that may stand in the YAML at that place of the model."""
    for part in loc:
        if isinstance(part, str) and part in model.model_fields:  # not the key of a mapping
            model = _nested_model(model.model_fields[part].annotation) or model
    return [name for name, info in model.model_fields.items() if not info.json_schema_extra]


def _nested_model(annotation: Any) -> type[BaseModel] | None:
    """The record type in ``tuple[Punt, ...]``, ``Bron | None`` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_nested_model(argument) for argument in get_args(annotation))
    return next((found for found in inner if found), None)


def unknown_key(key: str, known: list[str]) -> Message:
    """A key that nothing knows, with the nearest one that is known."""
    return f'De sleutel "{short(key)}" bestaat hier niet.', suggest(
        key, known, f"Kies uit: {', '.join(known)}."
    )


def suggest(value: str, known: Iterable[str], otherwise: str) -> str:
    """The nearest known value as a question, where one is near."""
    near = nearest(value, known)
    return f'Bedoelt u "{near}"?' if near else otherwise


def short(value: str, limit: int = 60) -> str:
    """A value as it can be quoted in one line."""
    text = " ".join(value.split())
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def _missing(key: str, *, written: bool) -> Message:
    if written:
        return f'De sleutel "{key}" heeft geen waarde.', f'Vul achter "{key}:" een waarde in.'
    return f'De sleutel "{key}" ontbreekt.', f'Voeg een regel "{key}: …" toe.'


def _value(error: ErrorDetails) -> Message:
    context = error.get("ctx", {})
    if error["type"] == "vorm":
        return context["wat"], context["doe"]
    if error["type"] == "literal_error" and isinstance(error["input"], str):
        return _choice(error["input"], re.findall(r"'([^']*)'", context["expected"]))
    found, expected = _kind(error["input"]), _EXPECTED.get(error["type"], "een andere waarde")
    return f"Hier staat {found}, maar verwacht wordt {expected}.", f"Schrijf {expected}."


def _choice(value: str, options: list[str]) -> Message:
    choices = f"Kies uit: {', '.join(options)}."
    return f'"{short(value)}" kan hier niet staan.', suggest(value, options, choices)


_EXPECTED = {
    "string_type": "een tekst",
    "string_too_short": "een tekst",
    "literal_error": "één woord uit de vaste lijst",
    "tuple_type": "een lijst, met per regel een streepje",
    "too_short": "een lijst met minstens één regel",
    "model_type": "een groep sleutels met waarden",
    "mapping_type": "een groep sleutels met waarden",
    "dict_type": "een groep sleutels met waarden",
}


def _kind(value: object) -> str:
    """What an editor wrote, in words."""
    if isinstance(value, dict):
        return "een groep sleutels"
    if isinstance(value, str):
        return f'"{short(value)}"' if value.strip() else "niets"
    return "een lijst" if value else "een lege lijst"
