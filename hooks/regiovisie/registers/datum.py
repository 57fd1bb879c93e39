"""A date as people write it, exact or vague, kept as written and still sortable.

::

    parse_datum("2026-03-26")       → "26 maart 2026"     26 March up to and including 26 March
    parse_datum("medio 2025")       → "medio 2025"        1 May up to and including 31 August
    parse_datum("na 26 maart 2026") → "na 26 maart 2026"  from 27 March, no end known
    parse_datum("2026-02-30")       → DatumError: that day does not exist

A date without a year, or a day that is not in the calendar, is an error; any other text that
names a year is a vague date. The bounds of a vague date serve to sort, never to be shown.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from regiovisie.errors import nearest

MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
ZONDER_JAAR = ("onbekend", "niet bekend", "nog niet bekend", "nog niet gepland", "doorlopend")
"""The texts that say that no date is known; every other date names its year."""

_MAANDNUMMERS = {naam: nummer for nummer, naam in enumerate(MAANDEN, 1)} | {
    "jan": 1,
    "feb": 2,
    "mrt": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "okt": 10,
    "nov": 11,
    "dec": 12,
}
_SEIZOENEN = {
    "voorjaar": (3, 5),
    "lente": (3, 5),
    "zomer": (6, 8),
    "zomervakantie": (7, 8),
    "zomerreces": (7, 8),
    "najaar": (9, 11),
    "herfst": (9, 11),
}
_RANGTELWOORDEN = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
_DERDEN = {"begin": 0, "medio": 1, "half": 1, "eind": 2}

_JAAR = r"(?P<jaar>(?:19|20)[0-9]{2})"
_MAAND = r"(?P<maand>" + "|".join(sorted(_MAANDNUMMERS, key=len, reverse=True)) + r")\.?"
_ISO = re.compile(r"(?<![0-9])([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?![0-9])")
_VOLUIT = re.compile(rf"(?<![0-9])(?P<dag>[0-9]{{1,2}}) {_MAAND} {_JAAR}(?![0-9])")
_CIJFERS = re.compile(r"(?<![0-9])[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2,4}(?![0-9])")
_DAG_WOORD_JAAR = re.compile(r"[0-9]{1,2} ([a-z]+)\.? [0-9]{4}")
_LOS_JAAR = re.compile(r"(?<![0-9.,:])((?:19|20)[0-9]{2})(?![0-9.,:]*[0-9])")

Periode = tuple[date | None, date | None]


class DatumError(ValueError):
    """The text is not a date. Says what is wrong and what to do, in Dutch."""

    def __init__(self, wat: str, doe: str) -> None:
        super().__init__(wat)
        self.wat = wat
        self.doe = doe


@dataclass(frozen=True, slots=True)
class Datum:
    """A date, exact or vague."""

    tekst: str
    """The date as it was written."""
    vanaf: date | None = None
    """The first day that it can be, where there is one."""
    tot: date | None = None
    """The last day that it can be, where there is one."""

    def __str__(self) -> str:
        """The date as readers see it: ``26 maart 2026``, or a vague date as it was written."""
        if _ISO.fullmatch(self.tekst) and self.vanaf:
            return f"{self.vanaf.day} {MAANDEN[self.vanaf.month - 1]} {self.vanaf.year}"
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}", self.tekst) and self.vanaf:
            return f"{MAANDEN[self.vanaf.month - 1]} {self.vanaf.year}"
        return self.tekst

    @property
    def w3c(self) -> str:
        """The date as machines read it, no more exact than it is known: ``2026-03-26``,
        ``2025-07`` or ``2025`` (https://www.w3.org/TR/NOTE-datetime); empty where not even
        one year is certain."""
        if self.vanaf is None or self.tot is None:
            return ""
        if self.vanaf == self.tot:
            return self.vanaf.isoformat()
        if (self.vanaf.year, self.vanaf.month) == (self.tot.year, self.tot.month):
            return f"{self.vanaf:%Y-%m}"
        return f"{self.vanaf:%Y}" if self.vanaf.year == self.tot.year else ""

    @property
    def sort_key(self) -> tuple[date, date]:
        """The order in time; "vóór 26 maart" stands just before 26 March, unknown dates last."""
        return (self.vanaf or self.tot or date.max, self.tot or date.max)

    def is_before(self, other: Datum) -> bool:
        """Whether it is certain that this date is earlier than the other."""
        return self.tot is not None and other.vanaf is not None and self.tot < other.vanaf


def parse_datum(tekst: str) -> Datum:
    """The date that the text names. Raises `DatumError` where it names none."""
    tekst = " ".join(tekst.split())
    plain = _plain(tekst)
    _refuse_wrong_days(tekst, plain)
    if plain in ZONDER_JAAR:
        return Datum(tekst)
    vanaf, tot = _range(plain) or _shifted(plain) or _period(plain) or _years(tekst, plain)
    return Datum(tekst, vanaf, tot)


def _plain(tekst: str) -> str:
    """Lower case without accents and articles, so that "Vóór het" reads as "voor"."""
    letters = unicodedata.normalize("NFKD", tekst.lower())
    ascii_only = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"\b(?:het|de|van) (?=\S)", "", ascii_only)


def _refuse_wrong_days(tekst: str, plain: str) -> None:
    for match in _ISO.finditer(plain):
        jaar, maand, dag = (int(part) for part in match.groups())
        _day(jaar, maand, dag, match.group())
    for voluit in _VOLUIT.finditer(plain):
        maand = _MAANDNUMMERS[voluit["maand"]]
        _day(int(voluit["jaar"]), maand, int(voluit["dag"]), voluit.group())
    if _CIJFERS.search(_ISO.sub("", plain)):
        raise DatumError(
            f'"{tekst}" kan op meer manieren gelezen worden.',
            "Schrijf de datum als 2026-03-26 of als 26 maart 2026.",
        )
    if (written := _DAG_WOORD_JAAR.fullmatch(plain)) and written[1] not in _MAANDNUMMERS:
        near = nearest(written[1], MAANDEN)
        hint = f'Bedoelt u "{near}"?' if near else f"Kies uit: {', '.join(MAANDEN)}."
        raise DatumError(f'"{written[1]}" is geen maand.', hint)


def _day(jaar: int, maand: int, dag: int, written: str) -> date:
    try:
        if not 1900 <= jaar <= 2099:
            raise ValueError
        return date(jaar, maand, dag)
    except ValueError:
        raise DatumError(
            f'De dag "{written}" bestaat niet.',
            "Verbeter de datum; weet u de dag niet, schrijf dan alleen de maand en het jaar.",
        ) from None


def _range(plain: str) -> Periode | None:
    """``november 2025 tot en met februari 2026``, ``tussen … en …``."""
    pattern = r"(?:tussen |vanaf )?(.+?) (?:tot en met|t/m|tot|en|-|–) (.+)"
    if not (match := re.fullmatch(pattern, plain)):
        return None
    begin, end = _period(match[1]), _period(match[2])
    return (begin[0], end[1]) if begin and end else None


def _after(periode: Periode) -> Periode:
    return (periode[1] + timedelta(1) if periode[1] else None, None)


def _before(periode: Periode) -> Periode:
    return (None, periode[0] - timedelta(1) if periode[0] else None)


_SHIFTS: dict[str, Callable[[Periode], Periode]] = {
    "na": _after,
    "voor": _before,
    "vanaf": lambda periode: (periode[0], None),
    "sinds": lambda periode: (periode[0], None),
    "tot en met": lambda periode: (None, periode[1]),
    "t/m": lambda periode: (None, periode[1]),
    "uiterlijk": lambda periode: (None, periode[1]),
    "tot": lambda periode: (None, periode[1]),
    "in": lambda periode: periode,
    "op": lambda periode: periode,
    "rond": lambda periode: periode,
    "circa": lambda periode: periode,
    "omstreeks": lambda periode: periode,
}


def _shifted(plain: str) -> Periode | None:
    """A period behind a preposition: ``na 26 maart 2026``."""
    for word, shift in _SHIFTS.items():
        if plain.startswith(f"{word} ") and (periode := _period(plain.removeprefix(f"{word} "))):
            return shift(periode)
    return None


def _period(plain: str) -> Periode | None:
    """A day, month, quarter, season, part of a year, or year."""
    for pattern, read in _PERIODS:
        if match := pattern.fullmatch(plain):
            return read(match)
    return None


def _months(jaar: int, first: int, last: int) -> Periode:
    return (date(jaar, first, 1), date(jaar, last, monthrange(jaar, last)[1]))


def _read_iso(match: re.Match[str]) -> Periode:
    day = date.fromisoformat("-".join(part.zfill(2) for part in match.groups()))
    return (day, day)


def _read_day(match: re.Match[str]) -> Periode:
    day = date(int(match["jaar"]), _MAANDNUMMERS[match["maand"]], int(match["dag"]))
    return (day, day)


def _read_month(match: re.Match[str]) -> Periode:
    maand = _MAANDNUMMERS.get(match["maand"]) or int(match["maand"])
    return _months(int(match["jaar"]), maand, maand)


def _read_quarter(match: re.Match[str]) -> Periode:
    number = _RANGTELWOORDEN.get(match["n"]) or int(match["n"])
    return _months(int(match["jaar"]), 3 * number - 2, 3 * number)


def _read_half(match: re.Match[str]) -> Periode:
    number = _RANGTELWOORDEN[match["n"]]
    return _months(int(match["jaar"]), 6 * number - 5, 6 * number)


def _read_season(match: re.Match[str]) -> Periode:
    return _months(int(match["jaar"]), *_SEIZOENEN[match["seizoen"]])


def _read_third_of_year(match: re.Match[str]) -> Periode:
    first = 4 * _DERDEN[match["deel"]] + 1
    return _months(int(match["jaar"]), first, first + 3)


def _read_third_of_month(match: re.Match[str]) -> Periode:
    begin, end = _read_month(match)
    if begin is None or end is None:
        return (begin, end)
    first = 10 * _DERDEN[match["deel"]] + 1
    return (begin.replace(day=first), end if first == 21 else end.replace(day=first + 9))


def _read_year(match: re.Match[str]) -> Periode:
    return _months(int(match["jaar"]), 1, 12)


_PERIODS = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (_ISO.pattern, _read_iso),
        (rf"{_JAAR}-(?P<maand>0[1-9]|1[0-2])", _read_month),
        (rf"(?P<dag>[0-9]{{1,2}}) {_MAAND} {_JAAR}", _read_day),
        (rf"{_MAAND} {_JAAR}", _read_month),
        (rf"q(?P<n>[1-4]) {_JAAR}", _read_quarter),
        (rf"(?P<n>eerste|tweede|derde|vierde) kwartaal {_JAAR}", _read_quarter),
        (rf"(?P<n>eerste|tweede) helft {_JAAR}", _read_half),
        (rf"(?P<seizoen>{'|'.join(_SEIZOENEN)}) {_JAAR}", _read_season),
        (rf"(?P<deel>{'|'.join(_DERDEN)}) {_JAAR}", _read_third_of_year),
        (rf"(?P<deel>{'|'.join(_DERDEN)}) {_MAAND} {_JAAR}", _read_third_of_month),
        (_JAAR, _read_year),
    )
)


def _years(tekst: str, plain: str) -> Periode:
    """Any other text that names a year: somewhere in that year, or in those years."""
    years = [int(year) for year in _LOS_JAAR.findall(plain)]
    if not years:
        raise DatumError(
            f'"{tekst}" is geen datum.',
            "Schrijf bijvoorbeeld 2026-03-26, 26 maart 2026, maart 2026, Q2 2026 of medio 2025.",
        )
    return (date(min(years), 1, 1), date(max(years), 12, 31))
