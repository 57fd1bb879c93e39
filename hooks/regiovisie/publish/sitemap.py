"""``sitemap.xml``: every page of the site, with the date of what it tells; and ``robots.txt``.

What is listed is what is there: the folder of the written site is read, so that no page can be
forgotten. See https://www.sitemaps.org/protocol.html and RFC 9309.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from lxml import etree

from regiovisie.publish.datums import Paginadata
from regiovisie.publish.diwoo import DIWOO_SITEMAP
from regiovisie.publish.uitgave import Bestand, Uitgave

SITEMAP = "sitemap.xml"
SITEMAP_NS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_PAGINA = "index.html"


def robots(uitgave: Uitgave) -> Iterator[Bestand]:
    """Everything may be read; where the lists of pages and documents are."""
    regels = ["User-agent: *", "Allow: /"]
    if uitgave.site_url:
        lijsten = [SITEMAP, *([DIWOO_SITEMAP] if uitgave.index.regio.diwoo else [])]
        regels += ["", *(f"Sitemap: {uitgave.adres(lijst)}" for lijst in lijsten)]
    yield Bestand("robots.txt", "\n".join(regels) + "\n")


def write_sitemap(site_dir: Path, uitgave: Uitgave) -> None:
    """List the pages of the written site; without an address of the site there is no list."""
    if not uitgave.site_url:
        return
    paginadata = Paginadata(uitgave.index)
    root = etree.fromstring(f'<urlset xmlns="{SITEMAP_NS}"/>')
    for href in pagina_adressen(site_dir):
        url = etree.SubElement(root, f"{{{SITEMAP_NS}}}url")
        etree.SubElement(url, f"{{{SITEMAP_NS}}}loc").text = uitgave.adres(quote(href))
        if datum := paginadata.datum(href):
            etree.SubElement(url, f"{{{SITEMAP_NS}}}lastmod").text = datum
    xml = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    (site_dir / SITEMAP).write_bytes(xml)


def pagina_adressen(site_dir: Path) -> list[str]:
    """The address of every page of a written site, sorted; the home page is empty."""
    paden = (path.relative_to(site_dir).as_posix() for path in site_dir.rglob(_PAGINA))
    return sorted(pad.removesuffix(_PAGINA) for pad in paden)
