"""Changed words with the few words round them that say where they stood."""

from __future__ import annotations

import pytest
from hypothesis import given

from regiovisie.herkomst.dossier import Dossier
from regiovisie.model import ATOM, CELL
from regiovisie.render.views.omgeving import Kant, Woorden, omgeving, woorden_van

from tests.support.stappen import dossier
from tests.support.teksten import few, histories


def kanten(was: str, wordt: str) -> list[tuple[Woorden | None, Woorden | None]]:
    """Both sides of every place between two texts."""
    made = dossier([was, wordt])
    return [
        (woorden_van(plek, "was"), woorden_van(plek, "wordt"))
        for onderdeel in made.vergelijking("v0", "v1").onderdelen
        for plek in onderdeel.plekken
    ]


@pytest.mark.parametrize(
    ("voor", "zelf", "na", "verwacht"),
    [
        (["een twee drie vier vijf"], [" zes"], [" zeven"], ("… twee drie vier vijf ", " zeven")),
        (["een"], [" twee"], [" drie vier vijf zes zeven"], ("een ", " drie vier vijf zes …")),
        (["een"], [" twee"], [", drie."], ("een ", ", drie.")),
        ([], ["een"], [" twee"], ("", " twee")),
        (["een"], [" twee"], [], ("een ", "")),
        (["een twee", " drie"], [" vier", " vijf"], [" zes", "."], ("een twee drie ", " zes.")),
        ([f"{CELL}een"], [f"{CELL}twee"], [f"{CELL}drie"], ("een | ", " | drie")),
        ([f"een{ATOM}"], [" twee"], [], ("een ", "")),
    ],
)
def test_a_few_words_on_each_side(
    voor: list[str], zelf: list[str], na: list[str], verwacht: tuple[str, str]
) -> None:
    """As they stand in the text, with an ellipsis for what is left out."""
    assert omgeving(voor, zelf, na) == verwacht


def test_replaced_word_stands_in_its_sentence() -> None:
    """On both sides, each as its own text has it."""
    ((was, wordt),) = kanten("De hulp is zo licht mogelijk.", "De hulp is zo thuis mogelijk.")
    assert was == Woorden("De hulp is zo ", "licht", " mogelijk.")
    assert wordt == Woorden("De hulp is zo ", "thuis", " mogelijk.")


def test_dropped_word_stands_on_the_old_side_only() -> None:
    """Nothing came in its place."""
    ((was, wordt),) = kanten(
        "De drie pijlers samen vormen een geheel.", "De drie pijlers vormen een geheel."
    )
    assert was == Woorden("De drie pijlers ", "samen", " vormen een geheel.")
    assert wordt is None


def test_space_is_that_of_the_side_itself() -> None:
    """The next word opens the new sentence, and follows a word in the old one."""
    ((was, _),) = kanten("Dus wij wachten nu niet meer.", "wij wachten nu niet meer.")
    assert was == Woorden("", "Dus", " wij wachten nu niet …")


def test_whole_new_block_needs_no_context() -> None:
    """Its own words say enough, and words of its neighbours are not its context."""
    ((was, wordt),) = kanten(
        "Ouders beslissen mee.", "Ouders beslissen mee.\n\nDe regio meet elk jaar de wachttijd."
    )
    assert was is None
    assert wordt == Woorden("", "De regio meet elk jaar de wachttijd.", "")


@few
@given(histories(versions=3))
def test_context_is_text_of_the_same_block(texts: list[str]) -> None:
    """Whatever the texts: with its words it stands in the block, on its own side."""
    made = dossier(texts)

    for pair in made.paren:
        assert_in_its_block(made, *pair, "was")
        assert_in_its_block(made, *pair, "wordt")


def assert_in_its_block(made: Dossier, van: str, naar: str, kant: Kant) -> None:
    """Every place of a pair, with its context, is part of the text of its blocks."""
    for onderdeel in made.vergelijking(van, naar).onderdelen:
        for plek in onderdeel.plekken:
            if found := woorden_van(plek, kant):
                blocks = plek.entry.old if kant == "was" else (plek.entry.placed,)
                whole = "".join(placed.block.text for placed in blocks)
                assert bare(found.voor + found.tekst + found.na) in bare(whole)


def bare(text: str) -> str:
    """The text without white space and marks between its words."""
    return "".join(text.translate(dict.fromkeys(map(ord, f"…|{CELL}{ATOM}"))).split())
