"""Four kinds of web servers get the same headers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from regiovisie.errors import RegiovisieError
from regiovisie.publish import servers
from regiovisie.publish.csp import Laadt
from regiovisie.publish.koppen import koppen_van, write_koppen

KOPPEN = koppen_van(Laadt())
FORMS = {
    "_headers": r"^  (?P<name>[\w-]+): (?P<value>.+)$",
    ".htaccess": r'^Header always set (?P<name>[\w-]+) "(?P<value>.+)"$',
    "hosting/nginx.conf": r'^add_header (?P<name>[\w-]+) "(?P<value>.+)" always;$',
    "hosting/Caddyfile": r'^\t(?P<name>[A-Z][\w-]+) "(?P<value>.+)"$',
}


@pytest.mark.parametrize("file", FORMS)
def test_every_server_says_the_same(file: str) -> None:
    """Each header stands once in each file, with its value to the letter."""
    text = servers.files(KOPPEN, "/")[file]
    found = [m.group("name", "value") for m in re.finditer(FORMS[file], text, re.MULTILINE)]

    assert [pair for pair in found if pair[0] != "Cache-Control"] == [*KOPPEN.items()]


@pytest.mark.parametrize("file", FORMS)
def test_kept_files_are_the_same(file: str) -> None:
    """How long a browser may keep styles and letters does not hang on the server."""
    text = servers.files(KOPPEN, "/visie/")[file]

    for folder, seconds in servers.KEPT.items():
        there = rf"/visie/{folder}(.|\n){{0,60}}\b{seconds}|{seconds}.*/visie/{folder}"
        assert re.search(there, text)


def test_site_in_a_folder() -> None:
    """A site that is not at the top of its host has its 404 page in its own folder."""
    texts = servers.files(KOPPEN, "/visie/")

    assert "/visie/*\n" in texts["_headers"]
    assert "ErrorDocument 404 /visie/404.html" in texts[".htaccess"]
    assert "error_page 404 /visie/404.html;" in texts["hosting/nginx.conf"]
    assert "rewrite * /visie/404.html" in texts["hosting/Caddyfile"]


def test_clipboard_only_where_it_is_used() -> None:
    """What a device can do is closed, but for what a script of the site does."""
    assert "clipboard-write=()" in KOPPEN["Permissions-Policy"]
    assert "clipboard-write=(self)" in koppen_van(Laadt(kopieert=True))["Permissions-Policy"]


def test_norms() -> None:
    """The values that internet.nl calls good; HSTS for a year, and not for other sites."""
    assert KOPPEN["Strict-Transport-Security"] == "max-age=31536000"
    assert KOPPEN["Referrer-Policy"] == "no-referrer"
    assert KOPPEN["X-Content-Type-Options"] == "nosniff"
    assert KOPPEN["X-Frame-Options"] == "DENY"


def test_page_that_would_break_stops_the_build(tmp_path: Path) -> None:
    """A page that the policy would break is refused, with what stands in it."""
    (tmp_path / "a.html").write_text('<p style="color: red">a', encoding="utf-8")

    with pytest.raises(RegiovisieError, match=r"a\.html\n  Op deze pagina staat <p style=…>"):
        write_koppen(tmp_path, _NoSite())  # type: ignore[arg-type]


def test_the_build_writes_them(built_site: Path) -> None:
    """The site holds the files, and the built pages are within the policy."""
    for file in FORMS:
        assert (built_site / file).is_file()


class _NoSite:
    """As much of an Uitgave as the step asks for."""

    site_url = ""
