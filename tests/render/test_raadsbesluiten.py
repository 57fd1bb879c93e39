"""What the page of the councils says: counts, what is not known, a refusal, and the map."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from regiovisie.registers import Gemeente, load_project
from regiovisie.render.views.mogelijk import rollen, voor_lezer, voor_raad
from regiovisie.render.views.raadsbesluiten import raadsbesluiten
from regiovisie.render.views.raadskaart import HALF, LIGGING, Raadskaart, naam_op_regels, raadskaart

from tests.render.conftest import MakeIndex
from tests.support.project import (
    BRON,
    EERSTE,
    GEMEENTE,
    GEMEENTE_FILE,
    REGIO,
    TWEEDE,
    VERSIE,
    VERSIE_FILE,
    changed,
    mkdocs,
)

NEE = {"status": "niet-vastgesteld", "datum": "12 mei 2026", "bron": BRON}
TER_VASTSTELLING = changed(VERSIE, fasen=[{"fase": "ter-vaststelling", "datum": "april 2026"}])


def gemeente(**keys: Any) -> dict[str, Any]:
    """The real municipality of the small project, with other keys."""
    return {GEMEENTE_FILE: changed(GEMEENTE, **keys)}


@pytest.fixture(scope="module")
def drenthe(root: Path) -> dict[str, Gemeente]:
    """The municipalities of this repository by slug."""
    return {gemeente.slug: gemeente for gemeente in load_project(root).gemeenten}


# --- zienswijze and decision


@pytest.mark.parametrize(
    ("zienswijze", "tekst", "bekend"),
    [
        ("nog-niet-bekend", "nog niet bekend", False),
        ("geen", "geen zienswijze ingediend", True),
        ("ingediend", "ingediend", True),
    ],
)
def test_none_given_is_not_the_same_as_not_yet_known(
    make_index: MakeIndex, zienswijze: str, tekst: str, bekend: bool
) -> None:
    """A council may decide to submit nothing; that is known."""
    bron = None if zienswijze == "nog-niet-bekend" else BRON
    index = make_index(gemeente(zienswijze=zienswijze, zienswijze_bron=bron))
    (rij,) = raadsbesluiten(index).rijen

    assert (rij.zienswijze, rij.zienswijze_bekend) == (tekst, bekend)


def test_every_kind_of_decision_is_counted_also_for_none(make_index: MakeIndex) -> None:
    """A nought says that we looked."""
    stand = raadsbesluiten(make_index(gemeente(raadsbesluit=NEE))).stand

    assert [(label.tekst, getal) for label, getal in stand.tellingen] == [
        ("vastgesteld", 0),
        ("niet vastgesteld", 1),
        ("nog niet bekend", 0),
    ]


def test_decision_of_an_earlier_round_stands(make_index: MakeIndex) -> None:
    """A new round begins with nothing known, and history is kept."""
    view = raadsbesluiten(make_index(gemeente(eerdere_besluiten=[{**NEE, "versie": EERSTE}])))
    (rij,) = view.rijen

    assert rij.raad.besluit.tekst == "nog niet bekend"
    assert rij.eerder == ("niet vastgesteld, 12 mei 2026 (versie 0.1)",)
    assert view.weigering is None


# --- one council says no


def test_nobody_refused_says_nothing_of_refusal(make_index: MakeIndex) -> None:
    """Not yet known is not no."""
    assert raadsbesluiten(make_index({})).weigering is None


def test_refusal_names_council_and_text(make_index: MakeIndex) -> None:
    """Who refused, and what."""
    index = make_index({**gemeente(raadsbesluit=NEE), VERSIE_FILE: TER_VASTSTELLING})
    weigering = raadsbesluiten(index).weigering

    assert weigering is not None
    assert (weigering.wie, weigering.versie.tekst) == ("Assen", "versie 0.2")
    assert weigering.vervolg is None


def test_refusal_leads_to_the_new_round(make_index: MakeIndex) -> None:
    """Its reason, and the living text that differs from what was refused."""
    regio = changed(REGIO, nieuwe_ronde="De raad van Assen zei nee.")
    weigering = raadsbesluiten(
        make_index(
            {
                **gemeente(raadsbesluit=NEE),
                VERSIE_FILE: TER_VASTSTELLING,
                "mkdocs.yml": mkdocs(regio),
                "docs/regiovisie/01-inleiding.md": "# Inleiding\n\nDit is een nieuwe tekst.\n",
                "docs/regiovisie/wijzigingen.yml": [
                    {
                        "id": "W-concept-a",
                        "plaats": "inleiding",
                        "herkomst": "ambtshalve",
                        "toelichting": "Er is een nieuwe ronde.",
                        "voorbeeld": "true",
                    }
                ],
            }
        )
    ).weigering

    assert weigering is not None
    assert weigering.reden == "De raad van Assen zei nee."
    assert weigering.vervolg is not None
    assert weigering.vervolg.href == "werkversie/"


def test_refused_version_leads_to_the_one_after_it(make_index: MakeIndex) -> None:
    """A decision may name the version that it was about."""
    index = make_index(gemeente(raadsbesluit={**NEE, "versie": EERSTE}))
    weigering = raadsbesluiten(index).weigering

    assert weigering is not None
    assert weigering.vervolg is not None
    assert weigering.vervolg.href == f"versies/{TWEEDE}/"


# --- what a council can do


@pytest.mark.parametrize(
    ("fase", "kan", "kan_niet"),
    [
        ("consultatie", "Wensen en ideeën", "Zelf de tekst veranderen"),
        ("ter-vaststelling", "motie", "amendement"),
        ("vastgesteld", "over de uitvoering", "De tekst veranderen"),
    ],
)
def test_phase_says_what_a_council_can_do(
    make_index: MakeIndex, fase: str, kan: str, kan_niet: str
) -> None:
    """And what it no longer can."""
    fasen = [{"fase": fase, "datum": "april 2026"}]
    ja = {"status": "vastgesteld", "datum": "april 2026", "bron": BRON}
    files = {VERSIE_FILE: changed(VERSIE, fasen=fasen), **gemeente(raadsbesluit=ja)}
    nu = raadsbesluiten(make_index(files)).nu

    assert nu is not None
    assert any(kan in zin for zin in nu.kan)
    assert any(kan_niet in zin for zin in nu.kan_niet)


def test_amendment_is_never_possible(make_index: MakeIndex) -> None:
    """In no phase can one council change the text by itself."""
    for mogelijk in voor_raad(make_index({})):
        assert not [zin for zin in mogelijk.kan if "amendement" in zin]


def test_after_one_refusal_nobody_is_asked_to_vote(make_index: MakeIndex) -> None:
    """The process starts again for all: voting on the refused text leads nowhere."""
    index = make_index({**gemeente(raadsbesluit=NEE), VERSIE_FILE: TER_VASTSTELLING})
    nu = raadsbesluiten(index).nu

    assert nu is not None
    assert not [zin for zin in nu.kan if zin.startswith(("Ja zeggen", "Nee zeggen"))]
    assert any("een nieuw proces" in zin for zin in nu.kan_niet)
    assert any("een nieuw proces" in zin for zin in voor_lezer(index).kan_niet)
    assert not [rol for rol in rollen(index) if "ja of nee" in rol.tekst]


def test_refusal_of_an_earlier_text_leaves_the_vote_open(make_index: MakeIndex) -> None:
    """The newer text lies before all councils."""
    nee = {**NEE, "versie": EERSTE}
    index = make_index({**gemeente(raadsbesluit=nee), VERSIE_FILE: TER_VASTSTELLING})
    nu = raadsbesluiten(index).nu

    assert nu is not None
    assert any(zin.startswith("Ja zeggen") for zin in nu.kan)


# --- the map


def test_twelve_gemeenten_lie_where_they_lie(drenthe: dict[str, Gemeente]) -> None:
    """Noordenveld in the north-west, Emmen east, Coevorden south-east, Meppel south-west."""
    kaart = raadskaart([g for g in drenthe.values() if not g.voorbeeld])
    plaats = {tegel.href.split("/")[1]: (tegel.x, tegel.y) for tegel in kaart.tegels}

    assert kaart.ligt
    assert len(plaats) == len(LIGGING) == 12
    assert plaats["noordenveld"][1] < plaats["assen"][1] < plaats["meppel"][1]
    assert plaats["noordenveld"][0] < plaats["tynaarlo"][0] < plaats["aa-en-hunze"][0]
    assert plaats["westerveld"][0] < plaats["midden-drenthe"][0] < plaats["borger-odoorn"][0]
    assert plaats["meppel"][0] < plaats["de-wolden"][0] < plaats["hoogeveen"][0]
    assert max(plaats, key=lambda slug: plaats[slug][0]) == "emmen"
    assert max(plaats, key=lambda slug: plaats[slug][1]) == "coevorden"


@pytest.mark.parametrize("aantal", [1, 5, 12])
def test_tiles_never_overlap(drenthe: dict[str, Gemeente], aantal: int) -> None:
    """Neither on the map nor in rows, and none sticks out."""
    echt = [g for g in drenthe.values() if not g.voorbeeld]
    kaart = raadskaart(echt[:aantal])

    assert kaart.ligt == (aantal == 12)
    assert_apart(kaart)


def test_other_gemeenten_stand_in_rows_in_their_order(drenthe: dict[str, Gemeente]) -> None:
    """Long names get wide tiles."""
    voorbeelden = [g for g in drenthe.values() if g.voorbeeld]
    kaart = raadskaart(voorbeelden)

    assert not kaart.ligt
    assert [tegel.href for tegel in kaart.tegels] == [f"gemeenten/{g.slug}/" for g in voorbeelden]
    assert all(tegel.breedte > 2 * HALF for tegel in kaart.tegels)
    assert_apart(kaart)


def assert_apart(kaart: Raadskaart) -> None:
    """No tile covers another, or leaves the drawing."""
    for i, een in enumerate(kaart.tegels):
        assert 0 <= een.x <= een.x + een.breedte <= kaart.breedte
        assert 0 <= een.y <= een.y + kaart.tegel_hoogte <= kaart.hoogte
        for ander in kaart.tegels[i + 1 :]:
            beside = een.x + een.breedte <= ander.x or ander.x + ander.breedte <= een.x
            assert beside or abs(een.y - ander.y) >= kaart.tegel_hoogte


@pytest.mark.parametrize(
    ("naam", "regels"),
    [
        ("Assen", ("Assen",)),
        ("Aa en Hunze", ("Aa en Hunze",)),
        ("Midden-Drenthe", ("Midden-", "Drenthe")),
        ("Voorbeeldgemeente Zandrug", ("Voorbeeldgemeente", "Zandrug")),
        ("Onverdeelbaarstein", ("Onverdeelbaarstein",)),
    ],
)
def test_long_names_stand_on_two_lines(naam: str, regels: tuple[str, ...]) -> None:
    """Cut where a reader would cut them."""
    assert naam_op_regels(naam) == regels
