"""The registers: what people write about versions, changes, zienswijzen, answers and councils.

::

    project = load_project(Path("."))
    project.problems            every mistake, or ()
    project.versies[-1].fase    the phase of the newest version
"""

from __future__ import annotations

from regiovisie.registers.checksums import CHECKSUMS, LEVENSLIJNEN, checksum_lines, verify
from regiovisie.registers.datum import Datum
from regiovisie.registers.load import load_project
from regiovisie.registers.project import WERKVERSIE, Project
from regiovisie.registers.rules.voorbeelden import productie_problems
from regiovisie.registers.schema import (
    Antwoord,
    Gemeente,
    Indiener,
    Motie,
    Plaats,
    Planningsstap,
    Punt,
    Record,
    Regio,
    Ronde,
    Tekstbron,
    Versie,
    Wijziging,
    Zienswijze,
)

__all__ = [
    "CHECKSUMS",
    "LEVENSLIJNEN",
    "WERKVERSIE",
    "Antwoord",
    "Datum",
    "Gemeente",
    "Indiener",
    "Motie",
    "Plaats",
    "Planningsstap",
    "Project",
    "Punt",
    "Record",
    "Regio",
    "Ronde",
    "Tekstbron",
    "Versie",
    "Wijziging",
    "Zienswijze",
    "checksum_lines",
    "load_project",
    "productie_problems",
    "verify",
]
