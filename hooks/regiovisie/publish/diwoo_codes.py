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


INFORMATIECATEGORIEEN: Mapping[str, Code] = {
    "adviezen": Code("adviezen", f"{_KERN}c_99a836c7"),
    "besluiten-algemene-strekking": Code(
        "overige besluiten van algemene strekking", f"{_KERN}c_aab6bfc7"
    ),
    "ingekomen-stukken": Code(
        "bij vertegenwoordigende organen ingekomen stukken", f"{_KERN}c_8c840238"
    ),
    "inspanningsverplichting": Code("inspanningsverplichting art 3.1 Woo", f"{_KERN}c_816e508d"),
    "onderzoeksrapporten": Code("onderzoeksrapporten", f"{_KERN}c_fdaee95e"),
    "organisatie-en-werkwijze": Code("organisatie en werkwijze", f"{_KERN}c_40a05794"),
    "vergaderstukken": Code("vergaderstukken decentrale overheden", f"{_KERN}c_db4862c3"),
}

BELEIDSDOCUMENT = Code("beleidsdocument", f"{_KERN}c_10eb451d")
BESLUIT = Code("besluit", f"{_KERN}c_465163c9")
DOCUMENTSOORT_ZIENSWIJZE: Mapping[str, Code] = {
    "zienswijze": Code("zienswijze", f"{_KERN}c_df2cb56e"),
    "advies": Code("advies", f"{_KERN}c_d506b718"),
    "inspraakreactie": Code("ingekomen stuk", f"{_KERN}c_de27ae7a"),
    "brief": Code("brief", f"{_KERN}c_7652d853"),
}
"""By ``soort`` of a zienswijze."""

JEUGDZORG = Code("jeugdzorg", f"{_TOP}c_0fe7c5e7")
VASTSTELLING = Code("vaststelling", f"{_KERN}c_641ecd76")
ONTVANGST = Code("ontvangst", f"{_KERN}c_dfcee535")
IS_REACTIE_OP = Code("is reactie op", f"{_KERN}c_07748060")
NEDERLANDS = Code("Nederlands", f"{_EU}language/NLD")
HTML = Code("HTML", f"{_EU}file-type/HTML")
GEMEENTE = "https://identifier.overheid.nl/tooi/id/gemeente/"
"""Before the code of a gemeente: ``…/gm0106``."""
