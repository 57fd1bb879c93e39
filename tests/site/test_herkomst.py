"""The circle closes: from a change to its cause, to the point, to the answer, and back."""

from __future__ import annotations

from tests.site.conftest import Gebouwd


def test_every_wijziging_is_reached_from_the_pair_of_its_step(gebouwd: Gebouwd) -> None:
    """From the overview, and from the text with renvooi at each of its places."""
    missing = []
    for wijziging in gebouwd.dossier.wijzigingen:
        van, naar = gebouwd.dossier.stap(wijziging.id)
        target = f"wijzigingen/{wijziging.id.lower()}/#"
        base = f"vergelijk/{van}/{naar}/"
        slugs = {p.onderdeel.slug for p in gebouwd.dossier.plekken(wijziging.id)}
        pages = [base, *(f"{base}{slug}/" for slug in sorted(slugs))]
        assert slugs, wijziging.id
        missing += [(wijziging.id, page) for page in pages if target not in gebouwd.links(page)]

    assert missing == []


def test_every_wijziging_leads_back_to_its_words(gebouwd: Gebouwd) -> None:
    """To each place in the text with renvooi, by an anchor that is there."""
    for wijziging in gebouwd.dossier.wijzigingen:
        links = gebouwd.links(f"wijzigingen/{wijziging.id.lower()}/")
        for place in gebouwd.dossier.plekken(wijziging.id):
            page = f"vergelijk/{place.van}/{place.naar}/{place.onderdeel.slug}/"
            assert any(link.startswith(f"{page}#p-") for link in links), (wijziging.id, page)


def test_every_punt_and_its_wijzigingen_lead_to_each_other(gebouwd: Gebouwd) -> None:
    """The receipt names each wijziging, which names the point that it came from."""
    count = 0
    for wijziging in gebouwd.dossier.wijzigingen:
        page = f"wijzigingen/{wijziging.id.lower()}/"
        for punt in wijziging.punten:
            receipt = f"zienswijzen/{punt.partition('.')[0].lower()}/"
            count += 1
            assert f"{page}#" in gebouwd.links(receipt), (wijziging.id, punt)
            anchor = punt.lower().replace(".", "-")
            assert f"{receipt}#{anchor}" in gebouwd.links(page), (wijziging.id, punt)
            assert anchor in gebouwd.page(receipt).ids

    assert count


def test_receipt_shows_the_changed_words(gebouwd: Gebouwd) -> None:
    """Of each point that was taken over, marked, with a link to them in the whole text."""
    for zienswijze in gebouwd.dossier.project.zienswijzen:
        for punt in zienswijze.punten:
            if punt.uitkomst not in ("overgenomen", "deels"):
                continue
            anchor = punt.id.lower().replace(".", "-")
            page = gebouwd.page(f"zienswijzen/{zienswijze.id.lower()}/")
            (article,) = page.tree.xpath(f"//*[@id='{anchor}']")
            marked = article.xpath(".//ins | .//del")
            places = [a for a in article.xpath(".//a/@href") if "vergelijk/" in a and "#p-" in a]

            assert places, punt.id
            assert marked or "verplaatst" in article.text_content().lower(), punt.id


def test_receipt_answers_every_punt(gebouwd: Gebouwd) -> None:
    """Each point stands there with its words, its uitkomst and its reactie."""
    for zienswijze in gebouwd.dossier.project.zienswijzen:
        text = gebouwd.main(f"zienswijzen/{zienswijze.id.lower()}/")
        for punt in zienswijze.punten:
            assert punt.id in text
            if punt.reactie:
                assert " ".join(punt.reactie.split()[:3]) in text, punt.id


def test_text_that_counts_tells_what_changed_and_why(gebouwd: Gebouwd) -> None:
    """At a changed paragraph, with a link to the wijziging and to the words."""
    slugs = [o.slug for o in gebouwd.dossier.tekst(gebouwd.dossier.geldend.id).onderdelen]
    pages = [f"regiovisie/{slug}/" for slug in slugs]
    asked = [page for page in pages if "Wat is hier veranderd en waarom?" in gebouwd.main(page)]

    assert asked
    for page in asked:
        links = gebouwd.links(page)
        assert any(link.startswith("vergelijk/") and "#p-" in link for link in links), page


def test_points_not_taken_over_stand_at_their_paragraph(gebouwd: Gebouwd) -> None:
    """With the reason."""
    counts = gebouwd.dossier.geldend
    shown = 0
    for zienswijze in gebouwd.dossier.project.zienswijzen:
        for punt in (p for p in zienswijze.punten if p.uitkomst == "niet"):
            placed = gebouwd.dossier.blok_van_punt(punt.id)
            heir = gebouwd.dossier.opvolger(placed, counts.id) if placed else None
            if heir is None:
                continue
            page = f"regiovisie/{heir.onderdeel.slug}/"
            link = f"zienswijzen/{zienswijze.id.lower()}/#{punt.id.lower().replace('.', '-')}"
            assert link in gebouwd.links(page), punt.id
            shown += 1
    assert shown


def test_open_changes_are_shown_and_counted(werkversie: Gebouwd) -> None:
    """In the step that has one, and in the step to the werkversie."""
    first = "vergelijk/2025-01-inspraakversie/2025-06-consultatieversie/"
    last = "vergelijk/2026-01-ter-vaststelling/werkversie/"

    for page in (first, last):
        assert "1 plek nog zonder herkomst" in werkversie.main(page)
    for page in (f"{first}inleiding/", f"{last}uitgangspunten/"):
        assert "nog zonder herkomst" in werkversie.main(page)
    assert "nog zonder herkomst" not in werkversie.main(f"{last}afspraken/")


def test_open_punt_shows_as_open(werkversie: Gebouwd) -> None:
    """Its ronde runs, so it has no answer yet."""
    (article,) = werkversie.page("zienswijzen/zw-04/").tree.xpath("//*[@id='zw-04-2']")
    words = " ".join(article.text_content().split())

    assert "nog niet beoordeeld" in words
    assert "Er is nog geen antwoord. De ronde loopt nog." in words
    assert "1 nog niet beoordeeld" in werkversie.main("zienswijzen/zw-04/")


def test_draft_has_a_page(werkversie: Gebouwd) -> None:
    """A change of the werkversie can be looked up before the freeze."""
    assert "€ 150.000" in werkversie.main("wijzigingen/w-concept-7b1f/")


def test_werkversie_says_what_it_is(werkversie: Gebouwd, drenthe: Gebouwd) -> None:
    """In bewerking; and where it equals the text that counts, that it does."""
    assert "gelijk aan" not in werkversie.main("werkversie/")
    assert "vergelijk/2026-01-ter-vaststelling/werkversie/#" in werkversie.links("werkversie/")
    assert "gelijk aan" in drenthe.main("werkversie/")
    for gebouwd in (werkversie, drenthe):
        assert "In bewerking" in gebouwd.main("werkversie/")


def test_changes_stand_before_their_books(gebouwd: Gebouwd) -> None:
    """Who opens the register looks for a change; the count of all of them comes after."""
    koppen = gebouwd.page("wijzigingen/").tree.xpath("//main//h2/@id")

    assert koppen.index("boekhouding") == len(koppen) - 1
