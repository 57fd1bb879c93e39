"""The history of an onderdeel: the strip per paragraph, what is told together, and the index."""

from __future__ import annotations

from pathlib import Path

import pytest

from regiovisie.herkomst.dossier import make_dossier
from regiovisie.registers import load_project
from regiovisie.render.opmaker import RenvooiOpmaker
from regiovisie.render.views.adres import loop_anker
from regiovisie.render.views.geschiedenis import (
    GeschiedenisView,
    geschiedenis,
    geschiedenis_index,
)
from regiovisie.render.views.geschiedenis_loop import LoopView
from regiovisie.render.views.index import Index

from tests.support.project import (
    TWEEDE,
    UITGANGSPUNTEN,
    WERKVERSIE_PROJECT,
    Content,
    write_sealed,
)


def index_of(root: Path) -> Index:
    """An index on a real project."""
    dossier = make_dossier(load_project(root))
    return Index(dossier, RenvooiOpmaker(dossier))


@pytest.fixture(scope="module")
def drenthe(root: Path) -> Index:
    """The project of this repository."""
    return index_of(root)


@pytest.fixture(scope="module")
def werkversie() -> Index:
    """The small project with a living text."""
    return index_of(WERKVERSIE_PROJECT)


def all_loops(view: GeschiedenisView) -> list[LoopView]:
    """Every paragraph that changed."""
    return [loop for groep in view.groepen for loop in groep.lopen]


def strip(loop: LoopView) -> list[tuple[str, str]]:
    """Its strip as versions and words."""
    return [(stand.versies, stand.tekst) for stand in loop.strook]


def find(view: GeschiedenisView, words: str) -> LoopView:
    """The paragraph that begins so."""
    return next(loop for loop in all_loops(view) if loop.titel.startswith(words))


# --- the strip


def test_strip_tells_what_happened_in_every_version(drenthe: Index) -> None:
    """Versions in a row in which nothing happened share a cell."""
    kop = find(geschiedenis(drenthe, "uitgangspunten"), "Zo thuis mogelijk")

    assert strip(kop) == [
        ("0.1", "eerste stand"),
        ("0.2", "gewijzigd"),
        ("0.3 en 0.4", "gelijk"),
    ]


def test_strip_tells_that_a_paragraph_went(drenthe: Index) -> None:
    """And that it stayed away."""
    weg = find(geschiedenis(drenthe, "uitgangspunten"), "Voor iedere plaatsing")

    assert strip(weg)[1:] == [("0.2", "vervallen"), ("0.3 en 0.4", "weg")]
    assert weg.weg


def test_strip_tells_that_a_paragraph_came_back(drenthe: Index) -> None:
    """Dropped in one version, restored in a later one."""
    terug = find(geschiedenis(drenthe, "instrumenten"), "Wij noemen drie bewegingen")

    assert [tekst for _, tekst in strip(terug)][-2:] == ["vervallen", "teruggekomen"]


def test_paragraph_that_came_later_did_change(drenthe: Index) -> None:
    """It is not among those that never changed."""
    view = geschiedenis(drenthe, "uitgangspunten")
    nieuw = find(view, "Een achttiende verjaardag")

    assert strip(nieuw)[0] == ("0.1 en 0.2", "nog niet")
    assert not [g for g in view.gelijk if g.titel.startswith("Een achttiende verjaardag")]


def test_split_leads_both_ways(drenthe: Index) -> None:
    """From the paragraph to what came out of it, and back."""
    view = geschiedenis(drenthe, "aanleiding-en-wettelijk-kader")
    uit = find(view, "De jeugdzorg in Nederland")
    nieuw = find(view, "Daar komt bij")

    assert strip(uit)[1] == ("0.2", "gesplitst")
    assert strip(nieuw)[:2] == [("0.1", "nog niet"), ("0.2", "afgesplitst")]
    assert related(uit) == ("Hieruit kwam ook", [f"#{nieuw.anker}"])
    assert related(nieuw) == ("Dit kwam uit", [f"#{uit.anker}"])


def test_join_leads_both_ways(drenthe: Index) -> None:
    """What went into another paragraph is not simply gone."""
    view = geschiedenis(drenthe, "ambitie-en-waarden")
    heel = find(view, "Kinderen in Drenthe groeien")
    deel = find(view, "Dat klinkt vanzelfsprekend")

    assert ("0.3", "samengevoegd") in strip(heel)
    assert strip(deel)[-2:] == [("0.3", "opgegaan in een andere"), ("0.4", "weg")]
    assert related(heel) == ("Hierin ging op", [f"#{deel.anker}"])
    assert related(deel) == ("Dit ging op in", [f"#{heel.anker}"])


def related(loop: LoopView) -> tuple[str, list[str]]:
    """How other paragraphs are related to it, and their anchors."""
    (stap,) = [stap for stap in loop.stappen if stap.verwant]
    return stap.verwant_als, [f"#{link.href.partition('#')[2]}" for link in stap.verwant]


# --- what is told together


def test_section_that_moved_as_a_whole_is_told_once(drenthe: Index) -> None:
    """Heading, paragraphs and list, with the text once, and where it stands now."""
    moved = find(geschiedenis(drenthe, "uitgangspunten"), "Principes voor het dagelijks werk")

    assert len(moved.ook) > 5
    assert ("0.3", "verplaatst") in strip(moved)
    assert moved.elders is not None
    assert moved.elders.href == f"geschiedenis/leidende-principes/#{moved.anker}"
    assert moved.tekst is not None
    assert moved.tekst.count("<ol") == 1
    assert all(stap.html is None for stap in moved.stappen)


def test_paragraphs_with_changed_words_are_told_apart(drenthe: Index) -> None:
    """Each has words of its own."""
    changed = [
        loop
        for slug in drenthe.onderdeel_namen
        for loop in all_loops(geschiedenis(drenthe, slug))
        if any(stand.code == "gewijzigd" for stand in loop.strook)
    ]

    assert changed
    for loop in changed:
        assert loop.ook == ()
        assert loop.tekst is None


@pytest.mark.parametrize("project", ["drenthe", "werkversie"])
def test_every_paragraph_that_ever_stood_there_has_its_anchor_once(
    project: str, request: pytest.FixtureRequest
) -> None:
    """So that any page can lead to "de geschiedenis van deze alinea"."""
    index = request.getfixturevalue(project)
    for slug in index.onderdeel_namen:
        view = geschiedenis(index, slug)
        found = [a for loop in all_loops(view) for a in (loop.anker, *loop.ook)]
        found += [g.anker for g in view.gelijk]
        expected = {
            loop_anker(placed.id)
            for blocks in index.dossier.history.blocks
            for placed in blocks
            if placed.onderdeel.slug == slug
        }

        assert sorted(found) == sorted(expected), slug


def test_causes_stand_at_their_step(drenthe: Index) -> None:
    """The change with its points and who asked."""
    kop = find(geschiedenis(drenthe, "uitgangspunten"), "Zo thuis mogelijk")
    (stap,) = [stap for stap in kop.stappen if stap.wijzigingen]

    assert stap.versie == "Versie 0.2"
    assert [w.id for w in stap.wijzigingen] == ["W-001"]
    assert stap.wijzigingen[0].punten[0].indieners


# --- the onderdeel as a whole


def test_renumbering_is_told(drenthe: Index) -> None:
    """Pijlers stood fifth, and stands sixth."""
    regels = {r.versie.tekst: r for r in geschiedenis(drenthe, "pijlers").regels}

    assert regels["Versie 0.2"].naam == "5 Pijlers"
    assert regels["Versie 0.3"].naam == "6 Pijlers"
    assert regels["Versie 0.3"].anders
    assert not regels["Versie 0.4"].anders


def test_version_leads_to_the_paragraphs_that_it_changed(drenthe: Index) -> None:
    """And to no others; the first version changed nothing."""
    view = geschiedenis(drenthe, "uitgangspunten")
    regels = {r.versie.tekst: r for r in view.regels}
    ankers = {f"#{a}" for loop in all_loops(view) for a in (loop.anker, *loop.ook)}

    assert regels["Versie 0.1"].lopen == ()
    assert regels["Versie 0.4"].lopen == ()
    assert regels["Versie 0.4"].verschil is None
    assert {link.href for link in regels["Versie 0.3"].lopen} <= ankers


def test_history_begins_where_the_onderdeel_begins(drenthe: Index) -> None:
    """What was no onderdeel yet has no line."""
    regels = geschiedenis(drenthe, "leidende-principes").regels

    assert [r.versie.tekst for r in regels] == ["Versie 0.4", "Versie 0.3"]
    assert regels[-1].wat == "nieuw onderdeel"


def test_living_text_is_a_version_like_others(werkversie: Index) -> None:
    """With links to where it stands."""
    views = [geschiedenis(werkversie, slug) for slug in werkversie.onderdeel_namen]
    first = [view.regels[0] for view in views]

    assert {regel.versie.tekst for regel in first} == {"Werkversie"}
    assert all(regel.versie.href.startswith("werkversie/") for regel in first)


# --- the index


def test_index_has_every_onderdeel_that_any_version_has(drenthe: Index) -> None:
    """With its earlier numbers, and what each step did to it."""
    view = geschiedenis_index(drenthe)
    rijen = {rij.link.href: rij for rij in view.rijen}

    assert len(view.stappen) == len(drenthe.dossier.ids) - 1
    assert set(rijen) == {f"geschiedenis/{slug}/" for slug in drenthe.onderdeel_namen}
    assert rijen["geschiedenis/pijlers/"].eerder == ("5 Pijlers (0.1, 0.2)",)
    assert [cel.tekst for cel in rijen["geschiedenis/leidende-principes/"].cellen] == [
        "bestond niet",
        "nieuw onderdeel",
        "niet gewijzigd",
    ]


# --- an onderdeel that is no more


def test_renamed_onderdeel_leads_to_its_new_address(tmp_path: Path) -> None:
    """The old page stays, and says where the text went; so does each paragraph."""
    files: dict[str, Content] = {
        f"versions/{TWEEDE}/02-uitgangspunten.md": None,
        f"versions/{TWEEDE}/02-keuzes.md": UITGANGSPUNTEN.replace("# Uit", "# Onze uit"),
        "docs/regiovisie/02-uitgangspunten.md": None,
        "docs/regiovisie/02-keuzes.md": UITGANGSPUNTEN.replace("# Uit", "# Onze uit"),
    }
    index = index_of(write_sealed(tmp_path, files))
    view = geschiedenis(index, "uitgangspunten")

    assert view.terug is None
    assert view.regels[0].naam == ""
    assert view.verhuisd is not None
    assert view.verhuisd.href == "geschiedenis/keuzes/"
    assert all(loop.elders or loop.weg for loop in all_loops(view))
    rijen = {rij.link.href: rij for rij in geschiedenis_index(index).rijen}
    assert rijen["geschiedenis/uitgangspunten/"].vervallen
    assert not rijen["geschiedenis/keuzes/"].vervallen


def test_cells_of_a_row_are_told_apart(drenthe: Index) -> None:
    """A row whose cells run together is no sentence."""
    view = geschiedenis(drenthe, "afstemming-gemeente-en-regio")
    titels = [loop.titel for groep in view.groepen for loop in groep.lopen]

    assert [t for t in titels if t.startswith("Hulp bij jeugdbescherming | is opdrachtgever")]
