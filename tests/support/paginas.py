"""One page of every kind, so that a browser need not visit hundreds to have seen them all.

A kind is a template in a part of the site: an onderdeel is read under ``regiovisie/`` with other
things around it than under ``versies/``. Of each kind the fullest page stands for the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from regiovisie.herkomst.controle import read_checked
from regiovisie.render.pages import all_pages

FRAME = "base.html"
"""The template that the others fill; no page of its own."""

GEWOON = "main.html"
"""The template of what editors write as a page."""

ZONDER_ADRES = "404.html"
"""The page for an address that leads nowhere."""


@dataclass(frozen=True, slots=True, order=True)
class Soort:
    """A kind of page, and the page that stands for it."""

    template: str
    deel: str
    """The first folder of its address; empty for the home page."""
    path: str
    """Its address in the site: ``/vergelijk/``."""

    def __str__(self) -> str:
        return self.path


def soorten(project: Path, site: Path) -> tuple[Soort, ...]:
    """Every kind of page of a project that was built into ``site``."""
    dossier = read_checked(project).dossier
    made_by = {_html(spec.uri): spec.template for spec in all_pages(dossier)}
    kinds: dict[tuple[str, str], list[str]] = defaultdict(list)
    for uri in _uris(site):
        template = ZONDER_ADRES if uri == ZONDER_ADRES else made_by.get(uri, GEWOON)
        deel = "" if template == GEWOON else uri.rpartition("/")[0].partition("/")[0]
        kinds[template, deel].append(uri)
    return tuple(sorted(_soort(site, kind, uris) for kind, uris in kinds.items()))


def templates(theme: Path) -> frozenset[str]:
    """The templates of pages in a theme."""
    return frozenset(path.name for path in theme.glob("*.html")) - {FRAME}


def _soort(site: Path, kind: tuple[str, str], uris: list[str]) -> Soort:
    fullest = max(sorted(uris), key=lambda uri: (site / uri).stat().st_size)
    return Soort(*kind, f"/{fullest.removesuffix('index.html')}")


def _uris(site: Path) -> Iterator[str]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix()


def _html(uri: str) -> str:
    """The file that MkDocs makes of a source."""
    stem = uri.removesuffix(".md")
    return f"{stem}.html" if stem.split("/")[-1] == "index" else f"{stem}/index.html"
