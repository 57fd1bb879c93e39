"""Every kind of page as people may see it: narrow, large, without script or colours, on paper."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.support.browser import DESKTOP, HEIGHT, LONG, PHONE, Visit, visiting
from tests.support.paginas import Soort

pytestmark = pytest.mark.browser

NARROW = 320
SIZES = ((NARROW, 100), (PHONE, 100), (PHONE, 200), (DESKTOP, 200))
"""Width of the window in pixels, and size of the text in per cent."""

UNFOLD = "() => document.querySelectorAll('main details').forEach((e) => { e.open = true; })"

OVERFLOW = """(percent) => {
  const root = document.documentElement;
  root.style.fontSize = `${percent}%`;
  const room = root.clientWidth;
  if (root.scrollWidth <= room) return '';
  const clipped = (e) => {
    for (let p = e.parentElement; p && p !== root; p = p.parentElement) {
      if (p !== document.body && getComputedStyle(p).overflowX !== 'visible') return true;
    }
    return false;
  };
  const wide = [...document.querySelectorAll('body *')].filter(
    (e) => e.getBoundingClientRect().right > room + 1 && !clipped(e));
  return `${root.scrollWidth} op ${room}: ` + wide.slice(-2).map(
    (e) => `${e.localName}.${e.className} "${e.textContent.trim().slice(0, 30)}"`).join(', ');
}"""

WORDS = """() => {
  const main = document.querySelector('main');
  const made = 'form, [data-spring], [role=status], button';
  for (const e of main.querySelectorAll(made)) e.remove();
  for (const e of main.querySelectorAll('details')) e.open = true;
  return main.innerText;
}"""

SAME_LOOK = """() => {
  const line = (e) => getComputedStyle(e).textDecorationLine;
  const told = (tag, line_) => [...document.querySelectorAll(`${tag}:not(.spatie)`)]
    .filter((e) => e.checkVisibility() && e.textContent.trim())
    .filter((e) => !line(e).includes(line_))
    .map((e) => `${tag} "${e.textContent.trim().slice(0, 40)}"`);
  return [...told('ins', 'underline'), ...told('del', 'line-through')];
}"""

MOVING = """() => [
  ...document.getAnimations().map((a) => `${a.constructor.name} ${a.effect?.target?.className}`),
  ...[...document.querySelectorAll('*')].filter((e) => {
    const s = getComputedStyle(e);
    return s.scrollBehavior === 'smooth' ||
      [...s.transitionDuration.split(','), ...s.animationDuration.split(',')]
        .some((time) => parseFloat(time) > 0);
  }).map((e) => `${e.localName}.${e.className}`),
]"""

INTERFACE = """() => [...document.querySelectorAll(
    'nav:not([aria-labelledby=inhoudsopgave]), button, select, input, textarea, .naar-inhoud')]
  .filter((e) => e.checkVisibility() && e.getClientRects().length)
  .map((e) => `${e.localName}.${e.className}`)"""

IS_A_SCRIPT = "zoeken.html"
"""Searching cannot do without; what it offers instead is tested with the search."""

PDF_PAGE = re.compile(rb"/Type\s*/Page\b")


def test_nothing_needs_scrolling_sideways(
    browser: Browser, site_url: str, soorten: tuple[Soort, ...], cijfers: Callable[[str], None]
) -> None:
    """Not on a narrow screen, not with text twice as large, with all that folds unfolded."""
    wrong = []
    with visiting(browser, site_url, width=DESKTOP, javascript=True) as visit:
        visit.page.set_default_timeout(LONG)
        for soort in soorten:
            visit.open(soort.path)
            visit.page.evaluate(UNFOLD)
            for width, percent in SIZES:
                if told := overflow(visit, width, percent):
                    wrong.append(f"{soort} ({width} px, {percent} %): {told}")
    cijfers(f"breedte: {len(soorten)} pagina's × {len(SIZES)}, {len(wrong)} te breed")

    assert wrong == []


def test_a_wide_page_is_found(phone: Visit) -> None:
    """A word that does not fit does not pass."""
    phone.open("/privacy/")
    phone.page.add_style_tag(content="h1 { width: 40rem }")

    assert "h1" in overflow(phone, PHONE, 100)


def overflow(visit: Visit, width: int, percent: int) -> str:
    """What makes the open page wider than the window; empty when it fits."""
    visit.page.set_viewport_size({"width": width, "height": HEIGHT})
    return str(visit.page.evaluate(OVERFLOW, percent))


def test_no_word_needs_script(
    browser: Browser, site_url: str, soorten: tuple[Soort, ...], cijfers: Callable[[str], None]
) -> None:
    """What is read with JavaScript is read without it, but for the controls that it makes."""
    with visiting(browser, site_url, width=DESKTOP, javascript=True) as visit:
        visit.page.set_default_timeout(LONG)
        with_script = {soort: words(visit, soort) for soort in soorten}
    with visiting(browser, site_url, width=DESKTOP, javascript=False) as visit:
        visit.page.set_default_timeout(LONG)
        missing = {
            str(soort): dict(less)
            for soort in soorten
            if (less := with_script[soort] - words(visit, soort)) and soort.template != IS_A_SCRIPT
        }
    total = sum(sum(count.values()) for count in with_script.values())
    cijfers(
        f"zonder JavaScript: {len(soorten)} pagina's, {total} woorden, {len(missing)} missen iets"
    )

    assert missing == {}


def words(visit: Visit, soort: Soort) -> Counter[str]:
    """The words that are shown in the main part, unfolded."""
    visit.open(soort.path)
    return Counter(str(visit.page.evaluate(WORDS)).split())


def test_changes_are_told_without_colour(
    browser: Browser, site_url: str, soorten: tuple[Soort, ...], cijfers: Callable[[str], None]
) -> None:
    """With forced colours what came is underlined and what went is struck through."""
    wrong = []
    shown = 0
    with visiting(browser, site_url, width=DESKTOP, javascript=True) as visit:
        visit.page.set_default_timeout(LONG)
        visit.page.emulate_media(forced_colors="active")
        for soort in soorten:
            visit.open(soort.path)
            visit.page.evaluate(UNFOLD)
            shown += visit.page.locator("ins, del").count()
            wrong += [f"{soort}: {told}" for told in visit.page.evaluate(SAME_LOOK)]
        visit.page.add_style_tag(content="ins, del { text-decoration: none !important }")
        visit.open(next(s.path for s in soorten if s.template == "paar-onderdeel.html"))
        visit.page.add_style_tag(content="ins, del { text-decoration: none !important }")
        assert visit.page.evaluate(SAME_LOOK) != []
    cijfers(f"vaste kleuren: {shown} gemarkeerde stukken, {len(wrong)} zonder streep")

    assert shown > 0
    assert wrong == []


def test_nothing_moves_for_who_asked_for_rest(
    browser: Browser, site_url: str, soorten: tuple[Soort, ...]
) -> None:
    """No animation, no transition and no smooth scrolling with reduced motion."""
    with visiting(browser, site_url, width=DESKTOP, javascript=True) as visit:
        visit.page.set_default_timeout(LONG)
        wrong = {}
        for soort in soorten:
            visit.open(soort.path)
            if moving := visit.page.evaluate(MOVING):
                wrong[str(soort)] = moving
        visit.page.add_style_tag(content="a { transition: color 1s }")
        assert visit.page.evaluate(MOVING) != []

    assert wrong == {}


def test_every_kind_of_page_prints(
    browser: Browser, site_url: str, soorten: tuple[Soort, ...], cijfers: Callable[[str], None]
) -> None:
    """Each gives a PDF, without the menu and the buttons."""
    wrong = []
    sheets = 0
    with visiting(browser, site_url, width=DESKTOP, javascript=True) as visit:
        visit.page.set_default_timeout(LONG)
        for soort in soorten:
            visit.open(soort.path)
            visit.page.emulate_media(media="print")
            wrong += [f"{soort}: {told}" for told in visit.page.evaluate(INTERFACE)]
            pdf = visit.page.pdf(format="A4")
            count = len(PDF_PAGE.findall(pdf))
            sheets += count
            if not pdf.startswith(b"%PDF-") or not count:
                wrong.append(f"{soort}: geen bladzijden")
            visit.page.emulate_media(media="null")
    cijfers(f"druk: {len(soorten)} pagina's op {sheets} bladzijden, {len(wrong)} fouten")

    assert wrong == []
