"""What is in the bundle of a version, and writing it.

::

    archief/2026-03-na-zienswijzen.zip
      2026-03-na-zienswijzen/
        index.html          start here
        README.txt          what it is, and how to check it
        SHA256SUMS          of every file
        versies/… vergelijk/… zienswijzen/… wijzigingen/…    the pages, as they were
        css/ fonts/ img/    what the pages need
        bronbestanden/      the Markdown of the version, with the checksums of its freeze

Made from the written site: what is archived is what readers saw.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml.html import HtmlElement

from regiovisie.publish.archief.inpakken import ingepakt, met_controlesommen
from regiovisie.publish.archief.los import Verhuizing, css_middelen, gelezen, geschreven
from regiovisie.publish.archief.voorblad import leesmij, met_bericht, voorblad
from regiovisie.publish.gegevens.teksten import text_files
from regiovisie.publish.uitgave import Uitgave
from regiovisie.registers.schema import Versie
from regiovisie.render.views import adres
from regiovisie.render.views.gegevens_adres import archief

_PAGINA = "index.html"
BRONBESTANDEN = "bronbestanden"


def write_archives(site_dir: Path, uitgave: Uitgave) -> None:
    """Write the bundle of every frozen version."""
    for versie in uitgave.dossier.versies:
        bestanden = met_controlesommen(_bestanden(site_dir, uitgave, versie))
        doel = site_dir / archief(versie.id)
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.write_bytes(ingepakt(versie.id, bestanden))


def _bestanden(site_dir: Path, uitgave: Uitgave, versie: Versie) -> dict[str, bytes]:
    """Every file of a bundle but its checksums."""
    paginas = list(_paginas(site_dir, uitgave, versie))
    verhuizing = Verhuizing(frozenset(paginas), uitgave.site_url)
    bestanden: dict[str, bytes] = {}
    titels: dict[str, str] = {}
    middelen: set[str] = set()
    for pagina in paginas:
        boom = gelezen((site_dir / pagina).read_bytes())
        titels[pagina] = _titel(boom)
        middelen |= verhuizing.losgemaakt(boom, pagina)
        bestanden[pagina] = geschreven(met_bericht(boom, versie, _PAGINA, pagina))
    begin = gelezen((site_dir / adres.versie(versie.id) / _PAGINA).read_bytes())
    middelen |= verhuizing.losgemaakt(begin, f"{adres.versie(versie.id)}{_PAGINA}", _PAGINA)
    bestanden[_PAGINA] = geschreven(voorblad(begin, versie, titels))
    bestanden["README.txt"] = leesmij(uitgave, versie).encode()
    bestanden |= _middelen(site_dir, middelen)
    return bestanden | _bronnen(uitgave, versie)


def _paginas(site_dir: Path, uitgave: Uitgave, versie: Versie) -> Iterator[str]:
    """The pages about a version: its text, what changed in it and why, the reactions on it."""
    slugs = [onderdeel.slug for onderdeel in uitgave.index.onderdelen(versie.id)]
    yield from _in_map(site_dir, adres.versie(versie.id), slugs)
    if versie.voorganger:
        yield from _in_map(site_dir, adres.vergelijking(versie.voorganger, versie.id), slugs)
    for wijziging in uitgave.index.wijzigingen.values():
        if uitgave.dossier.stap(wijziging.id)[1] == versie.id:
            yield f"{adres.wijziging(wijziging.id)}{_PAGINA}"
    for zienswijze in uitgave.dossier.project.zienswijzen:
        if zienswijze.versie == versie.id:
            yield f"{adres.zienswijze(zienswijze.id)}{_PAGINA}"


def _in_map(site_dir: Path, href: str, slugs: Iterable[str]) -> list[str]:
    """The pages below an address: its own first, those of onderdelen in the order of the text."""
    volgorde = {f"{href}{slug}/{_PAGINA}": n for n, slug in enumerate(slugs, 1)}
    volgorde[f"{href}{_PAGINA}"] = 0
    paden = (pad.relative_to(site_dir).as_posix() for pad in (site_dir / href).rglob(_PAGINA))
    return sorted(paden, key=lambda pad: (volgorde.get(pad, len(volgorde)), pad))


def _titel(boom: HtmlElement) -> str:
    """The title of a page without the name of the site."""
    return " ".join((boom.findtext(".//title") or "").rpartition(" – ")[0].split())


def _middelen(site_dir: Path, namen: Iterable[str]) -> dict[str, bytes]:
    """Style sheets and images with what they name themselves."""
    gevonden: dict[str, bytes] = {}
    wachtrij = sorted(namen)
    while wachtrij:
        naam = wachtrij.pop()
        if naam in gevonden or not (site_dir / naam).is_file():
            continue
        gevonden[naam] = (site_dir / naam).read_bytes()
        if naam.endswith(".css"):
            wachtrij += css_middelen(naam, gevonden[naam].decode())
    return gevonden


def _bronnen(uitgave: Uitgave, versie: Versie) -> dict[str, bytes]:
    folder = uitgave.dossier.project.root / "versions" / versie.id
    return {f"{BRONBESTANDEN}/{n}": (folder / n).read_bytes() for n in text_files(folder)}
