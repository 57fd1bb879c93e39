"""By which fingerprint a version is known, and what a reader is told of a correction."""

from __future__ import annotations

from typing import Any

import pytest

from regiovisie.redactie.verify import verify
from regiovisie.render.views.index import Index
from regiovisie.render.views.lezen import tekst
from regiovisie.render.views.versies import versies

from tests.render.conftest import MakeIndex
from tests.support.project import EERSTE, TWEEDE, VERSIE, VERSIE_FILE, changed

CORRECTIE = {
    "datum": "2026-03-03",
    "reden": "privacy",
    "door": "functionaris gegevensbescherming",
    "vingerafdruk_was": "1111-2222-3333-4444",
}
OP_EEN_DAG = (
    "Op 3 maart 2026 is in deze versie een correctie gedaan. "
    "Reden: er stonden persoonsgegevens in. "
)
IN_EEN_TIJD = (
    "In deze versie is een correctie gedaan (voorjaar 2026). "
    "Reden: er was een fout gemaakt in de procedure. "
)


def test_fingerprint_is_what_verify_prints(index: Index) -> None:
    """On the page of the version, on the page of the text that counts and in the list."""
    printed = dict(line.split("  ") for line in verify(index.project.root).splitlines()[:-1])
    shown = {
        TWEEDE: tekst(index, TWEEDE, "geldend").zegel,
        EERSTE: tekst(index, EERSTE, "versie").zegel,
    }

    assert {versie: zegel and zegel.vingerafdruk for versie, zegel in shown.items()} == printed
    listed = [rij.zegel.vingerafdruk for rij in versies(index).versies]
    assert listed == [printed[TWEEDE], printed[EERSTE]]


def test_the_werkversie_has_no_seal(index: Index) -> None:
    """It changes."""
    assert tekst(index, "werkversie", "werkversie").zegel is None


@pytest.mark.parametrize(
    ("keys", "opening"),
    [
        ({}, OP_EEN_DAG),
        ({"datum": "voorjaar 2026", "reden": "procedure"}, IN_EEN_TIJD),
    ],
)
def test_correction_is_told_and_not_what_it_was(
    make_index: MakeIndex, keys: dict[str, Any], opening: str
) -> None:
    """When, what kind of reason, who decided, and the fingerprint of before."""
    versie = changed(VERSIE, correcties=[CORRECTIE | keys])
    index = make_index({VERSIE_FILE: versie})

    told = (
        f"{opening}Besloten door: functionaris gegevensbescherming. "
        "Wat er stond, tonen wij niet. De vingerafdruk was daarvoor 1111-2222-3333-4444."
    )
    zegel = tekst(index, TWEEDE, "versie").zegel
    assert zegel is not None
    assert zegel.correcties == (told,)
    assert [rij.zegel.correcties for rij in versies(index).versies] == [(told,), ()]
