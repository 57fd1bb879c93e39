"""What a receipt says: counts, answers, changed words, and what later versions did to them."""

from __future__ import annotations

import pytest

from regiovisie.render.views import gemeenten, partijen
from regiovisie.render.views.index import Index
from regiovisie.render.views.wijziging_kort import LANG
from regiovisie.render.views.zienswijzen import geleid, tel_punten, zienswijze

from tests.render.conftest import MakeIndex
from tests.support.project import (
    BRON,
    EERSTE,
    GEMEENTE,
    GEMEENTE_FILE,
    INDIENER,
    INDIENER_FILE,
    INLEIDING,
    PUNT,
    REGIO,
    TWEEDE,
    UITGANGSPUNTEN,
    UITGANGSPUNTEN_EERST,
    VERSIE,
    WIJZIGING,
    ZIENSWIJZE,
    ZW_FILE,
    Content,
    changed,
    mkdocs,
)

DERDE = "2026-03-na-zienswijzen"


def test_receipt_counts_its_points(index: Index) -> None:
    """n points, how many were taken over and how many not, in words and as a bar."""
    view = zienswijze(index, index.zienswijzen["ZW-01"])
    assert view.telling == "2 punten: 1 overgenomen, 1 niet overgenomen"
    assert view.aantal == "2 punten"
    assert view.geleid == "1 van de 2 punten leidde tot een wijziging in de tekst."
    assert [deel.aantal for deel in view.balk] == [1, 1]


def test_point_shows_its_changed_words_and_their_place(index: Index) -> None:
    """From the answer to the words themselves."""
    punt = zienswijze(index, index.zienswijzen["ZW-01"]).punten[0]
    (gewijzigd,) = punt.wijzigingen
    assert gewijzigd.kort.id == "W-001"
    (plek,) = gewijzigd.plekken
    assert "thuis" in plek.fragment
    assert "id=" not in plek.fragment
    assert plek.href.startswith(f"vergelijk/{EERSTE}/{TWEEDE}/uitgangspunten/#")


def test_point_of_an_example_is_an_example(index: Index) -> None:
    """The label follows from the zienswijze, also where the point does not repeat it."""
    view = zienswijze(index, index.zienswijzen["ZW-01"])
    assert view.voorbeeld
    assert all(punt.voorbeeld for punt in view.punten)


def test_thematic_answer_stands_at_the_point(index: Index) -> None:
    """A point without its own reactie shows the answer that serves it."""
    antwoord = zienswijze(index, index.zienswijzen["ZW-01"]).punten[1].antwoord
    assert antwoord is not None
    assert "begroting" in antwoord.inhoud
    assert antwoord.kern == "Bedragen staan in de begroting."
    assert antwoord.href.endswith("#ta-01")


def test_no_points_says_so() -> None:
    """A submission whose content is not public has nothing to count."""
    assert tel_punten([]) == "geen openbare punten"


def test_no_point_led_to_a_change(make_index: MakeIndex) -> None:
    """Said plainly, because it is what readers look for."""
    punten = [changed(PUNT, uitkomst="kennisgeving", citaat=None)]
    ambtshalve = changed(
        WIJZIGING, herkomst="ambtshalve", punten=None, toelichting="Dat zegt beter wat bedoeld is."
    )
    index = make_index(
        {
            ZW_FILE: changed(ZIENSWIJZE, punten=punten),
            f"versions/{TWEEDE}/wijzigingen.yml": [ambtshalve],
        }
    )
    punten_van = index.zienswijzen["ZW-01"].punten
    assert geleid(index, punten_van) == "Het punt leidde niet tot een wijziging in de tekst."
    assert geleid(index, punten_van * 2) == (
        "Geen van de punten leidde tot een wijziging in de tekst."
    )


def test_nothing_is_claimed_of_an_answer_that_is_not_public(index: Index) -> None:
    """Whether such a point led to a change is not known, so the sentence does not say no."""
    (punt, *_) = index.zienswijzen["ZW-01"].punten
    onbekend = punt.model_copy(update={"id": "ZW-01.9", "uitkomst": "onbekend"})
    niet = punt.model_copy(update={"id": "ZW-01.8", "uitkomst": "niet"})
    open_punt = punt.model_copy(update={"id": "ZW-01.7", "uitkomst": "open"})
    assert geleid(index, [onbekend, onbekend]) == "Van 2 punten is het antwoord niet openbaar."
    assert geleid(index, [niet, onbekend]) == (
        "Geen van de punten met een antwoord leidde tot een wijziging in de tekst. "
        "Van 1 punt is het antwoord niet openbaar."
    )
    assert geleid(index, [open_punt]) == "Van 1 punt is er nog geen antwoord."


# --- what became of the words later


def test_words_of_the_newest_version_have_no_later(index: Index) -> None:
    """There is nothing after it that could have left them alone."""
    (gewijzigd,) = zienswijze(index, index.zienswijzen["ZW-01"]).punten[0].wijzigingen
    assert gewijzigd.vervolg == ()
    assert gewijzigd.ongewijzigd == "Zo staat het in versie 0.2, de nieuwste tekst."


def test_words_that_stayed_say_until_when(make_index: MakeIndex) -> None:
    """A later version that changed something else leaves them as they were."""
    index = make_index(met_derde(UITGANGSPUNTEN, "visie", changed_plaats="inleiding"))
    (gewijzigd,) = zienswijze(index, index.zienswijzen["ZW-01"]).punten[0].wijzigingen
    assert gewijzigd.vervolg == ()
    assert gewijzigd.ongewijzigd == "Daarna ongewijzigd (tot en met versie 0.3)."


def test_words_that_changed_again_say_by_what(make_index: MakeIndex) -> None:
    """With the version and the change that did it; nothing is said of staying."""
    later = UITGANGSPUNTEN.replace("thuis", "dichtbij")
    index = make_index(met_derde(later, "zo dichtbij mogelijk"))
    (gewijzigd,) = zienswijze(index, index.zienswijzen["ZW-01"]).punten[0].wijzigingen
    (vervolg,) = gewijzigd.vervolg
    assert vervolg.tekst == "Later weer aangepast in versie 0.3"
    assert [(link.tekst, link.href) for link in vervolg.wijzigingen] == [
        ("W-002", "wijzigingen/w-002/")
    ]
    assert gewijzigd.ongewijzigd == ""


def test_one_cause_is_told_once(make_index: MakeIndex) -> None:
    """Words that came back took the place of others: that is one thing, not two."""
    index = make_index(met_derde(UITGANGSPUNTEN_EERST, "zo licht mogelijk"))
    (gewijzigd,) = zienswijze(index, index.zienswijzen["ZW-01"]).punten[0].wijzigingen
    (vervolg,) = gewijzigd.vervolg
    assert vervolg.tekst == "Later kwamen oude woorden terug in versie 0.3"
    assert [link.tekst for link in vervolg.wijzigingen] == ["W-002"]


def met_derde(
    uitgangspunten: str, wordt: str, changed_plaats: str = "uitgangspunten#nabij"
) -> dict[str, Content]:
    """A third version after the two of the small project."""
    was = "regiovisie" if changed_plaats == "inleiding" else "zo thuis mogelijk"
    inleiding = INLEIDING.replace("regiovisie", "visie") if was == "regiovisie" else INLEIDING
    teksten = {"01-inleiding.md": inleiding, "02-uitgangspunten.md": uitgangspunten}
    w_002 = {
        "id": "W-002",
        "plaats": changed_plaats,
        "was": was,
        "wordt": wordt,
        "herkomst": "redactioneel",
        "voorbeeld": "true",
    }
    return {
        f"versions/{DERDE}/versie.yml": changed(VERSIE, nummer="0.3", voorganger=TWEEDE),
        f"versions/{DERDE}/wijzigingen.yml": [w_002],
        **{f"versions/{DERDE}/{naam}": tekst for naam, tekst in teksten.items()},
        **{f"docs/regiovisie/{naam}": tekst for naam, tekst in teksten.items()},
    }


# --- the words alone, for paper and for pages about several letters


def test_short_form_shows_the_words_of_this_change_alone(index: Index) -> None:
    """With the words round them; the paragraph itself is left out."""
    view = partijen.indiener(index, index.indieners["voorbeeldadviesraad-veenhoek"])
    (brief,) = view.brieven
    (gewijzigd,) = brief.punten[0].wijzigingen
    (plek,) = gewijzigd.plekken
    (woorden,) = plek.woorden
    assert woorden.was is not None
    assert woorden.wordt is not None
    assert (woorden.was.tekst, woorden.wordt.tekst) == ("licht", "thuis")
    assert (woorden.wordt.voor, woorden.wordt.na) == ("Hulp is zo ", " mogelijk.")
    assert plek.fragment == ""


def test_long_stretch_is_cut_and_says_so(make_index: MakeIndex) -> None:
    """The first forty words, and how many follow."""
    lang = " ".join(f"woord{i}" for i in range(1, 51))
    tekst = UITGANGSPUNTEN.replace("thuis", lang)
    index = make_index(
        {
            f"versions/{TWEEDE}/02-uitgangspunten.md": tekst,
            "docs/regiovisie/02-uitgangspunten.md": tekst,
            f"versions/{TWEEDE}/wijzigingen.yml": [changed(WIJZIGING, wordt=f"zo {lang} mogelijk")],
        }
    )
    (gewijzigd,) = zienswijze(index, index.zienswijzen["ZW-01"]).punten[0].wijzigingen
    woorden = [w.wordt.tekst for plek in gewijzigd.plekken for w in plek.woorden if w.wordt]
    assert any(tekst.endswith(" woorden)") for tekst in woorden)
    assert all(len(tekst.split()) <= LANG + 4 for tekst in woorden)


# --- who to ask


def test_wrong_summary_goes_to_the_contact_or_the_griffie(
    index: Index, make_index: MakeIndex
) -> None:
    """Without an address of the region's own: the griffie of the municipality."""
    zonder = zienswijze(index, index.zienswijzen["ZW-01"]).melden
    assert zonder.contact is None
    assert zonder.griffies == ("Voorbeeldgemeente Veenhoek",)
    assert (zonder.nummer, zonder.voorbeeld) == ("ZW-01", "ZW-01.1")

    contact = {"naam": "Bureau regio", "email": "bureau@voorbeeld.nl"}
    met = make_index({"mkdocs.yml": mkdocs({**REGIO, "contact": contact})})
    link = zienswijze(met, met.zienswijzen["ZW-01"]).melden.contact
    assert link is not None
    assert link.href == "mailto:bureau@voorbeeld.nl"


# --- municipalities


def test_gemeente_keeps_its_bodies_apart(index: Index) -> None:
    """Raad, college and adviesraad; what one submitted says nothing of the others."""
    view = gemeenten.gemeente(index, index.gemeenten["veenhoek"])
    brieven = {lichaam.anker: [b.rij.id for b in lichaam.brieven] for lichaam in view.lichamen}
    assert brieven == {"gemeenteraad": [], "college": [], "adviesraad": ["ZW-01"]}
    assert view.telling.zin == "1 zienswijze met 2 punten"
    assert view.voorbeeld


@pytest.mark.parametrize(
    ("status", "zin"),
    [
        ("geen", "De raad diende geen zienswijze in."),
        (
            "nog-niet-bekend",
            (
                "Het is nog niet bekend of de raad een zienswijze indiende. "
                "Dat is iets anders dan geen zienswijze."
            ),
        ),
        ("ingediend", "De raad diende een zienswijze in. Zij staat niet in het register."),
    ],
)
def test_no_zienswijze_differs_from_not_known(make_index: MakeIndex, status: str, zin: str) -> None:
    """Three things that a page never mixes up."""
    bron = None if status == "nog-niet-bekend" else BRON
    index = make_index({GEMEENTE_FILE: changed(GEMEENTE, zienswijze=status, zienswijze_bron=bron)})
    raad = gemeenten.gemeente(index, index.gemeenten["assen"]).lichamen[0]
    assert raad.zin == zin


def test_indiener_is_one_row_however_many_letters(make_index: MakeIndex) -> None:
    """Its points are counted together."""
    tweede = changed(ZIENSWIJZE, id="ZW-02", punten=[changed(PUNT, **NIET, id="ZW-02.1")])
    index = make_index({"docs/zienswijzen/zw-02.md": tweede, INDIENER_FILE: INDIENER})
    (groep,) = partijen.indieners(index).groepen
    (rij,) = groep.indieners
    assert (rij.zienswijzen, rij.samenvatting) == (
        "2 zienswijzen",
        "3 punten: 1 overgenomen, 2 niet overgenomen",
    )


NIET = {"uitkomst": "niet", "reactie": "Dat kan niet."}
