"""Every place where a register names a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from regiovisie.registers.bron import Bron, MetBronnen
from regiovisie.registers.project import Project
from regiovisie.registers.schema import (
    Antwoord,
    Gemeente,
    Indiener,
    Record,
    Samenvatting,
    Versie,
    Zienswijze,
)

Pad = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Vermelding:
    """A source named by a record."""

    record: Record
    """The record that problems are reported at; it stands in a file of its own, or has an id."""
    pad: Pad
    """The keys that lead from it to the source."""
    bron: Bron
    voorbeeld: bool
    """Whether the fact is invented, so that the source need not be found again."""


def vermeldingen(project: Project) -> Iterator[Vermelding]:
    """All of them: first the region's facts, then the versions, then the other registers."""
    regio = project.regio
    for ronde in regio.rondes:
        yield from _fact(ronde, ronde, (), ronde.voorbeeld)
    for number, stap in enumerate(regio.planning):
        for index, bron in enumerate(stap.bronnen):
            yield Vermelding(regio, ("planning", number, "bronnen", index), bron, voorbeeld=False)
    for versie in project.versies:
        yield from _of_versie(versie)
    for zienswijze in project.zienswijzen:
        yield from _of_zienswijze(zienswijze)
    others: tuple[Antwoord | Samenvatting | Indiener, ...] = (
        *project.antwoorden,
        *project.samenvattingen,
        *project.indieners,
    )
    for record in others:
        yield from _one(record, record.bron, record.voorbeeld)
    for gemeente in project.gemeenten:
        yield from _of_gemeente(gemeente)


def _of_zienswijze(zienswijze: Zienswijze) -> Iterator[Vermelding]:
    verzonnen = zienswijze.voorbeeld
    yield from _one(zienswijze, zienswijze.bron, verzonnen)
    if zienswijze.origineel:
        yield from _one(zienswijze, zienswijze.origineel.bron, verzonnen, ("origineel", "bron"))
    for punt in zienswijze.punten:
        yield from _one(punt, punt.bron, punt.voorbeeld or verzonnen)


def _of_versie(versie: Versie) -> Iterator[Vermelding]:
    yield from _one(versie, versie.bron, versie.voorbeeld)
    for index, fase in enumerate(versie.fasen):
        yield from _fact(versie, fase, ("fasen", index), versie.voorbeeld)


def _of_gemeente(gemeente: Gemeente) -> Iterator[Vermelding]:
    verzonnen = gemeente.voorbeeld
    yield from _one(gemeente, gemeente.zienswijze_bron, verzonnen, ("zienswijze_bron",))
    yield from _several(gemeente, gemeente.zienswijze_bronnen, ("zienswijze_bronnen",), verzonnen)
    yield from _fact(gemeente, gemeente.raadsbesluit, ("raadsbesluit",), verzonnen)
    for index, besluit in enumerate(gemeente.eerdere_besluiten):
        yield from _fact(gemeente, besluit, ("eerdere_besluiten", index), verzonnen)
    for motie in gemeente.moties:
        yield from _one(motie, motie.bron, motie.voorbeeld or verzonnen)
    if gemeente.raadsinformatie:
        pad = ("raadsinformatie", "bron")
        yield from _one(gemeente, gemeente.raadsinformatie.bron, verzonnen, pad)
    for index, document in enumerate(gemeente.documenten):
        yield from _one(gemeente, document.bron, verzonnen, ("documenten", index, "bron"))


def _one(
    record: Record, bron: Bron | None, voorbeeld: bool, pad: Pad = ("bron",)
) -> Iterator[Vermelding]:
    if bron:
        yield Vermelding(record, pad, bron, voorbeeld)


def _fact(record: Record, fact: MetBronnen, pad: Pad, voorbeeld: bool) -> Iterator[Vermelding]:
    """The sources of a fact in a record: the one or the several."""
    yield from _one(record, fact.bron, voorbeeld, (*pad, "bron"))
    yield from _several(record, fact.bronnen, (*pad, "bronnen"), voorbeeld)


def _several(
    record: Record, bronnen: Iterable[Bron], pad: Pad, voorbeeld: bool
) -> Iterator[Vermelding]:
    for index, bron in enumerate(bronnen):
        yield Vermelding(record, (*pad, index), bron, voorbeeld)
