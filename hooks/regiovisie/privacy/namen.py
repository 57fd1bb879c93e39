"""Names of persons, as far as their form gives them away.

::

    mevrouw De Vries · dhr. Jansen · drs. P. van der Berg · J. de Vries · A.B. Jansen

A letter with a point before a capital word is often no initial: "A. Inkoop" begins a list,
"in bijlage B. De regio" ends a sentence. One letter counts as an initial only before a word
that the text does not also write without its capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_GAP = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)"
_PREFIX = r"(?:van|de|der|den|het|ten|ter|te|in|op|von|du|la|le|el|’t|'t|'s|’s|aan|bij)"
_SURNAME = r"[A-ZÀ-ÝĲ][a-zà-ÿ][\w'’]*(?:-[A-ZÀ-Ý][\w'’]+)*"
_INITIALS = r"(?:(?:[A-ZÀ-Ý]|Th|Ch|Ph|IJ)\.[^\S\n]?)"
_NAME = rf"(?:{_INITIALS}{{1,6}})?(?:(?i:{_PREFIX}){_GAP}){{0,3}}{_SURNAME}"

_ADDRESSED = re.compile(
    r"(?<![\w-])(?:"
    r"(?i:de[^\S\n]+heer|heer|dhr\.?|meneer|mevrouw|mevr\.?|mw\.?|mej\.?|juffrouw|familie|fam\.)"
    r"|(?i:prof|drs|dr|mr|ir|ing|ds)\.(?:[^\S\n]?(?i:prof|drs|dr|mr|ir|ing)\.)*"
    rf"){_GAP}(?P<naam>{_NAME})"
)
_WITH_INITIALS = re.compile(
    rf"(?<![\w.&/])(?P<initialen>{_INITIALS}{{1,6}})"
    rf"(?P<tussen>(?:{_PREFIX}{_GAP}){{0,3}})(?P<naam>{_SURNAME})"
)
_NO_INITIALS = re.compile(
    "BV|NV|VOF|CV|USA?|VK|EU|VN|GR|BW|AWB|WMO|ZZP|GGZ|AVG|MBO|HBO|OM|OV|PGB|CAO|AUB|PS|NB"
)
_NO_NAMES = re.compile(
    "aan|alle|als|bij|daar|daarna|daarom|dan|dat|de|deze|die|dit|doel|door|drie|een|elke|en|er"
    "|geen|haar|heeft|het|hier|hij|hoe|hun|ieder|iedere|ik|in|is|ja|kan|maar|meer|men|met|na|naar|nee"
    "|niet|nog|nu|of|om|omdat|onder|ons|onze|ook|op|over|per|samen|sinds|soms|te|toch|toen|tot"
    "|twee|uit|uw|van|vanaf|veel|verder|via|voor|voorbeeld|waar|waarom|wanneer|want|wat|we|welke"
    "|wie|wij|wil|worden|zie|zij|zo|zodat|zonder"
    "|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
)
"""Words that begin a sentence or a heading, and are nobody's surname."""


def find_namen(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each passage that looks like the name of a person."""
    for match in _ADDRESSED.finditer(text):
        if not _NO_NAMES.fullmatch(_last_word(match["naam"]).lower()):
            yield match.span()
    lower: set[str] | None = None
    for match in _WITH_INITIALS.finditer(text):
        if lower is None:
            lower = set(re.findall(r"\b[a-zà-ÿ][\wà-ÿ'’]+", text))
        if _is_person(match, lower):
            yield match.span()


def _last_word(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1]


def _is_person(match: re.Match[str], lower: set[str]) -> bool:
    initials = re.sub(r"[^A-Za-zÀ-Ý]", "", match["initialen"])
    surname = match["naam"].lower()
    if _NO_INITIALS.fullmatch(initials.upper()):
        return False
    if len(initials) > 1 or match["tussen"].strip():
        return True
    if _NO_NAMES.fullmatch(surname):
        return False
    line = match.string[match.string.rfind("\n", 0, match.start()) + 1 : match.start()]
    begins_heading = re.fullmatch(r"\s*#+\s*(?:[0-9.]+\s*)?", line) is not None
    return not begins_heading and surname not in lower
