"""Texts hold words, and images are images: nothing that runs or fetches on a reader's machine.

The site would take it out, or be refused by its own security policy; here an editor hears of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from regiovisie.errors import Problem
from regiovisie.registers.files import read_text
from regiovisie.registers.project import Project
from regiovisie.text.veilig import Vondst, onveilig, onveilig_in_yaml

FOLDERS = ("docs", "versions")


def files_of(root: Path) -> Iterator[str]:
    """Every file that editors put in the project, as '/'-paths, sorted; no hidden ones."""
    for folder in FOLDERS:
        paths = (path.relative_to(root) for path in (root / folder).rglob("*") if path.is_file())
        yield from sorted(
            path.as_posix()
            for path in paths
            if not any(part.startswith((".", "~$")) for part in path.parts)
        )


def code_in_texts(project: Project) -> Iterator[Problem]:
    """No element, attribute or link in a text can run, style or fetch anything."""
    for file in files_of(project.root):
        if not file.endswith((".md", ".yml")):
            continue
        text = read_text(project.root, file)
        if isinstance(text, str):
            for vondst in _found(file, text):
                wat = f"Hier staat {vondst.wat}: dat hoort niet in een tekst."
                yield Problem(file, "", "", wat, _doe(file), vondst.line)


def _found(file: str, text: str) -> Iterator[Vondst]:
    if file.endswith(".yml"):
        yield from onveilig_in_yaml(text)
        return
    head, body = _parts(text)
    yield from onveilig_in_yaml(head)
    lines = head.count("\n")
    for vondst in onveilig(body):
        yield Vondst(vondst.line + lines, vondst.wat)


def _parts(text: str) -> tuple[str, str]:
    """The data above a text, with its dashes, and the text."""
    end = text.find("\n---", 3) if text.startswith("---") else -1
    cut = text.find("\n", end + 1) + 1 if end > 0 else 0
    return text[:cut], text[cut:]


def _doe(file: str) -> str:
    if file.startswith("versions/"):
        return "Deze versie ligt vast: vraag de beheerder hoe dit eruit kan."
    return "Haal het weg; de woorden zelf mogen blijven."
