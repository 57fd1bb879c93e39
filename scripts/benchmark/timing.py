"""Times that can be held against one another on a machine that others use too.

All tools take turns within each round, so that a busy moment hits them alike; of each the
median counts, and only ratios are told.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any

from benchmark.tools import Task

SLOW = 0.7
"""A run of more seconds than this is not repeated: its noise is small against its length."""


@dataclass(slots=True)
class Times:
    """What one task took in its rounds, in seconds, and what it gave in the first."""

    processor: list[float]
    wall: list[float]
    result: Any = None

    def seconds(self, *, is_program: bool) -> float:
        """The median: of the wall clock for programs, else of the processor."""
        return median(self.wall if is_program else self.processor)


def take_turns(tasks: Mapping[str, Task], rounds: int) -> dict[str, Times]:
    """Run every task once a round."""
    times = {naam: Times([], []) for naam in tasks}
    for _ in range(rounds):
        for naam, task in tasks.items():
            mine = times[naam]
            if not mine.wall or mine.wall[0] < SLOW:
                _run_once(task, mine)
    return times


def _run_once(task: Task, times: Times) -> None:
    task.before()
    processor, wall, result = clocked(task.run)
    times.processor.append(processor)
    times.wall.append(wall)
    if times.result is None:
        times.result = result


def clocked(run: Callable[[], Any]) -> tuple[float, float, Any]:
    """Processor seconds, wall seconds and the result of one run."""
    # What was there before is set apart, so that a run pays for its own objects only.
    gc.collect()
    gc.freeze()
    wall, processor = time.perf_counter(), time.process_time()
    result = run()
    return time.process_time() - processor, time.perf_counter() - wall, result
