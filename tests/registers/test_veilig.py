"""What may not stand in a text or an image is found, however it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from regiovisie.registers import load_project
from regiovisie.registers.rules.beelden import MAX_BYTES, safe_files
from regiovisie.text.veilig import clean, clean_page, onveilig

from tests.support.project import write_project

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("Tekst.\n\n<script>x()</script>", "het element <script>"),
        ("Tekst.\n\n<svg onload=x()></svg>", "het element <svg>"),
        ("Tekst.\n\n<p style='color: red'>x</p>", "het attribuut style"),
        ("# Kop\n\n## Nabij {onclick='x()'}", "het attribuut onclick"),
        ("Zie\n\n[dit](JavaScript:x).", "een link van de soort javascript"),
        ("Zie\n\n[dit](java&#9;script:x).", "een link van de soort javascript"),
        ("Zie [dit].\n\n[dit]: data:text/html,x", "een link van de soort data"),
        ("Zie\n\n<img src=x onerror=y()>", "het attribuut onerror"),
        ("Zie\n\n<marquee>dit</marquee>", "het element <marquee>"),
    ],
)
def test_found_with_its_line(source: str, told: str) -> None:
    """An editor reads what it is and where, here on the third line."""
    assert [(vondst.line, vondst.wat) for vondst in onveilig(source)] == [(3, told)]


@pytest.mark.parametrize(
    "source",
    [
        "Het is 5 < 6, en AT&T bestaat.",
        "In `<script>` staat code.",
        "    <script>voorbeeld</script>",
        "Zie [ZW-19](../zienswijzen/zw-19.md) of <https://a.example>.",
        "Mail <redactie@regiovisie.example>.",
        "| a | b |\n|:--|--:|\n| 1 | 2 |",
        "Tekst[^1] en **vet**.\n\n[^1]: Een noot.",
        "## Kop {#nabij .breed}",
        "![Kaart](kaart.svg){width=720}",
        "Een scriptie over data: leerzaam.",
    ],
)
def test_words_and_markdown_are_no_finding(source: str) -> None:
    """What people write every day is let alone."""
    assert onveilig(source) == []


def test_a_browser_reads_the_same() -> None:
    """Markup that parsers read in different ways comes out as one harmless thing."""
    nasty = "<svg></p><style><a id='</style><img src=1 onerror=x()>'>"

    assert "onerror" not in clean(nasty).replace("&lt;", "<").split("<img")[0]
    assert "<img" not in clean(nasty)
    assert "onerror=" not in clean_page(nasty) or "<img" not in clean_page(nasty)


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("<foreignObject/>", "het element <foreignObject>"),
        ("<rect onclick='x()'/>", "het attribuut onclick"),
        ("<a href='javascript:x'><text>a</text></a>", "een link naar iets buiten"),
        ("<use xlink:href='https://a.example/#x'/>", "een link naar iets buiten"),
        ("<use href='data:image/svg+xml;base64,PHN2Zz4='/>", "een link naar iets buiten"),
        ("<style>@import 'https://a.example/a.css';</style>", "een stijl die iets van elders"),
        ("<rect fill='url(https://a.example/#x)'/>", "een stijl die iets van elders"),
        ("<set attributeName='href' to='javascript:x'/>", "het element <set> op een link"),
    ],
)
def test_drawing_that_does_more(tmp_path: Path, inside: str, told: str) -> None:
    """Scripts and calls to elsewhere in a drawing are refused."""
    assert told in problems(tmp_path, "kaart.svg", SVG.format(inside).encode())


@pytest.mark.parametrize(
    "inside",
    [
        "<style>rect { fill: url(#a); }</style><rect style='fill: red'/>",
        "<use xlink:href='#a'/><a href='https://a.example'><text>a</text></a>",
        "<image href='data:image/png;base64,iVBOR'/>",
    ],
)
def test_drawing_that_draws(tmp_path: Path, inside: str) -> None:
    """What drawing programs write is let alone."""
    assert problems(tmp_path, "kaart.svg", SVG.format(inside).encode()) == ""


def test_stylesheet_of_a_drawing(tmp_path: Path) -> None:
    """A drawing may not take its looks from another file."""
    content = b"<?xml version='1.0'?><?xml-stylesheet href='a.css'?>" + SVG.format("").encode()

    assert "een verwijzing naar een opmaakblad" in problems(tmp_path, "kaart.svg", content)


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\n"),
        ("a.jpg", b"\xff\xd8\xff\xe0"),
        ("a.webp", b"RIFF\0\0\0\0WEBP"),
        ("a.gif", b"GIF89a"),
    ],
)
def test_kind_by_content(tmp_path: Path, name: str, start: bytes) -> None:
    """An image is known by how it begins, and not too large."""
    other = b"\xff\xd8\xff" if name != "a.jpg" else b"GIF89a"

    assert problems(tmp_path, name, start) == ""
    assert "geen beeld van de soort" in problems(tmp_path, name, other)
    assert "Dit beeld is 3,0 MB" in problems(tmp_path, name, start + bytes(MAX_BYTES))


def problems(root: Path, name: str, content: bytes) -> str:
    """What is said of a file beside the texts."""
    project = load_project(write_project(root, {f"docs/regiovisie/{name}": content}))
    return "\n".join(problem.wat for problem in safe_files(project))
