"""From Markdown to blocks: words in the text, all markup beside it."""

from __future__ import annotations

import pytest
from hypothesis import given

from regiovisie.model import ATOM, CELL, Block
from regiovisie.text.blocks import parse_blocks, parse_onderdeel, parse_tekst

from tests.support.hypothesis import thorough
from tests.support.strategies import Document, documents, teksten


def shown(source: str) -> list[str]:
    """Each block as its kind, the containers round it, and its words."""
    return [
        f"{block.kind} {'>'.join(f.tag for f in block.path)}: {block.words}".replace(
            " :", ":"
        ).strip()
        for block in parse_blocks(source)
    ]


def one(source: str) -> Block:
    """The only block of a text."""
    (block,) = parse_blocks(source)
    return block


KINDS = {
    "# Visie\n\nHulp is nabij.": ["heading: Visie", "paragraph: Hulp is nabij."],
    "Visie\n=====": ["heading: Visie"],
    "* rust\n* ruimte": ["item ul>li: rust", "item ul>li: ruimte"],
    "1. rust\n2. ruimte": ["item ol>li: rust", "item ol>li: ruimte"],
    "* gezin\n    * rust\n* school": [
        "item ul>li: gezin",
        "item ul>li>ul>li: rust",
        "item ul>li: school",
    ],
    "1. Rust.\n\n    Daarna meer.\n\n2. Tijd.": [
        "item ol>li: Rust.",
        "paragraph ol>li: Daarna meer.",
        "item ol>li: Tijd.",
    ],
    "| doel | 2026 |\n|---|---|\n| rust | ja |": [
        "row table>thead: doel 2026",
        "row table>tbody: rust ja",
    ],
    "Ouder\n:   Wie het gezag heeft.": ["term dl: Ouder", "definition dl>dd: Wie het gezag heeft."],
    "> Hulp is nabij.\n>\n> * rust": [
        "paragraph blockquote: Hulp is nabij.",
        "item blockquote>ul>li: rust",
    ],
    '!!! note "Let op"\n    De termijn is zes weken.': [
        "paragraph div: Let op",
        "paragraph div: De termijn is zes weken.",
    ],
    "Nabij.[^a]\n\n[^a]: Een half uur.": [
        "paragraph: Nabij.",
        "footnote section>ol>li: Een half uur.",
    ],
    "![Kaart](kaart.png)": ["figure:"],
    "```\naantal = 12\n```": ["code: aantal = 12"],
    "Boven.\n\n---\n\nOnder.": ["paragraph: Boven.", "rule:", "paragraph: Onder."],
    "<details><summary>Meer</summary><p>Uitleg.</p></details>": [
        "paragraph details: Meer",
        "paragraph details: Uitleg.",
    ],
    "<!-- een opmerking -->\n\nHulp.": ["paragraph: Hulp."],
    "": [],
    "   \n\n": [],
}
LABELS = {
    "## 3.2 Toegang": ("3.2", "Toegang", "toegang"),
    "## 3. Toegang": ("3.", "Toegang", "toegang"),
    "## B. Toegang": ("B.", "Toegang", "toegang"),
    "## 2026 wordt anders": ("", "2026 wordt anders", "2026-wordt-anders"),
    "## Toegang 3.2": ("", "Toegang 3.2", "toegang-3-2"),
    "## Artikel 2": ("", "Artikel 2", "artikel-2"),
}
MARKS = {
    "Hulp is *nabij*.": [("em", "nabij")],
    "Hulp is **zo *licht* mogelijk**.": [("strong", "zo licht mogelijk"), ("em", "licht")],
    "Zie [de lijst](09-begrippen.md).": [("a", "de lijst")],
    "Bel `112` nu.": [("code", "112")],
    "Nabij.[^1]\n\n[^1]: Noot.": [("footnote-ref", ATOM)],
    "Een ![kaart](k.png) erbij.": [("img", ATOM)],
    "De GGZ helpt.\n\n*[GGZ]: geestelijke gezondheidszorg": [("abbr", "GGZ")],
    "boven  \nonder": [("br", ATOM)],
    "| a |\n|---|": [("th", CELL + "a")],
}


@pytest.mark.parametrize(("source", "blocks"), KINDS.items())
def test_kinds(source: str, blocks: list[str]) -> None:
    """Every kind of Markdown gives the blocks that a reader sees."""
    assert shown(source) == blocks


@pytest.mark.parametrize(("source", "heading"), LABELS.items())
def test_typed_ordinals(source: str, heading: tuple[str, str, str]) -> None:
    """A number typed before a heading is no part of its words, nor of its address."""
    block = one(source)

    assert (block.label, block.text, block.slug) == heading


@pytest.mark.parametrize(("source", "marks"), MARKS.items())
def test_marks(source: str, marks: list[tuple[str, str]]) -> None:
    """Markup stands beside the words that it is over, outer before inner."""
    block = parse_blocks(source)[0]

    assert [(m.tag, block.text[m.start : m.end]) for m in block.marks] == marks


def test_attributes() -> None:
    """What means something to a reader is kept with the mark; the rest is not."""
    (link,) = one("[x](a.md){ title='Uitleg' data-x='1' }").marks
    (image,) = one("![Kaart](kaart.png)").marks

    assert (link.attr("href"), link.attr("title"), link.attr("data-x")) == ("a.md", "Uitleg", "")
    assert (image.attr("src"), image.attr("alt")) == ("kaart.png", "Kaart")


def test_cells() -> None:
    """Each cell opens with a cell character, an empty one too; alignment is a class."""
    header, row = parse_blocks("| a | b |\n|--:|---|\n| | x y |")

    assert row.text == f"{CELL}{CELL}x y"
    assert header.marks[0].attr("class") == "rechts"


def test_sections() -> None:
    """A block knows the headings above it, without the title."""
    source = "# V\n\nA.\n\n## Een\n\nB.\n\n### Twee\n\nC.\n\n## Drie\n\nD.[^1]\n\n[^1]: Noot."
    sections = {block.words: block.sections for block in parse_blocks(source)}

    assert sections == {
        "V": (),
        "A.": (),
        "Een": ("een",),
        "B.": ("een",),
        "Twee": ("een", "twee"),
        "C.": ("een", "twee"),
        "Drie": ("drie",),
        "D.": ("drie",),
        "Noot.": (),
    }


def test_same_heading_twice() -> None:
    """Two headings with the same words have two addresses."""
    slugs = [block.slug for block in parse_blocks("## Inleiding\n\n## Inleiding")]

    assert len(set(slugs)) == 2


def test_containers_are_told_apart() -> None:
    """Blocks share a frame when they stand in one list, and only then."""
    a, b, _, c = parse_blocks("* a\n* b\n\nTussen.\n\n* c")

    assert a.path[0] == b.path[0] != c.path[0]
    assert a.path[1] != b.path[1]


def test_characters_of_ours() -> None:
    """A writer who types our structure characters types white space."""
    assert one(f"nabij{CELL}en{ATOM}ver").text == "nabij en ver"


def test_normal_form() -> None:
    """Text is in normal form C, without a byte order mark."""
    assert one("\ufeffCoo\u0308rdinatie").text == "Co\u00f6rdinatie"


def test_onderdeel() -> None:
    """The title is the first heading; without one the address stands in for it."""
    onderdeel = parse_onderdeel("04-uitgangspunten.md", "# Onze uitgangspunten\n\nHulp.")

    assert (onderdeel.nummer, onderdeel.slug) == ("4", "uitgangspunten")
    assert onderdeel.titel == "Onze uitgangspunten"
    assert parse_onderdeel("04-geld.md", "Tekst.").titel == "geld"


def test_tekst() -> None:
    """A text has its onderdelen in the order of its files."""
    tekst = parse_tekst("v1", [("01-a.md", "Een."), ("02-b.md", "Twee.\n\nDrie.")])

    assert [(o.slug, b.words) for o, b in tekst.placed_blocks()] == [
        ("a", "Een."),
        ("b", "Twee."),
        ("b", "Drie."),
    ]
    assert tekst.onderdeel("b") is tekst.onderdelen[1]
    assert tekst.onderdeel("c") is None


@thorough
@given(documents)
def test_invariants(document: Document) -> None:
    """Every block of every text keeps to what its docstring promises."""
    for tekst in teksten((document,)):
        for _, block in tekst.placed_blocks():
            assert block.text
            if block.kind != "code":
                assert block.text == " ".join(block.text.split(" "))
                assert block.text == block.text.strip(" \n")
            ends: list[int] = []
            for mark in block.marks:
                assert 0 <= mark.start < mark.end <= len(block.text)
                while ends and ends[-1] <= mark.start:
                    ends.pop()
                assert not ends or mark.end <= ends[-1]
                ends.append(mark.end)
            assert bool(block.slug) <= (block.kind == "heading")
