"""Both built projects: the one of this repository, and a small one with a werkversie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from regiovisie.herkomst.dossier import Dossier, make_dossier
from regiovisie.registers import load_project

from tests.support.html import Page, load_pages
from tests.support.project import WERKVERSIE_PROJECT


@dataclass(frozen=True)
class Gebouwd:
    """A project with its built site."""

    root: Path
    site: Path
    pages: dict[str, Page]
    dossier: Dossier
    summary: str = ""

    def page(self, href: str) -> Page:
        """The page at an address."""
        return self.pages[f"{href}index.html"]

    def main(self, href: str) -> str:
        """The words in the main part of a page."""
        (main,) = self.page(href).tree.iter("main")
        return " ".join(main.text_content().split())

    def links(self, href: str) -> set[str]:
        """Where the links of a page lead, as address and fragment."""
        found = (link for link in self.page(href).links() if link.is_internal)
        return {f"{link.path}#{link.fragment}" for link in found if link.element.tag == "a"}


@pytest.fixture(scope="session")
def drenthe(root: Path, built_site: Path, html_pages: dict[str, Page]) -> Gebouwd:
    """The project of this repository."""
    return Gebouwd(root, built_site, html_pages, make_dossier(load_project(root)))


@pytest.fixture(scope="session")
def werkversie(small_build: tuple[Path, str]) -> Gebouwd:
    """The small project, whose werkversie differs from its last version."""
    folder, told = small_build
    dossier = make_dossier(load_project(WERKVERSIE_PROJECT))
    return Gebouwd(WERKVERSIE_PROJECT, folder, load_pages(folder), dossier, told)


@pytest.fixture(scope="session", params=["drenthe", "werkversie"])
def gebouwd(request: pytest.FixtureRequest) -> Gebouwd:
    """Each of the two."""
    made = request.getfixturevalue(str(request.param))
    assert isinstance(made, Gebouwd)
    return made
