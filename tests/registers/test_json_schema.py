"""The JSON Schemas that editors' tools use say what the registers say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, ValidationError
from pydantic import BaseModel

from regiovisie.registers import akkoord, bron, regio, schema
from regiovisie.registers.json_schema import json_schemas
from regiovisie.registers.json_uitleg import OVERAL, UITLEG

from tests.support.project import (
    ANTWOORD,
    GEMEENTE,
    INDIENER,
    REGIO,
    VERSIE,
    WIJZIGING,
    ZIENSWIJZE,
)

FOLDER = "documentation/schemas"
EXAMPLES: dict[str, Any] = {
    "antwoord": ANTWOORD,
    "gemeente": GEMEENTE,
    "indiener": INDIENER,
    "regiovisie": REGIO,
    "versie": VERSIE,
    "wijzigingen": WIJZIGING,
    "zienswijze": ZIENSWIJZE,
}
WRITTEN = {
    "antwoord": "docs/antwoorden/*.md",
    "gemeente": "docs/gemeenten/*.md",
    "indiener": "docs/indieners/*.md",
    "versie": "versions/*/versie.yml",
    "wijzigingen": "versions/*/wijzigingen.yml",
    "zienswijze": "docs/zienswijzen/*.md",
}


@cache
def validator(name: str) -> Draft202012Validator:
    """What checks a file of that kind."""
    return Draft202012Validator(json_schemas()[name])


def test_the_files_are_in_step_with_the_code(root: Path) -> None:
    """If not: python3 scripts/schemas.py."""
    files = {path.stem: json.loads(path.read_text("utf-8")) for path in (root / FOLDER).iterdir()}

    assert files == json_schemas()


def written(root: Path) -> Iterator[tuple[str, str, Any]]:
    """Kind, path and content of each register file of this repository."""
    for name, pattern in WRITTEN.items():
        for path in sorted(root.glob(pattern)):
            text = path.read_text(encoding="utf-8")
            front = text.split("---\n")[1] if path.suffix == ".md" else text
            yield name, path.relative_to(root).as_posix(), yaml.load(front, yaml.BaseLoader)
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    regio = yaml.load(config, yaml.BaseLoader)["extra"]["regiovisie"]
    yield "regiovisie", "mkdocs.yml", regio


def test_every_file_of_this_project_fits(root: Path) -> None:
    """What the registers accept, an editor's tool does not call wrong."""
    wrong = [
        f"{path}: {error.json_path}: {error.message}"
        for name, path, content in written(root)
        for error in validator(name).iter_errors(_with_yes_and_no(content))
    ]

    assert wrong == []


def _with_yes_and_no(node: Any) -> Any:
    """Plain true and false as YAML reads them; all else stays text."""
    if isinstance(node, dict):
        return {key: _with_yes_and_no(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_with_yes_and_no(value) for value in node]
    return {"true": True, "false": False}.get(node, node)


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_a_key_that_nobody_knows_is_told(name: str) -> None:
    """A misspelt key shows while it is typed."""
    messages = [error.message for error in errors_of(name, {"sleutel": "onbekend"})]

    assert any("'sleutel' was unexpected" in message for message in messages)


def errors_of(name: str, change: dict[str, str]) -> list[ValidationError]:
    """What is wrong with a right record after a change."""
    record = {key: value for key, value in EXAMPLES[name].items() if key != "inhoud"} | change
    is_list = json_schemas()[name].get("type") == "array"
    content = _with_yes_and_no([record] if is_list else record)
    return list(validator(name).iter_errors(content))


@pytest.mark.parametrize(
    ("name", "key", "value"),
    [
        ("wijzigingen", "plaats", "Uitgangspunten, Nabij"),
        ("wijzigingen", "herkomst", "zomaar"),
        ("wijzigingen", "id", "wijziging 12"),
        ("zienswijze", "soort", "mening"),
        ("gemeente", "code", "assen"),
    ],
)
def test_a_wrong_value_is_told(name: str, key: str, value: str) -> None:
    """Choices and forms are checked while they are typed."""
    assert [error.path[-1] for error in errors_of(name, {key: value})] == [key]


def test_nobody_is_asked_for_what_the_file_says() -> None:
    """The name of a folder or file is no key."""
    assert "id" not in json_schemas()["versie"]["properties"]
    assert "slug" not in json_schemas()["gemeente"]["properties"]


# --- what a key means


def parts(node: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key that a schema describes, with what it says of it."""
    if isinstance(node, list):
        for value in node:
            yield from parts(value)
    elif isinstance(node, dict):
        yield from node.get("properties", {}).items()
        for value in node.values():
            yield from parts(value)


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_every_key_says_in_dutch_what_it_means(name: str) -> None:
    """Editors read it while they type, as a sentence."""
    silent = [key for key, about in parts(json_schemas()[name]) if not about.get("description")]
    loose = [
        text
        for _, about in parts(json_schemas()[name])
        if not (text := about.get("description", "")).endswith((".", "?", ".)"))
    ]

    assert silent == []
    assert loose == []


def test_nothing_is_explained_that_is_not_there() -> None:
    """A key that went takes its explanation with it."""
    known = {
        record.__name__: set(record.model_fields)
        for module in (akkoord, bron, regio, schema)
        for record in vars(module).values()
        if isinstance(record, type) and issubclass(record, BaseModel)
    }

    assert {record: set(keys) - known[record] for record, keys in UITLEG.items()} == {
        record: set() for record in UITLEG
    }
    assert set(OVERAL) <= set.union(*known.values())


def test_register_files_name_their_schema(root: Path) -> None:
    """So that an editor's tool finds it; the line is no part of what is frozen."""
    for name in ("versie", "wijzigingen"):
        for path in [*root.glob(f"versions/*/{name}.yml"), *root.glob(f"docs/*/{name}.yml")]:
            line, _, _ = path.read_text(encoding="utf-8").partition("\n")
            head, _, target = line.partition("=")
            assert head == "# yaml-language-server: $schema", path
            assert (path.parent / target).resolve() == root / FOLDER / f"{name}.json"
