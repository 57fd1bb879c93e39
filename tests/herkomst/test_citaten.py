"""A quote is found on visible words, at word boundaries, whatever the typography."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiovisie.herkomst.citaten import find_citaat
from regiovisie.model import ATOM, CELL
from regiovisie.text.blocks import parse_blocks
from regiovisie.text.tokens import token_spans


def found(citaat: str, text: str) -> list[str]:
    """The passages of the text that the quote fits."""
    return [text[start:end] for start, end in find_citaat(citaat, text)]


@pytest.mark.parametrize(
    ("citaat", "text", "passages"),
    [
        ("zo thuis mogelijk", "Hulp is zo thuis mogelijk.", ["zo thuis mogelijk"]),
        ("zo  thuis\n mogelijk", "Hulp is zo thuis mogelijk.", ["zo thuis mogelijk"]),
        ("de hulp", "de hulp, de hulp", ["de hulp", "de hulp"]),
        ("nabij nabij", "nabij nabij nabij", ["nabij nabij", "nabij nabij"]),
        ("Hulp is nabij.", "Hulp is nabij.", ["Hulp is nabij."]),
        ("hulp", "Hulp is nabij.", []),
        ("nergens", "Hulp is nabij.", []),
        ("", "Hulp is nabij.", []),
        (" \n", "Hulp is nabij.", []),
        ("Hulp", "", []),
    ],
)
def test_words_are_found_where_they_stand(citaat: str, text: str, passages: list[str]) -> None:
    """White space is folded, capitals count, occurrences may overlap."""
    assert found(citaat, text) == passages


@pytest.mark.parametrize("quotes", ["‘’", "''", "`´", "’’"])
def test_single_quote_marks_are_one(quotes: str) -> None:
    """Word and Markdown write apostrophes differently; a reader sees the same."""
    assert found(f"{quotes[0]}thuis{quotes[1]}", "dus ‘thuis’ dus") == ["‘thuis’"]


@pytest.mark.parametrize("quotes", ["“”", '""', "„”", "«»"])
def test_double_quote_marks_are_one(quotes: str) -> None:
    """The same for double ones."""
    assert found(f"{quotes[0]}thuis{quotes[1]}", "dus “thuis” dus") == ["“thuis”"]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\t", "  "])
def test_every_space_is_a_space(space: str) -> None:
    """A hard or narrow space in the quote or in the text makes no difference."""
    assert found(f"€{space}100", "kost € 100 extra") == ["€ 100"]
    assert found("€ 100", f"kost €{space}100 extra") == [f"€{space}100"]


def test_accents_count_once_however_they_are_written() -> None:
    """A letter with a separate accent is the letter with its accent."""
    assert found("coo\u0308rdinatie", "de coördinatie blijft") == ["coördinatie"]
    assert found("coordinatie", "de coördinatie blijft") == []


@pytest.mark.parametrize(
    ("citaat", "text"),
    [("de", "het model deed"), ("thuis", "verthuisd"), ("10", "100 plaatsen"), ("é", "café's")],
)
def test_part_of_a_word_is_no_occurrence(citaat: str, text: str) -> None:
    """A quote begins and ends where a word does."""
    assert found(citaat, text) == []


def test_search_goes_on_after_part_of_a_word() -> None:
    """An occurrence inside a word does not hide a real one behind it."""
    assert found("de", "model de deel") == ["de"]


def test_punctuation_may_stand_at_an_edge() -> None:
    """A quote may end in the middle of punctuation, or begin with it."""
    assert found("thuis", "(thuis)") == ["thuis"]
    assert found(", en thuis", "school, en thuis.") == [", en thuis"]


def test_footnote_marks_are_skipped() -> None:
    """A footnote mark is no word; it may stand inside a quote or behind it."""
    (text,) = (b.text for b in parse_blocks("Hulp[^1] is nabij.\n\n[^1]: Zie W.")[:1])

    assert ATOM in text
    assert found("Hulp is nabij", text) == [f"Hulp{ATOM} is nabij"]
    assert found("Hulp", text) == ["Hulp"]


def test_markup_is_skipped() -> None:
    """The quote is visible words; the text may set some of them apart."""
    (block,) = parse_blocks("Hulp is *zo thuis*\nmogelijk, zie [de bijlage](01-a.md).")

    assert found("zo thuis mogelijk, zie de bijlage", block.text) == [
        "zo thuis mogelijk, zie de bijlage"
    ]


def test_cells_are_words_apart() -> None:
    """A quote may be one cell, or run over neighbouring cells of a row."""
    *_, row = parse_blocks("| doel | norm |\n|---|---|\n| rust | tien dagen |")

    assert row.text == f"{CELL}rust{CELL}tien dagen"
    assert found("rust", row.text) == ["rust"]
    assert found("rust tien", row.text) == [f"rust{CELL}tien"]
    assert found("rusttien", row.text) == []


def test_a_line_break_in_a_cell_parts_two_words() -> None:
    """`<br>` is how a table cell gets two lines; the words before and behind it can be quoted."""
    *_, row = parse_blocks("| doel |\n|---|\n| rust thuis<br>zorg dichtbij |")

    assert found("rust thuis", row.text) == ["rust thuis"]


@given(st.data())
def test_any_run_of_words_is_found(data: st.DataObject) -> None:
    """Whatever whole words an editor takes over, they are found where they were taken."""
    alphabet = "ab é1.,-'’“” \u00a0" + CELL + ATOM
    text = data.draw(st.text(alphabet, min_size=1, max_size=40).filter(_is_usual))
    spans = token_spans(text)
    first = data.draw(st.integers(0, len(spans) - 1))
    last = data.draw(st.integers(first, len(spans) - 1))
    start, end = spans[first][0], spans[last][1]
    citaat = text[start:end].replace(CELL, " ").replace(ATOM, "")
    if not citaat.strip():
        return

    fits = list(find_citaat(citaat, text))

    assert fits
    assert all(text[a:b].strip(ATOM + CELL) for a, b in fits)


def _is_usual(text: str) -> bool:
    """Whether there are words, and no footnote mark inside one."""
    return bool(token_spans(text)) and re.search(rf"\w{ATOM}+\w", text) is None
