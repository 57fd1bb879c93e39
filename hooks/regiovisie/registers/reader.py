"""From files to records, keeping every mistake and stopping at none.

::

    source = reader.yaml("versions/2025-11/versie.yml")
    versie = reader.record(Versie, source, id="2025-11", tekst=tekst)    or None
    reader.problems                                                      what was wrong

A record with a mistake is left out; a list entry with a mistake and an id (a punt, a motie, a
ronde) is left out of its record, so that the rest of the record is still checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from regiovisie.errors import Problem
from regiovisie.registers.bron import Bron, Bronnenlijst
from regiovisie.registers.files import names_in, read_text
from regiovisie.registers.messages import describe, known_keys, unknown_key
from regiovisie.registers.names import Names
from regiovisie.registers.schema import Record
from regiovisie.registers.source import Loc, Origin, Source, Tree, read_front_matter, read_yaml

R = TypeVar("R", bound=Record)


class Reader:
    """Reads one project folder; collects problems, names and origins on the way."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.names = Names()
        self.origins: dict[int, Origin] = {}
        self.bronnen = Bronnenlijst()

    def report(self, file: str, wat: str, doe: str) -> None:
        """A problem with a whole file or folder."""
        self.problems.append(Problem(file, "", "", wat, doe))

    def exists(self, file: str) -> bool:
        """Whether there is a file or folder with this path in the project."""
        return (self.root / file).exists()

    # --- files

    def text(self, file: str) -> str | None:
        """The text of a file; None, and a problem, when it cannot be read."""
        text = read_text(self.root, file)
        if isinstance(text, Problem):
            self.problems.append(text)
            return None
        return text

    def optional_text(self, file: str) -> str | None:
        """The text of a file that need not be there."""
        return self.text(file) if self.exists(file) else None

    def yaml(self, file: str, *, within: Loc = ()) -> Source:
        """A YAML file as a tree; see `read_yaml` for `within`."""
        text = self.text(file)
        if text is None:
            return Source(file, readable=False)
        source, problems = read_yaml(file, text, within=within)
        self.problems += problems
        return source

    def markdown(self, folder: str) -> Iterator[Source]:
        """Every register file in a folder; index.md is the page that introduces them."""
        for name in names_in(self.root / folder, ".md"):
            if name != "index.md":
                yield self._front_matter(f"{folder}/{name}")

    def _front_matter(self, file: str) -> Source:
        text = self.text(file)
        if text is None:
            return Source(file, readable=False)
        source, problems = read_front_matter(file, text)
        self.problems += problems
        return source

    # --- records

    def record(self, model: type[R], source: Source, loc: Loc = (), **from_file: Any) -> R | None:
        """The record at that place of the source; None, and problems, when it cannot be made.

        `from_file` gives the fields that do not stand in the YAML.
        """
        tree = source.at(loc)
        if not source.readable:
            return None
        if not isinstance(tree, dict):
            wat = "Hier staan geen sleutels met waarden."
            doe = "Schrijf per regel een sleutel, een dubbele punt en de waarde."
            self.problems.append(source.problem(loc, wat, doe))
            return None
        for key in sorted(tree.keys() & from_file.keys()):
            message = unknown_key(key, known_keys(model))
            self.problems.append(source.problem((*loc, key), *message))
        record, errors = _validate(model, {**tree, **from_file}, self.bronnen)
        self.problems += describe(errors, model, source, loc)
        if record:
            self._remember(record, source, loc)
        return record

    def _remember(self, record: Record, source: Source, loc: Loc) -> None:
        """Keep where the record stands, and each entry with an id in its lists."""
        self.origins[id(record)] = Origin(source, loc)
        for key in type(record).model_fields:
            raw = source.at((*loc, key))
            entries = getattr(record, key) if isinstance(raw, list) else ()
            for entry in entries:
                if isinstance(raw, list) and hasattr(entry, "id") and not isinstance(entry, Bron):
                    here = (*loc, key, _index_of(raw, entry.id))
                    self.origins[id(entry)] = Origin(source, here)


def _validate(
    model: type[R], data: dict[str, Any], bronnen: Bronnenlijst
) -> tuple[R | None, list[ErrorDetails]]:
    """The record and what is wrong with it; entries with a mistake are left out of its lists."""
    try:
        return model.model_validate(data, context=bronnen), []
    except ValidationError as error:
        errors = error.errors(include_url=False)
    try:
        return model.model_validate(_without_faulty_entries(data, errors), context=bronnen), errors
    except ValidationError:
        return None, errors


def is_valid(model: type[Record], data: dict[str, Any]) -> bool:
    """Whether a record can be made of this; what is wrong is told elsewhere."""
    return _validate(model, data, Bronnenlijst())[1] == []


def _without_faulty_entries(data: dict[str, Any], errors: list[ErrorDetails]) -> dict[str, Any]:
    faulty = {error["loc"][:2] for error in errors}
    return {
        key: [item for index, item in enumerate(value) if (key, index) not in faulty]
        if has_ids(value)
        else value
        for key, value in data.items()
    }


def has_ids(value: object) -> bool:
    """Whether this is a list of entries with ids, which can be missed one by one."""
    return isinstance(value, list) and all(
        isinstance(item, dict) and "id" in item for item in value
    )


def _index_of(raw: list[Tree], wanted: str) -> int:
    """The position of the entry with that id in the list as it was written."""
    ids = [str(item.get("id")).strip() if isinstance(item, dict) else "" for item in raw]
    return ids.index(wanted)
