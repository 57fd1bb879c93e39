"""How large an image is, as its own first bytes say.

::

    beeldmaat(png)    → (640, 372)
    beeldmaat(b"?")   → None

A page that knows it before the image is there keeps room for it, so that nothing jumps.
Read by hand, since a drawing has no pixels to open and a photo need not be opened for this.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Maat = tuple[int, int]
"""Width and height in pixels of the screen."""

_PNG = b"\x89PNG\r\n\x1a\n"
_GIF = (b"GIF87a", b"GIF89a")
_JPEG = b"\xff\xd8"
_SVG_TAG = re.compile(rb"<svg\b[^>]*>")
_SVG_SIDE = r"""(?<![\w-]){name}\s*=\s*["']\s*(\d+(?:\.\d+)?)\s*(?:px)?\s*["']"""
_SVG_BOX = re.compile(
    rb"""\bviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*["']"""
)
_JPEG_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""Segments of a JPEG that tell its size (ITU-T T.81, table B.1)."""


def beeldmaat(content: bytes) -> Maat | None:
    """Width and height of an image; None where it does not tell, or is of no known kind."""
    made = next((read(content) for starts, read in _KINDS if starts(content)), None)
    return made if made and all(made) else None


def _png(content: bytes) -> Maat:
    return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")


def _gif(content: bytes) -> Maat:
    return int.from_bytes(content[6:8], "little"), int.from_bytes(content[8:10], "little")


def _webp(content: bytes) -> Maat | None:
    kind, body = content[12:16], content[20:]
    if kind == b"VP8X":
        return int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1
    if kind == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        return (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1
    if kind == b"VP8 ":
        wide, high = (int.from_bytes(body[n : n + 2], "little") & 0x3FFF for n in (6, 8))
        return wide, high
    return None


def _jpeg(content: bytes) -> Maat | None:
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        if content[at + 1] in _JPEG_FRAMES:
            high, wide = (int.from_bytes(content[at + n : at + n + 2], "big") for n in (5, 7))
            return wide, high
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return None


def _svg(content: bytes) -> Maat | None:
    tag = _SVG_TAG.search(content)
    if tag is None:
        return None
    sides = [re.search(_SVG_SIDE.format(name=n).encode(), tag[0]) for n in ("width", "height")]
    found = [side[1] for side in sides if side]
    if len(found) < len(sides) and (box := _SVG_BOX.search(tag[0])):
        found = [box[1], box[2]]
    if len(found) < len(sides):
        return None
    wide, high = (round(float(side)) for side in found)
    return wide, high


_KINDS: tuple[tuple[Callable[[bytes], bool], Callable[[bytes], Maat | None]], ...] = (
    (lambda content: content.startswith(_PNG), _png),
    (lambda content: content.startswith(_GIF), _gif),
    (lambda content: content.startswith(_JPEG), _jpeg),
    (lambda content: content[:4] == b"RIFF" and content[8:12] == b"WEBP", _webp),
    (lambda content: b"<svg" in content[:4096], _svg),
)
