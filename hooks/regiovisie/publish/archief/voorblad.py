"""What a bundle says of itself: its first page, a line on every page, and README.txt."""

from __future__ import annotations

from collections.abc import Mapping

import lxml.html
from lxml.html import HtmlElement

from regiovisie.publish.archief.los import relatief
from regiovisie.publish.uitgave import Uitgave
from regiovisie.registers.checksums import fingerprint
from regiovisie.registers.schema import Versie
from regiovisie.render.views import adres

_GROEPEN = (
    (adres.VERSIES, "De tekst"),
    (adres.VERGELIJK, "Wat er veranderde"),
    (adres.WIJZIGINGEN, "De wijzigingen, met de reden"),
    (adres.ZIENSWIJZEN, "De reacties op deze versie"),
)
"""The parts of a bundle, each with the address that its pages start with."""


def met_bericht(boom: HtmlElement, versie: Versie, begin: str, hier: str) -> HtmlElement:
    """The page with a line above it that says what it is a copy of."""
    bericht = _element("aside", klasse="melding binnen")
    bericht.set("aria-label", "Over deze kopie")
    alinea = _element("p", f"Dit is een kopie om te bewaren, van versie {versie.nummer}. ")
    link = _element("a", "Inhoud van dit archief")
    link.set("href", relatief(begin, hier))
    alinea.append(link)
    bericht.append(alinea)
    header = boom.find(".//header")
    if header is not None:
        header.addnext(bericht)
    return boom


def voorblad(boom: HtmlElement, versie: Versie, titels: Mapping[str, str]) -> HtmlElement:
    """The first page: the frame of a page of the version, with all pages of the bundle in it."""
    for element in boom.xpath("//nav[contains(@class, 'kruimels')] | //link[@rel='canonical']"):
        assert isinstance(element, HtmlElement)
        element.drop_tree()
    naam = f"Archief van versie {versie.nummer}: {versie.titel}"
    for titel in boom.iter("title"):
        titel.text = naam
    main = boom.find(".//main")
    assert main is not None
    main.clear(keep_tail=True)
    main.attrib.update({"class": "inhoud binnen", "id": "inhoud", "tabindex": "-1"})
    main.append(_element("h1", naam + (" (voorbeeld)" if versie.voorbeeld else "")))
    main.append(_element("p", _WAT, klasse="intro"))
    for begin, kop in _GROEPEN:
        paginas = {pad: titel for pad, titel in titels.items() if pad.startswith(begin)}
        if paginas:
            main.append(_element("h2", kop))
            main.append(_lijst(paginas))
    main.append(_element("h2", "Bestanden"))
    main.append(_lijst({"README.txt": "Leesmij", "SHA256SUMS": "Controlesommen"}))
    return boom


_WAT = (
    "In dit archief staat wat er op de site over deze versie stond: de tekst, wat er veranderde, "
    "en de reacties. U kunt het lezen zonder internet."
)
_BRONNEN = (
    "In de map bronbestanden staat de tekst zelf, in Markdown.\n"
    "Die is te lezen met elk programma voor tekst."
)


def _lijst(paginas: Mapping[str, str]) -> HtmlElement:
    lijst = _element("ul")
    for pad, titel in paginas.items():
        regel = _element("li")
        link = _element("a", titel)
        link.set("href", relatief(pad, "index.html"))
        regel.append(link)
        lijst.append(regel)
    return lijst


def _element(tag: str, tekst: str = "", *, klasse: str = "") -> HtmlElement:
    element = lxml.html.Element(tag)
    element.text = tekst
    if klasse:
        element.set("class", klasse)
    return element


def leesmij(uitgave: Uitgave, versie: Versie) -> str:
    """README.txt: what it is, how to read it, how to check it."""
    regio = uitgave.index.regio
    delen = [
        f"{regio.naam}\nVersie {versie.nummer}: {versie.titel}",
        *(["LET OP: dit is een voorbeeld. De inhoud is verzonnen."] if versie.voorbeeld else []),
        *(
            []
            if regio.officieel
            else ["Dit is niet de officiële tekst, maar een reconstructie in eigen woorden."]
        ),
        f"{_WAT}\nOpen index.html in een browser.",
        "Links naar pagina's die niet in dit archief staan, "
        + (f"leiden naar {uitgave.site_url}" if uitgave.site_url else "zijn hier gewone tekst."),
        _BRONNEN,
        _controle(versie),
        *([f"Licentie: {regio.licentie.naam}, {regio.licentie.url}"] if regio.licentie else []),
    ]
    return "\n\n".join(delen) + "\n"


def _controle(versie: Versie) -> str:
    stappen = (
        "ZO CONTROLEERT U DIT ARCHIEF\n"
        "Met SHA256SUMS ziet u of er een bestand is veranderd.\n"
        "Linux:   sha256sum -c SHA256SUMS\n"
        "macOS:   shasum -a 256 -c SHA256SUMS\n"
        "Windows: Get-FileHash in PowerShell, en vergelijk met SHA256SUMS\n"
        "In de map bronbestanden kan het ook, met het bestand SHA256SUMS dat daar staat."
    )
    if not versie.checksums:
        return stappen
    kort = fingerprint(versie.checksums)
    return (
        f"{stappen}\nDe vingerafdruk van deze versie is {kort}: dat is het begin van de "
        "SHA-256 van bronbestanden/SHA256SUMS."
    )
