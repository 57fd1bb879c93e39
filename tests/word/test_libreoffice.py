"""Files that LibreOffice writes: those kept beside their sources, and what it saves live."""

from __future__ import annotations

import zipfile
from itertools import combinations
from pathlib import Path

import pytest

from regiovisie.export.docx import docx_of_pair, docx_of_version
from regiovisie.herkomst.dossier import Dossier, make_dossier, same_text
from regiovisie.registers import load_project
from regiovisie.text.blocks import parse_tekst
from regiovisie.word.beelden import beeldnamen
from regiovisie.word.inhoud import Inhoud, Kant
from regiovisie.word.lezen import lees_word
from regiovisie.word.markdown import Bekend, schrijf
from regiovisie.word.verloren import verloren_woorden

from tests.support.libreoffice import CASES, is_here, save_as_word

DRAWING = "opbouw-regiovisie.svg"
LOST = {
    "alles": [
        "Een lijst met letters of Romeinse cijfers is met gewone cijfers genummerd.",
        "Samengevoegde cellen zijn gesplitst; de tekst staat in de eerste.",
        "Onder elkaar samengevoegde cellen zijn gesplitst; de tekst staat boven.",
        "Doorgehaalde tekst is gewone tekst geworden: let op de betekenis.",
        "De tekst uit een tekstvak staat nu na de alinea.",
    ],
    "sporen": [],
    "pagina": ["Samengevoegde cellen zijn gesplitst; de tekst staat in de eerste."],
}
KEPT: list[tuple[str, Kant, str]] = [
    ("alles", "nieuw", "alles.md"),
    ("sporen", "oud", "sporen-oud.md"),
    ("sporen", "nieuw", "sporen-nieuw.md"),
    ("pagina", "nieuw", "pagina.md"),
]


def written(inhoud: Inhoud, kant: Kant) -> str:
    """A state as one text, of which no word was lost."""
    bekend = Bekend(beelden=beeldnamen(inhoud, {}))
    made = schrijf(inhoud, kant, bekend)
    assert made.gemist == ()
    assert verloren_woorden(inhoud, kant, bekend, made) == []
    return "".join(text for _, text in made.bestanden)


@pytest.mark.parametrize(("name", "kant", "expected"), KEPT, ids=[case[2] for case in KEPT])
def test_a_kept_file(name: str, kant: Kant, expected: str) -> None:
    """Every character of the text; what is otherwise is listed."""
    inhoud = lees_word(CASES / f"{name}.docx", {})

    assert written(inhoud, kant) == (CASES / expected).read_text(encoding="utf-8")
    assert [gemist.wat for gemist in inhoud.gemist] == LOST[name]


def test_comments_stand_on_their_changes() -> None:
    """Two comments, each on a tracked change; one on words that stayed is told apart."""
    sporen = lees_word(CASES / "sporen.docx", {})
    alles = lees_word(CASES / "alles.docx", {})

    assert sorted(sporen.opmerkingen.values()) == ["ZW-12.3", "redactioneel"]
    assert sporen.los == []
    assert [alles.opmerkingen[key] for key in alles.los] == ["Klopt dit nog?"]


@pytest.mark.parametrize("name", LOST)
def test_kept_files_name_nobody(name: str) -> None:
    """No maker, no moment and no folder of the machine that made them."""
    with zipfile.ZipFile(CASES / f"{name}.docx") as archive:
        words = b"".join(archive.read(info) for info in archive.infolist())
        moments = {info.date_time[0] for info in archive.infolist()}
        core = archive.read("docProps/core.xml").decode()

    assert moments == {1980}
    assert b"file:///" not in words
    for tag in ("dc:creator", "cp:lastModifiedBy"):
        assert f"<{tag}></{tag}>" in core
    assert "dcterms:created" not in core


# --- live


@pytest.fixture(scope="module")
def dossier(root: Path) -> Dossier:
    """The real versions."""
    return make_dossier(load_project(root))


def beeld(root: Path, versie: str, src: str) -> bytes | None:
    """An image of a version."""
    path = root / "versions" / versie / src
    return path.read_bytes() if path.is_file() else None


@pytest.mark.skipif(not is_here(), reason="LibreOffice is not on this machine")
def test_an_export_that_libreoffice_saved_comes_back(
    tmp_path: Path, root: Path, dossier: Dossier
) -> None:
    """The newest version, and every two with tracked changes: the same text in each state."""
    ids = [versie.id for versie in dossier.versies]
    last = docx_of_version(dossier, ids[-1], lambda src: beeld(root, ids[-1], src))
    (tmp_path / "versie.docx").write_bytes(last)
    cases: dict[str, list[tuple[Kant, str]]] = {"versie": [("nieuw", ids[-1])]}
    for number, (van, naar) in enumerate(combinations(ids, 2)):
        content = docx_of_pair(dossier, van, naar, lambda src: beeld(root, ids[-1], src))
        (tmp_path / f"paar{number}.docx").write_bytes(content)
        cases[f"paar{number}"] = [("oud", van), ("nieuw", naar)]
    saved = save_as_word([tmp_path / f"{name}.docx" for name in cases], tmp_path / "bewaard")

    for path in saved:
        inhoud = lees_word(path, {})
        assert inhoud.los == [], path.stem
        assert bool(inhoud.sporen) is path.stem.startswith("paar")
        for kant, wanted in cases[path.stem]:
            drawing = {DRAWING: beeld(root, wanted, DRAWING) or b""}
            bekend = Bekend(beelden=beeldnamen(inhoud, drawing))
            back = parse_tekst("terug", schrijf(inhoud, kant, bekend).bestanden)
            assert same_text(back, dossier.tekst(wanted)), (path.stem, kant, wanted)
