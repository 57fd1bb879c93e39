"""The text to be read: what changed at a paragraph, what was not done, and the way elsewhere."""

from __future__ import annotations

from typing import Any

import pytest
from markupsafe import Markup

from regiovisie.render.views import home
from regiovisie.render.views.index import Index
from regiovisie.render.views.kantlijn import spans
from regiovisie.render.views.lezen import tekst
from regiovisie.render.views.lezen_onderdeel import OnderdeelView, onderdeel

from tests.render.conftest import MakeIndex
from tests.support.project import (
    EERSTE,
    PUNT,
    PUNT_NIET,
    REGIO,
    TWEEDE,
    UITGANGSPUNTEN,
    VERSIE,
    VERSIE_FILE,
    WIJZIGING,
    WIJZIGINGEN_FILE,
    ZIENSWIJZE,
    ZW_FILE,
    changed,
    mkdocs,
)

HIER = {"plaats": "uitgangspunten#nabij", "citaat": "zo licht mogelijk"}
EIGEN = {"antwoord": None, "reactie": "Dat kan niet."}


def lees(index: Index, versie_id: str = TWEEDE, soort: Any = "geldend") -> OnderdeelView:
    """The uitgangspunten of a text."""
    return onderdeel(index, versie_id, soort, "uitgangspunten")


def gevraagd(view: OnderdeelView) -> dict[str, list[str]]:
    """Words of each element at which something was asked and not done → the points."""
    return {
        stuk.html.striptags(): [
            punt.kort.id for antwoord in stuk.gevraagd.antwoorden for punt in antwoord.punten
        ]
        for stuk in view.stukken
        if stuk.gevraagd
    }


# --- what changed here


def test_text_that_counts_tells_what_changed_at_a_paragraph(index: Index) -> None:
    """The step, the words, the change and who asked for it."""
    (stuk,) = [stuk for stuk in lees(index).stukken if stuk.veranderingen]
    (verandering,) = stuk.veranderingen
    assert verandering.stap == "Van versie 0.1 naar versie 0.2"
    assert stuk.geschiedenis == f"geschiedenis/uitgangspunten/#loop-{stuk.anker}"
    assert stuk.veranderd_in == "versie 0.2"
    assert [w.id for w in verandering.wijzigingen] == ["W-001"]
    assert not verandering.zonder_herkomst


def test_new_section_is_told_once(make_index: MakeIndex) -> None:
    """At its heading, by name; its paragraphs came with it and do not say so again."""
    nieuw = "\n## Dichtbij\n\nEen nieuwe alinea.\n\nEn nog een, over iets anders.\n"
    tekst = f"{UITGANGSPUNTEN}{nieuw}"
    wijziging = {
        "id": "W-002",
        "plaats": "uitgangspunten#dichtbij",
        "herkomst": "ambtshalve",
        "toelichting": "Een aanvulling.",
        "voorbeeld": "true",
    }
    index = make_index(
        {
            f"versions/{TWEEDE}/02-uitgangspunten.md": tekst,
            "docs/regiovisie/02-uitgangspunten.md": tekst,
            WIJZIGINGEN_FILE: [WIJZIGING, wijziging],
        }
    )
    verteld = [
        [zin for v in stuk.veranderingen for zin in v.beschrijvingen]
        for stuk in lees(index).stukken
    ][-3:]

    assert verteld == [["Paragraaf ‘Dichtbij’ toegevoegd"], [], []]


def test_unchanged_onderdeel_says_so(index: Index) -> None:
    """Instead of a link that is left out without a word."""
    gelijk = onderdeel(index, TWEEDE, "geldend", "inleiding")
    assert (gelijk.vergelijk, gelijk.onveranderd) == (None, "Sinds versie 0.1 niet veranderd")
    veranderd = lees(index)
    assert veranderd.vergelijk is not None
    assert veranderd.onveranderd == ""
    assert onderdeel(index, EERSTE, "versie", "inleiding").onveranderd == ""
    assert lees(index, "werkversie", "werkversie").onveranderd == "Sinds versie 0.2 niet veranderd"


def test_notes_run_on_beside_elements_without_notes() -> None:
    """So that a long note leaves no gap in the text."""
    assert spans([True, False, False, True, False]) == [3, 1, 1, 2, 1]


# --- what was asked and not done


def test_one_answer_to_several_points_stands_once_at_a_paragraph(make_index: MakeIndex) -> None:
    """With every point that it serves; an answer of its own stands apart."""
    tweede = changed(PUNT_NIET, **HIER)
    derde = changed(PUNT_NIET, **HIER, id="ZW-01.3")
    eigen = changed(PUNT_NIET, **HIER, **EIGEN, id="ZW-01.4")
    index = make_index({ZW_FILE: changed(ZIENSWIJZE, punten=[PUNT, tweede, eigen, derde])})
    view = lees(index)
    (vraag,) = [stuk.gevraagd for stuk in view.stukken if stuk.gevraagd]
    ids = [[punt.kort.id for punt in antwoord.punten] for antwoord in vraag.antwoorden]
    assert ids == [["ZW-01.2", "ZW-01.3"], ["ZW-01.4"]]
    assert [antwoord.reden for antwoord in vraag.antwoorden] == [
        Markup("<p>Bedragen staan in de begroting.</p>"),
        Markup("<p>Dat kan niet.</p>"),
    ]
    assert (vraag.kop, vraag.telling) == ("Hier gevraagd, niet overgenomen", "3 punten")
    assert view.gevraagd is not None
    assert view.gevraagd.tekst.startswith("3 punten over dit onderdeel zijn niet")


def test_point_stands_in_the_version_that_it_is_about_and_in_the_text_that_counts(
    make_index: MakeIndex,
) -> None:
    """At the paragraph that it quotes, also where its words have changed since."""
    punt = changed(PUNT_NIET, **HIER)
    index = make_index({ZW_FILE: changed(ZIENSWIJZE, punten=[PUNT, punt])})
    assert gevraagd(lees(index, EERSTE, "versie")) == {"Hulp is zo licht mogelijk.": ["ZW-01.2"]}
    assert gevraagd(lees(index)) == {"Hulp is zo thuis mogelijk.": ["ZW-01.2"]}
    assert gevraagd(lees(index, TWEEDE, "versie")) == {}
    assert gevraagd(lees(index, "werkversie", "werkversie")) == {}


def test_point_about_a_section_stands_at_its_heading(make_index: MakeIndex) -> None:
    """And one about the whole onderdeel at its title."""
    sectie = changed(PUNT_NIET, plaats="uitgangspunten#nabij")
    geheel = changed(PUNT_NIET, plaats="uitgangspunten", id="ZW-01.3")
    index = make_index({ZW_FILE: changed(ZIENSWIJZE, punten=[PUNT, sectie, geheel])})
    assert gevraagd(lees(index)) == {"Uitgangspunten": ["ZW-01.3"], "Nabij": ["ZW-01.2"]}


@pytest.mark.parametrize(
    ("uitkomst", "kop"),
    [
        ("uitvoering", "Hier gevraagd, gaat naar de uitvoering"),
        ("lokaal", "Hier gevraagd, is aan de gemeente zelf"),
        ("overgenomen", None),
    ],
)
def test_only_what_the_text_does_not_follow_stands_there(
    make_index: MakeIndex, uitkomst: str, kop: str | None
) -> None:
    """What was taken over is told at the change."""
    punt = changed(PUNT, id="ZW-01.2", uitkomst=uitkomst)
    wijziging = changed(
        WIJZIGING, punten=["ZW-01.1", *(["ZW-01.2"] if uitkomst == "overgenomen" else [])]
    )
    index = make_index(
        {
            ZW_FILE: changed(ZIENSWIJZE, punten=[PUNT, punt]),
            WIJZIGINGEN_FILE: [wijziging],
        }
    )
    koppen = [stuk.gevraagd.kop for stuk in lees(index).stukken if stuk.gevraagd]
    assert koppen == ([kop] if kop else [])


def test_part_that_was_done_is_named(make_index: MakeIndex) -> None:
    """A point taken over in part leads to what did change."""
    index = make_index({ZW_FILE: changed(ZIENSWIJZE, punten=[changed(PUNT, uitkomst="deels")])})
    (vraag,) = [stuk.gevraagd for stuk in lees(index).stukken if stuk.gevraagd]
    (punt,) = vraag.antwoorden[0].punten
    assert [link.tekst for link in punt.wijzigingen] == ["W-001"]


# --- the way to other texts


def test_frozen_version_is_shown_as_it_was(index: Index) -> None:
    """No changes beside the text, a permanent address, and the way to the text that counts."""
    view = lees(index, EERSTE, "versie")
    assert not any(stuk.veranderingen for stuk in view.stukken)
    assert view.permanent is not None
    assert view.geldend is not None
    assert view.geldend.href == "regiovisie/uitgangspunten/"
    assert view.canoniek == "regiovisie/uitgangspunten/"


def test_other_versions_keep_the_onderdeel(index: Index) -> None:
    """Newest first; the one that is shown is no link."""
    versies = lees(index).versies
    assert [v.naam for v in versies] == [
        "Versie 0.2: Consultatieversie",
        "Versie 0.1: Inspraakversie",
    ]
    assert versies[0].link is None
    assert versies[1].link is not None
    assert versies[1].link.href == f"versies/{EERSTE}/uitgangspunten/"


def test_version_without_the_onderdeel_says_so(make_index: MakeIndex) -> None:
    """And names the onderdeel that has these paragraphs there."""
    index = make_index(
        {
            f"versions/{EERSTE}/02-uitgangspunten.md": None,
            f"versions/{EERSTE}/01-inleiding.md": "# Inleiding\n\nDit is de regiovisie voor de "
            "jeugdhulp.\n\n## Nabij\n\nHulp is zo licht mogelijk.\n",
            VERSIE_FILE: changed(VERSIE, herkomst_volledig="false"),
            ZW_FILE: changed(ZIENSWIJZE, punten=[PUNT_NIET]),
            WIJZIGINGEN_FILE: [],
        }
    )
    daar = lees(index).versies[1]
    assert daar.uitleg == "heeft dit onderdeel niet"
    assert daar.link is not None
    assert daar.link.href == f"versies/{EERSTE}/"
    assert daar.verwant is not None
    assert daar.verwant.tekst == "1 Inleiding"


def test_history_with_causes_unknown_is_said_on_every_page_of_its_version(
    make_index: MakeIndex,
) -> None:
    """On the opening page and at each onderdeel."""
    index = make_index({VERSIE_FILE: changed(VERSIE, herkomst_volledig="false")})
    assert not lees(index).fase.herkomst_volledig
    assert not tekst(index, TWEEDE, "geldend").fase.herkomst_volledig
    assert lees(index, EERSTE, "versie").fase.herkomst_volledig


def test_summary_of_a_version_is_about_what_is_new(index: Index) -> None:
    """It does not tell what the plan is; the first version has nothing before it."""
    assert tekst(index, TWEEDE, "geldend").nieuw == "Wat is er nieuw in versie 0.2?"
    assert tekst(index, EERSTE, "versie").nieuw == "Over versie 0.1"


# --- what one can still do


def test_one_can_still_file_a_motie_while_the_councils_decide(make_index: MakeIndex) -> None:
    """Before, one proposes a change; now the text is frozen."""
    fasen = [{"fase": "ter-vaststelling", "datum": "maart 2026"}]
    index = make_index({VERSIE_FILE: changed(VERSIE, fasen=fasen)})
    voorstel = lees(index).voorstel
    assert voorstel is not None
    assert "motie" in voorstel.tekst
    assert any("motie" in handeling.tekst for handeling in home.home(index).nu)


def test_one_can_react_to_the_version_of_a_round_that_runs(make_index: MakeIndex) -> None:
    """On the pages of that version only."""
    ronde = changed(REGIO["rondes"][0], id="consultatie-2025", versie=TWEEDE, status="loopt")
    regio = changed(REGIO, rondes=[*REGIO["rondes"], ronde])
    index = make_index({"mkdocs.yml": mkdocs(regio)})
    voorstel = lees(index).voorstel
    assert voorstel is not None
    assert voorstel.tekst == "Op deze tekst kunt u nu reageren: Inspraak 2025, medio 2025."
    assert lees(index, EERSTE, "versie").voorstel is None
