"""Freezing the werkversie and taking it back: all of it or nothing, whatever happens between."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from regiovisie.errors import RegiovisieError
from regiovisie.herkomst.controle import read_checked
from regiovisie.redactie.freeze import VERSIE_SCHEMA, Opdracht, freeze
from regiovisie.redactie.staging import replace_text
from regiovisie.redactie.unfreeze import unfreeze
from regiovisie.registers import load_project

from tests.support.project import UITGANGSPUNTEN, ZW_FILE, changed, write_file, write_sealed
from tests.support.project import ZIENSWIJZE as LETTER
from tests.support.stoppen import StoppedError, Stops

DERDE = "2026-09-nieuwe-ronde"
REGISTER = """\
# Na de motie.
- id: W-concept-a1   # kort
  plaats: uitgangspunten#nabij
  was: thuis
  wordt: dichtbij
  herkomst: redactioneel
  voorbeeld: true
- {id: W-concept-b2, plaats: inleiding, wordt: altijd, herkomst: redactioneel, voorbeeld: true}
"""
FIRST_DRAFT = REGISTER.partition("- {")[0]
OPDRACHT = Opdracht(
    DERDE, "0.3", "Derde versie", "consultatie", "september 2026", "Hulp is dichtbij."
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose werkversie has two changes, each with its draft."""
    root = write_sealed(tmp_path / "project")
    werkversie = root / "docs/regiovisie"
    write_file(werkversie / "02-uitgangspunten.md", UITGANGSPUNTEN.replace("thuis", "dichtbij"))
    inleiding = "# Inleiding\n\nDit is altijd de regiovisie voor de jeugdhulp.\n"
    write_file(werkversie / "01-inleiding.md", inleiding)
    write_file(werkversie / "wijzigingen.yml", REGISTER)
    return root


def everything(root: Path) -> dict[str, bytes]:
    """Every visible file of a project."""
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    named = {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
    return {name: content for name, content in named.items() if "/." not in name}


def told(action: pytest.ExceptionInfo[RegiovisieError]) -> str:
    """What an editor reads."""
    return str(action.value)


def test_the_werkversie_becomes_a_version(project: Path) -> None:
    """Its text, its wijzigingen with numbers, its lifelines and its checksums."""
    report = freeze(project, OPDRACHT)

    dossier = read_checked(project).dossier
    assert dossier.ids[-1] == DERDE
    assert not dossier.werkversie_verschilt
    assert [w.id for w in dossier.project.wijzigingen[DERDE]] == ["W-002", "W-003"]
    assert dossier.project.wijzigingen["werkversie"] == ()
    assert report.startswith(
        "Versie 0.3 (2026-09-nieuwe-ronde), fase consultatie: 2 onderdelen, "
        "2 wijzigingen (W-002 tot en met W-003) op 2 plekken.\nVingerafdruk: "
    )


def test_the_register_stays_as_a_person_wrote_it(project: Path) -> None:
    """Only the ids change; comments and spelling stay."""
    freeze(project, OPDRACHT)

    frozen = (project / "versions" / DERDE / "wijzigingen.yml").read_text(encoding="utf-8")
    expected = REGISTER.replace("id: W-concept-a1", "id: W-002\n  concept: W-concept-a1")
    assert frozen == expected.replace("id: W-concept-b2", "id: W-003, concept: W-concept-b2")


def test_sha256sum_agrees(project: Path) -> None:
    """The standard tool proves the version untouched."""
    if not shutil.which("sha256sum"):
        pytest.skip("er is hier geen sha256sum")
    freeze(project, OPDRACHT)

    folder = project / "versions" / DERDE
    subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=folder, check=True)


def test_a_trial_changes_nothing(project: Path) -> None:
    """It says what would be made."""
    before = everything(project)

    assert freeze(project, OPDRACHT, dry_run=True).startswith(
        "Proef: er is niets veranderd.\nVersie 0.3 (2026-09-nieuwe-ronde)"
    )
    assert everything(project) == before


def test_unfreeze_gives_everything_back(project: Path) -> None:
    """The drafts stand as they were, and so does the rest."""
    before = everything(project)
    freeze(project, OPDRACHT)

    unfreeze(project, DERDE)

    assert everything(project) == before


def test_unfreeze_keeps_what_was_drafted_since(project: Path) -> None:
    """Newer drafts come after those that come back."""
    freeze(project, OPDRACHT)
    newer = FIRST_DRAFT.replace("a1", "c3").replace("# Na de motie.\n", "")
    write_file(project / "docs/regiovisie/wijzigingen.yml", newer)

    unfreeze(project, DERDE)

    ids = [w.id for w in load_project(project).wijzigingen["werkversie"]]
    assert ids == ["W-concept-a1", "W-concept-b2", "W-concept-c3"]


# --- the first line, for editors' tools

SCHEMAS = "../../documentation/schemas"
HEAD = f"# yaml-language-server: $schema={SCHEMAS}/wijzigingen.json\n"


def test_the_line_that_names_the_schema_stays_first(project: Path) -> None:
    """In the drafts, in the version that they become, and when they come back."""
    drafts = project / "docs/regiovisie/wijzigingen.yml"
    write_file(drafts, HEAD + REGISTER)
    before = everything(project)

    freeze(project, OPDRACHT)
    assert drafts.read_text(encoding="utf-8") == f"{HEAD}[]\n"
    assert (project / "versions" / DERDE / drafts.name).read_text("utf-8").startswith(HEAD)

    unfreeze(project, DERDE)
    assert everything(project) == before


def test_a_version_names_its_schema_where_there_is_one(project: Path) -> None:
    """A project without the schemas gets no line that leads nowhere."""
    freeze(project, OPDRACHT)
    file = project / "versions" / DERDE / "versie.yml"
    assert file.read_text(encoding="utf-8").startswith("nummer:")
    unfreeze(project, DERDE)

    write_file(project / VERSIE_SCHEMA, "{}")
    freeze(project, OPDRACHT)

    head = f"# yaml-language-server: $schema={SCHEMAS}/versie.json\nnummer:"
    assert file.read_text(encoding="utf-8").startswith(head)


# --- what cannot be done


def test_everything_that_is_wrong_is_told_at_once(project: Path) -> None:
    """A number that is taken, and a change without a cause."""
    write_file(project / "docs/regiovisie/wijzigingen.yml", FIRST_DRAFT)
    before = everything(project)

    with pytest.raises(RegiovisieError) as refused:
        freeze(project, changed_opdracht(nummer="0.2"))

    assert 'Het nummer "0.2" is al van de versie 2025-11-consultatieversie.' in told(refused)
    assert "Deze verandering heeft nog geen herkomst: “altijd” is toegevoegd." in told(refused)
    assert everything(project) == before


def changed_opdracht(**keys: str) -> Opdracht:
    """The order with other values."""
    values = {name: getattr(OPDRACHT, name) for name in OPDRACHT.__slots__}
    return Opdracht(**{**values, **keys})


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"id": "Nieuwe Ronde"}, '"Nieuwe Ronde" kan geen naam van een map zijn.'),
        ({"id": "2025-11-consultatieversie"}, "Deze versie is er al."),
        ({"datum": "ooit eens"}, '"ooit eens"'),
        ({"fase": "klaar"}, '"klaar" kan hier niet staan.'),
        ({"bron": "nergens"}, "nergens"),
    ],
)
def test_wrong_orders_change_nothing(project: Path, keys: dict[str, str], message: str) -> None:
    """What the new version would break is told before anything is written."""
    before = everything(project)

    with pytest.raises(RegiovisieError) as refused:
        freeze(project, changed_opdracht(**keys))

    assert message in told(refused)
    assert everything(project) == before


def test_a_werkversie_without_changes_is_not_frozen(tmp_path: Path) -> None:
    """The same text needs a phase, not a version."""
    with pytest.raises(RegiovisieError) as refused:
        freeze(write_sealed(tmp_path), OPDRACHT)

    assert "De werkversie is gelijk aan versie 0.2; er is niets vast te leggen." in told(refused)


def test_unfreeze_refuses_what_is_referred_to(project: Path) -> None:
    """A letter about the version keeps it where it is."""
    freeze(project, OPDRACHT)
    letter = changed(LETTER, id="ZW-02", versie=DERDE, punten=[])
    write_file(project / ZW_FILE.replace("01", "02"), letter)
    before = everything(project)

    with pytest.raises(RegiovisieError) as refused:
        unfreeze(project, DERDE)

    assert "ZW-02 › versie\n  Deze zienswijze gaat over de versie." in told(refused)
    assert everything(project) == before


# --- stopped half-way


@pytest.fixture
def stops(monkeypatch: pytest.MonkeyPatch) -> Stops:
    """Stops the program at a write, and counts all of them."""
    return Stops(monkeypatch)


def states(root: Path) -> tuple[tuple[str, ...], list[str], list[str]]:
    """What a reader of the project sees: its texts, and the ids of its newest wijzigingen."""
    dossier = read_checked(root).dossier
    frozen = dossier.project.wijzigingen.get(DERDE, ())
    drafts = dossier.project.wijzigingen["werkversie"]
    return dossier.ids, [w.id for w in frozen], [w.id for w in drafts]


@pytest.mark.parametrize("verb", ["freeze", "unfreeze"])
def test_stopped_at_any_write_it_is_as_before_or_as_after(
    project: Path, tmp_path: Path, stops: Stops, verb: str
) -> None:
    """Never between; and the same command can be given again."""

    def act(root: Path) -> None:
        if verb == "freeze":
            freeze(root, OPDRACHT)
        else:
            unfreeze(root, DERDE)

    if verb == "unfreeze":
        freeze(project, OPDRACHT)
    whole = copied(project, tmp_path / "heel")
    before = states(whole)
    stops.never()
    act(whole)
    writes, after = stops.writes, states(whole)
    assert before != after
    for number in range(writes):
        root = copied(project, tmp_path / f"{verb}-{number}")
        stops.at(number)
        with pytest.raises(StoppedError):
            act(root)
        stops.never()
        assert states(root) in (before, after), number
        if states(root) == before:
            act(root)
        assert states(root) == after, number


def copied(project: Path, target: Path) -> Path:
    """A copy of a project, without counting."""
    subprocess.run(["cp", "-r", str(project), str(target)], check=True)
    return target


def test_drafts_that_a_version_took_over_count_no_more(project: Path) -> None:
    """Should emptying their register not have happened, nothing is told twice."""
    drafts = project / "docs/regiovisie/wijzigingen.yml"
    before = drafts.read_text(encoding="utf-8")
    freeze(project, OPDRACHT)
    replace_text(drafts, before)

    assert read_checked(project).dossier.project.wijzigingen["werkversie"] == ()
