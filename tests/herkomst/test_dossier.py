"""What everything is read from: pairs, the text that counts, heirs of blocks, histories."""

from __future__ import annotations

from pathlib import Path

import pytest

from regiovisie.herkomst.dossier import Dossier, make_dossier
from regiovisie.registers import load_project

from tests.support.project import PUNT, ZIENSWIJZE, ZW_FILE, Content, changed, write_sealed
from tests.support.stappen import dossier, wijziging

A = "Ouders en kinderen beslissen samen met de hulpverlener over de hulp."
B = "Gemeenten overleggen elk half jaar over de voortgang van de afspraken."
C = "De regio meet ieder jaar hoe lang kinderen op hulp moeten wachten."


def text(*blocks: str) -> str:
    """Blocks as one Markdown text."""
    return "\n\n".join(("# Tekst", *blocks))


# --- which text counts


@pytest.mark.parametrize(
    ("fasen", "counts"),
    [
        (["inspraak"], "v0"),
        (["inspraak", "consultatie", "ter-vaststelling"], "v2"),
        (["inspraak", "vastgesteld", "consultatie"], "v1"),
        (["vastgesteld", "vastgesteld", "consultatie"], "v1"),
        (["inspraak", "consultatie", "vervallen"], "v1"),
        (["vervallen", "vastgesteld", "vervallen"], "v1"),
        (["consultatie", "vervallen", "vervallen"], "v0"),
        (["vervallen", "vervallen"], "v1"),
    ],
)
def test_the_text_that_counts(fasen: list[str], counts: str) -> None:
    """The newest that was adopted and stands; else the newest that stands."""
    assert dossier([A] * len(fasen), fasen=fasen).geldend.id == counts


def test_werkversie_never_counts() -> None:
    """Unfinished work is no text that counts."""
    made = dossier([A, A.replace("samen", "steeds")], werkversie=A.replace("samen", "nu"))

    assert made.ids == ("v0", "v1", "werkversie")
    assert made.geldend.id == "v1"
    assert made.stappen == (("v0", "v1"), ("v1", "werkversie"))
    assert len(made.paren) == 3


def test_werkversie_that_is_equal_is_no_text_of_its_own() -> None:
    """Another bullet or another line break makes no difference."""
    made = dossier([text("- Eén plan\n- Eén gezin")], werkversie=text("* Eén\n  plan\n* Eén gezin"))

    assert made.ids == ("v0",)
    assert not made.werkversie_verschilt
    assert made.tekst("werkversie") is made.tekst("v0")


@pytest.mark.parametrize(
    "other",
    [
        {"01-tekst.md": text(A), "02-nieuw.md": "# Nieuw"},
        {"02-tekst.md": text(A)},
        {"01-tekst.md": text(A.replace("samen", "*samen*"))},
    ],
)
def test_werkversie_differs_by_more_than_words(other: dict[str, str]) -> None:
    """Another file, another number, other emphasis: a reader sees it."""
    assert dossier([text(A)], werkversie=other).werkversie_verschilt


# --- pairs


FOUR = [
    text(A, B),
    text(A, B, C),
    text(A.replace("samen", "steeds"), B, C),
    text(A.replace("samen", "steeds"), B),
]
REGISTERS = [
    [wijziging("W-001", wordt=C)],
    [wijziging("W-002", was="samen", wordt="steeds")],
    [wijziging("W-003", was=C)],
]


def test_causes_of_all_steps_add_up() -> None:
    """A pair that are not neighbours shows what is left of every step between them."""
    made = dossier(FOUR, REGISTERS)

    assert made.vergelijking("v0", "v2").wijzigingen == ("W-002", "W-001")
    assert made.vergelijking("v1", "v3").wijzigingen == ("W-002", "W-003")
    assert all(made.vergelijking(*pair).telling.zonder_herkomst == 0 for pair in made.paren)


def test_steps_that_cancel_out_are_listed_apart() -> None:
    """Added in 0.2, dropped in 0.4: in the pair 0.1 and 0.4 nothing is left of either."""
    made = dossier(FOUR, REGISTERS)
    pair = made.vergelijking("v0", "v3")

    assert pair.wijzigingen == ("W-002",)
    assert pair.weggevallen == ("W-001", "W-003")
    assert pair.telling.plekken == 1


def test_neighbours_have_nothing_that_cancelled() -> None:
    """In one step everything that is claimed shows."""
    made = dossier(FOUR, REGISTERS)

    assert [made.vergelijking(*step).weggevallen for step in made.stappen] == [(), (), ()]


def test_word_that_changed_twice_has_both_causes() -> None:
    """From samen by way of steeds to altijd."""
    made = dossier(
        [A, A.replace("samen", "steeds"), A.replace("samen", "altijd")],
        [
            [wijziging("W-001", was="samen", wordt="steeds")],
            [wijziging("W-002", was="steeds", wordt="altijd")],
        ],
    )
    (plek,) = (p for o in made.vergelijking("v0", "v2").onderdelen for p in o.plekken)

    assert (plek.was, plek.wordt) == ("samen", "altijd")
    assert plek.wijzigingen == ("W-001", "W-002")


def test_word_that_came_back_is_no_change() -> None:
    """Nothing is marked, and both steps are listed as cancelled."""
    made = dossier(
        [A, A.replace("samen", "steeds"), A],
        [
            [wijziging("W-001", was="samen", wordt="steeds")],
            [wijziging("W-002", was="steeds", wordt="samen")],
        ],
    )
    pair = made.vergelijking("v0", "v2")

    assert [o.status for o in pair.onderdelen] == ["gelijk"]
    assert pair.weggevallen == ("W-001", "W-002")


def test_dropped_and_restored_passage_is_one_lifeline() -> None:
    """It is called restored, not new."""
    made = dossier([text(A, B, C), text(A, C), text(A, B, C)])
    entries = [e for o in made.vergelijking("v1", "v2").onderdelen for e in o.entries]
    first = next(p for p in made.history.blocks[0] if p.block.text == B)

    assert [e.status for e in entries if e.status != "gelijk"] == ["hersteld"]
    assert [e.levenslijn for e in entries if e.status == "hersteld"] == [first.id]


@pytest.mark.parametrize(
    ("was", "wordt", "statuses"),
    [
        ({"01-a.md": "# A"}, {"01-a.md": "# A", "02-b.md": "# B"}, {"a": "gelijk", "b": "nieuw"}),
        (
            {"01-a.md": "# A", "02-b.md": "# B"},
            {"01-a.md": "# A"},
            {"a": "gelijk", "b": "vervallen"},
        ),
        (
            {"01-a.md": "# A", "02-b.md": "# B"},
            {"01-a.md": "# A", "03-b.md": "# B"},
            {"a": "gelijk", "b": "gelijk"},
        ),
    ],
)
def test_status_of_an_onderdeel(
    was: dict[str, str], wordt: dict[str, str], statuses: dict[str, str]
) -> None:
    """New, dropped, or the same with another number."""
    pair = dossier([was, wordt]).vergelijking("v0", "v1")

    assert {o.slug: o.status for o in pair.onderdelen} == statuses


# --- wijzigingen and their places


def test_wijziging_leads_to_its_places() -> None:
    """In reading order, with the step that they belong to."""
    made = dossier(
        [text(A, B), text(A.replace("samen", "steeds"), B.replace("half jaar", "kwartaal"))],
        [
            [
                wijziging(
                    was="half jaar",
                    wordt="kwartaal",
                    ook_op=[{"plaats": "tekst", "was": "samen", "wordt": "steeds"}],
                )
            ]
        ],
    )

    found = made.plekken("W-001")

    assert [(p.van, p.naar, p.plek.was) for p in found] == [
        ("v0", "v1", "samen"),
        ("v0", "v1", "half jaar"),
    ]
    assert made.stap("W-001") == ("v0", "v1")


def test_withdrawn_wijziging_is_not_listed() -> None:
    """It keeps its id in the register only."""
    change = wijziging(was="samen", ingetrokken="ja")

    assert dossier([A, A.replace("samen", "steeds")], [[change]]).wijzigingen == ()


def test_whole_sections_are_known() -> None:
    """A claim without a quote can be shown apart."""
    made = dossier(
        [text(A, B), text(A.replace("samen", "steeds"), B.replace("half", "heel"))],
        [[wijziging("W-001"), wijziging("W-002", was="half", wordt="heel")]],
    )

    assert made.is_whole_section("W-001")
    assert not made.is_whole_section("W-002")


# --- from an old block to its heir


def heir(texts: list[str], words: str, *, at: int = 0) -> str | None:
    """The text of the block of the newest version that a block of the first one became."""
    made = dossier(texts)
    placed = next(p for p in made.history.blocks[at] if p.block.text == words)
    found = made.opvolger(placed, made.ids[-1])
    return found.block.text if found else None


def test_heir_of_an_edited_block_is_itself() -> None:
    """Also where it moved."""
    assert heir([text(A, B), text(B, A.replace("samen", "steeds"))], A) == A.replace(
        "samen", "steeds"
    )


def test_heir_of_a_joined_block_is_the_whole() -> None:
    """The id that went leads to the id that stayed."""
    assert heir([text(A, B), text(f"{A} {B}")], B) == f"{A} {B}"


def test_heir_of_a_dropped_block_is_its_heading() -> None:
    """A point about it still has a place."""
    assert heir([text("## Een", A, "## Twee", B), text("## Een", "## Twee", B)], A) == "Een"


def test_block_of_which_nothing_is_left_has_no_heir() -> None:
    """With its section it went."""
    assert heir([text("## Een", A, "## Twee", B), text("## Twee", B)], A) is None


# --- one paragraph through all versions


def test_history_of_a_paragraph_skips_what_did_not_change() -> None:
    """The first version that has it, and every step that changed it."""
    made = dossier(FOUR, REGISTERS)
    by_words = {h.laatste.block.words: h for h in made.geschiedenis("tekst")}

    edited = by_words[A.replace("samen", "steeds")]
    assert [(s.versie, s.wijzigingen) for s in edited.stappen] == [("v0", ()), ("v2", ("W-002",))]
    assert [s.versie for s in by_words[B].stappen] == ["v0"]


def test_history_tells_that_a_paragraph_went() -> None:
    """The step in which it went has no block, but a cause."""
    made = dossier(FOUR, REGISTERS)
    gone = next(h for h in made.geschiedenis("tekst") if h.laatste.block.words == C)

    assert [(s.versie, s.placed is None, s.wijzigingen) for s in gone.stappen] == [
        ("v1", False, ("W-001",)),
        ("v3", True, ("W-003",)),
    ]


def test_history_is_in_the_order_of_the_newest_text() -> None:
    """What went follows the paragraph that it stood behind."""
    made = dossier([text(A, B, C), text(C, A)])

    assert [h.laatste.block.words for h in made.geschiedenis("tekst")] == ["Tekst", C, A, B]


# --- points of a zienswijze


def with_punt(root: Path, files: dict[str, Content] | None = None, **keys: object) -> Dossier:
    """The small project, with other keys for its point."""
    punten = [changed(PUNT, **keys)]
    written = {ZW_FILE: changed(ZIENSWIJZE, punten=punten), **(files or {})}
    return make_dossier(load_project(write_sealed(root, written)))


def test_punt_is_about_the_block_with_its_quote(tmp_path: Path) -> None:
    """In the version that the zienswijze is about, not in a newer one."""
    made = with_punt(tmp_path)
    placed = made.blok_van_punt("ZW-01.1")

    assert placed is not None
    assert placed.block.text == "Hulp is zo licht mogelijk."
    assert [w.id for w in made.wijzigingen_van_punt("ZW-01.1")] == ["W-001"]


def test_punt_is_shown_at_the_heir_of_its_block(tmp_path: Path) -> None:
    """In the text that counts the block says something else by now."""
    made = with_punt(tmp_path)
    placed = made.blok_van_punt("ZW-01.1")
    heir = made.opvolger(placed, made.geldend.id) if placed else None

    assert heir is not None
    assert heir.block.text == "Hulp is zo thuis mogelijk."


def test_punt_without_quote_is_about_the_heading(tmp_path: Path) -> None:
    """The place alone means its first block."""
    placed = with_punt(tmp_path, citaat=None).blok_van_punt("ZW-01.1")

    assert placed is not None
    assert placed.block.text == "Nabij"


def test_punt_without_place_is_about_no_block(tmp_path: Path) -> None:
    """It is about the whole text."""
    assert with_punt(tmp_path, citaat=None, plaats=None).blok_van_punt("ZW-01.1") is None
