"""The bench: its documents are made alike each time, its records are true, its measures right.

No test holds a time against a bound: that is what the bench itself is for.
"""

from __future__ import annotations

import gc
import importlib
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import pytest

from regiovisie.model import CELL

from tests.support.scripts import load_script

TOOLS = (
    "deze motor",
    "rapidfuzz Indel",
    "git --word-diff",
    "wdiff",
    "fast-diff-match-patch",
    "cydifflib",
    "difflib",
    "diff-match-patch",
    "lxml.html.diff",
    "redlines",
    "xmldiff",
)
Room = Callable[[str], ModuleType]


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The script. What timing set apart from the garbage collector is given back to it."""
    yield load_script("bench", monkeypatch)
    gc.unfreeze()


@pytest.fixture
def room(bench: ModuleType) -> Room:
    """The modules that the script is made of, by name."""
    return lambda name: importlib.import_module(f"benchmark.{name}")


@pytest.fixture
def pair(room: Room) -> Any:
    """A pair with some of everything done to it."""
    return room("pairs").make_pair(3, 1_500, "ver", 0.4)


def test_seed_decides_all(room: Room) -> None:
    """The same seed gives the same documents and edits; another seed gives others."""
    make_pair = room("pairs").make_pair

    assert make_pair(1, 800, "buur", 0.05) == make_pair(1, 800, "buur", 0.05)
    assert make_pair(1, 800, "buur", 0.05) != make_pair(2, 800, "buur", 0.05)


def test_record_makes_new_from_old(room: Room, pair: Any) -> None:
    """The edits, done again, give the new document; undone backwards, the old one."""
    edits = room("edits")
    document = pair.old
    for edit in pair.edits:
        document = edits.apply(document, edit)
    assert document == pair.new

    for edit in reversed(pair.edits):
        document = edits.undo(document, edit)
    assert document == pair.old


def test_every_kind_of_edit_is_made(room: Room) -> None:
    """A document that is edited long enough has seen all that people do."""
    writer = room("document").Writer(Random(1))
    _, edits = room("edits").edited(writer.document(3_000), writer, 1.5)

    assert {edit.soort for edit in edits} == {
        *("woord", "woorden", "zin herschreven", "zin toegevoegd", "zin vervallen"),
        *("alinea toegevoegd", "alinea vervallen", "paragraaf toegevoegd"),
        *("alinea verplaatst", "alinea verplaatst en bewerkt"),
        *("alinea gesplitst", "alinea's samengevoegd"),
        *("punt toegevoegd", "punt vervallen", "punt bewerkt", "lijst hernummerd"),
        *("rij toegevoegd", "rij vervallen", "cel", "kolom toegevoegd", "kolom vervallen"),
    }


def test_markdown_says_what_peers_read(room: Room, pair: Any) -> None:
    """Each piece is one block with the same words, so that all tools compare the same."""
    tokens = room("measures").tokens
    for tekst, document in zip(pair.teksten, (pair.old, pair.new), strict=True):
        blocks = [block.text.replace(CELL, " ") for _, block in tekst.placed_blocks()]

        assert list(map(tokens, blocks)) == [tokens(piece.text) for piece in document]


@pytest.mark.parametrize("naam", TOOLS)
def test_tool_is_read_well(room: Room, tmp_path: Path, naam: str) -> None:
    """On a pair with one changed word each tool marks that word and nothing more."""
    tool = tool_named(room, naam)
    pair = simple_pair(room)
    task = tool.prepare(pair, tmp_path)

    outcome = task.read(task.run())

    quality = room("measures").quality_of(pair.truth, outcome)
    assert (quality.exact, quality.marked, quality.runs) == (1, 2, 2)
    tokens = room("measures").tokens
    changed = [(s, tokens(text)) for s, text in outcome.runs if s != "=" and tokens(text)]
    assert sorted(changed) == [("+", ["thuis"]), ("-", ["licht"])]


def test_every_tool_is_tested(room: Room) -> None:
    """A tool that is added is read in a test as well."""
    assert tuple(tool.naam for tool in room("tools").TOOLS) == TOOLS


def test_engine_is_exact_and_finds_moves(room: Room, pair: Any, tmp_path: Path) -> None:
    """On a pair with some of everything the measures find the engine exact."""
    task = tool_named(room, "deze motor").prepare(pair, tmp_path)

    quality = room("measures").quality_of(pair.truth, task.read(task.run()))

    assert quality.exact == 1
    assert quality.moves > 0
    assert 0 < quality.found <= quality.moves
    assert quality.marked >= quality.minimum > 0


def test_measures_by_hand(room: Room) -> None:
    """Marked words, runs and confetti, counted by hand."""
    measures = room("measures")
    old, new = "zo licht en nabij blijft het", "zo thuis en ver blijft het"
    truth = measures.truth_of(paragraph(room, old), paragraph(room, new))
    runs = [("=", "zo"), ("-", "licht"), ("+", "thuis"), ("=", "en")]
    runs += [("-", "nabij"), ("+", "ver"), ("=", "blijft het")]

    quality = measures.quality_of(truth, measures.Outcome(runs))

    assert (quality.exact, quality.minimum, quality.marked) == (1, 4, 4)
    assert (quality.runs, quality.confetti) == (4, 1)


def test_inexact_result_is_told(room: Room) -> None:
    """A result that lost a word is not exact."""
    measures = room("measures")
    truth = measures.truth_of(paragraph(room, "zo licht"), paragraph(room, "zo thuis"))

    quality = measures.quality_of(truth, measures.Outcome([("-", "licht"), ("+", "thuis")]))

    assert quality.exact == 0


def test_false_changes_in_tables(room: Room) -> None:
    """Words marked in a cell that stayed count; words of the changed cell do not."""
    measures, piece = room("measures"), room("document").Piece
    old = (piece("rij", 1, ("wijk", "zorg"), group=2, columns=(3, 4)),)
    new = (piece("rij", 1, ("wijk", "hulp"), group=2, columns=(3, 4)),)
    truth = measures.truth_of(old, new)

    right = measures.Outcome([("=", "wijk |"), ("-", "zorg"), ("+", "hulp")])
    wrong = measures.Outcome([("-", "wijk | zorg"), ("+", "wijk | hulp")])

    assert measures.quality_of(truth, right).in_tables == 0
    assert measures.quality_of(truth, wrong).in_tables == 2


def test_table_shows_every_tool(bench: ModuleType, room: Room, tmp_path: Path) -> None:
    """Measuring a small pair gives a row per tool, in columns, and bounds with a verdict."""
    report = room("report")
    tools = [tool_named(room, naam) for naam in ("deze motor", "rapidfuzz Indel", "difflib")]
    pairs = [room("pairs").make_pair(1, 300, afstand, 0.2) for afstand in ("buur", "ver")]
    results: dict[str, list[Any]] = {tool.naam: [] for tool in tools}
    for pair in pairs:
        for naam, measured in bench.measure_pair(tools, pair, 1, tmp_path).items():
            results[naam].append(measured)

    lines = report.peer_table(results, frozenset())

    assert [line[:15].strip() for line in lines] == ["hulpmiddel", *results]
    assert len(report.pair_table(results)) == 1 + len(pairs)
    assert report.ranks(results).startswith("Plaats van deze motor onder de 3 exacte")
    bounds = [*report.pair_bounds(results), *report.quality_bounds(results)]
    assert all(bound.gehaald is not None for bound in bounds)


def test_weave_is_measured(room: Room, tmp_path: Path) -> None:
    """A small chain gives every line and bound; git is left out where it is not asked for."""
    report = room("report")

    woven = room("weaving").measure_weaving(1, 300, 4, step=1, folder=tmp_path, with_git=False)

    assert len(woven.pairs.weave) == 6
    assert woven.memory > 0
    assert [bound.gehaald is None for bound in report.weave_bounds(woven)].count(True) == 1
    assert "4 versies" in report.weave_lines(woven)[0]


@pytest.mark.parametrize(
    ("bound", "line"),
    [
        (("tijd", 0.5, 0.43), "gehaald       tijd ≤ 0,50: 0,43"),
        (("sneller", 5, 4.7, True), "NIET GEHAALD  sneller ≥ 5,00: 4,70"),
        (("geheugen", 20, None), "niet gemeten  geheugen ≤ 20,0"),
    ],
)
def test_bound_as_a_line(room: Room, bound: tuple[Any, ...], line: str) -> None:
    """A bound tells its verdict first."""
    assert room("report").Grens(*bound).line() == line


def test_growth_is_an_exponent(room: Room) -> None:
    """Twice the length in four times the time is an exponent of 2."""
    weaving = room("weaving")

    assert weaving.slope([(0, 0), (1, 2), (2, 4)]) == pytest.approx(2)
    assert weaving.steepest([(100, 1), (200, 2), (400, 8)]) == pytest.approx(2)


def test_absent_tool_says_why(room: Room) -> None:
    """A peer that is not there is told, with what it lacks."""
    tool = room("tools").Tool

    assert "geen-programma" in tool("x", print, program="geen-programma").absence()
    assert "geen_bibliotheek" in tool("x", print, module="geen_bibliotheek").absence()


def test_unknown_peer_is_refused(bench: ModuleType) -> None:
    """A name that no peer has is answered with the names that there are."""
    assert [tool.naam for tool in bench.chosen("difflib")] == [
        *("deze motor", "rapidfuzz Indel", "difflib")
    ]
    with pytest.raises(bench.Mistyped, match="niet bekend"):
        bench.chosen("difflib, onbekend")


def tool_named(room: Room, naam: str) -> Any:
    """A tool; the test is left out where the machine does not have it."""
    tool = next(tool for tool in room("tools").TOOLS if tool.naam == naam)
    if reason := tool.absence():
        pytest.skip(reason)
    return tool


def paragraph(room: Room, text: str) -> Any:
    """A document of one paragraph."""
    return (room("document").Piece("alinea", 1, (text,)),)


def simple_pair(room: Room) -> Any:
    """A heading, two paragraphs, a list and a table; one word of a paragraph differs."""
    piece = room("document").Piece
    old = (
        piece("kop", 1, ("Uitgangspunten van de hulp",), 1),
        piece("alinea", 2, ("De hulp is zo licht mogelijk.", "Dat kost € 1.250,- per jaar.")),
        piece("punt", 3, ("één plan",), 0, 9),
        piece("punt", 4, ("één gezin",), 0, 9),
        piece("rij", 5, ("wijk", "jaar"), 0, 10, 0, (11, 12)),
        piece("rij", 6, ("noord", "2027"), 0, 10, 0, (11, 12)),
        piece("alinea", 7, ("Vervallen.",)),
    )
    changed = piece("alinea", 2, (old[1].parts[0].replace("licht", "thuis"), old[1].parts[1]))
    new = (old[0], changed, *old[2:])
    return room("pairs").Pair("proef", "buur", old, new, ())
