"""The files of scripts/ as modules, without the environment that they would enter."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "scripts"


def load_script(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script as a module; `environment.enter` does nothing while the test runs."""
    monkeypatch.syspath_prepend(str(SCRIPTS))
    environment = _load("environment", "environment")
    monkeypatch.setitem(sys.modules, "environment", environment)
    monkeypatch.setattr(environment, "enter", lambda _environment: None)
    return environment if name == "environment" else _load(name, f"script_{name}")


def _load(name: str, module_name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(module_name, SCRIPTS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # A dataclass looks its module up while it is being made.
    sys.modules[module_name] = module
    try:
        spec.loader.exec_module(module)
    finally:
        del sys.modules[module_name]
    return module
