"""``/.well-known/security.txt``: where a leak is reported (RFC 9116), asked of public bodies.

On the list of standards to apply or explain since 25 May 2023. Made when it is configured
and the site has an address: without one it cannot name itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from regiovisie.publish.uitgave import Bestand, Uitgave

URI = ".well-known/security.txt"


def security_txt(uitgave: Uitgave) -> Iterator[Bestand]:
    """The file, from ``beveiliging`` in the region's facts; it stands at the top of a host."""
    known = uitgave.dossier.project.regio.beveiliging
    if known is None:
        return
    lines = [
        f"Contact: {known.contact}",
        f"Expires: {known.verloopt}T00:00:00Z",
        f"Preferred-Languages: {known.taal}",
    ]
    if known.beleid:
        lines.append(f"Policy: {known.beleid}")
    if uitgave.site_url:
        lines.append(f"Canonical: {uitgave.adres(URI)}")
    yield Bestand(URI, "\n".join(lines) + "\n")
