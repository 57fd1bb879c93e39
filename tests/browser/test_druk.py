"""What comes out of the printer: the text and its renvooi, and nothing of the interface."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.browser import DESKTOP, Visit, visiting

pytestmark = pytest.mark.browser

PAIR = "/vergelijk/2025-11-consultatieversie/2026-04-ter-vaststelling/"
PAGES = [
    "/",
    "/regiovisie/pijlers/",
    "/regiovisie/volledig/",
    f"{PAIR}",
    f"{PAIR}pijlers/",
    "/zienswijzen/zw-12/",
    "/wijzigingen/w-012/",
    "/nota/",
    "/raadsbesluiten/",
]
INTERFACE = "nav a, button, input, select, .kop .menu, .menu-smal, .kruimels, .voet, .werkbalk"
ANSWERS = "[class*='volledig__inhoud'] a"
"""Links in a table of contents: they belong to the paper."""


@pytest.fixture
def paper(browser: Browser, site_url: str) -> Iterator[Visit]:
    """A window that shows pages as they are printed."""
    with visiting(browser, site_url, width=DESKTOP, javascript=True) as visit:
        visit.page.emulate_media(media="print")
        yield visit


@pytest.mark.parametrize("path", PAGES)
def test_no_interface_is_printed(paper: Visit, path: str) -> None:
    """Menus, buttons, bars and forms are of no use on paper."""
    paper.open(path)
    shown = paper.page.locator(INTERFACE).evaluate_all(
        "(all, kept) => all.filter((e) => e.checkVisibility() && !e.matches(kept))"
        ".map((e) => e.outerHTML.slice(0, 80))",
        ANSWERS,
    )
    assert shown == []


@pytest.mark.parametrize("naast", [False, True], ids=["in de tekst", "naast elkaar"])
def test_what_came_and_went_stands_between_brackets(
    browser: Browser, site_url: str, naast: bool
) -> None:
    """Also after side by side was chosen: in black and white, and read aloud, all is told."""
    with visiting(browser, site_url, width=DESKTOP, javascript=True) as visit:
        visit.open(f"{PAIR}pijlers/")
        if naast:
            visit.page.get_by_label("Naast elkaar").check()
        visit.page.emulate_media(media="print")
        for tag, opens in (("ins", "[+"), ("del", "[−")):
            marks = visit.page.locator(f".stuk__nieuw {tag}:not(.spatie, .verplaatst-blok)")
            contents = marks.evaluate_all(
                "all => all.map((e) => [getComputedStyle(e, '::before').content,"
                " e.checkVisibility()])"
            )
            assert contents
            assert all(found == [f'"{opens}"', True] for found in contents), contents
        assert visit.page.locator(".stuk__oud:visible").count() == 0


def test_causes_are_printed_under_their_paragraph(paper: Visit) -> None:
    """Each number in the text has its note, with the change and who asked for it."""
    paper.open(f"{PAIR}pijlers/")
    numbers = paper.page.locator(".renvooi-tekst ins a.plek:visible, .renvooi-tekst a.plek:visible")
    assert numbers.count()
    notes = paper.page.locator(".noot")
    assert notes.count()
    assert notes.evaluate_all("all => all.every((e) => e.checkVisibility())")
    below = notes.first.evaluate(
        "e => e.getBoundingClientRect().top >="
        " e.closest('.noten').previousElementSibling.getBoundingClientRect().bottom - 1"
    )
    assert below is True


def test_the_address_of_a_link_elsewhere_is_written_out(paper: Visit) -> None:
    """On paper a link cannot be followed otherwise."""
    paper.open("/bronnen/")
    written = paper.page.locator('.inhoud a[href^="http"]').evaluate_all(
        "all => all.map((e) => getComputedStyle(e, '::after').content.includes(e.href)"
        " || getComputedStyle(e, '::after').content.includes(e.getAttribute('href')))"
    )
    assert written
    assert all(written)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_ends_with_its_own_address(paper: Visit, path: str) -> None:
    """So that who holds the paper can find the page."""
    paper.open(path)
    shown = paper.page.locator(".druk-adres:visible, .vast-adres:visible")
    assert shown.count() >= 1
    assert f"https://regiovisie.example{path}" in shown.first.inner_text()


@pytest.mark.parametrize(
    ("path", "head"),
    [
        ("/regiovisie/pijlers/", r"Regiovisie Drenthe, versie 0\.4 \(.*2026"),
        ("/regiovisie/volledig/", r"Regiovisie Drenthe, versie 0\.4 \(.*2026"),
        (f"{PAIR}pijlers/", r"verschil tussen versie 0\.2 \(.*2025.* en versie 0\.4"),
        ("/raadsbesluiten/", r"Nu telt versie 0\.4 \(.*2026"),
        ("/nota/", r"Nu telt versie 0\.4 \(.*2026"),
    ],
)
def test_every_sheet_names_its_text_with_date_and_number(
    paper: Visit, tmp_path: Path, path: str, head: str
) -> None:
    """A sheet that got loose says what it is; and while it is not official, that too."""
    paper.open(path)
    sheets = _sheets(paper, tmp_path)
    assert sheets
    for number, sheet in enumerate(sheets, 1):
        assert re.search(head, sheet), f"blad {number}"
        assert f"{number} van {len(sheets)}" in sheet
        assert "Reconstructie, niet officieel" in sheet


def test_words_in_brackets_reach_the_paper(paper: Visit, tmp_path: Path) -> None:
    """The printed file itself has them, in the order of the text."""
    paper.open(f"{PAIR}pijlers/")
    text = " ".join("\n".join(_sheets(paper, tmp_path)).split())
    assert "[−kwetsbare kinderen−] [+kinderen in een kwetsbare positie+]" in text
    assert "[−samen−]" in text
    assert "W-046" in text
    for word in ("Volgend onderdeel", "Alleen wijzigingen tonen", "Hoofdmenu"):
        assert word not in text


def _sheets(visit: Visit, folder: Path) -> list[str]:
    """The words on each sheet of the page as a file of Chromium's own printer."""
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("pdftotext staat niet op deze computer")
    path = folder / "blad.pdf"
    visit.page.pdf(path=path, prefer_css_page_size=True, format="A4")
    done = subprocess.run(
        [reader, "-layout", "-enc", "UTF-8", str(path), "-"], check=True, capture_output=True
    )
    return done.stdout.decode("utf-8").split("\f")[:-1]
