"""The register of zienswijzen: groups of points, their pages, and what a search finds."""

from __future__ import annotations

import pytest

from regiovisie.render.pages import all_pages
from regiovisie.render.views import register, register_rondes
from regiovisie.render.views.index import Index
from regiovisie.render.views.register import EERSTE_WOORDEN, eerste_woorden, vouw


def test_every_kenmerk_has_only_groups_that_occur(index: Index) -> None:
    """No choice that leads to an empty list."""
    groepen = {k.code: [g.naam for g in k.groepen] for k in register.kenmerken(index)}
    assert groepen == {
        "soort": ["Adviesraden"],
        "uitkomst": ["Overgenomen", "Niet overgenomen"],
        "onderdeel": ["2 Uitgangspunten", "Over het geheel"],
        "thema": ["Nabijheid van hulp"],
        "indiener": ["Voorbeeldadviesraad Veenhoek"],
        "gemeente": ["Voorbeeldgemeente Veenhoek"],
        "ronde": ["Inspraak 2025"],
    }


def test_every_group_counts_its_points(index: Index) -> None:
    """Each point once in the groups of a kind that every point has."""
    alle = {k.code: k for k in register.kenmerken(index)}
    for code in ("soort", "uitkomst", "onderdeel", "indiener", "ronde"):
        groepen = alle[code].groepen
        assert sum(groep.aantal for groep in groepen) == len(index.punten), code
        assert all(groep.aantal == len(groep.punten) for groep in groepen)


def test_every_group_has_a_page(index: Index) -> None:
    """Also those that lead to the page of an indiener or a municipality."""
    uris = {spec.uri for spec in all_pages(index.dossier)}
    for kenmerk in register.kenmerken(index):
        for href in (kenmerk.href, *(groep.href for groep in kenmerk.groepen)):
            assert {f"{href}index.md", f"{href.rstrip('/')}.md"} & uris, href


def test_row_is_found_by_words_that_it_does_not_show(index: Index) -> None:
    """Of the answer, also a thematic one, and of the thema; no word twice."""
    rijen = {id_: register.punt_rij(index, *index.punten[id_]) for id_ in index.punten}
    assert rijen["ZW-01.1"].tekst == "Vervang licht door thuis."
    assert {"zegt", "beter", "nabijheid"} <= set(rijen["ZW-01.1"].zoek.split())
    assert "begroting" in rijen["ZW-01.2"].zoek.split()
    for rij in rijen.values():
        woorden = rij.zoek.split()
        assert len(woorden) == len(set(woorden))
        assert not set(woorden) & set(vouw(rij.tekst).split())


def test_row_says_why_the_text_does_not_follow_it(index: Index) -> None:
    """Where it was not taken over: the first words of the answer, also a thematic one."""
    rijen = {id_: register.punt_rij(index, *index.punten[id_]) for id_ in index.punten}
    assert rijen["ZW-01.1"].antwoord == ""
    assert rijen["ZW-01.2"].antwoord == "Bedragen staan in de begroting."


def test_names_are_searched_at_the_reaction(index: Index) -> None:
    """They hold for all its points, so they stand once."""
    (ronde,) = register_rondes.register(index, register.kenmerken(index)).rondes
    (reactie,) = ronde.reacties
    assert reactie.zoek == "voorbeeldadviesraad veenhoek voorbeeldgemeente veenhoek"


@pytest.mark.parametrize(
    ("tekst", "gevouwen"), [("Één", "een"), ("CAFÉ", "cafe"), ("coördinatie", "coordinatie")]
)
def test_folding_drops_case_and_accents(tekst: str, gevouwen: str) -> None:
    """As the script does with what is searched for."""
    assert vouw(tekst) == gevouwen


def test_first_words_end_at_a_word() -> None:
    """And say that more follows; a short text is whole."""
    assert eerste_woorden("Kort en goed.") == "Kort en goed."
    lang = eerste_woorden("woord " * 100)
    assert lang.endswith("woord …")
    assert len(lang) <= EERSTE_WOORDEN + 2


def test_large_register_leaves_its_points_to_the_rondes(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its own page stays light, and names the pages that hold them."""
    kenmerken = register.kenmerken(index)
    assert register_rondes.register(index, kenmerken).bron == ""

    monkeypatch.setattr(register_rondes, "VOL", 1)
    view = register_rondes.register(index, kenmerken)
    assert view.bron == "per/ronde/inspraak-2025/"
    assert [reactie.punten for reactie in view.rondes[0].reacties] == [()]
    ronde = register_rondes.ronde_view(index, index.regio.rondes[0]).ronde
    assert [punt.id for punt in ronde.reacties[0].punten] == ["ZW-01.1", "ZW-01.2"]
