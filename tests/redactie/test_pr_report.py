"""What a proposal changes, told to the editors who must judge it; on real repositories."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from regiovisie.errors import RegiovisieError
from regiovisie.redactie.pr_report import pr_report

from tests.support.gitrepo import GitRepo
from tests.support.project import (
    INLEIDING,
    PUNT,
    PUNT_NIET,
    TWEEDE,
    UITGANGSPUNTEN,
    ZIENSWIJZE,
    ZW_FILE,
    as_bytes,
    changed,
    write_sealed,
)

INLEIDING_FILE = "docs/regiovisie/01-inleiding.md"
TEXT = "docs/regiovisie/02-uitgangspunten.md"
REGISTER = "docs/regiovisie/wijzigingen.yml"
DICHTBIJ = UITGANGSPUNTEN.replace("thuis", "dichtbij")
DRAFT = {
    "id": "W-concept-a1",
    "plaats": "uitgangspunten#nabij",
    "was": "thuis",
    "wordt": "dichtbij",
    "herkomst": "advies",
    "punten": ["ZW-01.1"],
    "voorbeeld": "true",
}


@pytest.fixture
def git(tmp_path: Path) -> GitRepo:
    """A project in git, with a branch for the proposal checked out."""
    root = write_sealed(tmp_path / "project")
    made = GitRepo.make(root)
    made.commit({})
    made("checkout", "--quiet", "-b", "voorstel")
    return made


def register(*entries: dict[str, object]) -> bytes:
    """A register as a person would write it."""
    return as_bytes("wijzigingen.yml", list(entries))


def report(git: GitRepo, voorbeeld: str = "") -> str:
    """The comment on the proposal."""
    return pr_report(git.path, "main", "voorstel", form="markdown", voorbeeld=voorbeeld)


def test_a_proposal_with_its_cause(git: GitRepo) -> None:
    """Which paragraph, what changes, which wijziging, which point it serves."""
    git.commit({TEXT: DICHTBIJ, REGISTER: register(DRAFT)})

    told = report(git)

    assert told == (
        "<!-- regiovisie-voorstel -->\n\n"
        "## Wat verandert dit voorstel?\n\n"
        "1 alinea verandert in 1 onderdeel. Alles klopt volgens de controle.\n\n"
        "### 2 Uitgangspunten\n\n"
        "- onder *Nabij*: ‘thuis’ vervangen door ‘dichtbij’ (W-concept-a1).\n\n"
        "Dit voorstel dient: ZW-01.1.\n"
    )


def test_a_proposal_without_cause(git: GitRepo) -> None:
    """It is said where a cause is missing."""
    git.commit({TEXT: DICHTBIJ})

    told = report(git)

    assert "Van 1 alinea is nog niet opgeschreven waarom." in told
    assert "‘thuis’ vervangen door ‘dichtbij’. **Nog zonder herkomst.**" in told


def test_a_cause_that_the_commits_say(git: GitRepo) -> None:
    """It is no cause that is missing: it is told with its points, and where it will go."""
    git.commit({TEXT: DICHTBIJ}, message="Dichtbij\n\nZienswijze: ZW-01.1\n")

    told = report(git)

    assert re.search(
        r"‘thuis’ vervangen door ‘dichtbij’\. "
        r"Herkomst uit de commits: W-concept-[0-9a-f]{6} \(ZW-01\.1\)\.\n",
        told,
    )
    assert "De redenen van 1 alinea staan in de commits." in told
    assert "`python3 scripts/redactie.py herkomst`" in told
    assert "Dit voorstel dient: ZW-01.1." in told
    assert "zonder herkomst" not in told
    assert "nog niet opgeschreven waarom" not in told


def test_a_cause_without_points_that_the_commits_say(git: GitRepo) -> None:
    """Then the kind of herkomst is told."""
    git.commit({TEXT: DICHTBIJ}, message="Dichtbij\n\nHerkomst: redactioneel\n")

    told = report(git)

    assert re.search(r"Herkomst uit de commits: W-concept-[0-9a-f]{6} \(redactioneel\)\.", told)
    assert "Dit voorstel dient" not in told


def test_only_the_rest_is_without_cause(git: GitRepo) -> None:
    """A commit that says why and one that does not, in two paragraphs."""
    git.commit({TEXT: DICHTBIJ}, message="Dichtbij\n\nZienswijze: ZW-01.1\n")
    git.commit({INLEIDING_FILE: INLEIDING.replace("Dit is", "Hier staat")})

    told = report(git)

    assert "De redenen van 1 alinea staan in de commits." in told
    assert "Van 1 alinea is nog niet opgeschreven waarom." in told
    assert "‘Dit is’ vervangen door ‘Hier staat’. **Nog zonder herkomst.**" in told


def test_a_point_that_does_not_exist_is_no_cause(git: GitRepo) -> None:
    """What `herkomst` will not use is not promised."""
    git.commit({TEXT: DICHTBIJ}, message="Dichtbij\n\nZienswijze: ZW-99.9\n")

    assert "‘thuis’ vervangen door ‘dichtbij’. **Nog zonder herkomst.**" in report(git)


def test_commits_that_cannot_be_read_give_no_cause(git: GitRepo) -> None:
    """Where git does not have the newest version, the report still tells what changes."""
    git("rm", "--quiet", "--cached", f"versions/{TWEEDE}/SHA256SUMS")
    git("commit", "--quiet", "--amend", "--no-edit")
    git("branch", "--force", "main")
    git("checkout", "--quiet", "--orphan", "los")
    git("commit", "--quiet", "--message", "Begin")
    git("branch", "--force", "main")
    git.commit({TEXT: DICHTBIJ})
    git("branch", "--force", "voorstel")

    assert "Nog zonder herkomst" in report(git)


def test_what_is_wrong_and_how_to_mend_it(git: GitRepo) -> None:
    """The rules that fail, with file, entry and remedy."""
    wrong = {**DRAFT, "wordt": "dichterbij"}
    git.commit({TEXT: DICHTBIJ, REGISTER: register(wrong)})

    told = report(git)

    assert "**1 punt klopt nog niet**, zie hieronder." in told
    assert "### Wat nog niet klopt" in told
    assert "De woorden “dichterbij” staan niet op deze plaats in de werkversie." in told
    assert "→ Neem de woorden over zoals ze in de tekst staan, zonder opmaak." in told


def test_links_lead_into_the_preview(git: GitRepo) -> None:
    """To the paragraph in the werkversie, and to the proposal in renvooi."""
    git.commit({TEXT: DICHTBIJ})

    told = report(git, "https://voorbeeld.nl/12/")

    assert "([bekijk](https://voorbeeld.nl/12/werkversie/uitgangspunten/#l-" in told
    assert "(https://voorbeeld.nl/12/voorstel/)" in told


def test_only_the_proposal_counts(git: GitRepo) -> None:
    """What changed on main meanwhile is not part of it."""
    git.commit({TEXT: DICHTBIJ})
    git("checkout", "--quiet", "main")
    git.commit({INLEIDING_FILE: INLEIDING.replace("Dit is", "Hier staat")})

    told = report(git)

    assert "1 alinea verandert in 1 onderdeel." in told
    assert "Inleiding" not in told


def test_answers_that_change(git: GitRepo) -> None:
    """An outcome, a rewritten answer, and a new point."""
    punten = [
        {**PUNT, "reactie": "Beter gezegd."},
        {**PUNT_NIET, "uitkomst": "uitvoering"},
        changed(PUNT_NIET, id="ZW-01.3"),
    ]
    git.commit({ZW_FILE: as_bytes(ZW_FILE, changed(ZIENSWIJZE, punten=punten))})

    told = report(git)

    assert "De tekst verandert niet." in told
    assert (
        "- ZW-01.1: het antwoord is herschreven (overgenomen).\n"
        "- ZW-01.2: was niet overgenomen, wordt naar de uitvoeringsagenda.\n"
        "- ZW-01.3 is nieuw: niet overgenomen."
    ) in told


def test_a_text_cannot_speak_through_the_comment(git: GitRepo) -> None:
    """No mention, link, image or markup of a proposal reaches the comment."""
    nasty = "Zie @iemand, ![x](https://kwaad.nl/x.png), **vet** en www.kwaad.nl."
    git.commit({TEXT: UITGANGSPUNTEN.replace("Hulp is", f"{nasty} Hulp is")})

    told = report(git)

    assert "@iemand" not in told
    assert "![" not in told
    assert "https://" not in told
    assert "www.kwaad" not in told


def test_a_changed_version_is_an_error(git: GitRepo) -> None:
    """A proposal may not touch what is frozen."""
    git.commit({"versions/2025-07-inspraakversie/01-inleiding.md": "# Inleiding\n\nAnders.\n"})

    assert "maar de tekst van deze versie ligt vast." in report(git)


def test_the_same_as_json(git: GitRepo) -> None:
    """For programs."""
    git.commit({TEXT: DICHTBIJ, REGISTER: register(DRAFT)})

    told = json.loads(pr_report(git.path, "main", "voorstel", form="json"))

    [alinea] = told["alineas"]
    assert alinea["plekken"] == ["‘thuis’ vervangen door ‘dichtbij’"]
    assert (told["punten"], told["problems"]) == (["ZW-01.1"], [])


def test_the_work_tree_is_left_alone(git: GitRepo) -> None:
    """Both states come from git; what lies on disk does not matter."""
    git.commit({TEXT: DICHTBIJ})
    (git.path / TEXT).write_text("# Iets anders\n", encoding="utf-8")

    assert "‘thuis’ vervangen door ‘dichtbij’" in report(git)
    assert (git.path / TEXT).read_text(encoding="utf-8") == "# Iets anders\n"


def test_an_unknown_branch(git: GitRepo) -> None:
    """It is told which names there are."""
    with pytest.raises(RegiovisieError) as refused:
        pr_report(git.path, "main", "voorstell", form="markdown")

    assert "Bedoelt u voorstel?" in str(refused.value)


def test_histories_without_a_common_begin(git: GitRepo) -> None:
    """There is nothing to compare then."""
    git("checkout", "--quiet", "--orphan", "los")
    git.commit({TEXT: DICHTBIJ})

    with pytest.raises(RegiovisieError) as refused:
        pr_report(git.path, "main", "los", form="markdown")

    assert "main en los hebben geen gezamenlijk begin." in str(refused.value)
