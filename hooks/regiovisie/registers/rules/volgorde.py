"""What comes first in time stands first, as far as the dates tell: they may be vague."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from regiovisie.errors import Problem
from regiovisie.registers.chain import are_line
from regiovisie.registers.datum import Datum
from regiovisie.registers.project import Project
from regiovisie.registers.schema import Planningsstap, Versie


def planning_in_order(project: Project) -> Iterator[Problem]:
    """The steps of the planning stand in order of time."""
    latest: Planningsstap | None = None
    for index, stap in enumerate(project.regio.planning):
        if latest and stap.datum.is_before(latest.datum):
            wat = f'"{stap.datum}" ligt voor "{latest.datum}", de stap erboven.'
            doe = "Zet de stappen van de planning op volgorde van tijd."
            yield project.problem(project.regio, wat, doe, "planning", index, "datum")
        else:
            latest = stap


def phases_in_order(project: Project) -> Iterator[Problem]:
    """The phases of a version stand in order of time: the last one is where it is now."""
    for versie in project.versies:
        for index, (before, fase) in enumerate(pairwise(versie.fasen), 1):
            if fase.datum.is_before(before.datum):
                wat = f'"{fase.datum}" ligt voor "{before.datum}", de fase erboven.'
                doe = "Zet de fasen op volgorde van tijd; de onderste is de fase van nu."
                yield project.problem(versie, wat, doe, "fasen", index, "datum")


def versions_in_order(project: Project) -> Iterator[Problem]:
    """No version is older than the one before it."""
    if not are_line(project.versies):
        return
    by_id = {versie.id: versie for versie in project.versies}
    for versie in project.versies:
        before = by_id.get(versie.voorganger or "")
        if before and _sent(versie).is_before(_sent(before)):
            wat = (
                f'"{_sent(versie)}" ligt voor "{_sent(before)}", de datum van de voorganger '
                f"{before.id}."
            )
            yield project.problem(versie, wat, "Verbeter de datum of de voorganger.", "fasen", 0)


def causes_before_changes(project: Project) -> Iterator[Problem]:
    """A point about a version can only have changed a later one."""
    if not are_line(project.versies):
        return
    order = {versie.id: at for at, versie in enumerate(project.versies)}
    about = {p.id: z.versie for z in project.zienswijzen for p in z.punten}
    for versie_id, wijzigingen in project.wijzigingen.items():
        for wijziging in wijzigingen:
            for index, punt_id in enumerate(wijziging.punten):
                asked = order.get(about.get(punt_id, ""), -1)
                if asked >= order.get(versie_id, len(order)):
                    wat = (
                        f"{punt_id} gaat over {about[punt_id]}, "
                        f"en kan {versie_id} dus niet hebben veranderd."
                    )
                    doe = "Haal het punt weg, of verbeter de versie van de zienswijze."
                    yield project.problem(wijziging, wat, doe, "punten", index)


def decisions_after_sending(project: Project) -> Iterator[Problem]:
    """No council decided on the text before it was sent to the councils."""
    sent = [f for v in project.versies for f in v.fasen if f.fase == "ter-vaststelling"]
    for gemeente in project.gemeenten if sent else ():
        datum = gemeente.raadsbesluit.datum
        if datum and datum.is_before(sent[0].datum):
            wat = f'"{datum}" ligt voor "{sent[0].datum}", toen de tekst naar de raden ging.'
            yield project.problem(gemeente, wat, "Verbeter de datum.", "raadsbesluit", "datum")


def other_version_than_the_ronde(project: Project) -> Iterator[Problem]:
    """A zienswijze is about the version that was asked about."""
    asked = {ronde.id: ronde.versie for ronde in project.regio.rondes}
    for zienswijze in project.zienswijzen:
        versie = asked.get(zienswijze.ronde, zienswijze.versie)
        if zienswijze.versie != versie:
            wat = f'De ronde "{zienswijze.ronde}" ging over een andere versie: {versie}.'
            doe = "Kijk of de versie en de ronde kloppen. Was het zo, dan hoeft u niets te doen."
            yield project.problem(zienswijze, wat, doe, "versie")


def received_before_sending(project: Project) -> Iterator[Problem]:
    """A zienswijze comes after the version that it is about."""
    sent = {versie.id: _sent(versie) for versie in project.versies}
    for zienswijze in project.zienswijzen:
        datum = sent.get(zienswijze.versie)
        if datum and zienswijze.ontvangen.is_before(datum):
            wat = f'"{zienswijze.ontvangen}" ligt voor "{datum}", de datum van die versie.'
            doe = "Kijk of de datum en de versie kloppen."
            yield project.problem(zienswijze, wat, doe, "ontvangen")


def _sent(versie: Versie) -> Datum:
    """When a version came out: the date of its first phase."""
    return versie.fasen[0].datum
