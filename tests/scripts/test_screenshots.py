"""Pictures of pages: their names, and a real one of a real page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from regiovisie.errors import RegiovisieError

from scripts.webserver import serving
from tests.support.scripts import load_script

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.mark.parametrize(
    ("pad", "name"),
    [
        ("/", "start-390.png"),
        ("/vergelijk/", "vergelijk-390.png"),
        ("zienswijzen/zw-12/#punt", "zienswijzen-zw-12-390.png"),
    ],
)
def test_picture_is_named_after_its_page(
    monkeypatch: pytest.MonkeyPatch, pad: str, name: str
) -> None:
    """The path with hyphens, and the width."""
    script = load_script("screenshots", monkeypatch)

    assert script.file_name(pad, 390) == name


def test_ten_pages_show_the_whole_site(monkeypatch: pytest.MonkeyPatch, built_site: Path) -> None:
    """Without a page named: one of each kind that matters, all in the site, no two the same."""
    script = load_script("screenshots", monkeypatch)

    pages = script.key_pages(built_site)

    assert len(set(pages)) == len(pages) == 10
    assert all((built_site / page.lstrip("/") / "index.html").is_file() for page in pages)
    assert script.key_pages(built_site / "css") == []


def test_pictures_stay_out_of_git(root: Path) -> None:
    """They can be made again by anyone."""
    assert "/screenshots/" in (root / ".gitignore").read_text(encoding="utf-8").splitlines()


@pytest.mark.browser
def test_picture_is_taken(
    monkeypatch: pytest.MonkeyPatch, browser: Browser, tmp_path: Path
) -> None:
    """A page gives a PNG; a page that is not there is told and gives none."""
    script = load_script("screenshots", monkeypatch)
    page = "<!doctype html><link rel=icon href='data:,'><title>Proef</title><h1>Proef</h1>"
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    picture = tmp_path / "start.png"

    with serving(tmp_path) as address:
        script.take(browser, f"{address}/", 390, None, picture)
        with pytest.raises(RegiovisieError, match="niet in de site"):
            script.take(browser, f"{address}/nergens/", 390, None, tmp_path / "geen.png")

    assert picture.read_bytes().startswith(b"\x89PNG")
    assert not (tmp_path / "geen.png").exists()
