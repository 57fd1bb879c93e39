"""From a project folder to a `Project`: every file read, every mistake kept, none fatal.

::

    load_project(root).problems   →  everything that is wrong, sorted by file and line
    load_project(root).versies    →  what could be read nonetheless

Names in what cannot be read count as existing, so that one mistake sets off no others.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from regiovisie.errors import Problem
from regiovisie.registers import checksums
from regiovisie.registers.bron import Bronnenlijst, Bronstuk
from regiovisie.registers.chain import in_chain_order
from regiovisie.registers.files import ONDERDEEL_NAME, REGISTER_FOLDERS, names_in, read_text
from regiovisie.registers.names import Kind
from regiovisie.registers.onderdelen import first_of_each_slug, onderdeel_problems
from regiovisie.registers.order import natural
from regiovisie.registers.project import WERKVERSIE, Project
from regiovisie.registers.reader import R, Reader, has_ids, is_valid
from regiovisie.registers.rules import find_problems, find_warnings
from regiovisie.registers.schema import (
    Antwoord,
    Gemeente,
    Indiener,
    Record,
    Regio,
    Samenvatting,
    Tekstbron,
    Versie,
    Wijziging,
    Zienswijze,
)
from regiovisie.registers.source import Loc, Origin, Source

REGIO_LOC: Loc = ("extra", "regiovisie")
WERKVERSIE_FOLDER = "docs/regiovisie"


def load_project(root: Path) -> Project:
    """The registers of the project folder. Never raises for what is in the files."""
    reader = Reader(root)
    folders = _text_folders(root)
    project = Project(
        root=root,
        regio=_regio(reader),
        versies=in_chain_order(_made(_versie(reader, name) for name in _version_ids(root))),
        werkversie=_werkversie(reader),
        wijzigingen=_without_frozen_drafts(
            {name: _wijzigingen(reader, folder) for name, folder in folders.items()}
        ),
        zienswijzen=_zienswijzen(reader),
        antwoorden=_antwoorden(reader),
        samenvattingen=_by_name(
            _by_slug(reader, "samenvatting", "docs/samenvattingen", Samenvatting)
        ),
        indieners=_by_name(_by_slug(reader, "indiener", "docs/indieners", Indiener)),
        gemeenten=_by_name(_by_slug(reader, "gemeente", "docs/gemeenten", Gemeente)),
        paginas=_paginas(reader),
        origins=reader.origins,
        names=reader.names,
    )
    return replace(
        project,
        problems=_listed({*reader.problems, *find_problems(project)}),
        waarschuwingen=_listed(set(find_warnings(project))),
    )


def _listed(found: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(map(_printable, found), key=lambda problem: problem.sort_key))


def _printable(problem: Problem) -> Problem:
    """The problem without the lone surrogates that stand for odd bytes in a file name."""
    parts = (problem.file, problem.entry, problem.key, problem.wat, problem.doe)
    file, entry, key, wat, doe = (part.encode("utf-8", "replace").decode() for part in parts)
    return Problem(file, entry, key, wat, doe, problem.line)


# --- the region


def _regio(reader: Reader) -> Regio:
    source = reader.yaml("mkdocs.yml", within=REGIO_LOC)
    if source.readable and source.at(REGIO_LOC) is None:
        wat = 'De gegevens van de regio ontbreken: er is geen groep "regiovisie" onder "extra".'
        doe = "Zet in mkdocs.yml onder extra: de groep regiovisie: met naam, gemeenten en rondes."
        reader.report("mkdocs.yml", wat, doe)
    if source.at(REGIO_LOC) is None:
        reader.names.leave_open("ronde", "thema")
        return _unknown_regio(reader, source)
    themas = source.at((*REGIO_LOC, "themas"))
    for thema in themas if isinstance(themas, dict) else ():
        reader.names.add("thema", thema, Origin(source, (*REGIO_LOC, "themas", thema)))
    reader.names.add_ids("ronde", source, (*REGIO_LOC, "rondes"))
    reader.bronnen = _bronnen(source)
    return reader.record(Regio, source, REGIO_LOC) or _unknown_regio(reader, source)


def _bronnen(source: Source) -> Bronnenlijst:
    """The sources as they were written, so that any record can name one.

    What is wrong with one is reported where it is described, not where it is named.
    """
    tree = source.at((*REGIO_LOC, "bronnen"))
    stukken = {
        bron_id: keys if isinstance(keys, dict) and is_valid(Bronstuk, keys) else {}
        for bron_id, keys in (tree.items() if isinstance(tree, dict) else ())
    }
    return Bronnenlijst(stukken, volledig=True)


def _unknown_regio(reader: Reader, source: Source) -> Regio:
    """A stand-in for facts that cannot be read, so that the other files are still checked."""
    regio = Regio(
        naam="Regio zonder naam", korte_naam="Regio", periode="onbekend", beantwoorder="onbekend"
    )
    reader.origins[id(regio)] = Origin(source, REGIO_LOC)
    return regio


# --- texts and their changes


def _version_ids(root: Path) -> list[str]:
    folder = root / "versions"
    return [name for name in names_in(folder) if (folder / name).is_dir()]


def _text_folders(root: Path) -> dict[str, str]:
    """The folder of each text, by version id or "werkversie"."""
    folders = {versie_id: f"versions/{versie_id}" for versie_id in _version_ids(root)}
    return {**folders, WERKVERSIE: WERKVERSIE_FOLDER}


def _versie(reader: Reader, versie_id: str) -> Versie | None:
    folder = f"versions/{versie_id}"
    tekst = _tekst(reader, versie_id, folder)
    levenslijnen = reader.optional_text(f"{folder}/{checksums.LEVENSLIJNEN}")
    recorded = reader.optional_text(f"{folder}/{checksums.CHECKSUMS}")
    reader.problems += checksums.verify(reader.root / folder)
    if not reader.exists(f"{folder}/versie.yml"):
        reader.names.add("versie", versie_id, Origin(Source(folder)))
        wat = "In deze map ontbreekt het bestand versie.yml."
        reader.report(
            folder, wat, "Maak versie.yml met nummer, titel en fasen, of haal de map weg."
        )
        return None
    source = reader.yaml(f"{folder}/versie.yml")
    reader.names.add("versie", versie_id, Origin(source))
    return reader.record(
        Versie, source, id=versie_id, tekst=tekst, levenslijnen=levenslijnen, checksums=recorded
    )


def _werkversie(reader: Reader) -> Tekstbron | None:
    if not reader.exists(WERKVERSIE_FOLDER):
        return None
    return _tekst(reader, WERKVERSIE, WERKVERSIE_FOLDER)


def _tekst(reader: Reader, tekst_id: str, folder: str) -> Tekstbron:
    """The onderdelen in a folder; what is wrong with their form is reported."""
    bestanden = []
    names = names_in(reader.root / folder, ".md")
    if not names:
        wat = "In deze map staat geen enkel onderdeel."
        reader.report(folder, wat, "Zet de tekst in bestanden zoals 01-inleiding.md.")
    for name in names:
        if not ONDERDEEL_NAME.fullmatch(name):
            wat = f'De bestandsnaam "{name}" is niet die van een onderdeel.'
            doe = "Noem het bestand naar nummer en titel, zoals 04-uitgangspunten.md."
            reader.report(f"{folder}/{name}", wat, doe)
        elif (text := reader.text(f"{folder}/{name}")) is not None:
            bestanden.append((name, text))
    tekst = Tekstbron(tekst_id, tuple(bestanden))
    reader.problems += onderdeel_problems(folder, tekst)
    return Tekstbron(tekst_id, first_of_each_slug(tekst.bestanden))


def _wijzigingen(reader: Reader, folder: str) -> tuple[Wijziging, ...]:
    """The register of changes in a folder, entry by entry; no file means no changes."""
    file = f"{folder}/wijzigingen.yml"
    if not reader.exists(file):
        return ()
    source = reader.yaml(file)
    tree = source.tree
    if tree is not None and not isinstance(tree, list):
        wat = "Dit bestand is geen lijst van wijzigingen."
        reader.report(file, wat, "Begin elke wijziging met een streepje: - id: W-001")
    reader.names.add_ids("wijziging", source, ())
    count = len(tree) if isinstance(tree, list) else 0
    made = _made(reader.record(Wijziging, source, (index,)) for index in range(count))
    if not source.readable or len(made) < count or isinstance(tree, (str, dict)):
        reader.names.leave_open("wijziging")
    return tuple(made)


def _without_frozen_drafts(
    registers: dict[str, tuple[Wijziging, ...]],
) -> dict[str, tuple[Wijziging, ...]]:
    """The registers less the drafts that a version has taken over.

    Freezing is one rename; emptying the register of drafts comes after it. Should that not
    happen, the drafts that are left count no more.
    """
    taken = {w.concept for name, ws in registers.items() if name != WERKVERSIE for w in ws}
    drafts = tuple(w for w in registers[WERKVERSIE] if w.id not in taken)
    return {**registers, WERKVERSIE: drafts}


# --- registers of one file per record


def _zienswijzen(reader: Reader) -> tuple[Zienswijze, ...]:
    records = []
    for source in reader.markdown("docs/zienswijzen"):
        zienswijze_id = _add_id(reader, "zienswijze", source)
        reader.names.add_ids("punt", source, ("punten",))
        if not has_ids(source.at(("punten",))):
            reader.names.leave_punten_open(zienswijze_id)
        records.append(reader.record(Zienswijze, source, inhoud=source.body))
    return _by_name(records)


def _paginas(reader: Reader) -> tuple[tuple[str, str], ...]:
    """The Markdown pages in docs/ and in its folders without records; what cannot be read is
    MkDocs' to tell."""
    docs = reader.root / "docs"
    folders = [
        path
        for path in (docs, *sorted(docs.rglob("*")))
        if path.is_dir() and not _is_register(path.relative_to(docs))
    ]
    files = [
        (folder / name).relative_to(reader.root).as_posix()
        for folder in folders
        for name in names_in(folder, ".md")
    ]
    texts = ((file, read_text(reader.root, file)) for file in files)
    return tuple((file, text) for file, text in texts if isinstance(text, str))


def _is_register(folder: Path) -> bool:
    """Whether a folder of docs/ holds records, the text itself, or what is hidden."""
    records = {*REGISTER_FOLDERS, Path(WERKVERSIE_FOLDER).name}
    first = folder.parts[:1]
    return bool(first) and (first[0] in records or any(p.startswith(".") for p in folder.parts))


def _antwoorden(reader: Reader) -> tuple[Antwoord, ...]:
    records = []
    for source in reader.markdown("docs/antwoorden"):
        _add_id(reader, "antwoord", source)
        records.append(reader.record(Antwoord, source, inhoud=source.body))
    return _by_name(records)


def _by_slug(reader: Reader, kind: Kind, folder: str, model: type[R]) -> list[R | None]:
    """The records of a folder whose file names are their ids."""
    records = []
    for source in reader.markdown(folder):
        slug = _stem(source.file)
        reader.names.add(kind, slug, Origin(source))
        reader.names.add_ids("motie", source, ("moties",))
        records.append(reader.record(model, source, slug=slug, inhoud=source.body))
    return records


def _add_id(reader: Reader, kind: Kind, source: Source) -> str:
    """The id that the file gives itself, or else the one that its name promises."""
    given = source.at(("id",))
    name = given.strip() if isinstance(given, str) else _stem(source.file).upper()
    reader.names.add(kind, name, Origin(source))
    return name


def _stem(file: str) -> str:
    return file.rpartition("/")[2].rpartition(".")[0]


def _made(records: Iterable[R | None]) -> list[R]:
    return [record for record in records if record is not None]


def _by_name(records: Iterable[R | None]) -> tuple[R, ...]:
    """The records that could be made, sorted by id or slug."""
    return tuple(sorted(_made(records), key=lambda record: natural(_name(record))))


def _name(record: Record) -> str:
    return str(getattr(record, "id", "") or getattr(record, "slug", ""))
