"""Where a leak is reported: what ``/.well-known/security.txt`` says (RFC 9116)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self

from pydantic import model_validator

from regiovisie.registers.vormen import Record, Url, Vorm, vormfout

Meldadres = Annotated[
    str,
    Vorm(
        "adres om een lek te melden",
        r"mailto:[^\s@<>\"']+@[^\s@<>\"']+\.[a-z]+|https://[^\s<>\"']+",
        "mailto:beveiliging@voorbeeld.nl, of het https-adres van een formulier",
    ),
]
Dag = Annotated[str, Vorm("dag: jaar, maand en dag", r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "2027-10-01")]


class Beveiliging(Record):
    """Where a leak is reported, and until when that holds."""

    contact: Meldadres
    verloopt: Dag
    """The first day on which this no longer holds: at most a year ahead."""
    taal: str = "nl"
    beleid: Url | None = None
    """The page that says what happens with a report."""

    @model_validator(mode="after")
    def _is_a_day(self) -> Self:
        try:
            date.fromisoformat(self.verloopt)
        except ValueError:
            wat = f'"{self.verloopt}" is geen dag van de kalender.'
            raise vormfout(wat, "Kies een dag die bestaat, zoals 2027-10-01.") from None
        return self
