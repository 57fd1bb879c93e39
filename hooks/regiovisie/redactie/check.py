"""The verb `check`: every rule, all problems at once."""

from __future__ import annotations

from pathlib import Path

from regiovisie.errors import RegiovisieError
from regiovisie.herkomst.dossier import make_dossier
from regiovisie.herkomst.regels import all_problems
from regiovisie.herkomst.vergelijking import Telling
from regiovisie.registers import load_project, productie_problems


def check(project: Path, *, productie: bool) -> str:
    """Check registers, bookkeeping and frozen versions; the report as text.

    Raises RegiovisieError with every problem.
    """
    loaded = load_project(project)
    dossier = make_dossier(loaded)
    refused = productie_problems(loaded) if productie else ()
    if problems := (*all_problems(dossier), *refused):
        raise RegiovisieError(problems)
    telling = sum((dossier.vergelijking(*step).telling for step in dossier.stappen), Telling())
    punten = [punt for zienswijze in loaded.zienswijzen for punt in zienswijze.punten]
    wijzigingen = f"{len(dossier.wijzigingen)} wijzigingen op {telling.plekken} plekken"
    zienswijzen = f"{len(loaded.zienswijzen)} zienswijzen met {len(punten)} punten"
    still_open = sum(punt.uitkomst == "open" for punt in punten)
    return (
        "Alles klopt.\n"
        f"{wijzigingen}; {telling.zonder_herkomst} nog zonder herkomst.\n"
        f"{zienswijzen}; {still_open} nog open."
    )
