"""Why a commit was made, as its author says in lines at the end of the message.

    Hulp dicht bij huis

    Zienswijze: ZW-12.3, ZW-07.1

Such a line is called a trailer. `Zienswijze` names points, `Herkomst` another cause with
`Toelichting` where that asks for one, `Wijziging` a draft that is in the register already.
One commit has one cause: where lines disagree, nobody can tell which words belong to which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import get_args

from regiovisie.registers.schema import Herkomst

_LINE = re.compile(
    r"^(zienswijze|herkomst|wijziging|toelichting)[ ]*:[ ]*(\S.*?)[ ]*$",
    re.IGNORECASE | re.MULTILINE,
)
_PUNT = re.compile(r"ZW-[0-9]+\.[0-9]+", re.IGNORECASE)
_WIJZIGING = re.compile(r"W-(?:[0-9]+|concept-[0-9a-z]+)", re.IGNORECASE)
_FROM_PUNTEN = ("zienswijze", "advies", "inspraak")


@dataclass(frozen=True, slots=True)
class Oorzaak:
    """One cause: points, or another herkomst, or a wijziging that stands in the register."""

    punten: tuple[str, ...] = ()
    herkomst: str = ""
    """Empty where points or a wijziging say it."""
    toelichting: str = ""
    wijziging: str = ""
    opmerking: str = ""
    """What else was said of the change: it stands as comment with the draft."""
    door: int = 0
    """Who made a change of which no cause is known, as a number: keeps two people's apart."""

    @property
    def bekend(self) -> bool:
        """Whether it says why."""
        return bool(self.punten or self.herkomst or self.wijziging)


@dataclass(frozen=True, slots=True)
class Gezegd:
    """What a message says: a cause, or why it says none."""

    oorzaak: Oorzaak | None
    bezwaar: str = ""
    """What is wrong with the lines that are there: a Dutch sentence."""


def gezegd(message: str) -> Gezegd:
    """The cause that a commit message names. Lines count wherever they stand in it."""
    lines = [(match[1].lower(), match[2]) for match in _LINE.finditer(message)]
    causes = list(dict.fromkeys(_causes(lines)))
    if bezwaar := next((cause for cause in causes if isinstance(cause, str)), ""):
        return Gezegd(None, bezwaar)
    found = [cause for cause in causes if isinstance(cause, Oorzaak)]
    if len(found) > 1:
        return Gezegd(None, f"noemt {len(found)} oorzaken voor dezelfde wijziging")
    if not found:
        return Gezegd(None)
    toelichting = " ".join(value for key, value in lines if key == "toelichting")
    cause = found[0]
    if cause.herkomst in ("ambtshalve", "wetswijziging"):
        return Gezegd(replace(cause, toelichting=toelichting or _subject(message)))
    return Gezegd(replace(cause, toelichting=toelichting))


def _causes(lines: list[tuple[str, str]]) -> Iterator[Oorzaak | str]:
    """Each cause that a line names, or what is wrong with the line."""
    for key, value in lines:
        if key == "zienswijze":
            names = tuple(name.upper() for name in _PUNT.findall(value))
            yield Oorzaak(punten=names) if names else f'noemt geen punt, maar "{value}"'
        elif key == "herkomst":
            yield _herkomst(value)
        elif key == "wijziging":
            name = _WIJZIGING.fullmatch(value)
            yield (
                Oorzaak(wijziging="W-" + value[2:])
                if name
                else f'noemt geen wijziging, maar "{value}"'
            )


def _herkomst(value: str) -> Oorzaak | str:
    soort = value.lower()
    if soort in _FROM_PUNTEN:
        return f'noemt de herkomst {soort} zonder punt (schrijf "Zienswijze: ZW-12.3")'
    if soort not in get_args(Herkomst):
        return f'noemt een herkomst die er niet is: "{value}"'
    return Oorzaak(herkomst=soort)


def _subject(message: str) -> str:
    return message.strip().partition("\n")[0].strip()
