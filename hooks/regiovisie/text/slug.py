"""Addresses made from words: ``Zo thuis mogelijk`` becomes ``zo-thuis-mogelijk``."""

from __future__ import annotations

import re
import unicodedata

_ONDERDEEL = re.compile(r"(?:(\d+)-)?([a-z0-9]+(?:-[a-z0-9]+)*)\.md")


def slugify(text: str, separator: str = "-") -> str:
    """The words of ``text`` in lower-case ASCII, joined by ``separator``.

    Accents are folded, so that ``Coördinatie`` becomes ``coordinatie``. Python-Markdown
    calls this with its separator; the result may be empty.
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return separator.join(re.findall(r"[a-z0-9]+", plain.lower()))


def split_file_name(name: str) -> tuple[str, str]:
    """The number and the slug in a file name: ``04-uitgangspunten.md`` gives ``("4", …)``."""
    match = _ONDERDEEL.fullmatch(name)
    if match is None:
        return "", slugify(name.removesuffix(".md")) or "tekst"
    return (match[1] or "").lstrip("0"), match[2]
