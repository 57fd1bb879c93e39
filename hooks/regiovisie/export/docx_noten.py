"""Where the marks of comments stand, so that LibreOffice keeps the footnotes of a file.

LibreOffice 7.4 reads all notes at the first mark and deals them out at the next ones. A comment
that it reads between the first mark and the second makes it deal them out wrongly: notes A, B,
C become A, A, B, or stay empty. What it wrote itself it loses in this way too. The mark of a
comment may stand later than the words that it is about, and says so by a range of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml.etree import _Element as Element

from regiovisie.export.docx_pakket import W

_NOOT = f"{{{W}}}footnoteReference"
_OPMERKING = f"{{{W}}}commentReference"
_ALINEA = f"{{{W}}}p"


def opmerkingen_na_noten(body: Sequence[Element]) -> None:
    """Move the marks of comments between the first two marks of footnotes behind the second."""
    noten = 0
    between: list[Element] = []
    for mark in _marks(body):
        if mark.tag == _OPMERKING:
            between += [mark] if noten == 1 else []
            continue
        noten += 1
        if noten == 2:
            for run in map(_run_of, reversed(between)):
                _in_paragraph(mark).addnext(run)
            return


def _marks(body: Sequence[Element]) -> Iterator[Element]:
    return (e for block in body for e in block.iter(_NOOT, _OPMERKING))


def _run_of(mark: Element) -> Element:
    run = mark.getparent()
    assert run is not None
    return run


def _in_paragraph(mark: Element) -> Element:
    """What stands in the paragraph itself and holds a mark."""
    found = mark
    while (parent := found.getparent()) is not None and parent.tag != _ALINEA:
        found = parent
    return found
