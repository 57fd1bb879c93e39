"""What axe finds wrong on one page of every kind: nothing.

In light and dark and in three widths, with all that folds unfolded: what is hidden is not
looked at. The rules are those of WCAG 2.2 A and AA and axe's own good habits.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.support.browser import DESKTOP, HEIGHT, LONG, PHONE, Visit, visiting
from tests.support.paginas import Soort, templates

pytestmark = pytest.mark.browser

NARROW = 320
WIDTHS = (DESKTOP, PHONE, NARROW)

UNFOLD = """() => {
  for (const fold of document.querySelectorAll('details:not([data-menu])')) fold.open = true;
}"""

SHORTEN = """(most) => {
  const seen = new Map();
  for (const e of document.querySelectorAll('main *')) {
    if (!e.isConnected || e.matches('tr:first-child, dt, dd, td, th, option')) continue;
    const kinds = seen.get(e.parentNode) ?? seen.set(e.parentNode, new Map()).get(e.parentNode);
    const kind = `${e.tagName} ${e.className}`;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    if (kinds.get(kind) > most) e.remove();
  }
}"""
"""Leaves a few of each kind of sibling: the thousandth row teaches nothing about colours."""

LOOK = """async () => {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const found = await axe.run(document, {
    runOnly: tags,
    resultTypes: ['violations'],
    preload: false,
  });
  const told = found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 120)}`));
  return { told, rules: found.violations.length + found.passes.length };
}"""

ENOUGH = 6
"""How many of each kind of sibling are looked at again in the other theme and widths."""

FEWEST_RULES = 20
"""Fewer rules that apply to a page would mean that axe did not see it."""


@dataclass(frozen=True, slots=True)
class Toestand:
    """How a page is looked at."""

    theme: Literal["light", "dark"]
    width: int


def test_every_template_has_a_page(root: Path, soorten: tuple[Soort, ...]) -> None:
    """A new template is looked at as well; where the text gives it no page, the list says so."""
    used = {soort.template for soort in soorten}

    assert templates(root / "hooks" / "theme") - used == set()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(
    browser: Browser,
    site_url: str,
    soorten: tuple[Soort, ...],
    cijfers: Callable[[str], None],
    theme: Literal["light", "dark"],
) -> None:
    """No page breaks a rule in any width; the whole page is looked at once, in light."""
    source = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    found: list[str] = []
    with visiting(browser, site_url, width=DESKTOP, javascript=True) as visit:
        visit.page.set_default_timeout(LONG)
        visit.page.emulate_media(color_scheme=theme)
        for soort in soorten:
            _open(visit, soort)
            visit.page.evaluate(source)
            visit.page.evaluate(UNFOLD)
            for width in WIDTHS:
                toestand = Toestand(theme, width)
                if toestand != Toestand("light", DESKTOP):
                    visit.page.evaluate(SHORTEN, ENOUGH)
                found += [f"{soort} {toestand}: {fault}" for fault in look(visit.page, width)]
    count = len(soorten) * len(WIDTHS)
    cijfers(f"axe ({theme}): {len(soorten)} pagina's, {count} keer bekeken, {len(found)} fouten")

    assert found == []


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        ("image-alt", "main.innerHTML = '<img src=\"/img/merk.svg\">'"),
        ("color-contrast", "main.style.color = '#ccc'"),
        ("label", "main.innerHTML = '<input>'"),
        ("landmark-one-main", "main.replaceWith(...main.children)"),
        ("target-size", "main.innerHTML = '<button>a</button><button>b</button>'"),
    ],
)
def test_axe_finds_what_is_broken(phone: Visit, rule: str, fault: str) -> None:
    """The rules are on: a page that is broken on purpose does not pass."""
    phone.open("/privacy/")
    phone.page.evaluate(f"() => {{ const main = document.querySelector('main'); {fault}; }}")
    phone.page.add_style_tag(content="main button { min-height: 0; font-size: 8px; padding: 0 }")
    phone.page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text("utf-8"))

    assert rule in {line.partition(":")[0] for line in look(phone.page, PHONE)}


def look(page: Page, width: int) -> list[str]:
    """What axe finds wrong on the open page at this width."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    result = page.evaluate(LOOK)
    assert result["rules"] >= FEWEST_RULES, f"axe zag te weinig van {page.url}"
    return list(result["told"])


def _open(visit: Visit, soort: Soort) -> None:
    visit.page.set_viewport_size({"width": DESKTOP, "height": HEIGHT})
    visit.open(soort.path)
