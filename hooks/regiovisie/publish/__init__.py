"""What a site holds besides its pages: feeds, sitemaps, data, headers, the search index.

Files that hang on the registers alone are made before the pages (`files_of`); what needs the
written pages is made after them (`finish`). Each is one function in a list here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from regiovisie.publish.archief import write_archives
from regiovisie.publish.deelbeeld import deelbeeld_bestanden
from regiovisie.publish.diwoo import diwoo_sitemap
from regiovisie.publish.druk import drukkoppen
from regiovisie.publish.feeds import feeds
from regiovisie.publish.gegevens.bestanden import gegevens
from regiovisie.publish.gegevens.teksten import copy_texts
from regiovisie.publish.koppen import write_koppen
from regiovisie.publish.security_txt import security_txt
from regiovisie.publish.sitemap import robots, write_sitemap
from regiovisie.publish.uitgave import Bestand, Uitgave
from regiovisie.publish.zoeken import write_zoekindex

__all__ = ["Bestand", "Uitgave", "files_of", "finish"]

FILES: tuple[Callable[[Uitgave], Iterable[Bestand]], ...] = (
    drukkoppen,
    robots,
    diwoo_sitemap,
    deelbeeld_bestanden,
    gegevens,
    feeds,
    security_txt,
)
"""What makes files from the registers, in this order."""

STEPS: tuple[Callable[[Path, Uitgave], None], ...] = (
    copy_texts,
    write_archives,
    write_sitemap,
    write_zoekindex,
    write_koppen,  # last: it reads what all others made
)
"""What is done in the folder of the written site, in this order."""


def files_of(uitgave: Uitgave) -> Iterator[Bestand]:
    """Every file of the site that is no page and hangs on the registers alone."""
    for make in FILES:
        yield from make(uitgave)


def finish(site_dir: Path, uitgave: Uitgave) -> None:
    """Do what needs the written pages, in the folder that they stand in."""
    for step in STEPS:
        step(site_dir, uitgave)
