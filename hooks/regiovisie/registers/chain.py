"""The line of versions: each has one predecessor, and is the predecessor of one other at most."""

from __future__ import annotations

from collections.abc import Sequence

from regiovisie.registers.schema import Versie


def geldende(versies: Sequence[Versie]) -> Versie | None:
    """The text that counts: the newest one adopted, else the newest one not lapsed.

    ``versies`` stand oldest first; None where there are none.
    """
    alive = [v for v in versies if v.fase.fase != "vervallen"] or list(versies)
    adopted = [v for v in alive if v.fase.fase == "vastgesteld"]
    return next(reversed(adopted or alive), None)


def are_line(versies: Sequence[Versie]) -> bool:
    """Whether they are one line: the first has no predecessor, each other the one before it."""
    ordered = in_chain_order(versies)
    before = (None, *(versie.id for versie in ordered))
    return all(versie.voorganger == b for versie, b in zip(ordered, before, strict=False))


def in_chain_order(versies: Sequence[Versie]) -> tuple[Versie, ...]:
    """Oldest first, along the predecessors; sorted by id when they are not one line."""
    next_of = {versie.voorganger: versie for versie in versies}
    chain: list[Versie] = []
    while (following := next_of.pop(chain[-1].id if chain else None, None)) is not None:
        chain.append(following)
    whole = len(chain) == len(versies)
    return tuple(chain) if whole else tuple(sorted(versies, key=lambda versie: versie.id))
