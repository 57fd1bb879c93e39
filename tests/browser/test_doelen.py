"""What can be touched is large enough to touch: success criterion 2.5.8 of WCAG 2.2."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.support.browser import LONG, PHONE, Visit, visiting
from tests.support.paginas import Soort

pytestmark = pytest.mark.browser

UNFOLD = """() => {
  for (const fold of document.querySelectorAll('details:not([data-menu])')) fold.open = true;
  // What is drawn only when it is in sight has no place before that.
  for (const part of document.querySelectorAll('main section')) {
    part.style.contentVisibility = 'visible';
  }
}"""

OPEN_MENU = "() => { document.querySelector('details[data-menu]').open = true; }"

MEASURE = """() => {
  const least = 24;
  // A box of 24 by rem may come out a hair less on a screen of whole pixels.
  const hair = 0.05;
  const words = /[\\p{L}\\p{N}]/u;
  const stops = 'a[href], button, select, textarea, summary, input:not([type=hidden])';

  const inText = (e) => {
    // A link in a sentence is as high as its line; what stands beside it must be words.
    if (e.localName !== 'a' || getComputedStyle(e).display !== 'inline') return false;
    let block = e.parentElement;
    while (getComputedStyle(block).display === 'inline') block = block.parentElement;
    const rest = block.cloneNode(true);
    for (const other of rest.querySelectorAll('a, button, .vh, [hidden]')) other.remove();
    return words.test(rest.textContent);
  };
  const boxOf = (e) => {
    // Who touches the label touches what it belongs to.
    const label = e.matches('input') ? e.closest('label') : null;
    return (label ?? e).getBoundingClientRect();
  };
  const shown = (e) => {
    if (!e.checkVisibility({ visibilityProperty: true })) return false;
    if (e.disabled || e.matches('.naar-inhoud')) return false;
    // What is there for a screen reader alone is a pixel wide: no finger goes there.
    const b = e.getBoundingClientRect();
    return b.width > 1 && b.height > 1;
  };
  const all = [...document.querySelectorAll(stops)].filter(shown).map((e) => ({
    e,
    box: boxOf(e),
    parts: e.localName === 'a' ? [...e.getClientRects()] : [boxOf(e)],
  }));
  const small = all.filter(({ box }) => Math.min(box.width, box.height) < least - hair);
  const middle = (b) => [(b.left + b.right) / 2, (b.top + b.bottom) / 2];
  const meetsBox = ([x, y], b) => {
    const dx = Math.max(b.left - x, 0, x - b.right);
    const dy = Math.max(b.top - y, 0, y - b.bottom);
    return Math.hypot(dx, dy) < least / 2 - hair;
  };
  const meetsCircle = ([x, y], [x2, y2]) => Math.hypot(x - x2, y - y2) < least - hair;
  const name = ({ e, box }) =>
    `${e.parentElement.localName}.${e.parentElement.className} > ${e.localName}.${e.className}` +
    ` "${(e.textContent || e.name || '').trim().slice(0, 30)}"` +
    ` ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`;
  const told = [];
  let counted = 0;
  for (const one of small) {
    if (inText(one.e)) continue;
    counted += 1;
    const at = middle(one.box);
    const met = all.find((two) => two.e !== one.e && !two.e.contains(one.e) && (
      two.parts.some((b) => meetsBox(at, b)) ||
      (small.includes(two) && meetsCircle(at, middle(two.box)))));
    if (met) told.push(`${name(one)} te dicht bij ${name(met)}`);
  }
  return { told, targets: all.length, spaced: counted - told.length };
}"""


def test_every_target_is_large_enough_or_stands_apart(
    browser: Browser, site_url: str, soorten: tuple[Soort, ...], cijfers: Callable[[str], None]
) -> None:
    """At least 24 by 24 pixels, or a circle of 24 pixels on it meets no other target.

    Links in a sentence are left out, as the criterion does.
    """
    wrong: list[str] = []
    targets = spaced = 0
    with visiting(browser, site_url, width=PHONE, javascript=True) as visit:
        visit.page.set_default_timeout(LONG)
        for soort in soorten:
            visit.open(soort.path)
            visit.page.evaluate(UNFOLD)
            found = visit.page.evaluate(MEASURE)
            targets += found["targets"]
            spaced += found["spaced"]
            wrong += [f"{soort}: {told}" for told in found["told"]]
    cijfers(
        f"doelen ({PHONE} px): {len(soorten)} pagina's, {targets} doelen,"
        f" {spaced} kleiner maar los, {len(wrong)} fouten"
    )

    assert wrong == []


def test_the_links_of_the_menu_are_large_enough(phone: Visit) -> None:
    """They lie over the page, so they are measured by themselves."""
    phone.open("/privacy/")
    phone.page.evaluate("() => document.querySelector('main').replaceChildren()")
    phone.page.evaluate(OPEN_MENU)

    assert phone.page.locator("details[data-menu] a").first.is_visible()
    assert phone.page.evaluate(MEASURE)["told"] == []


@pytest.mark.parametrize(
    "fault",
    [
        "main.innerHTML = '<button>a</button><button>b</button>'",
        "main.innerHTML = '<ul><li><a href=/>een</a></li><li><a href=/>twee</a></li></ul>'",
        "main.innerHTML = '<p><a href=/>een</a>, <a href=/>twee</a></p>'",
    ],
    ids=["buttons", "list", "row"],
)
def test_small_targets_are_found(phone: Visit, fault: str) -> None:
    """Targets that are too small and too close do not pass."""
    phone.open("/privacy/")
    phone.page.evaluate(f"() => {{ const main = document.querySelector('main'); {fault}; }}")
    phone.page.add_style_tag(
        content="main * { min-height: 0; margin: 0; padding: 0; font-size: 8px; line-height: 1 }"
    )

    assert phone.page.evaluate(MEASURE)["told"] != []


def test_a_link_in_a_sentence_may_be_as_high_as_its_line(phone: Visit) -> None:
    """Two links in one sentence pass."""
    phone.open("/privacy/")
    phone.page.evaluate(
        "() => { document.querySelector('main').innerHTML ="
        " '<p>Lees <a href=/>een</a> en ook <a href=/>twee</a>.</p>'; }"
    )

    assert phone.page.evaluate(MEASURE)["told"] == []
