"""Every rule, broken once in a small correct project, gives exactly its own message.

The cases are in tests/cases/regels/, written to be read by whoever makes policy.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from regiovisie.herkomst.regels import DOSSIER_RULES, DOSSIER_WARNING_RULES
from regiovisie.registers.rules import RULES, WARNING_RULES

from tests.support.regels import Geval, all_cases, told

CASES = all_cases()
FORM = {"vorm", "yaml", "tekst", "verzegeling", "levenslijnen", "privacy", "productie"}
"""What is checked besides the rules that have a function."""

SPEAKING = ("registers", "privacy", "herkomst/regels.py", "herkomst/koppelingen.py")
"""Where the messages to editors are written, below hooks/regiovisie/."""
DESCRIBING = ("json_schema.py", "json_uitleg.py")
"""Modules in them whose sentences say what a key is, and not what is wrong."""

NOT_IN_A_CASE = {
    "Het bestand is er niet, of is niet te lezen.": "a file without rights, which not every "
    "system knows",
    "Zet het bestand terug, of controleer de rechten erop.": "the same",
    "Dit beeld is … MB: te groot voor wie met een telefoon leest.": "a file of millions of bytes; "
    "see tests/registers/test_veilig.py",
    "Maak het kleiner dan … MB.": "the same",
    "De controlesommen zijn niet na te rekenen: een bestand is niet te lezen.": "the same",
    "Controleer de rechten op de bestanden in deze map.": "the same",
}


@pytest.mark.parametrize("geval", CASES, ids=str)
def test_broken_rule(geval: Geval, tmp_path: Path) -> None:
    """One mistake gives the message of its rule, to the letter, and no other."""
    assert told(geval, tmp_path) == geval.melding


def test_correct_project(tmp_path: Path) -> None:
    """Of the project in which the cases change one thing there is nothing to say."""
    nothing = Geval("", "", "", "", (), "", vastgelegd=True, productie=False)

    assert told(nothing, tmp_path) == ""


def test_every_rule_has_a_case() -> None:
    """No rule without a case, and no case of a rule that is gone."""
    rules = {*RULES, *WARNING_RULES, *DOSSIER_RULES, *DOSSIER_WARNING_RULES, *FORM}

    assert {geval.regel for geval in CASES} == rules


def test_every_message_is_in_a_case(root: Path) -> None:
    """Whatever sentence an editor can be told, a case shows it."""
    shown = "\n".join(geval.melding for geval in CASES)
    missing = [
        f"{where}: {sentence}"
        for where, sentence, pattern in sentences(root)
        if sentence not in NOT_IN_A_CASE and not re.search(pattern, shown)
    ]

    assert missing == []


def test_exceptions_are_still_written(root: Path) -> None:
    """What no case shows is still a message."""
    assert NOT_IN_A_CASE.keys() <= {sentence for _, sentence, _ in sentences(root)}


def sentences(root: Path) -> Iterator[tuple[str, str, str]]:
    """Where each Dutch sentence is written, as it is written, and as a pattern."""
    package = root / "hooks" / "regiovisie"
    for part in SPEAKING:
        path = package / part
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            if file.name in DESCRIBING:
                continue
            tree = ast.parse(file.read_text(encoding="utf-8"))
            for node in _texts(tree):
                text, pattern = _parts(node)
                if re.search(r"\w \w.*[.?]$", text) and text[:1].isupper():
                    yield f"{file.relative_to(package).as_posix()}:{node.lineno}", text, pattern


def _texts(tree: ast.AST) -> Iterator[ast.Constant | ast.JoinedStr]:
    """The texts of a module: not its docstrings, nor the pieces of other texts."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        if isinstance(node, ast.JoinedStr) or (
            isinstance(node, ast.Constant) and isinstance(node.value, str)
        ):
            yield node
        if not isinstance(node, ast.JoinedStr):
            yield from _texts(node)


def _parts(node: ast.Constant | ast.JoinedStr) -> tuple[str, str]:
    values = node.values if isinstance(node, ast.JoinedStr) else [node]
    texts = [str(v.value) if isinstance(v, ast.Constant) else None for v in values]
    return (
        "".join("…" if text is None else text for text in texts),
        "".join(".+" if text is None else re.escape(text) for text in texts),
    )
