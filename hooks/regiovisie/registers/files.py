"""Text files as editors leave them: UTF-8, with or without BOM, LF or CRLF.

::

    read_text(root, "docs/zienswijzen/zw-12.md")  →  its text, or the problem that says why not
"""

from __future__ import annotations

import re
from pathlib import Path

from regiovisie.errors import Problem

ONDERDEEL_NAME = re.compile(r"[0-9]{2}-([a-z0-9]+(?:-[a-z0-9]+)*)\.md")
"""The file name of an onderdeel: its number for the order, its slug for the address."""

REGISTER_FOLDERS = ("zienswijzen", "antwoorden", "indieners", "gemeenten", "samenvattingen")
"""The folders of docs/ with one file per record."""


def read_text(root: Path, file: str) -> str | Problem:
    """The text of the file with LF line endings, or what is wrong with it."""
    try:
        content = (root / file).read_bytes()
    except OSError:
        wat = "Het bestand is er niet, of is niet te lezen."
        return Problem(file, "", "", wat, "Zet het bestand terug, of controleer de rechten erop.")
    return _decode(file, content)


def _decode(file: str, content: bytes) -> str | Problem:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        wat = f"Het bestand is geen UTF-8: op regel {line} staat een teken in een andere codering."
        doe = "Open het bestand in uw teksteditor en sla het op met de codering UTF-8."
        return Problem(file, "", "", wat, doe, line)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def names_in(folder: Path, suffix: str = "") -> list[str]:
    """The names in a folder that end so, sorted; hidden ones left out, none if it is no folder."""
    if not folder.is_dir():
        return []
    found = (path.name for path in folder.iterdir() if not path.name.startswith("."))
    return sorted(name for name in found if name.lower().endswith(suffix))
