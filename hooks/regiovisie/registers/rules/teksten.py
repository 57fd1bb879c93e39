"""What should be a text is one: ``volgt`` or ``n.t.b.`` is no answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regiovisie.errors import Problem
from regiovisie.registers.project import Project
from regiovisie.registers.schema import Record

_ANNOUNCED = re.compile(
    r"(?:reactie|antwoord|tekst|toelichting|samenvatting)?"
    r"(?:nog|hier)?"
    r"(?:volgt|komt|ntb|nnb|nvt|tbd|todo|pm|x+|niet|onbekend|doen|tebepalen|teschrijven|intevullen"
    r"|invullen|aanvullen)"
    r"(?:nog|later|spoedig|reactie|antwoord|tekst)?"
)


def placeholders(project: Project) -> Iterator[Problem]:
    """Answers, reasons and summaries are written, not announced."""
    for record, key in _texts(project):
        text = getattr(record, key)
        if text is not None and _announces(text):
            if key == "inhoud":
                wat = "Onder de gegevens staat nog geen antwoord."
                yield project.problem(record, wat, "Schrijf het antwoord onder de regel ---.")
                continue
            wat = f'Hier staat nog geen tekst, maar "{text}".'
            yield project.problem(record, wat, "Schrijf de tekst, of haal de sleutel weg.", key)


def _texts(project: Project) -> Iterator[tuple[Record, str]]:
    for zienswijze in project.zienswijzen:
        for punt in zienswijze.punten:
            yield from ((punt, "tekst"), (punt, "reactie"))
    for antwoord in project.antwoorden:
        yield antwoord, "inhoud"
    for wijziging in project.alle_wijzigingen():
        yield wijziging, "toelichting"
    for versie in project.versies:
        yield versie, "samenvatting"
    yield project.regio, "nieuwe_ronde"


def _announces(text: str) -> bool:
    """Whether a text only says that a text is to come, or is nothing but signs."""
    letters = re.sub(r"[\W\d_]+", "", text).lower()
    return not letters or _ANNOUNCED.fullmatch(letters) is not None
