"""Versions followed block by block: ids that last, and versions that can be drawn back."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from hypothesis import given

from regiovisie.diff.history import History, build_history, strand_words
from regiovisie.diff.lifelines import Levenslijn

from tests.support.hypothesis import thorough
from tests.support.strategies import Document, chains, regroupings, teksten

ROOT = Path(__file__).parent.parent.parent
WRITE_ALL = """
import yaml
from pathlib import Path
from tests.support.notatie import compared, read_history

for path in sorted(Path("tests/cases/vergelijken").glob("*.yml")):
    for case in yaml.safe_load(path.read_text(encoding="utf-8")):
        bronnen = [case["oud"], *case.get("tussen", []), case["nieuw"]]
        print(compared(bronnen, 0, len(bronnen) - 1))
        print([(p.id, p.uit) for blocks in read_history(bronnen).blocks for p in blocks])
"""


def lines(history: History) -> list[list[Levenslijn]]:
    """The lifelines of each version."""
    return [[Levenslijn(placed.id, placed.uit) for placed in blocks] for blocks in history.blocks]


@thorough
@given(chains() | regroupings())
def test_every_version_can_be_drawn(chain: tuple[Document, ...]) -> None:
    """A strand gives back the words of each version that its lifelines stand in."""
    history = build_history(teksten(chain))

    history.check()
    for version in range(len(chain)):
        for number, blocks in history.members(version).items():
            strand = history.strands[number]
            if strand is not None:
                words = strand_words(history.vocabulary, blocks)
                elements = history.elements(version, number)
                assert [strand.words[element] for element in elements] == words


@thorough
@given(chains() | regroupings())
def test_lifelines_are_unique(chain: tuple[Document, ...]) -> None:
    """No two blocks of a version are one lifeline, and each lifeline has one strand."""
    history = build_history(teksten(chain))

    for blocks in history.blocks:
        ids = [placed.id for placed in blocks]
        assert len(set(ids)) == len(ids)
        for placed in blocks:
            family = {history.strand_of[line] for line in (placed.id, *placed.uit)}
            assert len(family) == 1


@thorough
@given(chains(least=3) | regroupings())
def test_recorded_lifelines(chain: tuple[Document, ...]) -> None:
    """Ids that were written down come back, and the versions after them do not notice."""
    texts = teksten(chain)
    history = build_history(texts)
    recorded = dict(zip((tekst.id for tekst in texts), lines(history), strict=True))

    for known in range(len(chain) + 1):
        some = {tekst.id: recorded[tekst.id] for tekst in texts[:known]}
        assert lines(build_history(texts, some)) == lines(history)


@thorough
@given(chains(least=3))
def test_later_versions_change_nothing(chain: tuple[Document, ...]) -> None:
    """A version more leaves the ids of the versions before it as they were."""
    texts = teksten(chain)

    assert lines(build_history(texts[:-1])) == lines(build_history(texts))[:-1]


def written(**environment: str) -> bytes:
    """All golden cases compared, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", WRITE_ALL],
        cwd=ROOT,
        env={**os.environ, **environment, "PYTHONPATH": f"{ROOT / 'hooks'}"},
        capture_output=True,
        check=True,
    ).stdout


def test_same_in_every_process() -> None:
    """The order in which Python keeps its sets and dicts plays no part."""
    first, second = (written(PYTHONHASHSEED=seed) for seed in ("1", "2"))

    assert first
    assert first == second


def test_same_without_native_code() -> None:
    """Where the native library cannot run its own Python form stands in, with the same result."""
    assert written(RAPIDFUZZ_IMPLEMENTATION="python") == written(RAPIDFUZZ_IMPLEMENTATION="cpp")
