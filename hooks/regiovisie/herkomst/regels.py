"""The rules that need both the registers and the texts, as problems for an editor.

Rule 1: every change has a cause. Rule 2: no cause without a change. Quotes and places must
lead to one change; points must be about a passage that exists; and while councils decide,
the text stands still.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence

from regiovisie.diff.history import PlacedBlock
from regiovisie.errors import Problem
from regiovisie.herkomst.citaten import find_citaat
from regiovisie.herkomst.dossier import Dossier, find_block
from regiovisie.herkomst.hits import ClaimProblem, in_plaats
from regiovisie.herkomst.koppelingen import link_problems
from regiovisie.herkomst.plekken import Plek
from regiovisie.registers import WERKVERSIE, Plaats, Record


def all_problems(dossier: Dossier) -> tuple[Problem, ...]:
    """Everything that is wrong: in the registers, in the recorded lifelines, and in how the
    registers fit the texts."""
    return (
        *dossier.project.problems,
        *dossier.levenslijn_problems,
        *_dossier_problems(dossier),
    )


def all_warnings(dossier: Dossier) -> tuple[Problem, ...]:
    """What an editor should look at, but what stops nothing."""
    return dossier.project.waarschuwingen


def _unreliable(dossier: Dossier) -> set[str]:
    """Versions whose text is not as it was frozen: against it every quote would seem wrong."""
    files = [p.file for p in dossier.project.problems if p.file.endswith(".md")]
    files += [p.file for p in dossier.levenslijn_problems]
    return {file.split("/")[1] for file in files if file.startswith("versions/")}


def _steps(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """The steps whose two texts can be relied on."""
    unreliable = _unreliable(dossier)
    return (step for step in dossier.stappen if not unreliable.intersection(step))


def _dossier_problems(dossier: Dossier) -> Iterator[Problem]:
    yield from _no_versions(dossier)
    yield from _claim_problems(dossier)
    yield from _idle_wijzigingen(dossier)
    yield from _unclaimed_changes(dossier)
    yield from _lost_punten(dossier)
    yield from _moving_text(dossier)
    if dossier.project.werkversie is not None and dossier.ids:
        yield from link_problems(dossier.tekst(WERKVERSIE), "docs/regiovisie")


def _no_versions(dossier: Dossier) -> Iterator[Problem]:
    if not dossier.versies:
        yield Problem(
            "versions",
            "",
            "",
            "Er is nog geen versie om te lezen.",
            "Zet in versions/ een map met de tekst en een versie.yml, en verzegel die met seal.",
        )


def _claim_problems(dossier: Dossier) -> Iterator[Problem]:
    for _, naar in _steps(dossier):
        version = dossier.index(naar)
        for problem in dossier.claims[version].problems:
            wat, doe = _explain(dossier, version, problem)
            yield dossier.project.problem(problem.wijziging, wat, doe, *problem.path)


def _explain(dossier: Dossier, version: int, problem: ClaimProblem) -> tuple[str, str]:
    key = problem.path[-1]
    side = version - 1 if key in ("was", "plaats_was") else version
    nummer = _name(dossier, side)
    match problem.probleem:
        case "plaats":
            near = _near_plaatsen(dossier.history.blocks[side], problem.value)
            return (
                f"De plaats {problem.value} staat niet in {nummer}.",
                _suggest(near, "Noem een onderdeel en de kop zoals die daar heten."),
            )
        case "niet-gevonden":
            elsewhere = _elsewhere(dossier.history.blocks[side], problem.value)
            return _not_here(problem.value, nummer, elsewhere)
        case "geen-wijziging":
            return (
                f"De woorden “{problem.value}” staan er wel, maar er is daar niets veranderd.",
                "Noem woorden die zijn veranderd, of laat deze wijziging weg.",
            )
        case "meerdere":
            places = "; ".join(f"({n}) {c}" for n, c in enumerate(problem.candidates, 1))
            count = len(problem.candidates)
            wat = f"De woorden “{problem.value}” passen op {count} plekken die zijn veranderd"
            doe = "Neem meer woorden over, zodat er één plek overblijft, of zet `overal: true`."
            return f"{wat}: {places}.", doe


def _not_here(citaat: str, nummer: str, elsewhere: str) -> tuple[str, str]:
    """What is wrong with a quote that its place does not hold, and what to do."""
    wat = f"De woorden “{citaat}” staan niet op deze plaats in {nummer}."
    if elsewhere:
        return wat, f"Ze staan wel in {elsewhere}. Verbeter de plaats."
    return wat, "Neem de woorden over zoals ze in de tekst staan, zonder opmaak."


def _name(dossier: Dossier, version: int) -> str:
    versie = dossier.versie(dossier.ids[version])
    return f"versie {versie.nummer}" if versie else "de werkversie"


def _near_plaatsen(blocks: Iterable[PlacedBlock], plaats: str) -> list[str]:
    known = sorted(
        {p.onderdeel.slug for p in blocks}
        | {f"{p.onderdeel.slug}#{p.block.slug}" for p in blocks if p.block.slug}
    )
    return difflib.get_close_matches(plaats, known, n=1)


def _suggest(near: Sequence[str], otherwise: str) -> str:
    return f"Bedoelt u {near[0]}?" if near else otherwise


def _elsewhere(blocks: Iterable[PlacedBlock], citaat: str) -> str:
    """The first place outside the one named that holds a quote."""
    for placed in blocks:
        if any(find_citaat(citaat, placed.block.text)):
            section = placed.block.sections[-1:]
            return "#".join((placed.onderdeel.slug, *section))
    return ""


def _idle_wijzigingen(dossier: Dossier) -> Iterator[Problem]:
    claims = [dossier.claims[dossier.index(naar)] for _, naar in _steps(dossier)]
    idle = [dossier.wijziging(name) for one in claims for name in one.idle]
    if not dossier.werkversie_verschilt:
        drafts = dossier.project.wijzigingen.get(WERKVERSIE, ())
        idle += [draft for draft in drafts if not draft.ingetrokken]
    for wijziging in idle:
        yield dossier.project.problem(
            wijziging,
            f"{wijziging.id} hoort bij geen enkele verandering in de tekst.",
            "Noem de plaats en de woorden die zijn veranderd, of laat deze wijziging weg.",
        )


def _unclaimed_changes(dossier: Dossier) -> Iterator[Problem]:
    """For frozen versions whose causes should be complete."""
    for naar, plek in open_plekken(dossier):
        versie = dossier.versie(naar)
        if versie is not None and versie.herkomst_volledig:
            yield Problem(
                f"versions/{naar}/wijzigingen.yml",
                plaats_van(plek),
                "",
                f"Deze verandering heeft nog geen herkomst: {told(plek)}.",
                "Voeg een wijziging toe die deze woorden noemt, "
                "of zet `herkomst_volledig: false` in versie.yml.",
            )


def open_plekken(dossier: Dossier) -> Iterator[tuple[str, Plek]]:
    """Every place that needs a cause and has none, with the version that it came in."""
    for van, naar in _steps(dossier):
        for onderdeel in dossier.vergelijking(van, naar).onderdelen:
            for plek in onderdeel.plekken:
                if plek.zonder_herkomst:
                    yield naar, plek


def plaats_van(plek: Plek) -> str:
    """The onderdeel and the heading that a place stands under, as a register names them."""
    placed = plek.entry.placed
    return "#".join((placed.onderdeel.slug, *placed.block.sections[-1:]))


def told(plek: Plek) -> str:
    """What changed in a place, in words of the texts."""
    if plek.soort != "tekst":
        words = " ".join(plek.entry.placed.block.words.split()[:8])
        return f"{plek.soort}: “{words}…”"
    was, wordt = (f"“{words}”" if words else "" for words in (plek.was, plek.wordt))
    if was and wordt:
        return f"{was} is nu {wordt}"
    return f"{wordt} is toegevoegd" if wordt else f"{was} is vervallen"


def _lost_punten(dossier: Dossier) -> Iterator[Problem]:
    """Points about a place or a passage that the version does not have."""
    known = set(dossier.ids) - _unreliable(dossier)
    for zienswijze in dossier.project.zienswijzen:
        if zienswijze.versie not in known:
            continue
        version = dossier.index(zienswijze.versie)
        for punt in zienswijze.punten:
            if punt.plaats:
                yield from _lost_place(dossier, punt, punt.plaats, punt.citaat, version, "plaats")
            if punt.zie:
                yield from _lost_place(
                    dossier, punt, punt.zie, None, dossier.index(dossier.versies[-1].id), "zie"
                )


def _lost_place(
    dossier: Dossier, record: Record, plaats: Plaats, citaat: str | None, version: int, key: str
) -> Iterator[Problem]:
    blocks = dossier.history.blocks[version]
    nummer = _name(dossier, version)
    if not any(in_plaats(p, plaats) for p in blocks):
        near = _near_plaatsen(blocks, plaats)
        wat = f"De plaats {plaats} staat niet in {nummer}."
        doe = _suggest(near, "Noem een onderdeel en de kop zoals die daar heten.")
        yield dossier.project.problem(record, wat, doe, key)
    elif citaat and find_block(blocks, plaats, citaat) is None:
        wat, doe = _not_here(citaat, nummer, _elsewhere(blocks, citaat))
        yield dossier.project.problem(record, wat, doe, "citaat")


def _moving_text(dossier: Dossier) -> Iterator[Problem]:
    """While councils decide on a text it does not move, unless a new round has begun."""
    settings_unknown = any(p.file == "mkdocs.yml" for p in dossier.project.problems)
    if not (dossier.versies and dossier.werkversie_verschilt) or settings_unknown:
        return
    newest = dossier.versies[-1]
    if newest.fase.fase != "ter-vaststelling" or dossier.project.regio.nieuwe_ronde:
        return
    for onderdeel in dossier.vergelijking(newest.id, WERKVERSIE).onderdelen:
        if onderdeel.status != "gelijk":
            yield Problem(
                f"docs/regiovisie/{_bestand(dossier, onderdeel.slug)}",
                "",
                "",
                f"Versie {newest.nummer} ligt bij de raden; de tekst mag nu niet veranderen.",
                "Zet de tekst terug zoals in die versie. Is er een nieuwe ronde? Zet dan in "
                "mkdocs.yml, onder extra › regiovisie, bij `nieuwe_ronde` waarom.",
            )


def _bestand(dossier: Dossier, slug: str) -> str:
    """The file of an onderdeel in the werkversie, else in the newest version."""
    texts = (dossier.tekst(WERKVERSIE), dossier.tekst(dossier.versies[-1].id))
    found = (tekst.onderdeel(slug) for tekst in texts)
    return next((onderdeel.bestand for onderdeel in found if onderdeel), slug)
