"""The verb `check`: every rule, all problems at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from regiovisie.errors import RegiovisieError, format_problems
from regiovisie.herkomst.controle import Gekeurd, read_checked
from regiovisie.herkomst.dossier import Dossier
from regiovisie.herkomst.regels import open_plekken, plaats_van, told
from regiovisie.herkomst.vergelijking import Telling
from regiovisie.redactie import taal
from regiovisie.redactie.verify import with_words
from regiovisie.registers import WERKVERSIE
from regiovisie.render.views.basis import aantal

WERKVERSIE_FOLDER = "docs/regiovisie"


def check(project: Path, *, productie: bool, met_taal: bool = False) -> str:
    """Check registers, bookkeeping and frozen versions; the report as text.

    ``met_taal`` also tells where the werkversie is hard to read.
    Raises RegiovisieError with every problem.
    """
    try:
        gekeurd = read_checked(project, productie=productie)
    except RegiovisieError as error:
        raise RegiovisieError(with_words(project, error.problems)) from None
    dossier = gekeurd.dossier
    found = taal.found_in(dossier)
    return "\n".join(
        (
            "Alles klopt.",
            *_counts(dossier),
            *_still_open(dossier),
            *taal.summary(found),
            *(taal.places(found) if met_taal else ()),
            *_warnings(gekeurd),
        )
    )


def _warnings(gekeurd: Gekeurd) -> Iterator[str]:
    if gekeurd.waarschuwingen:
        yield f"\nLet op ({len(gekeurd.waarschuwingen)}):\n"
        yield format_problems(gekeurd.waarschuwingen)


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
