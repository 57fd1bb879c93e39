"""The verb `new`: a valid file with the next free id, so that nobody starts from nothing.

A new record is tried in a copy of the project first. What is wrong with it is told, and then
nothing is written.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from regiovisie.errors import Problem, RegiovisieError
from regiovisie.redactie.concepten import WIJZIGINGEN, head_and_entries
from regiovisie.redactie.freeze import WERKVERSIE_FOLDER, copy_of
from regiovisie.redactie.staging import replace_text
from regiovisie.registers import Project, load_project
from regiovisie.registers.writing import yaml_text
from regiovisie.text.slug import slugify

Keys = Mapping[str, object]
"""The keys of a record, in the order in which they are written; None leaves one out."""


def new_zienswijze(project: Path, keys: Keys) -> str:
    """Write docs/zienswijzen/zw-NN.md without points; the report as text."""
    loaded = load_project(project)
    name = _next_zienswijze(loaded)
    rondes = {ronde.id: ronde.versie for ronde in loaded.regio.rondes}
    record = {"id": name, **keys, "versie": rondes.get(str(keys.get("ronde"))), "punten": []}
    body = "Schrijf hier in gewone taal wat er in deze reactie staat."
    return _write_record(project, f"docs/zienswijzen/{name.lower()}.md", record, body)


def new_gemeente(project: Path, naam: str, keys: Keys) -> str:
    """Write docs/gemeenten/<naam>.md; the report as text."""
    record = {"naam": naam, **keys}
    return _write_record(project, f"docs/gemeenten/{slugify(naam)}.md", record, "")


def new_wijziging(project: Path, keys: Keys) -> str:
    """Add a draft to the register of the werkversie; the report as text."""
    file = f"{WERKVERSIE_FOLDER}/{WIJZIGINGEN}"
    path = project / file
    before = path.read_text(encoding="utf-8-sig") if path.exists() else ""
    record = _filled({"id": _draft_id(keys), **keys})
    head, entries = head_and_entries(before)
    kept = f"{entries}\n\n" if entries else ""
    _write_checked(project, file, head + kept + yaml_text([record]))
    return f"{record['id']} staat in {file}."


def _draft_id(keys: Keys) -> str:
    content = "\n".join(f"{key}: {value}" for key, value in keys.items())
    return f"W-concept-{hashlib.sha256(content.encode()).hexdigest()[:6]}"


def _next_zienswijze(project: Project) -> str:
    """The id after the highest that was ever given."""
    given = (re.fullmatch("ZW-([0-9]+)", name) for name in project.names.all("zienswijze"))
    highest = max((int(match[1]) for match in given if match), default=0)
    return f"ZW-{highest + 1:02}"


def _write_record(project: Path, file: str, record: Keys, body: str) -> str:
    if (project / file).exists():
        wat = "Dit bestand is er al."
        raise RegiovisieError([Problem(file, "", "", wat, "Pas dat bestand aan.")])
    _write_checked(project, file, f"---\n{yaml_text(_filled(record))}---\n{body}\n")
    return f"Gemaakt: {file}. Open het bestand en vul het aan."


def _filled(record: Keys) -> dict[str, object]:
    return {key: value for key, value in record.items() if value is not None}


def _write_checked(project: Path, file: str, text: str) -> None:
    """Write a file when it is right; raise RegiovisieError with what is wrong with it."""
    with copy_of(project) as trial:
        target = trial / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
        problems = [p for p in load_project(trial).problems if p.file == file]
    if problems:
        raise RegiovisieError(problems)
    (project / file).parent.mkdir(parents=True, exist_ok=True)
    replace_text(project / file, text)
