"""The JSON of a comparison: its shape, and that both texts can be had from it."""

from __future__ import annotations

import json

from hypothesis import given, settings

from regiovisie.export.vergelijking_json import (
    VergelijkingJson,
    vergelijking_json,
    vergelijking_tree,
)

from tests.support.tekstparen import pairs
from tests.support.vergelijking import Files, compared, words, words_of

OUD = "# Tekst\n\nHulp is zo licht mogelijk.\n\nHet plan is van het gezin en van de raad samen.\n"


def side(tree: VergelijkingJson, signs: str) -> str:
    """The texts of the ops with these signs, joined as they are."""
    return "".join(text for b in tree["blocks"] for sign, text in b["ops"] if sign in signs)


@settings(max_examples=50)
@given(pairs())
def test_both_texts_can_be_joined(pair: tuple[Files, Files]) -> None:
    """Joining "=" and "-" gives the words of the old text, "=" and "+" those of the new."""
    tree = vergelijking_tree(compared(*pair))

    assert words(side(tree, "=-")) == words_of(pair[0])
    assert words(side(tree, "=+")) == words_of(pair[1])


@settings(max_examples=50)
@given(pairs())
def test_both_ends_of_a_move_belong_together(pair: tuple[Files, Files]) -> None:
    """A move is only "-" where it stood, only "+" where it stands, with its inside at both."""
    blocks = vergelijking_tree(compared(*pair))["blocks"]
    moved = [block for block in blocks if "verplaatsing" in block]

    for block in moved:
        gone = block["onderdeel_new"] is None
        assert {sign for sign, _ in block["ops"]} == {"-" if gone else "+"}
        assert block["status"] == "verplaatst"
        ends = [b for b in moved if b["verplaatsing"] == block["verplaatsing"]]
        assert {b["onderdeel_new"] is None for b in ends} == {True, False}
        assert all(b["binnen"] == block["binnen"] for b in ends)


@settings(max_examples=50)
@given(pairs())
def test_no_structure_comes_out(pair: tuple[Files, Files]) -> None:
    """Characters that stand for cells and images are not in the texts; the JSON is valid."""
    source = vergelijking_json(compared(*pair))

    assert "\\u001f" not in source
    assert "\ufffc" not in source
    assert json.loads(source) == vergelijking_tree(compared(*pair))


def test_the_shape() -> None:
    """A changed word, as a program reads it."""
    tree = vergelijking_tree(compared(OUD, OUD.replace("licht", "thuis")))

    assert (tree["old"], tree["new"]) == ("oud", "nieuw")
    assert tree["blocks"][1] == {
        "kind": "paragraph",
        "status": "gewijzigd",
        "onderdeel_old": "tekst",
        "onderdeel_new": "tekst",
        "levenslijn": tree["blocks"][1]["levenslijn"],
        "ops": [["=", "\nHulp is zo"], ["-", " licht"], ["+", " thuis"], ["=", " mogelijk."]],
        "wijzigingen": [],
        "meldingen": [],
    }


def test_white_space_stays_between_words() -> None:
    """A word dropped before a kept one leaves white space in the old text."""
    tree = vergelijking_tree(compared("Een plan is er.\n", "plan is er.\n"))

    assert tree["blocks"][0]["ops"] == [["-", "\nEen"], ["=", "\nplan is er."]]


def test_what_is_told_in_words() -> None:
    """A link that leads elsewhere is a melding; no word is marked."""
    tree = vergelijking_tree(compared("Zie [plan](a.md).\n", "Zie [plan](b.md).\n"))

    (block,) = tree["blocks"]
    assert [sign for sign, _ in block["ops"]] == ["="] * len(block["ops"])
    assert block["meldingen"][0]["soort"] == "koppeling"


def test_what_has_no_words_is_empty() -> None:
    """An image that went is a run without text."""
    tree = vergelijking_tree(compared("Kaart: ![x](k.svg)\n", "Kaart:\n"))

    assert ["-", " "] in tree["blocks"][0]["ops"]


def test_blocks_that_came_and_went() -> None:
    """A block is null on the side that does not have it."""
    tree = vergelijking_tree(compared(OUD, "# Tekst\n\nHulp is zo licht mogelijk.\n"))

    gone = tree["blocks"][-1]
    assert (gone["status"], gone["onderdeel_new"]) == ("vervallen", None)


def test_nothing_at_all() -> None:
    """Two empty texts give no blocks, and valid JSON."""
    assert json.loads(vergelijking_json(compared("", ""))) == {
        "old": "oud",
        "new": "nieuw",
        "blocks": [],
    }
