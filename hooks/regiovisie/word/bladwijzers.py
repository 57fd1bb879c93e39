"""Bookmarks that an export leaves in a Word file, so that an import knows names again.

    vn12_wet    before the mark of a footnote: the note is called "wet" in the text

A bookmark stands in the text itself, not in the note: LibreOffice moves those in notes to
their neighbours.
"""

from __future__ import annotations

import re

LANGSTE = 40
"""So many characters a bookmark in Word may have."""
_NOOT = re.compile(r"vn\d+_(?P<label>\w+)")


def noot_bladwijzer(label: str, number: int) -> str:
    """The bookmark before the mark of a note; empty where its name would be too long."""
    name = f"vn{number}_{label.replace('-', '__')}"
    return name if len(name) <= LANGSTE and _NOOT.fullmatch(name) else ""


def label_van(bladwijzer: str) -> str:
    """The label of a note that a bookmark gives; empty where it is about something else."""
    match = _NOOT.fullmatch(bladwijzer)
    return match["label"].replace("__", "-") if match else ""
