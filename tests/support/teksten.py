"""Texts of a few blocks for Hypothesis, in which words repeat, move and come back."""

from __future__ import annotations

from hypothesis import Phase, settings
from hypothesis import strategies as st

from regiovisie.registers import Wijziging

from tests.support.stappen import wijziging

few = settings(
    max_examples=40,
    # Making a failing history smaller takes minutes; as it was found it tells enough.
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
"""How often a property is tried that needs whole texts to be compared."""

WORDS = ["de", "hulp", "is", "nabij", "en", "thuis", "raad", "kinderen,", "wachten.", "2027"]

sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
headings = st.sampled_from(["## Een", "## Twee", "## Drie"])
items = st.lists(sentences, min_size=1, max_size=3).map(
    lambda texts: "\n".join(f"- {text}" for text in texts)
)
rows = st.lists(st.tuples(sentences, sentences), min_size=1, max_size=3).map(
    lambda cells: "| a | b |\n|---|---|\n" + "\n".join(f"| {x} | {y} |" for x, y in cells)
)
blocks = st.one_of(sentences, sentences, sentences, headings, items, rows)
texts = st.lists(blocks, min_size=1, max_size=6).map(lambda parts: "\n\n".join(["# Tekst", *parts]))
"""The Markdown of one onderdeel."""


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    """The text after a few edits: words and blocks that go, come, move, split or join."""
    parts = text.split("\n\n")
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(1, len(parts))) if len(parts) > 1 else 1
        kind = draw(st.sampled_from(["new", "drop", "move", "word", "join", "split"]))
        if kind == "new" or at >= len(parts):
            parts.insert(at, draw(blocks))
        elif kind == "drop":
            del parts[at]
        elif kind == "move":
            part = parts.pop(at)
            parts.insert(draw(st.integers(1, max(1, len(parts)))), part)
        elif kind == "join" and at > 1:
            parts[at - 1 : at + 1] = [f"{parts[at - 1]} {parts[at]}"]
        elif kind == "split":
            parts[at : at + 1] = [p for p in parts[at].partition(". ") if p.strip(" .")]
        else:
            old, new = draw(st.sampled_from(WORDS)), draw(sentences)
            parts[at] = parts[at].replace(old, new, 1)
    return "\n\n".join(parts)


@st.composite
def histories(draw: st.DrawFn, *, versions: int = 2) -> list[str]:
    """A text in some versions, each edited from the one before."""
    chain = [draw(texts)]
    while len(chain) < versions:
        chain.append(draw(edited(chain[-1])))
    return chain


@st.composite
def registers(draw: st.DrawFn) -> list[Wijziging]:
    """Some wijzigingen; their quotes may or may not lead somewhere."""
    quotes = st.none() | sentences
    return [
        wijziging(f"W-{number:03}", was=draw(quotes), wordt=draw(quotes), overal="ja")
        for number in range(1, draw(st.integers(1, 4)))
    ]
