"""Which wijziging claims which changed words, on texts of a few lines.

In what is told, "- licht: W-001" says that the word went and that W-001 is why.
"""

from __future__ import annotations

import pytest

from tests.support.stappen import A, B, C, Stap, lines, only, stap, vergeleken, wijziging

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


def test_a_quote_that_overlaps_itself_means_what_changed_most() -> None:
    """Of "hulp hulp" in "hulp hulp hulp" the two new words are meant, not one of them."""
    was, wordt = "Geef hulp wachten. thuis.", "Geef hulp hulp hulp thuis."

    assert only(was, wordt, wijziging(was="wachten", wordt="hulp hulp")) == [
        "- wachten .: W-001",
        "+ hulp hulp: W-001",
    ]


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
