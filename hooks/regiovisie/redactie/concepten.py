"""Draft wijzigingen and the numbers that they get when their version is frozen.

    - id: W-concept-7b1f        - id: W-059
      plaats: afspraken    ⇄      concept: W-concept-7b1f
                                  plaats: afspraken

The register is edited as text: comments, order and spelling stay as a person wrote them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from regiovisie.herkomst.ontwerp import Ontwerp
from regiovisie.redactie.openstaand import blanks, opmerkingen, without_blanks
from regiovisie.redactie.staging import replace_text
from regiovisie.registers import Project
from regiovisie.registers.names import Names
from regiovisie.registers.writing import inline_yaml_text, yaml_text

WIJZIGINGEN = "wijzigingen.yml"
EMPTY = "[]\n"
_DRAFT = re.compile(
    r"(?P<lead>^[ ]*(?:-[ ]+)?|[{,][ ]*)id: *(?P<quote>[\"']?)"
    r"(?P<id>W-concept-[0-9a-z]+)(?P=quote)",
    re.MULTILINE,
)
"""The id of a draft, on a line of its own or in an entry between braces."""
_HEAD = re.compile(r"(?:# yaml-language-server:.*\n)?")
"""The line that tells an editor's tool which keys there are."""
_FROZEN = re.compile(
    r"\bid: *[\"']?W-[0-9]+[\"']?(?:, *| *\n *)concept: *[\"']?(?P<id>W-concept-[0-9a-z]+)[\"']?"
)
_NUMBERED = re.compile(r"\bid: *[\"']?W-(?P<number>[0-9]+)[\"']?")


def numbered(register: str, project: Project) -> str:
    """The text of a register of drafts with the next free numbers for ids."""
    numbers = _free_numbers(project.names)

    def with_number(match: re.Match[str]) -> str:
        lead = match["lead"]
        between = ", " if lead[:1] in ("{", ",") else "\n" + " " * len(lead)
        return f"{lead}id: {next(numbers)}{between}concept: {match['id']}"

    return _DRAFT.sub(with_number, register)


def as_drafts(register: str) -> str:
    """The text of a frozen register with the ids that its entries had as drafts.

    An entry that never was a draft gets a draft's id made from its number.
    """
    drafts = _FROZEN.sub(lambda match: f"id: {match['id']}", register)
    return _NUMBERED.sub(lambda match: f"id: W-concept-{match['number']}", drafts)


def head_and_entries(register: str) -> tuple[str, str]:
    """The first line, where it is for an editor's tool, and the entries; "" for none."""
    head = _HEAD.match(register)
    assert head is not None  # it matches nothing too
    entries = register[head.end() :]
    return head[0], "" if entries.strip() == EMPTY.strip() else entries.strip("\n").rstrip()


def empty_drafts(path: Path) -> None:
    """Empty a register of drafts, at once or not at all."""
    before = path.read_text(encoding="utf-8-sig") if path.exists() else ""
    replace_text(path, head_and_entries(before)[0] + EMPTY)


def _free_numbers(names: Names) -> Iterator[str]:
    """``W-059``, ``W-060``, …: every id after the highest that was ever given."""
    given = [re.fullmatch(r"W-([0-9]+)", name) for name in names.all("wijziging")]
    highest = max((int(match[1]) for match in given if match), default=0)
    while True:
        highest += 1
        yield f"W-{highest:03}"


# --- drafts from git

_HERKOMST_OF = {"zienswijze": "zienswijze", "advies": "advies"}


def with_drafts(register: str, project: Project, drafts: Sequence[Ontwerp]) -> str:
    """The text of a register with drafts behind its entries, and open ones as comment.

    A draft of which the cause is a wijziging in the register becomes a further place of it.
    What reviewers said at open ones stays with its words.
    """
    head, text = head_and_entries(without_blanks(register))
    for draft in drafts:
        if _is_place(draft):
            text = _with_place(text, draft)
    known = [_remark(d) + _entry(d, project) for d in drafts if _is_known(d) and not _is_place(d)]
    entries: dict[str, str] = {}
    for draft in (d for d in drafts if not _is_known(d)):
        lines = _remark(draft) + _commented(_entry(draft, project))
        entries[draft.id] = "\n".join(filter(None, (entries.get(draft.id), lines)))
    parts = [part for part in (text, "\n".join(known)) if part]
    if open_drafts := blanks(entries, opmerkingen(register), "\n".join(parts)):
        parts.append(open_drafts)
    has_entries = bool(text or known)
    return head + "\n\n".join([*([] if has_entries else [EMPTY.strip()]), *parts]) + "\n"


def _is_known(draft: Ontwerp) -> bool:
    return draft.oorzaak is not None and draft.oorzaak.bekend


def _is_place(draft: Ontwerp) -> bool:
    return draft.oorzaak is not None and bool(draft.oorzaak.wijziging)


def _remark(draft: Ontwerp) -> str:
    """What was said of a change besides its cause, as a line of comment."""
    said = " ".join(draft.oorzaak.opmerking.split()) if draft.oorzaak else ""
    return f"# Opmerking: {said}\n" if said else ""


def _entry(draft: Ontwerp, project: Project) -> str:
    """One draft as an entry of the register."""
    cause = draft.oorzaak if _is_known(draft) else None
    keys: dict[str, object] = {"id": draft.id}
    if draft.wat != "tekst":
        keys["wat"] = draft.wat
    keys |= _place(draft)
    if cause is None:
        keys |= {"herkomst": None, "punten": []}
    elif cause.punten:
        keys |= {"herkomst": _soort(project, cause.punten), "punten": list(cause.punten)}
    else:
        keys["herkomst"] = cause.herkomst
    if cause and cause.toelichting:
        keys["toelichting"] = cause.toelichting
    if cause and _is_voorbeeld(project, cause.punten):
        keys["voorbeeld"] = True
    return yaml_text([keys]).rstrip()


def _place(draft: Ontwerp) -> dict[str, object]:
    keys = {
        "plaats": draft.plaats,
        "plaats_was": draft.plaats_was,
        "was": draft.was,
        "wordt": draft.wordt,
    }
    return {key: str(value) for key, value in keys.items() if value}


def _soort(project: Project, punten: Sequence[str]) -> str:
    parents = {punt.partition(".")[0] for punt in punten}
    soorten = (z.soort for z in project.zienswijzen if z.id in parents)
    return next((_HERKOMST_OF.get(soort, "inspraak") for soort in soorten), "zienswijze")


def _is_voorbeeld(project: Project, punten: Sequence[str]) -> bool:
    if not punten:
        return any(versie.voorbeeld for versie in project.versies[-1:])
    parents = {punt.partition(".")[0] for punt in punten}
    return any(z.voorbeeld for z in project.zienswijzen if z.id in parents)


def _commented(entry: str) -> str:
    return "\n".join(f"# {line}" for line in entry.splitlines())


def _with_place(register: str, draft: Ontwerp) -> str:
    """The register with one more place for the wijziging that a draft names."""
    assert draft.oorzaak is not None
    lines = register.split("\n")
    start = next(
        at
        for at, line in enumerate(lines)
        if re.search(rf"\bid: *[\"']?{draft.oorzaak.wijziging}\b", line)
    )
    stop = next(
        (at for at in range(start + 1, len(lines)) if lines[at].startswith("- ")), len(lines)
    )
    while not lines[stop - 1].strip() or lines[stop - 1].lstrip().startswith("#"):
        stop -= 1
    place = inline_yaml_text(_place(draft))
    has_list = any(line.startswith("  ook_op:") for line in lines[start:stop])
    added = [*([] if has_list else ["  ook_op:"]), f"    - {place}"]
    return "\n".join([*lines[:stop], *added, *lines[stop:]])
