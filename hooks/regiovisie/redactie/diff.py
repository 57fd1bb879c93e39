"""The verb `diff`: any two texts, whatever they are called.

::

    diff 0.1 werkversie                         two texts of this project, with causes
    diff HEAD~3 docs/regiovisie                 what changed since then
    diff concept.md v0.2:docs/regiovisie/04-uitgangspunten.md

A name is tried as a version first, then as a folder or file, then as a name in git: see
the help of the command, which editors read.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from regiovisie.diff.history import build_history
from regiovisie.errors import Problem, RegiovisieError
from regiovisie.export.vergelijking_html import Blad, Deel, Noot, adres, vergelijking_html
from regiovisie.export.vergelijking_json import vergelijking_json
from regiovisie.export.vergelijking_tekst import summary, vergelijking_tekst
from regiovisie.herkomst.dossier import Dossier, make_dossier
from regiovisie.herkomst.vergelijking import OnderdeelVergelijking, Vergelijking, make_vergelijking
from regiovisie.model import Tekst
from regiovisie.registers import WERKVERSIE, Project, Tekstbron, load_project
from regiovisie.registers.files import names_in
from regiovisie.render import renvooi
from regiovisie.render.verplaatsingen import Ends, move_ends
from regiovisie.repo import read_markdown, resolve_ref
from regiovisie.text.blocks import parse_tekst
from regiovisie.text.slug import split_file_name

WERKVERSIE_FOLDER = "docs/regiovisie"
_MARKDOWN = (".md", ".markdown")


@dataclass(frozen=True, slots=True)
class Kant:
    """One side of the comparison."""

    naam: str
    bestanden: tuple[tuple[str, str], ...]
    """File name and Markdown text of each onderdeel."""
    is_one_file: bool = False
    versie: str = ""
    """The id of the text in the project; empty for any other text."""


def diff(project: Path, oud: str, nieuw: str, *, form: str) -> str:
    """Compare two versions, folders, Markdown files or git refs; as text, json or html.

    Raises RegiovisieError when one of them cannot be read; both are told at once.
    """
    loaded = load_project(project)
    kanten: list[Kant] = []
    problems: list[Problem] = []
    for naam in (oud, nieuw):
        try:
            kanten.append(read_kant(loaded, naam))
        except RegiovisieError as error:
            problems += error.problems
    if problems:
        raise RegiovisieError(problems)
    return _FORMS[form](compare_kanten(loaded, *kanten))


# --- comparing


def compare_kanten(project: Project, oud: Kant, nieuw: Kant) -> Vergelijking:
    """The comparison of two sides, old to new as they were given.

    Two texts of the project have lifelines and causes; but those run from old to new, so a
    pair given the other way round is compared like any two texts.
    """
    if oud.versie and nieuw.versie:
        dossier = make_dossier(project)
        if _index(dossier, oud) < _index(dossier, nieuw):
            found = dossier.vergelijking(oud.versie, nieuw.versie)
            return replace(found, van=oud.naam, naar=nieuw.naam)
    teksten = [_tekst(oud, nieuw), _tekst(nieuw, nieuw)]
    return make_vergelijking(build_history(teksten), {}, 0, 1)


def _index(dossier: Dossier, kant: Kant) -> int:
    return dossier.index(kant.versie)


def _tekst(kant: Kant, nieuw: Kant) -> Tekst:
    """The parsed text. Two single files are one onderdeel, whatever they are called."""
    if kant.is_one_file and nieuw.is_one_file:
        return parse_tekst(kant.naam, [(nieuw.bestanden[0][0], kant.bestanden[0][1])])
    return parse_tekst(kant.naam, _with_own_slugs(kant.bestanden))


def _with_own_slugs(bestanden: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Onderdelen are told apart by slug; in a folder that is no project two may share one."""
    seen: set[str] = set()
    for name, source in bestanden:
        unique, count = name, 1
        while split_file_name(unique)[1] in seen:
            count += 1
            unique = f"{name.rpartition('.')[0]}-{count}.md"
        seen.add(split_file_name(unique)[1])
        yield unique, source


# --- reading a side


def read_kant(project: Project, naam: str) -> Kant:
    """The text that a name means; the order of trying is in `UITLEG`."""
    return _versie(project, naam) or _on_disk(naam) or _in_git(project, naam)


def _versie(project: Project, naam: str) -> Kant | None:
    ids = {v.id: v.tekst for v in project.versies}
    numbers = {v.nummer: v.tekst for v in project.versies}
    if naam == WERKVERSIE:
        return _of_project(project, _werkversie(project), WERKVERSIE_FOLDER)
    tekst = ids.get(naam) or numbers.get(naam)
    if tekst is not None:
        return _of_project(project, tekst, f"versions/{tekst.id}")
    folder = f"versions/{naam}"
    if naam in names_in(project.root / "versions"):
        # Its versie.yml could not be read, so it is a version that we know nothing of.
        raise RegiovisieError(p for p in project.problems if p.file.startswith(folder))
    return None


def _werkversie(project: Project) -> Tekstbron:
    if project.werkversie is None:
        wat = f"Dit project heeft geen werkversie: er is geen map {WERKVERSIE_FOLDER}."
        raise _error(WERKVERSIE, wat, f"Noem een versie. {_versies_text(project)}")
    return project.werkversie


def _of_project(project: Project, tekst: Tekstbron, folder: str) -> Kant:
    """A text of the project. One with a file that could not be read is not the whole text."""
    read = {name for name, _ in tekst.bestanden}
    missing = {f"{folder}/{n}" for n in names_in(project.root / folder, ".md") if n not in read}
    if problems := [p for p in project.problems if p.file in missing]:
        raise RegiovisieError(problems)
    if not read:
        raise _without_markdown(folder)
    return Kant(tekst.id, tekst.bestanden, versie=tekst.id)


def _on_disk(naam: str) -> Kant | None:
    path = Path(naam)
    if not naam or not _exists(path):
        return None
    try:
        if path.is_file():
            return _one_file(naam, path.parent.as_posix(), [(path.name, path.read_bytes())])
        names = [name for name in names_in(path, ".md") if (path / name).is_file()]
        files = [(name, (path / name).read_bytes()) for name in names]
    except OSError as error:
        wat = f"Dit is niet te lezen: {error.strerror}."
        raise _error(naam, wat, "Controleer of u dit bestand of deze map mag lezen.") from error
    if not files:
        raise _without_markdown(naam)
    return Kant(_printable(naam), _decoded(naam, files))


def _exists(path: Path) -> bool:
    """Whether a file or folder goes by this name; a name that none can have is no fault."""
    try:
        return path.is_file() or path.is_dir()
    except OSError:
        return False


def _in_git(project: Project, naam: str) -> Kant:
    ref, colon, path = naam.partition(":")
    if not colon:
        _check_ref(project, naam)
        path = WERKVERSIE_FOLDER
    elif not ref:
        raise _unknown(project, naam, ())
    read = read_markdown(project.root, ref, path)
    if len(read) == 1 and path.rpartition("/")[2] == read[0][0]:
        return _one_file(naam, naam.rpartition("/")[0], read)
    return Kant(_printable(naam), _decoded(f"{ref}:{path}", read))


def _check_ref(project: Project, naam: str) -> None:
    """A name that git does not know either may have been meant for anything."""
    try:
        resolve_ref(project.root, naam)
    except RegiovisieError as error:
        raise _unknown(project, naam, error.problems) from error


def _one_file(naam: str, folder: str, files: Sequence[tuple[str, bytes]]) -> Kant:
    if not files[0][0].lower().endswith(_MARKDOWN):
        doe = "Noem een bestand dat eindigt op .md. Zet een Word-bestand eerst om naar Markdown."
        raise _error(naam, "Dit is geen Markdown-bestand.", doe)
    return Kant(_printable(naam), _decoded(folder, files), is_one_file=True)


def _decoded(folder: str, files: Iterable[tuple[str, bytes]]) -> tuple[tuple[str, str], ...]:
    """The files as text with LF line endings; every file that is not UTF-8 is a problem."""
    found: list[tuple[str, str]] = []
    problems: list[Problem] = []
    for name, content in files:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            problems.append(_not_utf8(f"{folder}/{name}", content, error))
            continue
        found.append((name, text.replace("\r\n", "\n").replace("\r", "\n")))
    if problems:
        raise RegiovisieError(problems)
    return tuple(found)


# --- problems


def _not_utf8(file: str, content: bytes, error: UnicodeDecodeError) -> Problem:
    line = content.count(b"\n", 0, error.start) + 1
    wat = "Het bestand is geen UTF-8: op deze regel staat een teken in een andere codering."
    doe = "Sla het bestand in uw teksteditor op met de codering UTF-8."
    return Problem(_printable(file), "", "", wat, doe, line)


def _without_markdown(folder: str) -> RegiovisieError:
    doe = "Noem een map met bestanden die eindigen op .md."
    inner = f"{folder.rstrip('/')}/{WERKVERSIE_FOLDER}"
    if Path(inner).is_dir():
        doe += f" Bedoelt u {inner}?"
    return _error(folder, "In deze map staat geen Markdown-bestand.", doe)


def _unknown(project: Project, naam: str, of_git: Iterable[Problem]) -> RegiovisieError:
    wat = f'"{_printable(naam)}" is geen versie, geen map of Markdown-bestand en geen naam in git.'
    names = [WERKVERSIE, *(n for v in project.versies for n in (v.id, v.nummer))]
    near = difflib.get_close_matches(naam, names, n=2)
    meant = [f"Bedoelt u {' of '.join(near)}?"] if near else []
    said = [f"{problem.wat} {problem.doe}" for problem in of_git]
    return _error(naam, wat, " ".join([*meant, _versies_text(project), *said]))


def _versies_text(project: Project) -> str:
    known = ", ".join(f"{v.nummer} ({v.id})" for v in project.versies)
    return f"De versies zijn: {known}." if known else "Dit project heeft nog geen versies."


def _error(file: str, wat: str, doe: str) -> RegiovisieError:
    return RegiovisieError([Problem(_printable(file), "", "", wat, doe)])


def _printable(text: str) -> str:
    """A name as it was typed, without what a terminal or a page cannot hold."""
    return "".join(char if char.isprintable() else "�" for char in text)


# --- the page


def _html(vergelijking: Vergelijking) -> str:
    ends = move_ends(vergelijking.onderdelen)
    delen = tuple(_deel(onderdeel, vergelijking, ends) for onderdeel in vergelijking.onderdelen)
    return vergelijking_html(
        Blad(vergelijking.van, vergelijking.naar, summary(vergelijking), delen)
    )


def _deel(onderdeel: OnderdeelVergelijking, vergelijking: Vergelijking, ends: Ends) -> Deel:
    href = _href(onderdeel.slug, {o.slug for o in vergelijking.onderdelen})
    links = renvooi.Links(new=href, old=href, onderdeel=adres)
    fragments = renvooi.render_vergelijking(onderdeel, links, ends)
    return Deel(
        onderdeel.slug,
        " ".join(filter(None, (onderdeel.nummer, onderdeel.titel))),
        onderdeel.status,
        tuple(str(fragment.html) for fragment in fragments),
        tuple(
            Noot(noot.nummer, noot.beschrijving, noot.wijzigingen)
            for fragment in fragments
            for noot in fragment.noten
        ),
    )


def _href(slug: str, on_page: set[str]) -> Callable[[str], str]:
    """Links between onderdelen stay on the page; what is not on it has no address here."""

    def href(target: str) -> str:
        try:
            parts = urlsplit(target)
        except ValueError:
            return target
        if parts.scheme or parts.netloc:
            return target
        name = parts.path.rpartition("/")[2]
        there = split_file_name(name)[1] if name.endswith(".md") else slug
        return adres(there, parts.fragment) if not name or there in on_page else target

    return href


_FORMS: dict[str, Callable[[Vergelijking], str]] = {
    "text": vergelijking_tekst,
    "json": vergelijking_json,
    "html": _html,
}
