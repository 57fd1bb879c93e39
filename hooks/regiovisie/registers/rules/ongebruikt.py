"""What was written and that nothing refers to: a name was mistyped, or it may go."""

from __future__ import annotations

from collections.abc import Iterator

from regiovisie.errors import Problem
from regiovisie.registers.project import Project


def unused(project: Project) -> Iterator[Problem]:
    """Thematic answers, indieners and themes that no zienswijze names."""
    punten = [punt for zienswijze in project.zienswijzen for punt in zienswijze.punten]
    answers = {punt.antwoord for punt in punten}
    for antwoord in project.antwoorden:
        if antwoord.id not in answers:
            wat = f"Geen enkel punt verwijst naar {antwoord.id}."
            doe = f"Zet bij de punten antwoord: {antwoord.id}, of haal het bestand weg."
            yield project.problem(antwoord, wat, doe)
    submitters = {slug for zienswijze in project.zienswijzen for slug in zienswijze.indieners}
    for indiener in project.indieners:
        if indiener.slug not in submitters:
            wat = f'Geen enkele zienswijze is van "{indiener.naam}".'
            doe = f"Zet bij een zienswijze de indiener {indiener.slug}, of haal het bestand weg."
            yield project.problem(indiener, wat, doe)
    themes = {thema for punt in punten for thema in punt.thema}
    themes |= {thema for antwoord in project.antwoorden for thema in antwoord.thema}
    for thema in project.regio.themas:
        if thema not in themes:
            wat = f'Geen enkel punt hoort bij het thema "{thema}".'
            doe = "Zet het bij een punt, of haal het uit deze lijst."
            yield project.problem(project.regio, wat, doe, "themas", thema)
