"""Every generated page of the site: its file, title, template and view.

Each module here gives the pages of one part of the site. Views are made one at a time as the
iterator runs, so that a large site never holds all of them at once unless the caller does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from regiovisie.herkomst.dossier import Dossier
from regiovisie.render.opmaker import Opmaker, RenvooiOpmaker
from regiovisie.render.pages.beantwoording import beantwoording
from regiovisie.render.pages.losse import losse_paginas
from regiovisie.render.pages.partijen import alle_partijen
from regiovisie.render.pages.spec import PageSpec, uri_of
from regiovisie.render.pages.teksten import teksten
from regiovisie.render.pages.vergelijken import alle_wijzigingen, paren
from regiovisie.render.pages.vinden import vinden
from regiovisie.render.pages.zienswijzenregister import zienswijzenregister
from regiovisie.render.views.bij_pagina import BijPagina
from regiovisie.render.views.index import Index
from regiovisie.render.views.kader import kader

__all__ = ["PageSpec", "all_pages", "site_context", "uri_of"]


def site_context(dossier: Dossier, paginas: Collection[str]) -> dict[str, object]:
    """What every template needs besides its view; ``paginas`` are the editors' own pages."""
    index = Index(dossier, RenvooiOpmaker(dossier))
    return {
        "kader": kader(index, paginas),
        "wegwijzer": index.wegwijzer,
        "bij_pagina": BijPagina(index),
    }


def all_pages(dossier: Dossier, opmaker: Opmaker | None = None) -> Iterator[PageSpec]:
    """All generated pages of a project."""
    index = Index(dossier, opmaker or RenvooiOpmaker(dossier))
    yield from losse_paginas(index)
    yield from teksten(index)
    yield from paren(index)
    yield from alle_wijzigingen(index)
    yield from beantwoording(index)
    yield from zienswijzenregister(index)
    yield from alle_partijen(index)
    yield from vinden(index)
