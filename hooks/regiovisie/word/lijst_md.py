"""Paragraphs of lists as Markdown: nested by four spaces, numbered as Word counts them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from regiovisie.word.inhoud import Alinea, Lijstplek
from regiovisie.word.opmaak import veilig_begin, zinnen

GRENS = "<!-- -->"
"""Between two numbered lists that would else be read as one."""
_INDENT = 4

Tellers = dict[tuple[str, int], int]
"""List and level → the number last given; and which lists have begun anew."""


@dataclass
class _Lijst:
    """The lines of one list, and where in it the next item stands."""

    soort: bool
    """Whether its outermost items are numbered."""
    lines: list[str] = field(default_factory=list)
    niveaus: list[tuple[int, bool]] = field(default_factory=list)
    """Per depth its level in Word, and whether it is numbered."""
    open: bool = False
    """Whether the last lines are a further paragraph of an item, which the next would go on."""

    @property
    def depth(self) -> int:
        return len(self.niveaus) - 1


def lijst_regels(
    alineas: Sequence[Alinea], line: Callable[[Alinea], str], numbers: Tellers
) -> Iterator[str]:
    """The lists that these paragraphs form, with a border between two that would be one.

    ``numbers`` goes from list to list: one may go on after a paragraph between.
    """
    lijst: _Lijst | None = None
    last = 0
    for alinea in alineas:
        if alinea.rol == "vervolg" and not alinea.lijst and lijst:
            indent = " " * (_INDENT * (lijst.depth + 1))
            lijst.lines += ["", *(indent + part for part in zinnen(line(alinea)))]
            lijst.open = True
            continue
        plek = alinea.lijst or Lijstplek("", 0, genummerd=False, begin=1)
        number = _count(numbers, plek)
        if lijst and _begins_another(lijst, plek, number, last):
            yield "\n".join(lijst.lines)
            if lijst.soort and plek.genummerd:
                yield GRENS
            lijst = None
        lijst = lijst or _Lijst(plek.genummerd)
        changed = _to_level(lijst, plek)
        last = number if lijst.depth == 0 else last
        apart = [""] if changed or lijst.open else []
        lijst.lines += [*apart, _item(lijst.depth, plek, number, line(alinea))]
        lijst.open = False
    if lijst:
        yield "\n".join(lijst.lines)


def _count(numbers: Tellers, plek: Lijstplek) -> int:
    """The number of the next item; deeper levels begin anew after it."""
    for key in [k for k in numbers if k[0] == plek.lijst and k[1] > plek.niveau]:
        del numbers[key]
    key = (plek.lijst, plek.niveau)
    begun = (f"herstart {plek.herstart}", plek.niveau)
    if plek.herstart and begun not in numbers:
        numbers[begun] = 1
        numbers[key] = plek.begin - 1
    numbers[key] = numbers.get(key, plek.begin - 1) + 1
    return numbers[key]


def _begins_another(lijst: _Lijst, plek: Lijstplek, number: int, last: int) -> bool:
    """Whether an outermost item does not go on with this list."""
    if plek.niveau > lijst.niveaus[0][0]:
        return False
    return lijst.soort != plek.genummerd or (plek.genummerd and number != last + 1)


def _to_level(lijst: _Lijst, plek: Lijstplek) -> bool:
    """Go to the depth of an item; whether its kind differs from its neighbour's there."""
    while len(lijst.niveaus) > 1 and lijst.niveaus[-1][0] > plek.niveau:
        lijst.niveaus.pop()
    if not lijst.niveaus or lijst.niveaus[-1][0] < plek.niveau:
        lijst.niveaus.append((plek.niveau, plek.genummerd))
        return False
    changed = lijst.niveaus[-1][1] != plek.genummerd and lijst.depth > 0
    lijst.niveaus[-1] = (lijst.niveaus[-1][0], plek.genummerd)
    return changed


def _item(depth: int, plek: Lijstplek, number: int, words: str) -> str:
    """An item, on one line whatever it holds."""
    mark = f"{number}. " if plek.genummerd else "- "
    return f"{' ' * (_INDENT * depth)}{mark}{veilig_begin(words)}"
