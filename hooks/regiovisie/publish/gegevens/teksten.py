"""The texts as editors wrote them: the Markdown and images of every version, and the werkversie.

They are copied as they are, with their checksums: ``sha256sum -c SHA256SUMS`` in the folder holds
for what is published too. Copied after the pages, or MkDocs would make pages of them.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from regiovisie.publish.uitgave import Uitgave
from regiovisie.registers import CHECKSUMS, WERKVERSIE
from regiovisie.registers.checksums import frozen_files
from regiovisie.render.views.gegevens_adres import tekstbestand


def copy_texts(site_dir: Path, uitgave: Uitgave) -> None:
    """Put the files of every text into the site."""
    for versie_id, folder in _folders(uitgave):
        for name in text_files(folder):
            target = site_dir / tekstbestand(versie_id, name)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(folder / name, target)


def text_files(folder: Path) -> list[str]:
    """The files of a text that are for everyone: what a freeze fixes, and its checksums."""
    names = [name for name in frozen_files(folder) if not name.endswith((".yml", ".yaml"))]
    return [*names, *([CHECKSUMS] if (folder / CHECKSUMS).exists() else [])]


def _folders(uitgave: Uitgave) -> Iterator[tuple[str, Path]]:
    root = uitgave.dossier.project.root
    for versie in uitgave.dossier.versies:
        yield versie.id, root / "versions" / versie.id
    yield WERKVERSIE, root / "docs" / "regiovisie"
