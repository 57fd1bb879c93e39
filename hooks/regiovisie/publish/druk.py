"""What stands at the head of every sheet of paper: which text, in which phase, since when.

A style sheet cannot take the words for a page margin from the page, so each text and each pair
has a named page of its own, and a page says with ``data-druk`` which it is::

    @page tekst-2025-11-consultatieversie { @top-left { content: "Regiovisie, versie 0.2 …"; } }
    body:has([data-druk="tekst-2025-11-consultatieversie"]) { page: tekst-2025-11-… }
"""

from __future__ import annotations

from collections.abc import Iterator

from regiovisie.publish.uitgave import Bestand, Uitgave
from regiovisie.registers import WERKVERSIE
from regiovisie.render.views.druk import paar_druk, tekst_druk
from regiovisie.render.views.fase import er_telt_een, fase_view
from regiovisie.render.views.index import Index

URI = "css/druk-koppen.css"
_HEAD = "/* Made by the build: the words at the head of every sheet of paper. */\n"


def drukkoppen(uitgave: Uitgave) -> Iterator[Bestand]:
    """The style sheet, for print only."""
    index = uitgave.index
    rules = [_algemeen(index), *(_named(name, words) for name, words in _koppen(index))]
    yield Bestand(URI, _HEAD + "".join(rules))


def css_string(words: str) -> str:
    """Words as a string of a style sheet: ``"zo \\22 genoemd\\22 "``."""
    safe = (c if c.isprintable() and c not in '"\\<' else f"\\{ord(c):x} " for c in words)
    return f'"{"".join(safe)}"'


def _algemeen(index: Index) -> str:
    """On every other page: which text counts, and on every sheet whether this site is official."""
    geldend = index.dossier.geldend.id
    kop = f"{index.regio.korte_naam}. {_nu_telt(index)} {_tekst(index, geldend)}"
    boxes = f"  @top-left {{ content: {css_string(kop)}; }}\n"
    if not index.regio.officieel:
        boxes += f"  @bottom-center {{ content: {css_string('Reconstructie, niet officieel')}; }}\n"
    return f"@page {{\n{boxes}}}\n"


def _koppen(index: Index) -> Iterator[tuple[str, str]]:
    """Each named page with its words."""
    naam = index.regio.korte_naam
    geldend = index.dossier.geldend
    for versie_id in index.versies:
        kop = f"{naam}, {_tekst(index, versie_id)}"
        telt = "" if versie_id == geldend.id else f". {_nu_telt(index)} versie {geldend.nummer}"
        yield tekst_druk(versie_id), kop + telt
    yield (
        tekst_druk(WERKVERSIE),
        f"{naam}, werkversie, in bewerking. {_nu_telt(index)} versie {geldend.nummer}",
    )
    for van, naar in index.dossier.paren:
        yield (
            paar_druk(van, naar),
            f"{naam}, verschil tussen {_kort(index, van)} en {_kort(index, naar)}",
        )


def _nu_telt(index: Index) -> str:
    return "Nu telt" if er_telt_een(index) else "Nu telt geen tekst, de laatste was"


def _tekst(index: Index, versie_id: str) -> str:
    """``versie 0.2 (consultatie, november 2025)``."""
    versie = index.versies.get(versie_id)
    if versie is None:
        return "de werkversie"
    fase = fase_view(index, versie)
    voorbeeld = ", voorbeeld" if fase.voorbeeld else ""
    return f"{fase.versie.lower()} ({fase.label.tekst}, {fase.datum}{voorbeeld})"


def _kort(index: Index, versie_id: str) -> str:
    """``versie 0.2 (november 2025)``."""
    versie = index.versies.get(versie_id)
    if versie is None:
        return "de werkversie"
    voorbeeld = ", voorbeeld" if versie.voorbeeld else ""
    return f"versie {versie.nummer} ({versie.fase.datum}{voorbeeld})"


def _named(name: str, words: str) -> str:
    return (
        f"@page {name} {{ @top-left {{ content: {css_string(words)}; }} }}\n"
        f'body:has([data-druk="{name}"]) {{ page: {name}; }}\n'
    )
