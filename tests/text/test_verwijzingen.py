"""What in a text is a reference, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiovisie.text.verwijzingen import verwijzingen

FOUND: dict[str, list[tuple[str, str, str]]] = {
    "Zie ZW-40.": [("zienswijze", "ZW-40", "ZW-40")],
    "ZW-12.3, W-031 en TA-04": [
        ("punt", "ZW-12.3", "ZW-12.3"),
        ("wijziging", "W-031", "W-031"),
        ("antwoord", "TA-04", "TA-04"),
    ],
    "motie M-gm0106-1 en M-voorbeeld-1-2": [
        ("motie", "M-gm0106-1", "M-gm0106-1"),
        ("motie", "M-voorbeeld-1-2", "M-voorbeeld-1-2"),
    ],
    "het concept W-concept-a1": [("wijziging", "W-concept-a1", "W-concept-a1")],
    "ZW-12/ZW-13": [("zienswijze", "ZW-12", "ZW-12"), ("zienswijze", "ZW-13", "ZW-13")],
    "Onderdeel 8, waarin": [("onderdeel", "8", "Onderdeel 8")],
    "onderdeel\u00a08 wordt": [("onderdeel", "8", "onderdeel\u00a08")],
    "de onderdelen 3, 4 en 12": [
        ("onderdeel", "3", "onderdelen 3"),
        ("onderdeel", "4", "4"),
        ("onderdeel", "12", "12"),
    ],
    "onderdeel 8 en 9 dagen": [("onderdeel", "8", "onderdeel 8")],
    "onderdeel 8 van de regiovisie": [("onderdeel", "8", "onderdeel 8")],
    "onderdeel 5 past bij de wet": [("onderdeel", "5", "onderdeel 5")],
    "hoofdstuk 3": [("hoofdstuk", "3", "hoofdstuk 3")],
    "(bijlage 6)": [("bijlage", "6", "bijlage 6")],
    "bijlage 4 bij de adviesnota": [("bijlage", "4", "bijlage 4")],
    "bijlage 3b": [("bijlage", "3b", "bijlage 3b")],
    "In versie 0.2.": [("versie", "0.2", "versie 0.2")],
    "versies 0.2 en 0.3": [("versie", "0.2", "versies 0.2"), ("versie", "0.3", "0.3")],
}


@pytest.mark.parametrize("text", FOUND)
def test_references_are_found(text: str) -> None:
    """Ids, numbered parts, annexes and versions, one by one also in a list."""
    assert [(v.soort, v.naam, text[v.start : v.end]) for v in verwijzingen(text)] == FOUND[text]


@pytest.mark.parametrize(
    "text",
    [
        "onderdeel 8 jaar",
        "onderdeel 20 november",
        "onderdeel 2.1 van de wet",
        "onderdeel 3,5",
        "onderdeel 120",
        "onderdelen 4 en 20 kinderen",
        "artikel 2.18",
        "artikel 2.18, onderdeel 3",
        "eerste lid, onderdeel 2",
        "de Jeugdwet, onderdeel 3",
        "onderdeel 3 van de wet",
        "onderdeel 4 van de nota",
        "hoofdstuk 2 Jeugdwet",
        "bijlage 1 bij de Jeugdwet",
        "bijlage 2 bij de gemeenschappelijke regeling",
        "WCAG versie 2.2",
        "versie 3.11 van Python",
        "https://voorbeeld.nl/ZW-12",
        "ZW-12a",
        "ZW-12-3",
        "X-ZW-12",
        "SW-12",
        "ZW-12.3.4",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    """A measure, a law, another document, another word."""
    assert verwijzingen(text) == ()


@given(
    st.lists(
        st.sampled_from(
            ["onderdeel", "onderdelen", "8", "4,", "en", "ZW-12", "ZW-12.3.", "bijlage", "van",
             "de", "wet", "versie", "0.2", "\n", "W-1", "lid,"]
        )
    ).map(" ".join)
)  # fmt: skip
def test_references_follow_one_another(text: str) -> None:
    """In order, within the text, and never over each other, whatever the text."""
    edges = [edge for v in verwijzingen(text) for edge in (v.start, v.end)]

    assert edges == sorted(edges)
    assert all(v.start < v.end <= len(text) for v in verwijzingen(text))
