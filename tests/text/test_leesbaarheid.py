"""Signs of hard reading: those that a program can be sure of, and no others."""

from __future__ import annotations

import pytest

from regiovisie.text.blocks import parse_tekst
from regiovisie.text.leesbaarheid import (
    LONGEST_SENTENCE,
    tekens,
    tussen_haakjes,
    verklaarde_afkortingen,
    zinnen,
)


def found(text: str, *begrippen: str) -> list[tuple[str, str]]:
    """Kind and words of each sign in a text of one onderdeel."""
    tekst = parse_tekst("v", [("01-tekst.md", f"# Tekst\n\n## Kop\n\n{text}\n")])
    return [(teken.soort, teken.woorden) for teken in tekens(tekst, begrippen)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wij helpen. U belt.", ["Wij helpen.", "U belt."]),
        ("Zie art. 2.18 van de wet. Dat is nieuw.", ["Zie art. 2.18 van de wet.", "Dat is nieuw."]),
        ("Wie wacht, bijv. Anna, belt.", ["Wie wacht, bijv. Anna, belt."]),
        ("Dit kost € 1.250,-. € 500 is er al.", ["Dit kost € 1.250,-.", "€ 500 is er al."]),
        ("‘Kan het?’ Ja! Morgen.", ["‘Kan het?’", "Ja!", "Morgen."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    """A sentence ends at its point, not at that of an abbreviation or a number."""
    assert zinnen(text) == expected


def test_a_sentence_may_have_25_words() -> None:
    """One more is told, with how it begins."""
    words = " ".join(["woord"] * (LONGEST_SENTENCE - 1))

    assert found(f"Elk {words}.") == []
    assert found(f"Elk woord {words}.") == [
        ("lange zin", "26 woorden: Elk woord woord woord woord woord woord woord …")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Wij volgen de voortgang van de uitvoering van de afspraken over de zorg.",
            ["van de uitvoering van de afspraken over de zorg"],
        ),
        ("Wij praten met ouders over de zorg.", []),
    ],
)
def test_rows_of_nouns(text: str, expected: list[str]) -> None:
    """Three phrases with a preposition in a row."""
    assert found(text) == [("naamwoordketen", words) for words in expected]


def test_abbreviations_that_nobody_explains() -> None:
    """Once a sentence; what the glossary knows is left out."""
    assert found("De GI en de POH bellen; de POH schrijft.", "GI") == [("afkorting", "POH")]
    assert found("Een gezin in Drenthe, € 500, A4.") == []


def test_what_explains_an_abbreviation() -> None:
    """A glossary, or the full name before it."""
    tekst = parse_tekst("v", [("01-tekst.md", "# Tekst\n\nDe gecertificeerde instelling (GI).\n")])

    assert tussen_haakjes(tekst) == {"GI"}
    assert verklaarde_afkortingen("## JHRD\n\nJeugdhulpregio.") == {"JHRD"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De hulp wordt elk jaar gemeten.", ["wordt … gemeten"]),
        ("Ouders worden bij elk besluit door ons geholpen.", ["worden … geholpen"]),
        ("Zo worden wij het eens over een besluit.", []),
        ("Gezinnen werden vaak verwezen naar elders en niet geholpen.", ["werden … geholpen"]),
        ("Het kind wordt gezond.", []),
        ("Dat worden de gemeenten.", []),
        ("Dit wordt geen verlanglijst.", []),
    ],
)
def test_passive_voice_where_that_is_sure(text: str, expected: list[str]) -> None:
    """A form of worden with a participle; doubtful forms are left out."""
    assert found(text) == [("lijdende vorm", words) for words in expected]


def test_only_sentences_are_read() -> None:
    """No headings, tables or code; lists are read."""
    text = "## Wat wordt gedaan\n\n| wordt | gedaan |\n|---|---|\n| POH | GZ |\n\n- De POH belt."

    assert found(text) == [("afkorting", "POH")]


def test_it_says_where() -> None:
    """The onderdeel and the heading, as a register names them."""
    tekst = parse_tekst("v", [("04-hulp.md", "# Hulp\n\n## Thuis\n\nDe POH belt.\n")])

    [teken] = tekens(tekst, ())
    assert (teken.onderdeel, teken.plaats) == ("4 Hulp", "hulp#thuis")
