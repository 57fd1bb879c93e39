"""One generated page, before MkDocs makes a file of it.

::

    PageSpec("zienswijzen/zw-12.md", "Zienswijze van … (ZW-12)", "zienswijze.html", view, …)
"""

from __future__ import annotations

from dataclasses import dataclass

from regiovisie.render.views import adres


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One generated page."""

    uri: str
    """Path of the page's source, as if it stood in docs/: ``zienswijzen/zw-12.md``."""
    title: str
    template: str
    view: object
    description: str


def uri_of(href: str) -> str:
    """The source of the page at an address: ``nota/`` gives ``nota/index.md``."""
    return "index.md" if href == adres.HOME else f"{href}index.md"


def leaf(href: str) -> str:
    """The source of a page with none below it: ``wijzigingen/w-012/`` gives ``….md``."""
    return f"{href.rstrip('/')}.md"
