"""What axe finds on a page: the rules of WCAG 2.2 A and AA and its own good habits."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.browser import HEIGHT, PHONE, Visit
from tests.support.paginas import Soort, templates

pytestmark = pytest.mark.browser

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

FEWEST_RULES = 20
"""Fewer rules that apply to a page would mean that axe did not see it."""


def test_every_template_has_a_page(root: Path, soorten: tuple[Soort, ...]) -> None:
    """A new template is looked at as well; where the text gives it no page, the list says so."""
    used = {soort.template for soort in soorten}

    assert templates(root / "hooks" / "theme") - used == set()


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
