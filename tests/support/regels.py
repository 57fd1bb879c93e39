"""The cases of tests/cases/regels: a small correct project, one thing changed, what is said.

A case is written so that whoever makes policy can read it::

    - regel: ids-zijn-uniek
      naam: Een nummer dat al vergeven is
      zin: Een id wordt één keer gegeven, en nooit opnieuw.
      verander:
        - {in: docs/zienswijzen/zw-01.md, was: "id: ZW-01.2", wordt: "id: ZW-01.1"}
        - {in: mkdocs.yml, erbij: "een regel aan het einde"}
        - {nieuw: docs/antwoorden/ta-02.md, inhoud: "…"}
        - {weg: docs/antwoorden/ta-01.md}
      melding: |
        what `check` prints, to the letter; empty when all is well

``vastgelegd: nee`` seals the frozen texts again after the change, as if they had always been so;
without it a changed text no longer fits its checksums. ``productie: ja`` checks for the real site.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from regiovisie.errors import RegiovisieError, format_problems
from regiovisie.herkomst.controle import read_checked
from regiovisie.redactie.seal import seal
from regiovisie.registers import CHECKSUMS, LEVENSLIJNEN, load_project

CASES = Path(__file__).resolve().parents[1] / "cases" / "regels"
PROJECT = CASES / "project"


@dataclass(frozen=True, slots=True)
class Geval:
    """One rule, broken once."""

    file: str
    regel: str
    naam: str
    zin: str
    verander: tuple[dict[str, str], ...]
    melding: str
    vastgelegd: bool
    productie: bool

    def __str__(self) -> str:
        return f"{self.regel}: {self.naam}"


def all_cases() -> list[Geval]:
    """Every case, by file."""
    return [
        _case(path.name, entry)
        for path in sorted(CASES.glob("*.yml"))
        for entry in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    ]


def _case(file: str, entry: dict[str, Any]) -> Geval:
    return Geval(
        file=file,
        regel=entry["regel"],
        naam=entry["naam"],
        zin=entry["zin"],
        verander=tuple(entry["verander"]),
        melding=entry["melding"].strip(),
        vastgelegd=entry.get("vastgelegd", "ja") == "ja",
        productie=entry.get("productie", "nee") == "ja",
    )


def told(geval: Geval, root: Path) -> str:
    """What `check` prints about the project of a case, made in ``root``."""
    shutil.copytree(PROJECT, root, dirs_exist_ok=True)
    for edit in geval.verander:
        _change(root, edit)
    if not geval.vastgelegd:
        _seal_again(root)
    try:
        gekeurd = read_checked(root, productie=geval.productie)
    except RegiovisieError as error:
        return str(error)
    warnings = format_problems(gekeurd.waarschuwingen)
    return f"Let op:\n\n{warnings}" if warnings else ""


def _change(root: Path, edit: dict[str, str]) -> None:
    match edit:
        case {"in": name, "was": was, "wordt": wordt}:
            text = (root / name).read_text(encoding="utf-8")
            assert text.count(was) == 1, f"{name}: {text.count(was)} × {was!r}"
            _write(root / name, text.replace(was, wordt))
        case {"in": name, "erbij": more}:
            _write(root / name, (root / name).read_text(encoding="utf-8") + more + "\n")
        case {"nieuw": name, "inhoud": content}:
            _write(root / name, content, edit.get("codering", "utf-8"))
        case {"weg": name}:
            path = root / name
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        case {"van": name, "naar": other}:
            (root / name).rename(root / other)
        case _:
            raise AssertionError(f"No such change: {edit}")


def _write(path: Path, content: str, encoding: str = "utf-8") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding=encoding, newline="\n")


def _seal_again(root: Path) -> None:
    ids = [versie.id for versie in load_project(root).versies]
    for name in ids:
        for file in (LEVENSLIJNEN, CHECKSUMS):
            (root / "versions" / name / file).unlink(missing_ok=True)
    for name in ids:
        seal(root, name)
