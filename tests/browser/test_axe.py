"""What axe finds wrong on one page of every kind: nothing.

In light and dark and in three widths, with all that folds unfolded: what is hidden is not
looked at. The rules are those of WCAG 2.2 A and AA and axe's own good habits.

A page is looked at whole once, by every rule but the one for contrast, which is dear and asks
nothing of a thousandth row. Then, shortened to two of each kind of element, by every rule in
every theme and width; only the order of its headings is asked of the whole page in each width.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.support.browser import DESKTOP, HEIGHT, LONG, PHONE, Visit, visiting
from tests.support.paginas import Soort, templates

pytestmark = pytest.mark.browser

NARROW = 320
WIDTHS = (DESKTOP, PHONE, NARROW)

UNFOLD = """() => {
  for (const fold of document.querySelectorAll('details:not([data-menu])')) fold.open = true;
  // What is drawn only when it is in sight has no place before that.
  for (const part of document.querySelectorAll('main section')) {
    part.style.contentVisibility = 'visible';
  }
}"""

SHORTEN = """(most) => {
  const own = (e) =>
    `${e.localName}.${e.className.baseVal ?? e.className}${e.ariaCurrent ? ' nu' : ''}`;
  const kind = (e) => [e, e.parentElement, e.parentElement.parentElement].map(own).join(' < ');
  const all = [...document.querySelectorAll('main *')];
  const kinds = new Map(all.map((e) => [e, kind(e)]));
  const kept = new Map();
  const enough = (e) => (kept.get(kinds.get(e)) ?? 0) >= most;
  for (const e of all) {
    if (!e.isConnected) continue;
    const needed = e.matches('tr:first-child, dt, dd, td, th, option, defs *') ||
      e.matches('[aria-labelledby] > :is(h2, h3, h4)') ||
      e.parentElement.closest('th, summary, label, h1, h2, h3, h4, h5, h6');
    if (!needed && enough(e) && [...e.querySelectorAll('*')].every(enough)) e.remove();
    else kept.set(kinds.get(e), (kept.get(kinds.get(e)) ?? 0) + 1);
  }
  const left = [...document.querySelectorAll('main *')];
  return [new Set(kinds.values()).size - new Set(left.map(kind)).size, left.length];
}"""
"""Leaves ENOUGH of each kind: the same element, in the same two around it. Tells how many kinds
it lost and how many elements are left. Whole rows and whole names stay: to take a part of them
away would be a fault of its own. The thousandth row teaches nothing about colours."""

LOOK = """async ({ rules, only }) => {
  const tags = only ?? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const found = await axe.run(document, {
    runOnly: tags,
    rules,
    resultTypes: ['violations'],
    preload: false,
  });
  const told = found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 120)}`));
  return { told, rules: found.violations.length + found.passes.length };
}"""

ENOUGH = 2
"""One of each kind, and one beside it: targets may not be too close."""

NO_CONTRAST = {"color-contrast": {"enabled": False}}
"""All rules but the dear one."""

NO_ORDER = {"heading-order": {"enabled": False}}
"""All rules but the one for which a page must be whole."""

ORDER = ["heading-order"]

FEWEST_RULES = 20
"""Fewer rules that apply to a page would mean that axe did not see it."""


@dataclass(frozen=True, slots=True)
class Toestand:
    """How a page is looked at."""

    theme: Literal["light", "dark"]
    width: int

    def __str__(self) -> str:
        return f"({self.theme}, {self.width} px)"


TOESTANDEN = tuple(Toestand(theme, width) for theme in ("light", "dark") for width in WIDTHS)
FIRST = TOESTANDEN[0]


def test_every_template_has_a_page(root: Path, soorten: tuple[Soort, ...]) -> None:
    """A new template is looked at as well; where the text gives it no page, the list says so."""
    used = {soort.template for soort in soorten}

    assert templates(root / "hooks" / "theme") - used == set()


def test_axe_finds_nothing(
    browser: Browser, site_url: str, soorten: tuple[Soort, ...], cijfers: Callable[[str], None]
) -> None:
    """No page breaks a rule, whole or shortened, in either theme and in any width."""
    found: list[str] = []
    whole = short = 0
    with visiting(browser, site_url, width=DESKTOP, javascript=True) as visit:
        visit.page.set_default_timeout(LONG)
        for soort in soorten:
            open_unfolded(visit, soort.path)
            whole += visit.page.locator("main *").count()
            told = look(visit.page, FIRST, NO_CONTRAST)
            for width in WIDTHS[1:]:
                told += look_only(visit.page, width, ORDER)
            found += [f"{soort}: {fault}" for fault in told]
            lost, left = visit.page.evaluate(SHORTEN, ENOUGH)
            assert not lost, f"{soort}: {lost} soorten elementen zouden niet bekeken worden"
            short += left
            for toestand in TOESTANDEN:
                told = look(visit.page, toestand, NO_ORDER)
                found += [f"{soort} {toestand}: {fault}" for fault in told]
    cijfers(
        f"axe: {len(soorten)} pagina's, {whole} elementen, daarvan {short} in elk van"
        f" {len(TOESTANDEN)} toestanden bekeken, {len(found)} fouten"
    )

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
    open_unfolded(phone, "/privacy/")
    phone.page.evaluate(f"() => {{ const main = document.querySelector('main'); {fault}; }}")
    phone.page.add_style_tag(content="main button { min-height: 0; font-size: 8px; padding: 0 }")

    assert rule in rules_broken(phone, Toestand("light", PHONE))


def test_a_fault_of_one_theme_or_width_is_found(phone: Visit) -> None:
    """The page really is looked at in the dark and on the narrow screen, not twice the same."""
    open_unfolded(phone, "/privacy/")
    phone.page.add_style_tag(
        content="@media (prefers-color-scheme: dark) and (max-width: 24rem) { p { color: #333 } }"
    )

    assert [t for t in TOESTANDEN if rules_broken(phone, t)] == [
        Toestand("dark", NARROW),
    ]


def open_unfolded(visit: Visit, path: str) -> None:
    """A page with all that folds unfolded, and axe in it."""
    visit.open(path)
    visit.page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text("utf-8"))
    visit.page.evaluate(UNFOLD)


def rules_broken(visit: Visit, toestand: Toestand) -> set[str]:
    """The names of the rules that the open page breaks."""
    return {line.partition(":")[0] for line in look(visit.page, toestand)}


def look(page: Page, toestand: Toestand, rules: dict[str, Any] | None = None) -> list[str]:
    """What axe finds wrong on the open page in this theme and width."""
    page.emulate_media(color_scheme=toestand.theme)
    page.set_viewport_size({"width": toestand.width, "height": HEIGHT})
    result = page.evaluate(LOOK, {"rules": rules or {}})
    assert result["rules"] >= FEWEST_RULES, f"axe zag te weinig van {page.url}"
    return list(result["told"])


def look_only(page: Page, width: int, only: list[str]) -> list[str]:
    """What these rules alone find wrong in this width."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    return list(page.evaluate(LOOK, {"rules": {}, "only": only})["told"])
