"""The books of a project: how much changed, how much of it has a cause, what is answered.

::

    boeken = boekhouding(dossier)
    boeken.totaal.plekken              412 places changed over all steps, of which
    boeken.totaal.met_herkomst         405 have a cause,
    boeken.totaal.zonder_herkomst        6 have none yet, and
    boeken.totaal.alleen_opmaak          1 is mere markup, which needs none
    boeken.punten.open                   3 points still without an answer

`check`, the summary of a build and `/wijzigingen/` show the same numbers, because all of
them read these.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce

from regiovisie.herkomst.dossier import Dossier
from regiovisie.herkomst.plekken import Plek
from regiovisie.registers import Punt

VOLGORDE = ("zienswijze", "advies", "inspraak", "wetswijziging", "ambtshalve", "redactioneel")
"""The kinds of herkomst. A place with several causes counts under the first of these."""


@dataclass(frozen=True, slots=True)
class Stapboek:
    """The places and the wijzigingen of one step, or of all steps together.

    Places are those of `groepen`, of which all parts have the same causes. Each counts once:
    ``plekken`` is ``met_herkomst`` + ``zonder_herkomst`` + ``alleen_opmaak``, and
    ``met_herkomst`` is the sum of ``plekken_per_herkomst``.
    """

    plekken: int = 0
    plekken_per_herkomst: Mapping[str, int] = field(default_factory=dict)
    """Herkomst → places, in the order of `VOLGORDE`, without those that have none."""
    zonder_herkomst: int = 0
    """Places with a word, or another change that needs a cause, that no wijziging claims."""
    alleen_opmaak: int = 0
    """Places of markup that no wijziging names, and that need no cause."""
    alleen_hele_paragraaf: int = 0
    """Places with a cause that no wijziging quotes: claimed as part of a whole section only."""
    wijzigingen: int = 0
    wijzigingen_per_herkomst: Mapping[str, int] = field(default_factory=dict)
    """Herkomst → wijzigingen that stand, in the order of `VOLGORDE`."""
    hele_paragrafen: tuple[str, ...] = ()
    """Ids of the wijzigingen that claim by place, without a quote; in register order."""

    @property
    def met_herkomst(self) -> int:
        """Places of which everything that needs a cause has one."""
        return sum(self.plekken_per_herkomst.values())

    def __add__(self, other: Stapboek) -> Stapboek:
        return Stapboek(
            self.plekken + other.plekken,
            _summed(self.plekken_per_herkomst, other.plekken_per_herkomst),
            self.zonder_herkomst + other.zonder_herkomst,
            self.alleen_opmaak + other.alleen_opmaak,
            self.alleen_hele_paragraaf + other.alleen_hele_paragraaf,
            self.wijzigingen + other.wijzigingen,
            _summed(self.wijzigingen_per_herkomst, other.wijzigingen_per_herkomst),
            self.hele_paragrafen + other.hele_paragrafen,
        )


@dataclass(frozen=True, slots=True)
class Puntenboek:
    """What became of the points: ``punten`` is ``beantwoord`` + ``onbekend`` + ``open``."""

    punten: int = 0
    beantwoord: int = 0
    onbekend: int = 0
    """Real points whose answer is not public."""
    open: int = 0
    """Points of a running ronde that wait for an answer."""
    leidt_tot_wijziging: int = 0
    """Points that a wijziging names."""


@dataclass(frozen=True, slots=True)
class Boekhouding:
    """The books of the whole project."""

    stappen: Mapping[tuple[str, str], Stapboek]
    """Per step, as ids ``(van, naar)``, oldest first; the werkversie last where it differs."""
    zienswijzen: int
    punten: Puntenboek

    @property
    def totaal(self) -> Stapboek:
        """All steps together."""
        return reduce(Stapboek.__add__, self.stappen.values(), Stapboek())


def boekhouding(dossier: Dossier) -> Boekhouding:
    """Count everything. Pure; a comparison that was made before is not made again."""
    zienswijzen = dossier.project.zienswijzen
    punten = [punt for zienswijze in zienswijzen for punt in zienswijze.punten]
    return Boekhouding(
        stappen={stap: _stapboek(dossier, *stap) for stap in dossier.stappen},
        zienswijzen=len(zienswijzen),
        punten=_puntenboek(dossier, punten),
    )


def _stapboek(dossier: Dossier, van: str, naar: str) -> Stapboek:
    standing = [w for w in dossier.project.wijzigingen.get(naar, ()) if not w.ingetrokken]
    herkomsten = {w.id: str(w.herkomst) for w in standing}
    whole = dossier.claims[dossier.index(naar)].whole_section
    plekken = [
        groep[0]
        for onderdeel in dossier.vergelijking(van, naar).onderdelen
        for groep in onderdeel.groepen
    ]
    caused = [plek for plek in plekken if plek.wijzigingen and not plek.zonder_herkomst]
    return Stapboek(
        plekken=len(plekken),
        plekken_per_herkomst=_ordered(Counter(_first(plek, herkomsten) for plek in caused)),
        zonder_herkomst=sum(plek.zonder_herkomst for plek in plekken),
        alleen_opmaak=sum(not (p.wijzigingen or p.zonder_herkomst) for p in plekken),
        alleen_hele_paragraaf=sum(whole.issuperset(plek.wijzigingen) for plek in caused),
        wijzigingen=len(standing),
        wijzigingen_per_herkomst=_ordered(Counter(herkomsten.values())),
        hele_paragrafen=tuple(w.id for w in standing if w.id in whole),
    )


def _first(plek: Plek, herkomsten: Mapping[str, str]) -> str:
    return min((herkomsten[name] for name in plek.wijzigingen), key=VOLGORDE.index)


def _ordered(counts: Mapping[str, int]) -> dict[str, int]:
    return {herkomst: counts[herkomst] for herkomst in VOLGORDE if counts.get(herkomst)}


def _summed(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    return _ordered(Counter(one) + Counter(other))


def _puntenboek(dossier: Dossier, punten: Sequence[Punt]) -> Puntenboek:
    uitkomsten = Counter("beantwoord" if _is_answered(punt) else punt.uitkomst for punt in punten)
    named = {punt_id for wijziging in dossier.wijzigingen for punt_id in wijziging.punten}
    return Puntenboek(
        punten=uitkomsten.total(),
        beantwoord=uitkomsten["beantwoord"],
        onbekend=uitkomsten["onbekend"],
        open=uitkomsten["open"],
        leidt_tot_wijziging=sum(punt.id in named for punt in punten),
    )


def _is_answered(punt: Punt) -> bool:
    return punt.uitkomst not in ("open", "onbekend")
