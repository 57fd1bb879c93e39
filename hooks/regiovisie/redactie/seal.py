"""The verb `seal`: fix a version as it stands.

Writes levenslijnen.tsv (which block is which lifeline) and SHA256SUMS (what every file
holds), and nothing else. From then on a changed text is an error.
"""

from __future__ import annotations

from pathlib import Path

from regiovisie.diff.history import build_history
from regiovisie.diff.lifelines import Levenslijn
from regiovisie.errors import Problem, RegiovisieError
from regiovisie.herkomst.dossier import read_recorded
from regiovisie.herkomst.levenslijnen import format_levenslijnen
from regiovisie.redactie.staging import replace_text
from regiovisie.registers import CHECKSUMS, LEVENSLIJNEN, Project, checksum_lines, load_project
from regiovisie.text.blocks import parse_tekst

_BROKEN = "Deze versie kan niet worden gelezen."
_MEND = "Voer check uit en verbeter wat daar staat."


def seal(project: Path, versie: str) -> str:
    """Write levenslijnen.tsv and SHA256SUMS of a version; the report as text.

    Raises RegiovisieError when the version is unknown, sealed already, or follows a version
    that is not sealed: lifelines come from the version before.
    """
    loaded = load_project(project)
    _refuse(loaded, versie)
    folder = project / "versions" / versie
    replace_text(folder / LEVENSLIJNEN, _levenslijnen(loaded, versie))
    replace_text(folder / CHECKSUMS, checksum_lines(folder))
    return f"Versie {versie} is verzegeld: {LEVENSLIJNEN} en {CHECKSUMS} staan in haar map."


def _refuse(project: Project, versie: str) -> None:
    versies = {v.id: v for v in project.versies}
    folder = project.root / "versions" / versie
    if versie not in versies and folder.is_dir():
        mine = [p for p in project.problems if p.file.startswith(f"versions/{versie}")]
        raise RegiovisieError(mine or [Problem(f"versions/{versie}", "", "", _BROKEN, _MEND)])
    if versie not in versies:
        known = ", ".join(versies) or "geen"
        _fail(versie, "Deze versie is er niet.", f"Kies uit: {known}.")
    if versies[versie].checksums is not None:
        _fail(
            versie,
            "Deze versie is al verzegeld.",
            "Een verzegelde tekst verandert niet meer. Maak een nieuwe versie.",
        )
    before = versies[versie].voorganger
    if before in versies and versies[before].levenslijnen is None:
        _fail(versie, f"De voorganger {before} is nog niet verzegeld.", f"Verzegel eerst {before}.")


def _fail(versie: str, wat: str, doe: str) -> None:
    raise RegiovisieError([Problem(f"versions/{versie}", "", "", wat, doe)])


def _levenslijnen(project: Project, versie: str) -> str:
    ids = [v.id for v in project.versies]
    chain = project.versies[: ids.index(versie) + 1]
    teksten = [parse_tekst(v.id, v.tekst.bestanden) for v in chain]
    recorded, problems = read_recorded(chain[:-1], teksten)
    if problems:
        raise RegiovisieError(problems)
    history = build_history(teksten, recorded)
    return format_levenslijnen(teksten[-1], [Levenslijn(p.id, p.uit) for p in history.blocks[-1]])
