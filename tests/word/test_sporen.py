"""Tracked changes: the text before and the text after them, and who said why."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from regiovisie.word.inhoud import Inhoud, Kant
from regiovisie.word.lezen import lees_word
from regiovisie.word.markdown import Bekend, schrijf, schrijf_gemerkt
from regiovisie.word.merken import tekstsporen

from tests.support.word import bij, bij_opmerking, noot, p, spoor, tbl, tr, weg, write_docx

KOP = p("Inleiding", stijl="Heading1")


def read(path: Path, *blocks: str, **keys: object) -> Inhoud:
    """A file with one onderdeel."""
    return lees_word(write_docx(path / "t.docx", KOP, *blocks, **keys), {})  # type: ignore[arg-type]


def state(inhoud: Inhoud, kant: Kant) -> str:
    """The text of a state, without its title."""
    ((_, text),) = schrijf(inhoud, kant, Bekend()).bestanden
    return text.removeprefix("# Inleiding\n").strip("\n")


def states(path: Path, *blocks: str, **keys: object) -> tuple[str, str]:
    """Both."""
    inhoud = read(path, *blocks, **keys)
    return state(inhoud, "oud"), state(inhoud, "nieuw")


def test_words_that_come_and_go(tmp_path: Path) -> None:
    """The plainest change."""
    assert states(tmp_path, p("Hulp is ", weg("licht"), bij("thuis"), ".")) == (
        "Hulp is licht.",
        "Hulp is thuis.",
    )


def test_what_came_and_went_stands_in_neither(tmp_path: Path) -> None:
    """One reviewer deletes part of what another inserted."""
    text = p("Hulp is ", bij("heel ", weg("erg ", door="De Vries"), "goed"), ".")

    assert states(tmp_path, text) == ("Hulp is .", "Hulp is heel goed.")


def test_a_row_whose_words_all_came_or_went(tmp_path: Path) -> None:
    """LibreOffice tracks the words of a row, not the row."""
    inhoud = read(
        tmp_path,
        tbl(
            tr("Wie", "Wat", kop=True),
            tr(p(weg("Regio")), p(weg("koopt in"))),
            tr(p(bij("Gemeente")), p(bij("kiest"))),
        ),
    )

    assert state(inhoud, "oud") == "| Wie | Wat |\n|---|---|\n| Regio | koopt in |"
    assert state(inhoud, "nieuw") == "| Wie | Wat |\n|---|---|\n| Gemeente | kiest |"
    assert [gemist.waar for gemist in inhoud.gemist] == [
        "onder de kop “Inleiding” bij “Regio”",
        "onder de kop “Inleiding” bij “Gemeente”",
    ]


def test_a_comment_on_the_mark_of_a_note(tmp_path: Path) -> None:
    """Word knows no comments in a note: that on its mark says why the note changed."""
    inhoud = read(
        tmp_path,
        p("Een.", bij_opmerking(0, noot(2))),
        noten={2: p("Een ", bij("goede "), "noot.")},
        opmerkingen={0: "ZW-01.1"},
    )

    assert inhoud.los == []


def test_moves(tmp_path: Path) -> None:
    """With ranges; a comment on one end is on both."""
    van = (
        '<w:moveFromRangeStart w:id="5" w:name="move1"/>'
        + spoor("moveFrom", "Eerst.")
        + '<w:moveFromRangeEnd w:id="5"/>'
    )
    naar = (
        '<w:moveToRangeStart w:id="6" w:name="move1"/>'
        + bij_opmerking(0, spoor("moveTo", "Eerst."))
        + '<w:moveToRangeEnd w:id="6"/>'
    )
    inhoud = read(
        tmp_path,
        p(van, einde="moveFrom"),
        p("Blijft."),
        p(naar, einde="moveTo"),
        p("Slot."),
        opmerkingen={0: "ZW-01.1"},
    )

    assert state(inhoud, "oud") == "Eerst.\n\nBlijft.\n\nSlot."
    assert state(inhoud, "nieuw") == "Blijft.\n\nEerst.\n\nSlot."
    moved = inhoud.blokken[1]
    assert moved.stukken[0].bestaan.spoor.opmerkingen == {"0"}  # type: ignore[union-attr]


def test_marks_of_paragraphs(tmp_path: Path) -> None:
    """A paragraph is split, another joined, a third deleted, a fourth inserted."""
    assert states(
        tmp_path,
        p("Een. ", einde="ins"),
        p("Twee."),
        p("Drie. ", einde="del"),
        p("Vier."),
        p(weg("Vijf."), einde="del"),
        p(bij("Zes."), einde="ins"),
        p("Zeven."),
    ) == (
        "Een.\nTwee.\n\nDrie.\n\nVier.\n\nVijf.\n\nZeven.",
        "Een.\n\nTwee.\n\nDrie.\nVier.\n\nZes.\n\nZeven.",
    )


def test_a_heading_that_goes_takes_its_onderdeel_along(tmp_path: Path) -> None:
    """Two onderdelen become one."""
    inhoud = read(tmp_path, p("Een."), p(weg("Nabij"), stijl="Heading1", einde="del"), p("Twee."))

    assert [n for n, _ in schrijf(inhoud, "oud", Bekend()).bestanden] == [
        "01-inleiding.md",
        "02-nabij.md",
    ]
    assert state(inhoud, "nieuw") == "Een.\n\nTwee."


def test_tables(tmp_path: Path) -> None:
    """Rows come and go, and words in a cell."""
    table = tbl(
        tr("A", "B", kop=True),
        tr("weg", "x", spoor="del"),
        tr(p("cel ", weg("oud"), bij("nieuw")), "y"),
        tr("bij", "z", spoor="ins"),
    )
    head = "| A | B |\n|---|---|\n"

    assert states(tmp_path, table) == (
        f"{head}| weg | x |\n| cel oud | y |",
        f"{head}| cel nieuw | y |\n| bij | z |",
    )


def test_footnotes(tmp_path: Path) -> None:
    """Changes inside a note, and a note that came."""
    old, new = states(
        tmp_path,
        p("Tekst.", noot(2), bij(noot(3))),
        noten={2: p("Zie de ", weg("wet"), bij("nota"), "."), 3: "Nieuw."},
    )

    assert old == "Tekst.[^1]\n\n[^1]: Zie de wet."
    assert new == "Tekst.[^1][^2]\n\n[^1]: Zie de nota.\n[^2]: Nieuw."


def test_changed_looks_are_counted_only(tmp_path: Path) -> None:
    """They change no words."""
    change = (
        '<w:r><w:rPr><w:b/><w:rPrChange w:id="9"><w:rPr/></w:rPrChange></w:rPr><w:t>x</w:t></w:r>'
    )

    told = [g.wat for g in read(tmp_path, p(change)).gemist]
    assert told == ["Alleen de opmaak is één keer gewijzigd; dat is geen wijziging van tekst."]


def test_each_word_knows_its_change(tmp_path: Path) -> None:
    """In both states; the comment on a deletion is on the insertion beside it too."""
    inhoud = read(
        tmp_path,
        p("Hulp is ", bij_opmerking(4, weg("erg licht")), bij("thuis"), " en ", weg("na"), "bij."),
        opmerkingen={4: "ZW-01.1"},
    )

    for kant, at, word in (("oud", 3, "licht"), ("nieuw", 2, "thuis")):
        side: Kant = "oud" if kant == "oud" else "nieuw"
        sporen = tekstsporen(*schrijf_gemerkt(inhoud, side, Bekend()))
        blok = sporen.blokken[1][1]
        assert word in blok.tekst
        found = blok.spoor(at, ook_naast=False)
        assert found
        assert found.opmerkingen == {"4"}
    partly = blok.spoor(4, ook_naast=False)
    assert blok.tekst == "Hulp is thuis en bij."
    assert partly
    assert not partly.opmerkingen
    assert blok.spoor(3, ook_naast=False) is None


def test_reviewers_are_not_named(tmp_path: Path) -> None:
    """Not in what is kept of a comment either."""
    inhoud = read(
        tmp_path,
        p(bij_opmerking(0, bij("x", door="Piet Pietersen"))),
        opmerkingen={0: ("Piet Pietersen", "Volgens Piet Pietersen: ZW-01.1")},
    )

    assert "Pietersen" not in repr(inhoud)


# --- any edit of any text

WORDS = st.lists(
    st.sampled_from(["de", "hulp", "is", "zo", "licht", "thuis", "nabij", "en", "kort"]), max_size=6
)
EDITS = st.lists(st.tuples(st.sampled_from(["=", "+", "-", "x"]), WORDS), min_size=1, max_size=6)


@settings(deadline=None)
@given(st.lists(st.tuples(EDITS, st.sampled_from(["", "ins", "del"])), min_size=1, max_size=5))
def test_both_states_equal_the_two_texts(
    paragraphs: list[tuple[list[tuple[str, list[str]]], str]],
) -> None:
    """Whatever was inserted, deleted, split and joined."""
    import tempfile

    blocks, old, new = [], [""], [""]
    for edits, mark in paragraphs:
        parts = []
        for sign, words in edits:
            text = "".join(f"{word} " for word in words)
            parts += [_part(sign, text)] if text else []
            old[-1] += text if sign in "=-" else ""
            new[-1] += text if sign in "=+" else ""
        blocks.append(p(*parts, einde=mark))
        old += [""] if mark != "ins" else []
        new += [""] if mark != "del" else []
    with tempfile.TemporaryDirectory() as folder:
        found = states(Path(folder), *blocks, p("Slot."))

    assert [_plain(old, "Slot."), _plain(new, "Slot.")] == list(found)


def _part(sign: str, text: str) -> str:
    if sign == "+":
        return bij(text)
    if sign == "-":
        return weg(text)
    return bij(weg(text)) if sign == "x" else p(text)[len("<w:p><w:pPr></w:pPr>") : -len("</w:p>")]


def _plain(paragraphs: list[str], last: str) -> str:
    *whole, rest = paragraphs
    shown = [" ".join(words.split()) for words in (*whole, f"{rest}{last}")]
    joined = "\n\n".join(words for words in shown if words)
    return joined.replace(". S", ".\nS")
