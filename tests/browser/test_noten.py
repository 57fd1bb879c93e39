"""Notes at changes: beside the text at once, folded on a phone, and skipped by who wants to."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.support.browser import DESKTOP, PHONE, visiting
from tests.support.paginas import Soort

pytestmark = pytest.mark.browser

WHY = ".noot__waarom .oorzaak"


@pytest.fixture(scope="module")
def path(soorten: tuple[Soort, ...]) -> str:
    """The comparison of an onderdeel with most on it."""
    return next(soort.path for soort in soorten if soort.template == "paar-onderdeel.html")


def shown(page: Page) -> int:
    """How many reasons a reader sees."""
    return page.locator(f"{WHY}:visible").evaluate_all(
        "causes => causes.filter((c) => c.checkVisibility()).length"
    )


@pytest.mark.parametrize("javascript", [True, False])
def test_reasons_fold_on_a_phone_only(
    browser: Browser, site_url: str, path: str, javascript: bool
) -> None:
    """A line says the kind and opens the rest; beside the text and on paper all of it stands."""
    with visiting(browser, site_url, width=PHONE, javascript=javascript) as visit:
        visit.open(path)
        every = visit.page.locator(WHY).count()
        first = visit.page.locator(".noot__waarom > summary").first
        assert first.inner_text().startswith("Waarom: ")
        assert shown(visit.page) == 0
        first.click()
        assert 0 < shown(visit.page) < every

        visit.page.set_viewport_size({"width": DESKTOP, "height": 900})
        assert shown(visit.page) == every
        assert not first.is_visible()

        visit.page.set_viewport_size({"width": PHONE, "height": 900})
        visit.page.emulate_media(media="print")
        assert shown(visit.page) == every


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_skip_link_shows_where_the_keyboard_is(
    browser: Browser, site_url: str, path: str, width: int
) -> None:
    """Out of sight until it is reached; it leads to the next change."""
    with visiting(browser, site_url, width=width, javascript=True) as visit:
        visit.open(path)
        link = visit.page.get_by_role("link", name="Naar de volgende wijziging").first
        hidden = link.locator("xpath=..").bounding_box()
        link.focus()
        seen = link.bounding_box()
        assert hidden is not None
        assert seen is not None
        assert hidden["width"] <= 1
        assert seen["height"] >= 24
        visit.page.keyboard.press("Enter")
        assert visit.page.url.endswith("#plek-2")
