"""SHA256SUMS of a frozen version: proof that its text was not edited since.

The standard format, so that ``sha256sum -c SHA256SUMS`` in the folder says the same::

    9f86d0…  01-inleiding.md
    60303a…  levenslijnen.tsv

Everything in the folder is counted, except what may still grow after the freeze.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from regiovisie.errors import Problem

CHECKSUMS = "SHA256SUMS"
LEVENSLIJNEN = "levenslijnen.tsv"
LIVING = frozenset({"versie.yml", "wijzigingen.yml", CHECKSUMS})
"""Files whose content may change after the freeze."""
_SYSTEM = frozenset({"Thumbs.db", "desktop.ini"})
FINGERPRINT_LENGTH = 16
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


def frozen_files(folder: Path) -> list[str]:
    """The files that a freeze fixes, sorted; '/'-paths inside the folder."""
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in files if _is_frozen(path))


def _is_frozen(path: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.parts)
    return not hidden and path.name not in _SYSTEM and path.as_posix() not in LIVING


def changed_files(folder: Path) -> list[str]:
    """The files of a frozen version that are not as they were, sorted."""
    recorded, _ = _read("", (folder / CHECKSUMS).read_bytes())
    current = {path: _digest(folder / path) for path in frozen_files(folder)}
    names = recorded.keys() | current.keys()
    return sorted(name for name in names if recorded.get(name) != current.get(name))


def recorded_digest(folder: Path, path: str) -> str:
    """The digest that a file had when it was frozen; empty where none is on record."""
    try:
        content = (folder / CHECKSUMS).read_bytes()
    except OSError:
        return ""
    return _read("", content)[0].get(path, "")


def checksum_lines(folder: Path) -> str:
    """The content of SHA256SUMS for the folder as it is now."""
    return "".join(f"{_digest(folder / name)}  {name}\n" for name in frozen_files(folder))


def fingerprint(checksums: str) -> str:
    """A short name for the content of SHA256SUMS, in groups of four: it can be cited."""
    digest = hashlib.sha256(checksums.encode()).hexdigest()[:FINGERPRINT_LENGTH]
    return "-".join(digest[at : at + 4] for at in range(0, FINGERPRINT_LENGTH, 4))


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def verify(folder: Path) -> list[Problem]:
    """Each file that was changed, removed or added since the freeze, or was never sealed."""
    name = f"{folder.parent.name}/{folder.name}"
    never_sealed = [
        Problem(f"{name}/{file}", "", "", f"Het bestand {file} ontbreekt.", _seal(folder.name))
        for file in (LEVENSLIJNEN, CHECKSUMS)
        if not (folder / file).exists()
    ]
    if not (folder / CHECKSUMS).exists():
        return never_sealed
    try:
        recorded, problems = _read(name, (folder / CHECKSUMS).read_bytes())
        current = {path: _digest(folder / path) for path in frozen_files(folder)}
    except OSError:
        wat = "De controlesommen zijn niet na te rekenen: een bestand is niet te lezen."
        doe = "Controleer de rechten op de bestanden in deze map."
        return [Problem(f"{name}/{CHECKSUMS}", "", "", wat, doe)]
    if not problems and LEVENSLIJNEN not in recorded:
        problems = never_sealed
    return problems or _differences(name, recorded, current)


def _differences(name: str, recorded: dict[str, str], current: dict[str, str]) -> list[Problem]:
    return [
        Problem(f"{name}/{path}", "", "", *_difference(path, path in recorded, path in current))
        for path in sorted(recorded.keys() | current.keys())
        if recorded.get(path) != current.get(path)
    ]


def _read(name: str, content: bytes) -> tuple[dict[str, str], list[Problem]]:
    """Path → digest, and a problem for each line that is not of the standard form."""
    recorded: dict[str, str] = {}
    problems = []
    for number, line in enumerate(content.decode("utf-8", "surrogateescape").splitlines(), 1):
        if match := _LINE.fullmatch(line):
            recorded[match[2]] = match[1]
        elif line.strip():
            wat = "Deze regel is geen controlesom met een bestandsnaam."
            doe = "Zet het bestand terug zoals het in git stond."
            problems.append(Problem(f"{name}/{CHECKSUMS}", "", "", wat, doe, number))
    return recorded, problems


def _difference(path: str, was: bool, is_there: bool) -> tuple[str, str]:
    if was and is_there:
        return (
            f'Het bestand "{path}" is gewijzigd, maar de tekst van deze versie ligt vast.',
            "Zet het bestand terug zoals het in git stond; wijzig de tekst in docs/regiovisie/.",
        )
    if was:
        return (
            f'Het bestand "{path}" ontbreekt, maar hoort bij deze vastgelegde versie.',
            "Zet het bestand terug zoals het in git stond.",
        )
    return (
        f'Het bestand "{path}" is toegevoegd aan een versie die vastligt.',
        "Haal het bestand weg, of zet het in docs/regiovisie/.",
    )


def _seal(versie: str) -> str:
    return f"Voer uit: python3 scripts/redactie.py seal {versie}"
