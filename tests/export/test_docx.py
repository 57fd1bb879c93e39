"""Word files that come back as they went: a version, and two with what changed between."""

from __future__ import annotations

import itertools
import shutil
import tempfile
import zipfile
from pathlib import Path

import docx
import pytest
import yaml
from hypothesis import given, settings

from regiovisie.diff.history import build_history
from regiovisie.errors import RegiovisieError
from regiovisie.export.docx import docx_of_pair, docx_of_version
from regiovisie.herkomst.dossier import Dossier, make_dossier, same_text
from regiovisie.herkomst.regels import open_plekken
from regiovisie.model import Tekst
from regiovisie.redactie.exporteren import exporteer_docx
from regiovisie.redactie.importeren import importeer
from regiovisie.registers import WERKVERSIE, Project, load_project
from regiovisie.registers.schema import Regio
from regiovisie.text.blocks import parse_tekst
from regiovisie.word.beelden import beeldnamen
from regiovisie.word.inhoud import Kant
from regiovisie.word.lezen import lees_word
from regiovisie.word.markdown import Bekend, schrijf
from regiovisie.word.verloren import verloren_woorden

from tests.support.project import EERSTE, PUNT, TWEEDE, ZIENSWIJZE, ZW_FILE, changed, write_sealed
from tests.support.strategies import Document, pairs, teksten

IDS = (
    "2025-07-inspraakversie",
    "2025-11-consultatieversie",
    "2026-03-na-zienswijzen",
    "2026-04-ter-vaststelling",
)
RICH = """\
# Alles

Met **vet**, *schuin*, `code` en een [wet](https://wetten.nl/x_(y)).<br>Nieuwe regel.[^a-1]

!!! warning "Let op"
    In een kader.

    Nog een alinea.

> Een citaat.
>
> In twee alinea’s.

3. drie
    - diep
        1. dieper
4. vier

    hoort bij vier

<!-- -->

1. opnieuw

Begrip
:   Uitleg met [een link](#onder).

### Onder

| Links | Rechts | Midden |
|---|---:|:---:|
| a \\| b | 1<br>2 | **c** |

```
code  met
  ruimte
```

---

Na de streep.[^a-1]

[^a-1]: Een noot met *nadruk*.
"""


@pytest.fixture(scope="module")
def dossier(root: Path) -> Dossier:
    """The real versions."""
    return make_dossier(load_project(root))


def come_back(path: Path, content: bytes, kant: Kant) -> Tekst:
    """What a file says when it is read: all of it, and nothing lost."""
    path.write_bytes(content)
    inhoud = lees_word(path, {})
    bekend = Bekend(beelden=beeldnamen(inhoud, {}))
    written = schrijf(inhoud, kant, bekend)
    assert (inhoud.gemist, written.gemist) == ([], ())
    assert verloren_woorden(inhoud, kant, bekend, written) == []
    return parse_tekst("terug", written.bestanden)


def beeld(root: Path, versie: str, src: str) -> bytes | None:
    """An image of a version."""
    path = root / "versions" / versie / src
    return path.read_bytes() if path.is_file() else None


@pytest.mark.parametrize("versie", IDS)
def test_a_version_comes_back(tmp_path: Path, root: Path, dossier: Dossier, versie: str) -> None:
    """Every block, word, link, note and image of the real versions."""
    content = docx_of_version(dossier, versie, lambda src: beeld(root, versie, src))

    assert same_text(come_back(tmp_path / "x.docx", content, "nieuw"), dossier.tekst(versie))


@pytest.mark.parametrize(("van", "naar"), [*itertools.combinations(IDS, 2)])
def test_a_pair_comes_back_as_both(
    tmp_path: Path, root: Path, dossier: Dossier, van: str, naar: str
) -> None:
    """Refusing all gives the old text, accepting all the new one."""
    content = docx_of_pair(dossier, van, naar, lambda src: beeld(root, naar, src))

    for kant, versie in (("oud", van), ("nieuw", naar)):
        side: Kant = "oud" if kant == "oud" else "nieuw"
        assert same_text(come_back(tmp_path / "x.docx", content, side), dossier.tekst(versie)), kant


def test_everything_that_a_text_can_hold(tmp_path: Path) -> None:
    """Boxes, nested lists that begin at three, terms, aligned cells, code."""
    files = {f"versions/{versie}/01-inleiding.md": RICH for versie in (EERSTE, TWEEDE)}
    rich = make_dossier(load_project(write_sealed(tmp_path / "p", files)))

    content = docx_of_version(rich, TWEEDE, lambda src: None)

    back = come_back(tmp_path / "x.docx", content, "nieuw")
    assert back.onderdelen[0].blocks == rich.tekst(TWEEDE).onderdelen[0].blocks


def test_the_same_text_gives_the_same_bytes(root: Path, dossier: Dossier) -> None:
    """No moment of making is in it."""
    made = [docx_of_pair(dossier, *IDS[-2:], lambda src: None) for _ in range(2)]

    assert made[0] == made[1]


def test_python_docx_reads_it(tmp_path: Path, root: Path, dossier: Dossier) -> None:
    """Another reader finds the headings, the tables and the styles."""
    path = tmp_path / "x.docx"
    path.write_bytes(docx_of_version(dossier, IDS[-1], lambda src: beeld(root, IDS[-1], src)))

    document = docx.Document(str(path))

    titles = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert titles == [o.titel for o in dossier.tekst(IDS[-1]).onderdelen]
    assert document.tables


def test_each_change_says_why(tmp_path: Path) -> None:
    """The comment names the wijziging, its points and the reason."""
    small = make_dossier(load_project(write_sealed(tmp_path / "p")))
    path = tmp_path / "x.docx"
    path.write_bytes(docx_of_pair(small, EERSTE, TWEEDE, lambda src: None))

    with zipfile.ZipFile(path) as archive:
        comments = archive.read("word/comments.xml").decode()
    assert "ZW-01.1 (W-001)" in comments
    assert "Dat zegt beter wat wij bedoelen." in comments


def test_a_pair_that_is_imported_gives_the_drafts(tmp_path: Path) -> None:
    """What the export said of a change becomes its cause."""
    full = write_sealed(tmp_path / "p")
    uit = tmp_path / "x.docx"
    exporteer_docx(full, (EERSTE, TWEEDE), uit)
    first = (full / "versions" / EERSTE / "02-uitgangspunten.md").read_text(encoding="utf-8")
    letter = changed(ZIENSWIJZE, punten=[changed(PUNT, uitkomst="niet")])
    only_first = {
        f"versions/{TWEEDE}/{name}": None
        for name in ("versie.yml", "01-inleiding.md", "02-uitgangspunten.md", "wijzigingen.yml")
    }
    target = write_sealed(
        tmp_path / "q",
        {
            **only_first,
            f"versions/{TWEEDE}/levenslijnen.tsv": None,
            "docs/regiovisie/02-uitgangspunten.md": first,
            ZW_FILE: letter,
        },
    )

    report = importeer(target, uit, overschrijf=True)

    assert "is gelijk aan versie 0.1" in report
    drafts = yaml.safe_load((target / "docs/regiovisie/wijzigingen.yml").read_text("utf-8"))
    assert [(d["was"], d["wordt"], d["punten"]) for d in drafts] == [
        ("licht", "thuis", ["ZW-01.1"])
    ]
    text = (target / "docs/regiovisie/02-uitgangspunten.md").read_text(encoding="utf-8")
    assert text == (full / "versions" / TWEEDE / "02-uitgangspunten.md").read_text(encoding="utf-8")


def test_versions_by_number(tmp_path: Path) -> None:
    """As they are spoken of; what is not there, or the wrong way round, is told."""
    project = write_sealed(tmp_path / "p")

    assert "Versie 2025-11-consultatieversie" in exporteer_docx(
        project, ("0.2",), tmp_path / "a.docx"
    )
    for versies, message in ((("0.9",), "is er niet"), (("0.2", "0.1"), "niet ouder")):
        with pytest.raises(RegiovisieError, match=message):
            exporteer_docx(project, versies, tmp_path / "b.docx")
    assert not (tmp_path / "b.docx").exists()


def test_an_imported_pair_is_the_register_again(tmp_path: Path, root: Path) -> None:
    """Of the real step from 0.2 to 0.3: the same files to the byte, and a cause for each word."""
    project = tmp_path / "p"
    for name in ("docs", "versions"):
        shutil.copytree(root / name, project / name)
    shutil.copy2(root / "mkdocs.yml", project)
    van, naar = IDS[1], IDS[2]
    exporteer_docx(project, (van, naar), tmp_path / "x.docx")
    for later in IDS[2:]:
        shutil.rmtree(project / "versions" / later)
    shutil.rmtree(project / "docs/regiovisie")
    kept = shutil.ignore_patterns("*.yml", "*.tsv", "SHA256SUMS")
    shutil.copytree(project / "versions" / van, project / "docs/regiovisie", ignore=kept)

    importeer(project, tmp_path / "x.docx", overschrijf=True)

    for name, text in load_project(root).versies[2].tekst.bestanden:
        assert (project / "docs/regiovisie" / name).read_text(encoding="utf-8") == text
    assert [
        p for v, p in open_plekken(make_dossier(load_project(project))) if v == WERKVERSIE
    ] == []


REGIO = Regio(naam="Regio", korte_naam="Regio", periode="2026", beantwoorder="Regio")


@settings(deadline=None, max_examples=50)
@given(pairs())
def test_any_pair_comes_back_as_both(pair: tuple[Document, Document]) -> None:
    """Whatever was edited: paragraphs, lists, tables, terms, boxes, code, links and looks."""
    old, new = teksten(tuple(titled(document) for document in pair))
    history = build_history([old, new])
    made = Dossier(Project(Path(), REGIO), (old.id, new.id), history, {}, ())
    content = docx_of_pair(made, old.id, new.id, lambda src: b"beeld")

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.docx"
        path.write_bytes(content)
        inhoud = lees_word(path, {})
    for kant, wanted in (("oud", old), ("nieuw", new)):
        side: Kant = "oud" if kant == "oud" else "nieuw"
        back = parse_tekst("terug", schrijf(inhoud, side, Bekend()).bestanden)
        assert shown(back) == shown(wanted), kant


def titled(document: Document) -> Document:
    """A document whose onderdelen begin with a title."""
    return tuple(
        (("kop1", ((f"Deel {name}",),)), *pieces)
        for name, pieces in zip("abc", document, strict=False)
    )


def shown(tekst: Tekst) -> list[tuple[str, str]]:
    """What a reader sees. Word knows no notes that nothing refers to, and no border between two
    blocks of code."""
    blocks = (block for _, block in tekst.placed_blocks())
    kept = [block for block in blocks if block.kind != "footnote"]
    found: list[tuple[str, str]] = []
    for code, group in itertools.groupby(kept, key=lambda block: block.kind == "code"):
        members = list(group)
        joined = "\n".join(block.text for block in members)
        found += [("code", joined)] if code else [(b.kind, b.text) for b in members]
    return found
