"""The rules between registers that need no comparing of texts.

Each rule is a function from a project to the problems that it finds; `RULES` is the
list of all of them. What is wrong inside one record is found by the schema, before any rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from regiovisie.errors import Problem
from regiovisie.registers.project import Project
from regiovisie.registers.rules import names as id_rules
from regiovisie.registers.rules import punten, versies, voorbeelden

Rule = Callable[[Project], Iterable[Problem]]
RULES: tuple[Rule, ...] = (
    id_rules.unique_ids,
    id_rules.file_names,
    id_rules.ids_within,
    id_rules.references,
    punten.answers,
    punten.changes_of_punten,
    punten.herkomst,
    versies.own_numbers,
    versies.one_line,
    versies.no_loops,
    versies.changes_where_they_belong,
    versies.planning_in_order,
    voorbeelden.sources,
    voorbeelden.phase_sources,
    voorbeelden.examples_apart,
    voorbeelden.examples_say_so,
    voorbeelden.examples_do_not_decide,
)
WARNING_RULES: tuple[Rule, ...] = ()
"""Rules whose findings an editor should look at, and that stop nothing."""


def find_problems(project: Project) -> Iterator[Problem]:
    """What any rule finds."""
    for rule in RULES:
        yield from rule(project)


def find_warnings(project: Project) -> Iterator[Problem]:
    """What any warning rule finds."""
    for rule in WARNING_RULES:
        yield from rule(project)
