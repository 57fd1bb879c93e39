"""What became of the words of a wijziging in the versions after it.

    0.2 → 0.3   W-031 makes "licht" into "thuis"
    0.3 → 0.4   W-052 makes "thuis" into "dicht bij huis"

    vervolg of W-031: aangepast from 0.3 to 0.4, by W-052
    vervolg of W-052: nothing; its words stand as they were

Only the words that the wijziging itself put in or took out count, not their neighbours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from regiovisie.diff.compare import Op
from regiovisie.herkomst.claims import Claims
from regiovisie.herkomst.plekken import Plek
from regiovisie.herkomst.vergelijking import Vergelijking

Wat = Literal["aangepast", "vervallen", "teruggekomen"]
Touch = tuple[int, int]
"""A word: its strand and its element in it."""


@dataclass(frozen=True, slots=True)
class Vervolg:
    """What one later step did to the words of a wijziging."""

    van: str
    naar: str
    """Ids of the two texts of the step."""
    wat: Wat
    """``aangepast``: other words came in their place; ``vervallen``: nothing did;
    ``teruggekomen``: words that it took out stand there again."""
    wijzigingen: tuple[str, ...]
    """Who did it; empty where that has no herkomst."""


def vervolg_by_wijziging(
    stappen: Sequence[Vergelijking], claims: Sequence[Claims]
) -> dict[str, tuple[Vervolg, ...]]:
    """By id of a wijziging, what later steps did to its words, oldest first.

    ``stappen`` are the neighbouring pairs from old to new and ``claims`` who claims what in
    each of them. A wijziging whose words nothing touched has no entry.
    """
    owners: dict[Touch, list[str]] = defaultdict(list)
    found: dict[str, list[Vervolg]] = defaultdict(list)
    for stap, claimed in zip(stappen, claims, strict=True):
        for name, vervolg in _of_step(stap, owners):
            if vervolg not in found[name]:
                found[name].append(vervolg)
        _own(owners, claimed.words)
    return {name: tuple(vervolgen) for name, vervolgen in found.items()}


def _own(owners: dict[Touch, list[str]], words: Mapping[Touch, tuple[str, ...]]) -> None:
    for element, names in words.items():
        owners[element] += names


def _of_step(
    stap: Vergelijking, owners: Mapping[Touch, Sequence[str]]
) -> Iterator[tuple[str, Vervolg]]:
    """Each earlier wijziging that this step touches, with what it did."""
    for onderdeel in stap.onderdelen:
        for plek in onderdeel.plekken:
            for op in _changed(plek):
                vervolg = Vervolg(stap.van, stap.naar, _wat(plek, op), op.wijzigingen)
                for name in _touched(plek.entry.strand, op, owners):
                    yield name, vervolg


def _changed(plek: Plek) -> Iterable[Op]:
    """The ops of a place in which words came or went; none for what happens besides words."""
    ops = plek.entry.binnen if plek.entry.verplaatsing else plek.entry.ops
    return (op for op in ops[plek.first : plek.last] if op.sign != "=")


def _touched(strand: int, op: Op, owners: Mapping[Touch, Sequence[str]]) -> dict[str, None]:
    names = (name for e in op.elements for name in owners.get((strand, e), ()))
    return dict.fromkeys(name for name in names if name not in op.wijzigingen)


def _wat(plek: Plek, op: Op) -> Wat:
    if op.sign == "+":
        return "teruggekomen"
    return "aangepast" if plek.wordt else "vervallen"
