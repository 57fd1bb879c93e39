"""What people said is meant, and for which files.

::

    privacy_akkoord:                      # in a register file, in versie.yml, or in mkdocs.yml
      - tekst: burgemeester A. Voorbeeld
        reden: Bestuurder, genoemd in functie in een openbaar stuk.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from regiovisie.errors import Problem
from regiovisie.registers import Project, Record
from regiovisie.registers.akkoord import Akkoord

KEY = "privacy_akkoord"


@dataclass(slots=True)
class Afspraak:
    """One akkoord, with where it stands and where it holds."""

    akkoord: Akkoord
    record: Record
    index: int
    file: str
    """Where it was written."""
    lines: range
    """The lines of its own entry: what is found there is the akkoord itself."""
    scope: str
    """The file or the folder where it holds; empty: everywhere."""
    used: bool = field(default=False)

    def fits(self, file: str, line: int | None, tekst: str) -> bool:
        """Whether a finding is meant; notes that it was of use."""
        if file == self.file and line in self.lines:
            return True
        if self.scope and file != self.scope and not file.startswith(f"{self.scope}/"):
            return False
        said, found = (" ".join(t.split()).casefold() for t in (self.akkoord.tekst, tekst))
        if found not in said and not (said in found and 2 * len(said) >= len(found)):
            return False
        self.used = True
        return True


def afspraken(project: Project) -> list[Afspraak]:
    """Every akkoord of the project."""
    return [
        afspraak
        for record in _records(project)
        for afspraak in _of(project, record, getattr(record, KEY))
    ]


def _records(project: Project) -> Iterator[Record]:
    yield from (project.regio, *project.versies, *project.zienswijzen, *project.antwoorden)
    yield from (*project.indieners, *project.gemeenten, *project.samenvattingen)


def _of(project: Project, record: Record, akkoorden: Sequence[Akkoord]) -> Iterator[Afspraak]:
    origin = project.origin(record)
    if origin is None:
        return
    file = origin.source.file
    for index, akkoord in enumerate(akkoorden):
        here = (*origin.loc, KEY, index)
        lines = [n for loc, n in origin.source.lines.items() if loc[: len(here)] == here]
        own = range(min(lines, default=0), max(lines, default=0) + 1)
        yield Afspraak(akkoord, record, index, file, own, _scope(file, akkoord))


def _scope(file: str, akkoord: Akkoord) -> str:
    if file == "mkdocs.yml":
        return (akkoord.bestand or "").rstrip("/")
    return file.rpartition("/")[0] if file.endswith("/versie.yml") else file


def overbodig(project: Project, afspraak: Afspraak) -> Problem:
    """The message that an akkoord fits nothing any more."""
    wat = f'Op deze plaats staat nergens meer "{afspraak.akkoord.tekst}".'
    doe = "Haal dit akkoord weg, of neem de tekst over zoals die er nu staat."
    return project.problem(afspraak.record, wat, doe, KEY, afspraak.index, "tekst")
