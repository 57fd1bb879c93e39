"""A frozen version that was edited: which file, and which words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from regiovisie.errors import RegiovisieError
from regiovisie.redactie.check import check
from regiovisie.redactie.verify import verify

from tests.support.gitrepo import GitRepo
from tests.support.project import TWEEDE, UITGANGSPUNTEN, write_file, write_sealed

FILE = f"versions/{TWEEDE}/02-uitgangspunten.md"
EDITED = UITGANGSPUNTEN.replace("zo thuis mogelijk.", "zo dichtbij mogelijk. Altijd en overal.")
VERBS: list[Callable[[Path], str]] = [verify, lambda project: check(project, productie=False)]
EITHER_VERB = pytest.mark.parametrize("verb", VERBS, ids=["verify", "check"])


@EITHER_VERB
def test_the_changed_words_are_named(tmp_path: Path, verb: Callable[[Path], str]) -> None:
    """Git knows what stood there, also when the edit was committed."""
    git = GitRepo.make(write_sealed(tmp_path / "project"))
    git.commit({})
    git.commit({FILE: EDITED})

    with pytest.raises(RegiovisieError) as refused:
        verb(git.path)

    assert (
        'Het bestand "02-uitgangspunten.md" is gewijzigd, maar de tekst van deze versie ligt '
        "vast. Veranderd: “thuis” is nu “dichtbij”; “Altijd en overal.” is toegevoegd."
    ) in str(refused.value)


@EITHER_VERB
def test_without_git_the_file_is_named(tmp_path: Path, verb: Callable[[Path], str]) -> None:
    """What stood there is not known then."""
    project = write_sealed(tmp_path)
    write_file(project / FILE, EDITED)

    with pytest.raises(RegiovisieError) as refused:
        verb(project)

    assert FILE in str(refused.value)
    assert "Veranderd:" not in str(refused.value)


def test_many_changes_are_counted(tmp_path: Path) -> None:
    """Five are named; of the others it is said how many there are."""
    paragraphs = [f"Dit is afspraak {number} van de gemeenten." for number in range(8)]
    text = "\n\n".join(("# Uitgangspunten", "## Nabij", "Hulp is zo thuis mogelijk.", *paragraphs))
    git = GitRepo.make(write_sealed(tmp_path / "project", {FILE: text}))
    git.commit({})
    git.commit({FILE: text.replace("gemeenten", "regio")})

    with pytest.raises(RegiovisieError) as refused:
        verify(git.path)

    assert str(refused.value).count("“gemeenten” is nu “regio”") == 5
    assert "; en nog 3 plekken." in str(refused.value)
