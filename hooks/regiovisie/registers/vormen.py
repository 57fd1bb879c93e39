"""The forms of values: how a text that an editor wrote becomes an id, a date, a place, a yes.

::

    "ja"                     → True
    "2026-03-26"             → 26 maart 2026
    "uitgangspunten#wachten" → a place: the onderdeel and the heading in it

A text of another form is an error that says what the text should be, with an example.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    PlainValidator,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from regiovisie.registers.datum import Datum, DatumError, parse_datum


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
Bijlagenummer = Annotated[str, Vorm("nummer van een bijlage", r"[0-9]{1,2}[a-z]?", "4")]
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
    "overig",
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
