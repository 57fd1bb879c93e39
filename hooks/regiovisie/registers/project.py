"""A project as it was read: its records, and where each of them stands.

A layer that finds something wrong with a record says so at the line where an editor wrote it::

    project.problem(wijziging, "De woorden staan er niet.", "Verbeter het citaat.", "wordt")
    → versions/2026-03-na-zienswijzen/wijzigingen.yml, regel 12
        W-031 › wordt
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from regiovisie.errors import Problem
from regiovisie.registers.names import Names
from regiovisie.registers.schema import (
    Antwoord,
    Gemeente,
    Indiener,
    Record,
    Regio,
    Samenvatting,
    Tekstbron,
    Versie,
    Wijziging,
    Zienswijze,
)
from regiovisie.registers.source import Origin

WERKVERSIE = "werkversie"
"""The key of the living text among the versions."""


@dataclass(frozen=True, slots=True)
class Project:
    """All registers of a project folder."""

    root: Path
    regio: Regio
    versies: tuple[Versie, ...] = ()
    """Oldest first, along the chain of predecessors; sorted by id when the chain is broken."""
    werkversie: Tekstbron | None = None
    wijzigingen: Mapping[str, tuple[Wijziging, ...]] = field(default_factory=dict)
    """Per version id, and for "werkversie", the changes since its predecessor."""
    zienswijzen: tuple[Zienswijze, ...] = ()
    antwoorden: tuple[Antwoord, ...] = ()
    samenvattingen: tuple[Samenvatting, ...] = ()
    """By slug of the onderdeel."""
    indieners: tuple[Indiener, ...] = ()
    gemeenten: tuple[Gemeente, ...] = ()
    paginas: tuple[tuple[str, str], ...] = ()
    """The pages that editors write besides the registers: file and Markdown text, by name."""
    problems: tuple[Problem, ...] = ()
    """Everything that is wrong with the registers, sorted."""
    waarschuwingen: tuple[Problem, ...] = ()
    """What an editor should look at, but what stops nothing; sorted."""
    origins: Mapping[int, Origin] = field(default_factory=dict, repr=False, compare=False)
    """Where each record stands, by identity of the record."""

    names: Names = field(default_factory=Names, repr=False, compare=False)
    """Every name that is given in the files, also in records with a mistake."""

    def origin(self, record: Record) -> Origin | None:
        """Where the record was written; None for one that was not read from this project."""
        return self.origins.get(id(record))

    def problem(self, record: Record, wat: str, doe: str, *path: str | int) -> Problem:
        """A problem with a record, or with the key in it that `path` leads to."""
        origin = self.origin(record)
        return origin.problem(wat, doe, *path) if origin else Problem("", "", "", wat, doe)

    def alle_wijzigingen(self) -> Iterator[Wijziging]:
        """The changes of all versions and of the werkversie."""
        for wijzigingen in self.wijzigingen.values():
            yield from wijzigingen
