"""The addresses of what is published for programs: data, feeds and archives.

::

    record("zienswijzen", "ZW-12")   → "data/zienswijzen/zw-12.json"
    stroom_onderdeel("pijlers")      → "feeds/onderdeel/pijlers.atom"
"""

from __future__ import annotations

DATA = "data/"
CATALOGUS = "data/catalogus.json"
STROOM_WIJZIGINGEN = "feeds/wijzigingen.atom"
STROOM_VERSIES = "feeds/versies.atom"


def record(naam: str, record_id: str) -> str:
    """The file of one record of a set."""
    return f"{DATA}{naam}/{record_id.lower()}.json"


def schema(naam: str) -> str:
    """The JSON Schema of a set."""
    return f"{DATA}schema/{naam}.schema.json"


def vergelijking(van: str, naar: str) -> str:
    """Every word of a pair of texts, as JSON."""
    return f"{DATA}vergelijk/{van}--{naar}.json"


def tekstbestand(versie_id: str, bestand: str) -> str:
    """A file of a text, as editors wrote it."""
    return f"{DATA}teksten/{versie_id}/{bestand}"


def archief(versie_id: str) -> str:
    """Everything about one version, to keep."""
    return f"archief/{versie_id}.zip"


def stroom_onderdeel(slug: str) -> str:
    """The feed of the changes in one onderdeel."""
    return f"feeds/onderdeel/{slug}.atom"


def stroom_indiener(slug: str) -> str:
    """The feed of what was done with the points of one indiener."""
    return f"feeds/indiener/{slug}.atom"


def json_feed(stroom: str) -> str:
    """The same feed as JSON Feed."""
    return f"{stroom.removesuffix('.atom')}.json"
