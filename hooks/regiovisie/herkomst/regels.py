"""The rules that need both the registers and the texts, as problems for an editor.

Rule 1: every change has a cause. Rule 2: no cause without a change. Quotes and places must
lead to one change; points must be about a passage that exists; and while councils decide,
the text stands still.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from regiovisie.diff.history import PlacedBlock
from regiovisie.errors import Problem, nearest
from regiovisie.herkomst.citaten import find_citaat
from regiovisie.herkomst.dossier import Dossier, find_block
from regiovisie.herkomst.groepen import Groep
from regiovisie.herkomst.hits import ClaimProblem, in_plaats
from regiovisie.herkomst.koppelingen import link_problems
from regiovisie.herkomst.plekken import Plek
from regiovisie.registers import WERKVERSIE, Plaats, Record, Wijziging
from regiovisie.registers.chain import are_line
from regiovisie.registers.checksums import LIVING


def all_problems(dossier: Dossier) -> tuple[Problem, ...]:
    """Everything that is wrong: in the registers, in the recorded lifelines, and in how the
    registers fit the texts."""
    edited = {p.file.rpartition("/")[0] for p in dossier.project.problems if _is_frozen(p.file)}
    return (
        *dossier.project.problems,
        # Where a file was edited, the checksums say so; that the lifelines fit no longer follows.
        *(p for p in dossier.levenslijn_problems if p.file.rpartition("/")[0] not in edited),
        *(problem for rule in DOSSIER_RULES.values() for problem in rule(dossier)),
    )


def all_warnings(dossier: Dossier) -> tuple[Problem, ...]:
    """What an editor should look at, but what stops nothing."""
    found = (problem for rule in DOSSIER_WARNING_RULES.values() for problem in rule(dossier))
    return tuple(
        sorted({*dossier.project.waarschuwingen, *found}, key=lambda problem: problem.sort_key)
    )


def _is_frozen(file: str) -> bool:
    """Whether a file belongs to what a freeze fixes."""
    return file.startswith("versions/") and file.rpartition("/")[2] not in LIVING


def _unreliable(dossier: Dossier) -> set[str]:
    """Versions whose text is not as it was frozen: against it every quote would seem wrong."""
    files = [p.file for p in dossier.project.problems if p.file.endswith(".md")]
    files += [p.file for p in dossier.levenslijn_problems]
    return {file.split("/")[1] for file in files if file.startswith("versions/")}


def _steps(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """The steps whose two texts can be relied on: none while the versions are no line."""
    if not are_line(dossier.versies):
        return iter(())
    unreliable = _unreliable(dossier)
    return (step for step in dossier.stappen if not unreliable.intersection(step))


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
        elsewhere: set[tuple[object, ...]] = set()
        for problem in dossier.claims[version].problems:
            wat, doe = _explain(dossier, version, problem)
            # A wrong place makes both quotes wrong; it is one mistake.
            mistake = (problem.wijziging.id, problem.path[:-1], doe)
            if mistake not in elsewhere:
                yield dossier.project.problem(problem.wijziging, wat, doe, *problem.path)
            if doe.startswith(_ELSEWHERE):
                elsewhere.add(mistake)


def _explain(dossier: Dossier, version: int, problem: ClaimProblem) -> tuple[str, str]:
    key = problem.path[-1]
    side = version - 1 if key in ("was", "plaats_was") else version
    nummer = _name(dossier, side)
    match problem.probleem:
        case "plaats":
            other = _other_plaats(dossier.history.blocks[side], problem.value)
            return f"De plaats {problem.value} staat niet in {nummer}.", other
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
            return (
                f"De woorden “{problem.value}” passen op {count} veranderde plekken: {places}",
                "Neem meer woorden over, zodat er één plek overblijft, of zet `overal: true`.",
            )


_ELSEWHERE = "Ze staan wel in"


def _not_here(citaat: str, nummer: str, elsewhere: str) -> tuple[str, str]:
    """What is wrong with a quote that its place does not hold, and what to do."""
    wat = f"De woorden “{citaat}” staan niet op deze plaats in {nummer}."
    if elsewhere:
        return wat, f"{_ELSEWHERE} {elsewhere}. Verbeter de plaats."
    return wat, "Neem de woorden over zoals ze in de tekst staan, zonder opmaak."


def _name(dossier: Dossier, version: int) -> str:
    versie = dossier.versie(dossier.ids[version])
    return f"versie {versie.nummer}" if versie else "de werkversie"


def _other_plaats(blocks: Iterable[PlacedBlock], plaats: str) -> str:
    """What to write instead of a place that is not there: the nearest, else what there is."""
    wanted = Plaats(plaats)
    koppen: dict[str, list[str]] = {}
    for placed in blocks:
        slugs = koppen.setdefault(placed.onderdeel.slug, [])
        if placed.block.slug and placed.block.sections:
            slugs.append(placed.block.slug)
    if wanted.onderdeel in koppen and wanted.kop:
        own = koppen[wanted.onderdeel]
        if near := nearest(wanted.kop, own):
            return f"Bedoelt u {wanted.onderdeel}#{near}?"
        known = f"De koppen van {wanted.onderdeel} zijn: {_listed(own)}."
        return known if own else f"Schrijf alleen {wanted.onderdeel}: er staan geen koppen in."
    if near := nearest(wanted.onderdeel, koppen):
        return f"Bedoelt u {near}{wanted[len(wanted.onderdeel) :]}?"
    return f"De onderdelen zijn: {_listed(list(koppen))}."


_MOST_LISTED = 12


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _MOST_LISTED
    return ", ".join(names[:_MOST_LISTED]) + (f" en nog {more}" if more > 0 else "")


def _elsewhere(blocks: Iterable[PlacedBlock], citaat: str) -> str:
    """The first place outside the one named that holds a quote."""
    for placed in blocks:
        if any(find_citaat(citaat, placed.block.text)):
            section = placed.block.sections[-1:]
            return "#".join((placed.onderdeel.slug, *section))
    return ""


def _idle_wijzigingen(dossier: Dossier) -> Iterator[Problem]:
    claims = [dossier.claims[dossier.index(naar)] for _, naar in _steps(dossier)]
    repeated = {name for name, *_ in dossier.project.names.duplicates("wijziging")}
    idle = [dossier.wijziging(name) for one in claims for name in one.idle if name not in repeated]
    if not dossier.werkversie_verschilt:
        drafts = dossier.project.wijzigingen.get(WERKVERSIE, ())
        idle += [d for d in drafts if not d.ingetrokken and d.id not in repeated]
    for wijziging in idle:
        yield dossier.project.problem(
            wijziging,
            f"{wijziging.id} hoort bij geen enkele verandering in de tekst.",
            "Noem de plaats en de woorden die zijn veranderd, of laat deze wijziging weg.",
        )


def _unclaimed_changes(dossier: Dossier) -> Iterator[Problem]:
    """For frozen versions whose causes should be complete.

    A wijziging with a mistake leaves its words open; that is told at the mistake only.
    """
    mistaken = {naar: _mistaken(dossier, naar) for _, naar in _steps(dossier)}
    for naar, plek in open_plekken(dossier):
        versie = dossier.versie(naar)
        if versie is None or not versie.herkomst_volledig or not _all_read(dossier, naar):
            continue
        if not any(_may_mean(wijziging, plek) for wijziging in mistaken[naar]):
            yield Problem(
                f"versions/{naar}/wijzigingen.yml",
                plaats_van(plek),
                "",
                f"Deze verandering heeft nog geen herkomst: {told(plek)}.",
                "Voeg een wijziging toe die deze woorden noemt, "
                "of zet `herkomst_volledig: false` in versie.yml.",
            )


def _mistaken(dossier: Dossier, naar: str) -> list[Wijziging]:
    """The wijzigingen of a version of which a quote or a place is wrong."""
    claims = dossier.claims[dossier.index(naar)]
    return [*(p.wijziging for p in claims.problems), *map(dossier.wijziging, claims.idle)]


def _all_read(dossier: Dossier, naar: str) -> bool:
    """Whether every wijziging of a version could be read."""
    file = f"versions/{naar}/wijzigingen.yml"
    problems = dossier.project.problems
    return not (
        dossier.project.names.is_open("wijziging") and any(p.file == file for p in problems)
    )


def _may_mean(wijziging: Wijziging, plek: Plek) -> bool:
    """Whether a wijziging with a mistake was probably written for this place."""
    slug = plek.entry.placed.onderdeel.slug
    targets = [target for _, target in wijziging.doelen]
    if any(slug in (t.plaats.onderdeel, (t.plaats_was or t.plaats).onderdeel) for t in targets):
        return True
    return any(
        (plek.was and plek.was in (target.was or ""))
        or (plek.wordt and plek.wordt in (target.wordt or ""))
        for target in targets
    )


def open_plekken(dossier: Dossier) -> Iterator[tuple[str, Plek]]:
    """Every block or stretch of words that needs a cause and has none, with its version."""
    return ((naar, plek) for naar, groep in open_groepen(dossier) for plek in groep)


def open_groepen(dossier: Dossier) -> Iterator[tuple[str, Groep]]:
    """The same as readers count them: what was changed as one is one place."""
    for van, naar in _steps(dossier):
        for onderdeel in dossier.vergelijking(van, naar).onderdelen:
            for groep in onderdeel.groepen:
                if groep[0].zonder_herkomst:
                    yield naar, groep


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
            if punt.zie and are_line(dossier.versies):
                yield from _lost_place(
                    dossier, punt, punt.zie, None, dossier.index(dossier.versies[-1].id), "zie"
                )


def _lost_place(
    dossier: Dossier, record: Record, plaats: Plaats, citaat: str | None, version: int, key: str
) -> Iterator[Problem]:
    blocks = dossier.history.blocks[version]
    nummer = _name(dossier, version)
    if not any(in_plaats(p, plaats) for p in blocks):
        wat = f"De plaats {plaats} staat niet in {nummer}."
        yield dossier.project.problem(record, wat, _other_plaats(blocks, plaats), key)
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


def _dead_links(dossier: Dossier) -> Iterator[Problem]:
    """Links of the living text that lead nowhere in it."""
    if dossier.project.werkversie is not None and dossier.ids:
        yield from link_problems(dossier.tekst(WERKVERSIE), "docs/regiovisie")


def _needless_permission(dossier: Dossier) -> Iterator[Problem]:
    """Settings that allow what is no longer the case: they would hide the next mistake."""
    newest = dossier.versies[-1] if dossier.versies else None
    regio = dossier.project.regio
    at_councils = newest is not None and newest.fase.fase == "ter-vaststelling"
    if regio.nieuwe_ronde and not (at_councils and dossier.werkversie_verschilt):
        wat = "Hier staat waarom de tekst weer mag veranderen, maar dat is nu niet nodig."
        doe = "Haal nieuwe_ronde weg, anders valt een latere wijziging bij de raden niet op."
        yield dossier.project.problem(regio, wat, doe, "nieuwe_ronde")
    unknown = {naar for naar, _ in open_plekken(dossier)}
    for versie in dossier.versies:
        if not versie.herkomst_volledig and versie.id not in unknown:
            wat = "Elke verandering heeft een herkomst, maar hier staat dat die niet volledig is."
            doe = "Haal herkomst_volledig weg; lezers zien dan dat alles verantwoord is."
            yield dossier.project.problem(versie, wat, doe, "herkomst_volledig")


DossierRule = Callable[[Dossier], Iterable[Problem]]
DOSSIER_RULES: Mapping[str, DossierRule] = {
    "er-is-een-versie": _no_versions,
    "woorden-staan-er": _claim_problems,
    "geen-herkomst-zonder-verandering": _idle_wijzigingen,
    "elke-verandering-heeft-een-herkomst": _unclaimed_changes,
    "punt-gaat-over-wat-er-staat": _lost_punten,
    "tekst-bij-de-raden-ligt-stil": _moving_text,
    "link-leidt-ergens-heen": _dead_links,
}
"""The rules that need the texts, by name; see `regiovisie.registers.rules` for the others."""
DOSSIER_WARNING_RULES: Mapping[str, DossierRule] = {
    "toestemming-is-nog-nodig": _needless_permission,
}
"""The same for what stops nothing."""
