"""A project as something to publish, without building it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from regiovisie.herkomst.dossier import make_dossier
from regiovisie.publish import Bestand, Uitgave
from regiovisie.registers import load_project
from regiovisie.render.opmaker import RenvooiOpmaker
from regiovisie.render.views.index import Index

SITE_URL = "https://regiovisie.example/"


def make_uitgave(root: Path, site_url: str = SITE_URL) -> Uitgave:
    """What a project folder publishes, at an address."""
    dossier = make_dossier(load_project(root))
    return Uitgave(Index(dossier, RenvooiOpmaker(dossier)), site_url)


def per_uri(bestanden: Iterable[Bestand]) -> dict[str, bytes]:
    """Files by their place in the site; each has a place of its own."""
    found: dict[str, bytes] = {}
    for bestand in bestanden:
        assert bestand.uri not in found, bestand.uri
        content = bestand.content
        found[bestand.uri] = content.encode() if isinstance(content, str) else content
    return found
