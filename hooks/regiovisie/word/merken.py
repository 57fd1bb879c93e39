"""Which words of a block came or went by which tracked change.

The text is written once more with signs round the changed words, and read as any text is.
What stands between two signs is then known, however Markdown took it apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from regiovisie.text.blocks import parse_onderdeel
from regiovisie.text.tokens import token_spans
from regiovisie.word.inhoud import Spoor
from regiovisie.word.opmaak import BEGIN, EINDE, PUNT


@dataclass(frozen=True, slots=True)
class Bloksporen:
    """The changes in one block, by place in its text."""

    tekst: str
    tekens: tuple[Spoor | None, ...]
    """Per character."""
    punten: tuple[tuple[int, Spoor], ...]
    """Where a change took words away, or split or joined: place and change."""

    def spoor(self, at: int, *, ook_naast: bool) -> Spoor | None:
        """The change of the word with this number; with ``ook_naast`` else that of the nearest.

        A word that a change touched in part is of that change.
        """
        spans = token_spans(self.tekst)
        if at >= len(spans):
            return None
        if found := self._in(*spans[at]):
            return found
        if not ook_naast:
            return None
        near = ((abs(other - at), other) for other, span in enumerate(spans) if self._in(*span))
        nearest = min(near, default=None)
        return self._in(*spans[nearest[1]]) if nearest else None

    def _in(self, start: int, end: int) -> Spoor | None:
        inside = next((spoor for spoor in self.tekens[start:end] if spoor), None)
        return inside or next((s for place, s in self.punten if start <= place <= end), None)

    @property
    def alle(self) -> frozenset[Spoor]:
        """Every change in the block."""
        return frozenset([*filter(None, self.tekens), *(spoor for _, spoor in self.punten)])


@dataclass(frozen=True)
class Tekstsporen:
    """The changes in one state of a text."""

    blokken: tuple[tuple[str, Bloksporen], ...]
    """Slug of the onderdeel and changes, in reading order."""
    by_words: dict[tuple[str, str], Bloksporen] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        found: dict[tuple[str, str], Bloksporen] = {}
        for slug, blok in self.blokken:
            found.setdefault((slug, blok.tekst), blok)
        object.__setattr__(self, "by_words", found)

    def blok(self, slug: str, index: int, tekst: str) -> Bloksporen | None:
        """The changes in a block of a text: the one at its place, else one of the same words."""
        if index < len(self.blokken):
            other, blok = self.blokken[index]
            if (other, blok.tekst) == (slug, tekst):
                return blok
        return self.by_words.get((slug, tekst))


def tekstsporen(bestanden: Sequence[tuple[str, str]], sporen: Sequence[Spoor]) -> Tekstsporen:
    """The changes in a text that was written with signs."""
    found = []
    for name, text in bestanden:
        onderdeel = parse_onderdeel(name, text)
        found += [(onderdeel.slug, _read(block.text, sporen)) for block in onderdeel.blocks]
    return Tekstsporen(tuple(found))


def _read(text: str, sporen: Sequence[Spoor]) -> Bloksporen:
    plain: list[str] = []
    tekens: list[Spoor | None] = []
    punten: list[tuple[int, Spoor]] = []
    here: Spoor | None = None
    for char in text:
        code = ord(char)
        if char == EINDE:
            here = None
        elif code >= PUNT:
            punten.append((len(plain), sporen[code - PUNT]))
        elif code >= BEGIN:
            here = sporen[code - BEGIN]
        else:
            plain.append(char)
            tekens.append(here)
    return Bloksporen("".join(plain), tuple(tekens), tuple(punten))
