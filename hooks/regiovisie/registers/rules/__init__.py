"""The rules between registers that need no comparing of texts.

Each rule is a function from a project to the problems that it finds. `RULES` holds all of
them by name; `tests/cases/regels/` breaks each of them once, in the words of an editor.
What is wrong inside one record is found by the schema, before any rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from regiovisie.errors import Problem
from regiovisie.registers.project import Project
from regiovisie.registers.rules import (
    beelden,
    besluiten,
    bronnen,
    ongebruikt,
    punten,
    samenvattingen,
    teksten,
    veilig,
    versies,
    verwijzingen,
    volgorde,
    voorbeelden,
    wijzigingen,
)
from regiovisie.registers.rules import names as id_rules

Rule = Callable[[Project], Iterable[Problem]]
RULES: Mapping[str, Rule] = {
    "ids-zijn-uniek": id_rules.unique_ids,
    "bestand-heet-naar-id": id_rules.file_names,
    "id-hoort-bij-bestand": id_rules.ids_within,
    "verwijzing-bestaat": id_rules.references,
    "niets-staat-dubbel": id_rules.no_repeats,
    "elk-punt-heeft-een-antwoord": punten.answers,
    "al-verwerkt-noemt-de-plaats": punten.places_that_say_it,
    "uitkomst-past-bij-wijziging": punten.changes_of_punten,
    "herkomst-is-onderbouwd": wijzigingen.herkomst,
    "overal-heeft-woorden": wijzigingen.everywhere_of_what,
    "wijziging-op-haar-plek": wijzigingen.where_they_belong,
    "tekst-is-geschreven": teksten.placeholders,
    "tekst-zonder-code": veilig.code_in_texts,
    "bestand-is-veilig": beelden.safe_files,
    "versienummer-is-uniek": versies.own_numbers,
    "versies-vormen-een-lijn": versies.one_line,
    "versies-zonder-kring": versies.no_loops,
    "vastgesteld-door-alle-raden": besluiten.adopted_by_all,
    "gemeente-en-register-eens": besluiten.registers_agree,
    "planning-op-volgorde": volgorde.planning_in_order,
    "fasen-op-volgorde": volgorde.phases_in_order,
    "versies-op-volgorde": volgorde.versions_in_order,
    "oorzaak-voor-gevolg": volgorde.causes_before_changes,
    "besluit-na-toezending": volgorde.decisions_after_sending,
    "wat-echt-is-heeft-een-bron": voorbeelden.sources,
    "bron-is-terug-te-vinden": bronnen.complete,
    "fase-heeft-een-bron": voorbeelden.phase_sources,
    "besluit-heeft-een-bron": voorbeelden.council_sources,
    "voorbeelden-apart": voorbeelden.examples_apart,
    "voorbeeldantwoord-apart": voorbeelden.answers_apart,
    "voorbeeldwijziging-apart": voorbeelden.changes_apart,
    "voorbeeld-heet-voorbeeld": voorbeelden.examples_say_so,
    "voorbeeld-besluit-niet": voorbeelden.examples_do_not_decide,
    "inwoner-zonder-naam": voorbeelden.residents_without_name,
}
WARNING_RULES: Mapping[str, Rule] = {
    "samenvatting-is-bij": samenvattingen.summaries,
    "ongebruikt": ongebruikt.unused,
    "andere-versie-dan-de-ronde": volgorde.other_version_than_the_ronde,
    "verwijzing-in-woorden": verwijzingen.in_words,
    "bron-wordt-gebruikt": bronnen.in_use,
    "bronnen-zeggen-wat": bronnen.say_what,
    "ontvangen-voor-toezending": volgorde.received_before_sending,
}
"""Rules whose findings an editor should look at, and that stop nothing."""


def find_problems(project: Project) -> Iterator[Problem]:
    """What any rule finds."""
    for rule in RULES.values():
        yield from rule(project)


def find_warnings(project: Project) -> Iterator[Problem]:
    """What any warning rule finds."""
    for rule in WARNING_RULES.values():
        yield from rule(project)
