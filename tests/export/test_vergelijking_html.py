"""The page around marked text."""

from __future__ import annotations

from lxml import html

from regiovisie.export.vergelijking_html import Blad, Deel, Noot, adres, vergelijking_html

PARAGRAPH = (
    '<p id="l-2"><ins id="p-1">Hulp</ins> '
    '<a data-bij="" class="plek" id="plek-1" href="#noot-1">1</a> '
    '<img src="http://example.org/k.png" alt="De kaart"> zie '
    '<a href="#o-slot">slot</a>, <a href="javascript:alert(1)">niet</a>, '
    '<a href="http://[">stuk</a>, <a href="https://example.org">wel</a></p>'
)
DEEL = Deel(
    "plan",
    "2 Plan",
    "gewijzigd",
    ('<h1 id="l-1">Plan</h1>', PARAGRAPH),
    (Noot(1, "‘Hulp’ toegevoegd", ("W-001",)),),
)


def page(van: str = "0.1") -> html.HtmlElement:
    """The page with one onderdeel."""
    source = vergelijking_html(
        Blad(van, "0.2", "1 plek.", (DEEL, Deel("slot", "Slot", "", (), ())))
    )
    assert source.startswith("<!DOCTYPE html>")
    return html.document_fromstring(source)


def test_it_needs_nothing_else() -> None:
    """No script, no image, no sheet of its own: one file."""
    assert page().xpath("//script | //img | //link | //iframe | //@src") == []
    assert page().xpath("string(//span[@data-bij and contains(., 'afbeelding')])") == (
        "[afbeelding: De kaart]"
    )


def test_ids_are_of_their_onderdeel() -> None:
    """Every address on the page leads somewhere, and no id stands there twice."""
    made = page()
    ids = made.xpath("//@id")

    assert len(ids) == len(set(ids))
    targets = {href[1:] for href in made.xpath("//@href") if href.startswith("#")}
    assert targets <= set(ids)
    assert adres("plan", "noot-1") == "#o-plan--noot-1"


def test_addresses_run_nothing() -> None:
    """A link that would run a script, or that is none, loses its address."""
    assert [a.get("href") for a in page().xpath("//p[@id]/a[not(@data-bij)]")] == [
        "#o-slot",
        None,
        None,
        "https://example.org",
    ]


def test_names_are_escaped() -> None:
    """A name is text, whatever it looks like."""
    assert page("<script>x</script>").xpath("//script") == []
    assert "<script>x</script>" in page("<script>x</script>").findtext(".//title")


def test_notes_lead_back() -> None:
    """A note says what changed and why, and leads to its place."""
    (link,) = page().xpath("//ol/li/a")

    assert link.text == "‘Hulp’ toegevoegd (W-001)"
    assert link.get("href") == "#o-plan--plek-1"
