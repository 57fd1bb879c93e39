"""The verb `correct`: put a frozen version on record again after personal data was taken out.

An editor first takes the words out of the file in versions/. This verb then writes down that
a correction was made, by whose decision and for what kind of reason, never what it was; and
renews what proves the text untouched. Lifelines keep their ids, so every address stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from regiovisie.diff.history import build_history
from regiovisie.diff.lifelines import Levenslijn
from regiovisie.errors import Problem, RegiovisieError
from regiovisie.herkomst.levenslijnen import (
    LevenslijnenError,
    format_levenslijnen,
    parse_levenslijnen,
)
from regiovisie.herkomst.vergelijking import make_vergelijking
from regiovisie.model import Tekst
from regiovisie.redactie.staging import replace_text
from regiovisie.redactie.verify import frozen_content
from regiovisie.registers import Project, Versie, load_project
from regiovisie.registers.checksums import (
    CHECKSUMS,
    LEVENSLIJNEN,
    changed_files,
    checksum_lines,
    fingerprint,
)
from regiovisie.registers.files import read_text
from regiovisie.registers.writing import inline_yaml_text
from regiovisie.text.blocks import parse_tekst

VERSIE_YML = "versie.yml"
SHORTEST_TRACE = 5
"""Fewer characters than this are no trace: they stand anywhere."""


@dataclass(frozen=True, slots=True)
class Besluit:
    """Who decided on a correction, when, and why in general."""

    reden: str
    """``privacy`` or ``procedure``."""
    door: str
    """A role, never a name."""
    datum: str


def correct(project: Path, versie_id: str, besluit: Besluit) -> str:
    """Record the correction of a frozen version; the report as text.

    Raises RegiovisieError when there is nothing to record, or when blocks came or went and
    git does not know the text as it was; then nothing has changed.
    """
    loaded = load_project(project)
    versie = _found(loaded, versie_id)
    folder = project / "versions" / versie_id
    changed = changed_files(folder)
    if not changed:
        wat = "In deze versie is niets veranderd."
        doe = "Haal eerst de gegevens weg uit de bestanden in deze map, en begin dan opnieuw."
        raise RegiovisieError([Problem(f"versions/{versie_id}", "", "", wat, doe)])
    was = _text_as_it_was(project, versie)
    replace_text(folder / LEVENSLIJNEN, _renewed_lifelines(versie, was))
    before = fingerprint(versie.checksums or "")
    _record(folder / VERSIE_YML, besluit, before)
    replace_text(folder / CHECKSUMS, checksum_lines(folder))
    after = fingerprint((folder / CHECKSUMS).read_text(encoding="utf-8"))
    traces = list(_traces(loaded, versie, was))
    return "\n".join([*_report(versie, changed, before, after), *_warnings(traces)])


def _found(project: Project, versie_id: str) -> Versie:
    found = next((v for v in project.versies if v.id == versie_id), None)
    if found is None:
        known = ", ".join(v.id for v in project.versies) or "geen"
        wat = "Deze versie is er niet, of haar versie.yml klopt niet."
        problem = Problem(f"versions/{versie_id}", "", "", wat, f"Kies uit: {known}.")
        raise RegiovisieError([problem])
    return found


# --- the text before and after


def _text_as_it_was(project: Path, versie: Versie) -> Tekst | None:
    """The text when it was frozen, out of git; None where git does not know all of it."""
    files: list[tuple[str, str]] = []
    for name, text in versie.tekst.bestanden:
        content = frozen_content(project, f"versions/{versie.id}/{name}")
        if content is None:
            return None
        files.append((name, content.decode("utf-8-sig", "replace") if content else text))
    return parse_tekst("was", files)


def _renewed_lifelines(versie: Versie, was: Tekst | None) -> str:
    """levenslijnen.tsv of the text as it is now, with the ids that its blocks had."""
    now = parse_tekst("is", versie.tekst.bestanden)
    try:
        lines: Sequence[Levenslijn] = parse_levenslijnen(versie.levenslijnen or "", now)
    except LevenslijnenError:
        if was is None:
            wat = "Er zijn alinea’s bij gekomen of weg, en de oude tekst staat niet in git."
            doe = "Laat op de plek van een alinea een zin staan, zoals: Deze alinea is weggehaald."
            raise RegiovisieError([Problem(f"versions/{versie.id}", "", "", wat, doe)]) from None
        recorded = {"was": parse_levenslijnen(versie.levenslijnen or "", was)}
        uit = {line.id: line.uit for line in recorded["was"]}
        blocks = build_history([was, now], recorded).blocks[-1]
        lines = [Levenslijn(placed.id, uit.get(placed.id, ())) for placed in blocks]
    return format_levenslijnen(now, lines)


# --- putting it on record


def _record(path: Path, besluit: Besluit, fingerprint_was: str) -> None:
    """Add the correction to versie.yml; one that a stopped run wrote already is not repeated."""
    entry = inline_yaml_text(
        {
            "datum": besluit.datum,
            "reden": besluit.reden,
            "door": besluit.door,
            "vingerafdruk_was": fingerprint_was,
        }
    )
    line = f"  - {entry}"
    text = path.read_text(encoding="utf-8-sig").rstrip("\n")
    lines = text.split("\n")
    if line in lines:
        return
    if "correcties:" in lines:
        at = lines.index("correcties:") + 1
        while at < len(lines) and lines[at].startswith((" ", "-")):
            at += 1
        lines.insert(at, line)
    else:
        lines += ["correcties:", line]
    replace_text(path, "\n".join(lines) + "\n")


# --- what is told


def _report(versie: Versie, changed: Sequence[str], before: str, after: str) -> Iterator[str]:
    yield f"De correctie van versie {versie.nummer} is vastgelegd ({', '.join(changed)})."
    yield f"De vingerafdruk was {before} en is nu {after}."
    yield (
        "De geschiedenis van git kent de oude woorden nog. Laat de beheerder ze daaruit halen, "
        "en uit kopieën van de site; zie de handleiding, ‘Persoonsgegevens weghalen’."
    )


def _warnings(traces: Sequence[str]) -> Iterator[str]:
    if traces:
        yield "Let op: woorden die u weghaalde, staan ook nog hier:"
        yield from (f"  {trace}" for trace in traces)


def _traces(project: Project, versie: Versie, was: Tekst | None) -> Iterator[str]:
    """Where words that were taken out still stand: file and line, never the words."""
    if was is None:
        return
    now = parse_tekst("is", versie.tekst.bestanden)
    found = make_vergelijking(build_history([was, now]), {}, 0, 1)
    gone = {p.was for o in found.onderdelen for p in o.plekken if len(p.was) >= SHORTEST_TRACE}
    for file in _text_files(project.root):
        text = read_text(project.root, file)
        for number, line in enumerate(text.split("\n") if isinstance(text, str) else (), 1):
            if any(words in line for words in gone):
                yield f"{file}, regel {number}"


def _text_files(root: Path) -> list[str]:
    paths = (p for folder in ("docs", "versions") for p in (root / folder).rglob("*"))
    texts = (p for p in paths if p.suffix in (".md", ".yml", ".tsv", ".svg"))
    return sorted(path.relative_to(root).as_posix() for path in texts)
