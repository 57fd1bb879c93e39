"""What a proposal would change: two states of a project, before it and with it.

    Onderdeel 4, onder Zo thuis mogelijk: ‘licht’ vervangen door ‘thuis’   W-concept-7b1f
    Onderdeel 6, onder Betaalbaar: nieuwe alinea                           nog zonder herkomst
    ZW-12.3: nog niet beoordeeld → overgenomen

The text is compared with the text before the proposal; why it changed is what the register
with the proposal says about everything since the newest version, and what the commits say
that is not in the register yet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from regiovisie.diff.history import PlacedBlock, build_history
from regiovisie.errors import Problem
from regiovisie.herkomst.dossier import Dossier
from regiovisie.herkomst.plekken import Plek
from regiovisie.herkomst.regels import all_problems, all_warnings
from regiovisie.herkomst.vergelijking import OnderdeelVergelijking, make_vergelijking
from regiovisie.registers import WERKVERSIE, Punt, Wijziging


@dataclass(frozen=True, slots=True)
class Alinea:
    """One block that the proposal changes."""

    onderdeel: str
    """Slug of its onderdeel."""
    titel: str
    """Number and title of its onderdeel."""
    kop: str
    """The words of the heading that it stands under; empty above the first."""
    plekken: tuple[Plek, ...]
    """What changes in it, in reading order."""
    anker: str
    """The id of the block on the pages of the werkversie; empty where it is gone."""
    wijzigingen: tuple[str, ...]
    """Ids of the wijzigingen in the register that say why."""
    uit_commits: tuple[Wijziging, ...]
    """What the commits say besides, as it will stand in the register."""
    zonder_herkomst: bool
    """Whether neither says why, of any of it."""


@dataclass(frozen=True, slots=True)
class PuntAnders:
    """A point whose answer the proposal changes."""

    id: str
    was: str
    """The uitkomst before; empty for a new point."""
    wordt: str


@dataclass(frozen=True, slots=True)
class Voorstel:
    """All of it."""

    alineas: tuple[Alinea, ...]
    punten: tuple[str, ...]
    """Ids of the points that new or changed wijzigingen name, in order; those from commits last."""
    punten_anders: tuple[PuntAnders, ...]
    problems: tuple[Problem, ...]
    """What is wrong with the project as it would become."""
    waarschuwingen: tuple[Problem, ...]
    """What only comes up with the proposal."""


def make_voorstel(before: Dossier, after: Dossier, drafted: Dossier | None = None) -> Voorstel:
    """What ``after`` changes in ``before``.

    ``drafted`` is ``after`` with what the commits say in its register, where they say anything.
    """
    known = set(all_warnings(before))
    alineas = tuple(_alineas(before, after, drafted or after))
    return Voorstel(
        alineas=alineas,
        punten=_punten(before, after, alineas),
        punten_anders=tuple(_punten_anders(before, after)),
        problems=tuple(sorted(set(all_problems(after)), key=lambda p: p.sort_key)),
        waarschuwingen=tuple(w for w in all_warnings(after) if w not in known),
    )


# --- the text


def _alineas(before: Dossier, after: Dossier, drafted: Dossier) -> Iterator[Alinea]:
    if not (before.ids and after.ids):
        return
    history = build_history([before.tekst(WERKVERSIE), after.tekst(WERKVERSIE)])
    causes = _Causes(after)
    all_causes = causes if drafted is after else _Causes(drafted)
    for onderdeel in make_vergelijking(history, {}, 0, 1).onderdelen:
        by_block: dict[PlacedBlock, list[Plek]] = defaultdict(list)
        for plek in onderdeel.plekken:
            by_block[plek.entry.placed].append(plek)
        for placed, plekken in by_block.items():
            yield _alinea(onderdeel, placed, plekken, causes, all_causes)


def _alinea(
    onderdeel: OnderdeelVergelijking,
    placed: PlacedBlock,
    plekken: list[Plek],
    causes: _Causes,
    all_causes: _Causes,
) -> Alinea:
    is_there = plekken[0].entry.new is not None
    anker = causes.line_of(placed) if is_there else ""
    registered = _names(causes.of(placed, is_there))
    because = all_causes.of(placed, is_there)
    said = (name for name in _names(because) if name not in registered)
    return Alinea(
        onderdeel=onderdeel.slug,
        titel=f"{onderdeel.nummer} {onderdeel.titel}".strip(),
        kop=_heading(placed),
        plekken=tuple(plekken),
        anker=anker,
        wijzigingen=registered,
        uit_commits=tuple(map(all_causes.wijziging, said)),
        zonder_herkomst=any(plek.zonder_herkomst for plek in because),
    )


def _names(plekken: list[Plek]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for plek in plekken for name in plek.wijzigingen))


def _heading(placed: PlacedBlock) -> str:
    slug = "".join(placed.block.sections[-1:])
    return next((b.words for b in placed.onderdeel.blocks if slug and b.slug == slug), "")


class _Causes:
    """What the register says about the blocks of the werkversie."""

    def __init__(self, dossier: Dossier) -> None:
        self.wijziging = dossier.wijziging
        self._blocks = dossier.history.blocks[dossier.index(WERKVERSIE)]
        self._by_line: dict[str, list[Plek]] = defaultdict(list)
        self._gone: dict[str, list[Plek]] = defaultdict(list)
        if dossier.werkversie_verschilt:
            for onderdeel in dossier.vergelijking(*dossier.stappen[-1]).onderdelen:
                for plek in onderdeel.plekken:
                    self._by_line[plek.levenslijn].append(plek)
                    if plek.entry.new is None:
                        self._gone[plek.entry.placed.block.text].append(plek)

    def line_of(self, placed: PlacedBlock) -> str:
        """The lifeline of the block at the same place of the same text."""
        return self._blocks[placed.index].id

    def of(self, placed: PlacedBlock, is_there: bool) -> list[Plek]:
        """What changed in a block since the newest version; for one that is gone by its text."""
        if is_there:
            return self._by_line.get(self.line_of(placed), [])
        return self._gone.get(placed.block.text, [])


# --- the registers


def _punten(before: Dossier, after: Dossier, alineas: tuple[Alinea, ...]) -> tuple[str, ...]:
    known = set(before.wijzigingen)
    new = [w for w in after.wijzigingen if w not in known]
    new += [w for alinea in alineas for w in alinea.uit_commits]
    return tuple(dict.fromkeys(punt for w in new for punt in w.punten))


def _punten_anders(before: Dossier, after: Dossier) -> Iterator[PuntAnders]:
    old, new = _by_id(before), _by_id(after)
    for name, punt in new.items():
        was = old.get(name)
        if was is None or (was.uitkomst, was.reactie, was.antwoord) != (
            punt.uitkomst,
            punt.reactie,
            punt.antwoord,
        ):
            yield PuntAnders(name, was.uitkomst if was else "", punt.uitkomst)


def _by_id(dossier: Dossier) -> Mapping[str, Punt]:
    return {punt.id: punt for z in dossier.project.zienswijzen for punt in z.punten}
