"""Paragraphs that were split or joined, and lines across the page, in a Word file of two texts."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree
from lxml.etree import _Element as Element

from regiovisie.diff.history import build_history
from regiovisie.export.docx import docx_of_pair
from regiovisie.export.docx_pakket import W
from regiovisie.herkomst.dossier import Dossier
from regiovisie.model import CELL, Tekst
from regiovisie.registers import Project
from regiovisie.registers.schema import Regio
from regiovisie.text.blocks import parse_tekst
from regiovisie.word.lezen import lees_word
from regiovisie.word.markdown import Bekend, schrijf

from tests.support.strategies import Document, regroupings, teksten

REGIO = Regio(naam="Regio", korte_naam="Regio", periode="2026", beantwoorder="Regio")
EEN = "De hulp is nabij voor iedere jeugdige in de regio."
TWEE = "Ouders kiezen zelf mee met het gezin."
PAIRS = [
    (f"{EEN} {TWEE}", f"{EEN}\n\n{TWEE}"),
    (f"{EEN}\n\n{TWEE}", f"{EEN} {TWEE}"),
    (f"- {EEN} {TWEE}\n- drie", f"- {EEN}\n- {TWEE}\n- drie"),
    (f"{EEN} {TWEE}", f"{EEN}\n\nHier staat nu iets tussen.\n\n{TWEE}"),
    (f"{EEN}\n\n---\n\n{TWEE}", f"{EEN}\n\n{TWEE}"),
    (f"{EEN}\n\n{TWEE}", f"{EEN}\n\n---\n\n{TWEE}"),
    ("| hulp |\n|---|\n| a |", "hulp\n\n| wijk |\n|---|\n| a |"),
    (f"{EEN}\n\n---\n\n| a |\n|---|\n| b |", f"{EEN}\n\n| a |\n|---|\n| b |"),
]


def texts(old: str, new: str) -> tuple[Tekst, Tekst]:
    """Two texts of one onderdeel."""
    one, two = (
        parse_tekst(name, (("01-a.md", f"# A\n\n{words}\n"),))
        for name, words in (("v0", old), ("v1", new))
    )
    return one, two


def exported(old: Tekst, new: Tekst) -> bytes:
    """Both as one Word file."""
    history = build_history([old, new])
    made = Dossier(Project(Path(), REGIO), (old.id, new.id), history, {}, ())
    return docx_of_pair(made, old.id, new.id, lambda src: None)


def body_of(content: bytes) -> Element:
    """The body of a Word file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))[0]


def by_the_standard(body: Element, gone: tuple[str, str]) -> list[str]:
    """The paragraphs of one state, read as ISO/IEC 29500 says and by none of our code.

    ``gone`` are the names of the changes that are not in this state. A mark that is not there
    joins what is before it with what comes after; a paragraph without words says nothing.
    """
    words, found = "", []
    tags = {f"{{{W}}}{tag}" for tag in gone}
    for paragraph in body.iter(f"{{{W}}}p"):
        for text in paragraph.iter(f"{{{W}}}t", f"{{{W}}}delText"):
            if not any(parent.tag in tags for parent in text.iterancestors()):
                words += text.text or ""
        if not any(paragraph.find(f"{{{W}}}pPr/{{{W}}}rPr/{tag}") is not None for tag in tags):
            found += [words] if words else []
            words = ""
    return [*found, *([words] if words else [])]


def plain(tekst: Tekst) -> list[str]:
    """The paragraphs of a text, lines across the page left out."""
    kept = (b for _, b in tekst.placed_blocks() if b.kind not in ("rule", "footnote"))
    return [block.text.replace(CELL, "") for block in kept]


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_both_texts_come_back(tmp_path: Path, old: str, new: str) -> None:
    """By our own reading, lines across the page included."""
    one, two = texts(old, new)
    (tmp_path / "x.docx").write_bytes(exported(one, two))
    inhoud = lees_word(tmp_path / "x.docx", {})

    for tekst, files in (
        (one, schrijf(inhoud, "oud", Bekend()).bestanden),
        (two, schrijf(inhoud, "nieuw", Bekend()).bestanden),
    ):
        back = parse_tekst("terug", files)
        assert [(b.kind, b.text) for _, b in back.placed_blocks()] == [
            (b.kind, b.text) for _, b in tekst.placed_blocks()
        ]


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_word_reads_both_texts(old: str, new: str) -> None:
    """Refusing all gives the old paragraphs and accepting all the new, by the standard."""
    one, two = texts(old, new)
    body = body_of(exported(one, two))

    assert by_the_standard(body, ("ins", "moveTo")) == plain(one)
    assert by_the_standard(body, ("del", "moveFrom")) == plain(two)


@pytest.mark.parametrize(("pair", "mark"), [(PAIRS[0], "ins"), (PAIRS[1], "del")])
def test_only_the_mark_is_tracked(pair: tuple[str, str], mark: str) -> None:
    """Of a paragraph that was split or joined no word came or went."""
    body = body_of(exported(*texts(*pair)))

    marks = [e.tag for e in body.iterfind(f".//{{{W}}}pPr/{{{W}}}rPr/*")]
    changed = [e for tag in ("ins", "del") for e in body.iter(f"{{{W}}}{tag}") if len(e)]
    assert marks == [f"{{{W}}}{mark}"]
    assert ["".join(e.itertext()) for e in changed] == [" "]


@settings(deadline=None, max_examples=40)
@given(regroupings())
def test_sentences_shared_out_in_another_way(chain: tuple[Document, ...]) -> None:
    """Whatever was split, joined and moved, by the standard."""
    old, new, *_ = teksten((chain[0], chain[-1]))
    body = body_of(exported(old, new))

    assert by_the_standard(body, ("ins", "moveTo")) == plain(old)
    assert by_the_standard(body, ("del", "moveFrom")) == plain(new)
