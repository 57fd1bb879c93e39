"""The nota in the built site: every point and every change is found, in each of its orders."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from regiovisie.herkomst.boekhouding import boekhouding
from regiovisie.registers import Wijziging

from tests.site.conftest import Gebouwd

PAGES = ("ambtshalve", "antwoorden", "inlichtingen", "staat-van-wijzigingen", "volledig")


def anchor(punt_id: str) -> str:
    """The id of a point as the id of an element."""
    return punt_id.lower().replace(".", "-")


def punt_ids(gebouwd: Gebouwd) -> list[str]:
    """Every point of the project."""
    return [punt.id for z in gebouwd.dossier.project.zienswijzen for punt in z.punten]


def test_every_point_has_one_row_in_the_nota(gebouwd: Gebouwd) -> None:
    """On the pages per onderdeel; and one on the page that holds all."""
    rows: Counter[str] = Counter()
    for uri, page in gebouwd.pages.items():
        if uri.startswith("nota/") and uri != "nota/volledig/index.html":
            rows.update(set(page.ids) & {anchor(p) for p in punt_ids(gebouwd)})
    whole = gebouwd.page("nota/volledig/").ids

    assert rows == Counter(anchor(p) for p in punt_ids(gebouwd))
    assert {anchor(p) for p in punt_ids(gebouwd)} <= set(whole)


def test_index_leads_every_submitter_to_its_answers(gebouwd: Gebouwd) -> None:
    """Each point of each zienswijze is a link to its row."""
    fragments = {link.partition("#")[2] for link in gebouwd.links("nota/")}

    assert {anchor(p) for p in punt_ids(gebouwd)} <= fragments


def test_row_of_a_point_names_its_changes(gebouwd: Gebouwd) -> None:
    """All of them, and no other."""
    pages = {uri: page.tree for uri, page in gebouwd.pages.items() if uri.startswith("nota/")}
    rows = [(uri, row) for uri, tree in pages.items() for row in tree.xpath("//tr[@id]")]

    assert {row.get("id") for _, row in rows} >= {anchor(p) for p in punt_ids(gebouwd)}
    for uri, row in rows:
        *_, cell = row.iter("td")
        named = {w.id for w in gebouwd.dossier.wijzigingen if asked_by(w, row.get("id"))}
        assert set(cell.xpath(".//a/text()")) == named, (uri, row.get("id"))


def asked_by(wijziging: Wijziging, row: str) -> bool:
    """Whether the point of a row asked for a change."""
    return row in {anchor(punt) for punt in wijziging.punten}


def test_staat_names_every_change_of_its_step(gebouwd: Gebouwd) -> None:
    """In the order of the text, and in the nota that holds all."""
    whole = gebouwd.links("nota/volledig/")
    for van, naar in gebouwd.dossier.stappen:
        links = gebouwd.links(f"nota/staat-van-wijzigingen/{naar}/")
        for name in gebouwd.dossier.vergelijking(van, naar).wijzigingen:
            assert f"wijzigingen/{name.lower()}/#" in links, name
            assert f"wijzigingen/{name.lower()}/#" in whole, name


def test_changes_without_request_are_all_told(gebouwd: Gebouwd) -> None:
    """With the reason, where it is more than language; and no other change stands there."""
    text = gebouwd.main("nota/ambtshalve/")
    for wijziging in gebouwd.dossier.wijzigingen:
        own = wijziging.herkomst in ("ambtshalve", "wetswijziging", "redactioneel")
        assert (f"{wijziging.id} " in text) == own, wijziging.id
        if wijziging.herkomst in ("ambtshalve", "wetswijziging"):
            assert " ".join((wijziging.toelichting or "").split()) in text


def test_nota_van_inlichtingen_explains_its_name(gebouwd: Gebouwd) -> None:
    """The word means something else to who buys."""
    assert "bij inkoop een andere betekenis" in gebouwd.main("nota/inlichtingen/")


def test_every_page_of_the_nota_is_reached_from_its_opening(gebouwd: Gebouwd) -> None:
    """In one step, but for those of the staat and further pages of an onderdeel."""
    links = gebouwd.links("nota/")
    slugs = {
        punt.plaats.onderdeel if punt.plaats else "het-geheel"
        for z in gebouwd.dossier.project.zienswijzen
        for punt in z.punten
    }
    expected = {f"nota/{slug}/#" for slug in slugs} | {"nota/volledig/#", "nota/inlichtingen/#"}

    assert expected <= links
    assert {f"nota/{name}/index.html" for name in PAGES} <= set(gebouwd.pages)


# --- the register of changes


def test_books_on_the_page_are_those_of_the_project(gebouwd: Gebouwd) -> None:
    """The last row of the table adds up to all places, and open places are linked."""
    totaal = boekhouding(gebouwd.dossier).totaal
    page = gebouwd.page("wijzigingen/").tree
    cells = [int(c.text_content()) for c in page.xpath("//table//tr[last()]/td")]

    assert cells[-1] == totaal.plekken == sum(cells[:-1])
    assert cells[-3] == totaal.zonder_herkomst
    opened = page.xpath("//details[contains(., 'zonder herkomst')]//li/a/@href")
    assert len(opened) == totaal.zonder_herkomst


def test_claims_of_whole_sections_are_listed(gebouwd: Gebouwd) -> None:
    """So that they cannot hide work."""
    whole = [w.id for w in gebouwd.dossier.wijzigingen if gebouwd.dossier.is_whole_section(w.id)]
    text = gebouwd.main("wijzigingen/")

    assert not whole or f"Het zijn: {', '.join(whole)}." in text


def test_groups_of_changes_are_pages(gebouwd: Gebouwd) -> None:
    """By herkomst each change stands on one; nothing needs a script."""
    rows: Counter[str] = Counter()
    for uri, page in gebouwd.pages.items():
        if uri.startswith("wijzigingen/herkomst/"):
            rows.update(page.tree.xpath("//li[@data-herkomst]/p[1]/a/text()"))

    assert rows == Counter(w.id for w in gebouwd.dossier.wijzigingen)


def test_change_leads_to_its_neighbours(gebouwd: Gebouwd) -> None:
    """From the first to the last."""
    ids = [w.id.lower() for w in gebouwd.dossier.wijzigingen]
    for one, other in pairwise(ids):
        assert f"wijzigingen/{other}/#" in gebouwd.links(f"wijzigingen/{one}/")
        assert f"wijzigingen/{one}/#" in gebouwd.links(f"wijzigingen/{other}/")


# --- pictures


def test_pictures_have_a_name_and_a_table(gebouwd: Gebouwd) -> None:
    """Read aloud by title and description; the numbers stand in a real table."""
    page = gebouwd.page("in-beeld/").tree
    figures = page.xpath("//figure")

    assert figures
    for figure in figures:
        assert figure.xpath(".//svg[@role='img'][title][desc]")
        (fold,) = figure.xpath("./following-sibling::*[1][self::details]")
        assert fold.xpath(".//table[caption]//th[@scope='row']")
        assert figure.xpath("./figcaption")


def test_pictures_carry_no_style_of_their_own(gebouwd: Gebouwd) -> None:
    """A strict policy of content allows classes and shapes only."""
    page = gebouwd.page("in-beeld/").tree

    assert not page.xpath("//svg//@style | //svg//@onclick | //svg//script | //svg//style")
