"""The engine and its peers behind one face.

    task = tool.prepare(pair, folder)
    result = task.run()            # only this is timed
    outcome = task.read(result)    # runs of kept, old and new words

A tool that is not there says why. Tools in this process are timed by processor time, those
that are programs of their own by the clock on the wall.
"""

from __future__ import annotations

import difflib
import importlib
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Indel

from benchmark.measures import Outcome, Run, Sign
from benchmark.pairs import Pair, forget_words
from regiovisie.diff.compare import Entry, Op
from regiovisie.diff.history import build_history
from regiovisie.diff.parts import Part, Span, Told
from regiovisie.diff.passes import readable
from regiovisie.diff.place import OnderdeelDiff, compare
from regiovisie.diff.units import Unit
from regiovisie.diff.words import WordEdit
from regiovisie.model import CELL, Tekst

ENGINE = "deze motor"
INDEL = "rapidfuzz Indel"


@dataclass(frozen=True, slots=True)
class Task:
    """One comparison, ready to run."""

    run: Callable[[], Any]
    read: Callable[[Any], Outcome]
    before: Callable[[], None] = lambda: None
    """What to do before each run, untimed."""


@dataclass(frozen=True, slots=True)
class Tool:
    """The engine or a peer."""

    naam: str
    prepare: Callable[[Pair, Path], Task]
    module: str = ""
    """The library that it needs."""
    program: str = ""
    """The program that it needs: such a tool is timed by the clock on the wall."""
    most_words: int = 10**9
    """The largest document that it is asked to compare, for the sake of our time."""

    def absence(self) -> str:
        """Why the tool cannot be used; empty when it can."""
        if self.program and shutil.which(self.program) is None:
            return f"het programma {self.program} staat niet op deze computer"
        try:
            importlib.import_module(self.module or "rapidfuzz")
        except ImportError:
            return f"de bibliotheek {self.module} is niet geïnstalleerd"
        return ""


# This engine.


def _engine(pair: Pair, _folder: Path) -> Task:
    teksten = pair.teksten
    return Task(lambda: compare_teksten(teksten), engine_outcome, forget_words)


Shown = list[tuple[Span | Entry, Sequence[Op]]]
"""In reading order: runs of equal blocks, and changed blocks with their ops as shown."""


def compare_teksten(teksten: Sequence[Tekst]) -> Shown:
    """From blocks to what a reader sees changed: weave, compare, and the passes."""
    return shown(compare(build_history(teksten), 0, 1))


def shown(diffs: Iterable[OnderdeelDiff]) -> Shown:
    """The parts of a comparison, with the passes done where words changed."""
    found: Shown = []
    for part in (part for diff in diffs for part in diff.parts):
        if isinstance(part, Span):
            found.append((part, ()))
        else:
            found += [(entry, readable(entry.ops)) for entry in part.entries]
    return found


def pair_edits(diffs: Iterable[OnderdeelDiff]) -> list[tuple[Part, Sequence[WordEdit]]]:
    """A pair as a list of edits, as peers give it: runs of blocks that are equal, came, went or
    moved as they were, and of every other block its runs of words."""
    return [
        (part, part.edits if isinstance(part, (Unit, Told)) else ())
        for diff in diffs
        for part in diff.parts
    ]


def engine_outcome(found: Shown) -> Outcome:
    """The runs of the blocks, and the new blocks that are linked to where they stood."""
    runs: list[Run] = []
    moved: set[int] = set()
    for part, ops in found:
        if isinstance(part, Span):
            runs += [("=", _words(new.block.text)) for _, new in part.pairs]
            continue
        runs += [(op.sign, _words(op.text)) for op in ops]
        if part.verplaatsing and part.new:
            moved.add(part.new.index)
    return Outcome(runs, frozenset(moved))


def _words(text: str) -> str:
    return text.replace(CELL, " | ")


# Peers that compare sequences of words.

Opcode = tuple[str, int, int, int, int]


def _sequence(compare_words: Callable[[list[int], list[int]], Iterable[Any]]) -> Any:
    """A tool that gives opcodes as difflib does, for words that are numbers already."""

    def prepare(pair: Pair, _folder: Path) -> Task:
        old, new = pair.numbers
        return Task(lambda: compare_words(old, new), lambda codes: _of_opcodes(pair, codes))

    return prepare


def _of_opcodes(pair: Pair, codes: Iterable[Any]) -> Outcome:
    old, new = pair.words
    runs: list[Run] = []
    for code in codes:
        tag, i1, i2, j1, j2 = code[:5] if isinstance(code, tuple) else _fields(code)
        if tag == "equal":
            runs.append(("=", " ".join(old[i1:i2])))
        else:
            runs += [("-", " ".join(old[i1:i2])), ("+", " ".join(new[j1:j2]))]
    return Outcome(runs)


def _fields(code: Any) -> Opcode:
    return code.tag, code.src_start, code.src_end, code.dest_start, code.dest_end


def _difflib(old: list[int], new: list[int]) -> Iterable[Any]:
    return difflib.SequenceMatcher(None, old, new).get_opcodes()


def _cydifflib(old: list[int], new: list[int]) -> Iterable[Any]:
    module = importlib.import_module("cydifflib")
    codes: list[Any] = module.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return codes


# Peers that compare characters: every word becomes one.

_SURROGATES = 0xD800


def _character(number: int) -> str:
    """A character of its own for each word, past what has a meaning in text."""
    code = 0x3400 + number
    return chr(code if code < _SURROGATES else code + 0x2800)


def _characters(pair: Pair) -> tuple[str, str]:
    old, new = ("".join(map(_character, numbers)) for numbers in pair.numbers)
    return old, new


def _fast_dmp(pair: Pair, _folder: Path) -> Task:
    module = importlib.import_module("fast_diff_match_patch")
    old, new = _characters(pair)
    return Task(
        lambda: module.diff(old, new, timelimit=0, checklines=False, cleanup="Semantic"),
        lambda diffs: _of_lengths(pair, diffs),
    )


def _dmp(pair: Pair, _folder: Path) -> Task:
    module = importlib.import_module("diff_match_patch")
    old, new = _characters(pair)

    def run() -> list[tuple[str, int]]:
        dmp = module.diff_match_patch()
        diffs = dmp.diff_main(old, new, False)
        dmp.diff_cleanupSemantic(diffs)
        return [("-=+"[sign + 1], len(text)) for sign, text in diffs]

    return Task(run, lambda diffs: _of_lengths(pair, diffs))


def _of_lengths(pair: Pair, diffs: Iterable[tuple[Sign, int]]) -> Outcome:
    old, new = pair.words
    i = j = 0
    runs: list[Run] = []
    for sign, length in diffs:
        words = new[j : j + length] if sign == "+" else old[i : i + length]
        runs.append((sign, " ".join(words)))
        i += length if sign != "+" else 0
        j += length if sign != "-" else 0
    return Outcome(runs)


# Peers that read HTML, XML or plain text.


def _htmldiff(pair: Pair, _folder: Path) -> Task:
    htmldiff = importlib.import_module("lxml.html.diff").htmldiff
    old, new = pair.html
    return Task(lambda: htmldiff(old, new), _of_html)


def _of_html(source: str) -> Outcome:
    tree = importlib.import_module("lxml.html").fragment_fromstring(source, create_parent="div")
    return Outcome(list(_of_tree(tree, {"ins": "+", "del": "-"}, {}, "=")))


_XMLDIFF = "{http://namespaces.shoobx.com/diff}"
_TEXT_TAGS = ("p", "h1", "h2", "h3", "li", "td")


def _xmldiff(pair: Pair, _folder: Path) -> Task:
    main = importlib.import_module("xmldiff.main")
    formatting = importlib.import_module("xmldiff.formatting")
    old, new = (f"<doc>{html}</doc>" for html in pair.html)
    return Task(
        lambda: main.diff_texts(old, new, formatter=formatting.XMLFormatter(text_tags=_TEXT_TAGS)),
        _of_xml,
    )


def _of_xml(source: str) -> Outcome:
    tree = importlib.import_module("lxml.etree").fromstring(source.encode())
    signs: dict[str, Sign] = {f"{_XMLDIFF}insert": "+", f"{_XMLDIFF}delete": "-"}
    return Outcome(list(_of_tree(tree, signs, signs, "=")))


def _of_tree(
    element: Any, by_tag: dict[str, Sign], by_attribute: dict[str, Sign], sign: Sign
) -> Iterator[Run]:
    """The texts of a tree in order; elements of some tags and attributes set the sign."""
    mine = by_tag.get(element.tag, sign)
    mine = next((s for name, s in by_attribute.items() if name in element.attrib), mine)
    yield mine, element.text or ""
    for child in element:
        yield from _of_tree(child, by_tag, by_attribute, mine)
        yield mine, child.tail or ""


def _redlines(pair: Pair, _folder: Path) -> Task:
    module = importlib.import_module("redlines")
    old, new = pair.texts
    return Task(lambda: module.Redlines(old, new).output_markdown, _of_redlines)


_REDLINES = re.compile(r"<span style='color:(red|green)[^>]*>(.*?)</span>", re.DOTALL)


def _of_redlines(source: str) -> Outcome:
    source = source.replace("¶", " ")  # its own sign for a new paragraph
    runs: list[Run] = []
    at = 0
    for match in _REDLINES.finditer(source):
        runs.append(("=", source[at : match.start()]))
        runs.append(("-" if match[1] == "red" else "+", match[2]))
        at = match.end()
    return Outcome([*runs, ("=", source[at:])])


# Peers that are programs.


def _files(pair: Pair, folder: Path) -> tuple[str, str]:
    paths = [folder / f"{pair.naam} {side}.txt" for side in ("oud", "nieuw")]
    for path, text in zip(paths, pair.texts, strict=True):
        path.write_text(text, encoding="utf-8", newline="\n")
    return str(paths[0]), str(paths[1])


def program_output(command: Sequence[str]) -> str:
    """What a program that compares prints; it ends with 1 where it found a difference."""
    result = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    if result.returncode > 1:
        raise RuntimeError(f"{command[0]} stopped with {result.returncode}")
    return result.stdout.decode("utf-8")


GIT = (
    *("git", "diff", "--no-index", "--no-color", "--no-ext-diff", "--histogram"),
    *("--word-diff=porcelain", "-U100000000"),
)


def _git(pair: Pair, folder: Path) -> Task:
    command = (*GIT, *_files(pair, folder))
    return Task(lambda: program_output(command), _of_porcelain)


def _of_porcelain(output: str) -> Outcome:
    signs: dict[str, Sign] = {" ": "=", "-": "-", "+": "+"}
    lines = output.split("\n")
    first = next((n for n, line in enumerate(lines, 1) if line.startswith("@@")), len(lines))
    return Outcome([(signs[line[0]], line[1:]) for line in lines[first:] if line[:1] in signs])


_MARKS: dict[str, Sign] = {"\x01": "-", "\x02": "=", "\x03": "+", "\x04": "="}


def _wdiff(pair: Pair, folder: Path) -> Task:
    marks = [part for flag, mark in zip("wxyz", _MARKS, strict=True) for part in (f"-{flag}", mark)]
    command = ("wdiff", *marks, *_files(pair, folder))
    return Task(lambda: program_output(command), _of_wdiff)


def _of_wdiff(output: str) -> Outcome:
    runs: list[Run] = []
    sign: Sign = "="
    for part in re.split("([\x01-\x04])", output):
        if part in _MARKS:
            sign = _MARKS[part]
        else:
            runs.append((sign, part))
    return Outcome(runs)


TOOLS = (
    Tool(ENGINE, _engine),
    Tool(INDEL, _sequence(Indel.opcodes), module="rapidfuzz"),
    Tool("git --word-diff", _git, program="git"),
    Tool("wdiff", _wdiff, program="wdiff"),
    Tool("fast-diff-match-patch", _fast_dmp, module="fast_diff_match_patch"),
    Tool("cydifflib", _sequence(_cydifflib), module="cydifflib", most_words=70_000),
    Tool("difflib", _sequence(_difflib), most_words=70_000),
    Tool("diff-match-patch", _dmp, module="diff_match_patch", most_words=70_000),
    Tool("lxml.html.diff", _htmldiff, module="lxml.html.diff", most_words=15_000),
    Tool("redlines", _redlines, module="redlines", most_words=15_000),
    Tool("xmldiff", _xmldiff, module="xmldiff.main", most_words=4_000),
)

NOT_RUN = {
    "htmldiff-js": "een npm-pakket; dit script installeert alleen bibliotheken van Python",
    "pandiff": "een npm-pakket dat ook pandoc nodig heeft",
}
"""Peers that are known and left out, and why."""
