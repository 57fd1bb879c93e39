"""How hard Hypothesis tries: the same examples on every machine, and without a clock."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

thorough = settings(
    max_examples=30,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""For whole texts."""

cheap = settings(thorough, max_examples=100)
"""For short sequences."""
