"""The seal of a version: its fingerprint, and what was corrected in it.

::

    Vingerafdruk: 8b05-9f8a-9fd2-a8f7
    Op 3 maart 2026 is in deze versie een correctie gedaan. Reden: …

A correction says that something was taken out and by whose decision, never what it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from regiovisie.registers.checksums import fingerprint
from regiovisie.registers.schema import Correctie, Versie

REDENEN: Mapping[str, str] = {
    "privacy": "er stonden persoonsgegevens in",
    "procedure": "er was een fout gemaakt in de procedure",
}


@dataclass(frozen=True, slots=True)
class Zegel:
    """What proves a version untouched, and where it was touched."""

    vingerafdruk: str
    """``8b05-9f8a-9fd2-a8f7``, as `verify` prints it; empty for a text that is not sealed."""
    correcties: tuple[str, ...]
    """Each correction in a few sentences, oldest first."""


def zegel(versie: Versie) -> Zegel:
    """The seal of one version."""
    return Zegel(
        vingerafdruk=fingerprint(versie.checksums) if versie.checksums else "",
        correcties=tuple(map(_correctie, versie.correcties)),
    )


def _correctie(correctie: Correctie) -> str:
    datum = correctie.datum
    gedaan = (
        f"Op {datum} is in deze versie een correctie gedaan."
        if datum.vanaf and datum.vanaf == datum.tot
        else f"In deze versie is een correctie gedaan ({datum})."
    )
    return (
        f"{gedaan} Reden: {REDENEN[correctie.reden]}. Besloten door: {correctie.door}. "
        "Wat er stond, tonen wij niet. "
        f"De vingerafdruk was daarvoor {correctie.vingerafdruk_was}."
    )
