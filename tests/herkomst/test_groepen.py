"""Places as readers count them: what was changed as one is one place."""

from __future__ import annotations

from pathlib import Path

from regiovisie.herkomst.boekhouding import boekhouding
from regiovisie.herkomst.dossier import Dossier, make_dossier
from regiovisie.registers import load_project

from tests.support.project import (
    TWEEDE,
    UITGANGSPUNTEN,
    WIJZIGING,
    WIJZIGINGEN_FILE,
    changed,
    write_sealed,
)

ERBIJ = "\n## Tijdig\n\nWachten duurt kort.\n\nWie wacht, krijgt bericht.\n"


def made(root: Path, herkomst: str | None) -> Dossier:
    """A project in which a section of three blocks was added, for one reason or for none."""
    nieuw = changed(
        WIJZIGING,
        id="W-002",
        plaats="uitgangspunten#tijdig",
        was=None,
        wordt=None,
        herkomst=herkomst,
        punten=None,
        toelichting="De wachttijd ontbrak.",
    )
    tekst = UITGANGSPUNTEN + ERBIJ
    files = {
        f"versions/{TWEEDE}/02-uitgangspunten.md": tekst,
        "docs/regiovisie/02-uitgangspunten.md": tekst,
        WIJZIGINGEN_FILE: [WIJZIGING, *([nieuw] if herkomst else [])],
    }
    return make_dossier(load_project(write_sealed(root, files)))


def test_a_new_section_is_one_place(tmp_path: Path) -> None:
    """Its heading and paragraphs came together; the word elsewhere is another place."""
    dossier = made(tmp_path, "ambtshalve")
    (stap,) = dossier.stappen
    (gewijzigd,) = (o for o in dossier.vergelijking(*stap).onderdelen if o.plekken)

    assert [len(groep) for groep in gewijzigd.groepen] == [1, 3]
    assert gewijzigd.telling.plekken == 2
    boek = boekhouding(dossier).totaal
    assert (boek.plekken, boek.plekken_per_herkomst) == (2, {"advies": 1, "ambtshalve": 1})
    assert boek.alleen_hele_paragraaf == 1


def test_a_place_without_cause_is_counted_once(tmp_path: Path) -> None:
    """However many blocks it has, and apart from places that have one."""
    dossier = made(tmp_path, None)
    (stap,) = dossier.stappen

    telling = dossier.vergelijking(*stap).telling
    assert (telling.plekken, telling.zonder_herkomst) == (2, 1)
    assert boekhouding(dossier).totaal.zonder_herkomst == 1
