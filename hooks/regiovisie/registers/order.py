"""The order of ids and slugs, with the numbers in them read as numbers: ZW-11 before ZW-105."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"(\d+)", re.ASCII)


def natural(name: str) -> tuple[tuple[str | int, ...], str]:
    """Key to sort names by; names that differ only in leading zeros sort as text."""
    parts = _NUMBER.split(name)
    return tuple(int(part) if n % 2 else part for n, part in enumerate(parts)), name
