"""A passage as a message may quote it: enough to find it, not enough to spread it.

::

    masked("mevrouw J. de Vries")   → "mevrouw J. de V••••"
    masked("06 1234 5678")          → "0• •••• ••••"
"""

from __future__ import annotations

import re

_TELLING = re.compile(r"[\w’'-]*[A-Z0-9][\w’'-]*")
_KEPT = frozenset({"De", "Heer", "Mevrouw", "Meneer", "Dhr", "Mevr", "Mw", "Drs", "Dr", "Mr"})


def masked(text: str) -> str:
    """The passage with all but the first letter or digit of each telling word covered."""
    if "@" in text:
        name, _, domain = text.partition("@")
        return f"{name[:1]}{'•' * (len(name) - 1)}@{domain}"
    if not _TELLING.search(text):
        return text[:1] + "•" * (len(text) - 1)
    words = _TELLING.sub(_covered, text)
    first = re.search("[0-9]", words)
    return words if first is None else _after(first.end(), words)


def _covered(match: re.Match[str]) -> str:
    word = match.group()
    if word in _KEPT or len(word) == 1 or word.isdigit():
        return word
    return word[0] + re.sub(r"\w", "•", word[1:])


def _after(start: int, words: str) -> str:
    return words[:start] + re.sub("[0-9]", "•", words[start:])
