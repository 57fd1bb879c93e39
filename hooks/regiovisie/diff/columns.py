"""Which column of a changed table is which.

Decided once for a table, from all its rows together, so that an added column is the same
column in every row::

    | doel | 2026 |          | doel | norm | 2026 |
    | rust | ja   |    →     | rust | ja   | ja   |

The second row alone cannot say which "ja" is new; both rows together can.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from regiovisie.diff.vocabulary import CELL_START
from regiovisie.diff.words import Edit, Words, common_length, minimal_edits, shifted

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


def split_cells(words: Words) -> list[tuple[int, list[int]]]:
    """The cells of a row: where each begins (its cell mark), and the words in it."""
    starts = [index for index, word in enumerate(words) if word == CELL_START]
    return [
        (start, list(words[start + 1 : stop]))
        for start, stop in zip(starts, [*starts[1:], len(words)], strict=True)
    ]


@dataclass(frozen=True, slots=True)
class RowCompare:
    """Edits between two rows that never run across a cell."""

    columns: Columns

    def __call__(self, old: Words, new: Words) -> list[Edit]:
        old_cells, new_cells = split_cells(old), split_cells(new)
        edits: list[Edit] = []
        i = j = 0
        pairs = [(a, b) for a, b in self.columns if a < len(old_cells) and b < len(new_cells)]
        for a, b in [*pairs, (len(old_cells), len(new_cells))]:
            old_start, new_start = _start(old_cells, a, len(old)), _start(new_cells, b, len(new))
            gone = _start(old_cells, i, len(old)), old_start
            come = _start(new_cells, j, len(new)), new_start
            edits.append(Edit(*gone, *come))
            if a < len(old_cells) and b < len(new_cells):
                edits += shifted(
                    minimal_edits(old_cells[a][1], new_cells[b][1]), old_start + 1, new_start + 1
                )
            i, j = a + 1, b + 1
        # Edits of two cells may touch; they stay two, so that words keep to their cell.
        return [e for e in edits if e.i1 < e.i2 or e.j1 < e.j2]


def _start(cells: Sequence[tuple[int, list[int]]], index: int, end: int) -> int:
    return cells[index][0] if index < len(cells) else end
