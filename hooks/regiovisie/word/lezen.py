"""From a Word file to its `Inhoud`: paragraphs and tables, each piece with the states it is in.

    <w:p><w:r>De hulp is </w:r><w:del><w:r>licht</w:r></w:del>…     →   Alinea, Stuk, Stuk, …

What cannot be kept is written down with its place, never passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from lxml.etree import _Element as Element

from regiovisie.word.inhoud import (
    KANTEN,
    STREEP,
    Alinea,
    Bestaan,
    Blok,
    Gemist,
    Inhoud,
    Rij,
    Stuk,
    Tabel,
    alineas,
)
from regiovisie.word.lijsten import CIJFERS, Lijsten
from regiovisie.word.pakket import (
    Pakket,
    attr,
    child,
    children,
    descendants,
    name_of,
    opened,
)
from regiovisie.word.regel import Gang, Regel, sporen_van
from regiovisie.word.sporen import aantal_sporen, deel_opmerkingen
from regiovisie.word.staten import stand_alineas, wissel
from regiovisie.word.stijlen import Stijlen, is_on

_WRAPPERS = ("sdt", "customXml", "smartTag")
_TRACKED_LOOKS = ("rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange")
_CELL_TRACES = ("cellIns", "cellDel", "cellMerge")
_TRACES = ("ins", "del", "moveFrom", "moveTo")
_QUOTED = 40


def lees_word(path: Path, stijlen: Mapping[str, str]) -> Inhoud:
    """Read a Word file; ``stijlen`` maps names of styles to roles.

    Raises RegiovisieError when it is no Word file, is broken, or swells when unpacked.
    """
    with opened(path) as pakket:
        return _Lezer(pakket, stijlen).inhoud()


class _Lezer:
    """One pass over a file."""

    def __init__(self, pakket: Pakket, stijlen: Mapping[str, str]) -> None:
        self.pakket = pakket
        self.main = pakket.main_part()
        self.folder = self.main.rpartition("/")[0]
        self.stijlen = Stijlen.of(self._part("styles"), stijlen)
        self.lijsten = Lijsten.of(self._part("numbering"))
        self.gang = Gang()
        self.kop = ""
        self.wachtend: list[str] = []
        """Bookmarks that stand before the next paragraph."""

    def inhoud(self) -> Inhoud:
        document = self.pakket.xml(self.main)
        opmerkingen = self._opmerkingen()
        self.gang.relaties = self.pakket.relations(self.main)
        blokken = self._blokken(child(document, "body"))
        noten = self._noten("footnotes", "footnote", "v") | self._noten("endnotes", "endnote", "e")
        self._about_whole(document)
        gelezen = [*alineas(blokken), *(a for noot in noten.values() for a in noot)]
        deel_opmerkingen(gelezen)
        used = {o for a in gelezen for spoor in sporen_van(a) for o in spoor.opmerkingen}
        return Inhoud(
            blokken,
            noten,
            opmerkingen,
            self._beelden(gelezen),
            self.gang.gemist,
            sorted(opmerkingen.keys() - used, key=lambda key: (len(key), key)),
            aantal_sporen(gelezen),
        )

    # --- parts

    def _part(self, soort: str) -> Element | None:
        for relation in self.pakket.relations(self.main).values():
            if relation.soort == soort and not relation.external:
                return self.pakket.optional(relation.target)
        return None

    def _opmerkingen(self) -> dict[str, str]:
        """The words of each comment, without names of who made one."""
        root = self._part("comments")
        names = {attr(e, "author").strip() for e in children(root, "comment")} - {""}
        found = {}
        for element in children(root, "comment"):
            lines = (_words_in(paragraph) for paragraph in descendants(element, "p"))
            words = " ".join(" ".join(lines).split())
            for name in sorted(names, key=len, reverse=True):
                words = words.replace(name, "…") if len(name) > 2 else words
            found[attr(element, "id")] = words
        return found

    def _noten(self, soort: str, tag: str, prefix: str) -> dict[str, list[Alinea]]:
        root = self._part(soort)
        if root is None:
            return {}
        part = next(
            r.target
            for r in self.pakket.relations(self.main).values()
            if r.soort == soort and not r.external
        )
        self.gang.relaties = self.pakket.relations(part)
        found = {}
        for element in children(root, tag):
            if attr(element, "type") in ("", "normal"):
                self.kop = "voetnoten" if prefix == "v" else "eindnoten"
                key = prefix + attr(element, "id")
                self.gang.open = list(dict.fromkeys(self.gang.bij_noot.get(key, ())))
                found[key] = alineas(self._blokken(element))
                if not any(stand_alineas(found[key], side) for side in KANTEN):
                    self._mis("Een voetnoot zonder woorden is leeg overgenomen.")
        return found

    def _beelden(self, gelezen: Sequence[Alinea]) -> dict[str, bytes]:
        names = {s.tekst for a in gelezen for s in a.stukken if s.soort == "beeld"}
        return {name: self.pakket.content(name) for name in sorted(names) if name}

    def _about_whole(self, document: Element) -> None:
        """What belongs to the file as a whole and is not kept."""
        looks = sum(1 for e in document.iter() if name_of(e) in _TRACKED_LOOKS)
        if looks:
            times = f"{looks} keer" if looks > 1 else "één keer"
            self._mis(f"Alleen de opmaak is {times} gewijzigd; dat is geen wijziging van tekst.")
        if any(int(attr(e, "num") or "1") > 1 for e in descendants(document, "cols")):
            self._mis("De tekst staat in kolommen; hij is achter elkaar gezet.")
        for soort in ("header", "footer"):
            if self._has_words(soort):
                naam = "koptekst" if soort == "header" else "voettekst"
                self._mis(f"De {naam} boven of onder de bladzijden is niet overgenomen.")
        if self.gang.zacht:
            self._mis(f"Zachte afbreekstreepjes zijn weggelaten ({self.gang.zacht}).")

    def _has_words(self, soort: str) -> bool:
        parts = self.pakket.relations(self.main).values()
        roots = (self.pakket.optional(r.target) for r in parts if r.soort == soort)
        return any(_words_in(root).strip() for root in roots if root is not None)

    def _mis(self, wat: str) -> None:
        self.gang.gemist.append(Gemist(wat, "hele bestand"))

    # --- blocks

    def _blokken(self, parent: Element | None, bestaan: Bestaan | None = None) -> list[Blok]:
        found: list[Blok] = []
        for element in parent if parent is not None else ():
            found += self._blok(element, bestaan or Bestaan())
        return found

    def _blok(self, element: Element, bestaan: Bestaan) -> Iterable[Blok]:
        tag = name_of(element)
        if tag == "p":
            return self._alinea(element, bestaan)
        if tag == "tbl":
            return self._tabel(element, bestaan)
        if tag in _WRAPPERS:
            if _is_contents(element):
                self._mis("De inhoudsopgave is weggelaten; de site maakt er zelf een.")
                return []
            return self._blokken(element if tag != "sdt" else child(element, "sdtContent"), bestaan)
        if tag in _TRACES:
            return self._blokken(element, self.gang.binnen(element, bestaan))
        if tag == "altChunk":
            self._mis("Een ingevoegd bestand is niet overgenomen.")
        elif tag == "bookmarkStart":
            self.wachtend.append(attr(element, "name"))
        else:
            self.gang.range(element)
        return []

    def _alinea(self, element: Element, bestaan: Bestaan) -> list[Blok]:
        ppr = child(element, "pPr")
        rol = self.stijlen.rol(ppr)
        regel = Regel(self.gang, self.stijlen, self._blokken)
        regel.read(element, bestaan)
        mark = self.gang.einde(child(ppr, "rPr"), bestaan)
        alinea = Alinea(rol, regel.stukken, mark, uitlijning=attr(child(ppr, "jc"), "val"))
        alinea.bladwijzers = [*self.wachtend, *regel.bladwijzers]
        self.wachtend = []
        if regel.streep or _is_line(alinea, ppr):
            alinea.rol = STREEP
        self._lijst(alinea, ppr)
        words = alinea.woorden("nieuw") or alinea.woorden("oud")
        if rol.startswith("kop") and words.strip():
            self.kop = " ".join(words.split())
        if rol in ("overslaan", "inhoud", "titel", "ondertitel") and words.strip():
            self._left_out(rol, words, regel)
        self._place(regel.gemist, words)
        return [alinea, *regel.erna]

    def _left_out(self, rol: str, words: str, regel: Regel) -> None:
        if rol == "overslaan":
            regel.gemist.append("Deze alinea is overgeslagen, zoals bij haar stijl is afgesproken.")
        elif rol == "inhoud":
            wat = "De inhoudsopgave is weggelaten; de site maakt er zelf een."
            if not any(g.wat == wat for g in self.gang.gemist):
                self._mis(wat)
        else:
            regel.gemist.append(f"De {rol} van het document is geen onderdeel: “{_short(words)}”.")

    def _lijst(self, alinea: Alinea, ppr: Element | None) -> None:
        if alinea.rol not in ("alinea", "lijst", "vervolg"):
            return
        if attr(child(ppr, "numPr", "numId"), "val") == "0":
            # Taken out of a list by hand: it goes on with the item before it, if there is one.
            alinea.rol = "vervolg"
        lijst, niveau = self.stijlen.numpr(ppr)
        plek = self.lijsten.plek(lijst, niveau) if lijst else None
        alinea.lijst = replace(plek, niveau=niveau or self.stijlen.diepte(ppr)) if plek else None
        opmaak = self.lijsten.opmaak(lijst, niveau) if lijst else ""
        if alinea.lijst and alinea.lijst.genummerd and opmaak not in CIJFERS:
            wat = "Een lijst met letters of Romeinse cijfers is met gewone cijfers genummerd."
            if not any(g.wat == wat for g in self.gang.gemist):
                self._place([wat], alinea.woorden("nieuw"))

    def _place(self, found: Iterable[str], words: str) -> None:
        quoted = f" bij “{_short(words)}”" if words.strip() else ""
        under = f"onder de kop “{_short(self.kop)}”" if self.kop else "aan het begin"
        self.gang.gemist += [Gemist(wat, under + quoted) for wat in found]

    # --- tables

    def _tabel(self, element: Element, bestaan: Bestaan) -> Sequence[Blok]:
        rows = list(_inside(element, "tr"))
        rijen = [self._rij(row, bestaan) for row in rows]
        rijen = [rij for rij in rijen if rij.cellen]
        width = max((len(rij.cellen) for rij in rijen), default=0)
        for rij in rijen:
            rij.cellen += [[] for _ in range(width - len(rij.cellen))]
        look = child(element, "tblPr", "tblLook")
        if len(rijen) == width == 1:
            self._mis("Een tabel met één cel, gebruikt als kader, is gewone tekst geworden.")
            return rijen[0].cellen[0]
        if rijen and not rijen[0].kop and not _first_row_is_head(look):
            wat = "De eerste rij van een tabel is als kop gelezen."
            self._place([wat], "".join(a.woorden("nieuw") for cel in rijen[0].cellen for a in cel))
        return [Tabel(rijen)]

    def _rij(self, row: Element, bestaan: Bestaan) -> Rij:
        trpr = child(row, "trPr")
        for trace in trpr if trpr is not None else ():
            if name_of(trace) in _TRACES:
                bestaan = self.gang.binnen(trace, bestaan)
        header = child(trpr, "tblHeader")
        rij = Rij([], bestaan, kop=header is not None and is_on(header))
        for cell in _inside(row, "tc"):
            rij.cellen += self._cel(cell, bestaan)
        read = wissel(rij)
        if read is not rij:
            wat = "Een tabelrij waarvan alle woorden kwamen of gingen, kwam of ging als geheel."
            self._place(
                [wat], "".join(a.woorden("oud") or a.woorden("nieuw") for a in rij.cellen[0])
            )
        return read

    def _cel(self, cell: Element, bestaan: Bestaan) -> list[list[Alinea]]:
        tcpr = child(cell, "tcPr")
        blokken = self._blokken(cell, bestaan)
        gelezen = alineas(blokken)
        for alinea in gelezen:
            alinea.stukken = [_bounded(s, bestaan) for s in alinea.stukken]
        words = "".join(alinea.woorden("nieuw") for alinea in gelezen)
        span = attr(child(tcpr, "gridSpan"), "val")
        extra = int(span) - 1 if span.isdigit() and 1 < int(span) < 100 else 0
        found = []
        if extra:
            found.append("Samengevoegde cellen zijn gesplitst; de tekst staat in de eerste.")
        merge = child(tcpr, "vMerge")
        if merge is not None and attr(merge, "val") == "restart":
            found.append("Onder elkaar samengevoegde cellen zijn gesplitst; de tekst staat boven.")
        if any(isinstance(blok, Tabel) for blok in blokken):
            found.append("Een tabel in een tabel is gewone tekst in de cel geworden.")
        if any(child(tcpr, name) is not None for name in _CELL_TRACES):
            found.append("Het bijhouden van een cel die kwam of ging is niet overgenomen.")
        if any(alinea.lijst for alinea in gelezen):
            found.append("Een lijst in een cel is gewone tekst met regeleinden geworden.")
        self._place(found, words)
        return [gelezen, *([] for _ in range(extra))]


def _is_line(alinea: Alinea, ppr: Element | None) -> bool:
    """Whether a paragraph is nothing but its border: Word makes one of three hyphens."""
    border = child(ppr, "pBdr")
    sides = [attr(child(border, side), "val") for side in ("top", "bottom")]
    return (
        alinea.rol == "alinea"
        and not alinea.stukken
        and any(s not in ("", "nil", "none") for s in sides)
    )


def _words_in(element: Element) -> str:
    return "".join(t.text or "" for t in descendants(element, "t"))


def _bounded(stuk: Stuk, bestaan: Bestaan) -> Stuk:
    return stuk if bestaan == Bestaan() or stuk.bestaan.spoor else replace(stuk, bestaan=bestaan)


def _inside(parent: Element, tag: str) -> Iterable[Element]:
    """The children with a name, those in wrappers too."""
    for element in parent:
        if name_of(element) == tag:
            yield element
        elif name_of(element) in (*_WRAPPERS, "sdtContent"):
            yield from _inside(element, tag)


def _is_contents(element: Element) -> bool:
    gallery = child(element, "sdtPr", "docPartObj", "docPartGallery")
    return attr(gallery, "val") == "Table of Contents"


def _first_row_is_head(look: Element | None) -> bool:
    if attr(look, "firstRow"):
        return attr(look, "firstRow") in ("1", "true", "on")
    value = attr(look, "val")
    return bool(int(value, 16) & 0x20) if value else False


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _QUOTED else f"{flat[:_QUOTED].rstrip()}…"
