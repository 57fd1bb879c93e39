"""The folder with libraries that every script runs in, made when it is needed.

A script says which one before it imports anything that is not Python's own::

    import environment

    environment.enter(environment.SITE)

    import click  # there now

`enter` returns only when the process runs inside the environment. Otherwise it makes the
environment where that is missing or out of date, and runs the same script again inside it.
An environment is right when the stamp in it, written last, says for what it was made:
so one that was only half made has no stamp and is made anew.

This module uses Python's own library only, and stays readable for a Python that is too
old, which must still be told so. What it prints is Dutch: editors run these scripts.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
"""The folder that holds scripts/, hooks/ and the requirements."""

OLDEST_PYTHON = (3, 11)
STAMP = "regiovisie-stempel.txt"
LINES_OF_OUTPUT = 12
"""How much of a failed step is shown: its reason stands at the end."""


class Environment(NamedTuple):
    """A virtual environment and what belongs in it."""

    folder: Path
    requirements: tuple[Path, ...]

    @property
    def python(self) -> Path:
        """The Python inside."""
        if sys.platform == "win32":
            return self.folder / "Scripts" / "python.exe"
        return self.folder / "bin" / "python"


SITE = Environment(ROOT / ".venv", (ROOT / "requirements.txt",))
TEST = Environment(ROOT / ".venv-test", (ROOT / "requirements.txt", ROOT / "requirements-test.txt"))
BENCH = Environment(
    ROOT / ".venv-bench", (ROOT / "requirements.txt", ROOT / "requirements-bench.txt")
)


class EnvironmentFailure(Exception):  # noqa: N818 - EnvironmentError is a name of Python's own
    """The environment cannot be made; the message says in Dutch why and what to do."""


def enter(environment: Environment) -> None:
    """Return inside the environment, with the package importable; else run again inside it."""
    try:
        check_python(sys.version_info[:2])
        if not is_inside(environment):
            prepare(environment)
            run_again(environment)
        if not is_current(environment):
            raise EnvironmentFailure(
                f"De map {environment.folder.name} is niet meer bij.\n"
                "Start dit script met python3 in plaats van met de Python uit die map."
            )
    except EnvironmentFailure as failure:
        print(failure, file=sys.stderr)
        raise SystemExit(1) from None
    sys.path.insert(0, str(ROOT / "hooks"))


def check_python(version: tuple[int, ...]) -> None:
    """Raise EnvironmentFailure when this Python is too old for the project."""
    if version < OLDEST_PYTHON:
        needed, found = (".".join(map(str, v)) for v in (OLDEST_PYTHON, version))
        raise EnvironmentFailure(
            f"Dit project heeft Python {needed} of nieuwer nodig; dit is Python {found}.\n"
            "Installeer een nieuwere Python van https://www.python.org/downloads/ en start "
            "het script daarmee."
        )


def is_inside(environment: Environment) -> bool:
    """Whether this process runs in the environment."""
    return Path(sys.prefix).resolve() == environment.folder.resolve()


def is_current(environment: Environment) -> bool:
    """Whether the environment was made, to the end, for these requirements and this Python."""
    stamp = environment.folder / STAMP
    if not (stamp.is_file() and environment.python.exists()):
        return False
    return stamp.read_text(encoding="utf-8") == stamp_text(environment)


def stamp_text(environment: Environment) -> str:
    """What the environment depends on: this Python, this kind of machine, the requirements."""
    lines = [f"python {platform.python_version()} {sys.platform} {platform.machine()}"]
    for path in environment.requirements:
        # Read as text, so that a checkout with other line endings counts as the same.
        content = path.read_text(encoding="utf-8")
        lines.append(f"{path.name} {hashlib.sha256(content.encode()).hexdigest()}")
    return "\n".join(lines) + "\n"


def prepare(environment: Environment) -> None:
    """Make the environment when it is missing, half made or out of date."""
    if is_current(environment):
        return
    check_tools()
    print(f"De map {environment.folder.name} wordt gemaakt; dit duurt even.", flush=True)
    remove(environment.folder)
    run_step(
        [sys.executable, "-m", "venv", str(environment.folder)],
        f"De map {environment.folder.name} kon niet worden gemaakt.",
        "Kijk of er ruimte op de schijf is en of u in deze map mag schrijven.",
    )
    run_step(
        [*pip_command(environment.python), *requirement_options(environment)],
        "De bibliotheken konden niet worden geïnstalleerd.",
        "Controleer de internetverbinding of de proxy, en probeer het opnieuw.",
    )
    stamp = environment.folder / STAMP
    stamp.write_text(stamp_text(environment), encoding="utf-8")


def check_tools() -> None:
    """Raise EnvironmentFailure when this Python came without venv or ensurepip."""
    missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if missing:
        version = ".".join(map(str, sys.version_info[:2]))
        raise EnvironmentFailure(
            f"Deze Python mist {' en '.join(missing)}.\n"
            f"Op Debian en Ubuntu: sudo apt install python{version}-venv\n"
            "Elders: installeer Python van https://www.python.org/downloads/."
        )


def remove(folder: Path) -> None:
    """Remove what is left of an environment."""
    try:
        if folder.exists():
            shutil.rmtree(folder)
    except OSError as error:
        raise EnvironmentFailure(
            f"De map {folder} kon niet worden verwijderd: {error}.\n"
            "Sluit programma's die erin werken en probeer het opnieuw."
        ) from error


def pip_command(python: Path) -> list[str]:
    """The pip of that Python, set to ask and tell nothing that is not needed."""
    return [
        *(str(python), "-m", "pip", "install"),
        *("--quiet", "--no-input", "--disable-pip-version-check"),
    ]


def requirement_options(environment: Environment) -> list[str]:
    """The requirements as options of pip."""
    return [part for path in environment.requirements for part in ("-r", str(path))]


def run_step(command: list[str], wat: str, doe: str) -> None:
    """Run one command; raise EnvironmentFailure with the end of its output when it fails."""
    result = subprocess.run(
        command,
        env=child_variables(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if result.returncode:
        raise EnvironmentFailure(f"{wat}\n{reason(result.stdout)}\n{doe}")


def reason(output: str) -> str:
    """The part of a failed step's output that says why: pip's errors, else its last lines."""
    lines = output.splitlines()
    errors = [line for line in lines if line.startswith("ERROR")]
    return "\n".join(f"  {line}" for line in (errors or lines)[-LINES_OF_OUTPUT:])


def child_variables() -> dict[str, str]:
    """The environment variables for what runs inside."""
    # Libraries named there would come before the pinned ones.
    dropped = {"PYTHONPATH", "PYTHONHOME", "__PYVENV_LAUNCHER__"}
    variables = {name: value for name, value in os.environ.items() if name not in dropped}
    # Windows would print Dutch in an old code page, and stop at the first arrow.
    return {**variables, "PYTHONUTF8": "1"}


def run_again(environment: Environment) -> None:
    """Run this script once more, inside the environment; does not return."""
    command = [str(environment.python), *sys.argv]
    sys.stdout.flush()
    if sys.platform != "win32":
        os.execve(command[0], command, child_variables())
    else:
        # Windows has no real exec: the caller would go on without waiting.
        process = subprocess.Popen(command, env=child_variables())
        while True:
            try:
                raise SystemExit(process.wait())
            except KeyboardInterrupt:
                continue  # the script inside got it too, and decides
