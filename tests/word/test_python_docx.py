"""Files that another program writes: python-docx with its own template."""

from __future__ import annotations

from pathlib import Path

import docx

from regiovisie.word.lezen import lees_word
from regiovisie.word.markdown import Bekend, schrijf, verloren_woorden

EXPECTED = """\
# Inleiding

De hulp is **zo thuis** mogelijk.
Vaak \\* niet.

- een
- twee. Drie.
    - diep

1. een
2. twee

## Onder

| c0\\|0 | c0\\|1 |
|---|---|
| c1\\|0 | c1\\|1 |

> een citaat

1\\. begin<br>met regel
"""


def test_what_python_docx_writes(tmp_path: Path) -> None:
    """Styles by their English names, lists by style alone, a table."""
    made = docx.Document()
    made.add_heading("De titel", 0)
    made.add_heading("Inleiding", 1)
    paragraph = made.add_paragraph("De hulp is ")
    paragraph.add_run("zo thuis").bold = True
    paragraph.add_run(" mogelijk. Vaak * niet.")
    for words in ("een", "twee. Drie."):
        made.add_paragraph(words, style="List Bullet")
    made.add_paragraph("diep", style="List Bullet 2")
    for words in ("een", "twee"):
        made.add_paragraph(words, style="List Number")
    made.add_heading("Onder", 2)
    table = made.add_table(2, 2)
    table.style = "Table Grid"
    for at, row in enumerate(table.rows):
        for number, cell in enumerate(row.cells):
            cell.text = f"c{at}|{number}"
    made.add_paragraph("een citaat", style="Quote")
    made.add_paragraph("1. begin\nmet regel")
    made.save(str(tmp_path / "t.docx"))

    inhoud = lees_word(tmp_path / "t.docx", {})

    written = schrijf(inhoud, "nieuw", Bekend())
    assert written.bestanden == (("01-inleiding.md", EXPECTED),)
    assert verloren_woorden(inhoud, "nieuw", Bekend(), written) == []
