"""A feed as JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/."""

from __future__ import annotations

import json

from regiovisie.publish.feeds.atom import moment
from regiovisie.publish.feeds.berichten import Bericht, Stroom
from regiovisie.render.views.gegevens_adres import json_feed


def als_json_feed(stroom: Stroom) -> str:
    """The feed as JSON text."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": stroom.titel,
        "home_page_url": stroom.pagina,
        "feed_url": json_feed(stroom.adres),
        "description": stroom.uitleg,
        "language": "nl",
        "authors": [{"name": stroom.auteur}],
        "items": [_item(bericht) for bericht in stroom.berichten],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _item(bericht: Bericht) -> dict[str, object]:
    return {
        "id": bericht.adres,
        "url": bericht.adres,
        "title": bericht.titel,
        "content_html": bericht.inhoud.html,
        "content_text": bericht.inhoud.tekst,
        "date_published": moment(bericht.dag),
        "tags": [bericht.soort, *(["voorbeeld"] if bericht.voorbeeld else [])],
    }
