"""Counted words, enumerations, bars and addresses."""

from __future__ import annotations

from itertools import pairwise

import pytest

from regiovisie.render.opmaker import TextLinks
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Label, aantal, balk, hoofdletter, opsomming
from regiovisie.render.views.labels import UITKOMSTEN

JA = Label("overgenomen", "overgenomen", "ja")
NEE = Label("niet", "niet overgenomen", "nee")


@pytest.mark.parametrize(("getal", "woorden"), [(0, "0 punten"), (1, "1 punt"), (2, "2 punten")])
def test_one_thing_is_singular(getal: int, woorden: str) -> None:
    """Only one is singular; none is plural."""
    assert aantal(getal, "punt", "punten") == woorden


@pytest.mark.parametrize(
    ("delen", "zin"),
    [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")],
)
def test_enumeration_is_dutch(delen: list[str], zin: str) -> None:
    """The last two are joined by "en", without a comma."""
    assert opsomming(delen) == zin


def test_capital_leaves_the_rest_alone() -> None:
    """Unlike str.capitalize, which would lower the rest."""
    assert hoofdletter("versie A van B") == "Versie A van B"


def test_bar_fills_its_width_without_gaps() -> None:
    """The parts follow one another and end at 1000, however they round."""
    delen = balk([(JA, 1), (NEE, 2), (JA, 0), (NEE, 4)])
    assert [deel.aantal for deel in delen] == [1, 2, 4]
    assert delen[0].x == 0
    for deel, volgende in pairwise(delen):
        assert deel.x + deel.breedte == volgende.x
    assert delen[-1].x + delen[-1].breedte == 1000


def test_bar_of_nothing_is_empty() -> None:
    """No division by zero where nothing was counted."""
    assert balk([(JA, 0)]) == ()


def test_address_of_a_point_is_an_anchor_on_its_zienswijze() -> None:
    """A dot in an id would be a class in CSS, so it becomes a hyphen."""
    assert adres.punt("ZW-12.3") == "zienswijzen/zw-12/#zw-12-3"


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("04-uitgangspunten.md#wachten", "../uitgangspunten/#wachten"),
        ("opbouw.svg", "../opbouw.svg"),
        ("#hier", "#hier"),
        ("https://voorbeeld.nl/a.md", "https://voorbeeld.nl/a.md"),
    ],
)
def test_links_in_a_text_stay_in_its_version(target: str, href: str) -> None:
    """A file becomes the page of that onderdeel; an address elsewhere stays."""
    basis = "versies/v1/"
    assert TextLinks(f"{basis}pijlers/", basis, basis).href(target) == href


@pytest.mark.parametrize(("getal", "woorden"), [(1, "vraag beantwoord"), (3, "vragen beantwoord")])
def test_label_behind_a_number_agrees_with_it(getal: int, woorden: str) -> None:
    """Else a page says "13 vraag beantwoord"."""
    assert UITKOMSTEN["beantwoord"].geteld(getal) == woorden
    assert UITKOMSTEN["overgenomen"].geteld(getal) == "overgenomen"
