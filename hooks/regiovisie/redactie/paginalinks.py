"""Links in the editors' own pages, told by `check` as the build tells them.

::

    docs/meedoen.md
      De link naar planing/index.md leidt nergens heen.

MkDocs looks at them when it builds. Here they are looked at without it: against the files in
docs/, the pages that are generated, and the headings of the editors' own pages.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html
from markdown import Markdown

from regiovisie.errors import Problem
from regiovisie.herkomst.dossier import Dossier
from regiovisie.model import Onderdeel
from regiovisie.registers.files import REGISTER_FOLDERS, read_text
from regiovisie.registers.source import Source
from regiovisie.render.pages import all_pages, uri_of
from regiovisie.render.views import adres

_NO_PAGES = ("regiovisie", *REGISTER_FOLDERS)
"""Folders of docs/ whose files are published through generated pages only."""
_ALWAYS = ("toc", "tables", "fenced_code")
_FRONT_MATTER = re.compile(r"---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)


def page_link_problems(dossier: Dossier) -> Iterator[Problem]:
    """Every link in an own page that leads nowhere."""
    return _Links(dossier).problems()


@dataclass(frozen=True, slots=True)
class _Page:
    """What a page links to, and what can be linked to in it."""

    links: tuple[str, ...]
    anchors: frozenset[str]


@dataclass
class _Links:
    """The own pages of a project and what their links lead to."""

    dossier: Dossier

    def problems(self) -> Iterator[Problem]:
        """In the order of pages and links."""
        for uri, page in self._pages.items():
            for link in dict.fromkeys(page.links):
                if not self._leads_somewhere(uri, link):
                    yield Problem(
                        f"docs/{uri}",
                        "",
                        "",
                        f"De link naar {link} leidt nergens heen.",
                        "Verbeter de link: noem het bestand, en na # de kop, zoals die nu heten.",
                    )

    def _leads_somewhere(self, uri: str, link: str) -> bool:
        scheme, host, path, _, anchor = urlsplit(link)
        if scheme or host:
            return True
        if path.startswith("/"):
            return not self._warns("absolute_links")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(uri), unquote(path)))
        target = uri if not path else target
        if not self._exists(target):
            # A link to a folder is one that MkDocs does not know.
            return not (posixpath.splitext(target)[1] or self._warns("unrecognized_links"))
        if not anchor or not target.endswith(".md") or not self._warns("anchors"):
            return True
        page = self._pages.get(target)
        return page is not None and unquote(anchor) in page.anchors

    def _exists(self, target: str) -> bool:
        if target in self._pages or target in self._easily_known:
            return True
        if target.partition("/")[0] not in _NO_PAGES and (self._docs / target).is_file():
            return True
        return target in self._generated if target.endswith(".md") else self._is_image(target)

    def _is_image(self, target: str) -> bool:
        return (self._docs / target).is_file()

    def _warns(self, key: str) -> bool:
        settings = self._source.at(("validation",))
        links = self._source.at(("validation", "links"))
        levels = [node.get(key) for node in (settings, links) if isinstance(node, dict)]
        return "warn" in levels

    @cached_property
    def _docs(self) -> Path:
        return self.dossier.project.root / "docs"

    @cached_property
    def _source(self) -> Source:
        """All of mkdocs.yml, as texts."""
        origin = self.dossier.project.origin(self.dossier.project.regio)
        return origin.source if origin else Source("mkdocs.yml")

    @cached_property
    def _easily_known(self) -> frozenset[str]:
        """Generated pages that follow from the registers: known without making any."""
        project = self.dossier.project
        records = (
            *(adres.onderdeel(o.slug) for o in self._geldende_onderdelen),
            *(adres.zienswijze(zienswijze.id) for zienswijze in project.zienswijzen),
            *(adres.wijziging(wijziging.id) for wijziging in self.dossier.wijzigingen),
            *(adres.indiener(indiener.slug) for indiener in project.indieners),
            *(adres.gemeente(gemeente.slug) for gemeente in project.gemeenten),
        )
        overviews = (value for name, value in vars(adres).items() if name.isupper())
        return frozenset((*(f"{h.rstrip('/')}.md" for h in records), *map(uri_of, overviews)))

    @property
    def _geldende_onderdelen(self) -> tuple[Onderdeel, ...]:
        return self.dossier.tekst(self.dossier.geldend.id).onderdelen

    @cached_property
    def _generated(self) -> frozenset[str]:
        """Every generated page: takes long, so it is asked for last."""
        return frozenset(spec.uri for spec in all_pages(self.dossier))

    @cached_property
    def _pages(self) -> dict[str, _Page]:
        paths = sorted(path.relative_to(self._docs).as_posix() for path in self._docs.rglob("*.md"))
        own = [uri for uri in paths if uri.partition("/")[0] not in _NO_PAGES]
        texts = {uri: read_text(self._docs, uri) for uri in own}
        return {uri: self._read(text) for uri, text in texts.items() if isinstance(text, str)}

    def _read(self, text: str) -> _Page:
        converter = Markdown(extensions=self._extensions, output_format="html")
        rendered = converter.convert(_FRONT_MATTER.sub("", text, count=1))
        tree = html.fragment_fromstring(rendered, create_parent="div")
        links = [*tree.xpath("//a/@href"), *tree.xpath("//img/@src")]
        anchors = {*tree.xpath("//@id"), *tree.xpath("//a/@name")}
        return _Page(tuple(map(str, links)), frozenset(map(str, anchors)))

    @cached_property
    def _extensions(self) -> list[str]:
        """The Markdown extensions that the site uses, with the settings they come with."""
        written = self._source.at(("markdown_extensions",))
        entries = written if isinstance(written, list) else []
        names = [next(iter(e)) if isinstance(e, dict) else str(e) for e in entries]
        return list(dict.fromkeys((*_ALWAYS, *names)))
