"""Every piece of running text that people wrote, with the place where it stands.

One list for all rules that read words: registers, their summaries, the texts of the versions,
and the pages of the editors themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from regiovisie.errors import Problem
from regiovisie.registers.project import WERKVERSIE, Project
from regiovisie.registers.schema import Record
from regiovisie.registers.source import Origin

Pad = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Geschreven:
    """One piece of text."""

    bestand: str
    """The file that it stands in, as a path in the project."""
    tekst: str
    origin: Origin | None = None
    """The record that it belongs to; None for a file that is all text."""
    pad: Pad = ()
    """The keys that lead from the record to it; empty for Markdown under front matter."""
    eerste_regel: int = 1
    """The line of the file on which Markdown starts."""

    def problem(self, wat: str, doe: str, offset: int = 0) -> Problem:
        """A problem with the words at that place in the text."""
        if self.origin and self.pad:
            return self.origin.problem(wat, doe, *self.pad)
        line = self.eerste_regel + self.tekst.count("\n", 0, offset)
        return Problem(self.bestand, "", "", wat, doe, line)


def teksten(project: Project) -> Iterator[Geschreven]:
    """All running text of a project."""
    yield from _registers(project)
    for tekst in (*(v.tekst for v in project.versies), project.werkversie):
        if tekst is not None:
            folder = "docs/regiovisie" if tekst.id == WERKVERSIE else f"versions/{tekst.id}"
            for name, text in tekst.bestanden:
                yield Geschreven(f"{folder}/{name}", text)
    for name, text in project.paginas:
        yield Geschreven(name, text)


def _registers(project: Project) -> Iterator[Geschreven]:
    yield from _regio(project)
    for versie in project.versies:
        yield from _of(project, versie, "samenvatting")
    for wijziging in project.alle_wijzigingen():
        yield from _of(project, wijziging, "toelichting")
    for punt in (punt for zienswijze in project.zienswijzen for punt in zienswijze.punten):
        yield from _of(project, punt, "tekst", "reactie")
    for motie in (motie for gemeente in project.gemeenten for motie in gemeente.moties):
        yield from _of(project, motie, "tekst", "vervolg")
    for record in (
        *project.zienswijzen,
        *project.antwoorden,
        *project.samenvattingen,
        *project.indieners,
        *project.gemeenten,
    ):
        yield from _body(project, record)


def _regio(project: Project) -> Iterator[Geschreven]:
    for ronde in project.regio.rondes:
        yield from _of(project, ronde, "toelichting")
    for number, stap in enumerate(project.regio.planning):
        if stap.toelichting:
            pad = ("planning", number, "toelichting")
            yield from _at(project, project.regio, stap.toelichting, pad)


def _of(project: Project, record: Record, *keys: str) -> Iterator[Geschreven]:
    for key in keys:
        if text := getattr(record, key):
            yield from _at(project, record, text, (key,))


def _at(project: Project, record: Record, text: str, pad: Pad) -> Iterator[Geschreven]:
    if origin := project.origin(record):
        yield Geschreven(origin.source.file, text, origin, pad)


def _body(project: Project, record: Record) -> Iterator[Geschreven]:
    """The Markdown under the front matter of a record."""
    origin = project.origin(record)
    if origin and origin.source.body:
        source = origin.source
        yield Geschreven(source.file, source.body, origin, (), source.body_line)


_NOT_PROSE = re.compile(
    r"^ {0,3}(?P<fence>```|~~~).*?^ {0,3}(?P=fence)"
    r"|`[^`\n]+`"
    r"|!?\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])"
    r"|<!--.*?-->|</?[A-Za-z][^>\n]*>",
    re.DOTALL | re.MULTILINE,
)


def prose(markdown: str) -> str:
    """Markdown with its code, links and tags blanked out; every other word at its place."""
    return _NOT_PROSE.sub(lambda match: re.sub(r"[^\n]", "\ufffc", match[0]), markdown)
