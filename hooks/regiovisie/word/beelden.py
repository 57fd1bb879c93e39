"""Images of a Word file: how they are called among the files of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from regiovisie.word.inhoud import Inhoud, alineas

SHOWN = ("gif", "jpeg", "jpg", "png", "svg", "webp")
"""The kinds that a browser shows."""
_PNG = b"\x89PNG\r\n\x1a\n"
_NAME = re.compile(r"[A-Za-z0-9][\w.-]*\.[A-Za-z]{3,4}", re.ASCII)


def beeldnamen(inhoud: Inhoud, aanwezig: Mapping[str, bytes]) -> dict[str, str]:
    """Name of a part → name of a file: that of the same image where the text has it already.

    A program that knows no drawings (.svg) puts a picture in their place and leaves the name:
    then the drawing that is there stays.
    """
    names: dict[str, str] = {}
    number = 0
    for part, given in _parts(inhoud):
        same = [name for name, content in aanwezig.items() if content == inhoud.beelden.get(part)]
        ending = part.rpartition(".")[2].lower()
        name = given if _NAME.fullmatch(given) and given.lower().endswith(f".{ending}") else ""
        name = next(iter(sorted(same)), "") or name
        if given in aanwezig and not given.lower().endswith(f".{ending}"):
            same = [name := given]
        while not name or (name in names.values() or (name in aanwezig and name not in same)):
            number += 1
            name = f"afbeelding-{number}.{ending}"
        names[part] = name
    return names


def omgezet(part: str, naam: str) -> bool:
    """Whether a part is another program's picture of the image with this name."""
    return part.rpartition(".")[2].lower() != naam.rpartition(".")[2].lower()


def leeg(content: bytes) -> bool:
    """Whether a picture is one dot: what stands in a Word file where a drawing belongs."""
    return content.startswith(_PNG) and content[16:24] == b"\0\0\0\1" * 2


def onzichtbaar(inhoud: Inhoud) -> list[str]:
    """The images that a browser cannot show, such as those of Windows (.emf, .wmf)."""
    return [part for part in inhoud.beelden if part.rpartition(".")[2].lower() not in SHOWN]


def _parts(inhoud: Inhoud) -> Iterator[tuple[str, str]]:
    """Each image once, with what it is called in the file."""
    noten = (alinea for noot in inhoud.noten.values() for alinea in noot)
    seen: set[str] = set()
    for alinea in (*alineas(inhoud.blokken), *noten):
        for stuk in alinea.stukken:
            if stuk.soort == "beeld" and stuk.tekst not in seen:
                seen.add(stuk.tekst)
                yield stuk.tekst, stuk.naam
