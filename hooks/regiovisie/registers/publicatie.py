"""What only the body that publishes the site can say of it: ``diwoo`` and ``toegankelijkheid``.

Neither has a value of its own accord: a site does not offer documents to the national index, nor
claims a status, unless somebody wrote that down.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from regiovisie.registers.vormen import Moment, Record, Url, Vorm, vormfout

SoortDocument = Literal[
    "concept", "vastgesteld", "zienswijze-raad", "advies", "reactie", "raadsbesluit"
]
"""What the site publishes, as the Woo tells documents apart."""
Informatiecategorie = Literal[
    "adviezen",
    "besluiten-algemene-strekking",
    "ingekomen-stukken",
    "inspanningsverplichting",
    "onderzoeksrapporten",
    "organisatie-en-werkwijze",
    "vergaderstukken",
]
"""Categories of the Woo (art. 3.1 and 3.3) that a document about a regiovisie can be of."""
TooiUri = Annotated[
    str,
    Vorm(
        "adres uit de waardelijsten van de overheid (TOOI)",
        r"https://identifier\.overheid\.nl/tooi/id/[a-z]+/[a-z0-9]+",
        "https://identifier.overheid.nl/tooi/id/gemeente/gm0106",
    ),
]


class Diwoo(Record):
    """How documents are offered to the national Woo index (DiWoo)."""

    uitgever: str
    """The body that publishes: the publisher of each document."""
    resource: TooiUri | None = None
    """Its TOOI code; absent where it has none."""
    informatiecategorieen: Mapping[SoortDocument, Informatiecategorie] = Field(default_factory=dict)
    """Where the body chooses another category than the usual one."""


class Toegankelijkheid(Record):
    """What the accessibility statement of the site says."""

    status: Literal["A", "B", "C", "D", "E"]
    """The status in the register at toegankelijkheidsverklaring.nl."""
    verklaring: Url | None = None
    """The statement itself; only status E (none) goes without."""
    datum: Moment | None = None
    """The day of the statement."""
    onderzoek: Url | None = None
    """The report of the audit, without which a body cannot claim A or B."""

    @model_validator(mode="after")
    def _shown(self) -> Self:
        if self.status != "E" and not self.verklaring:
            raise vormfout(
                f"Status {self.status} staat hier zonder verklaring.",
                "Zet bij verklaring het adres van de toegankelijkheidsverklaring.",
            )
        if self.status in ("A", "B") and not self.onderzoek:
            raise vormfout(
                f"Status {self.status} staat hier zonder onderzoek.",
                "Zet bij onderzoek het adres van het rapport, of kies C, D of E.",
            )
        return self
