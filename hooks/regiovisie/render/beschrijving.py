"""One line in Dutch that says what changed: "‘licht’ vervangen door ‘thuis’".

The list of these lines is a full alternative for the marked text.
"""

from __future__ import annotations

from collections.abc import Sequence

from regiovisie.diff.compare import Entry
from regiovisie.diff.history import PlacedBlock
from regiovisie.herkomst.plekken import CELL_BORDER, Plek
from regiovisie.model import Kind

_SINGULAR: dict[Kind, str] = {
    "heading": "kop",
    "paragraph": "alinea",
    "item": "punt in een lijst",
    "row": "rij in de tabel",
    "term": "begrip",
    "definition": "omschrijving",
    "footnote": "voetnoot",
    "figure": "afbeelding",
    "code": "codeblok",
    "rule": "scheidingslijn",
}
_NEUTER: frozenset[Kind] = frozenset(("item", "term", "code"))
_ATOMS = {
    "footnote-ref": "Verwijzing naar een voetnoot",
    "img": "Afbeelding",
    "br": "Regeleinde",
}
_LONGEST = 90


def beschrijving(plek: Plek) -> str:
    """What changed in one place."""
    name = _SINGULAR[plek.entry.placed.block.kind]
    match plek.soort:
        case "verplaatst":
            return f"{name.capitalize()} verplaatst {_vanwaar(plek.entry)}"
        case "gesplitst":
            return f"{name.capitalize()} gesplitst"
        case "samengevoegd":
            return f"{name.capitalize()} samengevoegd met een andere"
        case "koppeling" | "opmaak":
            return plek.toelichting.removesuffix(".")
    return _words(plek, name)


def _words(plek: Plek, name: str) -> str:
    was, wordt = shortened(plek.was), shortened(plek.wordt)
    status = plek.entry.status
    if plek.entry.placed.block.kind == "row" and status in ("nieuw", "hersteld", "vervallen"):
        was, wordt = _first_cell(plek.was), _first_cell(plek.wordt)
    if not plek.was and not plek.wordt:
        return _wordless(plek)
    if status == "nieuw":
        new = "Nieuw" if plek.entry.placed.block.kind in _NEUTER else "Nieuwe"
        return f"{new} {name}: ‘{wordt}’"
    if status == "hersteld":
        return f"{name.capitalize()} teruggekomen, die eerder was vervallen: ‘{wordt}’"
    if status == "vervallen":
        return f"{name.capitalize()} vervallen: ‘{was}’"
    if was and wordt:
        return f"‘{was}’ vervangen door ‘{wordt}’"
    return f"‘{wordt}’ toegevoegd" if wordt else f"‘{was}’ vervallen"


def _first_cell(words: str) -> str:
    """What a row of a table is about."""
    return shortened(words.partition(CELL_BORDER)[0])


def _wordless(plek: Plek) -> str:
    """A change in a thing without words: a footnote mark, an image, a line break."""
    ops = (plek.entry.binnen or plek.entry.ops)[plek.first : plek.last]
    sides = [(op.sign, op.old or op.new) for op in ops]
    tags = {
        mark.tag
        for _, side in sides
        if side
        for mark in side.placed.block.marks
        if side.start <= mark.start < side.end
    }
    what = next((name for tag, name in _ATOMS.items() if tag in tags), "Leesteken of teken")
    signs = {sign for sign, _ in sides}
    verb = {"+": "toegevoegd", "-": "vervallen"}.get("".join(signs), "gewijzigd")
    return f"{what} {verb}"


def beschrijving_van_groep(plekken: Sequence[Plek]) -> str:
    """What changed in several blocks that came, went or moved together."""
    if len(plekken) == 1:
        return beschrijving(plekken[0])
    first = plekken[0].entry
    what = _group_name(first, len(plekken))
    if plekken[0].soort == "verplaatst":
        return f"{what} verplaatst {_vanwaar(first)}"
    verb = {"nieuw": "toegevoegd", "hersteld": "teruggekomen"}.get(first.status, "vervallen")
    return f"{what} {verb}"


def _group_name(first: Entry, count: int) -> str:
    block = first.placed.block
    words = shortened(block.words, 60)
    if block.kind == "heading":
        return f"{'Onderdeel' if block.tag == 'h1' else 'Paragraaf'} ‘{words}’"
    return f"{count} blokken, vanaf ‘{words}’,"


def _vanwaar(entry: Entry) -> str:
    if entry.new and entry.new.onderdeel.slug == entry.old[0].onderdeel.slug:
        return f"binnen {plaatsnaam(entry.new)}"
    return f"vanuit {herkomst_van(entry)}"


def herkomst_van(entry: Entry) -> str:
    """Where a moved block stood."""
    return plaatsnaam(entry.old[0])


def plaatsnaam(placed: PlacedBlock) -> str:
    """The place of a block for a reader: the onderdeel with its number."""
    onderdeel = placed.onderdeel
    return f"‘{onderdeel.nummer} {onderdeel.titel}’" if onderdeel.nummer else f"‘{onderdeel.titel}’"


def shortened(text: str, longest: int = _LONGEST) -> str:
    """The text, cut at a word when it is long."""
    if len(text) <= longest:
        return text
    cut = text[:longest].rsplit(" ", 1)[0].rstrip(",;:.")
    return f"{cut} …"
