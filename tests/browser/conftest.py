"""What the tests in a browser share: one page of every kind, and figures to tell at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.paginas import Soort, soorten

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.support.browser import Visit

CIJFERS = pytest.StashKey[list[str]]()


@pytest.fixture(scope="session", name="soorten")
def _soorten(root: Path, built_site: Path) -> tuple[Soort, ...]:
    """The fullest page of every kind."""
    return soorten(root, built_site)


@pytest.fixture
def phone(browser: Browser, site_url: str) -> Iterator[Visit]:
    """A window as wide as a phone."""
    from tests.support.browser import PHONE, visiting

    with visiting(browser, site_url, width=PHONE, javascript=True) as visit:
        yield visit


@pytest.fixture(scope="session")
def cijfers(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Tells a line of figures when all tests are done, also when they pass."""
    return request.config.stash.setdefault(CIJFERS, []).append


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Show the figures."""
    lines = config.stash.get(CIJFERS, [])
    if lines:
        terminalreporter.section("cijfers")
    for line in lines:
        terminalreporter.write_line(line)
