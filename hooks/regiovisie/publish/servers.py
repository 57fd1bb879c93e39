"""The same headers in the words of four web servers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from regiovisie.render.views.adres import ZOEKEN

CSP = "Content-Security-Policy"
CORS = "Access-Control-Allow-Origin"
MIME: Mapping[str, str] = {
    "atom": "application/atom+xml",
    "csv": "text/csv",
    "jsonld": "application/ld+json",
    "md": "text/markdown",
    "tsv": "text/tab-separated-values",
    "wasm": "application/wasm",
    "webmanifest": "application/manifest+json",
    "woff2": "font/woff2",
}
"""Kinds of files that not every server knows; nosniff asks for the right name."""
COMPRESSED = (
    "application/atom+xml",
    "application/javascript",
    "application/json",
    "application/ld+json",
    "application/xml",
    "image/svg+xml",
    "text/css",
    "text/csv",
    "text/javascript",
    "text/markdown",
    "text/plain",
    "text/xml",
)
"""What is compressed besides HTML. Fonts, photos and the search index are so already."""
KEPT: Mapping[str, int] = {"css/": 3_600, "js/": 3_600, "fonts/": 2_592_000}
"""Folder → how many seconds a browser may keep its files unasked: an hour, and thirty days.

Pages are always asked for again; that costs no more than a few bytes when nothing changed.
"""
OPEN = ("data/", "feeds/")
"""Folders that a script on any other site may read: open data, and no cookie goes along."""
_NOTE = "Made by the build from what this site holds: do not edit, the next build writes it again."


@dataclass(frozen=True, slots=True)
class Koppen:
    """What is sent along."""

    alle: Mapping[str, str]
    """Header → value, for every answer; the policy in it is the strict one."""
    zoeken: str
    """The policy of the page that searches, instead of the strict one."""

    @property
    def strict(self) -> str:
        """The policy of every page but that one."""
        return self.alle[CSP]

    @property
    def rest(self) -> Mapping[str, str]:
        """The headers that are the same everywhere."""
        return {name: value for name, value in self.alle.items() if name != CSP}


def files(koppen: Koppen, root: str, folders: Iterable[str]) -> dict[str, str]:
    """File in the site → its text.

    ``root`` is the path of the site on its host, with slashes; ``folders`` are those at its top.
    """
    return {
        "_headers": _headers(koppen, root, folders),
        ".htaccess": _htaccess(koppen, root),
        "hosting/nginx.conf": _nginx(koppen, root),
        "hosting/Caddyfile": _caddy(koppen, root),
    }


def _headers(koppen: Koppen, root: str, folders: Iterable[str]) -> str:
    # These hosts add up the headers of all rules that fit an address, and a browser obeys every
    # policy that it gets. So the rule for all sends the wide one, and the others add the strict.
    rules: dict[str, list[str]] = {
        f"{root}*": [f"{CSP}: {koppen.zoeken}", *(f"{n}: {v}" for n, v in koppen.rest.items())]
    }
    if koppen.zoeken != koppen.strict:
        strict = (root, f"{root}index.html", f"{root}404.html")
        within = (f"{root}{name}/*" for name in folders if f"{name}/" != ZOEKEN)
        rules |= {path: [f"{CSP}: {koppen.strict}"] for path in (*strict, *within)}
    for folder in OPEN:
        rules.setdefault(f"{root}{folder}*", []).append(f"{CORS}: *")
    for folder, seconds in KEPT.items():
        rules.setdefault(f"{root}{folder}*", []).append(f"Cache-Control: max-age={seconds}")
    lines = [f"# {_NOTE}"]
    for path, headers in rules.items():
        lines += [path, *(f"  {header}" for header in headers)]
    return "\n".join(lines) + "\n"


def _htaccess(koppen: Koppen, root: str) -> str:
    # The headers stand in no IfModule: a server that cannot send them must say so.
    lines = [
        f"# {_NOTE}",
        "# Needs mod_headers, and AllowOverride FileInfo Options=Indexes for this folder.",
        "Options -Indexes",
        f"ErrorDocument 404 {root}404.html",
        *(f'Header always set {name} "{value}"' for name, value in koppen.alle.items()),
        f'Header always set {CSP} "{koppen.zoeken}" "{_uri(_zoeken(root))}"',
        f'Header always set {CORS} "*" "{_uri(_open(root))}"',
        'Header set Cache-Control "no-cache"',
    ]
    for folder, seconds in KEPT.items():
        there = _uri(f"^{root}{folder}")
        lines.append(f'Header set Cache-Control "max-age={seconds}" "{there}"')
    lines += [f"AddType {mime} .{kind}" for kind, mime in MIME.items()]
    lines += ["AddDefaultCharset utf-8", f"AddCharset utf-8 {_text_kinds()}"]
    lines += [
        "<IfModule mod_deflate.c>",
        f"  AddOutputFilterByType DEFLATE text/html {' '.join(COMPRESSED)}",
        "</IfModule>",
    ]
    return "\n".join(lines) + "\n"


def _uri(pattern: str) -> str:
    return f"expr=%{{REQUEST_URI}} =~ m#{pattern}#"


def _zoeken(root: str) -> str:
    return rf"^{root}{ZOEKEN}(index\.html)?$"


def _open(root: str) -> str:
    return f"^{root}({'|'.join(folder.rstrip('/') for folder in OPEN)})/"


def _text_kinds() -> str:
    return ".css .csv .js .json .jsonld .md .svg .tsv .txt .xml .atom"


def _nginx(koppen: Koppen, root: str) -> str:
    # nginx forgets the headers of a server in each location that adds one of its own: so none does,
    # and what differs by address is a variable. One that is empty is not sent.
    lines = [
        f"# {_NOTE}",
        "# Include it in the server block of the site, which also sets listen, root and TLS.",
        f'set $regiovisie_policy "{koppen.strict}";',
        f'if ($uri ~ "{_zoeken(root)}") {{ set $regiovisie_policy "{koppen.zoeken}"; }}',
        'set $regiovisie_open "";',
        f'if ($uri ~ "{_open(root)}") {{ set $regiovisie_open "*"; }}',
        f"add_header {CSP} $regiovisie_policy always;",
        f"add_header {CORS} $regiovisie_open always;",
        *(f'add_header {name} "{value}" always;' for name, value in koppen.rest.items()),
        "server_tokens off;",
        "charset utf-8;",
        f"charset_types {' '.join(COMPRESSED)};",
        "gzip on;",
        "gzip_vary on;",
        f"gzip_types {' '.join(COMPRESSED)};",
        "expires -1;",
        f"error_page 404 {root}404.html;",
        r"location ~ /\.(?!well-known/) { return 404; }",
    ]
    for folder, seconds in KEPT.items():
        lines.append(f"location {root}{folder} {{ expires {seconds}s; }}")
    for kind, mime in MIME.items():
        if kind != "woff2":  # nginx knows it, and its location is that of its folder
            lines.append(rf"location ~ \.{kind}$ {{ types {{ }} default_type {mime}; }}")
    return "\n".join(lines) + "\n"


def _caddy(koppen: Koppen, root: str) -> str:
    # An error page loses what was set before it: so the headers are said twice. Caddy has its own
    # order for what is set twice: so no address fits two matchers.
    header = ["header {", *(f'\t{name} "{value}"' for name, value in koppen.rest.items()), "}"]
    zoeken = f"path {root}{ZOEKEN} {root}{ZOEKEN}index.html"
    kept = " ".join(f"{root}{folder}*" for folder in KEPT)
    lines = [
        f"# {_NOTE}",
        "# Import it in the block of the site, which also sets its name and root.",
        *header,
        f"@searching {zoeken}",
        f'header @searching {CSP} "{koppen.zoeken}"',
        f"@reading not {zoeken}",
        f'header @reading {CSP} "{koppen.strict}"',
        f"@open path {' '.join(f'{root}{folder}*' for folder in OPEN)}",
        f"header @open {CORS} *",
        f"@asked not path {kept}",
        "header @asked Cache-Control no-cache",
    ]
    for number, (folder, seconds) in enumerate(KEPT.items(), 1):
        lines += [
            f"@kept{number} path {root}{folder}*",
            f"header @kept{number} Cache-Control max-age={seconds}",
        ]
    for kind, mime in MIME.items():
        lines += [f"@{kind} path *.{kind}", f"header @{kind} Content-Type {mime}"]
    lines += [
        "@hidden {",
        "\tpath */.*",
        f"\tnot path {root}.well-known/*",
        "}",
        "error @hidden 404",
        "encode zstd gzip",
        "file_server",
        "handle_errors {",
        *(f"\t{line}" for line in header),
        f'\theader {CSP} "{koppen.strict}"',
        f"\trewrite * {root}404.html",
        "\tfile_server",
        "}",
    ]
    return "\n".join(lines) + "\n"
