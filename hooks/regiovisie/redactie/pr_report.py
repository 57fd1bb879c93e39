"""The verb `pr-report`: what a proposal changes, as a comment that editors read.

Both states are read out of git, never from the work tree, and nothing in them is run: so it
is safe for proposals of people who are not trusted yet.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from regiovisie.errors import RegiovisieError
from regiovisie.herkomst.dossier import Dossier, make_dossier
from regiovisie.herkomst.voorstel import make_voorstel
from regiovisie.redactie.concepten import WIJZIGINGEN
from regiovisie.redactie.freeze import WERKVERSIE_FOLDER
from regiovisie.redactie.herkomst import register_with_drafts
from regiovisie.redactie.pr_json import voorstel_json
from regiovisie.redactie.pr_markdown import voorstel_markdown
from regiovisie.registers import load_project
from regiovisie.repo import export_files, merge_base

PROJECT_FILES = ("mkdocs.yml", "docs", "versions")
"""What a project is made of."""


def pr_report(project: Path, base: str, head: str, *, form: str, voorbeeld: str = "") -> str:
    """What ``head`` changes since it left ``base``, as markdown or json.

    ``voorbeeld`` is the address of the preview, ending in a slash. Raises RegiovisieError
    when git does not know one of the two.
    """
    begin = merge_base(project, base, head)
    with _dossier_at(project, begin) as before, _dossier_at(project, head) as after:
        voorstel = make_voorstel(before, after, _with_drafts(project, head, after))
        return voorstel_json(voorstel) if form == "json" else voorstel_markdown(voorstel, voorbeeld)


@contextmanager
def _dossier_at(project: Path, ref: str) -> Iterator[Dossier]:
    """The dossier of the project as it was at a commit."""
    with tempfile.TemporaryDirectory() as folder:
        export_files(project, ref, Path(folder), PROJECT_FILES)
        yield make_dossier(load_project(Path(folder)))


def _with_drafts(project: Path, ref: str, dossier: Dossier) -> Dossier:
    """The dossier as it is once what the commits say stands in the register.

    Where nobody can tell what they say (a copy without the history, a register that is not
    readable) it is the dossier itself: the report then calls more without cause than needed,
    and says under its problems what is wrong with the register.
    """
    try:
        register = register_with_drafts(project, dossier, ref)
    except RegiovisieError:
        return dossier
    if register is None:
        return dossier
    path = dossier.project.root / WERKVERSIE_FOLDER / WIJZIGINGEN
    path.write_text(register, encoding="utf-8", newline="\n")
    return make_dossier(load_project(dossier.project.root))
