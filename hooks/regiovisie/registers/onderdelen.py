"""The form of the onderdelen of one text: what can be said of each file without comparing.

::

    04-uitgangspunten.md      # Uitgangspunten      one title, on the first line
                              Hulp is nabij.        and a text under it
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from regiovisie.errors import Problem
from regiovisie.registers.files import ONDERDEEL_NAME
from regiovisie.registers.schema import Tekstbron

_FENCE = re.compile(r" {0,3}(```|~~~)")
_TITLE = re.compile(r"#[ \t]+\S")


def onderdeel_problems(folder: str, tekst: Tekstbron) -> Iterator[Problem]:
    """What is wrong with the form of the text in that folder of the project."""
    yield from _double_slugs(folder, tekst)
    for name, text in tekst.bestanden:
        yield from _title_problems(f"{folder}/{name}", text)


def slug_of(name: str) -> str:
    """The slug in the file name of an onderdeel; the name itself when it has none."""
    match = ONDERDEEL_NAME.fullmatch(name)
    return match[1] if match else name


def first_of_each_slug(bestanden: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """The files without those whose slug another has: no two onderdelen share an address."""
    firsts = {slug_of(name): (name, text) for name, text in reversed(bestanden)}
    return tuple(reversed(firsts.values()))


def _double_slugs(folder: str, tekst: Tekstbron) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for name, _ in tekst.bestanden:
        first = seen.setdefault(slug_of(name), name)
        if first != name:
            wat = f'Dit onderdeel heet na zijn nummer hetzelfde als "{first}".'
            doe = "Geef een van de twee een andere naam; het adres op de site volgt uit de naam."
            yield Problem(f"{folder}/{name}", "", "", wat, doe)


def _title_problems(file: str, text: str) -> Iterator[Problem]:
    lines = text.split("\n")
    filled = [number for number, line in enumerate(lines, 1) if line.strip()]
    titles = [number for number in _outside_fences(lines) if _TITLE.match(lines[number - 1])]
    if not filled:
        yield Problem(file, "", "", "Het onderdeel is leeg.", _WRITE_OR_REMOVE)
    elif titles[:1] != filled[:1]:
        wat = 'Het onderdeel begint niet met een titel: een regel met "# " ervoor.'
        yield Problem(file, "", "", wat, "Zet de titel op de eerste regel.", filled[0])
    elif filled == titles[:1]:
        wat = "Het onderdeel heeft een titel, maar geen tekst."
        yield Problem(file, "", "", wat, _WRITE_OR_REMOVE, titles[0])
    for number in titles[1:]:
        wat = 'Het onderdeel heeft een tweede titel: nog een regel met één "#" ervoor.'
        yield Problem(file, "", "", wat, 'Gebruik "## " voor een kop binnen het onderdeel.', number)


_WRITE_OR_REMOVE = "Schrijf de tekst, of haal het bestand weg."


def _outside_fences(lines: list[str]) -> Iterator[int]:
    """The numbers of the lines that are not in a fenced block of code."""
    fence = ""
    for number, line in enumerate(lines, 1):
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1] == fence):
            fence = "" if fence else mark[1]
        elif not fence:
            yield number
