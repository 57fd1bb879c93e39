"""What words refer to exists: ZW-12.3, W-031, "onderdeel 8", "bijlage 6", "versie 0.2".

These are warnings. A text may speak of what is not here; and what a source itself gets wrong,
an editor cannot mend, only say (`ontbreekt` at a document).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from regiovisie.errors import Problem
from regiovisie.registers.doelen import IDS, Doelen, Omgeving
from regiovisie.registers.messages import Message
from regiovisie.registers.project import WERKVERSIE, Project
from regiovisie.registers.teksten import Geschreven, prose, teksten
from regiovisie.text.verwijzingen import Verwijzing, verwijzingen

_MEND = "Verbeter de verwijzing, of haal haar weg."


def in_words(project: Project) -> Iterator[Problem]:
    """Every reference in running text leads to something that is there."""
    doelen = Doelen(project)
    for geschreven in teksten(project):
        told: set[tuple[str, str]] = set()
        for found in verwijzingen(prose(geschreven.tekst)):
            key = (found.soort, found.naam)
            if key not in told and (message := _message(project, doelen, geschreven, found)):
                told.add(key)
                yield geschreven.problem(*message, found.start)


def _message(
    project: Project, doelen: Doelen, geschreven: Geschreven, found: Verwijzing
) -> Message | None:
    """What is wrong with a reference; None when it leads somewhere, or may well do so."""
    omgeving = doelen.omgeving(geschreven.bestand)
    match found.soort:
        case "onderdeel":
            return _part_message(project, doelen, omgeving, found)
        case "hoofdstuk":
            uses = project.regio.hoofdstukken
            return _part_message(project, doelen, omgeving, found) if uses else None
        case "bijlage":
            return _annex_message(project, doelen, omgeving, found)
        case "versie":
            return _version_message(project, doelen, geschreven, found)
        case "wijziging" if doelen.wijzigingen.get(found.naam):
            doe = "Verwijs naar wat ervoor in de plaats kwam, of haal de verwijzing weg."
            return f"De wijziging {found.naam} is ingetrokken.", doe
    kind = IDS[found.soort]
    if project.names.has(kind, found.naam):
        return None
    return f'Er is geen {kind} "{found.naam}".', _nearest(found.naam, project.names.all(kind))


def _part_message(
    project: Project, doelen: Doelen, omgeving: Omgeving, found: Verwijzing
) -> Message | None:
    if doelen.onderdeel(omgeving.tekst, found) or not doelen.onderdelen(omgeving.tekst):
        return None
    last = max((int(n) for n in doelen.onderdelen(omgeving.tekst) if n.isdigit()), default=0)
    wat = f"Er is geen {found.soort} {found.naam} in {_name(project, omgeving.tekst)}."
    return wat, f"Het laatste is {found.soort} {last}. {_MEND}"


def _annex_message(
    project: Project, doelen: Doelen, omgeving: Omgeving, found: Verwijzing
) -> Message | None:
    if doelen.bestaat(found, omgeving):
        return None
    for slug in omgeving.gemeenten:
        if numbered := doelen.bijlagen.get(slug):
            naam = next(g.naam for g in project.gemeenten if g.slug == slug)
            last = max(numbered, key=_number)
            wat = f"Bijlage {found.naam} staat niet in de lijst van stukken van {naam}."
            doe = (
                f"De lijst met bijlagen stopt bij bijlage {last}. Zet het stuk bij documenten met "
                f'bijlage: "{found.naam}"; heeft de bron het ook niet, dan met ontbreekt: ja.'
            )
            return wat, doe
    return None


def _version_message(
    project: Project, doelen: Doelen, geschreven: Geschreven, found: Verwijzing
) -> Message | None:
    """Pages by editors may speak of versions of anything."""
    pages = {name for name, _ in project.paginas}
    if found.naam in doelen.versies or geschreven.bestand in pages or not doelen.versies:
        return None
    known = ", ".join(doelen.versies)
    return f"Er is geen versie {found.naam}.", f"De versies zijn {known}. {_MEND}"


def _nearest(name: str, known: Iterable[str]) -> str:
    """The id that was probably meant: the one of the same form with the nearest number."""
    same = [other for other in known if _prefix(other) == _prefix(name)]
    near = min(same, key=lambda other: (abs(_number(other) - _number(name)), other), default="")
    return f"Bedoelt u {near}? Zo niet: {_MEND[0].lower()}{_MEND[1:]}" if near else _MEND


def _prefix(name: str) -> str:
    """The id without its last number: ``ZW-12.`` of ``ZW-12.3``."""
    return re.sub(r"\d+[a-z]?$", "", name)


def _number(name: str) -> int:
    """The last number of an id."""
    digits = re.findall(r"\d+", name)
    return int(digits[-1]) if digits else 0


def _name(project: Project, tekst: str) -> str:
    if tekst == WERKVERSIE:
        return "de werkversie"
    nummer = next((v.nummer for v in project.versies if v.id == tekst), tekst)
    return f"versie {nummer}"
