"""The whole record of one policy text: texts, registers, and everything that follows from both.

    dossier = make_dossier(load_project(root))
    dossier.vergelijking("2025-11-…", "2026-03-…")   any pair, with causes
    dossier.wijzigingen_van_punt("ZW-12.3")       from a point to the changes it led to
    dossier.plekken("W-031")                      and on to the changed words
    dossier.vervolg("W-031")                      and what later versions did to those words

Pages, exports and commands all read from here; nothing is worked out twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from regiovisie.diff.compare import Entry
from regiovisie.diff.history import History, PlacedBlock, build_history
from regiovisie.diff.lifelines import Levenslijn
from regiovisie.diff.place import compare
from regiovisie.errors import Problem
from regiovisie.herkomst.changes import gebeurtenissen_of, runs_of
from regiovisie.herkomst.citaten import find_citaat
from regiovisie.herkomst.claims import Claims, claim_step
from regiovisie.herkomst.hits import Step, in_plaats
from regiovisie.herkomst.levenslijnen import LevenslijnenError, parse_levenslijnen
from regiovisie.herkomst.plekken import Plek
from regiovisie.herkomst.vergelijking import OnderdeelVergelijking, Vergelijking, make_vergelijking
from regiovisie.herkomst.vervolg import Vervolg, vervolg_by_wijziging
from regiovisie.model import Onderdeel, Tekst
from regiovisie.registers import WERKVERSIE, Plaats, Project, Punt, Versie, Wijziging, Zienswijze
from regiovisie.registers.chain import geldende
from regiovisie.text.blocks import parse_tekst


@dataclass(frozen=True, slots=True)
class PlekInStap:
    """A place of a wijziging in the step that it belongs to."""

    van: str
    naar: str
    onderdeel: OnderdeelVergelijking
    plek: Plek


@dataclass(frozen=True, slots=True)
class LevenslijnStap:
    """One lifeline in one version, with what changed since the version before."""

    versie: str
    placed: PlacedBlock | None
    """The block; None where the version dropped it."""
    entry: Entry | None
    """Its entry in the comparison with the version before; None in the first version."""
    wijzigingen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LevenslijnGeschiedenis:
    """One paragraph through all versions that have it."""

    levenslijn: str
    stappen: tuple[LevenslijnStap, ...]
    """Oldest first; steps in which nothing changed are left out, but for the first."""

    @property
    def laatste(self) -> PlacedBlock:
        """The block as the newest version that has it has it."""
        return next(s.placed for s in reversed(self.stappen) if s.placed)


@dataclass
class Dossier:
    """See the module. Built by `make_dossier`; comparisons are made when asked for, once."""

    project: Project
    ids: tuple[str, ...]
    """All texts from old to new; the werkversie last, where it differs."""
    history: History
    claims: Mapping[int, Claims]
    levenslijn_problems: tuple[Problem, ...] = ()
    """Problems that came up while reading the recorded lifelines."""
    _vergelijkingen: dict[tuple[str, str], Vergelijking] = field(default_factory=dict)

    # --- texts ---

    @property
    def versies(self) -> tuple[Versie, ...]:
        """The frozen versions, oldest first."""
        return self.project.versies

    @cached_property
    def geldend(self) -> Versie:
        """The text that counts: the newest one adopted, else the newest one not lapsed."""
        versie = geldende(self.versies)
        assert versie is not None, "a project without versions is not built"
        return versie

    @property
    def werkversie_verschilt(self) -> bool:
        """Whether the living text differs from the newest version."""
        return WERKVERSIE in self.ids

    def versie(self, versie_id: str) -> Versie | None:
        """A frozen version by id; None for the werkversie."""
        return next((v for v in self.versies if v.id == versie_id), None)

    def tekst(self, versie_id: str) -> Tekst:
        """The text of a version. The werkversie is the newest version where nothing differs."""
        return self.history.teksten[self.index(versie_id)]

    def index(self, versie_id: str) -> int:
        """The place of a version in the history."""
        if versie_id == WERKVERSIE and not self.werkversie_verschilt:
            return len(self.ids) - 1
        return self.ids.index(versie_id)

    def blocks(self, versie_id: str, onderdeel: Onderdeel) -> tuple[PlacedBlock, ...]:
        """The blocks of one onderdeel of a version, with their lifelines."""
        blocks = self.history.blocks[self.index(versie_id)]
        return tuple(p for p in blocks if p.onderdeel is onderdeel)

    # --- pairs ---

    @property
    def paren(self) -> tuple[tuple[str, str], ...]:
        """Every pair of texts, old to new."""
        return tuple(combinations(self.ids, 2))

    @property
    def stappen(self) -> tuple[tuple[str, str], ...]:
        """Every text with its predecessor."""
        return tuple(zip(self.ids, self.ids[1:], strict=False))

    def vergelijking(self, van: str, naar: str) -> Vergelijking:
        """A pair of texts, old to new."""
        key = (van, naar)
        if key not in self._vergelijkingen:
            self._vergelijkingen[key] = make_vergelijking(
                self.history, self.claims, self.index(van), self.index(naar)
            )
        return self._vergelijkingen[key]

    # --- wijzigingen ---

    @cached_property
    def wijzigingen(self) -> tuple[Wijziging, ...]:
        """All wijzigingen that stand, in the order of versions and register."""
        return tuple(
            w
            for versie_id in self.ids
            for w in self.project.wijzigingen.get(versie_id, ())
            if not w.ingetrokken
        )

    def wijziging(self, wijziging_id: str) -> Wijziging:
        """One wijziging by id."""
        return self._wijzigingen_by_id[wijziging_id]

    def stap(self, wijziging_id: str) -> tuple[str, str]:
        """The version before and the version of a wijziging."""
        return self._stap_of[wijziging_id]

    def plekken(self, wijziging_id: str) -> tuple[PlekInStap, ...]:
        """Every place of a wijziging, in reading order."""
        return tuple(self._plekken_of.get(wijziging_id, ()))

    def wijzigingen_van_punt(self, punt_id: str) -> tuple[Wijziging, ...]:
        """The wijzigingen that name a point."""
        return tuple(w for w in self.wijzigingen if punt_id in w.punten)

    def vervolg(self, wijziging_id: str) -> tuple[Vervolg, ...]:
        """What later versions did to the words of a wijziging; nothing where they still stand."""
        return self._vervolg_of.get(wijziging_id, ())

    def is_whole_section(self, wijziging_id: str) -> bool:
        """Whether a wijziging claims by place alone, without a quote."""
        return any(wijziging_id in claims.whole_section for claims in self.claims.values())

    # --- zienswijzen ---

    def punt(self, punt_id: str) -> Punt:
        """A point by id."""
        return self._punten[punt_id][1]

    def blok_van_punt(self, punt_id: str) -> PlacedBlock | None:
        """The block that a point is about, in the version that it is about."""
        zienswijze, punt = self._punten[punt_id]
        if punt.plaats is None or zienswijze.versie not in self.ids:
            return None
        blocks = self.history.blocks[self.index(zienswijze.versie)]
        return find_block(blocks, punt.plaats, punt.citaat)

    def opvolger(self, placed: PlacedBlock, versie_id: str) -> PlacedBlock | None:
        """A block of an earlier version as it stands in another: itself, what it was joined
        into, else the heading that it stood under."""
        blocks = self.history.blocks[self.index(versie_id)]
        strand = self.history.strand_of[placed.id]
        same = [p for p in blocks if p.id == placed.id]
        kin = [p for p in blocks if self.history.strand_of[p.id] == strand]
        heading = [
            p
            for p in blocks
            if p.onderdeel.slug == placed.onderdeel.slug
            and p.block.slug
            and p.block.slug in placed.block.sections[-1:]
        ]
        return next(iter(same + kin + heading), None)

    # --- history ---

    def geschiedenis(self, slug: str) -> tuple[LevenslijnGeschiedenis, ...]:
        """Every paragraph that ever stood in an onderdeel, through all versions, in the order
        of the newest text; dropped ones follow the one that they stood behind."""
        return tuple(self._history_of(line) for line in self._lines_of(slug))

    def _lines_of(self, slug: str) -> list[str]:
        lines: list[str] = []
        for blocks in reversed(self.history.blocks):
            at = -1
            for placed in blocks:
                if placed.onderdeel.slug != slug:
                    continue
                if placed.id in lines:
                    at = lines.index(placed.id)
                else:
                    at += 1
                    lines.insert(at, placed.id)
        return lines

    def _history_of(self, line: str) -> LevenslijnGeschiedenis:
        stappen: list[LevenslijnStap] = []
        by_version = {p.version: p for p in self.history.versions_of(line)}
        for version, versie_id in enumerate(self.ids):
            placed = by_version.get(version)
            entry = self._entry_of.get((version, line))
            if not stappen and placed is None:
                continue
            if stappen and (entry is None or entry.status == "gelijk"):
                continue
            names = self._names_of.get((version, line), ())
            stappen.append(LevenslijnStap(versie_id, placed, entry, tuple(names)))
        return LevenslijnGeschiedenis(line, tuple(stappen))

    # --- indexes ---

    @cached_property
    def _wijzigingen_by_id(self) -> dict[str, Wijziging]:
        return {w.id: w for w in self.wijzigingen}

    @cached_property
    def _stap_of(self) -> dict[str, tuple[str, str]]:
        return {
            w.id: (van, naar)
            for van, naar in self.stappen
            for w in self.project.wijzigingen.get(naar, ())
        }

    @cached_property
    def _vervolg_of(self) -> dict[str, tuple[Vervolg, ...]]:
        return vervolg_by_wijziging(
            [self.vergelijking(*stap) for stap in self.stappen],
            [self.claims[version] for version in range(1, len(self.ids))],
        )

    @cached_property
    def _plekken_of(self) -> dict[str, list[PlekInStap]]:
        found: dict[str, list[PlekInStap]] = defaultdict(list)
        for plek in self._all_plekken():
            for name in plek.plek.wijzigingen:
                found[name].append(plek)
        return found

    def _all_plekken(self) -> Iterator[PlekInStap]:
        for van, naar in self.stappen:
            for onderdeel in self.vergelijking(van, naar).onderdelen:
                for plek in onderdeel.plekken:
                    yield PlekInStap(van, naar, onderdeel, plek)

    @cached_property
    def _punten(self) -> dict[str, tuple[Zienswijze, Punt]]:
        return {p.id: (z, p) for z in self.project.zienswijzen for p in z.punten}

    @cached_property
    def _entry_of(self) -> dict[tuple[int, str], Entry]:
        """Version index and lifeline → its entry in the step to that version."""
        found: dict[tuple[int, str], Entry] = {}
        for van, naar in self.stappen:
            for onderdeel in self.vergelijking(van, naar).onderdelen:
                for entry in onderdeel.entries:
                    if entry.new or not entry.verplaatsing:
                        for line in {placed.id for placed in entry.old} | {entry.levenslijn}:
                            found.setdefault((self.index(naar), line), entry)
        return found

    @cached_property
    def _names_of(self) -> dict[tuple[int, str], list[str]]:
        found: dict[tuple[int, str], list[str]] = defaultdict(list)
        for plek in self._all_plekken():
            entry = plek.plek.entry
            for line in {placed.id for placed in entry.old} | {entry.levenslijn}:
                names = found[self.index(plek.naar), line]
                names += [n for n in plek.plek.wijzigingen if n not in names]
        return found


def find_block(
    blocks: Sequence[PlacedBlock], plaats: Plaats, citaat: str | None
) -> PlacedBlock | None:
    """The block that a place and a quote mean: the first that holds the quote, else the first
    of the place."""
    inside = [p for p in blocks if in_plaats(p, plaats)]
    if citaat:
        return next((p for p in inside if any(find_citaat(citaat, p.block.text))), None)
    return next(iter(inside), None)


def make_dossier(project: Project) -> Dossier:
    """Parse, follow, weave and attribute everything in a project.

    Never raises for bad input: `regels.all_problems` tells.
    """
    teksten = [parse_tekst(v.id, v.tekst.bestanden) for v in project.versies]
    if project.werkversie is not None:
        werk = parse_tekst(WERKVERSIE, project.werkversie.bestanden)
        if not teksten or not same_text(werk, teksten[-1]):
            teksten.append(werk)
    recorded, problems = read_recorded(project.versies, teksten)
    history = build_history(teksten, recorded)
    claims = {version: _claim(project, history, version) for version in range(1, len(teksten))}
    return Dossier(project, tuple(t.id for t in teksten), history, claims, tuple(problems))


def same_text(one: Tekst, other: Tekst) -> bool:
    """Whether two texts are the same to a reader: files, words, markup and links."""
    return one.onderdelen == other.onderdelen


def read_recorded(
    versies: Sequence[Versie], teksten: Sequence[Tekst]
) -> tuple[dict[str, tuple[Levenslijn, ...]], list[Problem]]:
    """The recorded lifelines of all versions whose record fits, and what is wrong with others."""
    recorded: dict[str, tuple[Levenslijn, ...]] = {}
    problems: list[Problem] = []
    for versie, tekst in zip(versies, teksten, strict=False):
        if versie.levenslijnen is None:
            continue
        try:
            recorded[versie.id] = parse_levenslijnen(versie.levenslijnen, tekst)
        except LevenslijnenError as error:
            doe = "Zet de tekst terug zoals hij was, of maak het bestand opnieuw met seal."
            file = f"versions/{versie.id}/levenslijnen.tsv"
            problems.append(Problem(file, "", "", str(error), doe))
    return recorded, problems


def step_of(history: History, version: int) -> Step:
    """What changed from the version before: what claims are made on."""
    diff = compare(history, version - 1, version)
    return Step(
        history.blocks[version - 1],
        history.blocks[version],
        runs_of(diff),
        gebeurtenissen_of(diff),
    )


def _claim(project: Project, history: History, version: int) -> Claims:
    wijzigingen = project.wijzigingen.get(history.teksten[version].id, ())
    return claim_step(step_of(history, version), wijzigingen)
