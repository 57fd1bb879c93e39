"""Texts as people write and change them, for properties that must hold for any two.

A text is one to three files; a file is a title and some blocks. The second text of a pair is the
first after a few edits, or another text altogether.
"""

from __future__ import annotations

from hypothesis import strategies as st

Files = tuple[tuple[str, str], ...]

_VOCABULARY = """
hulp zo licht thuis mogelijk het gezin de en van in een plan kind nabij niet raad zorg wij samen
jeugdige eerst daarna (voorbeeld) hulp, plan. €&nbsp;12,50 zo’n 2027 wet-
"""
_WORDS = st.sampled_from(_VOCABULARY.split())
_SENTENCE = st.lists(_WORDS, min_size=1, max_size=9).map(" ".join)


@st.composite
def _paragraph(draw: st.DrawFn) -> str:
    before, middle, after = draw(_SENTENCE), draw(_SENTENCE), draw(_SENTENCE)
    shape = draw(
        st.sampled_from(
            (
                "{a} {b} {c}",
                "{a} *{b}* {c}",
                "{a} [{b}](02-plan.md#nabij) {c}",
                "{a} ![{b}](kaart.svg) {c}",
                "{a} [**{b}** {c}](https://example.org/x)",
                "{a}[^n] {c}\n\n[^n]: {b}",
            )
        )
    )
    return shape.format(a=before, b=middle, c=after)


def _list(items: list[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _table(rows: list[tuple[str, str]]) -> str:
    head, *rest = [f"| {a} | {b} |" for a, b in rows]
    return "\n".join([head, "| --- | --- |", *rest])


_BLOCK = st.one_of(
    _paragraph(),
    _SENTENCE,
    _SENTENCE.map(lambda words: f"## {words}"),
    _SENTENCE.map(lambda words: f"> {words}"),
    _SENTENCE.map(lambda words: f"```\n{words}\n```"),
    st.just("---"),
    st.lists(_SENTENCE, min_size=1, max_size=3).map(_list),
    st.lists(st.tuples(_SENTENCE, _SENTENCE), min_size=2, max_size=3).map(_table),
)
Blocks = list[list[str]]
_TEXT: st.SearchStrategy[Blocks] = st.lists(
    st.lists(_BLOCK, min_size=1, max_size=5), min_size=1, max_size=3
)


@st.composite
def _edited(draw: st.DrawFn, text: Blocks) -> Blocks:
    """The text after up to four edits: words replaced, blocks that came, went, moved, split."""
    files = [list(blocks) for blocks in text]
    for _ in range(draw(st.integers(0, 4))):
        blocks = draw(st.sampled_from(files))
        at = draw(st.integers(0, max(0, len(blocks) - 1)))
        match draw(st.sampled_from(("came", "went", "moved", "split", "word"))):
            case "came":
                blocks.insert(at, draw(_BLOCK))
            case "went" if blocks:
                blocks.pop(at)
            case "moved" if blocks:
                draw(st.sampled_from(files)).append(blocks.pop(at))
            case "split" if blocks:
                blocks[at] = blocks[at].replace(" en ", "\n\n", 1)
            case "word" if blocks:
                blocks[at] = blocks[at].replace("hulp", draw(_WORDS), 1)
    return files


def _files(text: Blocks) -> Files:
    names = ("01-inleiding.md", "02-plan.md", "03-slot.md")
    titles = ("Inleiding", "Plan", "Slot")
    return tuple(
        (name, "\n\n".join((f"# {title}", *blocks)) + "\n")
        for name, title, blocks in zip(names, titles, text, strict=False)
    )


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Files, Files]:
    """Two texts, as file names with Markdown."""
    old = draw(_TEXT)
    new = draw(st.one_of(_edited(old), _TEXT))
    return _files(old), _files(new)
