"""A suggestion is plausible, or there is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiovisie.errors import nearest


@pytest.mark.parametrize(
    ("value", "known", "meant"),
    [
        ("overgenoomen", ["open", "overgenomen"], "overgenomen"),
        ("reacite", ["bron", "reactie"], "reactie"),
        ("venhoek", ["assen", "veenhoek"], "veenhoek"),
        ("2025-07-inspraak", ["2025-07-inspraakversie"], "2025-07-inspraakversie"),
        ("inspraak-2026", ["inspraak-2025"], "inspraak-2025"),
        ("voorbeeldraad", ["voorbeeldadviesraad", "voorbeeldschool"], "voorbeeldadviesraad"),
        ("ZW-1.2", ["ZW-01.2", "ZW-01.3"], "ZW-01.2"),
        ("ZW-12.22", ["ZW-12.1", "ZW-12.2"], "ZW-12.2"),
        ("gm0160", ["gm0106"], "gm0106"),
    ],
)
def test_slip_of_the_keys(value: str, known: list[str], meant: str) -> None:
    """A letter too many, too few or swapped; a part of a name left out."""
    assert nearest(value, known) == meant


@pytest.mark.parametrize(
    ("value", "known"),
    [
        ("winter", ["2025-11-consultatieversie", "werkversie"]),
        ("TA-99", ["TA-01"]),
        ("ZW-01.9", ["ZW-01.1", "ZW-01.2"]),
        ("W-059", ["W-058"]),
        ("x", ["y"]),
        ("kleur", ["titel", "thema"]),
        ("", ["titel"]),
        ("titel", []),
    ],
)
def test_no_wild_guess(value: str, known: list[str]) -> None:
    """Another word, and another number, are no slip."""
    assert nearest(value, known) == ""


@given(st.text(max_size=8), st.lists(st.text(max_size=8)))
def test_answer_is_one_of_the_known(value: str, known: list[str]) -> None:
    """Or none; and the order in which they are given does not matter."""
    assert nearest(value, known) in {*known, ""}
    assert nearest(value, known) == nearest(value, reversed(known))
