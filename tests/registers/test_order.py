"""Ids and slugs stand in the order in which a person counts."""

from __future__ import annotations

from regiovisie.registers.order import natural


def test_numbers_sort_as_numbers() -> None:
    """ZW-105 comes after ZW-11, and W-1000 after W-999."""
    names = ["ZW-105", "ZW-11", "ZW-02", "ZW-11.10", "ZW-11.9", "W-1000", "W-999"]

    assert sorted(names, key=natural) == [
        "W-999",
        "W-1000",
        "ZW-02",
        "ZW-11",
        "ZW-11.9",
        "ZW-11.10",
        "ZW-105",
    ]


def test_names_that_begin_with_a_number() -> None:
    """Versions and files do; they compare with names that begin with a letter."""
    assert sorted(["b", "10-a", "2-a"], key=natural) == ["2-a", "10-a", "b"]
