"""A comparison as it is read in a terminal."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from regiovisie.export.vergelijking_tekst import GEEN_VERSCHIL, vergelijking_tekst
from regiovisie.export.woorden import without_structure

from tests.support.tekstparen import pairs
from tests.support.vergelijking import Files, compared, words

OUD = """# Uitgangspunten

## Nabij

Hulp is zo licht mogelijk.

Een tweede alinea die blijft zoals zij was.
"""


def test_the_whole_of_it() -> None:
    """Headings, only what changed, and a line with what it adds up to."""
    text = vergelijking_tekst(
        compared(
            [("02-uitgangspunten.md", OUD)],
            [("03-uitgangspunten.md", OUD.replace("licht", "thuis"))],
        )
    )

    assert text == (
        "Van:  oud\nNaar: nieuw\n\n"
        "3 Uitgangspunten (eerst 2)\n==========================\n\n"
        "## Nabij\n\n"
        "Hulp is zo [-licht-] {+thuis+} mogelijk.\n\n"
        "1 onderdeel met verschillen, 1 plek: 1 woord erbij, 1 woord eraf."
    )


@pytest.mark.parametrize(
    "nieuw",
    [OUD, OUD.replace("Hulp is ", "Hulp\nis "), OUD.replace("## Nabij", "Nabij\n-----")],
    ids=["equal", "wrapped", "heading spelled otherwise"],
)
def test_no_difference(nieuw: str) -> None:
    """Where a reader sees no difference there is none."""
    assert vergelijking_tekst(compared(OUD, nieuw)) == GEEN_VERSCHIL


@pytest.mark.parametrize(
    ("oud", "nieuw", "line"),
    [
        ("Zie [het plan](a.md).", "Zie [het plan](b.md).", "  → De link ‘het plan’ wijst"),
        ("Dit is *nu* zo.", "Dit is nu zo.", "  → ‘nu’ staat niet meer cursief."),
        ("- Zo licht nu\n- Twee", "- Zo thuis nu\n- Twee", "- Zo [-licht-] {+thuis+} nu"),
        ("Woord\n\n:   Zo licht.", "Woord\n\n:   Zo thuis.", ": Zo [-licht-] {+thuis+}."),
        (
            "| a | b |\n|--|--|\n| een | hulp nu |",
            "| a | b |\n|--|--|\n| een | hulp dan |",
            "| een | hulp [-nu-] {+dan+}",
        ),
        ("Kaart ![x](k.svg)", "Kaart", "Kaart [-(afbeelding)-]"),
        ("Zo[^n] is het.\n\n[^n]: Noot.", "Zo is het.", "Zo[-[^n]-] is het."),
    ],
    ids=["link", "emphasis", "item", "definition", "cell", "image", "footnote"],
)
def test_each_kind_of_change(oud: str, nieuw: str, line: str) -> None:
    """Blocks stand behind their Markdown mark; what is no word is told."""
    lines = vergelijking_tekst(compared(oud + "\n", nieuw + "\n")).splitlines()

    assert any(found.startswith(line) for found in lines), lines


def test_moves_are_told_at_both_ends() -> None:
    """A paragraph that went to another onderdeel names it, and what changed on the way."""
    alinea = "Een gezin vertelt zijn verhaal één keer en krijgt dan een vaste persoon die blijft."
    rest = "Deze alinea blijft staan waar hij staat, want hij is langer dan de andere en zwaarder."
    old = [("01-a.md", f"# Eén\n\n{alinea}\n\n{rest}\n"), ("02-b.md", f"# Twee\n\nSlot. {rest}\n")]
    moved = alinea.replace("vaste persoon", "vast gezicht")
    new = [("01-a.md", f"# Eén\n\n{rest}\n"), ("02-b.md", f"# Twee\n\nSlot. {rest}\n\n{moved}\n")]

    text = vergelijking_tekst(compared(old, new))

    assert f"[-{alinea}-]\n  → Verplaatst naar ‘2 Twee’." in text
    assert f"{{+{moved}+}}\n  → Verplaatst vanuit ‘1 Eén’.\n  → Daarin gewijzigd: " in text
    assert "[-vaste persoon-] {+vast gezicht+}" in text
    assert "1 blok verplaatst." in text


def test_a_new_and_a_dropped_onderdeel() -> None:
    """An onderdeel that came or went says so in its heading."""
    one, two = ("01-a.md", "# Eén\n\nHulp.\n"), ("02-b.md", "# Twee\n\nPlan van de raad.\n")

    assert "2 Twee (nieuw)" in vergelijking_tekst(compared([one], [one, two]))
    assert "2 Twee (vervallen)" in vergelijking_tekst(compared([one, two], [one]))


@settings(max_examples=50)
@given(pairs())
def test_what_is_shown_is_exact(pair: tuple[Files, Files]) -> None:
    """Every changed block stands there with all its words, and no unchanged one but headings."""
    vergelijking = compared(*pair)

    text = vergelijking_tekst(vergelijking)

    shown = words(re.sub(r"\[-|-\]|\{\+|\+\}", " ", text))
    for onderdeel in vergelijking.onderdelen:
        for entry in onderdeel.entries:
            if entry.status != "gelijk":
                expected = words(without_structure(entry.placed.block.text))
                assert _in_order(expected, shown), entry.placed.block.text


def _in_order(some: list[str], all_words: list[str]) -> bool:
    rest = iter(all_words)
    return all(word in rest for word in some)
