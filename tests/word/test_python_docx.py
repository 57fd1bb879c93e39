"""Files that another program writes: python-docx with its own template."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.run import Run

from regiovisie.word.inhoud import KANTEN
from regiovisie.word.lezen import lees_word
from regiovisie.word.markdown import Bekend, schrijf
from regiovisie.word.verloren import verloren_woorden

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


def test_comments_that_python_docx_writes(tmp_path: Path) -> None:
    """Each stands on the change that it is about; nobody is named."""
    made = docx.Document()
    made.core_properties.author = "Piet Pietersen"
    made.add_heading("Inleiding", 1)
    paragraph = made.add_paragraph("De hulp is ")
    said = [paragraph.add_run("licht"), paragraph.add_run("thuis")]
    loose = paragraph.add_run(" mogelijk.")
    for number, run in enumerate(said):
        words = "ZW-12.3, volgens Piet Pietersen"
        made.add_comment(run, text=words, author="Piet Pietersen", initials="PP")
        _track(run, ("del", "ins")[number])
    made.add_comment(loose, text="Klopt dit nog?", author="Piet Pietersen", initials="PP")
    made.save(str(tmp_path / "t.docx"))

    inhoud = lees_word(tmp_path / "t.docx", {})

    texts = [schrijf(inhoud, kant, Bekend()).bestanden[0][1] for kant in KANTEN]
    assert texts == [f"# Inleiding\n\nDe hulp is {w} mogelijk.\n" for w in ("licht", "thuis")]
    assert [inhoud.opmerkingen[key] for key in inhoud.los] == ["Klopt dit nog?"]
    assert sorted(inhoud.opmerkingen.values())[1:] == ["ZW-12.3, volgens …"] * 2
    assert "Pietersen" not in repr(inhoud)


def _track(run: Run, tag: str) -> None:
    """Put a run inside a tracked change; python-docx itself knows none."""
    trace = OxmlElement(f"w:{tag}")
    trace.set(qn("w:author"), "Piet Pietersen")
    run._r.addprevious(trace)
    trace.append(run._r)
    if tag == "del":
        for text in run._r.iter(qn("w:t")):
            text.tag = qn("w:delText")
