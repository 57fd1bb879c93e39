"""Words as a search compares them."""

from __future__ import annotations

import pytest

from regiovisie.text.stam import delen, stam, stammen, vouw, woorden


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("zienswijze", "zienswijzen"),
        ("woning", "woningen"),
        ("gezin", "gezinnen"),
        ("betaalbaar", "betaalbaarheid"),
        ("veilig", "veiligheid"),
        ("verwijzen", "verwijst"),
        ("school", "scholen"),
        ("kind", "kinderen"),
        ("raadslid", "raadsleden"),
        ("advies", "adviezen"),
        ("coalitie", "coalities"),
        ("idee", "ideeën"),
        ("regio", "regio’s"),
        ("groot", "grote"),
        ("leven", "leeft"),
        ("houden", "houdt"),
        ("ondersteunen", "ondersteuning"),
        ("mogelijkheid", "mogelijkheden"),
        ("coordinatie", "coördinatie"),
    ],
)
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    """Singular and plural, long and short vowels, v and f, with and without accents."""
    assert stammen(one) == stammen(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("woning", "wonen"),
        ("leden", "geleden"),
        ("gemeente", "gemeenschap"),
        ("kind", "kunde"),
        ("raad", "radicaal"),
    ],
)
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    """Words that only look alike are not the same word."""
    assert stammen(one) != stammen(other)


def test_a_stem_keeps_three_letters() -> None:
    """No ending is cut from what would leave nothing to go by."""
    words = ("een", "les", "zee", "wens", "tien", "zelf", "e", "2027", "b2b")

    assert [word for word in words if len(stam(word)) < min(3, len(word))] == []


def test_a_hyphen_joins_and_parts() -> None:
    """A word with a hyphen is found with it, without it, and by its parts."""
    assert list(woorden("Niet-effectieve zorg")) == ["niet", "effectieve", "nieteffectieve", "zorg"]


def test_folding_takes_accents_and_apostrophes() -> None:
    """What a phone types and what an editor writes are one."""
    assert vouw("Vóór de Regio’s") == "voor de regios"


def test_compounds_hold_known_words_only() -> None:
    """A part counts where it is a word by itself; a linking s belongs to neither."""
    known = {"jeugd", "hulp", "jeugdhulp", "raad", "besluit", "voor", "beeld"}

    assert delen("jeugdhulp", known) == {"jeugd", "hulp"}
    assert delen("raadsbesluit", known) == {"raad", "besluit"}
    assert delen("voorbeeld", known) == set()
    assert delen("koers", known) == set()
