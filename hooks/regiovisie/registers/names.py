"""Which names exist in a project, and where.

Names are taken from the raw text, not from the records: a zienswijze with a mistake in it still
exists, and what refers to it is not wrong. So one mistake never sets off a row of others.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Literal

from regiovisie.registers.source import Loc, Origin, Source, Tree

Kind = Literal[
    "zienswijze",
    "punt",
    "wijziging",
    "antwoord",
    "samenvatting",
    "motie",
    "indiener",
    "gemeente",
    "ronde",
    "thema",
    "versie",
]


class Names:
    """The names of each kind with the places where they are given."""

    def __init__(self) -> None:
        self._places: dict[Kind, dict[str, list[Origin]]] = defaultdict(lambda: defaultdict(list))
        self._open: set[Kind] = set()
        self._unread: set[str] = set()

    def add(self, kind: Kind, name: str, origin: Origin) -> None:
        """Keep that this name is given here."""
        self._places[kind][name].append(origin)

    def add_ids(self, kind: Kind, source: Source, loc: Loc) -> None:
        """Every entry of the list at that place gives its id."""
        for index, item in enumerate(_items(source.at(loc))):
            name = item.get("id") if isinstance(item, dict) else None
            if isinstance(name, str):
                self.add(kind, name.strip(), Origin(source, (*loc, index)))

    def leave_open(self, *kinds: Kind) -> None:
        """Names of these kinds stand in a file that cannot be read: any name may exist."""
        self._open.update(kinds)

    def leave_punten_open(self, zienswijze: str) -> None:
        """The points of this zienswijze cannot be read: any may exist."""
        self._unread.add(zienswijze)

    def is_open(self, kind: Kind) -> bool:
        """Whether a file with names of this kind cannot be read."""
        return kind in self._open

    def has(self, kind: Kind, name: str) -> bool:
        """Whether the name is given, or may be given in what cannot be read."""
        if kind == "punt" and name.partition(".")[0] in self._unread:
            return True
        return kind in self._open or name in self._places[kind]

    def all(self, kind: Kind) -> list[str]:
        """The names of this kind, sorted."""
        return sorted(self._places[kind])

    def duplicates(self, kind: Kind) -> Iterator[tuple[str, *tuple[Origin, ...]]]:
        """Each name that is given more than once: the name, and the places where.

        Numbers count as numbers: W-31 is W-031.
        """
        places: dict[str, list[tuple[str, Origin]]] = defaultdict(list)
        for name, origins in self._places[kind].items():
            plain = name if kind == "ronde" else _LEADING_ZEROS.sub("", name)
            places[plain] += ((name, origin) for origin in origins)
        for _, given in sorted(places.items()):
            if len(given) > 1:
                yield given[0][0], *(origin for _, origin in given)


_LEADING_ZEROS = re.compile(r"(?<![0-9a-z])0+(?=[0-9])")


def _items(node: Tree | None) -> list[Tree]:
    return node if isinstance(node, list) else []
