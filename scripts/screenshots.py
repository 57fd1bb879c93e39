"""Take pictures of pages: `python3 scripts/screenshots.py /vergelijk/ /zienswijzen/`.

Without pages: ten that show the whole site, so that anyone can look at a change. Builds the
project in a temporary folder, or takes a built site with `--site`. Each page gives one picture per
width: `/vergelijk/` at 1280 is `vergelijk-1280.png`, `/` is `start-1280.png`. The pictures stay
out of git, in `screenshots/`.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import environment

environment.enter(environment.TEST)

import click

from regiovisie.errors import Problem, RegiovisieError
from regiovisie.redactie.command import Command, debug_option, project_option, run

import chromium
import webserver

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ViewportSize

FIRST_SCREEN = 900
"""Height of the window in pixels; a picture of the whole page is as long as the page."""


@click.command("screenshots.py", cls=Command)
@click.argument("paden", metavar="[PAD…]", nargs=-1)
@project_option(environment.ROOT)
@click.option(
    "--site",
    metavar="MAP",
    type=click.Path(path_type=Path),
    help="Een gebouwde site. Standaard: de site wordt eerst gebouwd.",
)
@click.option(
    "--breedte",
    "breedtes",
    metavar="N",
    type=click.IntRange(min=200),
    multiple=True,
    default=(1280, 390),
    help="Breedte van het venster; mag vaker. Standaard: 1280 en 390.",
)
@click.option(
    "--hoogte",
    metavar="N",
    type=click.IntRange(min=200),
    help="Neem alleen zoveel van de pagina. Standaard: de hele pagina.",
)
@click.option(
    "--naar",
    metavar="MAP",
    type=click.Path(path_type=Path),
    default=environment.ROOT / "screenshots",
    help="Waar de plaatjes komen. Standaard: screenshots, buiten git.",
)
@debug_option
def screenshots(
    paden: tuple[str, ...],
    project: Path,
    site: Path | None,
    breedtes: tuple[int, ...],
    hoogte: int | None,
    naar: Path,
) -> None:
    """Maak plaatjes van pagina's van de site, zoals /vergelijk/. Standaard: tien van elke soort."""
    executable = chromium.ensure_chromium()
    if executable is None:
        raise RegiovisieError([NO_BROWSER])
    naar.mkdir(parents=True, exist_ok=True)
    with (
        built_site(project, site) as folder,
        webserver.serving(folder) as address,
        chromium.launched_chromium(executable) as browser,
    ):
        for pad in paden or key_pages(folder):
            for breedte in breedtes:
                target = naar / file_name(pad, breedte)
                take(browser, f"{address}/{pad.lstrip('/')}", breedte, hoogte, target)
                click.echo(target)


KEY_PAGES = (
    "/",
    "/regiovisie/",
    "/regiovisie/*/",
    "/vergelijk/",
    "/vergelijk/*/*/",
    "/vergelijk/*/*/*/",
    "/wijzigingen/*/",
    "/zienswijzen/",
    "/zienswijzen/zw-*/",
    "/raadsbesluiten/",
)
"""Ten pages that show the whole site; a star stands for the name with most to see."""

NO_BROWSER = Problem(
    file="scripts/screenshots.py",
    entry="",
    key="",
    wat="Er is geen Chromium, Chrome of Edge op deze computer.",
    doe="Installeer een van deze browsers.",
)


@contextmanager
def built_site(project: Path, site: Path | None) -> Iterator[Path]:
    """The folder to photograph: `site`, or a fresh build that is removed afterwards."""
    if site is not None:
        yield site
        return
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "site"
        options = ["--project", str(project), "--site-dir", str(target)]
        build = environment.ROOT / "scripts" / "build.py"
        command = [sys.executable, str(build), *options]
        # What it says of its folder is of no use here: the folder goes away.
        result = subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        if result.returncode:
            raise SystemExit(result.returncode)  # the build has told why
        yield target


def key_pages(site: Path) -> list[str]:
    """KEY_PAGES as a built site has them: the longest page of each pattern, where there is one."""
    pages = []
    for pattern in KEY_PAGES:
        found = sorted(site.glob(f"{pattern.lstrip('/')}index.html"))
        if found:
            longest = max(found, key=lambda page: page.stat().st_size)
            pages.append(f"/{longest.relative_to(site).as_posix().removesuffix('index.html')}")
    return pages


def file_name(pad: str, breedte: int) -> str:
    """The name of a picture, from the path of its page and the width of the window."""
    page = pad.partition("#")[0].strip("/").replace("/", "-") or "start"
    return f"{page}-{breedte}.png"


def take(browser: Browser, url: str, breedte: int, hoogte: int | None, target: Path) -> None:
    """Take one picture; raises RegiovisieError when there is no such page."""
    window: ViewportSize = {"width": breedte, "height": hoogte or FIRST_SCREEN}
    page = browser.new_page(viewport=window, locale="nl-NL", reduced_motion="reduce")
    try:
        response = page.goto(url, wait_until="load")
        if response is None or not response.ok:
            wat, doe = "Deze pagina staat niet in de site.", "Noem een pad zoals /vergelijk/."
            raise RegiovisieError([Problem(file=url, entry="", key="", wat=wat, doe=doe)])
        page.screenshot(path=target, full_page=hoogte is None)
    finally:
        page.close()


if __name__ == "__main__":
    sys.exit(run(screenshots, sys.argv[1:], "python3 scripts/screenshots.py"))
