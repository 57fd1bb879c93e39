"""``diwoo-sitemap.xml``: the documents that the site publishes, for the national Woo index.

Made only where ``diwoo`` is configured: who publishes is not for a generator to say. The form is
DiWoo metadata 0.9.8, an extension of a sitemap with one ``diwoo:Document`` for each document
(https://standaarden.overheid.nl/diwoo/metadata/).

A document of which the day is not known cannot be in the list, since an act needs a time to the
second (``atTime``); a comment in the file names those that are left out. A draft is received by
the councils and never ``vaststelling``: the list of acts has no word for a draft.
The nota van beantwoording is no document here: it follows the answers as they stand, and no
register knows a day on which somebody adopted it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from regiovisie.publish import diwoo_codes as codes
from regiovisie.publish.diwoo_codes import Code
from regiovisie.publish.uitgave import Bestand, Uitgave
from regiovisie.registers.datum import Datum
from regiovisie.registers.publicatie import Diwoo, SoortDocument
from regiovisie.registers.schema import Gemeente, Indiener, Versie, Zienswijze
from regiovisie.render.views import adres
from regiovisie.render.views.index import Index

DIWOO_SITEMAP = "diwoo-sitemap.xml"
DIWOO_NS = "https://standaarden.overheid.nl/diwoo/metadata/"
_SITEMAP_NS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_VERZONNEN = "Verzonnen voorbeeld, geen echt document."

GEWOON = {
    "concept": "inspanningsverplichting",
    "vastgesteld": "besluiten-algemene-strekking",
    "zienswijze-raad": "vergaderstukken",
    "advies": "adviezen",
    "reactie": "inspanningsverplichting",
    "raadsbesluit": "vergaderstukken",
}
"""The category of each kind of document, where the body that publishes chose no other."""


@dataclass(frozen=True, slots=True)
class Handeling:
    """What was done with a document, and when."""

    soort: Code
    datum: Datum


@dataclass(frozen=True, slots=True)
class Document:
    """One document that the site publishes."""

    href: str
    titel: str
    soort: SoortDocument
    documentsoort: Code
    handelingen: tuple[Handeling, ...]
    kenmerk: str
    voorbeeld: bool
    verantwoordelijke: Code | None = None
    """Another body than the publisher, where it is known and has a code."""
    reactie_op: tuple[str, str] | None = None
    """Address and title of the document that this is a reaction to."""

    @property
    def met_dag(self) -> tuple[Handeling, ...]:
        """The acts of which the day is known."""
        return tuple(h for h in self.handelingen if h.datum.vanaf and h.datum.vanaf == h.datum.tot)


def diwoo_sitemap(uitgave: Uitgave) -> Iterator[Bestand]:
    """The list of documents; nothing without configuration or without an address of the site."""
    diwoo = uitgave.index.regio.diwoo
    if diwoo is None or not uitgave.site_url:
        return
    root = etree.fromstring(f'<urlset xmlns="{_SITEMAP_NS}" xmlns:diwoo="{DIWOO_NS}"/>')
    documenten = sorted(documenten_van(uitgave.index), key=lambda document: document.href)
    for document in documenten:
        if document.met_dag:
            _url(root, uitgave, diwoo, document)
        else:
            root.append(etree.Comment(f" Zonder dag, dus niet vermeld: {document.href} "))
    xml = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    yield Bestand(DIWOO_SITEMAP, xml)


# --- which documents there are


def documenten_van(index: Index) -> Iterator[Document]:
    """Every document that a site publishes: versions, zienswijzen, decisions of councils."""
    for versie in index.versies.values():
        yield _versie(index, versie)
    for zienswijze in index.project.zienswijzen:
        yield _zienswijze(index, zienswijze)
    for gemeente in index.project.gemeenten:
        if (besluit := _raadsbesluit(gemeente)) is not None:
            yield besluit


def _versie(index: Index, versie: Versie) -> Document:
    vastgesteld = any(fase.fase == "vastgesteld" for fase in versie.fasen)
    return Document(
        href=adres.versie(versie.id),
        titel=_versie_titel(index, versie),
        soort="vastgesteld" if vastgesteld else "concept",
        documentsoort=codes.BELEIDSDOCUMENT,
        handelingen=tuple(
            Handeling(
                codes.VASTSTELLING if fase.fase == "vastgesteld" else codes.ONTVANGST, fase.datum
            )
            for fase in versie.fasen
            if fase.fase != "vervallen"
        ),
        kenmerk=versie.id,
        voorbeeld=versie.voorbeeld,
    )


def _versie_titel(index: Index, versie: Versie) -> str:
    return f"{index.regio.naam}, versie {versie.nummer}: {versie.titel}"


def _zienswijze(index: Index, zienswijze: Zienswijze) -> Document:
    indieners = index.indieners_van(zienswijze)
    namen = ", ".join(indiener.naam for indiener in indieners)
    versie = index.versies.get(zienswijze.versie)
    return Document(
        href=adres.zienswijze(zienswijze.id),
        titel=f"{zienswijze.soort.capitalize()} van {namen} ({zienswijze.id})",
        soort=_soort_reactie(indieners),
        documentsoort=codes.DOCUMENTSOORT_ZIENSWIJZE[zienswijze.soort],
        handelingen=(Handeling(codes.ONTVANGST, zienswijze.ontvangen),),
        kenmerk=zienswijze.id,
        voorbeeld=zienswijze.voorbeeld,
        reactie_op=(adres.versie(versie.id), _versie_titel(index, versie)) if versie else None,
    )


def _soort_reactie(indieners: tuple[Indiener, ...]) -> SoortDocument:
    soorten = {indiener.soort for indiener in indieners}
    if soorten == {"gemeenteraad"}:
        return "zienswijze-raad"
    return "advies" if soorten == {"adviesraad"} else "reactie"


def _raadsbesluit(gemeente: Gemeente) -> Document | None:
    """What a council decided; the decision itself was taken, whichever way it went."""
    besluit = gemeente.raadsbesluit
    if besluit.status == "nog-niet-bekend" or besluit.datum is None:
        return None
    raad = f"gemeenteraad van {gemeente.naam}"
    return Document(
        href=adres.gemeente(gemeente.slug),
        titel=f"Raadsbesluit van de {raad}: {besluit.status.replace('-', ' ')}",
        soort="raadsbesluit",
        documentsoort=codes.BESLUIT,
        handelingen=(Handeling(codes.VASTSTELLING, besluit.datum),),
        kenmerk=f"raadsbesluit-{gemeente.code}",
        voorbeeld=gemeente.voorbeeld,
        verantwoordelijke=(
            None if gemeente.voorbeeld else Code(gemeente.naam, f"{codes.GEMEENTE}{gemeente.code}")
        ),
    )


# --- as XML


def _url(root: etree._Element, uitgave: Uitgave, diwoo: Diwoo, document: Document) -> None:
    url = etree.SubElement(root, f"{{{_SITEMAP_NS}}}url")
    etree.SubElement(url, f"{{{_SITEMAP_NS}}}loc").text = uitgave.adres(document.href)
    dagen = [_dag(handeling) for handeling in document.met_dag]
    etree.SubElement(url, f"{{{_SITEMAP_NS}}}lastmod").text = max(dagen)
    doc = _in(_in(url, "Document"), "DiWoo")
    _in(_in(doc, "identifiers"), "identifier", document.kenmerk)
    _in(doc, "publisher", diwoo.uitgever, diwoo.resource)
    if document.verantwoordelijke:
        _code(doc, "verantwoordelijke", document.verantwoordelijke)
    titel = f"Voorbeeld: {document.titel}" if document.voorbeeld else document.titel
    _in(_in(doc, "titelcollectie"), "officieleTitel", titel)
    if document.voorbeeld:
        _in(_in(doc, "omschrijvingen"), "omschrijving", _VERZONNEN)
    _classificatie(doc, diwoo, document)
    _code(doc, "language", codes.NEDERLANDS)
    _code(doc, "format", codes.HTML)
    _handelingen(doc, document)
    if document.reactie_op:
        href, tekst = document.reactie_op
        relatie = _in(_in(doc, "documentrelaties"), "documentrelatie")
        _code(relatie, "role", codes.IS_REACTIE_OP)
        _in(relatie, "relation", tekst, uitgave.adres(href))


def _classificatie(doc: etree._Element, diwoo: Diwoo, document: Document) -> None:
    categorie = diwoo.informatiecategorieen.get(document.soort) or GEWOON[document.soort]
    collectie = _in(doc, "classificatiecollectie")
    _code(
        _in(collectie, "informatiecategorieen"),
        "informatiecategorie",
        codes.INFORMATIECATEGORIEEN[categorie],
    )
    _code(_in(collectie, "documentsoorten"), "documentsoort", document.documentsoort)
    _code(_in(collectie, "themas"), "thema", codes.JEUGDZORG)


def _handelingen(doc: etree._Element, document: Document) -> None:
    handelingen = _in(doc, "documenthandelingen")
    for handeling in document.met_dag:
        element = _in(handelingen, "documenthandeling")
        _code(element, "soortHandeling", handeling.soort)
        _in(element, "atTime", f"{_dag(handeling)}T00:00:00")


def _dag(handeling: Handeling) -> str:
    assert handeling.datum.vanaf is not None, "only acts with a day are written"
    return handeling.datum.vanaf.isoformat()


def _code(parent: etree._Element, name: str, code: Code) -> None:
    _in(parent, name, code.label, code.uri)


def _in(
    parent: etree._Element, name: str, text: str | None = None, resource: str | None = None
) -> etree._Element:
    """A new element of DiWoo within another."""
    element = etree.SubElement(parent, f"{{{DIWOO_NS}}}{name}")
    element.text = text
    if resource:
        element.set("resource", resource)
    return element
