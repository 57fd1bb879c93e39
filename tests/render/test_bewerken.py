"""From a page to the file behind it, where editors change it in their browser."""

from __future__ import annotations

from typing import Any

import pytest

from regiovisie.render.views.basis import Link
from regiovisie.render.views.index import Index
from regiovisie.render.views.lezen_onderdeel import onderdeel
from regiovisie.render.views.zienswijzen import zienswijze

from tests.render.conftest import MakeIndex
from tests.support.project import (
    EERSTE,
    INLEIDING,
    REGIO,
    TWEEDE,
    UITGANGSPUNTEN,
    VERSIE,
    VERSIE_FILE,
    changed,
    mkdocs,
)

GITHUB = {"soort": "github", "url": "https://github.com/regio/visie"}
GITLAB = {"soort": "gitlab", "url": "https://git.regio.nl/visie/"}


def met(bewerken: dict[str, str] | None, **keys: Any) -> dict[str, Any]:
    """mkdocs.yml with this setting."""
    return {"mkdocs.yml": mkdocs(changed(REGIO, bewerken=bewerken, **keys))}


def tekst_link(index: Index, soort: Any = "geldend", slug: str = "uitgangspunten") -> Link | None:
    """The link at an onderdeel."""
    versie = {"geldend": TWEEDE, "werkversie": "werkversie", "versie": EERSTE}[soort]
    return onderdeel(index, versie, soort, slug).bewerken


def zienswijze_link(index: Index) -> Link | None:
    """The link at a zienswijze."""
    return zienswijze(index, index.project.zienswijzen[0]).bewerken


@pytest.mark.parametrize(
    ("bewerken", "begin"),
    [
        (GITHUB, "https://github.com/regio/visie/edit/main/"),
        (GITLAB, "https://git.regio.nl/visie/-/edit/main/"),
        (
            changed(GITHUB, tak="redactie/2026"),
            "https://github.com/regio/visie/edit/redactie/2026/",
        ),
        (
            changed(GITHUB, tak="na de zomer"),
            "https://github.com/regio/visie/edit/na%20de%20zomer/",
        ),
    ],
)
def test_the_link_leads_to_the_file(
    make_index: MakeIndex, bewerken: dict[str, str], begin: str
) -> None:
    """Of an onderdeel in the werkversie, and of a zienswijze."""
    index = make_index(met(bewerken))

    naar_tekst = Link(f"{begin}docs/regiovisie/02-uitgangspunten.md", "Stel een wijziging voor")
    assert tekst_link(index) == tekst_link(index, "werkversie") == naar_tekst
    naar_brief = Link(f"{begin}docs/zienswijzen/zw-01.md", "Stel een wijziging voor")
    assert zienswijze_link(index) == naar_brief


@pytest.mark.parametrize(
    "bewerken", [None, {"soort": "geen"}, {"soort": "geen", "url": "https://github.com/regio"}]
)
def test_without_a_place_to_edit_there_is_no_link(
    make_index: MakeIndex, bewerken: dict[str, str] | None
) -> None:
    """Then whoever is to be asked is named, where the region says who."""
    index = make_index(met(bewerken, contact={"naam": "De regio", "email": "info@regio.nl"}))

    assert tekst_link(index) is None
    assert zienswijze_link(index) is None
    voorstel = onderdeel(index, TWEEDE, "geldend", "uitgangspunten").voorstel
    assert voorstel is not None
    assert voorstel.link == Link("mailto:info@regio.nl", "Stel een wijziging voor")


def test_a_frozen_text_is_edited_nowhere(make_index: MakeIndex) -> None:
    """Whoever reads an old version is not led to a file that has changed since."""
    assert tekst_link(make_index(met(GITHUB)), "versie") is None


def test_an_onderdeel_is_found_under_its_new_number(make_index: MakeIndex) -> None:
    """The file of the werkversie counts, not that of the version which is read."""
    files = {
        "docs/regiovisie/01-inleiding.md": None,
        "docs/regiovisie/02-uitgangspunten.md": None,
        "docs/regiovisie/01-uitgangspunten.md": UITGANGSPUNTEN,
        "docs/regiovisie/03-inleiding.md": INLEIDING,
    }
    index = make_index(met(GITHUB) | files)

    link = tekst_link(index)
    assert link is not None
    assert link.href.endswith("/docs/regiovisie/01-uitgangspunten.md")


def test_an_onderdeel_that_the_werkversie_lacks_has_no_link(make_index: MakeIndex) -> None:
    """There is no file to change."""
    index = make_index(met(GITHUB) | {"docs/regiovisie/01-inleiding.md": None})

    assert tekst_link(index, slug="inleiding") is None
    assert tekst_link(index) is not None


def test_before_the_councils_only_answers_are_edited(make_index: MakeIndex) -> None:
    """The text is not: instead stands what one can still do. A new round opens it again."""
    fasen = [{"fase": "ter-vaststelling", "datum": "maart 2026"}]
    voor_raden = {VERSIE_FILE: changed(VERSIE, fasen=fasen)}
    index = make_index(met(GITHUB) | voor_raden)

    assert tekst_link(index) is None
    voorstel = onderdeel(index, TWEEDE, "geldend", "uitgangspunten").voorstel
    assert voorstel is not None
    assert "motie" in voorstel.tekst
    assert zienswijze_link(index) is not None

    opnieuw = make_index(met(GITHUB, nieuwe_ronde="Een raad zei nee.") | voor_raden)
    assert tekst_link(opnieuw) is not None


def test_while_one_can_react_editors_still_find_the_file(make_index: MakeIndex) -> None:
    """Both stand there."""
    ronde = changed(REGIO["rondes"][0], id="consultatie-2025", versie=TWEEDE, status="loopt")
    index = make_index(met(GITHUB, rondes=[*REGIO["rondes"], ronde]))

    view = onderdeel(index, TWEEDE, "geldend", "uitgangspunten")
    assert view.voorstel is not None
    assert view.voorstel.tekst.startswith("Op deze tekst kunt u nu reageren")
    assert view.bewerken is not None
