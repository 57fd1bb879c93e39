"""Reading Word files: every word comes along, and what cannot be kept is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from regiovisie.errors import RegiovisieError
from regiovisie.word.inhoud import Inhoud
from regiovisie.word.lezen import lees_word
from regiovisie.word.markdown import Bekend, schrijf
from regiovisie.word.verloren import verloren_woorden

from tests.support.word import noot, p, run, tbl, tr, write_docx, write_zip

KOP = p("Inleiding", stijl="Heading1")
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def markdown(path: Path, *blocks: str, **keys: object) -> str:
    """The text of the only onderdeel of a file, without its title."""
    inhoud = read(path, *blocks, **keys)
    ((_, text),) = schrijf(inhoud, "nieuw", Bekend()).bestanden
    return text.removeprefix("# Inleiding\n\n").rstrip("\n")


def read(path: Path, *blocks: str, **keys: object) -> Inhoud:
    """A file with one onderdeel, of which no word is lost."""
    inhoud = lees_word(write_docx(path / "t.docx", KOP, *blocks, **keys), {})  # type: ignore[arg-type]
    written = schrijf(inhoud, "nieuw", Bekend())
    assert verloren_woorden(inhoud, "nieuw", Bekend(), written) == []
    return inhoud


def gemist(inhoud: Inhoud) -> str:
    """What could not be kept."""
    return "\n".join(f"{g.wat} | {g.waar}" for g in inhoud.gemist)


def test_headings_make_onderdelen(tmp_path: Path) -> None:
    """Level 1 begins a file, deeper levels stand in it; numbers typed before it are no address."""
    path = write_docx(
        tmp_path / "t.docx",
        p("De regiovisie", stijl="Title"),
        p("1. Zo thuis mogelijk", stijl="Kop1"),
        p("Tekst."),
        p("Nabij", stijl="Heading2"),
        p("Slot", stijl="Heading1"),
        p("Einde."),
    )

    inhoud = lees_word(path, {})

    assert schrijf(inhoud, "nieuw", Bekend()).bestanden == (
        ("01-zo-thuis-mogelijk.md", "# 1. Zo thuis mogelijk\n\nTekst.\n\n## Nabij\n"),
        ("02-slot.md", "# Slot\n\nEinde.\n"),
    )
    assert "De titel van het document is geen onderdeel: “De regiovisie”." in gemist(inhoud)


def test_an_onderdeel_keeps_the_address_that_it_had(tmp_path: Path) -> None:
    """A title that is there already gives its own file name."""
    inhoud = read(tmp_path, p("Tekst."))

    written = schrijf(inhoud, "nieuw", Bekend(onderdelen={"inleiding": "begin"}))

    assert [name for name, _ in written.bestanden] == ["01-begin.md"]


def test_sentences_stand_on_lines(tmp_path: Path) -> None:
    """But a short word with a full stop ends no sentence."""
    words = "Dit kost geld, bijv. Veel geld. Wie betaalt? Zie art. 2 van de wet. 2. Ook dit."

    assert markdown(tmp_path, p(words)) == (
        "Dit kost geld, bijv. Veel geld.\nWie betaalt?\nZie art. 2 van de wet.\n2\\. Ook dit."
    )


@pytest.mark.parametrize(
    "words",
    [
        "2 * 3 * 4",
        "a_b _c_ d",
        "[niet] (een link)",
        "x <b> y",
        "&amp; is geen &",
        "# geen kop",
        "- geen lijst",
        "1. geen lijst",
        "> geen citaat",
        "!!! geen kader",
        "``` geen code",
        "| geen | tabel |",
        "een \\* teken",
        "{: .klasse }",
        ": geen uitleg",
        "=== geen kop",
        "*[HTML]: geen afkorting",
        "[^1]: geen noot",
        "vast\u00a0aan\u00a0elkaar",
    ],
)
def test_signs_of_markdown_are_words(tmp_path: Path, words: str) -> None:
    """What Markdown would read as a sign comes back as it was (`read` holds that)."""
    read(tmp_path, p(words), p("Hulp is er.", run(f"Zo. {words}", "<w:b/>")), tbl(tr(words, "x")))


def test_looks_and_links(tmp_path: Path) -> None:
    """Spaces stay outside the signs; a link may be an element or a field."""
    text = markdown(
        tmp_path,
        p("Hulp is ", run("zo thuis ", "<w:b/>"), run("mogelijk", "<w:i/>"), "."),
        p('<w:hyperlink r:id="rId9"><w:r><w:t>wet</w:t></w:r></w:hyperlink>'),
        p(
            FIELD.format("begin"),
            '<w:r><w:instrText> HYPERLINK "https://b.nl" \\l "x" </w:instrText></w:r>',
            FIELD.format("separate"),
            "veld",
            FIELD.format("end"),
            " erna",
        ),
        links={"rId9": "https://wetten.nl"},
    )

    assert text == (
        "Hulp is **zo thuis** *mogelijk*.\n\n[wet](https://wetten.nl)\n\n"
        "[veld](https://b.nl#x) erna"
    )


def test_links_within_the_file(tmp_path: Path) -> None:
    """A bookmark leads to the heading that it is at, or under."""
    link = '<w:hyperlink w:anchor="{}"><w:r><w:t>hier</w:t></w:r></w:hyperlink>'
    mark = '<w:bookmarkStart w:id="1" w:name="{}"/>'
    path = write_docx(
        tmp_path / "t.docx",
        KOP,
        p(link.format("doel"), " en ", link.format("zelf"), " en ", link.format("weg")),
        p(mark.format("zelf"), "Nabij", stijl="Heading2"),
        p("Slot", stijl="Heading1"),
        p(mark.format("doel"), "Einde."),
    )

    written = schrijf(lees_word(path, {}), "nieuw", Bekend())

    assert "[hier](02-slot.md) en [hier](#nabij) en hier" in written.bestanden[0][1]
    assert "Een verwijzing binnen het bestand (weg) leidt nergens heen" in written.gemist[0]


def test_lists(tmp_path: Path) -> None:
    """Bullets, numbers, levels, an interruption and a new beginning."""
    text = markdown(
        tmp_path,
        p("een", lijst=(2, 0)),
        p("diep. Dieper.", lijst=(1, 1)),
        p("twee", lijst=(2, 0)),
        p("tussendoor"),
        p("drie", lijst=(2, 0)),
        p("opnieuw", lijst=(3, 0)),
        p("los", lijst=(1, 0)),
        p("hoort erbij", stijl="ListParagraph"),
    )

    assert text == (
        "1. een\n    - diep. Dieper.\n2. twee\n\ntussendoor\n\n3. drie\n\n<!-- -->\n\n"
        "1. opnieuw\n\n- los\n\n    hoort erbij"
    )


def test_lists_as_libreoffice_writes_them(tmp_path: Path) -> None:
    """The first paragraph names a list that begins anew, the next ones the kind of list."""
    text = markdown(
        tmp_path,
        p("een", lijst=(3, 0)),
        p("twee", lijst=(2, 0)),
        p("los van het nummer", lijst=(0, 0)),
        p("drie", lijst=(2, 0)),
    )

    assert text == "1. een\n2. twee\n\n    los van het nummer\n\n3. drie"


def test_tables(tmp_path: Path) -> None:
    """The first row is the head; what cannot be kept of cells is told."""
    merged = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("samen")
    inhoud = read(tmp_path, tbl(tr("A|", "B", kop=True), tr(p("1") + p("2"), "x"), tr(merged)))

    assert (
        "| A\\| | B |\n|---|---|\n| 1<br>2 | x |\n| samen |  |"
        in (schrijf(inhoud, "nieuw", Bekend()).bestanden[0][1])
    )
    assert gemist(inhoud) == (
        "Samengevoegde cellen zijn gesplitst; de tekst staat in de eerste. "
        "| onder de kop “Inleiding” bij “samen”"
    )


def test_a_footnote_without_words_is_told(tmp_path: Path) -> None:
    """LibreOffice can lose them."""
    inhoud = read(tmp_path, p("Een.", noot(2)), noten={2: p()})

    assert "Een voetnoot zonder woorden is leeg overgenomen." in gemist(inhoud)


def test_footnotes(tmp_path: Path) -> None:
    """They stand at the end of the onderdeel; a known one keeps its label."""
    inhoud = read(
        tmp_path, p("Een.", noot(2), " Twee.", noot(3)), noten={2: "Noot een. En b.", 3: "Bekend."}
    )

    ((_, text),) = schrijf(inhoud, "nieuw", Bekend(noten={"Bekend.": "wet"})).bestanden
    assert text.endswith("Een.[^1]\nTwee.[^wet]\n\n[^1]: Noot een.\n    En b.\n[^wet]: Bekend.\n")


def test_text_in_wrappers(tmp_path: Path) -> None:
    """Content controls and smart tags hold text like any other."""
    text = markdown(
        tmp_path,
        f"<w:sdt><w:sdtContent>{p('Blok.')}</w:sdtContent></w:sdt>",
        p(
            "a ",
            "<w:sdt><w:sdtContent><w:r><w:t>b</w:t></w:r></w:sdtContent></w:sdt>",
            "<w:smartTag><w:r><w:t>c</w:t></w:r></w:smartTag>",
            "<w:r><w:br/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t><w:noBreakHyphen/></w:r>",
        ),
    )

    assert text == "Blok.\n\na bc<br>de\u2011"


def test_text_boxes_come_after_their_paragraph(tmp_path: Path) -> None:
    """And are told; a box is written twice in the file and read once."""
    box = f"<w:txbxContent>{p('In het vak.')}</w:txbxContent>"
    drawing = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:inline>"
        f"{box}</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    inhoud = read(tmp_path, p("Ervoor.", drawing), p("Erna."))

    assert "Ervoor.\n\nIn het vak.\n\nErna.\n" in schrijf(inhoud, "nieuw", Bekend()).bestanden[0][1]
    assert "De tekst uit een tekstvak staat nu na de alinea." in gemist(inhoud)


def test_what_is_lost_is_told_with_its_place(tmp_path: Path) -> None:
    """Fields, formulas, drawings, hidden and struck text, comments without a change."""
    inhoud = read(
        tmp_path,
        p('<w:fldSimple w:instr=" DATE "><w:r><w:t>vandaag</w:t></w:r></w:fldSimple>'),
        p("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"),
        p("Stuk.", "<w:r><w:drawing/></w:r>", run("weg", "<w:strike/>")),
        p(run("geheim", "<w:vanish/>")),
        p('<w:commentRangeStart w:id="7"/>Los.<w:commentRangeEnd w:id="7"/>'),
        p("Inhoud 1", stijl="TOC1"),
        opmerkingen={7: "Klopt dit?"},
    )

    told = gemist(inhoud)
    for wat in (
        "Een veld (DATE) is de tekst geworden die er nu staat. | onder de kop “Inleiding” bij",
        "Een formule is gewone tekst geworden: “x=1”.",
        "Een tekening, grafiek of ingesloten object is niet overgenomen.",
        "Doorgehaalde tekst is gewone tekst geworden",
        "Verborgen tekst is niet overgenomen.",
        "De inhoudsopgave is weggelaten; de site maakt er zelf een.",
    ):
        assert wat in told
    assert inhoud.los == ["7"]


def test_styles_of_the_project(tmp_path: Path) -> None:
    """The table in mkdocs.yml decides; a style that is based on a known one follows it."""
    derived = (
        '<w:style w:type="paragraph" w:styleId="X"><w:name w:val="Mijn kop"/>'
        '<w:basedOn w:val="Heading2"/></w:style>'
    )
    path = write_docx(
        tmp_path / "t.docx", KOP, p("Kop", stijl="X"), p("Citaat", stijl="Eigen"), stijlen=derived
    )

    written = schrijf(lees_word(path, {"eigen stijl": "citaat"}), "nieuw", Bekend())

    assert written.bestanden[0][1] == "# Inleiding\n\n## Kop\n\n> Citaat\n"


# --- files from anyone


def test_what_is_no_word_file(tmp_path: Path) -> None:
    """A text, and a zip with something else."""
    text = tmp_path / "a.docx"
    text.write_text("hallo", encoding="utf-8")
    for path in (text, write_zip(tmp_path / "b.docx", {"x": "y"}), tmp_path / "c.docx"):
        with pytest.raises(RegiovisieError, match=r"Word|niet"):
            lees_word(path, {})


def test_entities_are_refused(tmp_path: Path) -> None:
    """A file cannot make the reader grow, or look at other files."""
    path = write_docx(tmp_path / "a.docx", KOP)
    evil = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><x>&a;</x>'
    parts = {"_rels/.rels": _only_rels(path), "word/document.xml": evil}

    with pytest.raises(RegiovisieError, match="DOCTYPE"):
        lees_word(write_zip(tmp_path / "b.docx", parts), {})


def test_a_part_that_swells_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However small it is when packed."""
    monkeypatch.setattr("regiovisie.word.pakket.LARGEST_PART", 1000)
    path = write_docx(tmp_path / "a.docx", KOP, p("a" * 2000))

    with pytest.raises(RegiovisieError, match="uitpakken"):
        lees_word(path, {})


def _only_rels(path: Path) -> bytes:
    import zipfile

    with zipfile.ZipFile(path) as archive:
        return archive.read("_rels/.rels")
