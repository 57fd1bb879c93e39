"""What changed besides words, to be told in words: "de link wijst nu naar …".

A link that leads elsewhere, emphasis added or dropped, another image, a heading that went
down a level. Text is never marked as changed for any of these.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from regiovisie.diff.history import PlacedBlock
from regiovisie.model import ATOM, CELL, Block, Frame, Mark
from regiovisie.text.slug import split_file_name

_NAMES = {
    "strong": "vet",
    "b": "vet",
    "em": "cursief",
    "i": "cursief",
    "u": "onderstreept",
    "mark": "gemarkeerd",
    "code": "als code",
    "q": "tussen aanhalingstekens",
    "cite": "als titel",
    "small": "klein",
    "sub": "verlaagd",
    "sup": "verhoogd",
    "s": "doorgehaald",
}
"""Emphasis, and what a reader calls it."""
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_KINDS = {
    "paragraph": "een gewone alinea",
    "item": "een punt in een lijst",
    "definition": "een omschrijving",
}


@dataclass(frozen=True, slots=True)
class Melding:
    """One such change: a link target is a ``koppeling``, all else is ``opmaak``."""

    soort: Literal["koppeling", "opmaak"]
    woorden: str
    """The visible words concerned."""
    tekst: str
    """What happened: a Dutch sentence."""


class SliceLike(Protocol):
    """A run of one block's text."""

    @property
    def placed(self) -> PlacedBlock: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def meldingen_of(
    old: Sequence[PlacedBlock],
    new: PlacedBlock,
    kept: Sequence[tuple[SliceLike | None, SliceLike | None]],
    *,
    whole: bool = True,
) -> tuple[Melding, ...]:
    """What changed in the markup of the kept words, and in the kind of the block.

    ``kept`` are the slices of equal words in the old and the new block; ``whole`` says that
    the one old block became the new one, and was not split or joined.
    """
    found: list[Melding] = []
    if whole and len(old) == 1:
        if same_markup(old[0].block, new.block):
            return ()
        found += _block_meldingen(old[0].block, new.block)
    for placed in old:
        pairs = [(was, wordt) for was, wordt in kept if was and wordt and was.placed is placed]
        if placed.block.marks or new.block.marks:
            found += _Kept(placed.block, new.block, pairs).meldingen()
    return tuple(dict.fromkeys(found))


def same_markup(old: Block, new: Block) -> bool:
    """Whether two blocks with the same words differ in nothing; quick, for most are so."""
    if old.marks != new.marks or old.tag != new.tag or old.label != new.label:
        return False
    if old.text != new.text or len(old.path) != len(new.path):
        return False
    return all(
        a.tag == b.tag and a.attrs == b.attrs for a, b in zip(old.path, new.path, strict=True)
    )


def _block_meldingen(old: Block, new: Block) -> Iterator[Melding]:
    yield from _heading_meldingen(old, new)
    yield from _list_meldingen(old, new)
    was_quote, is_quote = (any(f.tag == "blockquote" for f in b.path) for b in (old, new))
    if is_quote and not was_quote:
        yield Melding("opmaak", new.words, "Dit is nu een citaat.")
    elif was_quote and not is_quote:
        yield Melding("opmaak", new.words, "Dit is geen citaat meer.")
    elif old.kind != new.kind and new.kind in _KINDS:
        yield Melding("opmaak", new.words, f"Dit is nu {_KINDS[new.kind]}.")


def _heading_meldingen(old: Block, new: Block) -> Iterator[Melding]:
    if not old.kind == new.kind == "heading":
        return
    if old.tag != new.tag:
        tekst = f"Het kopniveau is veranderd van {old.tag[1]} in {new.tag[1]}."
        yield Melding("opmaak", new.words, tekst)
    if old.label != new.label:
        was, wordt = (b.label.rstrip(".") or "geen" for b in (old, new))
        tekst = f"Het nummer van de kop is veranderd van {was} in {wordt}."
        yield Melding("opmaak", new.words, tekst)


def _list_meldingen(old: Block, new: Block) -> Iterator[Melding]:
    was, wordt = _list_frame(old), _list_frame(new)
    if not was or not wordt:
        return
    if was.tag != wordt.tag:
        soort = "genummerde lijst" if wordt.tag == "ol" else "opsomming zonder nummers"
        yield Melding("opmaak", new.words, f"De lijst is nu een {soort}.")
    elif _first_number(was) != _first_number(wordt):
        begin = f"De lijst begint nu bij {_first_number(wordt)}"
        yield Melding("opmaak", new.words, f"{begin} (eerst bij {_first_number(was)}).")


def _list_frame(block: Block) -> Frame | None:
    frames = [frame for frame in block.path if frame.tag in ("ul", "ol")]
    return frames[-1] if frames and block.kind == "item" else None


def _first_number(frame: Frame) -> str:
    return dict(frame.attrs).get("start", "1")


class _Kept:
    """The words that two blocks share, and the markup on both sides of them."""

    def __init__(
        self, old: Block, new: Block, pairs: Sequence[tuple[SliceLike, SliceLike]]
    ) -> None:
        self.old, self.new = old, new
        self.tags = {mark.tag for block in (old, new) for mark in block.marks}
        self.to_old: dict[int, int] = {}
        for was, wordt in pairs:
            # White space at the start may differ; from the first word on both runs are alike.
            start = _first_char(new.text, wordt.start)
            shift = _first_char(old.text, was.start) - start
            self.to_old.update((place, place + shift) for place in range(start, wordt.end))
        self.to_new = {was: wordt for wordt, was in self.to_old.items()}

    def meldingen(self) -> Iterator[Melding]:
        """Links and images first, then emphasis and explanations."""
        yield from self._links()
        yield from self._images()
        for tag, name in _NAMES.items():
            if tag in self.tags:
                yield from self._emphasis(tag, name)
        yield from self._abbreviations()

    def _links(self) -> Iterator[Melding]:
        for words, was, wordt in self._changed("a", _target):
            yield Melding("koppeling", words, _link_tekst(words, was, wordt))

    def _abbreviations(self) -> Iterator[Melding]:
        for words, was, wordt in self._changed("abbr", _title):
            yield Melding("opmaak", words, _title_tekst(words, was, wordt))

    def _changed(self, tag: str, value: Callable[[Mark], str]) -> Iterator[tuple[str, str, str]]:
        """Marks with another value on the other side: the words, the old and the new value."""
        for mark in (m for m in self.new.marks if m.tag == tag):
            here = [p for p in range(mark.start, mark.end) if p in self.to_old]
            olds = self._values(self.old, tag, value, (self.to_old[p] for p in here))
            if here and value(mark) not in olds:
                yield _words(self.new, mark.start, mark.end), "".join(olds[:1]), value(mark)
        for mark in (m for m in self.old.marks if m.tag == tag):
            there = [self.to_new[p] for p in range(mark.start, mark.end) if p in self.to_new]
            if there and not self._values(self.new, tag, value, there):
                yield _words(self.new, min(there), max(there) + 1), value(mark), ""

    @staticmethod
    def _values(
        block: Block, tag: str, value: Callable[[Mark], str], places: Iterable[int]
    ) -> list[str]:
        over = [m for m in block.marks if m.tag == tag]
        return [value(m) for p in places for m in over if m.start <= p < m.end]

    def _images(self) -> Iterator[Melding]:
        for mark in (m for m in self.new.marks if m.tag == "img"):
            at = self.to_old.get(mark.start)
            was = next((m for m in self.old.marks if m.tag == "img" and m.start == at), None)
            if was and was.attr("src") != mark.attr("src"):
                yield Melding("opmaak", "", "Er staat een andere afbeelding.")
            if was and was.attr("alt") != mark.attr("alt"):
                alt = mark.attr("alt")
                yield Melding("opmaak", alt, f"De beschrijving van de afbeelding is nu: ‘{alt}’.")

    def _emphasis(self, tag: str, name: str) -> Iterator[Melding]:
        old = _covered(self.old, tag)
        new = _covered(self.new, tag)
        gained = {p for p in new if p in self.to_old and self.to_old[p] not in old}
        lost = {p for p, was in self.to_old.items() if was in old and p not in new}
        for words in self._runs(gained):
            yield Melding("opmaak", words, f"‘{words}’ staat nu {name}.")
        for words in self._runs(lost):
            yield Melding("opmaak", words, f"‘{words}’ staat niet meer {name}.")

    def _runs(self, places: set[int]) -> Iterator[str]:
        """The words at some places; changed words between them belong to them."""
        start = end = -1
        for place in [*sorted(places), len(self.new.text) + 2]:
            if start >= 0 and any(p in self.to_old for p in range(end, place)):
                if words := _words(self.new, start, end):
                    yield words
                start = -1
            start = place if start < 0 else start
            end = place + 1
        if start >= 0 and (words := _words(self.new, start, min(end, len(self.new.text)))):
            yield words


def _first_char(text: str, start: int) -> int:
    while start < len(text) and text[start] == " ":
        start += 1
    return start


def _covered(block: Block, tag: str) -> set[int]:
    return {p for m in block.marks if m.tag == tag for p in range(m.start, m.end)}


def _words(block: Block, start: int, end: int) -> str:
    return block.text[start:end].replace(CELL, " ").replace(ATOM, "").strip()


def _target(mark: Mark) -> str:
    """Where a link leads. Links to an onderdeel count by its slug: renumbering is no change."""
    path, hash_sign, anchor = mark.attr("href").partition("#")
    if path.endswith(".md") and ":" not in path:
        path = split_file_name(path.rpartition("/")[2])[1]
    return path + hash_sign + anchor


def _title(mark: Mark) -> str:
    return mark.attr("title")


def _link_tekst(words: str, was: str, wordt: str) -> str:
    old, new = _named(was), _named(wordt)
    if was and wordt:
        return f"De link ‘{words}’ wijst nu naar {new} (eerst naar {old})."
    if wordt:
        return f"‘{words}’ is nu een link naar {new}."
    return f"‘{words}’ is geen link meer (wees naar {old})."


def _named(target: str) -> str:
    """A link target for a reader: an onderdeel and a heading by their words."""
    slug, _, anchor = target.partition("#")
    if not _SLUG.fullmatch(slug):
        return target
    onderdeel = f"onderdeel ‘{slug.replace('-', ' ')}’"
    return f"{onderdeel}, kop ‘{anchor.replace('-', ' ')}’" if anchor else onderdeel


def _title_tekst(words: str, was: str, wordt: str) -> str:
    if was and wordt:
        return f"De uitleg van ‘{words}’ is nu: ‘{wordt}’."
    if wordt:
        return f"‘{words}’ heeft nu de uitleg ‘{wordt}’."
    return f"‘{words}’ heeft geen uitleg meer."
