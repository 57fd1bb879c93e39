"""The verb `pr-report`: what a proposal changes, as a comment that editors read.

Both states are read out of git, never from the work tree, and nothing in them is run: so it
is safe for proposals of people who are not trusted yet.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from regiovisie.herkomst.dossier import Dossier, make_dossier
from regiovisie.herkomst.voorstel import make_voorstel
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
        voorstel = make_voorstel(before, after)
        return voorstel_json(voorstel) if form == "json" else voorstel_markdown(voorstel, voorbeeld)


@contextmanager
def _dossier_at(project: Path, ref: str) -> Iterator[Dossier]:
    """The dossier of the project as it was at a commit."""
    with tempfile.TemporaryDirectory() as folder:
        export_files(project, ref, Path(folder), PROJECT_FILES)
        yield make_dossier(load_project(Path(folder)))
