"""The content of an entry, written once and given as HTML and as plain text.

::

    inhoud.verschil("zo licht mogelijk", "zo thuis mogelijk")
    html   <p>Was: <del>zo licht mogelijk</del><br>Wordt: <ins>zo thuis mogelijk</ins></p>
    tekst  Was: “zo licht mogelijk”. Wordt: “zo thuis mogelijk”.

The words "was" and "wordt" stand there too: not every reader shows what is struck through.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree


@dataclass(slots=True)
class Inhoud:
    """Paragraphs, one after the other."""

    _delen: list[etree._Element] = field(default_factory=list)
    _regels: list[str] = field(default_factory=list)

    def alinea(self, tekst: str) -> None:
        """Add a paragraph."""
        self._add(_element("p", tekst), tekst)

    def verschil(self, was: str, wordt: str) -> None:
        """Add the old words and the new; one of them may be empty."""
        kanten = [("Was: ", "del", was), ("Wordt: ", "ins", wordt)]
        alinea = _element("p")
        for woord, tag, tekst in kanten:
            if not tekst:
                continue
            if len(alinea):
                alinea.append(_element("br"))
                alinea[-1].tail = woord
            else:
                alinea.text = woord
            alinea.append(_element(tag, tekst))
        self._add(alinea, " ".join(f"{woord}“{t}”." for woord, _, t in kanten if t))

    def link(self, voor: str, tekst: str, adres: str, na: str) -> None:
        """Add a paragraph with a link in it; the address is in full."""
        link = _element("a", tekst)
        link.set("href", adres)
        link.tail = _veilig(na)
        alinea = _element("p", voor)
        alinea.append(link)
        self._add(alinea, f"{voor}{tekst}{na}")

    def _add(self, deel: etree._Element, regel: str) -> None:
        self._delen.append(deel)
        self._regels.append(regel)

    @property
    def html(self) -> str:
        """As HTML."""
        return "".join(etree.tostring(d, encoding="unicode", method="html") for d in self._delen)

    @property
    def tekst(self) -> str:
        """As plain text, a line for each paragraph."""
        return "\n".join(self._regels)


def _element(tag: str, tekst: str = "") -> etree._Element:
    element = etree.Element(tag)
    element.text = _veilig(tekst)
    return element


def _veilig(tekst: str) -> str:
    """The text without characters that XML does not know."""
    return "".join(c for c in tekst if c >= " " or c in "\t\n")
