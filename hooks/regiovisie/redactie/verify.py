"""The verb `verify`: are the frozen versions still what they were?"""

from __future__ import annotations

import hashlib
from pathlib import Path

from regiovisie.errors import RegiovisieError
from regiovisie.registers import load_project
from regiovisie.registers import verify as verify_folder

FINGERPRINT_LENGTH = 16


def verify(project: Path) -> str:
    """Compare every frozen version with its checksums; a fingerprint of each as text.

    Raises RegiovisieError when a file was edited, added or removed.
    """
    versies = load_project(project).versies
    problems = [p for v in versies for p in verify_folder(project / "versions" / v.id)]
    if problems:
        raise RegiovisieError(problems)
    lines = [f"{v.id}  {fingerprint(v.checksums or '')}" for v in versies]
    return "\n".join([*lines, f"{len(versies)} versies zijn ongewijzigd."])


def fingerprint(checksums: str) -> str:
    """A short name for the content of SHA256SUMS, in groups of four: it can be cited."""
    digest = hashlib.sha256(checksums.encode()).hexdigest()[:FINGERPRINT_LENGTH]
    return "-".join(digest[at : at + 4] for at in range(0, FINGERPRINT_LENGTH, 4))
