"""The marks of comments and of footnotes, in an order in which LibreOffice keeps the notes."""

from __future__ import annotations

from lxml.etree import _Element as Element

from regiovisie.export.docx_noten import opmerkingen_na_noten
from regiovisie.export.docx_pakket import W, el

NAMES = {"n": "footnoteReference", "c": "commentReference"}


def order(*paragraphs: str) -> list[str]:
    """The signs after the move: "n" is the mark of a note, "c" of a comment, the rest words."""
    made = [el("p", *map(_run, signs)) for signs in paragraphs]
    opmerkingen_na_noten(made)
    return ["".join(map(_sign, paragraph)) for paragraph in made]


def _run(sign: str) -> Element:
    return el("r", el(NAMES[sign], id=1) if sign in NAMES else el("t", sign))


def _sign(run: Element) -> str:
    return next((k for k, v in NAMES.items() if run[0].tag == f"{{{W}}}{v}"), run[0].text or "")


def test_comments_between_the_first_two_notes_follow_the_second() -> None:
    """Those before the first and after the second stay."""
    assert order("acnbc", "dc", "encf", "cn") == ["acnb", "d", "encccf", "cn"]


def test_with_one_note_everything_stays() -> None:
    """There is no second to deal out wrongly."""
    assert order("anbc", "c") == ["anbc", "c"]
