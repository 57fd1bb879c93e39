"""What the measures say, in Dutch: one table, the weave, and which bounds are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from benchmark.measures import Quality
from benchmark.pairs import Afstand
from benchmark.tools import ENGINE, INDEL
from benchmark.weaving import Weaving, steepest

KOPPEN = (
    *("hulpmiddel", "klok", "tijd buur", "tijd ver", "exact", "gemarkeerd/min"),
    *("stukken/1.000", "confetti/1.000", "verplaatst", "fout in tabel"),
)
UITLEG = """\
tijd: ten opzichte van het knippen en nummeren van de woorden van beide teksten, in dezelfde beurt;
  mediaan over de paren van de verhouding van medianen. Klok: cpu voor wat in dit proces draait,
  wand voor programma's. buur: 2-5 % gewijzigd; ver: 20-50 %.
exact: zonder wat erbij kwam staat er de oude tekst, zonder wat wegging de nieuwe; hoe vaak.
gemarkeerd/min: gemarkeerde woorden op het kleinst mogelijke aantal. stukken: wegen en komsten per
  1.000 woorden die wel moeten wijzigen. confetti: een los veelvoorkomend woord tussen twee
  wijzigingen. verplaatst: als verplaatst getoonde alinea's van die verplaatst zijn.
fout in tabel: gemarkeerde woorden in cellen waarin niets wijzigde (alleen waar exact)."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One tool on one pair."""

    paar: str
    afstand: Afstand
    seconds: float
    basis: float
    """Cutting and numbering, by the same clock."""
    simple: float
    """The same by the plainest rule for what a word is."""
    quality: Quality

    @property
    def ratio(self) -> float:
        """Time against cutting and numbering."""
        return self.seconds / self.basis


Results = Mapping[str, Sequence[Measured]]
"""By name of tool."""


@dataclass(frozen=True, slots=True)
class Grens:
    """One bound: what, how much it may be, what was measured; None is not measured."""

    wat: str
    grens: float
    gemeten: float | None
    minstens: bool = False
    toelichting: str = ""

    @property
    def gehaald(self) -> bool | None:
        """Whether it is kept."""
        if self.gemeten is None:
            return None
        return self.gemeten >= self.grens if self.minstens else self.gemeten <= self.grens

    def line(self) -> str:
        """The bound as one line."""
        word = {True: "gehaald", False: "NIET GEHAALD", None: "niet gemeten"}[self.gehaald]
        found = "" if self.gemeten is None else f": {number(self.gemeten)}"
        sign = "≥" if self.minstens else "≤"
        note = f"  ({self.toelichting})" if self.toelichting else ""
        return f"{word:<13} {self.wat} {sign} {number(self.grens)}{found}{note}"


def number(value: float) -> str:
    """A number as the Dutch write it, with as many decimals as matter."""
    if not value:
        return "0"
    decimals = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 3 if abs(value) < 0.1 else 2
    return f"{value:.{decimals}f}".replace(".", ",")


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows as columns of text; the first column to the left, the others to the right."""
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    return [
        "  ".join(
            cell.ljust(width) if n == 0 else cell.rjust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def peer_table(results: Results, programs: frozenset[str]) -> list[str]:
    """The one table: a row per tool."""
    rows = [_tool_row(naam, found, naam in programs) for naam, found in results.items() if found]
    return table([KOPPEN, *rows])


def _tool_row(naam: str, found: Sequence[Measured], is_program: bool) -> list[str]:
    total = total_quality(found)
    thousands = max(total.minimum, 1) / 1000
    return [
        naam,
        "wand" if is_program else "cpu",
        *(_ratio(found, afstand) for afstand in ("buur", "ver")),
        f"{total.exact}/{total.pairs}",
        f"{total.marked / max(total.minimum, 1):.3f}".replace(".", ","),
        number(total.runs / thousands),
        number(total.confetti / thousands),
        f"{total.found}/{total.moves}",
        str(total.in_tables) if total.exact else "–",
    ]


def _ratio(found: Sequence[Measured], afstand: str) -> str:
    ratios = [m.ratio for m in found if m.afstand == afstand]
    return number(median(ratios)) if ratios else "–"


def total_quality(found: Iterable[Measured]) -> Quality:
    """The counts of all pairs together."""
    return sum((m.quality for m in found), Quality(pairs=0))


def pair_table(results: Results) -> list[str]:
    """The engine on each pair: against cutting words, and how much faster than Indel."""
    rows = [
        [
            "paar",
            "moet wijzigen",
            "tijd",
            "op eenvoudig knippen",
            "× sneller dan Indel",
            "… Indel die zelf knipt",
        ]
    ]
    indel = {m.paar: m for m in results[INDEL]}
    for mine in results[ENGINE]:
        other = indel[mine.paar]
        rows.append(
            [
                mine.paar,
                str(mine.quality.minimum),
                number(mine.ratio),
                number(mine.seconds / mine.simple),
                number(other.seconds / mine.seconds),
                number((other.seconds + other.basis) / mine.seconds),
            ]
        )
    return table(rows)


def ranks(results: Results) -> str:
    """The engine's place in each quality column, among tools that are exact on every pair."""
    exact = {
        naam: total
        for naam, found in results.items()
        if found and (total := total_quality(found)).exact == total.pairs
    }
    columns: dict[str, Callable[[Quality], float]] = {
        "gemarkeerd": lambda q: q.marked / max(q.minimum, 1),
        "stukken": lambda q: q.runs / max(q.minimum, 1),
        "confetti": lambda q: q.confetti / max(q.minimum, 1),
        "verplaatst": lambda q: -q.found / max(q.moves, 1),
        "fout in tabel": lambda q: q.in_tables / max(q.minimum, 1),
    }
    if ENGINE not in exact:
        return "Deze motor is niet op elk paar exact."
    places = [
        f"{naam} {1 + sum(value(q) < value(exact[ENGINE]) for q in exact.values())}"
        for naam, value in columns.items()
    ]
    return f"Plaats van deze motor onder de {len(exact)} exacte: {', '.join(places)}."


def pair_bounds(results: Results) -> list[Grens]:
    """The bounds on single pairs."""
    indel = {m.paar: m.seconds for m in results[INDEL]}
    mine = results[ENGINE]
    faster = {m.paar: indel[m.paar] / m.seconds for m in mine}

    def typical(afstand: str) -> float:
        return median(faster[m.paar] for m in mine if m.afstand == afstand)

    note = "rapidfuzz Indel op woorden die al geknipt en genummerd zijn"
    neighbours = [m.ratio for m in mine if m.afstand == "buur"]
    return [
        Grens("buren: tijd op knippen en nummeren", 0.5, median(neighbours)),
        Grens("buren: zoveel × sneller dan Indel", 5, typical("buur"), True, note),
        Grens("ver: zoveel × sneller dan Indel", 2, typical("ver"), True, note),
        Grens("langzaamste paar: tijd op die van Indel", 1.5, 1 / min(faster.values())),
    ]


def likeness_lines(results: Results) -> list[str]:
    """How the made documents measure where real ones were measured too."""
    found = results[INDEL]
    total = total_quality(found)
    runs = number(1000 * total.runs / max(total.minimum, 1))
    times = ", ".join(f"{m.paar.split(',')[0]} {number(m.ratio)}" for m in found)
    real = "op echte documenten 16 tot 316 en in het midden 66"
    return [
        f"zo lijken de gemaakte teksten op echte: Indel geeft {runs} stukken per 1.000, {real};",
        f"tijd van Indel op knippen: {times}",
    ]


def quality_bounds(results: Results) -> list[Grens]:
    """The bounds on quality, here on made documents."""
    total = total_quality(results[ENGINE])
    thousands = total.minimum / 1000
    real = "grens van echte documenten; Indel haalt daar 66"
    return [
        Grens("exacte paren, als deel", 1, total.exact / total.pairs, True),
        Grens("gemarkeerd/min", 1.15, total.marked / total.minimum),
        Grens("confetti per 1.000", 1, total.confetti / thousands),
        Grens("stukken per 1.000", 22, total.runs / thousands, toelichting=real),
        Grens("verplaatsingen gevonden, als deel", 1, total.found / max(total.moves, 1), True),
        Grens("fout gemarkeerd in tabellen", 0, total.in_tables),
    ]


def weave_lines(weaving: Weaving) -> list[str]:
    """What the weave took."""
    pairs = weaving.pairs
    count = weaving.versions * (weaving.versions - 1) // 2
    times = f"Indel {number(_all(pairs.indel, count))} s"
    if pairs.git:
        times += f", git {number(_all(pairs.git, count))} s"
    cut = number(median(pairs.cut) * 1000)
    made = f"{number(weaving.build / weaving.cut)} × alle versies knippen en nummeren"
    mine = f"{number(median(pairs.weave) * 1000)} ms, als eerste gevraagd "
    mine += f"{number(median(pairs.cold) * 1000)} ms; alle {number(sum(pairs.weave))} s"
    return [
        f"{weaving.versions} versies van {weaving.words} woorden, {count} paren",
        f"weefsel maken: {made}, {number(weaving.memory)} MiB",
        f"één paar eruit: {mine}",
        f"{times}, geschat uit {len(pairs.indel)} paren; één paar knippen {cut} ms",
    ]


def _all(seconds: Sequence[float], count: int) -> float:
    """The time of all pairs, from those that were measured."""
    return sum(seconds) / len(seconds) * count


def weave_bounds(weaving: Weaving) -> list[Grens]:
    """The bounds on many versions."""
    pairs = weaving.pairs
    count = weaving.versions * (weaving.versions - 1) // 2
    mine = weaving.build + sum(pairs.weave)
    peer = weaving.cut + _all(pairs.indel, count)
    git = _all(pairs.git, count) / mine if pairs.git else None
    sizes = [c / d for c, d in zip(pairs.composed, pairs.direct, strict=True) if d]
    share, cold = (median(times) / median(pairs.cut) for times in (pairs.weave, pairs.cold))
    in_sum = sum(pairs.composed) / sum(pairs.direct)
    with_cutting = "Indel knipt en nummert elke versie één keer"
    return [
        Grens("weefsel met alle paren: × sneller dan Indel", 25, peer / mine, True, with_cutting),
        Grens("weefsel met alle paren: × sneller dan git", 10, git, True),
        Grens("één paar uit het weefsel op knippen van zijn teksten", 0.05, share),
        Grens("… als het eerste dat gevraagd wordt", 0.05, cold),
        Grens("paren uit het weefsel op rechtstreekse, som", 1.02, in_sum),
        Grens("… het 90e percentiel", 1.05, quantiles(sizes, n=10)[-1]),
        Grens("… het grootste", 1.5, max(sizes)),
    ]


def growth_bounds(exponent: float, measured: Sequence[tuple[int, float]]) -> list[Grens]:
    """The bound on growth."""
    sizes = f"van {measured[0][0]} tot {measured[-1][0]} woorden"
    steep = f"{sizes}; steilste stap {number(steepest(measured))}"
    return [Grens("groei: exponent van tijd op lengte", 1.15, exponent, toelichting=steep)]


def memory_bounds(pair: float | None, chain: float | None) -> list[Grens]:
    """The bounds on memory."""
    return [
        Grens("extra geheugen bij 60.000 woorden en leestekens, MiB", 20, pair),
        Grens("extra geheugen bij 30 zulke versies, MiB", 200, chain),
    ]
