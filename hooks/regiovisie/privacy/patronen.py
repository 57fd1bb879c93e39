"""Where a text may say who somebody is.

::

    list(vondsten("Bel mevrouw De Vries: 06 12345678."))
    → [Vondst("naam", "mevrouw De Vries", 4, 20), Vondst("telefoonnummer", "06 12345678", 22, 33)]

Numbers that prove themselves are asked to: a BSN by the elfproef, a bank account by its check
digits. A name is seen by what stands before it: a form of address, a title, initials.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from regiovisie.privacy.namen import find_namen


@dataclass(frozen=True, slots=True)
class Vondst:
    """A passage that may say who somebody is."""

    soort: str
    """What it looks like, in Dutch: ``telefoonnummer``."""
    tekst: str
    """The passage on one line."""
    start: int
    end: int


def vondsten(text: str) -> Iterator[Vondst]:
    """Everything that is found in a text, in order; a passage is found as one kind only."""
    found = sorted(_all(text), key=lambda vondst: (vondst.start, -vondst.end))
    end = 0
    for vondst in found:
        if vondst.start >= end:
            yield vondst
            end = vondst.end


def _all(text: str) -> Iterator[Vondst]:
    plain = _URL.sub(lambda match: " " * len(match.group()), text)
    for match in _EMAIL.finditer(text) if _HAS_AT.search(text) else ():
        if not _EXAMPLE_DOMAIN.search(match.group()):
            yield _vondst("e-mailadres", match)
    for match in _PHONE.finditer(plain):
        if not _FREE.match(match.group()):
            yield _vondst("telefoonnummer", match)
    for soort, pattern in (("adres", _ADDRESS), ("geboortedatum", _BIRTH), ("pad", _PATH)):
        yield from (_vondst(_SOORTEN.get(soort, soort), match) for match in pattern.finditer(plain))
    yield from _bsns(plain)
    yield from _ibans(plain)
    for start, end in find_namen(plain):
        yield Vondst("naam", _flat(text[start:end]), start, end)


_SOORTEN = {"pad": "gebruikersnaam in een pad"}


def _vondst(soort: str, match: re.Match[str]) -> Vondst:
    return Vondst(soort, _flat(match.group()), match.start(), match.end())


def _flat(text: str) -> str:
    return " ".join(text.split())


# --- addresses on the network and on paper

_URL = re.compile(r"\b(?:https?|ftp)://[^\s<>\"')\]]+|\bwww\.[^\s<>\"')\]]+")
_AT = r"(?:@|\s?[\[(]\s?(?:at|apenstaartje)\s?[\])]\s?)"
_HAS_AT = re.compile(r"@|[\[(]\s?(?:at|apen)")
_EMAIL = re.compile(rf"(?<![\w.+-])[\w.+-]*\w{_AT}[\w-]+(?:\.[\w-]+)*\.[a-z]{{2,}}", re.IGNORECASE)
_EXAMPLE_DOMAIN = re.compile(r"[@.)\]\s](?:voorbeeld|example)\.[a-z]+$", re.IGNORECASE)

_GAP = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)"
"""White space that may break a line, but not a paragraph."""
_HOUSE = r"[0-9]{1,4}(?:[^\S\n]?[a-zA-Z]|-[0-9]{1,3}|-[a-zA-Z]+)?"
_POSTCODE = r"[1-9][0-9]{3}(?:[^\S\n]?(?!SA|SD|SS)[A-Z]{2}|[a-z]{2})\b"
_STREET = (
    r"\b[A-ZÀ-Ý][\w'’-]*"
    r"(?:straat|laan|weg|plein|singel|kade|gracht|steeg|dreef|dijk|hof|pad|markt|brink)"
)
_ADDRESS = re.compile(
    rf"{_STREET}[^\S\n]+{_HOUSE}\b(?:,?{_GAP}{_POSTCODE})?"
    rf"|\b(?!Postbus)[A-ZÀ-Ý][\w'’-]+[^\S\n]+{_HOUSE},?{_GAP}{_POSTCODE}"
    rf"|\b{_POSTCODE},?[^\S\n]*(?:nr\.?|nummer|huisnummer)[^\S\n]*{_HOUSE}\b"
    rf"|\b(?!19|20){_POSTCODE},?[^\S\n]+{_HOUSE}\b(?![.,]?[0-9%])"
)

_PATH = re.compile(r"(?:(?:/home|/Users)/|[A-Za-z]:\\Users\\)[\w.-]{2,}")

# --- numbers

_SEP = r"[^\S\n]?[-–.]?[^\S\n]?"
_PHONE = re.compile(
    rf"(?<![\w.,/+-])(?:"
    rf"(?:\+|00)31{_SEP}(?:\(0\){_SEP})?[1-9](?:{_SEP}[0-9]){{8}}"
    rf"|\(?06\)?{_SEP}[1-9](?:{_SEP}[0-9]){{7}}"
    rf"|\(?0[1-578][0-9]\)?{_SEP}[1-9][0-9]{{2}}(?:{_SEP}[0-9]{{2}}){{2}}"
    rf"|\(?0[1-578][0-9]{{2}}\)?{_SEP}[1-9][0-9](?:{_SEP}[0-9]{{2}}){{2}}"
    rf"|\(?0[1-578][0-9]{{1,2}}\)?{_SEP}[1-9][0-9]{{5,6}}"
    rf"|\+[1-9][0-9]{{1,2}}(?:{_SEP}[0-9]){{8,12}}"
    rf")(?![\w/-]|[.,][0-9])"
)
_FREE = re.compile(r"\(?0(?:800|90[069])")
"""Numbers that belong to a service, not to a person."""

_BSN = re.compile(
    r"(?<![\w.,/+-])(?:[0-9]{9}|[0-9]{4}[. ][0-9]{2}[. ][0-9]{3})(?![\w/-]|[.,][0-9])"
    r"|\b(?:[Bb][Ss][Nn]|[Bb]urgerservicenummer|[Ss]ofi-?nummer)[\s:=.]{0,4}"
    r"([0-9][0-9. -]{6,11}[0-9])"
)
_IBAN = re.compile(r"\b[A-Z]{2}[0-9]{2}(?:[^\S\n]?[A-Z0-9]){11,30}\b")


def _bsns(text: str) -> Iterator[Vondst]:
    for match in _BSN.finditer(text):
        from stdnum.nl import bsn  # takes long to load, and such numbers are rare

        number = match[1] or match[0]
        if bsn.is_valid(re.sub(r"[ -]", ".", number).replace(".", "")):
            yield _vondst("burgerservicenummer", match)


def _ibans(text: str) -> Iterator[Vondst]:
    for match in _IBAN.finditer(text):
        from stdnum import iban

        # A capital word behind the number looks like more of it.
        for end in range(match.end(), match.start() + 14, -1):
            if iban.is_valid(text[match.start() : end], check_country=False):
                number = text[match.start() : end].rstrip()
                yield Vondst(
                    "bankrekening", _flat(number), match.start(), match.start() + len(number)
                )
                break


# --- dates of birth

_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_DATE = (
    rf"(?:[0-9]{{1,2}}[^\S\n]+(?:{_MONTHS}|[a-z]{{3,4}}\.?)[^\S\n]+(?:19|20)[0-9]{{2}}"
    r"|[0-9]{1,2}[-/.][0-9]{1,2}[-/.](?:19|20)?[0-9]{2}|(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2})"
)
_BIRTH = re.compile(
    rf"\b(?:geboren|geb\.|geboorte(?:datum|dag)|born|verjaardag)(?:[^\S\n]*[:=])?"
    rf"(?:{_GAP}(?:is|op|te|in|[A-Z][\w-]+,?)){{0,4}}{_GAP}?{_DATE}",
    re.IGNORECASE,
)
