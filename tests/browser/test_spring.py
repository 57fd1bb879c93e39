"""From place to place on a page of a pair: a bar that stays in view, and keys."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.support.browser import DESKTOP, Visit

pytestmark = pytest.mark.browser

ONDERDEEL = "/vergelijk/2025-11-consultatieversie/2026-04-ter-vaststelling/samen-uitvoeren/"
STAND = ".werkbalk__stand"

COVERED = """(mark) => {
  const { left, top, width, height } = mark.getBoundingClientRect();
  const over = document.elementFromPoint(left + width / 2, top + height / 2);
  return over !== mark && !mark.contains(over);
}"""


def test_bar_stays_in_view_and_covers_no_place(visit: Visit) -> None:
    """Each place that it leads to can be seen, and so can the bar."""
    visit.open(ONDERDEEL)
    places = visit.page.locator("[data-renvooi] .noot").count()

    for number in range(1, places + 1):
        visit.page.get_by_role("button", name="Volgende").click()
        mark = visit.page.locator(f"#plek-{number}")
        expect(mark).to_be_focused()
        expect(mark).to_be_in_viewport()
        assert not mark.evaluate(COVERED)
        expect(visit.page.locator(STAND)).to_have_text(f"plek {number} van {places}")
        expect(visit.page.locator(STAND)).to_be_in_viewport()


def test_count_follows_who_scrolls(visit: Visit) -> None:
    """So that "next" is next from where the reader is."""
    visit.open(ONDERDEEL)
    places = visit.page.locator("[data-renvooi] .noot").count()
    stand = visit.page.locator(STAND)
    expect(stand).to_have_text(f"{places} plekken")

    visit.page.locator(f"#plek-{places}").evaluate("e => e.scrollIntoView({ block: 'start' })")
    expect(stand).to_have_text(f"plek {places} van {places}")
    visit.page.evaluate("scrollTo(0, 0)")
    expect(stand).to_have_text(f"{places} plekken")


def test_text_starts_on_the_first_screen_of_a_phone(phone: Visit) -> None:
    """What stands before it is short."""
    phone.open(ONDERDEEL)

    expect(phone.page.locator("[data-renvooi] > :first-child")).to_be_in_viewport()


def test_keys_can_be_switched_off(visit: Visit) -> None:
    """And stay off on the next page; on a phone, without keys, the switch is not shown."""
    visit.open(ONDERDEEL)
    switch = visit.page.get_by_label("Toetsen j en k")
    if visit.page.evaluate("innerWidth") < DESKTOP:
        expect(switch).to_be_hidden()
        return
    switch.uncheck()
    visit.page.reload()
    visit.page.locator("main h1").click()
    visit.page.keyboard.press("j")

    expect(visit.page.locator("#plek-1")).not_to_be_focused()
    expect(switch).not_to_be_checked()
