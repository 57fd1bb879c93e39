"""The pictures by a link to the site: small, the same at every build, and true to the text."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from regiovisie.herkomst.dossier import make_dossier
from regiovisie.publish.deelbeeld import teken
from regiovisie.registers import load_project
from regiovisie.render.opmaker import RenvooiOpmaker
from regiovisie.render.views.deelbeeld import Deelbeeld, beeld_van, deelbeelden
from regiovisie.render.views.index import Index

from tests.support.project import write_sealed

LANG = "Regiovisie gespecialiseerde jeugdhulp voor alle gemeenten in het noorden en het oosten " * 2
GROOTSTE = 60_000


@pytest.fixture
def index(tmp_path: Path) -> Index:
    """The small project."""
    dossier = make_dossier(load_project(write_sealed(tmp_path)))
    return Index(dossier, RenvooiOpmaker(dossier))


@pytest.mark.parametrize("titel", ["Versie 0.2: Consultatieversie", LANG])
@pytest.mark.parametrize("stand", ["", "concept in consultatie (november 2025)", LANG])
def test_a_picture_has_one_size_and_little_weight(titel: str, stand: str) -> None:
    """1200 by 630 points and at most 60 KB, however long the words are."""
    png = teken(Deelbeeld("x.png", "Regiovisie", titel, stand, "concept", voorbeeld=True))

    assert Image.open(BytesIO(png)).size == (1200, 630)
    assert len(png) <= GROOTSTE


def test_a_picture_is_the_same_at_every_build() -> None:
    """Two drawings of one picture are equal to the byte."""
    beeld = Deelbeeld("x.png", "Regiovisie", "Versie 0.2", "concept", "concept", voorbeeld=True)
    digests = {hashlib.sha256(teken(beeld)).hexdigest() for _ in range(2)}

    assert len(digests) == 1


def test_words_change_the_picture() -> None:
    """Letters are really drawn: another title is another picture, as is another phase."""
    beelden = [
        Deelbeeld("x.png", "Regiovisie", titel, stand, toon, voorbeeld=voorbeeld)
        for titel, stand, toon, voorbeeld in (
            ("Versie 0.2", "concept", "concept", True),
            ("Versie 0.3", "concept", "concept", True),
            ("Versie 0.2", "vastgesteld", "geldt", True),
            ("Versie 0.2", "concept", "concept", False),
        )
    ]

    assert len({teken(beeld) for beeld in beelden}) == len(beelden)


def test_the_alternative_text_says_what_is_on_it(index: Index) -> None:
    """Who does not see the picture reads the same words, the label of an example included."""
    beeld = beeld_van(index, "versies/2025-11-consultatieversie/inleiding/")

    assert beeld.alt == (
        "Voorbeeldregio · Versie 0.2: Consultatieversie · "
        "concept in consultatie (november 2025) · voorbeeldtekst"
    )


@pytest.mark.parametrize(
    ("href", "bestand"),
    [
        ("", "img/deel/site.png"),
        ("planning/", "img/deel/site.png"),
        ("werkversie/inleiding/", "img/deel/site.png"),
        ("regiovisie/inleiding/", "img/deel/2025-11-consultatieversie.png"),
        ("versies/", "img/deel/site.png"),
        ("versies/2025-07-inspraakversie/", "img/deel/2025-07-inspraakversie.png"),
        (
            "vergelijk/2025-07-inspraakversie/2025-11-consultatieversie/uitgangspunten/",
            "img/deel/2025-07-inspraakversie--2025-11-consultatieversie.png",
        ),
    ],
)
def test_a_page_has_the_picture_of_its_text(index: Index, href: str, bestand: str) -> None:
    """A version, the text that counts and a step have their own; all else that of the site."""
    assert beeld_van(index, href).href == bestand
    assert bestand in {beeld.href for beeld in deelbeelden(index)}
