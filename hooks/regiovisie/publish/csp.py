"""What a written site loads, and the Content-Security-Policy that allows that and no more.

::

    laadt = laadt_van(site_dir)
    laadt.verboden          what no policy allows: an ``onclick``, an image of another host
    policy(laadt)           "default-src 'none'; script-src 'self'; …"

    rest = laadt_van(site_dir, zonder="pagefind")     all but what only one page asks for

The policy is what internet.nl asks of public bodies: no ``unsafe-inline``, no ``data:``, no
``*``, and every way out closed that the pages do not use.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

SELF, NONE = "'self'", "'none'"
WASM = "'wasm-unsafe-eval'"

_LOADED: Mapping[str, tuple[tuple[str, str], ...]] = {
    "script": (("src", "script-src"),),
    "img": (("src", "img-src"), ("srcset", "img-src")),
    "image": (("href", "img-src"), ("{http://www.w3.org/1999/xlink}href", "img-src")),
    "input": (("src", "img-src"),),
    "video": (("src", "media-src"), ("poster", "img-src")),
    "audio": (("src", "media-src"),),
    "source": (("src", "media-src"), ("srcset", "img-src")),
    "track": (("src", "media-src"),),
}
"""Element → the attributes that make a browser load something, with their directive."""
_LINKED: Mapping[str, str] = {
    "stylesheet": "style-src",
    "icon": "img-src",
    "apple-touch-icon": "img-src",
    "manifest": "manifest-src",
    "modulepreload": "script-src",
}
"""``rel`` of a link → its directive."""
_PRELOADED: Mapping[str, str] = {
    "font": "font-src",
    "style": "style-src",
    "script": "script-src",
    "image": "img-src",
    "fetch": "connect-src",
}
"""``as`` of a preload → its directive."""
_NEVER = ("iframe", "frame", "object", "embed", "applet", "base")
"""Elements that the policy refuses always."""
_RUNS = frozenset(
    ("", "module", "text/javascript", "application/javascript", "importmap", "speculationrules")
)
"""``type`` of a script that a browser runs; any other is a block of data."""
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_CSS_URL = re.compile(r"""url\(\s*["']?([^"')\s]+)""")
_CSS_IMPORT = re.compile(r"""@import\s+["']([^"']+)""")
_FONT = (".woff2", ".woff", ".ttf", ".otf")
_IN_SCRIPTS: Mapping[str, re.Pattern[str]] = {
    "connect-src": re.compile(r"\b(?:fetch\(|XMLHttpRequest\b|EventSource\b|sendBeacon\b)"),
    "worker-src": re.compile(r"\bnew (?:Shared)?Worker\(|serviceWorker\.register"),
}
"""What in a script shows that it loads something, by directive."""
_CLIPBOARD = re.compile(r"\bnavigator\.clipboard\b")


@dataclass(slots=True)
class Laadt:
    """What the pages, styles and scripts of a site make a browser load."""

    eigen: set[str] = field(default_factory=set)
    """Directives under which something of the site itself is loaded: ``img-src``."""
    hashes: dict[str, set[str]] = field(default_factory=dict)
    """Directive → the hashes of what stands in a page itself."""
    wasm: bool = False
    """Whether a program in WebAssembly is part of it: the search has one."""
    formulier: bool = False
    kopieert: bool = False
    """Whether a script puts text on the clipboard."""
    verboden: list[tuple[str, str]] = field(default_factory=list)
    """What no strict policy can allow: the file, and what stands in it."""

    def met(self, ander: Laadt) -> Laadt:
        """What both load together."""
        namen = self.hashes.keys() | ander.hashes.keys()
        return Laadt(
            self.eigen | ander.eigen,
            {n: self.hashes.get(n, set()) | ander.hashes.get(n, set()) for n in namen},
            self.wasm or ander.wasm,
            self.formulier or ander.formulier,
            self.kopieert or ander.kopieert,
            self.verboden + ander.verboden,
        )


def laadt_van(site_dir: Path, zonder: str = "") -> Laadt:
    """Read every page, style sheet and script of a written site, but for those in one folder."""
    laadt = Laadt()
    for path in sorted(site_dir.rglob("*")):
        file = path.relative_to(site_dir).as_posix()
        if zonder and file.startswith(f"{zonder}/"):
            continue
        match path.suffix:
            case ".html":
                _read_page(laadt, file, path)
            case ".css":
                _read_style(laadt, file, path.read_text(encoding="utf-8"))
            case ".js" | ".mjs":
                _read_script(laadt, path.read_text(encoding="utf-8"))
            case ".wasm" | ".pagefind":
                laadt.wasm = True
            case _:
                pass
    return laadt


def policy(laadt: Laadt) -> str:
    """The Content-Security-Policy that allows what is loaded, and nothing else."""
    script = _sources(laadt, "script-src")
    if laadt.wasm:
        script = f"{'' if script == NONE else script} {WASM}".strip()
    directives = {
        "default-src": NONE,
        "script-src": script,
        "style-src": _sources(laadt, "style-src"),
        "font-src": _sources(laadt, "font-src"),
        "img-src": _sources(laadt, "img-src"),
        "connect-src": _sources(laadt, "connect-src"),
        "media-src": _sources(laadt, "media-src"),
        "manifest-src": _sources(laadt, "manifest-src"),
        "worker-src": _sources(laadt, "worker-src"),
        "frame-src": NONE,
        "object-src": NONE,
        "base-uri": NONE,
        "form-action": SELF if laadt.formulier else NONE,
        "frame-ancestors": NONE,
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def _sources(laadt: Laadt, directive: str) -> str:
    own = [SELF] if directive in laadt.eigen else []
    return " ".join([*own, *sorted(laadt.hashes.get(directive, ()))]) or NONE


def _read_page(laadt: Laadt, file: str, path: Path) -> None:
    tree = etree.parse(path, etree.HTMLParser(encoding="utf-8"))
    laadt.eigen.add("img-src")  # a browser asks for an icon by itself
    for element in tree.iter(etree.Element):
        tag = str(element.tag)
        laadt.verboden += [(file, what) for what in _forbidden(element)]
        laadt.formulier = laadt.formulier or tag == "form"
        if tag in ("script", "style"):
            _read_inline(laadt, element)
        for directive, address in _addresses(element):
            _load(laadt, file, directive, address)


def _forbidden(element: etree._Element) -> Iterator[str]:
    """What in an element runs or styles without a file, or takes a page of another along."""
    tag = str(element.tag)
    if tag in _NEVER:
        yield f"<{tag}>"
    for name, value in ((str(key), str(value)) for key, value in element.attrib.items()):
        if name.startswith("on") or name == "style":
            yield f"<{tag} {name}=…>"
        elif name in ("href", "action", "formaction") and _is_script(value):
            yield f"<{tag} {name}={value[:20]}…>"


def _is_script(address: str) -> bool:
    # Browsers leave out white space and control characters before and inside a scheme.
    plain = re.sub(r"[\x00-\x20]", "", address).lower()
    return plain.startswith(("javascript:", "vbscript:", "data:"))


def _read_inline(laadt: Laadt, element: etree._Element) -> None:
    is_script = element.tag == "script"
    if is_script and (element.get("src") or element.get("type", "").lower() not in _RUNS):
        return
    directive = "script-src" if is_script else "style-src"
    digest = hashlib.sha256((element.text or "").encode()).digest()
    laadt.hashes.setdefault(directive, set()).add(f"'sha256-{b64encode(digest).decode()}'")


def _addresses(element: etree._Element) -> Iterator[tuple[str, str]]:
    tag = str(element.tag)
    for attribute, directive in _LOADED.get(tag, ()):
        if value := element.get(attribute):
            parts = value.split(",") if attribute == "srcset" else [value]
            yield from ((directive, part.split()[0]) for part in parts if part.strip())
    if tag == "link" and (href := element.get("href")):
        for rel in element.get("rel", "").lower().split():
            kind = element.get("as", "")
            known = _PRELOADED.get(kind) if rel in ("preload", "prefetch") else _LINKED.get(rel)
            if known:
                yield known, href


def _load(laadt: Laadt, file: str, directive: str, address: str) -> None:
    if address.startswith("#"):
        return
    if _ELSEWHERE.match(address):
        laadt.verboden.append((file, address[:80]))
    else:
        laadt.eigen.add(directive)


def _read_style(laadt: Laadt, file: str, text: str) -> None:
    for address in _CSS_URL.findall(text):
        suffix = Path(address.partition("?")[0].partition("#")[0]).suffix
        kind = {".css": "style-src"} | dict.fromkeys(_FONT, "font-src")
        _load(laadt, file, kind.get(suffix, "img-src"), address)
    for address in _CSS_IMPORT.findall(text):
        _load(laadt, file, "style-src", address)


def _read_script(laadt: Laadt, text: str) -> None:
    laadt.eigen |= {name for name, pattern in _IN_SCRIPTS.items() if pattern.search(text)}
    laadt.kopieert = laadt.kopieert or _CLIPBOARD.search(text) is not None
