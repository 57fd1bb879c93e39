"""What every record of the registers is: its keys, and what they mean.

A record arrives as a tree of texts (see `source`) and leaves as a frozen, typed value::

    {"id": "ZW-12.3", "tekst": "…", "uitkomst": "niet", "voorbeeld": "ja"}
    → Punt(id="ZW-12.3", tekst="…", uitkomst="niet", voorbeeld=True, …)

Field names are the YAML keys. Fields marked `VAN_BESTAND` do not stand in the YAML: the loader
takes them from the name of the file or from the text below the front matter. With `vormen` (the
forms of values), `bron` (sources) and `regio` (the region's facts) this is the one definition
of the formats; the JSON Schemas for editors can be made from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, SkipValidation, ValidationInfo, field_validator

from regiovisie.registers.akkoord import Akkoord
from regiovisie.registers.bron import (
    Bron,
    Bronstuk,
    Documentlink,
    MetBronnen,
    one_key,
    samen,
)
from regiovisie.registers.regio import (
    Bewerken,
    Contact,
    Planningsstap,
    Regio,
    Ronde,
)
from regiovisie.registers.vormen import (
    VAN_BESTAND,
    AntwoordId,
    Bijlagenummer,
    Fasenaam,
    Gemeentecode,
    Herkomst,
    JaNee,
    Moment,
    MotieId,
    Plaats,
    Plek,
    PuntId,
    Record,
    Slug,
    SoortIndiener,
    SoortWijziging,
    SoortZienswijze,
    Uitkomst,
    Url,
    WijzigingId,
    ZienswijzeId,
)

__all__ = [
    "Antwoord",
    "Bewerken",
    "Bron",
    "Bronstuk",
    "Contact",
    "Document",
    "Documentlink",
    "Fase",
    "Fasenaam",
    "Gemeente",
    "Herkomst",
    "Indiener",
    "Motie",
    "OokOp",
    "Plaats",
    "Planningsstap",
    "Punt",
    "Raadsbesluit",
    "Record",
    "Regio",
    "Ronde",
    "Samenvatting",
    "SoortIndiener",
    "SoortWijziging",
    "SoortZienswijze",
    "Tekstbron",
    "Uitkomst",
    "Versie",
    "Wijziging",
    "Zienswijze",
]

# --- versions and changes -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tekstbron:
    """The Markdown files of one text."""

    id: str
    """Id of the version, or ``werkversie``."""
    bestanden: tuple[tuple[str, str], ...]
    """File name and Markdown text of each onderdeel, sorted by name."""


class Fase(MetBronnen):
    """A step in the life of a version."""

    fase: Fasenaam
    datum: Moment


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
    privacy_akkoord: tuple[Akkoord, ...] = ()
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

    @property
    def doelen(self) -> tuple[tuple[tuple[str | int, ...], Wijziging | OokOp], ...]:
        """Each place that it touches, with the way to it inside the entry."""
        also = ((("ook_op", index), target) for index, target in enumerate(self.ook_op))
        return (((), self), *also)


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
    origineel: Documentlink | None = None
    voorbeeld: JaNee = False
    bron: Bron | None = None
    beantwoord_door: str | None = None
    """A role, not a name."""
    gecontroleerd_door: str | None = None
    """A role, not a name."""
    punten: tuple[Punt, ...]
    """Empty when the content is not public."""
    privacy_akkoord: tuple[Akkoord, ...] = ()
    inhoud: Annotated[SkipValidation[str], Field(json_schema_extra=VAN_BESTAND)] = ""
    """The summary in plain Dutch, in Markdown."""


class Antwoord(Record):
    """A thematic answer that serves several points. ``docs/antwoorden/ta-04.md``."""

    id: AntwoordId
    titel: str
    thema: tuple[Slug, ...] = ()
    voorbeeld: JaNee = False
    bron: Bron | None = None
    privacy_akkoord: tuple[Akkoord, ...] = ()
    inhoud: Annotated[SkipValidation[str], Field(json_schema_extra=VAN_BESTAND)] = ""
    """The answer, in Markdown."""


class Samenvatting(Record):
    """One onderdeel in plain Dutch. ``docs/samenvattingen/<slug of the onderdeel>.md``."""

    slug: Annotated[Slug, Field(json_schema_extra=VAN_BESTAND)]
    versie: Slug
    """The version that it summarises."""
    voorbeeld: JaNee = False
    bron: Bron | None = None
    privacy_akkoord: tuple[Akkoord, ...] = ()
    inhoud: Annotated[SkipValidation[str], Field(json_schema_extra=VAN_BESTAND)] = ""
    """At most 150 words, in Markdown."""


class Indiener(Record):
    """Who submitted; an inwoner never by name. ``docs/indieners/<slug>.md``."""

    slug: Annotated[Slug, Field(json_schema_extra=VAN_BESTAND)]
    naam: str
    soort: SoortIndiener
    gemeente: Slug | None = None
    voorbeeld: JaNee = False
    bron: Bron | None = None
    privacy_akkoord: tuple[Akkoord, ...] = ()
    inhoud: Annotated[SkipValidation[str], Field(json_schema_extra=VAN_BESTAND)] = ""


class Raadsbesluit(MetBronnen):
    """What one council decided on the version for decision."""

    versie: Slug | None = None
    """The version that it is about; absent: the one that lies before the councils."""
    gepland: Moment | None = None
    status: Literal["nog-niet-bekend", "vastgesteld", "niet-vastgesteld"] = "nog-niet-bekend"
    datum: Moment | None = None


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
    """A paper of a council.

    A paper that others cite but that nobody lists is a fact of the source: ``ontbreekt: ja``
    says so on the page, and stops the warning about it.
    """

    titel: str
    datum: Moment | None = None
    url: Url | None = None
    soort: str | None = None
    bijlage: Bijlagenummer | None = None
    """Its number as an annex: "bijlage 4" in a text of this gemeente leads to it."""
    ontbreekt: JaNee = False
    """Whether it is cited, while the list of papers does not have it."""
    bron: Bron | None = None
    """Where it is listed, or cited."""


class Gemeente(Record):
    """A municipality with its decision, moties and papers. ``docs/gemeenten/<slug>.md``."""

    slug: Annotated[Slug, Field(json_schema_extra=VAN_BESTAND)]
    naam: str
    code: Gemeentecode
    voorbeeld: JaNee = False
    zienswijze: Literal["nog-niet-bekend", "ingediend", "geen"] = "nog-niet-bekend"
    zienswijze_bron: Bron | None = None
    zienswijze_bronnen: tuple[Bron, ...] = ()
    """Two sources may disagree: name both, each with what it says."""
    raadsbesluit: Raadsbesluit = Raadsbesluit()
    eerdere_besluiten: tuple[Raadsbesluit, ...] = ()
    """Decisions on earlier versions, oldest first: a new round leaves them standing."""
    moties: tuple[Motie, ...] = ()
    documenten: tuple[Document, ...] = ()
    raadsinformatie: Documentlink | None = None
    privacy_akkoord: tuple[Akkoord, ...] = ()
    inhoud: Annotated[SkipValidation[str], Field(json_schema_extra=VAN_BESTAND)] = ""

    @field_validator("zienswijze_bronnen", mode="after")
    @classmethod
    def _not_both(cls, value: tuple[Bron, ...], info: ValidationInfo) -> tuple[Bron, ...]:
        return one_key(info.data.get("zienswijze_bron"), value)

    @property
    def alle_zienswijze_bronnen(self) -> tuple[Bron, ...]:
        """Every source of what is known of the zienswijze."""
        return samen(self.zienswijze_bron, self.zienswijze_bronnen)
