"""The Nu HTML checker for the tests: fetched once with npm, and run with the Java that is there.

The package is the checker as its makers publish it; what came is held against a checksum
before anything of it is used, and none of its own scripts is run.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

VERSION = "26.9.27"
SHA256 = "5970d3ffca91a627cf0965e5d91bb2e4242307c29292998de0b419d6a901b2b7"
"""Of the package of that version."""

MEMBER = "package/build/dist/vnu.jar"
FOLDER = Path(__file__).resolve().parent.parent / ".venv-test"
_MINUTES = 10 * 60


def find_nu(folder: Path = FOLDER) -> tuple[str, Path] | None:
    """The paths of Java and of the checker on this machine, or None where either is missing."""
    java = shutil.which("java")
    jar = folder / f"vnu-{VERSION}.jar"
    return (java, jar) if java and jar.is_file() else None


def ensure_nu(folder: Path = FOLDER) -> tuple[str, Path] | None:
    """As find_nu; the checker is fetched where it is missing and Java and npm are there.

    Raises ValueError when what came is not what was asked for.
    """
    npm = shutil.which("npm")
    if find_nu(folder) is None and npm and shutil.which("java"):
        _fetch(npm, folder)
    return find_nu(folder)


def check(program: tuple[str, Path], site: Path) -> list[str]:
    """What is wrong in the HTML of a built site, one line per error: page, line, what."""
    java, jar = program
    options = ["--skip-non-html", "--errors-only", "--format", "json", "--stdout"]
    result = subprocess.run(
        [java, "-Xmx1g", "-Xss2m", "-jar", str(jar), *options, str(site)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        check=False,
    )
    messages = json.loads(result.stdout)["messages"]
    return sorted(
        f"{_path(found.get('url', ''), site)}:{found.get('lastLine', '?')}: {found['message']}"
        for found in messages
    )


def _path(url: str, site: Path) -> str:
    """The path of a page in the site; the checker names it by its place on this machine."""
    return url.partition(site.as_posix())[2] or url


def _fetch(npm: str, folder: Path) -> None:
    """Put the checker in a folder; a failure of npm is not an error: the caller looks."""
    print(f"De Nu HTML checker wordt gehaald met npm (vnu-jar {VERSION}).", flush=True)
    with tempfile.TemporaryDirectory() as name:
        done = subprocess.run(
            [npm, "pack", "--silent", "--ignore-scripts", f"vnu-jar@{VERSION}"],
            cwd=name,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_MINUTES,
            check=False,
        )
        package = Path(name, f"vnu-jar-{VERSION}.tgz")
        if done.returncode == 0 and package.is_file():
            unpack(package, folder)


def unpack(package: Path, folder: Path) -> None:
    """Take the checker out of its package; ValueError when the package is another."""
    found = hashlib.sha256(package.read_bytes()).hexdigest()
    if found != SHA256:
        raise ValueError(f"vnu-jar {VERSION} heeft controlegetal {found} en niet {SHA256}")
    target = folder / f"vnu-{VERSION}.jar"
    half = target.with_suffix(".half")
    with tarfile.open(package) as archive:
        member = archive.extractfile(MEMBER)
        assert member is not None
        half.write_bytes(member.read())
    half.replace(target)
