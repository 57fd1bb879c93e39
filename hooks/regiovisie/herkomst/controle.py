"""From a project folder to a dossier that may be published: the one gate of build and check.

::

    gekeurd = read_checked(Path("."))       raises RegiovisieError with every problem
    gekeurd.dossier                         what is published
    gekeurd.waarschuwingen                  what an editor should still look at
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from regiovisie.errors import Problem, RegiovisieError
from regiovisie.herkomst.dossier import Dossier, make_dossier
from regiovisie.herkomst.regels import all_problems, all_warnings
from regiovisie.privacy import onderzoek_privacy
from regiovisie.registers import load_project, productie_problems


@dataclass(frozen=True, slots=True)
class Gekeurd:
    """A dossier without problems."""

    dossier: Dossier
    waarschuwingen: tuple[Problem, ...]
    """What stops nothing; sorted by file and place."""


def read_checked(root: Path, *, productie: bool = False) -> Gekeurd:
    """Read and check a project folder.

    ``productie`` also refuses what may not be published as the official site: examples, and
    personal data that nobody said is meant. Raises `RegiovisieError` with every problem.
    """
    project = load_project(root)
    dossier = make_dossier(project)
    privacy = onderzoek_privacy(project)
    refused = (*productie_problems(project), *privacy.vondsten) if productie else ()
    if problems := (*all_problems(dossier), *refused):
        raise RegiovisieError(problems)
    told = {*all_warnings(dossier), *privacy.vondsten, *privacy.overbodig}
    return Gekeurd(dossier, tuple(sorted(told, key=lambda problem: problem.sort_key)))
