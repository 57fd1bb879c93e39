"""The text as HTML: one version as it reads, or two with every changed word marked.

Inside an element with ``data-renvooi``, and after removing everything with ``data-bij``
(labels, notes, markers), the old words stand there when all ``ins`` are dropped, and the
new ones when all ``del`` are.
"""

from __future__ import annotations

import copy
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from lxml import html
from lxml.html import HtmlElement
from markupsafe import Markup

from regiovisie.diff.compare import Entry, Op, Slice
from regiovisie.diff.history import PlacedBlock
from regiovisie.herkomst.plekken import Plek, stretches
from regiovisie.herkomst.vergelijking import OnderdeelVergelijking
from regiovisie.render.beschrijving import plaatsnaam
from regiovisie.render.blokken import BlockWriter
from regiovisie.render.containers import Containers, Top
from regiovisie.render.inline import Href, Side, Sides, add_text, bij, element
from regiovisie.render.noten import Noot, make_noten

OUD = "oud-"
"""Before the ids of what stands only in the old version."""


@dataclass(frozen=True, slots=True)
class Links:
    """Where links lead on the page that is rendered."""

    new: Href
    """A link target in the new text → an address."""
    old: Href
    """The same for the old text."""
    onderdeel: Callable[[str, str], str] = lambda slug, anchor: f"../{slug}/#{anchor}"
    """The slug of an onderdeel and an id → the address in the same comparison."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """One top-level element of the text: a heading, a paragraph, a list, a table."""

    html: Markup
    oud: Markup | None
    """The old side alone, without ids, for showing both sides next to each other."""
    status: str
    """The status that all its blocks have, else "gewijzigd"."""
    levenslijnen: tuple[str, ...]
    noten: tuple[Noot, ...] = ()
    """The notes that begin in it."""


@dataclass(frozen=True, slots=True)
class MoveEnds:
    """Where a moved block stood and stands: the blocks, and the pages that show them."""

    was: PlacedBlock
    wordt: PlacedBlock
    page_was: str
    page_wordt: str


Ends = Mapping[str, MoveEnds]
"""Id of a move → its ends."""


def render_tekst(blocks: Sequence[PlacedBlock], links: Links) -> tuple[Fragment, ...]:
    """One onderdeel of one version, nothing marked."""
    return _Page([_unchanged(placed) for placed in blocks], (), links, {}).fragments()


def render_vergelijking(
    onderdeel: OnderdeelVergelijking, links: Links, ends: Ends
) -> tuple[Fragment, ...]:
    """One onderdeel of a pair, with all changes marked and numbered."""
    return _Page(onderdeel.entries, onderdeel.plekken, links, ends).fragments()


def render_plek(plek: Plek, links: Links) -> Markup:
    """The block round one place with its changes marked, to stand on another page."""
    entry = plek.entry
    inside = _with_ops(entry, entry.binnen) if entry.verplaatsing else entry
    page = _Page([inside], (), links, {})
    return Markup("").join(_serialise(without_ids(top)) for top in page.build())


def move_ends(onderdelen: Iterable[OnderdeelVergelijking]) -> Ends:
    """Both ends of every move in a pair."""
    pages: dict[str, str] = {}
    news: dict[str, tuple[Entry, str]] = {}
    for onderdeel in onderdelen:
        for entry in onderdeel.entries:
            if entry.verplaatsing and entry.new:
                news.setdefault(entry.verplaatsing, (entry, onderdeel.slug))
            elif entry.verplaatsing:
                pages.setdefault(entry.verplaatsing, onderdeel.slug)
    return {
        name: MoveEnds(entry.old[0], entry.placed, pages[name], page)
        for name, (entry, page) in news.items()
        if name in pages
    }


def without_ids(root: HtmlElement) -> HtmlElement:
    """A copy that may stand beside the original: no ids, no markers, no labels."""
    clone = copy.deepcopy(root)
    for made in clone.xpath(".//*[contains(@class, 'plek') or contains(@class, 'bord')]"):
        if isinstance(made, HtmlElement) and made.get("data-bij") is not None:
            made.drop_tree()
    for made in clone.iter():
        made.attrib.pop("id", None)
    return clone


def _old_side(root: HtmlElement) -> HtmlElement:
    clone = without_ids(root)
    for made in clone.xpath(".//ins | .//*[@class='nieuw']"):
        if isinstance(made, HtmlElement) and made.getparent() is not None:
            made.drop_tree()
    return clone


def _serialise(root: HtmlElement) -> Markup:
    return Markup(html.tostring(root, encoding="unicode", with_tail=False))


def _unchanged(placed: PlacedBlock) -> Entry:
    whole = Slice(placed, 0, len(placed.block.text))
    return Entry("gelijk", (placed,), placed, (Op("=", whole, whole),), -1)


def _with_ops(entry: Entry, ops: tuple[Op, ...]) -> Entry:
    return Entry(entry.status, entry.old, entry.new, ops, entry.strand, "", (), entry.meldingen)


class _Page:
    """Builds the elements of one page from its entries, in order."""

    def __init__(
        self, entries: Sequence[Entry], plekken: Sequence[Plek], links: Links, ends: Ends
    ) -> None:
        self._entries = entries
        self._links = links
        self._ends = ends
        self._sides = _sides(entries, links)
        self._containers = Containers(entries)
        self._noten = make_noten(entries, plekken)
        self._by_entry: dict[int, list[tuple[Noot, Plek]]] = defaultdict(list)
        for noot in self._noten:
            for plek in noot.plekken:
                self._by_entry[id(plek.entry)].append((noot, plek))
        self._told: set[int] = set()
        self._last_move: tuple[object, ...] = ()

    def build(self) -> list[HtmlElement]:
        """The top-level elements."""
        for entry in self._entries:
            host = self._containers.host(entry)
            self._fill(host, entry)
        tops = [top.element for top in self._containers.tops]
        _repair_footnotes(tops)
        return tops

    def fragments(self) -> tuple[Fragment, ...]:
        """The top-level elements with what is to be known of each."""
        self.build()
        return tuple(self._fragment(top) for top in self._containers.tops)

    def _fragment(self, top: Top) -> Fragment:
        statuses = {entry.status for entry in top.entries}
        status = statuses.pop() if len(statuses) == 1 else "gewijzigd"
        lines = tuple(dict.fromkeys(entry.levenslijn for entry in top.entries))
        mine = {id(entry) for entry in top.entries}
        noten = tuple(n for n in self._noten if id(n.plekken[0].entry) in mine)
        unchanged = status in ("gelijk", "opmaak")
        oud = None if unchanged else _serialise(_old_side(top.element))
        return Fragment(_serialise(top.element), oud, status, lines, noten)

    def _fill(self, host: HtmlElement, entry: Entry) -> None:
        block = entry.placed.block
        host.set("id", (OUD if entry.new is None else "") + entry.levenslijn)
        if entry.status != "gelijk":
            host.set("class", " ".join(filter(None, (host.get("class"), entry.status))))
        if block.kind == "rule":
            return
        if block.kind == "heading":
            _add_heading_parts(host, entry)
        writer = self._writer(host, entry)
        self._write(writer, entry)
        if block.kind == "footnote":
            _add_back_link(self._containers.innermost(host), host, entry)

    def _writer(self, host: HtmlElement, entry: Entry) -> BlockWriter:
        if not entry.verplaatsing:
            return BlockWriter(host, self._sides)
        if entry.new is not None:
            return BlockWriter(host, self._sides, "ins")
        return BlockWriter(host, Sides(self._sides.old, self._sides.old), "del")

    def _write(self, writer: BlockWriter, entry: Entry) -> None:
        ops = _shown_ops(entry)
        told = self._by_entry.get(id(entry), [])
        begins = {plek.first: (noot, plek) for noot, plek in told if plek.soort == "tekst"}
        ends = {last: begins[first][0] for first, last in stretches(ops) if first in begins}
        for index, op in enumerate(ops):
            if index in ends:
                self._mark(writer, ends[index])
            writer.op(op, begins[index][1].anker if index in begins else "")
        if len(ops) in ends:
            self._mark(writer, ends[len(ops)])
        for noot, plek in told:
            if plek.soort != "tekst":
                writer.append(bij("span", "", id=plek.anker))
                self._mark(writer, noot)
        self._label_move(writer, entry)
        writer.finish()

    def _mark(self, writer: BlockWriter, noot: Noot) -> None:
        writer.marker(noot, is_first=noot.nummer not in self._told)
        self._told.add(noot.nummer)

    def _label_move(self, writer: BlockWriter, entry: Entry) -> None:
        """Say where a block went or came from; once for blocks that went together."""
        ends = self._ends.get(entry.verplaatsing)
        if ends is None:
            self._last_move = ()
            return
        went = entry.new is None
        move = (went, ends.page_was, ends.page_wordt)
        if move != self._last_move:
            writer.append(_move_label(ends, self._links, went=went))
        self._last_move = move


def _move_label(ends: MoveEnds, links: Links, *, went: bool) -> HtmlElement:
    """Where a block went or came from, with a link to the other end."""
    same = ends.page_was == ends.page_wordt
    label = bij("span", "Verplaatst ", class_="bord")
    target = ends.wordt.id if went else OUD + ends.was.id
    page = ends.page_wordt if went else ends.page_was
    link = element("a", href=f"#{target}" if same else links.onderdeel(page, target))
    if same:
        link.text = "naar een andere plek" if went else "van een andere plek"
        add_text(label, "binnen dit onderdeel, ")
    else:
        link.text = ("naar " if went else "vanuit ") + plaatsnaam(ends.wordt if went else ends.was)
    label.append(link)
    return label


def _shown_ops(entry: Entry) -> tuple[Op, ...]:
    """The ops as they are written: of a moved block its inside at the new end, and its old
    words, marked by their wrapper, at the old end."""
    if not entry.verplaatsing:
        return entry.ops
    if entry.new is not None:
        return entry.binnen
    return tuple(Op("=", op.old, op.old) for op in entry.ops)


def _add_heading_parts(host: HtmlElement, entry: Entry) -> None:
    """The readable address of a heading, and the ordinal typed before it."""
    block = entry.placed.block
    if entry.new is not None and block.slug:
        host.append(bij("span", "", id=block.slug, class_="kop-anker"))
    if block.label:
        host.append(bij("span", f"{block.label} ", class_="kop-nummer"))


def _add_back_link(item: HtmlElement, host: HtmlElement, entry: Entry) -> None:
    prefix = OUD if entry.new is None else ""
    label = entry.placed.block.path[-1].attrs[0][1]
    item.set("id", f"{prefix}fn-{label}")
    if host is not item:
        host.set("id", prefix + entry.levenslijn)
    link = bij("a", "↑", href=f"#{prefix}fnref-{label}", class_="voetnoot-terug")
    link.set("aria-label", "Terug naar de tekst")
    host.append(link)


def _sides(entries: Sequence[Entry], links: Links) -> Sides:
    """Both sides of a page, with their footnotes numbered as each version has them."""
    olds = [placed for entry in entries for placed in entry.old]
    news = [entry.new for entry in entries if entry.new]
    return Sides(
        Side(links.old, _footnote_numbers(olds), OUD), Side(links.new, _footnote_numbers(news))
    )


def _footnote_numbers(blocks: Iterable[PlacedBlock]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for placed in sorted(blocks, key=lambda p: p.index):
        for mark in placed.block.marks:
            if mark.tag == "footnote-ref":
                numbers.setdefault(mark.attr("label"), len(numbers) + 1)
    return numbers


def _repair_footnotes(tops: Sequence[HtmlElement]) -> None:
    """Lead every footnote mark and every way back to something that is on the page.

    A note of which only the mark went, or only the text, has its partner on the other side.
    """
    every = [made for top in tops for made in top.iter() if isinstance(made.tag, str)]
    seen: set[str] = set()
    for made in every:
        name = made.get("id")
        if name is not None and name in seen:
            del made.attrib["id"]
        elif name is not None:
            seen.add(name)
    for made in every:
        href = made.get("href", "")
        if href.startswith(("#fn", "#" + OUD + "fn")) and href[1:] not in seen:
            other = href[1:].removeprefix(OUD) if href[1:].startswith(OUD) else OUD + href[1:]
            if other in seen:
                made.set("href", f"#{other}")
            else:
                del made.attrib["href"]
