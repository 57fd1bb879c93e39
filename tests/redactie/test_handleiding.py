"""The editors' guide: what it tells to type can be typed, what it shows is there."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from PIL import Image

from regiovisie.redactie.cli import redactie
from regiovisie.redactie.command import run

from tests.support.project import write_sealed
from tests.support.scripts import load_script

ROOT = Path(__file__).resolve().parents[2]
FRONT = ROOT / "docs" / "meedoen.md"
FOLDER = ROOT / "docs" / "meedoen"
PAGES = (FRONT, *sorted(FOLDER.glob("*.md")))
PICTURES = FOLDER / "beelden"
HEAVIEST = 60_000
"""Bytes of a picture; on a phone a page stays quick."""
_IMAGE = re.compile(
    r"!\[([^\]]*)\]\(beelden/([^)]+)\)\{width=([0-9]+) height=([0-9]+) loading=lazy\}"
)


def shown_commands() -> Iterator[tuple[str, str]]:
    """Page and command line, of all that are shown in a block or in a sentence."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        blocks = re.findall(r"^ *(python3 scripts/.+)$", text, re.MULTILINE)
        inline = re.findall(r"`(python3 scripts/[^`\n]+)`", text)
        yield from ((page.name, line.strip()) for line in dict.fromkeys([*blocks, *inline]))


COMMANDS = tuple(shown_commands())


def parse(words: list[str]) -> click.Context:
    """Read the words as the desk would, without doing it."""
    command: click.Command = redactie
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        command, words = command.commands[words[0]], words[1:]
    return command.make_context("redactie.py", words)


@pytest.mark.parametrize(("page", "line"), COMMANDS)
def test_shown_command_can_be_given(page: str, line: str) -> None:
    """Verb, flags, choices and what must be named: as the desk knows them."""
    _, script, *words = shlex.split(line)
    assert (ROOT / script).is_file(), page
    if script == "scripts/redactie.py" and words != ["--help"]:
        parse(words)


def test_every_verb_is_in_the_guide() -> None:
    """What the desk can do, an editor can find; sealing is what freeze does itself."""
    shown = {shlex.split(line)[2] for _, line in COMMANDS if line.count(" ") > 1}

    assert set(redactie.commands) - {"seal"} <= shown


@pytest.mark.parametrize("verb", ["check", "check --taal", "verify", "diff 0.1 0.2"])
def test_what_only_looks_works_on_a_small_project(tmp_path: Path, verb: str) -> None:
    """As an editor gives it, in the folder of a project."""
    project = write_sealed(tmp_path)
    assert run(redactie, [*verb.split(), "--project", str(project)], "redactie.py") == 0


# --- pictures


def shown_pictures() -> dict[str, tuple[str, tuple[int, int]]]:
    """File name → what it shows in words, and its width and height on the page."""
    found = (m for page in PAGES for m in _IMAGE.finditer(page.read_text(encoding="utf-8")))
    return {m[2]: (m[1], (int(m[3]), int(m[4]))) for m in found}


def test_every_picture_is_shown_and_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """No picture is missing, none is left over; to make them: scripts/guide_pictures.py."""
    made = {f"{beeld.naam}.webp" for beeld in load_script("guide_pictures", monkeypatch).BEELDEN}
    named = sum(page.read_text(encoding="utf-8").count("](beelden/") for page in PAGES)

    assert {path.name for path in PICTURES.iterdir()} == set(shown_pictures()) == made
    assert named == len(made)


@pytest.mark.parametrize("name", sorted(shown_pictures()))
def test_picture_has_words_and_a_size(name: str) -> None:
    """Who does not see it reads what it shows; the page does not jump; it is light."""
    words, size = shown_pictures()[name]
    with Image.open(PICTURES / name) as image:
        assert image.size == size
    assert len(words) > 40
    assert words.endswith(".")
    assert (PICTURES / name).stat().st_size <= HEAVIEST


# --- pages


def test_every_task_is_on_the_front_page() -> None:
    """One link to each, at the top."""
    tasks = FRONT.read_text(encoding="utf-8").partition("## Twee manieren")[0]
    linked = re.findall(r"^- \[[^\]]+\]\(meedoen/([^)]+)\)$", tasks, re.MULTILINE)

    assert sorted(linked) == [page.name for page in PAGES[1:]]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_title_and_heading_agree(page: Path) -> None:
    """The name in the browser, in the crumbs and on the page."""
    text = page.read_text(encoding="utf-8")
    titles = re.findall(r"^(?:title:|#) (.+)$", text, re.MULTILINE)

    assert titles[0] == titles[1]
    assert re.search(r"^description: .+\.$", text, re.MULTILINE)
