"""Word files that LibreOffice writes.

    python -m tests.support.libreoffice     makes those in tests/cases/word/libreoffice anew

LibreOffice need not be on the machine: the files are kept, and what needs it live is skipped.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

CASES = Path(__file__).parents[1] / "cases" / "word" / "libreoffice"
SOURCES = ("alles.fodt", "sporen.fodt", "pagina.html")
_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
_WORD = "docx:MS Word 2007 XML"
_SECONDS = 180


def is_here() -> bool:
    """Whether LibreOffice is on this machine."""
    return shutil.which("soffice") is not None


def save_as_word(sources: Sequence[Path], folder: Path) -> list[Path]:
    """Each file as LibreOffice saves it for Word; raises AssertionError where it does not."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        command = [
            "soffice",
            f"-env:UserInstallation=file://{profile}",
            "--headless",
            *(["--infilter=HTML (StarWriter)"] if sources[0].suffix == ".html" else []),
            *("--convert-to", _WORD, "--outdir", str(folder)),
            *map(str, sources),
        ]
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    made = [folder / f"{path.stem}.docx" for path in sources]
    missing = [path.name for path in made if not path.is_file()]
    assert not missing, (missing, done.stdout, done.stderr)
    return made


def _without_moment(path: Path) -> None:
    """The same file, without saying when each part of it was made."""
    with zipfile.ZipFile(path) as archive:
        parts = [(info.filename, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts:
            info = zipfile.ZipInfo(name, _FIRST_MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)


def main() -> None:
    """Make the kept files anew from the sources beside them."""
    for name in SOURCES:
        for made in save_as_word([CASES / name], CASES):
            _without_moment(made)


if __name__ == "__main__":
    main()
