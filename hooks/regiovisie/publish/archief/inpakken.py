"""Files as a zip that is the same for the same files, with a list of checksums in it."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping

from regiovisie.registers import CHECKSUMS

_BEGIN = (1980, 1, 1, 0, 0, 0)
"""The moment that every file gets: a build has no clock, and a zip starts in 1980."""
_LEESBAAR = 0o100644 << 16
_UNIX = 3


def met_controlesommen(bestanden: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files with a SHA256SUMS over all of them: ``sha256sum -c SHA256SUMS`` checks it."""
    regels = (f"{hashlib.sha256(bestanden[n]).hexdigest()}  {n}\n" for n in sorted(bestanden))
    return {**bestanden, CHECKSUMS: "".join(regels).encode()}


def ingepakt(map_naam: str, bestanden: Mapping[str, bytes]) -> bytes:
    """The files as a zip, in a folder of that name."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archief:
        for naam in sorted(bestanden):
            info = zipfile.ZipInfo(f"{map_naam}/{naam}", _BEGIN)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = _LEESBAAR
            info.create_system = _UNIX
            archief.writestr(info, bestanden[naam])
    return buffer.getvalue()
