"""What is published once besides the pages: one file of the site, and what such files need."""

from __future__ import annotations

from dataclasses import dataclass

from regiovisie.herkomst.dossier import Dossier
from regiovisie.render.views.index import Index


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file of the site that is no page: ``robots.txt``, a feed, a picture."""

    uri: str
    """Where it stands in the site: ``data/zienswijzen.json``."""
    content: bytes | str
    """What is in it; text is written as UTF-8."""


@dataclass(frozen=True, slots=True)
class Uitgave:
    """One build: what is published, and at which address."""

    index: Index
    site_url: str
    """The address of the site with a slash at its end; empty where none is configured."""

    @property
    def dossier(self) -> Dossier:
        """Registers, texts and comparisons."""
        return self.index.dossier

    def adres(self, href: str) -> str:
        """The full address of a page or file: ``https://…/nota/``."""
        return f"{self.site_url}{href}"
