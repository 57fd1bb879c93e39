"""The feeds: valid, complete, honest about examples, with the cause of every change."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from lxml import etree, html

from regiovisie.publish import Uitgave
from regiovisie.publish.feeds import feeds
from regiovisie.registers import WERKVERSIE

from tests.support.project import (
    PUNT,
    VERSIE,
    VERSIE_FILE,
    WERKVERSIE_PROJECT,
    ZIENSWIJZE,
    ZW_FILE,
    changed,
    write_sealed,
)
from tests.support.uitgave import SITE_URL, make_uitgave, per_uri

NS = {"a": "http://www.w3.org/2005/Atom"}
ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")
IN_FEED = {"id", "title", "subtitle", "updated", "author", "link", "entry"}
IN_ENTRY = {"id", "title", "updated", "link", "category", "content"}


@pytest.fixture(scope="module", params=["dit project", "met werkversie"])
def uitgave(root: Path, request: pytest.FixtureRequest) -> Uitgave:
    """Each of the two real projects."""
    return make_uitgave(root if request.param == "dit project" else WERKVERSIE_PROJECT)


@pytest.fixture(scope="module")
def atom(uitgave: Uitgave) -> dict[str, etree._Element]:
    """Its Atom feeds by their place in the site."""
    made = per_uri(feeds(uitgave)).items()
    return {uri: etree.fromstring(content) for uri, content in made if uri.endswith(".atom")}


def entries(feed: etree._Element) -> list[etree._Element]:
    """The entries of a feed."""
    return feed.findall("a:entry", NS)


def text(element: etree._Element, tag: str) -> str:
    """The text of the one child with this name."""
    (child,) = element.findall(f"a:{tag}", NS)
    return child.text or ""


def ids(feed: etree._Element) -> list[str]:
    """The ids of the entries of a feed, below the address of the site."""
    return [text(entry, "id").removeprefix(SITE_URL) for entry in entries(feed)]


def test_every_feed_is_valid_atom(atom: dict[str, etree._Element]) -> None:
    """What RFC 4287, section 4.1, asks of a feed and of an entry, and nothing it does not know."""
    for uri, feed in atom.items():
        assert feed.tag == f"{ATOM}feed"
        assert {child.tag for child in feed} <= {f"{ATOM}{name}" for name in IN_FEED}
        assert text(feed, "id") == f"{SITE_URL}{uri}"
        assert text(feed, "title")
        assert MOMENT.fullmatch(text(feed, "updated"))
        assert feed.findtext("a:author/a:name", namespaces=NS)
        links = {link.get("rel"): link.get("href") for link in feed.findall("a:link", NS)}
        assert links.keys() == {"self", "alternate"}
        assert links["self"] == f"{SITE_URL}{uri}"
        for entry in entries(feed):
            check_entry(entry, text(feed, "updated"))
        assert len(ids(feed)) == len(set(ids(feed))), uri


def check_entry(entry: etree._Element, newest: str) -> None:
    """One entry by the same section."""
    assert {child.tag for child in entry} == {f"{ATOM}{name}" for name in IN_ENTRY}
    assert text(entry, "id").startswith("https://")
    assert text(entry, "title")
    assert MOMENT.fullmatch(text(entry, "updated"))
    assert text(entry, "updated") <= newest
    (link,) = entry.findall("a:link", NS)
    assert (link.get("rel"), link.get("href")) == ("alternate", text(entry, "id"))
    (content,) = entry.findall("a:content", NS)
    assert content.get("type") == "html"
    assert len(content) == 0
    html.fragment_fromstring(content.text or "", create_parent="div")


def test_newest_stands_first(atom: dict[str, etree._Element]) -> None:
    """In every feed."""
    for feed in atom.values():
        moments = [text(entry, "updated") for entry in entries(feed)]
        assert moments == sorted(moments, reverse=True)


def test_all_changes_of_all_versions_are_told(
    uitgave: Uitgave, atom: dict[str, etree._Element]
) -> None:
    """Each once; what is only in the werkversie is not: it may still become something else."""
    expected = {
        f"wijzigingen/{w.id.lower()}/"
        for w in uitgave.dossier.wijzigingen
        if uitgave.dossier.stap(w.id)[1] != WERKVERSIE
    }

    assert set(ids(atom["feeds/wijzigingen.atom"])) == expected
    assert set(ids(atom["feeds/versies.atom"])) == {
        f"versies/{versie_id}/" for versie_id in uitgave.index.versies
    }


def test_an_onderdeel_tells_its_own_changes(
    uitgave: Uitgave, atom: dict[str, etree._Element]
) -> None:
    """Every onderdeel has a feed, and every change stands in that of each onderdeel it touches."""
    for slug in uitgave.index.onderdeel_namen:
        expected = {
            f"wijzigingen/{w.id.lower()}/"
            for w in uitgave.dossier.wijzigingen
            if uitgave.dossier.stap(w.id)[1] != WERKVERSIE
            and slug in {plek.onderdeel.slug for plek in uitgave.dossier.plekken(w.id)}
        }
        assert set(ids(atom[f"feeds/onderdeel/{slug}.atom"])) == expected


def test_an_indiener_is_told_of_each_point(
    uitgave: Uitgave, atom: dict[str, etree._Element]
) -> None:
    """Once, with what was done and the changes that it led to."""
    for slug in uitgave.index.indieners:
        feed = atom[f"feeds/indiener/{slug}.atom"]
        punten = {
            punt.id: punt
            for zienswijze in uitgave.dossier.project.zienswijzen
            if slug in zienswijze.indieners
            for punt in zienswijze.punten
        }
        per_id = {
            entry_id.rpartition("#")[2]: e
            for entry_id, e in zip(ids(feed), entries(feed), strict=True)
        }
        assert per_id.keys() == {punt_id.lower().replace(".", "-") for punt_id in punten}
        for punt_id, punt in punten.items():
            content = words(per_id[punt_id.lower().replace(".", "-")])
            assert " ".join(punt.tekst.split()) in content
            for wijziging in uitgave.dossier.wijzigingen_van_punt(punt_id):
                assert wijziging.id in content


def test_a_change_says_was_wordt_and_why(uitgave: Uitgave, atom: dict[str, etree._Element]) -> None:
    """In words, with the date as it was written."""
    feed = atom["feeds/wijzigingen.atom"]
    per_id = dict(zip(ids(feed), entries(feed), strict=True))
    for wijziging in uitgave.dossier.wijzigingen:
        entry = per_id.get(f"wijzigingen/{wijziging.id.lower()}/")
        if entry is None:
            continue
        content = words(entry)
        versie = uitgave.index.versies[uitgave.dossier.stap(wijziging.id)[1]]
        assert f"({versie.fasen[0].datum})" in content
        assert ("Was:" in content) == any(doel.was for _, doel in wijziging.doelen)
        assert ("Wordt:" in content) == any(doel.wordt for _, doel in wijziging.doelen)
        assert f"Herkomst: {wijziging.herkomst}." in content
        assert all(punt_id in content for punt_id in wijziging.punten)
        if wijziging.toelichting:
            assert " ".join(wijziging.toelichting.split()) in content


def words(entry: etree._Element) -> str:
    """The words of the content of an entry, as a reader shows them."""
    fragment = html.fragment_fromstring(text(entry, "content"), create_parent="div")
    return " ".join(" ".join(str(piece) for piece in fragment.itertext()).split())


def test_examples_say_so_in_their_title(uitgave: Uitgave, atom: dict[str, etree._Element]) -> None:
    """And in a category, so that a reader can leave them out; what is real does not."""
    voorbeeld = {
        **{f"wijzigingen/{w.id.lower()}/": w.voorbeeld for w in uitgave.dossier.wijzigingen},
        **{f"versies/{v.id}/": v.voorbeeld for v in uitgave.dossier.versies},
        **{
            f"zienswijzen/{z.id.lower()}/#{p.id.lower().replace('.', '-')}": z.voorbeeld
            or p.voorbeeld
            for z in uitgave.dossier.project.zienswijzen
            for p in z.punten
        },
    }
    for feed in atom.values():
        for entry_id, entry in zip(ids(feed), entries(feed), strict=True):
            terms = {category.get("term") for category in entry.findall("a:category", NS)}
            assert text(entry, "title").startswith("Voorbeeld: ") is voorbeeld[entry_id]
            assert ("voorbeeld" in terms) is voorbeeld[entry_id]


@pytest.mark.parametrize("naam", ["wijzigingen", "versies"])
def test_json_feed_tells_the_same(
    uitgave: Uitgave, atom: dict[str, etree._Element], naam: str
) -> None:
    """What JSON Feed 1.1 asks for, with the entries of the Atom feed."""
    feed = json.loads(per_uri(feeds(uitgave))[f"feeds/{naam}.json"])
    same = atom[f"feeds/{naam}.atom"]

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"] == text(same, "title")
    assert feed["feed_url"] == f"{SITE_URL}feeds/{naam}.json"
    assert [item["id"] for item in feed["items"]] == [text(e, "id") for e in entries(same)]
    for item, entry in zip(feed["items"], entries(same), strict=True):
        assert item["title"] == text(entry, "title")
        assert item["content_html"] == text(entry, "content")
        assert item["content_text"]
        date.fromisoformat(item["date_published"][:10])


def test_without_an_address_there_are_no_feeds() -> None:
    """An entry without a full address cannot be told from another."""
    assert list(feeds(make_uitgave(WERKVERSIE_PROJECT, ""))) == []


def hostile(tmp_path: Path) -> Iterator[etree._Element]:
    """The feeds of a project in which somebody wrote markup."""
    punt = changed(PUNT, tekst='<script>alert(1)</script> & "meer"')
    titel = "Versie <b>&amp;"
    files = {
        ZW_FILE: changed(ZIENSWIJZE, punten=[punt]),
        VERSIE_FILE: changed(
            VERSIE, titel=titel, fasen=[{"fase": "consultatie", "datum": "onbekend"}]
        ),
    }
    made = per_uri(feeds(make_uitgave(write_sealed(tmp_path, files))))
    return (etree.fromstring(content) for uri, content in made.items() if uri.endswith(".atom"))


def test_what_people_write_is_text(tmp_path: Path) -> None:
    """No element comes from it, in no feed."""
    found = []
    for feed in hostile(tmp_path):
        for entry in entries(feed):
            fragment = html.fragment_fromstring(text(entry, "content"), create_parent="div")
            assert not fragment.xpath(".//script | .//b")
            found.append(words(entry))

    assert any('<script>alert(1)</script> & "meer"' in content for content in found)


def test_what_has_no_date_stands_last(tmp_path: Path) -> None:
    """A feed must give a moment; the words say that it is not known."""
    (feed,) = (f for f in hostile(tmp_path) if text(f, "id").endswith("/versies.atom"))

    assert text(entries(feed)[-1], "updated") == "1970-01-01T00:00:00Z"
    assert "onbekend" in words(entries(feed)[-1])
