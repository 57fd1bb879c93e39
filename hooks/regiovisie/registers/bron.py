"""Where facts come from.

A source is described once, in the list in mkdocs.yml, and named wherever it is used; or it is
written out where it stands alone::

    bron: adviesnota-meppel
    bron: {id: adviesnota-meppel, vindplaats: argument 1.3}
    bron: {titel: Brief van het college, datum: 2025-11-03, url: https://…, gelezen: 2025-12-01}

Either way a `Bron` has its title and date. Where sources can disagree, ``bronnen`` lists them,
each with what it says (``zegt``); a page then shows them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import (
    GetJsonSchemaHandler,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from regiovisie.errors import nearest
from regiovisie.registers.vormen import Moment, Record, Slug, Url, vormfout

MET_ID = ("id", "vindplaats", "zegt")
"""The keys that may stand beside the id of a source from the list."""


@dataclass(slots=True)
class Bronnenlijst:
    """The sources that records may name, as they were written; given to the validation."""

    stukken: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Id → its keys; empty where the description has a mistake of its own."""
    volledig: bool = False
    """Whether the list could be read: if not, any id may be right."""


class Bronstuk(Record):
    """A document or page that facts come from: an entry of ``bronnen`` in mkdocs.yml."""

    titel: str
    """Name of the document or page."""
    datum: Moment
    """Date of the document."""
    url: Url | None = None
    adres: str | None = None
    """Where it can be had, in words, when there is no web address."""
    gelezen: Moment | None = None
    """When the source was read."""
    uitgever: str | None = None
    """Who published it."""
    toelichting: str | None = None
    """What a reader should know of it: read in a copy, annexes not seen."""

    @property
    def ontbreekt(self) -> tuple[str, ...]:
        """What is missing to find it again, in words with the key."""
        lacking = []
        if not (self.url or self.adres):
            lacking.append("waar zij te vinden is (url, of adres in woorden)")
        if not self.gelezen:
            lacking.append("wanneer zij is gelezen (gelezen)")
        return tuple(lacking)


class Bron(Bronstuk):
    """The source of one fact."""

    id: Slug | None = None
    """The source in the list in mkdocs.yml; then only these two keys stand beside it:"""
    vindplaats: str | None = None
    """Where in the source: ``bijlage 4``, ``blz. 2``."""
    zegt: str | None = None
    """What this source says, where others say something else."""

    @model_validator(mode="before")
    @classmethod
    def _from_list(cls, value: Any, info: ValidationInfo) -> Any:
        if isinstance(value, str) and value.strip():
            value = {"id": value.strip()}
        if not isinstance(value, dict) or not isinstance(value.get("id"), str):
            return value
        own = sorted(value.keys() & (Bronstuk.model_fields.keys() - {*MET_ID}))
        if own:
            wat = f'Bij een bron uit de lijst kan "{own[0]}" niet staan.'
            raise vormfout(wat, f"Verander dat in de lijst in mkdocs.yml, of laat {own[0]} weg.")
        return {**_listed(value["id"].strip(), info.context), **value}

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        full = handler.resolve_ref_schema(handler(schema))
        by_id = {**full, "required": ["id"]}
        return {"anyOf": [{"type": "string"}, by_id, full]}


def _listed(bron_id: str, lijst: Bronnenlijst | None) -> Mapping[str, Any]:
    """The keys of a source in the list. Raises for one that is not there."""
    unknown = {"titel": bron_id, "datum": "onbekend"}
    if lijst is None or not lijst.volledig:
        return {**unknown, **(lijst.stukken.get(bron_id, {}) if lijst else {})}
    if bron_id not in lijst.stukken:
        meant = nearest(bron_id, lijst.stukken)
        raise vormfout(
            f'Er is geen bron "{bron_id}" in de lijst in mkdocs.yml.',
            f'Bedoelt u "{meant}"?'
            if meant
            else "Zet de bron in mkdocs.yml, onder extra › regiovisie › bronnen.",
        )
    return lijst.stukken[bron_id] or unknown


class MetBronnen(Record):
    """A fact that sources can disagree on: one ``bron``, or several ``bronnen``."""

    bron: Bron | None = None
    bronnen: tuple[Bron, ...] = ()
    """Two sources may disagree: name both, each with what it says."""

    @field_validator("bronnen", mode="after")
    @classmethod
    def _not_both(cls, value: tuple[Bron, ...], info: ValidationInfo) -> tuple[Bron, ...]:
        return one_key(info.data.get("bron"), value)

    @property
    def alle_bronnen(self) -> tuple[Bron, ...]:
        """Every source, whichever key it stands under."""
        return samen(self.bron, self.bronnen)


def one_key(bron: Bron | None, bronnen: tuple[Bron, ...]) -> tuple[Bron, ...]:
    """The sources, if only one of the two keys is used."""
    if bron and bronnen:
        wat = "Hier staat ook al één bron los, onder een andere sleutel."
        raise vormfout(wat, "Zet alle bronnen in deze lijst, en haal de losse weg.")
    return bronnen


def samen(bron: Bron | None, bronnen: tuple[Bron, ...]) -> tuple[Bron, ...]:
    """The one source or the several."""
    return (bron,) if bron else bronnen


def verschillen(bronnen: Iterable[Bron]) -> bool:
    """Whether the sources say different things."""
    return len({bron.zegt for bron in bronnen if bron.zegt}) > 1


class Documentlink(Record):
    """A link to a document."""

    titel: str
    url: Url | None = None
    bron: Bron | None = None
    """Where the link was found."""
