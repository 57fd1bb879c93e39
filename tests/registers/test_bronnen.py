"""Sources: described once and named anywhere, complete, and allowed to disagree."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from regiovisie.registers import load_project
from regiovisie.registers.bron import Bron, verschillen
from regiovisie.registers.vermeldingen import vermeldingen

from tests.support.project import (
    BRON,
    GEMEENTE,
    GEMEENTE_FILE,
    INDIENER,
    INDIENER_FILE,
    REGIO,
    VERSIE,
    VERSIE_FILE,
    Content,
    changed,
    check,
    mkdocs,
    write_project,
)

NOTA = {"titel": "Adviesnota", "datum": "na 26 maart 2026", "adres": "raadsstuk"} | {
    "gelezen": "2026-11-22",
    "uitgever": "gemeente Assen",
}


def with_list(*files: tuple[str, Content], **bronnen: Any) -> dict[str, Content]:
    """The files of the project with these sources in the list."""
    return {"mkdocs.yml": mkdocs(changed(REGIO, bronnen=bronnen)), **dict(files)}


def council(**keys: Any) -> tuple[str, Content]:
    """The file of Assen with these keys."""
    return GEMEENTE_FILE, changed(GEMEENTE, **keys)


@pytest.mark.parametrize(
    ("bron", "vindplaats"),
    [("nota", None), ({"id": "nota", "vindplaats": "argument 1.3"}, "argument 1.3")],
)
def test_a_source_from_the_list_has_its_facts(
    tmp_path: Path, bron: Content, vindplaats: str | None
) -> None:
    """Named alone or with a place in it, it is as complete as one written out."""
    files = with_list(council(zienswijze="geen", zienswijze_bron=bron), nota=NOTA)
    project = load_project(write_project(tmp_path, files))
    found = project.gemeenten[0].zienswijze_bron

    assert project.problems == ()
    assert found is not None
    assert (found.id, found.titel, str(found.gelezen)) == ("nota", "Adviesnota", "22 november 2026")
    assert found.vindplaats == vindplaats


def test_an_unknown_source_has_a_suggestion(tmp_path: Path) -> None:
    """The nearest id of the list."""
    files = with_list(council(zienswijze_bron="adviesnta"), adviesnota=NOTA)
    assert check(tmp_path, files) == (
        "docs/gemeenten/assen.md, regel 4\n"
        "  zienswijze_bron\n"
        '  Er is geen bron "adviesnta" in de lijst in mkdocs.yml.\n'
        '  → Bedoelt u "adviesnota"?'
    )


def test_facts_of_a_listed_source_stand_in_the_list_only(tmp_path: Path) -> None:
    """Or two places would tell different things."""
    bron = {"id": "nota", "datum": "2026-01-01"}
    said = check(tmp_path, with_list(council(zienswijze_bron=bron), nota=NOTA))
    assert 'Bij een bron uit de lijst kan "datum" niet staan.' in said


def test_a_mistake_in_the_list_is_told_once(tmp_path: Path) -> None:
    """Not again at every record that names the source."""
    files = with_list(
        council(zienswijze="geen", zienswijze_bron="nota"),
        (INDIENER_FILE, changed(INDIENER, bron="nota")),
        nota=changed(NOTA, datum="ooit"),
    )
    said = check(tmp_path, files)

    assert said.count('"ooit" is geen datum.') == 1
    assert "assen.md" not in said


def test_a_misspelt_key_in_the_list_is_named(tmp_path: Path) -> None:
    """The list is a group of groups; each has the keys of a source."""
    said = check(tmp_path, with_list(nota={**NOTA, "gelzen": "2026"}))
    assert "extra › regiovisie › bronnen › nota › gelzen" in said
    assert 'Bedoelt u "gelezen"?' in said


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ("gelezen", "ontbreekt wanneer zij is gelezen (gelezen)."),
        ("adres", "ontbreekt waar zij te vinden is (url, of adres in woorden)."),
    ],
)
def test_a_real_source_can_be_found_again(tmp_path: Path, missing: str, words: str) -> None:
    """Title and date are not enough: where it is, and when it was read."""
    bron = changed(BRON, **{missing: None})
    said = check(tmp_path, dict([council(zienswijze="geen", zienswijze_bron=bron)]))

    assert f"Bij de bron “Brief van het college” {words}" in said
    assert "docs/gemeenten/assen.md" in said


def test_a_web_address_serves_as_address(tmp_path: Path) -> None:
    """Words are for what has no web address."""
    bron = changed(BRON, adres=None, url="https://www.voorbeeld.nl/brief")
    assert check(tmp_path, dict([council(zienswijze="geen", zienswijze_bron=bron)])) == ""


def test_the_source_of_an_example_need_not_be_complete(tmp_path: Path) -> None:
    """What is invented cannot be found."""
    bron = {"titel": "Brief", "datum": "2025"}
    assert check(tmp_path, {INDIENER_FILE: changed(INDIENER, bron=bron)}) == ""


def test_an_incomplete_source_in_the_list_is_told_there(tmp_path: Path) -> None:
    """Once, where it is to be mended."""
    said = check(tmp_path, with_list(council(zienswijze_bron="n"), n=changed(NOTA, gelezen=None)))
    assert said.startswith("mkdocs.yml")
    assert said.count("ontbreekt") == 1


def test_one_key_for_one_source_another_for_several(tmp_path: Path) -> None:
    """Both would leave it unclear which counts."""
    besluit = {"status": "vastgesteld", "datum": "2026-05-01", "bron": BRON, "bronnen": [BRON]}
    said = check(tmp_path, dict([council(raadsbesluit=besluit)]))
    assert "Hier staat ook al één bron los, onder een andere sleutel." in said


def test_two_sources_may_stand_at_a_fact(tmp_path: Path) -> None:
    """A decision, a ronde, a phase, a zienswijze: each takes one or several."""
    two = [{**BRON, "zegt": "18 september"}, {**BRON, "zegt": "25 september"}]
    fase = {"fase": "consultatie", "datum": "november 2025", "bronnen": two}
    ronde = {**changed(REGIO["rondes"][0], bron=None), "bronnen": two}
    files: dict[str, Content] = {
        "mkdocs.yml": mkdocs(changed(REGIO, rondes=[ronde])),
        VERSIE_FILE: changed(VERSIE, fasen=[fase]),
        **dict([council(zienswijze="nog-niet-bekend", zienswijze_bronnen=two)]),
    }
    project = load_project(write_project(tmp_path, files))

    assert project.problems == ()
    assert verschillen(project.versies[-1].fase.alle_bronnen)
    assert len(project.regio.rondes[0].alle_bronnen) == 2
    assert len(project.gemeenten[0].alle_zienswijze_bronnen) == 2


def test_sources_that_say_the_same_do_not_differ() -> None:
    """Only other words make a difference; silence makes none."""
    bron = {"titel": "Brief", "datum": "2025"}
    said = [Bron.model_validate({**bron, "zegt": zegt}) for zegt in ("ja", "ja")]

    assert not verschillen(said)
    assert not verschillen([*said, Bron.model_validate(bron)])


def test_every_source_is_met_once(tmp_path: Path) -> None:
    """In the region's facts and in the registers, with the keys that lead to it."""
    files = with_list(council(zienswijze="geen", zienswijze_bron="nota"), nota=NOTA)
    project = load_project(write_project(tmp_path, files))
    paden = [(type(v.record).__name__, v.pad) for v in vermeldingen(project)]

    assert paden == [
        ("Ronde", ("bron",)),
        ("Regio", ("planning", 0, "bronnen", 0)),
        ("Regio", ("planning", 1, "bronnen", 0)),
        ("Gemeente", ("zienswijze_bron",)),
    ]


def test_a_source_that_nothing_names_is_a_warning(tmp_path: Path) -> None:
    """It may go, or a name was forgotten."""
    project = load_project(write_project(tmp_path, with_list(nota=NOTA)))
    assert [w.wat for w in project.waarschuwingen] == ['Niets noemt de bron "nota".']


def test_a_json_schema_knows_both_forms() -> None:
    """An editor's program may offer the id, or the keys."""
    schema = Bron.model_json_schema()
    assert {"type": "string"} in schema["anyOf"]
