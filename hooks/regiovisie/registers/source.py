"""YAML as text: a tree in which every scalar is a string, and the line of every key.

Plain YAML turns ``no`` into False, ``1.250`` into 1.25 and ``12:30`` into 750. Here nothing is
guessed; the schema says what a text means::

    nummer: 1.250      →  Source.tree  {"nummer": "1.250", "fasen": [{"datum": "2026-02-30"}]}
    fasen:                Source.lines {("nummer",): 1, ("fasen",): 2, ("fasen", 0): 3, …}
      - datum: 2026-02-30

A key without a value is left out of the tree but keeps its line. Anchors, aliases and tags are
refused: they make one place of a register depend on another that a reader does not see.
This is the only module that knows PyYAML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

import yaml

from regiovisie.errors import Problem

Loc: TypeAlias = tuple[str | int, ...]
"""The way to a value: keys and, in lists, positions: ``("punten", 2, "uitkomst")``."""
Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"

MAX_DEPTH = 20
"""Deeper than any register goes; it keeps hostile nesting from exhausting the stack."""

_FENCE = re.compile(r"---[ \t]*\n")
# The pure parser takes seconds for a large register; libyaml is in PyYAML's wheels.
_FAST_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Source:
    """One file that was read: what it says and on which line."""

    file: str
    """Path in the project, with forward slashes."""
    tree: Tree | None = None
    """What the YAML says; None when it says nothing or cannot be read."""
    lines: Mapping[Loc, int] = field(default_factory=dict)
    """The line, counted from 1, of each key and list item."""
    body: str = ""
    """The Markdown under the front matter."""
    body_line: int = 1
    """The line of the file on which it starts."""
    readable: bool = True
    """False when the file cannot be read; a problem then says why."""

    def at(self, loc: Loc) -> Tree | None:
        """The value at that place, None where there is none."""
        node = self.tree
        for part in loc:
            node = _step(node, part)
        return node

    def line(self, loc: Loc) -> int | None:
        """The line of that place, or of the nearest place around it."""
        while loc and loc not in self.lines:
            loc = loc[:-1]
        return self.lines.get(loc)

    def problem(self, loc: Loc, wat: str, doe: str) -> Problem:
        """A problem at that place, with the trail of ids and keys that leads to it."""
        ends_in_key = bool(loc) and isinstance(loc[-1], str)
        entry, key = (loc[:-1], str(loc[-1])) if ends_in_key else (loc, "")
        return Problem(self.file, " › ".join(self._trail(entry)), key, wat, doe, self.line(loc))

    def _trail(self, loc: Loc) -> tuple[str, ...]:
        parts = [_label(self.tree, "", ("id",))]
        for end, part in enumerate(loc, 1):
            parts.append(
                part if isinstance(part, str) else _label(self.at(loc[:end]), f"nummer {part + 1}")
            )
        return tuple(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record or name was written."""

    source: Source
    loc: Loc = ()

    def problem(self, wat: str, doe: str, *path: str | int) -> Problem:
        """A problem at this place, or at a place inside it."""
        return self.source.problem((*self.loc, *path), wat, doe)

    def __str__(self) -> str:
        """The place in words: file and line."""
        line = self.source.line(self.loc)
        return self.source.file if line is None else f"{self.source.file}, regel {line}"


def _step(node: Tree | None, part: str | int) -> Tree | None:
    if isinstance(node, dict) and isinstance(part, str):
        return node.get(part)
    if isinstance(node, list) and isinstance(part, int) and part < len(node):
        return node[part]
    return None


_LABELS = ("id", "titel", "naam", "fase")


def _label(node: Tree | None, default: str, keys: tuple[str, ...] = _LABELS) -> str:
    """What people call an entry: its id, else its title or name, else its number in the list."""
    if not isinstance(node, dict):
        return default
    candidates = (node.get(key) for key in keys)
    return next((name for name in candidates if isinstance(name, str) and name), default)


def read_yaml(
    file: str, text: str, *, first_line: int = 1, within: Loc = ()
) -> tuple[Source, list[Problem]]:
    """The tree of a YAML text and what is wrong with its form.

    `first_line` is the line of the file where the text starts. `within` limits the refusals to
    the part of the tree that is ours: the rest of mkdocs.yml may use all of YAML.
    """
    builder = _Builder(first_line)
    try:
        tree = builder.build(_events(text))
    except _YAML_ERRORS as error:
        return Source(file, readable=False), [_broken(file, text, error, first_line)]
    source = Source(file, tree, builder.lines)
    findings = [found for found in builder.findings if found.loc[: len(within)] == within]
    return source, [source.problem(found.loc, found.wat, found.doe) for found in findings]


def read_front_matter(file: str, text: str) -> tuple[Source, list[Problem]]:
    """The front matter between two lines ``---`` as a tree, and the Markdown below it as body."""
    begin = _FENCE.match(text)
    end = re.search(r"^---[ \t]*(?:\n|\Z)", text[begin.end() :], re.MULTILINE) if begin else None
    if begin is None or end is None:
        where = "bovenaan" if begin is None else "onder"
        wat = f"De regel --- {where} de gegevens ontbreekt."
        doe = "Zet de gegevens boven in het bestand tussen twee regels met alleen ---."
        return Source(file, readable=False), [Problem(file, "", "", wat, doe, 1)]
    matter = text[begin.end() : begin.end() + end.start()]
    source, problems = read_yaml(file, matter, first_line=2)
    rest = text[begin.end() + end.end() :]
    body = rest.strip("\n")
    above = len(text) - len(rest.lstrip("\n"))
    return replace(source, body=body, body_line=text.count("\n", 0, above) + 1), problems


@dataclass(frozen=True, slots=True)
class _Finding:
    loc: Loc
    wat: str
    doe: str


class _FormError(ValueError):
    """YAML that is sound in itself but that no register uses."""

    def __init__(self, problem: str, event: yaml.Event) -> None:
        super().__init__(problem)
        self.problem_mark = event.start_mark


_YAML_ERRORS = (yaml.YAMLError, ValueError, OverflowError)
"""PyYAML lets `chr` and `int` fail on wild escapes and version numbers."""


def _events(text: str) -> list[yaml.Event]:
    """The YAML events; the pure parser has the last word, so that errors read the same anywhere."""
    try:
        return list(yaml.parse(text, Loader=_FAST_LOADER))
    except _YAML_ERRORS:
        return list(yaml.parse(text, Loader=yaml.SafeLoader))


class _Builder:
    """Makes the tree from YAML events; what it refuses is kept in `findings`."""

    def __init__(self, first_line: int) -> None:
        self.first_line = first_line
        self.lines: dict[Loc, int] = {}
        self.findings: list[_Finding] = []

    def build(self, events: list[yaml.Event]) -> Tree | None:
        """The tree of the first document; a second document is refused."""
        stream = iter(events)
        tree: Tree | None = None
        documents = 0
        for event in stream:
            if not isinstance(event, yaml.DocumentStartEvent):
                continue
            documents += 1
            if documents == 2:
                self._refuse(
                    (), "Er staat een regel --- midden in de gegevens.", "Haal die regel weg."
                )
                break
            tree = self._root(next(stream), stream)
        return tree

    def _root(self, event: yaml.Event, stream: Iterator[yaml.Event]) -> Tree | None:
        self._mark((), event)
        return None if _is_empty(event) else self._node(event, stream, ())

    def _node(self, event: yaml.Event, stream: Iterator[yaml.Event], loc: Loc) -> Tree:
        self._refuse_extras(event, loc)
        if isinstance(event, yaml.ScalarEvent):
            return str(event.value)
        if len(loc) >= MAX_DEPTH:
            raise _FormError("too deep", event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(stream, loc)
        return self._mapping(stream, loc) if isinstance(event, yaml.MappingStartEvent) else ""

    def _sequence(self, stream: Iterator[yaml.Event], loc: Loc) -> list[Tree]:
        items: list[Tree] = []
        for event in stream:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            here = (*loc, len(items))
            self._mark(here, event)
            items.append(self._node(event, stream, here))
        return items

    def _mapping(self, stream: Iterator[yaml.Event], loc: Loc) -> dict[str, Tree]:
        entries: dict[str, Tree] = {}
        for event in stream:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent):
                raise _FormError("complex key", event)
            self._entry(event, stream, loc, entries)
        return entries

    def _entry(
        self,
        key: yaml.ScalarEvent,
        stream: Iterator[yaml.Event],
        loc: Loc,
        entries: dict[str, Tree],
    ) -> None:
        here = (*loc, str(key.value))
        self._refuse_extras(key, here)
        earlier = self.lines.get(here)
        if earlier is None:
            self._mark(here, key)
        value = next(stream)
        node = self._node(value, stream, here)
        if earlier is not None:
            again = self._line(key)
            wat = f'De sleutel "{key.value}" staat er twee keer: op regel {earlier} en {again}.'
            self._refuse(here, wat, "Haal een van de twee weg.")
        elif not _is_empty(value):
            entries[str(key.value)] = node

    def _mark(self, loc: Loc, event: yaml.Event) -> None:
        self.lines[loc] = self._line(event)

    def _line(self, event: yaml.Event) -> int:
        return (event.start_mark.line if event.start_mark else 0) + self.first_line

    def _refuse_extras(self, event: yaml.Event, loc: Loc) -> None:
        for name, sign in (
            ("anchor", "*" if isinstance(event, yaml.AliasEvent) else "&"),
            ("tag", "!"),
        ):
            if getattr(event, name, None):
                wat = f"Hier staat een YAML-kunstgreep ({sign}) die een register niet gebruikt."
                doe = "Schrijf de waarde voluit, of zet haar tussen aanhalingstekens."
                self._refuse(loc, wat, doe)

    def _refuse(self, loc: Loc, wat: str, doe: str) -> None:
        self.findings.append(_Finding(loc, wat, doe))


def _is_empty(event: yaml.Event) -> bool:
    """Whether nothing was written: ``kenmerk:`` without a value."""
    return isinstance(event, yaml.ScalarEvent) and event.value == "" and not event.style


_REASONS = (
    ("mapping values are not allowed", "er staat een dubbele punt in een tekst",
     "Zet de tekst tussen aanhalingstekens."),
    ("found character '\\t'", "er staat een tab", "Gebruik spaties om in te springen."),
    ("cannot start any token", "een tekst begint met een leesteken dat in YAML iets betekent",
     "Zet de tekst tussen aanhalingstekens."),
    ("found unexpected end of stream", "een aanhalingsteken wordt niet gesloten",
     "Zet het tweede aanhalingsteken achter de tekst."),
    ("could not find expected ':'", "achter een sleutel ontbreekt de dubbele punt",
     "Schrijf de sleutel, een dubbele punt, een spatie en de waarde."),
    ("expected ',' or", "een lijst of groep tussen haken wordt niet goed gesloten",
     "Zet komma's tussen de waarden en sluit de haak; zet lange tekst tussen aanhalingstekens."),
    ("expected <block end>", "de inspringing klopt niet, of er volgt iets op een aanhalingsteken",
     "Laat sleutels die bij elkaar horen even ver inspringen."),
    ("unknown escape character", "er staat een backslash tussen dubbele aanhalingstekens",
     "Gebruik enkele aanhalingstekens."),
    ("special characters are not allowed", "er staat een onzichtbaar stuurteken",
     "Haal dat teken weg."),
    ("too deep", "de gegevens zijn te diep genest", "Maak de opbouw zoals in de voorbeelden."),
    ("complex key", "een sleutel is zelf een lijst of groep", "Gebruik één woord als sleutel."),
)  # fmt: skip
"""From PyYAML's own words to what an editor did and can do."""

_OTHER_REASON = ("", "de opbouw klopt niet", "Vergelijk de regel met die in een ander bestand.")


def _broken(file: str, text: str, error: Exception, first_line: int) -> Problem:
    _, reason, doe = next((known for known in _REASONS if known[0] in str(error)), _OTHER_REASON)
    position = _position(text, error)
    if position is None:
        return Problem(file, "", "", f"De YAML is niet te lezen: {reason}.", doe)
    line, column = position[0] + first_line, position[1] + 1
    wat = f"De YAML is niet te lezen op regel {line}, kolom {column}: {reason}."
    return Problem(file, "", "", wat, doe, line)


def _position(text: str, error: Exception) -> tuple[int, int] | None:
    """Row and column, counted from 0, where the parser stopped, if it says so."""
    mark = getattr(error, "problem_mark", None)
    if "end of stream" in str(error):
        mark = getattr(error, "context_mark", None) or mark  # where the quote was opened
    if mark is not None:
        return mark.line, mark.column
    position = getattr(error, "position", None)
    if position is None:
        return None
    before = text[:position]
    return before.count("\n"), len(before) - (before.rfind("\n") + 1)
