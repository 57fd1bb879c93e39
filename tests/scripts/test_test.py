"""The command that checks everything: what it runs, and when it may say that all is well."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.support.scripts import ROOT, load_script


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


def test_every_check_is_run(script: ModuleType, failing: set[str]) -> None:
    """Lint, formatting and types, a build, and all tests."""
    names = [outcome.naam for outcome in script.run_all(Path("site"))]

    assert names == ["ruff", "ruff format", "mypy", "build", "pytest", "browser"]


def test_every_test_is_in_one_of_the_two_runs(script: ModuleType) -> None:
    """What the one leaves out, the other runs."""
    beside = script.browser_step(None).command
    others = script.other_tests_step(None).command

    assert beside[-2:] == ("-m", "browser")
    assert others[-2:] == ("-m", "not browser")
    assert beside[:-1] == others[:-1]


def test_all_well(
    script: ModuleType, failing: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """What was said beside, one line per step, and exit code 0."""
    assert script.main([]) == 0

    assert capsys.readouterr().out.split() == [
        *("──", "build", "cijfers", "──", "browser", "cijfers"),
        *("goed", "ruff", "0.1", "s", "goed", "ruff", "format", "0.1", "s"),
        *("goed", "mypy", "0.1", "s", "goed", "build", "0.1", "s"),
        *("goed", "pytest", "0.1", "s", "goed", "browser", "0.1", "s"),
    ]


@pytest.mark.parametrize("wrong", [set(), {"build"}])
def test_tests_read_the_site_that_was_built(
    script: ModuleType, failing: set[str], monkeypatch: pytest.MonkeyPatch, wrong: set[str]
) -> None:
    """Both runs of them; where it could not be built, they tell what is wrong themselves."""
    failing.update(wrong)
    sites: dict[str, Path | None] = {}
    run = script.run_step

    def noted(step: Any) -> Any:
        sites[step.naam] = step.site
        return run(step)

    monkeypatch.setattr(script, "run_step", noted)
    monkeypatch.setattr(script, "run_quietly", lambda step: (noted(step), ""))

    script.run_all(Path("gebouwd"))

    expected = None if wrong else Path("gebouwd")
    assert {name: sites[name] for name in ("pytest", "browser")} == {
        "pytest": expected,
        "browser": expected,
    }


def test_a_step_is_told_where_the_site_stands(
    script: ModuleType, capfd: pytest.CaptureFixture[str]
) -> None:
    """In the variable that the fixture of the tests reads."""
    code = f"import os; print(os.environ.get('{script.BUILT}'))"

    script.run_step(script.Step("los", (sys.executable, "-c", code), Path("gebouwd")))

    assert capfd.readouterr().out.split()[-1] == "gebouwd"
    assert f'"{script.BUILT}"' in (ROOT / "tests" / "conftest.py").read_text(encoding="utf-8")


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
