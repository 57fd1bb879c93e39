"""The verb `import-zienswijzen`: an overview of reactions becomes one file per submission.

    two rows of Voorbeeldraad Assen   →   docs/zienswijzen/zw-24.md with ZW-24.1 and ZW-24.2

Rows that cannot be placed are told with their number, and no name of a person is taken over:
who submitted must be known in docs/indieners first.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from regiovisie.errors import Problem, RegiovisieError
from regiovisie.privacy.patronen import vondsten
from regiovisie.redactie.freeze import copy_of
from regiovisie.redactie.overzicht import Regel, lees_overzicht, uitkomst_van
from regiovisie.redactie.staging import replace_folder
from regiovisie.registers import Project, load_project
from regiovisie.registers.datum import DatumError, parse_datum
from regiovisie.registers.schema import Ronde
from regiovisie.registers.writing import yaml_text
from regiovisie.render.views.basis import aantal
from regiovisie.text.blocks import parse_tekst
from regiovisie.text.slug import slugify

FOLDER = "docs/zienswijzen"
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_NUMBERED = re.compile(r"(?P<brief>.+)\.\d+")
_BODY = "Schrijf hier in gewone taal wat er in deze reactie staat."
_FILLED_DOWN = ("indiener", "datum")
"""What a row without it has from the row above."""


@dataclass(frozen=True, slots=True)
class Vraag:
    """What an editor says of the overview as a whole."""

    ronde: str
    soort: str = "zienswijze"
    ontvangen: str = ""
    """The date of rows without one."""
    bron: str | None = None
    voorbeeld: bool = False
    kolommen: Mapping[str, str] = field(default_factory=dict)
    """Our name of a column → its head in the file."""
    indieners: Mapping[str, str] = field(default_factory=dict)
    """A name in the file → slug of the indiener."""


@dataclass
class _Brief:
    """One submission and its rows."""

    indiener: str
    ontvangen: str
    punten: list[dict[str, object]] = field(default_factory=list)


def importeer_zienswijzen(
    project: Path, bestand: Path, vraag: Vraag, *, dry_run: bool = False
) -> str:
    """Draft the submissions of an overview; the report as text.

    Raises RegiovisieError when the file cannot be read or the ronde is not known; then
    nothing has changed.
    """
    loaded = load_project(project)
    ronde = _ronde(loaded, vraag.ronde)
    lezing = _Lezing(loaded, ronde, vraag)
    brieven = lezing.brieven(lees_overzicht(bestand, vraag.kolommen))
    with copy_of(project) as trial:
        files = list(_write(trial, loaded, ronde, vraag, brieven))
        problems = [p for p in load_project(trial).problems if p.file in files]
        if files and not dry_run:
            replace_folder(trial / FOLDER, project / FOLDER)
    punten = sum(len(brief.punten) for brief in brieven)
    report = ["Proef: er is niets veranderd."] if dry_run else []
    report.append(
        f"{aantal(len(brieven), 'zienswijze', 'zienswijzen')} met "
        f"{aantal(punten, 'punt', 'punten')}: {', '.join(files) or 'geen bestanden'}."
    )
    if lezing.mislukt:
        report += ["Niet gelezen:", *(f"  - {line}" for line in lezing.mislukt)]
    if lezing.let_op:
        report += ["Let op:", *(f"  - {line}" for line in lezing.let_op)]
    report += [f"Nog te verbeteren in {p.file}: {p.entry} {p.wat}" for p in problems]
    return "\n".join(report)


def _ronde(project: Project, name: str) -> Ronde:
    found = next((ronde for ronde in project.regio.rondes if ronde.id == name), None)
    if found is None:
        known = ", ".join(ronde.id for ronde in project.regio.rondes) or "geen"
        wat = f"De ronde {name} is er niet."
        raise RegiovisieError([Problem("mkdocs.yml", "", "rondes", wat, f"Kies uit: {known}.")])
    return found


# --- rows


class _Lezing:
    """One reading of an overview: what was understood, and what was not."""

    def __init__(self, project: Project, ronde: Ronde, vraag: Vraag) -> None:
        self.project, self.ronde, self.vraag = project, ronde, vraag
        self.mislukt: list[str] = []
        self.let_op: list[str] = []
        self.names = _names(project) | {slugify(n): s for n, s in vraag.indieners.items()}
        self.onderdelen = _onderdelen(project, ronde.versie)

    def brieven(self, regels: Sequence[Regel]) -> list[_Brief]:
        """The submissions, in order of their first row."""
        found: dict[tuple[str, str, str], _Brief] = {}
        for regel in _filled_down(regels):
            if (key := self._key(regel)) is None or (punt := self._punt(regel)) is None:
                continue
            brief = found.setdefault(key, _Brief(key[0], key[1]))
            brief.punten.append(punt)
        return list(found.values())

    def _key(self, regel: Regel) -> tuple[str, str, str] | None:
        """Whose submission a row is of, from when, and by which number where it has two."""
        indiener = self.names.get(slugify(regel["indiener"]), "")
        if not indiener:
            self._fail(regel, self._unknown(regel["indiener"]))
            return None
        ontvangen = self._datum(regel)
        if not ontvangen:
            return None
        same = [
            z.id
            for z in self.project.zienswijzen
            if (z.ronde, z.indieners) == (self.ronde.id, (indiener,))
            and str(z.ontvangen) == str(parse_datum(ontvangen))
        ]
        if same:
            self._fail(regel, f"deze reactie is er al: {same[0]}")
            return None
        numbered = _NUMBERED.fullmatch(regel["nr"])
        return indiener, ontvangen, numbered["brief"] if numbered else ""

    def _unknown(self, name: str) -> str:
        if not name:
            return "er staat geen indiener"
        near = difflib.get_close_matches(slugify(name), self.names, n=1)
        hint = f"; bedoelt u {self.names[near[0]]}?" if near else ""
        return (
            f"de indiener is niet bekend{hint} Maak eerst een bestand in docs/indieners, "
            "of zeg wie het is met --indiener NAAM=SLUG"
        )

    def _datum(self, regel: Regel) -> str:
        words = regel["datum"] or self.vraag.ontvangen
        if match := _DAY_FIRST.fullmatch(words):
            words = f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
        try:
            parse_datum(words)
        except DatumError as error:
            self._fail(regel, error.wat if words else "er is geen datum; geef --ontvangen")
            return ""
        return words

    def _punt(self, regel: Regel) -> dict[str, object] | None:
        uitkomst = uitkomst_van(regel["uitkomst"])
        runs = self.ronde.status == "loopt"
        if not regel["samenvatting"]:
            self._fail(regel, "er staat geen samenvatting")
            return None
        if uitkomst in (None, "open") and not runs:
            said = f"“{regel['uitkomst']}”" if regel["uitkomst"] else "niets"
            self._fail(regel, f"bij de uitkomst staat {said}; de ronde is gesloten")
            return None
        if uitkomst is None:
            self.let_op.append(f"{regel.waar}: uitkomst “{regel['uitkomst']}” is open geworden")
        self._look_for_persons(regel)
        tekst = regel["samenvatting"]
        if regel["voorstel"]:
            tekst += f"\nVoorstel voor de tekst: {regel['voorstel']}"
        punt: dict[str, object] = {"id": ""}
        if plaats := self._plaats(regel):
            punt["plaats"] = plaats
        punt |= {"tekst": tekst, "uitkomst": uitkomst or "open"}
        return punt | ({"reactie": regel["reactie"]} if regel["reactie"] else {})

    def _plaats(self, regel: Regel) -> str:
        words = regel["onderdeel"]
        plain = slugify(words)
        number = re.match(r"\D*(\d+)", words)
        found = self.onderdelen.get(plain) or self.onderdelen.get(number[1] if number else "")
        if words and not found:
            self.let_op.append(f"{regel.waar}: onderdeel “{words}” is niet gevonden")
        return found or ""

    def _look_for_persons(self, regel: Regel) -> None:
        for kolom in ("samenvatting", "voorstel", "reactie"):
            for soort in _persons_in(regel[kolom]):
                self.let_op.append(f"{regel.waar}, {kolom}: misschien een {soort}; lees het na")

    def _fail(self, regel: Regel, why: str) -> None:
        self.mislukt.append(f"{regel.waar}: {why}.")


def _filled_down(regels: Sequence[Regel]) -> Iterator[Regel]:
    """Rows with what a person writes only once, above the rows that it is of."""
    above: dict[str, str] = {}
    for regel in regels:
        if regel["indiener"]:
            above = {}
        filled = {kolom: regel[kolom] or above.get(kolom, "") for kolom in _FILLED_DOWN}
        above = filled
        yield Regel(regel.waar, {**regel.waarden, **filled})


def _names(project: Project) -> dict[str, str]:
    """What an indiener may be called → its slug; names of two are left out."""
    found: dict[str, set[str]] = {}
    gemeenten = {gemeente.slug: gemeente.naam for gemeente in project.gemeenten}
    for indiener in project.indieners:
        names = {indiener.slug, slugify(indiener.naam)}
        if indiener.gemeente and indiener.soort in ("gemeenteraad", "college"):
            gemeente = slugify(gemeenten.get(indiener.gemeente, indiener.gemeente))
            bodies = ("raad", "gemeenteraad") if indiener.soort == "gemeenteraad" else ("college",)
            names |= {gemeente, f"gemeente-{gemeente}"}
            names |= {f"{body}-{of}{gemeente}" for body in bodies for of in ("", "van-")}
        for name in names - {""}:
            found.setdefault(name, set()).add(indiener.slug)
    return {name: slugs.pop() for name, slugs in found.items() if len(slugs) == 1}


def _onderdelen(project: Project, versie: str) -> dict[str, str]:
    """Title, slug and number of each onderdeel of a version → its slug."""
    found: dict[str, str] = {}
    for bron in (v.tekst for v in project.versies if v.id == versie):
        for onderdeel in parse_tekst(versie, bron.bestanden).onderdelen:
            for name in (onderdeel.slug, slugify(onderdeel.titel), onderdeel.nummer):
                found.setdefault(name, onderdeel.slug)
    found.pop("", None)
    return found


def _persons_in(text: str) -> Iterator[str]:
    """The kind of each passage that may say who somebody is."""
    return (vondst.soort for vondst in vondsten(text))


# --- files


def _write(
    trial: Path, project: Project, ronde: Ronde, vraag: Vraag, brieven: Sequence[_Brief]
) -> Iterator[str]:
    """Write each submission under the next free id; the names of the files."""
    given = (re.fullmatch("ZW-([0-9]+)", name) for name in project.names.all("zienswijze"))
    number = max((int(match[1]) for match in given if match), default=0)
    for brief in brieven:
        number += 1
        name = f"ZW-{number:02}"
        record: dict[str, object] = {
            "id": name,
            "soort": vraag.soort,
            "indieners": [brief.indiener],
            "ronde": ronde.id,
            "versie": ronde.versie,
            "ontvangen": brief.ontvangen,
        }
        if vraag.voorbeeld:
            record["voorbeeld"] = True
        if vraag.bron:
            record["bron"] = vraag.bron
        record["punten"] = [
            {**punt, "id": f"{name}.{at}"} for at, punt in enumerate(brief.punten, 1)
        ]
        file = f"{FOLDER}/{name.lower()}.md"
        (trial / FOLDER).mkdir(parents=True, exist_ok=True)
        text = f"---\n{yaml_text(record)}---\n{_BODY}\n"
        (trial / file).write_text(text, encoding="utf-8", newline="\n")
        yield file
