"""The headers that a web server sends along with the site, as files for four kinds of servers.

====================  =============================================================
``_headers``          Netlify, Cloudflare Pages: read by the host, at the top of the site
``.htaccess``         Apache: read by the server, at the top of the site
``hosting/nginx.conf``  nginx: to be included in the ``server`` block
``hosting/Caddyfile``   Caddy: to be imported in the block of the site
====================  =============================================================

All four say the same. The page that searches may do more than the others: the program of the
search runs there and nowhere else.

The norms are those that internet.nl tests public bodies on; HSTS is a duty by law (Besluit
beveiligde verbinding met overheidswebsites, Stb. 2023, 179).
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from regiovisie.errors import Problem, RegiovisieError
from regiovisie.publish import servers
from regiovisie.publish.csp import Laadt, laadt_van, policy
from regiovisie.publish.servers import CSP, Koppen
from regiovisie.publish.uitgave import Uitgave

ZOEKMACHINE = "pagefind"
"""The folder with the program of the search, which only the page ``zoeken/`` loads."""
YEAR = 31_536_000

_OFF = (
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "usb",
    "xr-spatial-tracking",
)
"""What a page may ask of a device, and this site never does."""


def write_koppen(site_dir: Path, uitgave: Uitgave) -> None:
    """Write the files for web servers beside the finished pages.

    Raises `RegiovisieError` for what a strict policy cannot allow: such a page would be
    broken on every server that sends these headers.
    """
    laadt = laadt_van(site_dir, zonder=ZOEKMACHINE)
    zoekt = laadt.met(laadt_van(site_dir / ZOEKMACHINE))
    if zoekt.verboden:
        raise RegiovisieError(_refused(file, what) for file, what in zoekt.verboden)
    koppen = koppen_van(laadt, zoekt)
    root = urlsplit(uitgave.site_url).path or "/"
    folders = sorted(path.name for path in site_dir.iterdir() if path.is_dir())
    for file, text in servers.files(koppen, root, folders).items():
        path = site_dir / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def koppen_van(laadt: Laadt, zoekt: Laadt) -> Koppen:
    """Every header with its value, in the order in which they are written; ``zoekt`` is what
    the page that searches loads."""
    alle = {
        CSP: policy(laadt),
        # Not for subdomains: whether those all have https is for the owner of the domain to say.
        "Strict-Transport-Security": f"max-age={YEAR}",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Permissions-Policy": _permissions(laadt),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    return Koppen(alle, policy(zoekt))


def _permissions(laadt: Laadt) -> str:
    allowed = dict.fromkeys(_OFF, "()")
    allowed["clipboard-write"] = "(self)" if laadt.kopieert else "()"
    return ", ".join(f"{name}={value}" for name, value in sorted(allowed.items()))


def _refused(file: str, what: str) -> Problem:
    return Problem(
        file,
        "",
        "",
        f"Op deze pagina staat {what}: dat laat het beveiligingsbeleid van de site niet toe.",
        "Zet scripts, stijlen, beelden en letters als bestand in de site zelf.",
    )
