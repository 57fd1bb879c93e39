"""The same headers in the words of four web servers."""

from __future__ import annotations

from collections.abc import Mapping

MIME: Mapping[str, str] = {
    "atom": "application/atom+xml",
    "csv": "text/csv",
    "jsonld": "application/ld+json",
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
    "text/plain",
    "text/xml",
)
"""What is compressed besides HTML. Fonts, photos and the search index are so already."""
KEPT: Mapping[str, int] = {"css/": 3_600, "js/": 3_600, "fonts/": 2_592_000}
"""Folder → how many seconds a browser may keep its files unasked: an hour, and thirty days.

Pages are always asked for again; that costs no more than a few bytes when nothing changed.
"""
_NOTE = "Made by the build from what this site holds: do not edit, the next build writes it again."


def files(koppen: Mapping[str, str], root: str) -> dict[str, str]:
    """File in the site → its text. ``root`` is the path of the site on its host, with slashes."""
    return {
        "_headers": _headers(koppen, root),
        ".htaccess": _htaccess(koppen, root),
        "hosting/nginx.conf": _nginx(koppen, root),
        "hosting/Caddyfile": _caddy(koppen, root),
    }


def _headers(koppen: Mapping[str, str], root: str) -> str:
    lines = [f"# {_NOTE}", f"{root}*", *(f"  {name}: {value}" for name, value in koppen.items())]
    for folder, seconds in KEPT.items():
        lines += [f"{root}{folder}*", f"  Cache-Control: max-age={seconds}"]
    return "\n".join(lines) + "\n"


def _htaccess(koppen: Mapping[str, str], root: str) -> str:
    # The headers stand in no IfModule: a server that cannot send them must say so.
    lines = [
        f"# {_NOTE}",
        "# Needs mod_headers, and AllowOverride FileInfo Options=Indexes for this folder.",
        "Options -Indexes",
        f"ErrorDocument 404 {root}404.html",
        *(f'Header always set {name} "{value}"' for name, value in koppen.items()),
        'Header set Cache-Control "no-cache"',
    ]
    for folder, seconds in KEPT.items():
        there = f"expr=%{{REQUEST_URI}} =~ m#^{root}{folder}#"
        lines.append(f'Header set Cache-Control "max-age={seconds}" "{there}"')
    lines += [f"AddType {mime} .{kind}" for kind, mime in MIME.items()]
    lines += ["AddDefaultCharset utf-8", f"AddCharset utf-8 {_text_kinds()}"]
    lines += [
        "<IfModule mod_deflate.c>",
        f"  AddOutputFilterByType DEFLATE text/html {' '.join(COMPRESSED)}",
        "</IfModule>",
    ]
    return "\n".join(lines) + "\n"


def _text_kinds() -> str:
    return ".css .csv .js .json .jsonld .svg .tsv .txt .xml .atom"


def _nginx(koppen: Mapping[str, str], root: str) -> str:
    # nginx forgets the headers of a server in each location that adds one of its own: so none does.
    lines = [
        f"# {_NOTE}",
        "# Include it in the server block of the site, which also sets listen, root and TLS.",
        *(f'add_header {name} "{value}" always;' for name, value in koppen.items()),
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


def _caddy(koppen: Mapping[str, str], root: str) -> str:
    # An error page loses what was set before it: so the headers are said twice.
    header = ["header {", *(f'\t{name} "{value}"' for name, value in koppen.items()), "}"]
    kept = " ".join(f"{root}{folder}*" for folder in KEPT)
    lines = [
        f"# {_NOTE}",
        "# Import it in the block of the site, which also sets its name and root.",
        *header,
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
        f"\trewrite * {root}404.html",
        "\tfile_server",
        "}",
    ]
    return "\n".join(lines) + "\n"
