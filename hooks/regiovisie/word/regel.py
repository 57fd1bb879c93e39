"""Inside a paragraph: runs, links, fields, notes, images, and the changes round them.

Word writes a link as an element or as a field, an image in two generations of markup, and
a tracked change as an element round runs. All become pieces of one kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from lxml.etree import _Element as Element

from regiovisie.word.bladwijzers import label_van
from regiovisie.word.inhoud import Alinea, Bestaan, Blok, Gemist, Spoor, Stuk
from regiovisie.word.pakket import Relation, attr, child, descendants, name_of
from regiovisie.word.stijlen import Stijlen, is_on
from regiovisie.word.velden import Veld

_GONE = ("del", "moveFrom")
_COME = ("ins", "moveTo")
_SILENT_FIELDS = ("PAGE", "NUMPAGES", "TC", "XE")
_NO_WORDS = frozenset(
    [
        "rPr",
        "lastRenderedPageBreak",
        "annotationRef",
        "footnoteRef",
        "endnoteRef",
        "separator",
        "continuationSeparator",
        "pPr",
        "proofErr",
        "permStart",
        "permEnd",
        "sdtPr",
        "sdtEndPr",
        "smartTagPr",
        "customXmlPr",
        "bookmarkEnd",
    ]
)
_INLINE_WRAPPERS = ("smartTag", "customXml", "sdtContent", "dir", "bdo")


@dataclass
class Gang:
    """What goes on from paragraph to paragraph: open comments, moves and fields."""

    relaties: dict[str, Relation] = field(default_factory=dict)
    gemist: list[Gemist] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    """Ids of the comments whose range has begun."""
    over: set[str] = field(default_factory=set)
    """Ids of the comments whose range holds a change or a note."""
    bij_noot: dict[str, list[str]] = field(default_factory=dict)
    """Key of a note → ids of the comments on its mark."""
    velden: list[Veld] = field(default_factory=list)
    verplaatsingen: list[str] = field(default_factory=list)
    """Names of the moves whose range has begun."""
    personen: dict[str, int] = field(default_factory=dict)
    zacht: int = 0
    """How many soft hyphens were left out."""

    def range(self, element: Element) -> bool:
        """Take note where a range begins or ends; whether the element is one."""
        tag = name_of(element)
        if tag == "commentRangeStart":
            self.open.append(attr(element, "id"))
        elif tag == "commentRangeEnd":
            self.open = [i for i in self.open if i != attr(element, "id")]
        elif tag in ("moveFromRangeStart", "moveToRangeStart"):
            self.verplaatsingen.append(attr(element, "name"))
        elif tag in ("moveFromRangeEnd", "moveToRangeEnd"):
            self.verplaatsingen = self.verplaatsingen[:-1]
        else:
            return False
        return True

    def spoor(self, trace: Element) -> Spoor:
        """The change that an element such as ``<w:ins>`` speaks of."""
        person = attr(trace, "author")
        door = self.personen.setdefault(person, len(self.personen))
        moves = name_of(trace) in ("moveFrom", "moveTo")
        verplaatsing = self.verplaatsingen[-1] if moves and self.verplaatsingen else ""
        return Spoor(door, frozenset(self.open), verplaatsing)

    def met_opmerkingen(self, bestaan: Bestaan) -> Bestaan:
        """The same with the comments that are open now: a range may begin inside a change."""
        spoor = bestaan.spoor
        if spoor is None or spoor.opmerkingen.issuperset(self.open):
            return bestaan
        return replace(bestaan, spoor=replace(spoor, opmerkingen=spoor.opmerkingen | {*self.open}))

    def binnen(self, trace: Element, buiten: Bestaan) -> Bestaan:
        """In which states stands what is inside a change."""
        gone, come = name_of(trace) in _GONE, name_of(trace) in _COME
        return Bestaan(
            oud=buiten.oud and not come,
            nieuw=buiten.nieuw and not gone,
            spoor=self.spoor(trace),
        )

    def einde(self, rpr: Element | None, buiten: Bestaan) -> Bestaan:
        """In which states the mark of a paragraph stands."""
        for trace in rpr if rpr is not None else ():
            if name_of(trace) in (*_GONE, *_COME):
                buiten = self.binnen(trace, buiten)
        return buiten


LeesBlokken = Callable[[Element, Bestaan], list[Blok]]


@dataclass
class Regel:
    """One paragraph being read."""

    gang: Gang
    stijlen: Stijlen
    lees_blokken: LeesBlokken
    stukken: list[Stuk] = field(default_factory=list)
    bladwijzers: list[str] = field(default_factory=list)
    erna: list[Blok] = field(default_factory=list)
    """What stood in text boxes: it comes after the paragraph."""
    gemist: list[str] = field(default_factory=list)
    label: str = ""
    """What the next note is called."""
    streep: bool = False
    """Whether it holds a line across the page."""

    def read(self, parent: Element, bestaan: Bestaan, link: str = "") -> None:
        """Read the children of a paragraph or of what stands round runs."""
        for element in parent:
            self._one(element, bestaan, link)

    def _one(self, element: Element, bestaan: Bestaan, link: str) -> None:
        tag = name_of(element)
        if tag == "r":
            self._run(element, bestaan, link)
        elif tag in (*_GONE, *_COME):
            self.read(element, self.gang.binnen(element, bestaan), link)
        elif tag == "hyperlink":
            self.read(element, bestaan, self._hyperlink(element) or link)
        elif tag == "fldSimple":
            self._simple_field(element, bestaan, link)
        elif tag == "sdt" or tag in _INLINE_WRAPPERS:
            self.read(element, bestaan, link)
        elif tag == "bookmarkStart":
            self.bladwijzers.append(attr(element, "name"))
            self.label = label_van(attr(element, "name")) or self.label
        elif tag in ("m:oMath", "m:oMathPara"):
            self._formula(element, bestaan)
        elif tag == "mc:AlternateContent":
            self._alternative(element, bestaan, link, None)
        elif not self.gang.range(element) and tag not in _NO_WORDS and tag:
            self._unknown(element)

    def _unknown(self, element: Element) -> None:
        if any((t.text or "").strip() for t in descendants(element, "t")):
            self.gemist.append(f"Tekst in een onbekend onderdeel ({name_of(element)}) is gemist.")

    # --- links and fields

    def _hyperlink(self, element: Element) -> str:
        relation = self.gang.relaties.get(attr(element, "r:id"))
        anchor = attr(element, "anchor")
        address = relation.target if relation else ""
        return address + (f"#{anchor}" if anchor and "#" not in address else "")

    def _simple_field(self, element: Element, bestaan: Bestaan, link: str) -> None:
        veld = Veld(attr(element, "instr"), in_result=True)
        self._told(veld)
        if veld.naam != "TOC":
            self.read(element, bestaan, veld.link or link)

    def _field_char(self, element: Element) -> None:
        kind = attr(element, "fldCharType")
        velden = self.gang.velden
        if kind == "begin":
            velden.append(Veld())
            data = child(element, "ffData")
            if data is not None:
                self.gemist.append("Een formulierveld is gewone tekst geworden.")
        elif kind == "separate" and velden:
            velden[-1].in_result = True
            self._told(velden[-1])
        elif kind == "end" and velden:
            velden.pop()

    def _told(self, veld: Veld) -> None:
        if veld.naam == "TOC":
            self.gemist.append("De inhoudsopgave is weggelaten; de site maakt er zelf een.")
        elif not veld.link and veld.naam and veld.naam not in ("PAGEREF", *_SILENT_FIELDS):
            self.gemist.append(f"Een veld ({veld.naam}) is de tekst geworden die er nu staat.")

    @property
    def _in_instruction(self) -> bool:
        return any(not veld.in_result or veld.naam == "TOC" for veld in self.gang.velden)

    # --- runs

    def _run(self, run: Element, bestaan: Bestaan, link: str) -> None:
        rpr = child(run, "rPr")
        look = self._look(rpr)
        for trace in rpr if rpr is not None else ():
            if name_of(trace) in (*_GONE, *_COME):
                bestaan = self.gang.binnen(trace, bestaan)
        hidden = child(rpr, "vanish")
        if hidden is not None and is_on(hidden):
            if any((t.text or "").strip() for t in descendants(run, "t")):
                self.gemist.append("Verborgen tekst is niet overgenomen.")
            return
        if rpr is not None:
            self._lost_looks(rpr)
        for element in run:
            self._in_run(element, replace(look, bestaan=bestaan), link)

    def _look(self, rpr: Element | None) -> Stuk:
        raised = attr(child(rpr, "vertAlign"), "val")
        return Stuk(
            "tekst",
            vet=self.stijlen.aan(rpr, "b"),
            cursief=self.stijlen.aan(rpr, "i"),
            hoog=raised == "superscript",
            laag=raised == "subscript",
            code=self.stijlen.is_code(rpr),
        )

    def _lost_looks(self, rpr: Element) -> None:
        for tag, wat in (("strike", "Doorgehaalde"), ("dstrike", "Doorgehaalde")):
            element = child(rpr, tag)
            if element is not None and is_on(element):
                self._once(f"{wat} tekst is gewone tekst geworden: let op de betekenis.")
        if child(rpr, "highlight") is not None:
            self._once("Een markering met kleur is weggelaten.")

    def _once(self, wat: str) -> None:
        if wat not in self.gemist:
            self.gemist.append(wat)

    def _in_run(self, element: Element, look: Stuk, link: str) -> None:
        tag = name_of(element)
        if tag == "fldChar":
            self._field_char(element)
        elif tag in ("instrText", "delInstrText"):
            if self.gang.velden and not self.gang.velden[-1].in_result:
                self.gang.velden[-1].code += element.text or ""
        elif tag == "commentReference":
            self._comment(attr(element, "id"))
        elif tag == "mc:AlternateContent":
            self._alternative(element, look.bestaan, link, look)
        elif not self._in_instruction:
            link = next((v.link for v in reversed(self.gang.velden) if v.link), link)
            self._content(element, tag, replace(look, link=link))

    def _content(self, element: Element, tag: str, look: Stuk) -> None:
        if tag in ("t", "delText"):
            self._add(replace(look, tekst=element.text or ""))
        elif tag in _CHARACTERS:
            self._add(replace(look, tekst=_CHARACTERS[tag]))
        elif tag in ("footnoteReference", "endnoteReference"):
            self._note(("v" if tag == "footnoteReference" else "e") + attr(element, "id"), look)
        elif tag in ("br", "cr"):
            if attr(element, "type") not in ("page", "column"):
                self._add(Stuk("regel", bestaan=look.bestaan))
        elif tag in ("drawing", "pict", "object"):
            self._drawing(element, look)
        else:
            self._rare(element, tag, look)

    def _rare(self, element: Element, tag: str, look: Stuk) -> None:
        if tag == "softHyphen":
            self.gang.zacht += 1
        elif tag == "sym":
            self._symbol(element, look)
        elif tag == "ruby":
            self.gemist.append("Tekst boven de regel (ruby) is weggelaten.")
            for base in descendants(element, "rubyBase"):
                self.read(base, look.bestaan, look.link)
        elif tag not in _NO_WORDS:
            self._unknown(element)

    def _add(self, stuk: Stuk) -> None:
        if stuk.soort == "tekst" and not stuk.tekst:
            return
        self.gang.zacht += stuk.tekst.count("\u00ad")
        bestaan = self.gang.met_opmerkingen(stuk.bestaan)
        if bestaan.spoor or stuk.soort == "noot":
            self.gang.over.update(self.gang.open)
        words = stuk.tekst.replace("\u00ad", "")
        self.stukken.append(replace(stuk, tekst=words, bestaan=bestaan))

    def _note(self, key: str, look: Stuk) -> None:
        """A comment on the mark of a note is about what changed in the note too."""
        self._add(Stuk("noot", key, naam=self.label, bestaan=look.bestaan))
        self.label = ""
        self.gang.bij_noot.setdefault(key, []).extend(self.gang.open)

    def _symbol(self, element: Element, look: Stuk) -> None:
        code = attr(element, "char")
        try:
            char = chr(int(code, 16))
        except ValueError:
            char = ""
        if not char or "\ue000" <= char <= "\uf8ff":
            self.gemist.append(f"Een teken uit lettertype {attr(element, 'font')} is weggelaten.")
        else:
            self._add(replace(look, tekst=char))

    def _comment(self, comment: str) -> None:
        """A comment without a range is on the change, or on the note, just before it."""
        before = self.stukken[-1] if self.stukken else None
        if before and before.soort == "noot" and comment not in self.gang.over:
            self.gang.bij_noot[before.tekst].append(comment)
        spoor = before.bestaan.spoor if before else None
        if before is None or spoor is None or comment in self.gang.over:
            return
        more = replace(spoor, opmerkingen=spoor.opmerkingen | {comment})
        self.stukken[-1] = replace(before, bestaan=replace(before.bestaan, spoor=more))

    # --- drawings

    def _drawing(self, element: Element, look: Stuk) -> None:
        if any(attr(rect, "o:hr") for rect in descendants(element, "v:rect")):
            self.streep = True
            return
        properties = next(descendants(element, "wp:docPr"), None)
        alt = attr(properties, "descr") or attr(properties, "title")
        name = attr(properties, "name")
        if any(name_of(e) == "txbxContent" for e in element.iter()):
            self._textboxes(element, look.bestaan)
        part = self._picture(element)
        shape = next(descendants(element, "v:shape"), None)
        alt = alt or attr(shape, "alt")
        if not part:
            if not any(name_of(e) == "txbxContent" for e in element.iter()):
                wat = "Een tekening, grafiek of ingesloten object is niet overgenomen"
                self.gemist.append(f"{wat}: “{alt}”." if alt else f"{wat}.")
            return
        if not alt:
            self.gemist.append("Een afbeelding heeft geen alternatieve tekst: schrijf die erbij.")
        self._add(Stuk("beeld", part, alt=alt, naam=name, bestaan=look.bestaan, link=look.link))

    def _picture(self, element: Element) -> str:
        """The name of the part that holds the picture; its drawing where it has both."""
        ids = [attr(e, "r:embed") for e in descendants(element, "asvg:svgBlip")]
        ids += [attr(e, "r:embed") for e in descendants(element, "a:blip")]
        ids += [attr(e, "r:id") for e in descendants(element, "v:imagedata")]
        for relation in (self.gang.relaties.get(i) for i in ids if i):
            if relation and relation.external:
                self.gemist.append(f"Een afbeelding staat buiten het bestand: {relation.target}.")
            elif relation:
                return relation.target
        return ""

    def _textboxes(self, element: Element, bestaan: Bestaan) -> None:
        """Text in a box comes after the paragraph that the box hangs on."""
        velden, self.gang.velden = self.gang.velden, []
        for box in list(descendants(element, "txbxContent")):
            self.erna += self.lees_blokken(box, bestaan)
        self.gang.velden = velden
        self.gemist.append("De tekst uit een tekstvak staat nu na de alinea.")

    def _alternative(
        self, element: Element, bestaan: Bestaan, link: str, look: Stuk | None
    ) -> None:
        """Of the two writings of one thing only the first is read."""
        chosen = child(element, "mc:Choice")
        if chosen is None:
            chosen = child(element, "mc:Fallback")
        for inner in chosen if chosen is not None else ():
            if look is None:
                self._one(inner, bestaan, link)
            else:
                self._in_run(inner, look, link)

    def _formula(self, element: Element, bestaan: Bestaan) -> None:
        words = "".join(t.text or "" for t in descendants(element, "m:t"))
        self.gemist.append(f"Een formule is gewone tekst geworden: “{words}”.")
        self._add(Stuk("tekst", words, bestaan=bestaan))


_CHARACTERS = {"tab": " ", "ptab": " ", "noBreakHyphen": "\u2011"}


def sporen_van(alinea: Alinea) -> Iterator[Spoor]:
    """The changes in a paragraph and of its mark."""
    bestaan: Sequence[Bestaan] = [*(s.bestaan for s in alinea.stukken), alinea.einde]
    return (b.spoor for b in bestaan if b.spoor)
