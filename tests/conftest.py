"""What any test may ask for: the built site, its address, and a browser to read it in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.support.html import Page, load_pages
from tests.support.hypothesis import steady
from tests.support.project import WERKVERSIE_PROJECT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.support.browser import Visit

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile("steady", steady)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of this repository, built once; by scripts/test.py, where that says so."""
    from regiovisie import site

    if built := os.environ.get("REGIOVISIE_SITE"):
        return Path(built)
    folder = tmp_path_factory.mktemp("site")
    site.build(ROOT, folder, False)
    return folder


@pytest.fixture(scope="session")
def small_build(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The small project with a werkversie and without an address, built once; and what it told."""
    from regiovisie import site

    folder = tmp_path_factory.mktemp("werkversie")
    return folder, site.build(WERKVERSIE_PROJECT, folder, False).text


@pytest.fixture(scope="session")
def html_pages(built_site: Path) -> dict[str, Page]:
    """Every HTML page of the built site, parsed, by its path in the site."""
    return load_pages(built_site)


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """The address of the built site, without a slash at its end."""
    from scripts.webserver import serving

    with serving(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium; tests that need one are left out where there is none."""
    from scripts.chromium import find_chromium, launched_chromium

    executable = find_chromium()
    if executable is None:
        pytest.skip("er is geen Chromium, Chrome of Edge op deze computer")
    with launched_chromium(executable) as browser:
        yield browser


@pytest.fixture(params=[1280, 390], ids=["desktop", "phone"])
def visit(browser: Browser, site_url: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A window on the site, once as wide as a desktop and once as a phone."""
    from tests.support.browser import visiting

    with visiting(browser, site_url, width=request.param, javascript=True) as visit:
        yield visit


@pytest.fixture(params=[1280, 390], ids=["desktop", "phone"])
def visit_no_js(browser: Browser, site_url: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """As visit, with JavaScript off."""
    from tests.support.browser import visiting

    with visiting(browser, site_url, width=request.param, javascript=False) as visit:
        yield visit
