"""The verb `freeze`: the werkversie becomes a version that never changes again.

    versions/2026-09-nieuwe-ronde/
      versie.yml          number, title, phase
      01-inleiding.md …   the text of docs/regiovisie, and its images
      wijzigingen.yml     the draft register, W-concept-7b1f now W-059
      levenslijnen.tsv    which block is which lifeline
      SHA256SUMS

Everything is first made and checked in a copy of the project. Then the new folder is put
beside the others under a hidden name, and one rename makes it a version. What comes after
that rename, emptying the register of drafts, changes nothing: the version names the drafts
that it took over, and those count no more.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from regiovisie.errors import Problem, RegiovisieError
from regiovisie.herkomst.controle import read_checked
from regiovisie.herkomst.dossier import Dossier
from regiovisie.herkomst.regels import open_plekken, plaats_van, told
from regiovisie.redactie.concepten import WIJZIGINGEN, empty_drafts, numbered
from regiovisie.redactie.seal import seal
from regiovisie.registers import WERKVERSIE
from regiovisie.registers.checksums import CHECKSUMS, fingerprint
from regiovisie.registers.writing import yaml_text
from regiovisie.render.views.basis import aantal

WERKVERSIE_FOLDER = "docs/regiovisie"
VERSIE_SCHEMA = "documentation/schemas/versie.json"
"""What tells an editor's tool which keys versie.yml has, where the project brings it."""
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Opdracht:
    """What an editor says of the new version."""

    id: str
    """The name of its folder: ``2026-09-nieuwe-ronde``."""
    nummer: str
    titel: str
    fase: str
    datum: str
    samenvatting: str
    bron: str | None = None
    """The id of a source in mkdocs.yml; needed where the version is no example."""
    herkomst_volledig: bool = True


def freeze(project: Path, opdracht: Opdracht, *, dry_run: bool = False) -> str:
    """Freeze the werkversie; the report as text.

    With ``dry_run`` everything is made and checked, and nothing is kept. Raises
    RegiovisieError with every reason why it cannot be done; then nothing has changed.
    """
    dossier = read_checked(project).dossier
    _refuse(dossier, opdracht)
    with copy_of(project) as trial:
        folder = _write_version(trial, dossier, opdracht)
        seal(trial, opdracht.id)
        frozen = read_checked(trial).dossier
        report = _report(frozen, opdracht, folder)
        if dry_run:
            return f"Proef: er is niets veranderd.\n{report}"
        put_version(folder, project / "versions" / opdracht.id)
    empty_drafts(project / WERKVERSIE_FOLDER / WIJZIGINGEN)
    return f"{report}\n{_next(opdracht)}"


# --- what cannot be frozen


def _refuse(dossier: Dossier, opdracht: Opdracht) -> None:
    problems = [*_wrong_names(dossier, opdracht), *_nothing_new(dossier)]
    if opdracht.herkomst_volledig:
        problems += _without_cause(dossier)
    if problems:
        raise RegiovisieError(problems)


def _wrong_names(dossier: Dossier, opdracht: Opdracht) -> Iterator[Problem]:
    file = f"versions/{opdracht.id}"
    if not _SLUG.fullmatch(opdracht.id):
        doe = "Neem kleine letters, cijfers en streepjes, zoals 2026-09-nieuwe-ronde."
        yield Problem("versions", "", "", f'"{opdracht.id}" kan geen naam van een map zijn.', doe)
    if (dossier.project.root / file).exists():
        yield Problem(file, "", "", "Deze versie is er al.", "Kies een andere naam.")
    for versie in dossier.versies:
        if versie.nummer == opdracht.nummer:
            wat = f'Het nummer "{opdracht.nummer}" is al van de versie {versie.id}.'
            yield Problem(file, "", "nummer", wat, "Kies een ander nummer.")


def _nothing_new(dossier: Dossier) -> Iterator[Problem]:
    if not dossier.werkversie_verschilt:
        newest = dossier.versies[-1]
        wat = f"De werkversie is gelijk aan versie {newest.nummer}; er is niets vast te leggen."
        doe = f"Kreeg die tekst een nieuwe fase? Voeg haar toe in versions/{newest.id}/versie.yml."
        yield Problem(WERKVERSIE_FOLDER, "", "", wat, doe)


def _without_cause(dossier: Dossier) -> Iterator[Problem]:
    for versie_id, plek in open_plekken(dossier):
        if versie_id == WERKVERSIE:
            wat = f"Deze verandering heeft nog geen herkomst: {told(plek)}."
            doe = "Voeg een wijziging toe die deze woorden noemt, of gebruik --zonder-herkomst."
            yield Problem(f"{WERKVERSIE_FOLDER}/{WIJZIGINGEN}", plaats_van(plek), "", wat, doe)


# --- making the version


@contextmanager
def copy_of(project: Path) -> Iterator[Path]:
    """A copy of what a project is made of, for as long as this lasts."""
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder)
        for name in ("docs", "versions"):
            shutil.copytree(project / name, trial / name)
        shutil.copy2(project / "mkdocs.yml", trial)
        yield trial


def _write_version(trial: Path, dossier: Dossier, opdracht: Opdracht) -> Path:
    werkversie, folder = trial / WERKVERSIE_FOLDER, trial / "versions" / opdracht.id
    ignored = shutil.ignore_patterns(".*", WIJZIGINGEN)
    shutil.copytree(werkversie, folder, ignore=ignored)
    _write(folder / "versie.yml", _versie_yml(dossier, opdracht))
    drafts = werkversie / WIJZIGINGEN
    if drafts.exists():
        register = numbered(drafts.read_text(encoding="utf-8-sig"), dossier.project)
        _write(folder / WIJZIGINGEN, register)
    return folder


def _versie_yml(dossier: Dossier, opdracht: Opdracht) -> str:
    newest = dossier.versies[-1] if dossier.versies else None
    fase: dict[str, Any] = {"fase": opdracht.fase, "datum": opdracht.datum}
    content: Mapping[str, Any] = {
        "nummer": opdracht.nummer,
        "titel": opdracht.titel,
        "fasen": [{**fase, **({"bron": opdracht.bron} if opdracht.bron else {})}],
        **({"voorganger": newest.id} if newest else {}),
        "samenvatting": opdracht.samenvatting,
        **({} if opdracht.herkomst_volledig else {"herkomst_volledig": False}),
        **({} if opdracht.bron or not (newest and newest.voorbeeld) else {"voorbeeld": True}),
    }
    has_schema = (dossier.project.root / VERSIE_SCHEMA).is_file()
    head = f"# yaml-language-server: $schema=../../{VERSIE_SCHEMA}\n" if has_schema else ""
    return head + yaml_text(content)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def put_version(made: Path, target: Path) -> None:
    """Put a folder in its place by one rename: before it there is nothing, after it all."""
    staged = target.with_name(f".{target.name}-nieuw")
    shutil.rmtree(staged, ignore_errors=True)
    try:
        shutil.copytree(made, staged)
        staged.rename(target)
    finally:
        shutil.rmtree(staged, ignore_errors=True)


# --- what is told


def _report(frozen: Dossier, opdracht: Opdracht, folder: Path) -> str:
    register = frozen.project.wijzigingen.get(opdracht.id, ())
    ids = [w.id for w in register]
    from_to = f" ({ids[0]} tot en met {ids[-1]})" if len(ids) > 1 else f" ({ids[0]})" if ids else ""
    telling = frozen.vergelijking(*frozen.stappen[-1]).telling if frozen.stappen else None
    plekken = aantal(telling.plekken if telling else 0, "plek", "plekken")
    checksums = (folder / CHECKSUMS).read_text(encoding="utf-8")
    return (
        f"Versie {opdracht.nummer} ({opdracht.id}), fase {opdracht.fase}: "
        f"{aantal(len(frozen.tekst(opdracht.id).onderdelen), 'onderdeel', 'onderdelen')}, "
        f"{aantal(len(ids), 'wijziging', 'wijzigingen')}{from_to} op {plekken}.\n"
        f"Vingerafdruk: {fingerprint(checksums)}"
    )


def _next(opdracht: Opdracht) -> str:
    return (
        f"De versie staat in versions/{opdracht.id}. Wat nu?\n"
        "  1. Lees versie.yml en wijzigingen.yml in die map na.\n"
        "  2. Wordt er op deze versie gereageerd? Voeg in mkdocs.yml een ronde toe.\n"
        "  3. Controleer: python3 scripts/redactie.py check\n"
        f"  4. Leg alles vast in git. Ongedaan maken kan met: unfreeze {opdracht.id}"
    )
