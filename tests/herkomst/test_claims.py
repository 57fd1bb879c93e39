"""Which wijziging claims which changed words, on texts of a few lines.

In what is told, "- licht: W-001" says that the word went and that W-001 is why.
"""

from __future__ import annotations

import pytest

from regiovisie.diff.settings import DisplaySettings
from regiovisie.registers import Wijziging

from tests.support.stappen import Stap, dossier, stap, vergeleken, wijziging

A = "Ouders en kinderen beslissen samen met de hulpverlener over de hulp."
B = "Gemeenten overleggen elk half jaar over de voortgang van de afspraken."
C = "De regio meet ieder jaar hoe lang kinderen op hulp moeten wachten."
D = "Aanbieders krijgen een eerlijk tarief voor het werk dat zij doen."


def lines(*blocks: str) -> str:
    """Blocks of Markdown as one text."""
    return "\n\n".join(blocks)


def only(was: str, wordt: str, *wijzigingen: Wijziging) -> list[str]:
    """Who claims what, in a step without problems."""
    step = stap(was, wordt, *wijzigingen)
    assert step.problems == []
    return step.told


# --- quotes


def test_was_alone_claims_what_went() -> None:
    """A deletion."""
    assert only("Hulp is nabij en licht.", "Hulp is nabij.", wijziging(was="en licht")) == [
        "- en licht: W-001"
    ]


def test_wordt_alone_claims_what_came() -> None:
    """An insertion."""
    assert only("Hulp is nabij.", "Hulp is nabij en licht.", wijziging(wordt="en licht")) == [
        "+ en licht: W-001"
    ]


def test_was_and_wordt_claim_both_sides() -> None:
    """A replacement."""
    assert only(A, A.replace("samen", "steeds"), wijziging(was="samen", wordt="steeds")) == [
        "- samen: W-001",
        "+ steeds: W-001",
    ]


def test_was_alone_leaves_the_new_words_to_others() -> None:
    """A quote of one side says nothing about the other."""
    assert only(A, A.replace("samen", "steeds"), wijziging(was="samen")) == [
        "- samen: W-001",
        "+ steeds: niemand",
    ]


def test_quote_may_be_wider_than_the_change() -> None:
    """Context words round the change make it unique; they claim nothing themselves."""
    change = wijziging(was="beslissen samen met de hulpverlener", wordt="beslissen steeds met")

    assert only(A, A.replace("samen", "steeds"), change) == ["- samen: W-001", "+ steeds: W-001"]


def test_quote_narrower_than_the_change_leaves_the_rest() -> None:
    """Words outside the quote are claimed by nobody."""
    assert only("Hulp is nabij.", "Hulp is nabij en licht.", wijziging(wordt="licht")) == [
        "+ en: niemand",
        "+ licht: W-001",
    ]


def test_two_wijzigingen_in_one_sentence_claim_their_own_words() -> None:
    """Also where the changed words stand next to each other."""
    was, wordt = A.replace("samen met", "steeds bij"), A
    told = only(
        was,
        wordt,
        wijziging("W-001", was="steeds", wordt="samen"),
        wijziging("W-002", was="bij", wordt="met"),
    )

    assert told == ["- steeds: W-001", "- bij: W-002", "+ samen: W-001", "+ met: W-002"]


def test_one_word_may_have_two_causes() -> None:
    """Two wijzigingen that quote the same words both claim them."""
    change = {"was": "samen", "wordt": "steeds"}
    told = only(
        A,
        A.replace("samen", "steeds"),
        wijziging("W-002", **change),
        wijziging("W-001", **change),
    )

    assert told == ["- samen: W-001, W-002", "+ steeds: W-001, W-002"]


def test_occurrences_that_touch_no_change_do_not_count() -> None:
    """ "thuis" stands there twice; only one of them is new."""
    assert only(
        "Hulp thuis. Hulp is licht.", "Hulp thuis. Hulp is thuis.", wijziging(wordt="thuis")
    ) == ["- licht: niemand", "+ thuis: W-001"]


TWICE = (
    "Wij horen cliënten aan. Dat doen cliënten ook onderling.",
    "Wij horen kinderen aan. Dat doen kinderen ook onderling.",
)


def test_quote_that_fits_two_changes_is_a_problem() -> None:
    """The editor gets the candidates to choose from, and nothing is claimed."""
    step = stap(*TWICE, wijziging(was="cliënten", wordt="kinderen"))

    assert step.problems == [("meerdere", "was", "cliënten")]
    first, second = step.claims.problems[0].candidates
    assert "Wij horen [cliënten] aan." in first
    assert "Dat doen [cliënten] ook" in second
    assert step.claims.words == {}
    assert step.claims.idle == (), "one problem for one mistake"


def test_overal_takes_every_occurrence() -> None:
    """A term that was replaced throughout is one wijziging."""
    change = wijziging(was="cliënten", wordt="kinderen", overal="ja")

    assert only(*TWICE, change) == [
        "- cliënten: W-001",
        "+ kinderen: W-001",
        "- cliënten: W-001",
        "+ kinderen: W-001",
    ]


def test_overal_stays_within_its_place() -> None:
    """The same words in another section are another change."""
    was = lines("# T", "## Een", TWICE[0], "## Twee", TWICE[0])
    wordt = lines("# T", "## Een", TWICE[1], "## Twee", TWICE[1])
    told = only(was, wordt, wijziging(plaats="tekst#twee", was="cliënten", overal="ja"))

    assert told.count("- cliënten: W-001") == 2
    assert told.count("- cliënten: niemand") == 2


def test_the_other_quote_tells_two_blocks_apart() -> None:
    """ "wachten" went in two paragraphs; the new words stand in one."""
    was = lines("Kinderen wachten op hulp van de regio.", "Ouders wachten op een plek bij ons.")
    wordt = lines("Kinderen hopen op hulp van de regio.", "Ouders rekenen op een plek bij ons.")
    change = wijziging(was="wachten", wordt="rekenen")

    assert only(was, wordt, change) == [
        "- wachten: niemand",
        "+ hopen: niemand",
        "- wachten: W-001",
        "+ rekenen: W-001",
    ]


def test_ook_op_claims_at_each_place() -> None:
    """One wijziging, two sections."""
    was = lines("# T", "## Een", A, "## Twee", B)
    wordt = lines(
        "# T", "## Een", A.replace("samen", "steeds"), "## Twee", B.replace("half", "heel")
    )
    change = wijziging(
        plaats="tekst#een",
        was="samen",
        wordt="steeds",
        ook_op=[{"plaats": "tekst#twee", "was": "half jaar", "wordt": "heel jaar"}],
    )

    told = only(was, wordt, change)

    assert told
    assert all(line.endswith(": W-001") for line in told)


def test_mistake_in_ook_op_is_told_at_its_place() -> None:
    """The other places are claimed all the same."""
    change = wijziging(
        was="samen",
        wordt="steeds",
        ook_op=[{"plaats": "tekst", "wordt": "nooit"}, {"plaats": "elders", "was": "x"}],
    )
    step = stap(A, A.replace("samen", "steeds"), change)

    assert [p.path for p in step.claims.problems] == [
        ("ook_op", 0, "wordt"),
        ("ook_op", 1, "plaats"),
    ]
    assert step.told == ["- samen: W-001", "+ steeds: W-001"]


@pytest.mark.parametrize(
    ("keys", "problem"),
    [
        ({"was": "nooit"}, ("niet-gevonden", "was", "nooit")),
        ({"wordt": "nooit"}, ("niet-gevonden", "wordt", "nooit")),
        ({"was": "samen", "wordt": "nooit"}, ("niet-gevonden", "wordt", "nooit")),
        ({"was": "Ouders"}, ("geen-wijziging", "was", "Ouders")),
        ({"was": "Ouders", "wordt": "kinderen"}, ("geen-wijziging", "wordt", "kinderen")),
        ({"wordt": "samen"}, ("niet-gevonden", "wordt", "samen")),
        ({"plaats": "tekst#nergens", "was": "samen"}, ("plaats", "plaats", "tekst#nergens")),
        ({"plaats_was": "elders", "was": "samen"}, ("plaats", "plaats_was", "elders")),
    ],
)
def test_quote_that_leads_nowhere(keys: dict[str, str], problem: tuple[str, str, str]) -> None:
    """Each mistake has its name, its key and its words; nothing is claimed."""
    step = stap(A, A.replace("samen", "steeds"), wijziging(**keys))

    assert step.problems == [problem]
    assert step.claims.words == {}


# --- edits that can slide

SLIDE = ("Hulp is er nabij, zegt de raad.", "Hulp is er nabij en de hulp is nabij, zegt de raad.")


@pytest.mark.parametrize("quote", ["nabij en de hulp is", "en de hulp is nabij"])
def test_a_sliding_insertion_goes_where_the_quote_is(quote: str) -> None:
    """ "nabij" became "nabij en de hulp is nabij": which "nabij" is new, the quote says."""
    assert only(*SLIDE, wijziging(wordt=quote)) == ["+ en de hulp is nabij: W-001"]


def test_a_quote_too_narrow_for_a_sliding_insertion_leaves_a_word() -> None:
    """Between two equal words, neither of which it names."""
    told = only(*SLIDE, wijziging(wordt="en de hulp is"))

    assert told == ["+ en de hulp is: W-001", "+ nabij: niemand"]


@pytest.mark.parametrize("quote", ["nabij en de hulp is", "en de hulp is nabij"])
def test_a_sliding_deletion_goes_where_the_quote_is(quote: str) -> None:
    """The same the other way round."""
    assert only(*reversed(SLIDE), wijziging(was=quote)) == ["- en de hulp is nabij: W-001"]


def test_two_quotes_share_a_sliding_insertion() -> None:
    """Each claims its own words of it, and together they claim all."""
    told = only(
        *SLIDE,
        wijziging("W-001", wordt="nabij en"),
        wijziging("W-002", wordt="de hulp is nabij"),
    )

    assert "niemand" not in " ".join(told)
    assert any("W-001" in line for line in told)
    assert any("W-002" in line for line in told)


# --- blocks


def test_quote_from_a_new_block_claims_all_of_it() -> None:
    """A few words are enough to name a new paragraph."""
    told = only(lines(A, C), lines(A, B, C), wijziging(wordt="elk half jaar"))

    assert told == [f"+ {B[:-1]} .: W-001"]


def test_quote_from_a_dropped_block_claims_all_of_it() -> None:
    """And a dropped one."""
    assert only(lines(A, B, C), lines(A, C), wijziging(was="elk half jaar")) == [
        f"- {B[:-1]} .: W-001"
    ]


def test_two_wijzigingen_share_a_new_block_word_by_word() -> None:
    """What each quotes is its own."""
    told = only(
        lines(A, C),
        lines(A, B, C),
        wijziging("W-001", wordt="Gemeenten overleggen elk half jaar"),
        wijziging("W-002", wordt="over de voortgang van de afspraken."),
    )

    assert told == [
        "+ Gemeenten overleggen elk half jaar: W-001",
        "+ over de voortgang van de afspraken .: W-002",
    ]


def test_order_in_the_register_does_not_matter() -> None:
    """The same wijzigingen in another order claim the same words."""
    one, other = wijziging("W-001", wordt="Gemeenten"), wijziging("W-002", wordt="voortgang")

    assert only(lines(A, C), lines(A, B, C), one, other) == only(
        lines(A, C), lines(A, B, C), other, one
    )


def test_part_of_a_list_is_claimed_by_item() -> None:
    """An item is a block of its own."""
    was = "- Eén kind met één plan\n- Hulp die echt past\n"
    wordt = was + "- Ouders die meebeslissen over de hulp\n- Scholen die meedoen in de wijk\n"

    assert only(was, wordt, wijziging(wordt="Ouders die")) == [
        "+ Ouders die meebeslissen over de hulp: W-001",
        "+ Scholen die meedoen in de wijk: niemand",
    ]


def test_punctuation_goes_with_its_neighbour() -> None:
    """A comma that came with a word has the cause of that word."""
    assert only(
        "Hulp is zwaar en nabij.", "Hulp is zwaar, licht en nabij.", wijziging(wordt="licht")
    ) == ["+ , licht: W-001"]


def test_punctuation_goes_with_the_nearest_of_two() -> None:
    """Between two causes, the nearest word decides."""
    told = only(
        "Hulp is goed.",
        "Hulp is goed, veilig; nabij.",
        wijziging("W-001", wordt="veilig"),
        wijziging("W-002", wordt="nabij"),
    )

    assert told == ["+ , veilig ;: W-001", "+ nabij: W-002"]


def test_punctuation_alone_needs_no_cause() -> None:
    """A full stop for a comma is no change of words."""
    step = stap("Ouders helpen, en scholen ook.", "Ouders helpen; en scholen ook.")

    assert [p.zonder_herkomst for o in vergeleken(step).onderdelen for p in o.plekken] == [False]


NOTE = "[^1]\n\n[^1]: Zie de bijlage van het rapport."


def test_footnote_mark_goes_with_its_note() -> None:
    """Who claims the note claims the mark in the text."""
    told = only(A, A + NOTE, wijziging(wordt="Zie de bijlage"))

    assert [line.partition(": ")[2] for line in told] == ["W-001", "W-001"]
    assert len(told) == 2


def test_dropped_footnote_takes_its_mark_along() -> None:
    """The same for a note that went."""
    told = only(A + NOTE, A, wijziging(was="Zie de bijlage"))

    assert [line.partition(": ")[2] for line in told] == ["W-001", "W-001"]


# --- tables

TABLE = "| doel | norm |\n|---|---|\n| rust | tien dagen |\n| zorg | twaalf weken |"
COLUMN = (
    "| doel | norm | jaar |\n|---|---|---|\n"
    "| rust | tien dagen | 2027 |\n| zorg | twaalf weken | 2028 |"
)


def cells(step: Stap) -> list[str]:
    """What is told, without the characters that open cells."""
    return [line.replace("\x1f ", "") for line in step.told]


def test_cell_is_claimed_alone() -> None:
    """A changed cell says nothing about its neighbours."""
    change = wijziging(was="tien dagen", wordt="acht dagen")

    assert cells(stap(TABLE, TABLE.replace("tien", "acht"), change)) == [
        "- tien: W-001",
        "+ acht: W-001",
    ]


def test_cells_of_a_new_column_are_claimed_one_by_one() -> None:
    """A quote lies in one row; a column needs `ook_op`, or no quote at all."""
    change = wijziging(wordt="jaar", ook_op=[{"plaats": "tekst", "wordt": "tien dagen 2027"}])

    assert cells(stap(TABLE, COLUMN, change)) == [
        "+ jaar: W-001",
        "+ 2027: W-001",
        "+ 2028: niemand",
    ]
    assert cells(stap(TABLE, COLUMN, wijziging())) == [
        "+ jaar: W-001",
        "+ 2027: W-001",
        "+ 2028: W-001",
    ]


def test_new_row_is_a_block() -> None:
    """A few words of it claim the row."""
    change = wijziging(wordt="vijftien euro")
    wordt = TABLE.replace("| zorg", "| geld | vijftien euro |\n| zorg")

    assert cells(stap(TABLE, wordt, change)) == ["+ geld vijftien euro: W-001"]


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
