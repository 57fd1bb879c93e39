"""The record of lifelines is read as it was written, or refused in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiovisie.diff.history import build_history
from regiovisie.diff.lifelines import Levenslijn
from regiovisie.herkomst.levenslijnen import (
    LevenslijnenError,
    format_levenslijnen,
    parse_levenslijnen,
)

from tests.support.stappen import tekst
from tests.support.teksten import few

TEXT = "# Uitgangspunten\n\nHulp is zo thuis mogelijk, ook in het weekend.\n\n- Eén plan\n"
LINES = (
    Levenslijn("l-000001"),
    Levenslijn("l-000002", ("l-000009", "l-00000a")),
    Levenslijn("l-000003"),
)


def written() -> str:
    """The record of `TEXT`."""
    return format_levenslijnen(tekst("v", TEXT), LINES)


def test_the_record_is_a_table_that_people_can_read() -> None:
    """One line for each block, with its first words."""
    assert written() == (
        "bestand\tnr\tsoort\tlevenslijn\tuit\tbegin\n"
        "01-tekst.md\t1\theading\tl-000001\t\tUitgangspunten\n"
        "01-tekst.md\t2\tparagraph\tl-000002\tl-000009,l-00000a\t"
        "Hulp is zo thuis mogelijk, ook in het we\n"
        "01-tekst.md\t3\titem\tl-000003\t\tEén plan\n"
    )


def test_what_was_written_is_read() -> None:
    """Nothing is lost on the way."""
    assert parse_levenslijnen(written(), tekst("v", TEXT)) == LINES


def test_the_first_words_are_not_read_back() -> None:
    """They are there for people."""
    changed = written().replace("Eén plan", "iets anders")

    assert parse_levenslijnen(changed, tekst("v", TEXT)) == LINES


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "bestand\t",
            "file\t",
            "De eerste regel moet zijn: bestand nr soort levenslijn uit begin.",
        ),
        (
            "01-tekst.md\t3\titem\tl-000003\t\tEén plan\n",
            "",
            "Het bestand noemt 2 blokken, maar de tekst heeft er 3.",
        ),
        (
            "01-tekst.md\t2\tparagraph",
            "01-tekst.md\t2\titem",
            "Regel 3 past niet bij blok 2 (paragraph) van 01-tekst.md.",
        ),
        ("l-000003\t\t", "l-000003\t", "Regel 4 past niet bij blok 3 (item) van 01-tekst.md."),
        ("l-000003", "alinea-3", "Regel 4 noemt geen geldige levenslijn."),
        ("l-00000a", "", "Regel 3 noemt geen geldige levenslijn."),
        ("l-000003", "l-000001", "Levenslijn l-000001 staat er twee keer in."),
    ],
)
def test_a_record_that_does_not_fit_is_refused(old: str, new: str, message: str) -> None:
    """The message says what is wrong, and where."""
    with pytest.raises(LevenslijnenError) as refused:
        parse_levenslijnen(written().replace(old, new), tekst("v", TEXT))

    assert str(refused.value) == message


def test_an_empty_record_is_refused() -> None:
    """A file that was emptied is no record."""
    with pytest.raises(LevenslijnenError, match="De eerste regel"):
        parse_levenslijnen("", tekst("v", TEXT))


def test_a_text_without_blocks_has_an_empty_record() -> None:
    """Only the first line stands there."""
    assert parse_levenslijnen(format_levenslijnen(tekst("v", ""), ()), tekst("v", "")) == ()


_WORDS = st.text("ab \t\x0b\x1c\x85\u2028\u00a0é|#*-`\n", max_size=30)


@few
@given(st.lists(_WORDS, max_size=5), st.lists(_WORDS, max_size=5))
def test_any_history_survives_its_record(was: list[str], wordt: list[str]) -> None:
    """What sealing writes of any text gives the same lifelines again."""
    teksten = [tekst("v0", "\n\n".join(was)), tekst("v1", "\n\n".join(wordt))]
    traced = [[Levenslijn(p.id, p.uit) for p in blocks] for blocks in build_history(teksten).blocks]

    recorded = {
        t.id: parse_levenslijnen(format_levenslijnen(t, lines), t)
        for t, lines in zip(teksten, traced, strict=True)
    }

    assert [list(recorded[t.id]) for t in teksten] == traced
    again = build_history(teksten, recorded)
    assert [[Levenslijn(p.id, p.uit) for p in blocks] for blocks in again.blocks] == traced
