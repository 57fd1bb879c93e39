"""Finding a quoted passage in a block: on visible words, never on Markdown.

    "zo thuis mogelijk" is found in   Hulp is *zo thuis*
                                      mogelijk.[^1]

White space and quote marks are folded, footnote marks are skipped, and a quote begins and
ends at a word boundary: "de" is not found in "model".
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from regiovisie.model import ATOM, CELL

_FOLDS = str.maketrans({**dict.fromkeys("‘’‚‛`´", "'"), **dict.fromkeys("“”„‟«»", '"')})


def find_citaat(citaat: str, text: str) -> Iterator[tuple[int, int]]:
    """Where ``citaat`` stands in the text of a block: start and end of each occurrence.

    Occurrences come in order; they may overlap: "hulp hulp" stands twice in "hulp hulp hulp".
    """
    wanted, _ = _folded(unicodedata.normalize("NFC", citaat))
    folded, places = _folded(text)
    at = folded.find(wanted) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        if _is_boundary(folded, at) and _is_boundary(folded, end):
            yield places[at], places[end - 1] + 1
        at = folded.find(wanted, at + 1)


@lru_cache(maxsize=1 << 14)
def _folded(text: str) -> tuple[str, tuple[int, ...]]:
    """The text as it is compared, and for each character its place in ``text``."""
    chars: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text.translate(_FOLDS)):
        if char == ATOM and not _parts_words(text, place):
            continue
        is_space = char.isspace() or char in (CELL, ATOM)
        if is_space and (not chars or chars[-1] == " "):
            continue
        chars.append(" " if is_space else char)
        places.append(place)
    if chars and chars[-1] == " ":
        del chars[-1], places[-1]
    return "".join(chars), tuple(places)


def _parts_words(text: str, place: int) -> bool:
    """Whether an atom stands between two words: a line break without a space."""
    return text[place - 1 : place].isalnum() and text[place + 1 : place + 2].isalnum()


def _is_boundary(text: str, at: int) -> bool:
    inside = 0 < at < len(text)
    return not (inside and text[at - 1].isalnum() and text[at].isalnum())
