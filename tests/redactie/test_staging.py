"""A folder takes the place of another only when it is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from regiovisie.errors import RegiovisieError
from regiovisie.redactie import staging
from regiovisie.redactie.staging import staged_folder


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait between attempts."""
    monkeypatch.setattr(staging, "SECONDS_BETWEEN_ATTEMPTS", 0)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A site that was built before."""
    folder = tmp_path / "site"
    folder.mkdir()
    write(folder, "oud")
    return folder


def write(folder: Path, text: str) -> None:
    """Put a page in a folder."""
    (folder / "index.html").write_text(text, encoding="utf-8")


def read(folder: Path) -> str:
    """The page in a folder."""
    return (folder / "index.html").read_text(encoding="utf-8")


def fail_half_way(folder: Path, failure: type[BaseException]) -> None:
    """Write something and fail."""
    write(folder, "half")
    raise failure


def names(folder: Path) -> list[str]:
    """What stands in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_new_folder_takes_the_place(target: Path) -> None:
    """Afterwards the new folder is there, whole, and nothing else is left."""
    (target / "verouderd.html").touch()

    with staged_folder(target) as folder:
        assert names(folder) == []
        write(folder, "nieuw")
        assert read(target) == "oud"

    assert read(target) == "nieuw"
    assert names(target) == ["index.html"]
    assert names(target.parent) == ["site"]


def test_first_time(tmp_path: Path) -> None:
    """Where nothing was, the folders above are made too."""
    with staged_folder(tmp_path / "uit" / "site") as folder:
        write(folder, "nieuw")

    assert read(tmp_path / "uit" / "site") == "nieuw"


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt])
def test_failure_leaves_the_old_folder(target: Path, failure: type[BaseException]) -> None:
    """What was half built vanishes."""
    with pytest.raises(failure), staged_folder(target) as folder:
        fail_half_way(folder, failure)

    assert read(target) == "oud"
    assert names(target.parent) == ["site"]


def test_leftovers_of_a_crash_are_removed(target: Path) -> None:
    """A run that was killed leaves a folder; the next one removes it."""
    (target.parent / ".site-nieuw-1").mkdir()
    (target.parent / ".site-oud-1").mkdir()

    with staged_folder(target) as folder:
        write(folder, "nieuw")

    assert names(target.parent) == ["site"]


def test_crash_between_the_renames_is_mended(target: Path) -> None:
    """The folder that was set aside is put back before anything else."""
    target.rename(target.with_name(".site-oud-1"))

    with pytest.raises(ValueError), staged_folder(target):
        raise ValueError

    assert read(target) == "oud"


def test_refused_rename_is_tried_again(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A virus scanner that holds a file for a moment does not spoil a build."""
    refusals = refuse(monkeypatch, times=3)

    with staged_folder(target) as folder:
        write(folder, "nieuw")

    assert refusals == [0, 1, 2]
    assert read(target) == "nieuw"


def test_lasting_refusal_is_told(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When a program keeps the folder, the old one stays and the reader hears what to do."""
    refuse(monkeypatch, times=1000)

    refused = pytest.raises(RegiovisieError, match="kon niet worden vervangen")
    with refused, staged_folder(target) as folder:
        write(folder, "nieuw")

    assert read(target) == "oud"
    assert names(target.parent) == ["site"]


def test_old_folder_returns_when_the_new_one_cannot_come(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failure in the second rename undoes the first."""
    rename = Path.rename

    def rename_but_not_new(source: Path, destination: Path) -> Path:
        if "-nieuw-" in source.name:
            raise OSError(28, "No space left on device")
        return rename(source, destination)

    monkeypatch.setattr(Path, "rename", rename_but_not_new)

    with pytest.raises(RegiovisieError), staged_folder(target) as folder:
        write(folder, "nieuw")

    assert read(target) == "oud"
    assert names(target.parent) == ["site"]


def test_other_folders_are_not_replaced(tmp_path: Path) -> None:
    """A folder with something else in it is not a site, so it is not thrown away."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "inleiding.md").touch()

    refused = pytest.raises(RegiovisieError, match="geen eerder gebouwde site")
    with refused, staged_folder(tmp_path / "docs"):
        pytest.fail("the block must not run")

    assert names(tmp_path / "docs") == ["inleiding.md"]


def refuse(monkeypatch: pytest.MonkeyPatch, *, times: int) -> list[int]:
    """Let the first renames fail; gives the list in which they are counted."""
    rename = Path.rename
    refusals: list[int] = []

    def rename_later(source: Path, destination: Path) -> Path:
        if len(refusals) < times:
            refusals.append(len(refusals))
            raise PermissionError(13, "Toegang geweigerd")
        return rename(source, destination)

    monkeypatch.setattr(Path, "rename", rename_later)
    return refusals
