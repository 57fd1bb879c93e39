"""What later versions did to the words of a wijziging."""

from __future__ import annotations

import pytest

from regiovisie.herkomst.vervolg import Vervolg
from regiovisie.registers import Wijziging

from tests.support.stappen import dossier, wijziging

LICHT = "De hulp is zo licht mogelijk, en ouders weten vooraf wat zij mogen verwachten."
THUIS = LICHT.replace("licht", "thuis")
DICHTBIJ = LICHT.replace("licht", "dichtbij")


LICHT_TO_THUIS = wijziging("W-001", was="licht", wordt="thuis")


def test_nothing_where_the_words_still_stand() -> None:
    """A later change of other words in the sentence is no change of these."""
    other = THUIS.replace("vooraf", "altijd")
    later = wijziging("W-002", was="vooraf", wordt="altijd")

    made = dossier([LICHT, THUIS, other], [[LICHT_TO_THUIS], [later]])

    assert made.vervolg("W-001") == ()
    assert made.vervolg("W-002") == ()


@pytest.mark.parametrize(
    ("third", "later", "wat"),
    [
        (DICHTBIJ, wijziging("W-002", was="thuis", wordt="dichtbij"), "aangepast"),
        (THUIS.replace("thuis ", ""), wijziging("W-002", was="zo thuis mogelijk"), "vervallen"),
    ],
    ids=["other words", "no words"],
)
def test_later_words_in_their_place(third: str, later: Wijziging, wat: str) -> None:
    """It says which step did it, what, and by which wijziging."""
    made = dossier([LICHT, THUIS, third], [[LICHT_TO_THUIS], [later]])

    [vervolg] = made.vervolg("W-001")
    assert (vervolg.van, vervolg.naar, vervolg.wat) == ("v1", "v2", wat)
    assert vervolg.wijzigingen == ("W-002",)


def test_words_that_come_back() -> None:
    """What it took out and a later version put back is told to it."""
    removed = wijziging("W-001", was="en ouders weten vooraf")
    restored = wijziging("W-002", wordt="en ouders weten vooraf")
    without = LICHT.replace("en ouders weten vooraf ", "")

    made = dossier([LICHT, without, LICHT], [[removed], [restored]])

    assert made.vervolg("W-001") == (Vervolg("v1", "v2", "teruggekomen", ("W-002",)),)


def test_a_later_change_without_a_cause() -> None:
    """What nobody has explained yet is still told."""
    made = dossier([LICHT, THUIS, DICHTBIJ], [[LICHT_TO_THUIS]])

    assert made.vervolg("W-001") == (Vervolg("v1", "v2", "aangepast", ()),)


def test_a_move_leaves_the_words_as_they_were() -> None:
    """A paragraph that moves keeps its words, so nothing is told of them."""
    first, second = "Gemeenten overleggen elk half jaar.", "De regio meet ieder jaar de wachttijd."
    stay, moved = (f"{first}\n\n{second}\n\n{THUIS}", f"{THUIS}\n\n{first}\n\n{second}")
    begin = f"{first}\n\n{second}\n\n{LICHT}"

    assert dossier([begin, stay, moved], [[LICHT_TO_THUIS]]).vervolg("W-001") == ()
