"""Programs that tests need and Python cannot bring: Debian's packages, where they may be installed.

Used before any library is there, so it needs Python only.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys


def install(what: str, packages: tuple[str, ...]) -> None:
    """Install packages with apt-get, if that needs no password.

    A failure is not an error: the caller looks what there is.
    """
    prefix = _administrator()
    if prefix is None:
        return
    print(f"{what} wordt geïnstalleerd met apt-get ({', '.join(packages)}).", flush=True)
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    _succeeds([*apt, "update"])
    _succeeds([*apt, "install", "--yes", "--no-install-recommends", *packages])


def is_root() -> bool:
    """Whether this process may do everything."""
    return sys.platform != "win32" and os.geteuid() == 0


def _administrator() -> list[str] | None:
    """What to put before apt-get so that it may install; None where that cannot be."""
    if shutil.which("apt-get") is None:
        return None
    if is_root():
        return []
    if shutil.which("sudo") and _succeeds(["sudo", "-n", "true"]):
        return ["sudo", "-n"]
    return None


def _succeeds(command: list[str]) -> bool:
    result = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False
    )
    return result.returncode == 0
