"""What has the form of personal data is found, and what only looks like it is not.

All names, numbers and addresses are invented, or belong to nobody.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiovisie.privacy.masker import masked
from regiovisie.privacy.patronen import vondsten

WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
LETTERS = {"NL": ("ABNA", 10), "BE": ("", 12), "DE": ("", 18)}


def found(text: str) -> list[tuple[str, str]]:
    """Kind and passage of each finding."""
    return [(vondst.soort, vondst.tekst) for vondst in vondsten(text)]


@pytest.mark.parametrize(
    ("text", "soort", "passage"),
    [
        ("Schrijf naar b.proef@gemeente.test.", "e-mailadres", "b.proef@gemeente.test"),
        ("b.proef (at) gemeente.test", "e-mailadres", "b.proef (at) gemeente.test"),
        ("Bel 06 12345678.", "telefoonnummer", "06 12345678"),
        ("Bel 06-1234 56 78.", "telefoonnummer", "06-1234 56 78"),
        ("Bel (0592) 12 34 56", "telefoonnummer", "(0592) 12 34 56"),
        ("Bel 010 - 123 45 67!", "telefoonnummer", "010 - 123 45 67"),
        ("Bel +31 (0)6 1234 5678", "telefoonnummer", "+31 (0)6 1234 5678"),
        ("Bel 0031 592 123456", "telefoonnummer", "0031 592 123456"),
        ("Bel +49 30 1234567", "telefoonnummer", "+49 30 1234567"),
        ("nummer 111222333", "burgerservicenummer", "111222333"),
        ("BSN: 1112.22.333", "burgerservicenummer", "BSN: 1112.22.333"),
        ("naar NL91ABNA0417164300.", "bankrekening", "NL91ABNA0417164300"),
        ("NL91 ABNA 0417 1643 00 VAN DE REGIO", "bankrekening", "NL91 ABNA 0417 1643 00"),
        ("op Dorpsstraat 12a, 9999 XZ Veenhoek", "adres", "Dorpsstraat 12a, 9999 XZ"),
        ("op Achter de Es 3\n9999XZ Veenhoek", "adres", "Es 3 9999XZ"),
        ("op 9999 XZ 12", "adres", "9999 XZ 12"),
        ("in de Noorderlaan 7", "adres", "Noorderlaan 7"),
        ("geboren op 3 maart 2014", "geboortedatum", "geboren op 3 maart 2014"),
        ("(geb. 3-3-2014)", "geboortedatum", "geb. 3-3-2014"),
        ("geboortedatum: 2014-03-03", "geboortedatum", "geboortedatum: 2014-03-03"),
        ("geboren te Veenhoek op 3 maart 2014", "geboortedatum", None),
        ("dank aan mevrouw Proef", "naam", "mevrouw Proef"),
        ("dank aan dhr. van der Proef", "naam", "dhr. van der Proef"),
        ("De heer P.J. de Proef sprak in", "naam", "De heer P.J. de Proef"),
        ("mevrouw\nVan Proef", "naam", "mevrouw Van Proef"),
        ("drs. B. Proef", "naam", "drs. B. Proef"),
        ("B. de Proef schreef", "naam", "B. de Proef"),
        ("was getekend, A.B. Proefpersoon", "naam", "A.B. Proefpersoon"),
        ("burgemeester M. Proef", "naam", "M. Proef"),
        ("Th. van 't Proef", "naam", "Th. van 't Proef"),
        ("E. Proef-de Toets", "naam", "E. Proef"),
        ("bestand /home/" + "proefpersoon/kaart", "gebruikersnaam in een pad", None),
    ],
)
def test_found(text: str, soort: str, passage: str | None) -> None:
    """In the many ways in which people write them."""
    assert found(text) == [(soort, passage or found(text)[0][1])]


@pytest.mark.parametrize(
    "text",
    [
        "Zie art. 2.18 en H. 3.",
        "Bijvoorbeeld A. en B., van 1 t/m 12.",
        "Bijlage B. De regio beslist.",
        "Groep A. Het gaat om inkoop.",
        "## A. Inkoop",
        "A. Inkoop van hulp\n\nDe inkoop is regionaal.",
        "De L. van het alfabet.",
        "Jeugdhulp B.V. Noord en N.V. Zorg",
        "de heer en mevrouw",
        "mevrouw de voorzitter",
        "De heren en dames raadsleden",
        "Wet verbetering beschikbaarheid jeugdzorg, Stb. 2025, 123",
        "op 01-01-2027 11 raden",
        "van 2026-03-26 tot 2026-04-01",
        "registratienummer 3615140",
        "nummer 123456789",
        "€ 123.456.789 in 2026",
        "€ 1.234.567,89",
        "In 2026 IS 12 procent klaar.",
        "IN 2026 EN 2027",
        "Bel 0800-1234 of 14 0592.",
        "Bel 112.",
        "ISBN 978-90-123-4567-8",
        "https://voorbeeld.test/document/111222333",
        "https://voorbeeld.test/0612345678",
        "info@voorbeeld.nl en naam@example.org",
        "ZW-12.3 en W-031 en M-gm0106-1",
        "Postbus 12, 9999 XZ Veenhoek",
        "onderdeel 8, bladzijde 12",
        "de jeugd is geboren voor 2010",
        "de regio is op 1 januari 2027 geboren uit een wens",
        "[^1]: Zie W. van 3 maart.",
        "inwoner 3 en ervaringsdeskundige 2",
        "het dr. in de afkorting",
    ],
)
def test_not_found(text: str) -> None:
    """Articles, amounts, dates, headings, companies and services are nobody."""
    assert found(text) == []


def test_passage_is_found_once() -> None:
    """As the kind that says most of it, in the order of the text."""
    text = "BSN 111222333 van mevrouw B. Proef, b.proef@gemeente.test."

    assert [soort for soort, _ in found(text)] == ["burgerservicenummer", "naam", "e-mailadres"]


@given(st.integers(10_000_000, 99_999_999))
def test_every_bsn_is_found(first: int) -> None:
    """Any nine digits that pass the elfproef."""
    digits = [int(digit) for digit in str(first)]
    check = sum(w * d for w, d in zip(WEIGHTS, digits, strict=False)) % 11
    number = f"{first}{check}"

    assert found(f"nummer {number}.") == ([("burgerservicenummer", number)] if check < 10 else [])


@given(st.integers(100_000_000, 999_999_999))
def test_other_nine_digits_are_no_bsn(number: int) -> None:
    """Most numbers do not pass, and are not reported."""
    passes = sum(w * int(d) for w, d in zip(WEIGHTS, str(number), strict=True)) % 11 == 0

    assert (found(f"nummer {number}") != []) is passes


@given(st.sampled_from(sorted(LETTERS)), st.integers(0, 10**18 - 1), st.booleans())
def test_every_bank_account_is_found(land: str, number: int, spaced: bool) -> None:
    """With or without spaces; a changed digit makes it no account."""
    bank, length = LETTERS[land]
    rest = bank + str(number).zfill(18)[-length:]
    if land == "BE":  # a Belgian number carries a check of its own
        body = rest[:10]
        rest = body + str(int(body) % 97 or 97).zfill(2)
    as_digits = "".join(str(int(c, 36)) for c in f"{rest}{land}00")
    check = 98 - int(as_digits) % 97
    account, wrong = f"{land}{check:02}{rest}", f"{land}{(check + 1) % 97:02}{rest}"
    shown = " ".join(account[at : at + 4] for at in range(0, len(account), 4))

    assert "bankrekening" in [s for s, _ in found(f"naar {shown if spaced else account}.")]
    assert "bankrekening" not in [s for s, _ in found(f"naar {wrong}.")]


@given(st.text(max_size=200))
def test_any_text_can_be_searched(text: str) -> None:
    """Findings lie within the text, in order, and do not overlap."""
    ends = [0]
    for vondst in vondsten(text):
        assert ends[-1] <= vondst.start < vondst.end <= len(text)
        ends.append(vondst.end)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("mevrouw J. de Proef", "mevrouw J. de P••••"),
        ("111222333", "1••••••••"),
        ("06 1234 5678", "0• •••• ••••"),
        ("b.proef@gemeente.test", "b••••••@gemeente.test"),
        ("Dorpsstraat 12, 9999 XZ", "D•••••••••• 1•, •••• X•"),
    ],
)
def test_masked(text: str, shown: str) -> None:
    """A message tells enough to find it, and not enough to spread it."""
    assert masked(text) == shown
