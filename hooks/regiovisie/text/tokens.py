r"""Cutting a block's text into tokens: what a reader counts as one thing.

Whole words, never parts of them; and numbers, dates, amounts, article references,
abbreviations and hyphenated compounds as one token each::

    Per 1 januari 2027 kost dit € 1.250,-.
    Per|1 januari 2027|kost|dit|€ 1.250,-|.

White space is no part of a token. It is a property of the place between two tokens, so
that an inserted comma does not change the word after it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from regiovisie.model import ATOM, CELL

Spans = tuple[tuple[int, int], ...]

_MONTH = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    "|jan|feb|mrt|apr|jun|jul|aug|sep|sept|okt|nov|dec"
)
_ORDINAL = (
    "eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende"
    "|elfde|twaalfde|laatste|enige|enig"
)
_NUMBER = r"\d+(?:[.,:/\-\u2013]\d+)*"
_TOKEN = re.compile(
    rf"""
      [{CELL}{ATOM}]
    | \b(?:artikel|art\.)\x20{_NUMBER}[a-z]{{0,2}}\b
        (?:,?\x20(?:(?:{_ORDINAL}|\d+e)\x20lid\b|lid\x20\d+\b))?
        (?:,?\x20(?:aanhef\x20en\x20)?(?:onder|onderdeel)\x20[a-z]\b)?
    | €\x20?\d+(?:\.\d{{3}})*(?:,(?:\d+\b|-|\u2013))?(?:\x20(?:miljoen|miljard|duizend)\b)?
    | \b\d{{1,2}}\x20(?:{_MONTH})\b(?:\x20\d{{4}}\b)?
    | \b{_NUMBER}(?:\x20?%|\x20?‰)?(?:e|de|ste)?(?!\w)
    | \b(?:[^\W\d_]{{1,4}}\.){{2,}}(?!\w)
    | \b(?:bijv|blz|nr|art|dr|drs|mr|mw|dhr|incl|excl|ca|resp|evt|jl|jo|max|min|tel|vgl)\.(?=\x20\S)
    | \w+(?:['\u2019\-\u2010\u2011/&]\w+)*
    | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)


@lru_cache(maxsize=1 << 16)
def token_spans(text: str) -> Spans:
    """Where each token of ``text`` begins and ends, in order.

    Every character that is not white space lies in exactly one token; white space lies
    between tokens, or inside one that spans words (a date).
    """
    return tuple(match.span() for match in _TOKEN.finditer(text))


def tokenise(text: str) -> list[str]:
    """The tokens of ``text``."""
    return [text[start:end] for start, end in token_spans(text)]


def is_word(token: str) -> bool:
    """Whether a token counts as a word: it holds a letter or a digit."""
    return any(char.isalnum() for char in token)


def count_words(text: str) -> int:
    """How many words a reader would count."""
    return sum(map(is_word, tokenise(text)))
