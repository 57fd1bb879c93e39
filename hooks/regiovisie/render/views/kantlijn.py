"""The margin: what stands beside the text may run on past the elements that have nothing.

::

    spans([True, False, False, True, False])  →  [3, 1, 1, 2, 1]
"""

from __future__ import annotations

from collections.abc import Sequence

LANGST = 8
"""Notes may run on past this many elements; the style sheets know as many."""


def spans(heeft_noten: Sequence[bool]) -> list[int]:
    """For each element how many rows its notes may stand beside, so that no gap arises."""
    gevonden: list[int] = []
    vrij = 1
    for noten in reversed(heeft_noten):
        gevonden.append(min(vrij, LANGST) if noten else 1)
        vrij = 1 if noten else vrij + 1
    return gevonden[::-1]
