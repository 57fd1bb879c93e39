"""How much room words take in a picture.

A picture has no layout of its own, so its labels are measured in advance: roughly, by the
average width of a character, and cut where they do not fit.
"""

from __future__ import annotations

TEKEN = 6.5
"""The width of an average character at the size of labels, in units of the picture."""


def passend(tekst: str, breedte: float) -> str:
    """The text, cut at a word so that it fits in a width."""
    ruimte = int(breedte / TEKEN)
    if len(tekst) <= ruimte:
        return tekst
    begin = tekst[: max(ruimte - 2, 1)]
    woorden = begin.rsplit(" ", 1)[0] if " " in begin else begin
    return f"{woorden.rstrip(',;:.')} …"


def past(tekst: str, breedte: float) -> bool:
    """Whether a text fits in a width, with a little air."""
    return len(tekst) * TEKEN + 4 <= breedte
