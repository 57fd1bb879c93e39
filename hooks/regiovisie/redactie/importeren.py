"""The verb `import`: a Word file becomes the werkversie, its tracked changes become drafts.

    De hulp is ~~licht~~ thuis.   [opmerking: ZW-12.3]

gives a text that says "thuis", and in wijzigingen.yml a draft with was, wordt and the point.
Everything is made in a copy of the project; then one step puts docs/regiovisie in its place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from regiovisie.diff.history import PlacedBlock, build_history
from regiovisie.diff.place import compare
from regiovisie.errors import Problem, RegiovisieError
from regiovisie.herkomst.changes import Gebeurtenis, entries_of
from regiovisie.herkomst.dossier import Dossier, make_dossier, same_text, step_of
from regiovisie.herkomst.ontwerp import Ontwerp, ontwerpen
from regiovisie.herkomst.opmerkingen import oorzaak_van
from regiovisie.herkomst.regels import all_problems
from regiovisie.herkomst.trailers import Oorzaak
from regiovisie.model import Tekst
from regiovisie.redactie.concepten import WIJZIGINGEN, with_drafts
from regiovisie.redactie.freeze import WERKVERSIE_FOLDER, Opdracht, copy_of, freeze, put_version
from regiovisie.redactie.staging import replace_folder, replace_text
from regiovisie.registers import WERKVERSIE, Project, load_project
from regiovisie.registers.files import ONDERDEEL_NAME
from regiovisie.render.views.basis import aantal
from regiovisie.repo import uncommitted
from regiovisie.text.blocks import parse_onderdeel, parse_tekst
from regiovisie.text.slug import slugify
from regiovisie.word.beelden import beeldnamen, leeg, omgezet, onzichtbaar
from regiovisie.word.inhoud import Inhoud, Kant, Spoor
from regiovisie.word.lezen import lees_word
from regiovisie.word.markdown import (
    Bekend,
    Geschreven,
    schrijf,
    schrijf_gemerkt,
)
from regiovisie.word.merken import Bloksporen, Tekstsporen, tekstsporen
from regiovisie.word.verloren import verloren_woorden

_FEW = 8
"""So many places of one kind are named in the report."""


def importeer(
    project: Path,
    bestand: Path,
    *,
    opdracht: Opdracht | None = None,
    dry_run: bool = False,
    overschrijf: bool = False,
) -> str:
    """Bring a Word file along; the report as text.

    It becomes the werkversie, or with ``opdracht`` a version that follows the newest one.
    With ``dry_run`` nothing is kept. Raises RegiovisieError with every reason why it cannot
    be done; then nothing has changed.
    """
    loaded = load_project(project)
    _refuse(loaded)
    if not (dry_run or overschrijf or opdracht):
        _refuse_unsaved(project)
    gelezen = _Gelezen.of(loaded, bestand)
    with copy_of(project) as trial:
        folder = trial / WERKVERSIE_FOLDER
        _write_text(folder, gelezen)
        drafts = _write_drafts(trial, gelezen)
        report = list(_report(loaded, gelezen, drafts, trial))
        if opdracht:
            report.append(freeze(trial, opdracht))
        if dry_run:
            return "\n".join(["Proef: er is niets veranderd.", *report])
        if opdracht:
            put_version(trial / "versions" / opdracht.id, project / "versions" / opdracht.id)
            report.append(f"{WERKVERSIE_FOLDER} is niet veranderd.")
        else:
            replace_folder(folder, project / WERKVERSIE_FOLDER)
            report += _next(loaded, drafts)
    return "\n".join(report)


# --- what cannot be done


def _refuse(project: Project) -> None:
    """Stop where the versions or the register of drafts cannot be relied on."""
    register = f"{WERKVERSIE_FOLDER}/{WIJZIGINGEN}"
    problems = [p for p in project.problems if p.file.startswith(("versions/", register))]
    if problems:
        raise RegiovisieError(problems)


def _refuse_unsaved(project: Path) -> None:
    doe = "Leg ze eerst vast in git, of gebruik --overschrijf als ze weg mogen."
    try:
        changed = uncommitted(project, WERKVERSIE_FOLDER)
    except RegiovisieError as error:
        wat = "Wat hier staat is niet in git te vinden, en zou worden vervangen."
        raise RegiovisieError([Problem(WERKVERSIE_FOLDER, "", "", wat, doe)]) from error
    if changed:
        wat = "Hier staan wijzigingen die nog niet in git staan."
        raise RegiovisieError([Problem(name, "", "", wat, doe) for name in changed])


# --- what was read


@dataclass(frozen=True)
class _Gelezen:
    """A Word file as two states of a text."""

    project: Project
    naam: str
    inhoud: Inhoud
    bekend: Bekend
    oud: Geschreven
    nieuw: Geschreven

    @classmethod
    def of(cls, project: Project, bestand: Path) -> _Gelezen:
        inhoud = lees_word(bestand, project.regio.word.stijlen)
        bekend = _known(project, inhoud, bestand)
        oud, nieuw = schrijf(inhoud, "oud", bekend), schrijf(inhoud, "nieuw", bekend)
        if not nieuw.bestanden:
            wat = "In dit Word-bestand staat geen tekst."
            raise RegiovisieError([Problem(bestand.name, "", "", wat, "Kies een ander bestand.")])
        return cls(project, bestand.name, inhoud, bekend, oud, nieuw)

    @cached_property
    def was(self) -> Tekst:
        """The text before the tracked changes."""
        return parse_tekst("origineel", self.oud.bestanden)

    def sporen(self, kant: Kant) -> Tekstsporen:
        """The tracked changes in a state."""
        return tekstsporen(*schrijf_gemerkt(self.inhoud, kant, self.bekend))

    def oorzaak(self, spoor: Spoor) -> Oorzaak:
        """Why a change was made, as far as its comments say."""
        said = [self.inhoud.opmerkingen.get(key, "") for key in sorted(spoor.opmerkingen)]
        return oorzaak_van(self.project, [words for words in said if words], spoor.door + 1)


def _known(project: Project, inhoud: Inhoud, bestand: Path) -> Bekend:
    """How onderdelen, notes and images are called in the text that is there."""
    teksten = [v.tekst for v in project.versies[-1:]] + (
        [project.werkversie] if project.werkversie else []
    )
    onderdelen: dict[str, str] = {}
    noten: dict[str, str] = {}
    for tekst in (parse_tekst(t.id, t.bestanden) for t in teksten):
        for onderdeel, block in tekst.placed_blocks():
            onderdelen[slugify(onderdeel.titel)] = onderdeel.slug
            if block.kind == "footnote":
                noten["".join(block.words.split())] = block.path[-1].attrs[0][1]
    folder = project.root / WERKVERSIE_FOLDER
    present = {
        path.name: path.read_bytes()
        for path in (sorted(folder.iterdir()) if folder.is_dir() else ())
        if path.is_file() and path.suffix not in (".md", ".yml") and path.name[0] != "."
    }
    return Bekend(onderdelen, noten, beeldnamen(inhoud, present), bestand.stem)


# --- making the werkversie


def _write_text(folder: Path, gelezen: _Gelezen) -> None:
    """Replace the onderdelen; images and the register of drafts stay."""
    folder.mkdir(parents=True, exist_ok=True)
    nieuw = dict(gelezen.nieuw.bestanden)
    for path in sorted(folder.iterdir()):
        if ONDERDEEL_NAME.fullmatch(path.name) and not _says(path, nieuw.get(path.name, "")):
            path.unlink()
    for name, text in nieuw.items():
        if not (folder / name).exists():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    for part, name in gelezen.bekend.beelden.items():
        if not omgezet(part, name):
            (folder / name).write_bytes(gelezen.inhoud.beelden[part])


def _says(path: Path, text: str) -> bool:
    """Whether a file says the same already, however it is spelled."""
    before = path.read_text(encoding="utf-8-sig", errors="replace")
    return parse_onderdeel(path.name, before) == parse_onderdeel(path.name, text)


def _write_drafts(trial: Path, gelezen: _Gelezen) -> list[Ontwerp]:
    """Drafts for what changed since the newest version, in the register of the copy."""
    dossier = make_dossier(load_project(trial))
    if not (dossier.versies and dossier.werkversie_verschilt):
        return []
    drafts = _drafts(dossier, gelezen)
    path = trial / WERKVERSIE_FOLDER / WIJZIGINGEN
    before = path.read_text(encoding="utf-8-sig") if path.exists() else ""
    replace_text(path, with_drafts(before, dossier.project, drafts))
    return drafts


def _drafts(dossier: Dossier, gelezen: _Gelezen) -> list[Ontwerp]:
    last = len(dossier.ids) - 1
    old_side, new_side = gelezen.sporen("oud"), gelezen.sporen("nieuw")
    tracked_only = same_text(gelezen.was, dossier.tekst(dossier.ids[last - 1]))

    def blok(placed: PlacedBlock) -> Bloksporen | None:
        side = new_side if placed.version == last else old_side
        return side.blok(placed.onderdeel.slug, placed.index, placed.block.text)

    def of_words(placed: PlacedBlock, at: int) -> Oorzaak | None:
        found = blok(placed)
        # The comparison may see a change one word away from where it was tracked.
        spoor = found.spoor(at, ook_naast=tracked_only) if found else None
        return gelezen.oorzaak(spoor) if spoor else None

    def of_event(event: Gebeurtenis) -> Oorzaak | None:
        blocks = filter(None, map(blok, (*event.olds, *event.news)))
        sporen = {spoor for found in blocks for spoor in found.alle}
        if event.soort == "verplaatst":
            sporen = {spoor for spoor in sporen if spoor.verplaatsing} or sporen
        causes = {gelezen.oorzaak(spoor) for spoor in sporen}
        return causes.pop() if len(causes) == 1 else None

    return ontwerpen(
        step_of(dossier.history, last),
        list(entries_of(compare(dossier.history, last - 1, last))),
        dossier.claims[last],
        of_words,
        of_event,
    )


# --- what is told


def _report(
    project: Project, gelezen: _Gelezen, drafts: Sequence[Ontwerp], trial: Path
) -> Iterator[str]:
    inhoud = gelezen.inhoud
    onderdelen = aantal(len(gelezen.nieuw.bestanden), "onderdeel", "onderdelen")
    sporen = aantal(inhoud.sporen, "bijgehouden wijziging", "bijgehouden wijzigingen")
    opmerkingen = aantal(len(inhoud.opmerkingen), "opmerking", "opmerkingen")
    yield f"{gelezen.naam}: {onderdelen}, {sporen}, {opmerkingen}."
    yield from _about_original(project, gelezen)
    known = sum(1 for d in drafts if d.oorzaak and d.oorzaak.bekend)
    yield f"{aantal(known, 'concept-wijziging', 'concept-wijzigingen')} met een herkomst."
    if open_drafts := len(drafts) - known:
        plekken = aantal(open_drafts, "plek", "plekken")
        register = f"{WERKVERSIE_FOLDER}/{WIJZIGINGEN}"
        yield f"Van {plekken} is niet gezegd waarom: vul ze onderaan {register} in."
    if lost := list(_lost(gelezen)):
        yield "Niet overgenomen, of anders:"
        yield from lost
    for problem in all_problems(make_dossier(load_project(trial))):
        if problem.file.startswith(f"{WERKVERSIE_FOLDER}/"):
            yield f"Nog te verbeteren in {problem.file}: {problem.wat}"


def _about_original(project: Project, gelezen: _Gelezen) -> Iterator[str]:
    """How the text before the tracked changes relates to what the project has."""
    newest = project.versies[-1] if project.versies else None
    if newest is None:
        return
    base = parse_tekst(newest.id, newest.tekst.bestanden)
    if same_text(gelezen.was, base):
        yield f"De tekst vóór de bijgehouden wijzigingen is gelijk aan versie {newest.nummer}."
        return
    werk = project.werkversie
    if werk and same_text(gelezen.was, parse_tekst(WERKVERSIE, werk.bestanden)):
        yield "De tekst vóór de bijgehouden wijzigingen is gelijk aan de werkversie."
        return
    history = build_history([base, gelezen.was])
    changed = [
        (part.onderdeel.titel, sum(entry.status != "gelijk" for entry in part.entries))
        for part in compare(history, 0, 1)
        if part.changed
    ]
    total = aantal(sum(number for _, number in changed), "alinea", "alinea’s")
    where = ", ".join(f"{titel} ({number})" for titel, number in changed)
    yield (
        f"Let op: de tekst vóór de bijgehouden wijzigingen verschilt van versie {newest.nummer}: "
        f"{total}, in {where}. Van die verschillen is de reden niet bekend."
    )


def _lost(gelezen: _Gelezen) -> Iterator[str]:
    """What could not be kept, each with its places."""
    inhoud = gelezen.inhoud
    places: dict[str, list[str]] = {}
    for gemist in inhoud.gemist:
        places.setdefault(gemist.wat, []).append(gemist.waar)
    for wat, waar in places.items():
        named = list(Counter(waar))
        more = f" en nog {len(named) - _FEW} plekken" if len(named) > _FEW else ""
        yield f"  - {wat} ({'; '.join(named[:_FEW])}{more})"
    for wat in dict.fromkeys((*gelezen.oud.gemist, *gelezen.nieuw.gemist)):
        yield f"  - {wat}"
    yield from _lost_images(inhoud, gelezen.bekend)
    for key in inhoud.los:
        yield f"  - Deze opmerking hoort bij geen wijziging: “{inhoud.opmerkingen[key]}”"
    for kant, geschreven in (("oud", gelezen.oud), ("nieuw", gelezen.nieuw)):
        side: Kant = "oud" if kant == "oud" else "nieuw"
        for name in verloren_woorden(inhoud, side, gelezen.bekend, geschreven):
            yield f"  - Let op: in {name} wijken woorden af van het Word-bestand. Lees het na."


def _lost_images(inhoud: Inhoud, bekend: Bekend) -> Iterator[str]:
    """Images that are not what the writer of the file saw."""
    unseen = onzichtbaar(inhoud)
    for part, name in bekend.beelden.items():
        if omgezet(part, name):
            yield f"  - {name} is door een ander programma omgezet. Het bestand dat er was, blijft."
        elif part in unseen:
            yield f"  - {name}: een browser kan deze afbeelding niet tonen. Bewaar haar als .png."
        elif leeg(inhoud.beelden[part]):
            yield f"  - {name} is leeg: de tekening ging in een ander programma verloren."


def _next(project: Project, drafts: Sequence[Ontwerp]) -> Iterator[str]:
    yield f"De tekst staat in {WERKVERSIE_FOLDER}. Wat nu?"
    steps = [
        f"Lees na wat er veranderde: python3 scripts/redactie.py diff {versie.nummer} werkversie"
        for versie in project.versies[-1:]
    ]
    if drafts:
        steps.append(f"Lees {WERKVERSIE_FOLDER}/{WIJZIGINGEN} na en vul in wat openstaat.")
    steps.append("Controleer: python3 scripts/redactie.py check")
    for number, step in enumerate(steps, 1):
        yield f"  {number}. {step}"
