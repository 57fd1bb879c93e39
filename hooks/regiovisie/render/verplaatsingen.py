"""Both ends of what moved: what stands at the one leads to the other, and to why.

::

    Verplaatst naar ‘5 Pijlers’. Lees waarom.        where it stood
    Verplaatst vanuit ‘4 Uitgangspunten’             where it stands, with the number of its note
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement

from regiovisie.diff.compare import Entry
from regiovisie.diff.history import PlacedBlock
from regiovisie.herkomst.vergelijking import OnderdeelVergelijking
from regiovisie.render.beschrijving import plaatsnaam
from regiovisie.render.inline import add_text, bij, element
from regiovisie.render.noten import noten_van

OUD = "oud-"
"""Before the ids of what stands only in the old version."""

OnOtherPage = Callable[[str, str], str]
"""The slug of an onderdeel and an id → the address in the same comparison."""


@dataclass(frozen=True, slots=True)
class MoveEnds:
    """Where a moved block stood and stands: the blocks, and the pages that show them."""

    was: PlacedBlock
    wordt: PlacedBlock
    page_was: str
    page_wordt: str
    noot: int
    """The number of the note about the move, on the page where the block stands."""


Ends = Mapping[str, MoveEnds]
"""Id of a move → its ends."""


def move_ends(onderdelen: Iterable[OnderdeelVergelijking]) -> Ends:
    """Both ends of every move in a pair."""
    pages: dict[str, str] = {}
    news: dict[str, tuple[Entry, str]] = {}
    noten: dict[str, int] = {}
    for onderdeel in onderdelen:
        for entry in onderdeel.entries:
            if entry.verplaatsing and entry.new:
                news.setdefault(entry.verplaatsing, (entry, onderdeel.slug))
            elif entry.verplaatsing:
                pages.setdefault(entry.verplaatsing, onderdeel.slug)
        for noot in noten_van(onderdeel.groepen):
            for plek in noot.plekken:
                if plek.soort == "verplaatst":
                    noten.setdefault(plek.entry.verplaatsing, noot.nummer)
    return {
        name: MoveEnds(entry.old[0], entry.placed, pages[name], page, noten[name])
        for name, (entry, page) in news.items()
        if name in pages
    }


def move_label(ends: MoveEnds, on_other_page: OnOtherPage, *, went: bool) -> HtmlElement:
    """Where a block went or came from, with a link to the other end; where it went also why."""
    same = ends.page_was == ends.page_wordt

    def link(page: str, target: str, text: str) -> HtmlElement:
        made = element("a", href=f"#{target}" if same else on_other_page(page, target))
        made.text = text
        return made

    label = bij("span", "Verplaatst ", class_="bord")
    if same:
        add_text(label, "binnen dit onderdeel, ")
    if not went:
        text = "van een andere plek" if same else f"vanuit {plaatsnaam(ends.was)}"
        label.append(link(ends.page_was, OUD + ends.was.id, text))
        return label
    text = "naar een andere plek" if same else f"naar {plaatsnaam(ends.wordt)}"
    label.append(link(ends.page_wordt, ends.wordt.id, text))
    add_text(label, ". Lees ")
    why = f"waarom (wijziging {ends.noot})" if same else "waarom"
    label.append(link(ends.page_wordt, f"noot-{ends.noot}", why))
    return label
