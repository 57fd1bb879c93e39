"""How the werkversie reads, for `check`: told, never a reason to fail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from regiovisie.herkomst.dossier import Dossier
from regiovisie.registers import WERKVERSIE
from regiovisie.registers.files import read_text
from regiovisie.render.views.basis import aantal
from regiovisie.text.leesbaarheid import (
    SOORTEN,
    Soort,
    Teken,
    tekens,
    tussen_haakjes,
    verklaarde_afkortingen,
)

GLOSSARY = "docs/begrippen.md"
GLOSSARY_ONDERDEEL = "begrippen"
_COUNTED: dict[Soort, tuple[str, str]] = {
    "lange zin": ("lange zin", "lange zinnen"),
    "naamwoordketen": ("rij zelfstandige naamwoorden", "rijen zelfstandige naamwoorden"),
    "afkorting": ("afkorting zonder uitleg", "afkortingen zonder uitleg"),
    "lijdende vorm": ("lijdende vorm", "lijdende vormen"),
}


def found_in(dossier: Dossier) -> tuple[Teken, ...]:
    """Every sign of hard reading in the werkversie, in reading order."""
    tekst = dossier.tekst(WERKVERSIE)
    known = verklaarde_afkortingen(*_glossary(dossier)) | tussen_haakjes(tekst)
    return tuple(tekens(tekst, known))


def _glossary(dossier: Dossier) -> Iterator[str]:
    page = read_text(dossier.project.root, GLOSSARY)
    if isinstance(page, str):
        yield page
    if onderdeel := dossier.tekst(WERKVERSIE).onderdeel(GLOSSARY_ONDERDEEL):
        yield from (block.text for block in onderdeel.blocks)


def summary(found: Sequence[Teken]) -> Iterator[str]:
    """One line that counts; none where there is nothing."""
    telling = Counter(teken.soort for teken in found)
    counts = [aantal(telling[soort], *_COUNTED[soort]) for soort in SOORTEN if telling[soort]]
    if counts:
        yield f"Lezen: {', '.join(counts)}. Zie waar met: check --taal"


def places(found: Sequence[Teken]) -> Iterator[str]:
    """Every sign with its place, per onderdeel."""
    for onderdeel, tekens_there in groupby(found, key=lambda teken: teken.onderdeel):
        yield f"\n{onderdeel}"
        for teken in tekens_there:
            yield f"  {teken.plaats}, {teken.soort}: {teken.woorden}"
