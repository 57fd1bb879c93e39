"""Links of the living text that lead nowhere in it.

A frozen text is not looked at: it cannot be mended any more, and was checked when it lived.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from regiovisie.errors import Problem, nearest
from regiovisie.model import Block, Onderdeel, Tekst


def link_problems(tekst: Tekst, folder: str) -> Iterator[Problem]:
    """Links to an onderdeel or a heading that the text in ``folder`` does not have."""
    files = {onderdeel.bestand: onderdeel for onderdeel in tekst.onderdelen}
    for onderdeel in tekst.onderdelen:
        for block in onderdeel.blocks:
            for words, target in _links(block):
                told = _trouble(words, target, onderdeel, files)
                if told:
                    yield Problem(f"{folder}/{onderdeel.bestand}", "", "", *told)


def _links(block: Block) -> Iterator[tuple[str, str]]:
    """The words and the target of each link that stays within the text."""
    for mark in block.marks:
        target = mark.attr("href") if mark.tag == "a" else ""
        path = target.partition("#")[0]
        if target and ":" not in path and (not path or path.endswith(".md")):
            yield block.text[mark.start : mark.end], target


def _trouble(
    words: str, target: str, here: Onderdeel, files: dict[str, Onderdeel]
) -> tuple[str, str] | None:
    """What is wrong with a link and what to do; None where it leads somewhere."""
    path, _, anchor = target.partition("#")
    there = files.get(path) if path else here
    if there is None:
        wat = f"De link ‘{words}’ leidt naar {path}, en dat bestand hoort niet bij de tekst."
        return wat, _nearest(path, files, "Noem een bestand van deze tekst.")
    anchors = [block.slug for block in there.blocks if block.slug]
    if anchor and anchor not in anchors:
        wat = f"De link ‘{words}’ leidt naar de kop {anchor}, en die staat niet in {there.bestand}."
        return wat, _nearest(anchor, anchors, "Noem een kop van dat bestand.", before="#")
    return None


def _nearest(name: str, known: Iterable[str], otherwise: str, *, before: str = "") -> str:
    near = nearest(name, known)
    return f"Bedoelt u {before}{near}?" if near else otherwise
