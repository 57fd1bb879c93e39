"""The blanks of a register of drafts: what changed and nobody said why, as comment.

    # --- Nog in te vullen (…) ---
    # Opmerking: Is dit wel zo?         what a reviewer said of it
    # - id: W-concept-7b1f
    #   was: licht
    # --- einde ---

They are made anew at every run; what reviewers said stays with its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_BEGIN = "# --- Nog in te vullen (gemaakt door herkomst; wordt steeds opnieuw gemaakt) ---"
_END = "# --- einde ---"
_BLANKS = re.compile(
    rf"\n*^{re.escape(_BEGIN)}$(?P<inside>.*?)^{re.escape(_END)}$\n?", re.MULTILINE | re.DOTALL
)
_SAID = "# Opmerking: "
_LOOSE = "# Opmerking bij woorden die er niet meer zo staan: "
_ID = re.compile(r"# - id: *[\"']?(?P<id>W-concept-[0-9a-z]+)")
_WORDS = re.compile(r"#   (?:was|wordt): *(?P<words>.*)")


@dataclass(frozen=True, slots=True)
class Opmerking:
    """What was said of a blank."""

    gezegd: str
    id: str = ""
    """The draft that it stood with; empty where its words were gone before."""
    woorden: tuple[str, ...] = ()
    """The quotes of that draft."""


def without_blanks(register: str) -> str:
    """A register as text, with only what a person or a cause put there."""
    return _BLANKS.sub("\n", register)


def opmerkingen(register: str) -> list[Opmerking]:
    """What stands with the blanks of a register, in order."""
    match = _BLANKS.search(register)
    found: list[Opmerking] = []
    said: list[str] = []
    name = ""
    words: tuple[str, ...] = ()
    for line in [*(match["inside"].splitlines() if match else ()), "# - id: W-concept-0"]:
        if line.startswith(_LOOSE):
            found.append(Opmerking(line.removeprefix(_LOOSE)))
        elif line.startswith(_SAID) or (begins := _ID.match(line)):
            if name:
                found += [Opmerking(remark, name, words) for remark in said]
                said, name, words = [], "", ()
            if line.startswith(_SAID):
                said.append(line.removeprefix(_SAID))
            elif begins:
                name = begins["id"]
        elif quoted := _WORDS.match(line):
            words = (*words, quoted["words"].strip("\"' "))
    return found


def blanks(entries: Mapping[str, str], said: Sequence[Opmerking], filled: str) -> str:
    """The blanks as text: id of a draft → its lines, with what was said of it before.

    What was said of a draft that ``filled`` holds, the register without blanks, is done with.
    Empty where nothing is open.
    """
    placed: dict[str, list[str]] = {}
    for remark in said:
        if not re.search(rf"\b{re.escape(remark.id)}\b", filled) or not remark.id:
            placed.setdefault(_home(remark, entries), []).append(remark.gezegd)
    lines = [f"{_LOOSE}{words}" for words in dict.fromkeys(placed.get("", ()))]
    for name, entry in entries.items():
        more = (f"{_SAID}{words}" for words in dict.fromkeys(placed.get(name, ())))
        lines += [*(line for line in more if line not in entry), entry]
    return "\n".join([_BEGIN, *lines, _END]) if lines else ""


def _home(remark: Opmerking, entries: Mapping[str, str]) -> str:
    """The blank that a remark belongs to now; empty where none holds its words."""
    if remark.id in entries:
        return remark.id
    return next(_holding(remark.woorden, entries), "")


def _holding(words: Sequence[str], entries: Mapping[str, str]) -> Iterator[str]:
    """The entries that quote all of these words."""
    for name, entry in entries.items():
        if words and all(one in entry for one in words):
            yield name
