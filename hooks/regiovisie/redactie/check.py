"""The verb `check`: every rule, all problems at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from regiovisie.errors import RegiovisieError
from regiovisie.herkomst.dossier import Dossier, make_dossier
from regiovisie.herkomst.regels import all_problems, open_plekken, plaats_van, told
from regiovisie.herkomst.vergelijking import Telling
from regiovisie.registers import WERKVERSIE, load_project, productie_problems
from regiovisie.render.views.basis import aantal

WERKVERSIE_FOLDER = "docs/regiovisie"


def check(project: Path, *, productie: bool) -> str:
    """Check registers, bookkeeping and frozen versions; the report as text.

    Raises RegiovisieError with every problem.
    """
    loaded = load_project(project)
    dossier = make_dossier(loaded)
    refused = productie_problems(loaded) if productie else ()
    if problems := (*all_problems(dossier), *refused):
        raise RegiovisieError(problems)
    return "\n".join(("Alles klopt.", *_counts(dossier), *_still_open(dossier)))


def _counts(dossier: Dossier) -> Iterator[str]:
    telling = sum((dossier.vergelijking(*step).telling for step in dossier.stappen), Telling())
    zienswijzen = dossier.project.zienswijzen
    punten = [punt for zienswijze in zienswijzen for punt in zienswijze.punten]
    still_open = sum(punt.uitkomst == "open" for punt in punten)
    wijzigingen = aantal(len(dossier.wijzigingen), "wijziging", "wijzigingen")
    yield f"{wijzigingen} op {aantal(telling.plekken, 'plek', 'plekken')}."
    submitted = aantal(len(zienswijzen), "zienswijze", "zienswijzen")
    yield f"{submitted} met {aantal(len(punten), 'punt', 'punten')}; {still_open} nog open."


def _still_open(dossier: Dossier) -> Iterator[str]:
    """Where a change has no cause yet: allowed here, and still to be done."""
    found = list(open_plekken(dossier))
    if not found:
        yield "Elke verandering heeft een herkomst."
        return
    yield f"Nog zonder herkomst: {len(found)}."
    for naar, plek in found:
        where = WERKVERSIE_FOLDER if naar == WERKVERSIE else f"versions/{naar}"
        yield f"  {where}, {plaats_van(plek)}: {told(plek)}"
