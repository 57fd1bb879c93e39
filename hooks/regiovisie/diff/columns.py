"""Which column of a changed table is which.

Decided once for a table, from all its rows together, so that an added column is the same
column in every row::

    | doel | 2026 |          | doel | norm | 2026 |
    | rust | ja   |    →     | rust | ja   | ja   |

The second row alone cannot say which "ja" is new; both rows together can.
"""

from __future__ import annotations

from collections.abc import Sequence

from regiovisie.diff.words import common_length

Cells = Sequence[Sequence[int]]
Columns = tuple[tuple[int, int], ...]


def align_columns(rows: Sequence[tuple[Cells, Cells]]) -> Columns:
    """Pairs of old and new column, in order, for the paired rows of one table.

    Needleman and Wunsch over columns, with the likeness of their cells as score. Columns
    in the same place with nothing in common are still paired when no better pair is there.
    """
    width_old = max((len(old) for old, _ in rows), default=0)
    width_new = max((len(new) for _, new in rows), default=0)
    best = [[0.0] * (width_new + 1) for _ in range(width_old + 1)]
    for i in range(width_old - 1, -1, -1):
        for j in range(width_new - 1, -1, -1):
            paired = best[i + 1][j + 1] + _likeness(rows, i, j)
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    return _trace(best, rows)


def _trace(best: list[list[float]], rows: Sequence[tuple[Cells, Cells]]) -> Columns:
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(best) - 1 and j < len(best[0]) - 1:
        paired = best[i + 1][j + 1] + _likeness(rows, i, j)
        if paired >= best[i + 1][j] and paired >= best[i][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return tuple(pairs)


def _likeness(rows: Sequence[tuple[Cells, Cells]], i: int, j: int) -> float:
    """The summed likeness of two columns; a little for standing side by side at all."""
    return 0.01 + sum(
        _cell_likeness(old[i], new[j]) for old, new in rows if i < len(old) and j < len(new)
    )


def _cell_likeness(old: Sequence[int], new: Sequence[int]) -> float:
    if old == new:
        return 1.0
    longest = len(old) + len(new)
    return 2 * common_length(old, new) / longest if old and new else 0.0
