"""The Content-Security-Policy follows from what the written site holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from regiovisie.publish.csp import laadt_van, policy

PAGE = "<!doctype html><html lang=nl><head><title>t</title>{}</head><body>{}</body></html>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of one page, without anything in it."""
    (tmp_path / "index.html").write_text(PAGE.format("", ""), encoding="utf-8")
    return tmp_path


def directives(site: Path) -> dict[str, str]:
    """The policy of a site by directive."""
    parts = (part.split(maxsplit=1) for part in policy(laadt_van(site)).split("; "))
    return {part[0]: part[1] for part in parts}


def with_page(site: Path, head: str = "", body: str = "") -> Path:
    """The site with this on its page."""
    (site / "index.html").write_text(PAGE.format(head, body), encoding="utf-8")
    return site


def test_plain_page_needs_nothing(site: Path) -> None:
    """What is not loaded is not allowed; only an icon may always be asked for."""
    found = directives(site)

    assert found.pop("img-src") == "'self'"
    assert set(found.values()) == {"'none'"}


def test_every_way_out_is_named(site: Path) -> None:
    """The directives that internet.nl asks for by name are there, closed."""
    found = directives(site)

    assert {found[name] for name in ("default-src", "base-uri", "frame-ancestors")} == {"'none'"}
    assert {found[name] for name in ("frame-src", "form-action", "object-src")} == {"'none'"}


@pytest.mark.parametrize(
    ("head", "body", "directive"),
    [
        ('<script src="js/a.js"></script>', "", "script-src"),
        ('<link rel="stylesheet" href="css/a.css">', "", "style-src"),
        ('<link rel="preload" as="font" href="a.woff2">', "", "font-src"),
        ('<link rel="manifest" href="m.webmanifest">', "", "manifest-src"),
        ("", '<video src="a.webm"></video>', "media-src"),
        ("", "<form></form>", "form-action"),
    ],
)
def test_what_a_page_loads_is_allowed(site: Path, head: str, body: str, directive: str) -> None:
    """Each kind of file opens its own directive, for the site itself."""
    assert directives(site)[directive] == "'none'"
    assert directives(with_page(site, head, body))[directive] == "'self'"


@pytest.mark.parametrize(
    ("name", "content", "directive"),
    [
        ("a.css", 'src: url("../fonts/a.woff2")', "font-src"),
        ("a.css", '@import "b.css";', "style-src"),
        ("a.js", "const page = await fetch(address);", "connect-src"),
        ("a.js", "new Worker('w.js');", "worker-src"),
    ],
)
def test_what_a_file_loads_is_allowed(site: Path, name: str, content: str, directive: str) -> None:
    """Styles and scripts load as well."""
    (site / name).write_text(content, encoding="utf-8")

    assert directives(site)[directive] == "'self'"


@pytest.mark.parametrize("name", ["pagefind/wasm.unknown.pagefind", "a.wasm"])
def test_web_assembly_only_where_there_is_some(site: Path, name: str) -> None:
    """The program of the search may run, and no other code made on the way."""
    (site / name).parent.mkdir(exist_ok=True)
    (site / name).write_bytes(b"\0asm")

    assert directives(site)["script-src"] == "'wasm-unsafe-eval'"


def test_inline_script_is_hashed(site: Path) -> None:
    """A script in a page itself is known by its hash; the hash of `alert(1)` is a known one."""
    with_page(site, "<script>alert(1)</script>")

    assert directives(site)["script-src"] == "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"


def test_blocks_of_data_need_no_hash(site: Path) -> None:
    """JSON in a page does not run."""
    with_page(site, '<script type="application/ld+json">{"a": 1}</script>')

    assert directives(site)["script-src"] == "'none'"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ('<p onclick="x()">a</p>', "<p onclick=…>"),
        ('<p style="color: red">a</p>', "<p style=…>"),
        ('<a href="java\tscript:x()">a</a>', "<a href=java\tscript:x()…>"),
        ('<iframe src="/a/"></iframe>', "<iframe>"),
        ('<img src="https://elders.example/a.png">', "https://elders.example/a.png"),
        ('<img src="data:image/gif;base64,R0">', "data:image/gif;base64,R0"),
        ('<script src="//elders.example/a.js"></script>', "//elders.example/a.js"),
    ],
)
def test_what_no_strict_policy_allows(site: Path, body: str, told: str) -> None:
    """Loading from elsewhere and code or style in attributes are found, with their page."""
    with_page(site, "", body)

    assert laadt_van(site).verboden == [("index.html", told)]


def test_links_to_elsewhere_are_no_loading(site: Path) -> None:
    """A reader may be sent to another site; a browser is not sent there by itself."""
    link = '<link rel="canonical" href="https://a.example/">'
    with_page(site, link, '<a href="//b.example">b</a>')

    assert laadt_van(site).verboden == []


def test_policy_of_the_project_is_strict(built_site: Path) -> None:
    """Nothing that internet.nl counts against a site is in the policy of this one."""
    text = policy(laadt_van(built_site))
    print(f"\n  {text}")

    assert "sha256" not in text
    for word in ("unsafe-inline", "'unsafe-eval'", "unsafe-hashes", "data:", "http", "*"):
        assert word not in text
