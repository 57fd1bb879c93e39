"""A real web server for the tests: found, or installed where that is allowed, and started.

It serves a built site with the headers that the build made for it, on an address of this
machine, without rights and without touching the configuration of the machine.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import debian

PACKAGES = ("nginx-light",)
PLACES = ("/usr/sbin/nginx", "/usr/local/sbin/nginx")
"""Where it stands besides the search path: Debian's users do not have sbin on theirs."""
MIME_TYPES = Path("/etc/nginx/mime.types")
_PATIENCE = 10
"""Seconds in which a server must have started."""

_CONFIG = """\
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
    {mime}
    default_type application/octet-stream;
    access_log {folder}/access.log;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {site};
        include {site}/hosting/nginx.conf;
    }}
}}
"""


def find_nginx() -> str | None:
    """The path of nginx on this machine, or None."""
    found = (place for place in PLACES if Path(place).is_file())
    return shutil.which("nginx") or next(found, None)


def ensure_nginx() -> str | None:
    """As find_nginx; where there is none, Debian's is installed if that needs no password."""
    found = find_nginx()
    if found is None:
        debian.install("nginx", PACKAGES)
        found = find_nginx()
    return found


@contextmanager
def serving(executable: str, site: Path) -> Iterator[str]:
    """Serve a built site while the block runs; gives the address, without a slash at its end.

    Raises RuntimeError with the words of nginx when it does not start.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)  # as root, nginx reads the site as another user
        port = _free_port()
        mime = f"include {MIME_TYPES};" if MIME_TYPES.is_file() else ""
        config = folder / "nginx.conf"
        config.write_text(
            _CONFIG.format(folder=folder, site=site, port=port, mime=mime)
            + ("user root;\n" if debian.is_root() else ""),
            encoding="utf-8",
        )
        command = [executable, "-p", name, "-c", str(config), "-e", str(folder / "error.log")]
        server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            _wait(server, port, folder / "error.log")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    for _ in range(_PATIENCE * 20):
        if server.poll() is not None:
            break
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(log.read_text(encoding="utf-8"))
