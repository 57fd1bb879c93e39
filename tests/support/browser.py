"""Pages in a real Chromium, watched: a page that fails or calls elsewhere fails its test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Locator, Page, Request

DESKTOP = 1280
PHONE = 390
HEIGHT = 900

PATIENCE = 5_000
"""Milliseconds to wait for something that should be there."""

WITHIN = ("data:", "blob:")
"""How an address starts that asks nobody."""

LONG = 60_000
"""As PATIENCE, for a walk over every kind of page on a machine that does more at once."""


@dataclass
class Visit:
    """One browser window on the site, with the errands that people do in it."""

    page: Page
    address: str
    faults: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        """Go to a page of the site, which must exist."""
        response = self.page.goto(f"{self.address}{path}")
        assert response is not None
        assert response.ok, f"{path} geeft {response.status}"

    def follow(self, link: Locator) -> None:
        """Click a link as a person would: open the folds that hide it, if any do."""
        link = link.first
        link.wait_for(state="attached")
        folded = link.locator("xpath=ancestor::details[not(@open)]")
        while folded.count() and (summary := folded.first.locator("> summary")).is_visible():
            summary.click()
        link.click()
        self.page.wait_for_load_state()

    @property
    def path(self) -> str:
        """The path of the page that is shown."""
        return self.page.url.removeprefix(self.address).partition("#")[0]


@contextmanager
def visiting(browser: Browser, address: str, *, width: int, javascript: bool) -> Iterator[Visit]:
    """A window on the site at `address`; at the end its faults must be none."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT},
        java_script_enabled=javascript,
        locale="nl-NL",
        reduced_motion="reduce",
    )
    try:
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        visit = Visit(page, address)
        _watch(visit)
        yield visit
    finally:
        context.close()
    assert visit.faults == []


def _watch(visit: Visit) -> None:
    """Note every script error, every file that is missing, and every call to another host.

    Calls are watched and not held up: that would keep the browser from keeping files.
    """

    def only_here(request: Request) -> None:
        if not request.url.startswith((visit.address, *WITHIN)):
            visit.faults.append(f"vraagt om {request.url}")

    visit.page.on("request", only_here)
    visit.page.on("pageerror", lambda error: visit.faults.append(f"fout in script: {error}"))
    visit.page.on(
        "console",
        lambda message: (
            visit.faults.append(f"op de console: {message.text}")
            if message.type == "error"
            else None
        ),
    )
