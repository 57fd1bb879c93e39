"""The words of the glossary that stand in an onderdeel, explained on its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from regiovisie.render.begrippen import Woordenlijst, anker, bij_anker
from regiovisie.render.renvooi import Fragment
from regiovisie.render.views.index import Index


@dataclass(frozen=True, slots=True)
class BegripView:
    """A word that stands in the text, with what it means."""

    anker: str
    naam: str
    uitleg: str
    terug: str
    """The id of the first place where it stands."""


def uitgelegd(
    index: Index, fragmenten: Sequence[Fragment]
) -> tuple[tuple[Fragment, ...], tuple[BegripView, ...]]:
    """The elements with the words of the glossary as links, and these words."""
    lijst = Woordenlijst(index.begrippen)
    gelinkt = []
    for fragment in fragmenten:
        if fragment.html.startswith("<h2"):
            lijst.next_part()
        gelinkt.append(replace(fragment, html=lijst.linked(fragment.html)))
    views = (BegripView(anker(b.slug), b.naam, b.uitleg, bij_anker(b.slug)) for b in lijst.used)
    return tuple(gelinkt), tuple(views)
