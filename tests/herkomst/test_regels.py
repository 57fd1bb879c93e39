"""What an editor reads when registers and texts do not fit each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from regiovisie.errors import format_problems
from regiovisie.herkomst.dossier import make_dossier
from regiovisie.herkomst.regels import all_problems
from regiovisie.registers import load_project

from tests.support.project import (
    EERSTE,
    PUNT,
    PUNT_NIET,
    REGIO,
    TWEEDE,
    UITGANGSPUNTEN,
    VERSIE,
    VERSIE_FILE,
    WIJZIGING,
    WIJZIGINGEN_FILE,
    ZIENSWIJZE,
    ZW_FILE,
    Content,
    changed,
    mkdocs,
    write_sealed,
)

OUD = f"versions/{EERSTE}/02-uitgangspunten.md"
NIEUW = f"versions/{TWEEDE}/02-uitgangspunten.md"
WERK = "docs/regiovisie/02-uitgangspunten.md"


def told(root: Path, files: dict[str, Content] | None = None) -> str:
    """What an editor reads about the small project with these files."""
    dossier = make_dossier(load_project(write_sealed(root, files)))
    return format_problems(sorted(all_problems(dossier), key=lambda p: p.sort_key))


def with_wijziging(root: Path, *more: dict[str, object], **keys: object) -> str:
    """The same, with other keys for its wijziging, and with further wijzigingen."""
    return told(root, {WIJZIGINGEN_FILE: [changed(WIJZIGING, **keys), *more]})


def test_small_project_is_well(tmp_path: Path) -> None:
    """Nothing to mend."""
    assert told(tmp_path) == ""


OPEN_WORDS = (
    f"versions/{TWEEDE}/wijzigingen.yml\n"
    "  uitgangspunten#nabij\n"
    "  Deze verandering heeft nog geen herkomst: “licht” is nu “thuis”.\n"
    "  → Voeg een wijziging toe die deze woorden noemt, of zet `herkomst_volledig: false` in "
    "versie.yml."
)


def claim_problem(root: Path, **keys: object) -> list[str]:
    """The one problem with the wijziging, as lines; the words that it left open are left out."""
    problems = with_wijziging(root, **keys).split("\n\n")
    assert OPEN_WORDS in problems
    (problem,) = (p for p in problems if p != OPEN_WORDS)
    file, *lines = problem.splitlines()
    assert file.startswith(f"versions/{TWEEDE}/wijzigingen.yml, regel ")
    return [line.strip() for line in lines]


def test_quote_not_found(tmp_path: Path) -> None:
    """The words stand nowhere."""
    assert claim_problem(tmp_path, was="zo zwaar mogelijk") == [
        "W-001 › was",
        "De woorden “zo zwaar mogelijk” staan niet op deze plaats in versie 0.1.",
        "→ Neem de woorden over zoals ze in de tekst staan, zonder opmaak.",
    ]


def test_quote_of_the_new_text_not_found(tmp_path: Path) -> None:
    """`wordt` is looked for in the new version."""
    assert claim_problem(tmp_path, wordt="zo zwaar mogelijk")[:2] == [
        "W-001 › wordt",
        "De woorden “zo zwaar mogelijk” staan niet op deze plaats in versie 0.2.",
    ]


def test_quote_that_stands_elsewhere(tmp_path: Path) -> None:
    """The editor is told where."""
    assert claim_problem(tmp_path, plaats="inleiding", wordt=None) == [
        "W-001 › was",
        "De woorden “zo licht mogelijk” staan niet op deze plaats in versie 0.1.",
        "→ Ze staan wel in uitgangspunten#nabij. Verbeter de plaats.",
    ]


def test_unknown_place_names_the_nearest(tmp_path: Path) -> None:
    """A typing mistake in a heading id."""
    assert claim_problem(tmp_path, plaats="uitgangspunten#nabijj") == [
        "W-001 › plaats",
        "De plaats uitgangspunten#nabijj staat niet in versie 0.2.",
        "→ Bedoelt u uitgangspunten#nabij?",
    ]


def test_unknown_old_place(tmp_path: Path) -> None:
    """`plaats_was` is looked for in the old version; nothing there is like it."""
    assert claim_problem(tmp_path, plaats_was="xyz") == [
        "W-001 › plaats_was",
        "De plaats xyz staat niet in versie 0.1.",
        "→ Noem een onderdeel en de kop zoals die daar heten.",
    ]


def test_nothing_changed_there(tmp_path: Path) -> None:
    """The words stand there, in both versions."""
    assert claim_problem(tmp_path, was="Hulp is", wordt=None) == [
        "W-001 › was",
        "De woorden “Hulp is” staan er wel, maar er is daar niets veranderd.",
        "→ Noem woorden die zijn veranderd, of laat deze wijziging weg.",
    ]


def test_mistake_in_ook_op_names_the_entry(tmp_path: Path) -> None:
    """Which of the further places it is."""
    also = [{"plaats": "inleiding", "was": "nergens"}]
    problem = with_wijziging(tmp_path, ook_op=also)

    assert "W-001 › ook_op" in problem
    assert "De woorden “nergens” staan niet op deze plaats in versie 0.1." in problem


def test_ambiguous_quote_lists_the_candidates(tmp_path: Path) -> None:
    """Two places changed, and the quote fits both."""
    twice = (
        "# Uitgangspunten\n\n## Nabij\n\n{0} is het gesprek. Ook later blijft {1} het gesprek.\n"
    )
    problem = told(
        tmp_path,
        {
            OUD: twice.format("Licht", "licht").replace("Licht", "zo licht mogelijk"),
            NIEUW: twice.format("Thuis", "thuis").replace("Thuis", "zo thuis mogelijk"),
            WERK: twice.format("Thuis", "thuis").replace("Thuis", "zo thuis mogelijk"),
            WIJZIGINGEN_FILE: [changed(WIJZIGING, was="licht", wordt="thuis")],
            ZW_FILE: changed(ZIENSWIJZE, punten=[changed(PUNT, citaat=None), PUNT_NIET]),
        },
    )

    assert (
        "  W-001 › was\n  De woorden “licht” passen op 2 plekken die zijn veranderd: (1) "
        in problem
    )
    assert "[licht] mogelijk is het gesprek" in problem
    assert "; (2) " in problem
    assert "blijft [licht] het gesprek" in problem
    assert (
        "  → Neem meer woorden over, zodat er één plek overblijft, of zet `overal: true`."
        in problem
    )


def test_idle_wijziging(tmp_path: Path) -> None:
    """No cause without a change."""
    idle = changed(
        WIJZIGING,
        id="W-002",
        plaats="inleiding",
        was=None,
        wordt=None,
        herkomst="redactioneel",
        punten=None,
    )
    file, *lines = with_wijziging(tmp_path, idle).splitlines()

    assert file.startswith(f"versions/{TWEEDE}/wijzigingen.yml, regel ")
    assert [line.strip() for line in lines] == [
        "W-002",
        "W-002 hoort bij geen enkele verandering in de tekst.",
        "→ Noem de plaats en de woorden die zijn veranderd, of laat deze wijziging weg.",
    ]


NOBODY: dict[str, Content] = {
    WIJZIGINGEN_FILE: [],
    ZW_FILE: changed(ZIENSWIJZE, punten=[PUNT_NIET]),
}
"""The change of the small project, of which nobody says why."""


def test_unclaimed_change(tmp_path: Path) -> None:
    """Every change in a frozen version has a cause."""
    assert told(tmp_path, NOBODY) == OPEN_WORDS


def test_herkomst_need_not_be_complete(tmp_path: Path) -> None:
    """Imported history may say so."""
    assert told(tmp_path, {**NOBODY, VERSIE_FILE: changed(VERSIE, herkomst_volledig="false")}) == ""


def test_werkversie_need_not_be_complete(tmp_path: Path) -> None:
    """Whoever works in it may write down the causes later."""
    assert told(tmp_path, {WERK: UITGANGSPUNTEN.replace("thuis", "nabij")}) == ""


@pytest.mark.parametrize(
    ("wordt", "message"),
    [
        ("Hulp is zo licht mogelijk, ook later.", "“ook later” is toegevoegd."),
        ("Hulp is licht.", "“zo” is vervallen."),
    ],
)
def test_unclaimed_change_is_told_in_words(tmp_path: Path, wordt: str, message: str) -> None:
    """What came, and what went."""
    text = UITGANGSPUNTEN.replace("Hulp is zo thuis mogelijk.", wordt)
    problems = told(tmp_path, {**NOBODY, NIEUW: text, WERK: text})

    assert message.removeprefix("“") in problems


def test_unclaimed_move_is_told_with_its_first_words(tmp_path: Path) -> None:
    """A move has no changed words to name."""
    a = "Ouders en kinderen beslissen samen met de hulpverlener over hulp."
    b = "Gemeenten overleggen elk half jaar over de voortgang van het werk."
    c = "De regio meet ieder jaar hoe lang kinderen op hulp moeten wachten."
    old, new = (
        "# Uitgangspunten\n\n## Nabij\n\n" + "\n\n".join(blocks)
        for blocks in ((a, b, c), (b, c, a))
    )
    problem = told(tmp_path, {**NOBODY, OUD: old, NIEUW: new, WERK: new})

    assert (
        "Deze verandering heeft nog geen herkomst: "
        "verplaatst: “Ouders en kinderen beslissen samen met de hulpverlener…”." in problem
    )


@pytest.mark.parametrize(
    ("keys", "lines"),
    [
        (
            {"plaats": "uitgangspunten#nabijj"},
            [
                "De plaats uitgangspunten#nabijj staat niet in versie 0.1.",
                "→ Bedoelt u uitgangspunten#nabij?",
            ],
        ),
        (
            {"citaat": "zo zwaar mogelijk"},
            [
                "De woorden “zo zwaar mogelijk” staan niet op deze plaats in versie 0.1.",
                "→ Neem de woorden over zoals ze in de tekst staan, zonder opmaak.",
            ],
        ),
        (
            {"plaats": "inleiding"},
            [
                "De woorden “zo licht mogelijk” staan niet op deze plaats in versie 0.1.",
                "→ Ze staan wel in uitgangspunten#nabij. Verbeter de plaats.",
            ],
        ),
        (
            {"zie": "uitgangspunten#nergens"},
            [
                "De plaats uitgangspunten#nergens staat niet in versie 0.2.",
                "→ Bedoelt u uitgangspunten?",
            ],
        ),
    ],
)
def test_punt_that_points_nowhere(tmp_path: Path, keys: dict[str, str], lines: list[str]) -> None:
    """Place and quote are those of the version that it is about; `zie` that of the newest."""
    punten = [changed(PUNT, **keys), PUNT_NIET]
    file, trail, *rest = told(tmp_path, {ZW_FILE: changed(ZIENSWIJZE, punten=punten)}).splitlines()

    assert file.startswith(f"{ZW_FILE}, regel ")
    assert trail.strip() == f"ZW-01 › punten › ZW-01.1 › {_key(keys)}"
    assert [line.strip() for line in rest] == lines


def _key(keys: dict[str, str]) -> str:
    (key,) = keys
    return "citaat" if keys[key] == "inleiding" else key


BIJ_DE_RADEN = changed(VERSIE, fasen=[{"fase": "ter-vaststelling", "datum": "april 2026"}])


def test_text_stands_still_while_councils_decide(tmp_path: Path) -> None:
    """A werkversie that differs needs a reason."""
    files: dict[str, Content] = {
        VERSIE_FILE: BIJ_DE_RADEN,
        WERK: UITGANGSPUNTEN.replace("thuis", "nabij"),
    }

    assert told(tmp_path, files) == (
        "docs/regiovisie/02-uitgangspunten.md\n"
        "  Versie 0.2 ligt bij de raden; de tekst mag nu niet veranderen.\n"
        "  → Zet de tekst terug zoals in die versie. Is er een nieuwe ronde? Zet dan in "
        "mkdocs.yml, onder extra › regiovisie, bij `nieuwe_ronde` waarom."
    )


def test_edited_frozen_text_sets_off_nothing_else(tmp_path: Path) -> None:
    """Of a frozen text that was edited only that is told, not every quote that it breaks."""
    root = write_sealed(tmp_path)
    (root / NIEUW).write_text("# Uitgangspunten\n\nAlles is anders.\n", encoding="utf-8")

    problems = all_problems(make_dossier(load_project(root)))

    assert {p.file for p in problems} <= {
        NIEUW,
        f"versions/{TWEEDE}/levenslijnen.tsv",
        *(p.file for p in problems if p.file.startswith("docs/regiovisie/")),
    }
    assert NIEUW in {p.file for p in problems}


def test_link_to_an_onderdeel_that_is_not_there(tmp_path: Path) -> None:
    """A link in the living text leads to a file and a heading of that text."""
    tekst = UITGANGSPUNTEN + "\nZie [daar](02-uitgangspunt.md) en [hier](#nabi).\n"
    files: dict[str, Content] = {
        WERK: tekst,
        "mkdocs.yml": mkdocs({**REGIO, "nieuwe_ronde": "Eén raad stemde tegen."}),
    }

    assert told(tmp_path, files) == (
        "docs/regiovisie/02-uitgangspunten.md\n"
        "  De link ‘daar’ leidt naar 02-uitgangspunt.md, en dat bestand hoort niet bij de tekst.\n"
        "  → Bedoelt u 02-uitgangspunten.md?\n"
        "\n"
        "docs/regiovisie/02-uitgangspunten.md\n"
        "  De link ‘hier’ leidt naar de kop nabi, en die staat niet in 02-uitgangspunten.md.\n"
        "  → Bedoelt u #nabij?"
    )


def test_new_round_lets_the_text_move(tmp_path: Path) -> None:
    """With `nieuwe_ronde` it may differ."""
    files: dict[str, Content] = {
        VERSIE_FILE: BIJ_DE_RADEN,
        WERK: UITGANGSPUNTEN.replace("thuis", "nabij"),
        "mkdocs.yml": mkdocs({**REGIO, "nieuwe_ronde": "Eén raad stemde tegen."}),
    }

    assert told(tmp_path, files) == ""


def test_text_that_did_not_move_is_well(tmp_path: Path) -> None:
    """The werkversie equals the version that lies before the councils."""
    assert told(tmp_path, {VERSIE_FILE: BIJ_DE_RADEN}) == ""


def test_record_of_lifelines_that_does_not_fit(tmp_path: Path) -> None:
    """It is named, and the rest is checked all the same."""
    write_sealed(tmp_path)
    record = tmp_path / f"versions/{TWEEDE}/levenslijnen.tsv"
    record.write_text("weg\n", encoding="utf-8")
    problems = all_problems(make_dossier(load_project(tmp_path)))

    assert (
        f"versions/{TWEEDE}/levenslijnen.tsv",
        "De eerste regel moet zijn: bestand nr soort levenslijn uit begin.",
    ) in [(p.file, p.wat) for p in problems]


def test_draft_for_a_werkversie_that_differs_is_checked(tmp_path: Path) -> None:
    """A cause without a change, in the draft register."""
    draft = changed(
        WIJZIGING,
        id="W-concept-a1",
        plaats="inleiding",
        was=None,
        wordt=None,
        herkomst="redactioneel",
        punten=None,
    )
    files: dict[str, Content] = {
        "docs/regiovisie/wijzigingen.yml": [draft],
        WERK: UITGANGSPUNTEN.replace("thuis", "nabij"),
    }

    assert "W-concept-a1 hoort bij geen enkele verandering" in told(tmp_path, files)


def test_draft_for_a_werkversie_that_is_equal_claims_nothing(tmp_path: Path) -> None:
    """Nothing changed, so no draft can have a change."""
    draft = changed(WIJZIGING, id="W-concept-a1", herkomst="redactioneel", punten=None)

    assert "W-concept-a1" in told(tmp_path, {"docs/regiovisie/wijzigingen.yml": [draft]})
