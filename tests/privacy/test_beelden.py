"""What an image tells besides its picture is found in every common form."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from regiovisie.privacy.beelden import beeldgegevens

XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/">'
    '<rdf:Description exif:GPSLatitude="52,59N"><dc:creator><rdf:Seq><rdf:li>Bo Proef</rdf:li>'
    "</rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"
)


def told(path: Path) -> list[tuple[str, str]]:
    """Kind and words of what an image tells."""
    return sorted((gegeven.soort, gegeven.tekst) for gegeven in beeldgegevens(path))


@pytest.fixture
def image() -> Image.Image:
    """A small picture that tells nothing."""
    return Image.new("RGB", (2, 2))


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.webp", "a.gif", "a.tif"])
def test_clean_image_tells_nothing(name: str, image: Image.Image, tmp_path: Path) -> None:
    """Size and colours are nobody's business card."""
    image.save(tmp_path / name)

    assert told(tmp_path / name) == []


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.webp"])
def test_exif(name: str, image: Image.Image, tmp_path: Path) -> None:
    """Maker, remarks, the owner of the camera, and where it was taken."""
    exif = image.getexif()
    exif[315] = "Bo Proef"
    exif[270] = "Foto van Bo thuis"
    exif[40093] = "Bo Proef\0".encode("utf-16-le")
    exif.get_ifd(0x8769)[42032] = "Bo"
    exif.get_ifd(0x8825)[2] = (52.0, 59.0, 0.0)
    image.save(tmp_path / name, exif=exif)

    assert told(tmp_path / name) == [
        ("eigenaar van de camera", "Bo"),
        ("maker", "Bo Proef"),
        ("opmerking", "Foto van Bo thuis"),
        ("plaats op de kaart", ""),
    ]


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.webp"])
def test_xmp(name: str, image: Image.Image, tmp_path: Path) -> None:
    """The form in which Adobe's programs write it."""
    if name.endswith(".png"):
        text = PngImagePlugin.PngInfo()
        text.add_itxt("XML:com.adobe.xmp", XMP)
        image.save(tmp_path / name, pnginfo=text)
    else:
        image.save(tmp_path / name, xmp=XMP.encode())

    assert told(tmp_path / name) == [("maker", "Bo Proef"), ("plaats op de kaart", "")]


def test_png_text(image: Image.Image, tmp_path: Path) -> None:
    """Of the texts in a PNG those about a person; that a program made it is no matter."""
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", "Bo Proef")
    text.add_text("Software", "GIMP")
    text.add_text("Comment", "Created with GIMP")
    image.save(tmp_path / "a.png", pnginfo=text)

    assert told(tmp_path / "a.png") == [("maker", "Bo Proef")]


def test_jpeg_comment(image: Image.Image, tmp_path: Path) -> None:
    """A remark in the file itself."""
    image.save(tmp_path / "a.jpg", comment=b"van Bo")

    assert told(tmp_path / "a.jpg") == [("opmerking", "van Bo")]


def test_svg(tmp_path: Path) -> None:
    """The maker in its metadata and remarks in the source; a title is part of the picture."""
    (tmp_path / "a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<title>Opbouw</title><!-- getekend door Bo --><metadata><dc:creator>Bo Proef"
        "</dc:creator></metadata><!-- Generator: Adobe Illustrator --></svg>",
        encoding="utf-8",
    )

    assert told(tmp_path / "a.svg") == [("maker", "Bo Proef"), ("opmerking", "getekend door Bo")]


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.svg"])
@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n", b"<svg", b"niets", b"\xff\xd8"])
def test_what_is_no_image_tells_nothing(name: str, content: bytes, tmp_path: Path) -> None:
    """A broken image is not the business of this check."""
    (tmp_path / name).write_bytes(content)

    assert told(tmp_path / name) == []
