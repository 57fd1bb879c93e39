"""Images that another program changed on the way."""

from __future__ import annotations

from pathlib import Path

from regiovisie.export.docx_pakket import empty_png
from regiovisie.redactie.importeren import importeer
from regiovisie.word.beelden import beeldnamen, leeg, omgezet
from regiovisie.word.lezen import lees_word

from tests.support.project import write_sealed
from tests.support.word import p, write_docx

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="schema.svg" descr="Een schema."/>'
    '<a:graphic><a:blip r:embed="rIdB"/></a:graphic></wp:inline></w:drawing></w:r>'
)


def word_file(path: Path, content: bytes) -> Path:
    """A file in which a picture stands where a drawing was."""
    blocks = (p("Inleiding", stijl="Heading1"), p(PICTURE))
    return write_docx(path, *blocks, beelden={"rIdB": ("image1.png", content)})


def test_a_drawing_that_is_there_stays(tmp_path: Path) -> None:
    """The picture of it that LibreOffice made is not taken over."""
    inhoud = lees_word(word_file(tmp_path / "t.docx", b"beeld"), {})
    part = "word/media/image1.png"

    assert beeldnamen(inhoud, {"schema.svg": DRAWING}) == {part: "schema.svg"}
    assert omgezet(part, "schema.svg")
    assert beeldnamen(inhoud, {}) == {part: "afbeelding-1.png"}


def test_the_report_tells_what_became_of_images(tmp_path: Path) -> None:
    """A drawing that is there keeps its content; where none is, an empty dot is told."""
    root = write_sealed(tmp_path / "p", {"docs/regiovisie/schema.svg": DRAWING.decode()})
    word = word_file(tmp_path / "t.docx", empty_png())

    report = importeer(root, word, overschrijf=True)

    assert "schema.svg is door een ander programma omgezet" in report
    assert (root / "docs/regiovisie/schema.svg").read_bytes() == DRAWING
    (root / "docs/regiovisie/schema.svg").unlink()
    assert "afbeelding-1.png is leeg" in importeer(root, word, overschrijf=True)
    assert leeg(empty_png())
