"""What a first view weighs: people read this on a phone, on the way to a meeting.

How long a page takes is told and not tested: that depends on the machine.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from regiovisie import site

from scripts.webserver import serving
from tests.support.browser import DESKTOP, HEIGHT, PHONE
from tests.support.gewicht import DRAWN, KB, Gewicht, shift_by_late_fonts, weigh
from tests.support.paginas import Soort
from tests.support.scripts import load_script

pytestmark = pytest.mark.browser

MOST = 110 * KB
"""A first view: the page, its styles, scripts, fonts and pictures."""

MOST_SCRIPT = 40 * KB
MOST_REQUESTS = 20
STILL = 0.01
"""Less than this nobody sees move."""

ON_THE_WAY = frozenset(
    ("home.html", "onderdeel.html", "paar.html", "paar-onderdeel.html", "zienswijze.html")
)
"""What people open on a phone with a slow line."""

LONG_TEXT = frozenset(("nota-volledig.html", "nota-staat-stap.html", "onderdeel.html"))
"""Where one line that breaks at another word pushes much."""

MOST_COMPARISON = 45 * KB
"""The comparison of an onderdeel: the page and its scripts, so all but what every page shares."""

LONG = 1_500
"""Words of a long onderdeel."""


@pytest.fixture(scope="module")
def gewichten(
    browser: Browser,
    site_url: str,
    soorten: tuple[Soort, ...],
    cijfers: Callable[[str], None],
) -> list[tuple[Soort, Gewicht]]:
    """The fullest page of every kind, on a phone and on a desktop."""
    found = [
        (soort, weigh(browser, site_url, soort.path, width, slow=slow))
        for soort in soorten
        for width, slow in ((PHONE, soort.template in ON_THE_WAY), (DESKTOP, False))
    ]
    for _, gewicht in sorted(found, key=lambda pair: -pair[1].bytes):
        cijfers(str(gewicht))
    return found


def test_first_view_is_light(gewichten: list[tuple[Soort, Gewicht]]) -> None:
    """Of every kind of page, fonts and styles included."""
    heavy = [str(g) for _, g in gewichten if g.bytes > MOST]
    assert heavy == []


def test_little_of_it_is_script(gewichten: list[tuple[Soort, Gewicht]]) -> None:
    """And a page asks for few files, so that a slow line is not the wait of many turns."""
    assert [str(g) for _, g in gewichten if g.per_soort.get(".js", 0) > MOST_SCRIPT] == []
    assert [str(g) for _, g in gewichten if g.requests > MOST_REQUESTS] == []


def test_nothing_moves_while_a_page_comes_in(gewichten: list[tuple[Soort, Gewicht]]) -> None:
    """Not by fonts that come late, nor by what script adds; pictures keep their room."""
    moved = [f"{g.path} {g.width}: {g.moved}" for _, g in gewichten if g.shift >= STILL]
    assert moved == []
    assert [g.unsized for _, g in gewichten if g.unsized] == []


def test_no_font_is_asked_for_in_vain(gewichten: list[tuple[Soort, Gewicht]]) -> None:
    """What comes first is what the page is set in."""
    assert [(g.path, g.unused) for _, g in gewichten if g.unused] == []


def test_late_fonts_push_nothing(
    browser: Browser, site_url: str, soorten: tuple[Soort, ...]
) -> None:
    """A line that breaks at another word would move all that follows."""
    paths = [soort.path for soort in soorten if soort.template in LONG_TEXT]
    shifts = {
        (path, width): shift_by_late_fonts(browser, site_url, path, width)
        for path in paths
        for width in (PHONE, DESKTOP)
    }
    assert [where for where, shift in shifts.items() if shift >= STILL] == []


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_a_jump_through_the_whole_nota_lands(browser: Browser, site_url: str, width: int) -> None:
    """Chapters out of sight are not laid out yet; the link still leads to the top of one."""
    context = browser.new_context(viewport={"width": width, "height": HEIGHT})
    try:
        page = context.new_page()
        page.goto(f"{site_url}/nota/volledig/")
        links = page.locator(".nota-volledig__inhoud a").all()
        for link in (links[-1], links[len(links) // 2]):
            link.evaluate("link => link.click()")
            goal = page.locator(f"[id='{page.url.partition('#')[2]}']")
            page.wait_for_timeout(DRAWN)
            assert 0 <= goal.evaluate("goal => goal.getBoundingClientRect().top") < HEIGHT / 2
    finally:
        context.close()


def test_source_maps_stay_at_home(built_site: Path) -> None:
    """Neither the files nor the lines that ask for them."""
    texts = [path for path in built_site.rglob("*") if path.suffix in (".css", ".js")]
    assert texts
    assert list(built_site.rglob("*.map")) == []
    asking = [p for p in texts if "sourceMappingURL" in p.read_text(encoding="utf-8")]
    assert asking == []


@pytest.fixture
def long_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A made project with onderdelen of more than LONG words, built."""
    load_script("bench_site", monkeypatch)
    dossier = sys.modules["benchmark.dossier"]
    short = dossier._Maker.sentence
    monkeypatch.setattr(
        dossier._Maker, "sentence", lambda maker: " ".join(short(maker) for _ in range(3))
    )
    dossier.write_project(tmp_path / "project", dossier.Omvang(20, 120, 2), 1)
    site.build(tmp_path / "project", tmp_path / "site", False)
    return tmp_path


def test_comparison_of_a_long_onderdeel_is_light(
    browser: Browser, long_site: Path, cijfers: Callable[[str], None]
) -> None:
    """The onderdeel with most changes of those with 1,500 words or more."""
    newest = max((long_site / "project" / "versions").iterdir())
    words = {
        re.sub(r"^\d+-", "", path.stem): len(path.read_text(encoding="utf-8").split())
        for path in newest.glob("*.md")
    }
    pages = [
        page
        for page in (long_site / "site" / "vergelijk").glob("*/*/*/index.html")
        if words.get(page.parent.name, 0) >= LONG
    ]
    fullest = max(pages, key=lambda page: page.stat().st_size)
    path = f"/{fullest.parent.relative_to(long_site / 'site').as_posix()}/"

    with serving(long_site / "site") as address:
        gewicht = weigh(browser, address, path, PHONE, slow=True)

    cijfers(f"{words[fullest.parent.name]} woorden: {gewicht}")
    assert gewicht.per_soort[".html"] + gewicht.per_soort[".js"] <= MOST_COMPARISON
    assert gewicht.bytes <= MOST
    assert gewicht.shift < STILL
