"""The verb `unfreeze`: take back the newest version, as long as nothing refers to it.

Its register of wijzigingen goes back to the drafts, in front of what was drafted since. As
long as the version stands, drafts that it took over count no more, so the one rename that
takes it away is the moment at which everything changes.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from regiovisie.errors import Problem, RegiovisieError
from regiovisie.redactie.concepten import (
    EMPTY,
    WIJZIGINGEN,
    as_drafts,
    head_and_entries,
)
from regiovisie.redactie.freeze import WERKVERSIE_FOLDER
from regiovisie.redactie.staging import replace_text
from regiovisie.registers import Project, Versie, load_project


def unfreeze(project: Path, versie: str) -> str:
    """Take back a version; the report as text.

    Raises RegiovisieError with every reason why it cannot be done; then nothing has changed.
    """
    loaded = load_project(project)
    found = next((v for v in loaded.versies if v.id == versie), None)
    if found is None:
        known = ", ".join(v.id for v in loaded.versies) or "geen"
        raise RegiovisieError([_problem(versie, "Deze versie is er niet.", f"Kies uit: {known}.")])
    if problems := list(_refers_to(loaded, found)):
        raise RegiovisieError(problems)
    folder = project / "versions" / versie
    _give_back_drafts(folder / WIJZIGINGEN, project / WERKVERSIE_FOLDER / WIJZIGINGEN)
    gone = folder.with_name(f".{versie}-oud")
    shutil.rmtree(gone, ignore_errors=True)
    folder.rename(gone)
    shutil.rmtree(gone, ignore_errors=True)
    return (
        f"Versie {versie} is teruggenomen. Haar wijzigingen staan weer als concept in "
        f"{WERKVERSIE_FOLDER}/{WIJZIGINGEN}.\n"
        "Stond deze versie al op de site? Meld dan aan lezers dat zij is ingetrokken."
    )


def _refers_to(project: Project, versie: Versie) -> Iterator[Problem]:
    doe = "Alleen een versie waar niets naar verwijst, kan worden teruggenomen."
    for other in project.versies:
        if other.voorganger == versie.id:
            yield project.problem(other, "Deze versie volgt op de versie.", doe, "voorganger")
    for ronde in project.regio.rondes:
        if ronde.versie == versie.id:
            yield project.problem(ronde, "Deze ronde gaat over de versie.", doe, "versie")
    for zienswijze in project.zienswijzen:
        if zienswijze.versie == versie.id:
            yield project.problem(zienswijze, "Deze zienswijze gaat over de versie.", doe, "versie")
    if len(versie.fasen) > 1:
        wat = f"De versie kreeg al een volgende fase: {versie.fase.fase}."
        yield project.problem(versie, wat, doe, "fasen")


def _give_back_drafts(frozen: Path, drafts: Path) -> None:
    mine = as_drafts(frozen.read_text(encoding="utf-8")) if frozen.exists() else ""
    newer = drafts.read_text(encoding="utf-8-sig") if drafts.exists() else ""
    (my_head, my_entries), (head, entries) = map(head_and_entries, (mine, newer))
    if my_entries and f"{entries}\n".startswith(f"{my_entries}\n"):
        return  # a run that was stopped half-way gave them back already
    kept = "\n\n".join(filter(None, (my_entries, entries)))
    replace_text(drafts, (head or my_head) + (f"{kept}\n" if kept else EMPTY))


def _problem(versie: str, wat: str, doe: str) -> Problem:
    return Problem(f"versions/{versie}", "", "", wat, doe)
