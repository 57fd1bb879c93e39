"""The codes of DiWoo that this site uses, each with its label.

Source: ``diwoo-metadata-lijsten.xsd``, version 0.9.8, at
https://standaarden.overheid.nl/diwoo/metadata/0.9.8/xsd/diwoo/ . A code comes from that file and
from nowhere else: other lists of them on the web hold codes that do not exist.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_KERN = "https://identifier.overheid.nl/tooi/def/thes/kern/"
_TOP = "https://identifier.overheid.nl/tooi/def/thes/top/"
_EU = "http://publications.europa.eu/resource/authority/"


@dataclass(frozen=True, slots=True)
class Code:
    """One value of a list: what people read, and its address."""

    label: str
    uri: str


def _kern(label: str, code: str) -> Code:
    """A value of the lists that are DiWoo's own."""
    return Code(label, f"{_KERN}c_{code}")


INFORMATIECATEGORIEEN: Mapping[str, Code] = {
    "adviezen": _kern("adviezen", "99a836c7"),
    "besluiten-algemene-strekking": _kern("overige besluiten van algemene strekking", "aab6bfc7"),
    "ingekomen-stukken": _kern("bij vertegenwoordigende organen ingekomen stukken", "8c840238"),
    "inspanningsverplichting": _kern("inspanningsverplichting art 3.1 Woo", "816e508d"),
    "onderzoeksrapporten": _kern("onderzoeksrapporten", "fdaee95e"),
    "organisatie-en-werkwijze": _kern("organisatie en werkwijze", "40a05794"),
    "vergaderstukken": _kern("vergaderstukken decentrale overheden", "db4862c3"),
}

BELEIDSDOCUMENT = _kern("beleidsdocument", "10eb451d")
BESLUIT = _kern("besluit", "465163c9")
DOCUMENTSOORT_ZIENSWIJZE: Mapping[str, Code] = {
    "zienswijze": _kern("zienswijze", "df2cb56e"),
    "advies": _kern("advies", "d506b718"),
    "inspraakreactie": _kern("ingekomen stuk", "de27ae7a"),
    "brief": _kern("brief", "7652d853"),
}
"""By ``soort`` of a zienswijze."""

JEUGDZORG = Code("jeugdzorg", f"{_TOP}c_0fe7c5e7")
VASTSTELLING = _kern("vaststelling", "641ecd76")
ONTVANGST = _kern("ontvangst", "dfcee535")
IS_REACTIE_OP = _kern("is reactie op", "07748060")
NEDERLANDS = Code("Nederlands", f"{_EU}language/NLD")
HTML = Code("HTML", f"{_EU}file-type/HTML")
GEMEENTE = "https://identifier.overheid.nl/tooi/id/gemeente/"
"""Before the code of a gemeente: ``…/gm0106``."""
