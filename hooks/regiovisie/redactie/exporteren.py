"""The verb `export docx`: a version as a Word file, or two with what changed between them."""

from __future__ import annotations

from pathlib import Path

from regiovisie.errors import Problem, RegiovisieError
from regiovisie.export.docx import docx_of_pair, docx_of_version
from regiovisie.herkomst.dossier import Dossier, make_dossier
from regiovisie.redactie.freeze import WERKVERSIE_FOLDER
from regiovisie.registers import WERKVERSIE, load_project


def exporteer_docx(project: Path, versies: tuple[str, ...], uit: Path) -> str:
    """Write a Word file of one version, or of two from old to new; the report as text.

    Raises RegiovisieError when a version is unknown, the two are not in that order, or the
    file cannot be written.
    """
    dossier = make_dossier(load_project(project))
    ids = [_id_of(dossier, versie) for versie in versies]
    folders = [project / _folder(name) for name in reversed(ids)]

    def beeld(src: str) -> bytes | None:
        found = (folder / src for folder in folders)
        return next((p.read_bytes() for p in found if _is_inside(p, project)), None)

    if len(ids) == 1:
        content = docx_of_version(dossier, ids[0], beeld)
        _write(uit, content)
        return f"Versie {ids[0]} staat in {uit.name}."
    van, naar = ids
    if dossier.index(van) >= dossier.index(naar):
        wat = f"{van} is niet ouder dan {naar}."
        raise RegiovisieError([Problem("versions", "", "", wat, "Noem eerst de oudste versie.")])
    _write(uit, docx_of_pair(dossier, van, naar, beeld))
    return (
        f"{uit.name} is de tekst van {naar}, met de wijzigingen sinds {van} bijgehouden.\n"
        "Wie alles weigert leest de oude tekst, wie alles accepteert de nieuwe."
    )


def _id_of(dossier: Dossier, given: str) -> str:
    """The version that an id or a number names."""
    if given in dossier.ids:
        return given
    if given == WERKVERSIE and dossier.versies:
        return dossier.versies[-1].id  # nothing differs
    found = next((v.id for v in dossier.versies if v.nummer == given), None)
    if found is None:
        known = ", ".join(dossier.ids) or "geen"
        wat = f"De versie {given} is er niet."
        raise RegiovisieError([Problem("versions", "", "", wat, f"Kies uit: {known}.")])
    return found


def _folder(versie: str) -> str:
    return WERKVERSIE_FOLDER if versie == WERKVERSIE else f"versions/{versie}"


def _is_inside(path: Path, project: Path) -> bool:
    """Whether a file is there, within the project: an address in a text may say anything."""
    return path.is_file() and path.resolve().is_relative_to(project.resolve())


def _write(path: Path, content: bytes) -> None:
    """Write a file at once or not at all."""
    staged = path.with_name(f".{path.name}-nieuw")
    try:
        staged.write_bytes(content)
        staged.replace(path)
    except OSError as error:
        wat = f"Dit bestand kan niet worden geschreven ({error.strerror})."
        doe = "Sluit het als het in Word open staat, of kies een andere naam."
        raise RegiovisieError([Problem(path.as_posix(), "", "", wat, doe)]) from error
    finally:
        staged.unlink(missing_ok=True)
