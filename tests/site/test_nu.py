"""The Nu HTML checker finds no error on any page."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scripts import nu


@pytest.fixture(scope="module")
def program() -> tuple[str, Path]:
    """Java and the checker; tests that need them are left out where they are not."""
    found = nu.find_nu()
    if found is None:
        assert os.environ.get("CI", "").lower() not in {"true", "1"}, "CI heeft Java en npm nodig"
        pytest.skip("er is geen Nu HTML checker op deze computer (Java en npm)")
    return found


def test_every_page_is_valid_html(program: tuple[str, Path], built_site: Path) -> None:
    """All pages in one run, without an error."""
    assert nu.check(program, built_site) == []


def test_an_error_is_found(program: tuple[str, Path], tmp_path: Path) -> None:
    """An element where it may not stand is told, with its page and line."""
    page = '<!doctype html>\n<html lang="nl"><title>Fout</title>\n<ul><p>Los</p></ul></html>\n'
    (tmp_path / "fout.html").write_text(page, encoding="utf-8")

    [told] = nu.check(program, tmp_path)

    assert told.startswith("/fout.html:3: ")


def test_another_package_is_refused(tmp_path: Path) -> None:
    """What does not have the checksum is not unpacked."""
    package = tmp_path / "vnu-jar.tgz"
    package.write_bytes(b"iets anders")

    with pytest.raises(ValueError, match="controlegetal"):
        nu.unpack(package, tmp_path)

    assert list(tmp_path.iterdir()) == [package]


def test_without_java_there_is_no_checker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is fetched that could not be run."""
    monkeypatch.setattr(nu.shutil, "which", lambda name: "/usr/bin/npm" if name == "npm" else None)
    monkeypatch.setattr(nu, "_fetch", lambda *_: pytest.fail("gehaald"))

    assert nu.ensure_nu(tmp_path) is None
