"""One line says what changed: the list of these lines can stand in for the marked text."""

from __future__ import annotations

import pytest

from regiovisie.render.noten import make_noten

from tests.support.stappen import Text, stap, vergeleken

A = "Ouders en kinderen beslissen samen met de hulpverlener over de hulp."
B = "Gemeenten overleggen elk half jaar over de voortgang van de afspraken."
C = "De regio meet ieder jaar hoe lang kinderen op hulp moeten wachten."


def text(*blocks: str) -> str:
    """Blocks as one Markdown text."""
    return "\n\n".join(("# Tekst", *blocks))


def told(was: Text, wordt: Text) -> list[str]:
    """The lines about a step, in reading order."""
    return [
        noot.beschrijving
        for onderdeel in vergeleken(stap(was, wordt)).onderdelen
        for noot in make_noten(onderdeel.entries, onderdeel.plekken)
    ]


@pytest.mark.parametrize(
    ("was", "wordt", "lines"),
    [
        (text(A), text(A.replace("samen", "steeds")), ["‘samen’ vervangen door ‘steeds’"]),
        (text(A), text(A.replace(" samen", "")), ["‘samen’ vervallen"]),
        (text(A), text(A.replace("samen", "samen thuis")), ["‘thuis’ toegevoegd"]),
        (text(A), text(A, B), [f"Nieuwe alinea: ‘{B}’"]),
        (text(A, B), text(A), [f"Alinea vervallen: ‘{B}’"]),
        (
            text("- Eén plan\n"),
            text("- Eén plan\n- Hulp die echt past\n"),
            ["Nieuw punt in een lijst: ‘Hulp die echt past’"],
        ),
        (
            text("| Doel | Norm |\n|---|---|\n| Snel | 10 weken |\n"),
            text("| Doel | Norm |\n|---|---|\n| Snel | 10 weken |\n| Dichtbij | een kwartier |\n"),
            ["Nieuwe rij in de tabel: ‘Dichtbij’"],
        ),
        (text(A, B, C), text(B, C, A), ["Alinea verplaatst binnen ‘1 Tekst’"]),
    ],
)
def test_a_change_in_one_line(was: str, wordt: str, lines: list[str]) -> None:
    """In Dutch, with the words themselves."""
    assert told(was, wordt) == lines


def test_a_section_that_came_is_one_line() -> None:
    """And not one for each of its paragraphs."""
    assert told(text(A), text(A, "## Nieuw beleid", B, C)) == [
        "Paragraaf ‘Nieuw beleid’ toegevoegd"
    ]


def test_long_words_are_cut() -> None:
    """At a word, with a mark that there is more."""
    (line,) = told(text(A), text(A, " ".join([B] * 3)))

    assert line.endswith(" …’")
    assert len(line) < 130
