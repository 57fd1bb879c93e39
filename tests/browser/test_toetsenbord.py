"""Every kind of page by keyboard alone: all is reached, in order, seen, and left again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.support.browser import DESKTOP, LONG, PHONE, Visit, visiting
from tests.support.paginas import Soort

pytestmark = pytest.mark.browser

MOST = 160
"""Stops of one page that are walked one by one; the rest of a long list is more of the same."""

PREPARE = """() => {
  const stops = 'a[href], button, select, input, textarea, summary, [tabindex="0"]';
  const shown = [...document.querySelectorAll(stops)]
    .filter((e) => e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false }))
    .filter((e) => !e.disabled && (e.type !== 'radio' || e.checked));
  const walk = { expected: shown.length, reached: [], faults: [] };
  window.__walk = walk;
  const name = (e) => `${e.localName} "${(e.textContent || e.name || '').trim().slice(0, 40)}"`;
  function see(e) {
    if (!e || e === document.body || e === document.documentElement) return;
    const wrapped = e.closest('label');
    const boxes = [...e.getClientRects()].filter((b) => b.width > 0 && b.height > 0);
    const seen = boxes.filter((b) => b.bottom > 0 && b.right > 0 &&
      b.top < innerHeight && b.left < innerWidth);
    const style = getComputedStyle(e);
    if (!boxes.length) walk.faults.push(`zonder omvang: ${name(e)}`);
    else if (!seen.length) walk.faults.push(`buiten beeld: ${name(e)}`);
    else if (!seen.some((b) => {
      const x = (Math.max(0, b.left) + Math.min(innerWidth, b.right)) / 2;
      const y = (Math.max(0, b.top) + Math.min(innerHeight, b.bottom)) / 2;
      const top = document.elementFromPoint(x, y);
      return top && (e.contains(top) || top.contains(e) || wrapped?.contains(top));
    })) walk.faults.push(`bedekt: ${name(e)}`);
    if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 1) {
      walk.faults.push(`zonder focusrand: ${name(e)}`);
    }
  }
  document.addEventListener('focusin', ({ target }) => {
    const at = shown.indexOf(target);
    if (at >= 0) walk.reached.push(at);
    else if (target.scrollHeight <= target.clientHeight &&
      target.scrollWidth <= target.clientWidth)
      walk.faults.push(`neemt de focus zonder te zien te zijn: ${name(target)}`);
  });
  // The key that goes on finds the stop before it settled: scrolled to, and drawn.
  document.addEventListener('keydown', () => see(document.activeElement), true);
  walk.end = () => {
    see(document.activeElement);
    return { expected: walk.expected, reached: walk.reached, faults: walk.faults };
  };
  return walk.expected;
}"""

AT_THE_LAST = """() => {
  const stops = 'a[href], button, select, input, textarea, summary, [tabindex="0"]';
  const shown = [...document.querySelectorAll(stops)]
    .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.disabled);
  shown.at(-1).focus();
}"""


@pytest.mark.parametrize("width", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_keyboard_walks_every_kind_of_page(
    browser: Browser,
    site_url: str,
    soorten: tuple[Soort, ...],
    cijfers: Callable[[str], None],
    width: int,
) -> None:
    """Tab reaches what is shown, in the order of the page; each is seen, with an outline."""
    faults: list[str] = []
    stops = 0
    with visiting(browser, site_url, width=width, javascript=True) as visit:
        visit.page.set_default_timeout(LONG)
        for soort in soorten:
            visit.open(soort.path)
            walk = walk_through(visit)
            stops += len(walk["reached"])
            faults += [f"{soort}: {fault}" for fault in walk["faults"]]
            if walk["reached"] != list(range(len(walk["reached"]))):
                faults.append(f"{soort}: niet in de volgorde van de pagina: {walk['reached']}")
            if len(walk["reached"]) < min(walk["expected"], MOST):
                faults.append(f"{soort}: {len(walk['reached'])} van {walk['expected']} bereikt")
            if not leaves_the_page(visit):
                faults.append(f"{soort}: de focus blijft hangen aan het eind")
    cijfers(
        f"toetsenbord ({width} px): {len(soorten)} pagina's, {stops} haltes, {len(faults)} fouten"
    )

    assert faults == []


def test_the_menu_opens_and_closes_by_keyboard(phone: Visit) -> None:
    """Enter opens it, its links follow one by one, Escape closes it and goes back to its button."""
    phone.open("/privacy/")
    links = phone.page.locator("details[data-menu] nav a")
    expect(links.first).to_be_hidden()
    phone.page.locator("details[data-menu] > summary").focus()
    phone.page.keyboard.press("Enter")
    for index in range(links.count()):
        phone.page.keyboard.press("Tab")
        expect(links.nth(index)).to_be_focused()
        expect(links.nth(index)).to_be_in_viewport()
    phone.page.keyboard.press("Escape")

    expect(phone.page.locator("details[data-menu] > summary")).to_be_focused()
    expect(links.first).to_be_hidden()


@pytest.mark.parametrize(
    ("style", "fault"),
    [
        ("a:focus-visible { outline: none }", "zonder focusrand"),
        (".voet a { position: absolute; left: -999px }", "buiten beeld"),
        (".kop { position: fixed; inset: 0; z-index: 99 }", "bedekt"),
        ("main { opacity: .99 } .naar-inhoud { clip-path: inset(50%) }", "bedekt"),
    ],
)
def test_the_walk_finds_what_is_broken(phone: Visit, style: str, fault: str) -> None:
    """A page that is broken on purpose does not pass."""
    phone.open("/privacy/")
    phone.page.add_style_tag(content=style)

    assert fault in {line.partition(":")[0] for line in walk_through(phone)["faults"]}


def walk_through(visit: Visit) -> dict[str, Any]:
    """Press Tab at every stop; what was reached and what was wrong there."""
    expected: int = visit.page.evaluate(PREPARE)
    for _ in range(min(expected, MOST)):
        visit.page.keyboard.press("Tab")
    walk: dict[str, Any] = visit.page.evaluate("() => window.__walk.end()")
    return walk


def leaves_the_page(visit: Visit) -> bool:
    """Whether Tab at the last stop goes out of the page, or round to its first."""
    visit.page.evaluate(AT_THE_LAST)
    visit.page.keyboard.press("Tab")
    first = "document.activeElement.matches('body, .naar-inhoud')"
    return bool(visit.page.evaluate(first))
