"""New records: valid, with the next free id, or not written at all."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pytest

from regiovisie.redactie.cli import redactie
from regiovisie.redactie.command import run
from regiovisie.registers import load_project

from tests.support.project import UITGANGSPUNTEN, write_file, write_sealed


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A valid project."""
    return write_sealed(tmp_path / "project")


class Terminal(io.StringIO):
    """Somebody who types these answers."""

    def isatty(self) -> bool:
        return True


def new(project: Path, *arguments: str) -> int:
    """Run `new` with these arguments; its exit code."""
    return run(redactie, ["new", *arguments, "--project", str(project)], "redactie.py")


LETTER = (
    *("--soort", "brief", "--indiener", "voorbeeldadviesraad-veenhoek"),
    *("--ronde", "inspraak-2025", "--ontvangen", "mei 2026", "--voorbeeld"),
)


def test_a_zienswijze_gets_the_next_number(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And the version of its ronde."""
    assert new(project, "zienswijze", *LETTER) == 0

    loaded = load_project(project)
    assert loaded.problems == ()
    [made] = [z for z in loaded.zienswijzen if z.id == "ZW-02"]
    assert (made.soort, made.versie, made.punten) == ("brief", "2025-07-inspraakversie", ())
    assert "Gemaakt: docs/zienswijzen/zw-02.md." in capsys.readouterr().out


def test_a_wrong_zienswijze_is_not_written(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is wrong is told as check tells it."""
    wrong = [part.replace("voorbeeldadviesraad", "voorbeeldraad") for part in LETTER]

    assert new(project, "zienswijze", *wrong) == 1

    assert not (project / "docs/zienswijzen/zw-02.md").exists()
    told = capsys.readouterr().err
    assert 'Er is geen indiener "voorbeeldraad-veenhoek".' in told
    assert 'Bedoelt u "voorbeeldadviesraad-veenhoek"?' in told


def test_what_is_not_given_is_asked(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Until the answer is one of the choices."""
    answers("brief aan de regio\nbrief\n", monkeypatch)

    assert new(project, "zienswijze", *LETTER[2:]) == 0

    told = capsys.readouterr().out
    assert "Soort (zienswijze, advies, inspraakreactie, brief): " in told
    assert "Dat kan hier niet. Kies uit: zienswijze, advies, inspraakreactie, brief." in told


def answers(lines: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Type these lines."""
    monkeypatch.setattr("sys.stdin", Terminal(lines))


def test_without_a_terminal_the_flag_is_named(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A script is not kept waiting for an answer."""
    monkeypatch.setattr("sys.stdin", io.StringIO())

    assert new(project, "gemeente", "--naam", "Voorbeeldgemeente Es") == 2
    assert "Geef ook --code op" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--naam", "Voorbeeldgemeente Es", "--code", "voorbeeld-7", "--voorbeeld"), 0),
        (("--naam", "Voorbeeldgemeente Es", "--code", "zeven", "--voorbeeld"), 1),
        (("--naam", "Assen", "--code", "gm0106"), 1),
    ],
)
def test_a_gemeente(project: Path, arguments: Sequence[str], code: int) -> None:
    """A new file, unless its content is wrong or the file is there."""
    before = sorted((project / "docs/gemeenten").iterdir())

    assert new(project, "gemeente", *arguments) == code
    assert (sorted((project / "docs/gemeenten").iterdir()) == before) == bool(code)
    assert load_project(project).problems == ()


def test_a_wijziging_is_added_to_the_drafts(project: Path) -> None:
    """Behind what stands there."""
    dichtbij = UITGANGSPUNTEN.replace("thuis", "dichtbij")
    write_file(project / "docs/regiovisie/02-uitgangspunten.md", dichtbij)
    quotes = ("--plaats", "uitgangspunten#nabij", "--was", "thuis", "--wordt", "dichtbij")

    assert new(project, "wijziging", *quotes, "--herkomst", "redactioneel", "--voorbeeld") == 0

    [made] = load_project(project).wijzigingen["werkversie"]
    assert (made.was, made.wordt, made.herkomst) == ("thuis", "dichtbij", "redactioneel")


def test_the_line_that_names_the_schema_stays_first(project: Path) -> None:
    """Before the first entry and before the next."""
    head = "# yaml-language-server: $schema=../../documentation/schemas/wijzigingen.json\n"
    text = UITGANGSPUNTEN.replace("Hulp is zo thuis", "Hulp is nu dichtbij")
    write_file(project / "docs/regiovisie/02-uitgangspunten.md", text)
    register = project / "docs/regiovisie/wijzigingen.yml"
    write_file(register, f"{head}[]\n")
    reason = ("--plaats", "uitgangspunten#nabij", "--herkomst", "redactioneel", "--voorbeeld")

    assert new(project, "wijziging", "--was", "zo thuis", *reason) == 0
    assert new(project, "wijziging", "--wordt", "nu dichtbij", *reason) == 0

    assert len(load_project(project).wijzigingen["werkversie"]) == 2
    assert register.read_text(encoding="utf-8").startswith(f"{head}- id: W-concept-")
    assert register.read_text(encoding="utf-8").count(head) == 1


def test_a_wijziging_without_words(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Says which flags it needs."""
    assert new(project, "wijziging", "--plaats", "uitgangspunten#nabij") == 2
    assert "Geef --was, --wordt of allebei" in capsys.readouterr().err


def test_a_versie_asks_what_freeze_needs(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And freezes."""
    dichtbij = UITGANGSPUNTEN.replace("thuis", "dichtbij")
    write_file(project / "docs/regiovisie/02-uitgangspunten.md", dichtbij)
    quotes = ("--plaats", "uitgangspunten#nabij", "--was", "thuis", "--wordt", "dichtbij")
    new(project, "wijziging", *quotes, "--herkomst", "redactioneel", "--voorbeeld")
    answers("2026-09-derde\n0.3\nDerde\nconsultatie\nseptember 2026\nDichtbij.\n\n", monkeypatch)

    assert new(project, "versie") == 0
    assert load_project(project).versies[-1].id == "2026-09-derde"
    assert "Vingerafdruk: " in capsys.readouterr().out
