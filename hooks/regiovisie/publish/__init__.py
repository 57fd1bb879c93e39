"""What a site holds besides its pages: feeds, sitemaps, data, headers, the search index.

Files that hang on the registers alone are made before the pages (`files_of`); what needs the
written pages is made after them (`finish`). Each is one function in a list here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from regiovisie.publish.uitgave import Bestand, Uitgave

__all__ = ["Bestand", "Uitgave", "files_of", "finish"]

FILES: tuple[Callable[[Uitgave], Iterable[Bestand]], ...] = ()
"""What makes files from the registers, in this order."""

STEPS: tuple[Callable[[Path, Uitgave], None], ...] = ()
"""What is done in the folder of the written site, in this order."""


def files_of(uitgave: Uitgave) -> Iterator[Bestand]:
    """Every file of the site that is no page and hangs on the registers alone."""
    for make in FILES:
        yield from make(uitgave)


def finish(site_dir: Path, uitgave: Uitgave) -> None:
    """Do what needs the written pages, in the folder that they stand in."""
    for step in STEPS:
        step(site_dir, uitgave)
