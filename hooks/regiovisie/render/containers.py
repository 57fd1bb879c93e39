"""The elements that blocks stand in: lists, tables, quotations.

A page is a row of blocks, each with the path of its containers. Walking along, containers
are opened and closed; what stands outside all others is a top-level element.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from regiovisie.diff.compare import Entry
from regiovisie.diff.history import PlacedBlock
from regiovisie.model import Block, Frame
from regiovisie.render.inline import element


@dataclass
class Top:
    """A top-level element while the page is built."""

    element: HtmlElement
    entries: list[Entry] = field(default_factory=list)


class Containers:
    """Opens and closes the lists, tables and quotations that blocks stand in.

    A container of the old version is the same element as one of the new when a block that
    both versions hold stands in both; so a dropped list item stays in its list.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.tops: list[Top] = []
        self._open: list[tuple[object, HtmlElement]] = []
        self._same: dict[object, object] = {}
        for entry in entries:
            if entry.new and entry.old and not entry.verplaatsing:
                self._unite(entry.old[0], entry.new)

    def host(self, entry: Entry) -> HtmlElement:
        """The element that the words of an entry go into, inside its containers."""
        placed = entry.placed
        self._enter(placed)
        host = self._element(placed.block)
        if not self._open:
            self.tops.append(Top(host))
        self.tops[-1].entries.append(entry)
        return host

    def innermost(self, host: HtmlElement) -> HtmlElement:
        """The innermost open container; the host itself where there is none."""
        return self._open[-1][1] if self._open else host

    def _unite(self, old: PlacedBlock, new: PlacedBlock) -> None:
        for was, wordt in zip(old.block.path, new.block.path, strict=False):
            if was.tag == wordt.tag:
                self._same.setdefault(_frame_key(old, was), _frame_key(new, wordt))

    def _enter(self, placed: PlacedBlock) -> None:
        """Close and open containers until those of a block are open."""
        path = placed.block.path
        keys = [self._same.get(key, key) for key in (_frame_key(placed, f) for f in path)]
        keep = 0
        while keep < min(len(keys), len(self._open)) and self._open[keep][0] == keys[keep]:
            keep += 1
        del self._open[keep:]
        for key, frame in zip(keys[keep:], path[keep:], strict=True):
            self._begin(key, frame)

    def _begin(self, key: object, frame: Frame) -> None:
        made = _frame_element(frame)
        if self._open:
            self._open[-1][1].append(made)
        else:
            self.tops.append(Top(made))
        self._open.append((key, made))

    def _element(self, block: Block) -> HtmlElement:
        if not block.tag and self._open:
            host = self._open[-1][1]
            # A second text in one list item stands apart from the first.
            if not (host.text or len(host)):
                return host
        made = element(block.tag or ("hr" if block.kind == "rule" else "p"))
        if self._open:
            self._open[-1][1].append(made)
        return made


def _frame_key(placed: PlacedBlock, frame: Frame) -> tuple[int, str, int]:
    return (placed.version, placed.onderdeel.slug, frame.key)


def _frame_element(frame: Frame) -> HtmlElement:
    made = element(frame.tag)
    for name, value in frame.attrs:
        if name != "label":
            made.set(name, value)
    if dict(frame.attrs).get("class") == "voetnoten":
        # A group and no region: between notes in the margin there may be several on a page.
        made.set("role", "group")
        made.set("aria-label", "Voetnoten")
    return made
