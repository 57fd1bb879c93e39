"""Words as a search compares them: without accents, without endings, with the parts they hold.

::

    stammen("Zienswijzen over coördinatie")      → ["zienswij", "coordinati"]
    stam("woningen") == stam("woning")           stam("scholen") == stam("school")
    delen("jeugdhulp", {"jeugd", "hulp"})        → {"jeugd", "hulp"}

The stem is no word and is shown to nobody. It may be shorter than a linguist would have it, as
long as both sides cut alike: ``hooks/theme/js/stam.js`` is the same rule, and a test holds the
two together on every word of the site.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator

STOP = frozenset(
    """
    de het een en van in op te voor met aan is zijn dat die dit deze der den door bij of als om
    ook naar uit over er tot dan wat wie hoe waar wij we u uw ze zij hij je jij ik mijn ons onze
    wordt worden kan kunnen heeft hebben was waren
    """.split()  # noqa: SIM905 - a list of words reads as words
)
"""Words that say nothing about where something stands."""

_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_APOSTROPHES = re.compile(r"['\u2018\u2019]")
_IRREGULAR = (("kinderen", "kind"), ("kinder", "kind"), ("leden", "lid"), ("steden", "stad"))
_NO_MEMBERS = ("geleden", "verleden", "overleden")
_LONG_VOWEL = re.compile(r"(?<![aeiou])(aa|ee|oo|uu)(?=[b-df-hj-np-tv-xz]\Z)")
_DOUBLE = re.compile(r"([b-df-hj-np-tv-xz])\1\Z")

SHORTEST = 3
"""Letters that a stem keeps."""
SHORTEST_PART = 4
"""Letters of a part of a compound."""
_NO_LEFT = frozenset(("voor", "over", "onder", "door", "tegen", "achter", "tussen", "samen"))


def vouw(text: str) -> str:
    """The text in lower case, without accents and apostrophes."""
    plain = unicodedata.normalize("NFD", _APOSTROPHES.sub("", text)).lower()
    return "".join(char for char in plain if not unicodedata.category(char).startswith("M"))


def woorden(text: str) -> Iterator[str]:
    """The folded words; one with a hyphen gives its parts and the whole without it."""
    for match in _WORD.finditer(vouw(text)):
        parts = match[0].split("-")
        yield from parts
        if len(parts) > 1:
            yield "".join(parts)


def stam(word: str) -> str:
    """The stem of a folded word."""
    for ending, stem in _IRREGULAR:
        if word.endswith(ending) and not word.endswith(_NO_MEMBERS):
            return stam(word.removesuffix(ending) + stem)
    if len(word) <= SHORTEST or not word.isalpha():
        return word
    word = _cut(word, "s")
    if word.endswith("heden"):
        word = word.removesuffix("heden") + "heid"
    word = _cut(word, "heid", SHORTEST + 1)
    word = _cut(word, "en") if word.endswith("en") else _without_e(word)
    word = _cut(word, "ing", SHORTEST + 1)
    word = word[:-1] + {"z": "s", "v": "f"}.get(word[-1], word[-1])
    word = _without_e(_cut(_DOUBLE.sub(r"\1", word), "s"))
    word = _LONG_VOWEL.sub(_first, word)
    return _LONG_VOWEL.sub(_first, _cut(_cut(_cut(word, "t"), "s"), "d"))


def stammen(text: str) -> list[str]:
    """The stem of each word that says something, in their order."""
    return [stam(word) for word in woorden(text) if word not in STOP]


def delen(word: str, known: Collection[str]) -> set[str]:
    """The words that a folded compound is made of, as far as each is known by itself.

    ``known`` are folded words. A linking ``s``, ``e`` or ``en`` belongs to neither part.
    """
    found: set[str] = set()
    for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        left = _left(word[:at], known)
        if left and word[at:] in known:
            for part in (left, word[at:]):
                found |= {part} | delen(part, known)
    return found


def _left(word: str, known: Collection[str]) -> str:
    forms = (word, word.removesuffix("s"), word.removesuffix("e"), word.removesuffix("en"))
    return next(
        (f for f in forms if len(f) >= SHORTEST_PART and f in known and f not in _NO_LEFT), ""
    )


def _cut(word: str, ending: str, least: int = SHORTEST) -> str:
    """The word without an ending, if enough is left."""
    if word.endswith(ending) and len(word) - len(ending) >= least:
        return word.removesuffix(ending)
    return word


def _without_e(word: str) -> str:
    return word if word.endswith("ee") else _cut(word, "e")


def _first(match: re.Match[str]) -> str:
    return match[1][0]
