"""The verb `herkomst`: from what commits say of themselves to drafts of wijzigingen.

The commits since the newest version are woven, so that each changed word is known by the
commit that changed it. What a commit says ("Zienswijze: ZW-12.3") becomes the herkomst of
its words in docs/regiovisie/wijzigingen.yml. What nobody said stands at the end of that file
as comment, to be filled in. Entries that are there already stay as they are, and what they
claim is left alone: so the verb can be run again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from regiovisie.diff.history import PlacedBlock
from regiovisie.diff.place import compare
from regiovisie.errors import RegiovisieError
from regiovisie.herkomst.changes import Gebeurtenis, entries_of
from regiovisie.herkomst.dossier import Dossier, make_dossier, same_text, step_of
from regiovisie.herkomst.ontwerp import Ontwerp, ontwerpen
from regiovisie.herkomst.toeschrijving import Stand, Toeschrijving, schrijf_toe
from regiovisie.herkomst.trailers import Oorzaak, gezegd
from regiovisie.model import Tekst
from regiovisie.redactie.concepten import WIJZIGINGEN, with_drafts
from regiovisie.redactie.freeze import WERKVERSIE_FOLDER
from regiovisie.redactie.staging import replace_text
from regiovisie.registers import WERKVERSIE, load_project
from regiovisie.registers.checksums import CHECKSUMS
from regiovisie.registers.files import ONDERDEEL_NAME
from regiovisie.render.views.basis import aantal
from regiovisie.repo import Commit, commits_since, read_markdown
from regiovisie.text.blocks import parse_tekst


def herkomst(project: Path) -> str:
    """Draft the register of the werkversie from git; the report as text.

    Raises RegiovisieError when git cannot tell, or when the register is not readable; then
    nothing has changed.
    """
    dossier = make_dossier(load_project(project))
    _refuse(dossier)
    if not dossier.werkversie_verschilt:
        return "De werkversie is gelijk aan de nieuwste versie: er is niets te schrijven."
    gelezen = _read_commits(project, dossier, "HEAD")
    path = project / WERKVERSIE_FOLDER / WIJZIGINGEN
    replace_text(path, with_drafts(_content(path), dossier.project, gelezen.drafts))
    return "\n".join(_report(gelezen))


def register_with_drafts(project: Path, dossier: Dossier, ref: str) -> str | None:
    """The register of the werkversie as the verb would leave it at the commit ``ref``.

    ``dossier`` is that of the project as it was there; git is asked in ``project``. None where
    no commit says why anything changed. Raises RegiovisieError as the verb does.
    """
    _refuse(dossier)
    if not dossier.werkversie_verschilt:
        return None
    drafts = _read_commits(project, dossier, ref).known
    path = dossier.project.root / WERKVERSIE_FOLDER / WIJZIGINGEN
    return with_drafts(_content(path), dossier.project, drafts) if drafts else None


def _content(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig") if path.exists() else ""


def _refuse(dossier: Dossier) -> None:
    """Stop where the texts or the register of drafts cannot be relied on."""
    folders = ("versions/", f"{WERKVERSIE_FOLDER}/")
    problems = [p for p in dossier.project.problems if p.file.startswith(folders)]
    if problems:
        raise RegiovisieError(problems)


# --- what the commits say


@dataclass(frozen=True, slots=True)
class _Gelezen:
    """What the commits since the newest version give."""

    commits: tuple[Commit, ...]
    drafts: list[Ontwerp]
    bezwaren: dict[str, str]
    """Commit → why what it says cannot be used."""

    @property
    def known(self) -> list[Ontwerp]:
        """The drafts of which a commit says why."""
        return [draft for draft in self.drafts if draft.oorzaak is not None]


def _read_commits(project: Path, dossier: Dossier, ref: str) -> _Gelezen:
    newest = dossier.versies[-1]
    mark = f"versions/{newest.id}/{CHECKSUMS}"
    commits = commits_since(project, mark, WERKVERSIE_FOLDER, ref)
    verteld = _Verteld.of(dossier, commits)
    toeschrijving = schrijf_toe(_standen(project, dossier, commits))
    return _Gelezen(commits, _drafts(dossier, toeschrijving, verteld), verteld.bezwaren)


@dataclass(frozen=True)
class _Verteld:
    """What each commit says, as far as it can be used."""

    oorzaken: dict[str, Oorzaak]
    """Commit → its cause."""
    bezwaren: dict[str, str]
    """Commit → why what it says cannot be used."""

    @classmethod
    def of(cls, dossier: Dossier, commits: Sequence[Commit]) -> _Verteld:
        oorzaken: dict[str, Oorzaak] = {}
        bezwaren: dict[str, str] = {}
        for commit in commits:
            said = gezegd(commit.message)
            bezwaar = said.bezwaar or (_unknown(dossier, said.oorzaak) if said.oorzaak else "")
            if bezwaar:
                bezwaren[commit.id] = bezwaar
            elif said.oorzaak:
                oorzaken[commit.id] = said.oorzaak
        return cls(oorzaken, bezwaren)


def _unknown(dossier: Dossier, oorzaak: Oorzaak) -> str:
    """What a cause refers to and does not exist, in words; empty where all exists."""
    known = {p.id for z in dossier.project.zienswijzen for p in z.punten}
    lost = [name for name in oorzaak.punten if name not in known]
    if lost:
        return f"noemt een punt dat er niet is: {', '.join(lost)}"
    drafts = {w.id for w in dossier.project.wijzigingen.get(WERKVERSIE, ())}
    if oorzaak.wijziging and oorzaak.wijziging not in drafts:
        return f"noemt {oorzaak.wijziging}, die niet bij de concepten staat"
    return ""


# --- the line of texts


def _standen(project: Path, dossier: Dossier, commits: Sequence[Commit]) -> list[Stand[str]]:
    """The newest version, every commit that changed the text, and the werkversie as it is."""
    texts: dict[str, Tekst] = {}

    def text_of(commit: str, folder: str) -> Tekst:
        if folder not in texts:
            texts[folder] = _tekst_at(project, commit) if folder else Tekst(commit, ())
        return texts[folder]

    standen: list[Stand[str]] = [Stand(dossier.tekst(dossier.versies[-1].id))]
    here = ""
    for commit in commits:
        parent, parent_folder = commit.parents[0], commit.parent_folders[0]
        if commit.folder in commit.parent_folders:
            continue
        if here != parent_folder:
            standen.append(Stand(text_of(parent, parent_folder)))
        is_merge = len(commit.parents) > 1
        standen.append(Stand(text_of(commit.id, commit.folder), commit.id, is_merge))
        here = commit.folder
    werkversie = dossier.tekst(WERKVERSIE)
    if len(standen) == 1 or not same_text(standen[-1].tekst, werkversie):
        standen.append(Stand(werkversie))
    return standen


def _tekst_at(project: Path, commit: str) -> Tekst:
    files = read_markdown(project, commit, WERKVERSIE_FOLDER)
    named = [(name, content) for name, content in files if ONDERDEEL_NAME.fullmatch(name)]
    decoded = ((name, content.decode("utf-8-sig", "replace")) for name, content in named)
    return parse_tekst(commit, tuple((n, t.replace("\r\n", "\n")) for n, t in decoded))


# --- drafts


def _drafts(
    dossier: Dossier, toeschrijving: Toeschrijving[str], verteld: _Verteld
) -> list[Ontwerp]:
    last = len(dossier.ids) - 1

    @cache
    def door(version: int, index: int) -> list[str | None]:
        return toeschrijving.door_words(version, index)

    def of_words(placed: PlacedBlock, at: int) -> Oorzaak | None:
        commit = door(-1 if placed.version == last else 0, placed.index)[at]
        return verteld.oorzaken.get(commit or "")

    def of_event(event: Gebeurtenis) -> Oorzaak | None:
        commit = toeschrijving.door_event(event.soort, event.news[0].index)
        return verteld.oorzaken.get(commit or "")

    return ontwerpen(
        step_of(dossier.history, last),
        list(entries_of(compare(dossier.history, last - 1, last))),
        dossier.claims[last],
        of_words,
        of_event,
    )


# --- what is told


def _report(gelezen: _Gelezen) -> Iterator[str]:
    yield f"{aantal(len(gelezen.commits), 'commit', 'commits')} gelezen."
    nieuw = aantal(len(gelezen.known), "nieuw concept", "nieuwe concepten")
    yield f"{nieuw} in {WERKVERSIE_FOLDER}/{WIJZIGINGEN}."
    if open_drafts := len(gelezen.drafts) - len(gelezen.known):
        plekken = aantal(open_drafts, "plek", "plekken")
        yield f"Van {plekken} is niet gezegd waarom: vul ze onderaan dat bestand in."
    for commit, bezwaar in gelezen.bezwaren.items():
        yield f"Let op: commit {commit[:10]} {bezwaar}. Zijn woorden staan bij de open plekken."
