"""The choice whose changes to see, and the circle from a change to its points and back."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.support.browser import DESKTOP, Visit, visiting

pytestmark = pytest.mark.browser

PAIR = "/vergelijk/2025-11-consultatieversie/2026-04-ter-vaststelling/"
ONDERDEEL = f"{PAIR}samen-uitvoeren/"
SHOWN = "[data-renvooi] .noot:visible"
MARKED = "[data-renvooi] :is(ins, del)[data-noot]:visible:not(.terzijde):not(.stuk__oud *)"


@pytest.fixture
def wide(browser: Browser, site_url: str) -> Iterator[Visit]:
    """A window wide enough for two columns."""
    with visiting(browser, site_url, width=DESKTOP, javascript=True) as visit:
        yield visit


def choose_indiener(visit: Visit) -> tuple[str, int]:
    """Choose the indiener with most places of the first page; its name and how many."""
    visit.page.get_by_text("Kies welke wijzigingen u ziet").click()
    labels = visit.page.locator("label:has(input[name=indiener])")
    counts = [int(label.locator("[data-filter-telling]").inner_text()) for label in labels.all()]
    label = labels.nth(counts.index(max(counts)))
    label.locator("input").check()
    return label.locator("span").first.inner_text().strip(), max(counts)


def total_of(visit: Visit) -> int:
    """How many places the page has."""
    return visit.page.locator("[data-renvooi] .noot").count()


def seen(visit: Visit) -> dict[str, object]:
    """What a reader sees of the choice."""
    page = visit.page
    return {
        "noten": page.locator(SHOWN).evaluate_all("notes => notes.map(note => note.id)"),
        "vouwen": page.locator(".keuze__regel").all_inner_texts(),
        "stand": page.locator("[data-keuze-stand]").inner_text(),
        "adres": page.url,
    }


def test_choice_of_an_indiener_lasts_over_a_reload(visit: Visit) -> None:
    """Only its places stay marked; the address says so, and shows the same again."""
    visit.open(ONDERDEEL)
    total = total_of(visit)
    name, count = choose_indiener(visit)

    stand = visit.page.locator("[data-keuze-stand]")
    expect(stand).to_contain_text(f"{count} van {total} plekken getoond.")
    expect(stand).to_contain_text(f"Gekozen: {name}.")
    expect(stand).to_contain_text(f"{total - count} andere plek")
    expect(visit.page.locator(SHOWN)).to_have_count(count)
    assert "?indiener=" in visit.page.url

    before = seen(visit)
    visit.page.reload()
    expect(visit.page.locator(SHOWN)).to_have_count(count)
    assert seen(visit) == before


def test_what_is_not_chosen_is_exact_but_not_marked(visit: Visit) -> None:
    """Its words stay in the text; what went stays struck through; every mark has its note."""
    visit.open(ONDERDEEL)
    before = visit.page.locator("[data-renvooi]").evaluate(WORDS)
    choose_indiener(visit)

    numbers = visit.page.locator(SHOWN).evaluate_all("n => n.map(e => e.id.slice(5))")
    marked = visit.page.locator(MARKED).evaluate_all("e => e.map(m => m.dataset.noot)")
    assert set(marked) == set(numbers)
    quiet = visit.page.locator("del.terzijde").first
    assert "line-through" in quiet.evaluate("e => getComputedStyle(e).textDecorationLine")
    assert visit.page.locator("[data-renvooi]").evaluate(WORDS) == before


WORDS = """root => {
  const copy = root.cloneNode(true);
  copy.querySelectorAll('[data-bij]').forEach(e => e.remove());
  return copy.textContent.split(/\\s+/).join(' ');
}"""


def test_folded_text_counts_right_and_unfolds(visit: Visit) -> None:
    """The folds say how many paragraphs they hold; a click shows them."""
    visit.open(ONDERDEEL)
    choose_indiener(visit)
    hidden = visit.page.locator("[data-renvooi] .stuk[hidden]")
    folds = visit.page.locator(".keuze__regel button")
    told = [int(text.split()[0].lstrip("▸ ")) for text in folds.all_inner_texts()]

    assert sum(told) == hidden.count() > 0
    folds.first.click()
    expect(folds.first).to_have_attribute("aria-expanded", "true")
    expect(hidden).to_have_count(sum(told) - told[0])


def test_keys_walk_only_the_chosen_places(visit: Visit) -> None:
    """And the toolbar counts them."""
    visit.open(ONDERDEEL)
    _, count = choose_indiener(visit)
    numbers = visit.page.locator(SHOWN).evaluate_all("n => n.map(e => e.id.slice(5))")
    visit.page.locator("main h1").click()

    for at, number in enumerate(numbers, 1):
        visit.page.keyboard.press("j")
        expect(visit.page.locator(f"#plek-{number}")).to_be_focused()
        expect(visit.page.locator(".werkbalk__stand")).to_have_text(f"plek {at} van {count}")
    visit.page.keyboard.press("j")
    expect(visit.page.locator(f"#plek-{numbers[-1]}")).to_be_focused()


def test_choice_goes_along_from_the_overview(visit: Visit) -> None:
    """The list shows its rows only, counts per onderdeel, and the next page knows the choice."""
    visit.open(PAIR)
    _, count = choose_indiener(visit)
    rows = visit.page.locator(".waswordt tbody tr:not([hidden])")
    expect(rows).to_have_count(count)

    link = visit.page.locator(".paaronderdelen tr", has_text=re.compile(r"[1-9]\d* van")).first
    told = int((link.locator("td").nth(1).inner_text()).split()[0])
    visit.follow(link.locator("a"))
    assert "?indiener=" in visit.page.url
    expect(visit.page.locator(SHOWN)).to_have_count(told)


def test_choice_that_an_onderdeel_lacks_marks_nothing(visit: Visit) -> None:
    """Instead of showing everything as if nothing had been chosen."""
    visit.open(f"{ONDERDEEL}?indiener=voorbeeldraad-elders")

    expect(visit.page.locator(SHOWN)).to_have_count(0)
    expect(visit.page.locator("[data-keuze-stand]")).to_contain_text("0 van")
    visit.page.get_by_role("button", name="Wis keuze").click()
    expect(visit.page.locator(SHOWN)).to_have_count(total_of(visit))
    assert "?" not in visit.page.url


def test_choice_holds_side_by_side(wide: Visit) -> None:
    """The old side steps back too."""
    wide.open(ONDERDEEL)
    choose_indiener(wide)
    wide.page.get_by_label("Naast elkaar").check()

    old = wide.page.locator(".stuk__oud:visible del[data-noot]")
    numbers = set(wide.page.locator(SHOWN).evaluate_all("n => n.map(e => e.id.slice(5))"))
    for mark in old.all():
        chosen = mark.get_attribute("data-noot") in numbers
        assert ("terzijde" in (mark.get_attribute("class") or "")) != chosen


def test_without_javascript_everything_reads(visit_no_js: Visit) -> None:
    """No filter is offered; the same lists stand on the overview as links."""
    visit_no_js.open(ONDERDEEL)
    expect(visit_no_js.page.locator("form.keuze")).to_be_hidden()
    expect(visit_no_js.page.locator(SHOWN)).to_have_count(total_of(visit_no_js))
    visit_no_js.follow(visit_no_js.page.locator('.lees__links a[href$="#lijsten"]'))
    assert visit_no_js.path == PAIR

    lists = visit_no_js.page.locator("section[aria-labelledby=lijsten]")
    link = lists.locator('a[href*="samen-uitvoeren/#p-"]').first
    visit_no_js.follow(link)
    place = visit_no_js.page.url.partition("#")[2]
    expect(visit_no_js.page.locator(f'[id="{place}"]')).to_be_in_viewport()


def test_what_was_not_done_can_be_read_at_its_paragraph(visit_no_js: Visit) -> None:
    """From the count at the top of the text that counts to the question and its answer."""
    visit_no_js.open("/regiovisie/uitgangspunten/")
    visit_no_js.follow(visit_no_js.page.locator(".gevraagd-telling a"))
    vraag = visit_no_js.page.locator("#gevraagd-1")
    expect(vraag.locator("> summary")).to_be_in_viewport()
    vraag.locator("> summary").click()
    expect(vraag.get_by_text("Gevraagd:").first).to_be_visible()
    expect(vraag.get_by_text("Antwoord").first).to_be_visible()


# --- the circle


def test_random_changes_lead_to_each_point_and_back(visit: Visit) -> None:
    """Three changes with points; SEED=… takes others."""
    seed = int(os.environ.get("SEED", "1"))
    visit.open("/wijzigingen/")
    links: list[str] = visit.page.evaluate(CHANGES)
    picked = random.Random(seed).sample(sorted(set(links)), 3)

    for change in picked:
        visit.open(change)
        points = visit.page.locator('main article.punt .punt__kop a[href*="#zw-"]').evaluate_all(
            "links => [...new Set(links.map(a => new URL(a.href).pathname + new URL(a.href).hash))]"
        )
        for point in points:
            visit.open(change)
            name = change.strip("/").rpartition("/")[2]
            anchor = point.partition("#")[2]
            visit.follow(
                visit.page.locator(f'.punt__kop a[href$="{point.partition("/zienswijzen/")[2]}"]')
            )
            article = visit.page.locator(f'[id="{anchor}"]')
            expect(article).to_be_in_viewport()
            visit.follow(article.locator(f'a[href$="wijzigingen/{name}/"]'))
            assert visit.path == change


CHANGES = """() => [...document.querySelectorAll('main a[href*="w-"]')]
  .map(a => new URL(a.href).pathname).filter(p => /\\/wijzigingen\\/w-\\d+\\/$/.test(p))"""
