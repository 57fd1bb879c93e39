"""From what commits say of themselves to drafts of wijzigingen, on real repositories."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
import yaml

from regiovisie.errors import RegiovisieError
from regiovisie.herkomst.controle import read_checked
from regiovisie.redactie.herkomst import herkomst
from regiovisie.registers import load_project

from tests.support.gitrepo import GitRepo
from tests.support.project import (
    PUNT,
    TWEEDE,
    ZIENSWIJZE,
    ZW_FILE,
    changed,
    write_file,
    write_sealed,
)

TEXT = "docs/regiovisie/02-uitgangspunten.md"
REGISTER = "docs/regiovisie/wijzigingen.yml"
PARAGRAPHS = (
    "Hulp is zo licht mogelijk, want dat past bij een gezin.",
    "Ouders beslissen mee over elke stap die wij zetten.",
    "Gemeenten overleggen elk half jaar met de aanbieders.",
    "Wie wacht, hoort binnen een week van ons.",
)
MORE = [
    changed(PUNT, id=f"ZW-01.{number}", uitkomst="niet", plaats=None, citaat=None)
    for number in (3, 4)
]


def text(*paragraphs: str) -> str:
    """An onderdeel of these paragraphs."""
    return "\n\n".join(("# Uitgangspunten", "## Nabij", *paragraphs)) + "\n"


@pytest.fixture
def git(tmp_path: Path) -> GitRepo:
    """A repository with a project whose newest version is in git."""
    root = tmp_path / "project"
    first = {f"versions/2025-07-inspraakversie/{Path(TEXT).name}": text(*PARAGRAPHS)}
    same = {f"versions/{TWEEDE}/{Path(TEXT).name}": text(*PARAGRAPHS), TEXT: text(*PARAGRAPHS)}
    letter = changed(ZIENSWIJZE, punten=[*_without_change(ZIENSWIJZE["punten"]), *MORE])
    write_sealed(root, {**first, **same, f"versions/{TWEEDE}/wijzigingen.yml": [], ZW_FILE: letter})
    made = GitRepo.make(root)
    made.commit({}, tag="bevroren")
    return made


def _without_change(punten: list[dict[str, object]]) -> list[dict[str, object]]:
    return [{**punt, "uitkomst": "niet"} for punt in punten]


def commit(git: GitRepo, content: str, message: str) -> None:
    """Commit the onderdeel with this text and message."""
    write_file(git.path / TEXT, content)
    git("add", "--all")
    git("commit", "--quiet", "--allow-empty", "--message", textwrap.dedent(message))


def edited(*replacements: tuple[str, str]) -> str:
    """The onderdeel with words replaced."""
    content = text(*PARAGRAPHS)
    for old, new in replacements:
        assert old in content
        content = content.replace(old, new, 1)
    return content


def drafts(git: GitRepo) -> list[dict[str, object]]:
    """The entries of the register as plain values, without their ids."""
    entries = yaml.safe_load((git.path / REGISTER).read_text(encoding="utf-8")) or []
    return [{key: value for key, value in entry.items() if key != "id"} for entry in entries]


def blanks(git: GitRepo) -> list[dict[str, object]]:
    """The entries that stand as comment."""
    lines = (git.path / REGISTER).read_text(encoding="utf-8").splitlines()
    entry_lines = [line[2:] for line in lines if line.startswith(("# - ", "#   "))]
    entries = yaml.safe_load("\n".join(entry_lines)) or []
    return [{key: value for key, value in entry.items() if key != "id"} for entry in entries]


THUIS = ("licht", "thuis")
JAAR = ("half jaar", "kwartaal")
THUIS_DRAFT = {
    "plaats": "uitgangspunten#nabij",
    "was": "licht",
    "wordt": "thuis",
    "herkomst": "advies",
    "punten": ["ZW-01.1"],
    "voorbeeld": True,
}
JAAR_DRAFT = {
    "plaats": "uitgangspunten#nabij",
    "was": "half jaar",
    "wordt": "kwartaal",
    "herkomst": "redactioneel",
    "voorbeeld": True,
}


def test_each_commit_gives_its_words_their_cause(git: GitRepo) -> None:
    """A point, and a herkomst without one."""
    commit(git, edited(THUIS), "Dicht bij huis\n\nZienswijze: ZW-01.1\n")
    commit(git, edited(THUIS, JAAR), "Vaker\n\nHerkomst: redactioneel\n")

    report = herkomst(git.path)

    assert drafts(git) == [THUIS_DRAFT, JAAR_DRAFT]
    assert report == (f"2 commits gelezen.\n2 nieuwe concepten in {REGISTER}.")


def test_the_register_that_comes_out_is_right(git: GitRepo) -> None:
    """With its points taken over, the project has no problem and no change without cause."""
    commit(git, edited(THUIS), "Dicht bij huis\n\nZienswijze: ZW-01.1\n")
    herkomst(git.path)
    taken = [{**PUNT, "uitkomst": "overgenomen"}, *_without_change(ZIENSWIJZE["punten"][1:]), *MORE]
    write_file(git.path / ZW_FILE, changed(ZIENSWIJZE, punten=taken))

    dossier = read_checked(git.path).dossier

    assert dossier.vergelijking(TWEEDE, "werkversie").telling.zonder_herkomst == 0


def test_what_nobody_said_stands_as_comment(git: GitRepo) -> None:
    """A commit without a trailer, and an edit that is not in git yet."""
    commit(git, edited(THUIS), "Dicht bij huis")
    write_file(git.path / TEXT, edited(THUIS, JAAR))

    report = herkomst(git.path)

    assert drafts(git) == []
    assert [(b["was"], b["wordt"], b["herkomst"]) for b in blanks(git)] == [
        ("licht", "thuis", None),
        ("half jaar", "kwartaal", None),
    ]
    assert "Van 2 plekken is niet gezegd waarom" in report
    assert load_project(git.path).problems == ()


def test_it_can_be_run_again(git: GitRepo) -> None:
    """The second run changes nothing."""
    commit(git, edited(THUIS), "Dicht bij huis\n\nZienswijze: ZW-01.1\n")
    commit(git, edited(THUIS, JAAR), "Vaker")
    herkomst(git.path)
    once = (git.path / REGISTER).read_text(encoding="utf-8")

    herkomst(git.path)

    assert (git.path / REGISTER).read_text(encoding="utf-8") == once


def test_the_line_that_names_the_schema_stays_first(git: GitRepo) -> None:
    """With blanks only, with drafts, and when it is run again."""
    head = "# yaml-language-server: $schema=../../documentation/schemas/wijzigingen.json\n"
    write_file(git.path / REGISTER, f"{head}[]\n")
    commit(git, edited(("licht", "thuis")), "Woord")
    herkomst(git.path)
    assert (git.path / REGISTER).read_text(encoding="utf-8").startswith(f"{head}[]\n\n# ---")

    commit(git, edited(("licht", "thuis"), ("elke", "iedere")), "Woord\n\nHerkomst: redactioneel")
    for _ in range(2):
        herkomst(git.path)
        written = (git.path / REGISTER).read_text(encoding="utf-8")
        assert written.startswith(f"{head}- id: W-concept-")
        assert written.count(head) == 1
        assert [draft["was"] for draft in drafts(git)] == ["elke"]
        assert [blank["was"] for blank in blanks(git)] == ["licht"]


def test_entries_by_hand_stay_as_they_are(git: GitRepo) -> None:
    """With their comments; what they claim gets no second draft."""
    hand = (
        "# Besproken in maart.\n"
        "- id: W-concept-eigen   # mijn eigen naam\n"
        "  plaats: uitgangspunten#nabij\n"
        "  was: licht\n"
        "  wordt: thuis\n"
        "  herkomst: redactioneel\n"
        "  voorbeeld: true"
    )
    write_file(git.path / REGISTER, f"{hand}\n")
    commit(git, edited(THUIS, JAAR), "Twee dingen\n\nHerkomst: redactioneel\n")

    herkomst(git.path)

    assert (git.path / REGISTER).read_text(encoding="utf-8").startswith(f"{hand}\n\n- id: ")
    assert drafts(git)[1:] == [JAAR_DRAFT]


@pytest.mark.parametrize(
    ("trailers", "bezwaar"),
    [
        (
            "Zienswijze: ZW-01.1\nHerkomst: redactioneel",
            "noemt 2 oorzaken voor dezelfde wijziging",
        ),
        ("Zienswijze: ZW-01.1\n\n* tweede\n\nZienswijze: ZW-01.3", "noemt 2 oorzaken"),
        ("Zienswijze: ZW-09.9", "noemt een punt dat er niet is: ZW-09.9"),
        ("Zienswijze: de raad", 'noemt geen punt, maar "de raad"'),
        ("Herkomst: zomaar", 'noemt een herkomst die er niet is: "zomaar"'),
        ("Herkomst: advies", "noemt de herkomst advies zonder punt"),
        ("Wijziging: W-404", "noemt W-404, die niet bij de concepten staat"),
    ],
)
def test_what_cannot_be_used_is_listed_and_left_open(
    git: GitRepo, trailers: str, bezwaar: str
) -> None:
    """No cause is guessed."""
    commit(git, edited(THUIS), f"Dicht bij huis\n\n{trailers}\n")

    report = herkomst(git.path)

    assert drafts(git) == []
    assert len(blanks(git)) == 1
    assert bezwaar in report


def test_two_points_on_one_line_are_one_cause(git: GitRepo) -> None:
    """Both asked for it."""
    commit(git, edited(THUIS), "Dicht bij huis\n\nZienswijze: ZW-01.1, ZW-01.3\n")

    herkomst(git.path)

    assert drafts(git)[0]["punten"] == ["ZW-01.1", "ZW-01.3"]


def test_ambtshalve_takes_its_reason_from_the_message(git: GitRepo) -> None:
    """The first line, unless a trailer says it better."""
    commit(git, edited(THUIS), "De wet zegt thuis\n\nHerkomst: ambtshalve\n")
    reason = "Zo heet het in de wet."
    commit(git, edited(THUIS, JAAR), f"Vaker\n\nHerkomst: ambtshalve\nToelichting: {reason}\n")

    herkomst(git.path)

    assert [draft["toelichting"] for draft in drafts(git)] == ["De wet zegt thuis", reason]


def test_a_commit_can_name_a_draft(git: GitRepo) -> None:
    """Its words become a further place of that wijziging."""
    commit(git, edited(THUIS), "Dicht bij huis\n\nZienswijze: ZW-01.1\n")
    herkomst(git.path)
    [name] = [w.id for w in load_project(git.path).wijzigingen["werkversie"]]
    commit(git, edited(THUIS, JAAR), f"Ook hier\n\nWijziging: {name}\n")

    herkomst(git.path)

    place = {"plaats": "uitgangspunten#nabij", "was": "half jaar", "wordt": "kwartaal"}
    assert drafts(git) == [{**THUIS_DRAFT, "ook_op": [place]}]
    herkomst(git.path)
    assert drafts(git) == [{**THUIS_DRAFT, "ook_op": [place]}]


# --- histories that fork, turn back or are cut off


def test_a_merge_brings_nothing_of_its_own(git: GitRepo) -> None:
    """Two branches in one paragraph: each word keeps the commit that wrote it."""
    both = (("zo licht mogelijk", "zo thuis mogelijk"), ("bij een gezin", "bij ieder gezin"))
    git("checkout", "--quiet", "-b", "zijtak")
    commit(git, edited(both[0]), "Thuis\n\nZienswijze: ZW-01.1\n")
    git("checkout", "--quiet", "main")
    commit(git, edited(JAAR), "Vaker\n\nHerkomst: redactioneel\n")
    git("merge", "--quiet", "--no-edit", "zijtak")

    herkomst(git.path)

    assert sorted(map(str, drafts(git))) == sorted(map(str, [THUIS_DRAFT, JAAR_DRAFT]))
    assert blanks(git) == []


def test_what_a_merge_itself_wrote_is_the_merge_s(git: GitRepo) -> None:
    """Words that neither parent had stand open, unless the merge says why."""
    git("checkout", "--quiet", "-b", "zijtak")
    commit(git, edited(THUIS), "Thuis\n\nZienswijze: ZW-01.1\n")
    git("checkout", "--quiet", "main")
    commit(git, edited(JAAR), "Vaker\n\nHerkomst: redactioneel\n")
    git("merge", "--quiet", "--no-commit", "zijtak")
    commit(git, edited(THUIS, JAAR, ("een week", "twee dagen")), "Samen")

    herkomst(git.path)

    assert [(b["was"], b["wordt"]) for b in blanks(git)] == [("een week", "twee dagen")]


def test_what_was_reverted_is_no_change(git: GitRepo) -> None:
    """Only what still differs from the version gets a draft."""
    commit(git, edited(THUIS), "Thuis\n\nZienswijze: ZW-01.1\n")
    git("revert", "--no-edit", "HEAD")
    commit(git, edited(JAAR), "Vaker\n\nHerkomst: redactioneel\n")

    herkomst(git.path)

    assert drafts(git) == [JAAR_DRAFT]
    assert blanks(git) == []


def test_the_last_word_counts(git: GitRepo) -> None:
    """Words that were changed twice have the cause of the second change."""
    commit(git, edited(("licht", "vroeg")), "Vroeg\n\nHerkomst: redactioneel\n")
    commit(git, edited(THUIS), "Thuis\n\nZienswijze: ZW-01.1\n")

    herkomst(git.path)

    [thuis] = [draft for draft in drafts(git) if draft.get("wordt")]
    assert (thuis["wordt"], thuis["punten"]) == ("thuis", ["ZW-01.1"])


def test_a_renumbered_file_keeps_its_commits(git: GitRepo) -> None:
    """An onderdeel with another number is the same onderdeel."""
    commit(git, edited(THUIS), "Thuis\n\nZienswijze: ZW-01.1\n")
    git("mv", TEXT, TEXT.replace("02-", "03-"))
    git("commit", "--quiet", "--message", "Nieuw nummer")

    herkomst(git.path)

    assert drafts(git) == [THUIS_DRAFT]


def test_words_that_stand_twice_get_a_longer_quote(git: GitRepo) -> None:
    """A draft names one place only."""
    twice = ("Ouders beslissen mee", "Ouders en kinderen beslissen mee")
    other = ("Gemeenten overleggen", "Gemeenten en kinderen overleggen")
    commit(git, edited(twice), "Kinderen\n\nZienswijze: ZW-01.1\n")
    commit(git, edited(twice, other), "Ook hier\n\nHerkomst: redactioneel\n")

    herkomst(git.path)

    assert [draft["wordt"] for draft in drafts(git)] == [
        "Ouders en kinderen beslissen",
        "Gemeenten en kinderen overleggen",
    ]


def test_a_moved_paragraph_is_a_draft_of_its_own(git: GitRepo) -> None:
    """With the kind of the change and words to know it by."""
    first, *rest = PARAGRAPHS
    commit(git, text(*rest, first), "Volgorde\n\nHerkomst: redactioneel\n")

    herkomst(git.path)

    [draft] = drafts(git)
    assert (draft["wat"], draft["herkomst"]) == ("verplaatst", "redactioneel")
    assert load_project(git.path).problems == ()


def test_a_shallow_copy_says_what_is_missing(git: GitRepo, tmp_path: Path) -> None:
    """Half a history would give wrong causes."""
    commit(git, edited(THUIS), "Thuis\n\nZienswijze: ZW-01.1\n")
    commit(git, edited(THUIS, JAAR), "Vaker\n\nHerkomst: redactioneel\n")
    shallow = git.shallow_clone(tmp_path / "ondiep")

    with pytest.raises(RegiovisieError) as refused:
        herkomst(shallow.path)

    assert "git fetch --unshallow" in str(refused.value)


def test_without_git_it_says_so(tmp_path: Path) -> None:
    """And what to do instead."""
    root = write_sealed(tmp_path / "los")
    write_file(root / TEXT, "# Uitgangspunten\n\n## Nabij\n\nHulp is zo dichtbij mogelijk.\n")

    with pytest.raises(RegiovisieError) as refused:
        herkomst(root)

    assert "Deze map staat niet in een git-repository." in str(refused.value)


def test_a_version_that_is_not_in_git_yet(git: GitRepo) -> None:
    """Commits since a version are known only when the version itself was committed."""
    git("rm", "-r", "--quiet", "--cached", f"versions/{TWEEDE}")
    git("commit", "--quiet", "--amend", "--message", "Zonder versie")
    write_file(git.path / TEXT, edited(THUIS))

    with pytest.raises(RegiovisieError) as refused:
        herkomst(git.path)

    assert f"Het bestand versions/{TWEEDE}/SHA256SUMS staat nog niet in git." in str(refused.value)


# --- what reviewers said at blanks

ASKED = "# Opmerking: Is dit wel zo?\n"


def with_remark(git: GitRepo, at: str) -> None:
    """Write what a reviewer said above the first blank, as an import does."""
    path = git.path / REGISTER
    before = path.read_text(encoding="utf-8")
    assert at in before
    path.write_text(before.replace(at, ASKED + at, 1), encoding="utf-8")


def test_words_of_reviewers_at_a_blank_stay(git: GitRepo) -> None:
    """However often the blanks are made anew."""
    commit(git, edited(THUIS), "Dicht bij huis\n")
    herkomst(git.path)
    with_remark(git, "# - id: ")

    for _ in range(2):
        herkomst(git.path)
        register = (git.path / REGISTER).read_text(encoding="utf-8")
        assert register.count(ASKED) == 1
        assert ASKED + "# - id: " in register


def test_words_of_reviewers_go_with_their_words(git: GitRepo) -> None:
    """To the blank that holds the words now; where no blank does, they stay to be read."""
    commit(git, edited(THUIS), "Dicht bij huis\n")
    herkomst(git.path)
    with_remark(git, "# - id: ")
    more = ("zo licht mogelijk, want", "zo thuis mogelijk, omdat")
    commit(git, edited(more), "Anders\n")

    herkomst(git.path)

    register = (git.path / REGISTER).read_text(encoding="utf-8")
    assert register.count(ASKED) == 1
    assert f"{ASKED}# - id: " in register

    commit(git, edited(JAAR), "Toch niet\n")
    herkomst(git.path)

    register = (git.path / REGISTER).read_text(encoding="utf-8")
    assert "# Opmerking bij woorden die er niet meer zo staan: Is dit wel zo?\n" in register


def test_words_of_reviewers_end_with_their_blank(git: GitRepo) -> None:
    """Once a person has filled it in, they have been heard."""
    commit(git, edited(THUIS), "Dicht bij huis\n")
    herkomst(git.path)
    with_remark(git, "# - id: ")
    path = git.path / REGISTER
    register = path.read_text(encoding="utf-8")
    entry = register.split(ASKED)[1].split("#   herkomst")[0]
    filled = "".join(f"{line[2:]}\n" for line in entry.splitlines()) + "  herkomst: redactioneel\n"
    path.write_text(register.replace("[]\n", filled, 1), encoding="utf-8")

    herkomst(git.path)

    assert "Opmerking" not in path.read_text(encoding="utf-8")
