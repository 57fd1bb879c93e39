"""Pairs of versions: counts, folds, the choice whose changes to see, and what was not done."""

from __future__ import annotations

from regiovisie.render.views.index import Index
from regiovisie.render.views.kies import kies
from regiovisie.render.views.lezen import tekst
from regiovisie.render.views.paar import PaarView, paar
from regiovisie.render.views.paar_keuze import KeuzeView
from regiovisie.render.views.paar_onderdeel import PaarStuk, paar_onderdeel

from tests.render.conftest import MakeIndex
from tests.support.project import (
    EERSTE,
    PUNT,
    PUNT_NIET,
    TWEEDE,
    VERSIE,
    VERSIE_FILE,
    WIJZIGING,
    WIJZIGINGEN_FILE,
    ZIENSWIJZE,
    ZW_FILE,
    changed,
)

INLEIDING_FILE = f"versions/{TWEEDE}/01-inleiding.md"
INLEIDING = "# Inleiding\n\nDit is de visie voor de jeugdhulp.\n"
TAALFOUT = {
    "id": "W-002",
    "plaats": "inleiding",
    "was": "regiovisie",
    "wordt": "visie",
    "herkomst": "redactioneel",
    "voorbeeld": "true",
}


def met_taalfout(make_index: MakeIndex) -> Index:
    """The small project in which 0.2 has an editorial change too."""
    return make_index(
        {
            INLEIDING_FILE: INLEIDING,
            "docs/regiovisie/01-inleiding.md": INLEIDING,
            WIJZIGINGEN_FILE: [WIJZIGING, TAALFOUT],
        }
    )


def stukken_van(index: Index, van: str = EERSTE, naar: str = TWEEDE) -> list[PaarStuk]:
    """The elements of the uitgangspunten of a pair."""
    view = paar_onderdeel(index, van, naar, "uitgangspunten")
    return [stuk for vouw in view.vouwen for stuk in vouw.stukken]


def keuzes(keuze: KeuzeView) -> dict[str, dict[str, int]]:
    """Question → what can be chosen → how many places that shows."""
    return {vraag.naam: {k.tekst: k.aantal for k in vraag.keuzes} for vraag in keuze.vragen}


def kenmerken_in(view: PaarView) -> list[dict[str, str]]:
    """What each row of the was-wordt list answers."""
    return [dict(rij.kenmerken) for groep in view.was_wordt for rij in groep.rijen]


# --- the choice


def test_choice_offers_what_occurs_with_counts(make_index: MakeIndex) -> None:
    """By cause, kind, submitter, its kind, its municipality and theme."""
    index = met_taalfout(make_index)
    assert keuzes(paar(index, EERSTE, TWEEDE).keuze) == {
        "herkomst": {"advies": 1, "redactioneel": 1},
        "aard": {"inhoudelijk": 1, "redactioneel": 1},
        "indiener": {"Voorbeeldadviesraad Veenhoek": 1},
        "soort": {"Adviesraad": 1},
        "gemeente": {"Voorbeeldgemeente Veenhoek": 1},
        "thema": {"Nabijheid van hulp": 1},
    }


def test_choice_that_parts_nothing_is_not_offered(index: Index) -> None:
    """One place only."""
    assert keuzes(paar(index, EERSTE, TWEEDE).keuze) == {}
    assert keuzes(paar_onderdeel(index, EERSTE, TWEEDE, "uitgangspunten").keuze) == {}


def test_place_carries_the_answers_of_its_causes(make_index: MakeIndex) -> None:
    """The same in the list and at the note."""
    index = met_taalfout(make_index)
    advies = {
        "herkomst": "advies",
        "aard": "inhoudelijk",
        "indiener": "voorbeeldadviesraad-veenhoek",
        "soort": "adviesraad",
        "gemeente": "veenhoek",
        "thema": "nabijheid",
    }
    redactioneel = {"herkomst": "redactioneel", "aard": "redactioneel"}
    assert kenmerken_in(paar(index, EERSTE, TWEEDE)) == [redactioneel, advies]
    noten = [dict(noot.kenmerken) for stuk in stukken_van(index) for noot in stuk.noten]
    assert noten == [advies]


def test_change_without_a_cause_can_be_chosen(make_index: MakeIndex) -> None:
    """Imported history."""
    versie = changed(VERSIE, herkomst_volledig="false")
    index = make_index(
        {
            VERSIE_FILE: versie,
            WIJZIGINGEN_FILE: [],
            ZW_FILE: changed(ZIENSWIJZE, punten=[PUNT_NIET]),
        }
    )
    view = paar(index, EERSTE, TWEEDE)
    assert kenmerken_in(view) == [{"herkomst": "geen"}]
    assert [versie.naam for versie in view.herkomst_onvolledig] == ["Versie 0.2"]
    pagina = paar_onderdeel(index, EERSTE, TWEEDE, "uitgangspunten")
    assert [versie.naam for versie in pagina.herkomst_onvolledig] == ["Versie 0.2"]


def test_choices_stand_as_lists_of_links_too(make_index: MakeIndex) -> None:
    """For who has no script: each place under each of its causes."""
    view = paar(met_taalfout(make_index), EERSTE, TWEEDE)
    gevonden = {
        lijst.keuze.tekst: [link.href.partition("#")[0] for link in lijst.plekken]
        for soort in view.lijsten
        for lijst in soort.lijsten
    }
    pagina = f"vergelijk/{EERSTE}/{TWEEDE}"
    assert gevonden == {
        "advies": [f"{pagina}/uitgangspunten/"],
        "redactioneel": [f"{pagina}/inleiding/"],
        "Voorbeeldadviesraad Veenhoek": [f"{pagina}/uitgangspunten/"],
        "Nabijheid van hulp": [f"{pagina}/uitgangspunten/"],
    }


# --- what was asked and not done


def test_what_was_not_done_stands_at_its_paragraph(make_index: MakeIndex) -> None:
    """Between the version that was asked about and the next; it does not fold away."""
    punt = changed(PUNT_NIET, plaats="uitgangspunten#nabij")
    index = make_index({ZW_FILE: changed(ZIENSWIJZE, punten=[PUNT, punt])})
    (stuk,) = [stuk for stuk in stukken_van(index) if stuk.gevraagd]
    assert stuk.html.striptags() == "Nabij"
    assert stuk.gevraagd is not None
    assert ("indiener", "voorbeeldadviesraad-veenhoek") in stuk.gevraagd.kenmerken


def test_what_was_not_done_stays_at_a_paragraph_that_went(make_index: MakeIndex) -> None:
    """The comparison still shows it, at its old place."""
    inhoud = "# Uitgangspunten\n\n## Nabij\n\nNiets.\n"
    punt = changed(PUNT_NIET, plaats="uitgangspunten#nabij", citaat="zo licht mogelijk")
    oud = "# Uitgangspunten\n\n## Nabij\n\nHulp is zo licht mogelijk.\n\nNiets.\n"
    index = make_index(
        {
            f"versions/{EERSTE}/02-uitgangspunten.md": oud,
            f"versions/{TWEEDE}/02-uitgangspunten.md": inhoud,
            "docs/regiovisie/02-uitgangspunten.md": inhoud,
            WIJZIGINGEN_FILE: [changed(WIJZIGING, was="Hulp is zo licht mogelijk.", wordt=None)],
            ZW_FILE: changed(ZIENSWIJZE, punten=[PUNT, punt]),
        }
    )
    (stuk,) = [stuk for stuk in stukken_van(index) if stuk.gevraagd]
    assert stuk.status == "vervallen"


# --- counts, folds, steps


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


def test_pair_over_several_steps_names_the_step_of_each_change(make_index: MakeIndex) -> None:
    """In the list and in the notes; between neighbours there is only one step."""
    derde = "2026-03-na-zienswijzen"
    inhoud = "# Uitgangspunten\n\n## Nabij\n\nHulp is zo thuis mogelijk.\n"
    index = make_index(
        {
            f"versions/{derde}/versie.yml": changed(VERSIE, nummer="0.3", voorganger=TWEEDE),
            f"versions/{derde}/01-inleiding.md": INLEIDING,
            f"versions/{derde}/02-uitgangspunten.md": inhoud,
            f"versions/{derde}/levenslijnen.tsv": "",
            f"versions/{derde}/wijzigingen.yml": [TAALFOUT],
            "docs/regiovisie/01-inleiding.md": INLEIDING,
        }
    )
    groepen = paar(index, EERSTE, derde).was_wordt
    stappen = {w.id: w.stap for groep in groepen for rij in groep.rijen for w in rij.wijzigingen}
    assert stappen == {"W-001": "in versie 0.2", "W-002": "in versie 0.3"}
    assert noot_stappen(index, EERSTE, derde) == ["in versie 0.2"]
    assert noot_stappen(index, EERSTE, TWEEDE) == [""]


def test_werkversie_says_that_nothing_differs(index: Index) -> None:
    """And it has no pages of pairs."""
    assert tekst(index, "werkversie", "werkversie").gelijk
    assert [(rij.naar.naam, len(rij.van)) for rij in kies(index).rijen] == [("Versie 0.2", 1)]


def noot_stappen(index: Index, van: str, naar: str) -> list[str]:
    """The step that each cause in the notes of the uitgangspunten names."""
    stukken = stukken_van(index, van, naar)
    return [w.stap for stuk in stukken for noot in stuk.noten for w in noot.wijzigingen]


def test_page_without_places_offers_no_way_to_the_first(index: Index) -> None:
    """An onderdeel that did not change has no anchor to lead to."""
    assert paar_onderdeel(index, EERSTE, TWEEDE, "uitgangspunten").heeft_plekken
    assert not paar_onderdeel(index, EERSTE, TWEEDE, "inleiding").heeft_plekken
