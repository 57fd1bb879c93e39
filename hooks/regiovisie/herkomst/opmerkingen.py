"""What reviewers say in comments, as a cause: points, or another herkomst.

    ZW-12.3                      the point ZW-12.3
    zienswijze Assen punt 3      the third point of the one zienswijze from Assen
    redactioneel: leesbaarder    herkomst redactioneel

What names no cause, or one that is not certain, stays as words for a person to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from regiovisie.herkomst.trailers import Oorzaak
from regiovisie.registers import Project, Zienswijze
from regiovisie.text.slug import slugify

_PUNT = re.compile(
    r"\bZW[ -]*0*(?P<zienswijze>\d+)(?:\.|,?\s*(?:punt|pt\.?|nr\.?)\s*)0*(?P<punt>\d+)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?P<soort>zienswijze|advies|inspraakreactie|reactie|brief)\s+(?:van\s+)?(?:de\s+|het\s+)?"
    r"(?P<naam>[^,;:.\d]+?),?\s+(?:punt|pt\.?|nr\.?)\s*0*(?P<punt>\d+)\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\s*\(W-\d+\)")
"""The wijziging that an export of ours names: it is of another version."""
_ANDERS = re.compile(r"(?P<soort>ambtshalve|redactioneel)\b[\s:,.–-]*(?P<rest>.*)", re.IGNORECASE)
_EMPTY_WORDS = frozenset({"gemeente", "de", "het", "van", "en", "zie", "ook", "conform"})


def oorzaak_van(project: Project, opmerkingen: Sequence[str], door: int = 0) -> Oorzaak:
    """The cause that comments on one change name together.

    ``door`` keeps changes of two people apart where no cause is known.
    """
    opmerkingen = [_OWN.sub("", opmerking).strip() for opmerking in opmerkingen]
    words = " / ".join(dict.fromkeys(o for o in opmerkingen if o))
    punten: list[str] = []
    anders: list[Oorzaak] = []
    uncertain = False
    for opmerking in opmerkingen:
        for punt in _punten(project, opmerking):
            uncertain = uncertain or not punt
            punten.append(punt)
        if match := _ANDERS.match(opmerking.strip()):
            soort, rest = match["soort"].lower(), match["rest"].strip()
            needs_words = soort == "ambtshalve"
            anders.append(
                Oorzaak(herkomst=soort, toelichting=rest or (opmerking if needs_words else ""))
            )
    if uncertain or (punten and anders) or len(set(anders)) > 1 or not (punten or anders):
        return Oorzaak(opmerking=words, door=door)
    if anders:
        return anders[0]
    rest = slugify(_NAMED.sub("", _PUNT.sub("", words))).split("-")
    more = words if set(rest) - _EMPTY_WORDS - {""} else ""
    return Oorzaak(punten=tuple(dict.fromkeys(punten)), opmerking=more)


def _punten(project: Project, opmerking: str) -> Iterator[str]:
    """Each point that a comment names; empty for one that is not there, or not certain."""
    for match in _PUNT.finditer(opmerking):
        found = [z for z in project.zienswijzen if _number(z.id) == int(match["zienswijze"])]
        yield _punt(found, int(match["punt"]))
    for match in _NAMED.finditer(_PUNT.sub("", opmerking)):
        soort = match["soort"].lower()
        found = _from(project, match["naam"])
        if len(found) > 1:
            found = [z for z in found if z.soort == soort]
        yield _punt(found, int(match["punt"]))


def _number(name: str) -> int:
    return int(name.rpartition("-")[2])


def _punt(zienswijzen: Sequence[Zienswijze], number: int) -> str:
    if len(zienswijzen) != 1:
        return ""
    wanted = f"{zienswijzen[0].id}.{number}"
    numbers = (p.id for p in zienswijzen[0].punten)
    return next((name for name in numbers if _same_punt(name, wanted)), "")


def _same_punt(one: str, other: str) -> bool:
    return [int(n) for n in re.findall(r"\d+", one)] == [int(n) for n in re.findall(r"\d+", other)]


def _from(project: Project, naam: str) -> list[Zienswijze]:
    """The zienswijzen of who is called so: by its whole name, else by part of it."""
    wanted = slugify(naam)
    named = {z.id: _names_of(project, z) for z in project.zienswijzen}
    exact = [z for z in project.zienswijzen if wanted in named[z.id]]
    if exact:
        return exact
    words = set(wanted.split("-")) - _EMPTY_WORDS
    return [
        z
        for z in project.zienswijzen
        if words and any(words <= set(name.split("-")) for name in named[z.id])
    ]


def _names_of(project: Project, zienswijze: Zienswijze) -> set[str]:
    names: set[str] = set(zienswijze.indieners)
    gemeenten = {gemeente.slug: gemeente.naam for gemeente in project.gemeenten}
    for indiener in project.indieners:
        if indiener.slug in zienswijze.indieners:
            names.add(slugify(indiener.naam))
            if indiener.gemeente:
                names |= {indiener.gemeente, slugify(gemeenten.get(indiener.gemeente, ""))}
    return names - {""}
