"""Make the pictures of the editors' guide again: `python3 scripts/guide_pictures.py`.

Each is a part of a real screen, by the name that a page in docs/meedoen gives it. They are made
in a copy of the project in which a text is being edited: with an address to edit at, a new
round, and a proposal that has mistakes in it.
"""

from __future__ import annotations

import base64
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import environment

environment.enter(environment.TEST)

import click
from lxml import html

from regiovisie.errors import Problem, RegiovisieError
from regiovisie.herkomst.dossier import make_dossier
from regiovisie.herkomst.voorstel import make_voorstel
from regiovisie.redactie.command import Command, debug_option, run
from regiovisie.redactie.pr_markdown import voorstel_markdown
from regiovisie.registers import load_project
from regiovisie.text.markdown import html_tree

import chromium
import webserver
from screenshots import NO_BROWSER, built_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FOLDER = environment.ROOT / "docs" / "meedoen" / "beelden"
COMMENT = "opmerking-bij-voorstel"
"""The page that the copy gets for the comment, as the site would show it."""


@dataclass(frozen=True, slots=True)
class Beeld:
    """One picture: the part of a page round an element."""

    naam: str
    pad: str
    selector: str
    boven: int = 24
    """Pixels of the page that are kept above the element."""
    hoogte: int = 0
    """Of the picture, from there; 0: as far as the element goes."""
    breedte: int = 720


BEELDEN = (
    Beeld(
        "stel-een-wijziging-voor",
        "/regiovisie/uitgangspunten/",
        'aside[aria-label="Wat kunt u nog doen?"]',
        boven=230,
        hoogte=440,
    ),
    Beeld("zienswijze", "/zienswijzen/zw-12/", ".bovenkop", hoogte=600),
    Beeld("zienswijze-punt", "/zienswijzen/zw-12/", "#zw-12-1", boven=10),
    Beeld(
        "vergelijken",
        "/vergelijk/2025-11-consultatieversie/2026-04-ter-vaststelling/samen-uitvoeren/",
        ".stuk del:visible",
        boven=60,
        hoogte=474,
    ),
    Beeld("opmerking", f"/{COMMENT}/", "article"),
    Beeld("vingerafdruk", "/versies/2026-04-ter-vaststelling/", ".zij"),
)


@click.command("guide_pictures.py", cls=Command)
@click.option(
    "--naar",
    metavar="MAP",
    type=click.Path(path_type=Path),
    default=FOLDER,
    help="Waar de beelden komen. Standaard: docs/meedoen/beelden.",
)
@debug_option
def guide_pictures(naar: Path) -> None:
    """Maak de beelden van de handleiding voor redacteuren opnieuw."""
    executable = chromium.ensure_chromium()
    if executable is None:
        raise RegiovisieError([NO_BROWSER])
    naar.mkdir(parents=True, exist_ok=True)
    with (
        project_in_progress() as project,
        built_site(project, None) as site,
        chromium.launched_chromium(executable) as browser,
    ):
        add_comment(site, project)
        with webserver.serving(site) as address:
            for beeld in BEELDEN:
                target = naar / f"{beeld.naam}.webp"
                target.write_bytes(take(browser, address, beeld))
                click.echo(target)


# --- what is photographed


@contextmanager
def project_in_progress() -> Iterator[Path]:
    """A copy of this project that can be edited: on GitHub, and after a new round began."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        for name in ("docs", "versions"):
            shutil.copytree(environment.ROOT / name, project / name)
        shutil.copy2(environment.ROOT / "mkdocs.yml", project)
        settings = (
            "  regiovisie:\n"
            "    nieuwe_ronde: Een raad zei nee.\n"
            "    bewerken: {soort: github, url: https://github.com/voorbeeldregio/regiovisie}\n"
        )
        replace_in(project / "mkdocs.yml", "  regiovisie:\n", settings)
        yield project


def add_comment(site: Path, project: Path) -> None:
    """Add a page with the comment on a proposal to the site."""
    page = html.parse(str(site / "over" / "index.html"))
    (article,) = page.xpath("//article")
    article.clear()
    article.set("class", "proza proza--pagina")
    article.extend(html_tree(comment_on_proposal(project)))
    target = site / COMMENT / "index.html"
    target.parent.mkdir()
    target.write_bytes(html.tostring(page, encoding="utf-8", doctype="<!doctype html>"))


def comment_on_proposal(project: Path) -> str:
    """The comment on a proposal of two changes, one of which names a point that is not there."""
    before = make_dossier(load_project(project))
    tekst = project / "docs" / "regiovisie" / "04-uitgangspunten.md"
    replace_in(tekst, "Hulp komt bij voorkeur naar", "Hulp komt naar")
    replace_in(tekst, "hoort bij hulp thuis altijd", "hoort bij hulp thuis steeds")
    register = (
        "- {id: W-concept-a1, plaats: uitgangspunten#zo-thuis-mogelijk, was: bij voorkeur, "
        "herkomst: inspraak, punten: [ZW-12.9], voorbeeld: true}\n"
    )
    (project / "docs" / "regiovisie" / "wijzigingen.yml").write_text(register, encoding="utf-8")
    return voorstel_markdown(make_voorstel(before, make_dossier(load_project(project))))


def replace_in(path: Path, old: str, new: str) -> None:
    """Replace words in a file; raises RegiovisieError when they are not there."""
    text = path.read_text(encoding="utf-8")
    if old not in text:
        wat = f"De woorden “{old.strip()}” staan hier niet meer."
        doe = "Pas in scripts/guide_pictures.py aan wat het voorbeeld verandert."
        raise RegiovisieError([Problem(path.name, "", "", wat, doe)])
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


# --- taking it


def take(browser: Browser, address: str, beeld: Beeld) -> bytes:
    """One picture as WebP; raises RegiovisieError when its page or element is not there."""
    page = browser.new_page(
        viewport={"width": beeld.breedte, "height": 900}, locale="nl-NL", reduced_motion="reduce"
    )
    try:
        page.goto(f"{address}{beeld.pad}", wait_until="load")
        found = page.locator(beeld.selector)
        box = found.first.bounding_box() if found.count() else None
        if box is None:
            wat, doe = f"{beeld.selector} is niet te zien.", "Kies in BEELDEN iets anders."
            raise RegiovisieError([Problem(beeld.pad, "", "", wat, doe)])
        top = max(0, box["y"] - beeld.boven)
        height = beeld.hoogte or box["height"] + 2 * beeld.boven
        png = page.screenshot(
            full_page=True,
            clip={"x": 0, "y": top, "width": beeld.breedte, "height": height},
        )
        return _as_webp(page, png)
    finally:
        page.close()


_TO_WEBP = """async (png) => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  canvas.getContext("2d").drawImage(image, 0, 0);
  const blob = await canvas.convertToBlob({type: "image/webp", quality: 0.8});
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}"""


def _as_webp(page: Page, png: bytes) -> bytes:
    """The picture in a third of the bytes; the browser makes it, outside the site's policy."""
    page.goto("about:blank")
    return base64.b64decode(page.evaluate(_TO_WEBP, base64.b64encode(png).decode()))


if __name__ == "__main__":
    sys.exit(run(guide_pictures, sys.argv[1:], "python3 scripts/guide_pictures.py"))
