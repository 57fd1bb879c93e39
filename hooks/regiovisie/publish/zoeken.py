"""The search index: what a search reads when someone searches, and not before.

Each record is a place with its words, then the sign ``¶`` and the stems of all of them. A search
asks for stems, so that "woning" finds "woningen" and "hulp" finds "jeugdhulp"; the page shows
what stands before the sign. A stem ends in `END`, since Pagefind takes a word for the beginning
of longer ones: without it "rad" (raad) would find "radicaal".

What a search is narrowed by is a word behind the sign as well: ``filtersoortwijzigingzq``.
Pagefind's own filters stand in its files in another order each time, and two builds of one input
are to be equal to the byte.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from regiovisie.publish.pagefind import make_index
from regiovisie.publish.uitgave import Uitgave
from regiovisie.publish.vindplaatsen import Vindplaats, vindplaatsen
from regiovisie.render.views.zoeken import groep, soort_naam
from regiovisie.text.stam import SHORTEST_PART, STOP, delen, stam, woorden

FOLDER = "pagefind"
SIGN = "¶"
"""Parts what is shown from what is searched; ``js/zoeken.js`` knows it too."""
END = "zq"
"""Ends a stem; no Dutch word ends so. ``js/zoeken.js`` knows it too."""
TITLE_COUNTS = 4
"""So many times a word of the title counts."""


def write_zoekindex(site_dir: Path, uitgave: Uitgave) -> None:
    """Write the index of all that can be found beside the pages."""
    places = tuple(vindplaatsen(uitgave.index, site_dir))
    for path, content in make_index(records(uitgave, places)).items():
        target = site_dir / FOLDER / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def records(uitgave: Uitgave, places: Iterable[Vindplaats]) -> Iterator[dict[str, Any]]:
    """Each place as Pagefind takes it."""
    places = tuple(places)
    known = _vocabulary(places)
    stems: dict[str, tuple[str, ...]] = {}
    for place in places:
        title = list(_stems(place.titel, known, stems))
        own = [*(title * TITLE_COUNTS), *_stems(place.tekst, known, stems), *filters_of(place)]
        yield {
            "url": place.href,
            "content": f"{place.tekst} {SIGN} {' '.join(stem + END for stem in own)}",
            "meta": {
                "title": place.titel,
                "pagina": place.pagina,
                "soort": soort_naam(place.soort),
                "versie": uitgave.index.versie_naam(place.versie) if place.versie else "",
                "voorbeeld": "ja" if place.voorbeeld else "",
            },
        }


def filters_of(place: Vindplaats) -> Iterator[str]:
    """The words by which a search can be narrowed, without their `END`."""
    yield filter_word("groep", groep(place.soort))
    yield filter_word("soort", place.soort)
    yield filter_word("tekst", "ander" if place.anders else "nu")
    if place.versie:
        yield filter_word("versie", place.versie)
    yield from (filter_word("gemeente", slug) for slug in place.gemeenten)
    yield from (filter_word("indiener", soort) for soort in place.indieners)


def filter_word(name: str, value: str) -> str:
    """One choice as one word: ``filterversie202604tervaststelling``."""
    return f"filter{name}{value}".replace("-", "")


def _vocabulary(places: Iterable[Vindplaats]) -> frozenset[str]:
    """The words that a compound may be made of."""
    return frozenset(
        word
        for place in places
        for word in woorden(f"{place.titel} {place.tekst}")
        if len(word) >= SHORTEST_PART and word.isalpha() and word not in STOP
    )


def _stems(text: str, known: Collection[str], stems: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """The stem of each word, and of the parts of a compound; ``stems`` remembers both."""
    for word in woorden(text):
        if word in STOP:
            continue
        if word not in stems:
            parts = (stam(part) for part in sorted(delen(word, known)))
            stems[word] = tuple(dict.fromkeys((stam(word), *parts)))
        yield from stems[word]
