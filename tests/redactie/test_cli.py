"""The editors' desk as it is typed: verbs, Dutch help, Dutch messages, exit codes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click
import pytest

from regiovisie.errors import Problem, RegiovisieError
from regiovisie.redactie import check, diff, seal, verify
from regiovisie.redactie.cli import redactie
from regiovisie.redactie.command import run

Calls = list[tuple[object, ...]]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder that looks like a project."""
    (tmp_path / "mkdocs.yml").touch()
    return tmp_path


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """What each verb was called with; the verbs do nothing."""
    found: Calls = []

    def stub(name: str) -> object:
        def verb(*args: object, **kwargs: object) -> str:
            found.append((name, *args, *sorted(kwargs.items())))
            return f"{name} is gedaan"

        return verb

    for module in (check, diff, seal, verify):
        name = module.__name__.rpartition(".")[2]
        monkeypatch.setattr(module, name, stub(name))
    return found


def desk(*arguments: str) -> int:
    """Type a command at the desk."""
    return run(redactie, arguments, "redactie.py")


@pytest.mark.parametrize(
    ("typed", "call"),
    [
        ("check", ("check", ("met_taal", False), ("op", None), ("productie", False))),
        (
            "check --productie --op 2026-11-22",
            ("check", ("met_taal", False), ("op", date(2026, 11, 22)), ("productie", True)),
        ),
        ("diff a b", ("diff", "a", "b", ("form", "text"))),
        ("diff a b --format json", ("diff", "a", "b", ("form", "json"))),
        ("verify", ("verify",)),
        ("seal 2026-04", ("seal", "2026-04")),
    ],
)
def test_verbs_get_what_was_typed(
    project: Path,
    calls: Calls,
    capsys: pytest.CaptureFixture[str],
    typed: str,
    call: tuple[object, ...],
) -> None:
    """Each verb is called once, for the project, and its report is printed."""
    assert desk(*typed.split(), "--project", str(project)) == 0

    assert calls == [(call[0], project, *call[1:])]
    assert capsys.readouterr().out == f"{call[0]} is gedaan\n"


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("chek", "De opdracht chek bestaat niet. Bedoelt u check?"),
        ("check --prod", "De optie --prod bestaat niet. Bedoelt u --productie"),
        ("check --project", "Bij de optie --project hoort een waarde"),
        ("diff a", "Er ontbreekt iets: NIEUW."),
        ("diff a b --format pdf", "kunt u kiezen uit: text, json, html."),
        ("", "Gebruik: redactie.py"),
    ],
)
def test_mistyped_commands_are_explained(
    capsys: pytest.CaptureFixture[str], typed: str, message: str
) -> None:
    """A typing mistake is told in Dutch, with what was meant where that is known; exit 2."""
    assert desk(*typed.split()) == 2

    assert message in capsys.readouterr().err


def test_too_much_is_explained(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A word too many is told apart from a word that is wrong."""
    assert desk("check", "extra", "--project", str(project)) == 2

    assert "Achter deze opdracht staat te veel" in capsys.readouterr().err


@pytest.mark.parametrize("verb", ["", *sorted(redactie.commands)])
def test_help_is_dutch(capsys: pytest.CaptureFixture[str], verb: str) -> None:
    """No heading or line of click's own is left in English."""
    assert desk(*verb.split(), "--help") == 0

    output = capsys.readouterr().out
    assert output.startswith("Gebruik: ")
    assert "Toon deze uitleg." in output
    for english in ("Usage", "Options", "Commands", "Show this", "ARGS", "required"):
        assert english not in output


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (RegiovisieError([Problem("a.md", "", "", "Fout.", "Herstel.")]), 1, "→ Herstel."),
        (KeyboardInterrupt(), 130, "Gestopt."),
        (click.Abort(), 130, "Gestopt."),
        (ValueError("boem"), 3, "in het programma zelf (ValueError: boem)"),
    ],
    ids=["problem", "ctrl-c", "abort", "fault"],
)
def test_every_error_ends_in_one_place(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    code: int,
    message: str,
) -> None:
    """Each kind of error has its exit code and its Dutch text, and no traceback."""

    def fail(project: Path) -> str:
        raise error

    monkeypatch.setattr(verify, "verify", fail)

    assert desk("verify", "--project", str(project)) == code

    written = capsys.readouterr().err
    assert message in written
    assert "Traceback" not in written
