"""The feeds of the site: what changed and why, for who wants to be told.

::

    feeds/wijzigingen.atom, .json    every change
    feeds/versies.atom, .json        every version
    feeds/onderdeel/pijlers.atom     the changes in one onderdeel
    feeds/indiener/raad-x.atom       what was done with the points of one indiener

An entry of a feed needs a full address, so a site without one has no feeds. The werkversie stands
in none of them: what is in it may still become something else.
"""

from __future__ import annotations

from collections.abc import Iterator

from regiovisie.publish.feeds.atom import als_atom
from regiovisie.publish.feeds.berichten import Stroom, alle_stromen
from regiovisie.publish.feeds.json_feed import als_json_feed
from regiovisie.publish.uitgave import Bestand, Uitgave
from regiovisie.render.views.gegevens_adres import (
    STROOM_VERSIES,
    STROOM_WIJZIGINGEN,
    json_feed,
)


def feeds(uitgave: Uitgave) -> Iterator[Bestand]:
    """Every feed; none where the site has no address."""
    if not uitgave.site_url:
        return
    for stroom in alle_stromen(uitgave):
        yield from _bestanden(stroom)


def _bestanden(stroom: Stroom) -> Iterator[Bestand]:
    yield Bestand(stroom.href, als_atom(stroom))
    if stroom.href in (STROOM_WIJZIGINGEN, STROOM_VERSIES):
        yield Bestand(json_feed(stroom.href), als_json_feed(stroom))
