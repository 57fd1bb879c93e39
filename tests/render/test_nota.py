"""The nota van beantwoording: each point once, in two orders, and every answer found."""

from __future__ import annotations

import pytest

from regiovisie.render.pages.beantwoording import beantwoording
from regiovisie.render.views import (
    adres,
    beeld,
    boeken,
    nota,
    nota_inlichtingen,
    nota_punten,
    nota_volledig,
    nota_wijzigingen,
    wijzigingen,
)
from regiovisie.render.views.index import Index
from regiovisie.render.views.labels import UITKOMSTEN
from regiovisie.render.views.samen import samen

from tests.render.conftest import MakeIndex
from tests.support.project import (
    ANTWOORD_FILE,
    EERSTE,
    FILES,
    PUNT,
    PUNT_NIET,
    TWEEDE,
    UITGANGSPUNTEN,
    WIJZIGING,
    WIJZIGINGEN_FILE,
    ZIENSWIJZE,
    ZW_FILE,
    changed,
)

INLEIDING = "# Inleiding\n\nDit is de visie voor de jeugdhulp.\n"
AMBTSHALVE = {
    "id": "W-002",
    "plaats": "inleiding",
    "was": "regiovisie",
    "wordt": "visie",
    "herkomst": "ambtshalve",
    "toelichting": "Korter.",
    "voorbeeld": "true",
}
MET_INLEIDING = {
    f"versions/{TWEEDE}/01-inleiding.md": INLEIDING,
    "docs/regiovisie/01-inleiding.md": INLEIDING,
}
KOP = "# Uitgangspunten\n\n## Nabij\n\n"
SLOT = "mogelijk, en wij gaan daar in elk gesprek met het gezin van uit.\n"
TWEE_WOORDEN = {
    f"versions/{EERSTE}/02-uitgangspunten.md": f"{KOP}Hulp aan elk kind is zo licht {SLOT}",
    f"versions/{TWEEDE}/02-uitgangspunten.md": f"{KOP}Zorg aan elk kind is zo thuis {SLOT}",
    "docs/regiovisie/02-uitgangspunten.md": f"{KOP}Zorg aan elk kind is zo thuis {SLOT}",
}
"""Two words changed in one sentence."""


def test_every_point_stands_once(index: Index) -> None:
    """Under its onderdeel, in the order of the text; what has no place comes last."""
    assert [
        (o.titel, [np.punt.id for g in o.groepen for np in g.punten])
        for o in (nota.onderdeel(index, slug).onderdeel for slug in nota_punten.slugs(index))
    ] == [("2 Uitgangspunten", ["ZW-01.1"]), ("Over het geheel", ["ZW-01.2"])]


def test_points_are_counted_with_who_made_them(index: Index) -> None:
    """Four behind one letter of two points are said to be together."""
    punt, zienswijze = index.punten["ZW-01.1"]
    samen_vier = zienswijze.model_copy(update={"indieners": ("a", "b", "c", "d")})

    assert nota_punten.tel([(punt, zienswijze)] * 2) == "2 punten van 1 indiener"
    assert nota_punten.tel([(punt, samen_vier)] * 2) == "2 punten samen van 4 indieners"


def test_index_leads_a_submitter_to_each_answer(index: Index) -> None:
    """By onderdeel, to the row of the point."""
    (groep,) = nota.nota(index).groepen
    assert groep.titel == "Adviesraden"
    (rij,) = groep.rijen
    assert [(v.onderdeel.tekst, [p.href for p in v.punten]) for v in rij.verwijzingen] == [
        ("2 Uitgangspunten", ["nota/uitgangspunten/#zw-01-1"]),
        ("Over het geheel", ["nota/het-geheel/#zw-01-2"]),
    ]


def test_thematic_answer_names_the_points_that_it_serves(index: Index) -> None:
    """So that nobody has to search who else asked."""
    (antwoord,) = nota.antwoorden(index).antwoorden
    assert antwoord.telling == "1 punt van 1 indiener"
    assert [p.href for p in antwoord.punten] == ["nota/het-geheel/#zw-01-2"]


def test_late_letter_is_answered_with_the_remark(make_index: MakeIndex) -> None:
    """In the index, at its points, and in the opening."""
    index = make_index({ZW_FILE: changed(ZIENSWIJZE, binnen_termijn="nee")})
    view = nota.nota(index)
    assert view.te_laat == "1 reactie"
    assert view.groepen[0].rijen[0].termijn == "te laat, wel behandeld"
    onderdeel = nota.onderdeel(index, "uitgangspunten").onderdeel
    assert onderdeel.groepen[0].punten[0].termijn == "te laat, wel behandeld"


def test_opening_says_nothing_of_what_did_not_happen(index: Index) -> None:
    """No late letters, no minorities, nothing without a request."""
    view = nota.nota(index)
    assert (view.te_laat, view.minderheid, view.zonder_verzoek) == ("", "", "")


def test_onderdeel_refers_to_points_answered_elsewhere(make_index: MakeIndex) -> None:
    """A point without a place that changed words here."""
    ook_op = [{"plaats": "inleiding", "was": "regiovisie", "wordt": "visie"}]
    tweede = changed(PUNT_NIET, plaats="inleiding")
    index = make_index(
        {
            **MET_INLEIDING,
            ZW_FILE: changed(ZIENSWIJZE, punten=[PUNT, tweede]),
            WIJZIGINGEN_FILE: [changed(WIJZIGING, ook_op=ook_op)],
        }
    )
    (elders,) = nota.onderdeel(index, "inleiding").onderdeel.elders
    assert (elders.punt.href, elders.bij) == ("nota/uitgangspunten/#zw-01-1", "2 Uitgangspunten")
    assert [w.tekst for w in elders.wijzigingen] == ["W-001"]
    assert nota.onderdeel(index, "uitgangspunten").onderdeel.elders == ()


def test_changes_without_request_stand_apart(make_index: MakeIndex) -> None:
    """By kind, each with its reason."""
    index = make_index({**MET_INLEIDING, WIJZIGINGEN_FILE: [WIJZIGING, AMBTSHALVE]})
    view = nota_wijzigingen.zonder_verzoek(index)
    assert view.telling == "1 wijziging"
    assert [(g.anker, [r.toelichting for r in g.rijen]) for g in view.groepen] == [
        ("ambtshalve", ["Korter."])
    ]


def test_staat_follows_the_text_and_not_the_register(make_index: MakeIndex) -> None:
    """Numbered through, with old and new words and the cause."""
    index = make_index({**MET_INLEIDING, WIJZIGINGEN_FILE: [WIJZIGING, AMBTSHALVE]})
    staat = nota_wijzigingen.make_staat(index, (EERSTE, TWEEDE))
    rijen = [rij for deel in staat.onderdelen for rij in deel.rijen]
    assert [deel.titel for deel in staat.onderdelen] == ["1 Inleiding", "2 Uitgangspunten"]
    assert [(r.nummer, [w.id for w in r.wijzigingen]) for r in rijen] == [
        (1, ["W-002"]),
        (2, ["W-001"]),
    ]
    assert rijen[1].plaats == "Nabij"
    assert [w.tekst for w in (*rijen[1].was, *rijen[1].wordt)] == ["licht", "thuis"]


def test_staat_tells_a_change_of_a_sentence_once(make_index: MakeIndex) -> None:
    """Two changed words close together, by one wijziging, are one row."""
    heel = changed(
        WIJZIGING, was="Hulp aan elk kind is zo licht", wordt="Zorg aan elk kind is zo thuis"
    )
    index = make_index({**TWEE_WOORDEN, WIJZIGINGEN_FILE: [heel]})
    plekken = index.dossier.vergelijking(EERSTE, TWEEDE).onderdelen[1].plekken
    assert len(plekken) == 2
    (samengevoegd,) = samen(plekken)
    was, wordt = "Hulp aan elk kind is zo licht", "Zorg aan elk kind is zo thuis"
    assert (samengevoegd.was, samengevoegd.wordt) == (was, wordt)
    (rij,) = nota_wijzigingen.make_staat(index, (EERSTE, TWEEDE)).onderdelen[0].rijen
    assert [(w.tekst, w.na) for w in rij.was] == [(was, " mogelijk, en wij gaan …")]


def test_changes_with_other_causes_stay_apart(make_index: MakeIndex) -> None:
    """However close together."""
    eerste = changed(WIJZIGING, was="licht", wordt="thuis")
    tweede = changed(AMBTSHALVE, plaats="uitgangspunten#nabij", was="Hulp", wordt="Zorg")
    index = make_index({**TWEE_WOORDEN, WIJZIGINGEN_FILE: [eerste, tweede]})
    plekken = index.dossier.vergelijking(EERSTE, TWEEDE).onderdelen[1].plekken
    assert len(plekken) == 2
    assert samen(plekken) == plekken


def test_withdrawn_number_is_named_and_not_used(make_index: MakeIndex) -> None:
    """In the staat and in the register."""
    weg = changed(AMBTSHALVE, ingetrokken="true")
    index = make_index({WIJZIGINGEN_FILE: [WIJZIGING, weg]})
    assert nota_wijzigingen.make_staat(index, (EERSTE, TWEEDE)).ingetrokken == ("W-002",)
    (stap,) = wijzigingen.wijzigingen(index).stappen
    assert stap.ingetrokken == ("W-002",)
    assert [r.id for r in stap.regels] == ["W-001"]


def test_main_lines_are_counted(index: Index) -> None:
    """Subjects, answers by their own first sentence, and the changes; nothing is written anew."""
    view = nota_inlichtingen.inlichtingen(index)
    assert [(a.link.tekst, a.begin) for a in view.antwoorden] == [
        ("TA-01: Geld", "Bedragen staan in de begroting.")
    ]
    hoofdlijn = view.hoofdlijnen[0]
    assert hoofdlijn.themas == ("Nabijheid van hulp (1)",)
    assert hoofdlijn.samenvatting == "1 overgenomen"
    assert [w.id for w in hoofdlijn.wijzigingen] == ["W-001"]


def test_whole_nota_numbers_its_chapters(index: Index) -> None:
    """And leaves out a chapter without content, without a gap in the numbers."""
    view = nota_volledig.volledig(index)
    assert [(d.nummer, d.titel) for d in view.inhoud] == [
        ("1", "Over deze nota"),
        ("2", "Wie reageerde"),
        ("3", "De antwoorden, per onderdeel"),
        ("3.1", "Onderdeel 2 Uitgangspunten"),
        ("3.2", "Over het geheel"),
        ("4", "Antwoorden die voor meer punten gelden"),
        ("5", "Staat van wijzigingen"),
        ("5.1", "Van versie 0.1 naar versie 0.2"),
    ]


def test_onderdeel_called_as_a_page_of_the_nota_has_its_own_address() -> None:
    """No page takes the place of another."""
    assert adres.nota_onderdeel("antwoorden") == "nota/onderdeel-antwoorden/"
    assert adres.nota_onderdeel("het-geheel") == "nota/onderdeel-het-geheel/"
    assert adres.nota_onderdeel("") == "nota/het-geheel/"


# --- the register of changes


def test_books_close(make_index: MakeIndex) -> None:
    """The columns of every row add up to all places."""
    index = make_index({**MET_INLEIDING, WIJZIGINGEN_FILE: [WIJZIGING, AMBTSHALVE]})
    view = boeken.boeken(index)
    assert view.sluit.startswith("De tekst veranderde op 2 plekken. Van elke plek")
    for rij in view.rijen:
        *delen, alle = map(int, rij.cellen)
        assert sum(delen) == alle
    assert view.punten == (
        "2 punten uit de zienswijzen: 2 beantwoord en geen enkel punt nog open. "
        "1 daarvan leidde tot een wijziging."
    )


def test_groups_hold_every_change(make_index: MakeIndex) -> None:
    """By step and by herkomst each once; by onderdeel wherever its words stand."""
    index = make_index({**MET_INLEIDING, WIJZIGINGEN_FILE: [WIJZIGING, AMBTSHALVE]})
    for kenmerk in wijzigingen.kenmerken(index):
        regels = [
            regel.id
            for groep in kenmerk.groepen
            for regel in wijzigingen.groep_view(index, kenmerk, groep).regels
        ]
        assert sorted(regels) == ["W-001", "W-002"], kenmerk.code


def test_change_knows_its_neighbours(make_index: MakeIndex) -> None:
    """In the order of the register."""
    index = make_index({**MET_INLEIDING, WIJZIGINGEN_FILE: [WIJZIGING, AMBTSHALVE]})
    eerste = wijzigingen.wijziging(index, index.wijzigingen["W-001"])
    assert (eerste.vorige, eerste.volgende and eerste.volgende.tekst) == (None, "W-002")


# --- pictures


def test_picture_counts_every_point_once(index: Index) -> None:
    """In the bars, in the flows and in their tables."""
    view = beeld.beeld(index)
    assert view.uitkomsten
    assert view.stromen
    assert sum(staaf.totaal for staaf in view.uitkomsten.breed.staven) == len(index.punten)
    for tabel in (view.uitkomsten.tabel, view.stromen.tabel):
        assert sum(int(rij.cellen[0]) for rij in tabel.rijen) == len(index.punten)


def test_share_of_changed_words(index: Index) -> None:
    """Of all words, old and new: one of six came and one of six went."""
    figuur = beeld.beeld(index).aandelen
    assert figuur
    assert [rij.cellen for rij in figuur.tabel.rijen] == [("0%",), ("14%",)]


def test_small_share_is_not_nothing() -> None:
    """Nor is nearly all of it all."""
    assert [beeld._afgerond(n, 1000) for n in (0, 1, 999, 1000)] == [0, 1, 99, 100]


def test_every_uitkomst_has_a_class() -> None:
    """So that no picture leaves a point out."""
    assert {u for k in beeld.KLASSEN for u in k.uitkomsten} == set(UITKOMSTEN)


def test_first_version_without_reactions_has_its_pages(make_index: MakeIndex) -> None:
    """Nothing to count, to answer or to draw is no mistake."""
    index = make_index(
        {
            **{name: None for name in FILES if name.startswith(f"versions/{TWEEDE}/")},
            f"versions/{EERSTE}/02-uitgangspunten.md": UITGANGSPUNTEN,
            ZW_FILE: None,
            ANTWOORD_FILE: None,
        }
    )
    view = beeld.beeld(index)
    assert (view.uitkomsten, view.aandelen, view.stromen) == (None, None, None)
    assert nota.nota(index).hoofdstukken == ()
    assert nota_wijzigingen.staat(index).stappen == ()
    assert wijzigingen.wijzigingen(index).stappen == ()
    assert boeken.boeken(index).sluit == "Er is nog niets veranderd."
    assert [d.titel for d in nota_volledig.volledig(index).inhoud] == [
        "Over deze nota",
        "Staat van wijzigingen",
    ]


def test_many_points_about_one_onderdeel_take_several_pages(make_index: MakeIndex) -> None:
    """Each point on one of them, and its address leads there."""
    punten = [changed(PUNT_NIET, id=f"ZW-01.{n}") for n in range(2, 2 + nota_punten.PER_BLAD + 5)]
    index = make_index({ZW_FILE: changed(ZIENSWIJZE, punten=[PUNT, *punten])})
    assert nota_punten.bladen(index, "") == 2
    eerste, tweede = (nota.onderdeel(index, "", blad) for blad in (1, 2))
    telling = [sum(len(g.punten) for g in v.onderdeel.groepen) for v in (eerste, tweede)]
    assert telling == [nota_punten.PER_BLAD, 5]
    assert [link.href for link in tweede.bladen] == ["nota/het-geheel/", "nota/het-geheel/2/"]
    laatste = tweede.onderdeel.groepen[0].punten[-1].punt.id
    assert nota_punten.punt_adres(index, laatste).startswith("nota/het-geheel/2/#zw-01-")


def test_nota_too_long_for_a_page_leads_to_its_chapters(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Numbered as on one page; each chapter has a page of its own, and only the opening is here."""
    one = nota_volledig.volledig(index)
    monkeypatch.setattr(nota_volledig, "MEESTE_TEKENS", 0)
    view = nota_volledig.volledig(index)
    pages = {spec.uri.removesuffix("index.md").removesuffix(".md") for spec in beantwoording(index)}

    assert one.heel
    assert {deel.href for deel in one.inhoud} == {f"#{deel.anker}" for deel in one.inhoud}
    assert not view.heel
    assert [(d.nummer, d.titel) for d in view.inhoud] == [(d.nummer, d.titel) for d in one.inhoud]
    opening, *chapters = view.inhoud
    assert opening.href == "#over"
    assert {deel.href.partition("#")[0].rstrip("/") for deel in chapters} <= {
        page.rstrip("/") for page in pages
    }
