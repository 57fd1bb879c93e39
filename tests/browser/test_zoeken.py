"""The search in a real browser: what it reads and when, what it finds, what its address says."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Locator, Response, expect

from regiovisie.text.stam import stam, stammen, vouw, woorden

from scripts.webserver import serving
from tests.support.browser import DESKTOP, Visit, visiting
from tests.support.html import Page

pytestmark = pytest.mark.browser

SEARCH = "/zoeken/"
PAIRS = [
    (asked, form)
    for pairs in yaml.safe_load(
        (Path(__file__).parents[1] / "cases" / "zoeken.yml").read_text(encoding="utf-8")
    ).values()
    for asked, form in pairs
]
RIGHT = 38
"""So many of the pairs must be found."""
HEAVIEST = 160_000
"""Bytes that the first search may bring in, as they go over the wire."""
PACKED = (".pf_fragment", ".pf_index", ".pf_filter", ".pf_meta", ".pagefind", ".woff2")
"""Files that are compressed already."""


@pytest.fixture
def wide(browser: Browser, site_url: str) -> Iterator[Visit]:
    """A window on the site."""
    with visiting(browser, site_url, width=DESKTOP, javascript=True) as visit:
        yield visit


def test_nothing_is_read_before_someone_searches(visit: Visit) -> None:
    """Home and the page itself ask for no file of the index; moving to the field does."""
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))
    visit.open("/")
    visit.open(SEARCH)
    visit.page.wait_for_load_state("networkidle")
    before = [url for url in asked if "/pagefind/" in url]

    with visit.page.expect_request(re.compile("/pagefind/")):
        visit.page.get_by_label("Waar zoekt u naar?").focus()
    assert before == []


def test_the_first_search_is_light(wide: Visit) -> None:
    """What comes in for one question, compressed, with the texts of ten finds."""
    came: list[Response] = []
    wide.page.on("response", lambda response: came.extend([response]))
    search(wide, "wachttijden")
    wide.page.wait_for_load_state("networkidle")
    weight = sum(weight_of(response) for response in came if "/pagefind/" in response.url)

    print(f"\neerste zoekvraag: {weight:,} bytes in {len(came)} bestanden")
    assert 0 < weight <= HEAVIEST


def test_dutch_words_are_found_in_their_other_forms(
    wide: Visit, html_pages: dict[str, Page]
) -> None:
    """Of 40 words, each with another form of it in the text, at least 38 lead to that form."""
    text = vouw(" ".join(page.tree.text_content() for page in html_pages.values()))
    assert len(PAIRS) == 40
    assert [form for _, form in PAIRS if not re.search(rf"\b{vouw(form)}\b", text)] == []

    missed = [f"{asked} → {form}" for asked, form in PAIRS if not leads_to(wide, asked, form)]

    print(f"\nwoordparen: {len(PAIRS) - len(missed)} van {len(PAIRS)} goed; niet: {missed}")
    assert len(PAIRS) - len(missed) >= RIGHT


def test_the_two_rules_for_stems_are_one(wide: Visit, html_pages: dict[str, Page]) -> None:
    """The script cuts every word of the site as the build does."""
    text = " ".join(page.tree.text_content() for page in html_pages.values())
    words = sorted({vouw(word) for word in woorden(text)})
    wide.open(SEARCH)

    assert wide.page.evaluate("words => words.map(stam.stam)", words) == [stam(w) for w in words]
    line = "Vóór 1 juli: de regio’s, niet-effectieve zorg en gezinnen"
    asked = wide.page.evaluate("line => stam.stammen(line)", line)
    assert set(asked) <= set(stammen(line))


def test_question_and_filters_survive_a_reload(visit: Visit) -> None:
    """The address says it all; going back brings the question before."""
    search(visit, "hulp")
    every = found(visit)
    visit.page.get_by_text("Beperk het zoeken").click()
    visit.page.get_by_label("Soort").select_option("wijziging")
    expect(visit.page).to_have_url(re.compile(r"\?q=hulp&soort=wijziging"))
    less = wait_for_other(visit, every)

    visit.page.reload()
    expect(status(visit)).to_have_text(f"{less} gevonden")
    assert visit.page.get_by_label("Waar zoekt u naar?").input_value() == "hulp"
    assert set(kinds(visit)) == {"Wijziging"}
    visit.page.go_back()
    expect(status(visit)).to_have_text(f"{every} gevonden")


def test_other_versions_are_searched_on_request(wide: Visit) -> None:
    """Without the tick no find stands in a text of another version; with it some do."""
    search(wide, "verblijfsplaatsingen")
    every = found(wide)
    now = addresses(wide)
    wide.page.get_by_label("Zoek ook in de tekst van andere versies").check()
    more = wait_for_other(wide, every)

    assert more > every
    assert not any("/versies/" in address for address in now)
    assert any("/versies/" in address for address in addresses(wide))


def test_narrowed_by_municipality_and_version(wide: Visit) -> None:
    """A choice of two kinds must hold both."""
    wide.open(f"{SEARCH}?q=hulp&gemeente=meppel&soort=zienswijze")
    found(wide)

    assert all("/zienswijzen/zw-" in address for address in addresses(wide))


def test_keyboard_alone_is_enough(wide: Visit) -> None:
    """Type, Enter, Tab to a find; more finds take the focus along."""
    wide.open(SEARCH)
    wide.page.get_by_label("Waar zoekt u naar?").focus()
    wide.page.keyboard.type("hulp")
    wide.page.keyboard.press("Enter")
    assert found(wide) > 10
    shown = len(addresses(wide))
    more = wide.page.get_by_role("button", name="Toon meer")
    more.focus()
    wide.page.keyboard.press("Enter")
    expect(wide.page.locator(".vondsten a:focus")).to_have_count(1)

    assert len(addresses(wide)) > shown


def test_a_find_that_is_invented_says_so(wide: Visit) -> None:
    """The label stands at the find."""
    wide.open(f"{SEARCH}?q=gezin&soort=zienswijze")
    found(wide)

    expect(wide.page.locator(".vondst__waar .label--voorbeeld").first).to_be_visible()


def test_nothing_found_is_said(wide: Visit) -> None:
    """In words, with the question, and nothing that only looks like it."""
    wide.open(f"{SEARCH}?q=xyzzyplugh")

    expect(status(wide)).to_have_text("Niets gevonden voor “xyzzyplugh”. Probeer een ander woord.")
    assert addresses(wide) == []


def test_what_is_typed_is_text(wide: Visit) -> None:
    """Markup in a question stays a question."""
    wide.open(f"{SEARCH}?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E")

    expect(status(wide)).not_to_have_text("")
    assert wide.page.locator("main img").count() == 0


def test_without_script_the_keywords_take_its_place(visit_no_js: Visit) -> None:
    """The page says why there is no search, and leads to the register; so does the header."""
    visit_no_js.open("/")
    visit_no_js.follow(visit_no_js.page.locator("a.kop__zoek"))
    expect(visit_no_js.page.get_by_text("Zoeken werkt alleen met JavaScript")).to_be_visible()
    expect(visit_no_js.page.locator("form[data-zoek]")).to_be_hidden()

    visit_no_js.follow(visit_no_js.page.locator("main a", has_text="lijst met trefwoorden"))
    visit_no_js.page.get_by_role("link", name="E", exact=True).click()
    expect(visit_no_js.page.get_by_role("heading", name="Experttafel").first).to_be_visible()


def test_it_works_below_a_folder(browser: Browser, built_site: Path, tmp_path: Path) -> None:
    """A site that does not stand at the root of its host finds its own index and pages."""
    (tmp_path / "visie").symlink_to(built_site)
    with (
        serving(tmp_path) as address,
        visiting(browser, f"{address}/visie", width=DESKTOP, javascript=True) as visit,
    ):
        search(visit, "gezinnen")
        assert all(link.startswith(f"{address}/visie/") for link in addresses(visit))
        visit.follow(visit.page.locator(".vondsten a"))
        expect(visit.page.locator("h1")).to_be_visible()


def search(visit: Visit, question: str) -> None:
    """Ask a question as a person does, and wait for its answer."""
    visit.open(SEARCH)
    visit.page.get_by_label("Waar zoekt u naar?").fill(question)
    visit.page.get_by_role("button", name="Zoek", exact=True).click()
    found(visit)


def status(visit: Visit) -> Locator:
    """What the page tells of the search."""
    return visit.page.get_by_role("status")


def found(visit: Visit) -> int:
    """How many finds there are, once there are some."""
    expect(status(visit)).to_have_text(re.compile(r"^\d+ gevonden$"))
    return int(status(visit).inner_text().split()[0])


def wait_for_other(visit: Visit, count: int) -> int:
    """How many finds there are, once there are not so many."""
    expect(status(visit)).not_to_have_text(re.compile(rf"^({count} gevonden|Bezig.*)$"))
    return found(visit)


def addresses(visit: Visit) -> list[str]:
    """Where the finds lead to."""
    return [
        str(link)
        for link in visit.page.locator(".vondsten a").evaluate_all("a => a.map(e => e.href)")
    ]


def kinds(visit: Visit) -> list[str]:
    """What kind of find each is."""
    return [text.split(" · ")[0] for text in visit.page.locator(".vondst__waar").all_inner_texts()]


def leads_to(visit: Visit, asked: str, form: str) -> bool:
    """Whether some find for a word marks a form of it, however far down it stands."""
    visit.open(f"{SEARCH}?q={asked.replace(' ', '+')}")
    expect(status(visit)).to_have_text(re.compile(r"gevonden"))
    wanted = vouw(form)
    more = visit.page.get_by_role("button", name="Toon meer")
    for _ in range(40):
        marks = visit.page.locator(".vondst__tekst mark").all_inner_texts()
        if any(re.search(rf"(?<!\w){wanted}(?!\w)", vouw(mark)) for mark in marks):
            return True
        if not more.is_visible():
            return False
        shown = len(addresses(visit))
        more.click()
        expect(visit.page.locator(".vondsten a").nth(shown)).to_be_attached()
    return False


def weight_of(response: Response) -> int:
    """The bytes of an answer as a server with compression sends them."""
    body = response.body()
    packed = response.url.partition("?")[0].endswith(PACKED)
    return len(body) if packed else len(gzip.compress(body, mtime=0))
