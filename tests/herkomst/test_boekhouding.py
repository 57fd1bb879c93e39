"""The books add up, and count each place, wijziging and point once."""

from __future__ import annotations

from pathlib import Path

import pytest

from regiovisie.herkomst.boekhouding import Boekhouding, Puntenboek, Stapboek, boekhouding
from regiovisie.herkomst.dossier import make_dossier
from regiovisie.registers import load_project

from tests.support.project import (
    EERSTE,
    PUNT,
    TWEEDE,
    WERKVERSIE_PROJECT,
    WIJZIGING,
    WIJZIGINGEN_FILE,
    ZIENSWIJZE,
    ZW_FILE,
    Content,
    changed,
    write_sealed,
)


def books(root: Path, files: dict[str, Content] | None = None) -> Boekhouding:
    """The books of the small project with these files."""
    return boekhouding(make_dossier(load_project(write_sealed(root, files))))


def test_small_project(tmp_path: Path) -> None:
    """One change of one place, asked for by one of two points."""
    one = Stapboek(
        plekken=1,
        plekken_per_herkomst={"advies": 1},
        wijzigingen=1,
        wijzigingen_per_herkomst={"advies": 1},
    )

    assert books(tmp_path) == Boekhouding(
        stappen={(EERSTE, TWEEDE): one},
        zienswijzen=1,
        punten=Puntenboek(punten=2, beantwoord=2, leidt_tot_wijziging=1),
    )


def test_place_counts_once_under_its_first_cause(tmp_path: Path) -> None:
    """An editor's polish does not hide that somebody asked for the change."""
    polish = changed(WIJZIGING, id="W-002", herkomst="redactioneel", punten=None)
    boek = books(tmp_path, {WIJZIGINGEN_FILE: [polish, WIJZIGING]}).totaal

    assert boek.plekken_per_herkomst == {"advies": 1}
    assert boek.wijzigingen_per_herkomst == {"advies": 1, "redactioneel": 1}


def test_place_without_cause(tmp_path: Path) -> None:
    """One word of a place without a cause leaves the place open."""
    boek = books(tmp_path, {WIJZIGINGEN_FILE: [changed(WIJZIGING, wordt=None)]}).totaal

    assert (boek.plekken, boek.met_herkomst, boek.zonder_herkomst) == (1, 0, 1)


def test_claim_of_a_whole_section_is_counted_apart(tmp_path: Path) -> None:
    """So that it hides no work."""
    whole = changed(WIJZIGING, was=None, wordt=None)
    boek = books(tmp_path, {WIJZIGINGEN_FILE: [whole]}).totaal

    assert boek.hele_paragrafen == ("W-001",)
    assert (boek.met_herkomst, boek.alleen_hele_paragraaf) == (1, 1)


def test_withdrawn_wijziging_counts_for_nothing(tmp_path: Path) -> None:
    """It has an id, and no more."""
    boek = books(tmp_path, {WIJZIGINGEN_FILE: [changed(WIJZIGING, ingetrokken="ja")]})

    assert (boek.totaal.wijzigingen, boek.punten.leidt_tot_wijziging) == (0, 0)


def test_open_and_unknown_points(tmp_path: Path) -> None:
    """Both wait, but not for the same thing."""
    punten = [
        changed(PUNT, id=f"ZW-01.{number}", uitkomst=uitkomst)
        for number, uitkomst in enumerate(("open", "onbekend", "overgenomen", "lokaal"), 1)
    ]

    assert books(tmp_path, {ZW_FILE: changed(ZIENSWIJZE, punten=punten)}).punten == Puntenboek(
        punten=4, beantwoord=2, onbekend=1, open=1, leidt_tot_wijziging=1
    )


@pytest.mark.parametrize("name", ["this", "werkversie"])
def test_books_add_up(name: str, root: Path) -> None:
    """Every place is counted once, on the site of this project as well."""
    project = root if name == "this" else WERKVERSIE_PROJECT
    dossier = make_dossier(load_project(project))
    boeken = boekhouding(dossier)

    for stap, boek in boeken.stappen.items():
        assert boek.plekken == dossier.vergelijking(*stap).telling.plekken
        assert boek.plekken == boek.met_herkomst + boek.zonder_herkomst + boek.alleen_opmaak
        assert boek.wijzigingen == sum(boek.wijzigingen_per_herkomst.values())
    assert boeken.totaal.wijzigingen == len(dossier.wijzigingen)
    punten = boeken.punten
    assert punten.punten == punten.beantwoord + punten.onbekend + punten.open


def test_site_of_this_project_is_closed(root: Path) -> None:
    """No unclaimed word in a version whose causes should be known, no open point in a ronde
    that is over."""
    project = load_project(root)
    dossier = make_dossier(project)
    stappen = boekhouding(dossier).stappen
    complete = {versie.id for versie in project.versies if versie.herkomst_volledig}
    closed = {ronde.id for ronde in project.regio.rondes if ronde.status == "gesloten"}

    assert [stap for stap, b in stappen.items() if stap[1] in complete and b.zonder_herkomst] == []
    assert [
        punt.id
        for zienswijze in project.zienswijzen
        for punt in zienswijze.punten
        if zienswijze.ronde in closed and punt.uitkomst == "open"
    ] == []
