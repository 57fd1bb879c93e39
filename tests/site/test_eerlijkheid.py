"""What is invented says so, and so does a text that is not the official one."""

from __future__ import annotations

from collections.abc import Iterator

from tests.site.conftest import Gebouwd

TEXT = ("regiovisie/", "werkversie/", "versies/", "vergelijk/")
"""Where pages of the text stand."""


def test_every_page_of_the_text_says_what_it_is(gebouwd: Gebouwd) -> None:
    """A reconstruction in own words, not the official text."""
    pages = [page for uri, page in gebouwd.pages.items() if uri.startswith(TEXT)]
    silent = []
    for page in pages:
        words = " ".join(page.tree.text_content().split())
        if "niet de officiële tekst" not in words or "reconstructie in eigen woorden" not in words:
            silent.append(page.uri)

    assert pages
    assert silent == []


def test_every_example_says_so(gebouwd: Gebouwd) -> None:
    """With a label in the main part of its page."""
    silent = [
        page
        for page in example_pages(gebouwd)
        if not gebouwd.page(page).tree.xpath(
            "//main//*[contains(@class, 'label') and normalize-space() = 'voorbeeld']"
        )
    ]

    assert silent == []


def example_pages(gebouwd: Gebouwd) -> Iterator[str]:
    """The addresses of everything that is invented."""
    project = gebouwd.dossier.project
    for zienswijze in project.zienswijzen:
        if zienswijze.voorbeeld:
            yield f"zienswijzen/{zienswijze.id.lower()}/"
    for wijziging in gebouwd.dossier.wijzigingen:
        if wijziging.voorbeeld:
            yield f"wijzigingen/{wijziging.id.lower()}/"
    for party, folder in ((project.indieners, "indieners"), (project.gemeenten, "gemeenten")):
        yield from (f"{folder}/{one.slug}/" for one in party if one.voorbeeld)
    for versie in project.versies:
        if versie.voorbeeld:
            yield f"versies/{versie.id}/"
            for onderdeel in gebouwd.dossier.tekst(versie.id).onderdelen:
                yield f"versies/{versie.id}/{onderdeel.slug}/"
    if gebouwd.dossier.geldend.voorbeeld:
        yield "regiovisie/"


def test_example_bodies_stand_outside_the_count(drenthe: Gebouwd) -> None:
    """Twelve councils decide; the invented one is not among them."""
    decide = drenthe.dossier.project.regio.gemeenten

    assert len(decide) == 12
    assert not {g.slug for g in drenthe.dossier.project.gemeenten if g.voorbeeld} & set(decide)
    assert "12" in drenthe.main("raadsbesluiten/")
