"""Small values that all views share: links, sources, counted words.

::

    aantal(1, "punt", "punten")     → "1 punt"
    aantal(3, "punt", "punten")     → "3 punten"
    opsomming(["a", "b", "c"])      → "a, b en c"
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go."""

    href: str
    """Relative to the root of the site, or a full address elsewhere."""
    tekst: str


@dataclass(frozen=True, slots=True)
class BronRegel:
    """One source, as one line."""

    titel: str
    href: str
    """Where it can be read, else its entry in the list of sources."""
    feiten: str
    """Its date, the place in it, when it was read."""
    zegt: str = ""
    """What this source says, where others say something else."""


@dataclass(frozen=True, slots=True)
class BronView:
    """Where a fact comes from."""

    regels: tuple[BronRegel, ...]
    verschillen: bool = False
    """Whether the sources say different things."""


@dataclass(frozen=True, slots=True)
class Label:
    """A word in a coloured edge: what it says and in which tone."""

    code: str
    tekst: str
    toon: str = ""
    """The CSS modifier of the label, such as ``ja`` or ``open``; may be empty."""
    een: str = ""
    """Its words behind the number 1; empty where they are those of the label."""
    meer: str = ""
    """The same behind other numbers: ``13 vragen beantwoord``."""

    def geteld(self, getal: int) -> str:
        """The words of the label as they stand behind that number."""
        return (self.een if getal == 1 else self.meer) or self.tekst


@dataclass(frozen=True, slots=True)
class Deel:
    """One part of a bar: its label, its count, and where it lies on a width of 1000."""

    label: Label
    aantal: int
    x: int
    breedte: int


def aantal(getal: int, enkelvoud: str, meervoud: str) -> str:
    """The number with its noun in the right form."""
    return f"{getal} {enkelvoud if getal == 1 else meervoud}"


def zienswijzen_met_punten(zienswijzen: int, punten: int) -> str:
    """How many there are: ``6 zienswijzen met 24 punten``; nothing is not told as 0."""
    if not zienswijzen:
        return "Nog geen zienswijzen"
    zin = aantal(zienswijzen, "zienswijze", "zienswijzen")
    return f"{zin} met {aantal(punten, 'punt', 'punten')}" if punten else zin


def opsomming(delen: Sequence[str]) -> str:
    """The parts as a Dutch enumeration; empty for no parts."""
    if len(delen) < 2:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} en {delen[-1]}"


def hoofdletter(tekst: str) -> str:
    """The text with a capital first; the rest as it was."""
    return tekst[:1].upper() + tekst[1:]


def balk(tellingen: Iterable[tuple[Label, int]]) -> tuple[Deel, ...]:
    """Counts as the parts of a bar of 1000 wide, without the empty ones."""
    gevuld = [(label, getal) for label, getal in tellingen if getal > 0]
    som = sum(getal for _, getal in gevuld)
    delen = []
    begin = 0
    for label, getal in gevuld:
        eind = begin + getal
        x = begin * 1000 // som
        delen.append(Deel(label, getal, x, eind * 1000 // som - x))
        begin = eind
    return tuple(delen)
