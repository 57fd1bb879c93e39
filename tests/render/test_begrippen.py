"""Words of the glossary: found in the text as it is written, explained under it."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from regiovisie.registers.begrippen import Begrip, load_begrippen
from regiovisie.render.begrippen import Woordenlijst, with_ankers

from tests.support.html import Page

GLOSSARY = """# Begrippen

Een inleiding.

## Jeugdhulp { .in-de-tekst }

gecertificeerde instelling (GI)
:   Organisatie die kinderen mag *beschermen*.
    Zie [de wet](https://example.nl).

jeugdige
:   Kind of jongere.

een, twee
:   Meer woorden tegelijk.

## De site

versie
:   De tekst zoals die was.
"""

HULP = Begrip("hulp", "hulp", "", "Steun.")
ZWARE = Begrip("zware-hulp", "zware hulp", "", "Veel steun.")
PIJLER = Begrip("pijler", "pijler", "", "Een hoofddoel.")
GI = Begrip("gecertificeerde-instelling", "gecertificeerde instelling", "GI", "Organisatie.")


def linked(html: str, *begrippen: Begrip) -> list[tuple[str, str]]:
    """The words that became links, each with where it leads."""
    lijst = Woordenlijst(begrippen)
    made = lijst.linked(Markup(f"<div>{html}</div>"))
    assert made.striptags() == Markup(html).striptags()
    parts = made.split('class="begrip"')[1:]
    return [
        (p.partition(">")[2].partition("<")[0], p.partition('href="')[2].partition('"')[0])
        for p in parts
    ]


def test_words_come_from_the_marked_parts_of_the_page(tmp_path: Path) -> None:
    """An editor says which parts; several words in one entry are no word to look for."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "begrippen.md").write_text(GLOSSARY, encoding="utf-8")
    assert load_begrippen(tmp_path) == (
        Begrip(
            "gecertificeerde-instelling",
            "gecertificeerde instelling",
            "GI",
            "Organisatie die kinderen mag beschermen. Zie de wet.",
        ),
        Begrip("jeugdige", "jeugdige", "", "Kind of jongere."),
    )


def test_each_word_of_the_page_has_an_address() -> None:
    """By its name without what stands behind it in brackets; the words stay as they are."""
    page = "<h2>Hulp</h2><dl><dt>outcome (resultaat)</dt><dd>&lt;Wat&gt; het is.</dd></dl>"
    assert with_ankers(page) == page.replace("<dt>", '<dt id="begrip--outcome">')
    twice = with_ankers("<dl><dt>pijler</dt><dd>A</dd><dt>pijler</dt><dd>B</dd></dl>")
    assert twice.count("begrip--pijler") == 1


def test_a_project_without_glossary_has_no_words(tmp_path: Path) -> None:
    """Then every text stays as it is."""
    assert load_begrippen(tmp_path) == ()
    assert linked("<p>Een pijler.</p>") == []


def test_the_longest_word_wins() -> None:
    """Inside a longer word of the list the shorter one is not explained."""
    assert linked("<p>Zware hulp, en hulp.</p>", HULP, ZWARE) == [
        ("Zware hulp", "#begrip--zware-hulp"),
        ("hulp", "#begrip--hulp"),
    ]


def test_plurals_and_capitals_are_the_same_word() -> None:
    """But a part of another word is not, and an abbreviation only as it is written."""
    assert linked("<p>Pijlers</p>", PIJLER) == [("Pijlers", "#begrip--pijler")]
    assert linked("<p>De brugpijler en de pijlerbrug.</p>", PIJLER) == []
    assert [w for w, _ in linked("<p>Gecertificeerde instellingen</p>", GI)] == [
        "Gecertificeerde instellingen"
    ]
    assert [w for w, _ in linked("<p>Gi of GI.</p>", GI)] == ["GI"]


def test_headings_links_and_labels_stay_as_they_are() -> None:
    """A link in a link cannot be, and a label is no part of the text."""
    html = (
        '<h2>Pijler</h2><p><a href="#x">pijler</a> <code>pijler</code>'
        ' <span data-bij="">pijler</span> <em>pijler</em></p>'
    )
    assert linked(html, PIJLER) == [("pijler", "#begrip--pijler")]


def test_a_word_is_explained_once_in_each_part() -> None:
    """Under the next heading again, but only its first place on the page can be come back to."""
    lijst = Woordenlijst((PIJLER,))
    assert lijst.linked(Markup("<p>pijler pijler</p>")).count("<a ") == 1
    assert lijst.linked(Markup("<p>pijler</p>")).count("<a ") == 0
    lijst.next_part()
    again = lijst.linked(Markup("<p>pijler</p>"))
    assert (again.count("<a "), again.count(" id=")) == (1, 0)
    assert lijst.used == (PIJLER,)


def test_only_pages_to_read_explain_words(html_pages: dict[str, Page]) -> None:
    """In a comparison every mark means a change."""
    explaining = [uri for uri, p in html_pages.items() if p.tree.xpath("//a[@class='begrip']")]
    assert explaining
    assert all(uri.startswith(("regiovisie/", "werkversie/", "versies/")) for uri in explaining)
    for uri in explaining:
        page = html_pages[uri]
        words = page.tree.xpath("//a[@class='begrip']/@href")
        assert {str(w) for w in words} == {
            f"#{i}" for i in page.tree.xpath("//dt/@id") if "--" in i
        }
