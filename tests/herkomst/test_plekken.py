"""Each change has one address, made from its content, that holds."""

from __future__ import annotations

from collections import Counter

from hypothesis import given

from regiovisie.herkomst.dossier import Dossier
from regiovisie.herkomst.plekken import Plek

from tests.support.stappen import dossier, stap, vergeleken, wijziging
from tests.support.teksten import few, histories

A = "Ouders en kinderen beslissen samen met de hulpverlener over de hulp."
B = "Gemeenten overleggen elk half jaar over de voortgang van de afspraken."
C = "De regio meet ieder jaar hoe lang kinderen op hulp moeten wachten."


def plekken(made: Dossier, van: str = "v0", naar: str = "v1") -> list[Plek]:
    """All places of a pair, in reading order."""
    return [p for o in made.vergelijking(van, naar).onderdelen for p in o.plekken]


def text(*blocks: str) -> str:
    """Blocks as one Markdown text."""
    return "\n\n".join(("# Tekst", *blocks))


@few
@given(histories(versions=3))
def test_addresses_are_unique_in_every_pair(texts: list[str]) -> None:
    """No two places of a pair share an address."""
    made = dossier(texts)

    for pair in made.paren:
        counted = Counter(p.anker for p in plekken(made, *pair))
        assert [anker for anker, count in counted.items() if count > 1] == []


def test_equal_changes_in_one_block_have_their_own_address() -> None:
    """Twice the same word for the same word."""
    made = dossier(
        [
            "Wij horen cliënten aan. Dat doen cliënten ook onderling.",
            "Wij horen kinderen aan. Dat doen kinderen ook onderling.",
        ]
    )
    places = plekken(made)

    assert [(p.was, p.wordt) for p in places] == [("cliënten", "kinderen")] * 2
    assert len({p.anker for p in places}) == 2


def test_address_holds_when_a_version_is_added() -> None:
    """A link to a change in 0.1 to 0.2 is not broken by 0.3."""
    texts = [text(A, B), text(A.replace("samen", "steeds"), B.replace("half jaar", "kwartaal"))]
    later = text(C, A.replace("samen", "nu"), B)

    before = [p.anker for p in plekken(dossier(texts))]
    after = [p.anker for p in plekken(dossier([*texts, later]))]

    assert len(before) == 2
    assert after == before


def test_address_holds_when_a_neighbour_changes() -> None:
    """What happens to the paragraph before it is of no account."""
    change = A.replace("samen", "steeds")
    plain = [p.anker for p in plekken(dossier([text(B, A, C), text(B, change, C)]))]
    busy = plekken(
        dossier([text(B, A, C), text("Een heel nieuwe alinea.", B.replace("half", "heel"), change)])
    )

    assert len(plain) == 1
    assert plain[0] in [p.anker for p in busy]


def test_address_changes_with_the_words() -> None:
    """Another change is another address."""
    one = plekken(dossier([A, A.replace("samen", "steeds")]))
    other = plekken(dossier([A, A.replace("samen", "nooit")]))

    assert one[0].anker != other[0].anker


def test_place_knows_its_words_and_causes() -> None:
    """Old words, new words, and every wijziging that claims some of them."""
    step = stap(
        A,
        A.replace("samen met", "steeds bij"),
        wijziging("W-001", was="samen", wordt="steeds"),
        wijziging("W-002", was="met", wordt="bij"),
    )
    (plek,) = (p for o in vergeleken(step).onderdelen for p in o.plekken)

    assert (plek.was, plek.wordt) == ("samen met", "steeds bij")
    assert plek.wijzigingen == ("W-001", "W-002")
    assert not plek.zonder_herkomst


def test_place_with_one_open_word_is_without_cause() -> None:
    """A reader must see that not all of it is explained."""
    step = stap(A, A.replace("samen met", "steeds bij"), wijziging(was="samen", wordt="steeds"))
    (plek,) = (p for o in vergeleken(step).onderdelen for p in o.plekken)

    assert plek.wijzigingen == ("W-001",)
    assert plek.zonder_herkomst


def test_move_has_one_place_at_its_new_end() -> None:
    """Nothing is told twice."""
    places = plekken(dossier([text(A, B, C, A[::-1]), text(B, C, A[::-1], A)]))

    assert [p.soort for p in places] == ["verplaatst"]
    assert places[0].zonder_herkomst


def test_link_target_is_told_in_a_sentence() -> None:
    """There are no words to show."""
    step = stap("Zie [de bijlage](02-oud.md).", "Zie [de bijlage](02-nieuw.md).")
    (plek,) = (p for o in vergeleken(step).onderdelen for p in o.plekken)

    assert plek.soort == "koppeling"
    assert plek.toelichting == (
        "De link ‘de bijlage’ wijst nu naar onderdeel ‘nieuw’ (eerst naar onderdeel ‘oud’)."
    )
