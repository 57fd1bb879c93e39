"""What holds for the claims on any two texts with any register."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from regiovisie.diff.compare import Entry, Op
from regiovisie.diff.settings import DisplaySettings
from regiovisie.herkomst.changes import Run
from regiovisie.herkomst.vergelijking import Vergelijking
from regiovisie.registers import Wijziging
from regiovisie.text.tokens import is_word, token_spans

from tests.support.stappen import stap, vergeleken, wijziging
from tests.support.teksten import few, histories, registers

DISPLAYS = (
    DisplaySettings(island_words=0, scrap_share=0.0, density=1.0),
    DisplaySettings(),
    DisplaySettings(island_words=9, scrap_share=2.0, density=1.0),
    DisplaySettings(island_words=9, density=0.0),
)


def shown_ops(vergelijking: Vergelijking) -> Iterator[tuple[Entry, Op]]:
    """Every changed run of words, as it is shown."""
    for onderdeel in vergelijking.onderdelen:
        for entry in onderdeel.entries:
            for op in entry.changed_ops:
                yield entry, op


def causes(vergelijking: Vergelijking) -> dict[tuple[int, str, int], tuple[str, ...]]:
    """Changed word → who claims it, as it is shown."""
    return {
        (entry.strand, op.sign, element): op.wijzigingen
        for entry, op in shown_ops(vergelijking)
        for element in op.elements
    }


@few
@given(histories(), registers())
def test_no_display_setting_changes_a_claim(texts: list[str], register: list[Wijziging]) -> None:
    """However a change is shown, each changed word has the same causes."""
    step = stap(*texts, *register)
    first, *others = (causes(vergeleken(step, display)) for display in DISPLAYS)

    for other in others:
        assert other == first
    for (strand, _, element), names in first.items():
        assert names == step.claims.words.get((strand, element), ())


@few
@given(histories(), registers())
def test_every_claimed_word_is_a_changed_word(texts: list[str], register: list[Wijziging]) -> None:
    """A claim is made on a word that came or went, or on something that happened."""
    step = stap(*texts, *register)
    changed = {(run.strand, element) for run in step.step.runs for element in run.elements}

    assert set(step.claims.words) <= changed
    assert set(step.claims.gebeurtenissen) <= {event.key for event in step.step.gebeurtenissen}


@few
@given(histories(), registers())
def test_only_standing_wijzigingen_claim(texts: list[str], register: list[Wijziging]) -> None:
    """Who claims stands in the register; who claims nothing is idle or has a problem."""
    claims = stap(*texts, *register).claims
    busy = {n for names in (*claims.words.values(), *claims.gebeurtenissen.values()) for n in names}
    wrong = {problem.wijziging.id for problem in claims.problems}

    assert busy | set(claims.idle) | wrong == {w.id for w in register}
    assert not busy & set(claims.idle)


@few
@given(histories())
def test_one_unquoted_claim_of_everything_leaves_nothing(texts: list[str]) -> None:
    """A wijziging for the whole onderdeel explains every change in it but moves."""
    step = stap(*texts, wijziging())
    places = [p for o in vergeleken(step).onderdelen for p in o.plekken]

    assert [p for p in places if p.zonder_herkomst] == []
    assert (not places) == (not step.claims.whole_section)


@few
@given(histories(), st.data())
def test_a_quote_of_a_whole_run_claims_it(texts: list[str], data: st.DataObject) -> None:
    """The changed words themselves, taken over as they stand, are always a good quote."""
    runs = [run for run in stap(*texts).step.runs if any(map(is_word, run.tokens))]
    if not runs:
        return
    run = data.draw(st.sampled_from(runs))
    quote = {"was" if run.sign == "-" else "wordt": words_of(run)}

    step = stap(*texts, wijziging(**quote, overal="ja"))

    assert step.problems == []
    claimed = {e for e in run.elements if (run.strand, e) in step.claims.words}
    assert claimed == set(run.elements)


@few
@given(histories(), registers())
def test_claims_do_not_hang_on_order(texts: list[str], register: list[Wijziging]) -> None:
    """Which words have a cause is the same for the register read backwards."""
    forwards, backwards = stap(*texts, *register), stap(*texts, *reversed(register))

    assert set(forwards.claims.words) == set(backwards.claims.words)


def words_of(run: Run) -> str:
    """The words of a run as an editor would take them over."""
    text = run.placed.block.text
    spans = token_spans(text)[run.first : run.last]
    return text[spans[0][0] : spans[-1][1]].replace("\x1f", " ")
