"""What machines read in the head of a page: what it is a version of, and how to show a link to it.

Which text a page belongs to follows from its address alone, so that any page below a version is
known as part of it. Terms: schema.org (CreativeWork, not Legislation: a regiovisie is policy and
no rule), Dublin Core (dcterms) and Open Graph. Relations need the address of the site, and are
left out where none is configured.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from regiovisie.model import Onderdeel
from regiovisie.registers.checksums import fingerprint
from regiovisie.registers.schema import Versie
from regiovisie.render.views import adres
from regiovisie.render.views.deelbeeld import Deelbeeld, beeld_van
from regiovisie.render.views.index import Index
from regiovisie.render.views.labels import FASEN

VERZONNEN = "Verzonnen voorbeeld. Dit is niet de officiële tekst van een regio."


@dataclass(frozen=True, slots=True)
class Term:
    """One statement about a page in the terms of Dublin Core."""

    naam: str
    """``dcterms:replaces``."""
    waarde: str
    is_adres: bool


@dataclass(frozen=True, slots=True)
class Metadata:
    """What machines read of one page."""

    soort: str
    """``og:type``: ``article`` for a text, else ``website``."""
    beeld: Deelbeeld
    termen: tuple[Term, ...] = ()
    jsonld: Markup | None = None
    """The content of a script element of JSON-LD, safe to stand in it."""


@dataclass(frozen=True, slots=True)
class Tekstpagina:
    """Which text an address belongs to."""

    versie: Versie
    permanent: bool
    """Whether the address is the one that stays; else it is that of the text that counts."""
    onderdeel: Onderdeel | None


@dataclass(frozen=True)
class Metagegevens:
    """The metadata of all pages of a site."""

    index: Index
    site_url: str
    """The address of the site with a slash at its end; empty where none is configured."""

    def van(self, href: str) -> Metadata:
        """The metadata of the page at an address; the home page is empty."""
        beeld = beeld_van(self.index, href)
        pagina = self.tekstpagina(href)
        if pagina is None:
            return Metadata("website", beeld)
        if not self.site_url:
            return Metadata("article", beeld)
        return Metadata(
            "article", beeld, tuple(self._termen(pagina)), as_jsonld(self._schema_org(pagina))
        )

    def tekstpagina(self, href: str) -> Tekstpagina | None:
        """The text that a page belongs to; None for any other page, the werkversie included."""
        delen = href.strip("/").split("/")
        if delen[0] == adres.REGIOVISIE.strip("/"):
            versie, rest, permanent = self.index.dossier.geldend, delen[1:], False
        elif delen[0] == adres.VERSIES.strip("/") and delen[1:2] and delen[1] in self.index.versies:
            versie, rest, permanent = self.index.versies[delen[1]], delen[2:], True
        else:
            return None
        slug = rest[0] if rest else ""
        return Tekstpagina(versie, permanent, self.index.dossier.tekst(versie.id).onderdeel(slug))

    @cached_property
    def _opvolger(self) -> Mapping[str, str]:
        """By id of a version, the id of the one that came after it."""
        return {v.voorganger: v.id for v in self.index.versies.values() if v.voorganger}

    # --- Dublin Core

    def _termen(self, pagina: Tekstpagina) -> Iterator[Term]:
        versie = pagina.versie
        slug = pagina.onderdeel.slug if pagina.onderdeel else ""
        if datum := _uitgegeven(versie):
            yield Term("dcterms:issued", datum, is_adres=False)
        yield self._relatie("dcterms:isVersionOf", adres.REGIOVISIE)
        if pagina.onderdeel:
            yield self._relatie("dcterms:isPartOf", adres.versie(versie.id))
        for naam, andere in (
            ("dcterms:replaces", versie.voorganger),
            ("dcterms:isReplacedBy", self._opvolger.get(versie.id)),
        ):
            if andere in self.index.versies and self._heeft(andere, slug):
                yield self._relatie(naam, adres.versie(andere, slug))

    def _heeft(self, versie_id: str, slug: str) -> bool:
        return not slug or self.index.dossier.tekst(versie_id).onderdeel(slug) is not None

    def _relatie(self, naam: str, href: str) -> Term:
        return Term(naam, self._adres(href), is_adres=True)

    # --- schema.org

    def _schema_org(self, pagina: Tekstpagina) -> dict[str, object]:
        if pagina.onderdeel:
            eigen = self._onderdeel(pagina.versie, pagina.onderdeel)
        elif pagina.permanent:
            eigen = self._versie(pagina.versie)
        else:
            eigen = self._werk()
        return {"@context": "https://schema.org", **eigen}

    def _werk(self) -> dict[str, object]:
        """The regiovisie itself, of which each version is an example."""
        regio = self.index.regio
        return {
            "@type": "CreativeWork",
            "@id": self._adres(adres.REGIOVISIE),
            "url": self._adres(adres.REGIOVISIE),
            "name": regio.naam,
            "inLanguage": "nl",
            "version": self.index.dossier.geldend.nummer,
            **_verzonnen(self.index.dossier.geldend),
            "workExample": [self._kort(versie) for versie in self.index.versies.values()],
        }

    def _versie(self, versie: Versie) -> dict[str, object]:
        onderdelen = self.index.onderdelen(versie.id)
        return {
            **self._document(versie, ""),
            "name": self._naam(versie),
            "exampleOfWork": {"@id": self._adres(adres.REGIOVISIE)},
            "hasPart": [
                {
                    "@type": "DigitalDocument",
                    "@id": self._adres(adres.versie(versie.id, onderdeel.slug)),
                    "name": _titel(onderdeel),
                }
                for onderdeel in onderdelen
            ],
        }

    def _onderdeel(self, versie: Versie, onderdeel: Onderdeel) -> dict[str, object]:
        return {
            **self._document(versie, onderdeel.slug),
            "name": f"{_titel(onderdeel)} ({self._naam(versie)})",
            "isPartOf": self._kort(versie),
        }

    def _document(self, versie: Versie, slug: str) -> dict[str, object]:
        """What a version and a part of it share. The address is always the one that stays."""
        found: dict[str, object] = {
            "@type": "DigitalDocument",
            "@id": self._adres(adres.versie(versie.id, slug)),
            "url": self._adres(adres.versie(versie.id, slug)),
            "inLanguage": "nl",
            "version": versie.nummer,
            "creativeWorkStatus": FASEN[versie.fase.fase].tekst,
            **_verzonnen(versie),
        }
        if datum := _uitgegeven(versie):
            found["datePublished"] = datum
        if versie.checksums and not slug:
            found["identifier"] = {
                "@type": "PropertyValue",
                "propertyID": "vingerafdruk",
                "value": fingerprint(versie.checksums),
            }
        voorganger = versie.voorganger
        if voorganger in self.index.versies and self._heeft(voorganger, slug):
            found["isBasedOn"] = {"@id": self._adres(adres.versie(voorganger, slug))}
        if diwoo := self.index.regio.diwoo:
            found["publisher"] = {"@type": "Organization", "name": diwoo.uitgever}
        return found

    def _kort(self, versie: Versie) -> dict[str, object]:
        return {
            "@type": "DigitalDocument",
            "@id": self._adres(adres.versie(versie.id)),
            "name": self._naam(versie),
            "version": versie.nummer,
        }

    def _naam(self, versie: Versie) -> str:
        return f"{self.index.regio.naam}, versie {versie.nummer}: {versie.titel}"

    def _adres(self, href: str) -> str:
        return f"{self.site_url}{href}"


def as_jsonld(value: Mapping[str, object]) -> Markup:
    """A value as the content of a script element.

    In HTML only ``<`` can end a script element or open a comment in it; as ``\\u003c`` it is the
    same character to whoever reads the JSON. See "Restrictions for contents of script elements"
    in the HTML standard.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return Markup(text)


def _uitgegeven(versie: Versie) -> str:
    """When a version came out: the date of its first phase, as exactly as it is known."""
    return versie.fasen[0].datum.w3c


def _verzonnen(versie: Versie) -> dict[str, object]:
    return {"disambiguatingDescription": VERZONNEN} if versie.voorbeeld else {}


def _titel(onderdeel: Onderdeel) -> str:
    return f"{onderdeel.nummer} {onderdeel.titel}".strip()
