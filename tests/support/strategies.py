"""What Hypothesis makes up: Dutch-like texts in Markdown, and how people edit them.

A text is a list of onderdelen, an onderdeel a list of pieces, a piece a kind with lines of
words::

    ("alinea", (("hulp", "is", "nabij"), ("ouders", "kiezen", "mee")))
    → "hulp is nabij. ouders kiezen mee."

An edit changes the pieces, so that what comes out is a text again.
"""

from __future__ import annotations

import itertools
from functools import lru_cache
from typing import Any

from hypothesis import strategies as st

from regiovisie.model import Onderdeel, Tekst
from regiovisie.text.blocks import parse_onderdeel

Line = tuple[str, ...]
Piece = tuple[str, tuple[Line, ...]]
Document = tuple[tuple[Piece, ...], ...]

FILES = ("01-inleiding.md", "02-uitgangspunten.md", "03-toegang.md")
COMMON = """
de het een en van in voor is met hulp jeugdige gemeente ouders school nabij passend regio kiezen
betalen samen tijdig wijk gezin buurt huisarts verwijst rechtstreeks kosten verblijf pleegzorg ieder
deel loket vraag week besluit termijn raad college inkoop aanbieder kwaliteit toezicht veilig thuis
"""
WORDS = [
    *COMMON.split(),
    "o.a.",
    "jeugd-ggz",
    "zo’n",
    "‘regie’",
    "12",
    "2026-2030",
    "€ 1.250,-",
    "1 januari 2027",
    "artikel 2.18, tweede lid,",
    "*nabij*",
    "**zo licht**",
    "[de lijst](09-begrippen.md)",
    "[de lijst](03-toegang.md#wijk)",
    "gezin,",
    "regio;",
    "Coo\u0308rdinatie",
    "![kaart](kaart.png)",
    "[^1]",
    "[^2]",
    "&amp;",
]
BOILERPLATE: tuple[Piece, ...] = (
    ("alinea", (("Vervallen",),)),
    ("alinea", (("Zie", "de", "begrippenlijst"),)),
    ("kop2", (("Inleiding",),)),
)
PROSE = ["alinea"] * 3
HEADINGS = ["kop1", "kop2", "kop3"]
OTHERS = ["lijst", "lijst2", "nummers", "tabel", "citaat", "begrip", "kader", "code", "streep"]
KINDS = [*PROSE, *HEADINGS, *OTHERS]

lines = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3),
    st.lists(st.sampled_from(WORDS), min_size=5, max_size=9),
).map(tuple)
sentences = st.lists(lines, min_size=1, max_size=2) | st.lists(lines, min_size=3, max_size=5)
pieces: st.SearchStrategy[Piece] = st.tuples(
    st.sampled_from(KINDS), sentences.map(tuple)
) | st.sampled_from(BOILERPLATE)
onderdelen = st.lists(pieces, max_size=2) | st.lists(pieces, min_size=4, max_size=9)
documents: st.SearchStrategy[Document] = st.lists(
    onderdelen.map(tuple), min_size=1, max_size=len(FILES)
).map(tuple)
tokens = st.lists(st.integers(1, 6), max_size=14)
"""Few different words, so that they repeat: the hard case for a comparer."""


def tekst(name: str, document: Document) -> Tekst:
    """A document as the version of that name."""
    return Tekst(name, tuple(map(_onderdeel, FILES, document)))


@lru_cache(maxsize=4096)
def _onderdeel(file: str, onderdeel: tuple[Piece, ...]) -> Onderdeel:
    return parse_onderdeel(file, markdown(onderdeel))


def teksten(chain: tuple[Document, ...]) -> list[Tekst]:
    """Documents as versions, oldest first."""
    return [tekst(f"v{number}", document) for number, document in enumerate(chain)]


def markdown(onderdeel: tuple[Piece, ...]) -> str:
    """The pieces as one Markdown file, with the notes that they may refer to."""
    body = "\n\n".join(_written(*piece) for piece in onderdeel)
    return body + "\n\n[^1]: Volgens de wet.\n[^2]: Binnen de regio.\n"


def _written(kind: str, content: tuple[Line, ...]) -> str:
    texts = [" ".join(line) for line in content]
    if kind.startswith("kop"):
        return "#" * int(kind[3:]) + " " + texts[0]
    if kind == "tabel":
        width = max(map(len, content))
        rows = [f"| {' | '.join((*line, *[''] * (width - len(line))))} |" for line in content]
        return "\n".join([rows[0], "|---" * width + "|", *rows[1:]])
    lists = {
        "lijst": "\n".join(f"* {s}" for s in texts),
        "lijst2": "\n".join(f"{' ' * 4 * (n % 2)}* {s}" for n, s in enumerate(texts)),
        "nummers": "\n".join(f"{n}. {s}" for n, s in enumerate(texts, 1)),
        "citaat": "\n".join(f"> {s}." for s in texts),
        "begrip": "\n\n".join(f"{s}\n:   {s}." for s in texts),
        "kader": "!!! note\n" + "\n".join(f"    {s}." for s in texts),
        "code": "```\n" + "\n".join(texts) + "\n```",
        "streep": "---",
    }
    return lists.get(kind) or " ".join(f"{s}." for s in texts)


def _piece_edit(draw: st.DrawFn, pages: list[list[Piece]]) -> None:
    """Insert, drop, copy or move a whole piece, within an onderdeel or to another."""
    source = draw(st.sampled_from(pages))
    target = draw(st.sampled_from(pages))
    what = draw(st.sampled_from(["move", "insert", "drop", "copy"]))
    piece = draw(pieces)
    if what != "insert" and source:
        index = draw(st.integers(0, len(source) - 1))
        piece = source[index]
        if what != "copy":
            source.pop(index)
    if what != "drop":
        target.insert(draw(st.integers(0, len(target))), piece)


def _line_edit(draw: st.DrawFn, pages: list[list[Piece]]) -> None:
    """Insert, drop or move a sentence, list item or row; split a piece or join two."""
    onderdeel = draw(st.sampled_from(pages))
    if not onderdeel:
        return
    index = draw(st.integers(0, len(onderdeel) - 1))
    kind, content = onderdeel[index]
    at = draw(st.integers(0, len(content)))
    what = draw(st.sampled_from(["split", "join", "insert", "drop", "rotate"]))
    if what == "insert":
        content = (*content[:at], draw(lines), *content[at:])
    elif what == "drop" and len(content) > 1:
        content = content[:at] + content[at + 1 :]
    elif what == "rotate":
        content = content[at:] + content[:at]
    elif what == "split" and 0 < at < len(content):
        onderdeel.insert(index + 1, (kind, content[at:]))
        content = content[:at]
    elif what == "join" and index + 1 < len(onderdeel):
        content += onderdeel.pop(index + 1)[1]
    onderdeel[index] = (kind, content)


def _word_edit(draw: st.DrawFn, pages: list[list[Piece]]) -> None:
    """Insert, drop or replace a word or a cell; or a whole column of a table."""
    onderdeel = draw(st.sampled_from(pages))
    if not onderdeel:
        return
    index = draw(st.integers(0, len(onderdeel) - 1))
    kind, content = onderdeel[index]
    at = draw(st.integers(0, 7))
    word = draw(st.sampled_from([(), *((word,) for word in WORDS)]))
    taken = draw(st.integers(0, 1))
    rows = range(len(content)) if kind == "tabel" else [draw(st.integers(0, len(content) - 1))]
    changed = list(content)
    for row in rows:
        changed[row] = (*content[row][:at], *word, *content[row][at + taken :]) or ("wijk",)
    onderdeel[index] = (kind, tuple(changed))


@st.composite
def edited(draw: st.DrawFn, document: Document) -> Document:
    """The document after a few of the edits that people make."""
    pages = [list(onderdeel) for onderdeel in document]
    for _ in range(draw(st.integers(2, 6))):
        edit: Any = draw(st.sampled_from([_piece_edit, _line_edit, _word_edit]))
        edit(draw, pages)
    return tuple(tuple(onderdeel) for onderdeel in pages)


@st.composite
def chains(draw: st.DrawFn, least: int = 2, most: int = 5) -> tuple[Document, ...]:
    """Versions of one text, oldest first; now and then one goes back to an earlier one."""
    chain = [draw(documents)]
    for _ in range(draw(st.integers(least, most)) - 1):
        back = draw(st.integers(0, 4)) == 0
        chain.append(draw(st.sampled_from(chain)) if back else draw(edited(chain[-1])))
    return tuple(chain)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Document, Document]:
    """Two texts: one edited into the other, or with nothing to do with each other."""
    document = draw(documents)
    return document, draw(edited(document) if draw(st.booleans()) else documents)


SENTENCES: tuple[Line, ...] = tuple(
    tuple(sentence.split())
    for sentence in (
        "hulp is nabij voor iedere jeugdige",
        "de huisarts verwijst rechtstreeks door",
        "ouders kiezen zelf mee",
        "gemeenten betalen ieder hun deel van de kosten",
        "het college besluit binnen acht weken na de vraag",
        "wij bellen dezelfde dag nog terug",
        "scholen melden zorgen bij één loket",
    )
)


@st.composite
def regroupings(draw: st.DrawFn) -> tuple[Document, ...]:
    """Versions that hold the same few sentences, shared out over paragraphs in other ways: splits,
    joins and moves, and now and then a new paragraph between them."""
    chain: list[Document] = []
    order = list(range(len(SENTENCES)))
    for _ in range(draw(st.integers(2, 4))):
        for _ in range(draw(st.integers(0, 2))):
            order.insert(draw(st.integers(0, len(order) - 1)), order.pop(draw(st.integers(0, 6))))
        cuts = [0, *sorted(draw(st.sets(st.integers(1, 6), max_size=5))), len(order)]
        paragraphs = [
            ("alinea", tuple(SENTENCES[number] for number in order[start:stop]))
            for start, stop in itertools.pairwise(cuts)
        ]
        if draw(st.booleans()):
            between = ("alinea", (("raden", "lezen", "dit", "in", *str(len(chain))),))
            paragraphs.insert(draw(st.integers(0, len(paragraphs))), between)
        half = draw(st.integers(0, len(paragraphs)))
        chain.append((tuple(paragraphs[:half]), tuple(paragraphs[half:])))
    return tuple(chain)
