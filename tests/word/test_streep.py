"""Lines across the page, as Word and LibreOffice make them."""

from __future__ import annotations

from pathlib import Path

import pytest

from regiovisie.word.lezen import lees_word
from regiovisie.word.markdown import Bekend, schrijf

from tests.support.word import p, write_docx

BORDER = '<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6"/></w:pBdr></w:pPr></w:p>'
STYLED = '<w:p><w:pPr><w:pStyle w:val="HorizontalLine"/></w:pPr></w:p>'
DRAWN = (
    '<w:p><w:r><w:pict><v:rect xmlns:o="urn:schemas-microsoft-com:office:office" '
    'o:hr="t"/></w:pict></w:r></w:p>'
)
STYLE = '<w:style w:type="paragraph" w:styleId="HorizontalLine"><w:name w:val="Horizontal Line"/>'


@pytest.mark.parametrize("line", [BORDER, STYLED, DRAWN])
def test_a_line_is_a_line(tmp_path: Path, line: str) -> None:
    """Of a border alone, of a style, and drawn; nothing is told to be lost."""
    path = write_docx(
        tmp_path / "t.docx",
        p("A", stijl="Heading1"),
        p("Een."),
        line,
        p("Twee."),
        stijlen=f"{STYLE}</w:style>",
    )
    inhoud = lees_word(path, {})

    ((_, text),) = schrijf(inhoud, "nieuw", Bekend()).bestanden
    assert text == "# A\n\nEen.\n\n---\n\nTwee.\n"
    assert inhoud.gemist == []


def test_words_with_a_border_stay_words(tmp_path: Path) -> None:
    """A border round words is only a look."""
    bordered = BORDER.replace("</w:pPr>", "</w:pPr><w:r><w:t>Een.</w:t></w:r>")
    inhoud = lees_word(write_docx(tmp_path / "t.docx", p("A", stijl="Heading1"), bordered), {})

    ((_, text),) = schrijf(inhoud, "nieuw", Bekend()).bestanden
    assert text == "# A\n\nEen.\n"
