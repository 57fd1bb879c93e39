"""The register of zienswijzen in a real browser: filter and search that stand in the address,
and the same groups as pages without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from scripts.webserver import serving
from tests.support.browser import DESKTOP, Visit, visiting
from tests.support.project import WERKVERSIE_PROJECT

pytestmark = pytest.mark.browser

REGISTER = "/zienswijzen/"
KENMERKEN = ("soort", "uitkomst", "onderdeel", "thema", "indiener", "ronde")
"""What has a static page per group that lists exactly the points of that group."""
ROWS = "[data-filter-groep]:not([hidden]) [data-filter-lijst] > li:not([hidden])"
SEARCH = "Zoek in punten en antwoorden"


@pytest.fixture
def wide(browser: Browser, site_url: str) -> Iterator[Visit]:
    """A window on the site."""
    with visiting(browser, site_url, width=DESKTOP, javascript=True) as visit:
        yield visit


@pytest.fixture
def wide_no_js(browser: Browser, site_url: str) -> Iterator[Visit]:
    """A window on the site, with JavaScript off."""
    with visiting(browser, site_url, width=DESKTOP, javascript=False) as visit:
        yield visit


@pytest.fixture
def large(browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Visit]:
    """A window on a site whose register leaves its points to the pages of the rondes."""
    from regiovisie import site
    from regiovisie.render.views import register_rondes

    monkeypatch.setattr(register_rondes, "VOL", 0)
    site.build(WERKVERSIE_PROJECT, tmp_path, False)
    with (
        serving(tmp_path) as address,
        visiting(browser, address, width=DESKTOP, javascript=True) as visit,
    ):
        yield visit


def test_filter_survives_a_reload(visit: Visit) -> None:
    """By indiener and by words: the address says it all, so a reload shows the same rows."""
    visit.open(REGISTER)
    every = points(visit)
    choose(visit, "Indiener", 2)
    expect(visit.page).to_have_url(re.compile(r"\?indiener=[a-z0-9-]+$"))
    chosen = points(visit)
    visit.page.get_by_label(SEARCH).fill("een")
    expect(visit.page).to_have_url(re.compile(r"[?&]zoek=een"))
    rows = points(visit)
    status = visit.page.get_by_role("status").text_content()

    visit.page.reload()

    assert points(visit) == rows
    assert set(rows) <= set(chosen) < set(every)
    expect(visit.page.get_by_role("status")).to_have_text(status or "")
    assert (status or "").startswith(f"{len(rows)} van {len(every)} punten getoond")


def test_search_minds_neither_case_nor_accents(wide: Visit) -> None:
    """All words must occur, in question, answer, name or number, in any order."""
    found = [searched(wide, words) for words in ("één zin", "EEN ZIN", "zin een", "Zín, ëen")]

    assert found[0]
    assert found == [found[0]] * 4
    assert searched(wide, "zw-12.3") == ["ZW-12.3"]
    assert searched(wide, "xyzzy") == []


def test_back_goes_to_the_choice_before(wide: Visit) -> None:
    """Each choice is a step; from a receipt one comes back to the same rows."""
    wide.open(REGISTER)
    every = points(wide)
    choose(wide, "Uitkomst", 0)
    first = points(wide)
    choose(wide, "Uitkomst", 1)
    both = points(wide)
    assert set(first) < set(both) < set(every)

    wide.follow(wide.page.locator(f"{ROWS} >> a").first)
    assert wide.path.startswith("/zienswijzen/zw-")
    wide.page.go_back()
    expect(wide.page.locator(ROWS)).to_have_count(len(both))
    wide.page.go_back()
    expect(wide.page.locator(ROWS)).to_have_count(len(first))
    wide.page.go_back()
    expect(wide.page.locator(ROWS)).to_have_count(len(every))
    expect(wide.page.locator("[data-filter] :checked")).to_have_count(0)


def test_count_beside_a_choice_is_what_it_gives(wide: Visit) -> None:
    """Also while something else is chosen."""
    wide.open(f"{REGISTER}?soort=adviesraad")
    box = wide.page.locator('label:has([name="uitkomst"][value="niet"])')
    count = int(box.locator("[data-filter-telling]").text_content() or "")

    box.locator("input").check()

    expect(wide.page.locator(ROWS)).to_have_count(count)
    assert count


def test_nothing_found_is_said(wide: Visit) -> None:
    """And one button shows everything again."""
    searched(wide, "xyzzy")
    expect(wide.page.get_by_role("status")).to_have_text(re.compile(r"^0 van \d+ punten getoond"))
    expect(wide.page.locator("section[data-filter-groep]:visible")).to_have_count(0)

    wide.page.get_by_role("button", name="Alle keuzes wissen").click()

    expect(wide.page.get_by_role("status")).to_be_empty()
    expect(wide.page.locator("section[data-filter-groep]:visible")).not_to_have_count(0)
    assert wide.path == REGISTER


def test_every_group_is_a_page_with_the_same_points(wide: Visit, wide_no_js: Visit) -> None:
    """What the filter gives with JavaScript, a page gives without."""
    wide.open(REGISTER)
    for kenmerk in KENMERKEN:
        codes = wide.page.locator(f'[name="{kenmerk}"]').evaluate_all("e => e.map(b => b.value)")
        assert codes, kenmerk
        for code in (codes[0], codes[-1]):
            wide.open(f"{REGISTER}?{kenmerk}={code}")
            page = f"indieners/{code}/" if kenmerk == "indiener" else f"per/{kenmerk}/{code}/"
            wide_no_js.open(f"/{page}" if kenmerk == "indiener" else f"{REGISTER}{page}")
            static = wide_no_js.page.locator('main a[href*="#zw-"]').all_text_contents()
            ids = {match[0] for text in static if (match := re.match(r"ZW-\d+\.\d+", text))}
            assert ids == set(points(wide)), (kenmerk, code)


def test_register_is_whole_without_javascript(wide_no_js: Visit) -> None:
    """No filter, but pages of groups, and each reaction unfolds to its points."""
    wide_no_js.open(REGISTER)
    expect(wide_no_js.page.locator("form")).to_be_hidden()
    fold = wide_no_js.page.locator("details:has([data-filter-lijst])").first
    point = fold.locator("li").first
    expect(point).to_be_hidden()

    fold.locator("summary").click()

    expect(point).to_be_visible()
    wide_no_js.follow(wide_no_js.page.get_by_role("link", name="thema", exact=True))
    wide_no_js.follow(wide_no_js.page.locator("main table a").first)
    expect(wide_no_js.page.locator(".puntrij").first).to_be_visible()


def test_large_register_reads_its_points_at_the_first_choice(large: Visit) -> None:
    """Until then they are not on the page; their links lead where they should."""
    large.open(REGISTER)
    expect(large.page.locator("[data-filter-lijst] > li")).to_have_count(0)

    large.page.get_by_label(SEARCH).fill("de")
    expect(large.page.get_by_role("status")).to_have_text(re.compile("getoond"))
    expect(large.page.locator(ROWS)).not_to_have_count(0)

    large.follow(large.page.locator(f"{ROWS} >> a").first)
    assert re.fullmatch(r"/zienswijzen/zw-\d+/", large.path)


def test_receipt_prints_on_few_pages(wide: Visit, built_site: Path) -> None:
    """One or two sheets for a usual letter, four at most for a long one."""
    counts = {
        page.parent.name: page.read_text(encoding="utf-8").count('<article class="punt')
        for page in sorted((built_site / "zienswijzen").glob("zw-*/index.html"))
    }
    thick = []
    for name, points in counts.items():
        if points < 5:
            continue
        wide.open(f"{REGISTER}{name}/")
        sheets = len(re.findall(rb"/Type\s*/Page\b", wide.page.pdf(format="A4")))
        assert sheets, name
        if sheets > (2 if points == 5 else 4):
            thick.append((name, points, sheets))

    assert thick == []


def test_receipt_on_paper_has_no_interface(wide: Visit) -> None:
    """The words of each change stand there in short, with the address of the change."""
    wide.open(f"{REGISTER}zw-12/")
    wide.page.emulate_media(media="print")

    expect(wide.page.locator("nav:visible")).to_have_count(0)
    expect(wide.page.locator(".fragment__tekst:visible")).to_have_count(0)
    expect(wide.page.locator(".fragment__kort:visible")).not_to_have_count(0)
    expect(wide.page.get_by_text("/zienswijzen/zw-12/").locator("visible=true")).to_have_count(1)


def choose(visit: Visit, kenmerk: str, number: int) -> None:
    """Tick a box, in the fold that holds it."""
    fold = visit.page.locator("details.zeef__groep").filter(
        has=visit.page.locator("summary").get_by_text(kenmerk, exact=True)
    )
    box = fold.get_by_role("checkbox", include_hidden=True).nth(number)
    if not box.is_visible():
        fold.locator("summary").click()
    box.check()


def searched(visit: Visit, words: str) -> list[str]:
    """What a search finds."""
    visit.open(REGISTER)
    visit.page.get_by_label(SEARCH).fill(words)
    expect(visit.page.get_by_role("status")).to_have_text(re.compile("getoond"))
    return points(visit)


def points(visit: Visit) -> list[str]:
    """The numbers of the points that the register shows, folded or not."""
    return visit.page.locator(f"{ROWS} >> .puntrij__nummer").all_text_contents()
