"""How hard Hypothesis tries: the same examples on every machine, and without a clock."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

steady = settings(
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""For every test that does not say otherwise: tests/conftest.py makes it the profile."""

thorough = settings(steady, max_examples=30)
"""For whole texts."""

cheap = settings(steady, max_examples=100)
"""For short sequences."""
