"""Where an editor changes what a page shows: the file itself, on GitHub or GitLab.

::

    GitHub    https://github.com/regio/visie/edit/main/docs/regiovisie/04-uitgangspunten.md
    GitLab    https://gitlab.com/regio/visie/-/edit/main/docs/zienswijzen/zw-12.md

Nothing without an address in mkdocs.yml (`bewerken`). A frozen text is edited nowhere.
"""

from __future__ import annotations

from urllib.parse import quote

from regiovisie.registers import Record
from regiovisie.registers.onderdelen import slug_of
from regiovisie.render.views.basis import Link
from regiovisie.render.views.index import Index

TEKST = "Stel een wijziging voor"
_EDIT = {"github": "edit", "gitlab": "-/edit"}


def bewerk_onderdeel(index: Index, slug: str) -> Link | None:
    """To the file of this onderdeel in the werkversie, whatever its number is there."""
    werkversie = index.project.werkversie
    namen = [naam for naam, _ in werkversie.bestanden] if werkversie else []
    bestand = next((naam for naam in namen if slug_of(naam) == slug), None)
    return _link(index, f"docs/regiovisie/{bestand}") if bestand else None


def bewerk_record(index: Index, record: Record) -> Link | None:
    """To the file that this record was read from."""
    origin = index.project.origin(record)
    return _link(index, origin.source.file) if origin else None


def bewerk_mogelijk(index: Index) -> bool:
    """Whether mkdocs.yml says where files are edited."""
    bewerken = index.regio.bewerken
    return bool(bewerken and bewerken.url and bewerken.soort in _EDIT)


def _link(index: Index, bestand: str) -> Link | None:
    bewerken = index.regio.bewerken
    if bewerken is None or not bewerken.url or not bewerk_mogelijk(index):
        return None
    tak, pad = quote(bewerken.tak), quote(bestand)
    return Link(f"{bewerken.url.rstrip('/')}/{_EDIT[bewerken.soort]}/{tak}/{pad}", TEKST)
