"""Dates: exact, vague, wrong."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiovisie.registers.datum import DatumError, parse_datum

BOUNDS = {
    "2026-03-26": ("2026-03-26", "2026-03-26"),
    "26 maart 2026": ("2026-03-26", "2026-03-26"),
    "26 mrt. 2026": ("2026-03-26", "2026-03-26"),
    "2026-02": ("2026-02-01", "2026-02-28"),
    "november 2025": ("2025-11-01", "2025-11-30"),
    "2025": ("2025-01-01", "2025-12-31"),
    "Q2 2026": ("2026-04-01", "2026-06-30"),
    "tweede kwartaal van 2026": ("2026-04-01", "2026-06-30"),
    "eerste helft 2026": ("2026-01-01", "2026-06-30"),
    "medio 2025": ("2025-05-01", "2025-08-31"),
    "begin 2026": ("2026-01-01", "2026-04-30"),
    "eind november 2025": ("2025-11-21", "2025-11-30"),
    "najaar 2026": ("2026-09-01", "2026-11-30"),
    "na 26 maart 2026": ("2026-03-27", None),
    "vóór 26 maart 2026": (None, "2026-03-25"),
    "na het zomerreces 2026": ("2026-09-01", None),
    "na het zomerreces van 2026": ("2026-09-01", None),
    "vanaf 1 januari 2027": ("2027-01-01", None),
    "uiterlijk februari 2026": (None, "2026-02-28"),
    "tot en met februari 2026": (None, "2026-02-28"),
    "november 2025 tot en met februari 2026": ("2025-11-01", "2026-02-28"),
    "tussen 1 en 5 mei 2026": ("2026-01-01", "2026-12-31"),
    "ergens in de zomer van 2026": ("2026-01-01", "2026-12-31"),
    "collegejaar 2025-2026": ("2025-01-01", "2026-12-31"),
    "nog niet bekend": (None, None),
}

WRONG = {
    "2026-02-30": 'De dag "2026-02-30" bestaat niet.',
    "31 april 2026": 'De dag "31 april 2026" bestaat niet.',
    "na 31 april 2026": 'De dag "31 april 2026" bestaat niet.',
    "2026-13-01": 'De dag "2026-13-01" bestaat niet.',
    "0026-03-26": 'De dag "0026-03-26" bestaat niet.',
    "12-11-2025": '"12-11-2025" kan op meer manieren gelezen worden.',
    "3/4/26": '"3/4/26" kan op meer manieren gelezen worden.',
    "26 maatr 2026": '"maatr" is geen maand.',
    "26 maart": '"26 maart" is geen datum.',
    "no": '"no" is geen datum.',
    "1.250": '"1.250" is geen datum.',
    "12:30": '"12:30" is geen datum.',
    "20:26": '"20:26" is geen datum.',
    "2026.5": '"2026.5" is geen datum.',
}


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(("tekst", "bounds"), BOUNDS.items())
def test_bounds(tekst: str, bounds: tuple[str | None, str | None]) -> None:
    """A date, however vague, keeps its text and has the bounds that can be told."""
    datum = parse_datum(tekst)

    assert datum.tekst == tekst
    assert (datum.vanaf, datum.tot) == tuple(map(_date, bounds))


@pytest.mark.parametrize(("tekst", "wat"), WRONG.items())
def test_wrong(tekst: str, wat: str) -> None:
    """A day that does not exist, and a text without a year, are errors with a reason."""
    with pytest.raises(DatumError) as error:
        parse_datum(tekst)

    assert error.value.wat == wat


def test_display() -> None:
    """A date is shown in words; a vague one as it was written."""
    shown = [str(parse_datum(tekst)) for tekst in ("2026-03-05", "2026-03", "Medio  2025")]

    assert shown == ["5 maart 2026", "maart 2026", "Medio 2025"]


def test_order() -> None:
    """Dates sort in time: "vóór" just before its day, "na" just after it, unknown last."""
    texts = ["medio 2025", "november 2025", "vóór 26 maart 2026", "26 maart 2026"]
    texts += ["na 26 maart 2026", "Q2 2026", "onbekend"]

    in_time = sorted(set(texts), key=lambda text: parse_datum(text).sort_key)

    assert in_time == texts


def test_is_before() -> None:
    """One date is before another only where that is certain."""
    maart, voor, na = map(parse_datum, ("maart 2026", "vóór 26 maart 2026", "na 31 maart 2026"))

    assert maart.is_before(na)
    assert not voor.is_before(maart)
    assert not na.is_before(maart)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_any_day(day: date) -> None:
    """Every day is read back from the way it is shown."""
    datum = parse_datum(day.isoformat())

    assert datum.vanaf == datum.tot == day
    assert parse_datum(str(datum)).vanaf == day


@given(st.text() | st.text("0123456789- /.mei2026na", max_size=20))
def test_any_text(tekst: str) -> None:
    """Any text is a date with sound bounds, or an error of dates."""
    try:
        datum = parse_datum(tekst)
    except DatumError:
        return

    assert datum.vanaf is None or datum.tot is None or datum.vanaf <= datum.tot
