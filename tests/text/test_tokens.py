"""Cutting a text into words: what a reader counts as one thing."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiovisie.model import ATOM, CELL
from regiovisie.text.tokens import count_words, is_word, plain_spans, token_spans, tokenise

from tests.support.hypothesis import cheap
from tests.support.strategies import WORDS

CUT = {
    "Hulp is nabij.": "Hulp|is|nabij|.",
    "nabij, en (soms) ver": "nabij|,|en|(|soms|)|ver",
    "12 of 1.250 of 1.250.000": "12|of|1.250|of|1.250.000",
    "3,5 % of 4%": "3,5 %|of|4%",
    "Per 1 januari 2027 geldt": "Per|1 januari 2027|geldt",
    "op 1 mei en 12-11-2025": "op|1 mei|en|12-11-2025",
    "van 2026-2030 en 2026–2030": "van|2026-2030|en|2026–2030",
    "van 9.00 tot 17:30 uur": "van|9.00|tot|17:30|uur",
    "€ 1.250,- of €1.250,00 of € 50": "€ 1.250,-|of|€1.250,00|of|€ 50",
    "€ 3 miljoen euro": "€ 3 miljoen|euro",
    "de 2e en de 21ste": "de|2e|en|de|21ste",
    "artikel 2.18, tweede lid, geldt": "artikel 2.18, tweede lid|,|geldt",
    "art. 7a eerste lid": "art. 7a eerste lid",
    "artikel 2.3, onder b, van": "artikel 2.3, onder b|,|van",
    "het artikel over hulp": "het|artikel|over|hulp",
    "o.a. hulp, m.b.t. zorg": "o.a.|hulp|,|m.b.t.|zorg",
    "bijv. thuis, incl. zorg": "bijv.|thuis|,|incl.|zorg",
    "jeugd-ggz en Jeugdwet/Wmo": "jeugd-ggz|en|Jeugdwet/Wmo",
    "zo'n foto’s": "zo'n|foto’s",
    "‘eigen kracht’": "‘|eigen|kracht|’",
    "coördinatie één": "coördinatie|één",
    f"{CELL}doel{CELL}2026": f"{CELL}|doel|{CELL}|2026",
    f"nabij{ATOM}, en": f"nabij|{ATOM}|,|en",
    "- – … →": "-|–|…|→",
    "€ 3,2 miljoen": "€ 3,2 miljoen",
    "artikel 2.3 lid 1 geldt": "artikel 2.3 lid 1|geldt",
    "": "",
}
CELLS = {
    f"{CELL}1{CELL}januari": f"{CELL}|1|{CELL}|januari",
    f"{CELL}€{CELL}50": f"{CELL}|€|{CELL}|50",
    f"{CELL}artikel{CELL}2.3": f"{CELL}|artikel|{CELL}|2.3",
}

texts = st.text(max_size=60) | st.lists(
    st.sampled_from([*WORDS, " ", "\n", ". ", CELL, ATOM, "€", "artikel", "lid", "1", "%"])
).map(" ".join)


@pytest.mark.parametrize(("text", "tokens"), CUT.items())
def test_cut(text: str, tokens: str) -> None:
    """A text falls apart where a reader would say that a word ends."""
    assert "|".join(tokenise(text)) == tokens


@pytest.mark.parametrize(("text", "tokens"), CELLS.items())
def test_cut_cells(text: str, tokens: str) -> None:
    """A token never runs from one cell into the next."""
    assert "|".join(tokenise(text)) == tokens


@cheap
@given(texts)
def test_lossless(text: str) -> None:
    """Tokens and the white space between them are the text, and no token is white space."""
    pieces: list[str] = []
    done = 0
    for start, end in token_spans(text):
        assert done <= start < end
        assert text[done:start].strip() == ""
        assert text[start:end] in (CELL, text[start:end].strip())
        pieces += [text[done:start], text[start:end]]
        done = end
    assert text[done:].strip() == ""
    assert "".join(pieces) + text[done:] == text


@cheap
@given(texts)
def test_white_space_plays_no_part(text: str) -> None:
    """More white space between two tokens leaves both as they are."""
    tokens = tokenise(text)
    spans = token_spans(text)
    wider = ""
    done = 0
    for start, end in spans:
        gap = text[done:start]
        wider += (gap + "  " if gap else "") + text[start:end]
        done = end

    assert tokenise(wider) == tokens


@pytest.mark.parametrize(
    ("token", "word"), {"hulp": True, "2e": True, "€": False, ",": False}.items()
)
def test_is_word(token: str, word: bool) -> None:
    """A word holds a letter or a digit."""
    assert is_word(token) == word


def test_count_words() -> None:
    """Marks are no words; a date is one."""
    assert count_words("Per 1 januari 2027, zo’n (grote) stap.") == 5


AWKWARD = (
    *("artikel", "Art.", "(artikel", "2.18,", "tweede", "lid", "onder", "b", "€", "€1.250,-"),
    *("miljoen", "12", "1", "januari", "2027", "%", "5%", "3e", "d.w.z.", "nr.", "(nr.", "hulp"),
    *(CELL, ATOM, "\n", "\u00a0", "€ 3", "٣", "²", ",", ".", "-", "maart", "a-b", "", "zo'n"),
)


@cheap
@given(st.lists(st.tuples(st.sampled_from(AWKWARD), st.sampled_from((" ", "", "  ", "\t")))))
def test_quick_way(parts: list[tuple[str, str]]) -> None:
    """Looking up what stands between two spaces gives what the rule itself gives."""
    text = "".join(itertools.chain.from_iterable(parts))

    assert token_spans(text) == plain_spans(text)
