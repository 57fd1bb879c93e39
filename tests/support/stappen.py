"""A few lines of text in some versions, with wijzigingen, as a reader of a test sees them.

::

    step = stap("Hulp is zo licht mogelijk.", "Hulp is zo thuis mogelijk.",
                wijziging(was="licht", wordt="thuis"))
    step.told  →  ["- licht: W-001", "+ thuis: W-001"]

A text is the Markdown of the one onderdeel "tekst", or a mapping of file names to Markdown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from regiovisie.diff.history import History, build_history
from regiovisie.diff.place import compare
from regiovisie.diff.settings import DISPLAY, DisplaySettings
from regiovisie.herkomst.changes import Run, gebeurtenissen_of, runs_of
from regiovisie.herkomst.claims import Claims, claim_step
from regiovisie.herkomst.dossier import Dossier, make_dossier
from regiovisie.herkomst.hits import Step
from regiovisie.herkomst.vergelijking import Vergelijking, make_vergelijking
from regiovisie.model import Tekst
from regiovisie.registers import Project, Regio, Tekstbron, Versie, Wijziging
from regiovisie.text.blocks import parse_tekst

Text = str | Mapping[str, str]

NIEMAND = "niemand"
"""Stands in `Stap.told` where no wijziging claims a word."""


A = "Ouders en kinderen beslissen samen met de hulpverlener over de hulp."
B = "Gemeenten overleggen elk half jaar over de voortgang van de afspraken."
C = "De regio meet ieder jaar hoe lang kinderen op hulp moeten wachten."
D = "Aanbieders krijgen een eerlijk tarief voor het werk dat zij doen."
"""Sentences that have little in common."""


def wijziging(name: str = "W-001", plaats: str = "tekst", **keys: Any) -> Wijziging:
    """A wijziging with these keys; its herkomst is redactioneel unless they say otherwise."""
    return Wijziging.model_validate(
        {"id": name, "plaats": plaats, "herkomst": "redactioneel", **keys}
    )


def files(text: Text) -> tuple[tuple[str, str], ...]:
    """The files of a text, sorted by name."""
    named = {"01-tekst.md": text} if isinstance(text, str) else text
    return tuple(sorted(named.items()))


def tekst(version_id: str, text: Text) -> Tekst:
    """A text as blocks."""
    return parse_tekst(version_id, files(text))


@dataclass(frozen=True)
class Stap:
    """One version and its predecessor, with the claims made on the changes between them."""

    step: Step
    claims: Claims
    history: History

    @property
    def told(self) -> list[str]:
        """Every changed run of words with who claims it: ``- licht: W-001``."""
        return [line for run in self.step.runs for line in self._run_lines(run)]

    def _run_lines(self, run: Run) -> list[str]:
        claimed = [
            (token, ", ".join(self.claims.words.get((run.strand, element), (NIEMAND,))))
            for token, element in zip(run.tokens, run.elements, strict=True)
        ]
        groups = groupby(claimed, key=lambda pair: pair[1])
        return [f"{run.sign} {' '.join(t for t, _ in pairs)}: {who}" for who, pairs in groups]

    @property
    def events(self) -> dict[str, tuple[str, ...]]:
        """What happened besides words, and who claims it."""
        found = [
            (event.soort, self.claims.gebeurtenissen.get(event.key, ()))
            for event in self.step.gebeurtenissen
        ]
        assert len(dict(found)) == len(found), "the test has two events of one kind"
        return dict(found)

    @property
    def problems(self) -> list[tuple[str, str, str]]:
        """What is wrong with the quotes: which problem, at which key, and the quote."""
        return [(p.probleem, str(p.path[-1]), p.value) for p in self.claims.problems]


def stap(was: Text, wordt: Text, *wijzigingen: Wijziging) -> Stap:
    """The claims that these wijzigingen make on the step from one text to another."""
    history = build_history([tekst("oud", was), tekst("nieuw", wordt)])
    diff = compare(history, 0, 1)
    step = Step(history.blocks[0], history.blocks[1], runs_of(diff), gebeurtenissen_of(diff))
    return Stap(step, claim_step(step, wijzigingen), history)


def dossier(
    texts: Sequence[Text],
    wijzigingen: Sequence[Sequence[Wijziging]] = (),
    *,
    werkversie: Text | None = None,
    werk: Sequence[Wijziging] = (),
    fasen: Sequence[str] = (),
) -> Dossier:
    """A dossier of versions "v0", "v1", …; ``wijzigingen`` per step, ``fasen`` per version."""
    versies = tuple(
        _versie(number, text, fasen[number] if number < len(fasen) else "consultatie")
        for number, text in enumerate(texts)
    )
    registers = {f"v{number}": tuple(ws) for number, ws in enumerate(wijzigingen, 1)}
    living = Tekstbron("werkversie", files(werkversie)) if werkversie is not None else None
    project = Project(
        root=Path(),
        regio=Regio(naam="Regio", korte_naam="Regio", periode="2026", beantwoorder="Regio"),
        versies=versies,
        werkversie=living,
        wijzigingen={**registers, "werkversie": tuple(werk)},
    )
    return make_dossier(project)


def _versie(number: int, text: Text, fase: str) -> Versie:
    return Versie.model_validate(
        {
            "id": f"v{number}",
            "nummer": f"0.{number + 1}",
            "titel": f"Versie {number + 1}",
            "fasen": [{"fase": fase, "datum": "2026"}],
            "samenvatting": "Een versie.",
            "tekst": Tekstbron(f"v{number}", files(text)),
            **({"voorganger": f"v{number - 1}"} if number else {}),
        }
    )


def vergeleken(step: Stap, display: DisplaySettings = DISPLAY) -> Vergelijking:
    """The comparison of a step, shown with these settings."""
    return make_vergelijking(step.history, {1: step.claims}, 0, 1, display=display)


def lines(*blocks: str) -> str:
    """Blocks of Markdown as one text."""
    return "\n\n".join(blocks)


def only(was: str, wordt: str, *wijzigingen: Wijziging) -> list[str]:
    """Who claims what, in a step without problems."""
    step = stap(was, wordt, *wijzigingen)
    assert step.problems == []
    return step.told
