"""Versions that cannot be confused: each page says what its version is beside the others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from regiovisie import site
from regiovisie.herkomst.dossier import make_dossier
from regiovisie.registers import load_project
from regiovisie.registers.checksums import fingerprint
from regiovisie.render.opmaker import RenvooiOpmaker
from regiovisie.render.views.fase import fase_view
from regiovisie.render.views.index import Index

from tests.site.conftest import Gebouwd
from tests.support.html import load_pages
from tests.support.project import (
    EERSTE,
    EERSTE_VERSIE,
    REGIO,
    TWEEDE,
    VERSIE,
    VERSIE_FILE,
    changed,
    mkdocs,
    write_sealed,
)

INSPRAAK = {"fase": "inspraak", "datum": "2025-07-01"}
CONSULTATIE = {"fase": "consultatie", "datum": "2025-11-20"}
VASTGESTELD = {"fase": "vastgesteld", "datum": "2026-05-12"}
VERVALLEN = {"fase": "vervallen", "datum": "2026-09-01"}
OUD, NIEUW = f"versies/{EERSTE}/", f"versies/{TWEEDE}/"


def make(root: Path, eerste: list[Any], tweede: list[Any]) -> Gebouwd:
    """The small project with these phases of its two versions, as a site."""
    write_sealed(
        root,
        {
            "mkdocs.yml": {**mkdocs(REGIO), "site_url": "https://regiovisie.example/"},
            f"versions/{EERSTE}/versie.yml": changed(EERSTE_VERSIE, fasen=eerste),
            VERSIE_FILE: changed(VERSIE, fasen=tweede),
        },
    )
    site.build(root, root / "uit", False)
    return Gebouwd(root, root / "uit", load_pages(root / "uit"), make_dossier(load_project(root)))


@pytest.fixture(scope="module")
def nieuwer(tmp_path_factory: pytest.TempPathFactory) -> Gebouwd:
    """The first version is adopted, the second is a concept for the next."""
    return make(tmp_path_factory.mktemp("nieuwer"), [INSPRAAK, VASTGESTELD], [CONSULTATIE])


@pytest.fixture(scope="module")
def vervallen(tmp_path_factory: pytest.TempPathFactory) -> Gebouwd:
    """Both versions have lapsed."""
    return make(
        tmp_path_factory.mktemp("vervallen"), [INSPRAAK, VERVALLEN], [CONSULTATIE, VERVALLEN]
    )


def banner(gebouwd: Gebouwd, href: str) -> tuple[str, str, list[str]]:
    """Tone, words and links of the banner of a page."""
    page = gebouwd.page(href)
    (found,) = page.tree.xpath("//main//aside[@aria-label='Stand van deze tekst']")
    tone = found.get("class").removeprefix("melding melding--")
    links = [link.get("href") for link in found.iter("a")]
    return tone, " ".join(found.text_content().split()), links


@pytest.mark.parametrize("onder", ["", "uitgangspunten/"])
def test_a_concept_after_the_adopted_text_says_it_is_not_in_force(
    nieuwer: Gebouwd, onder: str
) -> None:
    """Newer is not in force: the banner says so in its own tone and leads to the adopted text."""
    tone, words, links = banner(nieuwer, f"{NIEUW}{onder}")

    assert tone == "nieuwer"
    assert "nieuwer dan de vastgestelde tekst, en geldt nog niet" in words
    assert "Vastgesteld is versie 0.1" in words
    assert links == [f"../../{'../' if onder else ''}regiovisie/{onder}"]


@pytest.mark.parametrize("href", ["regiovisie/", "regiovisie/uitgangspunten/", OUD])
def test_the_adopted_text_says_it_is_in_force(nieuwer: Gebouwd, href: str) -> None:
    """On its own address and on that of the current text, without a way elsewhere."""
    tone, words, links = banner(nieuwer, href)

    assert tone == "geldt"
    assert "Deze tekst geldt nu." in words
    assert links == []


def test_an_adopted_text_that_was_overtaken_is_superseded(tmp_path: Path) -> None:
    """Once adopted is not in force for ever."""
    fasen = {
        f"versions/{EERSTE}/versie.yml": changed(EERSTE_VERSIE, fasen=[INSPRAAK, VASTGESTELD]),
        VERSIE_FILE: changed(VERSIE, fasen=[CONSULTATIE, VASTGESTELD]),
    }
    dossier = make_dossier(load_project(write_sealed(tmp_path, fasen)))
    index = Index(dossier, RenvooiOpmaker(dossier))
    oud, nieuw = (fase_view(index, versie) for versie in dossier.versies)

    assert (oud.stand, oud.toon, oud.telt) == ("vervangen", "vervangen", False)
    assert (oud.geldend_is, oud.geldend.tekst) == ("De tekst die nu telt, is", "versie 0.2")
    assert (nieuw.stand, nieuw.toon, nieuw.telt) == ("geldt", "geldt", True)


def test_where_all_have_lapsed_no_text_counts(vervallen: Gebouwd) -> None:
    """The address of the current text shows the last one, and does not say that it counts."""
    for href in ("regiovisie/", "regiovisie/uitgangspunten/", NIEUW):
        tone, words, links = banner(vervallen, href)
        assert tone == "vervallen"
        assert "er is nu geen tekst die telt" in words
        assert links == []
    assert "De tekst die nu telt" not in vervallen.main("regiovisie/")
    assert "De tekst die nu telt" not in vervallen.main("versies/")
    assert "Er is nu geen tekst die telt. De laatste was versie 0.2" in banner(vervallen, OUD)[1]


def test_nothing_says_that_a_lapsed_text_counts(vervallen: Gebouwd) -> None:
    """No page, and no head of a sheet of paper; the list of fields only tells what a field is."""
    wrong = [
        uri
        for uri, page in vervallen.pages.items()
        if uri != "data/index.html" and "tekst die nu telt" in page.tree.text_content().lower()
    ]
    heads = (vervallen.site / "css" / "druk-koppen.css").read_text(encoding="utf-8")

    assert wrong == []
    assert "Nu telt versie" not in heads
    assert "Nu telt geen tekst, de laatste was versie 0.2" in heads


def test_every_page_of_a_text_has_a_banner(drenthe: Gebouwd) -> None:
    """Whoever arrives from elsewhere sees at once which text this is."""
    for path in drenthe.pages:
        delen = path.split("/")
        is_tekst = delen[0] in ("regiovisie", "werkversie") or (
            delen[0] == "versies" and len(delen) > 2
        )
        if is_tekst:
            banner(drenthe, path.removesuffix("index.html"))


def test_a_superseded_concept_leads_to_the_same_onderdeel_now(drenthe: Gebouwd) -> None:
    """The link to the current text keeps the onderdeel."""
    tone, _, links = banner(drenthe, "versies/2025-11-consultatieversie/pijlers/")

    assert tone == "vervangen"
    assert links == ["../../../regiovisie/pijlers/"]


def test_another_version_without_the_onderdeel_says_so(drenthe: Gebouwd) -> None:
    """Switching version keeps the onderdeel, and says where it is not there."""
    words = drenthe.main("regiovisie/leidende-principes/")

    assert "Versie 0.2: Consultatieversie heeft dit onderdeel niet" in words


@pytest.mark.parametrize(
    "href", ["regiovisie/pijlers/", "versies/2026-04-ter-vaststelling/pijlers/"]
)
def test_a_line_to_refer_by(drenthe: Gebouwd, href: str) -> None:
    """Title, version, phase with its date, onderdeel, the address that stays, and the seal."""
    (line,) = drenthe.page(href).tree.xpath("//*[@id='citaat']")

    assert " ".join(line.text_content().split()) == (
        "Regiovisie gespecialiseerde jeugdhulp Drenthe 2026 – 2030, versie 0.4 "
        "(ligt ter vaststelling bij de raden, na 26 maart 2026), onderdeel 6 Pijlers, "
        "voorbeeldtekst. "
        f"Vingerafdruk {_fingerprint(drenthe)}. "
        "https://regiovisie.example/versies/2026-04-ter-vaststelling/pijlers/"
    )


def _fingerprint(drenthe: Gebouwd) -> str:
    versie = drenthe.dossier.versie("2026-04-ter-vaststelling")
    assert versie is not None
    assert versie.checksums is not None
    return fingerprint(versie.checksums)


def test_the_werkversie_cannot_be_cited(drenthe: Gebouwd) -> None:
    """A text that changes has no line to refer by."""
    assert drenthe.page("werkversie/pijlers/").tree.xpath("//*[@id='citaat']") == []
