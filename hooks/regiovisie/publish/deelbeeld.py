"""The pictures that stand by a link to the site elsewhere, drawn with its own letters.

1200 by 630 points: a band in the colour of the site, the name, and for a text its phase in the
tone that its banner has. Drawn from the registers alone, in few colours and with one way of
setting type, so that the same input gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from regiovisie.publish.uitgave import Bestand, Uitgave
from regiovisie.render.views.deelbeeld import BREEDTE, HOOGTE, Deelbeeld, deelbeelden

_FONTS = Path(__file__).resolve().parents[2] / "theme" / "fonts"
_RAND = 80
_BREED = BREEDTE - 2 * _RAND
_BAND = 28
_VLAK, _INKT, _ZACHT, _HEIDE = "#ffffff", "#17212b", "#4a5763", "#6d3a6b"
_TONEN: Mapping[str, tuple[str, str]] = {
    "concept": ("#fff3d3", "#9a6c00"),
    "beslis": ("#e4eefa", "#2a6099"),
    "geldt": ("#e1f1e4", "#2b7340"),
    "vervallen": ("#ebecee", "#626b74"),
}
"""Surface and line of each tone, as in css/tokens.css."""
_KLEUREN = 64


def deelbeeld_bestanden(uitgave: Uitgave) -> Iterator[Bestand]:
    """Every picture; none without an address of the site, since nothing could refer to it."""
    if uitgave.site_url:
        for beeld in deelbeelden(uitgave.index):
            yield Bestand(beeld.href, teken(beeld))


def teken(beeld: Deelbeeld) -> bytes:
    """One picture as PNG."""
    image = Image.new("RGB", (BREEDTE, HOOGTE), _VLAK)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, BREEDTE, _BAND), fill=_HEIDE)
    _merk(draw, _RAND, HOOGTE - _RAND - 72)
    draw.text((_RAND, 96), beeld.boven, _ZACHT, _letter("sans-regular", 36))
    y = 160
    titel, regels = _passend(beeld.titel)
    for regel in regels:
        draw.text((_RAND, y), regel, _INKT, titel)
        y += int(titel.size * 1.24)
    if beeld.stand:
        _label(draw, beeld.stand, y + 24, *_TONEN.get(beeld.toon, _TONEN["vervallen"]))
    onder = "Voorbeeldtekst, niet de officiële tekst" if beeld.voorbeeld else ""
    draw.text((_RAND + 100, HOOGTE - _RAND - 58), onder, _ZACHT, _letter("sans-semibold", 32))
    found = io.BytesIO()
    image.quantize(_KLEUREN, dither=Image.Dither.NONE).save(found, "PNG", optimize=True)
    return found.getvalue()


def _merk(draw: ImageDraw.ImageDraw, x: int, y: int) -> None:
    """The mark of the site, as in img/merk.svg: a page with a changed line."""
    draw.rounded_rectangle((x, y, x + 72, y + 72), 9, fill=_HEIDE)
    draw.rectangle((x + 14, y + 16, x + 18, y + 56), fill="#f5d8dc")
    for hoog, breed, kleur, dik in ((18, 30, _VLAK, 4), (29, 30, _VLAK, 4), (39, 30, "#cfe8b4", 8)):
        draw.rectangle((x + 27, y + hoog, x + 27 + breed, y + hoog + dik), fill=kleur)
    draw.rectangle((x + 27, y + 52, x + 45, y + 56), fill=_VLAK)


def _label(draw: ImageDraw.ImageDraw, tekst: str, y: int, vlak: str, lijn: str) -> None:
    letters = (_letter("sans-semibold", grootte) for grootte in (38, 32, 26, 20))
    letter = next((x for x in letters if x.getlength(tekst) <= _BREED - 64), None)
    letter = letter or _letter("sans-semibold", 20)
    draw.rectangle((_RAND, y, _RAND + int(letter.getlength(tekst)) + 64, y + 72), fill=vlak)
    draw.rectangle((_RAND, y, _RAND + 8, y + 72), fill=lijn)
    draw.text((_RAND + 32, y + 36), tekst, _INKT, letter, anchor="lm")


def _passend(tekst: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The title on two large lines, or on three smaller ones; a longer one ends in an ellipsis."""
    groot, klein = _letter("serif-semibold", 68), _letter("serif-semibold", 52)
    if len(regels := _regels(tekst, groot)) <= 2:
        return groot, regels
    regels = _regels(tekst, klein)
    return klein, regels if len(regels) <= 3 else [*regels[:2], f"{regels[2]} …"]


def _regels(tekst: str, letter: ImageFont.FreeTypeFont) -> list[str]:
    regels = [""]
    for woord in tekst.split():
        langer = f"{regels[-1]} {woord}".strip()
        if letter.getlength(langer) <= _BREED:
            regels[-1] = langer
        else:
            regels.append(woord)
    return regels


@cache
def _letter(naam: str, grootte: int) -> ImageFont.FreeTypeFont:
    """A font of the theme. Simple layout: the other one hangs on a library that may differ."""
    pad = _FONTS / f"visie-{naam}.woff2"
    return ImageFont.truetype(pad, grootte, layout_engine=ImageFont.Layout.BASIC)
