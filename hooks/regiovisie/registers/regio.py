"""The region's own facts: ``extra.regiovisie`` in mkdocs.yml."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from regiovisie.registers.akkoord import Akkoord
from regiovisie.registers.beveiliging import Beveiliging
from regiovisie.registers.bron import Bron, Bronstuk, MetBronnen
from regiovisie.registers.publicatie import Diwoo, Toegankelijkheid
from regiovisie.registers.vormen import Email, JaNee, Moment, Record, Slug, Url


class Ronde(MetBronnen):
    """A period in which reactions were asked on one version."""

    id: Slug
    titel: str
    versie: Slug
    periode: str
    status: Literal["loopt", "gesloten"]
    toelichting: str | None = None
    voorbeeld: JaNee = False


class Planningsstap(Record):
    """A step on the timeline."""

    datum: Moment
    titel: str
    wie: str | None = None
    toelichting: str | None = None
    bronnen: Annotated[tuple[Bron, ...], Field(min_length=1)]
    """Two sources may disagree: name both, each with what it says."""
    status: Literal["geweest", "komend", "onbekend"]
    url: Url | None = None


class Contact(Record):
    """Whom to ask."""

    naam: str
    email: Email | None = None
    url: Url | None = None


class Bewerken(Record):
    """Where the source can be edited."""

    soort: Literal["github", "gitlab", "geen"]
    url: Url | None = None
    tak: str = "main"
    """The branch that editors work on."""


class Word(Record):
    """How Word files are read."""

    stijlen: Mapping[
        str,
        Literal["kop1", "kop2", "kop3", "kop4", "alinea", "citaat", "lijst", "overslaan"],
    ] = Field(default_factory=dict)
    """Name of a style in Word → what a paragraph of that style is."""


class Licentie(Record):
    """Under which terms texts and data may be used again."""

    naam: str
    url: Url


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
    bronnen: Mapping[Slug, Bronstuk] = Field(default_factory=dict)
    """Source id → the source, described once for all records that name it."""
    hoofdstukken: JaNee = False
    """Whether the text calls its numbered parts "hoofdstuk", besides "onderdeel"."""
    rondes: tuple[Ronde, ...] = ()
    planning: tuple[Planningsstap, ...] = ()
    """In order of time."""
    contact: Contact | None = None
    bewerken: Bewerken | None = None
    word: Word = Word()
    licentie: Licentie | None = None
    """Of texts and data; absent: nothing is said of it."""
    diwoo: Diwoo | None = None
    toegankelijkheid: Toegankelijkheid | None = None
    beveiliging: Beveiliging | None = None
    """Where a leak is reported; absent: the site has no security.txt."""
    nieuwe_ronde: str | None = None
    """Why the text may change again while it lies before the councils."""
    privacy_akkoord: tuple[Akkoord, ...] = ()
    """Personal data that is meant, where no other file can say so."""
