"""The glossary of the site, as far as its words are explained where they stand in the text.

::

    ## Woorden uit de regiovisie { .in-de-tekst }

    gecertificeerde instelling (GI)
    :   Organisatie die kinderen mag beschermen.

Editors choose with ``.in-de-tekst`` which parts of the page hold words of the policy; the
words of the site itself (versie, wijziging) need no explanation in a policy text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from regiovisie.registers.files import read_text
from regiovisie.text.slug import slugify

GLOSSARY = "docs/begrippen.md"
_HEADING = re.compile(r"#+\s")
_MARKED = re.compile(r"##\s.*\{[^}]*\.in-de-tekst\b[^}]*\}\s*$")
_TERM = re.compile(r"(?P<naam>[^(]+?)(?:\s+\((?P<kort>[^)]+)\))?$")
_MARKUP = re.compile(r"\[([^\]]*)\]\([^)]*\)|[*_`]")


@dataclass(frozen=True, slots=True)
class Begrip:
    """One word with what it means."""

    slug: str
    naam: str
    kort: str
    """What stands behind it in brackets: an abbreviation or another name; may be empty."""
    uitleg: str
    """Plain words, without markup."""


def load_begrippen(root: Path) -> tuple[Begrip, ...]:
    """The words that are explained in the text; none where there is no such page."""
    page = read_text(root, GLOSSARY)
    return tuple(_begrippen(page.splitlines())) if isinstance(page, str) else ()


def slug_of(term: str) -> str:
    """The slug of a word as the page writes it: ``outcome (resultaat)`` → ``outcome``."""
    found = _TERM.match(term.strip())
    return slugify(found["naam"] if found else term)


def _begrippen(lines: list[str]) -> Iterator[Begrip]:
    marked = False
    term = ""
    uitleg: list[str] = []
    for line in [*lines, ""]:
        if term and uitleg and not line.startswith((":", "    ")):
            yield from _begrip(term, uitleg)
            term = ""
        if _HEADING.match(line):
            marked = bool(_MARKED.match(line))
        elif marked and line.startswith(":"):
            uitleg.append(line[1:].strip())
        elif marked and uitleg and line.startswith("    "):
            uitleg.append(line.strip())
        elif line.strip():
            term, uitleg = line.strip(), []
        if not line.strip() and not term:
            uitleg = []


def _begrip(term: str, uitleg: list[str]) -> Iterator[Begrip]:
    found = _TERM.match(term)
    if found and "," not in term:
        naam = found["naam"]
        woorden = _MARKUP.sub(r"\1", " ".join(uitleg))
        yield Begrip(slug_of(term), naam, found["kort"] or "", woorden)
