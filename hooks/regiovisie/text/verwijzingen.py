"""References in words: which stretches of a text name another record or another part.

::

    "Zie ZW-12.3 en de onderdelen 4 en 7."
    → punt ZW-12.3 at 4-11, onderdeel 4 at 19-31, onderdeel 7 at 35-36

What looks like one but speaks of something else is none: "onderdeel 8 jaar", "artikel 2.18,
onderdeel 3", "bijlage 1 bij de Jeugdwet". Whether the thing that is named exists is not asked here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Soort = Literal[
    "zienswijze",
    "punt",
    "wijziging",
    "antwoord",
    "motie",
    "onderdeel",
    "hoofdstuk",
    "bijlage",
    "versie",
]


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """One reference: ``text[start:end]`` names this."""

    soort: Soort
    naam: str
    """The id, or the number: ``ZW-12.3``, ``8``, ``0.2``."""
    start: int
    end: int


_URL = r"https?://\S+|www\.\S+"
_IDS: dict[Soort, str] = {
    "punt": r"ZW-\d+\.\d+",
    "zienswijze": r"ZW-\d+",
    "antwoord": r"TA-\d+",
    "wijziging": r"W-(?:\d+|concept-[0-9a-z]+)",
    "motie": r"M-(?:gm\d{4}|voorbeeld-\d+)-\d+",
}
_PARTS: dict[Soort, tuple[str, str]] = {
    "onderdeel": ("onderdeel", "onderdelen"),
    "hoofdstuk": ("hoofdstuk", "hoofdstukken"),
    "bijlage": ("bijlage", "bijlagen"),
    "versie": ("versie", "versies"),
}
_OF_WORD: dict[str, Soort] = {word: soort for soort, words in _PARTS.items() for word in words}
_PLURALS = frozenset(plural for _, plural in _PARTS.values())
_SPACE = r"[ \n\u00a0]"
_NUMBER = r"\d{1,2}(?:[a-z]|(?:\.\d{1,2})+)?(?![\w%€-]|[.,]\d)"
_NEXT = rf"(?:,|{_SPACE}(?:en|of|tot en met|t/m)|[–]){_SPACE}?"

_CANDIDATE = re.compile(
    rf"(?:{_URL})"
    rf"|(?<![\w.#-])(?:{'|'.join(f'(?P<{soort}>{form})' for soort, form in _IDS.items())})"
    r"(?![\w-]|\.\d)"
    rf"|(?<![\w-])(?P<word>(?i:{'|'.join(sorted(_OF_WORD, key=len, reverse=True))})){_SPACE}"
    rf"(?P<numbers>{_NUMBER}(?:{_NEXT}{_NUMBER})*)"
)
_NUMBERS = re.compile(_NUMBER)
_FORMS: dict[Soort, re.Pattern[str]] = {
    "onderdeel": re.compile(r"\d+"),
    "hoofdstuk": re.compile(r"\d+"),
    "bijlage": re.compile(r"\d+[a-z]?"),
    "versie": re.compile(r"\d+(?:\.\d+)*"),
}

_MEASURE = re.compile(
    rf"{_SPACE}(?:jaar|jaren|maand|maanden|week|weken|dag|dagen|uur|uren|minuten|keer|maal|procent|"
    r"euro|miljoen|miljard|punt|punten|kinderen|jongeren|gemeenten|raden|"
    r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b"
)
"""After a number this makes it a measure, an amount or a date."""
_LAW_BEFORE = re.compile(
    rf"(?:\bartikel(?:en)?{_SPACE}\d[\w.:]*[^.;:!?]{{0,25}}|\blid|\b\w*[Ww]et|\b[A-Z]{{2,}}\w*),?"
    rf"{_SPACE}(?:en{_SPACE}|onder{_SPACE})?$"
)
_ARTICLE = "de|het|een|deze|dit|die|dat|onze|ons|haar|zijn|hun|uw"
_OWNER = re.compile(
    rf",?(?:{_SPACE}(?P<link>van|uit|bij|in|op))?(?:{_SPACE}(?:{_ARTICLE}))?{_SPACE}"
    rf"(?P<first>[\w-]+)(?:{_SPACE}(?P<second>[\w-]+))?"
)
_LAW = re.compile(
    r"(?:wet|wetboek|besluit|regeling|verordening|richtlijn|verdrag|contract|overeenkomst|"
    r"convenant|akkoord|norm|wmo|awb|avg|bw|cao)$",
    re.IGNORECASE,
)
_OURS = re.compile(r"(?:visie|tekst|versie|concept)$", re.IGNORECASE)


@lru_cache(maxsize=32768)
def verwijzingen(text: str) -> tuple[Verwijzing, ...]:
    """The references in a text, in order; they never overlap."""
    return tuple(_find(text))


def _find(text: str) -> Iterator[Verwijzing]:
    for match in _CANDIDATE.finditer(text):
        if match["word"]:
            yield from _parts(text, match)
            continue
        for soort in _IDS:
            if match[soort]:
                yield Verwijzing(soort, match[soort], match.start(), match.end())


def _parts(text: str, match: re.Match[str]) -> Iterator[Verwijzing]:
    """The numbered parts that one word names; only a plural names more than one."""
    word = match["word"].lower()
    soort = _OF_WORD[word]
    numbers = list(_NUMBERS.finditer(text, match.start("numbers"), match.end("numbers")))
    if word not in _PLURALS:
        numbers = numbers[:1]
    if _LAW_BEFORE.search(text, max(0, match.start() - 60), match.start()):
        return
    if _is_foreign(soort, text[numbers[-1].end() : numbers[-1].end() + 60]):
        return
    for index, number in enumerate(numbers):
        if not _FORMS[soort].fullmatch(number[0]):
            continue
        start = number.start() if index else match.start()
        yield Verwijzing(soort, number[0], start, number.end())


def _is_foreign(soort: Soort, rest: str) -> bool:
    """Whether what follows makes the number a measure, or a part of something else."""
    if _MEASURE.match(rest):
        return True
    owner = _OWNER.match(rest)
    if owner is None:
        return False
    first, second = owner["first"], owner["second"] or ""
    if _OURS.search(first):
        return False
    if _LAW.search(first) or (owner["link"] and _LAW.search(second)):
        return True
    return owner["link"] in ("van", "uit") and soort != "bijlage"
