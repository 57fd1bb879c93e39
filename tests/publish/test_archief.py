"""The bundle of a version: whole, checkable, the same each time, and readable from a disk."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from regiovisie.publish.archief import write_archives
from regiovisie.registers import checksum_lines

from tests.support.html import load_pages
from tests.support.uitgave import SITE_URL, make_uitgave

if TYPE_CHECKING:
    from playwright.sync_api import Browser

VERSIE = "2026-03-na-zienswijzen"


@pytest.fixture(scope="module")
def bundel(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An unpacked bundle of this project."""
    return unpacked(built_site / "archief" / f"{VERSIE}.zip", tmp_path_factory.mktemp("archief"))


@pytest.fixture(scope="module")
def zonder_adres(small_build: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An unpacked bundle of a site that does not know its address."""
    site, _ = small_build
    folder = tmp_path_factory.mktemp("zonder-adres")
    return unpacked(site / "archief" / "2025-10-na-zienswijzen.zip", folder)


def unpacked(archive: Path, target: Path) -> Path:
    """The one folder in a zip."""
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(target)
        (top,) = {name.partition("/")[0] for name in opened.namelist()}
    return target / top


def test_checksums_hold(bundel: Path) -> None:
    """Of every file in the bundle, and of the sources as they were frozen."""
    listed = (bundel / "SHA256SUMS").read_text(encoding="utf-8")
    names = {line.partition("  ")[2] for line in listed.splitlines()}
    files = {path.relative_to(bundel).as_posix() for path in bundel.rglob("*") if path.is_file()}
    bronnen = bundel / "bronbestanden"

    assert names == files - {"SHA256SUMS"}
    assert (bronnen / "SHA256SUMS").read_text(encoding="utf-8") == checksum_lines(bronnen)
    if shutil.which("sha256sum"):
        for folder in (bundel, bronnen):
            subprocess.run(
                ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"],
                cwd=folder,
                check=True,
            )


def test_it_holds_everything_about_the_version(root: Path, bundel: Path) -> None:
    """Its text, what changed and why, the reactions on it, and what these pages need."""
    uitgave = make_uitgave(root)
    versie = uitgave.index.versies[VERSIE]
    expected = {
        *(f"versies/{VERSIE}/{o.slug}/" for o in uitgave.index.onderdelen(VERSIE)),
        f"vergelijk/{versie.voorganger}/{VERSIE}/",
        *(
            f"wijzigingen/{w.id.lower()}/"
            for w in uitgave.dossier.wijzigingen
            if uitgave.dossier.stap(w.id)[1] == VERSIE
        ),
        *(
            f"zienswijzen/{z.id.lower()}/"
            for z in uitgave.dossier.project.zienswijzen
            if z.versie == VERSIE
        ),
    }

    assert [href for href in sorted(expected) if not (bundel / href / "index.html").is_file()] == []
    assert list(bundel.glob("fonts/*.woff2"))
    assert (bundel / "css" / "alles.css").is_file()
    assert "voorbeeld" in (bundel / "README.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("waar", ["bundel", "zonder_adres"])
def test_every_link_leads_somewhere(waar: str, request: pytest.FixtureRequest) -> None:
    """Within the bundle to a file and to a place in it; out of it to the site, or nowhere."""
    folder: Path = request.getfixturevalue(waar)
    pages = load_pages(folder)
    for uri, page in pages.items():
        for link in page.links():
            if not link.is_internal:
                assert waar == "bundel" or SITE_URL not in link.url
                continue
            if (link.element.get(link.attribute) or "").startswith("#"):
                continue  # within its own page, where nothing was moved
            assert not link.path.endswith("/"), (uri, link.url)
            assert (folder / link.path).is_file(), (uri, link.path)
            if link.fragment and link.path in pages:
                assert link.fragment in pages[link.path].ids, (uri, link.url)
        assert not page.tree.xpath("//script/@src"), uri


def test_every_page_leads_to_the_first(bundel: Path) -> None:
    """And the first to every page."""
    pages = load_pages(bundel)
    (first,) = (page for uri, page in pages.items() if uri == "index.html")
    from_first = {link.path for link in first.links() if link.is_internal}

    assert pages.keys() - from_first == {"index.html"}
    for uri, page in pages.items():
        if uri != "index.html":
            assert "index.html" in {link.path for link in page.links() if link.is_internal}, uri


def test_it_is_the_same_each_time(root: Path, built_site: Path, tmp_path: Path) -> None:
    """The same pages give the same bytes: no clock, no order of a disk."""
    copy = tmp_path / "site"
    shutil.copytree(built_site, copy)
    shutil.rmtree(copy / "archief")
    write_archives(copy, make_uitgave(root))

    for archive in sorted((built_site / "archief").iterdir()):
        assert (copy / "archief" / archive.name).read_bytes() == archive.read_bytes()
        with zipfile.ZipFile(archive) as opened:
            names = opened.namelist()
            assert names == sorted(names)
            assert {info.date_time for info in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert {info.external_attr >> 16 for info in opened.infolist()} == {0o100644}


def test_the_version_leads_to_it(built_site: Path) -> None:
    """Its page, and the page with all data."""
    pages = load_pages(built_site)
    for uri in (f"versies/{VERSIE}/index.html", "data/index.html"):
        paths = {link.path for link in pages[uri].links() if link.is_internal}
        assert f"archief/{VERSIE}.zip" in paths


def test_it_opens_from_a_disk(browser: Browser, bundel: Path) -> None:
    """In a real browser, without one failed request, and links can be followed."""
    page = browser.new_page()
    failed: list[str] = []
    fetched: set[str] = set()
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.on("request", lambda request: fetched.add(request.url))
    page.on("console", lambda message: failed.append(message.text))
    try:
        page.goto((bundel / "index.html").as_uri())
        for name in ("4 Uitgangspunten", "Verschil tussen", "Wijziging W-0"):
            page.locator("main a", has_text=name).first.click()
            page.wait_for_load_state()
            assert page.locator("h1").count() == 1
            assert (
                page.locator("body")
                .evaluate("e => getComputedStyle(e).fontFamily")
                .startswith('"Visie Sans"')
            )
            page.get_by_role("link", name="Inhoud van dit archief").click()
            page.wait_for_load_state()
        page.evaluate("document.fonts.ready.then(() => 1)")
    finally:
        page.close()

    assert failed == []
    assert all(url.startswith(bundel.as_uri()) for url in fetched)
    assert any(url.endswith(".woff2") for url in fetched)
