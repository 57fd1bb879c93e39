"""YAML as text, with lines; what a register refuses of YAML."""

from __future__ import annotations

from pathlib import Path

import pytest

from regiovisie.errors import Problem
from regiovisie.registers.files import read_text
from regiovisie.registers.source import MAX_DEPTH, Source, read_front_matter, read_yaml

TEXT = """\
nummer: 1.250
tijd: 12:30
antwoord: no
leeg:
fasen:
  - datum: 2026-02-30
    fase: ~
  - {fase: "x", leeg: }
tekst: |
  Een.
  Twee.
"""


def test_every_scalar_is_text() -> None:
    """No scalar is turned into a number, a time, a truth or a date; no value is no key."""
    source, problems = read_yaml("x.yml", TEXT)

    assert problems == []
    assert source.tree == {
        "nummer": "1.250",
        "tijd": "12:30",
        "antwoord": "no",
        "fasen": [{"datum": "2026-02-30", "fase": "~"}, {"fase": "x"}],
        "tekst": "Een.\nTwee.\n",
    }


def test_lines() -> None:
    """Every key and list item has its line; a place without one has that of what is around it."""
    source, _ = read_yaml("x.yml", TEXT)

    assert source.line(("leeg",)) == 4
    assert source.line(("fasen", 0, "fase")) == 7
    assert source.line(("fasen", 1)) == 8
    assert source.line(("fasen", 1, "bron", "titel")) == 8


def test_front_matter() -> None:
    """Front matter is a tree with the lines of the file; what follows is the body."""
    source, problems = read_front_matter("x.md", "---\nid: ZW-1\n---\n\n# Kop\n---\ntekst\n")

    assert problems == []
    assert source.tree == {"id": "ZW-1"}
    assert source.line(("id",)) == 2
    assert source.body == "# Kop\n---\ntekst"


BROKEN = {
    "a:\n\t- b\n": " op regel 2, kolom 1: er staat een tab",
    "a: [b\n": " op regel 2, kolom 1: een lijst of groep tussen haken wordt niet goed gesloten",
    "a: 1\n  b: 2\n": " op regel 2, kolom 4: er staat een dubbele punt in een tekst",
    "a: 'b\nc: d\n": " op regel 1, kolom 4: een aanhalingsteken wordt niet gesloten",
    'a: "b" c\n': " op regel 1, kolom 8: "
    "de inspringing klopt niet, of er volgt iets op een aanhalingsteken",
    "a: b\nc\n": " op regel 3, kolom 1: achter een sleutel ontbreekt de dubbele punt",
    'a: "x\\y"\n': " op regel 1, kolom 7: er staat een backslash tussen dubbele aanhalingstekens",
    'a: "\\UFFFFFFFF"\n': ": de opbouw klopt niet",
    "a: x\x00\n": " op regel 1, kolom 5: er staat een onzichtbaar stuurteken",
    "? [a]\n: b\n": " op regel 1, kolom 3: een sleutel is zelf een lijst of groep",
    "a: @b\n": " op regel 1, kolom 4: een tekst begint met een leesteken dat in YAML iets betekent",
}


@pytest.mark.parametrize(("text", "reason"), BROKEN.items())
def test_broken(text: str, reason: str) -> None:
    """Broken YAML is one problem with line, column and the likely cause."""
    _, (problem,) = read_yaml("x.yml", text)

    assert problem.wat == f"De YAML is niet te lezen{reason}."
    assert problem.doe


REFUSED = {
    "a: &x 1\n": (1, "a", "Hier staat een YAML-kunstgreep (&) die een register niet gebruikt."),
    "a: !!int 2\n": (1, "a", "Hier staat een YAML-kunstgreep (!) die een register niet gebruikt."),
    "a: 1\n---\nb: 2\n": (1, "", "Er staat een regel --- midden in de gegevens."),
    "a: 1\nb: 2\na: 3\n": (1, "a", 'De sleutel "a" staat er twee keer: op regel 1 en 3.'),
}


@pytest.mark.parametrize(("text", "expected"), REFUSED.items())
def test_refused(text: str, expected: tuple[int, str, str]) -> None:
    """Sound YAML that a register does not use is refused where it stands."""
    _, (problem,) = read_yaml("x.yml", text)

    assert (problem.line, problem.key, problem.wat) == expected


def test_alias() -> None:
    """An alias is refused where it is used."""
    _, problems = read_yaml("x.yml", "a: &x 1\nb: *x\n")

    assert [(problem.line, problem.key) for problem in problems] == [(1, "a"), (2, "b")]


def test_depth() -> None:
    """Nesting deeper than any register is refused, whatever its depth."""
    for depth in (MAX_DEPTH + 1, 5000):
        _, (problem,) = read_yaml("x.yml", "[" * depth + "]" * depth)

        assert "te diep genest" in problem.wat


def test_merge_keys_are_plain_keys() -> None:
    """``<<`` has no special meaning."""
    source, _ = read_yaml("x.yml", "<<: a\n")

    assert source.tree == {"<<": "a"}


def test_trail() -> None:
    """A problem names ids on the way, then titles or names, then numbers."""
    tree = {"id": "ZW-1", "punten": [{"id": "ZW-1.1"}, {"titel": "T"}, {"x": "y"}]}
    source = Source("x.md", tree)  # type: ignore[arg-type]
    entries = [source.problem(("punten", index, "x"), "", "").entry for index in range(3)]

    assert entries == ["ZW-1 › punten › ZW-1.1", "ZW-1 › punten › T", "ZW-1 › punten › nummer 3"]


def test_line_endings_and_bom(tmp_path: Path) -> None:
    """Files from Windows read the same: CRLF and a byte order mark are no content."""
    (tmp_path / "x.md").write_bytes(b"\xef\xbb\xbf# A\r\n\r\ntekst\r\n")

    assert read_text(tmp_path, "x.md") == "# A\n\ntekst\n"


def test_unreadable_file(tmp_path: Path) -> None:
    """A folder in the place of a file is a problem, not a crash."""
    (tmp_path / "x.md").mkdir()

    assert read_text(tmp_path, "x.md") == Problem(
        "x.md",
        "",
        "",
        "Het bestand is er niet, of is niet te lezen.",
        "Zet het bestand terug, of controleer de rechten erop.",
    )
