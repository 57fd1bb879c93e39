"""The server for tests and screenshots."""

from __future__ import annotations

from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from scripts.webserver import serving


def test_pages_are_served(tmp_path: Path) -> None:
    """A folder gives its index page, and what is not there is not found."""
    (tmp_path / "vergelijk").mkdir()
    (tmp_path / "vergelijk" / "index.html").write_text("twee versies", encoding="utf-8")

    with serving(tmp_path) as address:
        with urlopen(f"{address}/vergelijk/") as response:
            body = response.read()
        with pytest.raises(HTTPError) as caught:
            urlopen(f"{address}/nergens/")
        caught.value.close()

    assert body == b"twee versies"
    assert caught.value.code == 404
