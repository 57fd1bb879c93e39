"""The settings that documentation/hosting.md shows can be copied."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from regiovisie.registers.regio import Regio

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "documentation" / "hosting.md").read_text(encoding="utf-8")


def shown_settings() -> dict[str, Any]:
    """All settings in its blocks of YAML, a date as text like in the registers."""
    blocks = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
    read = [yaml.load(block, yaml.BaseLoader) for block in blocks]
    return {key: value for block in read for key, value in block.items()}


def test_settings_that_are_shown_are_valid() -> None:
    """Each block fits the records of the region."""
    region = {"naam": "Regio", "korte_naam": "Regio", "periode": "2026", "beantwoorder": "Regio"}

    assert Regio.model_validate({**region, **shown_settings()}).beveiliging is not None


def test_every_setting_in_the_table_exists() -> None:
    """A key that was renamed in the code is renamed there too."""
    table = TEXT.partition("## What only the publishing body can say")[2]
    keys = set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) - {"site_url"}

    assert keys >= {"diwoo", "toegankelijkheid", "beveiliging"}
    assert keys <= set(Regio.model_fields)
