"""What every record of the registers is: its keys, what they mean, and how text becomes a value.

A record arrives as a tree of texts (see `source`) and leaves as a frozen, typed value::

    {"id": "ZW-12.3", "tekst": "…", "uitkomst": "niet", "voorbeeld": "ja"}
    → Punt(id="ZW-12.3", tekst="…", uitkomst="niet", voorbeeld=True, …)

Field names are the YAML keys. Fields marked `VAN_BESTAND` do not stand in the YAML: the loader
takes them from the name of the file or from the text below the front matter. This is the one
definition of the formats; the JSON Schemas for editors can be made from it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    PlainValidator,
    SkipValidation,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from regiovisie.registers.datum import Datum, DatumError, parse_datum

# --- values -------------------------------------------------------------------------------------


def vormfout(wat: str, doe: str) -> PydanticCustomError:
    """The error of a text that is not of the right form, with its remedy."""
    return PydanticCustomError("vorm", "{wat}", {"wat": wat, "doe": doe})


@dataclass(frozen=True, slots=True)
class Vorm:
    """The fixed form of a text, such as an id."""

    naam: str
    """What the text should be, with its article: ``een id van een punt``."""
    pattern: str
    voorbeeld: str

    def check(self, tekst: str) -> str:
        """The text itself when it has this form."""
        if re.fullmatch(self.pattern, tekst):
            return tekst
        raise vormfout(f'"{tekst}" is geen {self.naam}.', f"Schrijf bijvoorbeeld {self.voorbeeld}.")

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(schema), **self.json_schema}

    @property
    def json_schema(self) -> JsonSchemaValue:
        """The form as a JSON Schema."""
        return {"type": "string", "pattern": f"^(?:{self.pattern})$", "examples": [self.voorbeeld]}


class Plaats(str):
    """A place in a text: ``onderdeel-slug`` or ``onderdeel-slug#heading-id``."""

    __slots__ = ()

    @property
    def onderdeel(self) -> str:
        """The slug of the onderdeel."""
        return self.partition("#")[0]

    @property
    def kop(self) -> str:
        """The id of the heading; empty when the place is the whole onderdeel."""
        return self.partition("#")[2]


_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_PLAATS = Vorm("plaats in de tekst", rf"{_SLUG}(?:#[^\s#]+)?", "uitgangspunten#zo-thuis-mogelijk")


def _plaats(value: object) -> Plaats:
    return Plaats(_PLAATS.check(_as_text(value)))


def _datum(value: object) -> Datum:
    try:
        return parse_datum(_as_text(value))
    except DatumError as error:
        raise vormfout(error.wat, error.doe) from None


def _ja_nee(value: object) -> bool:
    meaning = {"ja": True, "true": True, "nee": False, "false": False}
    text = _as_text(value)
    if text not in meaning:
        raise vormfout(f'"{text}" is geen ja of nee.', "Schrijf ja of nee (true of false mag ook).")
    return meaning[text]


def _as_text(value: object) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "no text")
    if not value.strip():
        raise PydanticCustomError("string_too_short", "empty text")
    return value.strip()


JaNee = Annotated[
    bool, BeforeValidator(_ja_nee), WithJsonSchema({"enum": ["ja", "nee", True, False]})
]
Moment = Annotated[
    Datum,
    PlainValidator(_datum),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "examples": ["2026-03-26", "medio 2025", "Q2 2026"]}),
]
Plek = Annotated[
    Plaats,
    PlainValidator(_plaats),
    WithJsonSchema(_PLAATS.json_schema),
]
Slug = Annotated[
    str, Vorm("slug (kleine letters, cijfers en streepjes)", _SLUG, "zo-thuis-mogelijk")
]
ZienswijzeId = Annotated[str, Vorm("id van een zienswijze", r"ZW-[0-9]+", "ZW-12")]
PuntId = Annotated[str, Vorm("id van een punt", r"ZW-[0-9]+\.[0-9]+", "ZW-12.3")]
WijzigingId = Annotated[
    str, Vorm("id van een wijziging", r"W-(?:[0-9]+|concept-[0-9a-z]+)", "W-031")
]
AntwoordId = Annotated[str, Vorm("id van een thematisch antwoord", r"TA-[0-9]+", "TA-04")]
MotieId = Annotated[
    str, Vorm("id van een motie", r"M-(?:gm[0-9]{4}|voorbeeld-[0-9]+)-[0-9]+", "M-gm0106-1")
]
Gemeentecode = Annotated[
    str, Vorm("gemeentecode", r"gm[0-9]{4}|voorbeeld-[0-9]+", "gm0106, of voorbeeld-1")
]
# Only http(s) or a path in the site: `javascript:` and the like never reach a page.
Url = Annotated[
    str,
    Vorm(
        "webadres",
        r"https?://[^\s<>\"']+|/?[^\s<>\"':/][^\s<>\"':]*",
        "https://www.voorbeeld.nl/brief",
    ),
]
Email = Annotated[
    str, Vorm("e-mailadres", r"[^\s@<>\"']+@[^\s@<>\"']+\.[a-z]+", "info@voorbeeld.nl")
]

VAN_BESTAND = {"readOnly": True}
"""Marks a field that the loader fills from the file; it may not stand in the YAML."""

Fasenaam = Literal[
    "inspraak", "consultatie", "na-zienswijzen", "ter-vaststelling", "vastgesteld", "vervallen"
]
SoortWijziging = Literal["tekst", "verplaatst", "gesplitst", "samengevoegd", "koppeling", "opmaak"]
Herkomst = Literal[
    "zienswijze", "advies", "inspraak", "ambtshalve", "redactioneel", "wetswijziging"
]
SoortZienswijze = Literal["zienswijze", "advies", "inspraakreactie", "brief"]
SoortIndiener = Literal[
    "gemeenteraad",
    "college",
    "adviesraad",
    "aanbieder",
    "onderwijs",
    "ervaringsdeskundigen",
    "inwoner",
]
Uitkomst = Literal[
    "overgenomen",
    "deels",
    "niet",
    "al-verwerkt",
    "uitvoering",
    "lokaal",
    "kennisgeving",
    "beantwoord",
    "onbekend",
    "open",
]


class Record(BaseModel):
    """A frozen record; keys that it does not know are errors."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        str_min_length=1,
        use_attribute_docstrings=True,
    )


# --- shared parts -------------------------------------------------------------------------------


class Bron(Record):
    """Where a fact comes from."""

    titel: str
    """Name of the document or page."""
    datum: Moment
    """Date of the document."""
    url: Url | None = None
    gelezen: Moment | None = None
    """When the source was read."""
    vindplaats: str | None = None
    """Where in the source: ``bijlage 4``, ``blz. 2``."""


class Verwijzing(Record):
    """A link to a document."""

    titel: str
    url: Url | None = None


# --- versions and changes -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tekstbron:
    """The Markdown files of one text."""

    id: str
    """Id of the version, or ``werkversie``."""
    bestanden: tuple[tuple[str, str], ...]
    """File name and Markdown text of each onderdeel, sorted by name."""


class Fase(Record):
    """A step in the life of a version."""

    fase: Fasenaam
    datum: Moment
    bron: Bron | None = None


class Correctie(Record):
    """That something was taken out of a frozen text, and never what."""

    datum: Moment
    reden: Literal["privacy", "procedure"]
    """The reasons that the Woo metadata knows: privacygevoelige gegevens, procedurele fout."""
    door: str
    """Who decided: a role, not a name."""
    vingerafdruk_was: str
    """The fingerprint that the version had before."""


class Versie(Record):
    """A frozen text; its phases may still grow. ``versions/<id>/versie.yml``."""

    id: Annotated[Slug, Field(json_schema_extra=VAN_BESTAND)]
    """The name of the folder."""
    nummer: str
    titel: str
    fasen: Annotated[tuple[Fase, ...], Field(min_length=1)]
    voorganger: Slug | None = None
    """Id of the version before; absent for the first one only."""
    verzonden_aan: tuple[str, ...] = ()
    samenvatting: str
    """What changed and why, in plain Dutch, in about five sentences."""
    herkomst_volledig: JaNee = True
    """No for imported history whose causes are not all known."""
    correcties: tuple[Correctie, ...] = ()
    """What was taken out of the frozen text afterwards, oldest first; written by correct."""
    voorbeeld: JaNee = False
    bron: Bron | None = None
    tekst: Annotated[SkipValidation[Tekstbron], Field(json_schema_extra=VAN_BESTAND)]
    levenslijnen: Annotated[str | None, SkipValidation, Field(json_schema_extra=VAN_BESTAND)] = None
    """The raw text of levenslijnen.tsv."""
    checksums: Annotated[str | None, SkipValidation, Field(json_schema_extra=VAN_BESTAND)] = None
    """The raw text of SHA256SUMS."""

    @property
    def fase(self) -> Fase:
        """The phase that the version is in."""
        return self.fasen[-1]


class OokOp(Record):
    """A further place that the same change touches."""

    plaats: Plek
    plaats_was: Plek | None = None
    was: str | None = None
    wordt: str | None = None
    overal: JaNee = False


class Wijziging(Record):
    """One change since the predecessor, as a person would describe it."""

    id: WijzigingId
    wat: SoortWijziging = "tekst"
    plaats: Plek
    """Where it stands in the new text."""
    plaats_was: Plek | None = None
    """Where it stood in the old text, where that differs."""
    was: str | None = None
    """The visible words that were there; alone: they went."""
    wordt: str | None = None
    """The visible words that are there now; alone: they are new."""
    overal: JaNee = False
    """Whether every occurrence in the place is meant."""
    herkomst: Herkomst
    punten: tuple[PuntId, ...] = ()
    toelichting: str | None = None
    ook_op: tuple[OokOp, ...] = ()
    voorbeeld: JaNee = False
    ingetrokken: JaNee = False
    """Withdrawn: keeps its id and claims nothing."""
    concept: WijzigingId | None = None
    """The id that it had as a draft, written by freeze."""


# --- zienswijzen and answers --------------------------------------------------------------------


class Punt(Record):
    """One point of a zienswijze, with what was done with it."""

    id: PuntId
    plaats: Plek | None = None
    """In the version that the zienswijze is about."""
    citaat: str | None = None
    """Visible words of the paragraph that is meant."""
    thema: tuple[Slug, ...] = ()
    tekst: str
    """What is asked, in a few sentences."""
    minderheid: str | None = None
    """The one fractie that it comes from, where so."""
    uitkomst: Uitkomst
    reactie: str | None = None
    antwoord: AntwoordId | None = None
    """The thematic answer that serves this point."""
    zie: Plek | None = None
    """Where the newest text already says it."""
    voorbeeld: JaNee = False
    bron: Bron | None = None


class Zienswijze(Record):
    """One submission. ``docs/zienswijzen/zw-12.md``."""

    id: ZienswijzeId
    soort: SoortZienswijze
    indieners: Annotated[tuple[Slug, ...], Field(min_length=1)]
    ronde: Slug
    versie: Slug
    """The version that it is about."""
    ontvangen: Moment
    binnen_termijn: Literal["ja", "nee", "uitstel", "onbekend"] = "onbekend"
    kenmerk: str | None = None
    """The sender's own registration number."""
    origineel: Verwijzing | None = None
    voorbeeld: JaNee = False
    bron: Bron | None = None
    beantwoord_door: str | None = None
    """A role, not a name."""
    gecontroleerd_door: str | None = None
    """A role, not a name."""
    punten: tuple[Punt, ...]
    """Empty when the content is not public."""
    inhoud: Annotated[SkipValidation[str], Field(json_schema_extra=VAN_BESTAND)] = ""
    """The summary in plain Dutch, in Markdown."""


class Antwoord(Record):
    """A thematic answer that serves several points. ``docs/antwoorden/ta-04.md``."""

    id: AntwoordId
    titel: str
    thema: tuple[Slug, ...] = ()
    voorbeeld: JaNee = False
    bron: Bron | None = None
    inhoud: Annotated[SkipValidation[str], Field(json_schema_extra=VAN_BESTAND)] = ""
    """The answer, in Markdown."""


class Indiener(Record):
    """Who submitted; an inwoner never by name. ``docs/indieners/<slug>.md``."""

    slug: Annotated[Slug, Field(json_schema_extra=VAN_BESTAND)]
    naam: str
    soort: SoortIndiener
    gemeente: Slug | None = None
    voorbeeld: JaNee = False
    bron: Bron | None = None
    inhoud: Annotated[SkipValidation[str], Field(json_schema_extra=VAN_BESTAND)] = ""


class Raadsbesluit(Record):
    """What one council decided on the version for decision."""

    gepland: Moment | None = None
    status: Literal["nog-niet-bekend", "vastgesteld", "niet-vastgesteld"] = "nog-niet-bekend"
    datum: Moment | None = None
    bron: Bron | None = None


class Motie(Record):
    """A council's wish; never a change of text."""

    id: MotieId
    titel: str
    datum: Moment | None = None
    uitslag: Literal["aangenomen", "verworpen", "ingetrokken", "aangehouden", "overig"]
    tekst: str | None = None
    vervolg: str | None = None
    bron: Bron | None = None
    voorbeeld: JaNee = False


class Document(Record):
    """A paper of a council."""

    titel: str
    datum: Moment | None = None
    url: Url | None = None
    soort: str | None = None


class Gemeente(Record):
    """A municipality with its decision, moties and papers. ``docs/gemeenten/<slug>.md``."""

    slug: Annotated[Slug, Field(json_schema_extra=VAN_BESTAND)]
    naam: str
    code: Gemeentecode
    voorbeeld: JaNee = False
    zienswijze: Literal["nog-niet-bekend", "ingediend", "geen"] = "nog-niet-bekend"
    zienswijze_bron: Bron | None = None
    raadsbesluit: Raadsbesluit = Raadsbesluit()
    moties: tuple[Motie, ...] = ()
    documenten: tuple[Document, ...] = ()
    raadsinformatie: Verwijzing | None = None
    inhoud: Annotated[SkipValidation[str], Field(json_schema_extra=VAN_BESTAND)] = ""


# --- the region ---------------------------------------------------------------------------------


class Ronde(Record):
    """A period in which reactions were asked on one version."""

    id: Slug
    titel: str
    versie: Slug
    periode: str
    status: Literal["loopt", "gesloten"]
    toelichting: str | None = None
    bron: Bron | None = None
    voorbeeld: JaNee = False


class Planningsstap(Record):
    """A step on the timeline."""

    datum: Moment
    titel: str
    wie: str | None = None
    toelichting: str | None = None
    bronnen: Annotated[tuple[Bron, ...], Field(min_length=1)]
    """Two sources may disagree: name both."""
    status: Literal["geweest", "komend", "onbekend"]
    url: Url | None = None


class Contact(Record):
    """Whom to ask."""

    naam: str
    email: Email | None = None
    url: Url | None = None


class Toegankelijkheid(Record):
    """The accessibility statement."""

    status: Literal["A", "B", "C", "D"] | None = None
    url: Url | None = None


class Bewerken(Record):
    """Where the source can be edited."""

    soort: Literal["github", "gitlab", "geen"]
    url: Url | None = None


class Regio(Record):
    """The region's own facts: ``extra.regiovisie`` in mkdocs.yml."""

    naam: str
    korte_naam: str
    periode: str
    officieel: JaNee = False
    """Whether this is the official text of the region."""
    beantwoorder: str
    """Who answers the zienswijzen."""
    gemeenten: tuple[Slug, ...] = ()
    """The municipalities that decide."""
    themas: Mapping[Slug, str] = Field(default_factory=dict)
    """Theme id → label."""
    rondes: tuple[Ronde, ...] = ()
    planning: tuple[Planningsstap, ...] = ()
    """In order of time."""
    contact: Contact | None = None
    toegankelijkheid: Toegankelijkheid | None = None
    bewerken: Bewerken | None = None
    nieuwe_ronde: str | None = None
    """Why the text may change again while it lies before the councils."""
