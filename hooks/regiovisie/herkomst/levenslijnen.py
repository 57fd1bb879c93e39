"""levenslijnen.tsv: which block of a frozen version is which lifeline.

Written when a version is sealed, read by every build. One line for each block::

    bestand                 nr  soort      levenslijn  uit       begin
    04-uitgangspunten.md    3   paragraph  l-4kq2x1              Hulp is zo thuis mogelijk…
    04-uitgangspunten.md    4   paragraph  l-9x0mzz    l-4kq2x1  Als dat niet kan, …

``nr`` counts the blocks of a file from 1; ``uit`` holds other lifelines whose words came
into the block, joined by commas; ``begin`` helps a human reader and is not read back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from regiovisie.diff.lifelines import Levenslijn
from regiovisie.model import Tekst

_HEADER = ("bestand", "nr", "soort", "levenslijn", "uit", "begin")
_ID = re.compile(r"l-[0-9a-z]+")
_BEGIN_LENGTH = 40


class LevenslijnenError(ValueError):
    """The file does not fit the text. The message is a Dutch sentence."""


def format_levenslijnen(tekst: Tekst, lines: Sequence[Levenslijn]) -> str:
    """The content of the file for a text and the lifeline of each of its blocks."""
    rows = [_HEADER]
    for place, line in zip(_places(tekst), lines, strict=True):
        bestand, number, kind, words = place
        begin = words[:_BEGIN_LENGTH]
        rows.append((bestand, str(number), kind, line.id, ",".join(line.uit), begin))
    return "".join("\t".join(row) + "\n" for row in rows)


def parse_levenslijnen(content: str, tekst: Tekst) -> tuple[Levenslijn, ...]:
    """The lifeline of each block of ``tekst``, in reading order.

    Raises `LevenslijnenError` when the file does not describe exactly these blocks.
    """
    rows = [tuple(line.split("\t")) for line in content.splitlines()]
    if not rows or rows[0] != _HEADER:
        raise LevenslijnenError("De eerste regel moet zijn: " + " ".join(_HEADER) + ".")
    places = list(_places(tekst))
    if len(rows) - 1 != len(places):
        raise LevenslijnenError(
            f"Het bestand noemt {len(rows) - 1} blokken, maar de tekst heeft er {len(places)}."
        )
    lines = [
        _parse_row(row, place, number)
        for number, (row, place) in enumerate(zip(rows[1:], places, strict=True), 2)
    ]
    ids = [line.id for line in lines]
    if double := next((i for i in ids if ids.count(i) > 1), None):
        raise LevenslijnenError(f"Levenslijn {double} staat er twee keer in.")
    return tuple(lines)


def _parse_row(row: tuple[str, ...], place: tuple[str, int, str, str], number: int) -> Levenslijn:
    bestand, nr, kind, _ = place
    if row[:3] != (bestand, str(nr), kind) or len(row) != len(_HEADER):
        raise LevenslijnenError(f"Regel {number} past niet bij blok {nr} ({kind}) van {bestand}.")
    uit = tuple(row[4].split(",")) if row[4] else ()
    if not all(_ID.fullmatch(line) for line in (row[3], *uit)):
        raise LevenslijnenError(f"Regel {number} noemt geen geldige levenslijn.")
    return Levenslijn(row[3], uit)


def _places(tekst: Tekst) -> list[tuple[str, int, str, str]]:
    """File name, number in the file, kind and words of each block."""
    return [
        (onderdeel.bestand, number, block.kind, block.words)
        for onderdeel in tekst.onderdelen
        for number, block in enumerate(onderdeel.blocks, 1)
    ]
