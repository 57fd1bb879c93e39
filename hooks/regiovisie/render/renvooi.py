"""The text as HTML: one version as it reads, or two with every changed word marked.

Inside an element with ``data-renvooi``, and after removing everything with ``data-bij``
(labels, notes, markers), the old words stand there when all ``ins`` are dropped, and the
new ones when all ``del`` are.
"""

from __future__ import annotations

import copy
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import html
from lxml.html import HtmlElement
from markupsafe import Markup

from regiovisie.diff.compare import Entry, Op, Slice
from regiovisie.diff.history import PlacedBlock
from regiovisie.herkomst.plekken import Plek, stretches
from regiovisie.herkomst.vergelijking import OnderdeelVergelijking
from regiovisie.render.blokken import BlockWriter, marker
from regiovisie.render.containers import Containers, Top
from regiovisie.render.inline import Href, Maten, Side, Sides, bij
from regiovisie.render.noten import Noot, make_noten
from regiovisie.render.verplaatsingen import OUD, Ends, OnOtherPage, move_label
from regiovisie.render.verwijzingen import Verwijzer


@dataclass(frozen=True, slots=True)
class Links:
    """Where links lead on the page that is rendered."""

    new: Href
    """A link target in the new text → an address."""
    old: Href
    """The same for the old text."""
    onderdeel: OnOtherPage = lambda slug, anchor: f"../{slug}/#{anchor}"
    """The slug of an onderdeel and an id → the address in the same comparison."""
    verwijzer_new: Verwijzer | None = None
    """Where references in the new words lead; None where they are no links."""
    verwijzer_old: Verwijzer | None = None
    """The same for the old words."""
    maten_new: Maten | None = None
    """How large the images of the new text are; None where nobody knows."""
    maten_old: Maten | None = None
    """The same for the old text."""


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


def render_tekst(blocks: Sequence[PlacedBlock], links: Links) -> tuple[Fragment, ...]:
    """One onderdeel of one version, nothing marked."""
    return _Page([_unchanged(placed) for placed in blocks], (), links, {}).fragments()


def render_vergelijking(
    onderdeel: OnderdeelVergelijking, links: Links, ends: Ends
) -> tuple[Fragment, ...]:
    """One onderdeel of a pair, with all changes marked and numbered."""
    return _Page(onderdeel.entries, onderdeel.plekken, links, ends).fragments()


def render_plek(plekken: Sequence[Plek], links: Links) -> Markup:
    """The block round some places in it, to stand on another page.

    All changes in the block are marked; those outside the places have the class ``ander``.
    """
    entry = plekken[0].entry
    inside = _with_ops(entry, entry.binnen) if entry.verplaatsing else entry
    words = [replace(p, entry=inside) for p in plekken if p.entry is entry and p.soort == "tekst"]
    page = _Page([inside], words, links, {})
    tops = [without_ids(top) for top in page.build()]
    for top in tops:
        _set_others_apart(top)
    return Markup("").join(_serialise(top) for top in tops)


def without_ids(root: HtmlElement) -> HtmlElement:
    """A copy that may stand beside the original: no ids, no markers, no labels."""
    clone = copy.deepcopy(root)
    for made in clone.xpath(".//*[contains(@class, 'plek') or contains(@class, 'bord')]"):
        if isinstance(made, HtmlElement) and made.get("data-bij") is not None:
            made.drop_tree()
    for made in clone.iter():
        made.attrib.pop("id", None)
    return clone


def _set_others_apart(root: HtmlElement) -> None:
    marks = [mark for mark in root.iter("ins", "del") if isinstance(mark, HtmlElement)]
    if not any("data-noot" in mark.attrib for mark in marks):
        return
    for mark in marks:
        if mark.attrib.pop("data-noot", None) is None and mark.get("class") is None:
            mark.set("class", "ander")


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
        self._moves = {
            plek.entry.verplaatsing: noot.nummer
            for noot in self._noten
            for plek in noot.plekken
            if plek.soort == "verplaatst"
        }
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
        self._write(host, entry)
        if block.kind == "footnote":
            _add_back_link(self._containers.innermost(host), host, entry)

    def _writer(self, host: HtmlElement, entry: Entry) -> BlockWriter:
        leading = self._event_markers(host, entry)
        if not entry.verplaatsing:
            return BlockWriter(host, self._sides, leading=leading)
        if entry.new is not None:
            return BlockWriter(host, self._sides, "ins", leading)
        return BlockWriter(host, Sides(self._sides.old, self._sides.old), "del")

    def _event_markers(self, host: HtmlElement, entry: Entry) -> list[HtmlElement]:
        """The numbers of what happened to the block besides words; its element knows them."""
        events = [e for e in self._by_entry.get(id(entry), ()) if e[1].soort != "tekst"]
        numbers = [noot.nummer for noot, _ in events]
        if entry.new is None and entry.verplaatsing in self._moves:
            numbers = [self._moves[entry.verplaatsing]]
        if numbers:
            host.set("data-noot", " ".join(map(str, numbers)))
        found: list[HtmlElement] = []
        for noot, plek in events:
            found += [bij("span", "", id=plek.anker), *self._markers(noot)]
        return found

    def _write(self, host: HtmlElement, entry: Entry) -> None:
        writer = self._writer(host, entry)
        ops = _shown_ops(entry)
        told = self._by_entry.get(id(entry), [])
        begins = {plek.first: (noot, plek) for noot, plek in told if plek.soort == "tekst"}
        ends = {last: begins[first][0] for first, last in stretches(ops) if first in begins}
        noot = 0
        for index, op in enumerate(ops):
            if index in ends:
                self._mark(writer, ends[index])
                noot = 0
            if index in begins:
                noot = begins[index][0].nummer
            changed = op.sign != "="
            anker = begins[index][1].anker if index in begins else ""
            writer.op(op, anker, noot if changed else 0)
        if len(ops) in ends:
            self._mark(writer, ends[len(ops)])
        self._label_move(writer, entry)
        writer.finish()

    def _mark(self, writer: BlockWriter, noot: Noot) -> None:
        for link in self._markers(noot):
            writer.append(link)

    def _markers(self, noot: Noot) -> Iterator[HtmlElement]:
        """The number of a note, at its first place only: so numbers rise as one reads on."""
        if noot.nummer not in self._told:
            self._told.add(noot.nummer)
            yield marker(noot)

    def _label_move(self, writer: BlockWriter, entry: Entry) -> None:
        """Say where a block went or came from; once for blocks that went together."""
        ends = self._ends.get(entry.verplaatsing)
        if ends is None:
            self._last_move = ()
            return
        went = entry.new is None
        # Why is told at the new end; the old one leads there, for each cause.
        move = (went, ends.page_was, ends.page_wordt, ends.noot if went else 0)
        if move != self._last_move:
            writer.append(move_label(ends, self._links.onderdeel, went=went))
        self._last_move = move


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
        old=Side(links.old, _footnote_numbers(olds), OUD, links.verwijzer_old, links.maten_old),
        new=Side(
            links.new,
            _footnote_numbers(news),
            verwijzer=links.verwijzer_new,
            maten=links.maten_new,
        ),
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
            elif made.get("class") == "voetnoot-terug":
                made.drop_tree()
            else:
                del made.attrib["href"]
