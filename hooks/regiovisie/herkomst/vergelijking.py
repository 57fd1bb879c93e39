"""A pair of versions as readers see it: what changed, where, how much, and why.

The causes of all steps between the two add up: a word that went in one step and came back
in another is no change, and the wijzigingen of which nothing is left are listed apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from regiovisie.diff.compare import Entry, Op
from regiovisie.diff.history import History
from regiovisie.diff.passes import readable
from regiovisie.diff.place import OnderdeelDiff, compare
from regiovisie.diff.settings import DISPLAY, DisplaySettings
from regiovisie.herkomst.claims import Claims
from regiovisie.herkomst.groepen import Groep, groepen_van
from regiovisie.herkomst.plekken import Plek, plekken_of
from regiovisie.registers.order import natural
from regiovisie.text.tokens import count_words, token_spans

ClaimsByVersion = Mapping[int, Claims]
"""Version index → the claims of the step that leads to it."""
OnderdeelStatus = Literal["gelijk", "gewijzigd", "nieuw", "vervallen"]


@dataclass(frozen=True, slots=True)
class Telling:
    """How much changed."""

    plekken: int = 0
    """Places as readers count them: groups of `groepen`."""
    toegevoegd: int = 0
    """Words that came."""
    vervallen: int = 0
    """Words that went."""
    verplaatst: int = 0
    """Blocks that moved."""
    zonder_herkomst: int = 0
    """Places without a cause."""

    def __add__(self, other: Telling) -> Telling:
        return Telling(
            self.plekken + other.plekken,
            self.toegevoegd + other.toegevoegd,
            self.vervallen + other.vervallen,
            self.verplaatst + other.verplaatst,
            self.zonder_herkomst + other.zonder_herkomst,
        )


@dataclass(frozen=True, slots=True)
class OnderdeelVergelijking:
    """One onderdeel of a pair."""

    slug: str
    """Of the newest of the two versions that has it."""
    titel: str
    nummer: str
    nummer_was: str
    """The number in the old version; empty when it is new."""
    status: OnderdeelStatus
    entries: tuple[Entry, ...]
    plekken: tuple[Plek, ...]
    groepen: tuple[Groep, ...]
    """The places, with those together that were changed as one."""
    telling: Telling

    @property
    def wijzigingen(self) -> tuple[str, ...]:
        """The ids of the wijzigingen with a place here, in reading order."""
        return tuple(dict.fromkeys(name for plek in self.plekken for name in plek.wijzigingen))


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """Two versions, old to new."""

    van: str
    naar: str
    onderdelen: tuple[OnderdeelVergelijking, ...]
    weggevallen: tuple[str, ...]
    """Wijzigingen of the steps between of which nothing is left to see in this pair."""

    @property
    def wijzigingen(self) -> tuple[str, ...]:
        """The ids of all wijzigingen with a place in this pair, in reading order."""
        return tuple(dict.fromkeys(name for o in self.onderdelen for name in o.wijzigingen))

    @property
    def telling(self) -> Telling:
        """The sum over all onderdelen."""
        return sum((o.telling for o in self.onderdelen), Telling())

    def onderdeel(self, slug: str) -> OnderdeelVergelijking | None:
        """One onderdeel of the pair."""
        return next((o for o in self.onderdelen if o.slug == slug), None)


@dataclass(frozen=True, slots=True)
class Causes:
    """Why each thing changed between two versions: the claims of all steps between them."""

    claims: ClaimsByVersion
    van: int
    naar: int

    def of_word(self, strand: int, element: int) -> tuple[str, ...]:
        """Who claims a word, in every step between in which it came or went."""
        return self._names(claims.words.get((strand, element), ()) for claims in self._between)

    def of_event(self, key: tuple[str, str]) -> tuple[str, ...]:
        """Who claims a change besides words."""
        return self._names(claims.gebeurtenissen.get(key, ()) for claims in self._between)

    @property
    def _between(self) -> Iterator[Claims]:
        """The claims of each step; a step claims only what changes in it."""
        steps = range(self.van + 1, self.naar + 1)
        return (self.claims[version] for version in steps if version in self.claims)

    @staticmethod
    def _names(found: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for names in found for name in names))


def make_vergelijking(
    history: History,
    claims: ClaimsByVersion,
    van: int,
    naar: int,
    *,
    display: DisplaySettings = DISPLAY,
) -> Vergelijking:
    """The comparison of versions ``van`` and ``naar`` (indices in the history)."""
    causes = Causes(claims, van, naar)
    onderdelen = tuple(_onderdeel(diff, causes, display) for diff in compare(history, van, naar))
    shown = {name for o in onderdelen for plek in o.plekken for name in plek.wijzigingen}
    between = _all_names(claims.get(version) for version in range(van + 1, naar + 1))
    gone = tuple(sorted((name for name in between if name not in shown), key=natural))
    ids = history.teksten
    return Vergelijking(ids[van].id, ids[naar].id, onderdelen, gone)


def _all_names(claims: Iterable[Claims | None]) -> set[str]:
    return {
        name
        for one in claims
        if one
        for names in (*one.words.values(), *one.gebeurtenissen.values())
        for name in names
    }


def _onderdeel(
    diff: OnderdeelDiff, causes: Causes, display: DisplaySettings
) -> OnderdeelVergelijking:
    entries = tuple(_with_causes(entry, causes, display) for entry in diff.entries)
    plekken = tuple(p for entry in entries for p in plekken_of(entry, causes.of_event))
    groepen = groepen_van(entries, plekken)
    shown = diff.onderdeel
    return OnderdeelVergelijking(
        slug=shown.slug,
        titel=shown.titel,
        nummer=shown.nummer,
        nummer_was=diff.old.nummer if diff.old else "",
        status=_status(diff),
        entries=entries,
        plekken=plekken,
        groepen=groepen,
        telling=_telling(entries, groepen),
    )


def _status(diff: OnderdeelDiff) -> OnderdeelStatus:
    if diff.old is None:
        return "nieuw"
    if diff.new is None:
        return "vervallen"
    return "gewijzigd" if diff.changed else "gelijk"


def _telling(entries: Sequence[Entry], groepen: Sequence[Groep]) -> Telling:
    told = (entry for entry in entries if entry.new or not entry.verplaatsing)
    ops = [op for entry in told for op in entry.changed_ops]
    return Telling(
        plekken=len(groepen),
        toegevoegd=sum(count_words(op.text) for op in ops if op.sign == "+"),
        vervallen=sum(count_words(op.text) for op in ops if op.sign == "-"),
        verplaatst=sum(1 for entry in entries if entry.verplaatsing and entry.new),
        zonder_herkomst=sum(groep[0].zonder_herkomst for groep in groepen),
    )


def _with_causes(entry: Entry, causes: Causes, display: DisplaySettings) -> Entry:
    def why(element: int) -> tuple[str, ...]:
        return causes.of_word(entry.strand, element)

    def shown(ops: Iterable[Op]) -> tuple[Op, ...]:
        return readable([part for op in ops for part in split_by_cause(op, why)], display)

    if not entry.verplaatsing:
        return replace(entry, ops=shown(entry.ops))
    heir = entry.placed.id
    names = causes.of_event(("verplaatst", heir))
    whole = tuple(replace(op, wijzigingen=names) for op in entry.ops)
    return replace(entry, ops=whole, binnen=shown(entry.binnen))


def split_by_cause(op: Op, why: Callable[[int], tuple[str, ...]]) -> Iterator[Op]:
    """Cut a changed op where its causes change; a kept op stays whole."""
    if op.sign == "=" or not op.elements:
        yield op
        return
    start = 0
    for names, group in groupby(op.elements, key=why):
        count = len(list(group))
        part = _part(op, start, start + count)
        yield replace(
            part,
            elements=op.elements[start : start + count],
            wijzigingen=names,
            zonder_herkomst=not names and count_words(part.text) > 0,
        )
        start += count


def _part(op: Op, first: int, last: int) -> Op:
    """Tokens ``first`` to ``last`` of a changed op."""
    side = op.old or op.new
    assert side is not None
    spans = [s for s in token_spans(side.placed.block.text) if side.start <= s[0] < side.end]
    start = spans[first - 1][1] if first else side.start
    part = replace(side, start=start, end=spans[last - 1][1])
    return replace(op, old=part if op.old else None, new=part if op.new else None)
