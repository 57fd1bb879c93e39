"""What the pages say: counts, plurals, what is not known, and what is an example."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from regiovisie.registers import Project
from regiovisie.render.views import home, kader, nota, partijen, raadsbesluiten, zienswijzen
from regiovisie.render.views.index import Index
from regiovisie.render.views.lezen import onderdeel, tekst
from regiovisie.render.views.vergelijken import PaarStuk, _met_spans, kies, paar, paar_onderdeel
from regiovisie.render.views.wijzigingen import wijziging
from regiovisie.render.views.zienswijzen import geleid, tel_punten, zienswijze

from tests.render.conftest import MakeIndex
from tests.support.project import (
    BRON,
    EERSTE,
    GEMEENTE,
    GEMEENTE_FILE,
    PUNT,
    PUNT_NIET,
    REGIO,
    TWEEDE,
    VERSIE,
    VERSIE_FILE,
    WIJZIGING,
    WIJZIGINGEN_FILE,
    ZIENSWIJZE,
    ZW_FILE,
    changed,
    mkdocs,
)

# --- councils


def test_unknown_decision_is_not_a_no(index: Index) -> None:
    """A council of which nothing is known counts apart."""
    stand = raadsbesluiten.stand(index)
    assert (stand.vastgesteld, stand.niet, stand.onbekend) == (0, 0, 1)
    assert stand.zin == "0 van 1 raad heeft vastgesteld"
    assert "niet hetzelfde als nee" in stand.toelichting[0]


def test_example_council_stands_outside_the_count(index: Index) -> None:
    """Voorbeeldgemeente Veenhoek adopted, and nobody counts it."""
    view = raadsbesluiten.raadsbesluiten(index)
    assert [raad.naam for raad in view.stand.raden] == ["Assen"]
    assert [(raad.naam, raad.voorbeeld) for raad in view.voorbeelden] == [
        ("Voorbeeldgemeente Veenhoek", True)
    ]
    assert view.voorbeelden[0].moties[0].voorbeeld


@pytest.mark.parametrize(
    ("status", "zin"),
    [
        ("vastgesteld", "1 van 1 raad heeft vastgesteld"),
        ("niet-vastgesteld", "0 van 1 raad heeft vastgesteld"),
    ],
)
def test_decided_councils_are_counted(make_index: MakeIndex, status: str, zin: str) -> None:
    """A decision with a source counts, for or against."""
    besluit = {"status": status, "datum": "2026-05-12", "bron": BRON}
    stand = raadsbesluiten.stand(
        make_index({GEMEENTE_FILE: changed(GEMEENTE, raadsbesluit=besluit)})
    )
    assert stand.zin == zin
    assert stand.raden[0].kort.endswith("12 mei 2026")
    assert bool(stand.toelichting) == (status == "niet-vastgesteld")


# --- zienswijzen


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
    assert antwoord.href == "nota/#ta-01"


def test_no_points_says_so() -> None:
    """A submission whose content is not public has nothing to count."""
    assert tel_punten([]) == "geen openbare punten"


def test_no_point_led_to_a_change(make_index: MakeIndex) -> None:
    """Said plainly, because it is what readers look for."""
    punten = [changed(PUNT, uitkomst="kennisgeving", citaat=None)]
    files = {
        ZW_FILE: changed(ZIENSWIJZE, punten=punten),
        f"versions/{TWEEDE}/wijzigingen.yml": [
            {
                "id": "W-001",
                "plaats": "uitgangspunten#nabij",
                "was": "zo licht mogelijk",
                "wordt": "zo thuis mogelijk",
                "herkomst": "ambtshalve",
                "toelichting": "Dat zegt beter wat wij bedoelen.",
                "voorbeeld": "true",
            }
        ],
    }
    index = make_index(files)
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


def test_register_offers_only_filters_that_occur(index: Index) -> None:
    """No choice that leads to an empty list."""
    view = zienswijzen.zienswijzen(index)
    assert [keuze.code for keuze in view.soorten] == ["advies"]
    assert [keuze.code for keuze in view.uitkomsten] == ["overgenomen", "niet"]
    assert [keuze.tekst for keuze in view.gemeenten] == ["Voorbeeldgemeente Veenhoek"]


def test_nota_has_every_point_once(index: Index) -> None:
    """Under its onderdeel, and what has no place at the end."""
    view = nota.nota(index)
    assert [(groep.titel, [np.punt.id for np in groep.punten]) for groep in view.onderdelen] == [
        ("2 Uitgangspunten", ["ZW-01.1"]),
        ("Over het geheel", ["ZW-01.2"]),
    ]


def test_gemeente_shows_what_its_bodies_submitted(index: Index) -> None:
    """An adviesraad of the gemeente counts as well as its raad."""
    view = partijen.gemeente(index, index.gemeenten["veenhoek"])
    assert [rij.id for rij in view.zienswijzen] == ["ZW-01"]
    assert view.voorbeeld


# --- text


def test_text_that_counts_tells_what_changed_at_a_paragraph(index: Index) -> None:
    """The step, the words, the change and who asked for it."""
    view = onderdeel(index, TWEEDE, "geldend", "uitgangspunten")
    (stuk,) = [stuk for stuk in view.stukken if stuk.veranderingen]
    (verandering,) = stuk.veranderingen
    assert verandering.stap == "Van versie 0.1 naar versie 0.2"
    assert [w.id for w in verandering.wijzigingen] == ["W-001"]
    assert not verandering.zonder_herkomst


def test_frozen_version_is_shown_as_it_was(index: Index) -> None:
    """Nothing beside the text, a permanent address, and the way to the text that counts."""
    view = onderdeel(index, EERSTE, "versie", "uitgangspunten")
    assert not any(stuk.veranderingen or stuk.niet_overgenomen for stuk in view.stukken)
    assert view.permanent is not None
    assert view.geldend is not None
    assert view.geldend.href == "regiovisie/uitgangspunten/"
    assert view.canoniek == "regiovisie/uitgangspunten/"


def test_unchanged_onderdeel_says_so(index: Index) -> None:
    """Instead of a link that is left out without a word."""
    gelijk = onderdeel(index, TWEEDE, "geldend", "inleiding")
    assert (gelijk.vergelijk, gelijk.onveranderd) == (None, "Sinds versie 0.1 niet veranderd")
    veranderd = onderdeel(index, TWEEDE, "geldend", "uitgangspunten")
    assert veranderd.vergelijk is not None
    assert veranderd.onveranderd == ""
    assert onderdeel(index, EERSTE, "versie", "inleiding").onveranderd == ""
    werk = onderdeel(index, "werkversie", "werkversie", "uitgangspunten")
    assert werk.onveranderd == "Sinds versie 0.2 niet veranderd"


def test_summary_of_a_version_is_about_what_is_new(index: Index) -> None:
    """It does not tell what the plan is; the first version has nothing before it."""
    assert tekst(index, TWEEDE, "geldend").nieuw == "Wat is er nieuw in versie 0.2?"
    assert tekst(index, EERSTE, "versie").nieuw == "Over versie 0.1"


def test_one_answer_to_several_points_stands_once_at_a_paragraph(make_index: MakeIndex) -> None:
    """With every point that it serves; an answer of its own stands apart."""
    hier = {"plaats": "uitgangspunten#nabij", "citaat": "zo licht mogelijk"}
    tweede = changed(PUNT_NIET, **hier)
    derde = changed(PUNT_NIET, **hier, id="ZW-01.3")
    eigen = changed(PUNT_NIET, **hier, id="ZW-01.4", antwoord=None, reactie="Dat kan niet.")
    index = make_index({ZW_FILE: changed(ZIENSWIJZE, punten=[PUNT, tweede, eigen, derde])})
    stukken = onderdeel(index, TWEEDE, "geldend", "uitgangspunten").stukken
    (niet,) = [stuk.niet_overgenomen for stuk in stukken if stuk.niet_overgenomen]
    assert [[punt.id for punt in n.punten] for n in niet] == [["ZW-01.2", "ZW-01.3"], ["ZW-01.4"]]
    assert [n.reden for n in niet] == [
        Markup("<p>Bedragen staan in de begroting.</p>"),
        Markup("<p>Dat kan niet.</p>"),
    ]


def test_one_can_still_file_a_motie_while_the_councils_decide(make_index: MakeIndex) -> None:
    """Before, one proposes a change; now the text is frozen."""
    fasen = [{"fase": "ter-vaststelling", "datum": "maart 2026"}]
    index = make_index({VERSIE_FILE: changed(VERSIE, fasen=fasen)})
    voorstel = onderdeel(index, TWEEDE, "geldend", "uitgangspunten").voorstel
    assert voorstel is not None
    assert "motie" in voorstel.tekst
    assert any("motie" in handeling.tekst for handeling in home.home(index).nu)


def test_werkversie_says_that_nothing_differs(index: Index) -> None:
    """And it has no pages of pairs."""
    assert tekst(index, "werkversie", "werkversie").gelijk
    assert [(rij.naar.naam, len(rij.van)) for rij in kies(index).rijen] == [("Versie 0.2", 1)]


# --- pairs and changes


def test_pair_leaves_out_what_did_not_happen(index: Index) -> None:
    """No "0 alinea's verplaatst"."""
    view = paar(index, EERSTE, TWEEDE)
    assert [(c.getal, c.wat) for c in view.cijfers] == [
        ("1 van 2", "onderdelen veranderd"),
        ("1", "wijziging"),
        ("1", "plek in de tekst"),
        ("1", "woord erbij"),
        ("1", "woord weg"),
    ]
    (groep,) = view.was_wordt
    assert [w.tekst for w in (*groep.rijen[0].was, *groep.rijen[0].wordt)] == ["licht", "thuis"]
    assert view.van.voorbeeld


def test_unchanged_elements_fold(index: Index) -> None:
    """Headings stay for orientation."""
    view = paar_onderdeel(index, EERSTE, TWEEDE, "uitgangspunten")
    (vouw,) = view.vouwen
    assert (vouw.gelijk, vouw.telling) == (False, "")
    stuk = vouw.stukken[-1]
    assert stuk.kant == "beide"
    assert [noot.nummer for noot in stuk.noten] == [1]


def test_notes_run_on_beside_elements_without_notes() -> None:
    """So that a long note leaves no gap in the text."""
    noot = paar_noot()
    rij = [stuk(noot), stuk(), stuk(), stuk(noot), stuk()]
    assert [s.span for s in _met_spans(rij)] == [3, 1, 1, 2, 1]


def test_change_leads_to_every_pair_that_shows_it(index: Index) -> None:
    """And to the points behind it."""
    view = wijziging(index, index.wijzigingen["W-001"])
    assert [link.href for link in view.paren] == [f"vergelijk/{EERSTE}/{TWEEDE}/"]
    assert [punt.id for punt, _ in view.punten] == ["ZW-01.1"]
    assert view.weggevallen == ()


def test_change_names_all_its_places(make_index: MakeIndex) -> None:
    """Those of ook_op too, each once."""
    inleiding = "# Inleiding\n\nDit is de visie voor de jeugdhulp in de regio.\n"
    ook_op = [
        {"plaats": "inleiding", "was": "regiovisie", "wordt": "visie"},
        {"plaats": "inleiding", "wordt": "in de regio"},
    ]
    files = {
        f"versions/{TWEEDE}/01-inleiding.md": inleiding,
        "docs/regiovisie/01-inleiding.md": inleiding,
        WIJZIGINGEN_FILE: [changed(WIJZIGING, ook_op=ook_op)],
    }
    index = make_index(files)
    view = wijziging(index, index.wijzigingen["W-001"])
    assert view.plaatsen == ("2 Uitgangspunten › Nabij", "1 Inleiding")


def test_pair_over_several_steps_names_the_step_of_each_change(make_index: MakeIndex) -> None:
    """In the list and in the notes; between neighbours there is only one step."""
    derde = "2026-03-na-zienswijzen"
    inleiding = "# Inleiding\n\nDit is de visie voor de jeugdhulp.\n"
    inhoud = "# Uitgangspunten\n\n## Nabij\n\nHulp is zo thuis mogelijk.\n"
    gewijzigd = {
        "id": "W-002",
        "plaats": "inleiding",
        "was": "regiovisie",
        "wordt": "visie",
        "herkomst": "redactioneel",
        "voorbeeld": "true",
    }
    index = make_index(
        {
            f"versions/{derde}/versie.yml": changed(VERSIE, nummer="0.3", voorganger=TWEEDE),
            f"versions/{derde}/01-inleiding.md": inleiding,
            f"versions/{derde}/02-uitgangspunten.md": inhoud,
            f"versions/{derde}/levenslijnen.tsv": "",
            f"versions/{derde}/wijzigingen.yml": [gewijzigd],
            "docs/regiovisie/01-inleiding.md": inleiding,
        }
    )
    groepen = paar(index, EERSTE, derde).was_wordt
    stappen = {w.id: w.stap for groep in groepen for rij in groep.rijen for w in rij.wijzigingen}
    assert stappen == {"W-001": "in versie 0.2", "W-002": "in versie 0.3"}
    assert noot_stappen(index, EERSTE, derde) == ["in versie 0.2"]
    assert noot_stappen(index, EERSTE, TWEEDE) == [""]


# --- frame


def test_footer_names_only_pages_that_exist(index: Index) -> None:
    """A project may lack the pages that editors write."""
    hrefs = [link.href for groep in kader.kader(index, {"over.md"}).voet for link in groep.links]
    assert "over/" in hrefs
    assert "privacy/" not in hrefs


def test_reconstruction_is_said_until_the_text_is_official(make_index: MakeIndex) -> None:
    """The frame of every page carries it."""
    official = make_index({"mkdocs.yml": mkdocs(changed(REGIO, officieel="true"))})
    assert kader.kader(official, ()).officieel


def test_newest_adopted_text_counts(make_index: MakeIndex) -> None:
    """The banner of an older text leads to it."""
    index = make_index({})
    assert isinstance(index.project, Project)
    assert tekst(index, EERSTE, "versie").fase.telt is False
    assert tekst(index, TWEEDE, "geldend").fase.telt


def test_summary_of_the_plan_is_offered_where_there_is_one(index: Index) -> None:
    """In the footer, and by name for the pages that lead to it."""
    met = kader.kader(index, {"in-het-kort.md", "begrippen.md"})
    assert met.kort is not None
    assert met.kort in met.voet[-1].links
    assert met.begrippen is not None
    zonder = kader.kader(index, ())
    assert (zonder.kort, zonder.begrippen, zonder.over) == (None, None, None)


def noot_stappen(index: Index, van: str, naar: str) -> list[str]:
    """The step that each cause in the notes of the uitgangspunten names."""
    view = paar_onderdeel(index, van, naar, "uitgangspunten")
    stukken = [stuk for vouw in view.vouwen for stuk in vouw.stukken]
    return [w.stap for stuk in stukken for noot in stuk.noten for w in noot.wijzigingen]


def stuk(*noten: object) -> PaarStuk:
    """An element of a pair with these notes."""
    return PaarStuk(Markup("<p>x</p>"), None, "gelijk", "beide", noten, 1)  # type: ignore[arg-type]


def paar_noot() -> object:
    """Anything that counts as a note."""
    return object()
