"""The command that checks everything: what it runs, and when it may say that all is well."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.support.scripts import load_script


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """scripts/test.py, on a machine with a browser, a web server and Java, outside CI."""
    module = load_script("test", monkeypatch)
    monkeypatch.setattr(module.chromium, "ensure_chromium", lambda: "chromium")
    monkeypatch.setattr(module.nginx, "ensure_nginx", lambda: "nginx")
    monkeypatch.setattr(module.nu, "ensure_nu", lambda: ("java", "vnu.jar"))
    monkeypatch.delenv("CI", raising=False)
    return module


@pytest.fixture
def failing(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Names of steps that are to fail; all others succeed without being run."""
    names: set[str] = set()

    def outcome(step: Any) -> Any:
        return script.Outcome(step.naam, step.naam not in names, 0.1)

    monkeypatch.setattr(script, "run_step", outcome)
    monkeypatch.setattr(script, "run_quietly", lambda step: (outcome(step), "cijfers"))
    return names


def test_every_check_is_run(script: ModuleType) -> None:
    """Lint, formatting, types, tests and a build, in this order, and the browser beside them."""
    names = [step.naam for step in script.all_steps(Path("site"))]

    assert names == ["ruff", "ruff format", "mypy", "pytest", "build"]
    assert script.browser_step().naam == "browser"


def test_every_test_is_in_one_of_the_two_runs(script: ModuleType) -> None:
    """What the one leaves out, the other runs."""
    beside = script.browser_step().command
    [others] = [step.command for step in script.all_steps(Path("site")) if step.naam == "pytest"]

    assert beside[-2:] == ("-m", "browser")
    assert others[-2:] == ("-m", "not browser")
    assert beside[:-1] == others[:-1]


def test_all_well(
    script: ModuleType, failing: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The figures of the browser, one line per step, and exit code 0."""
    assert script.main([]) == 0

    assert capsys.readouterr().out.split() == [
        *("──", "browser", "cijfers"),
        *("goed", "ruff", "0.1", "s", "goed", "ruff", "format", "0.1", "s"),
        *("goed", "mypy", "0.1", "s", "goed", "pytest", "0.1", "s", "goed", "build", "0.1", "s"),
        *("goed", "browser", "0.1", "s"),
    ]


@pytest.mark.parametrize("name", ["ruff", "browser"])
def test_one_failure_fails_all_and_stops_nothing(
    script: ModuleType, failing: set[str], capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """A failing step does not keep the others from running."""
    failing.add(name)

    assert script.main([]) == 1

    output = capsys.readouterr().out
    assert f"FOUT  {name} " in output
    assert "goed  build " in output


def test_output_that_is_kept_holds_errors_too(script: ModuleType) -> None:
    """What a step beside the others says is not lost, also when it fails."""
    code = "import sys; print('goed'); print('fout', file=sys.stderr); sys.exit(3)"

    outcome, output = script.run_quietly(script.Step("los", (sys.executable, "-c", code)))

    assert not outcome.passed
    assert sorted(output.split()) == ["fout", "goed"]


def test_arguments_go_to_pytest(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With arguments only pytest runs."""
    commands: list[tuple[str, ...]] = []

    def run(command: tuple[str, ...], **_: object) -> subprocess.CompletedProcess[str]:
        commands.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(script.subprocess, "run", run)

    assert script.main(["tests/diff", "-k", "weave"]) == 0

    assert [command[2:] for command in commands] == [("pytest", "tests/diff", "-k", "weave")]


@pytest.mark.parametrize(("ci", "code"), [("", 0), ("true", 1)])
@pytest.mark.parametrize(
    ("module", "finder", "told"),
    [
        ("chromium", "ensure_chromium", "de tests in een echte browser"),
        ("nginx", "ensure_nginx", "de tests met een echte webserver"),
        ("nu", "ensure_nu", "de controle van alle HTML"),
    ],
)
def test_a_missing_tool_fails_ci(
    script: ModuleType,
    failing: set[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    module: str,
    finder: str,
    told: str,
    ci: str,
    code: int,
) -> None:
    """Without it the run says which tests were left out; CI may not pass like that."""
    monkeypatch.setattr(getattr(script, module), finder, lambda: None)
    monkeypatch.setenv("CI", ci)

    assert script.main([]) == code

    assert f"NIET GEDRAAID: {told}" in capsys.readouterr().out
