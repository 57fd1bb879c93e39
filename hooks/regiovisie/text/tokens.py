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
_ABBREVIATION = "bijv|blz|nr|art|dr|drs|mr|mw|dhr|incl|excl|ca|resp|evt|jl|jo|max|min|tel|vgl"
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
    | \b(?:{_ABBREVIATION})\.(?=\x20\S)
    | \w+(?:['\u2019\-\u2010\u2011/&]\w+)*
    | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)


# A token that runs on past a space begins in one of these.
_OPEN_END = re.compile(rf"€|(?:\d|\b(?:artikel|art\.|(?:{_ABBREVIATION})\.))\Z", re.IGNORECASE)
_MOST_CHUNKS = 1 << 16


class _Chunks(dict[str, "Spans | None"]):
    """What stands between two spaces, cut once; None where a token may run on past its end.

    A text has few different words, and cutting a text takes longer than looking them up.
    """

    def __missing__(self, chunk: str) -> Spans | None:
        if len(self) >= _MOST_CHUNKS:
            self.clear()
        self[chunk] = None if _OPEN_END.search(chunk) else plain_spans(chunk)
        return self[chunk]


_CHUNKS = _Chunks()


def plain_spans(text: str) -> Spans:
    """`token_spans` by the letter: the rule itself, that the quick way is held against."""
    return tuple(match.span() for match in _TOKEN.finditer(text))


@lru_cache(maxsize=1 << 16)
def token_spans(text: str) -> Spans:
    """Where each token of ``text`` begins and ends, in order.

    Every character that is not white space lies in exactly one token; white space lies
    between tokens, or inside one that spans words (a date).
    """
    spans: list[tuple[int, int]] = []
    at = done = 0
    for chunk in text.split(" "):
        stop = at + len(chunk)
        if at >= done:
            found = _CHUNKS[chunk]
            if found is None:
                done = _run_on(text, at, stop, spans)
            elif len(found) == 1:
                spans.append((at + found[0][0], at + found[0][1]))
            else:
                spans += [(at + start, at + end) for start, end in found]
        at = stop + 1
    return tuple(spans)


def _run_on(text: str, at: int, stop: int, spans: list[tuple[int, int]]) -> int:
    """Cut from ``at`` until a token ends where a chunk does, at ``stop`` or later.

    Gives the place from where the next chunk may be looked up.
    """
    for match in _TOKEN.finditer(text, at):
        if match.start() >= stop and text[match.start() - 1] == " ":
            return match.start()
        spans.append(match.span())
        stop = max(stop, match.end())
    return len(text) + 1


def chunk_tokens(chunk: str) -> list[str] | None:
    """The tokens of what stands between two spaces; None where they may run on past its end."""
    spans = _CHUNKS[chunk]
    return None if spans is None else [chunk[start:end] for start, end in spans]


def forget() -> None:
    """Let go of all words that were cut."""
    _CHUNKS.clear()
    token_spans.cache_clear()


def tokenise(text: str) -> list[str]:
    """The tokens of ``text``."""
    return [text[start:end] for start, end in token_spans(text)]


def is_word(token: str) -> bool:
    """Whether a token counts as a word: it holds a letter or a digit."""
    return any(char.isalnum() for char in token)


def count_words(text: str) -> int:
    """How many words a reader would count."""
    return sum(map(is_word, tokenise(text)))
