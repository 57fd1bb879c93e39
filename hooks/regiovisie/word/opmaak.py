"""Pieces as one line of Markdown: the same words, escaped where Markdown would read a sign.

[vet "Hulp"] [" is 2*3"]   →   **Hulp** is 2\\*3
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from regiovisie.word.inhoud import Spoor, Stuk

BEGIN, EINDE, PUNT = 0xF0000, "\U0010fffd", 0x100000
"""Signs of nobody, to know afterwards in which words a change stands: see `Merken`."""
_MOST = 0xFFF0

_SIGNS = re.compile(r"[\\`*\[\]{}<]|(?<![^\W_])_|_(?![^\W_])|!(?=\[)|&(?=#?\w+;)")
_ESCAPED = {"<": "&lt;", "&": "&amp;"}

# A sentence ends at a full stop before a capital, unless the word before it is short for another.
_SENTENCE = re.compile(
    r"(?P<end>[.!?…][’”'\")\]*]*(?:\[\^[\w-]+\])*[*]*) +(?=[*\[(‘“'\"]*[A-ZÀ-ÖØ-Þ0-9])"
)
_ABBREVIATED = re.compile(
    r"(?:\b(?:bijv|blz|nr|art|dr|drs|mr|mw|dhr|ir|ing|prof|incl|excl|ca|resp|evt|jl|jo|max|min"
    r"|tel|vgl|etc|st|mevr|ds|cf|d\.w\.z|o\.a|m\.n|n\.v\.t|t\.a\.v|i\.p\.v)|\b\w|^\d+|\.\w)\.$",
    re.IGNORECASE,
)
_IMAGE = re.compile(r"!\[(?:\\.|[^\]\\])*\]\([^)]*\)")
_LINE_START = re.compile(
    r"(?P<sign>[#>]|[+\-](?=\s|$)|-(?=--)|=+\s*$|:(?=\s)|~{3}|!{3})|(?P<number>\d+)(?P<dot>\.)(?=\s|$)"
)


@dataclass(frozen=True, slots=True)
class Merken:
    """Signs for tracked changes in a text, none where ``sporen`` is not there.

    ``⟨3⟩thuis⟨end⟩`` stands for words of change 3, a sign without end for a place where
    change 3 took words away.
    """

    sporen: list[Spoor] | None = None

    def begin(self, spoor: Spoor | None) -> str:
        """The sign before words of a change."""
        number = self._number(spoor)
        return "" if number is None else chr(BEGIN + number)

    def punt(self, spoor: Spoor | None) -> str:
        """The sign where a change took words away."""
        number = self._number(spoor)
        return "" if number is None else chr(PUNT + number)

    def _number(self, spoor: Spoor | None) -> int | None:
        if self.sporen is None or spoor is None:
            return None
        if spoor not in self.sporen:
            if len(self.sporen) >= _MOST:
                return None
            self.sporen.append(spoor)
        return self.sporen.index(spoor)


@dataclass(frozen=True, slots=True)
class Namen:
    """How things outside the line are called in the text."""

    noot: Callable[[str], str]
    beeld: Callable[[Stuk], str]
    link: Callable[[str], str]


def regel(stukken: Sequence[Stuk], namen: Namen, merken: Merken, *, kaal: bool = False) -> str:
    """The pieces as Markdown on one line.

    ``kaal`` leaves out bold where all of it is: a heading is bold by itself.
    """
    shown = list(_trimmed(_flat(stukken)))
    words = [stuk for stuk in shown if stuk.soort == "tekst" and stuk.tekst.strip()]
    if kaal and all(stuk.vet for stuk in words):
        shown = [replace(stuk, vet=False) for stuk in shown]
    parts = []
    for link, group in groupby(shown, key=lambda s: s.link):
        inner = "".join(_looks(list(group), namen, merken))
        parts.append(_linked(inner, namen.link(link)) if link else inner)
    return "".join(parts).strip(" ")


def _linked(inner: str, target: str) -> str:
    words = inner.strip(" ")
    if not words or not target:
        return inner
    before = inner[: len(inner) - len(inner.lstrip(" "))]
    after = inner[len(inner.rstrip(" ")) :]
    return f"{before}[{words}]({target}){after}"


def _flat(stukken: Sequence[Stuk]) -> Iterator[Stuk]:
    """The pieces with each run of white space as one space. Notes stand outside links."""
    for stuk in stukken:
        if stuk.soort == "tekst":
            yield _with_words(stuk, re.sub(r"[^\S\u00a0]+", " ", stuk.tekst))
        elif stuk.soort in ("noot", "regel"):
            yield Stuk(stuk.soort, stuk.tekst, bestaan=stuk.bestaan)
        else:
            yield stuk


def _trimmed(stukken: Iterator[Stuk]) -> Iterator[Stuk]:
    """Without double spaces over the borders of pieces, and without points between spaces."""
    listed = list(stukken)
    last = " "
    for at, piece in enumerate(listed):
        if piece.soort == "punt":
            if not (last == " " and _next_char(listed, at) in (" ", "")):
                yield piece
            continue
        stuk = _with_words(piece, piece.tekst.removeprefix(last)) if last == " " else piece
        if stuk.soort != "tekst" or stuk.tekst:
            last = stuk.tekst[-1] if stuk.soort == "tekst" else "x"
            yield stuk


def _next_char(stukken: Sequence[Stuk], at: int) -> str:
    for stuk in stukken[at + 1 :]:
        if stuk.soort == "tekst" and stuk.tekst:
            return stuk.tekst[0]
        if stuk.soort in ("noot", "beeld"):
            return "x"
    return ""


def _with_words(stuk: Stuk, words: str) -> Stuk:
    return replace(stuk, tekst=words)


Look = tuple[bool, bool, bool, bool, bool]


def _look(stuk: Stuk) -> Look:
    return stuk.vet, stuk.cursief, stuk.hoog, stuk.laag, stuk.code


def _looks(stukken: Sequence[Stuk], namen: Namen, merken: Merken) -> Iterator[str]:
    """Runs of one look, each with its signs; spaces stay outside them."""
    before = ""
    for look, group in groupby(_without_look_of_points(stukken), key=_look):
        vet, cursief, hoog, laag, code = look
        run = list(group)
        words = "".join(s.tekst for s in run if s.soort == "tekst")
        inner = "".join(_piece(s, namen, merken) for s in run)
        if words.strip() and any(look):
            signs = _signs(vet, cursief, hoog, laag, code, before)
            inner = _wrapped(inner, *signs)
        before = inner[-1:] or before
        yield inner


def _without_look_of_points(stukken: Sequence[Stuk]) -> list[Stuk]:
    """Points take the look of the piece before them, so that they break no run."""
    found: list[Stuk] = []
    for stuk in stukken:
        if stuk.soort == "punt" and found:
            found.append(replace(found[-1], soort="punt", tekst="", bestaan=stuk.bestaan))
        else:
            found.append(stuk)
    return found


def _signs(
    vet: bool, cursief: bool, hoog: bool, laag: bool, code: bool, before: str
) -> tuple[str, str]:
    """What stands before and after a run of this look."""
    opens, closes = "", ""
    if hoog or laag:
        tag = "sup" if hoog else "sub"
        opens, closes = f"<{tag}>", f"</{tag}>"
    if code:
        opens, closes = f"{opens}<code>", f"</code>{closes}"
    html = before == "*"
    if vet:
        opens = ("<strong>" if html else "**") + opens
        closes += "</strong>" if html else "**"
    if cursief:
        opens = ("<em>" if html else "*") + opens
        closes += "</em>" if html else "*"
    return opens, closes


def _wrapped(inner: str, opens: str, closes: str) -> str:
    core = inner.strip(" ")
    before = inner[: len(inner) - len(inner.lstrip(" "))]
    after = inner[len(inner.rstrip(" ")) :] if core else ""
    return f"{before}{opens}{core}{closes}{after}"


def _piece(stuk: Stuk, namen: Namen, merken: Merken) -> str:
    spoor = stuk.bestaan.spoor
    if stuk.soort == "punt":
        return merken.punt(spoor)
    if stuk.soort == "regel":
        return "<br>"
    if stuk.soort == "noot":
        return _marked(f"[^{namen.noot(stuk.tekst)}]", spoor, merken)
    if stuk.soort == "beeld":
        return f"![{escaped(stuk.alt)}]({namen.beeld(stuk)})"
    return _marked(escaped(stuk.tekst), spoor, merken)


def _marked(words: str, spoor: Spoor | None, merken: Merken) -> str:
    """Words with the signs of their change right against them."""
    begin, core = merken.begin(spoor), words.strip(" ")
    if not begin or not core:
        return words
    before = words[: len(words) - len(words.lstrip(" "))]
    return f"{before}{begin}{core}{EINDE}{words[len(before) + len(core) :]}"


def escaped(words: str) -> str:
    """Words that Markdown gives back as they are, wherever they stand in a line."""
    shown = _SIGNS.sub(lambda m: _ESCAPED.get(m[0], "\\" + m[0]), words)
    return shown.replace("\u00a0", "&nbsp;")


def zinnen(line: str) -> list[str]:
    """A line of Markdown with each sentence on a line of its own, none beginning with a sign."""
    lines: list[str] = []
    start = 0
    images = [m.span() for m in _IMAGE.finditer(line)]
    for match in _SENTENCE.finditer(line):
        if any(begin < match.start() < end for begin, end in images):
            continue
        if not _ABBREVIATED.search(line[start : match.end("end")].rstrip("*”’\"')")):
            lines.append(line[start : match.end("end")])
            start = match.end()
    lines.append(line[start:])
    return [veilig_begin(part) for part in lines if part]


def veilig_begin(line: str) -> str:
    """A line that does not begin as a list, a heading or a quote does."""
    match = _LINE_START.match(line)
    if match is None:
        return line
    if match["number"]:
        return f"{match['number']}\\.{line[match.end() :]}"
    sign = match["sign"][0]
    if sign in ("#", ">", "+", "-", "!"):
        return f"\\{line}"
    return f"&#{ord(sign)};{line[1:]}"
