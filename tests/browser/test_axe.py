"""What axe finds wrong on one page of every kind: nothing.

In light and dark and in three widths, with all that folds unfolded: what is hidden is not
looked at. The rules are those of WCAG 2.2 A and AA and axe's own good habits.

A page is looked at whole once, by every rule but the one for contrast, which is dear and asks
nothing of a thousandth row. Then, shortened to two of each kind of element, by every rule in
every theme and width; only the order of its headings is asked of the whole page in each width.

What cannot come out otherwise is not asked again: of the shortened page nothing but contrast in
the theme and width in which it was looked at whole. Where the dark page has every element in the
same place as the light one, only the rules about colours look at it. And those pass over what
has the same colours, letters and backgrounds as what they saw before, on whatever page.
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
  const found = await axe.run({ exclude: only ? [['[data-gezien]']] : [] }, {
    runOnly: tags,
    rules,
    resultTypes: ['violations'],
    preload: false,
  });
  const told = found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 120)}`));
  return { told, rules: found.violations.length + found.passes.length };
}"""

PLACES = """() => JSON.stringify([...document.querySelectorAll('*')].map((e) => {
  const { x, y, width, height } = e.getBoundingClientRect();
  const { cursor, opacity } = getComputedStyle(e);
  return [x, y, width, height, cursor, opacity, e.checkVisibility({ visibilityProperty: true })];
}))"""
"""Where every element stands and whether it is shown: all that rules ask but those of colours."""

COLOURINGS = """() => {
  const telling = ['color', 'backgroundColor', 'backgroundImage', 'backgroundClip', 'opacity',
    'fontSize', 'fontWeight', 'textShadow', 'textDecorationLine', 'borderBottom', 'filter',
    'mixBlendMode', 'position', 'zIndex', 'visibility', 'clipPath', 'WebkitTextStroke'];
  const hash = (text) => {
    let [one, two] = [0xdeadbeef, 0x41c6ce57];
    for (let i = 0; i < text.length; i += 1) {
      one = Math.imul(one ^ text.charCodeAt(i), 2654435761);
      two = Math.imul(two ^ text.charCodeAt(i), 1597334677);
    }
    return `${(one >>> 0).toString(36)}${(two >>> 0).toString(36)}`;
  };
  const looks = (e) => [null, '::before', '::after'].map((part) => {
    const style = getComputedStyle(e, part);
    return part && style.content === 'none' ? '' : telling.map((name) => style[name]).join();
  });
  const all = [...document.querySelectorAll('*')];
  const boxes = new Map(all.map((e) => [e, e.getBoundingClientRect()]));
  const loose = all.filter((e) => {
    const style = getComputedStyle(e);
    return style.position !== 'static' && boxes.get(e).width > 1;
  });
  const meet = (a, b) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const covered = (e) => loose.some((other) => !other.contains(e) && !e.contains(other) &&
    meet(boxes.get(e), boxes.get(other)));
  const keys = new Map();
  return all.map((e) => {
    const around = keys.get(e.parentElement) ?? '';
    const key = hash(`${around} ${looks(e)}`);
    keys.set(e, key);
    const words = [...e.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data).join(' ');
    const { width, height } = boxes.get(e);
    const plain = !e.matches('input, select, textarea, button') && !covered(e) &&
      (/[\\p{L}\\p{N}]{2}/u.test(words) ? width > 1 && height > 1 : !words.trim());
    const shown = e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const off = e.closest('[disabled], [aria-disabled], label:has(:disabled)') !== null;
    return plain ? [key, e.localName, words.trim() !== '', shown, off].join() : '';
  });
}"""
"""Of every element all that its contrast depends on: its colours and letters, and those of all
that stands around it. Empty where that may not be all: what something else may lie over or
under, controls, and words too short or small to be judged."""

PASS_OVER = """(seen) => {
  const all = [...document.querySelectorAll('*')];
  const over = new Set();
  all.map((e, i) => [e, i]).reverse().forEach(([e, i]) => {
    const inside = document.body.contains(e) && e !== document.body;
    if (inside && seen[i] && [...e.children].every((child) => over.has(child))) over.add(e);
    e.toggleAttribute('data-gezien', over.has(e));
  });
}"""

COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that a colour can break."""

ENOUGH = 2
"""One of each kind, and one beside it: targets may not be too close."""

NO_CONTRAST = {"color-contrast": {"enabled": False}}
"""All rules but the dear one."""

NO_ORDER = {"heading-order": {"enabled": False}}
"""All rules but the one for which a page must be whole."""

NO_ORDER_NO_CONTRAST = {**NO_ORDER, **NO_CONTRAST}

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
    seen: set[str] = set()
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
            for toestand, faults in look_at_all(visit.page, seen):
                found += [f"{soort} {toestand}: {fault}" for fault in faults]
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


@pytest.mark.parametrize(
    ("style", "rule", "place"),
    [
        ("main p { color: #333 }", "color-contrast", "p"),
        ("main { background: #777 }", "color-contrast", "<p>"),
        ("footer a { color: #333 !important }", "color-contrast", "<a "),
        ("main { display: none }", "page-has-heading-one", "html"),
    ],
)
def test_what_is_passed_over_hides_no_fault(
    phone: Visit, style: str, rule: str, place: str
) -> None:
    """What the walk does not ask again is what stayed the same: a fault is found where it is."""
    seen: set[str] = set()
    open_unfolded(phone, "/privacy/")
    assert [told for _, faults in look_at_all(phone.page, seen) for told in faults] == []
    phone.page.add_style_tag(content=f"@media (prefers-color-scheme: dark) {{ {style} }}")

    found = look_at_all(phone.page, seen)

    told = [line for _, faults in found for line in faults]
    assert {t.theme for t, faults in found if faults} == {"dark"}
    assert any(line.startswith(rule) and place in line for line in told)


def open_unfolded(visit: Visit, path: str) -> None:
    """A page with all that folds unfolded, and axe in it."""
    visit.open(path)
    visit.page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text("utf-8"))
    visit.page.evaluate(UNFOLD)


def rules_broken(visit: Visit, toestand: Toestand) -> set[str]:
    """The names of the rules that the open page breaks."""
    return {line.partition(":")[0] for line in look(visit.page, toestand)}


def look_at_all(page: Page, seen: set[str]) -> list[tuple[Toestand, list[str]]]:
    """What axe finds wrong in each theme and width; the FIRST is that of the look at the whole.

    ``seen`` holds the colourings that were looked at, and grows.
    """
    found = []
    places: dict[int, str] = {}
    for toestand in TOESTANDEN:
        show(page, toestand)
        now = page.evaluate(PLACES)
        same = places.setdefault(toestand.width, now) == now and toestand.theme == "dark"
        told = [] if same or toestand == FIRST else look(page, toestand, NO_ORDER_NO_CONTRAST)
        colourings: list[str] = page.evaluate(COLOURINGS)
        page.evaluate(PASS_OVER, [colouring in seen for colouring in colourings])
        told += ask(page, COLOURS)
        seen.update(filter(None, colourings))
        found.append((toestand, told))
    return found


def ask(page: Page, only: list[str]) -> list[str]:
    """What these rules alone find wrong on the page as it is shown, but for what was seen."""
    return list(page.evaluate(LOOK, {"rules": {}, "only": only})["told"])


def show(page: Page, toestand: Toestand) -> None:
    """Show the open page in this theme and width."""
    page.emulate_media(color_scheme=toestand.theme)
    page.set_viewport_size({"width": toestand.width, "height": HEIGHT})


def look(page: Page, toestand: Toestand, rules: dict[str, Any] | None = None) -> list[str]:
    """What axe finds wrong on the open page in this theme and width."""
    show(page, toestand)
    result = page.evaluate(LOOK, {"rules": rules or {}})
    assert result["rules"] >= FEWEST_RULES, f"axe zag te weinig van {page.url}"
    return list(result["told"])


def look_only(page: Page, width: int, only: list[str]) -> list[str]:
    """What these rules alone find wrong in this width."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    return ask(page, only)
