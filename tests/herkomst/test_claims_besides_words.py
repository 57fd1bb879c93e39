"""Which wijziging claims what happened besides words, and what claims without quotes take."""

from __future__ import annotations

import pytest

from regiovisie.diff.settings import DisplaySettings
from regiovisie.herkomst.vergelijking import Vergelijking

from tests.support.stappen import A, B, C, D, dossier, lines, only, stap, vergeleken, wijziging

# --- what happens besides words

MOVE = (
    lines("# T", "## Een", A, B, C, "## Twee", D),
    lines("# T", "## Een", B, C, "## Twee", D, A),
)
WHERE = {"plaats": "tekst#twee", "plaats_was": "tekst#een"}


@pytest.mark.parametrize("quote", [{}, {"wordt": "Ouders en kinderen"}, {"was": "beslissen samen"}])
def test_move_is_claimed_by_its_two_places(quote: dict[str, str]) -> None:
    """With or without words of the block that moved."""
    step = stap(*MOVE, wijziging(wat="verplaatst", **WHERE, **quote))

    assert step.events == {"verplaatst": ("W-001",)}
    assert step.told == []
    assert step.problems == []
    assert (step.claims.whole_section == {"W-001"}) == (not quote)


@pytest.mark.parametrize("plaats", ["tekst#een", "tekst#twee"])
def test_move_needs_both_places(plaats: str) -> None:
    """Where a block stood and where it stands must both fit."""
    step = stap(*MOVE, wijziging(wat="verplaatst", plaats=plaats))

    assert step.events == {"verplaatst": ()}
    assert step.claims.idle == ("W-001",)


def test_edit_in_a_moved_block_is_claimed_apart() -> None:
    """That it moved and what changed in it may have different causes."""
    was, wordt = MOVE[0], MOVE[1].replace("samen", "steeds")
    step = stap(
        was,
        wordt,
        wijziging("W-001", wat="verplaatst", **WHERE),
        wijziging("W-002", **WHERE, was="samen", wordt="steeds"),
    )

    assert step.events == {"verplaatst": ("W-001",)}
    assert step.told == ["- samen: W-002", "+ steeds: W-002"]


def test_edit_in_a_moved_block_does_not_claim_the_move() -> None:
    """And a claim of words leaves the move open."""
    step = stap(MOVE[0], MOVE[1].replace("samen", "steeds"), wijziging(**WHERE, wordt="steeds"))

    assert step.events == {"verplaatst": ()}
    assert step.told == ["- samen: niemand", "+ steeds: W-001"]


@pytest.mark.parametrize("quote", [{}, {"wordt": "Gemeenten overleggen"}, {"was": "half jaar"}])
def test_split_is_claimed(quote: dict[str, str]) -> None:
    """By its place, or by words of one of the blocks."""
    step = stap(lines(f"{A} {B}", C), lines(A, B, C), wijziging(wat="gesplitst", **quote))

    assert step.events == {"gesplitst": ("W-001",)}
    assert step.problems == []


@pytest.mark.parametrize("quote", [{}, {"wordt": "Gemeenten overleggen"}, {"was": "half jaar"}])
def test_join_is_claimed(quote: dict[str, str]) -> None:
    """The same for two paragraphs that became one."""
    step = stap(lines(A, B, C), lines(f"{A} {B}", C), wijziging(wat="samengevoegd", **quote))

    assert step.events == {"samengevoegd": ("W-001",)}
    assert step.problems == []


LINK = ("Zie [de bijlage](02-oud.md) en de norm.", "Zie [de bijlage](02-nieuw.md) en de norm.")


@pytest.mark.parametrize("quote", [{}, {"wordt": "de bijlage"}, {"was": "Zie de bijlage"}])
def test_link_target_is_claimed(quote: dict[str, str]) -> None:
    """By its place, or by the words of the link."""
    step = stap(*LINK, wijziging(wat="koppeling", **quote))

    assert step.events == {"koppeling": ("W-001",)}
    assert step.problems == []


def test_link_is_not_claimed_by_other_words() -> None:
    """Words beside the link do not touch it."""
    step = stap(*LINK, wijziging(wat="koppeling", wordt="de norm"))

    assert step.events == {"koppeling": ()}
    assert step.claims.idle == ("W-001",)


def test_renumbering_is_no_change() -> None:
    """A link that follows a renumbered file leads to the same onderdeel."""
    step = stap(LINK[0], LINK[0].replace("02-", "03-"))

    assert step.events == {}
    assert step.told == []


def test_emphasis_may_be_claimed() -> None:
    """It may also go without a cause."""
    texts = ("Zie de bijlage en de norm.", "Zie *de bijlage* en de norm.")
    step = stap(*texts, wijziging(wat="opmaak", wordt="de bijlage"))

    assert step.events == {"opmaak": ("W-001",)}
    assert not any(
        p.zonder_herkomst for o in vergeleken(stap(*texts)).onderdelen for p in o.plekken
    )


@pytest.mark.parametrize("wat", ["verplaatst", "gesplitst", "samengevoegd", "opmaak"])
def test_claim_of_another_kind_claims_nothing(wat: str) -> None:
    """A link target is a koppeling and nothing else."""
    step = stap(*LINK, wijziging(wat=wat))

    assert step.events == {"koppeling": ()}
    assert step.claims.idle == ("W-001",)


# --- claims without quotes


def test_unquoted_claim_takes_what_nobody_else_claims() -> None:
    """And is listed apart, so that it cannot hide work."""
    was = lines(A, B)
    wordt = lines(A.replace("samen", "steeds"), B.replace("half jaar", "kwartaal"))
    step = stap(was, wordt, wijziging("W-001"), wijziging("W-002", was="samen", wordt="steeds"))

    assert step.told == [
        "- samen: W-002",
        "+ steeds: W-002",
        "- half jaar: W-001",
        "+ kwartaal: W-001",
    ]
    assert step.claims.whole_section == {"W-001"}


def test_unquoted_claim_that_comes_too_late_is_idle() -> None:
    """When others claim all, it claims nothing, and that is a mistake."""
    step = stap(
        A,
        A.replace("samen", "steeds"),
        wijziging("W-001"),
        wijziging("W-002", was="samen", wordt="steeds"),
    )

    assert step.claims.idle == ("W-001",)
    assert step.claims.whole_section == frozenset()


def test_unquoted_claim_stays_in_its_section() -> None:
    """With deeper headings, but without the next section."""
    was = lines("# T", "## Een", A, "### Dieper", B, "## Twee", C)
    wordt = lines(
        "# T",
        "## Een",
        A.replace("samen", "steeds"),
        "### Dieper",
        B.replace("half", "heel"),
        "## Twee",
        C.replace("ieder", "elk"),
    )

    assert stap(was, wordt, wijziging(plaats="tekst#een")).told == [
        "- samen: W-001",
        "+ steeds: W-001",
        "- half: W-001",
        "+ heel: W-001",
        "- ieder: niemand",
        "+ elk: niemand",
    ]


def test_unquoted_claim_takes_a_new_section_with_its_heading() -> None:
    """The heading belongs to its section."""
    told = only(
        lines("# T", "## Een", A),
        lines("# T", "## Een", A, "## Nieuw beleid", B, C),
        wijziging(plaats="tekst#nieuw-beleid"),
    )

    assert len(told) == 3
    assert all(line.endswith(": W-001") for line in told)


def test_heading_is_claimed_by_its_new_address() -> None:
    """A heading that got other words has another id; `plaats_was` names the old one."""
    was = lines("# T", "## Zo licht mogelijk", A)
    wordt = lines("# T", "## Zo thuis mogelijk", A)
    change = wijziging(
        plaats="tekst#zo-thuis-mogelijk",
        plaats_was="tekst#zo-licht-mogelijk",
        was="licht",
        wordt="thuis",
    )

    assert only(was, wordt, change) == ["- licht: W-001", "+ thuis: W-001"]


def test_withdrawn_wijziging_claims_nothing() -> None:
    """It keeps its id, and is no mistake."""
    step = stap(A, A.replace("samen", "steeds"), wijziging(was="samen", ingetrokken="ja"))

    assert step.told == ["- samen: niemand", "+ steeds: niemand"]
    assert step.claims.idle == ()
    assert step.problems == []


# --- claims stand, whatever comes after them


def test_a_later_join_leaves_earlier_claims_alone() -> None:
    """What a frozen register claims does not change when a version is added after it."""
    v0 = lines(
        "Ouders en kinderen beslissen samen over hulp bij hen thuis of dichtbij.",
        "Gemeenten overleggen elk half jaar over de voortgang.",
    )
    v1 = lines(
        "Ouders en kinderen beslissen samen over hulp bij hen thuis",
        "of dichtbij. Gemeenten overleggen elk half jaar over de voortgang.",
    )
    register = [[wijziging("W-001", was="of dichtbij."), wijziging("W-002", wordt="of dichtbij.")]]

    before = dossier([v0, v1], register)
    after = dossier([v0, v1, v1.replace("\n\n", " ")], register)

    assert before.claims[1].problems == ()
    assert after.claims[1].problems == ()


def test_display_does_not_make_punctuation_need_a_cause() -> None:
    """Only commas changed; that "en" is shown with them makes no change of words."""
    step = stap(
        "Wij helpen kinderen, en, de ouders of scholen in de regio.",
        "Wij helpen kinderen; en; de ouders of scholen in de regio.",
    )

    for words in (0, 2):
        shown = vergeleken(step, DisplaySettings(island_words=words))
        assert shown.telling.zonder_herkomst == 0


def test_changes_with_different_causes_are_not_shown_as_one() -> None:
    """Words that would be drawn into one replacement stay between two that have their own why."""
    old = "Bij de uitwerking worden scholen geïnformeerd, samen met de wijkteams van de gemeente."
    new = "Bij de uitwerking zitten scholen aan tafel, samen met de wijkteams van de gemeente."
    one = [wijziging("W-001", was=old, wordt=new)]
    two = [
        wijziging("W-001", was="worden", wordt="zitten"),
        wijziging("W-002", was="geïnformeerd", wordt="aan tafel"),
    ]

    assert kept_words(vergeleken(stap(old, new, *one))) == [
        "Bij de uitwerking",
        ", samen met de wijkteams van de gemeente.",
    ]
    assert kept_words(vergeleken(stap(old, new, *two))) == [
        "Bij de uitwerking",
        "scholen",
        ", samen met de wijkteams van de gemeente.",
    ]


def kept_words(vergelijking: Vergelijking) -> list[str]:
    """The runs of words that are shown as kept."""
    return [
        op.text.strip()
        for onderdeel in vergelijking.onderdelen
        for entry in onderdeel.entries
        for op in entry.ops
        if op.sign == "="
    ]
