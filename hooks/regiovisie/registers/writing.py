"""Registers as text: what a command writes, a person reads and `source` takes back.

yaml_text([{"id": "W-059", "was": "licht"}])  →  - id: W-059
                                                   was: licht
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import yaml

_WIDE = 10_000
"""Lines are not broken: a quote is easiest to check on one line."""


def yaml_text(content: Mapping[str, object] | Sequence[Mapping[str, object]]) -> str:
    """Records as YAML, keys in the order given; a key without a value stands empty."""
    text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=_WIDE)
    return text.replace(": null\n", ":\n")


def inline_yaml_text(content: Mapping[str, object]) -> str:
    """One record between braces, on one line."""
    text = yaml.safe_dump(
        content, allow_unicode=True, sort_keys=False, width=_WIDE, default_flow_style=True
    )
    return text.strip()
