"""Whatever two texts hold, the comparison gives both of them back."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given

from regiovisie.diff.history import build_history
from regiovisie.diff.settings import ALIGN, AlignSettings

from tests.support.exactness import assert_exact, moves
from tests.support.hypothesis import thorough
from tests.support.notatie import read_history
from tests.support.strategies import Document, chains, documents, pairs, regroupings, teksten

SMALL_GAPS = AlignSettings(gap_limit=2)


@thorough
@given(pairs())
def test_pair(pair: tuple[Document, Document]) -> None:
    """Any two texts, alike or not: dropping either side gives the other."""
    assert_exact(build_history(teksten(pair)), 0, 1)


@thorough
@given(chains(least=3) | regroupings())
def test_any_pair_of_a_chain(chain: tuple[Document, ...]) -> None:
    """Any two versions out of a history, neighbours or not."""
    history = build_history(teksten(chain))
    for van, naar in itertools.combinations(range(len(chain)), 2):
        assert_exact(history, van, naar)


@thorough
@given(documents)
def test_itself(document: Document) -> None:
    """A text compared with itself is gelijk throughout, with nothing to tell."""
    diffs = assert_exact(build_history(teksten((document, document))), 0, 1)

    assert {entry.status for diff in diffs for entry in diff.entries} <= {"gelijk"}
    assert not any(diff.changed for diff in diffs)


@thorough
@given(pairs())
def test_there_and_back(pair: tuple[Document, Document]) -> None:
    """Two versions with the same text are gelijk, whatever stood between them."""
    diffs = assert_exact(build_history(teksten((pair[0], pair[1], pair[0]))), 0, 2)

    assert not any(diff.changed for diff in diffs)


def move_ends(chain: tuple[Document, ...]) -> list[tuple[int, int]]:
    """How many blocks each verplaatsing from the first to the last version left and came."""
    diffs = assert_exact(build_history(teksten(chain)), 0, len(chain) - 1)
    entries = [entry for diff in diffs for entry in diff.entries]
    for entry in entries:
        assert (entry.status == "verplaatst") == bool(entry.verplaatsing)
    return [(len(left), len(came)) for left, came in moves(entries).values()]


@thorough
@given(chains(least=2, most=4))
def test_moves(chain: tuple[Document, ...]) -> None:
    """Each verplaatsing left one place and came to one other; nothing else is verplaatst."""
    assert set(move_ends(chain)) <= {(1, 1)}


@thorough
@given(regroupings())
def test_moves_of_parts(chain: tuple[Document, ...]) -> None:
    """A split or joined block may leave or come in parts, but always does both."""
    assert all(left and came for left, came in move_ends(chain))


@pytest.mark.parametrize("settings", [ALIGN, SMALL_GAPS], ids=["words", "words and gaps"])
def test_past_the_limits(settings: AlignSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Past the size limits a comparison is coarser, and exact still."""
    monkeypatch.setattr("regiovisie.diff.words.WORD_LIMIT", 6)

    @thorough
    @given(chains(least=2, most=3))
    def holds(chain: tuple[Document, ...]) -> None:
        history = build_history(teksten(chain), settings=settings)
        history.check()
        assert_exact(history, 0, len(chain) - 1)

    holds()


SWAPPED = [
    {"01-toegang.md": "# Toegang\n\nBel de huisarts.", "02-geld.md": "# Geld\n\nIeder betaalt."},
    {"01-geld.md": "# Geld\n\nIeder betaalt.", "02-toegang.md": "# Toegang\n\nBel de huisarts."},
]


def test_swapped_onderdelen() -> None:
    """Onderdelen that change places are no change: each is compared with itself."""
    diffs = assert_exact(read_history(SWAPPED), 0, 1)

    assert not any(diff.changed for diff in diffs)
