"""A proposal as one comment on a merge request: Dutch, short, every name spelled out.

What comes from files is data here, never markup: whoever proposes a text cannot make the
comment say, mention or link anything of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from regiovisie.errors import Problem
from regiovisie.herkomst.voorstel import Alinea, PuntAnders, Voorstel
from regiovisie.registers import Wijziging
from regiovisie.render.beschrijving import beschrijving
from regiovisie.render.views.basis import aantal
from regiovisie.render.views.labels import HERKOMSTEN, UITKOMSTEN

MARK = "<!-- regiovisie-voorstel -->"
"""By this line the comment is found again, to be updated in place."""
MOST_ALINEAS = 100
MOST_PROBLEMS = 30
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|~<>&@:])")


def voorstel_markdown(voorstel: Voorstel, voorbeeld: str = "") -> str:
    """The comment. ``voorbeeld`` is the address of the built preview, where there is one."""
    parts = [MARK, "## Wat verandert dit voorstel?", _summary(voorstel)]
    parts += _text(voorstel, voorbeeld)
    parts += _answers(voorstel)
    parts += _problems("Wat nog niet klopt", voorstel.problems)
    parts += _problems("Let op", voorstel.waarschuwingen)
    if voorbeeld:
        parts.append(f"[Bekijk dit voorstel tegen de huidige tekst]({voorbeeld}voorstel/)")
    return "\n\n".join(parts) + "\n"


def _summary(voorstel: Voorstel) -> str:
    return " ".join(
        (*_changed(voorstel), *_said(voorstel), *_without_cause(voorstel), _state(voorstel))
    )


def _changed(voorstel: Voorstel) -> Iterator[str]:
    if not voorstel.alineas:
        yield "De tekst verandert niet."
        return
    alineas = aantal(len(voorstel.alineas), "alinea verandert", "alinea’s veranderen")
    onderdelen = len({alinea.onderdeel for alinea in voorstel.alineas})
    yield f"{alineas} in {aantal(onderdelen, 'onderdeel', 'onderdelen')}."


def _said(voorstel: Voorstel) -> Iterator[str]:
    if count := sum(bool(alinea.uit_commits) for alinea in voorstel.alineas):
        yield f"De redenen van {aantal(count, 'alinea', 'alinea’s')} staan in de commits."


def _without_cause(voorstel: Voorstel) -> Iterator[str]:
    if count := sum(alinea.zonder_herkomst for alinea in voorstel.alineas):
        yield f"Van {aantal(count, 'alinea', 'alinea’s')} is nog niet opgeschreven waarom."


def _state(voorstel: Voorstel) -> str:
    if count := len(voorstel.problems):
        return f"**{aantal(count, 'punt klopt', 'punten kloppen')} nog niet**, zie hieronder."
    return "Alles klopt volgens de controle."


def _text(voorstel: Voorstel, voorbeeld: str) -> Iterator[str]:
    shown = voorstel.alineas[:MOST_ALINEAS]
    for titel, alineas in groupby(shown, key=lambda alinea: alinea.titel):
        yield f"### {_plain(titel)}"
        yield "\n".join(_alinea(alinea, voorbeeld) for alinea in alineas)
    if left := len(voorstel.alineas) - len(shown):
        yield f"En nog {aantal(left, 'alinea', 'alinea’s')}."
    if any(alinea.uit_commits for alinea in voorstel.alineas):
        yield (
            "Wat in de commits staat, hoeft niemand over te typen: na het overnemen zet "
            "`python3 scripts/redactie.py herkomst` het in het register."
        )
    if voorstel.punten:
        yield f"Dit voorstel dient: {', '.join(map(_plain, voorstel.punten))}."


def _alinea(alinea: Alinea, voorbeeld: str) -> str:
    where = f"onder *{_plain(alinea.kop)}*" if alinea.kop else "aan het begin"
    if voorbeeld and alinea.anker:
        where += f" ([bekijk]({voorbeeld}werkversie/{alinea.onderdeel}/#{alinea.anker}))"
    told = "; ".join(_plain(beschrijving(plek)) for plek in alinea.plekken)
    names = ", ".join(map(_plain, alinea.wijzigingen))
    because = f" ({names})" if names else ""
    said = "; ".join(map(_from_commits, alinea.uit_commits))
    in_commits = f" Herkomst uit de commits: {said}." if said else ""
    still_open = " **Nog zonder herkomst.**" if alinea.zonder_herkomst else ""
    return f"- {where}: {told}{because}.{in_commits}{still_open}"


def _from_commits(wijziging: Wijziging) -> str:
    why = ", ".join(wijziging.punten) or HERKOMSTEN[wijziging.herkomst].tekst
    return f"{_plain(wijziging.id)} ({_plain(why)})"


def _answers(voorstel: Voorstel) -> Iterator[str]:
    if voorstel.punten_anders:
        yield "### Antwoorden"
        yield "\n".join(_answer(punt) for punt in voorstel.punten_anders)


def _answer(punt: PuntAnders) -> str:
    wordt = UITKOMSTEN[punt.wordt].tekst
    if not punt.was:
        return f"- {_plain(punt.id)} is nieuw: {wordt}."
    if punt.was == punt.wordt:
        return f"- {_plain(punt.id)}: het antwoord is herschreven ({wordt})."
    return f"- {_plain(punt.id)}: was {UITKOMSTEN[punt.was].tekst}, wordt {wordt}."


def _problems(title: str, problems: Iterable[Problem]) -> Iterator[str]:
    listed = list(problems)
    if not listed:
        return
    yield f"### {title}"
    yield "\n".join(_problem(problem) for problem in listed[:MOST_PROBLEMS])
    if len(listed) > MOST_PROBLEMS:
        left = len(listed) - MOST_PROBLEMS
        yield f"En nog {left}. Zie ze allemaal met: python3 scripts/redactie.py check"


def _problem(problem: Problem) -> str:
    line = f", regel {problem.line}" if problem.line else ""
    trail = " › ".join(part for part in (problem.entry, problem.key) if part)
    where = _plain(f"{problem.file}{line}{f' › {trail}' if trail else ''}")
    return f"- **{where}**  \n  {_plain(problem.wat)}  \n  → {_plain(problem.doe)}"


def _plain(text: str) -> str:
    """Text from a file as text: no markup, no mention, no address that becomes a link."""
    spelled = _SPECIAL.sub(lambda match: f"&#{ord(match[1])};", " ".join(text.split()))
    return spelled.replace("www.", "www&#46;")
