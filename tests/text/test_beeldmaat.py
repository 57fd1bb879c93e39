"""Every kind of image that a text may hold tells its size."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from regiovisie.text.beeldmaat import beeldmaat

SVG = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" {}><rect width="3"/></svg>'


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("PNG", {}),
        ("GIF", {}),
        ("JPEG", {}),
        ("JPEG", {"progressive": True}),
        ("WEBP", {}),
        ("WEBP", {"lossless": True}),
        ("WEBP", {"exif": b"Exif\0\0II*\0"}),
    ],
)
def test_photos(kind: str, options: dict[str, object]) -> None:
    """As Pillow wrote them."""
    made = BytesIO()
    Image.new("RGB", (321, 45)).save(made, kind, **options)

    assert beeldmaat(made.getvalue()) == (321, 45)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 640 372" width="320" height="186px"', (320, 186)),
        ('viewBox="0 0 640.4 372"', (640, 372)),
        ('viewBox="-5,-5,20,10" width="100%"', (20, 10)),
        ('width="100%" height="50%"', None),
        ('stroke-width="2" height="9"', None),
        ("", None),
    ],
)
def test_drawings(attributes: str, size: tuple[int, int] | None) -> None:
    """By what they say, or else by what they draw in; a share of the page is no size."""
    assert beeldmaat(SVG.format(attributes).encode()) == size


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"tekst"])
def test_what_tells_nothing(content: bytes) -> None:
    """A broken file has no size, and stops nothing."""
    assert beeldmaat(content) is None
