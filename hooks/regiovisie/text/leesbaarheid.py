"""What makes a sentence hard to read, as far as a program can be sure of it.

    Door de regio wordt de voortgang van de uitvoering van de afspraken gemeten.
    → lijdend: wordt … gemeten
    → naamwoordketen: van de uitvoering van de afspraken …

Nothing here is a fault: policy needs long words now and then. The signs are those of plain
Dutch (B1): short sentences, people who do things, no rows of nouns, no unknown abbreviations.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from regiovisie.model import ATOM, CELL, Tekst

Soort = Literal["lange zin", "naamwoordketen", "afkorting", "lijdende vorm"]
SOORTEN: tuple[Soort, ...] = ("lange zin", "naamwoordketen", "afkorting", "lijdende vorm")

LONGEST_SENTENCE = 25
"""Words; a longer sentence is told."""
SHORTEST_CHAIN = 3
"""So many phrases with a preposition in a row make a chain of nouns."""
_READ = ("paragraph", "item", "definition")
"""Kinds of blocks that hold sentences."""

_END = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][”\"’)\]]))\s+(?=[“\"‘(\[]?[A-Z0-9€])")
_SHORT_FORMS = re.compile(
    r"(?:\b(?:art|artt|bijv|bijvb|blz|ca|dhr|dr|drs|enz|etc|evt|incl|ing|ir|jl|max|min|mevr|mln|mr"
    r"|mld|nr|nrs|o\.a|o\.g|p|par|prof|resp|st|t\.a\.v|t\.b\.v|t/m|tel|vgl|vs|zgn|z\.g)|\b[A-Z])\.$"
)
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_ABBREVIATION = re.compile(r"\b(?=[A-Z0-9]*[A-Z][A-Z0-9]*[A-Z])[A-Z][A-Z0-9]{1,6}\b")
_BEHIND_ITS_NAME = re.compile(r"\w \(([A-Z][A-Z0-9]{1,6})\)")
_PHRASE = (
    r"(?:van|voor|bij|over|door|tot|tussen|binnen|aan|op|in)\s+"
    r"(?:(?:de|het|een|deze|dit|die|dat|hun|haar|zijn|onze|ons|alle|elke|elk)\s+)?"
    r"[a-zà-ÿ-]{4,}\s*"
)
_CHAIN = re.compile(rf"\b(?:{_PHRASE}){{{SHORTEST_CHAIN},}}", re.IGNORECASE)
_WORDEN = frozenset(("wordt", "worden", "werd", "werden"))
_PARTICIPLE = re.compile(r"ge[a-z]{2,}(?:d|t|en)|(?:be|ver|ont|her)[a-z]{3,}(?:d|t)")
_REACH = 10
"""So many words behind a form of worden its participle may stand."""
_NO_PARTICIPLE = frozenset(
    """
    gebied geheel geld geluid gemeenten gemeenteraden gemiddeld geschikt gesprekken gevallen
    gevoelens gewoonten gezinnen gezond gegevens geen gelden gewenst belangrijkst verband
    verschillend verstand herfst bericht beleid bezit verblijf gebieden gebouwen geweld geduld
    gezicht gewicht getuigen gedragen genoeg gerust betreft besluit beoogt bereid bekend
    """.split()  # noqa: SIM905 - a list of words reads as words
)
"""Words of the form of a participle that are none, or seldom."""

_NOUN_ENDINGS = ("lijst", "tijd", "gebied", "recht", "kracht", "plicht", "markt", "punt", "dienst")


@dataclass(frozen=True, slots=True)
class Teken:
    """One sign of hard reading."""

    soort: Soort
    onderdeel: str
    """Number and title of the onderdeel."""
    plaats: str
    """``onderdeel#kop``, as a register names it."""
    woorden: str
    """The words that it is about."""


def tekens(tekst: Tekst, begrippen: Collection[str]) -> Iterator[Teken]:
    """Every sign in a text, in reading order. ``begrippen`` are abbreviations that it explains."""
    for onderdeel, block in tekst.placed_blocks():
        if block.kind not in _READ:
            continue
        plaats = "#".join((onderdeel.slug, *block.sections[-1:]))
        naam = f"{onderdeel.nummer} {onderdeel.titel}".strip()
        text = block.text.replace(CELL, " ").replace(ATOM, "")
        for sentence in zinnen(text):
            for soort, woorden in _in_sentence(sentence, begrippen):
                yield Teken(soort, naam, plaats, woorden)


def zinnen(text: str) -> list[str]:
    """The sentences of a paragraph. A point after an abbreviation or a number ends none."""
    found: list[str] = []
    for part in _END.split(text):
        if found and _SHORT_FORMS.search(found[-1]):
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part)
    return [sentence.strip() for sentence in found if sentence.strip()]


def _in_sentence(sentence: str, begrippen: Collection[str]) -> Iterator[tuple[Soort, str]]:
    words = _WORD.findall(sentence)
    if len(words) > LONGEST_SENTENCE:
        yield "lange zin", f"{len(words)} woorden: {_begin(sentence)}"
    for match in _CHAIN.finditer(sentence):
        yield "naamwoordketen", match[0].strip()
    for name in dict.fromkeys(_ABBREVIATION.findall(sentence)):
        if name not in begrippen:
            yield "afkorting", name
    for auxiliary, participle in _passives(words):
        yield "lijdende vorm", f"{auxiliary} … {participle}"


def _passives(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each form of worden with the first participle behind it."""
    for at, word in enumerate(words):
        if word.lower() in _WORDEN:
            behind = words[at + 1 : at + 1 + _REACH]
            yield from ((word, other) for other in islice(filter(_is_participle, behind), 1))


def _is_participle(word: str) -> bool:
    plain = word.lower()
    if plain in _NO_PARTICIPLE or plain.endswith(_NOUN_ENDINGS):
        return False
    return _PARTICIPLE.fullmatch(plain) is not None


def verklaarde_afkortingen(*texts: str) -> frozenset[str]:
    """The abbreviations that some texts name: a glossary explains whatever stands in it."""
    return frozenset(name for text in texts for name in _ABBREVIATION.findall(text))


def tussen_haakjes(tekst: Tekst) -> frozenset[str]:
    """The abbreviations that a text gives behind the full name: ``een instelling (GI)``."""
    blocks = (block.text for _, block in tekst.placed_blocks())
    return frozenset(name for text in blocks for name in _BEHIND_ITS_NAME.findall(text))


def _begin(sentence: str) -> str:
    words = sentence.split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")
