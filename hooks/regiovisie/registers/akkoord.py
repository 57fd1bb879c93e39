"""Personal data that is meant: what it is, and why it may be published."""

from __future__ import annotations

from regiovisie.registers.vormen import Record


class Akkoord(Record):
    """A passage that the privacy check would otherwise report."""

    tekst: str
    """The passage as it was found: ``burgemeester A. Voorbeeld``."""
    reden: str
    """Why it may stand there: ``Bestuurder, in functie genoemd in een openbaar stuk``."""
    bestand: str | None = None
    """In mkdocs.yml: the file or folder where it stands; without it, everywhere."""
