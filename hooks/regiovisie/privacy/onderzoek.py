"""Look through everything that is published: texts, registers, file names and images."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from regiovisie.errors import Problem
from regiovisie.privacy.akkoorden import Afspraak, afspraken, overbodig
from regiovisie.privacy.beelden import DRAWINGS, PHOTOS, beeldgegevens
from regiovisie.privacy.masker import masked
from regiovisie.privacy.patronen import vondsten
from regiovisie.registers import Project
from regiovisie.registers.files import REGISTER_FOLDERS, read_text

TEXTS = (".md", ".yml", ".yaml", ".txt", ".csv", ".html", ".svg")
FOLDERS = ("docs", "versions")


@dataclass(frozen=True, slots=True)
class Onderzoek:
    """What a project may say about persons."""

    vondsten: tuple[Problem, ...]
    """What nobody said is meant; sorted by file and line."""
    overbodig: tuple[Problem, ...]
    """Akkoorden that fit nothing any more."""


@dataclass(frozen=True, slots=True)
class _Gevonden:
    """Something that was found, before anyone asks whether it is meant."""

    file: str
    line: int | None
    wat: str
    """What is wrong, with the passage masked."""
    tekst: str
    """The passage in full, to hold against the akkoorden."""
    weg: str
    """How to take it away."""


def onderzoek_privacy(project: Project) -> Onderzoek:
    """Search the files of a project; reads them, and changes nothing."""
    agreed = afspraken(project)
    found = [
        gevonden
        for file in _files(project.root)
        for gevonden in _in_file(project, file)
        if not _is_meant(gevonden, agreed)
    ]
    problems = {Problem(g.file, "", "", g.wat, _doe(g), g.line) for g in found}
    return Onderzoek(
        tuple(sorted(problems, key=lambda problem: problem.sort_key)),
        tuple(overbodig(project, afspraak) for afspraak in agreed if not afspraak.used),
    )


def _is_meant(gevonden: _Gevonden, agreed: list[Afspraak]) -> bool:
    # Every akkoord is asked: two may fit, and each must know that it was of use.
    fits = [a.fits(gevonden.file, gevonden.line, gevonden.tekst) for a in agreed]
    return any(fits)


def _files(root: Path) -> Iterator[str]:
    """The files that are published or that editors write, as '/'-paths, sorted."""
    yield "mkdocs.yml"
    for folder in FOLDERS:
        paths = (path.relative_to(root) for path in (root / folder).rglob("*") if path.is_file())
        yield from sorted(p.as_posix() for p in paths if not _is_hidden(p))


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _in_file(project: Project, file: str) -> Iterator[_Gevonden]:
    suffix = Path(file).suffix.lower()
    yield from _in_name(file)
    if suffix in TEXTS:
        text = read_text(project.root, file)
        if isinstance(text, str):
            yield from _in_text(project, file, text)
    if suffix in (*PHOTOS, *DRAWINGS):
        yield from _in_image(project.root, file)


def _in_name(file: str) -> Iterator[_Gevonden]:
    name = Path(file).stem.replace("_", " ").replace("-", " ")
    # In file names people leave out capitals: what follows "mevrouw" is a name all the same.
    for text in dict.fromkeys((name, name.title())):
        for vondst in vondsten(text):
            wat = f"In de bestandsnaam staat {_een(vondst.soort)}: {masked(vondst.tekst)}"
            yield _Gevonden(
                file, None, f"{wat}.", vondst.tekst, "Geef het bestand een andere naam."
            )
            return


def _in_text(project: Project, file: str, text: str) -> Iterator[_Gevonden]:
    contact = project.regio.contact
    for vondst in vondsten(text):
        if contact and vondst.tekst == contact.email:
            continue
        line = text.count("\n", 0, vondst.start) + 1
        wat = f"Hier staat {_een(vondst.soort)}: {masked(vondst.tekst)}"
        weg = _ROLE if vondst.soort == "naam" else "Haal het weg."
        yield _Gevonden(file, line, f"{wat}.", vondst.tekst, weg)


def _in_image(root: Path, file: str) -> Iterator[_Gevonden]:
    for gegeven in beeldgegevens(root / file):
        what = f": {masked(gegeven.tekst)}" if gegeven.tekst else ""
        wat = f"Dit beeld vertelt meer dan u ziet: {gegeven.soort}{what}."
        weg = "Bewaar het beeld zonder die gegevens en zet het zo terug."
        yield _Gevonden(file, None, wat, gegeven.tekst or gegeven.soort, weg)


def _een(soort: str) -> str:
    return f"een {soort}"


_ROLE = "Schrijf een rol in plaats van een naam, zoals inwoner 3."
_FROZEN = "Deze versie ligt vast: hoort dit niet op de site, vraag dan de beheerder."


def _doe(gevonden: _Gevonden) -> str:
    """What to do, where the file allows."""
    away = _FROZEN if gevonden.file.startswith("versions/") else gevonden.weg
    place = _place(gevonden.file)
    return f"{away} Is het zo bedoeld, zet het dan met een reden bij privacy_akkoord in {place}."


def _place(file: str) -> str:
    """Where an akkoord for a file is written."""
    parts = file.split("/")
    if parts[0] == "versions" and len(parts) > 2:
        return f"versions/{parts[1]}/versie.yml"
    is_register = len(parts) == 3 and parts[0] == "docs" and parts[1] in REGISTER_FOLDERS
    return "dit bestand" if is_register and file.endswith(".md") else "mkdocs.yml"
