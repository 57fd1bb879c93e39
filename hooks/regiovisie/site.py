"""The only module that knows MkDocs: what a project publishes, and building it.

MkDocs reads the editors' own pages and writes the site; everything that is made from
registers and versions is added to it as generated pages. The events are in
``hooks/publiceer.py`` and call the functions here, one each.
"""

from __future__ import annotations

import json
import logging
import re
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import jinja2
from markupsafe import Markup
from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from regiovisie.errors import Problem, RegiovisieError
from regiovisie.herkomst.boekhouding import boekhouding
from regiovisie.herkomst.controle import Gekeurd, read_checked
from regiovisie.herkomst.dossier import Dossier
from regiovisie.publish import Uitgave, files_of, finish
from regiovisie.registers import WERKVERSIE
from regiovisie.render.begrippen import with_ankers
from regiovisie.render.filters import add_filters
from regiovisie.render.opmaker import RenvooiOpmaker
from regiovisie.render.pages import PageSpec, all_pages, site_context
from regiovisie.render.verwijzingen import linked
from regiovisie.render.views import adres
from regiovisie.render.views.basis import Link, aantal
from regiovisie.render.views.index import Index
from regiovisie.render.views.metadata import Metagegevens
from regiovisie.render.wegwijzer import Wegwijzer
from regiovisie.text.veilig import clean_page

HOOKS = Path(__file__).resolve().parents[1]
REGISTERS = (
    "regiovisie/",
    "zienswijzen/",
    "antwoorden/",
    "indieners/",
    "gemeenten/",
    "samenvattingen/",
)
"""Folders of docs/ that are published through generated pages only."""
_ASK = "Herstel wat hier staat, of vraag de beheerder."
_STATE = "publicatie"
"""The key under ``extra`` that the state of one build hangs on."""


@dataclass(slots=True)
class Publicatie:
    """What one build publishes."""

    uitgave: Uitgave
    pages: dict[str, PageSpec]
    """Generated pages by source path."""
    context: dict[str, object]
    """What every template may use."""
    metagegevens: Metagegevens
    """What machines read in the head of each page."""

    @property
    def dossier(self) -> Dossier:
        """What the pages are made from."""
        return self.uitgave.dossier


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What was built, in numbers."""

    versies: int
    paren: int
    wijzigingen: int
    plekken: int
    zonder_herkomst: int
    zienswijzen: int
    punten: int
    paginas: int
    waarschuwingen: int
    seconden: float

    @property
    def text(self) -> str:
        """The numbers in Dutch, one a line."""
        met_herkomst = self.plekken - self.zonder_herkomst
        return (
            "Gebouwd:\n"
            f"  {aantal(self.versies, 'versie', 'versies')}, "
            f"{aantal(self.paren, 'vergelijking', 'vergelijkingen')}\n"
            f"  {aantal(self.wijzigingen, 'wijziging', 'wijzigingen')} op "
            f"{aantal(self.plekken, 'plek', 'plekken')}: "
            f"{met_herkomst} met herkomst, {self.zonder_herkomst} nog zonder\n"
            f"  {aantal(self.zienswijzen, 'zienswijze', 'zienswijzen')} met "
            f"{aantal(self.punten, 'punt', 'punten')}\n"
            f"  {self.paginas} pagina's in {self.seconden:.1f} seconden"
            f"{self._let_op}"
        )

    @property
    def _let_op(self) -> str:
        if not self.waarschuwingen:
            return ""
        return f"\n  {self.waarschuwingen} keer let op: zie python3 scripts/redactie.py check"


def build(project: Path, site_dir: Path, productie: bool) -> BuildSummary:
    """Build the site of a project folder into ``site_dir``, strictly.

    Raises `RegiovisieError` with every problem; then ``site_dir`` holds nothing of use.
    """
    started = time.perf_counter()
    gekeurd = read_checked(project, productie=productie)
    config = _config(project, site_dir)
    prepare(config, gekeurd.dossier)
    with _strictly():
        mkdocs_build.build(config)
    return _summary(gekeurd, site_dir, time.perf_counter() - started)


def serve(project: Path, address: str) -> None:
    """Show the site of a project folder at ``address``, and rebuild it at every change."""
    watched = [str(project / "versions"), str(HOOKS), str(project / "mkdocs.yml")]
    mkdocs_serve.serve(
        config_file=str(project / "mkdocs.yml"),
        dev_addr=address,
        watch=[path for path in watched if Path(path).exists()],
        strict=False,
        **_our_parts(),
    )


def prepare(config: MkDocsConfig, dossier: Dossier) -> Publicatie:
    """Hang what a dossier publishes on a configuration."""
    docs = Path(config.docs_dir)
    own = frozenset(path.relative_to(docs).as_posix() for path in docs.glob("*.md"))
    pages = {spec.uri: spec for spec in all_pages(dossier)}
    uitgave = Uitgave(Index(dossier, RenvooiOpmaker(dossier)), config.site_url or "")
    context = site_context(dossier, own | pages.keys())
    metagegevens = Metagegevens(uitgave.index, uitgave.site_url)
    publicatie = Publicatie(uitgave, pages, context, metagegevens)
    config.extra[_STATE] = publicatie
    return publicatie


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the project, unless `build` did so already."""
    if _STATE not in config.extra:
        root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        try:
            prepare(config, read_checked(root).dossier)
        except RegiovisieError as error:
            raise PluginError(str(error)) from None
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put the generated pages and the images of all versions in place of the registers.

    A page in docs/ with the address of a generated page is what editors say on it.
    """
    publicatie = _publicatie(config)
    words: dict[str, str] = {}
    for file in list(files):
        if file.src_uri.startswith(REGISTERS):
            files.remove(file)
        elif file.src_uri in publicatie.pages:
            words[file.src_uri] = get_data(file.content_string)[0]
            files.remove(file)
    for spec in publicatie.pages.values():
        content = _front_matter(spec) + words.get(spec.uri, "")
        files.append(_generated(config, spec.uri, content=content))
    for uri, path in _images(publicatie.dossier, Path(config.docs_dir)):
        files.append(_generated(config, uri, abs_src_path=str(path)))
    for bestand in files_of(publicatie.uitgave):
        files.append(_generated(config, bestand.uri, content=bestand.content))
    return files


def on_env(env: jinja2.Environment) -> jinja2.Environment:
    """Escape everything that is not marked as HTML."""
    env.autoescape = True
    add_filters(env)
    env.trim_blocks = True
    env.lstrip_blocks = True
    return env


def page_content(html: str, page: Page, config: MkDocsConfig) -> str:
    """Take out of an editor's page what is no text, and make links of what its words refer to."""
    wegwijzer = _publicatie(config).context["wegwijzer"]
    assert isinstance(wegwijzer, Wegwijzer)
    omgeving = wegwijzer.omgeving(f"docs/{page.file.src_uri}")
    cleaned = clean_page(html)
    if page.url == adres.BEGRIPPEN:
        cleaned = with_ankers(cleaned)
    return str(linked(Markup(cleaned), wegwijzer.vanaf(page.url, omgeving)))


def page_context(context: Any, page: Page, config: MkDocsConfig) -> Any:
    """Give a page its view."""
    publicatie = _publicatie(config)
    spec = publicatie.pages.get(page.file.src_uri)
    context.update(publicatie.context)
    context["view"] = spec.view if spec else None
    context["metadata"] = publicatie.metagegevens.van(page.url)
    context["boven"] = () if spec else tuple(_above(page, context["nav"].pages))
    return context


def _above(page: Page, pages: Iterable[Page]) -> Iterator[Link]:
    """The editors' pages above one: ``meedoen.md`` above ``meedoen/controleren.md``."""
    names = {f"{folder}.md" for folder in PurePosixPath(page.file.src_uri).parents}
    for other in pages:
        if other.file.src_uri in names:
            yield Link(other.url, str(other.title))


def template_context(context: Any, config: MkDocsConfig) -> Any:
    """Give a template without a page (404) what all pages have."""
    context.update(_publicatie(config).context)
    context["view"] = None
    return context


def after_build(config: MkDocsConfig) -> None:
    """Add what needs the written pages."""
    finish(Path(config.site_dir), _publicatie(config).uitgave)


def _publicatie(config: MkDocsConfig) -> Publicatie:
    publicatie = config.extra[_STATE]
    assert isinstance(publicatie, Publicatie)
    return publicatie


def _config(project: Path, site_dir: Path) -> MkDocsConfig:
    try:
        return load_config(
            config_file=str(project / "mkdocs.yml"),
            site_dir=str(site_dir),
            strict=True,
            **_our_parts(),
        )
    except (ConfigurationError, Abort) as error:
        wat = f"MkDocs kan de instellingen niet lezen: {error}"
        raise RegiovisieError([Problem("mkdocs.yml", "", "", wat, _ASK)]) from None


def _our_parts() -> dict[str, Any]:
    """The theme and the hooks, for any project: they need not stand in its folder."""
    return {
        "theme": {
            "name": None,
            "custom_dir": str(HOOKS / "theme"),
            "static_templates": ["404.html", "css/alles.css"],
        },
        "hooks": [str(HOOKS / "publiceer.py")],
        "plugins": [],
    }


def _generated(config: MkDocsConfig, uri: str, **content: Any) -> File:
    return File.generated(config, uri, inclusion=InclusionLevel.NOT_IN_NAV, **content)


def _front_matter(spec: PageSpec) -> str:
    meta = {"title": spec.title, "template": spec.template, "description": spec.description}
    return f"---\n{json.dumps(meta, ensure_ascii=False)}\n---\n"


def _images(dossier: Dossier, docs: Path) -> Iterator[tuple[str, Path]]:
    """Where each image of a text is published, and where it stands."""
    for versie in dossier.versies:
        folder = dossier.project.root / "versions" / versie.id
        yield from _images_in(folder, f"versies/{versie.id}")
    yield from _images_in(docs / "regiovisie", WERKVERSIE)


def _images_in(folder: Path, uri: str) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in (".svg", ".png", ".jpg", ".jpeg", ".webp"):
            yield f"{uri}/{path.relative_to(folder).as_posix()}", path


def _summary(gekeurd: Gekeurd, site_dir: Path, seconds: float) -> BuildSummary:
    dossier = gekeurd.dossier
    boeken = boekhouding(dossier)
    return BuildSummary(
        versies=len(dossier.versies),
        paren=len(dossier.paren),
        wijzigingen=len(dossier.wijzigingen),
        plekken=boeken.totaal.plekken,
        zonder_herkomst=boeken.totaal.zonder_herkomst,
        zienswijzen=boeken.zienswijzen,
        punten=boeken.punten.punten,
        paginas=sum(1 for _ in site_dir.rglob("*.html")),
        waarschuwingen=len(gekeurd.waarschuwingen),
        seconden=seconds,
    )


# --- what MkDocs itself finds wrong ---


class _Collector(logging.Handler):
    """Keeps the warnings that MkDocs gives."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one."""
        self.messages.append(record.getMessage())


@contextmanager
def _strictly() -> Iterator[None]:
    """Turn every warning of MkDocs into a problem."""
    collector = _Collector()
    logger = logging.getLogger("mkdocs")
    spoke = logger.propagate
    logger.addHandler(collector)
    logger.propagate = False
    try:
        yield
    except Abort:
        raise RegiovisieError(_link_problem(m) for m in collector.messages) from None
    finally:
        logger.removeHandler(collector)
        logger.propagate = spoke


_LINK = re.compile(r"Doc file '(?P<file>[^']+)' contains an? (?:\w+ )*link '(?P<link>[^']+)'")


def _link_problem(message: str) -> Problem:
    """A warning of MkDocs as a problem; links are what it looks at."""
    if match := _LINK.search(message):
        return Problem(
            f"docs/{match['file']}",
            "",
            "",
            f"De link naar {match['link']} leidt nergens heen.",
            "Verbeter de link: noem het bestand, en na # de kop, zoals die nu heten.",
        )
    return Problem("docs", "", "", message, _ASK)
