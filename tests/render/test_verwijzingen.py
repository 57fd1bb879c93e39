"""References on pages: links in the words of registers, and where they lead."""

from __future__ import annotations

import posixpath

import lxml.html
import pytest
from markupsafe import Markup

from regiovisie.registers.doelen import Omgeving
from regiovisie.render.markdown import to_html, to_line
from regiovisie.render.verwijzingen import linked
from regiovisie.render.views import adres
from regiovisie.render.views.index import Index
from regiovisie.text.verwijzingen import Verwijzing

from tests.render.conftest import MakeIndex
from tests.support.project import (
    EERSTE,
    GEMEENTE,
    GEMEENTE_FILE,
    INLEIDING,
    REGIO,
    TWEEDE,
    changed,
    mkdocs,
)

ZW = "zienswijzen/zw-01.md"
PAGINA = adres.zienswijze("ZW-01")


def hrefs(html: str) -> list[tuple[str, str]]:
    """Words and address of each link."""
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    return [(a.text_content(), a.get("href", "")) for a in root.iter("a")]


def led(index: Index, source: str, bestand: str = ZW, pagina: str = PAGINA) -> dict[str, str]:
    """Words → address in the site, of the links in a text of that file on that page."""
    found = hrefs(str(index.to_html(source, bestand, pagina)))
    return {words: posixpath.normpath(posixpath.join(pagina, href)) for words, href in found}


def test_every_kind_of_reference_leads_to_its_page(index: Index) -> None:
    """From a page of its own, to the place of each thing."""
    source = "Zie ZW-01.1, W-001, TA-01, M-voorbeeld-1-1, onderdeel 2 en versie 0.2."

    assert led(index, source, "antwoorden/ta-01.md", "nota/") == {
        "ZW-01.1": "zienswijzen/zw-01/#zw-01-1",
        "W-001": "wijzigingen/w-001",
        "TA-01": posixpath.normpath(adres.antwoord("TA-01")),
        "M-voorbeeld-1-1": "gemeenten/veenhoek/#m-voorbeeld-1-1",
        "onderdeel 2": "regiovisie/uitgangspunten",
        "versie 0.2": f"versies/{TWEEDE}",
    }


def test_a_number_is_that_of_the_version_that_is_spoken_of(index: Index) -> None:
    """A point of a zienswijze is about the text that lay before its writer."""
    assert led(index, "Zie onderdeel 2.") == {"onderdeel 2": f"versies/{EERSTE}/uitgangspunten"}


def test_to_the_page_itself_nothing_leads(index: Index) -> None:
    """But a point on it can be gone to."""
    assert led(index, "Deze ZW-01.") == {}
    assert hrefs(str(index.to_html("Zie ZW-01.2.", ZW, PAGINA))) == [("ZW-01.2", "#zw-01-2")]


@pytest.mark.parametrize("source", ["ZW-40", "onderdeel 9", "versie 3.0", "bijlage 6", "W-999"])
def test_what_is_not_there_is_no_link(index: Index, source: str) -> None:
    """A link never leads to nothing."""
    assert led(index, f"Zie {source}.") == {}


@pytest.mark.parametrize(
    "source",
    ["`W-001`", "```\nW-001\n```", "[W-001](../over.md)", "## Over W-001", "https://x.nl/W-001"],
)
def test_code_links_and_headings_are_left_alone(index: Index, source: str) -> None:
    """What an editor marked up is the editor's own."""
    plain = to_html(source, ZW, PAGINA)
    assert index.to_html(source, ZW, PAGINA) == plain


def test_an_annex_leads_to_the_list_of_papers(make_index: MakeIndex) -> None:
    """On the page of the gemeente itself, and from a zienswijze of one of its bodies."""
    papers = [{"titel": "Raadsvoorstel", "bijlage": "2"}]
    index = make_index({GEMEENTE_FILE: changed(GEMEENTE, documenten=papers)})
    made = index.to_html("Zie bijlage 2 en bijlage 3.", "gemeenten/assen.md", "gemeenten/assen/")

    assert hrefs(str(made)) == [("bijlage 2", "#bijlage-2")]


def test_a_frozen_text_keeps_to_its_own_numbering(make_index: MakeIndex) -> None:
    """Onderdeel 2 of the first version is another part than onderdeel 2 of the second."""
    intro = INLEIDING + "\nLees verder in onderdeel 2.\n"
    index = make_index(
        {
            f"versions/{EERSTE}/01-inleiding.md": intro,
            f"versions/{TWEEDE}/01-inleiding.md": intro,
            f"versions/{TWEEDE}/02-uitgangspunten.md": None,
            f"versions/{TWEEDE}/02-pijlers.md": "# Pijlers\n\n## Nabij\n\nHulp is thuis.\n",
            f"versions/{TWEEDE}/03-uitgangspunten.md": (
                "# Uitgangspunten\n\n## Nabij\n\nHulp is zo thuis mogelijk.\n"
            ),
            "docs/regiovisie/01-inleiding.md": intro,
            "docs/regiovisie/02-uitgangspunten.md": None,
            "docs/regiovisie/02-pijlers.md": "# Pijlers\n\n## Nabij\n\nHulp is thuis.\n",
            "docs/regiovisie/03-uitgangspunten.md": (
                "# Uitgangspunten\n\n## Nabij\n\nHulp is zo thuis mogelijk.\n"
            ),
            f"versions/{TWEEDE}/versie.yml": {
                "nummer": "0.2",
                "titel": "Tweede",
                "fasen": [{"fase": "consultatie", "datum": "november 2025"}],
                "voorganger": EERSTE,
                "samenvatting": "Er is een onderdeel bij.",
                "voorbeeld": "ja",
                "herkomst_volledig": "nee",
            },
        }
    )

    def leads(versie: str) -> list[tuple[str, str]]:
        pagina = adres.versie(versie, "inleiding")
        fragments = index.opmaker.tekst(versie, "inleiding", pagina, adres.versie(versie))
        return [pair for f in fragments for pair in hrefs(str(f.html)) if pair[0] == "onderdeel 2"]

    assert leads(EERSTE) == [("onderdeel 2", "../uitgangspunten/")]
    assert leads(TWEEDE) == [("onderdeel 2", "../pijlers/")]


def test_a_number_out_of_a_list_says_what_it_is(index: Index) -> None:
    """To who hears only the links of a page, "2" says nothing."""
    made = str(index.to_html("Zie de onderdelen 1 en 2.", "over.md", "over/"))
    spoken = [a.get("aria-label") for a in lxml.html.fromstring(made).iter("a")]

    assert [words for words, _ in hrefs(made)] == ["onderdelen 1", "2"]
    assert spoken == [None, "onderdeel 2"]


def test_a_text_may_call_its_parts_hoofdstuk(make_index: MakeIndex) -> None:
    """Only where the region says so: elsewhere a hoofdstuk is that of a law."""
    regio = mkdocs(changed(REGIO, hoofdstukken="ja"))
    assert led(make_index({"mkdocs.yml": regio}), "Zie hoofdstuk 2.") != {}


def test_a_hoofdstuk_is_none_of_ours(index: Index) -> None:
    """As long as nobody says that the text has them."""
    assert led(index, "Zie hoofdstuk 2.") == {}


def test_a_text_does_not_lead_to_itself(index: Index) -> None:
    """Onderdeel 2 in onderdeel 2 is right here, on the page of the text and on a comparison."""
    naar = index.wegwijzer.vanaf("vergelijk/a/b/uitgangspunten/", Omgeving(TWEEDE))
    zelf = Verwijzing("onderdeel", "2", 0, 11)

    assert naar.href(zelf, "uitgangspunten") == ""
    assert naar.href(zelf, "inleiding") != ""


def test_links_change_no_word(index: Index) -> None:
    """Nothing is added, lost or escaped twice."""
    source = "Eerst <b>dik</b> & ZW-01.1, dan *onderdeel 1* en 5 < 6; tot slot W-001"
    plain, made = to_html(source, ZW, PAGINA), index.to_html(source, ZW, PAGINA)

    assert len(hrefs(str(made))) == 3
    assert made.striptags() == plain.striptags()


def test_a_line_of_plain_text_is_escaped(index: Index) -> None:
    """What looks like markup is text."""
    made = to_line("Door <W-001> & zo", index.wegwijzer.vanaf(PAGINA, Omgeving(TWEEDE)))
    assert made.startswith("Door &lt;<a ")
    assert "&amp; zo" in made


def test_html_without_references_stays_as_it_is(index: Index) -> None:
    """To the letter: nothing is parsed that need not be."""
    html = Markup("<p>In 2026 kwamen <br> 12 gemeenten bijeen.</p>")
    assert linked(html, index.wegwijzer.vanaf("nota/", Omgeving(TWEEDE))) == html
