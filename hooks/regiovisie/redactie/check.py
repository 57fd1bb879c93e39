"""The verb `check`: every rule, all problems at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from regiovisie.errors import Problem, RegiovisieError, format_problems
from regiovisie.herkomst.boekhouding import Boekhouding, boekhouding
from regiovisie.herkomst.controle import read_checked
from regiovisie.herkomst.dossier import Dossier
from regiovisie.herkomst.regels import open_groepen, plaats_van, told
from regiovisie.redactie import taal
from regiovisie.redactie.paginalinks import page_link_problems
from regiovisie.redactie.verify import with_words
from regiovisie.redactie.verloop import verloop
from regiovisie.registers import WERKVERSIE
from regiovisie.render.views.basis import aantal

WERKVERSIE_FOLDER = "docs/regiovisie"


def check(project: Path, *, productie: bool, met_taal: bool = False, op: date | None = None) -> str:
    """Check registers, bookkeeping and frozen versions; the report as text.

    ``met_taal`` also tells where the werkversie is hard to read; ``op`` is the day on which
    what runs out with time must still hold.
    Raises RegiovisieError with every problem.
    """
    try:
        gekeurd = read_checked(project, productie=productie)
    except RegiovisieError as error:
        raise RegiovisieError(with_words(project, error.problems)) from None
    dossier = gekeurd.dossier
    if problems := tuple(page_link_problems(dossier)):
        raise RegiovisieError(problems)
    verlopen = tuple(verloop(dossier.project, op)) if op else ()
    if expired := [problem for is_expired, problem in verlopen if is_expired]:
        raise RegiovisieError(expired)
    found = taal.found_in(dossier)
    return "\n".join(
        (
            "Alles klopt.",
            *_counts(boekhouding(dossier)),
            *_still_open(dossier),
            *taal.summary(found),
            *(taal.places(found) if met_taal else ()),
            *_warnings((*gekeurd.waarschuwingen, *(problem for _, problem in verlopen))),
        )
    )


def _warnings(waarschuwingen: Sequence[Problem]) -> Iterator[str]:
    if waarschuwingen:
        yield f"\nLet op ({len(waarschuwingen)}):\n"
        yield format_problems(waarschuwingen)


def _counts(boeken: Boekhouding) -> Iterator[str]:
    totaal, punten = boeken.totaal, boeken.punten
    wijzigingen = aantal(totaal.wijzigingen, "wijziging", "wijzigingen")
    yield f"{wijzigingen} op {aantal(totaal.plekken, 'plek', 'plekken')}."
    for herkomst, count in totaal.plekken_per_herkomst.items():
        yield f"  {herkomst}: {aantal(count, 'plek', 'plekken')}"
    if totaal.alleen_opmaak:
        yield f"  alleen opmaak: {aantal(totaal.alleen_opmaak, 'plek', 'plekken')}"
    if totaal.hele_paragrafen:
        plekken = aantal(totaal.alleen_hele_paragraaf, "plek", "plekken")
        yield f"  als hele paragraaf genoemd: {plekken} ({', '.join(totaal.hele_paragrafen)})"
    submitted = aantal(boeken.zienswijzen, "zienswijze", "zienswijzen")
    yield (
        f"{submitted} met {aantal(punten.punten, 'punt', 'punten')}: {punten.beantwoord} "
        f"beantwoord, {punten.onbekend} onbekend, {punten.open} open."
    )


def _still_open(dossier: Dossier) -> Iterator[str]:
    """Where a change has no cause yet: allowed here, and still to be done."""
    found = list(open_groepen(dossier))
    if not found:
        yield "Elke verandering heeft een herkomst."
        return
    yield f"Nog zonder herkomst: {len(found)}."
    for naar, (plek, *volgende) in found:
        where = WERKVERSIE_FOLDER if naar == WERKVERSIE else f"versions/{naar}"
        yield f"  {where}, {plaats_van(plek)}: {told(plek)}{_meer(volgende)}"


def _meer(volgende: Sequence[object]) -> str:
    return f", en {aantal(len(volgende), 'alinea', 'alinea’s')} erna" if volgende else ""
