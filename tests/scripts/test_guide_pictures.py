"""Pictures of the guide: the project that they are made of, and a real one of a page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from regiovisie.errors import RegiovisieError
from regiovisie.registers import load_project

from scripts.webserver import serving
from tests.support.scripts import load_script

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def test_the_project_in_the_pictures_is_being_edited(monkeypatch: pytest.MonkeyPatch) -> None:
    """It has an address to edit at, and a proposal with all that a comment tells."""
    script = load_script("guide_pictures", monkeypatch)

    with script.project_in_progress() as project:
        regio = load_project(project).regio
        assert regio.bewerken is not None
        assert regio.nieuwe_ronde
        comment = script.comment_on_proposal(project)

    for told in ("2 alinea’s veranderen", "Nog zonder herkomst", "Wat nog niet klopt"):
        assert told in comment


def test_words_that_went_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Who edits the text of the example reads where the picture must follow."""
    script = load_script("guide_pictures", monkeypatch)
    (tmp_path / "tekst.md").write_text("Andere woorden.", encoding="utf-8")

    with pytest.raises(RegiovisieError, match=r"scripts/guide_pictures\.py"):
        script.replace_in(tmp_path / "tekst.md", "Oude woorden", "Nieuwe woorden")


@pytest.mark.browser
def test_picture_is_taken(
    monkeypatch: pytest.MonkeyPatch, browser: Browser, tmp_path: Path
) -> None:
    """An element gives a WebP; one that is not there is told."""
    script = load_script("guide_pictures", monkeypatch)
    page = "<!doctype html><link rel=icon href='data:,'><title>Proef</title><h1>Proef</h1>"
    (tmp_path / "index.html").write_text(page, encoding="utf-8")

    with serving(tmp_path) as address:
        picture = script.take(browser, address, script.Beeld("proef", "/", "h1"))
        with pytest.raises(RegiovisieError, match="niet te zien"):
            script.take(browser, address, script.Beeld("proef", "/", "h2"))

    assert picture[:4] + picture[8:12] == b"RIFFWEBP"
