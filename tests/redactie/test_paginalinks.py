"""A link in an editor's own page that leads nowhere is told by `check` as by the build."""

from __future__ import annotations

from pathlib import Path

import pytest

from regiovisie.errors import RegiovisieError
from regiovisie.herkomst.dossier import make_dossier
from regiovisie.redactie.check import check
from regiovisie.redactie.paginalinks import page_link_problems
from regiovisie.registers import load_project
from regiovisie.site import build

from tests.support.project import REGIO, mkdocs, write_sealed

STRICT = {**mkdocs(REGIO), "validation": {"anchors": "warn", "unrecognized_links": "warn"}}
SECOND = "# Tweede\n\n## Eén kop\n\nTekst.\n"

RIGHT = (
    "[zelfde](#een-kop-hier)",
    "[pagina](tweede.md)",
    "[kop](tweede.md#een-kop)",
    "[register](zienswijzen/index.md)",
    "[zienswijze](zienswijzen/zw-01.md)",
    "[onderdeel](regiovisie/inleiding.md)",
    "[wijziging](wijzigingen/w-001.md)",
    "[stap](vergelijk/2025-07-inspraakversie/2025-11-consultatieversie/index.md)",
    "[elders](https://voorbeeld.nl/x.md#y)",
    "[brief](mailto:info@voorbeeld.nl)",
)
WRONG = (
    "#geen-kop",
    "derde.md",
    "tweede.md#twee-koppen",
    "zienswijzen/zw-99.md",
    "regiovisie/01-inleiding.md",
    "planing/index.md",
    "zienswijzen/index.md#punten",
    "kaart.png",
    "tweede/",
)


def project(root: Path, links: tuple[str, ...]) -> Path:
    """The small project with a page that has these links."""
    page = "# Eerste\n\n## Een kop hier\n\n" + "\n".join(f"- {link}" for link in links) + "\n"
    return write_sealed(
        root, {"docs/eerste.md": page, "docs/tweede.md": SECOND, "mkdocs.yml": STRICT}
    )


def told(root: Path) -> list[tuple[str, str]]:
    """File and message of each problem."""
    dossier = make_dossier(load_project(root))
    return [(problem.file, problem.wat) for problem in page_link_problems(dossier)]


def test_links_that_lead_somewhere(tmp_path: Path) -> None:
    """Own pages and their headings, generated pages, other sites."""
    assert told(project(tmp_path, RIGHT)) == []


@pytest.mark.parametrize("link", WRONG)
def test_link_that_leads_nowhere(link: str, tmp_path: Path) -> None:
    """Files, headings and pages that are not there, and folders."""
    root = project(tmp_path, (f"[hier]({link})",))

    assert told(root) == [("docs/eerste.md", f"De link naar {link} leidt nergens heen.")]


def test_build_says_the_same(tmp_path: Path) -> None:
    """The build refuses the same links in the same words, and no others."""
    root = project(tmp_path, (*RIGHT, *(f"[hier]({link})" for link in WRONG)))
    with pytest.raises(RegiovisieError) as checked:
        check(root, productie=False)
    with pytest.raises(RegiovisieError) as built:
        build(root, tmp_path / "site", productie=False)

    assert set(built.value.problems) == set(checked.value.problems)


def test_settings_decide_about_headings(tmp_path: Path) -> None:
    """A project that does not ask about headings is not told about them."""
    root = project(tmp_path, ("[hier](tweede.md#twee-koppen)",))
    (root / "mkdocs.yml").write_text(
        (root / "mkdocs.yml").read_text(encoding="utf-8").replace("anchors: warn", "anchors: info"),
        encoding="utf-8",
    )

    assert told(root) == []
