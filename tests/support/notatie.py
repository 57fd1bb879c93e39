"""A comparison as text that a policy officer can read, for the golden cases.

::

    gewijzigd: Hulp is zo [-licht-] {+thuis+} mogelijk.
    opmaak: Hulp is nabij.
        ‘nabij’ staat nu cursief.

What each line means stands in tests/cases/vergelijken/LEESMIJ.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from regiovisie.diff.compare import Entry, Op, Slice
from regiovisie.diff.history import History, build_history
from regiovisie.diff.passes import readable
from regiovisie.diff.place import OnderdeelDiff, compare
from regiovisie.model import ATOM, CELL, Tekst
from regiovisie.text.blocks import parse_tekst

Bron = str | Mapping[str, str]
"""Markdown of one onderdeel, or of several by file name."""

_SIGNS = {"=": ("", ""), "-": ("[-", "-]"), "+": ("{+", "+}")}
_ATOMS = {"footnote-ref": "(noot)", "img": "(beeld)", "br": " (regel) ", "hr": "(streep)"}
UNCHANGED = "geen wijziging"


def read_teksten(bronnen: Sequence[Bron]) -> list[Tekst]:
    """Sources as versions, oldest first."""
    return [
        parse_tekst(
            f"v{number}", bron.items() if isinstance(bron, Mapping) else [("01-t.md", bron)]
        )
        for number, bron in enumerate(bronnen)
    ]


def read_history(bronnen: Sequence[Bron]) -> History:
    """Sources, oldest first, as a history."""
    return build_history(read_teksten(bronnen))


def written(diffs: Sequence[OnderdeelDiff]) -> str:
    """All blocks that did not stay the same, in reading order."""
    lines: list[str] = []
    for diff in diffs:
        shown = [line for entry in diff.entries for line in entry_lines(entry)]
        if shown and len(diffs) > 1:
            shown.insert(0, f"# {diff.onderdeel.slug}")
        lines += shown
    return "\n".join(lines) or UNCHANGED


def compared(bronnen: Sequence[Bron], van: int, naar: int) -> str:
    """Two of these sources compared, as text."""
    return written(compare(read_history(bronnen), van, naar))


def entry_lines(entry: Entry) -> Iterator[str]:
    """One entry: its words, and what there is to tell besides; nothing when it is unchanged."""
    if entry.status == "gelijk":
        return
    status: str = entry.status
    if entry.verplaatsing:
        status += " hierheen" if entry.new else " van hier"
    ops = readable(entry.binnen if entry.verplaatsing and entry.new else entry.ops)
    whole = entry.status in ("nieuw", "hersteld", "vervallen", "verplaatst")
    plain = whole and len({op.sign for op in ops}) == 1
    yield f"{status}: {_words(ops, plain=plain)}".rstrip()
    for melding in entry.meldingen:
        yield f"    {melding.tekst}"


def _words(ops: Sequence[Op], *, plain: bool) -> str:
    line = ""
    for op in ops:
        text = _text(op)
        opening, closing = ("", "") if plain else _SIGNS[op.sign]
        apart = text.startswith(" ") or (line.endswith("-]") and text[:1].isalnum())
        line += " " * apart + opening + text.strip() + closing
        line += " " * text.endswith(" ")
    # What went or came from two blocks in a row reads as one.
    return " ".join(line.replace("-] [-", " ").replace("+} {+", " ").split())


def _text(op: Op) -> str:
    """The words of an op; a space where either version has one before them."""
    spaced = any(s and s.text[:1].isspace() for s in (op.old, op.new))
    shown = op.new or op.old
    assert shown is not None
    return " " * spaced + "".join(
        _ATOMS.get(_tag(shown, index), "") if char == ATOM else char
        for index, char in enumerate(shown.text, shown.start)
    ).replace(CELL, " | ")


def _tag(shown: Slice, index: int) -> str:
    tags = (m.tag for m in shown.placed.block.marks if (m.start, m.end) == (index, index + 1))
    return next((tag for tag in tags if tag in _ATOMS), "")
