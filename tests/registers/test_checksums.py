"""Frozen texts are proved untouched."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from regiovisie.registers import CHECKSUMS, checksum_lines, verify


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A sealed version with a text and an image."""
    folder = tmp_path / "versions" / "2025-11"
    (folder / "beelden").mkdir(parents=True)
    (folder / "01-inleiding.md").write_bytes(b"# Inleiding\r\n")
    (folder / "beelden" / "kaart.png").write_bytes(b"\x89PNG")
    (folder / "levenslijnen.tsv").write_bytes(b"")
    (folder / "versie.yml").write_bytes(b"nummer: '1'\n")
    (folder / CHECKSUMS).write_text(checksum_lines(folder), encoding="utf-8")
    return folder


def messages(folder: Path) -> list[tuple[str, str]]:
    """File and message of each problem."""
    return [(problem.file, problem.wat) for problem in verify(folder)]


def test_sealed(folder: Path) -> None:
    """A sealed version is right; what may grow after the freeze does not count."""
    (folder / "versie.yml").write_bytes(b"nummer: '2'\n")
    (folder / "wijzigingen.yml").write_bytes(b"[]\n")
    (folder / ".DS_Store").write_bytes(b"x")

    assert messages(folder) == []


def test_changed(folder: Path) -> None:
    """A changed byte is seen, a line ending too."""
    (folder / "01-inleiding.md").write_bytes(b"# Inleiding\n")

    assert messages(folder) == [
        (
            "versions/2025-11/01-inleiding.md",
            'Het bestand "01-inleiding.md" is gewijzigd, maar de tekst van deze versie ligt vast.',
        )
    ]


def test_missing_and_extra(folder: Path) -> None:
    """A renamed file is one that is missing and one that was added."""
    (folder / "beelden" / "kaart.png").rename(folder / "kaart.png")

    assert messages(folder) == [
        (
            "versions/2025-11/beelden/kaart.png",
            'Het bestand "beelden/kaart.png" ontbreekt, maar hoort bij deze vastgelegde versie.',
        ),
        (
            "versions/2025-11/kaart.png",
            'Het bestand "kaart.png" is toegevoegd aan een versie die vastligt.',
        ),
    ]


def test_levenslijnen_missing(folder: Path) -> None:
    """Lifelines that were sealed and are gone must come back; never sealed ones must be made."""
    (folder / "levenslijnen.tsv").unlink()
    gone = verify(folder)
    (folder / CHECKSUMS).write_text(checksum_lines(folder), encoding="utf-8")
    never = verify(folder)

    assert [problem.doe for problem in gone + never] == [
        "Zet het bestand terug zoals het in git stond.",
        "Voer uit: python3 scripts/redactie.py seal 2025-11",
    ]


def test_never_sealed(folder: Path) -> None:
    """Without SHA256SUMS the command that makes it is named."""
    (folder / CHECKSUMS).unlink()

    assert [problem.doe for problem in verify(folder)] == [
        "Voer uit: python3 scripts/redactie.py seal 2025-11"
    ]


def test_broken_line(folder: Path) -> None:
    """A line that is no checksum is named by its number, and nothing else is then said."""
    with (folder / CHECKSUMS).open("a", encoding="utf-8") as sums:
        sums.write("<<<<<<< HEAD\n")

    assert [(problem.line, problem.wat) for problem in verify(folder)] == [
        (4, "Deze regel is geen controlesom met een bestandsnaam.")
    ]


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="no sha256sum here")
def test_standard_format(folder: Path) -> None:
    """The standard tool reads the file and agrees."""
    command = ["sha256sum", "--check", "--strict", CHECKSUMS]
    result = subprocess.run(command, cwd=folder, capture_output=True, check=False)

    assert result.returncode == 0, result.stderr
