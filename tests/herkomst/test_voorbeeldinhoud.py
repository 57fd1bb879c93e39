"""What this repository's own registers show: real size, and every kind of thing at least once.

A reader who looks for an example of something finds one, and the pages are tried on all of it.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from regiovisie.registers import Project, load_project
from regiovisie.registers.schema import Motie, Punt, Zienswijze
from regiovisie.registers.vormen import Herkomst, SoortIndiener, SoortZienswijze, Uitkomst


@pytest.fixture(scope="module")
def project(root: Path) -> Project:
    """The registers of this repository."""
    return load_project(root)


@pytest.fixture(scope="module")
def punten(project: Project) -> list[Punt]:
    """Every point of it."""
    return [punt for zienswijze in project.zienswijzen for punt in zienswijze.punten]


def test_registers_have_a_real_size(project: Project, punten: list[Punt]) -> None:
    """As many zienswijzen, points and changes as a region may get."""
    assert len(project.zienswijzen) >= 24
    assert len(punten) >= 120
    assert len(tuple(project.alle_wijzigingen())) >= 50


def test_every_kind_occurs(project: Project, punten: list[Punt]) -> None:
    """Each uitkomst but the open one, each soort, each herkomst, each uitslag of a motie."""
    assert {punt.uitkomst for punt in punten} == set(get_args(Uitkomst)) - {"open"}
    assert {one.soort for one in project.zienswijzen} == set(get_args(SoortZienswijze))
    assert {one.soort for one in project.indieners} == set(get_args(SoortIndiener))
    assert {one.herkomst for one in project.alle_wijzigingen()} == set(get_args(Herkomst))
    uitslagen = {motie.uitslag for gemeente in project.gemeenten for motie in gemeente.moties}
    assert uitslagen == set(get_args(Motie.model_fields["uitslag"].annotation))
    termijnen = set(get_args(Zienswijze.model_fields["binnen_termijn"].annotation))
    assert {one.binnen_termijn for one in project.zienswijzen} == termijnen


def test_councils_say_yes_no_and_nothing(project: Project) -> None:
    """Among the examples: adopted, refused, undecided; and one raad without a zienswijze."""
    examples = [gemeente for gemeente in project.gemeenten if gemeente.voorbeeld]
    besluiten = {gemeente.raadsbesluit.status for gemeente in examples}
    assert besluiten == {"vastgesteld", "niet-vastgesteld", "nog-niet-bekend"}
    assert {gemeente.zienswijze for gemeente in examples} == {"ingediend", "geen"}


def test_points_and_changes_are_many_to_many(project: Project, punten: list[Punt]) -> None:
    """A point with several changes, a change from several points, an answer to several points."""
    wijzigingen = tuple(project.alle_wijzigingen())
    named = Counter(punt for wijziging in wijzigingen for punt in wijziging.punten)
    assert max(named.values()) > 1
    assert max(len(wijziging.punten) for wijziging in wijzigingen) > 1
    served = Counter(punt.antwoord for punt in punten if punt.antwoord)
    assert set(served) == {antwoord.id for antwoord in project.antwoorden}
    assert min(served.values()) > 1


def test_letters_differ_in_length(project: Project) -> None:
    """A few long letters, many short ones; and some from more than one indiener."""
    lengths = [len(zienswijze.punten) for zienswijze in project.zienswijzen]
    assert sum(length >= 10 for length in lengths) >= 3
    assert sum(length <= 2 for length in lengths) >= 8
    assert any(len(zienswijze.indieners) > 2 for zienswijze in project.zienswijzen)


def test_examples_say_who_answered(project: Project) -> None:
    """Every example with points names the roles that answered and checked it."""
    silent = [
        zienswijze.id
        for zienswijze in project.zienswijzen
        if zienswijze.voorbeeld
        and not (zienswijze.beantwoord_door and zienswijze.gecontroleerd_door)
    ]
    assert not silent
