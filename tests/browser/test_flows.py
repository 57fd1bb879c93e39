"""The errands that people come for, in a real browser, as wide as a desktop and as a phone."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.support.browser import PHONE, Visit, visiting

pytestmark = pytest.mark.browser

VAN = "2025-11-consultatieversie"
NAAR = "2026-04-ter-vaststelling"
PAIR = f"/vergelijk/{VAN}/{NAAR}/"
STEP = "/vergelijk/2025-07-inspraakversie/2025-11-consultatieversie/"

WIJZIGING = 'a[href*="wijzigingen/w-"]'
PUNT = 'a[href*="zienswijzen/zw-"]'
WAAROM = "Wat is hier veranderd en waarom?"


@pytest.fixture
def phone(browser: Browser, site_url: str) -> Iterator[Visit]:
    """A window as wide as a phone."""
    with visiting(browser, site_url, width=PHONE, javascript=True) as visit:
        yield visit


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/regiovisie/uitgangspunten/",
        "/vergelijk/",
        PAIR,
        f"{PAIR}pijlers/",
        "/zienswijzen/",
        "/raadsbesluiten/",
        "/nota/",
        "/in-beeld/",
        "/wijzigingen/",
        "/geschiedenis/",
    ],
)
def test_a_page_fits_its_window(visit: Visit, path: str) -> None:
    """No page has to be scrolled sideways."""
    visit.open(path)

    overflow = visit.page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )

    assert overflow <= 0


# --- a council member: what changed since the version that I saw, and why?


def test_raadslid_goes_from_change_to_zienswijze_and_back(visit: Visit) -> None:
    """Compares 0.2 with 0.4, reads why a word changed, and finds the same word again."""
    raadslid_compares_and_asks_why(visit)


def test_raadslid_needs_no_javascript(visit_no_js: Visit) -> None:
    """The whole errand works with JavaScript off."""
    raadslid_compares_and_asks_why(visit_no_js)


def raadslid_compares_and_asks_why(visit: Visit) -> None:
    """From the start page to a changed word, its cause, the letter behind it, and back."""
    visit.open("/")
    visit.follow(visit.page.locator('main a[href$="vergelijk/"]'))
    visit.follow(visit.page.locator(f'main a[href$="{VAN}/{NAAR}/"]'))
    assert visit.path == PAIR

    visit.follow(main_link(visit, re.compile("Uitgangspunten")))
    assert visit.path == f"{PAIR}uitgangspunten/"
    expect(visit.page.locator("[data-renvooi] ins:visible").first).to_be_visible()

    note = follow_marker_to_note(visit)
    wijziging = (note.locator(WIJZIGING).first.text_content() or "").strip()
    visit.follow(note.locator(WIJZIGING))
    assert visit.path == f"/wijzigingen/{wijziging.lower()}/"

    visit.follow(visit.page.locator(f"main {PUNT}"))
    assert re.fullmatch(r"/zienswijzen/zw-\d+/", visit.path)

    punt = visit.page.locator("article.punt").filter(
        has=visit.page.locator(f'a[href*="wijzigingen/{wijziging.lower()}/"]')
    )
    visit.follow(punt.locator('a[href*="vergelijk/"][href*="#p-"]'))
    arrived_at_changed_words(visit, wijziging)


def follow_marker_to_note(visit: Visit) -> Locator:
    """Click the number of the first change with a zienswijze behind it; gives its note."""
    note = visit.page.locator('[id^="noot-"]').filter(has=visit.page.locator(PUNT)).first
    number = (note.get_attribute("id") or "").removeprefix("noot-")
    visit.follow(visit.page.locator(f'[id="plek-{number}"]'))
    assert visit.page.url.endswith(f"#noot-{number}")
    expect(note).to_be_in_viewport()
    return note


def arrived_at_changed_words(visit: Visit, wijziging: str) -> None:
    """The address names a place on a comparison page, and that place is on the screen."""
    place = visit.page.url.partition("#")[2]
    target = visit.page.locator(f'[id="{place}"]')
    assert visit.path.startswith("/vergelijk/")
    expect(target).to_have_count(1)
    expect(target).to_be_in_viewport()
    causes = visit.page.locator("[data-renvooi] .oorzaak a", has_text=wijziging)
    expect(causes.first).to_be_attached()


def test_chooser_has_two_lists_with_javascript(visit: Visit) -> None:
    """Whatever the order in which they are chosen, old stands before new."""
    visit.open("/vergelijk/")
    visit.page.get_by_label("Oude versie").select_option(VAN)
    visit.page.get_by_label("Nieuwe versie").select_option(NAAR)
    with visit.page.expect_navigation():
        visit.page.get_by_role("button", name="Vergelijk").click()

    assert visit.path == PAIR


def test_old_and_new_can_stand_side_by_side(visit_no_js: Visit) -> None:
    """Without JavaScript; on a phone the text stays in one column."""
    visit_no_js.open(f"{PAIR}uitgangspunten/")
    choice = visit_no_js.page.get_by_label("Naast elkaar")
    old = visit_no_js.page.locator(".stuk__oud").first
    expect(old).to_be_hidden()

    if choice.is_visible():
        choice.check()
        expect(old).to_be_visible()
        assert old.locator("ins").count() == 0


def test_next_change_is_one_key_away(visit: Visit) -> None:
    """The key j goes to the next change, k to the one before."""
    visit.open(f"{PAIR}uitgangspunten/")
    for key, number in (("j", 1), ("j", 2), ("k", 1)):
        visit.page.keyboard.press(key)
        expect(visit.page.locator(f"#plek-{number}")).to_be_focused()
        expect(visit.page.locator(f"#plek-{number}")).to_be_in_viewport()


# --- an inhabitant: what does it say, and why did it change?


def test_inwoner_reads_on_a_phone(phone: Visit) -> None:
    """Opens an onderdeel, and at a paragraph what changed there and why."""
    phone.open("/")
    phone.follow(phone.page.locator('main a[href$="regiovisie/"]'))
    phone.follow(main_link(phone, re.compile("Uitgangspunten")))
    assert phone.path == "/regiovisie/uitgangspunten/"

    why = phone.page.locator("details").filter(has=phone.page.get_by_text(WAAROM, exact=True)).first
    words = why.get_by_role("link", name="Bekijk de woorden").first
    expect(words).to_be_hidden()
    why.locator("> summary").click()
    expect(words).to_be_visible()
    expect(why.locator(WIJZIGING).first).to_be_visible()

    phone.follow(words)
    place = phone.page.url.partition("#")[2]
    expect(phone.page.locator(f'[id="{place}"]')).to_be_in_viewport()


def test_inwoner_needs_no_javascript(visit_no_js: Visit) -> None:
    """What folds, folds without scripts."""
    visit_no_js.open("/regiovisie/uitgangspunten/")
    why = visit_no_js.page.get_by_text(WAAROM, exact=True).first
    why.click()

    folded = visit_no_js.page.locator("details[open]").filter(has=why)
    expect(folded.locator(WIJZIGING).first).to_be_visible()


# --- whoever uses the keyboard


def test_first_stop_of_the_keyboard_is_the_way_to_the_text(visit: Visit) -> None:
    """A link past the menu, visible when it has the focus, that does what it says."""
    visit.open("/regiovisie/uitgangspunten/")
    visit.page.keyboard.press("Tab")

    focused = visit.page.locator(":focus")
    expect(focused).to_have_text("Naar de inhoud")
    expect(focused).to_be_in_viewport()
    visit.page.keyboard.press("Enter")
    expect(visit.page.locator("main")).to_be_focused()


@pytest.mark.parametrize("path", ["/vergelijk/", f"{STEP}uitgangspunten/"])
def test_the_keyboard_reaches_everything(visit: Visit, path: str) -> None:
    """Every link, button and fold that is shown gets the focus, in the order of the page."""
    visit.open(path)
    expected: list[int] = visit.page.evaluate(NUMBER_STOPS)
    reached: list[int] = []
    for _ in range(len(expected) + 2):
        visit.page.keyboard.press("Tab")
        at = visit.page.evaluate("document.activeElement?.dataset?.halte ?? ''")
        if at == "" or int(at) in reached:
            break
        reached.append(int(at))

    assert expected
    assert reached == expected


NUMBER_STOPS = """() => {
  const shown = [...document.querySelectorAll('a[href], button, select, input, summary')]
    .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled)
    .filter(e => e.type !== 'radio' || e.checked);
  shown.forEach((e, i) => { e.dataset.halte = i; });
  return shown.map((_, i) => i);
}"""


def main_link(visit: Visit, name: re.Pattern[str]) -> Locator:
    """The first link with these words in the main part of the page."""
    return visit.page.locator("main").get_by_role("link", name=name).first
