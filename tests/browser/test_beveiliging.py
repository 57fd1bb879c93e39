"""The site behind nginx with its own headers: nothing is blocked, nobody else is asked."""

from __future__ import annotations

import shutil
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request

from scripts.nginx import find_nginx, serving
from tests.support.paginas import ZONDER_ADRES, Soort

pytestmark = pytest.mark.browser

WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
});
"""
HEADERS = (
    "Content-Security-Policy",
    "Strict-Transport-Security",
    "Referrer-Policy",
    "X-Content-Type-Options",
    "X-Frame-Options",
    "Permissions-Policy",
    "Cross-Origin-Opener-Policy",
    "Cross-Origin-Resource-Policy",
)


@dataclass
class Bezoek:
    """What was seen on the way along the pages."""

    requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    cookies: int = 0


@pytest.fixture(scope="module")
def executable() -> str:
    """The web server; tests that need it are left out where there is none."""
    found = find_nginx()
    if found is None:
        pytest.skip("er is geen nginx op deze computer")
    return found


@pytest.fixture(scope="module")
def address(executable: str, built_site: Path) -> Iterator[str]:
    """The built site behind nginx."""
    with serving(executable, built_site) as address:
        yield address


def visit(browser: Browser, address: str, paths: list[str]) -> Bezoek:
    """Open pages with everything on them used a little, and tell what happened."""
    bezoek = Bezoek()
    context = browser.new_context(locale="nl-NL")
    context.add_init_script(WATCH)
    page = context.new_page()
    page.on("request", lambda request: _note(bezoek, request))
    page.on("console", lambda message: bezoek.console.append(f"{message.type}: {message.text}"))
    try:
        for path in paths:
            page.goto(f"{address}{path}", wait_until="networkidle")
            _use(page)
            found: list[str] = page.evaluate("window.violations")
            bezoek.violations += [f"{path} {text}" for text in found]
        bezoek.cookies = len(context.cookies())
    finally:
        context.close()
    return bezoek


def _note(bezoek: Bezoek, request: Request) -> None:
    bezoek.requests.append(request.url)


def _use(page: Page) -> None:
    """Type in what can be typed in, so that what loads on use is loaded too."""
    field = page.locator("main input[type=search]:visible, main input[type=text]:visible")
    if field.count():
        field.first.fill("hulp")
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(300)


def test_no_page_breaks_the_policy(
    browser: Browser, address: str, soorten: tuple[Soort, ...]
) -> None:
    """On every kind of page: no violation, no complaint, one host, no cookie."""
    paths = [kind.path for kind in soorten if kind.template != ZONDER_ADRES]
    bezoek = visit(browser, address, [*paths, "/dit-adres-is-er-niet/"])
    hosts = {urlsplit(url).netloc for url in bezoek.requests}
    print(
        f"\n  {len(paths) + 1} pages, {len(bezoek.requests)} requests to {len(hosts)} host, "
        f"{len(bezoek.violations)} violations, {bezoek.cookies} cookies"
    )

    assert bezoek.violations == []
    complaints = [text for text in bezoek.console if "status of 404" not in text]
    assert complaints == []
    assert hosts == {urlsplit(address).netloc}
    assert bezoek.cookies == 0


@pytest.mark.parametrize(
    ("extra", "directive"),
    [
        ("<script>document.title = 'x'</script>", "script-src-elem: inline"),
        ('<p style="color: red">a</p>', "style-src-attr: inline"),
        (
            '<img src="https://elders.example/a.png" alt="">',
            "img-src: https://elders.example/a.png",
        ),
    ],
)
def test_a_broken_page_is_noticed(
    browser: Browser, executable: str, built_site: Path, tmp_path: Path, extra: str, directive: str
) -> None:
    """The policy works: what an intruder would add is refused, and seen by these tests."""
    site = tmp_path / "site"
    (site / "hosting").mkdir(parents=True)
    tmp_path.chmod(0o755)
    shutil.copy(built_site / "hosting" / "nginx.conf", site / "hosting")
    (site / "index.html").write_text(
        f"<!doctype html><title>t</title><p>Hulp</p>{extra}", encoding="utf-8"
    )
    with serving(executable, site) as address:
        bezoek = visit(browser, address, ["/"])

    assert [text.strip() for text in bezoek.violations] == [f"/ {directive}"]


def test_text_of_a_version_is_sent_as_markdown(address: str, built_site: Path) -> None:
    """With its kind said, and open to scripts of others."""
    text = next((built_site / "data").rglob("*.md")).relative_to(built_site).as_posix()
    with urllib.request.urlopen(f"{address}/{text}", timeout=10) as answer:
        found = answer.headers

    assert found["Content-Type"] == "text/markdown; charset=utf-8"
    assert found["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    ("path", "status", "mime", "kept"),
    [
        ("/", 200, "text/html; charset=utf-8", "no-cache"),
        ("/css/alles.css", 200, "text/css; charset=utf-8", "max-age=3600"),
        ("/fonts/visie-sans-regular.woff2", 200, "font/woff2", "max-age=2592000"),
        ("/zoeken/", 200, "text/html; charset=utf-8", "no-cache"),
        ("/feeds/wijzigingen.atom", 200, "application/atom+xml; charset=utf-8", "no-cache"),
        ("/niets/", 404, "text/html; charset=utf-8", None),
        ("/.htaccess", 404, "text/html; charset=utf-8", None),
    ],
)
def test_headers_on_every_answer(
    address: str, path: str, status: int, mime: str, kept: str | None
) -> None:
    """Pages, files and errors carry all headers once, with the right kind and cache."""
    request = urllib.request.Request(f"{address}{path}", headers={"Accept-Encoding": "gzip"})
    try:
        answer = urllib.request.urlopen(request, timeout=10)
    except HTTPError as error:
        answer = error
    with answer:
        found = answer.headers

    assert answer.status == status
    assert [len(found.get_all(name, [])) for name in HEADERS] == [1] * len(HEADERS)
    assert found["Content-Type"] == mime
    assert found["Cache-Control"] == kept
    assert found["Set-Cookie"] is None
    assert ("wasm-unsafe-eval" in found["Content-Security-Policy"]) == (path == "/zoeken/")
    assert found["Access-Control-Allow-Origin"] == ("*" if path.startswith("/feeds/") else None)
    if path.endswith((".css", "/")) and status == 200:
        assert found["Content-Encoding"] == "gzip"
