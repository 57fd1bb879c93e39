"""What an overview of reactions says: which column is which, and what an outcome in words is.

Nr | Indiener | Samenvatting | Beantwoording | Conclusie
1  | Assen    | …            | …             | gedeeltelijk overgenomen   →   deels
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from regiovisie.errors import Problem, RegiovisieError
from regiovisie.tabel import Rij, lees_tabel
from regiovisie.word.inhoud import Alinea, Tabel
from regiovisie.word.lezen import lees_word
from regiovisie.word.staten import stand

KOLOMMEN: Mapping[str, str] = {
    "nr": r"nr|nummer|volgnr|volgnummer|#|id|zienswijzenummer",
    "voorstel": r".*(?:voorstel|gevraagde tekst|tekstsuggestie).*",
    "uitkomst": r"(?:conclusie|uitkomst|gevolg|overgenomen|verwerking|aanpassing|besluit).*",
    "indiener": r"indiener.*|afzender|reclamant.*|inspreker|organisatie|gemeente|naam|wie|van",
    "datum": r"datum.*|ontvangen.*|ontvangst.*",
    "samenvatting": (
        r"samenvatting.*|zienswijze.*|inhoud.*|opmerking.*|inbreng.*|vraag.*|punt|tekst"
        r"|reactie van .*"
    ),
    "reactie": r"reactie.*|beantwoording.*|antwoord.*|commentaar.*|overweging.*",
    "onderdeel": r"onderdeel.*|hoofdstuk.*|paragraaf.*|plaats.*|pagina.*",
}
"""What the head of each column may say, in small letters; the first that fits is taken."""
NEEDED = ("indiener", "samenvatting")

_UITKOMSTEN = (
    ("open", r"|-|\?|open|nog (?:te )?\w+|nnb|n\.?n\.?b\.?|volgt"),
    ("kennisgeving", r".*(?:kennisgeving|kennisname|kennis genomen).*"),
    ("al-verwerkt", r".*(?:al|reeds) (?:verwerkt|opgenomen|overgenomen).*|staat er al.*"),
    ("deels", r".*(?:gedeeltelijk|deels|ten dele|gedeelte).*"),
    (
        "niet",
        r"niet.*|nee\b.*|.*(?:niet over|niet aangepast|afgewezen|ongegrond|geen aanpassing).*",
    ),
    ("uitvoering", r".*uitvoering.*"),
    ("lokaal", r".*lokaal.*|.*lokale?.*"),
    ("overgenomen", r"ja\b.*|.*(?:overgenomen|gegrond|akkoord|verwerkt|aangepast|gehonoreerd).*"),
    ("beantwoord", r".*(?:beantwoord|toegelicht|toelichting).*"),
)
_HEAD_WITHIN = 15
"""The head stands in one of so many first rows."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One row of the overview by column."""

    waar: str
    waarden: Mapping[str, str]

    def __getitem__(self, kolom: str) -> str:
        return self.waarden.get(kolom, "")


def lees_overzicht(path: Path, gegeven: Mapping[str, str]) -> list[Regel]:
    """The rows below the head; ``gegeven`` maps our names of columns to those in the file.

    Raises RegiovisieError when there is no head, or a column is missing.
    """
    found: list[Regel] = []
    missing: tuple[str, ...] = NEEDED
    for rows in _tables(path):
        for at, row in enumerate(rows[:_HEAD_WITHIN]):
            places = _places(row, gegeven)
            lacking = tuple(name for name in NEEDED if name not in places)
            if not lacking:
                found += [_regel(later, places) for later in rows[at + 1 :]]
                missing = ()
                break
            missing = min(missing, lacking, key=len)
    if missing:
        wat = f"In dit overzicht is geen kolom gevonden voor: {', '.join(missing)}."
        doe = f"Zeg welke kolom het is, zoals --kolom {missing[0]}=“Kop van de kolom”."
        raise RegiovisieError([Problem(path.name, "", "", wat, doe)])
    return found


def _tables(path: Path) -> Iterator[list[Rij]]:
    if path.suffix.lower() != ".docx":
        yield lees_tabel(path)
        return
    blokken = stand(lees_word(path, {}).blokken, "nieuw")
    for number, tabel in enumerate((b for b in blokken if isinstance(b, Tabel)), 1):
        yield [
            Rij(f"tabel {number}, rij {at}", tuple(_cell(cel) for cel in rij.cellen))
            for at, rij in enumerate(tabel.rijen, 1)
        ]


def _cell(cel: Sequence[Alinea]) -> str:
    lines = (" ".join(alinea.woorden("nieuw").split()) for alinea in cel)
    return "\n".join(line for line in lines if line)


def _places(row: Rij, gegeven: Mapping[str, str]) -> dict[str, int]:
    """Our name of a column → its place, for a row that may be the head."""
    heads = [" ".join(cell.lower().split()).rstrip(":.") for cell in row.cellen]
    places: dict[str, int] = {}
    for kolom, head in gegeven.items():
        if head.lower() in heads:
            places[kolom] = heads.index(head.lower())
    for kolom, pattern in KOLOMMEN.items():
        if kolom in gegeven:
            continue
        fits = (
            at
            for at, head in enumerate(heads)
            if at not in places.values() and re.fullmatch(pattern, head)
        )
        if (at := next(fits, None)) is not None:
            places[kolom] = at
    return places


def _regel(row: Rij, places: Mapping[str, int]) -> Regel:
    cells = {kolom: row.cellen[at] for kolom, at in places.items() if at < len(row.cellen)}
    return Regel(row.waar, cells)


def uitkomst_van(words: str) -> str | None:
    """The outcome that words stand for; None where nobody can tell."""
    plain = " ".join(words.lower().split()).strip(" .")
    return next((code for code, pattern in _UITKOMSTEN if re.fullmatch(pattern, plain)), None)
