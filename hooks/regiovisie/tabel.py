"""Tables that people keep in Excel, or save as CSV: rows of words, each with its number.

    lees_tabel(Path("overzicht.xlsx"))  →  [Rij("rij 1", ("Nr", "Indiener")), …]
    schrijf_csv([("id", "tekst"), ("ZW-01.1", "=1+1")])  →  id;tekst and ZW-01.1;'=1+1

Dutch Excel writes CSV with ; between cells and in the characters of Windows. It opens with two
clicks what has ; between cells and starts with the mark of UTF-8.
"""

from __future__ import annotations

import csv
import datetime
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from regiovisie.errors import Problem, RegiovisieError

LARGEST_WHOLE = 256 * 2**20
"""Bytes that a workbook may say to hold when unpacked."""
_DELIMITERS = ";\t,|"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell starts that a spreadsheet would run: see OWASP, CSV Injection."""


@dataclass(frozen=True, slots=True)
class Rij:
    """One row."""

    waar: str
    """How a person finds it: ``rij 7``."""
    cellen: tuple[str, ...]


def lees_tabel(path: Path) -> list[Rij]:
    """The rows of a workbook (.xlsx) or a text with separators (.csv); empty ones left out.

    Raises RegiovisieError when it cannot be read.
    """
    try:
        rows = list(_xlsx(path) if path.suffix.lower() == ".xlsx" else _csv(path))
    except FileNotFoundError as error:
        raise _refused(path, "Dit bestand is er niet.", "Controleer de naam.") from error
    except (OSError, KeyError, ValueError, csv.Error, zipfile.BadZipFile) as error:
        wat = "Dit bestand is niet als tabel te lezen."
        raise _refused(path, wat, "Sla het in Excel op als .xlsx en probeer dat.") from error
    return [row for row in rows if any(row.cellen)]


def _xlsx(path: Path) -> Iterator[Rij]:
    """The rows of the sheet that has most of them."""
    from openpyxl import load_workbook  # type: ignore[import-untyped]

    with zipfile.ZipFile(path) as archive:
        if sum(info.file_size for info in archive.infolist()) > LARGEST_WHOLE:
            raise _refused(path, "Dit bestand is te groot.", "Bewaar alleen het overzicht.")
    book = load_workbook(path, read_only=True, data_only=True)
    try:
        sheets = [list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets]
    finally:
        book.close()
    largest: list[tuple[object, ...]] = max(sheets, key=len, default=[])
    for number, values in enumerate(largest, 1):
        yield Rij(f"rij {number}", tuple(_words(value) for value in values))


def _csv(path: Path) -> Iterator[Rij]:
    text = _decoded(path.read_bytes())
    for number, values in enumerate(csv.reader(io.StringIO(text), delimiter=_delimiter(text)), 1):
        yield Rij(f"rij {number}", tuple(_words(value) for value in values))


def _decoded(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")


def _delimiter(text: str) -> str:
    """What stands most often in the first lines, outside quotes."""
    sample = "\n".join(text.splitlines()[:5])
    plain = "".join(sample.split('"')[::2])
    return max(_DELIMITERS, key=plain.count)


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime.datetime | datetime.date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    lines = (" ".join(line.split()) for line in str(value).splitlines())
    return "\n".join(line for line in lines if line)


def _refused(path: Path, wat: str, doe: str) -> RegiovisieError:
    return RegiovisieError([Problem(path.name, "", "", wat, doe)])


def schrijf_csv(rijen: Iterable[Sequence[str]]) -> bytes:
    """Rows as CSV that Dutch Excel opens as they are: UTF-8 with its mark, ; and CRLF.

    What a spreadsheet would take for a formula gets an apostrophe before it.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([_plain_cell(cell) for cell in rij] for rij in rijen)
    return text.getvalue().encode("utf-8-sig")


def _plain_cell(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
