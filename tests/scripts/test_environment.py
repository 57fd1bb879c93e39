"""When the environment of the scripts is made, made again, and left alone."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.support.scripts import load_script


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module scripts/environment.py."""
    return load_script("environment", monkeypatch)


@pytest.fixture
def made(environment: ModuleType, tmp_path: Path) -> Any:
    """An environment that is as it should be."""
    requirements = tmp_path / "requirements.txt"
    requirements.write_text("mkdocs==1.6.1\n", encoding="utf-8")
    made = environment.Environment(tmp_path / "omgeving", (requirements,))
    made.python.parent.mkdir(parents=True)
    made.python.touch()
    (made.folder / environment.STAMP).write_text(environment.stamp_text(made), encoding="utf-8")
    return made


@pytest.fixture
def steps(environment: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that would have been run; the first makes the folder, as venv does."""
    commands: list[list[str]] = []

    def run_step(command: list[str], wat: str, doe: str) -> None:
        if "venv" in command:
            Path(command[-1]).mkdir()
        commands.append(command)

    monkeypatch.setattr(environment, "run_step", run_step)
    return commands


def test_right_environment_is_left_alone(
    environment: ModuleType, made: Any, steps: list[list[str]]
) -> None:
    """A second run installs nothing."""
    environment.prepare(made)

    assert environment.is_current(made)
    assert steps == []


def test_missing_environment_is_made(
    environment: ModuleType, tmp_path: Path, steps: list[list[str]]
) -> None:
    """Without a folder, one is made, filled and stamped."""
    requirements = tmp_path / "requirements.txt"
    requirements.write_text("mkdocs==1.6.1\n", encoding="utf-8")
    new = environment.Environment(tmp_path / "omgeving", (requirements,))

    environment.prepare(new)

    assert [command[2] for command in steps] == ["venv", "pip"]
    assert steps[1][-2:] == ["-r", str(requirements)]
    assert (new.folder / environment.STAMP).is_file()


def test_changed_requirements_make_it_again(
    environment: ModuleType, made: Any, steps: list[list[str]]
) -> None:
    """Another pin makes the environment out of date, and nothing of the old one stays."""
    made.requirements[0].write_text("mkdocs==1.6.2\n", encoding="utf-8")

    environment.prepare(made)

    assert len(steps) == 2
    assert not made.python.exists()


def test_half_made_environment_is_made_again(
    environment: ModuleType, made: Any, steps: list[list[str]]
) -> None:
    """Without a stamp the making was cut short."""
    (made.folder / environment.STAMP).unlink()

    environment.prepare(made)

    assert len(steps) == 2


def test_vanished_python_makes_it_again(environment: ModuleType, made: Any) -> None:
    """A stamp does not help when the Python inside leads nowhere."""
    made.python.unlink()

    assert not environment.is_current(made)


def test_other_python_makes_it_again(
    environment: ModuleType, made: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Libraries that were compiled for one Python are of no use to the next."""
    monkeypatch.setattr(environment.platform, "python_version", lambda: "3.99.0")

    assert not environment.is_current(made)


def test_line_endings_do_not_matter(environment: ModuleType, made: Any) -> None:
    """The same requirements with the line endings of Windows are the same requirements."""
    made.requirements[0].write_bytes(b"mkdocs==1.6.1\r\n")

    assert environment.is_current(made)


def test_failing_step_leaves_no_stamp(
    environment: ModuleType, made: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When pip fails, the next run starts anew."""

    def fail(command: list[str], wat: str, doe: str) -> None:
        raise environment.EnvironmentFailure(wat)

    monkeypatch.setattr(environment, "run_step", fail)
    made.requirements[0].write_text("mkdocs==0\n", encoding="utf-8")

    with pytest.raises(environment.EnvironmentFailure):
        environment.prepare(made)

    assert not environment.is_current(made)


def test_failing_command_tells_why(environment: ModuleType) -> None:
    """The message holds what went wrong, why, and what to do."""
    code = "print('x'); print('ERROR: geen netwerk'); raise SystemExit(1)"

    with pytest.raises(environment.EnvironmentFailure) as caught:
        environment.run_step([sys.executable, "-c", code], "Het ging mis.", "Doe iets.")

    assert str(caught.value) == "Het ging mis.\n  ERROR: geen netwerk\nDoe iets."


@pytest.mark.parametrize("version", [(3, 7), (3, 10)])
def test_old_python_is_refused(environment: ModuleType, version: tuple[int, int]) -> None:
    """A Python that is too old is named, and so is the one that is needed."""
    with pytest.raises(environment.EnvironmentFailure, match=r"3\.11 of nieuwer") as caught:
        environment.check_python(version)

    assert f"dit is Python {version[0]}.{version[1]}" in str(caught.value)


def test_missing_ensurepip_is_told(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Debian's Python without python3-venv gets the command that mends it."""
    find_spec = environment.importlib.util.find_spec
    monkeypatch.setattr(
        environment.importlib.util,
        "find_spec",
        lambda name: None if name == "ensurepip" else find_spec(name),
    )

    with pytest.raises(environment.EnvironmentFailure, match=r"apt install python3\.\d+-venv"):
        environment.check_tools()


def test_variables_that_would_mix_libraries_are_dropped(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A PYTHONPATH of the user's does not come before the pinned libraries."""
    monkeypatch.setenv("PYTHONPATH", "elders")

    variables = environment.child_variables()

    assert "PYTHONPATH" not in variables
    assert variables["PYTHONUTF8"] == "1"
