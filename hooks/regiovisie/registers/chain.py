"""The line of versions: each has one predecessor, and is the predecessor of one other at most."""

from __future__ import annotations

from collections.abc import Sequence

from regiovisie.registers.schema import Versie


def in_chain_order(versies: Sequence[Versie]) -> tuple[Versie, ...]:
    """Oldest first, along the predecessors; sorted by id when they are not one line."""
    next_of = {versie.voorganger: versie for versie in versies}
    chain: list[Versie] = []
    while (following := next_of.pop(chain[-1].id if chain else None, None)) is not None:
        chain.append(following)
    whole = len(chain) == len(versies)
    return tuple(chain) if whole else tuple(sorted(versies, key=lambda versie: versie.id))
