"""References in a marked text: links that add no word, and that lead into the right version."""

from __future__ import annotations

import lxml.html
import pytest
from hypothesis import given
from lxml.html import HtmlElement

from regiovisie.herkomst.dossier import Dossier
from regiovisie.render.renvooi import Links, render_vergelijking
from regiovisie.render.verplaatsingen import move_ends
from regiovisie.text.verwijzingen import Verwijzing

from tests.support.renvooi import words_of, words_without
from tests.support.stappen import dossier
from tests.support.teksten import few, histories


class Overal:
    """Every reference leads somewhere; ``anders`` says what a number means here."""

    def __init__(self, versie: str, anders: dict[str, str] | None = None) -> None:
        self._versie = versie
        self._anders = anders or {}

    def doel(self, verwijzing: Verwijzing) -> str:
        """The thing that is named."""
        return self._anders.get(verwijzing.naam, verwijzing.naam)

    def href(self, verwijzing: Verwijzing, onderdeel: str = "") -> str:
        """An address that tells the version and the part."""
        return f"/{self._versie}/{self.doel(verwijzing)}"


def page(made: Dossier, old: Overal | None = None, new: Overal | None = None) -> HtmlElement:
    """The only onderdeel of the pair v0-v1, marked."""
    (onderdeel,) = made.vergelijking("v0", "v1").onderdelen
    links = Links(
        new=str, old=str, verwijzer_old=old or Overal("oud"), verwijzer_new=new or Overal("nieuw")
    )
    ends = move_ends([onderdeel])
    html = "".join(f.html for f in render_vergelijking(onderdeel, links, ends))
    root = lxml.html.fragment_fromstring(html, create_parent="article")
    assert isinstance(root, HtmlElement)
    return root


def links(root: HtmlElement) -> list[tuple[str, str]]:
    """Words and address of each reference that is a link."""
    return [
        (a.text_content(), a.get("href", ""))
        for a in root.iter("a")
        if a.get("class") == "verwijzing"
    ]


def told(*texts: str) -> list[tuple[str, str]]:
    """The links in the comparison of two texts."""
    return links(page(dossier(list(texts))))


def test_kept_words_lead_into_the_new_version() -> None:
    """The reference stands in both; one link serves."""
    assert told("Zie onderdeel 8 nu.", "Zie onderdeel 8 straks.") == [
        ("onderdeel 8", "/nieuw/8"),
    ]


def test_gone_words_lead_into_the_old_version() -> None:
    """A deleted paragraph speaks of its own numbering."""
    old, new = "# T\n\nEen.\n\nZie onderdeel 8 en ZW-12.", "# T\n\nEen."
    assert told(old, new) == [("onderdeel 8", "/oud/8"), ("ZW-12", "/oud/ZW-12")]


def test_a_changed_reference_is_no_link() -> None:
    """Half of it came, half of it went: it leads nowhere as one."""
    shown = told("Zie daarvoor onderdeel 8 van de tekst.", "Zie daarvoor onderdeel 9 van de tekst.")
    assert all(words not in ("onderdeel 8", "onderdeel 9") for words, _ in shown)


def test_kept_words_of_another_meaning_are_no_link() -> None:
    """After renumbering, the same number is another part in each version."""
    made = dossier(["Zie onderdeel 8 nu.", "Zie onderdeel 8 straks."])
    other = Overal("oud", {"8": "pijlers"})

    assert links(page(made, old=other)) == []


@pytest.mark.parametrize(
    "text",
    ["Zie [onderdeel 8](08-a.md).", "Typ `ZW-12` hier.", "Zie **onderdeel** 8.", "## Onderdeel 8"],
)
def test_what_is_marked_up_is_left_alone(text: str) -> None:
    """Links, code and headings keep what they are; a reference is never cut by other markup."""
    assert told(f"# T\n\n{text}\n\nEen.", f"# T\n\n{text}\n\nTwee.") == []


def test_a_reference_inside_emphasis_is_a_link() -> None:
    """The emphasis stays round it."""
    root = page(dossier([f"# T\n\nZie *onderdeel 8* {word}." for word in ("nu", "dan")]))
    assert root.xpath(".//em/a/text()") == ["onderdeel 8"]


WORDS = {"raad": "onderdeel 8", "wachten.": "ZW-12.", "2027": "W-031", "thuis": "onderdelen 4 en 7"}


def with_references(text: str) -> str:
    """The text with words replaced by references."""
    for word, reference in WORDS.items():
        text = text.replace(word, reference)
    return text


@few
@given(histories())
def test_links_change_no_word(texts: list[str]) -> None:
    """Without what came the old words stand there, without what went the new ones."""
    old, new = map(with_references, texts)
    root = page(dossier([old, new]))

    assert "".join(words_without(root, "ins")) == "".join(words_of(old))
    assert "".join(words_without(root, "del")) == "".join(words_of(new))
