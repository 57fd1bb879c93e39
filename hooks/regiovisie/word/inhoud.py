"""What a Word file says, before it is decided which of its two states is meant.

::

    De hulp is <del>licht</del><ins>thuis</ins>.

is one `Alinea` of four pieces: kept, gone, come, kept. A piece that came and went again
(deleted inside an insertion) stands in neither state.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

Kant = Literal["oud", "nieuw"]
"""The state before the tracked changes, or the one after."""
KANTEN: tuple[Kant, Kant] = ("oud", "nieuw")


@dataclass(frozen=True, slots=True)
class Spoor:
    """One tracked change."""

    door: int
    """Who made it, as a number: names are not kept."""
    opmerkingen: frozenset[str] = frozenset()
    """The ids of the comments on it."""
    verplaatsing: str = ""
    """What Word calls the move that it is an end of."""


@dataclass(frozen=True, slots=True)
class Bestaan:
    """In which states something stands, and by which tracked change in only one."""

    oud: bool = True
    nieuw: bool = True
    spoor: Spoor | None = None

    def op(self, kant: Kant) -> bool:
        """Whether it stands in a state."""
        return self.oud if kant == "oud" else self.nieuw


ALTIJD = Bestaan()
STREEP = "streep"
"""What a paragraph is that is a line across the page."""


@dataclass(frozen=True, slots=True)
class Stuk:
    """A piece of a paragraph: words of one look, or a thing without words."""

    soort: Literal["tekst", "regel", "noot", "beeld", "punt"]
    """``regel`` is a line break; ``punt`` the place where a change took something away."""
    tekst: str = ""
    """The words; of a note its key; of an image the name of its part."""
    vet: bool = False
    cursief: bool = False
    hoog: bool = False
    laag: bool = False
    code: bool = False
    link: str = ""
    """An address, or ``#`` and the name of a bookmark."""
    alt: str = ""
    naam: str = ""
    """What an image is called in the file; of a note its label, where the file says it."""
    bestaan: Bestaan = ALTIJD


@dataclass(frozen=True, slots=True)
class Lijstplek:
    """The place of a paragraph in a list."""

    lijst: str
    """What counts on together."""
    niveau: int
    genummerd: bool
    begin: int
    herstart: str = ""
    """What begins the list anew at the first paragraph that names it; empty where nothing does."""


@dataclass(slots=True)
class Alinea:
    """A paragraph with its mark, which can come and go by itself."""

    rol: str
    stukken: list[Stuk] = field(default_factory=list)
    einde: Bestaan = ALTIJD
    lijst: Lijstplek | None = None
    bladwijzers: list[str] = field(default_factory=list)
    uitlijning: str = ""

    def woorden(self, kant: Kant) -> str:
        """The words of a state."""
        return "".join(s.tekst for s in self.stukken if s.soort == "tekst" and s.bestaan.op(kant))


@dataclass(slots=True)
class Rij:
    """A row of a table: per cell its paragraphs."""

    cellen: list[list[Alinea]]
    bestaan: Bestaan = ALTIJD
    kop: bool = False


@dataclass(slots=True)
class Tabel:
    """A table."""

    rijen: list[Rij]


Blok = Alinea | Tabel


@dataclass(frozen=True, slots=True)
class Gemist:
    """Something that could not be kept, or only in another form."""

    wat: str
    """A Dutch sentence."""
    waar: str
    """Under which heading, and at which words."""


@dataclass(slots=True)
class Inhoud:
    """All that was read from a Word file."""

    blokken: list[Blok]
    noten: dict[str, list[Alinea]]
    opmerkingen: dict[str, str]
    """Id → words, without the name of who made it."""
    beelden: dict[str, bytes]
    """Name of a part → image."""
    gemist: list[Gemist]
    los: list[str]
    """Ids of comments that are on no tracked change."""
    sporen: int
    """How many tracked changes there are, those of looks left out."""


def alineas(blokken: Sequence[Blok]) -> list[Alinea]:
    """Every paragraph, those in tables too."""
    found: list[Alinea] = []
    for blok in blokken:
        if isinstance(blok, Alinea):
            found.append(blok)
        else:
            found += [alinea for rij in blok.rijen for cel in rij.cellen for alinea in cel]
    return found
