"""Addresses made from words and from file names."""

from __future__ import annotations

import pytest

from regiovisie.text.slug import slugify, split_file_name

SLUGS = {
    "Zo thuis mogelijk": "zo-thuis-mogelijk",
    "Coördinatie & één plan": "coordinatie-een-plan",
    "  Wat? (2026-2030) ": "wat-2026-2030",
    "日本": "",
}
FILE_NAMES = {
    "04-uitgangspunten.md": ("4", "uitgangspunten"),
    "10-zorg-in-de-wijk.md": ("10", "zorg-in-de-wijk"),
    "inleiding.md": ("", "inleiding"),
    "Mijn Tekst.md": ("", "mijn-tekst"),
    "日本.md": ("", "tekst"),
}


@pytest.mark.parametrize(("text", "slug"), SLUGS.items())
def test_slugify(text: str, slug: str) -> None:
    """Lower-case letters and digits without accents, joined by hyphens."""
    assert slugify(text) == slug


def test_dash() -> None:
    """A long dash parts two numbers as a short one does."""
    assert slugify("2026–2030") == "2026-2030"


@pytest.mark.parametrize(("name", "parts"), FILE_NAMES.items())
def test_split_file_name(name: str, parts: tuple[str, str]) -> None:
    """The number goes without zeros; the slug is the address."""
    assert split_file_name(name) == parts
