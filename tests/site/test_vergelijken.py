"""Every pair is there, and every page of a pair holds both texts, word for word."""

from __future__ import annotations

import itertools

import pytest
from lxml.html import HtmlElement

from regiovisie.herkomst.gevraagd import NIET_GEDAAN

from tests.site.conftest import Gebouwd
from tests.support.html import Page
from tests.support.renvooi import words_of, words_without

Texts = dict[str, dict[str, str]]
"""Version id → slug of an onderdeel → its Markdown."""

DRENTHE = [
    "2025-07-inspraakversie",
    "2025-11-consultatieversie",
    "2026-03-na-zienswijzen",
    "2026-04-ter-vaststelling",
]
KLEIN = [
    "2025-01-inspraakversie",
    "2025-06-consultatieversie",
    "2025-10-na-zienswijzen",
    "2026-01-ter-vaststelling",
    "werkversie",
]


def texts_of(gebouwd: Gebouwd) -> Texts:
    """All texts of a project, read from its files."""
    folders = {folder.name: folder for folder in sorted((gebouwd.root / "versions").iterdir())}
    folders["werkversie"] = gebouwd.root / "docs" / "regiovisie"
    return {
        name: {
            path.stem.partition("-")[2]: path.read_text(encoding="utf-8")
            for path in sorted(folder.glob("*.md"))
        }
        for name, folder in folders.items()
    }


def renvooi_of(page: Page) -> HtmlElement:
    """The one marked text of a page."""
    (renvooi,) = page.tree.xpath("//*[@data-renvooi]")
    return renvooi


def onderdeel_pages(gebouwd: Gebouwd) -> dict[tuple[str, str, str], Page]:
    """Old version, new version and slug → the page that compares them."""
    found = {}
    for uri, page in gebouwd.pages.items():
        parts = uri.split("/")
        if parts[0] == "vergelijk" and len(parts) == 5:
            found[parts[1], parts[2], parts[3]] = page
    return found


@pytest.mark.parametrize(
    ("name", "ids", "count"), [("drenthe", DRENTHE, 6), ("werkversie", KLEIN, 10)]
)
def test_every_pair_is_there(
    name: str, ids: list[str], count: int, request: pytest.FixtureRequest
) -> None:
    """Each version with each later one; the werkversie where it differs."""
    gebouwd: Gebouwd = request.getfixturevalue(name)
    parts = [uri.split("/") for uri in gebouwd.pages if uri.startswith("vergelijk/")]
    pairs = {(p[1], p[2]) for p in parts if len(p) == 4}

    assert pairs == set(itertools.combinations(ids, 2))
    assert len(pairs) == count


def test_every_changed_onderdeel_has_a_page(gebouwd: Gebouwd) -> None:
    """An onderdeel whose words differ is compared; one that is the same in both is not."""
    texts, pages = texts_of(gebouwd), onderdeel_pages(gebouwd)
    missing = [
        (van, naar, slug)
        for van, naar in gebouwd.dossier.paren
        for slug in texts[van].keys() | texts[naar].keys()
        if words_of(texts[van].get(slug, "")) != words_of(texts[naar].get(slug, ""))
        and (van, naar, slug) not in pages
    ]

    assert pages
    assert missing == []


def test_dropping_what_came_gives_the_old_words(gebouwd: Gebouwd) -> None:
    """Without labels and notes, and without every `ins`, the old onderdeel stands there."""
    texts = texts_of(gebouwd)
    wrong = [
        (key, first_difference(got, want))
        for key, page in onderdeel_pages(gebouwd).items()
        if (got := words_without(renvooi_of(page), "ins"))
        != (want := words_of(texts[key[0]].get(key[2], "")))
    ]

    assert wrong == []


def test_dropping_what_went_gives_the_new_words(gebouwd: Gebouwd) -> None:
    """And without every `del`, the new one."""
    texts = texts_of(gebouwd)
    wrong = [
        (key, first_difference(got, want))
        for key, page in onderdeel_pages(gebouwd).items()
        if (got := words_without(renvooi_of(page), "del"))
        != (want := words_of(texts[key[1]].get(key[2], "")))
    ]

    assert wrong == []


def first_difference(got: list[str], want: list[str]) -> str:
    """Where two lists of words part, with some words round it."""
    pairs = enumerate(itertools.zip_longest(got, want))
    at = next(index for index, (one, other) in pairs if one != other)
    start = max(0, at - 4)
    return f"{' '.join(got[start : at + 6])!r} in plaats van {' '.join(want[start : at + 6])!r}"


def test_side_by_side_holds_the_old_words_too(gebouwd: Gebouwd) -> None:
    """The old side that stands beside a changed element has no word that only came."""
    wrong = [
        key
        for key, page in onderdeel_pages(gebouwd).items()
        if page.tree.xpath("//*[contains(@class, 'stuk__oud')]//ins")
    ]

    assert wrong == []


def test_every_marker_has_its_note(gebouwd: Gebouwd) -> None:
    """Numbers run from 1, once in the text and once in the notes, which lead to each other."""
    for page in onderdeel_pages(gebouwd).values():
        ids = page.ids
        places = [i for i in ids if i.startswith("plek-")]
        notes = [i for i in ids if i.startswith("noot-")]

        assert sorted(places) == sorted(f"plek-{n}" for n in range(1, len(places) + 1))
        assert notes == [f"noot-{n}" for n in range(1, len(places) + 1)]


def test_numbers_rise_as_one_reads(gebouwd: Gebouwd) -> None:
    """What happened to a whole block has its number before the block's own words."""
    for page in onderdeel_pages(gebouwd).values():
        marks = renvooi_of(page).xpath(".//a[starts-with(@id, 'plek-')]/@id")
        numbers = [int(str(mark).removeprefix("plek-")) for mark in marks]

        assert numbers == sorted(numbers), page.uri


def test_every_mark_names_its_note(gebouwd: Gebouwd) -> None:
    """So that a choice of notes can find the words; both ends of a move on one page too."""
    for page in onderdeel_pages(gebouwd).values():
        text = renvooi_of(page)
        notes = {i.removeprefix("noot-") for i in page.ids if i.startswith("noot-")}
        named = {n for names in text.xpath(".//@data-noot") for n in str(names).split()}
        loose = text.xpath(
            ".//ins[normalize-space()][not(@data-noot or contains(@class, 'verplaatst-blok'))]"
            "[not(contains(@class, 'spatie'))]"
        )

        assert named == notes, page.uri
        assert loose == [], page.uri


def test_places_are_counted_alike_on_all_pages_of_a_pair(gebouwd: Gebouwd) -> None:
    """A place is what has a number in the text."""
    for (van, naar, slug), page in onderdeel_pages(gebouwd).items():
        count = sum(i.startswith("noot-") for i in page.ids)
        told = f"{count} plek" if count == 1 else f"{count} plekken"
        overview = gebouwd.page(f"vergelijk/{van}/{naar}/").tree
        (row,) = overview.xpath(f"//*[@data-plekken='{slug}']/ancestor::td")
        rows = overview.xpath(f"//details[@data-groep='{slug}']//tbody/tr")

        assert told in page.tree.xpath("string(//*[@class='paarstand'])"), page.uri
        assert row.text_content().startswith(told), page.uri
        assert len(rows) == count, page.uri


def test_what_was_not_done_stands_at_the_text(drenthe: Gebouwd) -> None:
    """In the version that was asked about, at the onderdeel that the point names."""
    niet_gedaan = {
        punt.id: f"versies/{zienswijze.versie}/{punt.plaats.onderdeel}/"
        for zienswijze in drenthe.dossier.project.zienswijzen
        for punt in zienswijze.punten
        if punt.uitkomst in NIET_GEDAAN and punt.plaats
    }

    assert niet_gedaan
    for punt_id, href in niet_gedaan.items():
        links = drenthe.page(href).tree.xpath("//*[starts-with(@id, 'gevraagd-')]//a/text()")
        assert punt_id in links, (punt_id, href)


def test_every_note_has_a_cause_or_says_that_it_has_none(gebouwd: Gebouwd) -> None:
    """Emphasis and punctuation alone may go without."""
    for (van, naar, slug), page in onderdeel_pages(gebouwd).items():
        onderdeel = gebouwd.dossier.vergelijking(van, naar).onderdeel(slug)
        assert onderdeel is not None
        notes = page.tree.xpath("//*[starts-with(@id, 'noot-')]")
        open_notes = [n for n in notes if "nog zonder herkomst" in n.text_content()]

        assert bool(open_notes) == (onderdeel.telling.zonder_herkomst > 0), page.uri
        for wijziging in onderdeel.wijzigingen:
            assert any(wijziging in note.text_content() for note in notes), page.uri


def test_was_wordt_list_leads_to_the_changed_words(gebouwd: Gebouwd) -> None:
    """Every line of the overview of a pair leads to its place in the text."""
    for van, naar in gebouwd.dossier.paren:
        base = f"vergelijk/{van}/{naar}/"
        places = {link for link in gebouwd.links(base) if "/#p-" in link}

        assert places, base
        for link in places:
            address, _, anchor = link.partition("#")
            assert anchor in gebouwd.page(address).ids


def test_chooser_offers_every_pair(gebouwd: Gebouwd) -> None:
    """Without JavaScript, as links."""
    offered = gebouwd.links("vergelijk/")

    assert {f"vergelijk/{van}/{naar}/#" for van, naar in gebouwd.dossier.paren} <= offered


def test_changes_that_cancelled_are_listed(werkversie: Gebouwd) -> None:
    """A sentence went in 0.3 and came back in 0.4."""
    links = werkversie.links("vergelijk/2025-06-consultatieversie/2026-01-ter-vaststelling/")

    assert {"wijzigingen/w-004/#", "wijzigingen/w-006/#"} <= links
    assert "weer teruggedraaid" in werkversie.main(
        "vergelijk/2025-06-consultatieversie/2026-01-ter-vaststelling/"
    )
