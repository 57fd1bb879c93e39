"""The names under which a page on paper finds the words at the head of its sheets."""

from __future__ import annotations


def tekst_druk(versie_id: str) -> str:
    """A page of one text."""
    return f"tekst-{versie_id}"


def paar_druk(van: str, naar: str) -> str:
    """A page that compares two texts."""
    return f"paar-{van}--{naar}"
