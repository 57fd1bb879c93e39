"""Comparisons of small texts, and the words that must come out of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from regiovisie.diff.history import build_history
from regiovisie.herkomst.vergelijking import Vergelijking, make_vergelijking
from regiovisie.model import ATOM, CELL
from regiovisie.text.blocks import parse_tekst

Files = Iterable[tuple[str, str]]


def compared(old: Files | str, new: Files | str) -> Vergelijking:
    """Two texts; a text that is one file may be given as its Markdown."""
    teksten = [
        parse_tekst(name, [("01-tekst.md", text)] if isinstance(text, str) else text)
        for name, text in (("oud", old), ("nieuw", new))
    ]
    return make_vergelijking(build_history(teksten), {}, 0, 1)


def words(text: str) -> list[str]:
    """Words and signs, whatever white space is between them."""
    return re.findall(r"\w+|[^\w\s]", text)


def words_of(files: Files) -> list[str]:
    """The words that a reader of the text sees, in order."""
    blocks = (block for _, block in parse_tekst("", files).placed_blocks())
    return words("\n".join(b.text.replace(CELL, " ").replace(ATOM, " ") for b in blocks))
