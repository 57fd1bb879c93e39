"""What `check`, `seal` and `verify` tell an editor about a small project."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path

import pytest

from regiovisie.errors import RegiovisieError
from regiovisie.redactie.check import check
from regiovisie.redactie.seal import seal
from regiovisie.redactie.verify import verify
from regiovisie.registers.checksums import fingerprint

from tests.support.project import EERSTE, TWEEDE, WERKVERSIE_PROJECT, write_sealed

NIEUW = f"versions/{TWEEDE}/02-uitgangspunten.md"


def unsealed(root: Path, versie: str) -> Path:
    """The folder of a version without its seal."""
    folder = root / "versions" / versie
    for name in ("levenslijnen.tsv", "SHA256SUMS"):
        (folder / name).unlink()
    return folder


def test_check_says_that_all_is_well(tmp_path: Path) -> None:
    """A project without problems is counted."""
    assert check(write_sealed(tmp_path), productie=False) == (
        "Alles klopt.\n"
        "1 wijziging op 1 plek.\n"
        "  advies: 1 plek\n"
        "1 zienswijze met 2 punten: 2 beantwoord, 0 onbekend, 0 open.\n"
        "Elke verandering heeft een herkomst."
    )


def test_check_says_where_a_cause_is_missing() -> None:
    """Where causes may still be missing, it says which changes lack one."""
    told = check(WERKVERSIE_PROJECT, productie=False).splitlines()

    at = told.index("Nog zonder herkomst: 2.")
    assert all(re.match(r"  (docs|versions)/\S+, \S+: “.+”", line) for line in told[at + 1 :][:2])
    assert not told[at + 3].startswith("  ")


def test_sealing_again_gives_the_same_seal(tmp_path: Path) -> None:
    """Lifelines and checksums follow from the texts alone."""
    root = write_sealed(tmp_path)
    folder = root / "versions" / TWEEDE
    before = {p.name: p.read_bytes() for p in folder.iterdir()}
    unsealed(root, TWEEDE)

    assert seal(root, TWEEDE) == (
        f"Versie {TWEEDE} is verzegeld: levenslijnen.tsv en SHA256SUMS staan in haar map."
    )
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == before


def test_checksums_are_of_the_standard_form(tmp_path: Path) -> None:
    """`sha256sum -c` could read them."""
    folder = write_sealed(tmp_path) / "versions" / TWEEDE

    for line in (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        digest, name = line.split("  ", 1)
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest


@pytest.mark.parametrize(
    ("versie", "told"),
    [
        ("2030-nooit", "Deze versie is er niet."),
        (TWEEDE, "Deze versie is al verzegeld."),
    ],
)
def test_seal_refuses(tmp_path: Path, versie: str, told: str) -> None:
    """What is not there, or is sealed already, is not sealed."""
    root = write_sealed(tmp_path)

    with pytest.raises(RegiovisieError) as caught:
        seal(root, versie)

    assert [p.wat for p in caught.value.problems] == [told]


def test_a_version_is_sealed_after_the_one_before(tmp_path: Path) -> None:
    """Lifelines come from the version before."""
    root = write_sealed(tmp_path)
    unsealed(root, EERSTE)
    unsealed(root, TWEEDE)

    with pytest.raises(RegiovisieError, match=f"De voorganger {EERSTE} is nog niet verzegeld"):
        seal(root, TWEEDE)


def test_folder_without_versie_yml_is_not_called_missing(tmp_path: Path) -> None:
    """The folder is there; what it lacks is said."""
    root = write_sealed(tmp_path)
    shutil.copytree(root / "versions" / TWEEDE, root / "versions" / "2026-99-nieuw")
    (root / "versions" / "2026-99-nieuw" / "versie.yml").unlink()

    with pytest.raises(RegiovisieError, match=r"versie\.yml"):
        seal(root, "2026-99-nieuw")


def test_verify_gives_a_fingerprint_that_can_be_cited(tmp_path: Path) -> None:
    """Sixteen digits in groups of four, of each version."""
    root = write_sealed(tmp_path)
    sums = (root / "versions" / TWEEDE / "SHA256SUMS").read_text(encoding="utf-8")

    told = verify(root).splitlines()

    assert told[1] == f"{TWEEDE}  {fingerprint(sums)}"
    assert [len(group) for group in fingerprint(sums).split("-")] == [4, 4, 4, 4]
    assert told[-1] == "2 versies zijn ongewijzigd."


def test_verify_finds_an_edited_text(tmp_path: Path) -> None:
    """A frozen text with another word is told by its file."""
    root = write_sealed(tmp_path)
    path = root / NIEUW
    path.write_text(path.read_text(encoding="utf-8") + "\nEn meer.\n", encoding="utf-8")

    with pytest.raises(RegiovisieError) as caught:
        verify(root)

    assert [p.file for p in caught.value.problems] == [NIEUW]
