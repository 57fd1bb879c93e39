"""The verb `verify`: are the frozen versions still what they were?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from regiovisie.diff.history import build_history
from regiovisie.errors import Problem, RegiovisieError
from regiovisie.herkomst.regels import told
from regiovisie.herkomst.vergelijking import make_vergelijking
from regiovisie.registers import load_project
from regiovisie.registers import verify as verify_folder
from regiovisie.registers.checksums import fingerprint, recorded_digest
from regiovisie.repo import content_with
from regiovisie.text.blocks import parse_tekst

MOST_CHANGES = 5
"""So many changed places are named; then it is clear which edit is meant."""


def verify(project: Path) -> str:
    """Compare every frozen version with its checksums; a fingerprint of each as text.

    Raises RegiovisieError when a file was edited, added or removed; where git knows what
    stood there, the changed words are named.
    """
    versies = load_project(project).versies
    problems = [p for v in versies for p in verify_folder(project / "versions" / v.id)]
    if problems:
        raise RegiovisieError(with_words(project, problems))
    lines = [f"{v.id}  {fingerprint(v.checksums or '')}" for v in versies]
    return "\n".join([*lines, f"{len(versies)} versies zijn ongewijzigd."])


# --- which words were changed


def with_words(project: Path, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems; those about an edited frozen text also say which words were changed."""
    for problem in problems:
        words = _changed_words(project, problem.file)
        yield replace(problem, wat=f"{problem.wat} Veranderd: {words}.") if words else problem


def _changed_words(project: Path, file: str) -> str:
    """What changed in a frozen text since it was frozen; empty where that is not known."""
    name = file.rpartition("/")[2]
    if not (file.startswith("versions/") and name.endswith(".md") and (project / file).is_file()):
        return ""
    frozen = frozen_content(project, file)
    if frozen is None:
        return ""
    teksten = [
        parse_tekst(naam, [(name, content.decode("utf-8-sig", "replace"))])
        for naam, content in (("was", frozen), ("is", (project / file).read_bytes()))
    ]
    [onderdeel] = make_vergelijking(build_history(teksten), {}, 0, 1).onderdelen
    shown = list(islice(onderdeel.plekken, MOST_CHANGES))
    more = len(onderdeel.plekken) - len(shown)
    return "; ".join([*map(told, shown), *([f"en nog {more} plekken"] if more else [])])


def frozen_content(project: Path, file: str) -> bytes | None:
    """What a file of a version held when it was frozen; None where nobody knows that.

    A file that was not edited is read from disk, any other from git.
    """
    folder, _, name = file.rpartition("/")
    digest = recorded_digest(project / folder, name)

    def is_frozen(content: bytes) -> bool:
        return hashlib.sha256(content).hexdigest() == digest

    path = project / file
    if path.is_file() and is_frozen(content := path.read_bytes()):
        return content
    try:
        return content_with(project, file, is_frozen) if digest else None
    except RegiovisieError:
        return None  # without git the file is named, and that must do
