"""Four kinds of web servers get the same headers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from regiovisie.errors import RegiovisieError
from regiovisie.publish import servers
from regiovisie.publish.csp import Laadt, laadt_van
from regiovisie.publish.koppen import ZOEKMACHINE, koppen_van, write_koppen

KOPPEN = koppen_van(Laadt(), Laadt(wasm=True))
FOLDERS = ("css", "data", "nota", "zoeken")
FORMS = {
    "_headers": r"^  (?P<name>[\w-]+): (?P<value>.+)$",
    ".htaccess": r'^Header always set (?P<name>[\w-]+) "(?P<value>.+)"$',
    "hosting/nginx.conf": r'^add_header (?P<name>[\w-]+) "(?P<value>.+)" always;$',
    "hosting/Caddyfile": r'^\t(?P<name>[A-Z][\w-]+) "(?P<value>.+)"$',
}


VARIES = (servers.CSP, servers.CORS, "Cache-Control")
"""What hangs on the address."""
WIDER = {
    "_headers": rf"^/\*\n  {servers.CSP}: {{}}$",
    ".htaccess": rf'^Header always set {servers.CSP} "{{}}" "expr=.* =~ m#\^/zoeken/',
    "hosting/nginx.conf": r'^if \(\$uri ~ "\^/zoeken/.*"\) { set \$regiovisie_policy "{}"; }$',
    "hosting/Caddyfile": rf'^@searching path /zoeken/ .*\nheader @searching {servers.CSP} "{{}}"$',
}
"""How each says that the page that searches has another policy."""


@pytest.mark.parametrize("file", FORMS)
def test_every_server_says_the_same(file: str) -> None:
    """Each header stands once in each file, with its value to the letter."""
    text = servers.files(KOPPEN, "/", FOLDERS)[file]
    found = [m.group("name", "value") for m in re.finditer(FORMS[file], text, re.MULTILINE)]

    assert [pair for pair in found if pair[0] not in VARIES] == [*KOPPEN.rest.items()]


@pytest.mark.parametrize("file", FORMS)
def test_only_the_search_may_run_its_program(file: str) -> None:
    """Every server sends the wider policy with that page alone; the strict one stands beside."""
    text = servers.files(KOPPEN, "/", FOLDERS)[file]

    assert "wasm" not in KOPPEN.strict
    assert text.count("wasm-unsafe-eval") == 1
    wider = WIDER[file].replace("{}", re.escape(KOPPEN.zoeken)).replace("{{", "{")
    assert re.search(wider, text, re.MULTILINE)
    assert KOPPEN.strict in text


def test_hosts_that_add_up_rules_send_the_strict_policy_too() -> None:
    """A browser obeys both, so what a page may do is what the strict one says; but not where
    people search."""
    text = servers.files(KOPPEN, "/", FOLDERS)["_headers"]
    strict = re.findall(
        rf"^(\S+)\n  {servers.CSP}: {re.escape(KOPPEN.strict)}$", text, re.MULTILINE
    )

    assert strict == ["/", "/index.html", "/404.html", "/css/*", "/data/*", "/nota/*"]
    assert len(set(re.findall(r"^/\S*", text, re.MULTILINE))) == len(
        re.findall(r"^/\S*", text, re.MULTILINE)
    )


@pytest.mark.parametrize("file", FORMS)
def test_open_data_may_be_read_from_elsewhere(file: str) -> None:
    """A script on another site may ask for data and feeds, and for nothing else."""
    text = servers.files(KOPPEN, "/", ("data", "feeds"))[file]
    told = [part for part in text.split("\n") if servers.CORS in part or "@open path" in part]

    assert re.search(r"/data/|\(data\|feeds\)", text)
    assert 1 <= len(told) <= 2


@pytest.mark.parametrize("file", FORMS)
def test_kept_files_are_the_same(file: str) -> None:
    """How long a browser may keep styles and letters does not hang on the server."""
    text = servers.files(KOPPEN, "/visie/", FOLDERS)[file]

    for folder, seconds in servers.KEPT.items():
        there = rf"/visie/{folder}(.|\n){{0,400}}\b{seconds}|{seconds}.*/visie/{folder}"
        assert re.search(there, text)


def test_site_in_a_folder() -> None:
    """A site that is not at the top of its host has its 404 page in its own folder."""
    texts = servers.files(KOPPEN, "/visie/", FOLDERS)

    assert "/visie/*\n" in texts["_headers"]
    assert "ErrorDocument 404 /visie/404.html" in texts[".htaccess"]
    assert "error_page 404 /visie/404.html;" in texts["hosting/nginx.conf"]
    assert "rewrite * /visie/404.html" in texts["hosting/Caddyfile"]


def test_clipboard_only_where_it_is_used() -> None:
    """What a device can do is closed, but for what a script of the site does."""
    copies = koppen_van(Laadt(kopieert=True), Laadt())

    assert "clipboard-write=()" in KOPPEN.rest["Permissions-Policy"]
    assert "clipboard-write=(self)" in copies.rest["Permissions-Policy"]


def test_norms() -> None:
    """The values that internet.nl calls good; HSTS for a year, and not for other sites."""
    assert KOPPEN.rest["Strict-Transport-Security"] == "max-age=31536000"
    assert KOPPEN.rest["Referrer-Policy"] == "no-referrer"
    assert KOPPEN.rest["X-Content-Type-Options"] == "nosniff"
    assert KOPPEN.rest["X-Frame-Options"] == "DENY"


def test_page_that_would_break_stops_the_build(tmp_path: Path) -> None:
    """A page that the policy would break is refused, with what stands in it."""
    (tmp_path / "a.html").write_text('<p style="color: red">a', encoding="utf-8")

    with pytest.raises(RegiovisieError, match=r"a\.html\n  Op deze pagina staat <p style=…>"):
        write_koppen(tmp_path, _NoSite())  # type: ignore[arg-type]


def test_the_build_writes_them(built_site: Path) -> None:
    """The site holds the files, and the built pages are within the policy."""
    for file in FORMS:
        assert (built_site / file).is_file()


def test_strict_policy_leaves_out_what_only_the_search_loads(tmp_path: Path) -> None:
    """What stands in the folder of the search engine opens the policy of that page alone."""
    engine = tmp_path / ZOEKMACHINE
    engine.mkdir()
    (engine / "pagefind.js").write_text("new Worker(a); fetch(b)", encoding="utf-8")
    (engine / "wasm.unknown.pagefind").write_bytes(b"")
    (tmp_path / "a.js").write_text("fetch(c)", encoding="utf-8")
    laadt = laadt_van(tmp_path, zonder=ZOEKMACHINE)
    koppen = koppen_van(laadt, laadt.met(laadt_van(engine)))

    assert "worker-src 'none'" in koppen.strict
    assert "connect-src 'self'" in koppen.strict
    assert "worker-src 'self'" in koppen.zoeken
    assert "wasm-unsafe-eval" in koppen.zoeken


class _NoSite:
    """As much of an Uitgave as the step asks for."""

    site_url = ""
