"""The open data: the same numbers as the registers, each id once, in every format alike."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from regiovisie.export.vergelijking_json import vergelijking_tree
from regiovisie.herkomst.boekhouding import boekhouding
from regiovisie.publish import Uitgave
from regiovisie.publish.gegevens.bestanden import gegevens
from regiovisie.publish.gegevens.records import RECORDS
from regiovisie.publish.gegevens.teksten import copy_texts
from regiovisie.registers import verify
from regiovisie.render.views.gegevens import gegevens as gegevens_view
from regiovisie.render.views.gegevens_velden import PUNTEN, SETS, Gegevensset, Veld
from regiovisie.tabel import lees_tabel, schrijf_csv

from tests.support.project import (
    PUNT,
    WERKVERSIE_PROJECT,
    ZIENSWIJZE,
    ZW_FILE,
    changed,
    write_sealed,
)
from tests.support.uitgave import make_uitgave, per_uri


@pytest.fixture(scope="module", params=["dit project", "met werkversie"])
def uitgave(root: Path, request: pytest.FixtureRequest) -> Uitgave:
    """Each of the two real projects."""
    return make_uitgave(root if request.param == "dit project" else WERKVERSIE_PROJECT)


@pytest.fixture(scope="module")
def bestanden(uitgave: Uitgave) -> dict[str, bytes]:
    """Its data files by their place in the site."""
    return per_uri(gegevens(uitgave))


def records(bestanden: Mapping[str, bytes], naam: str) -> list[dict[str, Any]]:
    """The records of a set as its JSON has them."""
    tree = json.loads(bestanden[f"data/{naam}.json"])
    assert tree["aantal"] == len(tree["records"])
    found: list[dict[str, Any]] = tree["records"]
    return found


def rijen(content: bytes) -> list[dict[str, str]]:
    """The rows of a CSV, as a program reads them."""
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_every_set_has_its_records() -> None:
    """A set that is described is also made, and the other way round."""
    assert [s.naam for s in SETS] == list(RECORDS)


@pytest.mark.parametrize("gegevensset", SETS, ids=lambda s: s.naam)
def test_every_id_stands_there_once(bestanden: dict[str, bytes], gegevensset: Gegevensset) -> None:
    """In the CSV and in the JSON, which hold the same ids in the same order."""
    if not gegevensset.sleutel:
        return
    in_csv = [rij[gegevensset.sleutel] for rij in rijen(bestanden[gegevensset.bestand("csv")])]

    assert len(in_csv) == len(set(in_csv))
    if gegevensset.json:
        in_json = [record[gegevensset.sleutel] for record in records(bestanden, gegevensset.naam)]
        assert in_json == in_csv


def test_the_numbers_are_those_of_the_books(uitgave: Uitgave, bestanden: dict[str, bytes]) -> None:
    """As many zienswijzen, points and changes as a build counts, with the same herkomst."""
    boeken = boekhouding(uitgave.dossier)
    wijzigingen = records(bestanden, "wijzigingen")
    punten = rijen(bestanden["data/punten.csv"])
    herkomsten = Counter(wijziging["herkomst"] for wijziging in wijzigingen)
    leidend = {punt for wijziging in wijzigingen for punt in wijziging["punten"]}

    assert len(records(bestanden, "zienswijzen")) == boeken.zienswijzen
    assert len(punten) == boeken.punten.punten
    assert herkomsten == boeken.totaal.wijzigingen_per_herkomst
    assert len(leidend) == boeken.punten.leidt_tot_wijziging
    assert {rij["id"] for rij in punten if rij["wijzigingen"]} == leidend


def test_points_are_alike_in_both_formats(bestanden: dict[str, bytes]) -> None:
    """The points inside zienswijzen.json are the rows of punten.csv."""
    in_json = [punt for z in records(bestanden, "zienswijzen") for punt in z["punten"]]
    in_csv = rijen(bestanden["data/punten.csv"])

    assert [as_row(punt) for punt in in_json] == in_csv
    assert list(in_csv[0]) == list(PUNTEN.kolommen)


def test_places_are_alike_in_both_formats(bestanden: dict[str, bytes]) -> None:
    """The places inside wijzigingen.json are the rows of plekken.csv."""
    in_json = [
        as_row({**plek, "wijziging": w["id"], "voorbeeld": w["voorbeeld"]})
        for w in records(bestanden, "wijzigingen")
        for plek in w["plekken"]
    ]

    assert in_json == rijen(bestanden["data/plekken.csv"])
    for wijziging in records(bestanden, "wijzigingen"):
        assert wijziging["aantal_plekken"] == len(wijziging["plekken"]) > 0


@pytest.mark.parametrize("gegevensset", [s for s in SETS if s.json], ids=lambda s: s.naam)
def test_rows_hold_what_the_json_holds(
    bestanden: dict[str, bytes], gegevensset: Gegevensset
) -> None:
    """Every column of every row."""
    expected = [
        {kolom: as_cell(record[kolom]) for kolom in gegevensset.kolommen}
        for record in records(bestanden, gegevensset.naam)
    ]

    assert rijen(bestanden[gegevensset.bestand("csv")]) == expected


@pytest.mark.parametrize("gegevensset", [s for s in SETS if s.json], ids=lambda s: s.naam)
def test_the_json_is_as_its_schema_says(
    bestanden: dict[str, bytes], gegevensset: Gegevensset
) -> None:
    """The set, and the file of each record."""
    schema = json.loads(bestanden[f"data/schema/{gegevensset.naam}.schema.json"])
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    validator.check_schema(schema)
    uris = [uri for uri in bestanden if uri.startswith(f"data/{gegevensset.naam}/")]

    assert bool(uris) is gegevensset.per_stuk
    for uri in (gegevensset.bestand("json"), *uris):
        assert [error.message for error in validator.iter_errors(json.loads(bestanden[uri]))] == []


@pytest.mark.parametrize("naam", [s.naam for s in SETS if s.per_stuk])
def test_the_file_of_a_record_says_what_the_set_says(
    bestanden: dict[str, bytes], naam: str
) -> None:
    """One file for each record, and no other."""
    per_stuk = {
        uri: json.loads(content)["records"]
        for uri, content in bestanden.items()
        if uri.startswith(f"data/{naam}/")
    }
    expected = {f"data/{naam}/{r['id'].lower()}.json": [r] for r in records(bestanden, naam)}

    assert per_stuk == expected


def test_examples_say_that_they_are(uitgave: Uitgave, bestanden: dict[str, bytes]) -> None:
    """In every set, and in the numbers on the page."""
    zienswijzen = {z["id"]: z["voorbeeld"] for z in records(bestanden, "zienswijzen")}
    assert zienswijzen == {z.id: z.voorbeeld for z in uitgave.dossier.project.zienswijzen}
    for gegevensset in SETS:
        rows = rijen(bestanden[gegevensset.bestand("csv")])
        voorbeelden = sum(rij["voorbeeld"] == "ja" for rij in rows)
        (shown,) = (s for s in gegevens_view(uitgave.index).sets if s.anker == gegevensset.naam)
        assert shown.aantal.split()[0] == str(len(rows))
        if not voorbeelden:
            assert shown.voorbeelden == ""
        elif voorbeelden == len(rows):
            assert shown.voorbeelden == "alles is voorbeeld"
        else:
            assert shown.voorbeelden == f"waarvan {voorbeelden} voorbeeld"


def test_a_vague_date_keeps_its_words_and_its_bounds(bestanden: dict[str, bytes]) -> None:
    """No day is made up where none is known."""
    datums = [
        (f["datum"], f["datum_vanaf"], f["datum_tot"])
        for versie in records(bestanden, "versies")
        for f in versie["fasen"]
    ]
    known = {
        "juni 2025": ("2025-06-01", "2025-06-30"),
        "na 26 maart 2026": ("2026-03-27", None),
        "medio 2025": ("2025-05-01", "2025-08-31"),
    }

    found = {woorden: grenzen for woorden, *grenzen in datums}
    assert found.keys() & known.keys()
    for woorden in found.keys() & known.keys():
        assert tuple(found[woorden]) == known[woorden]


def test_every_pair_has_its_words(uitgave: Uitgave, bestanden: dict[str, bytes]) -> None:
    """In the format of the command."""
    for van, naar in uitgave.dossier.paren:
        tree = json.loads(bestanden[f"data/vergelijk/{van}--{naar}.json"])
        assert tree == vergelijking_tree(uitgave.dossier.vergelijking(van, naar))


def test_texts_are_copied_as_they_are(uitgave: Uitgave, tmp_path: Path) -> None:
    """Every version holds its checksums, also as it is published; no register comes along."""
    copy_texts(tmp_path, uitgave)

    for versie in uitgave.dossier.versies:
        folder = tmp_path / "data" / "teksten" / versie.id
        assert verify(folder) == []
        for onderdeel in uitgave.index.onderdelen(versie.id):
            assert (folder / onderdeel.bestand).is_file()
    assert [path.name for path in tmp_path.rglob("*.y*ml")] == []


def test_the_catalogue_names_every_file(bestanden: dict[str, bytes]) -> None:
    """And names none that is not there."""
    catalogus = json.loads(bestanden["data/catalogus.json"])
    named = [adres for s in catalogus["gegevens"] for adres in (*s["bestanden"], s["schema"])]
    named += [paar["json"] for paar in catalogus["vergelijkingen"]]
    uris = {adres.removeprefix("https://regiovisie.example/") for adres in named if adres}
    single = {uri for uri in bestanden if uri.count("/") == 2 and not uri.startswith("data/sch")}
    pairs = {uri for uri in single if uri.startswith("data/vergelijk/")}

    assert uris == bestanden.keys() - (single - pairs) - {"data/catalogus.json"}


def test_every_field_is_explained() -> None:
    """In a sentence, on the page and in the schema."""
    for gegevensset in SETS:
        for veld in all_fields(gegevensset.velden):
            assert veld.uitleg.endswith((".", "…")), (gegevensset.naam, veld.naam)


def test_without_an_address_the_data_has_short_ones() -> None:
    """From the root of the site."""
    bestanden = per_uri(gegevens(make_uitgave(WERKVERSIE_PROJECT, "")))

    assert records(bestanden, "zienswijzen")[0]["adres"].startswith("zienswijzen/zw-")
    assert not any(b"https://regiovisie.example" in content for content in bestanden.values())


GEVAARLIJK = ["=1+1", "+31", "-2", "@SUM(A1)", "\t=1", "=HYPERLINK('x')"]


@pytest.mark.parametrize("cel", GEVAARLIJK)
def test_a_cell_is_never_a_formula(cel: str) -> None:
    """What a spreadsheet would run has an apostrophe before it."""
    (rij,) = csv.reader(
        io.StringIO(schrijf_csv([(cel, "gewoon")]).decode("utf-8-sig")), delimiter=";"
    )

    assert rij == [f"'{cel}", "gewoon"]


def test_text_that_looks_like_a_formula_is_tamed(tmp_path: Path) -> None:
    """Whoever wrote it; in JSON, which nothing runs, it stands as it was written."""
    tekst = '=cmd|"/c calc"!A1; en "meer"'
    punt = changed(PUNT, tekst=tekst)
    write_sealed(tmp_path, {ZW_FILE: changed(ZIENSWIJZE, punten=[punt])})
    bestanden = per_uri(gegevens(make_uitgave(tmp_path)))

    assert rijen(bestanden["data/punten.csv"])[0]["tekst"] == f"'{tekst}"
    assert records(bestanden, "zienswijzen")[0]["punten"][0]["tekst"] == tekst


def test_dutch_excel_opens_the_csv(tmp_path: Path) -> None:
    """It starts with the mark of UTF-8, has ; between cells and ends lines as Windows does; our
    own reader, which reads what Excel saves, reads it too."""
    content = schrijf_csv([("id", "tekst"), ("ZW-1", 'coördinatie; "nabij"\nen meer')])
    (tmp_path / "x.csv").write_bytes(content)

    assert content.startswith(b"\xef\xbb\xbfid;tekst\r\n")
    assert [rij.cellen for rij in lees_tabel(tmp_path / "x.csv")] == [
        ("id", "tekst"),
        ("ZW-1", 'coördinatie; "nabij"\nen meer'),
    ]


def as_row(tree: Mapping[str, Any]) -> dict[str, str]:
    """A record as the row of a CSV."""
    return {key: as_cell(value) for key, value in tree.items()}


def as_cell(value: object) -> str:
    """A value of the JSON as the cell of the CSV."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, list):
        return ", ".join(value)
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text


def all_fields(velden: tuple[Veld, ...]) -> Iterator[Veld]:
    """Every field, also inside others."""
    for veld in velden:
        yield veld
        yield from all_fields(veld.deel)
