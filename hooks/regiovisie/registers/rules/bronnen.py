"""A source can be found again: it says what it is, when it is from, where it is and when read."""

from __future__ import annotations

from collections.abc import Iterator

from regiovisie.errors import Problem
from regiovisie.registers.bron import Bronstuk
from regiovisie.registers.project import Project
from regiovisie.registers.vermeldingen import vermeldingen

_DOE = (
    "Vul dat aan. Is er geen webadres, schrijf dan bij adres in woorden waar het stuk ligt. "
    "Weet u het niet meer, lees de bron dan opnieuw."
)


def complete(project: Project) -> Iterator[Problem]:
    """What is no example names sources with an address and the date on which they were read.

    A source from the list is told of once, in the list.
    """
    for bron_id, stuk in project.regio.bronnen.items():
        if stuk.ontbreekt:
            yield project.problem(project.regio, _wat(stuk), _DOE, "bronnen", bron_id)
    for vermelding in vermeldingen(project):
        bron = vermelding.bron
        if bron.ontbreekt and not vermelding.voorbeeld and bron.id is None:
            yield project.problem(vermelding.record, _wat(bron), _DOE, *vermelding.pad)


def in_use(project: Project) -> Iterator[Problem]:
    """Warns of a source in the list that no record names."""
    used = {vermelding.bron.id for vermelding in vermeldingen(project)}
    for bron_id in project.regio.bronnen:
        if bron_id not in used:
            wat = f'Niets noemt de bron "{bron_id}".'
            doe = "Noem de bron bij wat eruit komt, of haal haar uit de lijst."
            yield project.problem(project.regio, wat, doe, "bronnen", bron_id)


def say_what(project: Project) -> Iterator[Problem]:
    """Warns where, of several sources, one says what it says and another does not."""
    facts: dict[tuple[int, tuple[str | int, ...]], list[bool]] = {}
    records = {}
    for vermelding in vermeldingen(project):
        if isinstance(vermelding.pad[-1], int):
            key = (id(vermelding.record), vermelding.pad[:-1])
            facts.setdefault(key, []).append(bool(vermelding.bron.zegt))
            records[key] = vermelding.record
    for key, said in facts.items():
        if any(said) and not all(said):
            wat = "Een van deze bronnen noemt bij zegt wat zij zegt, een andere niet."
            doe = "Schrijf bij elke bron wat zij zegt, of laat zegt overal weg."
            yield project.problem(records[key], wat, doe, *key[1])


def _wat(bron: Bronstuk) -> str:
    return f"Bij de bron “{bron.titel}” ontbreekt {' en '.join(bron.ontbreekt)}."
